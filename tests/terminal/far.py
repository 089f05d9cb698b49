"""A window at the other end of a line: everything takes its time, in both directions.

A real pseudo-terminal with a relay in front of it. What the program writes waits in the
terminal until the line has room for it, as on a serial line; what is on its way arrives late
and in order.
"""

from __future__ import annotations

import os
import select
import time
from collections import deque
from typing import Any

from tests.terminal.window import GLANCE_SECONDS, Window

QUESTION, ANSWER = b"\x1b[c", "\x1b[?62;22c"
STEP_SECONDS = 0.01
MOST_AT_ONCE = 0.05
"""Seconds' worth of bytes that a line may carry in one go."""


class FarWindow(Window):
    """A window whose line carries so many ``baud``, and takes ``delay`` seconds each way.

    It answers the question what it is, as every terminal does.
    """

    def __init__(self, *words: str, baud: int = 0, delay: float = 0.0, **kwargs: Any) -> None:
        self._rate = baud / 10
        self._delay = delay
        self._keys: deque[tuple[float, bytes]] = deque()
        self._coming: deque[tuple[float, bytes]] = deque()
        self._room, self._since = 0.0, time.monotonic()
        self._asked = 0
        super().__init__(*words, **kwargs)

    def type(self, *keys: str | bytes) -> None:
        """Send keys down the line; on one with a speed, byte by byte."""
        due = max(time.monotonic() + self._delay, self._keys[-1][0] if self._keys else 0.0)
        for key in keys:
            data = key if isinstance(key, bytes) else key.encode()
            if not self._rate:
                self._keys.append((due, data))
                continue
            for number in range(len(data)):
                due += 1 / self._rate
                self._keys.append((due, data[number : number + 1]))
        self._deliver_keys()

    def _deliver_keys(self) -> None:
        while self._keys and self._keys[0][0] <= time.monotonic():
            os.write(self._master, self._keys.popleft()[1])

    def _read(self, seconds: float = GLANCE_SECONDS) -> bool:
        end = time.monotonic() + max(seconds, GLANCE_SECONDS)  # the line may have no room just now
        while True:
            self._deliver_keys()
            self._take_from_terminal()
            data = self._arrived()
            if data:
                self.sent += data
                self._stream.feed(data)
                while self.sent.count(QUESTION) > self._asked:
                    self._asked += 1
                    self.type(ANSWER)
                return True
            if time.monotonic() >= end and not self._coming:
                return False

    def _take_from_terminal(self) -> None:
        now = time.monotonic()
        most = 1 << 16
        if self._rate:
            self._room += (now - self._since) * self._rate
            self._room = min(self._room, MOST_AT_ONCE * self._rate)
            most = int(self._room)
        self._since = now
        step = STEP_SECONDS / 10 if self._keys else STEP_SECONDS
        if self._rate and self._room < STEP_SECONDS * self._rate:
            time.sleep(step)  # nothing to select for: the line is full
            return
        if select.select([self._master], [], [], step)[0] and most:
            data = os.read(self._master, most)
            self._room -= len(data)
            self._coming.append((now + self._delay, data))

    def _arrived(self) -> bytes:
        found = b""
        while self._coming and self._coming[0][0] <= time.monotonic():
            found += self._coming.popleft()[1]
        return found
