"""Merge of imported cards into a deck that was imported before: same ids, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from wshoes_tui.decks.card_sources import SHOES, THEME
from wshoes_tui.decks.deck_editor import PASSAGES, DeckEditor
from wshoes_tui.decks.foreign_table import found_shoes, shoes_by_name
from wshoes_tui.domain.deck import RUNGS, Card, Deck
from wshoes_tui.domain.value import Value, value

TEXTS = ("title", *PASSAGES)
FIELDS = (*TEXTS, SHOES, *RUNGS)
"""Fields that another program may have changed; what was added to a card here stays."""


@value()
class CardChange(Value):
    """One field of a card, before and after; a card that is new has an empty ``before``."""

    card: str
    field: str
    before: str
    after: str


@value()
class CardMerge(Value):
    """What comes of a merge: the new text of the deck file, and what changed in it.

    ``added`` and ``only_here`` are the ids of cards that are new, and that the table lacks.
    """

    text: str
    changes: tuple[CardChange, ...]
    added: tuple[str, ...]
    only_here: tuple[str, ...]


def merge_cards(
    text: str, rows: Sequence[Mapping[str, Any]], fields: Sequence[str], name: str
) -> CardMerge:
    """Bring the rows of a table into a deck file.

    A row is a card of the deck if its id, else its text, else its source is the same.

    Args:
        text: the deck file as it is.
        rows: cards as ``foreign_cards`` gives them; themes that the deck lacks are left out.
        fields: those of ``FIELDS`` that the table has a column for.
        name: the name of the deck file, for messages.

    Raises:
        DeckErrors: what comes of it breaks a rule of decks.
        WshoesError: ruamel.yaml is not installed.
    """
    editor = DeckEditor(text, name)
    _text, deck = editor.checked()
    changes: list[CardChange] = []
    added: list[str] = []
    ids = {card.id for card in deck.cards}
    pairs = _pairs(deck, rows)
    for number, row in enumerate(rows):
        known = pairs.get(number)
        if known is None:
            card_id = _free(row["id"], ids)
            ids.add(card_id)
            _add(editor, deck, card_id, row)
            added.append(card_id)
        else:
            changes += _change(editor, deck, known, row, fields)
    whole, _deck = editor.checked()
    met = {card.id for card in pairs.values()}
    gone = tuple(card.id for card in deck.cards if card.id not in met)
    return CardMerge(whole, tuple(changes), tuple(added), gone)


SAME: tuple[Callable[[Card, Mapping[str, Any]], bool], ...] = (
    lambda card, row: card.id == row["id"],
    lambda card, row: card.text.split() == row["text"].split(),
    lambda card, row: bool(card.source) and card.source == row["source"],
)
"""By what a row is a card of the deck: its id, its text, its place in the file. What is surer is
tried for all rows first, for a row that was taken out moves those below it."""


def _pairs(deck: Deck, rows: Sequence[Mapping[str, Any]]) -> dict[int, Card]:
    """The cards of the deck that rows are, by the numbers of the rows."""
    found: dict[int, Card] = {}
    for same in SAME:
        for number, row in enumerate(rows):
            if number not in found:
                met = {card.id for card in found.values()}
                free = (card for card in deck.cards if card.id not in met and same(card, row))
                known = next(free, None)
                if known is not None:
                    found[number] = known
    return found


def _change(
    editor: DeckEditor, deck: Deck, known: Card, row: Mapping[str, Any], fields: Sequence[str]
) -> list[CardChange]:
    changes = []
    card = editor.card(known.id)
    for field in TEXTS:
        told, kept = str(row.get(field, "")), str(getattr(known, field))
        if field in fields and told and told.split() != kept.split():
            editor.set_field(card, field, told)
            changes.append(CardChange(known.id, field, kept, told))
    shoes = _shoes_of(deck, row)
    if SHOES in fields and shoes and shoes != known.shoes:
        editor.set_list(card, SHOES, shoes)
        changes.append(CardChange(known.id, SHOES, ", ".join(known.shoes), ", ".join(shoes)))
    prompts = [{one.rung: one.text, "easy": one.easy} for one in known.prompts]
    asked = [change for rung, text in _asked(row) for change in _ask(known, prompts, rung, text)]
    if asked:
        editor.set_prompts(card, prompts)
    return [*changes, *asked]


def _ask(known: Card, prompts: list[dict[str, str]], rung: str, text: str) -> Iterator[CardChange]:
    """Put a question among those of a card, in place of the first of its rung, if it is new."""
    of_rung = [number for number, one in enumerate(prompts) if rung in one]
    if any(prompts[number][rung].split() == text.split() for number in of_rung):
        return
    before = prompts[of_rung[0]][rung] if of_rung else ""
    if of_rung:
        prompts[of_rung[0]] = {rung: text}
    else:
        prompts.append({rung: text})
    yield CardChange(known.id, rung, before, text)


def _asked(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The questions of a row, each with its rung."""
    lines = (line.partition(": ") for line in str(row.get("prompts", "")).split("\n") if line)
    return [(rung, text) for rung, _colon, text in lines]


def _shoes_of(deck: Deck, row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(found_shoes(row.get(SHOES, ()), shoes_by_name(deck.shoes)))


def _add(editor: DeckEditor, deck: Deck, card_id: str, row: Mapping[str, Any]) -> None:
    card = editor.add_card(card_id)
    for field in (*TEXTS, "source"):
        if row.get(field):
            editor.set_field(card, field, str(row[field]))
    known = {theme.key for theme in deck.themes}
    editor.set_list(card, "themes", [key for key in row.get(THEME, ()) if key in known])
    editor.set_list(card, SHOES, _shoes_of(deck, row))
    editor.set_prompts(card, [{rung: text} for rung, text in _asked(row)])


def _free(wanted: str, taken: Iterable[str]) -> str:
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted[:50]}-{number}"
    return found
