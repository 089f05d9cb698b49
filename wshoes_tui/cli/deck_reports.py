"""Decks on standard output: which there are, what one holds, what is wrong with one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.cli.console import (
    counted,
    output_width,
    write_json,
    write_line,
    write_paragraph,
    write_table,
    write_verse,
)
from wshoes_tui.cli.options import GivenOptions
from wshoes_tui.cli.show_session import map_glyphs, worn
from wshoes_tui.decks.diagnostics import quoted
from wshoes_tui.domain.deck import SIDES, Deck, Side
from wshoes_tui.domain.framework import Framework, by_framework
from wshoes_tui.domain.summary import deck_coverage
from wshoes_tui.domain.text import one_line, without_surrogates
from wshoes_tui.errors import NotFoundError
from wshoes_tui.flow.blocks import CardBlock, PromptBlock, ShoesBlock
from wshoes_tui.flow.coverage_map import map_rows, plain_rows
from wshoes_tui.flow.home_flow import check_command, folder_told
from wshoes_tui.flow.labels import card_count, hides_told, translation_told
from wshoes_tui.flow.map_signs import CARDS
from wshoes_tui.flow.session_labels import which_of
from wshoes_tui.locale import N_, _, reader_tag
from wshoes_tui.locale.phrases import DECK_HEAD, LANGUAGE_HEAD, NO_CARD_ON, THEMES_HEAD, TITLE_HEAD
from wshoes_tui.sessions.bootstrap import open_deck_library
from wshoes_tui.terminal.capabilities import LEAST_WIDTH

if TYPE_CHECKING:
    from wshoes_tui.decks.deck_files import Checked
    from wshoes_tui.decks.deck_library import DeckLibrary
    from wshoes_tui.domain.list_rows import Listed

ORIGINS = {"shipped": N_("shipped"), "yours": N_("yours"), "given": N_("given")}
SIDE_NAMES: dict[Side, str] = {"lived": N_("who live with it"), "service": N_("who work in it")}


def list_decks(given: GivenOptions) -> int:
    """Every deck, the broken ones last, with the reason."""
    library = open_deck_library(given.settings)
    found = library.listing()
    if given.json:
        write_json(list(found))
        return 0
    sound = [deck for deck in found if not deck.problem]
    if sound:
        rows = [
            (d.id, d.language, _cards(d), _(ORIGINS.get(d.origin, d.origin)), d.title)
            for d in sound
        ]
        write_table((_(DECK_HEAD), _(LANGUAGE_HEAD), _("Cards"), _("Origin"), _(TITLE_HEAD)), rows)
        _more_on(sound)
    else:
        write_line(
            _("No decks yet. Name a folder that holds some with: wshoes deck list --decks DIR")
        )
    _tell_folder(library.own_folder)
    broken = [deck for deck in found if deck.problem]
    if broken:
        write_line("\n" + _("These cannot be used until they are mended, and are not counted:"))
    for deck in broken:
        hides = " " + _("It {hides}.", hides=hides_told(deck.hides)) if deck.hides else ""
        write_paragraph(f"{deck.path}: {deck.problem}{hides}", "  - ", whole_words=True)
        write_line(f"    {_storable(check_command(deck.path)[0])}")
    return 0


def _cards(deck: Listed) -> str:
    """The cards of a deck; of a translation that is not whole, how many of them are its own."""
    own = deck.cards if deck.translated is None else deck.translated
    return which_of(own, deck.cards) if own < deck.cards else str(own)


def _tell_folder(folder: Path | None) -> None:
    """Where one's own decks are, and how to begin one."""
    if told := folder_told(folder):
        write_line()
        write_paragraph(
            _storable(_("{told} (begin one with: wshoes deck new)", told=told)), whole_words=True
        )


