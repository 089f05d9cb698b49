"""Tab key on a page where letters are words: does it open the actions, or is it text of a table.

Some screen readers keep Esc for themselves, so Tab opens the actions, too. A table that is pasted
into a terminal that marks no paste, or typed by hand, has Tabs between its words. A letter after a
Tab is an action only where it cannot be one of a table: nothing stands in the field, and the Tab
was some time ago. Otherwise arrows and Enter choose, and the Tab goes to the field with the letter.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

REST_SECONDS = 0.25
"""How long after a Tab a letter is no part of a paste."""


class TabKey:
    """Whether Tab has opened the actions, and what a letter is then.

    Args:
        clock: seconds.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._at: float | None = None
        self._has_words = False

    def opens(self, *, has_words: bool) -> None:
        """It has opened the actions; ``has_words``: something stands in the field."""
        self._at, self._has_words = self._clock(), has_words

    def forget(self) -> None:
        """The actions are closed, or were opened by another key."""
        self._at = None

    @property
    def arrows_choose(self) -> bool:
        """Whether only arrows and Enter choose, as every letter is a word."""
        return self._at is not None and self._has_words

    @property
    def was_text(self) -> bool:
        """Whether it was text, if a letter comes now."""
        if self._at is None:
            return False
        return self._has_words or self._clock() - self._at < REST_SECONDS
