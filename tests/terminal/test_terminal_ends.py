"""However it ends: the words are kept, and the terminal is given back."""

from __future__ import annotations

import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.terminal.window import ESC, TAB, Window

WORDS = "Everybody keeps telling me it is good news"


def started(data: Path, *words: str) -> Window:
    window = Window(*(words or ("rehearse", "home-from-hospital")), data=data)
    window.until("stand here")
    window.until("Enter save")
    return window


def shoes(window: Window) -> str:
    """Which turn this is, and in whose shoes."""
    return window.lines[0].split("  ")[1] + window.lines[3]


def drafts_on_disk(data: Path) -> list[str]:
    """The texts that another program finds in the file while this one runs."""
    with closing(sqlite3.connect(f"file:{data / 'wshoes.db'}?mode=ro", uri=True)) as file:
        return [text for (text,) in file.execute("SELECT text FROM draft")]


def test_killed_in_mid_sentence(data: Path) -> None:
    with started(data) as window:
        window.type(WORDS)
        window.until("kept, not yet saved")
        window.until(lambda _lines: window.field == WORDS)
        window.until(lambda _lines: drafts_on_disk(data) == [WORDS])
        window.type(" and nobody asks")
        turn = shoes(window)
        assert window.signal(signal.SIGKILL) == -signal.SIGKILL
    with started(data, "resume") as window:
        assert shoes(window) == turn
        window.until(lambda _lines: window.field.startswith(WORDS))
        assert f"{WORDS} and nobody asks".startswith(window.field)
        assert window.leave(ESC, "q") == 0
        assert b"Everything is kept. Go on with: wshoes resume " in window.sent[-80:]


def test_ended_in_mid_sentence_again_and_again(data: Path) -> None:
    with started(data) as window:
        turn = shoes(window)
        window.type(WORDS)
        window.until(lambda _lines: window.field == WORDS)
        assert window.signal(signal.SIGTERM) == 128 + signal.SIGTERM
        assert window.is_restored
    with started(data, "resume") as window:
        assert shoes(window) == turn
        window.until(lambda _lines: window.field == WORDS)
        window.type(" and")
        window.until(lambda _lines: window.field == f"{WORDS} and")
        assert window.signal(signal.SIGHUP) == 128 + signal.SIGHUP
        assert window.is_restored
    with started(data, "resume") as window:
        window.until(lambda _lines: window.field == f"{WORDS} and")
        window.type(" no")
        window.until(lambda _lines: window.field == f"{WORDS} and no")
        assert window.close() == 128 + signal.SIGHUP
    with started(data, "resume") as window:
        assert shoes(window) == turn
        window.until(lambda _lines: window.field == f"{WORDS} and no")
        assert window.leave(ESC, "q") == 0


def test_ended_before_the_screen_has_caught_up(data: Path) -> None:
    with started(data) as window:
        window.type(WORDS)
        assert window.signal(signal.SIGTERM) == 128 + signal.SIGTERM
        assert window.is_restored
    with started(data, "resume") as window:
        window.until(lambda _lines: window.field == WORDS)


def test_ended_before_there_is_a_screen(data: Path) -> None:
    with Window(data=data) as window:
        window.until(lambda _lines: window.sent)
        assert window.signal(signal.SIGTERM) == 128 + signal.SIGTERM
        assert window.is_restored


def test_ended_in_a_sheet_and_on_a_private_page(data: Path) -> None:
    with started(data) as window:
        window.type(ESC, "p", "When it rains", TAB, "As")
        window.until("As")
        window.until(lambda lines: any(line.strip(" ▌") == "As" for line in lines))
        assert window.signal(signal.SIGTERM) == 128 + signal.SIGTERM
    with started(data, "resume") as window:
        window.type(ESC, "p")
        window.until("When it rains")
        window.until(lambda lines: any(line.strip(" ▌") == "As" for line in lines))
        window.type(ESC, ESC, "w")
        window.until("only for now, only for you")
        window.type("Only mi")
        window.until(lambda _lines: window.field == "Only mi")
        assert window.signal(signal.SIGHUP) == 128 + signal.SIGHUP
    with Window("resume", data=data) as window:
        window.until(lambda _lines: window.field == "Only mi")
        assert window.leave(ESC, "q") == 0
        assert window.is_restored
