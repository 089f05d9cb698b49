"""Commands of who is here and what is played, and of the way to the first turn.

Worked by ``setup``; those of a seat at a screen of its own by ``apart``.
"""

from __future__ import annotations

from datetime import date

from wshoes_tui.domain.deck import Deck, Side
from wshoes_tui.domain.models import Order, RatingWhen, SeatState, Visibility
from wshoes_tui.domain.value import Command, value


@value()
class ChooseDecks(Command):
    """Replace the decks; only before the first turn."""

    decks: tuple[Deck, ...]


@value()
class Plan(Command):
    """Change the plan of the session; None leaves a part as it is.

    ``held_on`` is the day of an evening that is typed up from paper: the day the session was
    begun, which is neither in the future nor one on which a session at this computer began.
    """

    order: Order | None = None
    planned_turns: int | None = None
    write_first: bool | None = None
    visibility: Visibility | None = None
    retention_days: int | None = None
    programme: str | None = None
    title: str | None = None
    place: str | None = None
    typed_up: bool | None = None
    planned_minutes: int | None = None
    held_on: date | None = None


@value()
class AddSeat(Command):
    """Somebody joins, at any time. An empty label becomes "Seat N"."""

    label: str = ""
    role: str = ""
    side: Side | None = None
    needs: str = ""


@value()
class ChangeSeat(Command):
    """Change what is known of a seat; None leaves a part as it is."""

    seat: str
    label: str | None = None
    role: str | None = None
    side: Side | None = None
    needs: str | None = None
    state: SeatState | None = None


@value()
class Join(Command):
    """Somebody sits down at a screen of their own. As ``AddSeat``, but no step.

    So undo never takes away a seat on which somebody sits. ``seat`` is the id that it gets:
    the caller knows it before the seat is there.
    """

    label: str = ""
    role: str = ""
    side: Side | None = None
    needs: str = ""
    seat: str | None = None


@value()
class Attend(Command):
    """A seat is here, away (a line dropped) or has left. No step: lines come and go."""

    seat: str
    state: SeatState


@value()
class RemoveSeat(Command):
    """Take a seat away that was added by mistake; only before the first turn."""

    seat: str


@value()
class ChooseCandidate(Command):
    """Let the session be one in which somebody is chosen, and this seat be the candidate's.

    A label that no seat has makes a seat. An empty one makes it an ordinary session again.
    Refused once the turns have begun.
    """

    label: str


@value()
class Open(Command):
    """From set-up to the opening. Refused without decks and seats."""


@value()
class BeginSlips(Command):
    """From set-up to the slips of an evening that was held on paper: there are no turns to draw."""


@value()
class Agree(Command):
    """Set the ground rules of the group."""

    agreements: tuple[str, ...]


@value()
class Consent(Command):
    """The consent card was read out and accepted."""


@value()
class Rate(Command):
    """Replace the 0-10 numbers for one pair of shoes, in no order and from nobody in particular."""

    deck: str
    shoes: str
    values: tuple[int, ...]
    when: RatingWhen


@value()
class GiveNumber(Command):
    """One more 0-10 number for one pair of shoes, from nobody in particular. No step.

    ``instead_of`` takes one number of that value out, if there is one: a change of mind.
    """

    deck: str
    shoes: str
    value: int
    when: RatingWhen
    instead_of: int | None = None


@value()
class Begin(Command):
    """From set-up or opening to the first turn."""
