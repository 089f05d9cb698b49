"""Words of one seat that wait: for cards that are over, in its field, in the fields of sheets."""

from __future__ import annotations

from dataclasses import replace

from wshoes_tui.domain.commands import AddLightbulb, AddPledge, KeepDraft, ParkTopic, PlaceCard
from wshoes_tui.domain.handlers.participant_handler import OF_A_FIELD, is_somebodys_own
from wshoes_tui.domain.models import Draft
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.session_labels import turn_and_card
from wshoes_tui.lines import pending_drafts
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.lines.seat.draft_buffer import DraftBuffer
from wshoes_tui.locale import _

ORDER = ("own", *OF_A_FIELD)


def all_waiting(field: DraftBuffer) -> list[Draft]:
    """Words for cards that are over, then those of the field, then those of sheets.

    In an order that stays, since they are called by their numbers.
    """
    session = field.seat_session.session
    late = field.seat_session.late
    here = [draft for draft in session.drafts if is_here(field, draft)]
    rest = [
        draft
        for draft in session.drafts
        if draft not in late and draft not in here and is_somebodys_own(draft)
    ]
    order = [turn.id for turn in session.turns]
    found = [
        *sorted(late, key=lambda draft: order.index(draft.turn) if draft.turn in order else -1),
        *here,
        *sorted(rest, key=lambda draft: ORDER.index(draft.kind)),
    ]
    return [draft for draft in found if pending_drafts.words_of(draft).strip()]


def is_here(field: DraftBuffer, draft: Draft) -> bool:
    """Whether these are the words that wait in the field for what is asked now."""
    asked = field.meant.field
    return (draft.kind, draft.turn or "") == (asked.kind, asked.turn)


def tell(out: LineWriter, field: DraftBuffer) -> None:
    """Say what waits, with its numbers."""
    for number, draft in enumerate(all_waiting(field), 1):
        out.say("Draft", f"{number}, {_named(field, draft)}{pending_drafts.words_of(draft)}")


def tell_here(out: LineWriter, field: DraftBuffer) -> None:
    """Say what waits in the field."""
    for number, draft in enumerate(all_waiting(field), 1):
        if is_here(field, draft):
            out.say("Draft", f"{number}, {pending_drafts.words_of(draft)}")


def _named(field: DraftBuffer, draft: Draft) -> str:
    session = field.seat_session.session
    if draft in field.seat_session.late:
        turn = next((turn for turn in session.turns if turn.id == draft.turn), None)
        card = one_line(session.card_of(turn).title) if turn is not None else ""
        number = turn.number if turn is not None else 0
        return turn_and_card(number, card) + ": "
    name = pending_drafts.FIELD_NAMES.get(draft.kind, "")
    return f"{_(name)}: " if name else ""


async def hand_in(field: DraftBuffer, draft: Draft) -> None:
    """Hand in words that wait.

    Raises:
        Refusal: that cannot be done now.
        StoreError: they could not be kept.
    """
    seat_session = field.seat_session
    if is_here(field, draft) and seat_session.asked.field == field.meant.field.field:
        await seat_session.hand_in(seat_session.asked, draft.text)
        return
    if draft.kind == "own":
        await seat_session.hand_in_late(draft)
        return
    if draft.kind == "feedback":
        raise Refusal("These words belong to a question that is not asked now. They wait for it.")
    command = pending_drafts.saving(seat_session.session, draft, None)
    if isinstance(command, AddLightbulb):
        command = replace(command, seat=draft.seat, shoes=seat_session.shoes or None)
    elif isinstance(command, AddPledge | ParkTopic | PlaceCard):
        command = replace(command, seat=draft.seat)
    await seat_session.keep_this(command)


async def let_go(field: DraftBuffer, draft: Draft) -> None:
    """Let words that wait go.

    Raises:
        Refusal: that cannot be done now.
        StoreError: it could not be kept.
    """
    turn = draft.turn if draft.kind == "own" else None
    await field.seat_session.do(KeepDraft(draft.kind, "", draft.seat, turn=turn))
