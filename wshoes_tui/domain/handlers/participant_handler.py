"""Seats at screens of their own: who comes and goes, what each types, a number from each; and
which seat is the candidate's.

Many people act at once here. So what comes of their screens alone is no step, and undo,
which is for the whole group, leaves it as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from wshoes_tui.domain.commands import AddSeat, Attend, ChooseCandidate, GiveNumber, Join
from wshoes_tui.domain.engine import (
    NO_CHANGE,
    Refusal,
    UnitOfWork,
    handles,
    must_be_running,
    open_turn,
    the_seat,
)
from wshoes_tui.domain.handlers.setup_handler import NOT_ON_PAPER, must_be_numbers, new_seat
from wshoes_tui.domain.handlers.turn_handler import OF_A_TURN
from wshoes_tui.domain.handlers.writing_handler import page_of
from wshoes_tui.domain.models import Draft, DraftKind, Rating, RatingWhen, Seat, Session, Turn
from wshoes_tui.domain.value import replace
from wshoes_tui.locale import N_

OF_A_FIELD = ("lightbulb", "pledge", "park", "wild", "feedback")
"""The kinds of draft of which the group has one, and each seat apart one of its own."""


def is_somebodys_own(draft: Draft) -> bool:
    """Whether these words stand at somebody's own screen: theirs alone to keep or clear."""
    return draft.kind == "own" or (draft.kind in OF_A_FIELD and draft.seat is not None)


def seats_not_done(session: Session) -> frozenset[str | None]:
    """The seats at whose own screens words wait that are not handed in."""
    own = (draft for draft in session.drafts if is_somebodys_own(draft))
    return frozenset(draft.seat for draft in own if draft.text.strip())


NO_SUCH_TURN = N_("There is no such turn.")


def turn_named(
    session: Session, kind: DraftKind, seat: str | None, turn_id: str | None
) -> Turn | None:
    """The turn to which a field belongs: that of this id, else the open one.

    None where the field belongs to no turn. Only somebody's own may belong to one that has
    ended: refused for all others, as where there is no such turn or seat.
    """
    if kind == "own":
        the_seat(session, seat)
    if turn_id is None:
        return session.turn if kind in OF_A_TURN else None
    turn = next((turn for turn in session.turns if turn.id == turn_id), None)
    if turn is None or kind not in OF_A_TURN:
        raise Refusal(NO_SUCH_TURN)
    return turn if kind == "own" else open_turn(session, turn_id)


@handles(Join)
def join(work: UnitOfWork, command: Join) -> None:
    """A new seat, after all that are here and all that undo or redo may still bring back.

    Where people write just now, it has a page from the start.
    """
    seat = new_seat(work, command, (*work.session.seats, *_remembered(work.session)))
    work.put_aside(seat)
    turn = work.session.turn
    if turn is not None and turn.phase == "writing":
        page_of(work, seat.id)


def _remembered(session: Session) -> Iterator[Seat]:
    for step in (*session.done, *session.undone):
        for change in step.changes:
            for record in (change.before, change.after):
                if isinstance(record, Seat):
                    yield record


@handles(Attend)
def attend(work: UnitOfWork, command: Attend) -> None:
    """Note that a seat is here, away or has left. Its words and its turn wait for it."""
    must_be_running(work.session)
    seat = the_seat(work.session, command.seat)
    if seat.state == command.state:
        raise Refusal(NO_CHANGE)
    work.put_aside(replace(seat, state=command.state))


@handles(GiveNumber)
def give_number(work: UnitOfWork, command: GiveNumber) -> None:
    """Add a number for one pair of shoes."""
    must_be_numbers(work.session, command, command.value)
    key = (command.deck, command.shoes, command.when)
    values = Counter(rating.value for rating in numbers_of(work.session, *key))
    if command.instead_of is not None:
        values -= Counter([command.instead_of])
    values[command.value] += 1
    set_numbers(work, *key, values)


def numbers_of(session: Session, deck: str, shoes: str, when: RatingWhen) -> tuple[Rating, ...]:
    """The numbers for one pair of shoes, before or after."""
    wanted = (deck, shoes, when)
    return tuple(r for r in session.ratings if (r.deck, r.shoes, r.when) == wanted)


def set_numbers(
    work: UnitOfWork, deck: str, shoes: str, when: RatingWhen, values: Counter[int]
) -> None:
    """Replace the numbers for one pair of shoes, outside what undo takes back.

    All are made anew, sorted: one added after those there would tell, to anybody who knows
    who was last to give a number, whose it is.
    """
    for old in numbers_of(work.session, deck, shoes, when):
        work.drop_aside(old)
    for value in sorted(values.elements()):
        work.put_aside(Rating(id=work.env.new_id(), deck=deck, shoes=shoes, value=value, when=when))


@handles(ChooseCandidate)
def choose_candidate(work: UnitOfWork, command: ChooseCandidate) -> None:
    """Make one seat the candidate, or none."""
    session, label = work.session, command.label.strip()
    must_be_running(session)
    if session.turns or session.header.kind != "group":
        raise Refusal("Who the candidate is cannot be changed any more.")
    if session.header.typed_up:
        raise Refusal(NOT_ON_PAPER)
    seats = (seat for seat in session.seats if seat.label.casefold() == label.casefold())
    seat = next(seats, None)
    if label and seat is None:
        seat = work.put(new_seat(work, AddSeat(label), session.seats))
    wanted = seat.id if seat is not None else ""
    if wanted == session.header.candidate:
        raise Refusal(NO_CHANGE)
    work.change_header(candidate=wanted, consented=False)  # the consent card is another one now
