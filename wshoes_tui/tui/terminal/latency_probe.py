"""Latency probe: finds out whether the line to a terminal is slow, by a question to it.

The first painting, which comes in pieces, is followed by a question that every terminal answers
(what are you?). While the painting and the answer are on their way, the reader of the terminal
looks every tenth of a second and finds nothing. Looks are counted, not seconds: a machine that
is busy looks less often, and a line is not taken for a slow one because of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

QUESTION = "\x1b[c"
ANSWER = re.compile(rb"\x1b\[\?[\d;]*c")
LONGEST = 64
ENOUGH = 400
"""Characters painted: at 9,600 baud they take longer than a quick line's answer may."""
MORE_PAINTINGS = 4
"""Paintings of that size that are measured once a line was late: it need not be late each time."""
SLOW_LOOKS = 3
"""Looks, a tenth of a second each, in which a quick line would have brought the answer."""


class LatencyProbe:
    """Asks, once more after a late answer, and tells of a slow line, from any thread.

    One late answer may be that of a machine that was busy, as most are while a program starts. The
    second question stands alone: if its answer is late too, the line is a slow one. If it is not,
    the next large paintings are measured as the first one was, and a late one decides.
    """

    def __init__(self, slow: Callable[[], object]) -> None:
        self._slow = slow
        self._painted = 0
        self._waiting = False
        self._looks = 0
        self._late = 0
        self._more = 1  # the first screen may be too small to tell
        self._write: Callable[[str], None] = lambda _text: None
        self._heard = b""

    def painted(self, painting: str, write: Callable[[str], None]) -> None:
        """This has been written: once enough has, the question follows it."""
        self._write = write
        before = self._painted
        self._painted += len(painting)
        if before < ENOUGH <= self._painted:
            self._ask()
        elif self._more and len(painting) >= ENOUGH and not self._waiting:
            self._more -= 1
            self._ask()

    def _ask(self) -> None:
        self._waiting, self._looks, self._heard = True, 0, b""
        self._write(QUESTION)

    def waited(self) -> None:
        """A tenth of a second went by in which nothing came."""
        self._looks += self._waiting

    def received(self, data: bytes) -> None:
        """Something came: keys, or the answer."""
        if not self._waiting:
            return
        self._heard = (self._heard + data)[-LONGEST:]
        if ANSWER.search(self._heard):
            self._waiting = False
            if self._looks < SLOW_LOOKS:
                return
            self._late += 1
            if self._late == 1:
                self._more = MORE_PAINTINGS
                self._ask()
            else:
                self._more = 0
                self._slow()
