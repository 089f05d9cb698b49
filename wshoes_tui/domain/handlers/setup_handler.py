"""Before the first turn, and who is here at any time: decks, plan, seats, the opening."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

from wshoes_tui.domain.commands import (
    AddSeat,
    Agree,
    Begin,
    ChangeSeat,
    ChooseDecks,
    Consent,
    GiveNumber,
    Join,
    Open,
    Plan,
    Rate,
    RemoveSeat,
)
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.engine import (
    NO_CHANGE,
    SEATED,
    Context,
    Refusal,
    UnitOfWork,
    forget_gone_seats,
    handles,
    must_be_running,
    the_seat,
)
from wshoes_tui.domain.handlers.turn_handler import WRITING, start_turn
from wshoes_tui.domain.models import (
    Header,
    PlayedDeck,
    Rating,
    Seat,
    Session,
    SessionKind,
    SessionState,
)
from wshoes_tui.domain.models.marks import tell_marks_apart
from wshoes_tui.domain.value import replace
from wshoes_tui.limits import HIGHEST_RATING, LONGEST_AGO
from wshoes_tui.locale import N_

AGREEMENTS = (
    N_("Everybody here is an expert in their own life."),
    N_("We listen to understand. Nobody is interrupted."),
    N_("Stories stay in this room. What we learn may leave it."),
    N_("Anyone may pass, at any time, without a reason."),
    N_("We talk about what happens, not about who is to blame."),
)
"""The ground rules a session begins with; the group may change every one of them."""

NOT_ON_PAPER = N_("A session for choosing somebody cannot be typed up from paper.")
NOBODY_SEATED = N_("Say who is here first. One is enough.")
REHEARSAL_TURNS = 6
HIRING_TURNS = 4
PLANNED = (
    "order",
    "planned_turns",
    "write_first",
    "visibility",
    "retention_days",
    "programme",
    "place",
    "title",
    "typed_up",
    "planned_minutes",
)
"""The parts of a plan that are parts of the header."""
TOLD_ON_THE_CARD = {"visibility", "retention_days"}
"""The parts of a plan that the consent card tells: where they change, it is another card."""


def new_session(
    env: Context,
    *,
    title: str = "",
    kind: SessionKind = "group",
    language: str = "en-GB",
    seed: int | None = None,
) -> Session:
    """A session in its set-up, with nothing chosen yet."""
    header = Header(
        id=env.new_id(),
        title=title,
        kind=kind,
        state="setup",
        created=env.now(),
        language=language,
        seed=env.chance.getrandbits(31) if seed is None else seed,
        agreements=AGREEMENTS,
        planned_turns=0 if kind == "group" else REHEARSAL_TURNS,
    )
    return Session(header=header)


@handles(ChooseDecks)
def choose_decks(work: UnitOfWork, command: ChooseDecks) -> None:
    """Replace the decks, and name a session after them that has no title of its own."""
    session = work.session
    must_be_running(session)
    if session.turns:
        raise Refusal("The decks cannot be changed once the turns have begun.")
    if not command.decks:
        raise Refusal("Choose at least one deck.")
    named_after = _title(tuple(played.deck for played in session.decks))
    for played in reversed(session.decks):  # so that undo brings them back in their order
        work.drop(played)
    chosen: dict[str, Deck] = {deck.id: deck for deck in command.decks}
    decks = {deck.id: deck for deck in tell_marks_apart(chosen.values())}
    for deck in decks.values():
        work.put(PlayedDeck(id=work.env.new_id(), deck=deck))
    _fit_to(work, decks)
    if session.header.title in ("", named_after):
        work.change_header(title=_title(tuple(decks.values())))


def _fit_to(work: UnitOfWork, decks: dict[str, Deck]) -> None:
    """Play the group's own cards with the new decks, and drop the numbers for other shoes."""
    for own in work.session.wild_cards:
        if own.deck not in decks:
            work.put(replace(own, deck=next(iter(decks))))
    for rating in work.session.ratings:
        deck = decks.get(rating.deck)
        if deck is None or deck.pair(rating.shoes) is None:
            work.drop(rating)


