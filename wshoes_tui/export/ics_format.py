"""iCalendar format: the pledges that have a day, one event of that day each.

Source: RFC 5545 (what a calendar file holds), section 3.1 (lines are folded at 75 bytes) and
3.3.11 (what is escaped in a text).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from wshoes_tui.domain.models import Pledge, Session
from wshoes_tui.domain.pledges import as_told
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.domain.text import safe
from wshoes_tui.export.redact import consent_told, withheld_told, without_speakers
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import pledge_sentence

LINE_BYTES = 75
"""The longest line, without its end; what is longer goes on after a blank on the next one."""
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
STATES = {"open": "CONFIRMED", "done": "CONFIRMED", "changed": "CONFIRMED", "dropped": "CANCELLED"}


def to_ics(session: Session) -> str:
    """The calendar of a session, with CR LF at the end of each line."""
    session = without_speakers(session)
    told = " ".join((*withheld_told(session), *consent_told(session)))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//wshoes//wshoes//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALDESC:{_text(told)}",
        *(line for pledge in _all_pledges(session) for line in _event(session, pledge)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def to_printable_ics(session: Session) -> str:
    """The calendar with the line ends of a terminal."""
    return to_ics(session).replace("\r\n", "\n")


def _all_pledges(session: Session) -> Iterator[Pledge]:
    """The pledges, and those of last time as they stand now: a calendar knows these already."""
    yield from session.pledges
    for one in as_told(session):
        if one.updates:
            revision = one.pledge.revision + len(one.updates)
            yield replace(one.pledge, text=one.text, state=one.state, revision=revision)


def _event(session: Session, pledge: Pledge) -> Iterator[str]:
    """The lines of one pledge; none without a day."""
    if pledge.by_when is None:
        return
    owner = f"{pledge.owner}: " if pledge.owner.strip() else ""
    words = pledge_sentence(pledge.condition, pledge.text)
    yield "BEGIN:VEVENT"
    yield f"UID:{pledge.id}@wshoes"
    yield f"DTSTAMP:{CLOCK.now():%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{pledge.revision}"
    yield f"DTSTART;VALUE=DATE:{pledge.by_when:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{pledge.by_when + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(owner + words)}"
    described = _("A pledge from: {title}", title=session.header.title)
    yield f"DESCRIPTION:{_text(described)}"
    yield f"STATUS:{STATES.get(pledge.state, 'CONFIRMED')}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_text(owner + words)}"
    yield "TRIGGER:-P1D"
    yield "END:VALARM"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """Somebody's words as a value, without control characters."""
    return safe(words).translate(ESCAPES)


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 bytes, none of which cuts a character."""
    part, used = "", 0
    for character in line:
        size = len(character.encode())
        if used + size > LINE_BYTES:
            yield part
            part, used = " ", 1
        part += character
        used += size
    yield part
