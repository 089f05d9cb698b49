"""Slash commands on what was said: read it, put it right, keep it out, take it out, erase it.

A number with a point, such as 3.2, is response 2 of turn 3 at every stage. A number alone is what
has that number at the stage: on a turn a response of it. ``SEAT`` has those of a seat, which reach
that seat's own words alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from wshoes_tui.domain.value import Command, Refusal
from wshoes_tui.flow import erasure_flow
from wshoes_tui.flow.action_types import Scope
from wshoes_tui.flow.answer_parser import is_yes
from wshoes_tui.flow.blocks import Effects, SaidBlock
from wshoes_tui.flow.said_flow import VIEW_WORDS, SaidFlow, View
from wshoes_tui.flow.turn_flow import said_blocks
from wshoes_tui.line_output import render
from wshoes_tui.lines.argument_parser import first_word, pick
from wshoes_tui.lines.slash_commands import NOT_HERE
from wshoes_tui.lines.stage import Stage
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Session
    from wshoes_tui.lines.join_stage import SeatLineStage

    AnyStage = Stage | SeatLineStage

RESPONSES_HAVE_NUMBERS: tuple[Scope, ...] = ("turn", "writing", "closed")
"""Stages at which a number alone is a response; elsewhere it is a seat, an agreement, a pledge."""
NO_ORDER = N_("There is no order {wanted}. Say cards, shoes or newest.")


def _flow(stage: Stage, view: View = "cards") -> SaidFlow:
    return SaidFlow(lambda: stage.session, view)


def _own_flow(stage: SeatLineStage, view: View = "cards") -> SaidFlow:
    seat = stage.conversation.seat_session
    return SaidFlow(lambda: seat.session, view, seat.own_words.responses)


def _order(words: str) -> View:
    named = [(view, (word, _(word))) for view, word in VIEW_WORDS.items()]
    return pick(words, named, NO_ORDER)


async def slash_said(stage: AnyStage, words: str) -> None:
    """Say what was said on the open turn; with an order, or without a turn, on all turns."""
    session = stage.conversation.session
    if isinstance(stage, Stage) and (words.strip() or session.turn is None):
        _tell(stage, _flow(stage, _order(words) if words.strip() else "cards"))
    else:
        _tell_turn(stage, session)


def _tell(stage: AnyStage, flow: SaidFlow) -> None:
    question = flow.question()
    render.say_blocks(stage.out, flow.blocks())
    render.say_blocks(stage.out, (question,))


def _tell_turn(stage: AnyStage, session: Session) -> None:
    if session.turn is None or not session.said(session.turn):
        raise Refusal("Nothing has been said on this turn yet.")
    render.say_blocks(stage.out, said_blocks(session, session.turn))


async def slash_edit(stage: Stage, words: str) -> None:
    number, rest = first_word(words)
    if not number:
        raise Refusal("Say which number, and the words: /edit 1 words.")
    if _is_response(stage, number):
        flow = _flow(stage)
        await stage.run(flow.put_right(flow.find(number), rest))
    else:
        await stage.edit(number, rest)


async def slash_remove(stage: Stage, words: str) -> None:
    if not words.strip():
        raise Refusal("Say which number: /remove 1.")
    if not _is_response(stage, words):
        await stage.remove(words)
        return
    flow = _flow(stage)
    block = flow.find(words)
    if _is_sure(stage, "remove", flow, block):
        await stage.run(flow.take_out(block))


def _is_sure(
    stage: Stage, does: Literal["remove", "visibility"], flow: SaidFlow, block: SaidBlock
) -> bool:
    """Whether it can be undone, or was asked for just before; else it is told what it means."""
    doubt = flow.doubt(does, block)
    if doubt is None or stage.conversation.is_sure((does, block.response.id)):
        return True
    stage.tell(doubt)
    return False


def _is_response(stage: Stage, number: str) -> bool:
    return "." in number or stage.scope in RESPONSES_HAVE_NUMBERS


async def slash_withhold(stage: Stage, words: str) -> None:
    """Withhold a response, or stop withholding it."""
    flow = _flow(stage)
    block = flow.find(words)
    if _is_sure(stage, "visibility", flow, block):
        await stage.run(flow.keep_out(block))


async def slash_erase(stage: Stage, words: str) -> None:
    """Erase for good what has that number: what that means is told first, and a yes asked for."""
    number, answer = first_word(words)
    if not number:
        raise Refusal("Say which number, such as: /erase 3.2.")
    if stage.scope == "past":
        await stage.erase(number, yes=is_yes(answer))
        return
    from wshoes_tui.sessions.eraser import erase_records
    from wshoes_tui.sessions.export_log import exports_of

    here = stage.conversation
    block, settings, live = _flow(stage).find(number), here.settings, here.live
    if settings is None or live is None:
        raise Refusal(NOT_HERE)
    record_id = block.response.id
    if here.erasing != record_id or not is_yes(answer):
        here.erasing = record_id
        exports = await here.run_blocking(exports_of, settings.data.root, live.session.id)
        stage.tell(*erasure_flow.words_told(block, exports))
        stage.out.say("Question", erasure_flow.yes_question(number))
        return
    await here.keep_held()
    report = await here.run_blocking(
        erase_records, settings, here.library.store, live, (record_id,)
    )
    stage.tell(*erasure_flow.erased_told(report.exports, report.left, report.unsaved))


async def seat_said(stage: SeatLineStage, _words: str) -> None:
    _tell_turn(stage, stage.conversation.session)


async def seat_my_words(stage: SeatLineStage, words: str) -> None:
    """Say all that was said from this seat, in an order."""
    _tell(stage, _own_flow(stage, _order(words) if words.strip() else "cards"))


async def seat_edit(stage: SeatLineStage, words: str) -> None:
    number, rest = first_word(words)
    if not number:
        raise Refusal("Say which number, and the words: /edit 1 words.")
    flow = _own_flow(stage)
    await _run(stage, flow.put_right(flow.find(number), rest))


async def seat_remove(stage: SeatLineStage, words: str) -> None:
    """Take one's own words out; nobody at this seat brings them back, so at the second time."""
    if not words.strip():
        raise Refusal("Say which number: /remove 1.")
    flow = _own_flow(stage)
    block = flow.find(words)
    doubt = flow.doubt("remove", block)
    if doubt is not None and stage.taking_out != block.response.id:
        stage.taking_out = block.response.id
        render.say_blocks(stage.out, (doubt,))
    else:
        stage.taking_out = ""
        await _run(stage, flow.take_out(block))


async def _run(stage: SeatLineStage, effects: Effects) -> None:
    """Work the commands of a seat, and say what is reported."""
    for effect in effects:
        if isinstance(effect, Command):
            await stage.conversation.seat_session.do(effect)
        else:
            render.say_blocks(stage.out, (effect,))


SEAT = {
    "said": seat_said, "my-words": seat_my_words, "edit": seat_edit, "remove": seat_remove,
}  # fmt: skip
"""Slash commands of a seat, by slash name."""
