"""Patch of Textual: nothing that still holds is laid out, looked up or painted a second time."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from weakref import WeakSet

from textual._compositor import Compositor, ReflowResult
from textual.dom import NoScreen
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.style import Style
from textual.widget import Widget

_stock_set_dirty = Widget._set_dirty
_stock_reflow = Compositor.reflow
_stock_check_refresh = Widget._check_refresh
_stock_refresh = Widget.refresh
_stock_value = Reactive.__get__
MOST_LAYOUTS = 3
"""A scroll bar that comes may take the room that has another one come, or go."""


def repaint_once() -> None:
    """Apply it to all apps of this process.

    After every layout each widget is told how large its content is. Where that has
    changed, all its lines are made once more and everything is laid out once more. But what it
    shows depends on its own size, and where scrollbars come or go, they ask for a layout.

    Whenever the focus moves, the whole screen is painted. But who has it, and who had it, are
    painted anyway.

    A scroll bar that a layout brings, or takes away, changes the room of what scrolls, which is
    laid out, wrapped and painted once more. Here it is laid out before it is painted.

    A widget asks for a layout when it has nothing else to do, and a page may be painted before
    that: then it shows new texts in old places. Here each layout is one for all that was asked for
    until then.

    And a widget that wishes to be painted says so to its screen, and does not write to it: by
    the time the screen reads that, a layout may have painted it.

    Where all of a widget is to be painted anew, its lines are let go of, and then each of them
    is marked as well, for which the widget is looked up on the screen. And what a layout has
    worked out for all widgets is worked out once more where one of them has come or gone.

    A value that a widget watches is asked for a hundred times for each letter, and each time it
    is made sure that there is a widget, that there is a value, and that it is not to be worked
    out first.

    Nor are links looked for in every line, for there are none; nor is every piece of text
    given a style of its own that says where it stands: that is for selecting with a mouse.
    """
    widgets: Any = Widget
    virtual_size: Any = Widget.virtual_size
    virtual_size._repaint = virtual_size._layout = False
    widgets._watch_virtual_size = _virtual_size_changed
    focused: Any = Screen.focused
    focused._repaint = False
    links: Any = Widget.auto_links
    links._default = widgets._default_auto_links = False
    styles: Any = Style
    styles.rich_style_with_offset = lambda style, _x, _y: style.rich_style
    widgets.refresh = _refresh
    widgets._check_refresh = _check_refresh
    widgets._set_dirty = _set_dirty
    values: Any = Reactive
    values.__get__ = _value
    layouts: Any = Compositor
    layouts.reflow = _reflow


def _virtual_size_changed(widget: Widget) -> None:
    if isinstance(widget, ScrollView):  # it shows a part of its content, and may be as high
        widget.refresh(layout=True)
    else:
        widget.clear_cached_dimensions()


def _value(reactive: Any, owner: Any, kind: Any) -> Any:
    try:
        if reactive.name not in owner._computes:
            return owner.__dict__[reactive.internal_name]
    except (AttributeError, KeyError):  # it has no value yet, or there is no owner
        pass
    return _stock_value(reactive, owner, kind)


def _set_dirty(widget: Widget, *regions: Region) -> None:
    if regions:
        _stock_set_dirty(widget, *regions)
        return
    widget._styles_cache.clear()
    whole = widget.outer_size.region
    widget._dirty_regions.clear()
    widget._dirty_regions.add(whole)
    widget._repaint_regions.clear()
    if whole:
        widget._repaint_regions.add(whole)


_asking: WeakSet[Widget] = WeakSet()
"""Widgets that have asked for a layout since the last one of their screen."""


def _refresh(widget: Widget, *regions: Region, layout: bool = False, **more: Any) -> Widget:
    asks = layout and not widget._layout_required
    _stock_refresh(widget, *regions, layout=layout, **more)
    if asks and widget._is_mounted:
        with suppress(NoScreen):
            screen = widget.screen
            for ancestor in widget.ancestors:
                if not isinstance(ancestor, Widget):
                    break
                ancestor._clear_arrangement_cache()
                ancestor._layout_updates += 1
                if not ancestor.styles.auto_dimensions:
                    break
            screen._layout_required = True
            screen.check_idle()
            _asking.add(widget)
    return widget


def _take_requests(screen: Widget) -> bool:
    """Take what widgets of a screen have asked for into the layout that follows; if any has."""
    asked = [one for one in _asking if one.is_attached and one.screen is screen]
    for widget in asked:
        widget._layout_required = False
        _asking.discard(widget)
    return bool(asked)


def _reflow(compositor: Compositor, parent: Widget, size: Size) -> ReflowResult:
    _take_requests(parent)
    hidden, shown, resized = _stock_reflow(compositor, parent, size)
    for _again in range(MOST_LAYOUTS - 1):
        changed = _scroll_bars_changed(compositor)
        if (tell := getattr(parent, "body_moved", None)) is not None:
            tell()  # the page may ask for another layout
        if not _take_requests(parent) and not changed:
            break
        now_hidden, now_shown, now_resized = _stock_reflow(compositor, parent, size)
        hidden, shown = (hidden - now_shown) | now_hidden, (shown - now_hidden) | now_shown
        resized |= now_resized
    compositor._full_map_invalidated = False
    return ReflowResult(hidden, shown, resized)


def _scroll_bars_changed(compositor: Compositor) -> bool:
    """Tell widgets their new sizes; whether a scroll bar has come or gone, and takes room."""
    changed = False
    for widget, geometry in compositor.layers:
        bars, wanted = widget.scrollbars_enabled, widget._layout_required
        widget._size_updated(geometry.region.size, geometry.virtual_size, geometry.container_size)
        if bars != widget.scrollbars_enabled:
            widget._layout_required = wanted  # this layout is the one for its scroll bar
            changed = True
    return changed


def _check_refresh(widget: Widget) -> None:
    if widget._repaint_required and widget._parent is not None and not widget._closing:
        widget._repaint_required = False
        with suppress(NoScreen):
            screen = widget.screen
            if widget.display and widget._repaint_regions and screen in screen._compositor:
                screen._dirty_widgets.add(widget)
                screen.check_idle()
    if widget._layout_required and widget in _asking and widget.is_attached:
        # Where its screen knows already, a message would have it laid out twice.
        widget._layout_required = not widget.screen._layout_required
    _stock_check_refresh(widget)
