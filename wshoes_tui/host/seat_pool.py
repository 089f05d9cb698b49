"""Seats that stand ready at the door before anybody comes, and the keys to come back with.

A whole room joins in the same minute. To start an app is a third of what it costs to let
somebody in, and to hash a key takes as long as a screen: both can be done while nothing else
is to do.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import Context
from dataclasses import dataclass

from wshoes_tui.host.channel_driver import ChannelDriver
from wshoes_tui.host.client import ClientConnection
from wshoes_tui.host.host_log import log
from wshoes_tui.host.seat_runner import finish, start
from wshoes_tui.host.warmup_session import NullChannel, null_client
from wshoes_tui.limits import CALM_SECONDS, READY_SEATS
from wshoes_tui.tui.seat.seat_app import SeatApp

SHARE = 4
"""So many times as long as one took to make, everybody else has the loop."""
LEAST_PAUSE_SECONDS, PATIENCE_SECONDS = 0.02, 30.0


@dataclass(frozen=True, slots=True)
class ReadySeat:
    """An app that runs, at the door, on a line to nowhere."""

    app: SeatApp
    running: asyncio.Task[int | None]

    def hand_to(self, client: ClientConnection) -> None:
        """Put it on the line of somebody who has come."""
        driver = self.app.terminal_driver
        if not isinstance(driver, ChannelDriver):
            raise TypeError("only an app on a line can be handed to another one")
        driver.take_over(client)

    async def end(self) -> None:
        """Let it go: nobody came, or it does not stand."""
        self.running.cancel()
        await finish(self.app, self.running)


class SeatPool:
    """Keeps some seats ready while the host is otherwise idle.

    Args:
        make: makes the app of a seat that waits for somebody, on the terminal of this caller.
        make_key: makes a key for one of them.
        lacks_keys: whether there are fewer keys than that many seats.
        most: how many may stand ready now.
        at_rest: is told when there is nothing to do.
    """

    def __init__(
        self,
        make: Callable[[ClientConnection], SeatApp],
        make_key: Callable[[], Awaitable[None]],
        lacks_keys: Callable[[int], bool],
        most: Callable[[], int],
        at_rest: Callable[[], None] = lambda: None,
    ) -> None:
        self._make = make
        self._make_key = make_key
        self._lacks_keys = lacks_keys
        self._most = most
        self._at_rest = at_rest
        self._ready: list[ReadySeat] = []
        self._wanted = asyncio.Event()
        self._wanted.set()
        self._last_moved = 0.0
        self._loop = asyncio.get_running_loop()

    def __len__(self) -> int:
        return len(self._ready)

    def take_seat(self) -> ReadySeat | None:
        """One that is ready; None if none is. More are made when it is calm again."""
        self._last_moved = self._loop.time()
        self._wanted.set()
        while self._ready:
            one = self._ready.pop()
            if not one.running.done():
                return one
        return None

    def look_again(self) -> None:
        """Somebody has left. Once that is calm, too, there may be room for more.

        Made while others are still leaving, they would stand between what those leave behind,
        and keep the system from getting it back.
        """
        self._last_moved = self._loop.time()
        self._wanted.set()

    def hear(self, _news: object) -> None:
        """Something has happened: there may be a session now, and so keys to make."""
        if self._needs_key():
            self._wanted.set()

    def _needs_key(self) -> bool:
        return self._lacks_keys(min(READY_SEATS, self._most()))

    async def keep_up(self) -> None:
        """Make seats ready until cancelled, then end those that are."""
        try:
            while True:
                await self._wanted.wait()
                calm = self._last_moved + CALM_SECONDS - self._loop.time()
                if self._last_moved and calm > 0:
                    await asyncio.sleep(calm)
                elif len(self._ready) < min(READY_SEATS, self._most()):
                    began = self._loop.time()
                    if not await self._one_more():
                        self._wanted.clear()  # until somebody comes or goes
                    took = self._loop.time() - began
                    await asyncio.sleep(max(LEAST_PAUSE_SECONDS, SHARE * took))
                elif self._needs_key():
                    await self._make_key()
                    await asyncio.sleep(LEAST_PAUSE_SECONDS)
                else:
                    self._wanted.clear()
                    self._at_rest()
        finally:
            for one in self._ready:
                await one.end()

    async def _one_more(self) -> bool:
        """Make one. False if it does not stand there, whatever the reason."""
        line = NullChannel()
        client = null_client(line)
        # In a context of its own: the language and the app of whoever asks are not to be its own.
        context = Context()
        app = context.run(self._make, client)
        one = ReadySeat(app, context.run(start, app, client))
        end = self._loop.time() + PATIENCE_SECONDS
        try:
            while not (app.stands_ready and line.taken):
                await asyncio.sleep(LEAST_PAUSE_SECONDS)
                if one.running.done() or self._loop.time() > end:
                    log.error("fault: a seat is not ready: %s", app.place_of_error)
                    return False
            self._ready.append(one)
            return True
        finally:
            if one not in self._ready:
                await one.end()
