"""Where a cursor may stand in a line: between letters with all their marks, and not inside one."""

from __future__ import annotations

from rich.cells import split_graphemes

from wshoes_tui.tui.cells import AS_EMOJI, FIRST_EMOJI

WINDOW = 256
"""Characters that are looked at on either side: no letter has as many marks."""


def boundary_before(line: str, column: int) -> int:
    """The last place before a column in which a cursor may stand."""
    return max((start for start, _end in _around(line, column) if start < column), default=0)


def boundary_after(line: str, column: int) -> int:
    """The first place after a column in which a cursor may stand."""
    return min((end for _start, end in _around(line, column) if end > column), default=len(line))


def emoji_before(line: str, column: int) -> int:
    """Where the emoji begins that ends at a column with more than one character, else the column.

    What is joined in other scripts is typed, and taken away, one character after the other.
    """
    start = boundary_before(line, column)
    whole = line[start:column]
    is_emoji = any(character >= FIRST_EMOJI or character == AS_EMOJI for character in whole)
    return start if is_emoji and len(whole) > 1 else column


def _around(line: str, column: int) -> list[tuple[int, int]]:
    """The letters around a column: where each begins and ends."""
    first = max(0, column - WINDOW)
    # A tab takes room, though no cells of its own.
    window = line[first : column + WINDOW].replace("\t", " ")
    spans, _cells = split_graphemes(window)
    return [(first + start, first + end) for start, end, _width in spans]
