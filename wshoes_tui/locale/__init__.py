"""The words of the interface in the language of whoever is looking.

Each seat may have its own, so the catalogue hangs on the context, not on the process.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar

catalogue: ContextVar[Mapping[str, str]] = ContextVar("catalogue")
"""English -> the words of the language in use; English where it has none."""


def _(text: str, /, **words: object) -> str:
    """A text in the language in use, its ``{names}`` filled in."""
    found = catalogue.get({}).get(text, text)
    return found.format(**words) if words else found


def many(one: str, more: str, count: int) -> str:
    """The singular or the plural, with ``{count}`` filled in."""
    return _(one if count == 1 else more, count=count)
