"""A line that echoes nothing: what is typed is shown from here, and can be put right."""

from __future__ import annotations

import pyte
import pytest

from tests.lines.seats import seats
from wshoes_tui.domain.commands import Begin, Open, Say
from wshoes_tui.domain.text import safe
from wshoes_tui.limits import MOST_CHARACTERS
from wshoes_tui.lines.key_sources import LineEditor, TypedLine
from wshoes_tui.lines.line_loop import Outcome


class Screen:
    """A terminal, and all that was ever written to it."""

    def __init__(self) -> None:
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.Stream(self._screen)
        self.raw = ""

    def write(self, text: str) -> None:
        self.raw += text
        self._stream.feed(text)

    @property
    def first_line(self) -> str:
        return self._screen.display[0].rstrip()


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (b"I want tea.\r", "I want tea."),
        (b"I want tea.\n", "I want tea."),
        (b"I want tes\x7fa.\r\n", "I want tea."),
        (b"I want tes\x08a.\r", "I want tea."),
        (b"all wrong\x15I want tea.\r", "I want tea."),
        (b"I want coffee \x17tea.\r", "I want tea."),
        (b"I want\x1b[A\x1b[D\x1bOC\x1b[1;5C\x1b[3~\x1b[[A tea.\r", "I want tea."),
        (
            b"I \x00\x01\x02\x05\x0b\x0e\x1f\x9b31m\xc2\x9b\xc2\x85want tea.\r",
            "I \ufffd31m\x9b\x85want tea.",
        ),
        ("Caf\u00e9, te\u0301\x7f\x7fthé 茶\x7f.\r".encode(), "Café, thé ."),
        ("👩‍👩‍👧\x7f\x7f\x7f\r".encode(), ""),
        (b"\x7f\x7f\x15\x17tea\r", "tea"),
        (b"a\tb\x7f\x7f\r", "a"),
        (b"\x1b\x1b[Btea\r", "tea"),
        (b"\x1b[12\r", ""),
    ],
)
def test_keys_become_a_line(keys: bytes, line: str) -> None:
    for packets in ([keys], [keys[at : at + 1] for at in range(len(keys))]):
        screen = Screen()
        editor = LineEditor(screen.write)
        found = [line for packet in packets for line in editor.feed(packet)]
        assert [one.text for one in found] == [line]
        assert screen.first_line == safe(line).rstrip()
        assert editor.typed == ""
        assert "\x1b" not in screen.raw


def test_a_lone_escape_takes_no_letter_with_it() -> None:
    editor = LineEditor(lambda _text: None)
    editor.feed(b"\x1b")
    assert editor.feed(b"hello\r") == [TypedLine("hello")]


def test_wide_letters_are_erased_as_wide_as_they_are() -> None:
    written: list[str] = []
    editor = LineEditor(written.append)
    editor.feed("茶".encode())
    editor.feed(b"\x7f")
    assert written == ["茶", "\b \b\b \b"]
    editor.feed("e\u0301".encode())
    editor.feed(b"\x7f")
    assert written[-1] == "\b \b"
    assert editor.typed == ""


def test_what_would_turn_the_reading_direction_is_named() -> None:
    screen = Screen()
    editor = LineEditor(screen.write)
    [line] = editor.feed("a\u202eb\u2028\r".encode())
    assert line.text == "a\u202eb\u2028"
    assert screen.first_line == "a<202E>b<2028>"


def test_a_letter_comes_in_two_packets_and_half_of_one_not_at_all() -> None:
    editor = LineEditor(lambda _text: None)
    editor.feed(b"th\xc3")
    [line] = editor.feed(b"\xa9\r")
    assert line == TypedLine("thé")
    [line] = editor.feed(b"th\xc3\r")
    assert line == TypedLine("th\ufffd", mended=True)


def test_a_line_without_end_is_bounded() -> None:
    written = 0

    def write(text: str) -> None:
        nonlocal written
        written += len(text)

    editor = LineEditor(write)
    for _packet in range(40):
        assert editor.feed(b"a" * 32_768) == []
    assert len(editor.typed) <= MOST_CHARACTERS
    assert written <= MOST_CHARACTERS
    [line] = editor.feed(b"\r")
    assert line.too_long
    assert editor.feed(b"short\r") == [TypedLine("short")]


async def test_what_is_told_does_not_mix_with_what_is_being_typed() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha", raw=True)
        await together.does(Open(), Begin())
        await asha.sends(b"I want")
        before = len(asha.written)
        await together.does(Say("Somebody else speaks."))
        assert asha.written[before:] == (
            "\r\nSaid: 1, P The patient: Somebody else speaks.\r\nI want"
        )
        told = await asha.sends(b" tea.\r")
        assert told == " tea.\r\nSaved: response 2\r\n"
        assert together.stored.responses[1].text == "I want tea."


@pytest.mark.parametrize("key", [b"\x03", b"\x04"])
async def test_a_key_to_leave_keeps_what_was_typed(key: bytes) -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha", raw=True)
        await together.does(Open(), Begin())
        await asha.sends(b"Not yet said" + key)
        assert await asha.ends() is Outcome.LEFT
        assert asha.all_lines[-2:] == [
            "Notice: The last line had no end. It is kept as a draft, not said.",
            "End: Your seat is kept. Come back with the same command, and your own key as the "
            "code.",
        ]
        [draft] = [draft for draft in together.stored.drafts if draft.text]
        assert (draft.kind, draft.text) == ("own", "Not yet said")


async def test_every_key_is_on_its_way_at_once() -> None:
    async with seats(write_first=True) as together:
        asha = await together.sits_down("Asha", raw=True)
        await together.does(Open(), Begin())
        typed = ""
        for letter in "thé and //":
            typed += letter
            await asha.sends(letter.encode())
            [page] = together.stored.writers()
            assert page.text == typed


async def test_a_line_that_stands_there_can_be_shown_anew() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha", raw=True)
        assert await asha.sends(b"I want\x12") == "I want\r\nI want"
        assert await asha.sends(b"\x15") == "\b \b" * 6
        assert (await asha.sends(b"x" * 50 + b"\x15")).endswith("x\r\n")
