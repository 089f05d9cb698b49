"""In-memory session store: the same contract as on disk, and nothing left afterwards."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import RLock

from wshoes_tui.domain.engine import find, with_record, without_record
from wshoes_tui.domain.erasure import Erased, is_about, without_erased
from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.domain.merge import Merged, merge
from wshoes_tui.domain.models import (
    Draft,
    Header,
    KeptPledge,
    PledgeUpdate,
    Session,
    Transition,
)
from wshoes_tui.domain.pledges import pledges_of
from wshoes_tui.domain.serialization import (
    NAMES,
    canonical,
    record_hash,
    record_to_json,
    session_of,
)
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.errors import UntakenSessionError
from wshoes_tui.storage import private_files
from wshoes_tui.storage.row_mapping import Pair, net_changes
from wshoes_tui.storage.session_list import newest_first, not_found, the_one
from wshoes_tui.storage.storage_errors import Failure, translated_errors

Saved = tuple[datetime, int]
"""When a session was last saved, and the number of that commit among those of all sessions."""


class MemoryStore:
    """A ``SessionStore`` that forgets everything when it is closed."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Session, Saved]] = {}
        self._erased: dict[str, Erased] = {}
        self._one_at_a_time = RLock()
        self._closed = False
        self._commits = 0

    def _saved_now(self) -> Saved:
        self._commits += 1
        return CLOCK.now(), self._commits

    def create(self, session: Session) -> None:
        """Keep a whole new session. A session of that id must not exist."""
        with self._turn():
            if session.id in self._kept:
                raise Failure.CHANGED.error()
            if session.id in self._erased:
                raise Failure.ERASED.error()
            mine = {one.id for one in self._erased.values() if one.session == session.id}
            session = without_erased(session, {*mine, *session.erased})
            for record in session.records():
                record_hash(record)  # refuses what no file could hold
            self._kept[session.id] = _ordered(session), self._saved_now()

    def commit(self, transition: Transition) -> None:
        """Keep what a transition changed, all of it or nothing."""
        with self._turn():
            self._kept[transition.session.id] = self._changed(transition), self._saved_now()

    def keep_draft(self, transition: Transition) -> None:
        """Keep changed drafts."""
        with self._turn():
            _, saved = self._found(transition.session.id)
            self._kept[transition.session.id] = self._changed(transition), saved

    def compare(self, other: Session, known: object = None) -> Merged:
        """What ``take_in`` would come to; nothing is changed."""
        del known
        with self._turn():
            if other.id in self._erased:
                raise UntakenSessionError(Failure.ERASED.error().what)
            gone = [one.id for one in self._erased.values() if one.session == other.id]
            present = self._kept.get(other.id)
            return merge(present and present[0], other, gone)

    def take_in(self, other: Session, saved: str, *, held: bool, known: object = None) -> Merged:
        """Merge another machine's copy of a session into the one that is here."""
        del saved, known
        with self._turn():
            merged = self.compare(other)
            if merged.outcome == "updated" and not held:
                raise Failure.BUSY.error()
            if merged.outcome in ("new", "updated"):
                self._kept[other.id] = _ordered(merged.session), self._saved_now()
            return merged

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """Nothing outlives the program."""
        yield

    def load(self, session_id: str) -> Session:
        """The session as last kept. NotFoundError if there is none."""
        with self._turn():
            return self._found(session_id)[0]

    def last_saved(self, session_id: str) -> datetime:
        """When the session was last committed. NotFoundError if there is none."""
        with self._turn():
            return self._found(session_id)[1][0]

    def damage(self, session_id: str) -> Sequence[str]:
        """Nothing: memory has no disk that could be damaged."""
        with self._turn():
            self._found(session_id)
            return ()

    def sessions(self) -> Sequence[SessionLine]:
        """All sessions, the one saved last first."""
        with self._turn():
            return sorted((_line(*kept) for kept in self._kept.values()), key=newest_first)

    def pledges(
        self, programme: str | None = None, asked_by: Session | None = None
    ) -> Sequence[KeptPledge]:
        """All pledges, or those of a programme, with what became of them; the oldest first."""
        del asked_by  # they are all in memory: nothing is won by leaving some out
        with self._turn():
            return pledges_of((one for one, _saved in self._kept.values()), programme)

    def find(self, reference: str) -> str:
        """The id for an id, an unambiguous prefix of one, or "last". NotFoundError otherwise."""
        return the_one(reference, [line.id for line in self.sessions()])

    def read(self, work: object) -> None:
        """Nothing: there is no database to run a report on."""

    def erase(self, erased: Collection[Erased]) -> None:
        """Remove what these rows name; a whole session where the kind is "session"."""
        with self._turn():
            ids = {one.id for one in erased}
            told = (  # of pledges that are erased, in later sessions
                Erased(update.id, NAMES[PledgeUpdate], session.id)
                for session, _ in self._kept.values()
                for update in session.pledge_updates
                if session.id not in ids and not ids.isdisjoint((update.pledge, update.made_in))
            )
            about = (  # what was typed about them and not handed in
                Erased(draft.id, NAMES[Draft], session.id)
                for session, _ in self._kept.values()
                for draft in session.drafts
                if is_about(draft.kind, draft.text, ids)
            )
            erased = (*erased, *told, *about)
            self._erased.update({one.id: one for one in erased if one.kind != NAMES[Draft]})
            for one in erased:
                if one.kind == "session":
                    self._kept.pop(one.session, None)
                elif one.session in self._kept:
                    session, saved = self._kept[one.session]
                    self._kept[one.session] = without_erased(session, {one.id}), saved

    def erased(self) -> Sequence[Erased]:
        """All that was erased."""
        return sorted(self._erased.values(), key=lambda one: one.id)

    def discard(self, session_id: str) -> None:
        """Remove a session and all its records."""
        with self._turn():
            self._found(session_id)
            del self._kept[session_id]

    def wipe(self) -> None:
        """Nothing remains of removed words."""

    def backup(self, path: Path) -> None:
        """Write every session to a new private file, a line of JSON for each."""
        with self._turn():
            private_files.refuse_existing(path)
            with (
                private_files.arriving(path.absolute()) as part,
                part.open("w", encoding="utf-8") as out,
            ):
                for session, _ in self._kept.values():
                    rows = [(NAMES[type(one)], record_to_json(one)) for one in session.records()]
                    out.write(canonical(rows) + "\n")

    def close(self) -> None:
        """Forget everything. Closing twice is harmless."""
        self._closed = True
        self._kept.clear()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with self._one_at_a_time, translated_errors():
            if self._closed:
                raise Failure.CLOSED.error()
            yield

    def _found(self, session_id: str) -> tuple[Session, Saved]:
        if session_id not in self._kept:
            raise not_found()
        return self._kept[session_id]

    def _changed(self, transition: Transition) -> Session:
        session, _ = self._found(transition.session.id)
        for pair in net_changes(transition):
            session = _with(session, pair)
        after = transition.session
        steps = replace(session, done=after.done, undone=after.undone, version=after.version)
        return _ordered(steps)


