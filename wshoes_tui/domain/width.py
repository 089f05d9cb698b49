"""The width of text in columns of a terminal, and text wrapped to it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator


def cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, to: int) -> str:
    """The text with spaces after it, ``to`` columns wide."""
    return text + " " * (to - cells(text))


def wrapped(text: str, room: int, *, whole_words: bool = False) -> list[str]:
    """The text in lines of at most ``room`` cells; with whole words, a longer one overhangs."""
    lines: list[str] = []
    for word in text.split():
        for piece in (word,) if whole_words else _pieces(word, room):
            if lines and cells(lines[-1]) + 1 + cells(piece) <= room:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    return lines


def shortened(text: str, room: int, more: str) -> str:
    """The text where it fits in ``room`` cells, else its beginning with ``more`` after it."""
    if cells(text) <= room:
        return text
    return next(_pieces(text, max(1, room - cells(more)))).rstrip() + more


def _pieces(word: str, room: int) -> Iterator[str]:
    piece = ""
    for character in word:
        if piece and cells(piece) + cells(character) > room:
            yield piece
            piece = ""
        piece += character
    yield piece
