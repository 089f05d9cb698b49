"""What slash commands of facilitator and seat share: words -> commands, and what is told."""

from __future__ import annotations

from wshoes_tui.domain.commands import AddLightbulb, AddPledge, Command, ParkTopic, PlaceCard
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.engine import NO_TURN, open_turn
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.labels import SIDE_WORDS
from wshoes_tui.flow.session_labels import pledge_told
from wshoes_tui.flow.turn_flow import said_blocks
from wshoes_tui.lines import render
from wshoes_tui.lines.argument_parser import numbered, read_lightbulb
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.lines.stages.turn_stage import NO_SUCH
from wshoes_tui.locale import N_, _

NO_WORDS = N_("No words are waiting.")
DROPPED = N_("the words that waited are gone")


def read_lightbulb_command(
    session: Session, words: str, seat: str | None = None, shoes: str | None = None
) -> AddLightbulb:
    """The lightbulb that was typed, at the response whose number stands in front of it.

    Raises:
        Refusal: there is no such response.
    """
    given = read_lightbulb(words)
    said = session.said(session.turn) if session.turn is not None else ()
    response = numbered(said, given.response, NO_SUCH).id if given.response else None
    return AddLightbulb(given.now_see, given.used_to_think, response, seat, shoes)


def read_card_command(words: str, seat: str | None = None) -> PlaceCard:
    """The own card that was typed: its title, a bar, its text."""
    title, _bar, text = (part.strip() for part in words.partition("|"))
    return PlaceCard(title, text, seat=seat)


def tell_kept(out: LineWriter, session: Session, command: Command, record_id: str = "") -> None:
    """That the words of a command are kept. ``record_id`` is the pledge that came of it."""
    match command:
        case AddLightbulb():
            out.say("Saved", _("lightbulb {number}", number=len(session.lightbulbs)))
        case AddPledge():
            tell_pledge(out, session, record_id)
        case ParkTopic():
            out.say("Saved", _("it is in the car park"))
        case PlaceCard():
            out.say("Saved", _("your card is on the table, it is the next one"))


def tell_pledge(out: LineWriter, session: Session, pledge_id: str) -> None:
    """That a pledge is kept, with its number, and what it is now."""
    for number, kept in enumerate(session.pledges, 1):
        if kept.id == pledge_id:
            out.say("Saved", pledge_told(number))
            out.say("Pledge", render.pledge_line(kept, number))


def tell_said(out: LineWriter, session: Session) -> None:
    """The responses of the turn, with their numbers.

    Raises:
        Refusal: there are none.
    """
    if session.turn is None or not session.said(session.turn):
        raise Refusal("Nothing has been said on this turn yet.")
    render.say_blocks(out, said_blocks(session, session.turn))


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
