"""What stands in the fields is kept: each field's newest, and no field in place of another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from tests.build import Play
from wshoes_tui.domain.commands import Next
from wshoes_tui.sessions.open_session import Autosave, OpenSession
from wshoes_tui.storage.memory_store import MemoryStore

if TYPE_CHECKING:
    from wshoes_tui.sessions.store_thread import StoreThread


class Later:
    """A worker that does nothing until it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], Any]] = []

    def submit(self, work: Callable[[], Any]) -> None:
        """Put it with the rest."""
        self.waiting.append(work)

    def work(self) -> None:
        """All that waits."""
        while self.waiting:
            self.waiting.pop(0)()


def test_words_for_two_cards_at_one_screen_do_not_replace_each_other() -> None:
    play = Play.begun()
    first, tom = play.turn.id, play.id_of("Tom")
    play.do(Next())
    store, worker, failed = MemoryStore(), Later(), list[Exception]()
    store.create(play.session)
    live = OpenSession(play.session, store, env=play.env)
    autosave = Autosave(live, cast("StoreThread", worker), failed.append)
    autosave.note("own", "I wa", tom, "nurse", first)
    autosave.note("own", "And here", tom)
    autosave.note("own", "I want", tom, "nurse", first)
    autosave.note("own", "Me too", play.id_of("Bea"))
    worker.work()
    second = live.session.turns[1].id
    kept = {(d.turn, d.seat): d.text for d in live.session.drafts}
    assert kept == {
        (first, tom): "I want",
        (second, tom): "And here",
        (second, play.id_of("Bea")): "Me too",
    }
    assert failed == []