def _title(decks: tuple[Deck, ...]) -> str:
    return " + ".join(deck.title for deck in decks)


@handles(Plan)
def plan(work: UnitOfWork, command: Plan) -> None:
    """Change the plan."""
    must_be_running(work.session)
    if command.planned_turns is not None and command.planned_turns < 1:
        raise Refusal("Plan at least one turn.")
    if command.retention_days is not None and command.retention_days < 0:
        raise Refusal("The number of days cannot be negative.")
    new_rule = command.visibility not in (None, work.session.header.visibility)
    if new_rule and work.session.writers():
        raise Refusal(WRITING)  # they write, and were dealt shoes, under the rule as it was
    changed = changed_by(command, work.session.header)
    if command.held_on is not None:
        changed |= _held_on(work, command.held_on, typed_up=command.typed_up)
    if not changed:
        raise Refusal("That is the plan already.")
    if TOLD_ON_THE_CARD & changed.keys():
        changed["consented"] = False
    work.change_header(**changed)


def _held_on(work: UnitOfWork, day: date, *, typed_up: bool | None) -> dict[str, datetime]:
    """When a session of that day was begun: at noon, or now if that is still to come."""
    header = work.session.header
    if not (header.typed_up if typed_up is None else typed_up) or work.session.turns:
        raise Refusal("Only an evening that is typed up from paper can be of another day.")
    now = work.env.now()
    today = now.astimezone().date()
    if day > today:
        raise Refusal("That day is still to come.")
    if day < today - timedelta(days=LONGEST_AGO):
        raise Refusal("That day is too long ago.")
    if day == header.created.astimezone().date():
        return {}
    return {"created": min(now, datetime.combine(day, time(12)).astimezone(UTC))}


def changed_by(command: Plan, header: Header) -> dict[str, Any]:
    """What of the plan would be otherwise than it is."""
    asked = {name: getattr(command, name) for name in PLANNED}
    return {
        name: value
        for name, value in asked.items()
        if value is not None and value != getattr(header, name)
    }


@handles(AddSeat)
def add_seat(work: UnitOfWork, command: AddSeat) -> None:
    """A new seat after all others."""
    work.put(new_seat(work, command, work.session.seats))


def new_seat(work: UnitOfWork, command: AddSeat | Join, others: Iterable[Seat]) -> Seat:
    """A seat with a number after those of all others, and a label that nobody has."""
    must_be_running(work.session)
    number = 1 + max((seat.number for seat in others), default=0)
    label = command.label.strip() or free_label(work.session, "Seat", number)
    _must_be_free(work.session, label)
    seat_id = command.seat if isinstance(command, Join) else None
    return Seat(
        id=seat_id or work.env.new_id(),
        number=number,
        label=label,
        role=command.role.strip(),
        side=command.side,
        needs=command.needs.strip(),
    )


@handles(ChangeSeat)
def change_seat(work: UnitOfWork, command: ChangeSeat) -> None:
    """Rename a seat, note its role or side, mark it away, left or back."""
    must_be_running(work.session)
    seat = the_seat(work.session, command.seat)
    if command.label is not None and command.label.strip().casefold() != seat.label.casefold():
        _must_be_free(work.session, command.label.strip())
    parts: dict[str, Any] = {
        name: value.strip() if isinstance(value, str) else value
        for name in ("label", "role", "side", "needs", "state")
        if (value := getattr(command, name)) is not None
    }
    if not parts.get("label", seat.label):
        raise Refusal("A seat needs a name, or a number.")
    changed = replace(seat, **parts)
    if changed == seat:
        raise Refusal(NO_CHANGE)
    work.put(changed)


def free_label(session: Session, name: str, number: int) -> str:
    """The name with the first number from this one on that makes it a free label."""
    labels = (f"{name} {n}" for n in count(number))
    return next(label for label in labels if not is_taken(session, label))


