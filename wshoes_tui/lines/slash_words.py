"""Slash commands that tell or keep words, and a few more that are the same in every role.

``slash_<name>`` does ``/name`` for the facilitator. Those in ``SHARED`` do it at a seat, too: the
role is data, for ``author`` says whose words are kept, and ``keep_words`` keeps them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    ChangePledge,
    Command,
    KeepDraft,
    ParkTopic,
    PlaceCard,
)
from wshoes_tui.domain.deck import Deck, Shoes
from wshoes_tui.domain.engine import NO_TURN, open_turn
from wshoes_tui.domain.models import Draft, DraftKind, Seat, Session
from wshoes_tui.domain.value import Refusal, as_dict, replace
from wshoes_tui.flow.action_handlers import easy_told, keep_settings
from wshoes_tui.flow.closing_flow import pledge_blocks
from wshoes_tui.flow.date_parser import NO_DAY, is_no_day
from wshoes_tui.flow.labels import SIDE_WORDS
from wshoes_tui.flow.pledge_words import (
    LATER_PARTS,
    TypedPledge,
    changed_parts,
    pledge_parts,
    read_pledge,
    source_named,
)
from wshoes_tui.flow.said_flow import SaidFlow
from wshoes_tui.flow.session_labels import pledge_told
from wshoes_tui.flow.summary_flow import lightbulb_blocks
from wshoes_tui.flow.turn_flow import Speaker, TurnFlow
from wshoes_tui.line_output import render
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.lines import pending_drafts
from wshoes_tui.lines.argument_parser import (
    as_fields,
    day_of,
    numbered,
    read_lightbulb,
    seat_named,
    shoes_named,
)
from wshoes_tui.lines.conversation import Conversation
from wshoes_tui.lines.slash_commands import tell_help
from wshoes_tui.lines.stage import Stage
from wshoes_tui.lines.turn_stage import TurnStage
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.join_stage import SeatLineStage

    AnyStage = Stage | SeatLineStage

NO_WORDS = N_("No words are waiting.")
DROPPED = N_("the words that waited are gone")
NOBODY = N_("nobody")


async def slash_card(stage: AnyStage, words: str) -> None:
    """Put a card of the group's own on the table: a title, a bar, its text."""
    if not words.strip():
        raise Refusal("Say what stands on it, such as: /card The keys | Nobody knows who has them.")
    title, _bar, text = (part.strip() for part in words.partition("|"))
    seat, _shoes = stage.conversation.author
    await keep(stage, "wild", PlaceCard(title, text, seat=seat))


async def slash_easy(stage: AnyStage, _words: str) -> None:
    easy = not stage.conversation.speech.easy
    await stage.conversation.speak(easy=easy, told=lambda: easy_told(easy=easy))


async def slash_remember(stage: Stage, _words: str) -> None:
    stage.out.say("Notice", keep_settings(stage.conversation.speech))


async def slash_help(stage: AnyStage, words: str) -> None:
    names, hosted = {"export": export_words}, stage.conversation.hosted
    tell_help(stage.out, words, stage.scope, stage.conversation.role, hosted=hosted, names=names)


def export_words() -> dict[str, str]:
    """What the help of /export names: the formats there are, and what each is."""
    from wshoes_tui.sessions.session_library import export_formats

    formats = export_formats()
    told = "; ".join(f"{form.name}, {_(form.label)}" for form in formats.values())
    return {"formats": ", ".join(formats), "told": told}


SHARED = {"card": slash_card, "easy": slash_easy, "help": slash_help}
"""Slash commands of every role, by slash name."""


async def keep(stage: AnyStage, kind: DraftKind, command: Command) -> None:
    """Keep the words of a command, unless words of their kind wait, and tell."""
    session, record_id = await stage.conversation.keep_words(kind, command)
    match command:
        case AddLightbulb():
            stage.out.say("Saved", _("lightbulb {number}", number=len(session.lightbulbs)))
        case AddPledge():
            tell_pledge(stage.out, session, record_id)
        case ParkTopic():
            stage.out.say("Saved", _("it is in the car park"))
        case PlaceCard():
            stage.out.say("Saved", _("your card is on the table, it is the next one"))


async def keep_lightbulb(stage: AnyStage, words: str) -> None:
    """Keep a lightbulb, at the response whose number stands in front of it.

    Raises:
        Refusal: there is no such response, or it cannot be kept.
    """
    given, session = read_lightbulb(words), stage.conversation.session
    response = None
    if given.response:
        response = SaidFlow(lambda: session).find(given.response).response.id
    bulb = AddLightbulb(given.now_see, given.used_to_think, response, *stage.conversation.author)
    await keep(stage, "lightbulb", bulb)


async def keep_topic(stage: AnyStage, words: str) -> None:
    """Keep a topic for later."""
    await keep(stage, "park", ParkTopic(words, seat=stage.conversation.author[0]))


def tell_pledge(out: LineWriter, session: Session, pledge_id: str) -> None:
    """That a pledge is kept, with its number, and what it is now."""
    for number, kept in enumerate(session.pledges, 1):
        if kept.id == pledge_id:
            out.say("Saved", pledge_told(number))
            out.say("Pledge", render.pledge_line(kept, number))


