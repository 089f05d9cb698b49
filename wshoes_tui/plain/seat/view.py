"""What stands at a seat, in plain lines. No state: a sitting in, lines out."""

from __future__ import annotations

from dataclasses import replace

from wshoes_tui.domain.models import Session, Turn
from wshoes_tui.domain.text import one_line
from wshoes_tui.locale import _, many
from wshoes_tui.plain import show
from wshoes_tui.plain.out import Out
from wshoes_tui.services import wording
from wshoes_tui.services.asked import NOTHING
from wshoes_tui.services.questions import closing_question
from wshoes_tui.services.sitting import Sitting


def own_seat(out: Out, sitting: Sitting) -> None:
    """Which seat it is, and the key to come back with."""
    out.say("Seat", show.seat_line(sitting.seat))
    own_key(out, sitting)


def own_key(out: Out, sitting: Sitting) -> None:
    """The key to come back with, and what it is for."""
    out.say("Seat", wording.own_key(sitting.member.key))


def waiting(out: Out, sitting: Sitting) -> None:
    """It has not begun, and who is here."""
    out.say("Notice", _("You are in. It begins when everybody is here."))
    names = ", ".join(one_line(seat.label) for seat in sitting.session.present)
    out.say("Seat", _("Here now: {names}", names=names))


def pause(out: Out) -> None:
    """A pause."""
    out.say("Pause", _("A pause. Take the time you need. All that was said is saved."))


def opening(out: Out, sitting: Sitting) -> None:
    """The agreements."""
    out.say("Step", _("How we want to be together"))
    agreements(out, sitting.session.header.agreements)


def agreements(out: Out, agreed: tuple[str, ...], known: tuple[str, ...] = ()) -> None:
    """The agreements with their numbers, but for those that are known."""
    for number, one in enumerate(agreed, 1):
        if one not in known:
            out.say("Agreement", f"{number}, {one_line(wording.agreement(one))}")


def turn(out: Out, sitting: Sitting, prompt: int, *, easy: bool) -> None:
    """The open turn: whose, in which shoes, the card, one prompt."""
    session, open_turn = sitting.session, sitting.session.turn
    if open_turn is None:
        return
    whose(out, sitting, open_turn)
    first = next((other for other in session.turns if other.id == open_turn.swap_of), None)
    if first is not None:
        show.all_said(out, session, first)
    if open_turn.phase == "talk":
        show.shoes(out, session.shoes_of(open_turn), easy=easy)
    show.card(out, session.card_of(open_turn), easy=easy)
    show.prompt(out, session, open_turn, prompt)


def whose(out: Out, sitting: Sitting, open_turn: Turn) -> None:
    """The number of the turn, and whose it is."""
    told = show.turn_line(sitting.session, open_turn)
    out.say("Turn", _("{turn}. It is your turn.", turn=told) if sitting.is_mine else told)


def speaker(out: Out, sitting: Sitting) -> None:
    """In whose shoes somebody talks whose turn it is not."""
    session, open_turn = sitting.session, sitting.session.turn
    if open_turn is not None and not sitting.is_mine:
        name = show.shoes_name(session.shoes_of(open_turn, sitting.shoes))
        out.say("Shoes", _("When you speak, you stand in: {shoes}", shoes=name))


def writing(out: Out, sitting: Sitting, *, easy: bool) -> None:
    """That everybody writes, and in which shoes oneself."""
    session, open_turn = sitting.session, sitting.session.turn
    if open_turn is not None:
        out.say("Write", _("Everybody writes. Nobody sees it until all is revealed. You stand in"))
        show.shoes(out, session.shoes_of(open_turn, sitting.shoes), easy=easy)


def written(out: Out, sitting: Sitting) -> None:
    """That one's own page is handed in, and how many are ready."""
    done, people = sitting.written
    told = _(
        "Handed in, and hidden until all are revealed. {done} of {people} are ready.",
        done=done,
        people=people,
    )
    out.say("Write", told)


def closing(out: Out, sitting: Sitting) -> None:
    """The pledges, read back."""
    out.say("Step", _("Closing round"))
    pledges(out, sitting.session)


def closed(out: Out, sitting: Sitting) -> None:
    """What came of the session."""
    session = sitting.session
    out.say("Session", _("The session is closed. Thank you for being here."))
    for number, bulb in enumerate(session.lightbulbs, 1):
        # Without its turn and shoes: who stood in which is for the room to say, not for this.
        out.say("Lightbulb", show.lightbulb_line(session, replace(bulb, turn=None), number))
    pledges(out, session)


def pledges(out: Out, session: Session) -> None:
    """The pledges."""
    for number, pledge in enumerate(session.pledges, 1):
        out.say("Pledge", show.pledge_line(pledge, number))


def number_asked(out: Out, sitting: Sitting) -> None:
    """Whose life the number is about that is asked for."""
    asked = sitting.asked
    deck = sitting.session.deck(asked.deck) if asked.what == "number" else None
    pair = deck.pair(asked.pair) if deck is not None else None
    if pair is None:
        return
    at, count = sitting.progress
    told = f"{_('{number} of {count}', number=at, count=count)}, {show.shoes_name(pair)}"
    given = sitting.words_for(asked)
    out.say("Number", f"{told}: {given}" if given else told)


def more(out: Out, sitting: Sitting) -> None:
    """What else somebody should know when they ask: a hand that is up, words that wait."""
    if sitting.member.hand:
        out.say("Notice", _("Your hand is up. The facilitator sees it."))
    if sitting.late:
        told = many(
            "You have words for {count} card that is over. /late says them.",
            "You have words for {count} cards that are over. /late says them.",
            len(sitting.late),
        )
        out.say("Notice", told)


def question(sitting: Sitting, waits: str) -> str:
    """What may be typed now. ``waits`` are words that wait in the field."""
    if waits and sitting.place in ("writing", "talk", "closing"):
        return _(
            "Words of yours wait: what you type comes after them. /save hands them in as they "
            "are, /drop lets them go."
        )
    match sitting.place:
        case "opening" | "closing" if sitting.asked.what == "number":
            asked = _("How well do you understand what life is like for them today? 0 to 10")
            return f"{asked}. {_('/skip leaves it out.')}"
        case "closing" if sitting.asked.feedback is not None:
            question = closing_question(sitting.session, sitting.asked.feedback)
            return f"{question} {_('/skip leaves it out.')}"
        case "closing":
            return _("Thank you. The facilitator closes the session when all are ready.")
        case "opening" if sitting.asked == NOTHING:
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
