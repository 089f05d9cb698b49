"""Slash commands of every role, and what the handlers of several roles share.

``slash_<name>`` does ``/name`` for a facilitator and for a seat. The role is data: ``author`` says
whose words are kept, ``keep_words`` keeps them as that role does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from wshoes_tui.domain.commands import AddLightbulb, AddPledge, Command, ParkTopic, PlaceCard
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.engine import NO_TURN, open_turn
from wshoes_tui.domain.models import DraftKind, Session
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.action_handlers import easy_told
from wshoes_tui.flow.actions import Role
from wshoes_tui.flow.labels import SIDE_WORDS
from wshoes_tui.flow.session_labels import pledge_told
from wshoes_tui.lines import render
from wshoes_tui.lines.argument_parser import numbered, read_lightbulb
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.lines.slash_commands import SlashStage, tell_help
from wshoes_tui.lines.stages.turn_stage import NO_SUCH
from wshoes_tui.locale import N_, Speech, _

NO_WORDS = N_("No words are waiting.")
DROPPED = N_("the words that waited are gone")


class SpeakerRole(Protocol):
    """The conversation of a facilitator, or of a seat."""

    @property
    def session(self) -> Session:
        """The session as it is seen there."""

    @property
    def speech(self) -> Speech:
        """How they are spoken to."""

    @property
    def hosted(self) -> bool:
        """Whether people sit at screens of their own."""

    @property
    def role(self) -> Role:
        """Whose commands they can type."""

    @property
    def author(self) -> tuple[str | None, str | None]:
        """The seat and the shoes of what is kept there."""

    async def keep_words(self, kind: DraftKind, command: Command) -> tuple[Session, str]:
        """Keep the words of a command. Returns the session after it, and the id of its record."""

    async def speak(self, *, easy: bool, told: Callable[[], str]) -> None:
        """Use easy words or not from here on, say so, and tell the stage once more."""


class SpeakerStage(SlashStage, Protocol):
    """A stage of a facilitator, or of a seat."""

    @property
    def conversation(self) -> SpeakerRole:
        """The conversation that it is a stage of."""


async def slash_said(stage: SpeakerStage, _words: str) -> None:
    """List the responses of the turn."""
    session = stage.conversation.session
    if session.turn is None or not session.said(session.turn):
        raise Refusal("Nothing has been said on this turn yet.")
    render.all_said(stage.out, session, session.turn)


async def slash_card(stage: SpeakerStage, words: str) -> None:
    """Put a card of the group's own on the table: a title, a bar, its text."""
    if not words.strip():
        raise Refusal("Say what stands on it, such as: /card The keys | Nobody knows who has them.")
    title, _bar, text = (part.strip() for part in words.partition("|"))
    seat, _shoes = stage.conversation.author
    await keep(stage, "wild", PlaceCard(title, text, seat=seat))


async def slash_easy(stage: SpeakerStage, _words: str) -> None:
    """Turn easy words on or off."""
    easy = not stage.conversation.speech.easy
    await stage.conversation.speak(easy=easy, told=lambda: easy_told(easy=easy))


async def slash_help(stage: SpeakerStage, words: str) -> None:
    """What can be typed here, one command a line."""
    names, hosted = {"export": export_words}, stage.conversation.hosted
    tell_help(stage.out, words, stage.scope, stage.conversation.role, hosted=hosted, names=names)


def export_words() -> dict[str, str]:
    """What the help of /export names: the formats there are, and what each is."""
    from wshoes_tui.sessions.session_library import export_formats

    formats = export_formats()
    told = "; ".join(f"{form.name}, {_(form.label)}" for form in formats.values())
    return {"formats": ", ".join(formats), "told": told}


async def keep(stage: SpeakerStage, kind: DraftKind, command: Command) -> None:
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


async def keep_lightbulb(stage: SpeakerStage, words: str) -> None:
    """Keep a lightbulb, at the response whose number stands in front of it.

    Raises:
        Refusal: there is no such response, or it cannot be kept.
    """
    session, given = stage.conversation.session, read_lightbulb(words)
    said = session.said(session.turn) if session.turn is not None else ()
    response = numbered(said, given.response, NO_SUCH).id if given.response else None
    bulb = AddLightbulb(given.now_see, given.used_to_think, response, *stage.conversation.author)
    await keep(stage, "lightbulb", bulb)


async def keep_topic(stage: SpeakerStage, words: str) -> None:
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
