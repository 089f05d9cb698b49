"""Hardware cursor: where screen readers speak and braille displays show.

Asked for while an update is painted, and written in the same bytes as the text: a reader reads
the cursor's line 20 ms after an arrow key. Whatever has the focus says where it stands; on a page
without a field or a list it is parked, to be seen, at the beginning of what is news.

A widget that is to have the cursor has ``shows_cursor``, and ``cursor_screen_offset`` where that is
not its first cell. One that somebody types in has ``holds_words``; a list ``columns_of_entries``.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

from wshoes_tui.tui.base_screen import PageParts
from wshoes_tui.tui.widgets.header_footer import Body, KeyLine, TopLine


class Cursor(NamedTuple):
    """Where the terminal's cursor is to be seen.

    Attributes:
        place: column and row; None where it is hidden.
        is_parked: whether it stands for no place of its own, but for the words from there on.
        field: the rows of the field in focus, if there are words in it. What is painted there is
            what somebody types: nothing of it is written that did not change.
        entry: the columns of the list in focus. The whole line of an entry that an arrow comes
            to is written: some readers speak what is written, and nothing else.
    """

    place: tuple[int, int] | None
    is_parked: bool = False
    field: range | None = None
    entry: range | None = None


def cursor_of(screen: Screen[Any]) -> Cursor:
    """Where the terminal's cursor is to be seen on a screen, by what has the focus."""
    place = screen.cursor_place() if isinstance(screen, PageParts) else None
    focused = screen.focused
    if place is None and focused is not None and getattr(focused, "shows_cursor", False):
        # Textual's own note of it is from before a layout that has moved the widget since.
        place = getattr(focused, "cursor_screen_offset", focused.region.offset)
    is_parked = place is None and isinstance(screen, PageParts)
    if is_parked:
        place = _beginning_of_news(screen)
    if place is None:
        return Cursor(None)
    place = screen.outer_size.clamp_offset(place)
    entry = getattr(focused, "columns_of_entries", None)
    return Cursor(place, is_parked, _typed_rows(focused), entry)


def _beginning_of_news(screen: Screen[Any]) -> Offset | None:
    """Where a sentence begins that has just been said; else what was scrolled to; else the title.

    A sheet has no title: there it is the first line.
    """
    line = next(iter(screen.query(KeyLine)), None)
    if line is not None and line.sentence:
        return line.content_region.offset
    body, top = next(iter(screen.query(Body)), None), next(iter(screen.query(TopLine)), None)
    widget = body if top is None or (body is not None and body.scroll_y) else top
    return None if widget is None else widget.content_region.offset


def _typed_rows(focused: Widget | None) -> range | None:
    if focused is None or not getattr(focused, "holds_words", False):
        return None
    region = focused.region
    return range(region.y, region.bottom)
