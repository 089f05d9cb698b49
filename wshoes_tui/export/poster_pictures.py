"""SVG pictures of a poster, drawn from the session's own data: the map, the path, a lightbulb.

Lengths are millimetres of A3 paper. A picture never cuts a name: names wrap by an estimate of their
width, which is that of a wide typeface. What is left out is counted in the picture itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.export.html_page import inline, tint
from wshoes_tui.export.report_blocks import ShoesMap
from wshoes_tui.export.report_tables import THE_PATH, turn_facts
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import WHOSE_SHOES

PAGE_WIDTH, PAGE_HEIGHT = 396.0, 273.0
"""Landscape A3 within margins of 12 mm."""
TEXT = 7.8
"""The size of letters: 22 points, legible at two metres."""
DENSE_TEXT = 6.4
"""The size in a map of several decks: 18 points."""
LINE = 1.25
"""From line to line, in sizes of letters."""
MAP_WIDTH = 196.0
MOST_DECKS = 3
PITCH, LEAST_PITCH = 13.0, 9.0
"""From column to column of a map."""
NARROW, BROAD = frozenset(" .,:;'!|ijlftrI()[]-"), frozenset("mwMW@%&")


def width_of(text: str, size: float) -> float:
    """The width of a line of text, estimated from the kinds of its characters."""
    return size * sum(map(_em, text))


def _em(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF" or character in BROAD:
        return 1.0
    if character in NARROW:
        return 0.38
    return 0.74 if character.isupper() else 0.63


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


def _text(
    x: float, y: float, text: str, size: float, *, kind: str = "", anchor: str = "start"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" class="{kind}">'
        f"{inline(text)}</text>"
    )


def _picture(name: str, height: float, width: float, title: str, told: str, body: str) -> str:
    """An SVG element with its alternatives for those who do not see it."""
    return (
        f'<svg role="img" aria-labelledby="{name}-title {name}-told" width="{width:.1f}mm" '
        f'height="{height:.1f}mm" viewBox="0 0 {width:.1f} {height:.1f}">\n'
        f'<title id="{name}-title">{inline(title)}</title>\n'
        f'<desc id="{name}-told">{inline(told)}</desc>\n{body}\n</svg>'
    )


def bulb_picture(shoes: Shoes | None) -> str:
    """A lightbulb in the colour of its shoes, as an ornament."""
    return (
        f'<svg aria-hidden="true" class="{tint(shoes)}" width="8mm" height="10mm" '
        f'viewBox="0 0 8 10">{_bulb(4, 4)}</svg>'
    )


def _bulb(x: float, y: float) -> str:
    """The strokes of a lightbulb around the middle of its glass."""
    return (
        f'<path class="line" d="M{x - 1.4:.1f} {y + 2.6:.1f}a3 3 0 1 1 2.8 0v1.2h-2.8z'
        f'M{x - 1:.1f} {y + 5.2:.1f}h2"/>'
    )


def map_picture(maps: Sequence[ShoesMap], height: float) -> str:
    """The coverage map with threads, a block a deck: those most stood in, up to three of them."""
    busiest = sorted(maps, key=lambda one: -sum(row.stood for row in one.found.rows))[:MOST_DECKS]
    shown = [one for one in maps if one in busiest]
    if not shown:
        return ""
    size = TEXT if len(maps) == 1 else DENSE_TEXT
    step = size * LINE
    rows = int(height / step) - 1  # the last one explains the signs
    rows -= len(maps) > len(shown)
    body: list[str] = []
    y = 0.0
    for one in shown:
        block = _MapBlock(one, size, rows // len(shown), titled=len(maps) > 1)
        body += block.drawn(y)
        y += block.height
    if len(maps) > len(shown):
        body.append(_text(0, y + size, and_more(len(maps) - len(shown)), size, kind="quiet"))
        y += step
    body += _legend(y + size, size)
    told = " ".join(sentence for one in maps for sentence in (one.stood, *one.gaps) if sentence)
    return _picture("map", y + step, MAP_WIDTH, _(WHOSE_SHOES), told, "\n".join(body))


def _legend(y: float, size: float) -> Iterator[str]:
    once, twice, not_yet = _("once"), _("twice"), _("not yet")
    x = size / 2
    yield f'<circle class="full" cx="{x}" cy="{y - size * 0.35:.1f}" r="{size * 0.38:.1f}"/>'
    yield _text(x + size, y, once, size, kind="quiet")
    x += 2 * size + width_of(once, size)
    yield _text(x, y, "2", size, kind="tinted", anchor="middle")
    yield _text(x + size, y, twice, size, kind="quiet")
    x += 2 * size + width_of(twice, size)
    yield f'<circle class="ring" cx="{x:.1f}" cy="{y - size * 0.35:.1f}" r="{size * 0.32:.1f}"/>'
    yield _text(x + size, y, not_yet, size, kind="quiet")


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


class _MapBlock:
    """The map of one deck, in a number of rows."""

    def __init__(self, one: ShoesMap, size: float, rows: int, *, titled: bool) -> None:
        self._found, self._size, self._titled = one.found, size, titled
        self._margin = 1.5 * size + max(
            (width_of(row.shoes.mark, size) for row in one.found.rows), default=0.0
        )
        found = one.found
        most_columns = int((MAP_WIDTH - self._margin) * 0.6 / LEAST_PITCH)
        rows -= titled
        columns = min(max(rows - len(found.rows), rows * 2 // 5), most_columns)
        self._themes = chosen(found.touched, columns)
        room = len(self._themes) * PITCH
        self._pitch = PITCH if room < MAP_WIDTH * 0.45 else LEAST_PITCH
        self._names = MAP_WIDTH - self._margin - len(self._themes) * self._pitch
        left = rows - sum(map(len, self._theme_lines())) - (len(self._themes) < len(found.themes))
        self._shoes = chosen([bool(row.stood) for row in found.rows], left)
        while len(self._shoes) > 1 and self._needed() > left:
            self._shoes = chosen([bool(row.stood) for row in found.rows], len(self._shoes))
        self._rows_used = 0

    def _needed(self) -> int:
        missing = len(self._shoes) < len(self._found.rows)
        return sum(len(self._name_lines(n)) for n in self._shoes) + missing

    def _theme_lines(self) -> list[list[str]]:
        titles = (one_line(self._found.themes[n].title) for n in self._themes)
        return [wrapped(title, self._names - self._size, self._size) for title in titles]

    def _name_lines(self, row: int) -> list[str]:
        name = one_line(self._found.rows[row].shoes.name)
        return wrapped(name, self._names - self._size, self._size)

    @property
    def height(self) -> float:
        """Millimetres, once it is drawn."""
        return self._rows_used * self._size * LINE

    def _row(self, top: float) -> float:
        """The base line of the next row."""
        self._rows_used += 1
        return top + (self._rows_used - 1) * self._size * LINE + self._size

    def drawn(self, top: float) -> list[str]:
        """The elements of the block; ``top`` is where it begins."""
        size, ends = self._size, self._margin + self._names - self._size
        body = []
        if self._titled:
            title = one_line(self._found.deck.title)
            body.append(_text(0, self._row(top), title, size, kind="strong"))
        if hidden := len(self._found.themes) - len(self._themes):
            said = and_more(hidden)
            body.append(_text(ends, self._row(top), said, size, kind="quiet", anchor="end"))
        threads = []
        lines = self._theme_lines()
        for place in reversed(range(len(self._themes))):
            touched = self._found.touched[self._themes[place]]
            for line in lines[place]:
                y = self._row(top)
                kind = "" if touched else "quiet"
                body.append(_text(ends, y, line, size, kind=kind, anchor="end"))
            threads.append((y - size * 0.35, self._column(place)))
        foot = top + self._rows_used * size * LINE
        body += (
            f'<path class="thread" d="M{ends + 1.5:.1f} {y:.1f}H{x:.1f}V{foot:.1f}"/>'
            for y, x in threads
        )
        for row in self._shoes:
            body += self._drawn_row(row, top)
        if hidden := len(self._found.rows) - len(self._shoes):
            said = and_more(hidden)
            body.append(_text(self._margin, self._row(top), said, size, kind="quiet"))
        return body

    def _column(self, place: int) -> float:
        return self._margin + self._names + place * self._pitch + self._pitch / 2

    def _drawn_row(self, number: int, top: float) -> Iterator[str]:
        row, size = self._found.rows[number], self._size
        first, *more = self._name_lines(number)
        y = self._row(top)
        yield f'<g class="{tint(row.shoes)}">'
        yield _text(0, y, f"[{row.shoes.mark}]", size, kind="tinted")
        kind = "" if row.stood else "quiet"
        yield _text(self._margin, y, first, size, kind=kind)
        for place, theme in enumerate(self._themes):
            x, times = self._column(place), row.times[theme]
            if times > 1:
                yield _text(x, y, str(times), size, kind="tinted", anchor="middle")
            elif times or row.offered[theme]:
                sign, radius = ("full", 0.38) if times else ("ring", 0.32)
                middle = f'cx="{x:.1f}" cy="{y - size * 0.35:.1f}" r="{size * radius:.1f}"'
                yield f'<circle class="{sign}" {middle}/>'
        for line in more:
            yield _text(self._margin, self._row(top), line, size, kind=kind)
        yield "</g>"


SLOT, LEAST_SLOT = 26.0, 13.0
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
    body = []
    for turn in turns:
        shoes, x = session.shoes_of(turn), middle[turn.id]
        talked = turn.state == "answered" or bool(session.said(turn))
        kind = "stroke" if talked else "thread"
        half = slot * 0.42
        body.append(f'<g class="{tint(shoes)}">')
        body.append(f'<path class="{kind}" d="M{x - half:.1f} 14H{x + half:.1f}"/>')
        if turn.swap_of in middle:
            start = middle[turn.swap_of]
            bow = f"M{start:.1f} 11.5Q{(start + x) / 2:.1f} 2 {x:.1f} 11.5"
            body.append(f'<path class="line" d="{bow}"/>')
        if turn.id in lit:
            body.append(_bulb(x, 5))
        if talked and slot >= LEAST_SLOT:
            label = f"[{shoes.mark}]"
            body.append(_text(x, 24, label, TEXT, kind="tinted", anchor="middle"))
        body.append("</g>")
    told = " ".join(
        f"{number}: {card}, {shoes}, {ended}." for number, card, shoes, ended in turn_facts(session)
    )
    return _picture("path", PATH_HEIGHT, PAGE_WIDTH, _(THE_PATH), told, "\n".join(body))
