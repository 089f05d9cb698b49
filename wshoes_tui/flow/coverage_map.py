"""The coverage map as rows of text: shoes by themes, a block for each deck.

The name of a theme stands over the names of the shoes, and a thin line leads from it to its
column. The last theme stands on top, so no line crosses another, and no name is cut. The rows
are the same for every program that shows them; what a span looks like is for them to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import TypeVar

from wshoes_tui.domain.summary import Coverage, CoverageRow
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Value, value
from wshoes_tui.flow.map_signs import DRAWN, TURNS, Glyphs, Legend, Pen, Row, Span
from wshoes_tui.locale import _
from wshoes_tui.terminal.width import cells, shortened, wrapped

Thing = TypeVar("Thing")


NARROW = 56
"""Columns below which the map is drawn as on a window of 40."""
USUAL_NAMES = 24
LEAST_NAMES = 12
SIDE_BY_SIDE = 112
MOST_BESIDE = 3
LEAST_BESIDE = 20
BETWEEN = 2
MOST_THEMES = 10
"""A deck of more themes shows those of the session alone."""


def map_rows(
    covered: Sequence[Coverage], width: int, glyphs: Glyphs = DRAWN, legend: Legend = TURNS
) -> list[Row]:
    """The rows of the map, none wider than ``width`` (which is at least 30)."""
    blocks = [_Block(one, glyphs, legend, titled=len(covered) > 1) for one in covered]
    margin = max((block.mark for block in blocks), default=0)
    beside = _beside(covered, blocks, margin, width)
    if beside:
        return beside
    rows: list[Row] = []
    for number, block in enumerate(blocks):
        if number:
            rows += [(), ()] if width >= NARROW else [()]
        rows += block.drawn(block.layout(margin, width), legend=number == 0)
    return rows


def plain_rows(rows: Sequence[Row]) -> list[str]:
    """The rows without their pens."""
    return ["".join(span.text for span in row).rstrip() for row in rows]


@value()
class _Layout(Value):
    """Where things stand: cells of marks, of names, from one column to the next."""

    margin: int
    names: int
    pitch: int
    at_once: int
    width: int
    told: bool = False
    """Whether rows end with their sum in words."""
    apart: bool = True
    """Whether a blank row stands between the sides."""
    cut: bool = False
    """Whether names of shoes are cut, where they would take two rows."""

    @property
    def first(self) -> int:
        """The cell of the first column."""
        return self.margin + self.names + 2


class _Block:
    """The map of one deck."""

    def __init__(self, covered: Coverage, glyphs: Glyphs, legend: Legend, *, titled: bool) -> None:
        self._glyphs, self._legend = glyphs, legend
        self._title = one_line(covered.deck.title) if titled else ""
        self._rows = covered.rows
        touched = covered.touched
        self._shown = list(range(len(covered.themes)))
        if len(self._shown) > MOST_THEMES:
            self._shown = [n for n in self._shown if touched[n]]
        self._left_out = len(covered.themes) - len(self._shown)
        self._themes = {n: (one_line(covered.themes[n].title), touched[n]) for n in self._shown}
        self.mark = 1 + max((cells(_mark(row)) for row in covered.rows), default=0)
        self.themes_wide = max((cells(name) for name, _on in self._themes.values()), default=0)

    def layout(self, margin: int, width: int) -> _Layout:
        """The layout for a width: first the words at the ends of rows give way, then space."""
        names = [one_line(row.shoes.name) for row in self._rows]
        whole = max(self.themes_wide, *map(cells, names), 0)
        close, wide = self.pitches
        columns = max(1, len(self._shown))
        if width >= NARROW:
            whole = max(whole, USUAL_NAMES)
            end = 4 + max(cells(self._legend.told(row.stood)) for row in self._rows)
            for pitch, told in ((wide, True), (wide, False), (close, False)):
                needed = margin + whole + 1 + close + (columns - 1) * pitch + (end if told else 0)
                if needed <= width:
                    return _Layout(margin, whole, pitch, columns, width, told)
        at_once = 1 + max(0, width - margin - LEAST_NAMES - 1 - close) // close
        columns = min(columns, at_once)
        names_wide = min(whole, width - margin - 1 - columns * close)
        return _Layout(margin, names_wide, close, columns, width, apart=width >= NARROW)

    @property
    def pitches(self) -> tuple[int, int]:
        """The cells from one column to the next: the fewest, and the usual number."""
        two_digits = any(times > 9 for row in self._rows for times in row.times)
        return (3 if two_digits else 2), 4

    def beside(self, margin: int, names: int, width: int) -> _Layout | None:
        """The layout beside other decks, or None where the themes do not fit."""
        close, _wide = self.pitches
        names = min(names, width - margin - 1 - max(1, len(self._shown)) * close)
        if names < max(LEAST_BESIDE, self.themes_wide):
            return None
        return _Layout(margin, names, close, max(1, len(self._shown)), width, cut=True)

    @property
    def themes(self) -> int:
        """How many themes have a column."""
        return len(self._shown)

    def drawn(self, layout: _Layout, *, legend: bool) -> list[Row]:
        """The rows: the title where there are several decks, the themes, the shoes."""
        rows: list[Row] = []
        if self._title:
            lines = wrapped(self._title, layout.width - layout.margin)
            rows += [(Span(" " * layout.margin), Span(line, "bold")) for line in lines]
            if layout.apart:
                rows.append(())
        parts = _parts(self._shown, layout.at_once) or [[]]
        for number, part in enumerate(parts):
            if number:
                rows.append(())
            rows += self._part(part, layout, legend=legend and not number)
        if self._left_out:
            told = _told_of_rest(self._left_out, shown=bool(self._shown))
            lines = wrapped(told, layout.width - layout.margin)
            rows += [(Span(" " * layout.margin), Span(line, "quiet")) for line in lines]
        return rows

    def _part(self, shown: Sequence[int], layout: _Layout, *, legend: bool) -> Iterator[Row]:
        threads = [
            row for n in reversed(range(len(shown))) for row in self._thread(shown, n, layout)
        ]
        if legend:
            threads = self._with_legend(threads, len(shown), layout)
        yield from threads
        turns = [
            n for n, (a, b) in enumerate(pairwise(self._rows), 1) if a.shoes.side != b.shoes.side
        ]
        for number, row in enumerate(self._rows):
            if layout.apart and turns == [number]:
                yield ()
            yield from self._shoes(row, shown, layout)

    def _thread(self, shown: Sequence[int], n: int, layout: _Layout) -> Iterator[Row]:
        """The name of a theme and the line to its column, beside those of the themes above."""
        name, touched = self._themes[shown[n]]
        glyphs, pitch = self._glyphs, layout.pitch
        above = "".join(" " * (pitch - 1) + glyphs.down for _ in range(n + 1, len(shown)))
        lines = wrapped(name, layout.names) or [""]
        for number, part in enumerate(lines):
            start = Span(" " * (layout.margin + layout.names - cells(part)))
            last = number == len(lines) - 1
            own = glyphs.line * (1 + n * pitch) + glyphs.corner if last else " " * (2 + n * pitch)
            yield start, Span(part, "" if touched else "quiet"), Span(f" {own}{above}", "thin")

    def _with_legend(self, rows: list[Row], columns: int, layout: _Layout) -> list[Row]:
        """The signs explained beside the lowest themes, where there is room."""
        glyphs = self._glyphs
        legend = self._legend
        told = [f"{glyphs.point} {_(legend.not_yet)}"]
        if legend.once:
            told.insert(0, f"{glyphs.dot} {_(legend.once)}  2 {_(legend.twice)}")
        at = layout.first + (columns - 1) * layout.pitch + 9
        if len(rows) < len(told) or at + max(map(cells, told)) > layout.width:
            return rows
        lowest = zip(rows[-len(told) :], told, strict=True)
        beside = [(*row, _gap(row, at), Span(text, "quiet")) for row, text in lowest]
        return [*rows[: -len(told)], *beside]

    def _shoes(self, row: CoverageRow, shown: Sequence[int], layout: _Layout) -> Iterator[Row]:
        name, mark = one_line(row.shoes.name), _mark(row)
        if layout.cut:
            lines = [shortened(name, layout.names, self._glyphs.more)]
        else:
            lines = wrapped(name, layout.names) or [""]
        pen: Pen = "" if row.stood else "quiet"
        tint = row.shoes.colour if row.stood else ""
        first: Row = (
            Span(mark, "mark", row.shoes.colour),
            Span(" " * (layout.margin - cells(mark))),
            Span(lines[0], pen, tint),
            Span(" " * (layout.names - cells(lines[0]) + 2)),
            *self._cells(row, shown, layout.pitch),
        )
        if layout.told:
            end = layout.first + max(0, len(shown) - 1) * layout.pitch + 1 + 4
            total = Span(self._legend.told(row.stood), "quiet" if row.stood else "")
            first = (*first, _gap(first, end), total)
        yield first
        for line in lines[1:]:
            yield Span(" " * layout.margin), Span(line, pen, tint)

    def _cells(self, row: CoverageRow, shown: Sequence[int], pitch: int) -> Iterator[Span]:
        for place, n in enumerate(shown):
            times = row.times[n]
            if times > 1 or (times and not self._legend.once):
                span = Span(str(times), "bold", row.shoes.colour)
            elif times:
                span = Span(self._glyphs.dot, "dot", row.shoes.colour)
            else:
                span = Span(self._glyphs.point if row.offered[n] else " ", "quiet")
            yield span
            if place < len(shown) - 1:
                yield Span(" " * (pitch - len(span.text)))


def _parts(things: Sequence[Thing], at_once: int) -> list[Sequence[Thing]]:
    return [things[begin : begin + at_once] for begin in range(0, len(things), at_once)]


def _mark(row: CoverageRow) -> str:
    return f"[{one_line(row.shoes.mark)}]"


def _gap(row: Row, to: int) -> Span:
    return Span(" " * (to - sum(cells(span.text) for span in row)))


def _told_of_rest(count: int, *, shown: bool) -> str:
    if shown:
        return _("and {count} more nobody touched", count=count)
    return _("{count} themes, none touched yet", count=count)


def _beside(
    covered: Sequence[Coverage], blocks: Sequence[_Block], margin: int, width: int
) -> list[Row]:
    """Up to three decks side by side; nothing where they do not fit, or there is one alone."""
    if width < SIDE_BY_SIDE or len(blocks) < 2:
        return []
    at_once = min(MOST_BESIDE, len(blocks))
    own_width = (width - BETWEEN * (at_once - 1)) // at_once
    layouts = [block.beside(margin, USUAL_NAMES, own_width) for block in blocks]
    names = min((one.names for one in layouts if one is not None), default=0)
    rows: list[Row] = []
    for number, group in enumerate(_parts(blocks, at_once)):
        columns = []
        for block in group:
            layout = block.beside(margin, names, own_width)
            if layout is None:
                return []
            columns.append(block.drawn(layout, legend=False))
        rows += [(), ()] if number else []
        taken = [max(map(_wide, column), default=0) + BETWEEN for column in columns]
        for parts in zip_longest(*columns, fillvalue=()):
            rows.append(_joined(parts, taken))
    return rows + _nobody_yet([row for one in covered for row in one.rows], margin, width)


def _nobody_yet(worn: Iterable[CoverageRow], margin: int, width: int) -> list[Row]:
    """The shoes that nobody stood in, with their whole names."""
    rows: list[Row] = []
    at = width
    for row in worn:
        if row.stood:
            continue
        name = one_line(row.shoes.name)
        pair = (Span(_mark(row), "mark", row.shoes.colour), Span(f" {name}   ", "quiet"))
        wide = _wide(pair)
        if at + wide - margin > width:
            rows.append((Span(" " * margin),))
            at = margin
        rows[-1] = (*rows[-1], *pair)
        at += wide
    title = (Span(" " * margin), Span(_("Nobody has stood here"), "quiet"))
    return [(), title, *rows] if rows else []


def _wide(row: Row) -> int:
    return sum(cells(span.text) for span in row)


def _joined(parts: Sequence[Row], taken: Sequence[int]) -> Row:
    row: Row = ()
    for part, wide in zip(parts, taken, strict=True):
        row = (*row, *part, Span(" " * (wide - _wide(part))))
    return row[:-1]
