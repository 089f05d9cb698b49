"""One seat in a process of its own: what hosting would cost if every seat were a process.

    python -m tests.bench.alone DATA

The same door, the same page of the same seat over the same kind of store, on the terminal it is
started on. ``tests.bench.apiece`` starts one for everybody who joins.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from wshoes_tui.domain.commands import Begin, Open, Plan
from wshoes_tui.sessions.session_library import StartedSession
from wshoes_tui.settings import DataFolder, Settings
from wshoes_tui.terminal.capabilities import prepare, terminal_of

DECK = "home-from-hospital"


async def sit(settings: Settings) -> None:
    """Open everything, stand at the door of a session that is at its first card, and stay."""
    from wshoes_tui.host.credentials import Credentials
    from wshoes_tui.hub.session_hub import SessionHub
    from wshoes_tui.sessions.bootstrap import open_session_library
    from wshoes_tui.sessions.store_thread import StoreThread
    from wshoes_tui.tui.seat.seat_app import Arrival, SeatApp
    from wshoes_tui.tui.terminal.terminal_driver import TerminalDriver

    worker = StoreThread()
    library = await worker.run(open_session_library, settings)
    hub = SessionHub(worker, Credentials(settings.data.root / "host"), library.deck_library)
    decks = [library.deck_library.open(DECK)]
    await hub.take_up(library.group(decks, StartedSession(plan=Plan(write_first=True))))
    await hub.join("")
    await hub.do(Open())
    await hub.do(Begin())
    app = SeatApp(hub, Arrival(terminal_of(settings), "en"), driver_class=TerminalDriver)
    await app.run_async(mouse=False)


if __name__ == "__main__":
    given = Settings(data=DataFolder(Path(sys.argv[1])))
    prepare(terminal_of(given))
    asyncio.run(sit(given))
