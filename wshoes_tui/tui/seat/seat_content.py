"""What a seat shows: sitting -> content. No widget, no state."""

from __future__ import annotations

from textual.content import Content

from wshoes_tui.domain.models import Session
from wshoes_tui.flow import labels
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.questions import NOTHING, Place, Question, closing_question
from wshoes_tui.hub.seat_session import SeatSession
from wshoes_tui.locale import N_, _, many
from wshoes_tui.locale.phrases import by_day
from wshoes_tui.tui.content import (
    day,
    joined_content,
    mark,
    one_line_content,
    safe_content,
    stacked_content,
    you_are,
)
from wshoes_tui.tui.screens import turn_content

ON_A_CARD: tuple[Place, ...] = ("writing", "written", "talk")

MOVED_ON = N_(
    "The group has moved on. Enter hands these words in for the card before; "
    "Esc, then w, keeps them for later."
)
"""What is said where the group goes on while somebody writes a sentence."""


def can_do(action: Action, seat_session: SeatSession) -> bool:
    """Whether an action does anything at this seat now."""
    match action.name:
        case "go_on" | "back_one":
            return seat_session.place in ("opening", "closing")
        case "pass":
            return seat_session.place == "writing" or (
                seat_session.place == "talk" and seat_session.is_mine
            )
        case "said" | "prompt" | "shoes":
            return seat_session.place in ON_A_CARD
        case "hand" | "lightbulb" | "pledge" | "park" | "own" | "take_back":
            return seat_session.place != "closed"
        case "late":
            return bool(seat_session.late)
        case _:
            return True


def where(seat_session: SeatSession) -> str:
    """Where the session stands, for the top line."""
    session = seat_session.session
    match seat_session.place:
        case "opening":
            return _("Opening")
        case "closing":
            return _("Closing round")
        case "paused":
            return _("Pause")
        case "writing" | "written" | "talk" if session.turn is not None:
            return turn_content.where(session, session.turn)
        case _:
            return "wshoes"


def who(seat_session: SeatSession) -> Content:
    """What happens here just now."""
    session, turn = seat_session.session, seat_session.session.turn
    match seat_session.place:
        case "waiting":
            told = _("You are in. It begins when everybody is here.")
        case "paused":
            told = _("A pause. Take the time you need. All that was said is saved.")
        case "opening":
            told = _("How we want to be together")
        case "closing" if seat_session.asked == NOTHING:
            told = _("Thank you. The facilitator closes the session when all are ready.")
        case "closing":
            told = ""
        case "closed":
            told = _("The session is closed. Thank you for being here.")
        case "writing":
            told = _("Everybody writes. Nobody sees it until all is revealed. You stand in")
        case "written":
            told = written(seat_session)
        case _ if turn is None:
            told = ""
        case _ if seat_session.is_mine and not session.is_named:
            told = _("It is your turn.")  # what is said in these shoes may be others' words
        case _ if seat_session.is_mine:
            told = _("It is your turn. You stand in the shoes of")
        case _:
            return turn_content.who(session, turn)
    return one_line_content(told)


def written(seat_session: SeatSession) -> str:
    """That one's own page is handed in, and how many are ready."""
    done, people = seat_session.written
    return _(
        "Handed in, and hidden until all are revealed. {done} of {people} are ready.",
        done=done,
        people=people,
    )


def shoes(seat_session: SeatSession, *, easy: bool) -> tuple[Content, Content]:
    """The shoes that matter most now, and what it is like to stand in them."""
    session, turn = seat_session.session, seat_session.session.turn
    if turn is None or seat_session.place not in ("writing", "talk"):
        return Content(), Content()
    own = seat_session.place == "writing" or seat_session.is_mine
    worn = session.shoes_of(turn, seat_session.shoes if own else None)
    name = joined_content(mark(worn), " ", one_line_content(worn.name.upper(), "bold"))
    return name, safe_content(you_are(worn, easy=easy))


def below_the_card(seat_session: SeatSession) -> Content:
    """What stands where no card is: who is here, the agreements, what came of the session."""
    session = seat_session.session
    match seat_session.place:
        case "waiting":
            return one_line_content(
                _("Here now: {names}", names=", ".join(s.label for s in session.present))
            )
        case "opening":
            return stacked_content(
                [safe_content(f"· {labels.agreement(one)}") for one in session.header.agreements]
            )
        case "closing":
            return _kept(session, lightbulbs=False)
        case "closed":
            return _kept(session, lightbulbs=True)
        case _:
            return Content()


