"""Commands that move the session on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import (
    ChangeShoes,
    MoreTurns,
    Next,
    Pause,
    Plan,
    Redo,
    Resume,
    ShowPrompt,
    StopWriting,
    Swap,
    Undo,
)
from wshoes_tui.domain.handlers.setup_handler import planned_turns
from wshoes_tui.domain.models import ORDERS, Turn
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.labels import ORDER_WORDS, SIDE_WORDS, plan, step_name
from wshoes_tui.lines import pending_drafts, render
from wshoes_tui.lines.argument_parser import numbered, pick, shoes_named
from wshoes_tui.lines.slash_commands import PLAYING, SESSION, typed
from wshoes_tui.lines.stages.setup_stage import SetupStage
from wshoes_tui.lines.stages.stage import NOT_HERE
from wshoes_tui.lines.stages.writing_stage import WritingStage
from wshoes_tui.locale import N_, _, many

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation


@typed("next", "", N_("The next turn"), ("turn",))
async def next_turn(conversation: Conversation, _words: str) -> None:
    """End the turn as answered."""
    await conversation.do(Next())


@typed("pass", "", N_("Pass. No reason is needed"), ("turn", "writing"))
async def pass_on(conversation: Conversation, _words: str) -> None:
    """Pass, on the turn or on writing."""
    await conversation.stage.pass_on()


@typed("skip", "", N_("Put this card back and draw another; or leave out what is asked"),
       ("turn", "opening", "closing"))  # fmt: skip
async def skip(conversation: Conversation, _words: str) -> None:
    """Another card, the next shoes, the next pledge."""
    await conversation.stage.skip()


@typed("swap", "", N_("The same card from the opposite shoes"), ("turn",))
async def swap(conversation: Conversation, _words: str) -> None:
    """The other side."""
    await conversation.do(Swap())


@typed("prompt", "[N]", N_("The next question of the card, or the one of that number"),
       ("turn", "writing"))  # fmt: skip
async def prompt(conversation: Conversation, words: str) -> None:
    """Another prompt."""
    index = None
    if words.strip():
        index = numbered(range(20), words, N_("There is no prompt {wanted}."))
    await conversation.do(ShowPrompt(index))
    turn = conversation.session.turn
    if turn is not None:
        render.prompt(conversation.out, conversation.session, turn)


@typed("shoes", "[NAME]", N_("Other shoes on this turn, by mark or name; alone: which there are"),
       ("turn",))  # fmt: skip
async def shoes(conversation: Conversation, words: str) -> None:
    """List the shoes, or change into some."""
    session = conversation.session
    turn = session.turn
    deck = session.deck(turn.deck) if turn else None
    if turn is None or deck is None:
        raise Refusal("There is no open turn.")
    if words.strip():
        await conversation.do(ChangeShoes(shoes_named(deck, words).id))
        render.shoes(
            conversation.out,
            session.shoes_of(conversation.session.turn or turn),
            easy=conversation.easy,
        )
        return
    for worn in deck.shoes:
        side = _(SIDE_WORDS[worn.side])
        conversation.out.say("Shoes", f"{render.shoes_name(worn)}, {side}")


@typed("write", "", N_("Everybody writes in private first, then all is revealed"),
       ("setup", "turn"))  # fmt: skip
async def write(conversation: Conversation, _words: str) -> None:
    """Write first: on this turn, or on every one."""
    await conversation.stage.write()


@typed("reveal", "", N_("Say everything that was written, all together"), ("writing",))
async def reveal(conversation: Conversation, _words: str) -> None:
    """The reveal, and nothing of it before."""
    if not isinstance(conversation.stage, WritingStage):
        raise Refusal("Nobody is writing now.")
    await conversation.stage.reveal()


@typed("talk", "", N_("Talk instead, where nobody has written yet"), ("writing",))
async def talk(conversation: Conversation, _words: str) -> None:
    """Stop writing."""
    await conversation.do(StopWriting())


@typed("more", "[N]", N_("One more turn, or so many"), (*SESSION[:1], "turn", "closing"))
async def more(conversation: Conversation, words: str) -> None:
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


@typed("turns", "N", N_("How many turns there will be"), ("setup",))
async def turns(conversation: Conversation, words: str) -> None:
    """Plan a number of turns."""
    count = 1 + numbered(range(500), words, N_("{wanted} is no number of turns."))
    await conversation.do(Plan(planned_turns=count))
    conversation.out.say("Plan", plan(conversation.session))


@typed("order", "[NAME]", N_("Whose turn comes next: round, sides or random"), ("setup",))
async def order(conversation: Conversation, words: str) -> None:
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


@typed("go", "[STEP]", N_("On to the next step, or to the one named"),
       ("setup", "opening", "closing"))  # fmt: skip
async def go(conversation: Conversation, words: str) -> None:
    """The next step."""
    await conversation.stage.go(words)


@typed("pause", "", N_("Pause; once more goes on"), PLAYING)
async def pause(conversation: Conversation, _words: str) -> None:
    """Stop the clock, or let it go on."""
    if conversation.session.header.paused_at is None:
        await conversation.do(Pause())
        conversation.out.say("Pause", _("Take the time you need. All is kept. /pause goes on."))
    else:
        await conversation.do(Resume())
        conversation.out.say("Pause", _("The session goes on."))


@typed("close", "", N_("To the closing round; at its last step, close for good"), PLAYING)
async def close(conversation: Conversation, _words: str) -> None:
    """Towards the end."""
    await conversation.stage.close()


@typed("undo", "", N_("Take the last step back. Words are kept"), SESSION)
async def undo(conversation: Conversation, _words: str) -> None:
    """Take a step back; its words wait to be saved again."""
    await _step(conversation, Undo())


@typed("redo", "", N_("Do again what was undone"), SESSION)
async def redo(conversation: Conversation, _words: str) -> None:
    """Do it again."""
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
