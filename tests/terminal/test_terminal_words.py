"""Letters are words over a real terminal, however its bytes arrive."""

from __future__ import annotations

import os
import select
import string
from pathlib import Path

import pytest

from tests.terminal.test_far_line import kept
from tests.terminal.window import ENTER, ESC, Window

PARAGRAPHS = ("now she is home", "when we came", "", "quite right, very", string.ascii_letters)


@pytest.mark.parametrize("at_once", [True, False], ids=["at once", "byte by byte"])
def test_paragraphs_after_a_saved_sentence_are_words(data: Path, at_once: bool) -> None:
    text = ENTER.join(PARAGRAPHS) + ENTER * 2
    with Window("rehearse", "home-from-hospital", data=data) as window:
        window.until("stand here")
        window.type("Saved.", ENTER)
        window.until("✓ saved")
        window.type(*([text] if at_once else text))
        window.until(string.ascii_letters[-20:])
        window.until("✓ saved")
        window.until(lambda _lines: "Type on" in window.field)
        assert "Turn 1 of 6" in window.text
        assert window.leave(ESC, "q") == 0
    said = kept(data)
    assert {turn for turn, _text in said} == {1}
    assert "\n".join(words for _turn, words in said).split() == [
        "Saved.",
        *" ".join(PARAGRAPHS).split(),
    ]


def test_a_voice_and_its_first_letter_in_one_write(data: Path) -> None:
    seats = "Asha; Tom; Bea"
    with Window("play", "home-from-hospital", "--seats", seats, data=data) as window:
        window.until("Please read it out")
        window.type(ENTER)
        window.until("Asha's turn")
        for word in ("words", "now", "very", "quite", "xylophone"):
            window.type(f"{ESC}v{ENTER}{ENTER}{word}")
            window.until(lambda _lines, word=word: window.field == word)
            window.type(ENTER)
            window.until("✓ saved")
        assert window.leave(ESC, "q") == 0
    assert [words for _turn, words in kept(data)] == ["words", "now", "very", "quite", "xylophone"]


def test_leaving_hands_no_letter_to_the_shell(data: Path) -> None:
    """What was typed after the key that leaves is read by nobody."""
    with Window("rehearse", "home-from-hospital", data=data) as window:
        window.until("stand here")
        window.type(f"{ESC}quite right{ENTER}")
        assert window.end() == 0
        assert not select.select([window._slave], [], [], 0)[0], os.read(window._slave, 99)