def _with(session: Session, pair: Pair) -> Session:
    before, after = pair
    one = after or before
    if one is None:
        return session
    if not isinstance(one, Draft) and find(session, type(one), one.id) != before:
        raise Failure.CHANGED.error()
    if after is None:
        return without_record(session, one)
    record_hash(after)
    return with_record(session, after)


def _ordered(session: Session) -> Session:
    records = (record for record in session.records() if not isinstance(record, Header))
    ordered = session_of(session.header, records, session.done, session.undone)
    return replace(ordered, erased=session.erased, version=session.version)


def _line(session: Session, saved: Saved) -> SessionLine:
    header, turn = session.header, session.turn
    seat = session.seat(turn.seat) if turn else None
    return SessionLine(
        id=header.id,
        title=header.title,
        kind=header.kind,
        state=header.state,
        created=header.created,
        saved=saved[0],
        commit_number=saved[1],
        programme=header.programme,
        seats=len(session.seats),
        turn=session.turns[-1].number if session.turns else 0,
        planned_turns=header.planned_turns,
        next_seat=seat.label if seat else "",
        responses=len(session.responses),
        lightbulbs=len(session.lightbulbs),
        pledges=len(session.pledges),
        retention_days=header.retention_days,
        closed=header.closed,
        typed_up=header.typed_up,
        candidate_label=session.candidate.label if session.candidate else "",
    )
