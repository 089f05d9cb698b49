"""Renderer of the row of one-shot actions: actions -> content, for the room there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.geometry import Offset

from wshoes_tui.cells.cell_rows import cells_in
from wshoes_tui.cells.colour_profiles import LIVE, hex_of
from wshoes_tui.flow.actions import GROUP_LABELS, Action
from wshoes_tui.locale import _

GAP = 2
"""Cells between two columns."""
NOW = f"bold {hex_of(LIVE)}"
MARKED = f"{hex_of(LIVE)} bold"
"""Looks as ``NOW`` does, and is found by its name."""
NARROW = 60
"""Columns below which there are no headings: every row counts."""


def action_row(
    actions: Sequence[Action],
    width: int,
    *,
    marked: int | None = None,
    slow: bool = False,
    arrows_choose: bool = False,
) -> Content:
    """What can be done, each with its letter: groups side by side, or columns without headings.

    Args:
        actions: all that can be done now, in the order of the table.
        width: the columns there are.
        marked: the action that Enter would choose, by its place among those shown.
        slow: whether to be content with one line, for a line on which each letter takes time.
        arrows_choose: whether letters are words, so that arrows and Enter choose.
    """
    shown = grouped(actions)
    cells = [_cell(action, at == marked) for at, action in enumerate(shown)]
    if slow and not arrows_choose:
        return _one_line(shown, width)
    if arrows_choose:
        title = _title(_("Arrows choose"), _("Arrows choose, and letters are words"))
    else:
        title = _title(_("One letter now"), _("One letter now, and then letters are words again"))
    if width < NARROW:
        title = title if arrows_choose else Content.styled(_("One letter now"), NOW)
        return _lines([title, *_columns(_halves(cells), width)])
    groups = [
        [Content.styled(_(label), "dim"), *(c for c, a in zip(cells, shown, strict=True)
                                            if a.group == group)]
        for group, label in GROUP_LABELS.items()
        if any(action.group == group for action in shown)
    ]  # fmt: skip
    if sum(_wide(column) + GAP for column in groups) - GAP > width:
        return _lines([title, *_columns(_halves(cells), width)])
    return _lines([title, *_columns(groups, width)])


def grouped(actions: Sequence[Action]) -> list[Action]:
    """The actions that are shown, group by group: the order in which arrows go through them."""
    return [action for group in GROUP_LABELS for action in actions if action.group == group]


def place_of_marked(row: Content) -> Offset:
    """Where the marked action stands in a row of actions: column and line; else the beginning."""
    start = next((span.start for span in row.spans if span.style == MARKED), 0)
    before = row.plain[:start]
    return Offset(cells_in(before.rpartition("\n")[2]), before.count("\n"))


def _title(first: str, whole: str) -> Content:
    """A sentence whose beginning is live, and the rest quiet."""
    if not whole.startswith(first):
        return Content.styled(whole, NOW)
    return Content.assemble((first, NOW), (whole[len(first) :], "dim"))


def _cell(action: Action, marked: bool) -> Content:
    if marked:
        return Content.styled(f"{action.key_label} {_(action.label)}", MARKED)
    return Content.assemble((action.key_label, NOW), f" {_(action.label)}")


def _one_line(shown: Sequence[Action], width: int) -> Content:
    row, end = (
        Content.styled(_("One letter:"), NOW),
        Content.assemble(("?", NOW), " ", _("all")),
    )
    first = sorted((a for a in shown if a.order), key=lambda action: action.order)
    for action in first:
        part = Content.assemble(("  " if len(row) else ""), (action.key_label, NOW), " ",
                                _(action.footer_label))  # fmt: skip
        if row.cell_length + part.cell_length + end.cell_length + GAP > width:
            break
        row += part
    return row + Content("  ") + end


def _halves(cells: Sequence[Content]) -> list[list[Content]]:
    half = (len(cells) + 1) // 2
    return [list(cells[:half]), list(cells[half:])]


def _columns(columns: Sequence[Sequence[Content]], width: int) -> Iterator[Content]:
    """The columns side by side, as far apart as there is room, at most evenly."""
    even = width // max(1, len(columns))
    wide = [_wide(column) + GAP for column in columns]
    if sum(max(even, one) for one in wide[:-1]) + (wide[-1] if wide else 0) <= width + GAP:
        wide = [max(even, one) for one in wide]
    for row in range(max((len(column) for column in columns), default=0)):
        line = Content()
        for column, cells in zip(columns, wide, strict=True):
            part = column[row] if row < len(column) else Content()
            line += part.pad_right(max(0, cells - part.cell_length))
        yield line.truncate(width)


def _wide(column: Sequence[Content]) -> int:
    return max((cell.cell_length for cell in column), default=0)


def _lines(rows: Sequence[Content]) -> Content:
    return Content("\n").join(rows)
