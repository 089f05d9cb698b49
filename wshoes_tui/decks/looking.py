"""Looking at a deck file that is not remembered: the slow half of listing decks."""

from __future__ import annotations

import re
from pathlib import Path

from wshoes_tui.decks.found import Found
from wshoes_tui.decks.heads import Heads
from wshoes_tui.decks.parts import split_deck
from wshoes_tui.decks.problems import DeckErrors, Report
from wshoes_tui.decks.rules import parse_deck, parse_head
from wshoes_tui.decks.source import read_source
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.listing import Listed
from wshoes_tui.domain.text import one_line


def look_at(path: Path, origin: str, heads: Heads) -> Found:
    """Read the top of a deck file, or all of it where the top tells too little."""
    text = ""
    count = 0
    try:
        text = read_source(path, Report(path.name))
        parts = split_deck(text)
        if parts and parts.cards and not parts.tail:
            count = len(parts.cards)
            try:
                head = parse_head(parts.head.text, path.name)
                return _remembered(_sound(head, count, path, origin), heads)
            except DeckErrors:
                pass  # the file as a whole may be sound all the same, or know its faults better
        deck = parse_deck(text, path.name)
    except DeckErrors as errors:
        return _broken(text, count, path, origin, str(errors.problems[0]))
    return _remembered(_sound(deck, len(deck.cards), path, origin), heads)


def _remembered(found: Found, heads: Heads) -> Found:
    names = ("id", "title", "language", "summary", "cards", "minutes")
    head = {name: getattr(found.row, name) for name in names}
    heads.remember(found.row.path, {**head, "original": found.original})
    return found


def _sound(deck: Deck, cards: int, path: Path, origin: str) -> Found:
    row = Listed(
        deck.id, deck.title, deck.language, deck.summary, cards, deck.minutes, path, origin
    )
    return Found(row, deck.translation_of or deck.id)


def _broken(text: str, cards: int, path: Path, origin: str, problem: str) -> Found:
    """A deck with faults, under the names it seems to have."""
    row = Listed(
        id=_glimpse(text, "id") or path.stem,
        title=_glimpse(text, "title") or one_line(path.name),
        language=_glimpse(text, "language"),
        summary="",
        cards=cards,
        minutes=0,
        path=path,
        origin=origin,
        problem=problem,
    )
    return Found(row, _glimpse(text, "translation_of") or row.id)


def _glimpse(text: str, key: str) -> str:
    found = re.search(rf"^{key}: *[\"']?([^\"'#~\n]+)", text, re.MULTILINE)
    return one_line(found[1]) if found else ""
