"""Pace of an evening: turns for the time there is, elapsed time, and a word near the end.

Nothing here ends anything: it tells times to who looks, and a sentence when something else is
shown anyway. Time counts from the first card on, without pauses and without the time a session
lay closed. How long there is stands in the session's plan (``planned_minutes``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from wshoes_tui.domain.commands import Open, Plan
from wshoes_tui.domain.draw import possible_turns
from wshoes_tui.domain.handlers.setup_handler import changed_by, planned_turns
from wshoes_tui.domain.models import Session, Turn
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.domain.value import Refusal, replace
from wshoes_tui.flow.blocks import Blocks, Effects, TextBlock
from wshoes_tui.limits import CLOSING_MINUTES, LEAST_MINUTES, MOST_EVENING_MINUTES, MOST_TURNS
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import count_minutes

SOON_A_ROUND = 0.25
"""The part of a round for which cards are taken a little quicker, so that all have a turn."""
HOURS = r"(\d{1,2}) ?(?:h|hours?|awr|oriau|horas?|heures?) ?(\d{0,2}) ?(?:m[a-z]*)?"
MINUTES = r"(\d{1,3}) ?(?:m[a-z]*)?"


class EveningPace:
    """Times of a session, and which sentences about them were told already.

    Args:
        now: the clock by which the turns of the session began.
    """

    def __init__(self, now: Callable[[], datetime] = CLOCK.now) -> None:
        self._now = now
        self._told: set[str] = set()

    def word(self, session: Session) -> str:
        """A sentence near the end of the cards, each once; empty at all other times."""
        turn = session.turn
        if turn is None or turn.number < 2:
            return ""
        minutes = session.header.planned_minutes
        left = possible_turns(session, session.header.planned_turns) - turn.number
        kind, told = "", ""
        if minutes and (rest := self._rest(session)) <= 0:
            kind = "over"
            told = _("The time for cards is over. Finish this one in peace, then the closing.")
        elif minutes and left and rest <= 1.5 * _each(session):
            kind, told = "near", _("About one more card, then the closing.")
        elif left == 1:
            kind, told = "near", _("One more card after this one, then the closing.")
        if kind in self._told:
            return ""
        self._told |= {kind, "near"} if kind else set()
        return told

    def _rest(self, session: Session) -> float:
        """Minutes that are left for cards."""
        return for_cards(session.header.planned_minutes) - self._seconds(session) / 60

    def _seconds(self, session: Session) -> float:
        """How long all turns have taken, without pauses."""
        return sum(self._seconds_of(turn, session.header.paused_at) for turn in session.turns)

    def _seconds_of(self, turn: Turn, paused_at: datetime | None) -> float:
        """How long a turn has taken, without pauses; a pause stops the clock of the open one."""
        end = turn.ended or paused_at or self._now()
        return max(0.0, (end - turn.started).total_seconds() - turn.paused_seconds)

    def take(self, session: Session, text: str) -> Effects:
        """How long there is, as it was typed: before the first card the turns follow from it.

        Raises:
            Refusal: it is no time, or too short or too long.
        """
        minutes = read_minutes(text)
        turns = None
        if session.state in ("setup", "opening") and session.header.planned_turns:
            turns = proposed_turns(session, minutes)
        change = Plan(planned_minutes=minutes, planned_turns=turns)
        if changed_by(change, session.header):
            done = yield change
            session = done.session if done is not None else session
            self._told.clear()
        yield TextBlock("Plan", plan_told(session))

    def time_told(self, session: Session) -> str:
        """How long this card and all cards have taken, and what is left of the time there is."""
        turn, parts = session.turn, []
        if turn is not None:
            told = count_minutes(round(self._seconds_of(turn, session.header.paused_at) / 60))
            parts.append(_("This card: {time}.", time=told))
        if session.turns:
            told = count_minutes(round(self._seconds(session) / 60))
            parts.append(_("All cards: {time}.", time=told))
        if session.header.planned_minutes and session.turns:
            rest = self._rest(session)
            over = _("The time for cards is over; nothing ends by itself.")
            told = _("{time} left for cards.", time=count_minutes(max(1, round(rest))))
            parts.append(told if rest > 0 else over)
        return " ".join(parts) or _("The time begins with the first card.")


def _each(session: Session) -> float:
    """Minutes that are planned for a card."""
    return for_cards(session.header.planned_minutes) / max(1, session.header.planned_turns)


def timed_turns(session: Session) -> int:
    """The turns that are planned: those that somebody chose, else those there is time for."""
    minutes = session.header.planned_minutes
    if session.header.planned_turns or not minutes:
        return planned_turns(session)
    return proposed_turns(session, minutes)


def plan_told(session: Session) -> str:
    """How the time is used; empty where nobody has said how long there is."""
    minutes = session.header.planned_minutes
    if not minutes:
        return ""
    turns = timed_turns(session)
    if session.decks:
        turns = possible_turns(session, turns)
    told = _(
        "{time} from the first card on: {each} a card, and {closing} for the closing.",
        time=count_minutes(minutes),
        each=count_minutes(max(1, for_cards(minutes) // max(1, turns))),
        closing=count_minutes(closing_minutes(minutes)),
    )
    if 0 < turns < len(session.present):
        told += " " + _("Not everybody has a turn; all can speak on each card.")
    return told


def opening_steps(session: Session) -> Effects:
    """From set-up to the opening, with the turns there is time for."""
    if session.header.planned_minutes and not session.header.planned_turns:
        yield Plan(planned_turns=timed_turns(session))
    yield Open()


def read_minutes(text: str) -> int:
    """Minutes from "90", "90 min", "1:30", "1 h 30", "2 hours".

    Raises:
        Refusal: it is no time, or too short or too long.
    """
    from wshoes_tui.flow.answer_parser import bare, with_usual_digits

    typed = bare(with_usual_digits(text).replace(":", " h "))
    if hours := re.fullmatch(HOURS, typed):
        minutes = 60 * int(hours[1]) + int(hours[2] or 0)
    else:
        found = re.fullmatch(MINUTES, typed)
        minutes = int(found[1]) if found else 0
    if not LEAST_MINUTES <= minutes <= MOST_EVENING_MINUTES:
        raise Refusal(
            "How long have you got? From {least} to {most} minutes, such as: 90, or 1:30.",
            least=LEAST_MINUTES,
            most=MOST_EVENING_MINUTES,
        )
    return minutes


def closing_minutes(minutes: int) -> int:
    """The part of an evening that the closing takes: a third of a very short one."""
    return min(CLOSING_MINUTES, minutes // 3)


def for_cards(minutes: int) -> int:
    """The minutes of an evening that are for cards."""
    return minutes - closing_minutes(minutes)


def proposed_turns(session: Session, minutes: int) -> int:
    """The turns there is time for: whole rounds of those who are here, where one round fits.

    Args:
        session: its decks say how long a card usually takes, and how many there are.
        minutes: from the first card to the end of the closing.
    """
    usual = [played.deck.minutes for played in session.decks]
    each = sum(usual) / len(usual) if usual else 1
    room = for_cards(minutes) / max(1, each)
    people = len(session.present)
    rounds = int(room / people + SOON_A_ROUND) if people else 0
    turns = max(1, min(MOST_TURNS, rounds * people or int(room)))
    if session.decks:
        turns = max(1, possible_turns(session, turns))
    return turns - turns % people if 0 < people <= turns else turns


def pace_blocks(session: Session, pace: EveningPace) -> Blocks:
    """What the page of people tells of the time."""
    if session.state != "setup":
        yield TextBlock("Plan", pace.time_told(session))
    elif told := plan_told(session):
        yield TextBlock("Plan", told)
    elif session.seats:
        asked = _("How long have you got? /minutes 90, or 1:30, plans the turns.")
        yield TextBlock("Plan", asked, _("How long have you got? Esc, then m."))


def as_planned(session: Session) -> Session:
    """The session with the turns that would be planned if it was opened now."""
    return replace(session, header=replace(session.header, planned_turns=timed_turns(session)))
