"""People in a session: the setup stage (who is here, the plan), and what is done with a seat later.

For each front end of a facilitator, so that none forgets a guard. The hub of a hosted session is
behind the protocol ``PeopleHub``; where nothing is hosted, nobody has a screen of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from wshoes_tui.domain.commands import (
    AddSeat,
    ChangeSeat,
    ChangeShoes,
    ChooseCandidate,
    Plan,
    RemoveSeat,
)
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.draw import possible_turns
from wshoes_tui.domain.models import ORDERS, Seat, Session, Turn
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.answer_parser import with_usual_digits
from wshoes_tui.flow.blocks import Blocks, Effects, QuestionBlock, TextBlock
from wshoes_tui.flow.hiring_flow import THE_CANDIDATE
from wshoes_tui.flow.labels import plan
from wshoes_tui.flow.list_blocks import SeatBlock
from wshoes_tui.flow.pace_flow import EveningPace, as_planned, pace_blocks, timed_turns
from wshoes_tui.flow.people_parser import Person
from wshoes_tui.flow.questions import NO_HAND_UP, SHOES_GIVEN_WHEN_TALKING, let_go_told
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.domain.list_rows import SessionLine

NO_SCREEN = N_("{who} has no screen of their own. /remove {who} takes their seat away.")
NO_SCREEN_PLAYING = N_("{who} has no screen of their own. /left {who} marks that they have gone.")


class PeopleHub(Protocol):
    """The seats at screens of their own."""

    def at_own_screen(self, seat_id: str) -> bool:
        """Whether that seat has a screen of its own."""

    def give_shoes(self, seat_id: str, turn_id: str, shoes_id: str) -> None:
        """Give a participant these shoes to talk in on that turn."""

    def lower_hand(self, seat_id: str) -> bool:
        """Take a participant's hand down. False if it was not up."""

    async def let_go(self, seat_id: str) -> None:
        """Close a seat at a screen of its own."""


def setup_blocks(
    session: Session, pace: EveningPace, about: Callable[[Seat], Sequence[str]] | None = None
) -> Blocks:
    """The decks, the seats, the plan, the time there is.

    Args:
        session: the session as it is now.
        pace: the times of the session.
        about: what more there is to know of a seat.
    """
    for played in session.decks:
        yield TextBlock("Deck", one_line(played.deck.title), "")
    for seat in session.seats:
        more = tuple(about(seat)) if about is not None else ()
        if seat.id == session.header.candidate:
            more = (_(THE_CANDIDATE), *more)
        yield SeatBlock(seat, more)
    if session.seats:
        told = plan(as_planned(session))
        yield TextBlock("Plan", told, f"{told}.")
    yield from pace_blocks(session, pace)
    if told := programme_told(session):
        yield TextBlock("Plan", told)
    if session.is_for_hiring and len(session.seats) == 1:
        told = _("Now the panel. People with lived experience are among them, too.")
        yield TextBlock("Plan", told, told)
    if may_be_for_hiring(session) and not session.is_for_hiring:
        typed = _("These cards are for choosing somebody: /candidate A names the candidate.")
        yield TextBlock("Plan", typed, _(HIRE))


WHAT_A_PROGRAMME_IS = N_(
    "Sessions of one programme add up, and each begins with the open pledges of those before it."
)


def programme_told(session: Session) -> str:
    """Which programme a session belongs to, and at which place; empty for none."""
    names = (one_line(one) for one in (session.header.programme, session.header.place))
    told = ", ".join(filter(None, names))
    return _("Programme: {name}", name=told) if told else ""


def programmes_of(lines: Iterable[SessionLine]) -> list[str]:
    """The programmes that there are, that of the newest session first."""
    return [name for name in dict.fromkeys(line.programme for line in lines) if name.strip()]


def known_programmes(known: Sequence[str]) -> str:
    """The programmes that there are, each with the number that stands for it; empty for none."""
    told = ", ".join(f"{number} {one_line(name)}" for number, name in enumerate(known, 1))
    return _("There are: {names}", names=told) if told else ""


def plan_programme(name: str, place: str | None, known: Sequence[str]) -> Plan:
    """To belong to a programme, at a place.

    Args:
        name: as typed: a name, the number of one of ``known``, "-" for none; empty leaves it.
        place: the place or table, "-" for none; None leaves it.
        known: the programmes that there are. The same name in other letters is that one.
    """
    name = " ".join(name.split())
    number = with_usual_digits(name)
    if number.isdecimal() and 1 <= int(number[:4]) <= len(known):
        name = known[int(number[:4]) - 1]
    named = {one.casefold(): one for one in known}
    changed = "" if name == "-" else named.get(name.casefold(), name) or None
    if place is not None:
        place = " ".join(place.split())
        place = "" if place == "-" else place
    return Plan(programme=changed, place=place)


