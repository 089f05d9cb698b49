"""The records of a session, and what may stand in their fields.

Every record is frozen: a change is a new record with the next revision. Times are
aware and in UTC. A response carries no time of its own, and no seat unless it is
named, so that what was promised as unattributed is unattributed here too.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from wshoes_tui.domain.deck import Deck, Side
from wshoes_tui.domain.value import Value, value

SessionKind = Literal["group", "rehearsal"]
SessionState = Literal["setup", "opening", "turns", "closing", "closed"]
Order = Literal["round", "sides", "random"]
SeatState = Literal["here", "away", "left"]
TurnState = Literal["open", "answered", "passed", "skipped", "parked"]
TurnPhase = Literal["talk", "writing"]
Visibility = Literal["named", "shoes", "withheld"]
Horizon = Literal["now", "plan", "others"]
PledgeState = Literal["open", "done", "changed", "dropped"]
RatingWhen = Literal["before", "after"]
FeedbackKind = Literal["checkout", "heard", "safe", "valued", "change"]
DraftKind = Literal[
    "response", "voice", "private", "own", "lightbulb", "pledge", "park", "wild", "feedback"
]

ORDERS: tuple[Order, ...] = ("round", "sides", "random")
VISIBILITIES: tuple[Visibility, ...] = ("named", "shoes", "withheld")
HORIZONS: tuple[Horizon, ...] = ("now", "plan", "others")


@value(kw_only=True)
class Record(Value):
    """What every stored record has: a UUID and a revision that grows with each change."""

    id: str
    revision: int = 1


@value(kw_only=True)
class Header(Record):
    """The session itself: its plan, its rules and where it stands."""

    title: str
    kind: SessionKind
    state: SessionState
    created: datetime
    order: Order = "round"
    seed: int = 0
    planned_turns: int = 6
    write_first: bool = False
    visibility: Visibility = "shoes"
    retention_days: int = 90
    agreements: tuple[str, ...] = ()
    consented: bool = False
    language: str = "en-GB"
    programme: str = ""
    parent: str | None = None
    paused_at: datetime | None = None
    closed: datetime | None = None


@value(kw_only=True)
class PlayedDeck(Record):
    """A deck as it was when the session chose it: later edits do not change the session.

    Its marks are those of the session: where decks are mixed they may have a number (``P2``).
    """

    deck: Deck


@value(kw_only=True)
class Seat(Record):
    """A place in the session."""

    number: int
    label: str
    role: str = ""
    side: Side | None = None
    needs: str = ""
    state: SeatState = "here"


@value(kw_only=True)
class Turn(Record):
    """One card, one seat, one pair of shoes.

    ``card`` and ``shoes`` are ids of the deck ``deck``, which other decks may have too. So are
    the shoes of every record that names this turn.
    """

    number: int
    deck: str
    card: str
    seat: str | None
    shoes: str
    started: datetime
    state: TurnState = "open"
    phase: TurnPhase = "talk"
    prompt: int = 0
    swap_of: str | None = None
    ended: datetime | None = None
    paused_seconds: int = 0


@value(kw_only=True)
class Response(Record):
    """Words said on a turn. ``place`` orders the responses of one turn."""

    turn: str
    shoes: str
    text: str
    place: int
    seat: str | None = None
    visibility: Visibility = "shoes"
    written_first: bool = False


@value(kw_only=True)
class Lightbulb(Record):
    """ "I used to think ... now I see ...": either half may be empty, not both."""

    used_to_think: str
    now_see: str
    turn: str | None = None
    shoes: str = ""
    response: str | None = None


@value(kw_only=True)
class PledgeNote(Value):
    """One dated line in the history of a pledge."""

    on: date
    state: PledgeState
    note: str = ""


@value(kw_only=True)
class Pledge(Record):
    """A promise with one owner. ``owner`` is how they want to be called, not a seat."""

    text: str
    owner: str = ""
    by_when: date | None = None
    horizon: Horizon = "now"
    state: PledgeState = "open"
    history: tuple[PledgeNote, ...] = ()
    turn: str | None = None


@value(kw_only=True)
class ParkedTopic(Record):
    """A topic in the car park. ``card`` is set where a whole card was parked."""

    text: str
    turn: str | None = None
    card: str = ""


@value(kw_only=True)
class WildCard(Record):
    """A card the group put on the table. It is played in the shoes of the deck ``deck``."""

    deck: str
    title: str
    text: str


@value(kw_only=True)
class Rating(Record):
    """One number from 0 to 10: how well do I understand what life is like in these shoes?"""

    deck: str
    shoes: str
    value: int
    when: RatingWhen


@value(kw_only=True)
class Feedback(Record):
    """Words of the closing round."""

    kind: FeedbackKind
    text: str
    seat: str | None = None


@value(kw_only=True)
class Voice(Record):
    """How often a seat has been heard. A count only: it cannot be tied to any response."""

    seat: str
    count: int


@value(kw_only=True)
class Draft(Record):
    """Words not yet handed in, for one field of one seat.

    ``seat`` None is the facilitator's keyboard. In write-first each seat has a
    ``private`` draft that holds its shoes and, once ``handed_in``, waits for the
    reveal. An ``own`` draft is what a seat types at a screen of its own while people talk:
    it stays with its turn when that has ended. Drafts of several fields hold them as a JSON
    object in ``text``.
    """

    kind: DraftKind
    text: str
    turn: str | None = None
    seat: str | None = None
    shoes: str = ""
    handed_in: bool = False
