"""Where terminals, folders and decks are not as one would wish."""

from __future__ import annotations

import re
from pathlib import Path

from tests.terminal.window import ENTER, ESC, ROOT, TAB, Window


def test_what_is_no_text_harms_nothing(data: Path) -> None:
    with Window("rehearse", data=data) as window:
        window.until("You stand here")
        window.type("A caf", b"\xe9 and a ", b"\xff\xfe", "bed")
        window.until(lambda _lines: window.field.endswith("bed"))
        kept = window.field
        assert re.fullmatch(r"A caf\ufffd and a \ufffd+bed", kept)
        window.type("\x1b[99;99z", ESC)
        window.until("One letter now")
        window.type("\x1b[99;99z", ESC)
        window.until(lambda _lines: "One letter now" not in window.text)
        window.type(" of my own.")
        window.until(lambda _lines: window.field == f"{kept} of my own.")
        window.type("\x1b[200~pasted: \x1b[31mred\x07\x1b[201~")
        window.until(lambda _lines: "pasted" in window.field)
        window.type(ENTER)
        window.until("✓ saved")
        assert f"{kept} of my own." in window.text
        assert window.leave(ESC, "q") == 0
        assert b"\x1b[31mred" not in window.sent
        assert window.is_restored


def test_a_paste_without_an_end_swallows_nothing(data: Path) -> None:
    with Window("rehearse", data=data) as window:
        window.until("You stand here")
        window.type("\x1b[200~Half a paste")
        window.until(lambda _lines: window.field == "Half a paste")
        window.type(" and on", ENTER)
        window.until("✓ saved")
        assert window.leave(ESC, "q") == 0


def test_a_window_too_small_says_so_and_recovers(data: Path) -> None:
    with Window("rehearse", "home-from-hospital", data=data) as window:
        window.until("You stand here")
        window.type("Half a sen")
        window.until(lambda _lines: window.field == "Half a sen")
        before = window.lines
        small(window)
        window.resize(80, 24)
        window.until(lambda lines: lines == before)
        window.type(ESC, "l", "hard", TAB, "afraid")
        window.until(sheet_stands)
        small(window)
        window.resize(80, 24)
        window.until(sheet_stands)
        window.resize(40, 20)
        window.until(sheet_stands)
        window.resize(80, 24)
        window.until(sheet_stands)
        assert window.leave(ESC, ESC, "q") == 0
        assert window.is_restored


def sheet_stands(lines: list[str]) -> bool:
    """Whether the page of a lightbulb stands whole: its turn, both fields, and the keys."""
    told = [line.strip() for line in lines if line.strip()]
    fields = ["I used to think", "hard", "Now I see", "▌ afraid"]
    return (
        len(told) > 1
        and told[0].startswith("A lightbulb")
        and "Turn 1 of 6" in told[0]
        and told[1:-1] == fields
        and told[-1].startswith("Enter go on")
    )


def small(window: Window) -> None:
    window.resize(24, 8)
    window.until("This window is too small.")


def test_a_folder_that_keeps_nothing_is_said_on_home(data: Path) -> None:
    data.write_text("a file, where a folder should be", encoding="utf-8")
    with Window(data=data) as window:
        window.until("Nothing can be kept in the data folder")
        window.type("r", "n")
        window.until("Nothing can be kept")
        assert "Rehearse" in window.text
        assert window.leave("q") == 0
        assert window.is_restored
    with Window("rehearse", data=data) as window:
        assert window.end() == 1
        assert "Nothing can be kept in the data folder" in window.text
        assert "Traceback" not in window.text
        assert window.is_restored


def test_the_second_copy_is_told_who_has_the_session(data: Path) -> None:
    with Window("rehearse", data=data) as first:
        first.until("You stand here")
        first.type("Mine.", ENTER)
        first.until("✓ saved")
        with Window("resume", data=data) as second:
            second.until("Somebody else has this session open")
            assert f"process {first.process.pid}" in second.text
            second.type("l")
            second.until("Whose shoes, on what")
            assert "x export" not in second.text
            assert second.leave("q") == 0
            assert second.is_restored
        first.type("Still mine.", ENTER)
        first.until("Still mine.")
        assert first.leave(ESC, "q") == 0
    with Window("resume", data=data) as third:
        third.until("Still mine.")
        assert third.leave(ESC, "q") == 0


def test_a_broken_deck_spoils_no_other(data: Path) -> None:
    decks = data / "decks"
    decks.mkdir(parents=True)
    (decks / "odd.yaml").write_text("wshoes: 1\nid: odd\ntitle: Odd one\ncards: [\n", "utf-8")
    whole = (ROOT / "decks" / "home-from-hospital.yaml").read_text("utf-8")
    mine = whole.replace("id: home-from-hospital", "id: ours").replace(
        "title: Home from hospital", "title: A deck of ours"
    )
    (decks / "ours.yaml").write_text(mine, "utf-8")
    originals = [path for path in (ROOT / "decks").glob("*.yaml") if "." not in path.stem]
    with Window(data=data) as window:
        window.until(f"{len(originals) + 1} decks · 1 cannot be used")
        window.type("d", "/", "odd")
        window.until("Odd one cannot be used")
        window.until("This deck cannot be used yet.")
        assert "odd.yaml" in window.text
        window.type(ESC, ESC)
        window.until("1 cannot be used")
        window.type("r", "/", "ours", ENTER)
        window.until("A deck of ours")
        window.type(ENTER)
        window.until("You stand here")
        assert window.leave(ESC, "q") == 0
