"""Erasure: a session without some of its records, and without a trace of what they held."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from wshoes_tui.domain.engine import NO_SUCH_WORDS, find
from wshoes_tui.domain.handlers.response_handler import NAMING
from wshoes_tui.domain.handlers.review_handler import REVIEWED, as_shared, is_shareable
from wshoes_tui.domain.models import (
    FIELDS,
    Draft,
    Evidence,
    Pledge,
    Record,
    Response,
    Seat,
    Session,
    SpokenRecord,
    WildCard,
)
from wshoes_tui.domain.serialization import NAMES
from wshoes_tui.domain.value import Refusal, Value, replace, value

ERASABLE: tuple[type[Record], ...] = (*REVIEWED, Seat)
"""What can be erased of a session; a session as a whole is removed by the store."""
WORDS = ERASABLE[:-1]
"""The kinds of record that hold somebody's words, and so have a tag."""


@value()
class Erased(Value):
    """What is remembered of something that was erased, so that it does not come back."""

    id: str
    """Its id."""
    kind: str
    """The kind of record that it was; empty where only the id is known."""
    session: str
    """The id of its session; of an erased session its own."""


def erased_of(session: Session, ids: Collection[str]) -> tuple[Erased, ...]:
    """What is to be erased with these ids, and what repeats their words.

    That is for a seat its named words, for a pledge what became of it, for a card of the group's
    own the topic that it was parked as.

    Raises:
        Refusal: one of them is nothing of this session that can be erased, or has the turn now.
    """
    found: dict[str, Erased] = {}
    for one in ids:
        record = next((r for kind in ERASABLE if (r := find(session, kind, one))), None)
        if record is None:
            raise Refusal(NO_SUCH_WORDS)
        if isinstance(record, Seat) and session.turn is not None and session.turn.seat == one:
            raise Refusal("It is {label}'s turn. End the turn first.", label=record.label)
        for gone in (record, *_with(session, record)):
            found[gone.id] = Erased(gone.id, NAMES[type(gone)], session.id)
    return tuple(found.values())


def _with(session: Session, record: Record) -> Iterator[SpokenRecord]:
    if isinstance(record, Seat):
        yield from (one for one in session.responses if one.seat == record.id)
        yield from (one for one in session.evidence if one.seat == record.id)
        yield from (one for one in session.feedback if one.seat == record.id)
    elif isinstance(record, Pledge):
        yield from (one for one in session.pledge_updates if one.pledge == record.id)
    elif isinstance(record, WildCard):
        yield from (one for one in session.car_park if one.card == record.id)


def nameless_seats(session: Session) -> tuple[Seat, ...]:
    """As many seats as there are, with numbers for names: what stays of who was there.

    Their ids are the same each time, so that a deletion which was interrupted finds them.
    """
    kept = {_nameless_id(session, place) for place in range(1, len(session.seats) + 1)}
    named = [seat for seat in session.seats if seat.id not in kept]
    if len(named) < len(session.seats):  # they are there already
        return tuple(seat for seat in session.seats if seat.id in kept)
    last = max((seat.number for seat in named), default=0)
    return tuple(
        Seat(id=_nameless_id(session, place), number=last + place, label=f"Seat {place}")
        for place in range(1, len(named) + 1)
    )


def _nameless_id(session: Session, place: int) -> str:
    return _named_uuid(f"{session.id} seat {place}")


def _named_uuid(name: str) -> str:
    """The UUID (version 5) of a name: the same each time."""
    from uuid import NAMESPACE_OID, uuid5  # slow to import

    return str(uuid5(NAMESPACE_OID, name))


def expiring(session: Session) -> tuple[Record, ...]:
    """What is to be erased when the words have been kept as long as was agreed.

    Not what was reviewed as shareable; of words that were put right for sharing those that were
    said go, see ``staying_words``.
    """
    stay = {seat.id for seat in nameless_seats(session)}
    gone = [one for one in _expiring_words(session) if not is_shareable(one) or one.shared_text]
    return (*gone, *(seat for seat in session.seats if seat.id not in stay))


def staying_words(session: Session) -> Iterator[SpokenRecord]:
    """Words that were reviewed as shareable, as they stay: without a name, and as put right.

    Words that were put right are a record of their own then, so that those that were said can be
    erased in every copy.
    """
    for one in _expiring_words(session):
        parts: dict[str, Any] = {}
        if getattr(one, "seat", None) is not None:
            parts["seat"] = None
            if isinstance(one, Response):
                parts["visibility"] = "shoes"
            elif isinstance(one, Evidence):
                parts["named"] = False
        if one.shared_text:
            parts |= {"id": shared_id(session, one), "shared_text": "", "revision": 1}
        if parts and is_shareable(one):
            yield replace(as_shared(one), **parts)


def shared_id(session: Session, record: Record) -> str:
    """The id of a record of words that is kept in the words for sharing alone."""
    return _named_uuid(f"{session.id} shared {record.id}")


def _expiring_words(session: Session) -> list[SpokenRecord]:
    """Lightbulbs and pledges are among them only where they were not read back at a closing."""
    words: list[SpokenRecord] = [
        *(*session.responses, *session.evidence, *session.feedback),
        *(*session.car_park, *session.wild_cards),
    ]
    read_back = session.header.closed is not None
    pledged = (*session.lightbulbs, *session.pledges, *session.pledge_updates)
    return words if read_back else [*words, *pledged]


def is_about(kind: str, text: str, erased: Collection[str]) -> bool:
    """Whether a draft is about pledges of these ids, or of these sessions: it may repeat them."""
    return kind == "why" and any(one in text for one in erased)


def without_erased(session: Session, erased: Collection[str]) -> Session:
    """The session without the records of these ids, whatever else there is of their words.

    No step can be taken back any more, for steps hold words. What named a record that is gone
    names nothing now.
    """
    gone = frozenset(erased) & {record.id for record in session.records()}
    if not gone:
        return session
    taken = [one for one in session.responses if one.id in gone]
    texts = {(one.turn, one.text) for one in taken}

    def stays(draft: Draft) -> bool:
        told = draft.seat in gone or (draft.turn, draft.text) in texts
        return not (told or draft.id in gone or is_about(draft.kind, draft.text, gone))

    lists: dict[str, tuple[Any, ...]] = {
        name: tuple(record for record in getattr(session, name) if record.id not in gone)
        for name in ("seats", *REVIEWED.values())
    }
    for name in ("responses", "evidence", "feedback"):  # named words go with their seat
        lists[name] = tuple(record for record in lists[name] if record.seat not in gone)
    for kind, field in NAMING:
        lists[FIELDS[kind]] = _let_go(lists[FIELDS[kind]], field, gone)
    lists["turns"] = _let_go(session.turns, "seat", gone)
    lists["voices"] = tuple(voice for voice in session.voices if voice.seat not in gone)
    lists["drafts"] = tuple(draft for draft in session.drafts if stays(draft))
    known: Mapping[str, Any] = lists
    return replace(
        session,
        **known,
        heard=tuple(seat for seat in session.heard if seat not in gone),
        erased=tuple(sorted({*session.erased, *gone})),
        done=(),
        undone=(),
    )


def _let_go(records: tuple[Any, ...], field: str, gone: Collection[str]) -> tuple[Any, ...]:
    """The records, of which none names another that is gone in this field."""
    return tuple(
        replace(record, **{field: None}, revision=record.revision + 1)
        if getattr(record, field) in gone
        else record
        for record in records
    )