def _more_on(decks: Sequence[Listed]) -> None:
    """What a row of the table does not show."""
    told = []
    for deck in decks:
        parts = []
        if deck.translated is not None and deck.translated < deck.cards:
            parts.append(card_count(deck.cards, deck.translated, deck.language))
        if deck.hides:
            parts.append(f"{hides_told(deck.hides)} ({deck.path})")
        if parts:
            told.append(f"{deck.id} ({deck.language}): {', '.join(parts)}")
    if told:
        write_line()
    for one in told:
        write_paragraph(one, "  - ", whole_words=True)


def show_deck(given: GivenOptions, name: str, *, cards: bool) -> int:
    """A deck: its shoes, themes and cards; with ``cards`` all their texts."""
    settings = given.settings
    deck = open_deck_library(settings).open(name, reader_tag())
    if given.json:
        write_json(deck)
        return 0
    _head(deck)
    for side in SIDES:
        write_line("\n" + _("Shoes of people {side}", side=_(SIDE_NAMES[side])))
        for shoes in deck.shoes:
            if shoes.side == side:
                life = ShoesBlock(shoes).life(easy=settings.easy)
                write_paragraph(f"{shoes.name}. {life}", f"  [{one_line(shoes.mark)}] ")
    write_line("\n" + _(THEMES_HEAD))
    for theme in deck.themes:
        count = sum(theme.key in card.themes for card in deck.cards)
        write_paragraph(f"{theme.title} ({counted(count, 'card')})", "  - ")
    write_line(f"\n{counted(len(deck.cards), 'card').capitalize()}")
    for card in deck.cards:
        if cards:
            _card(CardBlock(card), easy=settings.easy)
        else:
            title = CardBlock(card).title(easy=settings.easy)
            write_paragraph(f"{title} ({card.kind})", "  - ")
    return 0


def _head(deck: Deck) -> None:
    write_paragraph(deck.title)
    if deck.summary:
        write_paragraph(deck.summary)
    if deck.audience:
        write_paragraph(_("For: {audience}", audience=deck.audience))
    write_line(
        one_line(
            _(
                "{id}, revision {revision}, {language}, about {minutes} a card",
                id=deck.id,
                revision=deck.revision,
                language=deck.language,
                minutes=counted(deck.minutes, "minute"),
            )
        )
    )
    if deck.content_note:
        write_paragraph(_("Take care: {content_note}", content_note=deck.content_note))
    if told := translation_told(deck):
        write_paragraph(told)


def _card(block: CardBlock, *, easy: bool) -> None:
    card, text = block.card, block.text(easy=easy)
    tender = _(", take care") if block.warning else ""
    write_line()
    write_paragraph(f"{block.title(easy=easy)} ({card.kind}{tender})", "  ")
    parts = text.split("\n\n")
    if block.is_verse(easy=easy):
        write_verse(text, "    ")
        parts = []
    for part in (*parts, *block.more()):
        write_paragraph(part, "    ")
    for number, prompt in enumerate(card.prompts, 1):
        asked = PromptBlock(prompt, number, len(card.prompts)).asked(easy=easy)
        write_paragraph(f"{prompt.rung}: {asked}", "    - ")
    if card.note:
        write_paragraph(_("For the facilitator: {note}", note=card.note), "    ")


