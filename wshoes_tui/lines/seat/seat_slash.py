"""Handlers of slash commands at a seat: ``slash_<name>`` does ``/name``."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import AddPledge, Command, ParkTopic
from wshoes_tui.domain.engine import open_turn
from wshoes_tui.domain.handlers.turn_handler import prompts_of
from wshoes_tui.domain.models import Draft, DraftKind
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.action_handlers import easy_told
from wshoes_tui.flow.action_types import ASKED
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.writing_flow import WORDS_WAIT
from wshoes_tui.hub.seat_session import NOTHING_TO_TAKE_BACK, SHOES_WHEN_TALKING, TAKEN_BACK
from wshoes_tui.lines import render, slash_shared
from wshoes_tui.lines.argument_parser import day_of, numbered, pick, read_pledge, shoes_named
from wshoes_tui.lines.pending_drafts import HELD, HELD_SAVED, WAITING_SAVED
from wshoes_tui.lines.seat import draft_buffer, seat_render
from wshoes_tui.lines.seat.join_stage import NOT_HERE, JoinStage
from wshoes_tui.lines.seat.seat_stage import SeatStage
from wshoes_tui.lines.slash_commands import find_command, handlers_in, tell_help
from wshoes_tui.locale import LANGUAGE_NAMES, LANGUAGES, N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.seat.seat_conversation import SeatConversation

SeatSlashHandler = Callable[["SeatConversation", str], Awaitable[None]]


def find_seat_handler(typed: str) -> SeatSlashHandler:
    """What works the command that was typed; call it with the conversation and the words.

    Raises:
        Refusal: there is no such command at a seat.
    """
    action = find_command(typed, "seat")
    return HANDLERS.get(action.slash) or partial(_perform, action)


async def _perform(action: Action, conversation: SeatConversation, words: str) -> None:
    """Do what the row of the action says, and tell what became of it."""
    if action.does is None:
        raise NotImplementedError(f"/{action.slash}")
    chair = conversation.chair
    if chair.scope not in action.seat:
        raise Refusal(NOT_HERE)
    outcome = action.does(chair.seat_session, words)
    if outcome.command is not None:
        await chair.seat_session.do(outcome.command)
    chair.news.know_hand()
    if outcome.told:
        conversation.out.say(outcome.word, outcome.told)


async def slash_go(conversation: SeatConversation, _words: str) -> None:
    """Join: take the name that is offered, or agree to what is kept."""
    await conversation.join_stage.go()


async def slash_mine(conversation: SeatConversation, _words: str) -> None:
    """Ask the facilitator for the seat of that name."""
    await conversation.join_stage.mine()


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


async def slash_light(conversation: SeatConversation, words: str) -> None:
    """Keep a lightbulb, in the shoes of this seat."""
    if not words.strip():
        raise Refusal("Say what you see now, such as: /light Now I see she was afraid.")
    here = conversation.chair.seat_session
    seat, shoes = here.participant.seat, here.shoes or None
    await _keep(conversation.chair, "lightbulb",
                slash_shared.read_lightbulb_command(here.session, words, seat, shoes))  # fmt: skip


async def slash_pledge(conversation: SeatConversation, words: str) -> None:
    """Keep a pledge, with its day: one that is not understood is refused before."""
    if not words.strip():
        raise Refusal("Say what will be done, such as: /pledge I will ring first.")
    chair, given = conversation.chair, read_pledge(words)
    when, seat = day_of(given.when), chair.seat_session.participant.seat
    await _keep(chair, "pledge", AddPledge(given.text, given.owner, when, seat=seat))


async def slash_park(conversation: SeatConversation, words: str) -> None:
    """Keep a topic for later."""
    if not words.strip():
        raise Refusal("Say what deserves time later, such as: /park Who has the keys?")
    chair = conversation.chair
    await _keep(chair, "park", ParkTopic(words, seat=chair.seat_session.participant.seat))


async def slash_card(conversation: SeatConversation, words: str) -> None:
    """Put a card of one's own on the table."""
    if not words.strip():
        raise Refusal("Say what stands on it, such as: /card The keys | Nobody knows who has them.")
    chair = conversation.chair
    seat = chair.seat_session.participant.seat
    await _keep(chair, "wild", slash_shared.read_card_command(words, seat))


