"""Slash commands of a seat about what is asked, and about language, help and leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.engine import open_turn
from wshoes_tui.domain.handlers.turn_handler import prompts_of
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.action_handlers import easy_told
from wshoes_tui.flow.action_types import ASKED
from wshoes_tui.flow.writing_flow import WORDS_WAIT
from wshoes_tui.hub.seat_session import SHOES_WHEN_TALKING
from wshoes_tui.lines import render, slash_shared
from wshoes_tui.lines.argument_parser import pick, shoes_named
from wshoes_tui.lines.seat import seat_render
from wshoes_tui.lines.seat.join_stage import NOT_HERE, JoinStage
from wshoes_tui.lines.slash_commands import tell_help
from wshoes_tui.locale import LANGUAGE_NAMES, LANGUAGES, N_

if TYPE_CHECKING:
    from wshoes_tui.lines.seat.seat_conversation import SeatConversation


async def slash_go(conversation: SeatConversation, _words: str) -> None:
    """Join: take the name that is offered, or agree to what is kept."""
    await conversation.door.go()


async def slash_mine(conversation: SeatConversation, _words: str) -> None:
    """Ask the facilitator for the seat of that name."""
    await conversation.door.mine()


async def slash_pass(conversation: SeatConversation, _words: str) -> None:
    """Leave out what is asked."""
    chair = conversation.chair
    if chair.field.waiting and chair.scope == "writing":
        raise Refusal(WORDS_WAIT)
    told = await chair.seat_session.leave_out()
    if told:
        conversation.out.say("Saved", told)
    else:
        chair.ask_next()


async def slash_skip(conversation: SeatConversation, _words: str) -> None:
    """Leave out the question that is asked."""
    if conversation.chair.scope not in ASKED:
        raise Refusal(NOT_HERE)
    await slash_pass(conversation, "")


async def slash_back(conversation: SeatConversation, _words: str) -> None:
    """Go back to the question before; while joining, to the name."""
    if isinstance(conversation.stand, JoinStage):
        await conversation.stand.back()
        return
    chair = conversation.chair
    if chair.scope not in ASKED:
        raise Refusal(NOT_HERE)
    chair.seat_session.go_on(-1)
    chair.ask_next()


async def slash_prompt(conversation: SeatConversation, words: str) -> None:
    """Tell the next of the card's prompts, or the one of a number, at this seat alone."""
    chair = conversation.chair
    session = chair.seat_session.session
    turn = open_turn(session)
    count = len(prompts_of(session.card_of(turn)))
    chosen = slash_shared.read_prompt(words, count)
    chair.news.prompt = (chair.news.prompt + 1) % count if chosen is None else chosen
    render.prompt(conversation.out, session, turn, chair.news.prompt)


async def slash_said(conversation: SeatConversation, _words: str) -> None:
    """List the responses of the turn."""
    slash_shared.tell_said(conversation.out, conversation.chair.seat_session.session)


async def slash_shoes(conversation: SeatConversation, words: str) -> None:
    """List the shoes, or change into some."""
    seat_session = conversation.chair.seat_session
    deck = slash_shared.open_deck(seat_session.session)
    if not words.strip():
        slash_shared.tell_all_shoes(conversation.out, deck)
        seat_render.speaker(conversation.out, seat_session)
        return
    if conversation.chair.scope != "talk":
        raise Refusal(SHOES_WHEN_TALKING)
    chosen = shoes_named(deck, words).id
    known = chosen == seat_session.shoes
    await seat_session.change_shoes(chosen)
    if known:  # else it is told as what is new
        seat_render.speaker(conversation.out, seat_session)


async def slash_where(conversation: SeatConversation, _words: str) -> None:
    """Tell the state of this stage once more."""
    await conversation.stand.tell_state()


async def slash_easy(conversation: SeatConversation, _words: str) -> None:
    """Turn easy words on or off."""
    on = not conversation.speech.easy
    await conversation.speak(easy=on, told=lambda: easy_told(easy=on))


async def slash_lang(conversation: SeatConversation, words: str) -> None:
    """List the languages, or change to one."""
    if not words.strip():
        for tag in LANGUAGES:
            conversation.out.say("Choice", f"{tag}, {LANGUAGE_NAMES[tag]}")
        return
    known = [(tag, (tag, LANGUAGE_NAMES[tag])) for tag in LANGUAGES]
    wanted = words.replace("_", "-").split("-")[0]
    tag = pick(wanted, known, N_("I do not speak {wanted}. /lang says which languages I do."))
    await conversation.speak(tag, told=lambda: LANGUAGE_NAMES[tag])


async def slash_screen(conversation: SeatConversation, _words: str) -> None:
    """Change to the screens."""
    if not conversation.screen:
        raise Refusal("There is no terminal here that could show the screens.")
    conversation.loop.to_screen()


async def slash_leave(conversation: SeatConversation, _words: str) -> None:
    """Leave; the seat is kept."""
    conversation.loop.leave()


async def slash_help(conversation: SeatConversation, words: str) -> None:
    """What can be typed here, one command a line."""
    tell_help(conversation.out, words, conversation.stand.scope, "seat")
