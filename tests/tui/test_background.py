"""The terminal's background: its answer is no typing, and is remembered for the terminal alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from wshoes_tui.settings import DataFolder, Settings
from wshoes_tui.terminal.background import (
    FILE,
    MOST_TERMINALS,
    Background,
    ground_of,
    read_background,
    recall_background,
    remember_background,
)
from wshoes_tui.terminal.capabilities import terminal_of
from wshoes_tui.tui.terminal.input_parser import InputParser

ANSWERS = {
    "\x1b]11;rgb:1e1e/2020/ffff\x07": (0x1E, 0x20, 0xFF),
    "\x1b]11;rgb:1e/20/FF\x1b\\": (0x1E, 0x20, 0xFF),
    "\x1b]11;rgb:f/0/f\x07": (255, 0, 255),
    "\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\": (0xFD, 0xF6, 0xE3),
}
XTERM = {"TERM": "xterm-256color", "TERM_PROGRAM": "ghostty"}


def fed(*pieces: str) -> tuple[list[str], list[Background]]:
    """The keys and the colours in what comes in these pieces."""
    told: list[Background] = []
    parser = InputParser(background=told.append)
    found = [event for piece in pieces for event in parser.feed(piece)]
    found += parser.tick()
    parser.close()
    assert all(isinstance(event, events.Key) for event in found)
    return [event.key for event in found], told


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_told_and_is_no_typing_wherever_it_is_cut(answer: str) -> None:
    assert read_background(answer) == ANSWERS[answer]
    whole = f"ab{answer}\x1b[Ac"
    for cut in range(len(whole) + 1):
        assert fed(whole[:cut], whole[cut:]) == (["a", "b", "up", "c"], [ANSWERS[answer]])
    assert fed(*whole) == (["a", "b", "up", "c"], [ANSWERS[answer]])


@pytest.mark.parametrize("typed", ["\x1b]", "\x1b]12", "\x1b]11;rgb:zz", "\x1b]11;rgb:1/2\x07x"])
def test_what_only_looks_like_one_is_typed_or_nothing(typed: str) -> None:
    keys, told = fed(typed)
    assert told == []
    assert keys[0] == "escape" or keys == ["x"]


def test_escape_and_a_bracket_are_two_keys() -> None:
    assert fed("\x1b", "]", "a")[0] == ["escape", "right_square_bracket", "a"]


def test_it_is_remembered_for_this_terminal_in_a_private_file(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert recall_background(cache, XTERM) is None
    remember_background(cache, (0xFD, 0xF6, 0xE3), XTERM)
    remember_background(cache, (0, 0, 0), {"TERM": "foot"})
    assert recall_background(cache, XTERM) == (0xFD, 0xF6, 0xE3)
    assert recall_background(cache, {**XTERM, "TMUX": "/tmp/tmux-0"}) is None
    assert (cache / FILE).stat().st_mode & 0o777 == 0o600
    remember_background(cache, (0, 0, 0), XTERM)
    assert recall_background(cache, XTERM) == (0, 0, 0)


def test_no_address_is_kept_and_few_terminals_are(tmp_path: Path) -> None:
    for number in range(2 * MOST_TERMINALS):
        known = {"TERM": f"t{number}\n", "SSH_CONNECTION": "192.0.2.7 50022 192.0.2.1 22"}
        remember_background(tmp_path / "cache", (1, 2, 3), known)
    text = (tmp_path / "cache" / FILE).read_text()
    assert "192.0.2" not in text
    assert len(text.splitlines()) == MOST_TERMINALS


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"zz/00/00 xterm\n", b"00/00\n" * 9])
def test_a_file_that_makes_no_sense_is_not_known(content: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert recall_background(tmp_path, XTERM) is None


def test_nothing_goes_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "cache").symlink_to(tmp_path / "elsewhere")
    remember_background(tmp_path / "cache", (1, 2, 3), XTERM)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    ("colour", "ground"), [((0, 43, 54), "dark"), ((253, 246, 227), "light"), (None, "")]
)
def test_the_next_start_knows_the_ground(
    colour: Background | None, ground: str, tmp_path: Path
) -> None:
    settings = Settings(data=DataFolder(tmp_path))
    if colour is not None:
        remember_background(settings.data.cache, colour, XTERM)
    assert ground_of(colour) == ground
    assert terminal_of(settings, XTERM, speed=0).ground == ground


def test_who_may_not_be_asked(tmp_path: Path) -> None:
    settings = Settings(data=DataFolder(tmp_path))
    asked = {
        name: terminal_of(settings, {"TERM": name}, speed=0).tells_background
        for name in ("xterm-256color", "tmux", "foot", "linux", "vt220", "putty", "screen", "dumb")
    }
    assert [name for name, may in asked.items() if may] == [
        "xterm-256color",
        "tmux",
        "foot",
    ]
    slow = Settings(data=DataFolder(tmp_path), slow=True)
    assert not terminal_of(slow, {"TERM": "xterm"}, speed=0).tells_background
