"""A seat in a session of nobody's, kept nowhere: what a host warms up with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext

from wshoes_tui.domain.commands import Begin, Open
from wshoes_tui.host.caller import Caller
from wshoes_tui.services.circle import Circle
from wshoes_tui.services.desk import Desk
from wshoes_tui.services.ports import DeckShelf
from wshoes_tui.services.worker import Worker
from wshoes_tui.storage.memory import MemoryStore
from wshoes_tui.tui.seat.app import SeatApp
from wshoes_tui.tui.seat.coming import Coming


class NoKeys:
    """Nobody comes back to it."""

    def belong_to(self, session_id: str) -> None:
        """To whatever session."""

    def has_key(self, seat_id: str) -> bool:  # noqa: ARG002
        """Nobody has one."""
        return False

    def seat_keys(self, seats: Sequence[str]) -> Mapping[str, str]:
        """None is made."""
        return dict.fromkeys(seats, "")

    def new_seat_key(self, seat_id: str) -> str:  # noqa: ARG002
        """None is made."""
        return ""

    def forget(self, seat_id: str) -> None:
        """There is nothing to forget."""


async def an_example(worker: Worker, shelf: DeckShelf) -> Callable[[Caller], SeatApp]:
    """Makes the app of somebody who sits on their first card.

    Raises:
        WshoesError: there is no deck that can be read.
    """
    desk = Desk(MemoryStore(), shelf, lambda _session: nullcontext())
    circle = Circle(worker, NoKeys(), shelf)
    deck = await worker.run(shelf.open, await worker.run(desk.first_deck))
    await circle.take_up(await worker.run(desk.group, [deck]))
    member = await circle.join("")
    await circle.do(Open())
    await circle.do(Begin())
    return lambda caller: SeatApp(circle, Coming(caller.terminal, "en", member=member))
