"""Slash commands at a seat: ``slash_<name>`` does ``/name``, and ``COMMANDS`` holds them all."""

from __future__ import annotations

import sys

from wshoes_tui.domain.commands import AddPledge
from wshoes_tui.domain.engine import open_turn
from wshoes_tui.domain.handlers.turn_handler import prompts_of
from wshoes_tui.domain.models import Draft
from wshoes_tui.domain.value import Refusal, as_dict, replace
from wshoes_tui.flow.action_types import ASKED
from wshoes_tui.flow.blocks import Blocks
from wshoes_tui.flow.pledge_words import TypedPledge, pledge_parts, read_pledge, source_named
from wshoes_tui.flow.summary_flow import lightbulb_blocks
from wshoes_tui.flow.turn_flow import TurnFlow, prompt_block
from wshoes_tui.flow.writing_flow import WORDS_WAIT
from wshoes_tui.hub.seat_session import (
    NOTHING_TO_TAKE_BACK,
    SHOES_WHEN_TALKING,
    TAKEN_BACK,
    SeatSession,
)
from wshoes_tui.line_output import render
from wshoes_tui.lines import draft_buffer, slash_responses, slash_words
from wshoes_tui.lines.argument_parser import day_of, numbered, pick, shoes_named
from wshoes_tui.lines.join_stage import JoinStage, SeatLineStage
from wshoes_tui.lines.pending_drafts import HELD_SAVED
from wshoes_tui.lines.seat_stage import SeatStage
from wshoes_tui.lines.slash_commands import NOT_HERE, SlashCommands
from wshoes_tui.locale import LANGUAGE_NAMES, LANGUAGES, N_, _


def seated(stage: SeatLineStage) -> SeatStage:
    """The stage as that of somebody who has a seat. Raises Refusal where they have none yet."""
    if not isinstance(stage, SeatStage):
        raise Refusal(NOT_HERE)
    return stage


def _joining(stage: SeatLineStage) -> JoinStage:
    if not isinstance(stage, JoinStage):
        raise Refusal(NOT_HERE)
    return stage


async def slash_go(stage: SeatLineStage, _words: str) -> None:
    """Join: take the name that is offered, or agree to what is kept."""
    await _joining(stage).go()


async def slash_mine(stage: SeatLineStage, _words: str) -> None:
    """Ask the facilitator for the seat of that name."""
    await _joining(stage).mine()


async def slash_pass(stage: SeatLineStage, _words: str) -> None:
    here = seated(stage)
    if here.field.waiting and here.scope == "writing":
        raise Refusal(WORDS_WAIT)
    told = await here.seat_session.leave_out()
    if told:
        stage.out.say("Saved", told)
    else:
        here.ask_next()


async def slash_skip(stage: SeatLineStage, _words: str) -> None:
    if seated(stage).scope not in ASKED:
        raise Refusal(NOT_HERE)
    await slash_pass(stage, "")


async def slash_back(stage: SeatLineStage, _words: str) -> None:
    """Go back to the question before; while joining, to the name."""
    if isinstance(stage, JoinStage):
        await stage.back()
        return
    here = seated(stage)
    if here.scope not in ASKED:
        raise Refusal(NOT_HERE)
    here.seat_session.go_on(-1)
    here.ask_next()


async def slash_prompt(stage: SeatLineStage, words: str) -> None:
    """Tell the next of the card's prompts, or the one of a number, at this seat alone."""
    here = seated(stage)
    session = here.seat_session.session
    turn = open_turn(session)
    count = len(prompts_of(session.card_of(turn)))
    chosen = slash_words.read_prompt(words, count)
    here.news.prompt = (here.news.prompt + 1) % count if chosen is None else chosen
    render.say_blocks(stage.out, (prompt_block(session, turn, here.news.prompt),))


async def slash_shoes(stage: SeatLineStage, words: str) -> None:
    seat_session = seated(stage).seat_session
    deck = slash_words.open_deck(seat_session.session)
    if not words.strip():
        slash_words.tell_all_shoes(stage.out, deck)
        render.say_blocks(stage.out, _speaker(seat_session))
        return
    if seated(stage).scope != "talk":
        raise Refusal(SHOES_WHEN_TALKING)
    chosen = shoes_named(deck, words).id
    known = chosen == seat_session.shoes
    await seat_session.change_shoes(chosen)
    if known:  # else it is told as what is new
        render.say_blocks(stage.out, _speaker(seat_session))


def _speaker(seat: SeatSession) -> Blocks:
    """In whose shoes this seat talks, where it is not its turn."""
    return TurnFlow(lambda: seat.session, seat).speaker_blocks()


async def slash_where(stage: SeatLineStage, _words: str) -> None:
    await stage.tell_state()


