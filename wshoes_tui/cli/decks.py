"""Decks on standard output: which there are, what one holds, what is wrong with one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.cli.options import Given
from wshoes_tui.cli.out import as_json, line, many, paragraph, table, verse
from wshoes_tui.domain.deck import SIDES, Card, Deck, Side
from wshoes_tui.domain.text import one_line, without_surrogates
from wshoes_tui.errors import WshoesError
from wshoes_tui.services.wiring import open_shelf

if TYPE_CHECKING:
    from wshoes_tui.decks.advice import Advice
    from wshoes_tui.decks.problems import Problem

SIDE_NAMES: dict[Side, str] = {"lived": "who live with it", "service": "who work in it"}
NO_FILE = "No deck file is in this folder"


def listing(given: Given) -> int:
    """Every deck, the broken ones last, with the reason."""
    found = open_shelf(given.settings).listing()
    if given.json:
        as_json(list(found))
        return 0
    sound = [deck for deck in found if not deck.problem]
    if sound:
        rows = [(d.id, d.language, str(d.cards), d.origin, d.title) for d in sound]
        table(("Deck", "Language", "Cards", "Origin", "Title"), rows)
    else:
        line("No decks yet. Name a folder that holds some with: wshoes deck list --decks DIR")
    broken = [deck for deck in found if deck.problem]
    if broken:
        line("\nThese cannot be used until they are mended. All their faults: wshoes deck check")
    for deck in broken:
        paragraph(f"{deck.path}: {deck.problem}", "  - ")
    return 0


def show(given: Given, name: str, *, cards: bool) -> int:
    """A deck: its shoes, themes and cards; with ``cards`` all their texts."""
    settings = given.settings
    deck = open_shelf(settings).open(name, settings.language or None)
    if given.json:
        as_json(deck)
        return 0
    _head(deck)
    for side in SIDES:
        line(f"\nShoes of people {SIDE_NAMES[side]}")
        for shoes in deck.shoes:
            if shoes.side == side:
                words = _words(shoes.you_are, shoes.easy, given)
                paragraph(f"{shoes.name}. {words}", f"  [{one_line(shoes.mark)}] ")
    line("\nThemes")
    for theme in deck.themes:
        count = sum(theme.key in card.themes for card in deck.cards)
        paragraph(f"{theme.title} ({many(count, 'card')})", "  - ")
    line(f"\n{many(len(deck.cards), 'card').capitalize()}")
    for card in deck.cards:
        if cards:
            _card(card, given)
        else:
            paragraph(f"{card.title} ({card.kind})", "  - ")
    return 0


def _head(deck: Deck) -> None:
    paragraph(deck.title)
    if deck.summary:
        paragraph(deck.summary)
    if deck.audience:
        paragraph(f"For: {deck.audience}")
    line(
        one_line(
            f"{deck.id}, revision {deck.revision}, {deck.language}, "
            f"about {many(deck.minutes, 'minute')} a card"
        )
    )
    if deck.content_note:
        paragraph(f"Take care: {deck.content_note}")


def _words(text: str, easy: str, given: Given) -> str:
    return easy if given.settings.easy and easy.strip() else text


def _card(card: Card, given: Given) -> None:
    tender = ", take care" if card.tender > 1 else ""
    line()
    paragraph(f"{card.title} ({card.kind}{tender})", "  ")
    text = _words(card.text, card.easy, given)
    if card.kind == "poem":
        verse(text, "    ")
    else:
        for part in text.split("\n\n"):
            paragraph(part, "    ")
    for prompt in card.prompts:
        paragraph(f"{prompt.rung}: {prompt.text}", "    - ")
    if card.note:
        paragraph(f"For the facilitator: {card.note}", "    ")


def check(given: Given, paths: Sequence[Path]) -> int:
    """Everything that is wrong with deck files, then what could be better in the sound ones."""
    problems, decks = _read_all(paths)
    advice = [(path, one) for path, deck in decks.items() for one in _advice(given, deck, decks)]
    if given.json:
        as_json([_fault(problem) for problem in problems] + [_hint(*one) for one in advice])
    else:
        for problem in problems:
            line(str(problem))
        for path, one in advice:
            line(_storable(f"{path}: advice: {one}"))
        wrong = many(len(problems), "error") if problems else "no errors"
        files = len(decks) + len({problem.file for problem in problems})
        hints = many(len(advice), "piece of advice", "pieces of advice")
        line(f"{many(files, 'file')}: {wrong}, {hints}.")
    return 1 if problems else 0


def _read_all(paths: Sequence[Path]) -> tuple[list[Problem], dict[Path, Deck]]:
    from wshoes_tui.decks.problems import DeckErrors, Problem
    from wshoes_tui.decks.rules import load_deck

    problems: list[Problem] = []
    decks: dict[Path, Deck] = {}
    for path in paths:
        files = list(_files(path))
        if not files:
            problems.append(Problem(os.fspath(path), 0, NO_FILE, "Name another, or a file."))
        for file in files:
            try:
                decks[file] = load_deck(file)
            except DeckErrors as errors:
                problems += errors.problems
    return problems, decks


def _files(path: Path) -> Iterator[Path]:
    """The file itself, or the deck files of a folder. One that cannot be read is left to fail."""
    from wshoes_tui.decks.shelf import SUFFIXES

    try:
        names = sorted(os.listdir(path))  # noqa: PTH208 - names alone are wanted
    except (OSError, ValueError):
        yield path
        return
    yield from (path / n for n in names if n.lower().endswith(SUFFIXES) and n[:1] != ".")


def _advice(given: Given, deck: Deck, checked: dict[Path, Deck]) -> list[Advice]:
    from wshoes_tui.decks.advice import advise

    return advise(deck, _original(given, deck, checked) if deck.translation_of else None)


def _original(given: Given, deck: Deck, checked: dict[Path, Deck]) -> Deck | None:
    """The deck of which this one is a translation: one checked with it, or one on the shelf."""
    for other in checked.values():
        if other.id == deck.translation_of and not other.translation_of:
            return other
    try:
        return open_shelf(given.settings).open(deck.translation_of)
    except WshoesError:
        return None


def _fault(problem: Problem) -> dict[str, object]:
    return {
        "kind": "error",
        "file": problem.file,
        "line": problem.line,
        "what": problem.what,
        "mend": problem.mend,
    }


def _hint(path: Path, advice: Advice) -> dict[str, object]:
    return {
        "kind": "advice",
        "file": path,
        "about": advice.about,
        "what": advice.what,
        "mend": advice.mend,
    }


def _storable(text: str) -> str:
    return without_surrogates(one_line(text))[0]
