"""Cache of wrapped and rendered texts, shared by all seats that show the same.

The same card, the same words stand on sixty screens. Each of Textual's widgets would break
them into lines for itself. Nothing is kept for longer than one of the screens shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any
from weakref import WeakValueDictionary

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

MOST_SIZES = 8
"""For so many widths and heights of screens it is remembered at once."""


class CachedContent(Content):
    """A content that remembers its lines for all who show it."""

    def __init__(self, content: Content) -> None:
        super().__init__(content.plain, list(content.spans), strip_control_codes=False)
        self._heights: dict[object, int] = {}
        self._lines: dict[object, list[Strip]] = {}

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines it takes at this width."""
        key = (width, *_wrapping(rules))
        height = self._heights.get(key)
        if height is None:
            height = super().get_height(rules, width)
            remember_size(self._heights, key, height)
        return height

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Its lines in this size and style."""
        if options.selection is not None or options.post_style is not None:
            return super().render_strips(width, height, style, options)
        key = (width, height, style, *_wrapping(options.rules))
        lines = self._lines.get(key)
        if lines is None:
            lines = super().render_strips(width, height, style, options)
            remember_size(self._lines, key, lines)
        return lines


_shown: WeakValueDictionary[object, CachedContent] = WeakValueDictionary()
_made: WeakValueDictionary[object, CachedContent] = WeakValueDictionary()


def cached_content(key: Hashable, make: Callable[[], Content]) -> CachedContent:
    """What ``make`` gives for this key, which holds all it depends on; made for all at once."""
    found = _made.get(key)
    if found is None:
        found = _made[key] = cached_wrapping(make())
    return found


def cached_wrapping(content: Content | str) -> CachedContent:
    """The one content for all that have this text in these styles."""
    if isinstance(content, CachedContent):
        return content
    if isinstance(content, str):
        content = Content(content)
    key = (content.plain, tuple(content.spans))
    found = _shown.get(key)
    if found is None:
        found = _shown[key] = CachedContent(content)
    return found


def _wrapping(rules: Any) -> tuple[object, ...]:
    names = ("text_align", "text_overflow", "text_wrap", "line_pad")
    return tuple(rules.get(name, None) for name in names)


def remember_size(known: dict[Any, Any], key: object, value: Any) -> None:
    """Keep this for one more size, and in place of all others where those are many."""
    if len(known) >= MOST_SIZES:
        known.clear()
    known[key] = value
