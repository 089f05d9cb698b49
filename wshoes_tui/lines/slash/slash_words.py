"""Commands that keep words: voices, lightbulbs, pledges, the car park, own cards, drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    ChangePledge,
    KeepDraft,
    ParkCard,
    ParkTopic,
    PlaceCard,
    Say,
    ShowAs,
)
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Draft, DraftKind, Response, Seat, Session, Visibility
from wshoes_tui.domain.value import Refusal
from wshoes_tui.lines import pending_drafts, render
from wshoes_tui.lines.argument_parser import (
    as_fields,
    day_of,
    first_word,
    numbered,
    read_lightbulb,
    read_pledge,
    seat_named,
    shoes_named,
)
from wshoes_tui.lines.slash_commands import PLAYING, typed
from wshoes_tui.lines.stages.turn_stage import NO_FIELD, NO_SUCH, TurnStage
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

NOBODY = N_("nobody")


@typed("say", "SEAT: words", N_("Another voice: somebody else says this"), ("turn",),
       N_("SEAT is a name, the beginning of one, or a number; nobody is nobody in particular. "
       "/say Tom, N: words says it in other shoes, here those marked N."),
       draft="voice")  # fmt: skip
async def say(conversation: Conversation, words: str) -> None:
    """Words of another seat, or in other shoes."""
    if not isinstance(conversation.stage, TurnStage):
        raise Refusal("There is no open turn on which people talk.")
    seat, worn, text = read_voice(conversation.session, words)
    await conversation.stage.say(
        Say(text, seat.id if seat else None, worn.id if worn else None, draft=NO_FIELD)
    )


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


@typed("light", "words", N_("A lightbulb: I used to think ... now I see ..."), PLAYING,
       N_("A bar may stand between the halves: /light used to think | now see. "
       "/light 2: words points at response 2. Alone it says those there are."),
       draft="lightbulb")  # fmt: skip
async def light(conversation: Conversation, words: str) -> None:
    """Keep a lightbulb, or list them."""
    session = conversation.session
    if not words.strip():
        if not session.lightbulbs:
            raise Refusal("There are no lightbulbs yet. Such as: /light Now I see she was afraid.")
        for number, bulb in enumerate(session.lightbulbs, 1):
            conversation.out.say("Lightbulb", render.lightbulb_line(session, bulb, number))
        return
    pending_drafts.must_be_free(session, "lightbulb")
    bulb_typed = read_lightbulb(words)
    response = None
    if bulb_typed.response:
        said = session.said(session.turn) if session.turn else ()
        response = numbered(said, bulb_typed.response, NO_SUCH).id
    command = AddLightbulb(bulb_typed.now_see, bulb_typed.used_to_think, response)
    after = (await conversation.do(command)).session
    conversation.out.say("Saved", _("lightbulb {number}", number=len(after.lightbulbs)))


@typed("pledge", "words", N_("A pledge: when ... I will ..."), PLAYING,
       N_('Who and by when may follow, now or later: /pledge I will ring first. who: Asha '
       'by: Friday. /pledge 1 who: Asha by: 12 December completes pledge 1. '
       "Alone it says those there are."),
       draft="pledge")  # fmt: skip
async def pledge(conversation: Conversation, words: str) -> None:
    """Keep a pledge, complete one, or list them."""
    session = conversation.session
    if not words.strip():
        if not session.pledges:
            raise Refusal("There are no pledges yet. Such as: /pledge I will ring first.")
        for number, kept in enumerate(session.pledges, 1):
            conversation.out.say("Pledge", render.pledge_line(kept, number))
        return
    given = read_pledge(words)
    if given.text.strip().isdecimal() and (given.owner or given.when):
        kept = numbered(
            session.pledges, given.text, N_("There is no pledge {wanted}. /pledge says which.")
        )
        await conversation.do(
            ChangePledge(kept.id, owner=given.owner or None, by_when=day_of(given.when))
        )
        _tell_pledge(conversation, kept.id)
        return
    pending_drafts.must_be_free(session, "pledge")
    kept = (await conversation.do(AddPledge(given.text, given.owner))).session.pledges[-1]
    if given.when:
        await _complete(conversation, kept.id, given.when)
    _tell_pledge(conversation, kept.id)


async def _complete(conversation: Conversation, pledge_id: str, when: str) -> None:
    """The day of a pledge just kept: its words are safe, whatever the day is."""
    try:
        await conversation.do(ChangePledge(pledge_id, by_when=day_of(when)))
    except Refusal as refusal:
        conversation.out.say("Error", _(refusal.template, **refusal.words))


def _tell_pledge(conversation: Conversation, pledge_id: str) -> None:
    for number, kept in enumerate(conversation.session.pledges, 1):
        if kept.id == pledge_id:
            conversation.out.say("Saved", _("pledge {number}", number=number))
            conversation.out.say("Pledge", render.pledge_line(kept, number))


@typed("park", "[words]", N_("A topic for the car park; alone on a turn: this card"), PLAYING,
       draft="park")  # fmt: skip
async def park(conversation: Conversation, words: str) -> None:
    """Keep a topic for later, or the card."""
    if words.strip():
        pending_drafts.must_be_free(conversation.session, "park")
        await conversation.do(ParkTopic(words))
        conversation.out.say("Saved", _("it is in the car park"))
    else:
        await conversation.do(ParkCard())
        conversation.out.say("Saved", _("that card is in the car park, here is another"))


@typed("card", "TITLE | TEXT", N_("A card of your own: the next one to be drawn"),
       ("setup", "opening", "turn"), draft="wild")  # fmt: skip
async def card(conversation: Conversation, words: str) -> None:
    """Put a card of the group's own on the table."""
    pending_drafts.must_be_free(conversation.session, "wild")
    title, _bar, text = (part.strip() for part in words.partition("|"))
    await conversation.do(PlaceCard(title, text))
    conversation.out.say("Saved", _("your card is on the table, it is the next one"))


