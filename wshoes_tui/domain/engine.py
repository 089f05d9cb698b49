"""The bench on which every command is worked: the outside it needs, the changes it makes."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from random import Random, SystemRandom
from typing import Any, TypeVar, cast

from wshoes_tui.domain.commands import Command
from wshoes_tui.domain.models import (
    FIELDS,
    TEXTS,
    Change,
    Draft,
    Header,
    Record,
    Seat,
    Session,
    SpokenRecord,
    Step,
    Turn,
    Voice,
)
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.domain.value import Refusal as Refusal
from wshoes_tui.domain.value import Value, field, replace, value
from wshoes_tui.limits import MOST_CHARACTERS
from wshoes_tui.locale import N_

AnyRecord = TypeVar("AnyRecord", bound=Record)
AnyCommand = TypeVar("AnyCommand", bound=Command)


def random_uuid() -> str:
    """A random UUID (version 4) as text, made without the slow module ``uuid``."""
    made = bytearray(os.urandom(16))
    made[6] = made[6] & 0x0F | 0x40
    made[8] = made[8] & 0x3F | 0x80
    text = made.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


@value()
class Context(Value):
    """What the engine needs from outside: the time, new ids, and a chance nobody can replay.

    ``chance`` decides what must stay unknown (the order of a reveal); the draw of turns
    uses the session's own seed instead. ``tag`` makes the tag of a record of words, of the seat of
    its writer and its id: see ``writer_key``.
    """

    now: Callable[[], datetime] = CLOCK.now
    new_id: Callable[[], str] = random_uuid
    chance: Random = field(default_factory=SystemRandom)
    tag: Callable[[str | None, str], str] = lambda _seat, _record_id: ""


class UnitOfWork:
    """A session being changed by one command.

    ``put`` and ``drop`` can be undone; ``put_aside`` and ``drop_aside`` are for drafts and
    counts, which are no steps of their own.
    """

    def __init__(self, session: Session, env: Context) -> None:
        self.session, self.env = session, env
        self.step: list[Change] = []
        self.aside: list[Change] = []
        self.final = False
        self.forget = False
        """Whether no step before this one can be taken back any more."""

    def put_words(self, record: AnyRecord, seat_id: str | None) -> AnyRecord:
        """Add a record of words that somebody on this seat wrote, with the tag of its writer."""
        words: Any = record
        signed: AnyRecord = replace(words, tag=self.env.tag(seat_id, record.id))
        return self.put(signed)

    def put(self, record: AnyRecord) -> AnyRecord:
        """Add a record, or put it in the place of the one with its id."""
        change, record = self._put(record)
        self.step.append(change)
        return record

    def drop(self, record: Record) -> None:
        """Take a record out."""
        self.step.append(self._drop(record))

    def put_aside(self, record: AnyRecord) -> AnyRecord:
        """As ``put``, outside what undo takes back."""
        change, record = self._put(record)
        self.aside.append(change)
        return record

    def drop_aside(self, record: Record) -> None:
        """As ``drop``, outside what undo takes back."""
        self.aside.append(self._drop(record))

    def change_words(self, before: Record, after: Record | None) -> None:
        """Put words right, or take them out where ``after`` is None.

        In a closed session that is final at once, and no step remembers them. In one that goes on
        it can be taken back until the turn or the stage is left (``forget_taken_words``).
        """
        closed = self.session.state == "closed"
        if closed:  # steps of later, such as of a review, must not hold the old words either
            self.session = without_steps_on(self.session, before.id)
        if after is not None:
            (self.put_aside if closed else self.put)(after)
        else:
            (self.drop_aside if closed else self.drop)(before)

    def change_header(self, **parts: Any) -> Header:
        """Change parts of the header."""
        return self.put(replace(self.session.header, **parts))

    def _put(self, record: AnyRecord) -> tuple[Change, AnyRecord]:
        before = find(self.session, type(record), record.id)
        if before is not None:
            record = replace(record, revision=before.revision + 1)
        self.session = with_record(self.session, record)
        return Change(before, record), record

    def _drop(self, record: Record) -> Change:
        before = find(self.session, type(record), record.id)
        self.session = without_record(self.session, record)
        return Change(before, None)


def find(session: Session, kind: type[AnyRecord], record_id: str) -> AnyRecord | None:
    """The record of that kind and id, or None."""
    if kind is Header:
        return cast("AnyRecord", session.header)
    records: tuple[AnyRecord, ...] = getattr(session, FIELDS[kind])
    return next((record for record in records if record.id == record_id), None)


def with_record(session: Session, record: Record) -> Session:
    """The session with this record added, or in the place of the one with its id."""
    if isinstance(record, Header):
        return replace(session, header=record)
    name = FIELDS[type(record)]
    records: tuple[Record, ...] = getattr(session, name)
    if any(other.id == record.id for other in records):
        changed = tuple(record if other.id == record.id else other for other in records)
    else:
        changed = (*records, record)
    return replace(session, **cast("Any", {name: in_order(changed)}))


def without_record(session: Session, record: Record) -> Session:
    """The session without the record of this id."""
    name = FIELDS[type(record)]
    records: tuple[Record, ...] = getattr(session, name)
    left = tuple(other for other in records if other.id != record.id)
    return replace(session, **cast("Any", {name: left}))


def without_steps_on(session: Session, record_id: str) -> Session:
    """The session without the steps, done or undone, that hold the record of this id."""

    def stays(step: Step) -> bool:
        ids = {one.id for change in step.changes for one in (change.before, change.after) if one}
        return record_id not in ids

    done, undone = (tuple(filter(stays, steps)) for steps in (session.done, session.undone))
    return replace(session, done=done, undone=undone)


def in_order(records: tuple[Any, ...]) -> tuple[Any, ...]:
    """Turns and seats by number, whatever order an undo brought them back in."""
    if records and isinstance(records[0], Turn | Seat):
        return tuple(sorted(records, key=lambda record: record.number))
    return records


Handler = Callable[[UnitOfWork, AnyCommand], None]
HANDLERS: dict[type[Command], Callable[[UnitOfWork, Any], None]] = {}


def handles(kind: type[AnyCommand]) -> Callable[[Handler[AnyCommand]], Handler[AnyCommand]]:
    """Register the one function that works a kind of command."""

    def register(handler: Handler[AnyCommand]) -> Handler[AnyCommand]:
        HANDLERS[kind] = handler
        return handler

    return register


def open_turn(session: Session, meant: str | None = None) -> Turn:
    """The open turn, or a refusal; also where somebody meant another, just ended elsewhere."""
    if session.turn is None:
        raise Refusal(NO_TURN)
    if meant is not None and meant != session.turn.id:
        raise Refusal("This turn has ended already.")
    return session.turn


def the_seat(session: Session, seat_id: str | None) -> Seat:
    """The seat of that id, or a refusal."""
    seat = session.seat(seat_id)
    if seat is None:
        raise Refusal(NO_SEAT)
    return seat


def must_be_running(session: Session) -> None:
    """Refuse in a closed session."""
    if session.state == "closed":
        raise Refusal(CLOSED)


def must_go_on(session: Session) -> None:
    """Refuse in a paused session."""
    if session.header.paused_at is not None:
        raise Refusal("The session is paused. Go on first.")


def words_of(text: str) -> str:
    """The text exactly as received, or a refusal where there is nothing to keep."""
    if not text.strip():
        raise Refusal("There are no words to keep yet.")
    must_fit(text)
    return text


def must_fit(text: str) -> None:
    """Refuse a text that is too long to be kept."""
    if len(text) > MOST_CHARACTERS:
        raise Refusal(
            "That is more than {most} characters. Please keep it in two parts.",
            most=MOST_CHARACTERS,
        )


def heard(work: UnitOfWork, seat_id: str | None) -> None:
    """Count a seat as heard once more; in the records only when the turn ends."""
    if seat_id is not None:
        work.session = replace(work.session, heard=(*work.session.heard, seat_id))


def count_voices(work: UnitOfWork) -> None:
    """Count in the records, all at once, who was heard since the last turn ended.

    All counts are made anew: one that was changed alone would tell who was heard last, and so
    whose the newest unattributed words are.
    """
    session = work.session
    counts = Counter({voice.seat: voice.count for voice in session.voices})
    counts.update(session.heard)
    work.session = replace(session, heard=())
    if not session.heard and counts.keys() >= {seat.id for seat in session.seats}:
        return
    for voice in session.voices:
        work.drop_aside(voice)
    for seat in session.seats:
        work.put_aside(Voice(id=work.env.new_id(), seat=seat.id, count=counts[seat.id]))


def forget_taken_words(work: UnitOfWork) -> None:
    """As a turn or a stage is left: let go of the steps if they hold words that were taken out.

    Or that were put right. Undo plays steps one by one, so none before them can be kept either.
    """
    steps = (*work.session.done, *work.session.undone)
    work.forget |= any(takes_words(change) for step in steps for change in step.changes)


def takes_words(change: Change) -> bool:
    """Whether a change took words out or put them right, and so still holds the old ones."""
    before, after = change.before, change.after
    if not isinstance(before, SpokenRecord):
        return False
    names = TEXTS[type(before)]
    return any(getattr(before, name) != getattr(after, name, None) for name in names)


def forget_gone_seats(work: UnitOfWork) -> None:
    """Let go of the counts and empty fields of seats that are gone; refuse if one holds words."""
    seats = {seat.id for seat in work.session.seats}
    for draft in work.session.drafts:
        if draft.seat is not None and draft.seat not in seats:
            if draft.text.strip():
                raise Refusal(NOT_HANDED_IN)
            work.drop_aside(draft)
    for voice in work.session.voices:
        if voice.seat not in seats:
            work.drop_aside(voice)


def move_draft(work: UnitOfWork, draft: Draft, turn: Turn | None) -> None:
    """Move words not yet handed in to another turn (None: they wait for the next one)."""
    become(
        work,
        draft,
        replace(draft, turn=turn.id if turn else None, shoes=turn.shoes if turn else ""),
    )


def wear_shoes_of(work: UnitOfWork, turn: Turn) -> None:
    """Give the words that wait on a turn its shoes: those they had are of another deck."""
    for draft in work.session.drafts:
        if draft.turn == turn.id and draft.shoes:
            work.put_aside(replace(draft, shoes=turn.shoes))


def are_told_apart(session: Session, turn_id: str | None) -> bool:
    """Whether unattributed words were kept on a turn, so that shoes could tell whose they are."""
    return any(said.turn == turn_id and said.seat is None for said in session.responses)


def hide_shoes(work: UnitOfWork, turn: Turn) -> None:
    """Take the shoes off drafts at people's own screens, where unattributed words were kept.

    Somebody goes on typing in the shoes in which they have spoken. In the record both together
    would tell whose the words are; while the program runs, their own screen remembers the shoes.
    """
    if not are_told_apart(work.session, turn.id):
        return
    for draft in work.session.drafts:
        if draft.kind == "own" and draft.turn == turn.id and draft.shoes:
            work.put_aside(replace(draft, shoes=""))


def become(work: UnitOfWork, draft: Draft, other: Draft) -> None:
    """Let a draft become that of another field, after the words that wait there already."""
    there = work.session.draft(other.kind, other.turn, other.seat)
    if there is None:
        work.put_aside(other)
    else:
        work.drop_aside(draft)
        work.put_aside(replace(there, text=f"{there.text}\n{other.text}"))


CLOSED = N_("This session is closed. It can be read, but not changed.")
NOT_BEGUN = N_("The session has not begun yet.")
NO_CHANGE = N_("Nothing changes.")
NO_SEAT = N_("There is no such seat.")
NO_SUCH_CARD = N_("There is no such card in these decks.")
NO_SUCH_SHOES = N_("There are no such shoes in this deck.")
NO_SUCH_WORDS = N_("There are no such words in this session.")
NO_TURN = N_("There is no open turn.")
SEATED = N_("{label} is part of the session now. Mark them as left.")
NOT_HANDED_IN = N_("There are words that are not handed in yet. Save or clear them first.")
STILL_WRITING = N_("People are still writing. Hand in, or reveal first.")
WRITTEN = N_("People have written. Reveal it first.")
