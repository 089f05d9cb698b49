"""Open session: applies commands to one session and keeps what they change; and autosave of drafts.

A command is applied, its changes are kept durably, and only then is the new session the session:
when keeping fails, the words are still in the field they came from and nothing has moved on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, suppress
from datetime import timedelta
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from wshoes_tui.domain.commands import Command, KeepDraft, Suspend
from wshoes_tui.domain.dispatcher import Context, apply
from wshoes_tui.domain.draft_fields import words_of
from wshoes_tui.domain.erasure import Erased, erased_of, without_erased
from wshoes_tui.domain.models import DraftKind, Session, Transition
from wshoes_tui.domain.pledges import with_earlier
from wshoes_tui.domain.value import Refusal, Value, replace, value
from wshoes_tui.domain.version_vector import new_writer
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.pace_flow import EveningPace
from wshoes_tui.locale import N_

if TYPE_CHECKING:
    from wshoes_tui.sessions.ports import SessionStore
    from wshoes_tui.sessions.store_thread import StoreThread

NOT_KEPT_YET = N_("These words could not be kept yet.")
"""What is said where an error has no sentence of its own."""
Result = TypeVar("Result")
Listener = Callable[[Transition], None]


@value()
class UnsavedChange(Value):
    """A command that is not kept yet, and the id of the turn it was given on; empty without one."""

    command: Command
    turn: str = ""


class OpenSession:
    """One session that can be changed, from any thread. Holds its lock until it is released.

    Args:
        session: as the store has it.
        env: clock, ids and random numbers of the engine.
        lock: keeps other processes from changing the session.
    """

    def __init__(
        self,
        session: Session,
        store: SessionStore,
        *,
        env: Context | None = None,
        lock: AbstractContextManager[object] | None = None,
    ) -> None:
        self.session = session
        self.damaged: tuple[str, ...] = ()
        self.card_alone = False
        """Whether of the opening only the consent card is wanted, before the first card."""
        self.unkept: dict[object, UnsavedChange] = {}
        """What the store has not taken yet: by field the newest draft, from any seat."""
        self.fit: Callable[[Command], Command] = lambda command: command
        """Fills in what a command must know of the participants; set by the hub that hosts it."""
        self._store = store
        self.tagger: Callable[[str, str], str] = lambda _seat, _record_id: ""
        """Makes the tag of a record for the key of its seat; empty without a key. Set by the hub
        that hosts the session."""
        self._env = replace(_not_before(env or Context(), session), tag=self._tag)
        self.pace = EveningPace(now=self._env.now)
        self._writer = new_writer()
        self._lock = lock
        self._one_at_a_time = RLock()
        self._listeners: list[Listener] = []

    def do(self, command: Command) -> Transition:
        """Apply a command and keep what it changed.

        Raises:
            Refusal: it does not apply.
            StoreError: it could not be kept; the session is as it was.
        """
        with self._one_at_a_time:
            transition = apply(self.session, self.fit(command), self._env)
            if isinstance(command, KeepDraft):
                self._store.keep_draft(transition)
            else:
                transition = self._versioned(transition)
                self._store.commit(transition)
                self._forget_said(command)
            self.session = transition.session
            if transition.before.state != transition.session.state == "opening":
                self.read_earlier_pledges()
        for listener in tuple(self._listeners):
            listener(transition)
        return transition

    def read_earlier_pledges(self) -> None:
        """Read the pledges of earlier sessions that this one asks about, where it goes on from any.

        Where they cannot be read the session goes on without.
        """
        with self._one_at_a_time, suppress(WshoesError):
            self.session = with_earlier(self.session, self._store.pledges)

    def _versioned(self, transition: Transition) -> Transition:
        """The transition with one more commit in the version of its session."""
        version = self.session.version.bumped(self._writer)
        return replace(transition, session=replace(transition.session, version=version))

    def erase(self, ids: Collection[str], erase: Callable[[Collection[Erased]], Result]) -> Result:
        """Remove records for good, and with them all that can be taken back.

        Args:
            ids: of words, or of a seat.
            erase: removes them from all that is kept; see ``eraser.erase_records``.

        Raises:
            Refusal: one of them cannot be erased.
            StoreError: they could not be removed; the session is as it was.
        """
        with self._one_at_a_time:
            before = self.session
            erased = erased_of(before, ids)
            result = erase(erased)
            self.session = without_erased(before, {one.id for one in erased})
            left = {getattr(record, "text", "") for record in self.session.records()}
            texts = {getattr(record, "text", "") for record in before.records()} - left
            for key, held in tuple(self.unkept.items()):
                if not texts.isdisjoint(words_of(held.command)):
                    self.unkept.pop(key, None)
            transition = Transition("Erase", before, self.session, ())
        for listener in tuple(self._listeners):
            listener(transition)
        return result

    def new_id(self) -> str:
        """An id for a record that is still to be made."""
        return self._env.new_id()

    def _tag(self, seat: str | None, record_id: str) -> str:
        """A tag, which fits the key of the seat where it has one, and no key otherwise."""
        from wshoes_tui.domain.writer_key import random_tag

        return (self.tagger(seat, record_id) if seat is not None else "") or random_tag()

    def hold(self, command: Command, key: object = None) -> None:
        """Remember a command until the store takes it, in place of an older one of that key."""
        self.unkept[key or object()] = UnsavedChange(command, self._open_turn)

    def set_aside(self, seat: str) -> None:
        """Keep the unsaved drafts of a seat from being replaced, as somebody begins anew there."""
        for key, held in tuple(self.unkept.items()):
            if isinstance(key, tuple) and seat in key:
                self.unkept[object()] = self.unkept.pop(key, held)

    def let_go_of(self, command: Command) -> None:
        """Drop a command that is kept or refused, but not a newer one of its field."""
        for key, held in tuple(self.unkept.items()):
            if held.command is command:
                self.unkept.pop(key, None)

    def _forget_said(self, command: Command) -> None:
        """Drop the unsaved draft from which these words have come, as they are kept now."""
        words = [text.strip() for text in words_of(command)]
        for key, held in tuple(self.unkept.items()) if words else ():
            same = [text.strip() for text in words_of(held.command)] == words
            if same and held.turn == self._open_turn:
                self.unkept.pop(key, None)

    def try_again(self) -> None:
        """Give the store once more what it has not taken.

        Words for a turn that is no longer open are left out: they would go to another one.
        """
        for held in tuple(self.unkept.values()):
            if held.turn != self._open_turn:
                continue
            try:
                self.do(held.command)
            except Refusal:  # its words stand in ``unkept`` still
                continue
            except WshoesError:
                return
            self.let_go_of(held.command)

    @property
    def _open_turn(self) -> str:
        return self.session.turn.id if self.session.turn is not None else ""

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Have this called with every transition, on its thread. Returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def leave(self) -> None:
        """Release the lock, and first keep until when the clock of an open turn ran, if it did.

        Not of a rehearsal, which may wait for a lazy store that need not be opened any more.
        """
        if self._lock is not None and self.session.header.kind == "group":
            with suppress(Refusal, WshoesError):
                self.do(Suspend())
        self.release()

    def release(self) -> None:
        """Release the lock, for another copy of the program."""
        self._listeners.clear()
        if self._lock is not None:
            self._lock.__exit__(None, None, None)
            self._lock = None


def _not_before(env: Context, session: Session) -> Context:
    """The same context, with a clock that is not behind what stands in a session."""
    written = [session.header.created]
    for turn in session.turns:
        written += [moment for moment in (turn.started, turn.ended) if moment is not None]
    behind = max(written) - env.now()
    if behind <= timedelta():
        return env
    return replace(env, now=lambda: env.now() + behind)


class Autosave:
    """Autosave: keeps the drafts of fields, as fast as the store takes them and no faster.

    While one version is on its way to the disk, newer ones of the same field replace each
    other, so a fast typist costs one write at a time.

    Args:
        failed: is called on the store's thread with the error for which a draft was not kept.
        kept: is called on that thread when one was.
    """

    def __init__(
        self,
        live: OpenSession,
        worker: StoreThread,
        failed: Callable[[Exception], None],
        kept: Callable[[], None] = lambda: None,
    ) -> None:
        self._live = live
        self._worker = worker
        self._failed = failed
        self._kept = kept
        self._waiting: dict[tuple[DraftKind, str | None, str | None], KeepDraft] = {}
        self._working = False
        self._lock = RLock()

    @property
    def at_rest(self) -> bool:
        """Whether no save is pending."""
        with self._lock:
            return not (self._waiting or self._working)

    def note(
        self,
        kind: DraftKind,
        text: str,
        seat: str | None = None,
        shoes: str = "",
        turn: str | None = None,
    ) -> None:
        """Keep this text as the draft of that field."""
        with self._lock:
            idle = not self._waiting
            command = KeepDraft(kind, text, seat, shoes, turn)
            self._waiting[kind, seat, turn] = command
            self._live.hold(command, (kind, seat, turn))
        if idle:
            self._worker.submit(self._keep)

    def _keep(self) -> None:
        with self._lock:
            waiting, self._waiting = self._waiting, {}
            self._working = True
        try:
            for command in waiting.values():
                try:
                    self._live.do(command)
                except Exception as error:  # noqa: BLE001 - any is shown
                    if isinstance(error, Refusal):
                        self._live.let_go_of(command)
                    self._failed(error)
                else:
                    self._live.let_go_of(command)
                    self._kept()
        finally:
            self._working = False
