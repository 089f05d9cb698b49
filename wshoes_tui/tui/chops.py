"""Renders only those lines of widgets that are to be painted and that nothing covers.

For one letter in a field Textual renders every widget of the screen from top to bottom, and
throws away all that lies outside the one line or behind something else. Rests on names that
Textual keeps to itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip

Chops = dict[int, Strip | None]
"""The parts of a line by the columns they begin at; None for what is not to be painted."""


def render_what_shows() -> None:
    """Have all apps of this process do so."""
    compositor: Any = Compositor
    compositor._render_chops = _render_chops


def _render_chops(
    compositor: Compositor, crop: Region, is_wanted: Callable[[int], bool]
) -> Sequence[Mapping[int, Strip | None]]:
    """The parts of all lines, as far as they are wanted and lie in ``crop``."""
    cuts = compositor.cuts
    lines: list[Chops] = [{} for _ in cuts]
    gaps: dict[int, set[int]] = {}
    left, right = crop.column_span
    for y in crop.line_range:
        if is_wanted(y):
            lines[y] = dict.fromkeys(cuts[y][:-1])
            parts = zip(cuts[y], cuts[y][1:], strict=False)
            gaps[y] = {cut for cut, end in parts if cut < right and end > left}
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
            pieces = strips[y - first].divide([cut - x for cut in ends])
            for cut, piece in zip((x, *ends), pieces, strict=False):
                if cut in gaps[y]:
                    lines[y][cut] = piece
                    gaps[y].remove(cut)
            if not gaps[y]:
                del gaps[y]
    return lines
