"""What can be asked of a session. Each command is one transition, or a refusal.

``seat`` None means nobody in particular: the facilitator types for the room.
"""

from __future__ import annotations

from datetime import date

from wshoes_tui.domain.deck import Deck, Side
from wshoes_tui.domain.models import (
    DraftKind,
    FeedbackKind,
    Horizon,
    Order,
    PledgeState,
    RatingWhen,
    SeatState,
    Visibility,
)
from wshoes_tui.domain.value import Value, value


@value()
class Command(Value):
    """The base of all commands."""


@value()
class ChooseDecks(Command):
    """Replace the decks; only before the first turn."""

    decks: tuple[Deck, ...]


@value()
class Plan(Command):
    """Change the plan of the session; None leaves a part as it is."""

    order: Order | None = None
    planned_turns: int | None = None
    write_first: bool | None = None
    visibility: Visibility | None = None
    retention_days: int | None = None
    programme: str | None = None
    title: str | None = None


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

    So undo never takes away a seat on which somebody sits.
    """

    label: str = ""
    role: str = ""
    side: Side | None = None
    needs: str = ""


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
class Open(Command):
    """From set-up to the opening. Refused without decks and seats."""


@value()
class Agree(Command):
    """Set the ground rules of the room."""

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


@value()
class Next(Command):
    """End the turn as answered and draw the next; after the last planned one, the closing.

    Here and below, ``turn`` is the one that is meant: refused when somebody else has ended it
    meanwhile. None is whichever is open.
    """

    turn: str | None = None


@value()
class Pass(Command):
    """The seat passes, which needs no reason; the next seat's turn."""

    turn: str | None = None


@value()
class Skip(Command):
    """Put this card back; the same seat draws another."""


@value()
class ParkCard(Command):
    """Put this card in the car park for later; the same seat draws another."""


@value()
class Swap(Command):
    """The same card again, from the opposite shoes."""


@value()
class MoreTurns(Command):
    """From the closing back to the turns, with so many more planned."""

    turns: int = 1


@value()
class ChangeShoes(Command):
    """Stand in other shoes of the card's deck on this turn."""

    shoes: str


@value()
class GiveTurn(Command):
    """Give the open turn to another seat."""

    seat: str


@value()
class DrawCard(Command):
    """Play this card on the open turn in place of the one drawn."""

    deck: str
    card: str


@value()
class ShowPrompt(Command):
    """Show the prompt of that index; None is the next one, round again after the last."""

    index: int | None = None


@value()
class Say(Command):
    """Keep words on the open turn. Shoes None are the turn's; visibility None the session's.

    ``draft`` is the field they came from: it is emptied in the same transition. With the
    visibility "shoes" or "withheld" the seat is counted as heard, and the words are kept
    without it. Words of a seat's own screen (``draft`` "own") leave the room's field alone,
    and may be kept on a ``turn`` that has ended.
    """

    text: str
    seat: str | None = None
    shoes: str | None = None
    visibility: Visibility | None = None
    draft: DraftKind = "response"
    turn: str | None = None


@value()
class EditResponse(Command):
    """Put a response right."""

    response: str
    text: str


@value()
class ShowAs(Command):
    """Change who may be told of a response. From named to anything else cannot be undone."""

    response: str
    visibility: Visibility


@value()
class KeepDraft(Command):
    """Keep what stands in a field. Empty text removes the draft.

    ``shoes`` are a voice's, or those in which a seat types at its own screen. Only such an
    "own" draft may belong to a ``turn`` that has ended.
    """

    kind: DraftKind
    text: str
    seat: str | None = None
    shoes: str = ""
    turn: str | None = None


@value()
class WriteFirst(Command):
    """Everybody here writes on the open turn, each in shoes of their own, until the reveal."""


@value()
class HandIn(Command):
    """A seat is done writing, or takes its words back to go on (``done`` False)."""

    seat: str
    text: str
    done: bool = True
    turn: str | None = None


@value()
class Reveal(Command):
    """Show what was written, all together, in an order that tells nothing. Final.

    Refused while somebody is still writing, unless ``anyway``. What was not handed in stays
    with its seat: in its field of the room, or for the seats ``apart``, which sit at screens
    of their own, there.
    """

    anyway: bool = False
    apart: frozenset[str] = frozenset()


@value()
class StopWriting(Command):
    """Go back to talking without a reveal. Refused once words were handed in."""


@value()
class AddLightbulb(Command):
    """Keep a moment when someone saw it from another's side.

    Here and below, ``seat`` is whose field the words came from. It is emptied, and the seat
    is not kept. ``shoes`` None are those of the open turn.
    """

    now_see: str
    used_to_think: str = ""
    response: str | None = None
    seat: str | None = None
    shoes: str | None = None


@value()
class AddPledge(Command):
    """Keep a pledge."""

    text: str
    owner: str = ""
    by_when: date | None = None
    horizon: Horizon = "now"
    seat: str | None = None


@value()
class ChangePledge(Command):
    """Complete a pledge, or say how it stands; None leaves a part as it is."""

    pledge: str
    text: str | None = None
    owner: str | None = None
    by_when: date | None = None
    horizon: Horizon | None = None
    state: PledgeState | None = None
    note: str = ""


@value()
class ParkTopic(Command):
    """Keep a topic that deserves time later."""

    text: str
    seat: str | None = None


@value()
class PlaceCard(Command):
    """Put a card of the group's own on the table: the next one to be drawn."""

    title: str
    text: str = ""
    deck: str | None = None
    seat: str | None = None


@value()
class Remove(Command):
    """Take back one response, lightbulb, pledge, topic or undrawn wild card by its id."""

    record: str


@value()
class Undo(Command):
    """Take the last step back. Words go back to the field of the room where it is empty.

    Refused where it would take away one of the seats ``seated``, on which somebody sits.
    """

    seated: frozenset[str] = frozenset()


@value()
class Redo(Command):
    """Do again what was undone last, with the same care for the seats ``seated``."""

    seated: frozenset[str] = frozenset()


@value()
class Pause(Command):
    """Stop the clock."""


@value()
class Resume(Command):
    """Go on after a pause."""


@value()
class GoToClosing(Command):
    """End the turns, however many are left."""


@value()
class GiveFeedback(Command):
    """Keep words of the closing round.

    Without a draft of the seat's, the field of the room is emptied, unless the seat sits
    ``apart``, at a screen of its own.
    """

    kind: FeedbackKind
    text: str
    seat: str | None = None
    apart: bool = False


@value()
class Close(Command):
    """Close the session. Final.

    Refused while words wait in a field of the room; and, unless ``anyway``, while words wait
    at people's own screens, which are let go.
    """

    anyway: bool = False
