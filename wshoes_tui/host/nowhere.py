"""A line with nobody at the other end, for an app that runs before anybody has come."""

from __future__ import annotations

from wshoes_tui.host.book import Admitted
from wshoes_tui.host.caller import USUAL_SIZE, Caller


class Nowhere:
    """A line on which an app can paint. ``taken`` counts the bytes it wrote."""

    def __init__(self) -> None:
        self.taken = 0

    @property
    def queued(self) -> int:
        """Nothing ever waits."""
        return 0

    def write(self, data: bytes) -> None:
        """Count it."""
        self.taken += len(data)

    def pause_reading(self) -> None:
        """There is nothing to read."""

    def resume_reading(self) -> None:
        """There is nothing to read."""

    def end(self, status: int) -> None:
        """There is nothing to end."""

    def cut(self) -> None:
        """There is nothing to end."""


def nobody(line: Nowhere) -> Caller:
    """Somebody on a seat, at the most usual of terminals, who never types."""
    return Caller(line, Admitted("seat"), term="xterm-256color", size=USUAL_SIZE)
