"""What is shown of people's words: nothing in it is obeyed, and nothing plain is altered."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.domain.hostile_texts import CONTROLS, DIRECTIONS, EVIL, HEAPS, HIDDEN, MARKUP, PLAIN
from wshoes_tui.domain.text import MOST_MARKS, one_line, safe, without_surrogates

anything = st.text(st.characters(), max_size=60) | st.lists(
    st.sampled_from(EVIL + PLAIN), max_size=4
).map("".join)
"""Every code point there is, unpaired surrogates among them."""

ALLOWED = {"\n", "\u200c", "\u200d", "\u00ad"}
"""A new line, the joiners that whole languages need, and the hyphen that shows nothing."""


def harmful(text: str) -> list[str]:
    """The characters that no terminal may be given."""
    bad = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return [c for c in text if unicodedata.category(c) in bad and c not in ALLOWED]


@pytest.mark.parametrize("text", EVIL + PLAIN, ids=ascii)
def test_nothing_shown_is_obeyed(text: str) -> None:
    assert harmful(safe(text)) == []
    assert harmful(one_line(text)) == []
    assert "\n" not in one_line(text)


@pytest.mark.parametrize("text", CONTROLS + DIRECTIONS + HIDDEN, ids=ascii)
def test_the_corpus_is_harmful_before(text: str) -> None:
    assert harmful(text)


@pytest.mark.parametrize("text", PLAIN + MARKUP, ids=ascii)
def test_plain_words_are_shown_as_they_are(text: str) -> None:
    assert safe(text) == text


@given(anything)
@example("\x1b\u202e\U000e0041\u2028\ud800")
def test_any_text_is_safe_and_safe_again(text: str) -> None:
    shown = safe(text)
    assert harmful(shown) == []
    assert safe(shown) == shown
    assert one_line(one_line(text)) == one_line(text)


@given(st.text(st.characters(exclude_categories=["C", "M", "Z"]), max_size=60))
def test_letters_numbers_and_signs_of_any_language_stay(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize("text", HEAPS, ids=ascii)
def test_marks_are_not_heaped_up(text: str) -> None:
    heap = most = 0
    for character in safe(text):
        marks = unicodedata.category(character) in ("Mn", "Me") or character in ALLOWED
        heap = heap + 1 if marks else 0
        most = max(most, heap)
    assert most == MOST_MARKS


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "^[[2J"),
        ("\x7f", "^?"),
        ("\x9b", "<9B>"),
        ("a\u202eb", "a<202E>b"),
        ("a\tb", "a    b"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\u2028b", "a<2028>b"),
        ("\ud800", "<D800>"),
        ("\U000e0041", "<E0041>"),
    ],
    ids=ascii,
)
def test_what_is_not_shown_is_named(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_one_line_has_single_spaces() -> None:
    assert one_line("  one\n\n two\u00a0 \tthree\r") == "one two three"


@given(anything)
def test_every_text_can_be_stored(text: str) -> None:
    clean, changed = without_surrogates(text)
    assert clean.encode().decode() == clean
    assert changed == (clean != text)
    assert len(clean) == len(text)
