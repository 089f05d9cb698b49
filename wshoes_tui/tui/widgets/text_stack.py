"""Text stack: one widget for texts one under the other, such as a card and all that leads to it.

One widget, where each text could be one: at every change of a card Textual would ask each of
ten widgets for its room, tell it of its size, and frame each of its lines, on sixty screens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from weakref import WeakValueDictionary

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions
from textual.widget import Widget

from wshoes_tui.first_paint.text_places import (
    BOLD,
    DIM,
    MOST_COLUMNS,
    TextPlace,
    columns_left,
    gaps,
    placed_on,
)
from wshoes_tui.tui.content import CachedContent, cached_wrapping, remember_size, textual_style

__all__ = ["BOLD", "DIM", "MOST_COLUMNS", "TextPlace", "TextStack"]

GROUND = Color.parse("ansi_default")


@cache
def _place_style(style: str) -> Style:
    return Style.parse(textual_style(style)) if style else Style()


class StackRows:
    """Texts in their places, as lines. Those who show the same have the same one.

    Args:
        parts: each text, its place, and whether its screen is a dense one.
    """

    def __init__(self, parts: Iterable[tuple[CachedContent, TextPlace, bool]]) -> None:
        self._parts = tuple(parts)
        self._heights: dict[int, int] = {}
        self._lines: dict[tuple[int, Style], list[Strip]] = {}

    def height(self, width: int) -> int:
        """Its lines at this width."""
        found = self._heights.get(width)
        if found is None:
            found = sum(self._gaps()) + sum(
                content.get_height({}, columns_left(width, place))
                for content, place, _dense in self._parts
            )
            remember_size(self._heights, width, found)
        return found

    def lines(self, width: int, style: Style) -> list[Strip]:
        """Its lines, each as wide as that."""
        found = self._lines.get((width, style))
        if found is None:
            found = list(self._made(width, style))
            remember_size(self._lines, (width, style), found)
        return found

    def _made(self, width: int, style: Style) -> Iterable[Strip]:
        ground = style.rich_style
        blank = Strip([Segment(" " * width, ground)], width)
        gaps = self._gaps()
        yield from [blank] * gaps[0]
        for (content, place, _dense), gap in zip(self._parts, gaps[1:], strict=True):
            columns = columns_left(width, place)
            before = [Segment(" " * place.indent, ground)] * (place.indent > 0)
            for strip in content.render_strips(
                columns, None, style + _place_style(place.style), _OPTIONS
            ):
                yield Strip([*before, *strip]).extend_cell_length(width, ground)
            yield from [blank] * gap

    def _gaps(self) -> list[int]:
        """The empty lines above each text, and below the last one."""
        return gaps((place, dense) for _content, place, dense in self._parts)


def _style_of(style: Style | str) -> Style:
    return style if isinstance(style, Style) else Style.parse(style)


_OPTIONS = RenderOptions(_style_of, {}, None, None)
_known: WeakValueDictionary[Any, StackRows] = WeakValueDictionary()


def stacked(parts: Iterable[tuple[CachedContent, TextPlace, bool]]) -> StackRows:
    """The one stack of these texts in these places."""
    parts = tuple(parts)
    # A stack holds its texts: as long as it is known, their ids are theirs alone.
    key = tuple((id(content), place, dense) for content, place, dense in parts)
    found = _known.get(key)
    if found is None:
        found = _known[key] = StackRows(parts)
    return found


class TextStack(Widget, inherit_css=False):
    """A column of texts.

    Args:
        places: where each text stands, by its name, from above to below.
        id: the widget's id.
    """

    DEFAULT_CSS = """
    TextStack { height: auto; }
    """

    def __init__(self, places: Mapping[str, TextPlace], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._places = places
        self._texts: dict[str, CachedContent] = {}
        self._shown: tuple[frozenset[str], StackRows] | None = None

    def show_texts(self, **texts: Content | str) -> None:
        """Show these texts; what is not named stays, and what is empty takes no room."""
        changed = {name: cached_wrapping(text) for name, text in texts.items()}
        if all(self._texts.get(name) is text for name, text in changed.items()):
            return
        width = self.outer_size.width  # none before it has been laid out
        before = self._stack().height(width) if width else None
        self._texts.update(changed)
        self._shown = None
        self.display = any(self._texts.values())
        self.refresh(layout=before is None or self._stack().height(width) != before)

    @property
    def is_laid_out(self) -> bool:
        """Whether it has as many lines as its texts take."""
        width, height = self.outer_size
        return not width or self._stack().height(width) == height

    def _stack(self) -> StackRows:
        classes = self.screen.classes
        if self._shown is None or self._shown[0] != classes:
            parts = [
                (self._texts[name], placed_on(place, classes), not classes.isdisjoint(place.dense))
                for name, place in self._places.items()
                if self._texts.get(name) and classes.isdisjoint(place.absent)
            ]
            self._shown = (classes, stacked(parts))
        return self._shown[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return self._stack().height(width)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region. Nothing of Textual's stands around them, so it frames none."""
        width, style = self.outer_size.width, self.visual_style
        strips = self._stack().lines(width, style)[crop.y : crop.bottom]
        # Painted between a change of the texts and the layout that follows it.
        missing = crop.height - len(strips)
        strips += [Strip.blank(width, style.rich_style)] * missing
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, GROUND) for strip in strips]
        if crop.column_span != (0, width):
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips
