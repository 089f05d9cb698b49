"""Stages of a seat at a screen of its own: what it is shown and asked all along the session."""

from __future__ import annotations

from wshoes_tui.domain.models import Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow import labels
from wshoes_tui.flow.action_handlers import hand_told
from wshoes_tui.flow.blocks import (
    AskedNumberBlock,
    Block,
    Blocks,
    LightbulbBlock,
    QuestionBlock,
    TextBlock,
)
from wshoes_tui.flow.closing_flow import pledge_blocks
from wshoes_tui.flow.hiring_flow import A_PIECE_OF_EVIDENCE, evidence_on, how_to_write
from wshoes_tui.flow.promises import consent_sentences
from wshoes_tui.flow.questions import (
    A_NUMBER,
    CLOSED,
    CLOSING_ROUND,
    HAND_UP,
    NOTHING,
    OPENING,
    OUR_PLEDGES,
    PAUSE,
    TOGETHER,
    TYPE_WORDS,
    Place,
    Question,
    closing_question,
)
from wshoes_tui.flow.session_labels import response_told
from wshoes_tui.flow.turn_flow import SeatView, TurnFlow, prompt_block, said_blocks, where_told
from wshoes_tui.locale import N_, _, many

ON_A_CARD: tuple[Place, ...] = ("writing", "written", "talk")
MOVED_ON_IN_FIELD = N_(
    "The group has moved on. Enter hands these words in for the card before; "
    "Esc, then w, keeps them for later."
)
"""What is said where the group goes on while somebody writes a sentence."""


def seat_blocks(view: SeatView, prompt: int = 0, newest: int | None = None) -> Blocks:
    """What stands at a place: first what happens there, then what there is to read.

    Args:
        view: the seat.
        prompt: the prompt of the card that this seat looks at, from 0 on.
        newest: of what was said on the turn, only so many of the newest responses.
    """
    session = view.session
    match view.place:
        case "waiting":
            yield TextBlock("Notice", _("You are in. It begins when everybody is here."))
            names = ", ".join(one_line(seat.label) for seat in session.present)
            yield TextBlock("Seat", _("Here now: {names}", names=names))
            yield from _translated_in_part(session)
            yield from _changed_card(view)
        case "paused" if session.header.paused_at is None:
            yield TextBlock("Pause", _("The panel writes what it heard. Take the time you need."))
        case "paused":
            told = _("A pause. Take the time you need. All that was said is saved.")
            yield TextBlock("Pause", told)
        case "opening":
            yield TextBlock("Step", _(TOGETHER))
            yield from _translated_in_part(session)
            yield from agreement_blocks(session)
            yield from _changed_card(view)
        case "closing":
            ready = view.asked == NOTHING
            yield TextBlock("Step", _(CLOSING_ROUND), all_answered() if ready else "")
            yield from _pledges(session)
        case "closed":
            yield TextBlock("Session", _("The session is closed. Thank you for being here."))
            for number, bulb in enumerate(session.lightbulbs, 1):
                yield LightbulbBlock(bulb, number)
            yield from _pledges(session)
        case _ if session.turn is not None:
            yield from _turn_blocks(view, prompt, newest)


def _turn_blocks(view: SeatView, prompt: int, newest: int | None) -> Blocks:
    session, flow = view.session, TurnFlow(lambda: view.session, view)
    yield from flow.card_blocks(prompt)
    yield from said_blocks(session, flow.turn, newest)
    yield from evidence_on(session, flow.turn)
    if view.place == "writing" and session.is_for_hiring:
        told = _("What did you hear? Nobody sees it until all is revealed.")
        yield TextBlock("Write", f"{told} {how_to_write(session, flow.turn)}".rstrip())
    elif view.place == "writing":
        told = _(
            "Everybody writes. Nobody sees it until all is revealed. You stand in the shoes that "
            "follow."
        )
        above = _("Everybody writes. Nobody sees it until all is revealed. You stand in")
        yield TextBlock("Write", told, above)
        yield flow.shoes_block()
    elif view.place == "written":
        done, people = view.written
        told = _(
            "Handed in, and hidden until all are revealed. {done} of {people} are ready.",
            done=done,
            people=people,
        )
        yield TextBlock("Write", told)
    yield from flow.speaker_blocks()


def _translated_in_part(session: Session) -> Blocks:
    """How much of the decks there is in the language of this seat."""
    if told := labels.decks_told(session):
        yield TextBlock("Notice", told)


def _changed_card(view: SeatView) -> Blocks:
    """The consent card, where it is another one than they agreed to."""
    if view.card_has_changed:
        yield TextBlock("Consent", _(labels.READ_AGAIN), "\n" + _(labels.READ_AGAIN))
        for sentence in consent_sentences(view.session, easy=view.speech.easy, apart=True):
            yield TextBlock("Consent", sentence)


def _pledges(session: Session) -> Blocks:
    if session.pledges:
        yield TextBlock("Notice", "", "\n" + _(OUR_PLEDGES))
    yield from pledge_blocks(session)


def agreement_blocks(session: Session) -> Blocks:
    """The agreements."""
    for number, one in enumerate(session.header.agreements, 1):
        agreed = one_line(labels.agreement(one))
        yield TextBlock("Agreement", f"{number}, {agreed}", f"· {agreed}")


def all_answered() -> str:
    """What is said when the questions of the closing round have all been answered."""
    return _("Thank you. The facilitator closes the session when all are ready.")


def asked_number(view: SeatView, asked: Question) -> AskedNumberBlock | None:
    """Whose life the number is about that is asked for; None where no number is."""
    deck = view.session.deck(asked.deck) if asked.what == "number" else None
    shoes = deck.pair(asked.pair) if deck is not None else None
    if shoes is None:
        return None
    number, count = view.progress
    return AskedNumberBlock(shoes, number, count, view.words_for(asked), _number_question())


def asked_block(view: SeatView, asked: Question, prompt: int) -> Block | None:
    """What a screen shows above the field: a question of the session, or a prompt of the card."""
    turn = view.session.turn
    if asked.what in ("number", "feedback"):
        return asked_number(view, asked) or seat_question(view, asked)
    if turn is None or asked == NOTHING:
        return None
    return prompt_block(view.session, turn, prompt)


def seat_where(view: SeatView) -> str:
    """Where the session stands, for the top line of a screen."""
    match view.place:
        case "opening":
            return _(OPENING)
        case "closing":
            return _(CLOSING_ROUND)
        case "paused":
            return _(PAUSE)
        case "writing" | "written" | "talk" if view.session.turn is not None:
            return where_told(view.session)
        case _:
            return "wshoes"


def state_blocks(seat: SeatView, in_field: str = "") -> Blocks:
    """What else somebody should know: a hand that is up, words that wait.

    Args:
        seat: the seat.
        in_field: the turn whose words stand in the field: those do not wait elsewhere.
    """
    if seat.participant.hand:
        yield TextBlock("Notice", hand_told(up=True), _(HAND_UP))
    if count := sum(draft.turn != in_field for draft in seat.late):
        told = many(
            "You have words for {count} card that is over. /late says them.",
            "You have words for {count} cards that are over. /late says them.",
            count,
        )
        screen = many("{count} kept for later", "{count} kept for later", count)
        yield TextBlock("Notice", told, screen)


def saved_block(view: SeatView, asked: Question, response: str = "") -> TextBlock:
    """What is said once an answer is kept.

    Args:
        view: the seat.
        asked: what was answered.
        response: the id of the response that the words have become, if they have.
    """
    match asked.what:
        case "page":
            done, people = view.written
            told = _(
                "hidden until all are revealed. {done} of {people} are ready",
                done=done,
                people=people,
            )
            return TextBlock("Saved", told, _("Saved, and hidden until all are revealed."))
        case "words":
            turn = view.session.turn
            if view.session.is_of_panel(view.participant.seat):
                return TextBlock("Saved", _(A_PIECE_OF_EVIDENCE), _(labels.SAVED_MARK))
            said = view.session.said(turn) if turn is not None else ()
            for number, one in enumerate(said, 1):
                if one.id == response:
                    return TextBlock("Saved", response_told(number), _(labels.SAVED_MARK))
            told = _("your words, on the card they are for")
            return TextBlock("Saved", told, _("✓ saved, for the card before"))
        case "number":
            return TextBlock("Saved", view.words_for(asked), "")
        case _:
            return TextBlock("Saved", _("your answer"), "")


def seat_can(action: str, seat: SeatView) -> bool:
    """Whether the action of that name does anything at this seat now."""
    match action:
        case "go_on" | "back_one":
            return seat.place in ("opening", "closing")
        case "pass":
            return seat.place == "writing" or (seat.place == "talk" and seat.is_mine)
        case "said" | "prompt" | "shoes":
            return seat.place in ON_A_CARD
        case "hand" | "lightbulb" | "pledge" | "pledge_from" | "park" | "own" | "take_back":
            return seat.place != "closed"
        case "late":
            return bool(seat.late)
        case _:
            return True


def seat_question(view: SeatView, asked: Question, waits: str = "") -> QuestionBlock:
    """What may be typed at this place.

    Args:
        view: the seat.
        asked: what the field takes, which may be what was asked before the group went on.
        waits: words that wait in the field, where those are not to be seen.
    """
    place, label = view.place, ""
    if asked.what == "number":
        label = _number_question()
    elif asked.feedback is not None:
        label = closing_question(view.session, asked.feedback)
    hint, empty = _in_field(place, asked)
    if waits and place in ("writing", "talk", "closing"):
        text = _(
            "Words of yours wait: what you type comes after them. /save hands them in as they "
            "are, /drop lets them go."
        )
    elif place in ("opening", "closing") and label:
        stop = "." if asked.what == "number" else ""
        text = f"{label}{stop} " + _("/skip leaves it out.")
    elif place == "closing":
        text = all_answered()
    elif place == "opening" and asked == NOTHING:
        text = _("Thank you. The first card comes by itself.")
    else:
        text = _(TYPED_AT.get(place, WAIT_HERE))
    return QuestionBlock(text, label, hint, empty)


TYPED_AT: dict[Place, str] = {
    "writing": N_("Write one line. It stays hidden until all is revealed. /pass leaves it out."),
    "written": N_("Wait for the others. What you type now is added to yours. /undo opens it."),
    "talk": N_("Listen, or type what you say. /help says what else there is."),
    "paused": N_("Rest. It goes on by itself."),
    "closed": N_("/leave ends."),
}
"""What may be typed in plain lines, place by place; elsewhere ``WAIT_HERE``."""
WAIT_HERE = N_("Wait here: it goes on by itself. /help says what can be typed.")


def _number_question() -> str:
    return _("How well do you understand what life is like for them today? 0 to 10")


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
