"""Roster of a hosted session for the facilitator: who is here, writes, or asks for the word.

Never a word of what anybody writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.models import Seat, Session
from wshoes_tui.domain.summary import unheard
from wshoes_tui.flow.questions import HAND_UP
from wshoes_tui.locale import _, many

if TYPE_CHECKING:
    from wshoes_tui.hub.session_hub import SessionHub


def people_told(hub: SessionHub) -> str:
    """All participants in one line; how to join, until the session has left its set-up."""
    return " · ".join(people_parts(hub))


def people_parts(hub: SessionHub) -> list[str]:
    """What there is to know of all participants, a phrase each; how to join, during set-up."""
    session = hub.session
    if session is None or session.state == "setup":
        return [hub.joining.line]
    participants = hub.participants.values()
    connected = sum(one.end is not None for one in participants)
    parts = [
        many("{count} at their screen", "{count} at their screens", connected),
        *_writing(hub, session),
    ]
    hands = _named(session, {one.seat for one in participants if one.hand})
    if hands:
        parts.append(_("hand up: {names}", names=hands))
    passing = _named(session, {one.seat for one in participants if one.passes})
    if passing:
        parts.append(_("passes: {names}", names=passing))
    absent = {seat.id for seat in session.seats if seat.state == "away"}
    away = _named(session, absent & set(hub.participants))
    if away:
        parts.append(_("away: {names}", names=away))
    return parts


def _writing(hub: SessionHub, session: Session) -> list[str]:
    writers = session.writers()
    if writers:
        done = sum(page.handed_in for page in writers)
        told = [_("{done} of {people} are ready", done=done, people=len(writers))]
    else:
        told = []
    at_it = ", ".join(s.label for s in session.present if doing(hub, session, s.id) == "writing")
    return [*told, _("writing: {names}", names=at_it)] if at_it else told


def _named(session: Session, seats: set[str]) -> str:
    return ", ".join(seat.label for seat in session.seats if seat.id in seats)


def doing(hub: SessionHub, session: Session, seat_id: str) -> str:
    """The state of a seat at its own screen: "writing", "ready" (has handed in), or empty."""
    turn = session.turn
    if turn is None or not hub.at_own_screen(seat_id):
        return ""
    page = session.draft("private", turn.id, seat_id)
    if page is not None:
        return "ready" if page.handed_in else "writing" if page.text.strip() else ""
    own = session.draft("own", turn.id, seat_id)
    return "writing" if own is not None and own.text.strip() else ""


def about(hub: SessionHub, session: Session, seat: Seat) -> list[str]:
    """What the list of people says of a seat, in a few words each."""
    participant = hub.participants.get(seat.id)
    parts = []
    if participant is not None and participant.hand:
        parts.append(_(HAND_UP))
    if participant is not None and participant.passes:
        parts.append(_("passes"))
    match doing(hub, session, seat.id):
        case "writing":
            parts.append(_("is writing"))
        case "ready":
            parts.append(_("is ready"))
    if session.turns and seat.state == "here" and seat in unheard(session):
        parts.append(_("not heard yet"))
    if participant is None:
        parts.append(_("no screen of their own"))
    return parts
