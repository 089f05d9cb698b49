"""Running the app on the terminal of this process, and ending with it."""

from __future__ import annotations

import os
import signal
import sys
from threading import Thread

from wshoes_tui.errors import WshoesError
from wshoes_tui.settings import Settings
from wshoes_tui.tui.app import WshoesApp
from wshoes_tui.tui.driver import TerminalDriver
from wshoes_tui.tui.start import Start


def run_app(settings: Settings, start: Start) -> int:
    """Run the screens until they are left. Returns the exit status."""
    app = WshoesApp(settings, start, driver_class=TerminalDriver)
    if start.kind == "rehearse":
        # Nothing to wait for: the first card is the first thing on the screen.
        try:
            app.draw_first_card()
        except WshoesError as error:
            sys.stderr.write(f"{error}\n")
            return 1
    hang_up_on_signals(app)
    code = app.run(mouse=False)
    if app.gave_up:
        # A thread still imports what would have opened the store. Python would wait for it.
        os._exit(code or 0)
    app.worker.close()
    return exit_status(app, code)


def hang_up_on_signals(app: WshoesApp) -> None:
    """Let the app hang up when the terminal or the machine goes."""
    signals, told = os.pipe()
    Thread(target=lambda: app.hang_up(os.read(signals, 1)[0]), daemon=True).start()
    for number in (signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, lambda received, _frame: os.write(told, bytes([received])))


def exit_status(app: WshoesApp, code: int | None) -> int:
    """The exit status of an app that has ended, after having said what must be said."""
    if app.parting:
        sys.stderr.write(app.parting + "\n")
        return 1
    if app.place_of_error:
        sys.stderr.write(
            "Something went wrong inside wshoes, and it had to stop "
            f"({app.place_of_error}). Everything that was saved is kept, and what was typed "
            'is kept as a draft. Go on with "wshoes resume".\n'
        )
        return 1
    return (app.return_code or 0) if code is None else code