def _kept(session: Session, *, lightbulbs: bool) -> Content:
    rows: list[Content] = []
    if lightbulbs:
        for bulb in session.lightbulbs:
            halves = (bulb.used_to_think, bulb.now_see)
            rows.append(
                one_line_content("· " + " -> ".join(half for half in halves if half.strip()))
            )
    if session.pledges:
        rows += [Content(), Content(_("Our pledges, read back"))]
    for pledge in session.pledges:
        when = by_day(day(pledge.by_when)) if pledge.by_when else ""
        about = ", ".join(part for part in (pledge.owner, when) if part)
        rows.append(one_line_content(f"· {pledge.text}" + (f" ({about})" if about else "")))
    return stacked_content(rows)


def question(seat_session: SeatSession, asked: Question, prompt: int, width: int) -> Content:
    """The question above the field."""
    session, turn = seat_session.session, seat_session.session.turn
    if asked.what == "number":
        number, count = seat_session.progress
        deck = session.deck(asked.deck)
        pair = deck.pair(asked.pair) if deck else None
        name = joined_content(mark(pair), " ", one_line_content(pair.name)) if pair else Content()
        told = _("How well do you understand what life is like for them today? 0 to 10")
        return joined_content(
            name, "\n", one_line_content(told), Content.styled(f"  {number}/{count}", "dim")
        )
    if asked.feedback is not None:
        return one_line_content(closing_question(session, asked.feedback), "bold")
    if turn is None or asked.what == "nothing":
        return Content()
    card = session.card_of(turn)
    return turn_content.prompt_at(prompt, card, width)


def speaker(seat_session: SeatSession) -> Content:
    """In whose shoes somebody talks whose turn it is not."""
    session, turn = seat_session.session, seat_session.session.turn
    if seat_session.place != "talk" or turn is None or seat_session.is_mine:
        return Content()
    worn = session.shoes_of(turn, seat_session.shoes)
    return joined_content(
        one_line_content(_("You stand in"), "dim"),
        " ",
        mark(worn),
        " ",
        one_line_content(worn.name),
    )


def earlier(seat_session: SeatSession, asked: Question) -> Content:
    """That the field still holds words for a turn the group has left."""
    session = seat_session.session
    turn = next((one for one in session.turns if one.id == asked.turn), None)
    if turn is None:
        return Content()
    card = session.card_of(turn).title
    return one_line_content(
        _("Your words for turn {turn}: {card}", turn=turn.number, card=card), "bold"
    )


def hint(seat_session: SeatSession, asked: Question) -> str:
    """What the empty field says."""
    match seat_session.place:
        case "written":
            return _("handed in; type to write more")
        case "paused":
            return _("a pause; what you type waits here")
        case "closed":
            return _("the session is closed")
        case _ if asked == NOTHING:
            return _("what you type waits here")
        case _ if asked.what == "number":
            return _("a number from 0 to 10")
        case _:
            return _("type your words")


def what_next(seat_session: SeatSession, asked: Question) -> str:
    """What Enter says where there is nothing to hand in."""
    match seat_session.place:
        case "written":
            return _("Handed in. Type to write more, or wait for the others.")
        case "paused":
            return _("A pause. Your words wait here.")
        case "closed":
            return _("The session is closed. Esc, then q: leave.")
        case _ if asked == NOTHING:
            return _("Nothing is asked just now. Your words wait here.")
        case _ if asked.what in ("number", "feedback"):
            return _("Type your answer. Esc, then n: leave it out.")
        case _:
            return _("Type your words. Esc shows what else you can do.")


def state(seat_session: SeatSession, in_field: str = "") -> str:
    """What else somebody should know, for the top line: a hand that is up, words that wait.

    Args:
        seat_session: the seat.
        in_field: the turn whose words stand in the field: those do not wait elsewhere.
    """
    parts = []
    if seat_session.participant.hand:
        parts.append(_("hand up"))
    count = sum(draft.turn != in_field for draft in seat_session.late)
    if count:
        parts.append(many("{count} kept for later", "{count} kept for later", count))
    return ", ".join(parts)


def own_key(seat_session: SeatSession) -> str:
    """The key with which one comes back."""
    return labels.own_key(seat_session.participant.key)
