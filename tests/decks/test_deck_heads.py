"""Listing decks from memory: the same list, unless a file has changed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.decks.samples import GOOD
from wshoes_tui.decks import deck_files
from wshoes_tui.decks.deck_library import DeckLibrary
from wshoes_tui.decks.diagnostics import Report


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, Path]:
    """A folder with one deck, and a memory in a data folder."""
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "home.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "data").mkdir()
    return folder, tmp_path / "data" / "cache" / "decks.json"


def test_a_second_look_reads_no_deck(
    place: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, memory = place
    first = DeckLibrary([("yours", folder)], memory).listing()
    monkeypatch.setattr(deck_files, "read_source", lambda *_: pytest.fail("read the file"))
    assert DeckLibrary([("yours", folder)], memory).listing() == first
    assert memory.stat().st_mode & 0o777 == 0o600


def test_a_second_look_loads_no_rules(place: tuple[Path, Path]) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from wshoes_tui.decks.deck_library import DeckLibrary;"
        "rows = DeckLibrary([('yours', Path(sys.argv[1]))], Path(sys.argv[2])).listing();"
        "heavy = ('yaml', 'wshoes_tui.decks.deck_rules', 'wshoes_tui.decks.deck_schema');"
        "print(len(rows), [name for name in heavy if name in sys.modules])"
    )
    looks = [
        subprocess.run([sys.executable, "-c", code, *place], capture_output=True, text=True)
        for _ in range(2)
    ]
    assert looks[0].stdout.strip().startswith("1 ['yaml', ")
    assert looks[1].stdout.strip() == "1 []"


def test_a_changed_deck_is_read_again(place: tuple[Path, Path]) -> None:
    folder, memory = place
    DeckLibrary([("yours", folder)], memory).listing()
    (folder / "home.yaml").write_text(GOOD.replace("Home from", "Back from"), "utf-8")
    assert [row.title for row in DeckLibrary([("yours", folder)], memory).listing()] == [
        "Back from hospital"
    ]


def test_a_deck_that_changes_while_it_is_read_is_read_again(
    place: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, memory = place
    read = deck_files.read_source

    def read_and_change(path: Path, report: Report) -> str:
        text = read(path, report)
        path.write_text(GOOD.replace("Home from", "Back from"), "utf-8")
        return text

    with monkeypatch.context() as patch:
        patch.setattr(deck_files, "read_source", read_and_change)
        assert DeckLibrary([("yours", folder)], memory).listing()[0].title == "Home from hospital"
    assert DeckLibrary([("yours", folder)], memory).listing()[0].title == "Back from hospital"


def test_a_deck_that_broke_is_told_and_not_remembered_as_sound(place: tuple[Path, Path]) -> None:
    folder, memory = place
    DeckLibrary([("yours", folder)], memory).listing()
    (folder / "home.yaml").write_text(GOOD.replace("title:", "titel:", 1), "utf-8")
    assert DeckLibrary([("yours", folder)], memory).listing()[0].problem


@pytest.mark.parametrize("text", ["", "[]", "{", '{"version": "0", "heads": {}}', "\x00", "null"])
def test_a_memory_that_makes_no_sense_is_as_none(place: tuple[Path, Path], text: str) -> None:
    folder, memory = place
    first = DeckLibrary([("yours", folder)], memory).listing()
    memory.write_text(text, "utf-8")
    assert DeckLibrary([("yours", folder)], memory).listing() == first


def test_without_a_data_folder_nothing_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "home.yaml").write_text(GOOD, "utf-8")
    memory = tmp_path / "none" / "cache" / "decks.json"
    assert len(DeckLibrary([("yours", folder)], memory).listing()) == 1
    assert not memory.parent.parent.exists()


def test_a_folder_whose_name_is_no_text_is_remembered_too(
    place: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, memory = place
    folder = folder.rename(folder.with_name(os.fsdecode(b"decks\xff")))
    first = DeckLibrary([("yours", folder)], memory).listing()
    monkeypatch.setattr(deck_files, "read_source", lambda *_: pytest.fail("read the file"))
    assert DeckLibrary([("yours", folder)], memory).listing() == first
