"""Cache of parsed style sheets, shared by all seats.

Every app parses the styles of every widget it uses: 60 ms and 0.3 MB a seat, the same for
all. The rules that come of it are only read, so they can be shared among apps whose theme
gives the variables in them the same values. It is the patch ``stylesheet_cache``.
"""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.style import Style

from wshoes_tui.tui.textual_patches import fits

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
