"""Slash commands that move the session on, pause it, or undo a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import (
    ChangeShoes,
    MoreTurns,
    Pause,
    Plan,
    Redo,
    Resume,
    ShowPrompt,
    Undo,
)
from wshoes_tui.domain.engine import open_turn
from wshoes_tui.domain.handlers.setup_handler import planned_turns
from wshoes_tui.domain.handlers.writing_handler import NOBODY_WRITES
from wshoes_tui.domain.models import ORDERS, Turn
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.labels import ORDER_WORDS, plan, step_name
from wshoes_tui.flow.questions import GOES_ON
from wshoes_tui.lines import pending_drafts, render, slash_shared
from wshoes_tui.lines.argument_parser import numbered, pick, shoes_named
from wshoes_tui.lines.stages.setup_stage import SetupStage
from wshoes_tui.lines.stages.stage import NOT_HERE
from wshoes_tui.lines.stages.writing_stage import WritingStage
from wshoes_tui.locale import N_, _, many

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

MOST_PROMPTS = 20
"""Numbers of prompts that are read; the engine knows how many the card has."""


async def slash_pass(conversation: Conversation, _words: str) -> None:
    """Pass, on the turn or on writing."""
    await conversation.stage.pass_on()


async def slash_skip(conversation: Conversation, _words: str) -> None:
    """Draw another card; in the opening and closing leave out what is asked."""
    await conversation.stage.skip()


async def slash_prompt(conversation: Conversation, words: str) -> None:
    """Show the next prompt, or the one of a number."""
    await conversation.do(ShowPrompt(slash_shared.read_prompt(words, MOST_PROMPTS)))
    turn = conversation.session.turn
    if turn is not None:
        render.prompt(conversation.out, conversation.session, turn)


async def slash_shoes(conversation: Conversation, words: str) -> None:
    """List the shoes, or change into some."""
    session = conversation.session
    deck, turn = slash_shared.open_deck(session), open_turn(session)
    if not words.strip():
        slash_shared.tell_all_shoes(conversation.out, deck)
        return
    await conversation.do(ChangeShoes(shoes_named(deck, words).id))
    worn = session.shoes_of(conversation.session.turn or turn)
    render.shoes(conversation.out, worn, easy=conversation.easy)


async def slash_write(conversation: Conversation, _words: str) -> None:
    """Write first: on this turn, or on every one."""
    await conversation.stage.write()


async def slash_reveal(conversation: Conversation, _words: str) -> None:
    """Reveal all that was written, together."""
    if not isinstance(conversation.stage, WritingStage):
        raise Refusal(NOBODY_WRITES)
    await conversation.stage.reveal()


async def slash_more(conversation: Conversation, words: str) -> None:
    """Plan more turns; from the closing round, back to the cards."""
    count = 1 + numbered(range(100), words.strip() or "1", N_("{wanted} is no number of turns."))
    session = conversation.session
    if session.state in ("setup", "opening"):
        turns = session.header.planned_turns or planned_turns(session)
        await conversation.do(Plan(planned_turns=turns + count))
        conversation.out.say("Plan", plan(conversation.session))
        return
    await conversation.do(MoreTurns(count))
    turns = conversation.session.header.planned_turns
    conversation.out.say("Saved", many("{count} turn planned", "{count} turns planned", turns))


async def slash_turns(conversation: Conversation, words: str) -> None:
    """Plan a number of turns."""
    count = 1 + numbered(range(500), words, N_("{wanted} is no number of turns."))
    await conversation.do(Plan(planned_turns=count))
    conversation.out.say("Plan", plan(conversation.session))


async def slash_order(conversation: Conversation, words: str) -> None:
    """Choose an order, or take the next one."""
    if not isinstance(conversation.stage, SetupStage):
        raise Refusal(NOT_HERE)
    now = conversation.session.header.order
    chosen = ORDERS[(ORDERS.index(now) + 1) % len(ORDERS)]
    if words.strip():
        named = [(one, (one, _(ORDER_WORDS[one]))) for one in ORDERS]
        chosen = pick(words, named, N_("There is no order {wanted}. Say round, sides or random."))
    await conversation.do(Plan(order=chosen))
    conversation.out.say("Plan", plan(conversation.session))


async def slash_go(conversation: Conversation, words: str) -> None:
    """Go to the next step, or to the one named."""
    await conversation.stage.go(words)


async def slash_pause(conversation: Conversation, _words: str) -> None:
    """Pause the session, or resume it."""
    if conversation.session.header.paused_at is None:
        await conversation.do(Pause())
        conversation.out.say("Pause", _("Take the time you need. All is kept. /pause goes on."))
    else:
        await conversation.do(Resume())
        conversation.out.say("Pause", _(GOES_ON))


async def slash_close(conversation: Conversation, _words: str) -> None:
    """Go to the closing round; at its last step close the session."""
    await conversation.stage.close()


async def slash_undo(conversation: Conversation, _words: str) -> None:
    """Undo the last step; its words become a draft again."""
    await _step(conversation, Undo())


async def slash_redo(conversation: Conversation, _words: str) -> None:
    """Redo the step that was undone last."""
    await _step(conversation, Redo())


def _card(turn: Turn) -> tuple[str, str, str]:
    return turn.id, turn.deck, turn.card


async def _step(conversation: Conversation, command: Undo | Redo) -> None:
    before = conversation.session
    after = (await conversation.do(command)).session
    taken_back = isinstance(command, Undo)
    step = (before.done if taken_back else before.undone)[-1]
    conversation.out.say("Undone" if taken_back else "Redone", step_name(step.name))
    turn, was = after.turn, before.turn
    if turn is None or was is None or _card(turn) != _card(was):
        return  # another place, which is told as a whole
    if turn.shoes != was.shoes:
        render.shoes(conversation.out, after.shoes_of(turn), easy=conversation.easy)
    if turn.phase == "talk":
        pending_drafts.tell(conversation.out, after)
