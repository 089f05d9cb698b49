"""Commands that keep words: lightbulbs, pledges, topics, own cards, and words that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import AddLightbulb, AddPledge, Command, ParkTopic, PlaceCard
from wshoes_tui.domain.models import Draft, DraftKind
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.lines import render
from wshoes_tui.lines.argument_parser import day_of, numbered, read_lightbulb, read_pledge
from wshoes_tui.lines.seat import seat_pending_drafts
from wshoes_tui.lines.seat.seat_stage import SeatStage
from wshoes_tui.lines.stages.turn_stage import NO_SUCH
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.seat.seat_conversation import SeatConversation


async def slash_light(conversation: SeatConversation, words: str) -> None:
    """Keep a lightbulb, in the shoes of this seat."""
    if not words.strip():
        raise Refusal("Say what you see now, such as: /light Now I see she was afraid.")
    chair = conversation.chair
    session, given = chair.seat_session.session, read_lightbulb(words)
    said = session.said(session.turn) if session.turn is not None else ()
    response = numbered(said, given.response, NO_SUCH).id if given.response else None
    shoes = chair.seat_session.shoes or None
    command = AddLightbulb(
        given.now_see, given.used_to_think, response, chair.seat_session.participant.seat, shoes
    )
    await _keep(chair, "lightbulb", command)
    conversation.out.say(
        "Saved", _("lightbulb {number}", number=len(chair.seat_session.session.lightbulbs))
    )


async def slash_pledge(conversation: SeatConversation, words: str) -> None:
    """Keep a pledge."""
    if not words.strip():
        raise Refusal("Say what will be done, such as: /pledge I will ring first.")
    chair = conversation.chair
    given = read_pledge(words)
    when = day_of(given.when)
    seat = chair.seat_session.participant.seat
    await _keep(chair, "pledge", AddPledge(given.text, given.owner, when, seat=seat))
    pledges = chair.seat_session.session.pledges
    own = chair.seat_session.participant.own[-1]
    for number, kept in enumerate(pledges, 1):
        if kept.id == own:
            conversation.out.say("Saved", _("pledge {number}", number=number))
            conversation.out.say("Pledge", render.pledge_line(kept, number))


async def slash_park(conversation: SeatConversation, words: str) -> None:
    """Keep a topic for later."""
    if not words.strip():
        raise Refusal("Say what deserves time later, such as: /park Who has the keys?")
    chair = conversation.chair
    await _keep(chair, "park", ParkTopic(words, seat=chair.seat_session.participant.seat))
    conversation.out.say("Saved", _("it is in the car park"))


async def slash_card(conversation: SeatConversation, words: str) -> None:
    """Put a card of one's own on the table."""
    if not words.strip():
        raise Refusal("Say what stands on it, such as: /card The keys | Nobody knows who has them.")
    chair = conversation.chair
    title, _bar, text = (part.strip() for part in words.partition("|"))
    await _keep(chair, "wild", PlaceCard(title, text, seat=chair.seat_session.participant.seat))
    conversation.out.say("Saved", _("your card is on the table, it is the next one"))


async def _keep(chair: SeatStage, kind: DraftKind, command: Command) -> None:
    if chair.field.waits(kind):
        raise Refusal(
            "Words of that kind wait already. /late says them, /save keeps them, /drop lets "
            "them go. Then type these again."
        )
    try:
        await chair.seat_session.keep_this(command)
    except WshoesError:
        chair.unkept.append(command)
        told = _("These words are not saved. They are held here; /save tries again.")
        chair.out.say("Notice", told)
        raise


async def slash_late(conversation: SeatConversation, _words: str) -> None:
    """List the words that wait."""
    chair = conversation.chair
    if not await _waiting(chair):
        raise Refusal("No words are waiting.")
    seat_pending_drafts.tell(conversation.out, chair.field)
    conversation.out.say("Question", _("/save 1 hands in the first of them, /drop 1 lets it go."))


async def slash_save(conversation: SeatConversation, words: str) -> None:
    """Keep what the store did not take, or else words that wait."""
    chair = conversation.chair
    if chair.unkept and not words.strip():
        while chair.unkept:
            await chair.seat_session.keep_this(chair.unkept[0])
            chair.unkept.pop(0)
            conversation.out.say("Saved", _("words that were held"))
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
            conversation.out.say("Saved", _("your answer"))
            chair.ask_next()
        case _:
            conversation.out.say("Saved", _("the words that waited"))


async def slash_drop(conversation: SeatConversation, words: str) -> None:
    """Let words that wait go."""
    chair = conversation.chair
    await seat_pending_drafts.let_go(chair.field, await _chosen(chair, words))
    chair.field.reload()
    conversation.out.say("Saved", _("the words that waited are gone"))
    chair.ask()


async def _waiting(chair: SeatStage) -> list[Draft]:
    """The words that wait, with those that were just on their way to be kept."""
    await chair.conversation.hub.worker.run(lambda: None)
    return seat_pending_drafts.all_waiting(chair.field)


async def _chosen(chair: SeatStage, words: str) -> Draft:
    """The words of a number; without one, those of the field, or else the first."""
    waiting = await _waiting(chair)
    if not waiting:
        raise Refusal("No words are waiting.")
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
        raise Refusal("There is nothing of yours to take back.")
    chair.field.reload()
    conversation.out.say("Undone", _("Taken back."))
    if await _waiting(chair):
        seat_pending_drafts.tell(conversation.out, chair.field)
        conversation.out.say("Question", _("/save hands words in that wait, /drop lets them go."))
