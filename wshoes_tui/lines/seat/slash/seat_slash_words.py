"""Slash commands of a seat that keep words: lightbulb, pledge, topic, own card, drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import AddPledge, Command, ParkTopic
from wshoes_tui.domain.models import Draft, DraftKind
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.hub.seat_session import NOTHING_TO_TAKE_BACK, TAKEN_BACK
from wshoes_tui.lines import slash_shared
from wshoes_tui.lines.argument_parser import day_of, numbered, read_pledge
from wshoes_tui.lines.pending_drafts import HELD, HELD_SAVED, WAITING_SAVED
from wshoes_tui.lines.seat import seat_pending_drafts
from wshoes_tui.lines.seat.seat_stage import SeatStage
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.seat.seat_conversation import SeatConversation


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
    seat_pending_drafts.tell(conversation.out, chair.field)
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
    await seat_pending_drafts.hand_in(chair.field, draft)
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
    await seat_pending_drafts.let_go(chair.field, await _chosen(chair, words))
    chair.field.reload()
    conversation.out.say("Saved", _(slash_shared.DROPPED))
    chair.ask()


async def _waiting(chair: SeatStage) -> list[Draft]:
    """The words that wait, with those that were just on their way to be kept."""
    await chair.conversation.hub.worker.run(lambda: None)
    return seat_pending_drafts.all_waiting(chair.field)


async def _chosen(chair: SeatStage, words: str) -> Draft:
    """The words of a number; without one, those of the field, or else the first."""
    waiting = await _waiting(chair)
    if not waiting:
        raise Refusal(slash_shared.NO_WORDS)
    if words.strip():
        return numbered(waiting, words, N_("There are no words {wanted} that wait. /late says."))
    return next(
        (draft for draft in waiting if seat_pending_drafts.is_here(chair.field, draft)), waiting[0]
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
        seat_pending_drafts.tell(conversation.out, chair.field)
        conversation.out.say("Question", _("/save hands words in that wait, /drop lets them go."))
