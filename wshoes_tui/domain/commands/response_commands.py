"""Commands that keep somebody's words, or put right what was kept. Worked by ``words``."""

from __future__ import annotations

from datetime import date

from wshoes_tui.domain.models import (
    DraftKind,
    FeedbackKind,
    Horizon,
    PledgeScope,
    PledgeState,
    Review,
    Visibility,
)
from wshoes_tui.domain.value import Command, value


@value()
class Say(Command):
    """Keep words on the open turn. Shoes None are the turn's; visibility None the session's.

    ``draft`` is the field they came from: it is emptied in the same transition. With the
    visibility "shoes" or "withheld" the seat is counted as heard, and the words are kept
    without it. Words of a seat's own screen (``draft`` "own") leave the group's field alone,
    and may be kept on a ``turn`` that has ended.
    """

    text: str
    seat: str | None = None
    shoes: str | None = None
    visibility: Visibility | None = None
    draft: DraftKind = "response"
    turn: str | None = None


@value()
class AddSlip(Command):
    """Keep the words of a slip of paper on its card, on the turn that the card had or a new one.

    ``name`` is that on a slip whose words are told with a name (visibility "named").
    """

    deck: str
    card: str
    shoes: str
    text: str
    visibility: Visibility = "shoes"
    name: str = ""


@value()
class EditResponse(Command):
    """Put a response of any turn right. Final in a closed session."""

    response: str
    text: str


@value()
class ShowAs(Command):
    """Change who may be told of a response. From named to anything else cannot be undone."""

    response: str
    visibility: Visibility


@value()
class ReviewWords(Command):
    """Decide whether a record of words may be shared; "" is that nobody has decided yet.

    ``text`` is how it is put right for sharing, empty where it is shared as it is.
    """

    record: str
    review: Review
    text: str = ""


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
    """Keep a pledge. It may name the lightbulb, the response or the turn that it came from.

    Without a turn it is that of the open one, if there is one.
    """

    text: str
    owner: str = ""
    by_when: date | None = None
    horizon: Horizon = "now"
    seat: str | None = None
    condition: str = ""
    scope: PledgeScope = ""
    lightbulb: str | None = None
    response: str | None = None
    turn: str | None = None


@value()
class ChangePledge(Command):
    """Complete a pledge, or say how it stands; None leaves a part as it is.

    With the state "changed" the wording before stays in its history; otherwise it is put right.
    ``no_day`` takes the day away that it had.
    """

    pledge: str
    text: str | None = None
    owner: str | None = None
    by_when: date | None = None
    horizon: Horizon | None = None
    state: PledgeState | None = None
    note: str = ""
    condition: str | None = None
    scope: PledgeScope | None = None
    no_day: bool = False


@value()
class UpdatePledge(Command):
    """Keep how a pledge of an earlier session, ``made_in``, stands today; once a day and session.

    ``text`` is its new wording, which "changed" asks for. A closed session takes what became of
    its own pledges, and of no others.
    """

    pledge: str
    made_in: str
    state: PledgeState
    note: str = ""
    text: str = ""


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
    """Take out one response, lightbulb, pledge, topic or undrawn wild card by its id.

    It can be undone until the turn or the stage is left; in a closed session it is final.
    """

    record: str


@value()
class GiveFeedback(Command):
    """Keep words of the closing round.

    Without a draft of the seat's, the field of the group is emptied, unless the seat sits
    ``apart``, at a screen of its own.
    """

    kind: FeedbackKind
    text: str
    seat: str | None = None
    apart: bool = False


@value()
class Close(Command):
    """Close the session. Final.

    Refused while words wait in a field of the group; and, unless ``anyway``, while words wait
    at people's own screens, which are let go.
    """

    anyway: bool = False


@value()
class KeepLonger(Command):
    """Keep the words of a session until a later day than was agreed. No step."""

    until: date


@value()
class Expire(Command):
    """Let go of what words hang on that were kept as long as was agreed. No step.

    That is drafts, an open turn, and seats with names; the words themselves are erased after it.
    With ``done`` the session is closed, and what is left of it stays until somebody deletes it.
    """

    done: bool = False
