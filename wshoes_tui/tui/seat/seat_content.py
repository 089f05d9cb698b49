"""What a seat shows on a screen: seat session -> content. No widget, no state."""

from __future__ import annotations

from textual.content import Content

from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.questions import CLOSING_ROUND, HAND_UP, OPENING, PAUSE, Place, Question
from wshoes_tui.flow.seat_flow import asked_number, seat_blocks, seat_question
from wshoes_tui.hub.seat_session import SeatSession
from wshoes_tui.locale import N_, _, many
from wshoes_tui.tui.block_content import block_content, stacked_blocks
from wshoes_tui.tui.content import (
    joined_content,
    mark,
    one_line_content,
    safe_content,
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
            return _(OPENING)
        case "closing":
            return _(CLOSING_ROUND)
        case "paused":
            return _(PAUSE)
        case "writing" | "written" | "talk" if session.turn is not None:
            return turn_content.where(session, session.turn)
        case _:
            return "wshoes"


def who(seat_session: SeatSession) -> Content:
    """What happens here just now."""
    session, turn = seat_session.session, seat_session.session.turn
    if lead := next(seat_blocks(seat_session), None):
        return block_content(lead)
    if turn is None:
        return Content()
    if not seat_session.is_mine:
        return turn_content.who(session, turn)
    if not session.is_named:
        return Content(_("It is your turn."))  # what is said in these shoes may be others' words
    return Content(_("It is your turn. You stand in the shoes of"))


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
    return stacked_blocks(list(seat_blocks(seat_session))[1:])


def question(seat_session: SeatSession, asked: Question, prompt: int, width: int) -> Content:
    """The question above the field."""
    session, turn = seat_session.session, seat_session.session.turn
    label = seat_question(seat_session, asked).label
    shoes = asked_number(seat_session, asked)
    if asked.what == "number":
        number, count = seat_session.progress
        name = block_content(shoes) if shoes is not None else Content()
        which = Content.styled(f"  {number}/{count}", "dim")
        return joined_content(name, "\n", one_line_content(label), which)
    if label:
        return one_line_content(label, "bold")
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
    return one_line_content(words_for_turn(turn.number, session.card_of(turn).title), "bold")


def words_for_turn(number: int, card: str) -> str:
    """What stands above words for a turn that is over."""
    return _("Your words for turn {turn}: {card}", turn=number, card=card)


def state(seat_session: SeatSession, in_field: str = "") -> str:
    """What else somebody should know, for the top line: a hand that is up, words that wait.

    Args:
        seat_session: the seat.
        in_field: the turn whose words stand in the field: those do not wait elsewhere.
    """
    parts = []
    if seat_session.participant.hand:
        parts.append(_(HAND_UP))
    count = sum(draft.turn != in_field for draft in seat_session.late)
    if count:
        parts.append(many("{count} kept for later", "{count} kept for later", count))
    return ", ".join(parts)
