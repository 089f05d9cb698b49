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
from wshoes_tui.paths import DataFolder
from wshoes_tui.services.desk import Started
from wshoes_tui.services.terminals import prepare, terminal_of
from wshoes_tui.settings import Settings

DECK = "home-from-hospital"


async def sit(settings: Settings) -> None:
    """Open everything, stand at the door of a session that is at its first card, and stay."""
    from wshoes_tui.host.keyring import Keyring
    from wshoes_tui.services.circle import Circle
    from wshoes_tui.services.wiring import open_desk
    from wshoes_tui.services.worker import Worker
    from wshoes_tui.tui.driver import TerminalDriver
    from wshoes_tui.tui.seat.app import SeatApp
    from wshoes_tui.tui.seat.coming import Coming

    worker = Worker()
    desk = await worker.run(open_desk, settings)
    circle = Circle(worker, Keyring(settings.data.root / "host"), desk.shelf)
    decks = [desk.shelf.open(DECK)]
    await circle.take_up(desk.group(decks, Started(plan=Plan(write_first=True))))
    await circle.join("")
    await circle.do(Open())
    await circle.do(Begin())
    app = SeatApp(circle, Coming(terminal_of(settings), "en"), driver_class=TerminalDriver)
    await app.run_async(mouse=False)


if __name__ == "__main__":
    given = Settings(data=DataFolder(Path(sys.argv[1])))
    prepare(terminal_of(given))
    asyncio.run(sit(given))
