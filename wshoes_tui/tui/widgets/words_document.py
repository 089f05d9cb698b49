"""Document of a text field: people's words as they were typed, and where a cursor may stand."""

from __future__ import annotations

from rich.cells import split_graphemes
from textual.widgets.text_area import Document, EditResult, Location

from wshoes_tui.cells.cell_rows import AS_EMOJI, FIRST_EMOJI

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


class Words(Document):
    """Text in which a line ends at ``\\n`` and nowhere else.

    Textual ends one at thirteen different characters and makes them all the same, which
    would alter what somebody pasted. Rests on the name of Textual's list of lines.
    """

    def __init__(self, text: str) -> None:
        super().__init__("")
        self._lines = text.split("\n")

    def __len__(self) -> int:
        """Characters, the ends of lines included."""
        return sum(map(len, self._lines)) + len(self._lines) - 1

    def replace_range(self, start: Location, end: Location, text: str) -> EditResult:
        """Put a text in the place of another. What lies beyond the last line is its end."""
        (top, left), (bottom, right) = sorted((self._within(start), self._within(end)))
        replaced = self.get_text_range((top, left), (bottom, right))
        inserted = (self._lines[top][:left] + text).split("\n")
        end_location = (top + len(inserted) - 1, len(inserted[-1]))
        inserted[-1] += self._lines[bottom][right:]
        self._lines[top : bottom + 1] = inserted
        return EditResult(end_location, replaced)

    def _within(self, location: Location) -> Location:
        # A whole line is taken from its beginning to that of the next one, if there is one.
        return location if location[0] < len(self._lines) else self.end
