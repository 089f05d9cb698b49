"""What a seat at a screen of its own is shown and asked, place by place along the session."""

from __future__ import annotations

from typing import Protocol

from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow import labels
from wshoes_tui.flow.blocks import (
    AskedNumberBlock,
    Block,
    Blocks,
    LightbulbBlock,
    QuestionBlock,
    TextBlock,
)
from wshoes_tui.flow.closing_flow import pledge_blocks
from wshoes_tui.flow.questions import (
    A_NUMBER,
    CLOSED,
    CLOSING_ROUND,
    NOTHING,
    OUR_PLEDGES,
    TOGETHER,
    TYPE_WORDS,
    Place,
    Question,
    closing_question,
)
from wshoes_tui.locale import _


class SeatView(Protocol):
    """What is known of a session at one seat."""

    @property
    def session(self) -> Session:
        """The session as this seat may see it."""

    @property
    def place(self) -> Place:
        """Where the session stands for this seat."""

    @property
    def asked(self) -> Question:
        """What this seat is asked."""

    @property
    def progress(self) -> tuple[int, int]:
        """Which question of the opening or the closing this is, from 1, and of how many."""

    @property
    def written(self) -> tuple[int, int]:
        """How many have handed in what they wrote, and how many write."""

    def words_for(self, asked: Question) -> str:
        """The words that wait for what is asked."""


def seat_blocks(view: SeatView) -> Blocks:
    """What stands at a place: first what happens there, then what there is to read.

    The card of a turn, and in whose shoes it is played, are for the front end to show.
    """
    session = view.session
    match view.place:
        case "waiting":
            yield TextBlock("Notice", _("You are in. It begins when everybody is here."))
            names = ", ".join(one_line(seat.label) for seat in session.present)
            yield TextBlock("Seat", _("Here now: {names}", names=names))
        case "paused":
            told = _("A pause. Take the time you need. All that was said is saved.")
            yield TextBlock("Pause", told)
        case "opening":
            yield TextBlock("Step", _(TOGETHER))
            yield from agreement_blocks(session)
        case "closing":
            ready = view.asked == NOTHING
            yield TextBlock("Step", _(CLOSING_ROUND), all_answered() if ready else "")
            yield from _pledges(session)
        case "closed":
            yield TextBlock("Session", _("The session is closed. Thank you for being here."))
            for number, bulb in enumerate(session.lightbulbs, 1):
                yield LightbulbBlock(bulb, number)
            yield from _pledges(session)
        case "writing":
            told = _(
                "Everybody writes. Nobody sees it until all is revealed. You stand in the shoes "
                "that follow."
            )
            above = _("Everybody writes. Nobody sees it until all is revealed. You stand in")
            yield TextBlock("Write", told, above)
        case "written":
            done, people = view.written
            told = _(
                "Handed in, and hidden until all are revealed. {done} of {people} are ready.",
                done=done,
                people=people,
            )
            yield TextBlock("Write", told)


def _pledges(session: Session) -> Blocks:
    if session.pledges:
        yield TextBlock("Notice", "", "\n" + _(OUR_PLEDGES))
    yield from pledge_blocks(session)


def agreement_blocks(session: Session, known: tuple[str, ...] = ()) -> Blocks:
    """The agreements, but for those that are known."""
    for number, one in enumerate(session.header.agreements, 1):
        if one not in known:
            agreed = one_line(labels.agreement(one))
            yield TextBlock("Agreement", f"{number}, {agreed}", f"· {agreed}")


def all_answered() -> str:
    """What is said when the questions of the closing round have all been answered."""
    return _("Thank you. The facilitator closes the session when all are ready.")


def asked_number(view: SeatView, asked: Question) -> Block | None:
    """Whose life the number is about that is asked for; None where no number is."""
    shoes = _shoes(view.session, asked)
    if shoes is None:
        return None
    number, count = view.progress
    return AskedNumberBlock(shoes, number, count, view.words_for(asked))


def _shoes(session: Session, asked: Question) -> Shoes | None:
    deck = session.deck(asked.deck) if asked.what == "number" else None
    return deck.pair(asked.pair) if deck is not None else None


def seat_question(view: SeatView, asked: Question, waits: str = "") -> QuestionBlock:
    """What may be typed at this place.

    Args:
        view: the seat.
        asked: what the field takes, which may be what was asked before the group went on.
        waits: words that wait in the field, where those are not to be seen.
    """
    place = view.place
    text = _waiting(place) if waits else ""
    text = text or _question(view, asked)
    hint, empty = _in_field(place, asked)
    label = ""
    if asked.what == "number":
        label = _number_question()
    elif asked.feedback is not None:
        label = closing_question(view.session, asked.feedback)
    return QuestionBlock(text, label, hint, empty)


def _number_question() -> str:
    return _("How well do you understand what life is like for them today? 0 to 10")


def _waiting(place: Place) -> str:
    if place not in ("writing", "talk", "closing"):
        return ""
    return _(
        "Words of yours wait: what you type comes after them. /save hands them in as they "
        "are, /drop lets them go."
    )


def _question(view: SeatView, asked: Question) -> str:
    match view.place:
        case "opening" | "closing" if asked.what == "number":
            return f"{_number_question()}. " + _("/skip leaves it out.")
        case "closing" if asked.feedback is not None:
            question = closing_question(view.session, asked.feedback)
            return f"{question} " + _("/skip leaves it out.")
        case "closing":
            return all_answered()
        case "opening" if asked == NOTHING:
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


def _in_field(place: Place, asked: Question) -> tuple[str, str]:
    """On a screen: what the empty field says, and what Enter in it says."""
    match place:
        case "written":
            return (
                _("handed in; type to write more"),
                _("Handed in. Type to write more, or wait for the others."),
            )
        case "paused":
            return _("a pause; what you type waits here"), _("A pause. Your words wait here.")
        case "closed":
            return _(CLOSED), _("The session is closed. Esc, then q: leave.")
        case _ if asked == NOTHING:
            told = _("Nothing is asked just now. Your words wait here.")
            return _("what you type waits here"), told
        case _ if asked.what in ("number", "feedback"):
            hint = _(A_NUMBER) if asked.what == "number" else _(TYPE_WORDS)
            return hint, _("Type your answer. Esc, then n: leave it out.")
        case _:
            return _(TYPE_WORDS), _("Type your words. Esc shows what else you can do.")
