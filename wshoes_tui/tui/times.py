"""Days and times as people say them."""

from __future__ import annotations

from datetime import date, datetime

from wshoes_tui.locale import _
from wshoes_tui.services.days import MONTH_NAMES, WEEKDAY_NAMES


def today() -> str:
    """Today, as "Tuesday 24 November"."""
    now = date.today()  # noqa: DTZ011 - the day on the wall of this room
    return f"{_(WEEKDAY_NAMES[now.weekday()])} {day(now)}"


def day(when: date) -> str:
    """A day, as "24 November", with the year where it is not this one."""
    this_year = date.today().year  # noqa: DTZ011 - the calendar of this room
    year = "" if when.year == this_year else f" {when.year}"
    return f"{when.day} {_(MONTH_NAMES[when.month - 1])}{year}"


def clock(when: datetime) -> str:
    """A time of today as "14:02", of another day as "24 November"."""
    local = when.astimezone()
    if local.date() == date.today():  # noqa: DTZ011 - the day of this room
        return f"{local:%H:%M}"
    return day(local.date())
