"""Questions of ``deck import``: what the cards of another program are, asked one by one.

Enter takes what is shown. Nothing is written before the last question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from wshoes_tui.cli.console import write_line, write_paragraph
from wshoes_tui.cli.deck_reports import SIDE_NAMES
from wshoes_tui.cli.new_deck import NOT_ANSWERED, TITLE_ASKED, UNCHANGED
from wshoes_tui.decks.card_merge import CardMerge
from wshoes_tui.decks.card_sources import FIELDS, NOTHING, CardTable
from wshoes_tui.decks.deck_rules import parse_deck
from wshoes_tui.decks.deck_template import id_from, mark_for
from wshoes_tui.decks.foreign_table import ToldShoes, shoes_in
from wshoes_tui.domain.deck import Card, Deck
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Value, value
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.answer_parser import is_no, is_yes
from wshoes_tui.flow.blocks import CardBlock, PromptBlock
from wshoes_tui.flow.labels import card_count
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.line_output.render import say_blocks
from wshoes_tui.locale import N_, _, many
from wshoes_tui.terminal.width import shortened

SAMPLES = 3
"""Rows that are shown."""
SHOWN = 60
"""Columns of a cell that are shown."""
KINDS = {
    "table": N_("A table"),
    "anki": N_("Notes of Anki"),
    "suits": N_("A file of cards in groups"),
    "list": N_("A plain list"),
}
FREE_LICENCE = "CC-BY-4.0"
SIDES = (
    ("lived", N_("Whose shoes, of somebody who lives with it? Enter: no more.")),
    ("service", N_("And of somebody who works in it? Enter: no more.")),
)
SIDE_ASKED = N_(
    'Shoes in the file: "{name}". 1: somebody who lives with it. 2: somebody who works in it. '
    "0: leave them out."
)


@value()
class ImportAnswers(Value):
    """What was answered: fields of the deck, its shoes, and what each column is."""

    head: Mapping[str, str]
    shoes: tuple[ToldShoes, ...]
    columns: Mapping[str, str]


def show_table(table: CardTable, file: Path) -> None:
    """Show what was understood of a file, and its first rows."""
    cards = card_count(len(table.rows), None, "")
    columns = many("{count} column", "{count} columns", len(table.heads))
    write_line(f"{file.name}: {_(KINDS[table.kind])}, {cards}, {columns}")
    for row, place in zip(table.rows[:SAMPLES], table.places, strict=False):
        write_line(f"  {place}")
        for head, cell in zip(table.heads, row, strict=True):
            write_line(f"    {one_line(head)}: {shortened(one_line(cell), SHOWN, '...')}")


def ask_about(
    table: CardTable, file: Path, language: str, is_known: Callable[[str], bool]
) -> ImportAnswers:
    """Ask what there is to know for a deck of these cards.

    Args:
        table: the cards.
        file: where they are from.
        language: that of the deck.
        is_known: whether there is a deck of that id, to which they go: then less is asked.

    Raises:
        WshoesError: the answers end before the last question.
    """
    title = ask(_(TITLE_ASKED), one_line(file.stem))
    head = {
        "id": ask(_("Its id, in small letters?"), id_from(title) or "my-deck"),
        "title": title,
        "language": language,
    }
    columns = {name: _column(name, guess) for name, guess in table.guessed.items()}
    if is_known(head["id"]):
        return ImportAnswers(head, (), columns)
    shoes = tuple(_shoes(shoes_in(table, columns)))
    authors = ask(_("Whose cards are these? Commas stand between names; nobody need be named."))
    if authors:
        head["authors"] = "\n".join(part.strip() for part in authors.split(",") if part.strip())
    if asks(_("May others use and change them, if they say whose they are? yes or no"), "no"):
        head["licence"] = FREE_LICENCE
    return ImportAnswers(head, shoes, columns)


def _column(name: str, guess: str) -> str:
    fields = (*FIELDS, NOTHING)
    asked = _(
        'What is the column "{name}"? {fields}', name=one_line(name), fields=", ".join(fields)
    )
    while True:
        answer = ask(asked, guess).casefold()
        found = [field for field in fields if field.startswith(answer)]
        if answer in fields or len(found) == 1:
            return answer if answer in fields else found[0]
        write_line(_("That is none of them: {fields}", fields=", ".join(fields)))


def _shoes(names: Sequence[str]) -> list[ToldShoes]:
    """The shoes of the table, of which the sides are asked, and those that are typed."""
    found: list[ToldShoes] = []
    for name in names:
        asked = _(SIDE_ASKED, name=one_line(name))
        while (answer := ask(asked, "1")) not in ("0", "1", "2"):
            pass
        if answer != "0":
            found.append(_pair(name, SIDES[int(answer) - 1][0], found))
    for side, asked in SIDES:
        while name := ask(_(asked)):
            found.append(_pair(name, side, found))
    if not found:
        raise WshoesError(_("A deck needs shoes to stand in."), kept=_(UNCHANGED), todo="")
    return found


def _pair(name: str, side: str, others: Sequence[ToldShoes]) -> ToldShoes:
    """Shoes of a name, with a letter that no others have, and who stands in them."""
    taken = "".join(one.mark for one in others)
    usual = mark_for(name, taken)
    mark = ask(_("Its letter?"), usual)[:1].upper()
    while mark in taken:
        mark = ask(_("Another pair has that letter. Its letter?"), usual)[:1].upper()
    who = ask(_('Who are they? One sentence that begins with "You are".'))
    return ToldShoes(mark, name, side, who)


def show_deck(text: str) -> None:
    """Show the first card as it will be read out, and what the deck lacks still."""
    deck = parse_deck(text, "deck.yaml")
    write_line(_("The first card, as plain lines tell it:"))
    card = deck.cards[0]
    say_blocks(LineWriter(write_line), (CardBlock(card), *_prompts(card)))
    for told in lacking(deck):
        write_paragraph(told, "- ")


def _prompts(card: Card) -> list[PromptBlock]:
    return [
        PromptBlock(prompt, number, len(card.prompts))
        for number, prompt in enumerate(card.prompts, 1)
    ]


def lacking(deck: Deck) -> list[str]:
    """What a deck lacks still, a sentence each; the check tells where."""
    without: dict[str, int] = {
        N_("{count} cards have no questions: the usual ones are asked."): sum(
            not card.prompts for card in deck.cards
        ),
        N_("{count} cards have no easy words."): sum(not card.easy for card in deck.cards),
        N_("{count} cards are on no theme."): sum(not card.themes for card in deck.cards),
    }
    told = [_(sentence, count=count) for sentence, count in without.items() if count]
    sides = {pair.side for pair in deck.shoes}
    lost = [name for side, name in SIDE_NAMES.items() if side not in sides]
    return told + [_("There are no shoes of people {side}.", side=_(name)) for name in lost]


def show_changes(merged: CardMerge) -> None:
    """Show what a merge would change, card by card."""
    for change in merged.changes:
        write_line(f"{change.card}, {change.field}")
        write_paragraph(change.before or "-", "  - ")
        write_paragraph(change.after, "  + ")
    if merged.added:
        write_paragraph(_("New: {cards}", cards=", ".join(merged.added)))
    if merged.only_here:
        told = _("Only in your deck, and kept: {cards}", cards=", ".join(merged.only_here))
        write_paragraph(told)
    if not merged.changes and not merged.added:
        write_line(_("Nothing has changed."))


def asks_whether_to_write() -> bool:
    """Whether the deck is to be written."""
    return asks(_("Write the deck? yes or no"), "yes")


def asks(question: str, usual: str) -> bool:
    """Whether a question is answered with yes; it is asked until it is yes or no."""
    while True:
        answer = ask(question, usual)
        if is_yes(answer):
            return True
        if is_no(answer):
            return False


def ask(question: str, usual: str = "") -> str:
    """A line of standard input; Enter takes what is shown.

    Raises:
        WshoesError: there is no line.
    """
    write_paragraph(f"{question} [{usual}]" if usual else question)
    try:
        return input("> ").strip() or usual
    except (EOFError, OSError, RuntimeError, UnicodeDecodeError):  # no standard input at all
        raise WshoesError(
            _(NOT_ANSWERED),
            kept=_(UNCHANGED),
            todo=_("Or use options: wshoes deck import FILE --id ID --shoes LIST"),
        ) from None
