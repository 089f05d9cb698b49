"""Slash commands of the facilitator on the session: move on, pause, undo, show, export, leave.

``COMMANDS`` holds all slash commands of the facilitator. Those that differ from stage to stage
are methods of the stage.
"""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable

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
from wshoes_tui.domain.handlers.writing_handler import NOBODY_WRITES
from wshoes_tui.domain.models import ORDERS, Session, Turn
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.blocks import ShoesBlock
from wshoes_tui.flow.home_flow import deck_blocks, deck_choices
from wshoes_tui.flow.labels import ORDER_WORDS, decks_told, step_name
from wshoes_tui.flow.people_flow import next_order, plan_turns
from wshoes_tui.flow.questions import GOES_ON, NO_FORMAT, NOT_LOOKED_THROUGH, WRITTEN_TO
from wshoes_tui.flow.summary_flow import by_agenda
from wshoes_tui.flow.turn_flow import prompt_block
from wshoes_tui.limits import MOST_MORE_TURNS, MOST_PROMPT_NUMBERS, MOST_TURNS
from wshoes_tui.line_output import render
from wshoes_tui.lines import (
    pending_drafts,
    slash_paper,
    slash_people,
    slash_reports,
    slash_responses,
    slash_words,
)
from wshoes_tui.lines.argument_parser import numbered, pick, shoes_named, short
from wshoes_tui.lines.setup_stage import SetupStage
from wshoes_tui.lines.slash_commands import NOT_HERE, SlashCommands
from wshoes_tui.lines.stage import Stage
from wshoes_tui.lines.turn_stage import WritingStage
from wshoes_tui.locale import N_, _, many
from wshoes_tui.locale.phrases import HOST_ONLY

SlashHandler = Callable[[Stage, str], Awaitable[None]]


async def slash_prompt(stage: Stage, words: str) -> None:
    await stage.do(ShowPrompt(slash_words.read_prompt(words, MOST_PROMPT_NUMBERS)))
    turn = stage.session.turn
    if turn is not None:
        stage.tell(prompt_block(stage.session, turn))


async def slash_shoes(stage: Stage, words: str) -> None:
    session = stage.session
    deck, turn = slash_words.open_deck(session), open_turn(session)
    if not words.strip():
        slash_words.tell_all_shoes(stage.out, deck)
        return
    await stage.do(ChangeShoes(shoes_named(deck, words).id))
    worn = session.shoes_of(stage.session.turn or turn)
    stage.tell(ShoesBlock(worn))


async def slash_more(stage: Stage, words: str) -> None:
    """Plan more turns; from the closing round, back to the cards."""
    unknown = N_("{wanted} is no number of turns.")
    count = 1 + numbered(range(MOST_MORE_TURNS), words.strip() or "1", unknown)
    if stage.session.state in ("setup", "opening"):
        await stage.plan(plan_turns(stage.session, count))
        return
    await stage.do(MoreTurns(count))
    turns = stage.session.header.planned_turns
    stage.out.say("Saved", many("{count} turn planned", "{count} turns planned", turns))


async def slash_turns(stage: Stage, words: str) -> None:
    count = 1 + numbered(range(MOST_TURNS), words, N_("{wanted} is no number of turns."))
    await stage.plan(Plan(planned_turns=count))


async def slash_keep(stage: Stage, words: str) -> None:
    """For how many days the words are kept."""
    await stage.keep_for(words)


async def slash_order(stage: Stage, words: str) -> None:
    if not isinstance(stage, SetupStage):
        raise Refusal(NOT_HERE)
    change = next_order(stage.session)
    if words.strip():
        named = [(one, (one, _(ORDER_WORDS[one]))) for one in ORDERS]
        unknown = N_("There is no order {wanted}. Say round, sides or random.")
        change = Plan(order=pick(words, named, unknown))
    await stage.plan(change)


async def slash_pause(stage: Stage, _words: str) -> None:
    if stage.session.header.paused_at is None:
        await stage.do(Pause())
        stage.out.say("Pause", _("Take the time you need. All is kept. /pause goes on."))
    else:
        await stage.do(Resume())
        stage.out.say("Pause", _(GOES_ON))


async def slash_undo(stage: Stage, _words: str) -> None:
    """Undo the last step; its words become a draft again."""
    if stage.SCOPE == "pledges":
        await stage.take_back()
    else:
        await _step(stage, Undo())


async def slash_redo(stage: Stage, _words: str) -> None:
    await _step(stage, Redo())


async def _step(stage: Stage, command: Undo | Redo) -> None:
    before = stage.session
    after = (await stage.do(command)).session
    taken_back = isinstance(command, Undo)
    step = (before.done if taken_back else before.undone)[-1]
    stage.out.say("Undone" if taken_back else "Redone", step_name(step.name))
    turn, was = after.turn, before.turn
    if turn is None or was is None or _card(turn) != _card(was):
        return  # another place, which is told as a whole
    if turn.shoes != was.shoes:
        stage.tell(ShoesBlock(after.shoes_of(turn)))
    if turn.phase == "talk":
        pending_drafts.tell(stage.out, after)


def _card(turn: Turn) -> tuple[str, str, str]:
    return turn.id, turn.deck, turn.card


async def slash_where(stage: Stage, _words: str) -> None:
    if stage.conversation.live is not None:
        stage.out.say("Session", render.title(stage.session))
    stage.conversation.tell_again()