async def _keep(chair: SeatStage, kind: DraftKind, command: Command) -> None:
    """Keep the words of a command, and tell; what the store does not take waits for /save."""
    if chair.field.waits(kind):
        raise Refusal(
            "Words of that kind wait already. /late says them, /save keeps them, /drop lets "
            "them go. Then type these again."
        )
    here = chair.seat_session
    try:
        await here.keep_this(command)
    except WshoesError:
        chair.unkept.append(command)
        chair.out.say("Notice", _(HELD))
        raise
    own = here.participant.own[-1] if here.participant.own else ""
    slash_shared.tell_kept(chair.out, here.session, command, own)


async def slash_late(conversation: SeatConversation, _words: str) -> None:
    """List the words that wait."""
    chair = conversation.chair
    if not await _waiting(chair):
        raise Refusal(slash_shared.NO_WORDS)
    draft_buffer.tell(conversation.out, chair.field)
    conversation.out.say("Question", _("/save 1 hands in the first of them, /drop 1 lets it go."))


async def slash_save(conversation: SeatConversation, words: str) -> None:
    """Keep what the store did not take, or else words that wait."""
    chair = conversation.chair
    if chair.unkept and not words.strip():
        while chair.unkept:
            await chair.seat_session.keep_this(chair.unkept[0])
            chair.unkept.pop(0)
            conversation.out.say("Saved", _(HELD_SAVED))
        return
    draft = await _chosen(chair, words)
    await draft_buffer.hand_in(chair.field, draft)
    chair.field.reload()
    match draft.kind:
        case "private":
            chair.tell_written()
        case "own":
            chair.tell_said()
        case "feedback":
            chair.tell_answered()
            chair.ask_next()
        case _:
            conversation.out.say("Saved", _(WAITING_SAVED))


async def slash_drop(conversation: SeatConversation, words: str) -> None:
    """Let words that wait go."""
    chair = conversation.chair
    await draft_buffer.let_go(chair.field, await _chosen(chair, words))
    chair.field.reload()
    conversation.out.say("Saved", _(slash_shared.DROPPED))
    chair.ask()


async def _waiting(chair: SeatStage) -> list[Draft]:
    """The words that wait, with those that were just on their way to be kept."""
    await chair.conversation.hub.worker.run(lambda: None)
    return draft_buffer.all_waiting(chair.field)


async def _chosen(chair: SeatStage, words: str) -> Draft:
    """The words of a number; without one, those of the field, or else the first."""
    waiting = await _waiting(chair)
    if not waiting:
        raise Refusal(slash_shared.NO_WORDS)
    if words.strip():
        return numbered(waiting, words, N_("There are no words {wanted} that wait. /late says."))
    return next(
        (draft for draft in waiting if draft_buffer.is_here(chair.field, draft)), waiting[0]
    )


async def slash_undo(conversation: SeatConversation, _words: str) -> None:
    """Take back one's own last, or the page that was handed in."""
    chair = conversation.chair
    if chair.scope == "written":
        await chair.seat_session.write_on()
        conversation.out.say("Undone", _("your page is open again"))
        return
    if not await chair.seat_session.take_back():
        raise Refusal(NOTHING_TO_TAKE_BACK)
    chair.field.reload()
    conversation.out.say("Undone", _(TAKEN_BACK))
    if await _waiting(chair):
        draft_buffer.tell(conversation.out, chair.field)
        conversation.out.say("Question", _("/save hands words in that wait, /drop lets them go."))


HANDLERS: dict[str, SeatSlashHandler] = handlers_in(sys.modules[__name__])
"""By slash name. An action without one here does what its row says in ``does``."""
