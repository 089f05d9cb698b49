"""What a terminal sends, in whatever pieces it comes, becomes the keys that were pressed."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from weakref import ref

import pytest
from textual import events

from wshoes_tui.tui.terminal import input_parser as intake_module
from wshoes_tui.tui.terminal.input_parser import (
    MOST_HELD,
    MOST_TICKS,
    PASTE_BEGINS,
    PASTE_ENDS,
    InputParser,
)


def keys(pieces: Iterable[str]) -> list[str]:
    """The keys, and the texts of the pastes, that come of these pieces."""
    intake = InputParser()
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
    "escape and a capital": ("\x1bPlease", ["escape", *"Please"]),
    "escape and an O": ("\x1bOn", ["escape", "O", "n"]),
    "escape and an O at the end": ("\x1bO", ["escape", "O"]),
    "a key with an O": ("\x1bOP", ["f1"]),
    "beyond every character": ("\x1b[1114112u\x1b[99999999999u.", ["full_stop"]),
    "what shows nothing": (
        "\u200c\u200d\x85\x9b\u2028\ufeff",
        [*"\u200c\u200d\x85\x9b\u2028\ufeff"],
    ),
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
            intake = InputParser()
            found = [*intake.feed(sequence[:cut]), *intake.tick(), *intake.feed(sequence[cut:])]
            assert [event.key for event in found] == pressed
            assert not intake.holds
    intake = InputParser()
    assert not [*intake.feed("\x1b[")]
    for tick in range(MOST_TICKS + 1):
        assert intake.holds, tick
        assert not [*intake.tick()]
    assert not intake.holds


def got(found: Iterable[object]) -> list[str]:
    """The keys, and the texts of the pastes."""
    return [
        event.text if isinstance(event, events.Paste) else event.key
        for event in found
        if isinstance(event, events.Key | events.Paste)
    ]


@pytest.mark.parametrize("step", [1, 3, 1000])
def test_a_paste_that_is_too_long_is_refused_whole(step: int) -> None:
    told: list[bool] = []
    intake = InputParser(most_held=10, too_long=lambda: told.append(True))

    def fed(sent: str) -> list[str]:
        pieces = [sent[at : at + step] for at in range(0, len(sent), step)]
        return got(event for piece in pieces for event in intake.feed(piece))

    assert fed(f"a{PASTE_BEGINS}{'b' * 11}\rn\x1bq{PASTE_ENDS}d") == ["a", "d"]
    assert told == [True]
    assert fed(f"{PASTE_BEGINS}{'b' * 10}{PASTE_ENDS}{PASTE_BEGINS}c{PASTE_ENDS}") == [
        "b" * 10,
        "c",
    ]
    assert told == [True]
    assert fed(f"{PASTE_BEGINS}{'b' * 11}{PASTE_ENDS}") == []
    assert told == [True, True]


def test_a_paste_of_any_length_is_not_held() -> None:
    intake = InputParser()
    for piece in [PASTE_BEGINS, *["a" * 4096] * 300]:
        assert not list(intake.feed(piece))
        assert sum(map(len, intake._paste or ())) <= MOST_HELD
    assert got(intake.feed(f"{PASTE_ENDS}b")) == ["b"]


@pytest.mark.parametrize("most", [1000, 10])
def test_a_paste_that_stalls_goes_on_and_one_that_never_ends_is_over_at_the_next_key(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr(intake_module, "monotonic", lambda: now)
    intake, long = InputParser(most_held=most), "words of several people\r" * 2
    kept = [long] if most > len(long) else []
    assert not list(intake.feed(PASTE_BEGINS + long))
    assert not list(intake.tick())
    now += 3
    assert got(intake.tick()) == kept
    assert not intake.waits
    assert got(intake.feed(long + PASTE_ENDS)) == kept  # the line was slow: no key is among it
    assert got(intake.feed("n")) == ["n"]
    assert not list(intake.feed(PASTE_BEGINS + long))
    now += 3
    assert got(intake.tick()) == kept
    assert got(intake.feed("n")) == ["n"]
    assert got(intake.feed("\x1b[A" + long)) == ["up", *got(InputParser().feed(long))]


@pytest.mark.parametrize("held", ["\x1b", "\x1b[1;", PASTE_BEGINS, PASTE_BEGINS + "words"])
def test_it_knows_whether_something_is_held_back(held: str) -> None:
    intake = InputParser()
    list(intake.feed("a\x1b[A"))
    assert not intake.waits
    list(intake.feed(held))
    assert intake.waits


def test_a_parser_is_let_go_of_with_all_it_has_seen() -> None:
    intake = InputParser()
    (key,) = intake.feed("\x1b[57399;5u")
    parser, seen = ref(intake._parser), ref(key)
    intake.close()
    del intake, key
    gc.collect()
    assert parser() is None
    assert seen() is None
