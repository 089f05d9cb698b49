"""Slash commands about people: seats, and those who sit at screens of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import ChangeSeat, ChangeShoes
from wshoes_tui.domain.deck import SIDES
from wshoes_tui.domain.models import SeatState
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.action_handlers import (
    JOIN_CODE,
    JOIN_COMMAND,
    JOIN_FINGERPRINT,
    JOIN_OTHERS,
)
from wshoes_tui.flow.labels import SIDE_WORDS
from wshoes_tui.flow.questions import NO_HAND_UP, let_go_told
from wshoes_tui.flow.setup_flow import (
    let_go_block,
    must_be_talking,
    must_sit_here,
    no_shoes_block,
    other_side,
)
from wshoes_tui.hub.roster import about
from wshoes_tui.lines import render, slash_shared
from wshoes_tui.lines.argument_parser import first_word, pick, seat_named, shoes_named
from wshoes_tui.lines.stages.setup_stage import add_seats, rename
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.hub.participants import SeatClaim
    from wshoes_tui.hub.session_hub import SessionHub
    from wshoes_tui.lines.conversation import Conversation

WHO = N_("Say who: a name, the beginning of one, or a number. /seats says who is here.")


def slash_seats(conversation: Conversation, _words: str) -> None:
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


async def slash_join(conversation: Conversation, words: str) -> None:
    """Add a seat, or several."""
    if not words.strip():
        raise Refusal("Say who joins, such as: /join Asha, carer.")
    await add_seats(conversation.stage, words)


async def slash_left(conversation: Conversation, words: str) -> None:
    """Mark a seat as left."""
    await _mark(conversation, words, "left")


async def slash_back(conversation: Conversation, words: str) -> None:
    """Mark a seat as here again."""
    await _mark(conversation, words, "here")


async def slash_away(conversation: Conversation, words: str) -> None:
    """Mark a seat as away."""
    await _mark(conversation, words, "away")


async def _mark(conversation: Conversation, words: str, state: SeatState) -> None:
    if not words.strip():
        raise Refusal(WHO)
    seat = seat_named(conversation.session, words)
    if state == "left":
        apart = conversation.at_own_screen(seat.id)
        must_sit_here(conversation.session, seat, apart=apart, wanted=False)
    await conversation.do(ChangeSeat(seat.id, state=state))
    conversation.out.say("Saved", render.seat_line(conversation.session.seat(seat.id) or seat))


async def slash_side(conversation: Conversation, words: str) -> None:
    """Change the side of a seat: to the one named, or the other one."""
    name, _comma, wanted = words.rpartition(",") if "," in words else (words, "", "")
    if not name.strip():
        raise Refusal(WHO)
    seat = seat_named(conversation.session, name)
    change = other_side(seat)
    if wanted.strip():
        named = [(one, (one, _(SIDE_WORDS[one]))) for one in SIDES]
        side = pick(wanted, named, N_("{wanted} is no side: say lived or service."))
        change = ChangeSeat(seat.id, side=side)
    await conversation.do(change)
    conversation.out.say("Saved", render.seat_line(conversation.session.seat(seat.id) or seat))


async def slash_rename(conversation: Conversation, words: str) -> None:
    """Change the name or role of a seat."""
    wanted, colon, person = words.partition(":")
    if not colon or not wanted.strip():
        raise Refusal("Say who, and how they are called: /rename Asha: Asha B, carer.")
    await rename(conversation.stage, wanted, person)


def _hub(conversation: Conversation) -> SessionHub:
    if conversation.hub is None:
        raise Refusal("Nobody can join this session with ssh. That takes: wshoes host")
    return conversation.hub


def slash_invite(conversation: Conversation, _words: str) -> None:
    """Tell how to join: the line, the code, the fingerprint."""
    joining = _hub(conversation).joining
    for told, what in (
        (JOIN_COMMAND, joining.command),
        *((JOIN_OTHERS, other) for other in joining.others),
        (JOIN_CODE, joining.code),
        (JOIN_FINGERPRINT, joining.fingerprint),
    ):
        conversation.out.say("Notice", f"{_(told)} {what}")
    if joining.note:
        conversation.out.say("Notice", joining.note)


def slash_let_in(conversation: Conversation, words: str) -> None:
    """Let in somebody who asks for the seat that they left."""
    conversation.out.say(
        "Saved", _("{who} is let in.", who=_answered(conversation, words, let_in=True))
    )


def slash_turn_away(conversation: Conversation, words: str) -> None:
    """Refuse somebody who asks for a seat that others left."""
    who = _answered(conversation, words, let_in=False)
    conversation.out.say("Saved", _("Whoever asked for the seat of {who} is not let in.", who=who))


def _answered(conversation: Conversation, words: str, *, let_in: bool) -> str:
    asking = _asking(conversation, words)
    who = one_line(asking.label)
    if not _hub(conversation).answer(asking, let_in=let_in):
        raise Refusal("{who} does not ask any more.", who=who)
    return who


def _asking(conversation: Conversation, words: str) -> SeatClaim:
    """The one who asks that is meant: by the name or the number of the seat, or the only one."""
    asking = _hub(conversation).asking
    if not asking:
        raise Refusal("Nobody asks to be let in.")
    seats = {seat.id: seat for seat in conversation.session.seats}
    by_seat = {one.seat: one for one in reversed(asking)}  # of several at one seat, the first
    if not words.strip():
        if len(by_seat) > 1:
            raise Refusal(
                "Several ask: {names}. Say who is meant, such as: /let-in {name}",
                names=names_of(asking),
                name=one_line(asking[0].label),
            )
        return asking[0]
    named = [
        (one, (one.label, *([str(seats[seat].number)] if seat in seats else [])))
        for seat, one in by_seat.items()
    ]
    return pick(words, named, N_("{wanted} does not ask to be let in. /seats says who does."))


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


async def slash_let_go(conversation: Conversation, words: str) -> None:
    """Close the seat of somebody at a screen of their own, when typed a second time."""
    if not words.strip():
        raise Refusal("Say who, such as: /let-go Tom. /seats says who is here.")
    seat = seat_named(conversation.session, words)
    apart = _hub(conversation).at_own_screen(seat.id)
    must_sit_here(conversation.session, seat, apart=apart, wanted=True)
    if not conversation.is_sure(f"let-go {seat.id}"):
        render.say_blocks(conversation.out, (let_go_block(seat),))
        return
    await _hub(conversation).let_go(seat.id)
    conversation.out.say("Saved", let_go_told(seat.label))


async def slash_give(conversation: Conversation, words: str) -> None:
    """Give a seat shoes to talk in on this card."""
    hub, session = _hub(conversation), conversation.session
    turn, deck = must_be_talking(session), slash_shared.open_deck(session)
    name, comma, wanted = words.rpartition(",")
    if not comma:
        name, wanted = first_word(words)
    if not name.strip() or not wanted.strip():
        raise Refusal("Say who, and which shoes: /give Tom, N. /shoes says which there are.")
    seat, worn = seat_named(session, name), shoes_named(deck, wanted)
    who = one_line(seat.label)
    if seat.id == turn.seat:
        await conversation.do(ChangeShoes(worn.id))
    elif hub.at_own_screen(seat.id):
        hub.give_shoes(seat.id, turn.id, worn.id)
    else:
        render.say_blocks(conversation.out, (no_shoes_block(seat, worn.mark),))
        return
    if session.is_named:
        conversation.out.say("Shoes", f"{who}: {render.shoes_name(worn)}")
    else:
        conversation.out.say("Saved", _("{who} has other shoes to talk in", who=who))


def slash_lower(conversation: Conversation, words: str) -> None:
    """Take down a raised hand: of the seat named, or the only one."""
    hub = _hub(conversation)
    up = {seat for seat, participant in hub.participants.items() if participant.hand}
    raised = [seat for seat in conversation.session.seats if seat.id in up]
    if not raised:
        raise Refusal("No hand is up.")
    if not words.strip() and len(raised) > 1:
        raise Refusal(
            "Several hands are up: {names}. Say whose, such as: /lower {name}",
            names=", ".join(one_line(seat.label) for seat in raised),
            name=one_line(raised[0].label),
        )
    seat = seat_named(conversation.session, words) if words.strip() else raised[0]
    if not hub.lower_hand(seat.id):
        raise Refusal(NO_HAND_UP, who=one_line(seat.label))
    conversation.out.say("Saved", _("the hand of {who} is down", who=one_line(seat.label)))
