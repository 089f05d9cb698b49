"""Confirmation in two steps: a second press counts only if it was meant as one."""

from __future__ import annotations

from collections.abc import Hashable
from time import monotonic

LEAST_SECONDS = 1.0
"""A press that comes sooner is the first one, held too long or pressed twice."""


MOST_SECONDS = 60.0
"""A press that comes later was not meant as the answer to a question long gone."""


class Confirmation:
    """Remembers what was asked, and when."""

    def __init__(self) -> None:
        self._asked: Hashable = None
        self._at = 0.0

    def given(self, what: Hashable) -> bool:
        """Whether this was asked before, not just now nor long ago; else it has been asked now."""
        waited = monotonic() - self._at
        if what == self._asked and waited <= MOST_SECONDS:
            return waited >= LEAST_SECONDS
        self._asked, self._at = what, monotonic()
        return False


class FinalKey:
    """The key that did something final, which does nothing else for a second."""

    def __init__(self) -> None:
        self._key = ""
        self._at = float("-inf")

    def pressed(self, key: str) -> None:
        """This key has just done something that cannot be taken back."""
        self._key, self._at = key, monotonic()

    def holds(self, key: str) -> bool:
        """Whether this key is still that one."""
        return key == self._key and self.recent

    @property
    def recent(self) -> bool:
        """Whether something final was done within the last second."""
        return monotonic() - self._at < LEAST_SECONDS
