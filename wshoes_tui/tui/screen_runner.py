"""Runs the facilitator's app on the terminal of this process: signals, exit status."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread
from time import monotonic, sleep

from wshoes_tui.errors import WshoesError
from wshoes_tui.first_paint.first_paint import FirstPaint
from wshoes_tui.locale import speech
from wshoes_tui.sessions.bootstrap import told_when_slow
from wshoes_tui.settings import Settings
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.startup import StartOptions
from wshoes_tui.tui.terminal.terminal_driver import TerminalDriver

FLUSH_SECONDS = 3.0
TYPED_SECONDS = 1.0
"""How long keys that were typed before a signal may still work after it."""
STARTING_SECONDS = 5.0
"""How long the app may take to begin once a signal has come, where words may have been typed."""
GLANCE_SECONDS, QUIET_GLANCES = 0.01, 4


def run_app(settings: Settings, start: StartOptions, painted: FirstPaint | None = None) -> int:
    """Run the screens until they are left. Returns the exit status.

    ``painted`` is what is shown of the first page already.
    """
    app = WshoesApp(settings, start, driver_class=TerminalDriver)
    if painted is not None:
        app.first_paint, app.opener = painted, painted.opener
        app.first, app.home_contents = painted.live, painted.contents
        app.painter.assume(painted.rows, painted.cursor)
    if start.kind == "rehearse" and app.first is None:
        # Nothing to wait for: the first card is the first thing on the screen.
        try:
            draw_first_card(app)
        except WshoesError as error:
            sys.stderr.write(f"{error}\n")
            return 1
    hang_up_on_signals(app)
    with told_when_slow(partial(_say_soon, app)):
        code = app.run(mouse=False)
    if app.gave_up:
        # A thread still imports what would have opened the store. Python would wait for it.
        os._exit(code or 0)
    app.worker.close()
    status = exit_status(app, code, lambda sentence: print(sentence, file=sys.stderr))
    if app.start.then and not status:
        from wshoes_tui.tui.screens.host_sheet import run_again

        run_again(settings, app.start.then)
    return status


def _say_soon(app: WshoesApp, sentence: str) -> None:
    """Have a sentence said by the app, from another thread than its own."""

    async def say_and_paint() -> None:
        app.say(sentence)
        await asyncio.sleep(GLANCE_SECONDS)
        # The screen waits for the store in a handler of a key, and would paint only after it.
        paint = getattr(app.screen, "_on_timer_update", None)
        if paint is not None:
            paint()

    with suppress(RuntimeError):  # it does not run yet, or not any more
        app.call_from_thread(say_and_paint)  # type: ignore[arg-type]  # told wrongly for async


def draw_first_card(app: WshoesApp) -> None:
    """Open the session before the screen is taken over.

    Raises:
        WshoesError: there is no such deck, or nothing can be kept.
    """
    from wshoes_tui.tui.screens.loading_screens import open_live

    app.first = open_live(app.opener.open_library(), app.start)


def hang_up_on_signals(app: WshoesApp) -> None:
    """Let the app hang up when the terminal or the machine goes."""
    signals, told = os.pipe()
    Thread(target=lambda: hang_up(app, os.read(signals, 1)[0]), daemon=True).start()
    for number in (signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, lambda received, _frame: os.write(told, bytes([received])))
    if app.first_paint is not None and app.first_paint.raw.ended_by:
        os.write(told, bytes([app.first_paint.raw.ended_by]))


def hang_up(app: WshoesApp, number: int) -> None:
    """The terminal or the machine is going: keep the words, give the terminal back, end.

    For a thread of its own: a signal may come in the middle of anything, and the event
    loop may be stuck in front of a terminal that no longer reads. What was typed before
    the signal is waited for, but not for long.
    """
    told = ""
    try:
        _wait_for_keys(app)
        app.keep_fields()
        if app.opener.library is not None:
            app.worker.submit(app.opener.library.settle)
        app.worker.flush(FLUSH_SECONDS)
        told = unsaved_told(app)
    finally:
        if app.first_paint is not None:
            app.first_paint.raw.restore()
        if app.terminal_driver is not None:
            app.terminal_driver.restore_now()
        if told:
            with suppress(OSError):  # standard error waits for nobody from here on
                os.set_blocking(2, False)
                os.write(2, f"{told}\n".encode())
        os._exit(128 + number)


def _wait_for_keys(app: WshoesApp) -> None:
    until = monotonic() + STARTING_SECONDS
    while _is_starting(app) and monotonic() < until:
        sleep(GLANCE_SECONDS)
    until = monotonic() + TYPED_SECONDS
    quiet = 0
    while quiet < QUIET_GLANCES and monotonic() < until:
        sleep(GLANCE_SECONDS)
        quiet = quiet + 1 if _all_is_typed(app) else 0


def _is_starting(app: WshoesApp) -> bool:
    """Whether keys wait that were typed at the first paint, and nobody reads them yet."""
    raw = None if app.first_paint is None else app.first_paint.raw
    return raw is not None and raw.defers and raw.attributes is not None


def _all_is_typed(app: WshoesApp) -> bool:
    if not app.key_queue.is_empty:
        return False
    return app.terminal_driver is None or not app.terminal_driver.has_unread


def unsaved_told(app: WshoesApp) -> str:
    """Write what the store did not take to a file. A sentence on where it is; empty if all is kept.

    The store, which may be what failed, is not asked once more.
    """
    if app.live is None or not app.live.unkept:
        return ""
    speech.set(app.speech)  # for a thread of its own
    from wshoes_tui.sessions.unsaved_words import put_away_and_say

    return put_away_and_say(app.live, app.settings.data, ask_store=False)


def exit_status(app: WshoesApp, code: int | None, tell: Callable[[str], object]) -> int:
    """The exit status of an app that has ended, after having said what must be said."""
    if app.parting:
        tell(app.parting)
        return 1
    if app.place_of_error:
        told = unsaved_told(app) or "What was typed is kept as a draft."
        tell(
            "Something went wrong inside wshoes, and it had to stop "
            f"({app.place_of_error}). Everything that was saved is kept. {told} "
            'Go on with "wshoes resume".'
        )
        return 1
    if app.farewell and not code:
        tell(app.farewell)
    return (app.return_code or 0) if code is None else code
