"""The session that holds the records, and the steps in which they change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wshoes_tui.domain.deck import Card, CardKind, Deck, Shoes
from wshoes_tui.domain.models.kept_pledge import KeptPledge
from wshoes_tui.domain.models.panel_evidence import Evidence
from wshoes_tui.domain.models.records import (
    Draft,
    DraftKind,
    Feedback,
    Header,
    Lightbulb,
    ParkedTopic,
    PlayedDeck,
    Pledge,
    PledgeUpdate,
    Rating,
    Record,
    Response,
    Seat,
    SessionState,
    SpokenRecord,
    Turn,
    Voice,
    WildCard,
)
from wshoes_tui.domain.value import Value, field, value
from wshoes_tui.domain.version_vector import VersionVector


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
    """The decks that were chosen, in the order in which cards are drawn from them."""
    seats: tuple[Seat, ...] = ()
    """The places in the session, by number."""
    turns: tuple[Turn, ...] = ()
    """The turns, by number."""
    responses: tuple[Response, ...] = ()
    """What was said, by turn and place."""
    evidence: tuple[Evidence, ...] = ()
    """What a panel heard from a candidate, by turn and place."""
    lightbulbs: tuple[Lightbulb, ...] = ()
    """What was seen differently."""
    pledges: tuple[Pledge, ...] = ()
    """What was promised."""
    pledge_updates: tuple[PledgeUpdate, ...] = ()
    """How pledges of earlier sessions stood when this one asked."""
    car_park: tuple[ParkedTopic, ...] = ()
    """What deserves time later."""
    wild_cards: tuple[WildCard, ...] = ()
    """The cards that the group put on the table, played or not."""
    ratings: tuple[Rating, ...] = ()
    """The numbers before and after, in no order that could tell who gave which."""
    feedback: tuple[Feedback, ...] = ()
    """The closing words, in no order that could tell who spoke when."""
    voices: tuple[Voice, ...] = ()
    """How often each seat had been heard when the last turn ended."""
    drafts: tuple[Draft, ...] = ()
    heard: tuple[str, ...] = field(default=(), compare=False)
    """The seats heard since then, in memory alone: a count that changed with each response would
    tell, to anybody who reads the file before and after it, whose words those were."""
    erased: tuple[str, ...] = field(default=(), compare=False)
    """The ids of what was erased of it, sorted."""
    done: tuple[Step, ...] = field(default=(), compare=False)
    undone: tuple[Step, ...] = field(default=(), compare=False)
    earlier: tuple[KeptPledge, ...] = field(default=(), compare=False)
    """Pledges of earlier sessions about which it asks, read when it comes to its opening. They are
    no records of this session and are never written with it."""
    version: VersionVector = field(default=VersionVector(), compare=False)
    """Which commits it contains; see ``version_vector``."""
    hosted: bool = field(default=False, compare=False)
    """Whether others can join at screens of their own at any time; known while it is hosted."""
    damaged: tuple[str, ...] = field(default=(), compare=False)
    """What is not as it was written on the disk: kind and id of records, or what is missing."""

    @property
    def id(self) -> str:
        """The session's UUID."""
        return self.header.id

    @property
    def state(self) -> SessionState:
        """Where in its arc the session stands."""
        return self.header.state

    @property
    def is_for_hiring(self) -> bool:
        """Whether somebody is to be chosen: one seat is the candidate, the others are the panel."""
        return bool(self.header.candidate)

    def is_of_panel(self, seat: str | None) -> bool:
        """Whether words of the seat of this id are about a candidate: evidence, and no answers."""
        return self.is_for_hiring and seat not in (None, self.header.candidate)

    @property
    def candidate(self) -> Seat | None:
        """The seat of the candidate; None in other sessions, and where it was erased."""
        return self.seat(self.header.candidate)

    @property
    def is_named(self) -> bool:
        """Whether the group chose that people are named beside what they say.

        If not, no page may show a person's name together with shoes or with words.
        """
        return self.header.visibility == "named"

    @property
    def was_on_paper(self) -> bool:
        """Whether the whole evening was on paper: no turn was anybody's at this computer."""
        return self.header.typed_up and all(turn.seat is None for turn in self.turns)

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

    def heard_on(self, turn: Turn) -> tuple[Evidence, ...]:
        """The evidence of a turn, in the order in which it was revealed."""
        mine = (one for one in self.evidence if one.turn == turn.id)
        return tuple(sorted(mine, key=lambda one: one.place))

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
    PledgeUpdate: "pledge_updates",
    ParkedTopic: "car_park",
    WildCard: "wild_cards",
    Rating: "ratings",
    Feedback: "feedback",
    Voice: "voices",
    Draft: "drafts",
    Evidence: "evidence",
}
"""The field of a session in which each kind of record is kept."""

TEXTS: dict[type[SpokenRecord], tuple[str, ...]] = {
    Response: ("text",),
    Evidence: ("text",),
    Lightbulb: ("used_to_think", "now_see"),
    Pledge: ("condition", "text"),
    PledgeUpdate: ("text", "note"),
    ParkedTopic: ("text",),
    WildCard: ("title", "text"),
    Feedback: ("text",),
}
"""The fields that hold what was said; the first of two is one line where both are one text. The
notes in the history of a pledge come besides."""


def as_card(own: WildCard) -> Card:
    """A group's own card in the shape of every other card."""
    kind: CardKind = "wild"
    return Card(id=own.id, kind=kind, title=own.title, text=own.text)
