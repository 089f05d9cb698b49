"""The records of a session, and what may stand in their fields.

The text below a field describes it in the JSON Schema of exported files, too.

Every record is frozen: a change is a new record with the next revision. Times are aware and in
UTC. A response carries no time of its own, and no seat unless it is named: what was promised as
unattributed is unattributed here too.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from wshoes_tui.domain.deck import Deck, Side
from wshoes_tui.domain.value import Value, added, value

SessionKind = Literal["group", "rehearsal"]
SessionState = Literal["setup", "opening", "turns", "closing", "closed"]
Order = Literal["round", "sides", "random"]
SeatState = Literal["here", "away", "left"]
TurnState = Literal["open", "answered", "passed", "skipped", "parked"]
TurnPhase = Literal["talk", "writing"]
Visibility = Literal["named", "shoes", "withheld"]
Review = Literal["", "share", "keep"]
Horizon = Literal["now", "plan", "others"]
PledgeScope = Literal["", "me", "us", "others"]
PledgeState = Literal["open", "under_way", "stuck", "done", "changed", "dropped"]
RatingWhen = Literal["before", "after"]
FeedbackKind = Literal["checkout", "heard", "safe", "valued", "change", "agreed"]
DraftKind = Literal[
    "response", "voice", "private", "own", "lightbulb", "pledge", "park", "wild", "feedback",
    "slip", "why",
]  # fmt: skip

ORDERS: tuple[Order, ...] = ("round", "sides", "random")
VISIBILITIES: tuple[Visibility, ...] = ("named", "shoes", "withheld")
HORIZONS: tuple[Horizon, ...] = ("now", "plan", "others")
SCOPES: tuple[PledgeScope, ...] = ("me", "us", "others")


@value(kw_only=True)
class Record(Value):
    """What every stored record has: a UUID and a revision that grows with each change."""

    id: str
    """The record's own id, the same in every export."""
    revision: int = 1
    """Grows by one with each change of the record."""


@value(kw_only=True)
class SpokenRecord(Record):
    """What every record of somebody's words has besides."""

    tag: str = added(default="")
    """By this its writer finds it again with their own key. It tells nobody else anything."""
    review: Review = added(default="")
    """Whether they may be shared, as was decided in the review; empty while nobody has looked."""
    shared_text: str = added(default="")
    """The words as put right for sharing; empty if as they are. Of a lightbulb, see ``text_of``."""


@value(kw_only=True)
class Header(Record):
    """The session itself: its plan, its rules and where it stands."""

    title: str
    """What the session is called."""
    kind: SessionKind
    """A group's session, or a rehearsal on one's own."""
    state: SessionState
    """Which stage it has reached."""
    created: datetime
    """When it was begun."""
    order: Order = "round"
    """How the next seat is found: round the table, alternating sides, or by chance."""
    seed: int = 0
    """What decides between equals in the draw; the same seed draws the same."""
    planned_turns: int = 6
    """How many turns are planned; 0 while nobody has said."""
    write_first: bool = False
    """Whether everybody writes in private at the beginning of each turn."""
    visibility: Visibility = "shoes"
    """How words are kept if nobody asks otherwise: with a name, with shoes, or out of exports."""
    retention_days: int = 90
    """For how many days the group agreed to keep the words."""
    agreements: tuple[str, ...] = ()
    """The ground rules of the group."""
    consented: bool = False
    """Whether the consent card was read out and accepted."""
    language: str = "en-GB"
    """The language of the session, a BCP 47 tag."""
    programme: str = ""
    """The series that the session belongs to; empty for none."""
    parent: str | None = None
    """The session that this one continues, which need not be in the file."""
    paused_at: datetime | None = None
    """Since when the session is paused."""
    closed: datetime | None = None
    """When it was closed."""
    place: str = added(default="")
    """The place or the table at which it was held, within its programme; empty for none."""
    typed_up: bool = added(default=False)
    """Whether words of it were typed up from paper."""
    candidate: str = added(default="")
    """The seat of the candidate, in a session in which somebody is chosen; empty in all others. The
    seat need not be in the file any more."""
    planned_minutes: int = added(default=0)
    """How long there is, from the first card to the end of the closing; 0 while nobody has said."""


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
    """Its number; seats are in this order round the table."""
    label: str
    """How the person wants to be called."""
    role: str = ""
    """What they are outside the session, if they said so."""
    side: Side | None = None
    """People who live with the service, or who work in it, if they said so."""
    needs: str = ""
    """Access needs, if they said so."""
    state: SeatState = "here"
    """Whether they are there."""


@value(kw_only=True)
class Turn(Record):
    """One card, one seat, one pair of shoes."""

    number: int
    """Its number in the session."""
    deck: str
    """The id of the deck."""
    card: str
    """The id of the card in that deck; another deck may have a card of that id, too."""
    seat: str | None
    """Whose turn it was."""
    shoes: str
    """The shoes that were stood in, by their id in that deck."""
    started: datetime
    """When the card was drawn."""
    state: TurnState = "open"
    """How it ended, or that it has not."""
    phase: TurnPhase = "talk"
    """Whether people talk, or write in private first."""
    prompt: int = 0
    """Which of the card's questions was shown last, counted from 0."""
    swap_of: str | None = None
    """The turn on the same card that this one answers from the other side."""
    ended: datetime | None = None
    """When it ended."""
    paused_seconds: int = 0
    """How long it stood still, in seconds."""


