"""Wall layout: the rows of a wall page for a size of the window, each a styled text.

What gives way where there is little room: big letters, then the story for its easy words, then
the end of the story. The shoes and the question never do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wshoes_tui.cells.big_letters import big_rows
from wshoes_tui.cells.cell_layout import Styled, cut, width_of, wrapped
from wshoes_tui.cells.colour_profiles import LIVE, QUIET, SHOES, THIN, WORD
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.summary import Coverage
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Value, value
from wshoes_tui.flow.coverage_map import map_rows
from wshoes_tui.flow.map_signs import Span, glyphs_for
from wshoes_tui.flow.session_labels import which_of
from wshoes_tui.flow.summary_rows import MOST_STROKES, turn_stroke
from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.wall.wall_page import WallPage, WallVoice

BAR = "▌ "
TITLE = f"bold {WORD}"
LEAST_STORY = 3
"""Rows of the story that are left at least before its easy words take its place."""
BIG_FROM = 24
"""Lines of a window from which on titles are big."""
BIG_ASCII_FROM = 36
"""The same for big letters of plain ASCII, which are twice as high."""


@value()
class WallGrid(Value):
    """Where things stand on the wall: the grid of one size of the window, in cells and rows."""

    left: int
    """The column in which words begin."""
    bar: int
    """The column of the bar beside the question."""
    top: int
    """The first row of the title."""
    text: int
    """Cells of a line of the story, at most."""
    gap: int
    """Blank rows between parts."""
    columns: int
    """Columns of voices."""

    @property
    def is_wide(self) -> bool:
        """Whether the question is big as well."""
        return self.gap > 1


def wall_grid(width: int, height: int) -> WallGrid:
    """The grid for a size of the window."""
    if width < 60:
        return WallGrid(2, 0, 0, width - 3, 1, 1)
    if width < 120 or height < 36:
        return WallGrid(4, 2, 1, min(74, width - 8), 1, 2)
    return WallGrid(9, 6, 3, 92, 2, 2)


def wall_rows(
    page: WallPage, width: int, height: int, terminal: TerminalCapabilities, part: int = 0
) -> list[Styled]:
    """The rows of a page, as many as the window has.

    Args:
        part: which part of voices or maps, where more than fit; counted on past the last.
    """
    return _Wall(page, width, height, terminal).rows(part)


def parts_of(page: WallPage, width: int, height: int, terminal: TerminalCapabilities) -> int:
    """How many parts the voices of a page, or its maps, take."""
    if page.covered:
        return len(_Wall(page, width, height, terminal).map_parts)
    return len(_Wall(page, width, height, terminal).voice_parts) if page.voices else 1


class _Wall:
    """One page on one window."""

    def __init__(
        self, page: WallPage, width: int, height: int, terminal: TerminalCapabilities
    ) -> None:
        self._page, self._width, self._height = page, width, height
        self._terminal = terminal
        self._grid = wall_grid(width, height)
        self._glyphs = glyphs_for(terminal)
        self._line_width = width - self._grid.left - (1 if width < 60 else 4)

    def rows(self, part: int) -> list[Styled]:
        """All rows of the window."""
        page = self._page
        if page.covered:
            above = self._map(part)
        elif page.voices:
            above = self._voices(part)
        else:
            above = self._card()
        below = self._below()
        rows: list[Styled] = [*[()] * self._grid.top, *above]
        room = self._height - len(below)
        rows = [*rows[:room], *[()] * (room - len(rows)), *below]
        return [cut(row, self._width) for row in rows[: self._height]]

    def _at(self, text: Styled, column: int | None = None) -> Styled:
        column = self._grid.left if column is None else column
        return ((" " * column, ""), *text) if text else ()

    def _lines(self, text: str, width: int, style: str = "") -> Iterator[Styled]:
        for line in wrapped(((text, style),), max(1, width)):
            yield self._at(line)

    def _big(self, text: str, width: int) -> list[str]:
        """A text in big letters; nothing where there are none or it does not fit."""
        terminal = self._terminal
        drawn = terminal.symbols and terminal.letters
        least = BIG_FROM if drawn else BIG_ASCII_FROM
        if terminal.slow or terminal.console or self._width < 60 or self._height < least:
            return []
        return big_rows(text, width, only_ascii=not drawn)

    def _title(self) -> list[Styled]:
        title = self._page.title
        big = self._big(title, self._line_width)
        if big:
            return [self._at(((row, WORD),)) for row in big]
        return list(self._lines(title, self._line_width, TITLE))

    def _stroke(self, title: Sequence[Styled]) -> list[Styled]:
        """The stroke under a title, as long as it, in the tint of its shoes."""
        if self._terminal.slow:
            return []
        long = max((width_of(row) for row in title), default=0) - self._grid.left
        return [self._at(((self._glyphs.heavy * long, tint_of(self._page.shoes)),))]

    def _card(self) -> list[Styled]:
        page, grid = self._page, self._grid
        title = self._title()
        shoes = self._shoes()
        lines: list[Styled] = []
        for small in (False, True):
            if small:
                title = list(self._lines(page.title, self._line_width, TITLE))
            head = [*title, *self._stroke(title), *[()] * (grid.gap - 1)]
            used = grid.top + len(head) + grid.gap + len(shoes) + 1 + len(self._below())
            room = self._height - used
            for story in dict.fromkeys((page.text, page.easy or page.text)):
                lines = [row for part in story.split("\n") for row in self._story(part)]
                if len(lines) <= room:
                    return [*head, *lines, *[()] * grid.gap, *shoes]
        lines = lines[: max(0, room)]
        if lines:
            lines[-1] = self._at((("...", QUIET),))
        return [*head, *lines, *[()] * grid.gap, *shoes]

    def _story(self, line: str) -> Iterable[Styled]:
        return self._lines(line, min(self._grid.text, self._line_width), WORD) if line else [()]

    def _shoes(self) -> list[Styled]:
        shoes = self._page.shoes
        if shoes is None:
            return []
        rows = [self._at(shoes_told(shoes))]
        if self._grid.is_wide:
            beside = self._grid.left + len(_mark(shoes)) + 1
            told = wrapped(((one_line(shoes.you_are), ""),), self._grid.text)
            rows += [self._at(line, beside) for line in told]
        return rows

    def _voices(self, part: int) -> list[Styled]:
        page, grid = self._page, self._grid
        title = self._title() if grid.is_wide else list(self._lines(page.title, self._line_width))
        rows = [*title, ()]
        if grid.is_wide and page.question:
            rows += [*self._lines(page.question, self._line_width, TITLE), (), ()]
        parts = self.voice_parts
        return [*rows, *parts[part % len(parts)]]

    @property
    def voice_parts(self) -> list[list[Styled]]:
        """The rows of the voices, part by part: no voice is cut by the end of the window."""
        grid, page = self._grid, self._page
        title = self._title() if grid.is_wide else list(self._lines(page.title, self._line_width))
        asked = self._lines(page.question, self._line_width) if grid.is_wide else ()
        used = grid.top + len(title) + 1 + (len(list(asked)) + 2) * grid.is_wide + 3
        room = max(4, self._height - used)
        across = self._line_width // grid.columns
        blocks = [self._voice(one, across - 2 * (grid.columns > 1)) for one in page.voices]
        bands = [blocks[n : n + grid.columns] for n in range(0, len(blocks), grid.columns)]
        parts: list[list[Styled]] = [[]]
        for band in bands:
            height = min(room, max(map(len, band)))
            if parts[-1] and len(parts[-1]) + grid.gap + height > room:
                parts.append([])
            elif parts[-1]:
                parts[-1] += [()] * grid.gap
            parts[-1] += [self._beside(band, row, across) for row in range(height)]
        if len(parts) > 1:
            for number, rows in enumerate(parts, 1):
                told = which_of(number, len(parts))
                rows += [*[()] * (room - len(rows)), self._right(told)]
        return parts

    def _beside(self, band: Sequence[list[Styled]], row: int, across: int) -> Styled:
        told: Styled = ()
        for number, block in enumerate(band):
            gap = number * across - width_of(told)
            if row < len(block):
                told = (*told, (" " * gap, ""), *block[row])
        return self._at(told)

    def _voice(self, voice: WallVoice, width: int) -> list[Styled]:
        bar: Styled = ((BAR, tint_of(voice.shoes)),)
        name: Styled = ((f", {voice.name}", QUIET),) if voice.name else ()
        head = wrapped((*shoes_told(voice.shoes), *name), width - 2)
        words = wrapped(((voice.words, WORD),), width - 2)
        return [(*bar, *line) for line in (*head, *words)]

    def _right(self, text: str) -> Styled:
        return ((" " * (self._width - 2 - len(text)), ""), (text, QUIET))

    def _map(self, part: int) -> list[Styled]:
        title, parts = self._title(), self.map_parts
        drawn = parts[part % len(parts)]
        room = self._height - self._grid.top - len(self._below()) - len(drawn)
        if len(title) + 1 <= room:
            return [*title, (), *drawn]
        return drawn

    @property
    def map_parts(self) -> list[list[Styled]]:
        """The rows of the coverage map: all decks, or deck by deck where they do not fit."""
        covered = self._page.covered
        whole = self._drawn(covered)
        room = self._height - self._grid.top - len(self._below())
        if len(whole) <= room or len(covered) == 1:
            return [whole]
        return [
            [*self._lines(one_line(one.deck.title), self._line_width), *self._drawn([one])]
            for one in covered
        ]

    def _drawn(self, covered: Sequence[Coverage]) -> list[Styled]:
        width = self._width - self._grid.left - 1
        return [self._at(styled_row(row)) for row in map_rows(covered, width, self._glyphs)]

    def _below(self) -> list[Styled]:
        """The question behind its bar, and the line of the evening, over one blank row."""
        page, grid = self._page, self._grid
        rows: list[Styled] = []
        if page.question and not page.voices:
            big = self._big(page.question, self._line_width) if grid.is_wide else []
            asked: list[Styled] = [((row, WORD),) for row in big]
            if not big:
                asked = wrapped(((page.question, TITLE),), self._line_width)
            beside = " " * (grid.left - grid.bar - 1)
            rows = [self._at(((BAR[0] + beside, LIVE), *row), grid.bar) for row in asked]
            rows += [()] * grid.gap
        if page.turns and not self._terminal.slow:
            rows.append(self._at(self._evening()))
        return [*rows, ()]

    def _evening(self) -> Styled:
        """A stroke for each turn that was or is, and a thin line for those to come."""
        page = self._page
        most = min(MOST_STROKES, self._line_width)
        each = max(1, min(2, most // max(1, page.turns)))
        glyphs, now = self._glyphs, page.shoes is not None
        past = page.steps[:-1] if now else page.steps
        strokes = styled_row(turn_stroke(step, each, glyphs) for step in past)
        present: Styled = ((glyphs.heavy * each, LIVE),) if now else ()
        ahead = glyphs.line * (each * (page.turns - len(page.steps)))
        return cut((*strokes, *present, (ahead, THIN)), most)


def tint_of(shoes: Shoes | None) -> str:
    """The style of what is in the tint of shoes."""
    return f"{SHOES}{shoes.colour}" if shoes is not None else ""


def shoes_told(shoes: Shoes) -> Styled:
    """The mark and the name of shoes."""
    tint, letter = tint_of(shoes), one_line(shoes.mark)
    mark: Styled = (("[", tint), (letter, f"bold {tint}"), ("]", tint))
    return (*mark, (f" {one_line(shoes.name)}", f"bold {tint}"))


def _mark(shoes: Shoes) -> str:
    return f"[{one_line(shoes.mark)}]"


STYLES = {"": "", "bold": "bold", "quiet": QUIET, "thin": THIN, "mark": "bold", "dot": ""}
"""The styles of the pens of a row of the map; colours come besides."""


def styled_row(row: Iterable[Span]) -> Styled:
    """A row of the map, or of strokes, as a styled text."""
    return tuple(
        (
            span.text,
            f"{STYLES[span.pen]} {SHOES}{span.colour}".strip() if span.colour else STYLES[span.pen],
        )
        for span in row
    )