def open_deck(session: Session) -> Deck:
    """The deck of the open turn.

    Raises:
        Refusal: no turn is open.
    """
    deck = session.deck(open_turn(session).deck)
    if deck is None:
        raise Refusal(NO_TURN)
    return deck


def tell_all_shoes(out: LineWriter, deck: Deck) -> None:
    """The shoes of a deck, each with its side."""
    for worn in deck.shoes:
        out.say("Shoes", f"{render.shoes_name(worn)}, {_(SIDE_WORDS[worn.side])}")


def read_prompt(words: str, count: int) -> int | None:
    """The prompt, from 0 on, whose number was typed; None where none was.

    Raises:
        Refusal: there is no prompt of that number among so many.
    """
    if not words.strip():
        return None
    return numbered(range(count), words, N_("There is no prompt {wanted}."))


async def slash_say(stage: Stage, words: str) -> None:
    """Say words for another seat, or in other shoes."""
    if not isinstance(stage, TurnStage):
        raise Refusal("There is no open turn on which people talk.")
    seat, worn, text = read_voice(stage.session, words)
    await stage.say(text, Speaker(seat.id if seat else None, worn.id if worn else ""))


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
    if words.strip():
        await keep_lightbulb(stage, words)
        return
    session = stage.session
    if not session.lightbulbs:
        raise Refusal("There are no lightbulbs yet. Such as: /light Now I see she was afraid.")
    stage.tell(*lightbulb_blocks(session))


async def slash_pledge(stage: Stage, words: str) -> None:
    """Keep a pledge, complete one, or list them."""
    session = stage.session
    if not words.strip():
        if not session.pledges:
            raise Refusal("There are no pledges yet. Such as: /pledge I will ring first.")
        stage.tell(*pledge_blocks(session))
        return
    given = read_pledge(words)
    parts = ("owner", "when", *LATER_PARTS)
    if given.text.strip().isdecimal() and any(getattr(given, name) for name in parts):
        kept = numbered(
            session.pledges, given.text, N_("There is no pledge {wanted}. /pledge says which.")
        )
        day_of(given.when)
        await stage.do(ChangePledge(kept.id, **changed_parts({**as_dict(given), "text": ""})))
        _tell_pledge(stage, kept.id, given)
        return
    await _keep_pledge(stage, given, AddPledge("", response=response_of(session, given)))


async def slash_pledge_from(stage: Stage, words: str) -> None:
    """Keep a pledge that comes from a lightbulb or a turn; alone: the lightbulbs."""
    if not words.strip():
        await slash_light(stage, "")
        return
    source, text = source_named(stage.session, words)
    await _keep_pledge(stage, read_pledge(text), source.given_to(AddPledge("")))


async def _keep_pledge(stage: Stage, given: TypedPledge, origin: AddPledge) -> None:
    """Keep a pledge as it was typed, with what it comes from."""
    pending_drafts.must_be_free(stage.session, "pledge")
    pledge = replace(origin, text=given.text, owner=given.owner, condition=given.condition)
    kept = (await stage.do(pledge)).session.pledges[-1]
    for name in ("when", "scope", "horizon"):
        await _complete(stage, kept.id, name, getattr(given, name))
    _tell_pledge(stage, kept.id, given)


def _tell_pledge(stage: Stage, pledge_id: str, given: TypedPledge) -> None:
    """What a pledge is now, and that it has no day where that was said."""
    tell_pledge(stage.out, stage.session, pledge_id)
    if is_no_day(given.when):
        stage.out.say("Notice", _(NO_DAY))


def response_of(session: Session, given: TypedPledge) -> str | None:
    """The id of the response that a pledge comes from, by its number; None where none was typed.

    Raises:
        Refusal: there is no such response.
    """
    if not given.response:
        return None
    return SaidFlow(lambda: session).find(given.response).response.id


async def _complete(stage: Stage, pledge_id: str, name: str, typed: str) -> None:
    """A part of a pledge just kept: its words are safe, whatever that is."""
    if not typed or (name == "when" and is_no_day(typed)):
        return
    try:
        day_of(typed if name == "when" else "")
        await stage.do(ChangePledge(pledge_id, **pledge_parts({name: typed})))
    except Refusal as refusal:
        stage.out.say("Error", _(refusal.template, **refusal.words))


async def slash_park(stage: Stage, words: str) -> None:
    if words.strip():
        await keep_topic(stage, words)
    else:
        await stage.run(TurnFlow(lambda: stage.session).step("park_card"))


async def slash_save(stage: Stage, words: str) -> None:
    """Keep what the store did not take, or else a draft."""
    if stage.conversation.unkept:
        await stage.conversation.keep_held()
        return
    await stage.save(_draft(stage, words))


async def slash_drop(stage: Stage, words: str) -> None:
    await stage.drop(_draft(stage, words))
    stage.out.say("Saved", _(DROPPED))


def _draft(stage: Stage, words: str) -> Draft:
    waiting = stage.drafts()
    if not waiting:
        raise Refusal(NO_WORDS)
    return numbered(waiting, words.strip() or "1", N_("There are no words {wanted} that wait."))


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
