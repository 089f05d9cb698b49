"""Slash commands on the whole session: move on, pause, undo, show, export, leave."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import (
    ChangeShoes,
    ChooseDecks,
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
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.action_handlers import easy_told
from wshoes_tui.flow.labels import ORDER_WORDS, decks_told, plan, step_name
from wshoes_tui.flow.questions import GOES_ON
from wshoes_tui.limits import MOST_MORE_TURNS, MOST_PROMPT_NUMBERS, MOST_TURNS
from wshoes_tui.lines import pending_drafts, render, slash_shared
from wshoes_tui.lines.argument_parser import numbered, pick, shoes_named
from wshoes_tui.lines.slash_commands import tell_help
from wshoes_tui.lines.stages.setup_stage import SetupStage
from wshoes_tui.lines.stages.stage import NOT_HERE
from wshoes_tui.lines.stages.writing_stage import WritingStage
from wshoes_tui.locale import N_, _, many
from wshoes_tui.locale.phrases import HOST_ONLY

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation


async def slash_pass(conversation: Conversation, _words: str) -> None:
    """Pass, on the turn or on writing."""
    await conversation.stage.pass_on()


async def slash_skip(conversation: Conversation, _words: str) -> None:
    """Draw another card; in the opening and closing leave out what is asked."""
    await conversation.stage.skip()


async def slash_prompt(conversation: Conversation, words: str) -> None:
    """Show the next prompt, or the one of a number."""
    await conversation.do(ShowPrompt(slash_shared.read_prompt(words, MOST_PROMPT_NUMBERS)))
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
    count = 1 + numbered(
        range(MOST_MORE_TURNS), words.strip() or "1", N_("{wanted} is no number of turns.")
    )
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
    count = 1 + numbered(range(MOST_TURNS), words, N_("{wanted} is no number of turns."))
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


def slash_where(conversation: Conversation, _words: str) -> None:
    """Tell the state of this stage once more."""
    if conversation.live is not None:
        conversation.out.say("Session", render.title(conversation.session))
    conversation.tell_state()


def slash_map(conversation: Conversation, _words: str) -> None:
    """Tell the coverage map."""
    render.tell_coverage_map(conversation.out, conversation.session)


def slash_voices(conversation: Conversation, _words: str) -> None:
    """Tell how often each seat was heard."""
    render.tell_voices(conversation.out, conversation.session)


async def slash_rate(conversation: Conversation, words: str) -> None:
    """Take numbers for shoes, or tell those there are."""
    await conversation.stage.rate(words)


def slash_easy(conversation: Conversation, _words: str) -> None:
    """Turn easy words on or off."""
    conversation.speech.use(easy=not conversation.easy)
    conversation.out.say("Notice", easy_told(easy=conversation.easy))
    if conversation.live is not None:
        conversation.tell_state()


def slash_summary(conversation: Conversation, _words: str) -> None:
    """Tell the summary so far."""
    render.tell_summary(conversation.out, conversation.session)


def _export_words() -> dict[str, str]:
    """What the help of /export names: the formats there are, and what each is."""
    from wshoes_tui.sessions.session_library import export_formats

    formats = export_formats()
    told = "; ".join(f"{form.name}, {_(form.label)}" for form in formats.values())
    return {"formats": ", ".join(formats), "told": told}


def slash_export(conversation: Conversation, words: str) -> None:
    """Write the session to a file in the current folder."""
    from wshoes_tui.sessions.session_library import export_formats, write_session

    must_not_be_hosted(conversation)
    session = conversation.session
    named = [(form.name, (form.name, *form.aliases)) for form in export_formats().values()]
    unknown = N_("There is no format {wanted}. There are: {formats}.")
    kind = pick(words.strip() or "?", named, unknown, formats=_export_words()["told"])
    path = write_session(session, kind, Path.cwd())
    conversation.out.say("Saved", _("written to {path}", path=safe(str(path))))


def slash_look(conversation: Conversation, words: str) -> None:
    """Tell more about a deck, with a sample card."""
    from wshoes_tui.lines.stages.home_stage import DecksStage

    if not isinstance(conversation.stage, DecksStage):
        raise Refusal(NOT_HERE)
    conversation.stage.look(words)


async def slash_decks(conversation: Conversation, words: str) -> None:
    """Choose other decks before the session begins."""
    from wshoes_tui.lines.stages.home_stage import deck_line

    deck_library = conversation.library.deck_library
    listing = await conversation.run_blocking(deck_library.listing)
    numbers = words.replace(",", " ").split()
    if not numbers:
        for number, listed in enumerate(listing, 1):
            conversation.out.say("Choice", f"{number}, {deck_line(listed)}")
        return
    unknown = N_("There is no deck {wanted}. /decks says which there are.")
    chosen = [numbered(listing, number, unknown) for number in numbers]
    opened = [
        await conversation.run_blocking(deck_library.open, str(listed.path), conversation.language)
        for listed in chosen
    ]
    await conversation.do(ChooseDecks(tuple(opened)))
    for played in conversation.session.decks:
        conversation.out.say("Deck", one_line(played.deck.title))
    if notice := decks_told(conversation.session):
        conversation.out.say("Notice", notice)


async def slash_home(conversation: Conversation, _words: str) -> None:
    """Let go of the session and go to Home."""
    from wshoes_tui.lines.stages.home_stage import HomeStage

    must_not_be_hosted(conversation)
    await conversation.keep_held()
    conversation.let_go()
    conversation.home = HomeStage(conversation)


def must_not_be_hosted(conversation: Conversation) -> None:
    """Refuse what is for the host's own keyboard alone."""
    if conversation.hosted:
        raise Refusal(HOST_ONLY)


def slash_leave(conversation: Conversation, _words: str) -> None:
    """Leave the program; what cannot be saved goes to a file first."""
    if conversation.unkept and not conversation.is_sure("leave"):
        try:
            conversation.put_words_away()
        except WshoesError:
            raise Refusal(
                "These words cannot be saved, and no file can be written. They are held here. "
                "/leave once more leaves without them."
            ) from None
    conversation.over = True


def slash_help(conversation: Conversation, words: str) -> None:
    """What can be typed here, one command a line."""
    scope, hosted = conversation.stage.SCOPE, conversation.hosted
    names = {"export": _export_words}
    tell_help(conversation.out, words, scope, "facilitator", hosted=hosted, names=names)
