"""Merge of two copies of one session: the newer one as a whole, or a conflict.

A session is written by one program at a time, so of two copies one usually contains all commits
of the other (``version_vector``). That one is taken whole. This is why a record that was removed
does not come back with an older copy: the older one is known to be older, whatever it holds, and
no record need be remembered for having been removed. It is also why any order of merging, any
number of times, ends in the same records: what counts is the largest version, and what was erased
in any copy, and both only grow.

Where both copies have gone on apart, nobody can tell a removal from a record that was not there
yet, nor which of two texts is meant. If they hold the same all the same, they are one; else it is
a conflict: each record that differs is named, and the present session stays as it is.

A session of a program from before has no version vector, but perhaps the time of its last commit.
A copy is then taken only if nothing of the present one is lost or altered backwards with it: every
record is there, with a higher revision or the same content, and what else there is was saved later.

Only records are merged. Not drafts: what was not handed in stays where it was typed. Not the steps
of undo: they hold words that were taken back. Not how often each seat was heard while a session
goes on. And not the cards that a JSON export leaves out of its decks: the decks that hold more
cards are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Literal

from wshoes_tui.domain.erasure import without_erased
from wshoes_tui.domain.models import (
    Draft,
    Evidence,
    Header,
    PlayedDeck,
    Record,
    Response,
    Seat,
    Session,
    SpokenRecord,
)
from wshoes_tui.domain.serialization import NAMES, session_of
from wshoes_tui.domain.value import Value, replace, value
from wshoes_tui.domain.version_vector import BEFORE, Order, order_of

Outcome = Literal["new", "updated", "here", "conflict"]
Key = tuple[str, str]
"""The kind and the id of a record."""


@value()
class DifferingRecord(Value):
    """A record that two copies hold differently; None where one does not have it."""

    kind: str
    present: Record | None
    other: Record | None


@value()
class Merged(Value):
    """What came of a merge.

    ``session`` is what is to be kept, which is the present one itself where nothing changed.
    ``is_newer`` says whether the other copy was taken, ``words`` how many records of words are
    new with it or have changed.
    """

    outcome: Outcome
    session: Session
    is_newer: bool = False
    words: int = 0
    differing: tuple[DifferingRecord, ...] = ()


def merge(present: Session | None, other: Session, erased: Collection[str] = ()) -> Merged:
    """Merge another copy of a session into the present one.

    Args:
        present: the session as it is kept; None where it is not here.
        other: the copy.
        erased: the ids of all that was erased, here or there.
    """
    if present is None:
        kept = travelling(without_erased(other, {*erased, *other.erased}))
        return Merged("new", kept, is_newer=True, words=_new_words(kept))
    gone = {*erased, *present.erased, *other.erased}
    here = without_erased(present, gone)
    there = travelling(without_erased(other, gone))
    mine, theirs = _compared(here), _compared(there)
    order: Order = "same" if mine == theirs else order_of(here.version, there.version)
    if order == "unsure":
        order = _order_of_contents(here, mine, there, theirs)
    if mine != theirs and order in ("same", "apart"):
        return Merged("conflict", present, differing=tuple(_differing(mine, theirs)))
    kept = here
    if order == "newer":
        kept = replace(there, drafts=_fitting(here.drafts, there))
    decks = tuple(_fuller(played, here, there) for played in kept.decks)
    version = here.version.merged(there.version)
    of_it = tuple(sorted({*here.erased, *there.erased}))
    kept = replace(kept, decks=decks, version=version, erased=of_it)
    if (kept, version, of_it) == (present, present.version, present.erased):
        return Merged("here", present)
    new_words = _new_words(kept, present)
    return Merged("updated", kept, is_newer=order == "newer", words=new_words)


def _new_words(session: Session, present: Session | None = None) -> int:
    known = {one for one in present.records() if isinstance(one, SpokenRecord)} if present else ()
    return sum(isinstance(one, SpokenRecord) and one not in known for one in session.records())


def travelling(session: Session) -> Session:
    """A session as it goes from one machine to another: its records, without what stays behind.

    Who said what stands in it only as far as words are told with a name.
    """
    return replace(
        session,
        responses=tuple(map(_without_seat, session.responses))
        if any(one.seat and one.visibility != "named" for one in session.responses)
        else session.responses,
        evidence=tuple(map(_without_seat, session.evidence)),
        feedback=session.feedback
        if session.is_named
        else tuple(map(_without_seat, session.feedback)),
        voices=session.voices if session.state == "closed" else (),
        drafts=(),
        done=(),
        undone=(),
        heard=(),
    )


def _without_seat(record: Any) -> Any:
    told = isinstance(record, Response) and record.visibility == "named"
    told |= isinstance(record, Evidence) and record.named
    return record if told or record.seat is None else replace(record, seat=None)


def _compared(session: Session) -> dict[Key, Record]:
    """The records by which copies are compared: without what does not travel, and decks."""
    parts = travelling(session)
    left_out = (Draft, PlayedDeck)
    return {
        (NAMES[type(one)], one.id): one for one in parts.records() if not isinstance(one, left_out)
    }


def _order_of_contents(
    here: Session, mine: Mapping[Key, Record], there: Session, theirs: Mapping[Key, Record]
) -> Order:
    """Which copy is newer as far as their contents tell; "apart" where they do not."""
    saved = [dict(one.version.counts).get(BEFORE, 0) for one in (here, there)]
    later = all(saved) and saved[0] != saved[1]
    if _covers(theirs, mine) and (theirs.keys() == mine.keys() or (later and saved[1] > saved[0])):
        return "newer"
    if _covers(mine, theirs) and (theirs.keys() == mine.keys() or (later and saved[0] > saved[1])):
        return "older"
    return "apart"


def _covers(newer: Mapping[Key, Record], older: Mapping[Key, Record]) -> bool:
    """Whether every record of one copy is in the other, as it is or with a higher revision."""

    def is_covered(key: Key, record: Record) -> bool:
        found = newer.get(key)
        return found is not None and (found == record or found.revision > record.revision)

    return all(is_covered(*item) for item in older.items())


def _differing(
    mine: Mapping[Key, Record], theirs: Mapping[Key, Record]
) -> Iterable[DifferingRecord]:
    for key in sorted(mine.keys() | theirs.keys()):
        if mine.get(key) != theirs.get(key):
            yield DifferingRecord(key[0], mine.get(key), theirs.get(key))


def _fitting(drafts: Iterable[Draft], session: Session) -> tuple[Draft, ...]:
    """The drafts typed here that still have their field in a session that went on elsewhere."""
    if session.state == "closed":
        return ()
    turns = {turn.id for turn in session.turns}
    seats = {seat.id for seat in session.seats}
    return tuple(one for one in drafts if one.turn in (None, *turns) and one.seat in (None, *seats))


def _fuller(played: PlayedDeck, *sessions: Session) -> PlayedDeck:
    """The deck as that session has it which has all its cards and more."""
    for session in sessions:
        for one in session.decks:
            if one.id == played.id and _has_more(one, played):
                played = one
    return played


def _has_more(one: PlayedDeck, than: PlayedDeck) -> bool:
    cards = {card.id for card in than.deck.cards}
    return one.revision == than.revision and {card.id for card in one.deck.cards} > cards


def settled(present: Session, other: Session, taken: Collection[str], writer: str) -> Session:
    """The session that settles a conflict: the present one, with some records of the other copy.

    Args:
        present: the session as it is kept.
        other: the other copy.
        taken: the ids of the differing records that are as in the other copy; one that it does
            not have goes.
        writer: the name of a writer that no other has: the result is newer than both copies.
    """
    gone = {*present.erased, *other.erased}
    here, there = (travelling(without_erased(one, gone)) for one in (present, other))
    mine, theirs = _compared(here), _compared(there)
    chosen = {
        key: theirs.get(key) if key[1] in taken else mine.get(key)
        for key in (*mine, *(key for key in theirs if key not in mine))
    }
    decks = {one.id: one for one in (*there.decks, *here.decks)}
    first = there if decks.keys() == {one.id for one in there.decks} else here
    order = {one.id: number for number, one in enumerate((*first.decks, *decks.values()))}
    records = [*sorted(decks.values(), key=lambda one: order[one.id]), *chosen.values()]
    header = next(one for one in chosen.values() if isinstance(one, Header))
    seats = {key[1] for key, one in chosen.items() if one and key[0] == NAMES[Seat]}
    candidates = (one.header.candidate for one in (here, there) if one.header.candidate in seats)
    # Somebody heard as a candidate stays one, whichever header is kept: no list may show the words.
    header = replace(header, candidate=header.candidate or next(candidates, ""))
    kept = session_of(header, [one for one in records if one and not isinstance(one, Header)])
    kept = replace(kept, responses=_placed(kept.responses, {one.id for one in here.responses}))
    version = here.version.merged(there.version).bumped(writer)
    return replace(kept, version=version, erased=tuple(sorted(gone)))


def are_two_candidates(present: Session, other: Session) -> bool:
    """Whether copies of one set-up went on to two candidates, or to a candidate and a group."""
    candidates = {present.header.candidate, other.header.candidate} - {""}
    turns, others = ({turn.id for turn in one.turns} for one in (present, other))
    apart = bool(turns and others and not turns & others)
    return len(candidates) > 1 or bool(candidates and apart)


def _placed(responses: Iterable[Response], mine: Collection[str]) -> tuple[Response, ...]:
    """Responses, no two in one place of a turn: those from there come after those here."""
    taken: set[tuple[str, int]] = set()
    placed: dict[str, Response] = {}
    known = tuple(responses)
    for one in sorted(known, key=lambda one: (one.id not in mine, one.place)):
        place = one.place
        while (one.turn, place) in taken:
            place += 1
        taken.add((one.turn, place))
        moved = place != one.place
        placed[one.id] = replace(one, place=place, revision=one.revision + 1) if moved else one
    return tuple(placed[one.id] for one in known)
