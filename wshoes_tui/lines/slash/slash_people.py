"""Commands about who is here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import ChangeSeat
from wshoes_tui.domain.deck import SIDES, Side
from wshoes_tui.domain.models import SeatState
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.labels import SIDE_WORDS
from wshoes_tui.hub.roster import about
from wshoes_tui.lines import render
from wshoes_tui.lines.argument_parser import pick, seat_named
from wshoes_tui.lines.slash.slash_hosting import asking_told
from wshoes_tui.lines.slash_commands import SESSION, typed
from wshoes_tui.lines.stages.setup_stage import add_seats, must_not_sit_apart, rename
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

WHO = N_("Say who: a name, the beginning of one, or a number. /seats says who is here.")


@typed("seats", "", N_("Who is here"), SESSION)
def seats(conversation: Conversation, _words: str) -> None:
    """List the seats; of people at screens of their own, also how they are doing."""
    seats = conversation.session.seats
    if not seats and conversation.hosted:
        raise Refusal("Nobody has a seat yet. /invite says how people join.")
    if not seats:
        raise Refusal("Nobody has a seat yet.")
    hub, session = conversation.hub, conversation.session
    for seat in seats:
        more = about(hub, session, seat) if hub is not None else ()
        conversation.out.say("Seat", render.seat_line(seat, more))
    if hub is not None and hub.asking:
        conversation.out.say("Notice", asking_told(hub.asking))


@typed("join", "NAME, role", N_("Somebody joins"), SESSION)
async def join(conversation: Conversation, words: str) -> None:
    """Somebody joins."""
    if not words.strip():
        raise Refusal("Say who joins, such as: /join Asha, carer.")
    await add_seats(conversation.stage, words)


@typed("left", "NAME", N_("Somebody has left"), SESSION[1:])
async def left(conversation: Conversation, words: str) -> None:
    """Somebody has left."""
    await _mark(conversation, words, "left")


@typed("back", "NAME", N_("Somebody is back"), SESSION[1:])
async def back(conversation: Conversation, words: str) -> None:
    """Somebody is back."""
    await _mark(conversation, words, "here")


@typed("away", "NAME", N_("Somebody is away for a while"), SESSION[1:])
async def away(conversation: Conversation, words: str) -> None:
    """Somebody is away for a while."""
    await _mark(conversation, words, "away")


async def _mark(conversation: Conversation, words: str, state: SeatState) -> None:
    if not words.strip():
        raise Refusal(WHO)
    seat = seat_named(conversation.session, words)
    if state == "left":
        must_not_sit_apart(conversation, seat)
    await conversation.do(ChangeSeat(seat.id, state=state))
    conversation.out.say("Saved", render.seat_line(conversation.session.seat(seat.id) or seat))


@typed("side", "NAME, SIDE", N_("The side of a seat: lived or service"), SESSION)
async def side(conversation: Conversation, words: str) -> None:
    """The side somebody is on, or the other one."""
    name, _comma, wanted = words.rpartition(",") if "," in words else (words, "", "")
    if not name.strip():
        raise Refusal(WHO)
    seat = seat_named(conversation.session, name)
    other: Side = "lived" if seat.side == "service" else "service"
    if wanted.strip():
        named = [(one, (one, _(SIDE_WORDS[one]))) for one in SIDES]
        other = pick(wanted, named, N_("{wanted} is no side: say lived or service."))
    await conversation.do(ChangeSeat(seat.id, side=other))
    conversation.out.say("Saved", render.seat_line(conversation.session.seat(seat.id) or seat))


@typed("rename", "NAME: NAME, role", N_("Another name or role for a seat"), SESSION)
async def rename_seat(conversation: Conversation, words: str) -> None:
    """Another name or role."""
    wanted, colon, person = words.partition(":")
    if not colon or not wanted.strip():
        raise Refusal("Say who, and how they are called: /rename Asha: Asha B, carer.")
    await rename(conversation.stage, wanted, person)
