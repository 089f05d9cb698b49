"""What stands at a seat, in plain lines. No state: a sitting in, lines out."""

from __future__ import annotations

from dataclasses import replace

from wshoes_tui.domain.models import Session, Turn
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow import labels
from wshoes_tui.flow.questions import NOTHING, closing_question
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


def waiting(out: LineWriter, seat_session: SeatSession) -> None:
    """It has not begun, and who is here."""
    out.say("Notice", _("You are in. It begins when everybody is here."))
    names = ", ".join(one_line(seat.label) for seat in seat_session.session.present)
    out.say("Seat", _("Here now: {names}", names=names))


def pause(out: LineWriter) -> None:
    """A pause."""
    out.say("Pause", _("A pause. Take the time you need. All that was said is saved."))


def opening(out: LineWriter, seat_session: SeatSession) -> None:
    """The agreements."""
    out.say("Step", _("How we want to be together"))
    agreements(out, seat_session.session.header.agreements)


def agreements(out: LineWriter, agreed: tuple[str, ...], known: tuple[str, ...] = ()) -> None:
    """The agreements with their numbers, but for those that are known."""
    for number, one in enumerate(agreed, 1):
        if one not in known:
            out.say("Agreement", f"{number}, {one_line(labels.agreement(one))}")


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
        out.say("Write", _("Everybody writes. Nobody sees it until all is revealed. You stand in"))
        render.shoes(out, session.shoes_of(open_turn, seat_session.shoes), easy=easy)


def written(out: LineWriter, seat_session: SeatSession) -> None:
    """That one's own page is handed in, and how many are ready."""
    done, people = seat_session.written
    told = _(
        "Handed in, and hidden until all are revealed. {done} of {people} are ready.",
        done=done,
        people=people,
    )
    out.say("Write", told)


def closing(out: LineWriter, seat_session: SeatSession) -> None:
    """The pledges, read back."""
    out.say("Step", _("Closing round"))
    pledges(out, seat_session.session)


def closed(out: LineWriter, seat_session: SeatSession) -> None:
    """What came of the session."""
    session = seat_session.session
    out.say("Session", _("The session is closed. Thank you for being here."))
    for number, bulb in enumerate(session.lightbulbs, 1):
        # Without its turn and shoes: who stood in which is for the room to say, not for this.
        out.say("Lightbulb", render.lightbulb_line(session, replace(bulb, turn=None), number))
    pledges(out, session)


def pledges(out: LineWriter, session: Session) -> None:
    """The pledges."""
    for number, pledge in enumerate(session.pledges, 1):
        out.say("Pledge", render.pledge_line(pledge, number))


def number_asked(out: LineWriter, seat_session: SeatSession) -> None:
    """Whose life the number is about that is asked for."""
    asked = seat_session.asked
    deck = seat_session.session.deck(asked.deck) if asked.what == "number" else None
    pair = deck.pair(asked.pair) if deck is not None else None
    if pair is None:
        return
    at, count = seat_session.progress
    told = _("{number} of {count}", number=at, count=count) + f", {render.shoes_name(pair)}"
    given = seat_session.words_for(asked)
    out.say("Number", f"{told}: {given}" if given else told)


def more(out: LineWriter, seat_session: SeatSession) -> None:
    """What else somebody should know when they ask: a hand that is up, words that wait."""
    if seat_session.participant.hand:
        out.say("Notice", _("Your hand is up. The facilitator sees it."))
    if seat_session.late:
        told = many(
            "You have words for {count} card that is over. /late says them.",
            "You have words for {count} cards that are over. /late says them.",
            len(seat_session.late),
        )
        out.say("Notice", told)


def question(seat_session: SeatSession, waits: str) -> str:
    """What may be typed now. ``waits`` are words that wait in the field."""
    if waits and seat_session.place in ("writing", "talk", "closing"):
        return _(
            "Words of yours wait: what you type comes after them. /save hands them in as they "
            "are, /drop lets them go."
        )
    match seat_session.place:
        case "opening" | "closing" if seat_session.asked.what == "number":
            asked = _("How well do you understand what life is like for them today? 0 to 10")
            return f"{asked}. " + _("/skip leaves it out.")
        case "closing" if seat_session.asked.feedback is not None:
            question = closing_question(seat_session.session, seat_session.asked.feedback)
            return f"{question} " + _("/skip leaves it out.")
        case "closing":
            return _("Thank you. The facilitator closes the session when all are ready.")
        case "opening" if seat_session.asked == NOTHING:
            return _("Thank you. The first card comes by itself.")
        case "writing":
            return _("Write one line. It stays hidden until all is revealed. /pass leaves it out.")
        case "written":
            return _("Wait for the others. What you type now is added to yours. /undo opens it.")
        case "talk":
            return _("Listen, or type what you say. /help says what else there is.")
        case "paused":
            return _("Rest. It goes on by itself.")
        case "closed":
            return _("/leave ends.")
        case _:
            return _("Wait here: it goes on by itself. /help says what can be typed.")
