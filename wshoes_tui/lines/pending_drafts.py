"""Words that wait in a field: said back on the way in, then saved or dropped."""

from __future__ import annotations

from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    Command,
    GiveFeedback,
    ParkTopic,
    PlaceCard,
    Say,
)
from wshoes_tui.domain.draft_fields import OF_SEVERAL, unpack, words_in
from wshoes_tui.domain.handlers import participant_handler
from wshoes_tui.domain.handlers.turn_handler import ON_A_TURN
from wshoes_tui.domain.models import Draft, DraftKind, FeedbackKind, Session
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.labels import KIND_NAMES
from wshoes_tui.flow.pledge_words import pledge_parts
from wshoes_tui.flow.questions import DRAFT_WAITS
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.lines.argument_parser import day_of
from wshoes_tui.locale import N_, _

WAITING_SAVED = N_("the words that waited")
"""What is saved, where a draft is."""
HELD = N_("These words are not saved. They are held here; /save tries again.")
HELD_SAVED = N_("words that were held")
"""What is told of words that the store did not take, and what is saved once it takes them."""
FIELD_NAMES = {
    "response": "",
    "voice": N_("another voice"),
    **KIND_NAMES,
}


def waiting(session: Session) -> list[Draft]:
    """The drafts of the facilitator's keyboard that can be saved or dropped now.

    No private page is among them, and nothing that waits at a seat's own screen: that is for
    its seat alone. In an order that stays, since they are called by their numbers.
    """
    turn = session.turn.id if session.turn else None
    found = [
        draft
        for draft in session.drafts
        if words_of(draft).strip() and draft.kind in FIELD_NAMES
        if not participant_handler.is_somebodys_own(draft)
        if draft.kind not in ON_A_TURN or draft.turn == turn
    ]
    order = list(FIELD_NAMES)
    return sorted(found, key=lambda draft: (order.index(draft.kind), draft.seat is None, draft.id))


def words_of(draft: Draft) -> str:
    """The words of a draft, those of several fields one behind the other."""
    if draft.kind == "slip" or draft.kind not in OF_SEVERAL:
        return words_in(draft)
    return " | ".join(value for value in _fields(draft).values() if value.strip())


def _fields(draft: Draft) -> dict[str, str]:
    """The fields of a draft that has several; one that is no such thing is all text."""
    only = "now" if draft.kind == "lightbulb" else "text"
    return unpack(draft.text) or {only: draft.text}


def tell(out: LineWriter, session: Session) -> None:
    """Say back what waits, with its number.

    What somebody wrote in private and never handed in stays theirs: it is not said aloud.
    """
    for number, draft in enumerate(waiting(session), 1):
        if was_private_page(draft):
            seat = session.seat(draft.seat)
            words = _("words of {who}, not shown", who=seat.label if seat else "")
        else:
            name = FIELD_NAMES.get(draft.kind, "")
            words = f"{_(name)}: {words_of(draft)}" if name else words_of(draft)
        out.say("Draft", f"{number}, {words}")


def was_private_page(draft: Draft) -> bool:
    """Whether it was a private page until the others were revealed."""
    return draft.kind == "response" and draft.seat is not None


def must_be_free(session: Session, kind: DraftKind) -> None:
    """Refuse to keep new words of a kind over those that wait in the same field."""
    if any(draft.kind == kind for draft in waiting(session)):
        raise Refusal(DRAFT_WAITS)


def saving(session: Session, draft: Draft, feedback: FeedbackKind | None) -> Command:
    """What keeps the words of a draft for good, and empties its field.

    Raises:
        Refusal: they cannot be kept here.
    """
    fields = _fields(draft)
    match draft.kind:
        case "response":
            turn = session.turn
            own = was_private_page(draft)
            seat = draft.seat if own else turn.seat if turn else None
            return Say(draft.text, seat, (draft.shoes or None) if own else None)
        case "voice":
            return Say(draft.text, draft.seat, draft.shoes or None, draft="voice")
        case "lightbulb":
            return AddLightbulb(fields.get("now", ""), fields.get("used", ""))
        case "pledge":
            day_of(fields.get("when", ""))
            return AddPledge(**{"text": "", **pledge_parts(fields)})
        case "wild":
            return PlaceCard(fields.get("title", ""), fields.get("text", ""))
        case "feedback" if feedback is not None:
            return GiveFeedback(feedback, draft.text, draft.seat)
        case "park":
            return ParkTopic(fields.get("text", ""))
        case _:
            raise Refusal("These words belong to the closing round. /close goes there.")