def show_map(given: GivenOptions, name: str, agenda: str | None) -> int:
    """How many cards a deck has for each pair of shoes, side by side, on each theme.

    With an ``agenda``, the themes are those of the framework whose key or title holds that.

    Raises:
        NotFoundError: no framework has that in its key or title.
    """
    settings = given.settings
    library = open_deck_library(settings)
    deck, titles = library.open(name, reader_tag()), []
    if agenda is not None:
        framework = _framework(library.frameworks(), agenda)
        deck, titles = by_framework(deck, framework), [framework.title]
    covered = deck_coverage(deck)
    if given.json:
        write_json(
            [
                {
                    "shoes": row.shoes.id,
                    "mark": row.shoes.mark,
                    "name": row.shoes.name,
                    "side": row.shoes.side,
                    "cards": row.stood,
                    "themes": {t.key: n for t, n in zip(covered.themes, row.times, strict=True)},
                }
                for row in covered.rows
            ]
        )
        return 0
    write_paragraph(": ".join([deck.title, *titles]))
    write_line()
    if settings.plain:
        for row in covered.rows:
            on = [f"{t.title} {n}" for t, n in zip(covered.themes, row.times, strict=True) if n]
            told = (
                f"{worn(row.shoes)}, {_(SIDE_NAMES[row.shoes.side])}, {counted(row.stood, 'card')}"
            )
            write_paragraph(f"{told}: {', '.join(on)}" if on else told)
    else:
        rows = map_rows((covered,), max(LEAST_WIDTH, output_width()), map_glyphs(given), CARDS)
        for line in plain_rows(rows):
            write_line(line)
    without = [theme.title for theme in covered.untouched]
    if without:
        write_paragraph(_(NO_CARD_ON, without=", ".join(without)))
    return 0


def _framework(known: Mapping[str, Framework], name: str) -> Framework:
    found = [f for f in known.values() if name.strip().lower() in f"{f.key} {f.title}".lower()]
    if name in known or len(found) == 1:
        return known.get(name) or found[0]
    keys = ", ".join(one.key for one in found or known.values())
    what = _("{name} is no agenda that is known here.", name=quoted(name))
    if found:
        what = _("{name} could be several.", name=quoted(name))
    raise NotFoundError(what, todo=_("Choose one of: {keys}.", keys=keys))


def _files_of(library: DeckLibrary, paths: Sequence[Path]) -> Iterator[Path]:
    """The paths, and in place of the id of a deck, where no file is called so, its files."""
    for path in paths:
        is_id = str(path) == path.name and not os.path.lexists(path)
        named = [row.path for row in library.listing() if row.id == path.name] if is_id else []
        yield from named or [path]


def check_decks(given: GivenOptions, paths: Sequence[Path]) -> int:
    """Everything that is wrong with deck files, then what could be better in the sound ones."""
    from wshoes_tui.decks.deck_files import check_files
    from wshoes_tui.decks.diagnostics import Report
    from wshoes_tui.decks.lint import advise
    from wshoes_tui.decks.source import read_source
    from wshoes_tui.decks.translation_progress import recorded_digests
    from wshoes_tui.first_paint.card_fit import too_long

    library = open_deck_library(given.settings)
    checked = check_files(list(_files_of(library, paths)), library.original_of)
    frameworks = library.frameworks().values()
    advice = [
        (path, one)
        for path, deck in checked.sound.items()
        for one in advise(
            deck.deck,
            deck.original,
            deck.own,
            too_long,
            frameworks,
            recorded_digests(read_source(path, Report(""))) if deck.original else None,
        )
    ]
    problems = checked.problems
    if given.json:
        faults = [{"kind": "error", **asdict(problem)} for problem in problems]
        hints = [{"kind": "", "file": path, **asdict(one)} for path, one in advice]
        write_json(faults + [{**hint, "kind": "advice"} for hint in hints])
    else:
        for problem in problems:
            write_line(str(problem))
        for path, one in advice:
            write_line(_storable(_("{path}: advice: {one}", path=path, one=one)))
        if any(not library.looks_into(path.parent) for path in checked.sound):
            place = library.own_folder
            told = _(
                "To find a deck by its id, put it in the folder of your own decks: {place}",
                place=place,
            )
            write_paragraph(_storable(told), whole_words=True)
        write_line(_total(checked, len(advice)))
    return 1 if problems else 0


def _total(checked: Checked, hints: int) -> str:
    files = counted(checked.files, "file")
    if checked.files > 1 and checked.faulty:
        files += ", " + _("{count} of them with errors", count=checked.faulty)
    problems = len(checked.problems)
    wrong = counted(problems, "error") if problems else _("no errors")
    return f"{files}: {wrong}, {counted(hints, 'piece of advice')}."


def _storable(text: str) -> str:
    return without_surrogates(one_line(text))[0]
