"""Commands about what is asked: going in, passing, a hand, shoes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.handlers.turn_handler import prompts_of
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.action_types import ASKED
from wshoes_tui.flow.labels import SIDE_WORDS
from wshoes_tui.lines import render
from wshoes_tui.lines.argument_parser import numbered, shoes_named
from wshoes_tui.lines.seat import seat_render
from wshoes_tui.lines.seat.join_stage import NOT_HERE, JoinStage
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.seat.seat_conversation import SeatConversation


async def slash_go(conversation: SeatConversation, _words: str) -> None:
    """Go in, by the name that is offered, or agreed."""
    await conversation.door.go()


async def slash_mine(conversation: SeatConversation, _words: str) -> None:
    """Ask to be let in."""
    await conversation.door.mine()


async def slash_pass(conversation: SeatConversation, _words: str) -> None:
    """Leave out what is asked."""
    chair = conversation.chair
    if chair.field.waiting and chair.scope == "writing":
        raise Refusal("Words wait here. /save hands them in, /drop lets them go.")
    told = await chair.seat_session.leave_out()
    if told:
        conversation.out.say("Saved", told)
    else:
        chair.ask_next()


async def slash_skip(conversation: SeatConversation, _words: str) -> None:
    """The next question."""
    if conversation.chair.scope not in ASKED:
        raise Refusal(NOT_HERE)
    await slash_pass(conversation, "")


async def slash_back(conversation: SeatConversation, _words: str) -> None:
    """The question before; at the door, the name."""
    if isinstance(conversation.stand, JoinStage):
        await conversation.stand.back()
        return
    chair = conversation.chair
    if chair.scope not in ASKED:
        raise Refusal(NOT_HERE)
    chair.seat_session.go_on(-1)
    chair.ask_next()


async def slash_prompt(conversation: SeatConversation, words: str) -> None:
    """The next of the card's questions, or the one of a number, at this seat alone."""
    chair = conversation.chair
    session = chair.seat_session.session
    if session.turn is None:
        raise Refusal("There is no open turn.")
    count = len(prompts_of(session.card_of(session.turn)))
    if words.strip():
        chair.news.prompt = numbered(range(count), words, N_("There is no prompt {wanted}."))
    else:
        chair.news.prompt = (chair.news.prompt + 1) % count
    render.prompt(conversation.out, session, session.turn, chair.news.prompt)


async def slash_said(conversation: SeatConversation, _words: str) -> None:
    """List the responses of the turn."""
    session = conversation.chair.seat_session.session
    if session.turn is None or not session.said(session.turn):
        raise Refusal("Nothing has been said on this turn yet.")
    render.all_said(conversation.out, session, session.turn)


async def slash_shoes(conversation: SeatConversation, words: str) -> None:
    """List the shoes, or change into some."""
    seat_session = conversation.chair.seat_session
    session = seat_session.session
    deck = session.deck(session.turn.deck) if session.turn is not None else None
    if deck is None:
        raise Refusal("There is no open turn.")
    if not words.strip():
        for worn in deck.shoes:
            conversation.out.say("Shoes", f"{render.shoes_name(worn)}, {_(SIDE_WORDS[worn.side])}")
        seat_render.speaker(conversation.out, seat_session)
        return
    if conversation.chair.scope != "talk":
        raise Refusal("You can change shoes when people talk.")
    chosen = shoes_named(deck, words).id
    known = chosen == seat_session.shoes
    await seat_session.change_shoes(chosen)
    if known:  # else it is told as what is new
        seat_render.speaker(conversation.out, seat_session)
