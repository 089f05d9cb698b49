"""Keeps Textual from painting lines anew that still hold. Rests on names it keeps to itself.

After every layout each widget is told how much room its content takes, and where that has
changed, all its lines are made once more, in a second painting. But what it shows depends on
its own size, of which Textual has taken care by then.
"""

from __future__ import annotations

from typing import Any

from textual.scroll_view import ScrollView
from textual.widget import Widget


def paint_once() -> None:
    """Have all apps of this process do without the second painting."""
    room: Any = Widget.virtual_size
    room._repaint = False
    widgets: Any = Widget
    widgets._watch_virtual_size = _room_changed


def _room_changed(widget: Widget) -> None:
    if isinstance(widget, ScrollView):  # it shows a part of its room
        widget.refresh()
    else:
        widget.clear_cached_dimensions()
