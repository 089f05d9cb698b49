"""Marking texts that stand in one place and are translated in another, where they are shown."""

from __future__ import annotations


def N_(text: str) -> str:  # noqa: N802 - the name that collectors of texts look for
    """The text as it is: whoever shows it translates it."""
    return text
