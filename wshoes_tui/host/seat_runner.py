"""App runner: runs an app on the connection of a client until either of them ends."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from textual.app import App

from wshoes_tui import limits
from wshoes_tui.errors import place_of_error
from wshoes_tui.host.channel_driver import ChannelDriver
from wshoes_tui.host.client import ClientConnection
from wshoes_tui.host.host_process import OUTLET, log
from wshoes_tui.host.ssh_server import SORRY
from wshoes_tui.tui.textual_patches import apply_patches
from wshoes_tui.tui.textual_patches.library_caches import share_styles

apply_patches(for_host=True)

R = TypeVar("R")


async def run_seat_app(app: App[R], client: ClientConnection) -> R | None:
    """Run an app until it ends, or the connection does. Returns what the app returns.

    When the connection is gone the app's ``line_lost`` is called, or if it has none its
    ``leave``: coroutines that save what was typed and end it. An app that fails ends the
    connection with one sentence; the log holds the kind of error and the place.
    """
    running = start_app(app, client)
    return await wait_for_end(app, client, running)


def start_app(app: App[R], client: ClientConnection) -> asyncio.Task[R | None]:
    """Start an app on a connection; ``wait_for_end`` waits for its end."""
    attach_app(app, client)
    return asyncio.create_task(app.run_async(mouse=False))


async def wait_for_end(
    app: App[Any], client: ClientConnection, running: asyncio.Task[R | None]
) -> R | None:
    """Wait until an app ends or its connection does. Returns what the app returns."""
    waiting = asyncio.create_task(client.wait_gone())
    try:
        await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            await _leave(app, running)
    finally:
        waiting.cancel()
        await finish_app(app, running)
        client.give_back()
    return _result(app, client, running)


def attach_app(app: App[Any], client: ClientConnection) -> None:
    """Give an app the connection as its terminal, with no setting of the host's own terminal."""
    app.driver_class = partial(ChannelDriver, client=client)  # type: ignore[assignment]
    share_styles(app)
    app._capture_stdout = app._capture_stderr = OUTLET  # type: ignore[assignment]
    # NO_COLOR is meant for the host's own terminal; a painter knows what the client's can show.
    app.is_remote = True  # type: ignore[attr-defined]
    app.no_color = False


async def _leave(app: App[Any], running: asyncio.Task[Any]) -> None:
    leave = getattr(app, "line_lost", None) or getattr(app, "leave", None) or app.exit
    app.call_later(leave)
    await asyncio.wait({running}, timeout=limits.LEAVING_SECONDS)


async def finish_app(app: App[Any], running: asyncio.Task[Any]) -> None:
    """Cancel an app that still runs, and close its key queue."""
    if not running.done():
        running.cancel()
        await asyncio.wait({running}, timeout=limits.LEAVING_SECONDS)
        if not running.done():
            log.error("fault: an app does not end")
    app.key_queue.close()  # type: ignore[attr-defined]


def _result(app: App[Any], client: ClientConnection, running: asyncio.Task[R | None]) -> R | None:
    place = str(getattr(app, "place_of_error", ""))
    result = None
    if running.done():
        with suppress(asyncio.CancelledError):
            error = running.exception()
            if error is None:
                result = running.result()
            else:
                place = place or place_of_error(error)
    if place:
        log.error("%s fault: %s", client.address, place)
        client.hang_up(SORRY, 1)
    return result
