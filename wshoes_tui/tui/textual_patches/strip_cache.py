"""Lets painted lines go as soon as nobody shows them any more, and keeps them small until then.

Each of Textual's lines has seven caches of what was made of it: a third of what a seat takes,
for a terminal on which only changed cells are painted and little is made twice. Often a line
keeps itself in them, and such a circle waits for the garbage collector. A cache of two colours
holds the widget that asked for them, up to 1,024. And Rich remembers the last 4,096 words that
it measured, long after they have been deleted; so does Textual, whatever their length:
with a text of 100,000 letters and no space that was 700 MB. Rests on names that Textual and Rich
keep to themselves.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import Any

from rich import cells
from textual import strip
from textual._styles_cache import StylesCache

MEASURED = 128
"""Words whose widths are remembered: about as many as a card has."""


class KeepsNothing:
    """What a cache is asked for, with nothing in it, ever."""

    __slots__ = ()

    def get(self, key: object, default: Any = None) -> Any:  # noqa: ARG002 - there is none
        """Not there."""
        return default

    def __setitem__(self, key: object, value: object) -> None:
        """Not kept."""


NOTHING = KeepsNothing()


def keep_little() -> None:
    """Have all apps of this process do so."""
    lines: Any = strip
    widths: Any = cells
    lines.FIFOCache = lambda _most: NOTHING
    widths.cached_cell_len = lru_cache(MEASURED)(widths._cell_len)
    for name, module in tuple(sys.modules.items()):
        if name.startswith("textual.") and hasattr(module, "cell_len"):
            vars(module)["cell_len"] = cells.cell_len  # it remembers short texts alone
    found = vars(StylesCache)["get_inner_outer"]
    if not isinstance(found, classmethod):  # as one it holds the colours alone
        StylesCache.get_inner_outer = classmethod(found)  # type: ignore[method-assign, assignment]
