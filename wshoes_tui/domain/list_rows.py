"""One line for each thing in a list: what a list needs to know without opening it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.domain.value import Value, value

if TYPE_CHECKING:
    from wshoes_tui.domain.models import SessionKind, SessionState


@value()
class SessionLine(Value):
    """One session in a list. ``turn`` is the number of its newest turn, 0 before the first.

    ``commit_number`` is the number of its last commit among those of all sessions.
    """

    id: str
    title: str
    kind: SessionKind
    state: SessionState
    created: datetime
    saved: datetime
    commit_number: int
    programme: str
    seats: int
    turn: int
    planned_turns: int
    next_seat: str
    responses: int
    lightbulbs: int
    pledges: int
    damaged: str = ""


@value()
class Listed(Value):
    """One deck in a list. ``problem`` says why it cannot be used, and is empty where it can.

    ``hides`` are the origins of the decks of the same id and language that it stands before;
    ``translated`` counts the cards that are in its language, None where it is no translation.
    """

    id: str
    title: str
    language: str
    summary: str
    cards: int
    minutes: int
    path: Path
    origin: str
    problem: str = ""
    hides: tuple[str, ...] = ()
    translated: int | None = None
