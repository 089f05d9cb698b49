"""How a session is begun from one command line."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from tests.build import Decks, a_deck
from wshoes_tui.domain.commands import Plan
from wshoes_tui.sessions.session_library import SessionLibrary, StartedSession
from wshoes_tui.storage.memory_store import MemoryStore


@pytest.mark.parametrize(
    "plan",
    [
        Plan(write_first=False),
        Plan(order="round"),
        Plan(programme=""),
        Plan(write_first=True, order="round", planned_turns=3),
        Plan(),
    ],
)
def test_what_is_asked_for_may_be_what_is_usual(plan: Plan) -> None:
    library = SessionLibrary(MemoryStore(), Decks(a_deck()), lambda _id: nullcontext())
    header = library.group([a_deck()], StartedSession(plan=plan)).session.header
    assert header.write_first is bool(plan.write_first)
    assert header.order == "round"
    assert header.planned_turns == (plan.planned_turns or 0)
