"""Slash commands about seats: list, join, mark as away, rename."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import ChangeSeat
from wshoes_tui.domain.deck import SIDES, Side
from wshoes_tui.domain.models import SeatState
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.labels import SIDE_WORDS
from wshoes_tui.lines import render
from wshoes_tui.lines.argument_parser import pick, seat_named
from wshoes_tui.lines.slash.slash_hosting import asking_told
from wshoes_tui.lines.stages.setup_stage import add_seats, must_not_sit_apart, rename
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

WHO = N_("Say who: a name, the beginning of one, or a number. /seats says who is here.")


def slash_seats(conversation: Conversation, _words: str) -> None:
    """List the seats; of people at screens of their own, also how they are doing."""
    seats = conversation.session.seats
    if not seats and conversation.hosted:
        raise Refusal("Nobody has a seat yet. /invite says how people join.")
    if not seats:
        raise Refusal("Nobody has a seat yet.")
    about = conversation.apart.about(seats) if conversation.apart is not None else [()] * len(seats)
    for seat, more in zip(seats, about, strict=True):
        conversation.out.say("Seat", render.seat_line(seat, more))
    asking = asking_told(conversation.apart.asking()) if conversation.apart is not None else ""
    if asking:
        conversation.out.say("Notice", asking)


def slash_join(conversation: Conversation, words: str) -> None:
    """Add a seat, or several."""
    if not words.strip():
        raise Refusal("Say who joins, such as: /join Asha, carer.")
    add_seats(conversation.stage, words)


def slash_left(conversation: Conversation, words: str) -> None:
    """Mark a seat as left."""
    _mark(conversation, words, "left")


def slash_back(conversation: Conversation, words: str) -> None:
    """Mark a seat as here again."""
    _mark(conversation, words, "here")


def slash_away(conversation: Conversation, words: str) -> None:
    """Mark a seat as away."""
    _mark(conversation, words, "away")


def _mark(conversation: Conversation, words: str, state: SeatState) -> None:
    if not words.strip():
        raise Refusal(WHO)
    seat = seat_named(conversation.session, words)
    if state == "left":
        must_not_sit_apart(conversation, seat)
    conversation.do(ChangeSeat(seat.id, state=state))
    conversation.out.say("Saved", render.seat_line(conversation.session.seat(seat.id) or seat))


def slash_side(conversation: Conversation, words: str) -> None:
    """Change the side of a seat: to the one named, or the other one."""
    name, _comma, wanted = words.rpartition(",") if "," in words else (words, "", "")
    if not name.strip():
        raise Refusal(WHO)
    seat = seat_named(conversation.session, name)
    other: Side = "lived" if seat.side == "service" else "service"
    if wanted.strip():
        named = [(one, (one, _(SIDE_WORDS[one]))) for one in SIDES]
        other = pick(wanted, named, N_("{wanted} is no side: say lived or service."))
    conversation.do(ChangeSeat(seat.id, side=other))
    conversation.out.say("Saved", render.seat_line(conversation.session.seat(seat.id) or seat))


def slash_rename(conversation: Conversation, words: str) -> None:
    """Change the name or role of a seat."""
    wanted, colon, person = words.partition(":")
    if not colon or not wanted.strip():
        raise Refusal("Say who, and how they are called: /rename Asha: Asha B, carer.")
    rename(conversation.stage, wanted, person)
