"""Slash commands that keep words: voices, lightbulbs, pledges, car park, own cards, drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import (
    AddPledge,
    ChangePledge,
    Command,
    KeepDraft,
    ParkTopic,
    ShowAs,
)
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Draft, DraftKind, Response, Seat, Session, Visibility
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.closing_flow import pledge_blocks
from wshoes_tui.flow.summary_flow import lightbulb_blocks
from wshoes_tui.flow.turn_flow import Speaker, TurnFlow
from wshoes_tui.lines import pending_drafts, render, slash_shared
from wshoes_tui.lines.argument_parser import (
    as_fields,
    day_of,
    first_word,
    numbered,
    read_pledge,
    seat_named,
    shoes_named,
)
from wshoes_tui.lines.stages.turn_stage import NO_SUCH, TurnStage
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

NOBODY = N_("nobody")


async def slash_say(conversation: Conversation, words: str) -> None:
    """Say words for another seat, or in other shoes."""
    if not isinstance(conversation.stage, TurnStage):
        raise Refusal("There is no open turn on which people talk.")
    seat, worn, text = read_voice(conversation.session, words)
    speaker = Speaker(seat.id if seat else None, worn.id if worn else "")
    await conversation.stage.say(text, speaker)


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


async def slash_light(conversation: Conversation, words: str) -> None:
    """Keep a lightbulb, or list them."""
    session = conversation.session
    if not words.strip():
        if not session.lightbulbs:
            raise Refusal("There are no lightbulbs yet. Such as: /light Now I see she was afraid.")
        render.say_blocks(conversation.out, lightbulb_blocks(session))
        return
    await _keep(conversation, "lightbulb", slash_shared.read_lightbulb_command(session, words))


async def _keep(conversation: Conversation, kind: DraftKind, command: Command) -> None:
    """Keep the words of a command, unless words of their kind wait, and tell."""
    pending_drafts.must_be_free(conversation.session, kind)
    after = (await conversation.do(command)).session  # on a host others go on meanwhile
    slash_shared.tell_kept(conversation.out, after, command)


async def slash_pledge(conversation: Conversation, words: str) -> None:
    """Keep a pledge, complete one, or list them."""
    session = conversation.session
    if not words.strip():
        if not session.pledges:
            raise Refusal("There are no pledges yet. Such as: /pledge I will ring first.")
        render.say_blocks(conversation.out, pledge_blocks(session))
        return
    given = read_pledge(words)
    if given.text.strip().isdecimal() and (given.owner or given.when):
        kept = numbered(
            session.pledges, given.text, N_("There is no pledge {wanted}. /pledge says which.")
        )
        await conversation.do(
            ChangePledge(kept.id, owner=given.owner or None, by_when=day_of(given.when))
        )
        slash_shared.tell_pledge(conversation.out, conversation.session, kept.id)
        return
    pending_drafts.must_be_free(session, "pledge")
    kept = (await conversation.do(AddPledge(given.text, given.owner))).session.pledges[-1]
    if given.when:
        await _complete(conversation, kept.id, given.when)
    slash_shared.tell_pledge(conversation.out, conversation.session, kept.id)


async def _complete(conversation: Conversation, pledge_id: str, when: str) -> None:
    """The day of a pledge just kept: its words are safe, whatever the day is."""
    try:
        await conversation.do(ChangePledge(pledge_id, by_when=day_of(when)))
    except Refusal as refusal:
        conversation.out.say("Error", _(refusal.template, **refusal.words))


async def slash_park(conversation: Conversation, words: str) -> None:
    """Keep a topic for later, or the card."""
    if words.strip():
        await _keep(conversation, "park", ParkTopic(words))
    else:
        turn = TurnFlow(lambda: conversation.session)
        await conversation.stage.run(turn.step("park_card"))


async def slash_card(conversation: Conversation, words: str) -> None:
    """Put a card of the group's own on the table."""
    await _keep(conversation, "wild", slash_shared.read_card_command(words))


async def slash_save(conversation: Conversation, words: str) -> None:
    """Keep what the store did not take, or else a draft."""
    if conversation.unkept:
        await conversation.keep_held()
        return
    await conversation.stage.save(_draft(conversation, words))


async def slash_drop(conversation: Conversation, words: str) -> None:
    """Let a draft go."""
    draft = _draft(conversation, words)
    await conversation.do(KeepDraft(draft.kind, "", draft.seat))
    conversation.out.say("Saved", _(slash_shared.DROPPED))


def _draft(conversation: Conversation, words: str) -> Draft:
    waiting = conversation.stage.drafts()
    if not waiting:
        raise Refusal(slash_shared.NO_WORDS)
    return numbered(waiting, words.strip() or "1", N_("There are no words {wanted} that wait."))


def slash_said(conversation: Conversation, _words: str) -> None:
    """List the responses of the turn."""
    slash_shared.tell_said(conversation.out, conversation.session)


async def slash_edit(conversation: Conversation, words: str) -> None:
    """Put right what has that number here."""
    number, rest = first_word(words)
    if not number:
        raise Refusal("Say which number, and the words: /edit 1 words.")
    await conversation.stage.edit(number, rest)


async def slash_remove(conversation: Conversation, words: str) -> None:
    """Take away what has that number here."""
    if not words.strip():
        raise Refusal("Say which number: /remove 1.")
    await conversation.stage.remove(words)


async def slash_withhold(conversation: Conversation, words: str) -> None:
    """Withhold a response, or stop withholding it."""
    session = conversation.session
    said_here: tuple[Response, ...] = session.said(session.turn) if session.turn else ()
    response = numbered(said_here, words, NO_SUCH)
    other: Visibility = "shoes" if response.visibility == "withheld" else "withheld"
    await conversation.do(ShowAs(response.id, other))
    told = (
        _("response {number} is kept out of every export", number=words.strip())
        if other == "withheld"
        else _("response {number} is exported with its shoes", number=words.strip())
    )
    conversation.out.say("Saved", told)


async def keep_words(conversation: Conversation, kind: DraftKind, words: str) -> bool:
    """Keep the words of a command whose line has no end, in the field they belong to."""
    if kind == "voice":
        seat, worn, text = read_voice(conversation.session, words)
        wearing = (
            worn.id
            if worn
            else conversation.session.turn.shoes
            if conversation.session.turn
            else ""
        )
        waiting = seat and conversation.session.draft(
            "voice", conversation.session.turn.id if conversation.session.turn else None, seat.id
        )
        if waiting:
            return False
        return await conversation.keep_draft(
            KeepDraft("voice", text, seat.id if seat else None, wearing)
        )
    if any(draft.kind == kind for draft in pending_drafts.waiting(conversation.session)):
        return False
    return await conversation.keep_draft(KeepDraft(kind, as_fields(kind, words)))
