"""Reader of the tree of a deck, with every fault of the file that can be known at once.

A text that is not YAML as a whole is split into its head and its cards by looks alone, and each
section is parsed for itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from wshoes_tui.decks.diagnostics import Report
from wshoes_tui.decks.yaml_errors import explain_yaml_error
from wshoes_tui.decks.yaml_tree import (
    BROKEN,
    ListNode,
    MapEntry,
    MapNode,
    Node,
    TextNode,
    build_tree,
)
from wshoes_tui.limits import MOST_SECTIONS
from wshoes_tui.locale import _

_DIRECTIVE = re.compile(r"^%(?!YAML 1\.[0-9][ ]*$)", re.MULTILINE)
_CARDS = re.compile(r"^cards:[ ]*(?:#.*)?$", re.MULTILINE)
_NEXT_KEY = re.compile(r"\n(?=[^\s#-])")  # a fixed first character is quick to search for
_FIRST_DASH = re.compile(r"\n( *)-(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Tree:
    """What could be read. ``whole`` is False where some cards are missing for a fault."""

    root: Node | None
    whole: bool = True


def parse_tree(text: str, report: Report) -> Tree:
    """The tree of a deck's text; where it is not YAML as a whole, that of the parts that are.

    DeckErrors: nothing of the text can be read.
    """
    if found := _DIRECTIVE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        mend = _("Delete the line; or, if it is text, put it in double quotes.")
        report.stop(line, _("A line cannot begin with %"), mend)
    whole = Report(report.file)
    try:
        root = build_tree(text, whole)
    except BROKEN as error:
        if rescued := _rescued(text, report):
            return rescued
        report.merge(whole)
        report.stop(*explain_yaml_error(error, text))
    report.merge(whole)
    if root is None or (isinstance(root, TextNode) and root.nothing):
        report.stop(1, _("This file is empty"), _("Begin it with a line: wshoes: 1"))
    return Tree(root)


def _rescued(text: str, report: Report) -> Tree | None:
    """What is sound of a text that is not YAML as a whole, None where no part is to blame.

    A slip in one card hides every other from the parser; read one by one, each tells
    its own.
    """
    parts = split_deck(text)
    if parts is None or len(parts.cards) > MOST_SECTIONS:
        return None
    faults = Report(report.file)
    top = [_part(part, faults) for part in (parts.head, parts.tail) if part is not None]
    cards = [_part(part, faults) for part in parts.cards]
    if None not in top and None not in cards:
        return None
    report.merge(faults)
    return Tree(_assembled(top, cards), whole=False)


def _part(part: Section, faults: Report) -> Node | None:
    try:
        return build_tree(part.text, faults, part.line)
    except BROKEN as error:
        line, what, mend = explain_yaml_error(error, part.text)
        faults.add(part.line + line - 1, what, mend)
        return None


def _assembled(top: list[Node | None], cards: list[Node | None]) -> Node | None:
    entries: dict[str, MapEntry] = {}
    for node in top:
        if not isinstance(node, MapNode):
            return None
        entries |= node.entries
    if "cards" not in entries:
        return None
    line = entries["cards"].line
    items = [item for node in cards if isinstance(node, ListNode) for item in node.items]
    entries["cards"] = MapEntry(line, ListNode(line, tuple(items)))
    return MapNode(1, entries, braces=False)


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
