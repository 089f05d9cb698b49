"""Caches of Textual and Rich: one more for message handlers, and less kept of what is shown.

- Textual goes through a class and all it inherits from for every message and every moment of
  rest: some sixty times for a letter. ``cache_dispatch`` does it once for each class.
- Rich remembers the last 4,096 words that it measured, long after they have been deleted; so does
  Textual, whatever their length: with a text of 100,000 letters and no space that was 700 MB.
- Every app parses the styles of every widget it uses: 60 ms and 0.3 MB a seat, the same for all.
  The rules that come of it are only read, so apps share them whose theme gives the variables in
  them the same values.
- Each of Textual's lines has seven caches of what was made of it: a third of what a seat takes,
  for a terminal on which only changed cells are painted and little is made twice. Often a line
  keeps itself in them, and such a circle waits for the garbage collector. A cache of two colours
  holds the widget that asked for them, up to 1,024.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any

from rich import cells
from textual import strip
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump
from textual.style import Style

from wshoes_tui.tui.textual_patches import fits

Handler = tuple[type, Callable[..., Any]]

MEASURED = 128
"""Words whose widths are remembered: about as many as a card has."""

_stock_handlers: Any = getattr(MessagePump, "_get_dispatch_methods", None)


def cache_dispatch() -> None:
    """Have all apps of this process look up the handlers of a message once for each class."""
    pumps: Any = MessagePump
    pumps._get_dispatch_methods = dispatch_methods


def dispatch_methods(pump: MessagePump, name: str, message: Message) -> Iterator[Handler]:
    """The methods of a pump that handle a message, each with the class it was defined in."""
    kind: Any = type(message)
    found = _known(type(pump), name, kind)
    if found is None:
        yield from _stock_handlers(pump, name, message)
        return
    for cls, method in found:
        if message._no_default_action:
            break
        yield cls, method.__get__(pump, cls)


@cache
def _known(pump: Any, name: str, message: Any) -> tuple[Handler, ...] | None:
    """The methods by their names, from the class upwards; None where others were marked."""
    kinds = {one for one in message.__mro__ if issubclass(one, Message)}
    found: list[Handler] = []
    for cls in pump.__mro__:
        if kinds & vars(cls).get("_decorated_handlers", {}).keys():
            return None
        method = vars(cls).get(f"_{name}") or vars(cls).get(name)
        if method is not None and not getattr(method, "_textual_on", None):
            found.append((cls, method))
    return tuple(found)


def shrink_width_cache() -> None:
    """Have Rich and Textual remember the widths of few words, and of short ones alone."""
    widths: Any = cells
    widths.cached_cell_len = lru_cache(MEASURED)(widths._cell_len)
    for name, module in tuple(sys.modules.items()):
        if name.startswith("textual.") and hasattr(module, "cell_len"):
            vars(module)["cell_len"] = cells.cell_len  # it remembers short texts alone


class NullCache:
    """Null object for a cache: nothing is ever in it."""

    __slots__ = ()

    def get(self, key: object, default: Any = None) -> Any:  # noqa: ARG002 - there is none
        """Not there."""
        return default

    def __setitem__(self, key: object, value: object) -> None:
        """Not kept."""


NULL_CACHE = NullCache()


def drop_strip_caches() -> None:
    """Have painted lines keep nothing that was made of them. For processes with many apps."""
    from textual._styles_cache import StylesCache

    lines: Any = strip
    lines.FIFOCache = lambda _most: NULL_CACHE
    found = vars(StylesCache)["get_inner_outer"]
    if not isinstance(found, classmethod):  # as one it holds the colours alone
        StylesCache.get_inner_outer = classmethod(found)  # type: ignore[method-assign, assignment]


MOST_FOUND = 32


def limit_query_cache(node: DOMNode) -> None:
    """Have a page forget which widgets it found before any of them came or went.

    It looks for a dozen, and for all of them anew after each such change; Textual remembers the
    last 1,024 that were found, though it never asks again for those of before.
    """
    found = getattr(node, "_query_one_cache", None)
    if found is not None:
        found.maxsize = MOST_FOUND


MOST_THEMES = 4


class Parsed:
    """What came of parsing under one theme."""

    def __init__(self, variables: dict[str, str]) -> None:
        from textual.css.tokenize import tokenize_values

        self.tokens = tokenize_values(variables)
        self.rules: dict[tuple[Any, ...], list[Any]] = {}
        self.styles: dict[str, Style] = {}


_parsed: dict[frozenset[tuple[str, str]], Parsed] = {}


class CachedStylesheet(Stylesheet):
    """A style sheet that asks first whether another app has parsed the same."""

    _mine: tuple[dict[str, str], Parsed] | None = None

    @property
    def _variable_tokens(self) -> Any:
        return self._shared.tokens

    def parse_style(self, style_text: str | Style) -> Style:
        """A style from its words; ours are few, and none has anything of anybody's in it."""
        if isinstance(style_text, Style):
            return style_text
        styles = self._shared.styles
        if style_text not in styles:
            styles[style_text] = super().parse_style(style_text)
        return styles[style_text]

    def _parse_rules(self, *args: Any, **kwargs: Any) -> list[Any]:
        key = (*args, *sorted(kwargs.items()))
        rules = self._shared.rules
        if key not in rules:
            rules[key] = super()._parse_rules(*args, **kwargs)
            self._parse_cache.clear()
        return rules[key]

    @property
    def _shared(self) -> Parsed:
        if self._mine is None or self._mine[0] is not self._variables:
            theme = frozenset(self._variables.items())
            if theme not in _parsed:
                if len(_parsed) >= MOST_THEMES:
                    _parsed.pop(next(iter(_parsed)))
                _parsed[theme] = Parsed(self._variables)
            self._mine = self._variables, _parsed[theme]
        return self._mine[1]


def share_styles(app: App[Any]) -> None:
    """Let an app that does not run yet take part, unless its Textual is another one."""
    if fits("stylesheet_cache"):
        app.stylesheet = CachedStylesheet(variables=app.get_css_variables())
