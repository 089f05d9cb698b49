"""Content for widgets, of people's words, cards, shoes and dates, and its cache.

The cache holds wrapped and rendered texts for all seats that show the same: the same card, the
same words stand on sixty screens, and each of Textual's widgets would break them into lines for
itself. Nothing is kept for longer than one of the screens shows it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.css.styles import RulesMap
from textual.filter import LineFilter
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from wshoes_tui.cells.cell_layout import Styled
from wshoes_tui.cells.colour_profiles import PENS, QUIET, SHOES, THIN, hex_of
from wshoes_tui.domain.text import REPLACEMENT, one_line, safe
from wshoes_tui.first_paint.page_text import mark_of

if TYPE_CHECKING:
    from wshoes_tui.domain.deck import Shoes
    from wshoes_tui.flow.map_signs import Span as MapSpan

_STYLES = {name: hex_of(name) for name in PENS if name != QUIET}
"""What Textual is told of a pen: a colour that stands for it, whatever the terminal shows."""


def styled_content(text: Styled) -> Content:
    """Content of a styled text of ``cells.cell_layout``."""
    return Content.assemble(*((part, textual_style(style)) for part, style in text))


@cache
def textual_style(style: str) -> str:
    """A style of ``cells.cell_layout``, as Textual writes it."""
    return " ".join(_STYLES.get(word, word) for word in style.split())


def safe_content(text: str, style: str = "") -> Content:
    """Words of people or decks, on several lines, as they stand."""
    return Content.styled(safe(text), style)


def one_line_content(text: str, style: str = "") -> Content:
    """Words of people or decks on one line."""
    return Content.styled(one_line(text), style)


def cell_content(text: str, width: int, style: str = "") -> Content:
    """Words of people or decks as one cell of a table: cut or filled up to this width."""
    content = one_line_content(text, style)
    if content.cell_length > width - 1:
        content = content.truncate(width - 1, ellipsis=True)
    return content + Content(" " * (width - content.cell_length))


def hanging(first: Content, rest: Content, width: int) -> Content:
    """A beginning and a text beside it, whose further lines stand under its first."""
    indent = first.cell_length
    wrapped = [part for row in rest.split("\n") for part in row.wrap(max(8, width - indent))]
    shown = [
        joined_content(first if i == 0 else " " * indent, row) for i, row in enumerate(wrapped)
    ]
    return stacked_content(shown or [first])


def joined_content(*parts: Content | str) -> Content:
    """Contents one after the other; a ``str`` is our own text, never people's."""
    return Content("").join(part if isinstance(part, Content) else Content(part) for part in parts)


def stacked_content(parts: list[Content]) -> Content:
    """Contents one under the other."""
    return Content("\n").join(parts)


def flowing(text: str) -> str:
    """The text with the line breaks inside its paragraphs taken out."""
    paragraphs = safe(text).split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def mark(shoes: Shoes) -> Content:
    """The letter of the shoes, in their colour: ``[P]``."""
    return letter(shoes.mark, shoes.colour)


def marked_name(shoes: Shoes, style: str = "") -> Content:
    """The mark and the name of the shoes."""
    return joined_content(mark(shoes), " ", one_line_content(shoes.name, style))


def named(shoes: Shoes, wide: int, beside: Iterable[Shoes]) -> Content:
    """The mark and the name in ``wide`` cells, one under the other with those of ``beside``."""
    margin = max(len(other.mark) for other in beside) - len(shoes.mark)
    return joined_content(mark(shoes), " " * (1 + margin), cell_content(shoes.name, wide))


@lru_cache(64)
def letter(mark: str, colour: str) -> Content:
    """The same, where only the letter and the colour are known."""
    return styled_content(mark_of(mark, SHOES + colour))


SPAN_STYLES = {"": "", "dot": "", "bold": "bold", "quiet": "dim", "thin": THIN}
"""The styles of the pens of ``flow.map_signs``."""


def span_content(span: MapSpan) -> Content:
    """A span of a drawn row: its characters in its pen, and in the tint of shoes it may have."""
    if span.pen == "mark":
        return letter(span.text[1:-1], span.colour)
    tint = f" {SHOES}{span.colour}" if span.colour else ""
    return styled_content(((span.text, f"{SPAN_STYLES[span.pen]}{tint}".strip()),))


FOREIGN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""Characters that move, colour, turn round or hide; none of them takes a cell."""
HALVES = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no terminal can be sent; each takes a cell."""


class ControlFilter(LineFilter):
    """Takes foreign control characters out of every segment of every widget.

    Words are shown through ``domain.text.safe``, which names such characters; this is for
    what slips past it, such as a field in which somebody has pasted them.
    """

    def apply(
        self,
        segments: list[Segment],
        background: Color,  # noqa: ARG002 - every filter is told
    ) -> list[Segment]:
        """The same segments without foreign characters."""
        if all(segment.control or is_calm(segment.text) for segment in segments):
            return segments
        return [
            segment
            if segment.control
            else Segment(calm(segment.text), segment.style, segment.control)
            for segment in segments
        ]


def is_calm(text: str) -> bool:
    """Whether a text may go to the terminal as it is."""
    return (text.isascii() and text.isprintable()) or (
        not FOREIGN.search(text) and not HALVES.search(text)
    )


def calm(text: str) -> str:
    """The text without what no terminal may be sent, as wide as before."""
    return HALVES.sub(REPLACEMENT, FOREIGN.sub("", text))


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
