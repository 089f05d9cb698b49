"""The records of a session, and the session that holds them.

Every record is frozen: a change is a new record with the next revision. Times are
aware and in UTC. A response carries no time of its own, and no seat unless it is
named, so that what was promised as unattributed is unattributed here too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date, datetime
from typing import Any, Literal

from wshoes_tui.domain.deck import Card, CardKind, Deck, Shoes, Side
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
    """A deck as it was when the session chose it: later edits do not change the session."""

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
    """One card, one seat, one pair of shoes. ``shoes`` is an id of the deck ``deck``."""

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


@value()
class Change(Value):
    """One record before and after; None stands for "was not there" and "is gone"."""

    before: Record | None
    after: Record | None

    def reversed(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)


@value()
class Step(Value):
    """One thing done, by the name of its command. A ``final`` one cannot be taken back.

    ``number`` grows through the session and stays with the step when it is undone.
    """

    number: int
    name: str
    changes: tuple[Change, ...]
    final: bool = False


@value()
class Transition(Value):
    """What one command did: the session before and after, and the records that changed."""

    name: str
    before: Session
    session: Session
    changes: tuple[Change, ...]


@value(kw_only=True)
class Session(Value):
    """A session as a whole. Immutable: the engine answers a command with a new one."""

    header: Header
    decks: tuple[PlayedDeck, ...] = ()
    seats: tuple[Seat, ...] = ()
    turns: tuple[Turn, ...] = ()
    responses: tuple[Response, ...] = ()
    lightbulbs: tuple[Lightbulb, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    car_park: tuple[ParkedTopic, ...] = ()
    wild_cards: tuple[WildCard, ...] = ()
    ratings: tuple[Rating, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    voices: tuple[Voice, ...] = ()
    drafts: tuple[Draft, ...] = ()
    done: tuple[Step, ...] = field(default=(), compare=False)
    undone: tuple[Step, ...] = field(default=(), compare=False)

    @property
    def id(self) -> str:
        """The session's UUID."""
        return self.header.id

    @property
    def state(self) -> SessionState:
        """Where in its arc the session stands."""
        return self.header.state

    @property
    def turn(self) -> Turn | None:
        """The open turn, or None."""
        return self.turns[-1] if self.turns and self.turns[-1].state == "open" else None

    @property
    def present(self) -> tuple[Seat, ...]:
        """The seats that are here, in seat order."""
        return tuple(seat for seat in self.seats if seat.state == "here")

    def deck(self, deck_id: str) -> Deck | None:
        """The played deck of that id, or None."""
        return next((played.deck for played in self.decks if played.deck.id == deck_id), None)

    def seat(self, seat_id: str | None) -> Seat | None:
        """The seat of that id, or None."""
        return next((seat for seat in self.seats if seat.id == seat_id), None)

    def card_of(self, turn: Turn) -> Card:
        """The card of a turn, from its deck or from the group's own."""
        deck = self.deck(turn.deck)
        card = deck.card(turn.card) if deck else None
        if card is None:
            card = next((as_card(own) for own in self.wild_cards if own.id == turn.card), None)
        return card or Card(id=turn.card, kind="wild", title="", text="")

    def shoes_of(self, turn: Turn, shoes_id: str | None = None) -> Shoes:
        """The shoes of a turn, or others of the same deck."""
        wanted = shoes_id or turn.shoes
        deck = self.deck(turn.deck)
        shoes = deck.pair(wanted) if deck else None
        return shoes or Shoes(wanted, wanted, "?", "white", "lived", "")

    def said(self, turn: Turn) -> tuple[Response, ...]:
        """The responses of a turn, in order."""
        mine = (response for response in self.responses if response.turn == turn.id)
        return tuple(sorted(mine, key=lambda response: response.place))

    def draft(
        self, kind: DraftKind, turn: str | None = None, seat: str | None = None
    ) -> Draft | None:
        """The draft of one field, or None."""
        wanted = (kind, turn, seat)
        return next((d for d in self.drafts if (d.kind, d.turn, d.seat) == wanted), None)

    def writers(self) -> tuple[Draft, ...]:
        """The private drafts of the open turn: one for each seat that writes."""
        turn = self.turn
        if turn is None or turn.phase != "writing":
            return ()
        mine = (d for d in self.drafts if d.kind == "private" and d.turn == turn.id)
        return tuple(mine)

    def written(self) -> tuple[Draft, ...]:
        """The private drafts that were handed in and wait for the reveal."""
        return tuple(draft for draft in self.writers() if draft.handed_in)

    def records(self) -> Iterator[Record]:
        """Every record of the session, the header first."""
        yield self.header
        for name in FIELDS.values():
            yield from getattr(self, name)


FIELDS: dict[type[Any], str] = {
    PlayedDeck: "decks",
    Seat: "seats",
    Turn: "turns",
    Response: "responses",
    Lightbulb: "lightbulbs",
    Pledge: "pledges",
    ParkedTopic: "car_park",
    WildCard: "wild_cards",
    Rating: "ratings",
    Feedback: "feedback",
    Voice: "voices",
    Draft: "drafts",
}
"""The field of a session in which each kind of record is kept."""


def as_card(own: WildCard) -> Card:
    """A group's own card in the shape of every other card."""
    kind: CardKind = "wild"
    return Card(id=own.id, kind=kind, title=own.title, text=own.text)
