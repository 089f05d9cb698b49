"""A deck's text cut into its head and its cards, by looks alone: quick, and no YAML needed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_CARDS = re.compile(r"^cards:[ ]*(?:#.*)?$", re.MULTILINE)
_NEXT_KEY = re.compile(r"\n(?=[^\s#-])")  # a fixed first character is quick to search for
_FIRST_DASH = re.compile(r"\n( *)-(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Section:
    """Some lines of a deck, the first of which is line ``line`` of the file."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Sections:
    """``head`` ends with the line ``cards:``; ``tail`` is what follows the cards, if anything."""

    head: Section
    cards: tuple[Section, ...]
    tail: Section | None


def split_deck(text: str) -> Sections | None:
    """The parts of a deck, None where no line ``cards:`` stands for itself."""
    found = _CARDS.search(text)
    if found is None:
        return None
    after = _NEXT_KEY.search(text, found.end())
    end = after.end() if after else len(text)
    cuts = [*_card_starts(text, found.end(), end), end]
    cards = []
    line = 1 + text.count("\n", 0, cuts[0])
    for start, stop in pairwise(cuts):
        cards.append(Section(line, text[start:stop]))
        line += text.count("\n", start, stop)
    tail = Section(line, text[end:]) if after else None
    return Sections(Section(1, text[: found.end()]), tuple(cards), tail)


def _card_starts(text: str, start: int, end: int) -> list[int]:
    first = _FIRST_DASH.search(text, start, end)
    if first is None:
        return []
    same_indent = re.compile(rf"\n{first[1]}-(?=\s|$)")
    return [dash.start() + 1 for dash in same_indent.finditer(text, first.start(), end)]