async def slash_lang(stage: SeatLineStage, words: str) -> None:
    if not words.strip():
        for tag in LANGUAGES:
            stage.out.say("Choice", f"{tag}, {LANGUAGE_NAMES[tag]}")
        return
    known = [(tag, (tag, LANGUAGE_NAMES[tag])) for tag in LANGUAGES]
    wanted = words.replace("_", "-").split("-")[0]
    tag = pick(wanted, known, N_("I do not speak {wanted}. /lang says which languages I do."))
    await stage.conversation.speak(tag, told=lambda: LANGUAGE_NAMES[tag])


async def slash_screen(stage: SeatLineStage, _words: str) -> None:
    if not stage.conversation.screen:
        raise Refusal("There is no terminal here that could show the screens.")
    stage.conversation.loop.to_screen()


async def slash_leave(stage: SeatLineStage, _words: str) -> None:
    stage.conversation.loop.leave()


async def slash_light(stage: SeatLineStage, words: str) -> None:
    if not words.strip():
        raise Refusal("Say what you see now, such as: /light Now I see she was afraid.")
    await slash_words.keep_lightbulb(stage, words)


async def slash_pledge(stage: SeatLineStage, words: str) -> None:
    """Keep a pledge, with its day: one that is not understood is refused before."""
    if not words.strip():
        raise Refusal("Say what will be done, such as: /pledge I will ring first.")
    given = read_pledge(words)
    response = slash_words.response_of(stage.conversation.session, given)
    await _keep_pledge(stage, given, AddPledge("", response=response))


async def slash_pledge_from(stage: SeatLineStage, words: str) -> None:
    """Keep a pledge that comes from a lightbulb or a turn; alone: the lightbulbs."""
    session = stage.conversation.session
    if not words.strip():
        render.say_blocks(stage.out, lightbulb_blocks(session))
        return
    source, text = source_named(session, words)
    await _keep_pledge(stage, read_pledge(text), source.given_to(AddPledge("")))


async def _keep_pledge(stage: SeatLineStage, given: TypedPledge, origin: AddPledge) -> None:
    """Keep a pledge as it was typed, with what it comes from."""
    seat, _shoes = stage.conversation.author
    day_of(given.when)
    parts = pledge_parts(as_dict(given))
    await slash_words.keep(stage, "pledge", replace(origin, seat=seat, **parts))


async def slash_park(stage: SeatLineStage, words: str) -> None:
    if not words.strip():
        raise Refusal("Say what deserves time later, such as: /park Who has the keys?")
    await slash_words.keep_topic(stage, words)


async def slash_late(stage: SeatLineStage, _words: str) -> None:
    here = seated(stage)
    if not await _waiting(here):
        raise Refusal(slash_words.NO_WORDS)
    draft_buffer.tell(stage.out, here.field)
    stage.out.say("Question", _("/save 1 hands in the first of them, /drop 1 lets it go."))


async def slash_save(stage: SeatLineStage, words: str) -> None:
    """Keep what the store did not take, or else words that wait."""
    here = seated(stage)
    if here.unkept and not words.strip():
        while here.unkept:
            await here.seat_session.keep_this(here.unkept[0])
            here.unkept.pop(0)
            stage.out.say("Saved", _(HELD_SAVED))
        return
    draft = await _chosen(here, words)
    saved = await draft_buffer.hand_in(here.field, draft)
    here.field.reload()
    here.tell_saved(saved)
    if draft.kind == "feedback":
        here.ask_next()


async def slash_drop(stage: SeatLineStage, words: str) -> None:
    here = seated(stage)
    await draft_buffer.let_go(here.field, await _chosen(here, words))
    here.field.reload()
    stage.out.say("Saved", _(slash_words.DROPPED))
    here.ask()


async def _waiting(here: SeatStage) -> list[Draft]:
    """The words that wait, with those that were just on their way to be kept."""
    await here.conversation.hub.worker.run(lambda: None)
    return draft_buffer.all_waiting(here.field)


async def _chosen(here: SeatStage, words: str) -> Draft:
    """The words of a number; without one, those of the field, or else the first."""
    waiting = await _waiting(here)
    if not waiting:
        raise Refusal(slash_words.NO_WORDS)
    if words.strip():
        return numbered(waiting, words, N_("There are no words {wanted} that wait. /late says."))
    return next((draft for draft in waiting if draft_buffer.is_here(here.field, draft)), waiting[0])


async def slash_undo(stage: SeatLineStage, _words: str) -> None:
    """Take back one's own last, or the page that was handed in."""
    here = seated(stage)
    if here.scope == "written":
        await here.seat_session.write_on()
        stage.out.say("Undone", _("your page is open again"))
        return
    if not await here.seat_session.take_back():
        raise Refusal(NOTHING_TO_TAKE_BACK)
    here.field.reload()
    stage.out.say("Undone", _(TAKEN_BACK))
    if await _waiting(here):
        draft_buffer.tell(stage.out, here.field)
        stage.out.say("Question", _("/save hands words in that wait, /drop lets them go."))


COMMANDS: SlashCommands[SeatLineStage] = SlashCommands(
    "seat", sys.modules[__name__], **slash_words.SHARED, **slash_responses.SEAT
)
"""All slash commands at a seat."""
