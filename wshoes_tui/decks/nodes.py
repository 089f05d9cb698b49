"""The tree of a deck file: text, lists and keys, each of which knows its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class TextNode:
    """Words, exactly as the file has them. ``plain`` means written without quotes.

    ``folded`` means that they stand on several lines there, and are one line here.
    """

    line: int
    text: str
    plain: bool
    folded: bool = False

    @property
    def nothing(self) -> bool:
        """Whether this says "nothing here": left empty, or ``~``."""
        return self.plain and self.text in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class ListNode:
    """Things below each other behind dashes, or between square brackets."""

    line: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One key and what stands behind it. ``line`` is that of the key."""

    line: int
    value: Node


@dataclass(frozen=True, slots=True)
class MapNode:
    """Keys with their values, in order. ``braces`` means written between { and }."""

    line: int
    entries: Mapping[str, Entry]
    braces: bool


@dataclass(frozen=True, slots=True)
class SpoiltNode:
    """Something that has been refused and reported already: nothing more is said of it."""

    line: int


Node: TypeAlias = TextNode | ListNode | MapNode | SpoiltNode
