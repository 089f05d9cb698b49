"""Runs an app on a caller's line, and sees it to its end however that comes."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from textual.app import App

from wshoes_tui.errors import place_of_error
from wshoes_tui.host.channel_driver import ChannelDriver
from wshoes_tui.host.client import ClientConnection
from wshoes_tui.host.host_log import OUTLET, log
from wshoes_tui.host.ssh_server import SORRY
from wshoes_tui.host.stylesheet_cache import share_styles
from wshoes_tui.limits import LEAVING_SECONDS
from wshoes_tui.tui.textual_patches import apply_patches

apply_patches(for_host=True)

R = TypeVar("R")


async def run_seat_app(app: App[R], client: ClientConnection) -> R | None:
    """Run this app on this line until it ends, or the line does. Returns what the app returns.

    When the line is gone the app's ``line_lost`` is called, or if it has none its ``leave``:
    coroutines that put away what was typed and end it. An app that fails ends its line with
    one sentence; the log tells the kind of error and the place.
    """
    running = start(app, client)
    return await see_out(app, client, running)


def start(app: App[R], client: ClientConnection) -> asyncio.Task[R | None]:
    """Run this app on this line, and leave its end to ``see_out``."""
    fit(app, client)
    return asyncio.create_task(app.run_async(mouse=False))


async def see_out(
    app: App[Any], client: ClientConnection, running: asyncio.Task[R | None]
) -> R | None:
    """Stay until the app ends or the line does. Returns what the app returns."""
    lost = asyncio.Event()
    client.on_lost = lost.set
    if client.gone:
        lost.set()
    waiting = asyncio.create_task(lost.wait())
    try:
        await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            await _put_away(app, running)
    finally:
        waiting.cancel()
        await finish(app, running)
        client.on_lost = None
        client.give_back()
    return _result(app, client, running)


def fit(app: App[Any], client: ClientConnection) -> None:
    """Put the app on the line, with nothing of the host's own terminal about it."""
    app.driver_class = partial(ChannelDriver, client=client)  # type: ignore[assignment]
    share_styles(app)
    app._capture_stdout = app._capture_stderr = OUTLET  # type: ignore[assignment]
    # NO_COLOR is the host's wish for its own terminal; a painter knows what a caller's shows.
    app.is_remote = True  # type: ignore[attr-defined]
    app.no_color = False


async def _put_away(app: App[Any], running: asyncio.Task[Any]) -> None:
    leave = getattr(app, "line_lost", None) or getattr(app, "leave", None) or app.exit
    app.call_later(leave)
    await asyncio.wait({running}, timeout=LEAVING_SECONDS)


async def finish(app: App[Any], running: asyncio.Task[Any]) -> None:
    """See to it that an app has ended, however it is."""
    await _end(running)
    app.key_queue.close()  # type: ignore[attr-defined]


async def _end(running: asyncio.Task[Any]) -> None:
    while not running.done():
        running.cancel()
        await asyncio.wait({running}, timeout=LEAVING_SECONDS)
        if not running.done():
            log.error("fault: an app does not end")
            return


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
