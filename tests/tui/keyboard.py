"""Hands for the keyboard: keys are what a terminal sends.

Nothing here waits for a time: ``typed`` comes back when every key has done its work, the
store has kept what it was given and the screen shows it.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from itertools import count
from typing import Any

from textual import events
from textual._context import visible_screen_stack
from textual.app import App
from textual.geometry import Size
from textual.message_pump import MessagePump
from textual.screen import Screen

from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.key_queue import LEAST_SECONDS
from wshoes_tui.tui.terminal.input_parser import PASTE_BEGINS, PASTE_ENDS, InputParser

ENTER, ESC, TAB, SPACE = "\r", "\x1b", "\t", " "
UP, DOWN = "\x1b[A", "\x1b[B"
BACKSPACE = "\x7f"
NAMED = (ENTER, ESC, TAB, SPACE, UP, DOWN, BACKSPACE)
LATER = "a second later"
"""Among keys: no key, but a second in which nobody presses one."""
PATIENCE_SECONDS = 60.0
"""How long a screen may take to come to rest; only a hang takes as long."""


AT_ONCE = 100
"""Glances without a pause; what takes longer waits for a disk or a thread, not for this one."""


class StandingClock:
    """The clock by which a second press of a key is told from a held one; ``LATER`` moves it."""

    def __init__(self) -> None:
        self._seconds = 0.0

    def __call__(self) -> float:
        return self._seconds

    def move(self) -> None:
        """A second goes by."""
        self._seconds += LEAST_SECONDS


clock = StandingClock()


async def typed(app: WshoesApp, *keys: str) -> None:
    """Press these keys, each when the one before it has done its work.

    More than one letter comes as a paste: the same to a field, and much quicker.
    """
    for key in keys:
        if key == LATER:
            clock.move()
        elif key in NAMED or len(key) == 1:
            send(app, key)
            await settled(app)
        else:
            await pasted(app, key)


async def letter_by_letter(app: WshoesApp, *keys: str) -> None:
    """Press these keys and all the letters of these words, each after the one before it."""
    for key in keys:
        await typed(app, *([key] if key in NAMED else key))


async def burst(app: WshoesApp, *keys: str) -> None:
    """Press all of that without a look at the screen. Each Enter ends what arrives in one read.

    An Enter that arrives together with the words after it is a line break: see ``in_one_read``.
    """
    for piece in re.findall(f"[^{ENTER}]*{ENTER}|[^{ENTER}]+$", "".join(keys)):
        send(app, piece)
    await settled(app)


async def in_one_read(app: WshoesApp, *keys: str) -> None:
    """Have all of that arrive at once, as it does over a poor line."""
    send(app, "".join(keys))
    await settled(app)


async def pasted(app: WshoesApp, text: str) -> None:
    """Paste a text, as a terminal with bracketed paste does."""
    send(app, PASTE_BEGINS + text + PASTE_ENDS)
    await settled(app)


def send(app: WshoesApp, text: str) -> None:
    """Hand over what a terminal sends."""
    intake = InputParser()
    for event in (*intake.feed(text), *intake.tick()):
        event.set_sender(app)
        app.post_message(event)


async def resized(app: WshoesApp, width: int, height: int) -> None:
    """Make the window that large."""
    driver = app._driver
    assert driver is not None
    size = Size(width, height)
    driver._size = (width, height)
    app.post_message(events.Resize(size, size))
    await _worked_off(app, [app])
    app._check_resize()  # what a timer would do in a moment
    await settled(app)


async def settled(app: WshoesApp) -> None:
    """Wait until nothing is left to do: no key, no message, no record, no line to paint."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        quiet = 0
        while quiet < 2 and _goes_on(app):
            await keys_done(app)
            await app.settle()
            pumps = _pumps(app)
            await _worked_off(app, pumps)
            while _makes_ready(app):  # a timer, or the thread that reads what is shown
                await asyncio.sleep(0.005)
            quiet = quiet + 1 if _at_rest(app, pumps) else 0


async def keys_done(app: WshoesApp) -> None:
    """Wait until every key has done its work, whatever the store is doing."""
    await _worked_off(app, [app])
    while not app.key_queue.idle and _goes_on(app):
        await asyncio.sleep(0.001)


def _goes_on(app: WshoesApp) -> bool:
    return app.is_running and app._exception is None and not app.place_of_error


def _makes_ready(app: WshoesApp) -> bool:
    """Whether the screen that is on top waits for something before it shows all, or makes way."""
    names = ("makes_ready", "makes_way")
    return _goes_on(app) and any(getattr(app.screen, name, False) for name in names)


def _pumps(app: WshoesApp) -> list[MessagePump]:
    widgets = [widget for screen in app.screen_stack for widget in screen.walk_children()]
    return [app, *app.screen_stack, *widgets]


async def _worked_off(app: WshoesApp, pumps: Iterable[MessagePump]) -> None:
    """Wait until each has worked off what is in its queue now.

    A widget that waits for a message has nothing to work off, and is not asked: most do. Screens
    are always asked, for being asked is what has them arrange their widgets now.
    """
    waiting: set[MessagePump] = set()

    def done(pump: MessagePump) -> None:
        waiting.discard(pump)

    for pump in pumps:
        if not _waits(pump) and pump.is_running and pump.call_later(done, pump):
            waiting.add(pump)
    glances = count()
    while any(pump.is_running for pump in waiting) and _goes_on(app):
        await asyncio.sleep(0 if next(glances) < AT_ONCE else 0.001)


def _waits(pump: MessagePump) -> bool:
    """Whether this is a widget that sleeps until its next message."""
    if isinstance(pump, App | Screen) or pump._next_callbacks:
        return False
    queue = pump._message_queue
    return queue.empty() and bool(queue.ready_event._waiters)


def _at_rest(app: WshoesApp, pumps: Iterable[MessagePump]) -> bool:
    if pumps != _pumps(app) or _makes_ready(app):
        return False
    if not app.key_queue.idle or not app.worker.flush(0):
        return False
    if any(not pump._message_queue.empty() or pump._next_callbacks for pump in pumps):
        return False
    with app._context():  # of several apps in one test, the one that is meant
        visible_screen_stack.set(app._background_screens)
        app.screen._on_timer_update()
    return not any(_to_be_painted(screen) for screen in app.screen_stack)


def _to_be_painted(screen: Screen[Any]) -> bool:
    if not screen.is_current:
        return False
    return bool(screen._layout_required or screen._dirty_widgets or screen._callbacks)
