"""Who comes to a seat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wshoes_tui.services.members import Member
from wshoes_tui.services.terminals import Terminal

if TYPE_CHECKING:
    from wshoes_tui.tui.seat.app import SeatApp


@dataclass(frozen=True, slots=True)
class Coming:
    """Somebody, and how they want it.

    Args:
        terminal: what their terminal can show.
        language: how they are spoken to at first.
        easy: whether in easy words.
        suggestion: what they might be called.
        seat: the seat they come back to; None for somebody new.
        member: who it is already, where only the face changes.
        remember: is told when they sit down, and of the language and reading level they choose.
    """

    terminal: Terminal
    language: str
    easy: bool = False
    suggestion: str = ""
    seat: str | None = None
    member: Member | None = None
    remember: Callable[[SeatApp], None] = lambda _app: None
