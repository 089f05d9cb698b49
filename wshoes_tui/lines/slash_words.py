"""Slash commands that keep words: voices, lightbulbs, pledges, car park, own cards, drafts."""

from __future__ import annotations

from wshoes_tui.domain.commands import (
    AddPledge,
    ChangePledge,
    KeepDraft,
    ParkCard,
    Say,
    ShowAs,
)
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Draft, DraftKind, Response, Seat, Session, Visibility
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.writing_flow import must_not_be_under_way
from wshoes_tui.lines import pending_drafts, render, slash_shared
from wshoes_tui.lines.argument_parser import (
    as_fields,
    day_of,
    numbered,
    read_pledge,
    seat_named,
    shoes_named,
)
from wshoes_tui.lines.conversation import Conversation
from wshoes_tui.lines.stages.stage import Stage
from wshoes_tui.lines.stages.turn_stage import NO_FIELD, NO_SUCH, TurnStage
from wshoes_tui.locale import N_, _

NOBODY = N_("nobody")


async def slash_say(stage: Stage, words: str) -> None:
    """Say words for another seat, or in other shoes."""
    if not isinstance(stage, TurnStage):
        raise Refusal("There is no open turn on which people talk.")
    seat, worn, text = read_voice(stage.session, words)
    await stage.say(Say(text, seat.id if seat else None, worn.id if worn else None, draft=NO_FIELD))


def read_voice(session: Session, words: str) -> tuple[Seat | None, Shoes | None, str]:
    """Who, in which other shoes if any, and what.

    Raises:
        Refusal: it cannot be understood.
    """
    for seat in session.seats:  # a label may have a colon or a comma of its own
        label = f"{seat.label}:"
        if words.lstrip()[: len(label)].casefold() == label.casefold():
            return seat, None, words.lstrip()[len(label) :].removeprefix(" ")
    who, colon, text = words.partition(":")
    if not colon:
        raise Refusal("Who says it? Such as: /say Tom: I have three more to see.")
    name, comma, shoes = (part.strip() for part in who.partition(","))
    deck = session.deck(session.turn.deck) if session.turn else None
    worn = shoes_named(deck, shoes) if comma and deck is not None else None
    anybody = name.casefold() in ("", NOBODY, _(NOBODY).casefold())
    return None if anybody else seat_named(session, name), worn, text.removeprefix(" ")


async def slash_light(stage: Stage, words: str) -> None:
    """Keep a lightbulb, or list them."""
    if words.strip():
        await slash_shared.keep_lightbulb(stage, words)
        return
    session = stage.session
    if not session.lightbulbs:
        raise Refusal("There are no lightbulbs yet. Such as: /light Now I see she was afraid.")
    for number, bulb in enumerate(session.lightbulbs, 1):
        stage.out.say("Lightbulb", render.lightbulb_line(session, bulb, number))


async def slash_pledge(stage: Stage, words: str) -> None:
    """Keep a pledge, complete one, or list them."""
    session = stage.session
    if not words.strip():
        if not session.pledges:
            raise Refusal("There are no pledges yet. Such as: /pledge I will ring first.")
        for number, kept in enumerate(session.pledges, 1):
            stage.out.say("Pledge", render.pledge_line(kept, number))
        return
    given = read_pledge(words)
    if given.text.strip().isdecimal() and (given.owner or given.when):
        kept = numbered(
            session.pledges, given.text, N_("There is no pledge {wanted}. /pledge says which.")
        )
        await stage.do(ChangePledge(kept.id, owner=given.owner or None, by_when=day_of(given.when)))
        slash_shared.tell_pledge(stage.out, stage.session, kept.id)
        return
    pending_drafts.must_be_free(session, "pledge")
    kept = (await stage.do(AddPledge(given.text, given.owner))).session.pledges[-1]
    if given.when:
        await _complete(stage, kept.id, given.when)
    slash_shared.tell_pledge(stage.out, stage.session, kept.id)


async def _complete(stage: Stage, pledge_id: str, when: str) -> None:
    """The day of a pledge just kept: its words are safe, whatever the day is."""
    try:
        await stage.do(ChangePledge(pledge_id, by_when=day_of(when)))
    except Refusal as refusal:
        stage.out.say("Error", _(refusal.template, **refusal.words))


async def slash_park(stage: Stage, words: str) -> None:
    """Keep a topic for later, or the card."""
    if words.strip():
        await slash_shared.keep_topic(stage, words)
    else:
        must_not_be_under_way(stage.session)
        await stage.do(ParkCard())
        stage.out.say("Saved", _("that card is in the car park, here is another"))


async def slash_save(stage: Stage, words: str) -> None:
    """Keep what the store did not take, or else a draft."""
    if stage.conversation.unkept:
        await stage.conversation.keep_held()
        return
    await stage.save(_draft(stage, words))


async def slash_drop(stage: Stage, words: str) -> None:
    """Let a draft go."""
    draft = _draft(stage, words)
    await stage.do(KeepDraft(draft.kind, "", draft.seat))
    stage.out.say("Saved", _(slash_shared.DROPPED))


def _draft(stage: Stage, words: str) -> Draft:
    waiting = stage.drafts()
    if not waiting:
        raise Refusal(slash_shared.NO_WORDS)
    return numbered(waiting, words.strip() or "1", N_("There are no words {wanted} that wait."))


async def slash_withhold(stage: Stage, words: str) -> None:
    """Withhold a response, or stop withholding it."""
    session = stage.session
    said_here: tuple[Response, ...] = session.said(session.turn) if session.turn else ()
    response = numbered(said_here, words, NO_SUCH)
    other: Visibility = "shoes" if response.visibility == "withheld" else "withheld"
    await stage.do(ShowAs(response.id, other))
    told = (
        _("response {number} is kept out of every export", number=words.strip())
        if other == "withheld"
        else _("response {number} is exported with its shoes", number=words.strip())
    )
    stage.out.say("Saved", told)


async def keep_unfinished(conversation: Conversation, kind: DraftKind, words: str) -> bool:
    """Keep the words of a command whose line has no end, in the field they belong to."""
    session = conversation.session
    if kind == "voice":
        seat, worn, text = read_voice(session, words)
        turn, of = session.turn, seat.id if seat else None
        if of and session.draft("voice", turn.id if turn else None, of):
            return False
        wearing = worn.id if worn else turn.shoes if turn else ""
        return await conversation.keep_draft(KeepDraft("voice", text, of, wearing))
    if any(draft.kind == kind for draft in pending_drafts.waiting(session)):
        return False
    return await conversation.keep_draft(KeepDraft(kind, as_fields(kind, words)))