HIRE = N_(
    "These cards are for choosing somebody. Type the candidate, a letter or a number will do, and "
    "press Esc, then c. Then type the panel."
)


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


def may_be_for_hiring(session: Session) -> bool:
    """Whether a deck of the session is made for choosing somebody, or it is such a session."""
    made = any(played.deck.purpose == "hiring" for played in session.decks)
    return session.is_for_hiring or made


def as_candidate(session: Session, typed: str, seat: Seat | None) -> ChooseCandidate:
    """Make the one whose label was typed the candidate, or the one on a seat; again: nobody."""
    again = seat is None or seat.id == session.header.candidate
    return ChooseCandidate(typed or ("" if again or seat is None else seat.label))


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
    turns = timed_turns(session)
    if session.decks:
        turns = possible_turns(session, turns)
    return Plan(planned_turns=turns + change)


def must_not_sit_apart(hub: PeopleHub | None, seat: Seat) -> None:
    """Refuse to take a seat from under somebody who sits at a screen of their own."""
    if hub is not None and hub.at_own_screen(seat.id):
        raise Refusal(
            "{who} sits at a screen of their own. /let-go {who} closes that seat.",
            who=one_line(seat.label),
        )


def must_sit_apart(hub: PeopleHub, session: Session, seat: Seat) -> None:
    """Refuse to close a seat that has no screen of its own."""
    if not hub.at_own_screen(seat.id):
        told = NO_SCREEN_PLAYING if session.turns else NO_SCREEN
        raise Refusal(told, who=one_line(seat.label))


async def close_seat(hub: PeopleHub, session: Session, seat: Seat) -> TextBlock:
    """Close the seat of somebody at a screen of their own, who was asked about before.

    Raises:
        Refusal: it has no screen of its own.
        StoreError: it could not be kept.
    """
    must_sit_apart(hub, session, seat)
    await hub.let_go(seat.id)
    return TextBlock("Saved", let_go_told(seat.label))


def talking_turn(session: Session) -> Turn:
    """The open turn, on which shoes can be given.

    Raises:
        Refusal: people do not talk just now.
    """
    turn = session.turn
    if turn is None or turn.phase != "talk":
        raise Refusal(SHOES_GIVEN_WHEN_TALKING)
    return turn


def no_shoes_block(seat: Seat, mark: str = "") -> TextBlock:
    """That somebody can be given no shoes: it is not their turn, and they have no screen.

    Args:
        seat: whose.
        mark: the mark of the shoes, for the command that says words in them.
    """
    who = one_line(seat.label)
    told = _("{who} has no screen of their own. Such as: /say {who}, {mark}: words",
             who=who, mark=mark)  # fmt: skip
    return TextBlock(
        "Error", told, _("{who} has no screen of their own to be given shoes at.", who=who)
    )


def let_go_block(seat: Seat) -> TextBlock:
    """What closing the seat of somebody at a screen of their own means; it is asked once."""
    who = one_line(seat.label)
    return TextBlock(
        "Notice",
        _(
            "That closes the seat of {who}: they have to leave, and their key opens nothing any "
            "more. Their words are kept. /let-go {who} once more does it.",
            who=who,
        ),
        _(
            "That closes the seat of {who}: their key opens nothing any more. Their words are "
            "kept. Esc, then x once more does it.",
            who=who,
        ),
    )


def give_shoes(hub: PeopleHub, session: Session, seat: Seat, shoes: Shoes) -> Effects:
    """Give a seat shoes to talk in; the seat with the turn takes them for the turn.

    Raises:
        Refusal: people do not talk just now.
    """
    turn, who = talking_turn(session), one_line(seat.label)
    if seat.id == turn.seat:
        yield ChangeShoes(shoes.id)
    elif hub.at_own_screen(seat.id):
        hub.give_shoes(seat.id, turn.id, shoes.id)
    else:
        yield no_shoes_block(seat, shoes.mark)
        return
    if session.is_named:
        told = f"{who}: {one_line(f'{shoes.mark} {shoes.name}')}"
        yield TextBlock("Shoes", told, _("Done."))
    else:
        yield TextBlock("Saved", _("{who} has other shoes to talk in", who=who), _("Done."))


def lower_hand(hub: PeopleHub, seat: Seat) -> TextBlock:
    """Take the hand of a seat down; an error where it is not up."""
    who = one_line(seat.label)
    if not hub.lower_hand(seat.id):
        raise Refusal(NO_HAND_UP, who=who)
    return TextBlock("Saved", _("the hand of {who} is down", who=who), "")
