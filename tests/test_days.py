"""Days are understood as people say them, in the language they are spoken to in."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import copy_context
from datetime import date, timedelta

import pytest

from wshoes_tui.flow.date_parser import DAY_EXAMPLES, MONTH_NAMES, WEEKDAY_NAMES, read_day
from wshoes_tui.locale import LANGUAGES, _, speak_to

TODAY = date(2026, 11, 24)
"""A Tuesday."""

FRIDAY = date(2026, 11, 27)
TWO_WEEKS = TODAY + timedelta(weeks=2)
TWELFTH = date(2026, 12, 12)
"""A Saturday."""


def understood(language: str, text: str) -> date | None:
    def ask() -> date | None:
        speak_to(language)
        return read_day(text, TODAY)

    return copy_context().run(ask)


SAID = {
    "en": {
        "Friday": FRIDAY,
        "fri": FRIDAY,
        "by next Friday.": FRIDAY,
        "this Friday": FRIDAY,
        "Tuesday": date(2026, 12, 1),
        "today": TODAY,
        "tonight": TODAY,
        "Tomorrow": date(2026, 11, 25),
        "the day after tomorrow": date(2026, 11, 26),
        "in 2 weeks": TWO_WEEKS,
        "within two weeks": TWO_WEEKS,
        "2 weeks from now": TWO_WEEKS,
        "in a fortnight": TWO_WEEKS,
        "a week": date(2026, 12, 1),
        "next week": date(2026, 12, 1),
        "next month": date(2026, 12, 24),
        "in three months": date(2027, 2, 24),
        "in six days": date(2026, 11, 30),
        "12 December": TWELFTH,
        "12th of December": TWELFTH,
        "on the 12th of December, 2027": date(2027, 12, 12),
        "December 12": TWELFTH,
        "Dec 12th": TWELFTH,
        "Saturday 12 December": TWELFTH,
        "1 March": date(2027, 3, 1),
        "1 March 2026": date(2026, 3, 1),
        "2026-12-12": TWELFTH,
        "12/12": TWELFTH,
        "by 12/12/26": TWELFTH,
        "12.12.2026": TWELFTH,
        "asap": date(2026, 12, 1),
        "as soon as possible": date(2026, 12, 1),
        "by the end of the week": FRIDAY,
        "the weekend": date(2026, 11, 28),
        "end of the month": date(2026, 11, 30),
        "by the end of next month": date(2026, 12, 31),
        "this month": date(2026, 11, 30),
        "end of February": date(2027, 2, 28),
        "end of the year": date(2026, 12, 31),
        "next year": date(2027, 11, 24),
        "by Christmas": date(2026, 12, 25),
        "Christmas 2027": date(2027, 12, 25),
        "New Year's Eve": date(2026, 12, 31),
        "New Year": date(2027, 1, 1),
        "Easter": date(2027, 3, 28),
    },
    "fr": {
        "vendredi": FRIDAY,
        "Vendredi prochain": FRIDAY,
        "d'ici vendredi": FRIDAY,
        "ce vendredi": FRIDAY,
        "ven": FRIDAY,
        "mar": date(2026, 12, 1),
        "aujourd'hui": TODAY,
        "aujourd’hui": TODAY,
        "demain": date(2026, 11, 25),
        "après-demain": date(2026, 11, 26),
        "apres demain": date(2026, 11, 26),
        "dans 2 semaines": TWO_WEEKS,
        "d'ici deux semaines": TWO_WEEKS,
        "dans quinze jours": TWO_WEEKS,
        "dans sept jours": date(2026, 12, 1),
        "la semaine prochaine": date(2026, 12, 1),
        "le mois prochain": date(2026, 12, 24),
        "12 décembre": TWELFTH,
        "12 DECEMBRE": TWELFTH,
        "le 12 décembre": TWELFTH,
        "samedi 12 décembre": TWELFTH,
        "1er mars": date(2027, 3, 1),
        "12 sept": date(2027, 9, 12),
        "3 aout 2027": date(2027, 8, 3),
        "le 12/12": TWELFTH,
    },
    "es": {
        "viernes": FRIDAY,
        "próximo viernes": FRIDAY,
        "el proximo viernes": FRIDAY,
        "el viernes que viene": FRIDAY,
        "este viernes": FRIDAY,
        "miércoles": date(2026, 11, 25),
        "miercoles": date(2026, 11, 25),
        "hoy": TODAY,
        "mañana": date(2026, 11, 25),
        "manana": date(2026, 11, 25),
        "pasado mañana": date(2026, 11, 26),
        "en 2 semanas": TWO_WEEKS,
        "dentro de dos semanas": TWO_WEEKS,
        "en quince días": TWO_WEEKS,
        "en una semana": date(2026, 12, 1),
        "en un mes": date(2026, 12, 24),
        "la próxima semana": date(2026, 12, 1),
        "la semana que viene": date(2026, 12, 1),
        "el mes que viene": date(2026, 12, 24),
        "12 de diciembre": TWELFTH,
        "el 12 de diciembre de 2027": date(2027, 12, 12),
        "el día 12 de diciembre": TWELFTH,
        "sábado 12 de diciembre": TWELFTH,
        "1.º de marzo": date(2027, 3, 1),
    },
    "pt": {
        "sexta-feira": FRIDAY,
        "sexta": FRIDAY,
        "na próxima sexta": FRIDAY,
        "sexta que vem": FRIDAY,
        "terça": date(2026, 12, 1),
        "terca-feira": date(2026, 12, 1),
        "hoje": TODAY,
        "amanhã": date(2026, 11, 25),
        "depois de amanhã": date(2026, 11, 26),
        "daqui a 2 semanas": TWO_WEEKS,
        "em duas semanas": TWO_WEEKS,
        "dentro de quinze dias": TWO_WEEKS,
        "na próxima semana": date(2026, 12, 1),
        "na semana que vem": date(2026, 12, 1),
        "daqui a um mês": date(2026, 12, 24),
        "12 de dezembro": TWELFTH,
        "até 12 de dezembro": TWELFTH,
        "12 dez": TWELFTH,
        "sábado, 12 de dezembro": TWELFTH,
        "1.º de março": date(2027, 3, 1),
        "1 de marco": date(2027, 3, 1),
    },
    "cy": {
        "dydd Gwener": FRIDAY,
        "Gwener": FRIDAY,
        "Dydd Gwener nesaf": FRIDAY,
        "dydd Mawrth": date(2026, 12, 1),
        "1 Mawrth": date(2027, 3, 1),
        "heddiw": TODAY,
        "yfory": date(2026, 11, 25),
        "2 wythnos": TWO_WEEKS,
        "ymhen pythefnos": TWO_WEEKS,
        "wythnos nesaf": date(2026, 12, 1),
        "mis nesaf": date(2026, 12, 24),
        "2 ddiwrnod": date(2026, 11, 26),
        "12 Rhagfyr": TWELFTH,
        "dydd Sadwrn, 12 Rhagfyr": TWELFTH,
    },
}


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [(language, *said) for language, days in SAID.items() for said in days.items()],
)
def test_a_day_is_understood_as_it_is_said(language: str, text: str, day: date) -> None:
    assert understood(language, text) == day


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_that_is_shown_is_read(language: str) -> None:
    def names() -> Iterator[tuple[date, str]]:
        speak_to(language)
        for ahead in range(1, 8):
            day = TODAY + timedelta(days=ahead)
            yield day, _(WEEKDAY_NAMES[day.weekday()])
        for month, name in enumerate(MONTH_NAMES, 1):
            yield date(2030, month, 9), f"9 {_(name)} 2030"

    for day, name in copy_context().run(lambda: list(names())):
        assert understood(language, name) == day, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_that_people_are_given_are_read(language: str) -> None:
    def examples() -> list[str]:
        speak_to(language)
        return _(DAY_EXAMPLES).split(", ")

    given = copy_context().run(examples)
    assert [understood(language, example) for example in given] == [FRIDAY, TWELFTH, TWO_WEEKS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_is_understood_by_everybody(language: str) -> None:
    for text, day in (("friday", FRIDAY), ("12 December", TWELFTH), ("in 2 weeks", TWO_WEEKS)):
        assert understood(language, text) == day


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "when the sun shines", "not before 12/12", "Friday or Monday", "t", "ju",
        "31 February", "12", "in", "next", "December", "Sunday 12 December", "13/13",
        "99999999999999 days", "12²", "friday evening", "2026-02-30", "0 December",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_unclear_is_no_day(language: str, text: str) -> None:
    assert understood(language, text) is None


def test_a_day_that_is_over_this_year_is_meant_next_year() -> None:
    assert understood("en", "23 November") == date(2027, 11, 23)
    assert understood("en", "24 November") == TODAY
    assert understood("en", "23 November 2026") == date(2026, 11, 23)
    assert understood("en", "23/11/26") == date(2026, 11, 23)


def test_a_month_on_from_a_long_month_ends_with_the_short_one() -> None:
    assert read_day("in 1 month", date(2027, 1, 31)) == date(2027, 2, 28)
