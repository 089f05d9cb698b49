"""Patch of Textual's compositor: only lines that are painted and not covered are rendered.

For one letter in a field Textual renders every widget of the screen from top to bottom, and
throws away all that lies outside the one line or behind something else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

Chops = dict[int, Any]
"""The parts of a line (strips) by the columns they begin at; None for what is not to be painted."""
Span = tuple[int, int, int]
"""A line, its first column that is to be painted, and the column after the last."""


def render_visible_only() -> None:
    """Apply it to all apps of this process."""
    compositor: Any = Compositor
    compositor.render_full_update = _render_full_update
    compositor.render_partial_update = _render_partial_update
    compositor._render_chops = _render_chops


def _render_full_update(
    compositor: Compositor,
    simplify: bool = False,  # noqa: ARG001 - what Textual asks of pictures
) -> LayoutUpdate:
    for widget in compositor.visible_widgets:
        widget._repaint_regions.clear()
    compositor._dirty_regions.clear()
    region = compositor.size.region
    lines: list[Any] = []
    lines += (line.values() for line in _render_chops(compositor, region, lambda _y: True))
    return LayoutUpdate(lines, region)


def _render_partial_update(compositor: Compositor) -> ChopsUpdate | None:
    # With what is to be painted goes what is about to ask for it: it would be a second painting.
    compositor.update_widgets(set(compositor.visible_widgets))
    screen = compositor.size.region
    dirty = [shown for one in compositor._dirty_regions if (shown := one.intersection(screen))]
    compositor._dirty_regions.clear()
    if not dirty:
        return None
    spans = list(compositor._regions_to_spans(dirty))
    return ChopsUpdate(_chops(compositor, spans), spans, [cuts[1:] for cuts in compositor.cuts])


def _render_chops(
    compositor: Compositor, crop: Region, is_wanted: Callable[[int], bool]
) -> Sequence[Mapping[int, Strip | None]]:
    return _chops(compositor, [(y, crop.x, crop.right) for y in crop.line_range if is_wanted(y)])


def _chops(compositor: Compositor, spans: Sequence[Span]) -> list[Chops]:
    """All lines, filled as far as these spans reach."""
    cuts = compositor.cuts
    lines: list[Chops] = [{} for _ in cuts]
    gaps: dict[int, set[int]] = {}
    for y, left, right in spans:
        if y not in gaps:
            lines[y], gaps[y] = dict.fromkeys(cuts[y][:-1]), set()
        parts = zip(cuts[y], cuts[y][1:], strict=False)
        gaps[y].update(cut for cut, end in parts if cut < right and end > left)
    for widget, (region, clip) in compositor.visible_widgets.items():  # the foremost comes first
        if not gaps:
            break
        x, top, width, height = region.intersection(clip)
        end = x + width
        rows = [
            y
            for y in range(top, top + height)
            if y in gaps and any(x <= cut < end for cut in gaps[y])
        ]
        if not rows:
            continue
        first = rows[0]
        seen = Region(x - region.x, first - region.y, width, rows[-1] + 1 - first)
        strips = widget.render_lines(seen)
        for y in rows:
            ends = [cut for cut in cuts[y] if x < cut <= end]
            whole = strips[y - first]
            alone = len(ends) == 1 and whole.cell_length == width
            pieces = (whole,) if alone else whole.divide([cut - x for cut in ends])
            for cut, piece in zip((x, *ends), pieces, strict=False):
                if cut in gaps[y]:
                    lines[y][cut] = piece
                    gaps[y].remove(cut)
            if not gaps[y]:
                del gaps[y]
    return lines
