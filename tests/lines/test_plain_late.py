"""A store that opens late: nothing is called saved before it is, and no lock is left behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from threading import Event

import pytest

from tests.build import Decks, Play, a_deck
from wshoes_tui.domain.commands import Say
from wshoes_tui.errors import BusyError, StoreError
from wshoes_tui.sessions.lazy_store import LazyStore
from wshoes_tui.sessions.open_session import OpenSession
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.storage.memory_store import MemoryStore


@dataclass
class Place:
    """A place where sessions are kept; it may be shut, and it notes its locks."""

    store: MemoryStore = field(default_factory=MemoryStore)
    shut: int = 0
    opened: int = 0
    held: list[str] = field(default_factory=list)

    def library(self) -> SessionLibrary:
        """Open it, unless it is shut for so many times more."""
        if self.shut:
            self.shut -= 1
            raise StoreError("It is shut.")
        self.opened += 1
        return SessionLibrary(self.store, Decks(), self.lock)

    def lock(self, session_id: str) -> AbstractContextManager[object]:
        """Hold a session."""
        if session_id in self.held:
            raise BusyError("Somebody has it.")
        self.held.append(session_id)
        lock = self._until_left(session_id)
        lock.__enter__()
        return lock

    @contextmanager
    def _until_left(self, session_id: str) -> Iterator[None]:
        yield
        self.held.remove(session_id)


@pytest.fixture
def place() -> Place:
    return Place()


@pytest.fixture
def late(place: Place) -> Iterator[LazyStore]:
    store = LazyStore(place.library)
    yield store
    store.close()


def library(late: LazyStore) -> SessionLibrary:
    """A desk over the late store."""
    return SessionLibrary(late, Decks(a_deck()), late.lock)


def test_a_session_waits_until_something_is_to_be_kept(place: Place, late: LazyStore) -> None:
    live = library(late).rehearse(a_deck())
    assert (place.opened, place.held, late.begun) == (0, [], True)
    live.do(Say("I want my own bed."))
    assert place.opened == 1
    assert place.held == [live.session.id]
    assert place.store.load(live.session.id).responses[0].text == "I want my own bed."
    live.release()
    assert place.held == []


def test_a_session_in_which_nothing_happened_is_kept_in_the_end(
    place: Place, late: LazyStore
) -> None:
    live = library(late).rehearse(a_deck())
    late.settle()
    assert place.store.load(live.session.id) == live.session


def test_a_session_that_was_let_go_leaves_no_lock(place: Place, late: LazyStore) -> None:
    live = library(late).rehearse(a_deck())
    live.release()
    late.settle()
    assert place.held == []
    assert len(place.store.sessions()) == 1


def test_a_second_session_waits_behind_the_first(place: Place, late: LazyStore) -> None:
    first = library(late).rehearse(a_deck())
    second = library(late).rehearse(a_deck())
    assert [line.id for line in place.store.sessions()] == [first.session.id]
    late.settle()
    assert {line.id for line in place.store.sessions()} == {first.session.id, second.session.id}


def test_a_place_that_is_shut_is_tried_again(place: Place, late: LazyStore) -> None:
    place.shut = 2
    late.begin_opening()
    live = library(late).rehearse(a_deck())
    for _ in range(2):
        with pytest.raises(StoreError, match="It is shut"):
            live.do(Say("I want my own bed."))
        assert live.session.responses == ()
    live.do(Say("I want my own bed."))
    assert place.store.load(live.session.id).responses != ()


def test_an_old_session_is_locked_at_once(place: Place, late: LazyStore) -> None:
    play = Play.begun("Asha")
    place.store.create(play.session)
    live = library(late).resume(play.session.id)
    assert place.held == [play.session.id]
    with pytest.raises(BusyError):
        library(late).resume(play.session.id)
    live.release()
    assert isinstance(library(late).resume(), OpenSession)


def test_a_store_that_nobody_needed_is_never_opened(place: Place) -> None:
    store = LazyStore(place.library)
    assert not store.begun
    store.settle()
    store.close()
    assert place.opened == 0


def preparing(place: Place, group: bool = False) -> tuple[LazyStore, OpenSession, Event]:
    """A late store that is being prepared until the event is set, and what waits for it."""
    ready = Event()
    late = LazyStore(place.library, prepare=lambda: ready.wait() and None)
    late.begin_opening()
    at = library(late)
    return late, at.group([a_deck()]) if group else at.rehearse(a_deck()), ready


def test_a_rehearsal_in_which_nothing_happened_need_not_wait(place: Place) -> None:
    late, _live, ready = preparing(place)
    assert late.give_up()
    ready.set()
    late.close()
    assert place.opened == 0


def test_a_group_waits_to_be_kept(place: Place) -> None:
    late, live, ready = preparing(place, group=True)
    assert not late.give_up()
    ready.set()
    late.settle()
    assert place.store.load(live.session.id) == live.session
    late.close()


def test_what_was_said_waits_to_be_kept(place: Place) -> None:
    late, live, ready = preparing(place)
    ready.set()
    live.do(Say("I want my own bed."))
    assert not late.give_up()
    assert place.store.load(live.session.id).responses != ()
    late.close()


def test_a_store_that_opens_already_is_waited_for(place: Place) -> None:
    late, live, ready = preparing(place)
    ready.set()
    late.begin_opening().result()
    assert not late.give_up()
    late.settle()
    assert place.store.load(live.session.id) == live.session
    late.close()


def test_that_nothing_could_be_kept_is_told_before_leaving(place: Place) -> None:
    place.shut = 2
    late, live, ready = preparing(place)
    ready.set()
    with pytest.raises(StoreError):
        live.do(Say("I want my own bed."))
    assert not late.give_up()
    with pytest.raises(StoreError):
        late.settle()
    late.close()


def test_there_is_nothing_to_give_up_where_nothing_waits(late: LazyStore) -> None:
    assert not late.give_up()
