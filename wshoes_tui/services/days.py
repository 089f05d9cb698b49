"""Reading a day as people say it: "Friday", "12 December", "in 2 weeks", "2026-12-01"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from wshoes_tui.locale import _

DAY_EXAMPLES = "Friday, 12 December, in 2 weeks"

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SPAN_WORDS = (
    "today", "tomorrow", "next week", "next month", "in", "by", "on", "the", "of", "next",
    "day", "days", "week", "weeks", "month", "months", "one", "two", "three", "four", "six",
)  # fmt: skip
WEEKDAYS = tuple(name.casefold() for name in WEEKDAY_NAMES)
MONTHS = tuple(name.casefold() for name in MONTH_NAMES)
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6}


def read_day(text: str, today: date) -> date | None:
    """The day that is meant, never one in the past unless a year is named; None if unclear."""
    said = " ".join(re.sub(r"[,.]", " ", text.casefold()).split())
    said = re.sub(r"\b(?:by|on|the|of)\b", " ", _in_english(said))
    said = " ".join(said.split())
    plain = {"today": 0, "tonight": 0, "now": 0, "tomorrow": 1, "next week": 7}
    if said in plain:
        return today + timedelta(days=plain[said])
    return _weekday(said, today) or _span(said, today) or _calendar(said, today)


def _in_english(said: str) -> str:
    """The words that name days, out of the language in use; longer ones first."""
    words = {
        _(name).casefold(): name.casefold()
        for name in (*WEEKDAY_NAMES, *MONTH_NAMES, *SPAN_WORDS)
        if _(name) != name
    }
    for word in sorted(words, key=len, reverse=True):
        said = re.sub(rf"\b{re.escape(word)}\b", words[word], said)
    return said


def _weekday(said: str, today: date) -> date | None:
    name = said.removeprefix("next ").removeprefix("this ")
    found = [i for i, day in enumerate(WEEKDAYS) if len(name) >= 3 and day.startswith(name)]
    if len(found) != 1:
        return None
    ahead = (found[0] - today.weekday()) % 7 or 7
    return today + timedelta(days=ahead)


def _span(said: str, today: date) -> date | None:
    match = re.fullmatch(r"(?:in |within )?(\d{1,3}|[a-z]+) (day|week|month)s?", said)
    if said == "next month":
        match = re.fullmatch(r"(a) (month)", "a month")
    if match is None:
        return None
    count = int(match[1]) if match[1].isdigit() else NUMBERS.get(match[1])
    if count is None:
        return None
    if match[2] == "month":
        return _months_on(today, count)
    return today + timedelta(days=count * (7 if match[2] == "week" else 1))


def _months_on(today: date, months: int) -> date:
    year, month = divmod(today.month - 1 + months, 12)
    year, month = today.year + year, month + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _calendar(said: str, today: date) -> date | None:
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", said)
    if iso:
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    figures = re.fullmatch(r"(\d{1,2})[/ -](\d{1,2})(?:[/ -](\d{2}|\d{4}))?", said)
    if figures:
        return _dated(int(figures[1]), int(figures[2]), figures[3], today)
    named = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,})(?: (\d{4}))?", said)
    if named is None:
        turned = re.fullmatch(r"([a-z]{3,}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?", said)
        if turned is None:
            return None
        day, month, year = turned[2], turned[1], turned[3]
    else:
        day, month, year = named[1], named[2], named[3]
    number = next((i for i, name in enumerate(MONTHS, 1) if name.startswith(month)), None)
    return None if number is None else _dated(int(day), number, year, today)


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this_year = _date(today.year, month, day)
    if this_year is not None and this_year < today:
        return _date(today.year + 1, month, day)
    return this_year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
