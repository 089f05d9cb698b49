"""A line without a network: what was sent is there to see, and what is typed is put in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pyte

from wshoes_tui.host.client import ClientConnection
from wshoes_tui.host.credentials import Admitted

PATIENCE_SECONDS = 30.0


class FakeLine:
    """Takes everything, or with ``stuck`` nothing."""

    def __init__(self) -> None:
        self.sent = b""
        self.stuck = False
        self.waiting = 0
        self.paused = False
        self.status: int | None = None
        self.was_cut = False

    @property
    def queued(self) -> int:
        return self.waiting

    def write(self, data: bytes) -> None:
        self.sent += data
        if self.stuck:
            self.waiting += len(data)

    def pause_reading(self) -> None:
        self.paused = True

    def resume_reading(self) -> None:
        self.paused = False

    def end(self, status: int) -> None:
        self.status = status

    def cut(self) -> None:
        self.was_cut = True

    def read_on(self) -> None:
        """The client takes what waits."""
        self.stuck, self.waiting = False, 0


def a_caller(
    line: FakeLine, *, term: str | None = "xterm-256color", size: tuple[int, int] = (80, 24)
) -> ClientConnection:
    """Somebody on this line."""
    return ClientConnection(
        line, Admitted("seat"), user="asha", address="10.0.0.7", term=term, size=size
    )


def picture(sent: bytes, size: tuple[int, int] = (80, 24)) -> list[str]:
    """What a terminal shows that was sent this."""
    screen = pyte.Screen(*size)
    pyte.ByteStream(screen).feed(sent)
    return [line.rstrip() for line in screen.display]


async def until(true: Callable[[], object], what: str = "") -> None:
    """Wait until something is true; only a hang takes long."""
    loop = asyncio.get_running_loop()
    end = loop.time() + PATIENCE_SECONDS
    while not true():
        assert loop.time() < end, f"never came true: {what}"
        await asyncio.sleep(0.005)
