"""Folding for a search: what is the same whatever its case and accents, and quickly so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wshoes_tui.domain.word_fold import contains, first_place, folded, terms_of

TRICKY = "aeowyszn'-\" ÉéèêëÑñŵŷŴõôüÿœŒæßøłŠžÇçı’“”–½ﬁ…\u0301\u0327\u00ad\u200b\u00a0\nאИиأ🙂\0"
TEXTS = st.one_of(st.text(st.sampled_from(TRICKY), max_size=30), st.text(max_size=30))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("dwr", "Mae'r dŵr yn oer"),
        ("DŴR", "y DWR"),
        ("cafe", "un cafe\N{COMBINING ACUTE ACCENT}"),
        ("coeur", "le Cœur"),
        ("strasse", "Große Straße"),
        ("nunez", "señora NÚÑEZ"),
        ("dvorak", "Dvořák"),
        ("lodz", "Łódź"),
        ("don't", "they don’t"),
        ("l’hopital", "l'hôpital"),
        ('"last bus"', "the last\nbus"),
        ("bus last", "the last bus"),
        ("иван", "ИВАН"),
        ("neighbour", "neigh\u200bbour"),
        ("kg", "5 \N{KELVIN SIGN}g"),
        ("angstrom", "\N{ANGSTROM SIGN}ngström"),
    ],
)
def test_case_and_accents_make_no_difference(words: str, text: str) -> None:
    assert contains(terms_of(words))(text.encode())


@pytest.mark.parametrize(
    ("words", "text"), [('"last bus"', "bus, the last"), ("dwr", "dor"), ("bus last", "bus")]
)
def test_other_words_are_not_found(words: str, text: str) -> None:
    assert not contains(terms_of(words))(text.encode())


@given(TEXTS, st.one_of(TEXTS, st.sampled_from(("w", "o", "an", "dwr", "oe", "s", "a'", "- "))))
def test_the_quick_way_finds_what_folding_finds(text: str, words: str) -> None:
    """Also where the words are a part of the text, which chance would seldom make them."""
    for wanted in (words, text[2:5]):
        if terms := terms_of(wanted.encode("utf-8", "replace").decode()):
            data = text.encode("utf-8", "replace")
            whole = folded(data.decode())
            assert contains(terms)(data) == all(term in whole for term in terms)


def test_one_odd_character_in_a_word_is_as_quick_as_by_folding() -> None:
    """Every character that UTF-8 writes in two bytes or three, at every place of a word."""
    has = contains(("bus",))
    for number in (*range(0x80, 0x3000), *range(0xFB00, 0xFB07), *range(0xFE00, 0xFE30)):
        for text in (
            f"b{chr(number)}us",
            f"{chr(number)}us",
            f"b{chr(number)}s",
            f"bu{chr(number)}",
        ):
            assert has(text.encode()) == ("bus" in folded(text)), (text, hex(number))


def test_nothing_and_no_text_are_no_hit() -> None:
    assert terms_of('  "" ') == ()
    assert not contains(("a",))(None)
    assert contains(("a",))(b"a\xff")


def test_the_place_of_a_word_is_where_it_stands() -> None:
    for text, words, place in (
        ("the last bus", "bus", 9),
        ("the last bus", "bus last", 4),
        ("Œuvre, cœur", "coeur", 7),
        ("e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT}, dŵr", "dwr", 7),
        ("nothing", "bus", 0),
    ):
        assert first_place(text, terms_of(words)) == place
