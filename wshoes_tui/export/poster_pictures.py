"""SVG pictures of a poster, drawn from the session's own data: the map, the path, a lightbulb.

Lengths are millimetres of A3 paper. A picture never cuts a name: names wrap by an estimate of their
width, which is that of a wide typeface. What is left out is counted in the picture itself. Colours
are attributes, not style rules, so that a picture is right in every program that takes it over.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.summary import CoverageRow
from wshoes_tui.domain.text import one_line
from wshoes_tui.export.html_page import LIGHT, inline
from wshoes_tui.export.report_blocks import ShoesMap
from wshoes_tui.export.report_tables import turn_facts
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import NOT_YET, ONCE, THE_PATH, TWICE, WHOSE_SHOES

PAGE_WIDTH, PAGE_HEIGHT = 396.0, 273.0
"""Landscape A3 within margins of 12 mm."""
TEXT = 7.8
"""The size of letters: 22 points, legible at two metres."""
DENSE_TEXT = 6.4
"""The size in a map of several decks: 18 points."""
LINE, DENSE_LINE, WIDEST_LINE = 1.25, 1.15, 1.6
"""From line to line, in sizes of letters: usually, in a map of several decks, and at most."""
MAP_WIDTH, LISTS_WIDTH = 196.0, 216.0
BETWEEN_SIDES = 0.4
"""Lines left free between the shoes of one side and those of the other."""
PITCH, LEAST_PITCH, MOST_COLUMNS = 13.0, 9.0, 10
"""From column to column of a map, usually and where there are many; how many have room."""
DISC, RING = 0.38, 0.32
"""Radius of the sign for once, and of that for not yet, in sizes of letters."""
WORD, QUIET, THIN = LIGHT["word"], LIGHT["quiet"], LIGHT["thin"]
BROAD, NARROW = frozenset("mwMW@%&"), frozenset(" .,:;'!|ijlftrI()[]-")


def width_of(text: str, size: float) -> float:
    """The width of a line of text, estimated from the kinds of its characters."""
    return size * sum(map(_em, text))


def _em(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if character in BROAD or unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in NARROW:
        return 0.38
    return 0.72 if character.isupper() else 0.62


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The words of a text in lines of a width; a word wider than that has a line to itself."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


def and_more(count: int) -> str:
    """That so many more are left out."""
    return _("and {count} more in the report", count=count)


def _colour(shoes: Shoes | None) -> str:
    return LIGHT.get(shoes.colour, WORD) if shoes else WORD


def _text(
    x: float, y: float, text: str, size: float, *, colour: str = WORD, bold: bool = False,
    anchor: str = "start",
) -> str:  # fmt: skip
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}"{weight} '
        f'text-anchor="{anchor}">{inline(text)}</text>'
    )


def _line(path: str, colour: str, width: float) -> str:
    return f'<path d="{path}" stroke="{colour}" stroke-width="{width}" fill="none"/>'


def _sign(x: float, y: float, times: int, size: float, colour: str) -> str:
    """A digit for twice and more, a disc for once, a ring for not yet; ``y`` is the base line."""
    if times > 1:
        return _text(x, y, str(times), size, colour=colour, bold=True, anchor="middle")
    middle = f'<circle cx="{x:.1f}" cy="{y - size * 0.36:.1f}"'
    if times:
        return f'{middle} r="{size * DISC:.1f}" fill="{colour}"/>'
    return f'{middle} r="{size * RING:.1f}" fill="none" stroke="{QUIET}" stroke-width=".6"/>'


def _picture(
    name: str, width: float, height: float, title: str, told: str, parts: Iterable[str]
) -> str:
    """An SVG element with its alternatives for those who do not see it."""
    body = "\n".join(parts)
    return (
        f'<svg role="img" aria-labelledby="{name}-title {name}-told" width="{width:.1f}mm" '
        f'height="{height:.1f}mm" viewBox="0 0 {width:.1f} {height:.1f}">\n'
        f'<title id="{name}-title">{inline(title)}</title>\n'
        f'<desc id="{name}-told">{inline(told)}</desc>\n{body}\n</svg>'
    )


def bulb_picture(shoes: Shoes | None) -> str:
    """A lightbulb in the colour of its shoes, as an ornament."""
    return (
        '<svg aria-hidden="true" width="8mm" height="10mm" viewBox="0 0 8 10">'
        f"{_bulb(4, 4, _colour(shoes))}</svg>"
    )


def _bulb(x: float, y: float, colour: str) -> str:
    """The strokes of a lightbulb around the middle of its glass."""
    path = f"M{x - 1.4:.1f} {y + 2.6:.1f}a3 3 0 1 1 2.8 0v1.2h-2.8zM{x - 1:.1f} {y + 5.2:.1f}h2"
    return _line(path, colour, 0.7)


def map_picture(maps: Sequence[ShoesMap], height: float) -> str:
    """The coverage map: with threads to its columns; of several decks, a list of shoes each."""
    if not maps:
        return ""
    rows = _Rows(TEXT, LINE) if len(maps) == 1 else _Rows(DENSE_TEXT, DENSE_LINE)
    # The last row explains the signs.
    most = int(height / (rows.size * rows.line)) - 1
    if len(maps) == 1:
        threaded = _ThreadedMap(maps[0], rows, most - 1)
        rows.line = min(WIDEST_LINE, height / rows.size / (threaded.count + 1 + 2 * BETWEEN_SIDES))
        parts = [*threaded.drawn()]
    else:
        parts = [*_lists(maps, rows, most)]
    rows.end += rows.size * BETWEEN_SIDES
    parts += _legend(rows.next(), rows.size)
    told = " ".join(sentence for one in maps for sentence in (one.stood, *one.gaps) if sentence)
    return _picture("map", map_width(maps), rows.end, _(WHOSE_SHOES), told, parts)


def map_width(maps: Sequence[ShoesMap]) -> float:
    """The width of the picture of these maps."""
    return MAP_WIDTH if len(maps) == 1 else LISTS_WIDTH


class _Rows:
    """A counter of rows of text, which gives the base line of the next one."""

    def __init__(self, size: float, line: float) -> None:
        self.size, self.line = size, line
        self.end = 0.0

    def next(self) -> float:
        """The base line of the next row."""
        self.end += self.size * self.line
        return self.end - self.size * (self.line - 1) / 2 - self.size * 0.15


def _legend(y: float, size: float) -> Iterator[str]:
    x = size / 2
    for times, meaning in ((1, _(ONCE)), (2, _(TWICE)), (0, _(NOT_YET))):
        yield _sign(x, y, times, size, WORD)
        yield _text(x + size, y, meaning, size, colour=QUIET)
        x += 2.5 * size + width_of(meaning, size)


def chosen(hits: Sequence[bool], most: int) -> list[int]:
    """Which of some shoes or themes have a place: all, or hits for two thirds and then gaps.

    Where they do not fit, one place fewer is filled: there it says how many more there are.
    """
    if len(hits) <= most:
        return list(range(len(hits)))
    most = max(1, most - 1)
    met = [n for n, hit in enumerate(hits) if hit]
    gaps = [n for n, hit in enumerate(hits) if not hit]
    share = max(most - len(gaps), -(-most * 2 // 3))
    return sorted((met[:share] + gaps + met[share:])[:most])


def _margin(rows: Iterable[CoverageRow], size: float) -> float:
    """The width of the marks of shoes, and a blank."""
    return size * 0.7 + max((width_of(f"[{row.shoes.mark}]", size) for row in rows), default=0.0)


class _ThreadedMap:
    """The map of one deck in a number of rows: a thread leads from each theme to its column."""

    def __init__(self, one: ShoesMap, rows: _Rows, most_rows: int) -> None:
        self._found, self._rows, self._size = one.found, rows, rows.size
        self._margin = _margin(one.found.rows, self._size)
        columns = max(most_rows - len(one.found.rows), most_rows * 2 // 5)
        self._themes = chosen(one.found.touched, min(columns, MOST_COLUMNS))
        self._pitch = PITCH if len(self._themes) < 7 else LEAST_PITCH
        self._names = MAP_WIDTH - self._margin - len(self._themes) * self._pitch
        self._titles = [self._lines(one.found.themes[n].title) for n in self._themes]
        left = most_rows - sum(map(len, self._titles))
        left -= len(self._themes) < len(one.found.themes)
        worn = [bool(row.stood) for row in one.found.rows]
        self._shoes = chosen(worn, left)
        while len(self._shoes) > 1 and self._needed() > left:
            self._shoes = chosen(worn, len(self._shoes))

    def _lines(self, name: str) -> list[str]:
        return wrapped(one_line(name), self._names - self._size * 0.8, self._size)

    def _needed(self) -> int:
        rows = self._found.rows
        is_more = len(self._shoes) < len(rows)
        return sum(len(self._lines(rows[n].shoes.name)) for n in self._shoes) + is_more

    @property
    def count(self) -> int:
        """How many rows it takes."""
        is_more = len(self._themes) < len(self._found.themes)
        return self._needed() + is_more + sum(map(len, self._titles))

    def drawn(self) -> Iterator[str]:
        """The elements of the map."""
        yield from self._drawn_themes()
        side = None
        for row in (self._found.rows[number] for number in self._shoes):
            if side not in (None, row.shoes.side):
                self._rows.end += self._size * BETWEEN_SIDES
            side = row.shoes.side
            yield from self._drawn_row(row)
        if hidden := len(self._found.rows) - len(self._shoes):
            y = self._rows.next()
            yield _text(self._margin, y, and_more(hidden), self._size, colour=QUIET)

    def _drawn_themes(self) -> Iterator[str]:
        size, end, y = self._size, self._margin + self._names - self._size, 0.0
        if hidden := len(self._found.themes) - len(self._themes):
            y = self._rows.next()
            yield _text(end, y, and_more(hidden), size, colour=QUIET, anchor="end")
        corners = []
        for place, lines in reversed([*enumerate(self._titles)]):
            touched = self._found.touched[self._themes[place]]
            for line in lines:
                y = self._rows.next()
                yield _text(end, y, line, size, colour=WORD if touched else QUIET, anchor="end")
            corners.append((self._column(place), y - size * 0.36))
        for x, y in corners:
            path = f"M{end + 1.5:.1f} {y:.1f}H{x:.1f}V{self._rows.end:.1f}"
            yield _line(path, THIN, 0.5)

    def _column(self, place: int) -> float:
        return self._margin + self._names + (place + 0.5) * self._pitch

    def _drawn_row(self, row: CoverageRow) -> Iterator[str]:
        size, colour = self._size, _colour(row.shoes)
        y = self._rows.next()
        yield _text(0, y, f"[{row.shoes.mark}]", size, colour=colour, bold=True)
        first, *more = self._lines(row.shoes.name)
        of_name = WORD if row.stood else QUIET
        yield _text(self._margin, y, first, size, colour=of_name)
        for place, theme in enumerate(self._themes):
            if row.times[theme] or row.offered[theme]:
                yield _sign(self._column(place), y, row.times[theme], size, colour)
        for line in more:
            yield _text(self._margin, self._rows.next(), line, size, colour=of_name)


def _lists(maps: Sequence[ShoesMap], rows: _Rows, most_rows: int) -> Iterator[str]:
    """The shoes of each deck in two columns; decks of most turns first, where not all fit."""
    left = most_rows * rows.size * rows.line
    by_use = sorted(maps, key=lambda one: -sum(row.stood for row in one.found.rows))
    shown: list[ShoesMap] = []
    for one in by_use:
        scratch = _Rows(rows.size, rows.line)
        list(_list(one, scratch))  # to count its rows
        if scratch.end <= left - (rows.size * rows.line if len(shown) + 1 < len(maps) else 0):
            shown.append(one)
            left -= scratch.end
    for one in maps:
        if one in shown:
            yield from _list(one, rows)
    if hidden := len(maps) - len(shown):
        yield _text(0, rows.next(), and_more(hidden), rows.size, colour=QUIET)


def _list(one: ShoesMap, rows: _Rows) -> Iterator[str]:
    """The title, the shoes two by two, and the themes nobody talked about."""
    size, half, worn = rows.size, LISTS_WIDTH / 2, one.found.rows
    margin = _margin(worn, size)
    rows.end += size * BETWEEN_SIDES
    for line in wrapped(one_line(one.found.deck.title), LISTS_WIDTH, size):
        yield _text(0, rows.next(), line, size, bold=True)
    named = [
        (row, wrapped(one_line(row.shoes.name), half - margin - 2 * size, size)) for row in worn
    ]
    for pair in (named[n : n + 2] for n in range(0, len(named), 2)):
        lines = [rows.next() for _ in range(max(len(names) for _row, names in pair))]
        for number, (row, names) in enumerate(pair):
            x, colour = number * half, _colour(row.shoes)
            yield _text(x, lines[0], f"[{row.shoes.mark}]", size, colour=colour, bold=True)
            for y, name in zip(lines, names, strict=False):
                yield _text(x + margin, y, name, size, colour=WORD if row.stood else QUIET)
            yield _sign(x + half - 1.4 * size, lines[0], row.stood, size, colour)
    if one.found.untouched:
        for line in wrapped(one_line(one.gaps[-1]), LISTS_WIDTH, size):
            yield _text(0, rows.next(), line, size, colour=QUIET)


SLOT, LEAST_SLOT = 33.0, 13.0
"""Millimetres of a turn in the path; below the least there is no room for the mark of its shoes."""
PATH_HEIGHT = 26.0


def path_picture(session: Session) -> str:
    """The path: a stroke a turn in the colour of its shoes, lightbulbs over it, arcs of swaps."""
    turns = session.turns
    if not turns:
        return ""
    slot = min(SLOT, PAGE_WIDTH / len(turns))
    middle = {turn.id: n * slot + slot / 2 for n, turn in enumerate(turns)}
    lit = {bulb.turn for bulb in session.lightbulbs}
    parts = []
    for turn in turns:
        x, colour = middle[turn.id], _colour(session.shoes_of(turn))
        talked = turn.state == "answered" or bool(session.said(turn))
        path = f"M{x - slot * 0.42:.1f} 14H{x + slot * 0.42:.1f}"
        parts.append(_line(path, colour, 2.4) if talked else _line(path, THIN, 0.7))
        if turn.swap_of in middle:
            start = middle[turn.swap_of]
            bow = f"M{start:.1f} 11.5Q{(start + x) / 2:.1f} 8.5 {x:.1f} 11.5"
            parts.append(_line(bow, colour, 0.7))
        if turn.id in lit:
            parts.append(_bulb(x, 4, colour))
        if talked and slot >= LEAST_SLOT:
            label = f"[{session.shoes_of(turn).mark}]"
            parts.append(_text(x, 24, label, TEXT, colour=colour, bold=True, anchor="middle"))
    told = " ".join(f"{number}: {', '.join(facts)}." for number, *facts in turn_facts(session))
    return _picture("path", PAGE_WIDTH, PATH_HEIGHT, _(THE_PATH), told, parts)
