"""What a terminal sends, in whatever pieces it comes, becomes the keys that were pressed."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from weakref import ref

import pytest
from textual import events

from wshoes_tui.tui.intake import MOST_PASTED, MOST_TICKS, PASTE_BEGINS, PASTE_ENDS, Intake


def keys(pieces: Iterable[str]) -> list[str]:
    """The keys, and the texts of the pastes, that come of these pieces."""
    intake = Intake()
    found = [event for piece in pieces for event in intake.feed(piece)]
    found += intake.tick()
    return [
        event.text if isinstance(event, events.Paste) else event.key
        for event in found
        if isinstance(event, events.Key | events.Paste)
    ]


SENT = {
    "words": ("So: é", ["S", "o", "colon", "space", "é"]),
    "enter": ("a\r", ["a", "enter"]),
    "escape": ("\x1b", ["escape"]),
    "two escapes": ("\x1b\x1b", ["escape", "escape"]),
    "three escapes": ("\x1b\x1b\x1b", ["escape", "escape", "escape"]),
    "escape and a letter": ("\x1bn", ["escape", "n"]),
    "escape and a sequence": ("\x1b\x1b[A", ["escape", "up"]),
    "a sequence": ("\x1b[1;5Cx", ["ctrl+right", "x"]),
    "a key of the console": ("\x1b[[Ax", ["f1", "x"]),
    "nobody knows it": ("\x1b[99;99zx", ["x"]),
    "nor this": ("a\x1b[?1;2cb", ["a", "b"]),
    "a paste": (f"a{PASTE_BEGINS}one\rtwo{PASTE_ENDS}b", ["a", "one\rtwo", "b"]),
    "sequences in a paste": (f"{PASTE_BEGINS}\x1b[A\x1bn\x1b{PASTE_ENDS}", ["\x1b[A\x1bn\x1b"]),
    "an empty paste": (f"{PASTE_BEGINS}{PASTE_ENDS}x", ["x"]),
    "two pastes": (f"{PASTE_BEGINS}a{PASTE_ENDS}{PASTE_BEGINS}b{PASTE_ENDS}", ["a", "b"]),
}


@pytest.mark.parametrize("what", SENT)
def test_keys_are_the_same_whole_and_byte_by_byte(what: str) -> None:
    sent, pressed = SENT[what]
    assert keys([sent]) == pressed
    assert keys(sent) == pressed
    for cut in range(1, len(sent)):
        assert keys([sent[:cut], sent[cut:]]) == pressed, cut


def test_a_sequence_that_comes_in_pieces_is_waited_for_but_not_for_ever() -> None:
    for sequence, pressed in (("\x1b[A", ["up"]), ("\x1b[?62;22c", [])):
        for cut in range(2, len(sequence)):
            intake = Intake()
            found = [*intake.feed(sequence[:cut]), *intake.tick(), *intake.feed(sequence[cut:])]
            assert [event.key for event in found] == pressed
            assert not intake.holds
    intake = Intake()
    assert not [*intake.feed("\x1b[")]
    for tick in range(MOST_TICKS + 1):
        assert intake.holds, tick
        assert not [*intake.tick()]
    assert not intake.holds


def test_a_paste_without_an_end_is_handed_over_when_it_is_too_long() -> None:
    intake = Intake()
    (paste,) = intake.feed(PASTE_BEGINS + "a" * (MOST_PASTED + 1))
    assert isinstance(paste, events.Paste)
    assert len(paste.text) == MOST_PASTED + 1
    assert [event.key for event in intake.feed("b") if isinstance(event, events.Key)] == ["b"]


def test_what_is_over_the_limit_can_be_dropped_instead_of_typed() -> None:
    told: list[bool] = []
    intake = Intake(most_pasted=10, too_long=lambda: told.append(True))
    assert not list(intake.feed(PASTE_BEGINS + "a" * 8))
    assert intake.pasting
    assert not list(intake.feed("b" * 8))
    assert not list(intake.feed("c" * 8))
    (paste, key) = intake.feed(PASTE_ENDS + "d")
    assert (paste.text, key.key) == ("a" * 8 + "b" * 2, "d")
    assert told == [True]
    (whole,) = intake.feed(PASTE_BEGINS + "a" * 10 + PASTE_ENDS)
    assert whole.text == "a" * 10
    assert told == [True]


@pytest.mark.parametrize("held", ["\x1b", "\x1b[1;", PASTE_BEGINS, PASTE_BEGINS + "words"])
def test_it_knows_whether_something_is_held_back(held: str) -> None:
    intake = Intake()
    list(intake.feed("a\x1b[A"))
    assert not intake.waits
    list(intake.feed(held))
    assert intake.waits


def test_a_parser_is_let_go_of_with_all_it_has_seen() -> None:
    intake = Intake()
    (key,) = intake.feed("\x1b[57399;5u")
    parser, seen = ref(intake._parser), ref(key)
    intake.close()
    del intake, key
    gc.collect()
    assert parser() is None
    assert seen() is None
