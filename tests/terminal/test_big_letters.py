"""Big letters: which texts they can write, and what they look like."""

import re
import unicodedata

import pytest

from wshoes_tui.cells.big_letters import HEIGHT, big_rows, letter_pixels
from wshoes_tui.decks.deck_library import shipped_folder

FRIDAY = """\
█▀▀▀     ▀    █                  ▄▀
█▀▀  █▄▀ █ ▄▀▀█ ▄▀▀█ █  █       ▀█▀ ▄▀▀▄ █  █ █▄▀
█    █   █ ▀▄▄█ ▀▄▄█ ▀▄▄█  █     █  ▀▄▄▀ ▀▄▄█ █
                      ▄▄▀ ▀
     █     █          █
▄▀▀▄   ▄▀▀ █ ▄▀▀▄ ▄▀▀ █▄▀
▀▄▄▀   ▀▄▄ █ ▀▄▄▀ ▀▄▄ █ ▀▄
"""
FRIDAY_ROWS = FRIDAY.split("\n")


def test_a_title_is_wrapped_at_words_and_drawn_in_half_blocks() -> None:
    assert big_rows("Friday, four o'clock", 70) == FRIDAY_ROWS
    assert big_rows("Friday, four o’clock", 70) == FRIDAY_ROWS
    assert len(big_rows("Friday, four o'clock", 118)) == 4


def test_in_ascii_each_pixel_is_one_character() -> None:
    rows = big_rows("Friday, four o'clock", 70, only_ascii=True)
    assert len(rows) == 2 * HEIGHT
    assert set("".join(rows)) == {"#", " "}
    halves = sum(row.count("▀") + row.count("▄") + 2 * row.count("█") for row in FRIDAY_ROWS)
    assert "".join(rows).count("#") == halves


@pytest.mark.parametrize("text", ["", "x" * 60, "one two three four five six", "日本語", "a☺"])
def test_what_does_not_fit_or_has_no_letter_is_not_drawn(text: str) -> None:
    assert big_rows(text, 40) == []


def test_marks_stand_on_their_letters() -> None:
    for letter in "àâäáãåçèéêëìíîïñòóôõöùúûüýÿŵŷÀÂÉÈÊÎÔÛÇÑÁÍÓÚŴŶ":
        pixels = letter_pixels(letter)
        assert pixels is not None, letter
        assert [len(row) for row in pixels] == [len(pixels[0])] * HEIGHT, letter
        assert pixels != letter_pixels(unicodedata.normalize("NFD", letter)[0]), letter


def test_every_shipped_title_can_be_written_big() -> None:
    titles = re.findall(
        r"^ +title: (.*)$",
        "".join(path.read_text() for path in shipped_folder().glob("*.yaml")),
        re.MULTILINE,
    )
    assert len(titles) > 250
    letters = sorted(set("".join("".join(titles).split())))
    assert [x for x in letters if big_rows(x, 20) == []] == []
