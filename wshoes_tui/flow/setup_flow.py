"""Setup stage: who is here and the plan; and what is done with a seat at any time later."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wshoes_tui.domain.commands import AddSeat, ChangeSeat, Plan, RemoveSeat
from wshoes_tui.domain.draw import possible_turns
from wshoes_tui.domain.handlers.setup_handler import planned_turns
from wshoes_tui.domain.models import ORDERS, Seat, Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow.blocks import Blocks, QuestionBlock, SeatBlock, TextBlock
from wshoes_tui.flow.labels import plan
from wshoes_tui.flow.people_parser import Person
from wshoes_tui.locale import _


def setup_blocks(session: Session, about: Callable[[Seat], Sequence[str]] | None = None) -> Blocks:
    """The decks, the seats, the plan.

    Args:
        session: the session as it is now.
        about: what more there is to know of a seat.
    """
    for played in session.decks:
        yield TextBlock("Deck", one_line(played.deck.title), "")
    for seat in session.seats:
        yield SeatBlock(seat, tuple(about(seat)) if about is not None else ())
    if session.seats:
        yield TextBlock("Plan", plan(session), f"{plan(session)}.")


def setup_question(
    session: Session, *, hosted: bool = False, during: bool = False
) -> QuestionBlock:
    """Who is here?

    Args:
        session: the session as it is now.
        hosted: whether people can join at screens of their own.
        during: whether the session goes on already.
    """
    text, label = _("Who else is here? /go goes on when that is everybody."), ""
    if not session.seats:
        text = _(
            "Who is here? Type a name and a role, such as: Asha, carer. "
            "Or how many you are, such as: 6."
        )
        label = _lead(hosted=hosted)
    empty = (
        _("Type a name. Esc, then b: back to the session.")
        if during
        else _("Type a name, or how many you are. Esc, then g: begin.")
    )
    return QuestionBlock(text, label, _("Asha, carer   (or how many you are: 6)"), empty)


def _lead(*, hosted: bool) -> str:
    if hosted:
        return _(
            "Read out the line at the bottom: people who type it come in by themselves. "
            "Type only the names of those who have no screen of their own."
        )
    return _(
        "Type a name and press Enter, one person at a time. A role may follow: "
        "Asha, carer. Or type how many you are, for a group without names."
    )


def add_seat(person: Person) -> AddSeat:
    """Give somebody a seat."""
    return AddSeat(person.label, person.role, person.side, person.needs)


def other_side(seat: Seat) -> ChangeSeat:
    """To the other side."""
    return ChangeSeat(seat.id, side="lived" if seat.side == "service" else "service")


def take_seat_away(session: Session, seat: Seat) -> ChangeSeat | RemoveSeat:
    """Remove a seat; once there are turns it is marked as left."""
    return ChangeSeat(seat.id, state="left") if session.turns else RemoveSeat(seat.id)


def next_order(session: Session) -> Plan:
    """The next way to go round."""
    return Plan(order=ORDERS[(ORDERS.index(session.header.order) + 1) % len(ORDERS)])


def plan_turns(session: Session, change: int) -> Plan:
    """More turns than there are in the plan as it is shown, or fewer."""
    turns = session.header.planned_turns or planned_turns(session)
    if session.decks:
        turns = possible_turns(session, turns)
    return Plan(planned_turns=turns + change)