def is_taken(session: Session, label: str) -> bool:
    """Whether a seat has this label already."""
    return any(seat.label.casefold() == label.casefold() for seat in session.seats)


def _must_be_free(session: Session, label: str) -> None:
    if is_taken(session, label):
        raise Refusal(
            "There is already a seat called {label}. Add a letter or a number.", label=label
        )


@handles(RemoveSeat)
def remove_seat(work: UnitOfWork, command: RemoveSeat) -> None:
    """Take away a seat that was added by mistake."""
    must_be_running(work.session)
    seat = the_seat(work.session, command.seat)
    if work.session.turns or any(words.seat == seat.id for words in work.session.feedback):
        raise Refusal(SEATED, label=seat.label)
    work.drop(seat)
    if seat.id == work.session.header.candidate:
        work.change_header(candidate="")
    forget_gone_seats(work)


@handles(Open)
def open_session(work: UnitOfWork, _: Open) -> None:
    """From set-up to the opening."""
    must_be_in(work.session, "setup")
    must_be_ready(work)
    work.change_header(state="opening")


@handles(Agree)
def agree(work: UnitOfWork, command: Agree) -> None:
    """Replace the ground rules; lines without words are left out."""
    must_be_running(work.session)
    agreements = tuple(line.strip() for line in command.agreements if line.strip())
    if agreements == work.session.header.agreements:
        raise Refusal("These are the agreements already.")
    work.change_header(agreements=agreements)


@handles(Consent)
def consent(work: UnitOfWork, _: Consent) -> None:
    """Note that the consent card was read out and accepted."""
    must_be_running(work.session)
    if work.session.header.consented:
        raise Refusal("That is noted already.")
    work.change_header(consented=True)


NO_SHOES_THERE = N_("There are no such shoes in these decks.")


@handles(Rate)
def rate(work: UnitOfWork, command: Rate) -> None:
    """Replace the numbers for one pair of shoes."""
    must_be_numbers(work.session, command, *command.values)
    for old in work.session.ratings:
        if (old.deck, old.shoes, old.when) == (command.deck, command.shoes, command.when):
            work.drop(old)
    # Sorted, so that the order in which people called out is not kept.
    for value in sorted(command.values):
        work.put(
            Rating(
                id=work.env.new_id(),
                deck=command.deck,
                shoes=command.shoes,
                value=value,
                when=command.when,
            )
        )


def must_be_numbers(session: Session, command: Rate | GiveNumber, *values: int) -> None:
    """Refuse numbers for shoes that nobody can stand in, or out of their range."""
    must_be_running(session)
    deck = session.deck(command.deck)
    if deck is None or deck.pair(command.shoes) is None:
        raise Refusal(NO_SHOES_THERE)
    if any(not 0 <= value <= HIGHEST_RATING for value in values):
        raise Refusal("Numbers go from 0 to 10.")


@handles(Begin)
def begin(work: UnitOfWork, _: Begin) -> None:
    """Draw the first turn. Who came while it was opened counts for the number of turns, too."""
    must_be_in(work.session, "setup", "opening")
    must_be_ready(work)
    work.change_header(state="turns", planned_turns=planned_turns(work.session))
    start_turn(work)


def must_be_in(session: Session, *states: SessionState) -> None:
    """Refuse in a session that has gone beyond these states."""
    if session.state not in states:
        raise Refusal("The session has begun already.")


def must_be_ready(work: UnitOfWork) -> None:
    """Refuse while there is no deck, or nobody here."""
    if not work.session.decks:
        raise Refusal("Choose at least one deck first.")
    if not work.session.present:
        raise Refusal(NOBODY_SEATED)


def planned_turns(session: Session) -> int:
    """A chosen number of turns; else two each, or one each in a large group."""
    seats = len(session.present)
    if session.is_for_hiring:
        return session.header.planned_turns or HIRING_TURNS
    return session.header.planned_turns or seats * (2 if seats <= 6 else 1)
