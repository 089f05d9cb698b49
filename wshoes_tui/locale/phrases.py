"""Phrases that exports and several front ends share: counts, days, states of pledges."""

from __future__ import annotations

from datetime import date

from wshoes_tui.locale import N_, _, many

WHOSE_SHOES = N_("Whose shoes, on what")
BEFORE_AND_AFTER = N_("Before and after")
HOST_ONLY = N_("That can only be done on the computer that hosts the session.")
USED_TO_THINK, NOW_I_SEE = N_("I used to think"), N_("Now I see")
BEFORE, AFTER, PEOPLE = N_("before"), N_("after"), N_("people")
FOR_ANOTHER_TIME = N_("For another time")
YES = N_("yes")
NOT_AGREED = N_(
    "Not everybody agreed to how these words are kept: the card that says so was not read out, or "
    "something was changed after it."
)
"""What exports and the summary say of a session for which ``lacks_consent`` holds."""

MONTH_NAMES = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
PLEDGE_STATES = {
    "open": N_("still open"),
    "done": N_("done"),
    "changed": N_("changed"),
    "dropped": N_("let go"),
}


def full_day(when: date) -> str:
    """A day with its year: "24 November 2026"."""
    return f"{when.day} {_(MONTH_NAMES[when.month - 1])} {when.year}"


def day_in(year: int, when: date) -> str:
    """A day as "24 November", with its year where that is not ``year``."""
    return full_day(when) if when.year != year else f"{when.day} {_(MONTH_NAMES[when.month - 1])}"


def by_day(day: str) -> str:
    """Until when a pledge is to be kept: "by 24 November"."""
    return _("by {day}", day=day)


def count_people(count: int) -> str:
    """ "1 person", "2 people"."""
    return many("{count} person", "{count} people", count)


def count_sessions(count: int) -> str:
    """ "1 session", "2 sessions"."""
    return many("{count} session", "{count} sessions", count)


def count_turns(count: int) -> str:
    """ "1 turn", "2 turns"."""
    return many("{count} turn", "{count} turns", count)


def count_minutes(count: int) -> str:
    """ "1 minute", "2 minutes"."""
    return many("{count} minute", "{count} minutes", count)


def count_responses(count: int) -> str:
    """ "1 response", "2 responses"."""
    return many("{count} response", "{count} responses", count)


def count_lightbulbs(count: int) -> str:
    """ "1 lightbulb", "2 lightbulbs"."""
    return many("{count} lightbulb", "{count} lightbulbs", count)


def count_pledges(count: int) -> str:
    """ "1 pledge", "2 pledges"."""
    return many("{count} pledge", "{count} pledges", count)
