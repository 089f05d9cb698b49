"""Rows of text for the summary: the path, swaps in two columns, numbers as a scale.

Rows of spans, as those of ``coverage_map``: the screens give each span its pen, ``wshoes show``
takes the characters alone. Line mode tells the same blocks in words (``line_output/render.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.summary import BeforeAfter, PathStep
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.flow.blocks import BeforeAfterBlock, Block, PathBlock, Side, SwapBlock
from wshoes_tui.flow.coverage_map import NARROW
from wshoes_tui.flow.map_signs import DRAWN, Glyphs, Pen, Row, Span
from wshoes_tui.limits import HIGHEST_RATING
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import AFTER, BEFORE, count_lightbulbs, decimal, turn_ended
from wshoes_tui.terminal.width import cells, shortened, wrapped

MOST_STROKES = 40
"""Cells of the line that has a stroke for each turn."""
NAMES = 28
"""Cells of names of shoes beside something else; longer ones are cut."""
COLUMN, WIDE_COLUMN = 32, 54
"""Cells of one side of a swap, and where there are ``WIDE`` cells or more."""
WIDE = 112
BETWEEN = 6
"""Cells between two columns, where there is room."""
SCALE = 2 * HIGHEST_RATING + 1
"""Cells of a scale from 0 to 10: the middle of numbers may be a half."""


def line_rows(block: PathBlock, width: int, glyphs: Glyphs = DRAWN) -> Iterator[Row]:
    """A stroke for each turn in the colour of its shoes, and what there is at the end."""
    each = max(1, min(2, min(MOST_STROKES, width) // max(1, len(block.steps))))
    strokes = tuple(turn_stroke(step, each, glyphs) for step in block.steps)[:MOST_STROKES]
    told = " · ".join(block.counts)
    if not strokes:
        yield from _lines(told, width)
    elif _wide(strokes) + 3 + cells(told) <= width:
        yield (*strokes, Span(f"   {told}"))
    else:
        yield strokes
        yield from _lines(told, width)


def path_rows(block: PathBlock, width: int, glyphs: Glyphs = DRAWN) -> Iterator[Row]:
    """The turns: number, shoes, card, and how one ended that was not talked about."""
    numbers = len(str(len(block.steps)))
    mark = 1 + max((cells(_mark(step.shoes)) for step in block.steps), default=0)
    names = max((cells(one_line(step.shoes.name)) for step in block.steps), default=0)
    at = numbers + 4 + mark
    for step in block.steps:
        head: Row = (
            Span(f"{step.number:>{numbers}} ", "quiet"),
            turn_stroke(step, 2, glyphs),
            Span(" "),
            *_marked(step.shoes, mark),
        )
        if width >= NARROW:
            beside = min(names, NAMES)
            name = shortened(one_line(step.shoes.name), beside, glyphs.more)
            below = at + beside + 2
            rest = list(_card_lines(step, width - below, alone=block.alone))
            yield (*head, Span(name), Span(" " * (beside - cells(name) + 2)), *rest[0])
        else:
            below, rest = at, list(_card_lines(step, width - at, alone=block.alone))
            first, *more = wrapped(one_line(step.shoes.name), width - at) or [""]
            yield (*head, Span(first))
            yield from ((Span(" " * at), Span(line)) for line in more)
            yield (Span(" " * below), *rest[0])
        yield from ((Span(" " * below), *row) for row in rest[1:])


def _card_lines(step: PathStep, width: int, *, alone: bool) -> Iterator[Row]:
    """The title of a card, and in the same row where it fits what more there is to say."""
    lines = wrapped(one_line(step.card), width) or [""]
    told = ", ".join(path_told(step, alone=alone))
    pen: Pen = "bold" if step.was_heard else "quiet"
    if told and cells(lines[-1]) + 2 + cells(told) <= width:
        yield from ((Span(line, pen),) for line in lines[:-1])
        yield Span(lines[-1], pen), Span("  "), Span(told, "quiet")
    else:
        yield from ((Span(line, pen),) for line in lines)
        yield from _lines(told, width, "quiet")


def swap_rows(block: SwapBlock, width: int, glyphs: Glyphs = DRAWN) -> Iterator[Row]:
    """A card from two sides: side by side where both have room, else one under the other."""
    yield from _lines(one_line(block.title), width, "bold")
    if width < NARROW:
        for side in block.sides:
            yield from _side(side, width, glyphs)
            yield ()
        return
    between = BETWEEN if width >= 2 * COLUMN + BETWEEN else 2
    column = min(WIDE_COLUMN if width >= WIDE else COLUMN, (width - between) // 2)
    both = [list(_side(side, column, glyphs)) for side in block.sides]
    for left, right in zip_longest(*both, fillvalue=()):
        if right:
            yield (*left, Span(" " * (column + between - _wide(left))), *right)
        else:
            yield left
    yield ()


def _side(side: Side, width: int, glyphs: Glyphs) -> Iterator[Row]:
    """The shoes under a stroke of their colour, and below what was said on that turn."""
    shoes, all_said = side
    yield (Span(glyphs.heavy * width, "dot", shoes.colour),)
    mark = _mark(shoes)
    first, *more = wrapped(one_line(shoes.name), width - cells(mark) - 1) or [""]
    yield *_marked(shoes, cells(mark) + 1), Span(first, "bold")
    yield from ((Span(" " * (cells(mark) + 1)), Span(line, "bold")) for line in more)
    for number, said in enumerate(all_said):
        if number:
            yield ()
        worn = said.shoes
        head = f"{one_line(said.who)} " if said.who else ""
        other = (*_marked(worn, cells(_mark(worn)) + 1),) if worn.id != shoes.id else ()
        text = " ".join(safe(said.response.text).split())
        yield from _after((*((Span(head, "quiet"),) if head else ()), *other), text, width)
    if not all_said:
        yield from _lines(_("not written down"), width, "quiet")


def _after(head: Row, text: str, width: int) -> Iterator[Row]:
    """A text that begins behind a head, and goes on in the first cell of the next rows."""
    if not head and text:
        yield from _lines(text, width)
        return
    room = width - _wide(head)
    # Of its beginning: all of it is wrapped below, in another width.
    first = (wrapped(text[: 2 * room], room) or [""])[0] if room > 8 else ""
    yield *head, Span(first)
    rest = text[len(first) :].strip() if text.startswith(first) else text
    if rest:
        yield from _lines(rest, width)


def number_rows(block: BeforeAfterBlock, width: int, glyphs: Glyphs = DRAWN) -> Iterator[Row]:
    """The middle numbers before and after, each pair on a scale from 0 to 10."""
    mark = 1 + max((cells(_mark(row.shoes)) for row in block.rows), default=0)
    deck = ""
    for row in block.rows:
        if block.titled and row.deck.id != deck:
            if deck:
                yield ()
            deck = row.deck.id
            yield from _lines(one_line(row.deck.title), width, "bold")
        yield from _scaled(row, mark, width, glyphs)
    legend = f"{glyphs.down} {_(BEFORE)}   {glyphs.dot} {_(AFTER)}   0-{HIGHEST_RATING}"
    yield ()
    yield (Span(legend, "quiet"),)


def _scaled(row: BeforeAfter, mark: int, width: int, glyphs: Glyphs) -> Iterator[Row]:
    before, after = (
        Span(("-" if n is None else decimal(n)).rjust(4)) for n in (row.before, row.after)
    )
    figures: Row = (before, Span("  ->", "quiet"), after)
    both: Row = (*figures, Span("   "), *scale_row(row, glyphs))
    name, beside = one_line(row.shoes.name), width - mark - _wide(both) - 1
    if beside >= 16:
        names = min(NAMES, beside)
        shown = shortened(name, names, glyphs.more)
        gap = Span(" " * (names - cells(shown) + 1))
        yield *_marked(row.shoes, mark), Span(shown), gap, *both
        return
    first, *more = wrapped(name, width - mark) or [""]
    yield *_marked(row.shoes, mark), Span(first)
    yield from ((Span(" " * mark), Span(line)) for line in more)
    yield from (both,) if _wide(both) <= width else (figures, scale_row(row, glyphs))


def scale_row(row: BeforeAfter, glyphs: Glyphs = DRAWN) -> Row:
    """The way from the number before to the one after: a bar, a heavy line, a dot."""
    before, after = (None if n is None else round(2 * n) for n in (row.before, row.after))
    known = [place for place in (before, after) if place is not None]
    low, high = min(known), max(known)

    def span(place: int) -> Span:
        if place == after:
            return Span(glyphs.dot, "dot", row.shoes.colour)
        if place == before:
            return Span(glyphs.down, "bold")
        if low < place < high:
            return Span(glyphs.heavy, "dot", row.shoes.colour)
        return Span(glyphs.line, "thin")

    return tuple(map(span, range(SCALE)))


def turn_stroke(step: PathStep, wide: int, glyphs: Glyphs) -> Span:
    """The stroke of a turn in the line of the evening, so many cells wide."""
    if step.was_heard:
        return Span(glyphs.heavy * wide, "dot", step.shoes.colour)
    return Span(glyphs.point * wide, "thin")


def _mark(shoes: Shoes) -> str:
    return f"[{one_line(shoes.mark)}]"


def _marked(shoes: Shoes, wide: int) -> Row:
    """The mark in the colour of the shoes, filled up to so many cells."""
    mark = _mark(shoes)
    return Span(mark, "mark", shoes.colour), Span(" " * (wide - cells(mark)))


def _lines(text: str, width: int, pen: Pen = "") -> Iterator[Row]:
    return ((Span(line, pen),) for line in wrapped(text, width))


def _wide(row: Iterable[Span]) -> int:
    return sum(cells(span.text) for span in row)


def drawn_rows(block: Block, width: int, glyphs: Glyphs = DRAWN) -> Iterator[Row] | None:
    """The rows of a block that is drawn; None for every other kind."""
    match block:
        case PathBlock() if block.counts:
            return line_rows(block, width, glyphs)
        case PathBlock():
            return path_rows(block, width, glyphs)
        case SwapBlock():
            return swap_rows(block, width, glyphs)
        case BeforeAfterBlock():
            return number_rows(block, width, glyphs)
    return None


def path_told(step: PathStep, *, alone: bool = False) -> list[str]:
    """How a turn ended, where it was not just talked about, and how many lightbulbs it brought."""
    told = []
    if step.is_swap or step.state != "answered":
        told.append(turn_ended(step.state, swapped=step.is_swap, alone=alone))
    return [*told, count_lightbulbs(step.bulbs)] if step.bulbs else told
