"""Renderer of a seat in line mode: a seat session in, lines out. No state."""

from __future__ import annotations

from wshoes_tui.domain.models import Turn
from wshoes_tui.flow import labels
from wshoes_tui.flow.action_handlers import hand_told
from wshoes_tui.flow.seat_flow import agreement_blocks, asked_number, seat_blocks
from wshoes_tui.hub.seat_session import SeatSession
from wshoes_tui.lines import render
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.locale import _, many


def own_seat(out: LineWriter, seat_session: SeatSession) -> None:
    """Which seat it is, and the key to come back with."""
    out.say("Seat", render.seat_line(seat_session.seat))
    own_key(out, seat_session)


def own_key(out: LineWriter, seat_session: SeatSession) -> None:
    """The key to come back with, and what it is for."""
    out.say("Seat", labels.own_key(seat_session.participant.key))


def tell_place(out: LineWriter, seat_session: SeatSession) -> None:
    """What stands at the place of the session: who is here, the agreements, the pledges ..."""
    render.say_blocks(out, seat_blocks(seat_session))


def agreements(out: LineWriter, seat_session: SeatSession, known: tuple[str, ...]) -> None:
    """The agreements with their numbers, but for those that are known."""
    render.say_blocks(out, agreement_blocks(seat_session.session, known))


def turn(out: LineWriter, seat_session: SeatSession, prompt: int, *, easy: bool) -> None:
    """The open turn: whose, in which shoes, the card, one prompt."""
    session, open_turn = seat_session.session, seat_session.session.turn
    if open_turn is None:
        return
    whose(out, seat_session, open_turn)
    first = next((other for other in session.turns if other.id == open_turn.swap_of), None)
    if first is not None:
        render.all_said(out, session, first)
    if open_turn.phase == "talk":
        render.shoes(out, session.shoes_of(open_turn), easy=easy)
    render.card(out, session.card_of(open_turn), easy=easy)
    render.prompt(out, session, open_turn, prompt)


def whose(out: LineWriter, seat_session: SeatSession, open_turn: Turn) -> None:
    """The number of the turn, and whose it is."""
    told = render.turn_line(seat_session.session, open_turn)
    out.say("Turn", _("{turn}. It is your turn.", turn=told) if seat_session.is_mine else told)


def speaker(out: LineWriter, seat_session: SeatSession) -> None:
    """In whose shoes somebody talks whose turn it is not."""
    session, open_turn = seat_session.session, seat_session.session.turn
    if open_turn is not None and not seat_session.is_mine:
        name = render.shoes_name(session.shoes_of(open_turn, seat_session.shoes))
        out.say("Shoes", _("When you speak, you stand in: {shoes}", shoes=name))


def writing(out: LineWriter, seat_session: SeatSession, *, easy: bool) -> None:
    """That everybody writes, and in which shoes oneself."""
    session, open_turn = seat_session.session, seat_session.session.turn
    if open_turn is not None:
        tell_place(out, seat_session)
        render.shoes(out, session.shoes_of(open_turn, seat_session.shoes), easy=easy)


def number_asked(out: LineWriter, seat_session: SeatSession) -> None:
    """Whose life the number is about that is asked for."""
    asked = asked_number(seat_session, seat_session.asked)
    if asked is not None:
        render.say_blocks(out, (asked,))


def more(out: LineWriter, seat_session: SeatSession) -> None:
    """What else somebody should know when they ask: a hand that is up, words that wait."""
    if seat_session.participant.hand:
        out.say("Notice", hand_told(up=True))
    if seat_session.late:
        told = many(
            "You have words for {count} card that is over. /late says them.",
            "You have words for {count} cards that are over. /late says them.",
            len(seat_session.late),
        )
        out.say("Notice", told)
