"""What must hold of every session, whatever was done to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from wshoes_tui.domain.handlers.turn_handler import ON_A_TURN, prompts_of
from wshoes_tui.domain.models import (
    Change,
    Draft,
    Header,
    PlayedDeck,
    Record,
    Response,
    Seat,
    Session,
    Turn,
    Voice,
)


def problems(session: Session) -> Iterator[str]:
    """Every way in which a session is not sound, in words; nothing for a sound one."""
    yield from _ids(session)
    yield from _turns(session)
    yield from _references(session)
    yield from _names(session)
    yield from _drafts(session)


def _ids(session: Session) -> Iterator[str]:
    ids = Counter(record.id for record in session.records())
    yield from (f"id {id_} {times} times" for id_, times in ids.items() if times > 1)
    labels = Counter(seat.label.casefold() for seat in session.seats)
    yield from (f"two seats called {label}" for label, times in labels.items() if times > 1)
    numbers = [seat.number for seat in session.seats]
    if numbers != sorted(set(numbers)):
        yield f"seat numbers {numbers}"
    if any(voice.count < 0 for voice in session.voices):
        yield "a voice below nothing"
    for name, many in Counter(voice.seat for voice in session.voices).items():
        if many > 1:
            yield f"{many} counts for seat {name}"


def _turns(session: Session) -> Iterator[str]:
    numbers = [turn.number for turn in session.turns]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"turn numbers {numbers}"
    for turn in session.turns:
        if turn.state == "open" and turn is not session.turns[-1]:
            yield f"turn {turn.number} is open, but not the newest"
        if (turn.state == "open") != (turn.ended is None):
            yield f"turn {turn.number} is {turn.state} and ended {turn.ended}"
        if turn.phase == "writing" and turn.state != "open":
            yield f"turn {turn.number} has ended and people still write on it"
        if not 0 <= turn.prompt < len(prompts_of(session.card_of(turn))):
            yield f"turn {turn.number} shows a prompt its card has not"
        places = [response.place for response in session.said(turn)]
        if len(places) != len(set(places)):
            yield f"turn {turn.number} has places {places}"
    if (session.state == "turns") != (session.turn is not None):
        yield f"{session.state} with the open turn {session.turn}"
    if session.turns and session.state in ("setup", "opening"):
        yield f"turns in the {session.state}"
    if (session.state == "closed") != (session.header.closed is not None):
        yield "half closed"


def _references(session: Session) -> Iterator[str]:
    turns = {turn.id for turn in session.turns}
    seats = {seat.id for seat in session.seats}
    responses = {response.id for response in session.responses}
    shoes = {(p.deck.id, pair.id) for p in session.decks for pair in p.deck.shoes}
    cards = {(p.deck.id, card.id) for p in session.decks for card in p.deck.cards}
    cards |= {(own.deck, own.id) for own in session.wild_cards}
    decks = {played.deck.id for played in session.decks}
    on = {turn.id: turn.deck for turn in session.turns}

    for record in session.records():
        name = f"{type(record).__name__} {record.id}"
        if getattr(record, "seat", None) not in {*seats, None}:
            yield f"{name}: no such seat"
        if getattr(record, "turn", None) not in {*turns, None}:
            yield f"{name}: no such turn"
    for turn in session.turns:
        if (turn.deck, turn.card) not in cards:
            yield f"turn {turn.number}: no such card"
        if (turn.deck, turn.shoes) not in shoes:
            yield f"turn {turn.number}: no such shoes"
        if turn.swap_of not in {*turns, None}:
            yield f"turn {turn.number}: swaps no turn"
    for response in session.responses:
        if (on.get(response.turn), response.shoes) not in shoes:
            yield f"response {response.id}: no such shoes"
    for heard in session.evidence:
        if (on.get(heard.turn), heard.shoes) not in shoes:
            yield f"evidence {heard.id}: no such shoes"
        if not heard.text.strip():
            yield f"evidence {heard.id}: no words"
    for bulb in session.lightbulbs:
        if bulb.response not in {*responses, None}:
            yield f"lightbulb {bulb.id}: no such response"
    bulbs = {bulb.id for bulb in session.lightbulbs}
    for pledge in session.pledges:
        if pledge.response not in {*responses, None} or pledge.lightbulb not in {*bulbs, None}:
            yield f"pledge {pledge.id}: came from nothing"
    for rating in session.ratings:
        if (rating.deck, rating.shoes) not in shoes:
            yield f"rating {rating.id}: no such shoes"
    for own in session.wild_cards:
        if own.deck not in decks:
            yield f"own card {own.id}: no such deck"


def _names(session: Session) -> Iterator[str]:
    """Nothing ties an unattributed response to a seat: no record, no step, no draft."""
    for response in session.responses:
        if response.seat is not None and response.visibility != "named":
            yield f"response {response.id} is not named and has a seat"
    for heard in session.evidence:
        if (heard.seat is not None) != heard.named:
            yield f"evidence {heard.id} is not named and has a seat"
    if any(page.seat == session.header.candidate for page in session.writers()):
        yield "the candidate has a page"
    nameless = {r.id: r.text for r in (*session.responses, *session.evidence) if r.seat is None}
    for step in (*session.done, *session.undone):
        for change in step.changes:
            for record in (change.before, change.after):
                if record and record.id in nameless and getattr(record, "seat", None):
                    yield f"step {step.number} remembers who said {record.id}"
                if isinstance(record, Draft | Voice):
                    yield f"step {step.number} holds a {type(record).__name__}"
    for draft in session.drafts:
        if draft.seat is not None and draft.text.strip() and draft.text in nameless.values():
            yield f"the draft of seat {draft.seat} repeats what nobody is said to have said"


def _drafts(session: Session) -> Iterator[str]:
    keys = Counter((draft.kind, draft.turn, draft.seat) for draft in session.drafts)
    yield from (f"{many} drafts of {key}" for key, many in keys.items() if many > 1)
    now = session.turn.id if session.turn else None
    turns = {turn.id for turn in session.turns}
    for draft in session.drafts:
        if draft.kind == "own" and draft.seat is None:
            yield "words at nobody's own screen"
        if draft.kind == "own" and draft.turn not in {*turns, now}:
            yield "words at somebody's own screen lost their turn"
        if draft.kind in ON_A_TURN and draft.turn != now:
            yield f"a {draft.kind} draft waits on a turn that is not open"
        if draft.kind == "private" and draft not in session.writers():
            yield "a private page outside the writing"
        if session.state == "closed" and (draft.kind, draft.seat) != ("why", None):
            yield "a draft in a closed session"


def replayed(before: Session, changes: Iterable[Change]) -> dict[str, Record]:
    """The records of a session after these changes, as a store would work them, by id."""
    records = {record.id: record for record in before.records()}
    for change in changes:
        assert change.before or change.after, "a change of nothing"
        if change.before is not None:
            # A name that was taken off is left out of the change on purpose.
            known = _nameless(records[change.before.id])
            assert known == _nameless(change.before), "a change of something else"
        if change.after is not None:
            assert change.before is not None or change.after.id not in records
            records[change.after.id] = change.after
        elif change.before is not None:
            del records[change.before.id]
    return records


def _nameless(record: Record) -> Record:
    return replace(record, seat=None) if isinstance(record, Response) else record


def essence(session: Session) -> dict[str, Any]:
    """A session but for what is no step: revisions, drafts, counts, pauses, prompts, who is here.

    Two sessions of one essence are the same to the people in the room. Decks, seats and
    turns keep their order, on which the next draw rests.
    """
    return {
        "order": {
            kind: [record.id for record in session.records() if isinstance(record, kind)]
            for kind in (PlayedDeck, Seat, Turn)
        },
        "records": {
            record.id: _without_asides(record)
            for record in session.records()
            if not isinstance(record, Draft | Voice)
        },
    }


def _without_asides(record: Record) -> Record:
    parts: dict[str, Any] = {"revision": 1}
    if isinstance(record, Header):
        parts |= {"paused_at": None}
    if isinstance(record, Turn):
        parts |= {"prompt": 0, "paused_seconds": 0}
    if isinstance(record, Seat):
        parts |= {"state": "here"}
    if all(getattr(record, name) == value for name, value in parts.items()):
        return record
    return replace(record, **parts)