@value(kw_only=True)
class Response(SpokenRecord):
    """Words said on a turn, exactly as they were kept."""

    turn: str
    """The turn they were said on."""
    shoes: str
    """The shoes they were said in, by their id in the deck of the turn."""
    text: str
    """The words."""
    place: int
    """Their place among the responses of the turn."""
    seat: str | None = None
    """Who said them; null wherever the words are told without a name."""
    visibility: Visibility = "shoes"
    """Told with a name, with the shoes only, or kept out of what is passed on."""
    written_first: bool = False
    """Whether they were written in private and revealed together."""


@value(kw_only=True)
class Lightbulb(SpokenRecord):
    """A moment when someone saw it from another's side. One half may be empty, not both."""

    used_to_think: str
    """I used to think ..."""
    now_see: str
    """Now I see ..."""
    turn: str | None = None
    """The turn on which it came."""
    shoes: str = ""
    """The shoes in which it came, by their id in the deck of the turn; empty for none."""
    response: str | None = None
    """The response that caused it, which may be one that is withheld."""


@value(kw_only=True)
class PledgeNote(Value):
    """One dated line in the history of a pledge."""

    on: date
    """The day."""
    state: PledgeState
    """How the pledge stood."""
    note: str = ""
    """What was said about it."""
    was: str = added(default="")
    """The wording before, where it was changed; else empty."""


@value(kw_only=True)
class Pledge(SpokenRecord):
    """A promise with one owner."""

    text: str
    """The promise."""
    owner: str = ""
    """Who made it, as they want to be called: not a seat."""
    by_when: date | None = None
    """By which day."""
    horizon: Horizon = "now"
    """Can be done now, needs a plan, or needs others."""
    state: PledgeState = "open"
    """How it stands."""
    history: tuple[PledgeNote, ...] = ()
    """How it stood, oldest first."""
    turn: str | None = None
    """The turn on which it was made, or from which it comes."""
    condition: str = added(default="")
    """When, or if what happens, it is to be done; empty for no condition."""
    scope: PledgeScope = added(default="")
    """Whom it needs: me, us, or others who are to be asked; empty if nobody said."""
    lightbulb: str | None = added(default=None)
    """The lightbulb it came from."""
    response: str | None = added(default=None)
    """The response it came from, which may be one that is withheld."""


@value(kw_only=True)
class PledgeUpdate(SpokenRecord):
    """How a pledge of an earlier session stood when this session asked.

    The pledge itself stays as it was written: where it stands is told by its own history and then
    by the updates of later sessions, by their day.
    """

    pledge: str
    """The pledge, which need not be in the file."""
    made_in: str
    """The session in which it was made."""
    on: date
    """The day."""
    state: PledgeState
    """How the pledge stood."""
    note: str = ""
    """What was said about it, such as why it is stuck."""
    text: str = ""
    """The new wording, where it was changed; else empty."""


@value(kw_only=True)
class ParkedTopic(SpokenRecord):
    """A topic in the car park: it deserves time later."""

    text: str
    """The topic."""
    turn: str | None = None
    """The turn on which it came up."""
    card: str = ""
    """The id of the card, where a whole card was parked; else empty."""


@value(kw_only=True)
class WildCard(SpokenRecord):
    """A card that the group put on the table."""

    deck: str
    """The deck in whose shoes it is played."""
    title: str
    """Its title."""
    text: str
    """Its text."""


@value(kw_only=True)
class Rating(Record):
    """One number: how well do I understand what life is like in these shoes? From nobody named."""

    deck: str
    """The id of the deck."""
    shoes: str
    """The shoes."""
    value: int
    """The number, from 0 to 10."""
    when: RatingWhen
    """At the opening or at the closing."""


@value(kw_only=True)
class Feedback(SpokenRecord):
    """Words of the closing round."""

    kind: FeedbackKind
    """What was asked."""
    text: str
    """The words."""
    seat: str | None = None
    """Who said them; null unless the session names people."""


@value(kw_only=True)
class Voice(Record):
    """How often a seat has been heard. A count only: it cannot be tied to any response."""

    seat: str
    """The seat."""
    count: int
    """How often."""


@value(kw_only=True)
class Draft(Record):
    """Words not yet handed in, for one field of one seat.

    ``seat`` None is the facilitator's keyboard. In write-first each seat has a ``private`` draft
    that holds its shoes and, once ``handed_in``, waits for the reveal. An ``own`` draft is what a
    seat types at a screen of its own while people talk: it stays with its turn when that has ended.
    Drafts of several fields hold them as a JSON object in ``text``.
    """

    kind: DraftKind
    text: str
    turn: str | None = None
    seat: str | None = None
    shoes: str = ""
    handed_in: bool = False
