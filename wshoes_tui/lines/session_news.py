"""News for a facilitator in plain lines: what people at seats of their own do, as it happens.

Nothing that is private is among it: drafts are no records that are told here, and of people it
says what ``hub.roster`` lets a facilitator know.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wshoes_tui.domain.models import (
    Evidence,
    Lightbulb,
    ParkedTopic,
    Pledge,
    Response,
    Seat,
    Session,
    Transition,
)
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow.action_handlers import (
    JOIN_CODE,
    JOIN_COMMAND,
    JOIN_FINGERPRINT,
    JOIN_OTHERS,
)
from wshoes_tui.flow.hiring_flow import evidence_on
from wshoes_tui.flow.session_labels import response_told, turn_and_card
from wshoes_tui.flow.summary_flow import lightbulb_block
from wshoes_tui.flow.turn_flow import said_blocks
from wshoes_tui.hub.roster import people_parts
from wshoes_tui.line_output import render
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.locale import _

if TYPE_CHECKING:
    from wshoes_tui.hub.participants import JoinDetails, SeatClaim
    from wshoes_tui.hub.session_hub import SessionHub

Told = Seat | Response | Evidence | Lightbulb | Pledge | ParkedTopic
"""A record of which a facilitator hears as it comes."""


class SessionNews:
    """Tells what is new in a hosted session, each thing once."""

    def __init__(self, out: LineWriter, hub: SessionHub) -> None:
        self._out = out
        self._hub = hub
        self._known: dict[str, Told] = {}
        self._said: tuple[str, ...] = ()  # the responses of the open turn, as they are numbered
        self._people: list[str] = []

    def know_all(self, session: Session) -> None:
        """Take all of a session as told: it is told in another way."""
        self._known = {record.id: record for record in _records(session)}
        self._note_numbers(session)

    def know(self, transition: Transition) -> None:
        """Take as told what the facilitator has done."""
        for change in transition.changes:
            for record in (change.before, change.after):
                if isinstance(record, Told):
                    self._known[record.id] = record
        self._note_numbers(transition.session)

    def tell(self, session: Session, *, whole_turn: bool) -> None:
        """Tell the records that are new or changed.

        Args:
            session: as it is now.
            whole_turn: the open turn is told as a whole after this, with what was said on it.
        """
        here = session.turn.id if session.turn is not None else ""
        for record in _records(session):
            if record != self._known.get(record.id):
                of_turn = isinstance(record, Response | Evidence) and record.turn == here
                if not (whole_turn and of_turn):
                    self._tell(session, record)
                self._known[record.id] = record
        if not whole_turn:
            self._tell_taken_back(session)
        self._note_numbers(session)

    def tell_people(self) -> None:
        """Tell who asks to be let in, and how people do, as far as that is not told yet.

        During set-up people only come: then it is told once how they join.
        """
        before, session = self._people, self._hub.session
        if session is not None and session.state != "setup":
            parts = people_parts(self._hub)
        else:
            parts = []
            if not before:
                tell_invitation(self._out, self._hub.joining)
        self._people = [asking_told(self._hub.asking), *parts]
        if told := [part for part in self._people[1:] if part not in before]:
            self._out.say("Notice", ", ".join(told))
        if self._people[0] and self._people[0] not in before:
            self._out.say("Notice", self._people[0])

    def _tell(self, session: Session, record: Told) -> None:
        match record:
            case Seat():
                self._out.say("Seat", render.seat_line(record))
            case Response():
                self._tell_response(session, record)
            case Evidence() if (turn := session.turn) is not None:
                found = zip(session.heard_on(turn), evidence_on(session, turn), strict=True)
                render.say_blocks(self._out, (told for one, told in found if one == record))
            case Lightbulb():
                number = session.lightbulbs.index(record) + 1
                render.say_blocks(self._out, (lightbulb_block(session, record, number),))
            case Pledge():
                number = session.pledges.index(record) + 1
                self._out.say("Pledge", render.pledge_line(record, number))
            case ParkedTopic():
                number = session.car_park.index(record) + 1
                self._out.say("Parked", f"{number}, {one_line(record.text)}")

    def _tell_response(self, session: Session, response: Response) -> None:
        turn = next((turn for turn in session.turns if turn.id == response.turn), None)
        if turn is None:
            return
        if turn != session.turn:  # words that come late, for a card that is over
            card = one_line(session.card_of(turn).title)
            self._out.say("Turn", turn_and_card(turn.number, card))
        said = said_blocks(session, turn)
        render.say_blocks(self._out, (block for block in said if block.response == response))

    def _tell_taken_back(self, session: Session) -> None:
        """Responses of the open turn that are gone: those behind them have other numbers now."""
        left = {response.id for response in session.responses}
        for number, response in enumerate(self._said, 1):
            if response not in left:
                self._out.say("Undone", response_told(number))

    def _note_numbers(self, session: Session) -> None:
        said = session.said(session.turn) if session.turn is not None else ()
        self._said = tuple(response.id for response in said)


def _records(session: Session) -> tuple[Told, ...]:
    return (
        *session.seats,
        *session.responses,
        *session.evidence,
        *session.lightbulbs,
        *session.pledges,
        *session.car_park,
    )


def tell_invitation(out: LineWriter, joining: JoinDetails) -> None:
    """Tell how to join: the command, the code, the fingerprint; and what is in the way of it."""
    for told, what in (
        (JOIN_COMMAND, joining.command),
        *((JOIN_OTHERS, other) for other in joining.others),
        (JOIN_CODE, joining.code),
        (JOIN_FINGERPRINT, joining.fingerprint),
    ):
        out.say("Notice", f"{_(told)} {what}")
    if joining.note:
        out.say("Notice", joining.note)


def names_of(asking: Sequence[SeatClaim]) -> str:
    """The names of the seats that are asked for, each once."""
    return ", ".join(dict.fromkeys(one.told for one in asking))


def asking_told(asking: Sequence[SeatClaim]) -> str:
    """Who asks to be let in, and what lets them in; empty where nobody does."""
    names = names_of(asking)
    match len({one.seat for one in asking}):
        case 0:
            return ""
        case 1:
            return _(
                "{name} asks to come back to their seat. /let-in lets them in, /turn-away does "
                "not.",
                name=names,
            )
        case _:
            return _(
                "{names} ask to come back to their seats. /let-in NAME lets one in, "
                "/turn-away NAME does not.",
                names=names,
            )
