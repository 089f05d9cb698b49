"""HTML page: the escaping of people's words, the palette, and the frame that every page has.

A page is one file that asks for nothing: its style is inside, it has no script, and its policy
(Content-Security-Policy) forbids both a request and a script, should a reader of HTML ever find one
in somebody's words. Whatever people or authors of decks wrote goes through ``inline`` or
``paragraphs``, once; ``language_attribute`` and ``tint`` are the only ways of such a value into an
attribute.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from wshoes_tui.domain.deck import COLOURS, Shoes
from wshoes_tui.domain.text import one_line
from wshoes_tui.export.report_blocks import paragraphs_of
from wshoes_tui.locale import language_in_use

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

LIGHT: Mapping[str, str] = {
    "ground": "#ffffff",
    "word": "#1c1c1c",
    "quiet": "#626262",
    "thin": "#b2b2b2",
    "yellow": "#5f5f00",
    "magenta": "#870087",
    "cyan": "#005f5f",
    "green": "#005f00",
    "blue": "#005faf",
    "red": "#870000",
    "white": "#444444",
    "black": "#262626",
}
DARK: Mapping[str, str] = {
    "ground": "#1c1c1c",
    "word": "#eeeeee",
    "quiet": "#9e9e9e",
    "thin": "#626262",
    "yellow": "#ffffaf",
    "magenta": "#d7afff",
    "cyan": "#87d7d7",
    "green": "#afd787",
    "blue": "#87afff",
    "red": "#ffafaf",
    "white": "#e4e4e4",
    "black": "#b2b2b2",
}
"""Colours by what they are for: the ground, words, quiet words, thin lines (no words), and the
tints of shoes by the names of a deck's colours. Each has a contrast of 4.5 to its ground, but for
thin lines."""


def inline(text: str) -> str:
    """The text on one line as HTML."""
    return escape(one_line(text))


def paragraphs(text: str, *, keep_breaks: bool = True) -> list[str]:
    """The HTML inside each paragraph of a text of several lines."""
    between = "<br>\n" if keep_breaks else "\n"
    return [between.join(map(escape, lines)) for lines in paragraphs_of(text)]


def words(text: str, *, lead_in: str = "", keep_breaks: bool = True) -> str:
    """The text as paragraphs, the first behind a lead-in (plain text) where there is one."""
    first, *more = paragraphs(text, keep_breaks=keep_breaks) or [""]
    if lead_in:
        first = f'<span class="lead">{inline(lead_in)}</span> {first}'
    return "\n".join(f"<p>{one}</p>" for one in (first, *more))


def language_attribute(tag: str) -> str:
    """A lang attribute with a blank before it; nothing where the page is in that language."""
    base = tag.replace("_", "-").split("-")[0].casefold()
    return "" if not base or base == language_in_use() else f' lang="{inline(tag)}"'


def tint(shoes: Shoes | None) -> str:
    """The class that gives something the colour of shoes; "" for none."""
    return f"tint-{shoes.colour}" if shoes and shoes.colour in COLOURS else ""


def mark(shoes: Shoes) -> str:
    """The mark of shoes in brackets, in their colour."""
    return f'<b class="mark {tint(shoes)}">[{inline(shoes.mark)}]</b>'


def colour_style(*, dark: bool = True) -> str:
    """The style rules of the palette. The dark one is for screens that ask for it, never paper."""
    tints = "\n".join(f".tint-{name} {{ --tint: var(--{name}) }}" for name in COLOURS)
    schemes = f":root {{ {_variables(LIGHT)}; --tint: var(--word) }}\n"
    if dark:
        asked = "@media screen and (prefers-color-scheme: dark)"
        schemes += f"{asked} {{ :root {{ {_variables(DARK)} }} }}\n"
    return f"{schemes}{tints}\n"


def _variables(palette: Mapping[str, str]) -> str:
    return "; ".join(f"--{name}: {value}" for name, value in palette.items())


def page(title: str, style: str, body: str, *, schemes: str = "light dark") -> str:
    """The whole page around a body of HTML; the title is plain text."""
    return f"""<!DOCTYPE html>
<html lang="{language_in_use()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="{schemes}">
<meta name="robots" content="noindex">
<title>{inline(title)}</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""
