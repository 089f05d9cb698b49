"""Numbers as people write them: how well one understands, and how many are here."""

from __future__ import annotations

from contextvars import copy_context

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wshoes_tui.flow.answer_parser import (
    number_of_people,
    read_rating,
    read_ratings,
    with_usual_digits,
)
from wshoes_tui.locale import speak_to

FULLWIDTH_7, ARABIC_7, PERSIAN_7, HINDI_7, HAN_7 = "\uff17", "\u0667", "\u06f7", "\u096d", "\u4e03"


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("4 7 6", (4, 7, 6)),
        ("4,7;6", (4, 7, 6)),
        (" 10 ", (10,)),
        ("7.", (7,)),
        (FULLWIDTH_7, (7,)),
        (ARABIC_7, (7,)),
        (f"{PERSIAN_7}\u060c {HINDI_7} {HAN_7}", (7, 7, 7)),
        ("\u200f\u0661\u0660", (10,)),
        ("7/10", (7,)),
        ("7 / 10, 6/10 and 5", (7, 6, 5)),
        (f"{ARABIC_7}/\u0661\u0660", (7,)),
        ("\uff17\uff0f\uff11\uff10", (7,)),
        ("7 out of 10", (7,)),
        ("7 de 10, 6 sur 10, 5 allan o 10", (7, 6, 5)),
        ("seven", (7,)),
        ("Ten, zero", (10, 0)),
        ("saith", (7,)),
        ("siete y ocho", (7, 8)),
        ("sept, zéro", (7, 0)),
        ("três", (3,)),
        ("123", (123,)),
        ("", None),
        ("7.5", None),
        ("7½", None),
        ("½", None),
        ("7/8", None),
        ("7/100", None),
        ("7-8", None),
        ("-1", None),
        ("4 or so", None),
        ("I", None),
        ("VII", None),
        ("9" * 5000, None),
    ],
)
def test_numbers_are_taken_in_every_script_or_not_at_all(
    typed: str, numbers: tuple[int, ...] | None
) -> None:
    assert read_ratings(typed) == numbers
    one = numbers is not None and len(numbers) == 1 and numbers[0] <= 10
    assert read_rating(typed) == (numbers[0] if numbers is not None and one else None)


@given(st.text() | st.text("0123456789/.,- ofut\u0667\uff17"))
def test_reading_numbers_never_fails(text: str) -> None:
    numbers = read_ratings(text)
    assert numbers is None or all(number >= 0 for number in numbers)
    number_of_people(text)
    assert len(with_usual_digits(text)) == len(text)


def counted(language: str, text: str) -> int | None:
    def in_language() -> int | None:
        speak_to(language)
        return number_of_people(text)

    return copy_context().run(in_language)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", "6|six|Six.|we are 6|We're six|us 6|6 people|six of us|there are six of us"
               "|There are 6 of us today.|a group of six|just the 6 of us|\u0666|\uff16"),
        ("cy", "6|chwech|mae chwech ohonom ni|Rydym ni'n 6|6 ohonom|Mae 6 ohonon ni yma"),
        ("es", "6|seis|somos 6|Somos seis personas.|hay seis personas aquí|seis de nosotras"),
        ("fr", "6|six|nous sommes 6|On est six.|il y a six personnes|six personnes"),
        ("pt", "6|seis|somos 6|Nós somos seis|há seis pessoas|seis pessoas"),
    ],
)  # fmt: skip
def test_how_many_people_there_are(language: str, texts: str) -> None:
    assert [text for text in texts.split("|") if counted(language, text) != 6] == []
    assert [text for text in texts.split("|")[2:] if counted("en", text) != 6] == []


@pytest.mark.parametrize(
    "text",
    ["Team 2", "3M rep", "2 Tom", "Dix", "Tri", "Sept", "6 nurses", "Asha 6", "6.5", "us", "we are",
     "Six, nurse", "-", ""],
)  # fmt: skip
def test_a_name_is_no_number(text: str) -> None:
    assert counted("en", text) is None