async def slash_export(stage: Stage, words: str) -> None:
    """Write the session to a file in the documents folder; of an unreviewed one, once asked."""
    from wshoes_tui.sessions.session_library import export_formats

    if stage.SCOPE == "programme":
        stage.export(words)
        return
    _must_not_be_hosted(stage)
    named = [(form.name, (form.name, *form.aliases)) for form in export_formats().values()]
    words, _agenda, agenda = words.strip().partition(" ")
    kind = pick(words or "?", named, NO_FORMAT, formats=slash_words.export_words()["told"])
    session: Session = stage.session
    if agenda.strip():
        if not export_formats()[kind].has_map:
            raise Refusal("This format has no map, and so no agenda.")
        session = by_agenda(stage.conversation.library.deck_library.frameworks(), agenda, session)
    everything = export_formats()[kind].must_be_reviewed(stage.session)
    if everything and not stage.conversation.is_sure(("export", kind)):
        told = _(
            "/review looks through it now. /export {kind} once more writes all of it.", kind=kind
        )
        stage.out.say("Notice", f"{_(NOT_LOOKED_THROUGH)} {told}")
        return
    _write(stage, kind, session, everything=everything)


def _write(
    stage: Stage, kind: str, session: Session | None = None, *, everything: bool = False
) -> None:
    from wshoes_tui.flow.printing import print_offer
    from wshoes_tui.sessions.session_library import export_formats, write_session

    path = write_session(session or stage.session, kind, everything=everything)
    stage.out.say("Saved", _(WRITTEN_TO, path=safe(str(path))))
    for told in export_formats()[kind].told(stage.session, everything=everything):
        stage.out.say("Notice", told)
    if offer := print_offer(path):
        stage.out.say("Notice", offer)


async def slash_take_home(stage: Stage, _words: str) -> None:
    """Write the page to take home."""
    _must_not_be_hosted(stage)
    _write(stage, "takehome")


async def slash_review(stage: Stage, _words: str) -> None:
    """Look through the session: what may be shared."""
    from wshoes_tui.lines.step_stages import ReviewStage

    _must_have_begun(stage)
    stage.conversation.aside = ReviewStage(stage.conversation)


def _must_have_begun(stage: Stage) -> None:
    if stage.session.state in ("setup", "opening"):
        raise Refusal(NOT_HERE)


async def slash_look(stage: Stage, words: str) -> None:
    """Tell more about a deck, with a sample card."""
    from wshoes_tui.lines.home_stage import DecksStage

    if not isinstance(stage, DecksStage):
        raise Refusal(NOT_HERE)
    stage.look(words)


async def slash_decks(stage: Stage, words: str) -> None:
    """Choose other decks before the session begins."""
    from wshoes_tui.lines.home_stage import decks_numbered

    here, deck_library = stage.conversation, stage.conversation.library.deck_library
    families = deck_choices(await here.run_blocking(deck_library.listing))
    if not words.strip():
        stage.tell(*deck_blocks(families))
        return
    unknown = N_("There is no deck {wanted}. /decks says which there are.")
    chosen = decks_numbered(families, words, unknown)
    if not chosen:
        raise Refusal(unknown, wanted=short(words))
    opened = [
        await here.run_blocking(deck_library.open, str(listed.path), here.language)
        for listed in chosen
    ]
    await stage.do(ChooseDecks(tuple(opened)))
    for played in stage.session.decks:
        stage.out.say("Deck", one_line(played.deck.title))
    if notice := decks_told(stage.session):
        stage.out.say("Notice", notice)


async def slash_home(stage: Stage, _words: str) -> None:
    """Let go of the session and go to Home."""
    from wshoes_tui.lines.home_stage import HomeStage

    _must_not_be_hosted(stage)
    await stage.conversation.keep_held()
    stage.conversation.let_go()
    stage.conversation.home = HomeStage(stage.conversation)


def _must_not_be_hosted(stage: Stage) -> None:
    """Refuse what is for the host's own keyboard alone."""
    if stage.conversation.hosted:
        raise Refusal(HOST_ONLY)


async def slash_leave(stage: Stage, _words: str) -> None:
    """Leave the program; what cannot be saved goes to a file first."""
    here = stage.conversation
    if here.unkept and not here.is_sure("leave"):
        try:
            here.put_words_away()
        except WshoesError:
            raise Refusal(
                "These words cannot be saved, and no file can be written. They are held here. "
                "/leave once more leaves without them."
            ) from None
    here.over = True


async def _reveal(stage: Stage, _words: str) -> None:
    if not isinstance(stage, WritingStage):
        raise Refusal(NOBODY_WRITES)
    await stage.reveal()


BY_STAGE: dict[str, SlashHandler] = {
    "pass": lambda stage, _words: stage.pass_on(),
    "skip": lambda stage, _words: stage.skip(),
    "write": lambda stage, _words: stage.write(),
    "reveal": _reveal,
    "close": lambda stage, _words: stage.close(),
    "go": lambda stage, words: stage.go(words),
    "rate": lambda stage, words: stage.rate(words),
}
"""What each stage does in its own way."""

COMMANDS: SlashCommands[Stage] = SlashCommands(
    "facilitator",
    slash_words,
    slash_responses,
    slash_people,
    slash_reports,
    slash_paper,
    sys.modules[__name__],
    **BY_STAGE,
)
"""All slash commands of the facilitator."""
