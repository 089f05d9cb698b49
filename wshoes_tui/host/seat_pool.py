"""Seat pool: apps that run before anybody comes, and spare keys for their seats.

A whole group joins in the same minute. To start an app is a third of what it costs to let
somebody in, and to hash a key takes as long as a screen: both are done while the host is idle.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from contextvars import Context
from dataclasses import dataclass
from typing import Any

from textual.app import App

from wshoes_tui import limits
from wshoes_tui.domain.commands import Begin, Open
from wshoes_tui.host.channel_driver import ChannelDriver
from wshoes_tui.host.client import USUAL_SIZE, ClientChannel, ClientConnection
from wshoes_tui.host.credentials import Admitted
from wshoes_tui.host.host_process import log
from wshoes_tui.host.seat_runner import finish_app, run_seat_app, start_app
from wshoes_tui.hub.participants import SeatKeys
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.sessions.ports import DeckFinder
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.sessions.store_thread import StoreThread
from wshoes_tui.storage.memory_store import MemoryStore
from wshoes_tui.tui.seat.seat_app import Arrival, SeatApp

GLANCE_SECONDS, QUIET_GLANCES, MOST_GLANCES = 0.01, 10, 500
"""How often it is looked whether the app has painted, after how many looks without more output
it is done, and after how many looks in any case.
"""


def null_client(channel: ClientChannel) -> ClientConnection:
    """A client with the most usual of terminals, who never types."""
    return ClientConnection(channel, Admitted("seat"), term="xterm-256color", size=USUAL_SIZE)


async def warmup_app(
    worker: StoreThread, deck_library: DeckFinder
) -> Callable[[ClientConnection], SeatApp]:
    """Returns what makes an app on the first card of a session in memory.

    Raises:
        WshoesError: there is no deck that can be read.
    """
    library = SessionLibrary(MemoryStore(), deck_library, lambda _session: nullcontext())
    hub = SessionHub(worker, SeatKeys(), deck_library)
    deck = await worker.run(deck_library.open, await worker.run(library.first_deck))
    await hub.take_up(await worker.run(library.group, [deck]))
    participant = await hub.join("")
    await hub.do(Open())
    await hub.do(Begin())
    return lambda client: SeatApp(hub, Arrival(client.terminal, "en", participant=participant))


async def warm_up(make_app: Callable[[ClientConnection], App[Any]]) -> None:
    """Run one app where nobody sees it, so that the first to come does not wait for imports.

    What is loaded then stays for good and is left out of every later collection.
    """
    channel = ClientChannel()
    client = null_client(channel)
    running = asyncio.create_task(run_seat_app(make_app(client), client))
    taken, still = 0, 0
    for _glance in range(MOST_GLANCES):
        await asyncio.sleep(GLANCE_SECONDS)
        still = still + 1 if channel.taken == taken else 0
        taken = channel.taken
        if running.done() or (taken and still >= QUIET_GLANCES):
            break
    client.lost()
    await running
    gc.collect()
    gc.freeze()


SHARE = 4
"""After a seat was made the event loop is left alone for so many times as long as that took."""
LEAST_PAUSE_SECONDS, PATIENCE_SECONDS = 0.02, 30.0
"""The shortest of these pauses, and how long an app may take to be ready."""


@dataclass(frozen=True, slots=True)
class ReadySeat:
    """An app that runs on a null channel and shows the join page."""

    app: SeatApp
    running: asyncio.Task[int | None]

    def hand_to(self, client: ClientConnection) -> None:
        """Put it on the connection of somebody who has come."""
        driver = self.app.terminal_driver
        if not isinstance(driver, ChannelDriver):
            raise TypeError("only an app on a channel can be handed to another one")
        driver.take_over(client)

    async def end(self) -> None:
        """End it: nobody came, or it did not become ready."""
        self.running.cancel()
        await finish_app(self.app, self.running)


class SeatPool:
    """Keeps some seats ready while the host is otherwise idle.

    Args:
        make: makes the app of a seat that waits for somebody, for the terminal of this client.
        lacks_keys: whether there are fewer spare keys than so many.
        most: seats that may stand ready now.
        at_rest: is called when there is nothing to do.
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
        """A seat that is ready; None if none is. More are made when nobody comes any more."""
        self._last_moved = self._loop.time()
        self._wanted.set()
        while self._ready:
            one = self._ready.pop()
            if not one.running.done():
                return one
        return None

    def refill_later(self) -> None:
        """Somebody has left: make more seats, once nobody leaves any more.

        Seats that are made while others leave fragment the heap, so that memory which is free
        cannot be given back to the system.
        """
        self._last_moved = self._loop.time()
        self._wanted.set()

    def on_news(self, _news: object) -> None:
        """Listener of the hub: there may be a session now, and so keys to make."""
        if self._needs_key():
            self._wanted.set()

    def _needs_key(self) -> bool:
        return self._lacks_keys(min(limits.READY_SEATS, self._most()))

    async def keep_up(self) -> None:
        """Make seats ready until cancelled, then end those that are."""
        try:
            while True:
                await self._wanted.wait()
                calm = self._last_moved + limits.CALM_SECONDS - self._loop.time()
                if self._last_moved and calm > 0:
                    await asyncio.sleep(calm)
                elif len(self._ready) < min(limits.READY_SEATS, self._most()):
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
        """Make a seat. False if it does not become ready, for any reason."""
        channel = ClientChannel()
        client = null_client(channel)
        # In a context of its own: it must not get the language or the app of the caller.
        context = Context()
        app = context.run(self._make, client)
        one = ReadySeat(app, context.run(start_app, app, client))
        end = self._loop.time() + PATIENCE_SECONDS
        try:
            while not (app.stands_ready and channel.taken):
                await asyncio.sleep(LEAST_PAUSE_SECONDS)
                if one.running.done() or self._loop.time() > end:
                    log.error("fault: a seat is not ready: %s", app.place_of_error)
                    return False
            self._ready.append(one)
            return True
        finally:
            if one not in self._ready:
                await one.end()
