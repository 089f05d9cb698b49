"""Labels that Home shows too: counts, days, where a session stands. Imports little."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.domain.text import one_line
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import TYPED_UP, WEEKDAY_NAMES, day_in

if TYPE_CHECKING:
    from wshoes_tui.domain.list_rows import SessionLine

DECKS = N_("Decks")
GATHER_HELP = N_("Take in the sessions of other computers, from their files")
PAST_SESSIONS = N_("Past sessions")
SEARCH_ALL = N_("Search all that was said")
WHO_IS_HERE = N_("Who is here")
"""Titles of pages."""
UNTITLED = N_("A session without a deck")
"""What stands in place of the title of a session, which is that of its first deck."""


def which_of(number: int, count: int) -> str:
    """Which one it is, of how many."""
    return _("{number} of {count}", number=number, count=count)


TURN = N_("turn")


def turn_and_card(number: int, card: str) -> str:
    """A turn by its number and the title of its card."""
    return _("turn {turn}, {card}", turn=number, card=card)


def response_told(number: int | str) -> str:
    """A response by its number on its turn."""
    return _("response {number}", number=number)


def pledge_told(number: int) -> str:
    """A pledge by its number in the session."""
    return _("pledge {number}", number=number)


def today() -> date:
    """Today, on the local calendar."""
    return CLOCK.today()


def day(when: date) -> str:
    """A day as "24 November", with the year where it is not this one."""
    return day_in(today().year, when)


def weekday(when: date) -> str:
    """A day as "Tuesday 24 November"."""
    return f"{_(WEEKDAY_NAMES[when.weekday()])} {day(when)}"


def clock(when: datetime) -> str:
    """A time of today as "14:02", of another day as "24 November"."""
    here = when.astimezone()
    return f"{here:%H:%M}" if here.date() == today() else day(here.date())


def title_or(title: str) -> str:
    """The title of a session on one line, or that it has no deck yet."""
    return one_line(title) or _("a session without a deck")


def candidate_told(label: str) -> str:
    """Who may be chosen."""
    return _("candidate {label}", label=one_line(label))


def turn_of(session: SessionLine) -> str:
    """ "turn 3 of 8"."""
    turns = max(session.turn, session.planned_turns)
    return _("turn {turn} of {turns}", turn=session.turn, turns=turns)


def about_session(session: SessionLine) -> list[str]:
    """Where a session stands, who is next or that it is a rehearsal, and when it was saved."""
    where = {
        "setup": _("not begun yet"),
        "opening": _("in the opening"),
        "turns": turn_of(session),
        "closing": _("in the closing round"),
        "closed": _("closed"),
    }
    parts = [where[session.state]]
    if session.candidate_label:
        parts.insert(0, candidate_told(session.candidate_label))
    if session.kind == "rehearsal":
        parts.append(_("rehearsal"))
    elif session.typed_up:
        parts.append(_(TYPED_UP))
    elif session.next_seat and session.state == "turns" and not session.candidate_label:
        parts.append(_("{who} is next", who=one_line(session.next_seat)))
    return [*parts, _("saved {time}", time=clock(session.saved))]