@typed("save", "[N]", N_("Keep the words that wait"), PLAYING)
async def save(conversation: Conversation, words: str) -> None:
    """Keep what the store did not take, or else a draft."""
    if conversation.unkept:
        await conversation.keep_held()
        return
    await conversation.stage.save(_draft(conversation, words))


@typed("drop", "[N]", N_("Let the words go that wait"), PLAYING)
async def drop(conversation: Conversation, words: str) -> None:
    """Let a draft go."""
    draft = _draft(conversation, words)
    await conversation.do(KeepDraft(draft.kind, "", draft.seat))
    conversation.out.say("Saved", _("the words that waited are gone"))


def _draft(conversation: Conversation, words: str) -> Draft:
    waiting = conversation.stage.drafts()
    if not waiting:
        raise Refusal("No words are waiting.")
    return numbered(waiting, words.strip() or "1", N_("There are no words {wanted} that wait."))


@typed("said", "", N_("What was said on this turn, with its numbers"), ("turn",))
def said(conversation: Conversation, _words: str) -> None:
    """List the responses of the turn."""
    session = conversation.session
    if session.turn is None or not session.said(session.turn):
        raise Refusal("Nothing has been said on this turn yet.")
    render.all_said(conversation.out, session, session.turn)


@typed("edit", "N words", N_("Put number N right: a response, a seat, an agreement, a pledge"),
       ("setup", "opening", "turn", "closing"))  # fmt: skip
async def edit(conversation: Conversation, words: str) -> None:
    """Put right what has that number here."""
    number, rest = first_word(words)
    if not number:
        raise Refusal("Say which number, and the words: /edit 1 words.")
    await conversation.stage.edit(number, rest)


@typed("remove", "N", N_("Take number N away: a response, a seat, an agreement"),
       ("setup", "opening", "turn"))  # fmt: skip
async def remove(conversation: Conversation, words: str) -> None:
    """Take away what has that number here."""
    if not words.strip():
        raise Refusal("Say which number: /remove 1.")
    await conversation.stage.remove(words)


@typed("withhold", "N", N_("Keep response N out of every export; once more lets it in"), ("turn",))
async def withhold(conversation: Conversation, words: str) -> None:
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
