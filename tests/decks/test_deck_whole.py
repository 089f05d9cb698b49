"""Opening a deck from memory: the same deck, unless there is any doubt."""

from __future__ import annotations

import json
import os
import stat
import time
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from tests.decks.samples import GOOD, ORIGINALS
from wshoes_tui.decks import deck_cache, deck_rules, whole_deck_cache
from wshoes_tui.decks.deck_library import DeckLibrary
from wshoes_tui.decks.diagnostics import DeckErrors
from wshoes_tui.decks.whole_deck_cache import MOST, DeckCache

NAME = "home-from-hospital"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck file that was written a while ago, beside a data folder."""
    (tmp_path / "data").mkdir()
    (tmp_path / "decks").mkdir()
    return written(tmp_path / "decks" / "home.yaml", GOOD)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where decks are remembered."""
    return tmp_path / "data" / "cache"


def written(path: Path, text: str, seconds_ago: float = 60) -> Path:
    path.write_text(text, "utf-8")
    when = time.time() - seconds_ago
    os.utime(path, (when, when))
    return path


def memory_of(cache: Path) -> Path:
    """The one memory there is."""
    (found,) = cache.glob("deck-*.json")
    return found


def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deck_rules, "load_deck", lambda path: pytest.fail(f"read {path}"))


def test_an_unchanged_deck_is_read_once(
    deck: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = DeckCache(cache).load(deck)
    assert first == deck_rules.load_deck(deck)
    no_reading(monkeypatch)
    assert DeckCache(cache).load(deck) == first


@pytest.mark.parametrize("path", ORIGINALS, ids=lambda path: path.stem)
def test_a_remembered_deck_is_the_deck(
    path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.parent.mkdir()
    text = path.read_text("utf-8")
    copy = written(cache.parent.parent / path.name, text)
    DeckCache(cache).load(copy)
    expected = deck_rules.load_deck(path)
    no_reading(monkeypatch)
    assert DeckCache(cache).load(copy) == expected


def test_a_shelf_opens_from_memory_whatever_the_deck_is_called(
    deck: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck_library = DeckLibrary([("yours", deck.parent)], cache / "decks.json")
    first = deck_library.open(NAME)
    no_reading(monkeypatch)
    assert deck_library.open(NAME) == deck_library.open(str(deck)) == first


def test_the_memory_is_for_this_account_alone(deck: Path, cache: Path) -> None:
    DeckCache(cache).load(deck)
    assert stat.S_IMODE(memory_of(cache).stat().st_mode) == 0o600
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700


def test_a_changed_deck_is_read_again(deck: Path, cache: Path) -> None:
    DeckCache(cache).load(deck)
    written(deck, GOOD.replace("Home from", "Back from"), seconds_ago=30)
    assert DeckCache(cache).load(deck).title == "Back from hospital"


def test_a_deck_that_broke_is_told_however_often_it_is_opened(deck: Path, cache: Path) -> None:
    DeckCache(cache).load(deck)
    written(deck, GOOD.replace("title:", "titel:", 1), seconds_ago=30)
    for _ in range(2):
        with pytest.raises(DeckErrors):
            DeckCache(cache).load(deck)


def test_a_deck_that_changes_while_it_is_read_is_read_again(
    deck: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = deck_rules.load_deck

    def read_and_change(path: Path, *more: object) -> object:
        monkeypatch.undo()
        found = load(path)
        written(path, GOOD.replace("Home from", "Back from"), seconds_ago=30)
        return found

    monkeypatch.setattr(deck_rules, "load_deck", read_and_change)
    assert DeckCache(cache).load(deck).title == "Home from hospital"
    assert DeckCache(cache).load(deck).title == "Back from hospital"


def test_a_deck_that_is_gone_is_not_there(deck: Path, cache: Path) -> None:
    DeckCache(cache).load(deck)
    deck.unlink()
    with pytest.raises(DeckErrors):
        DeckCache(cache).load(deck)


def test_a_deck_still_being_written_is_not_remembered(deck: Path, cache: Path) -> None:
    written(deck, GOOD, seconds_ago=0)
    DeckCache(cache).load(deck)
    assert not list(cache.glob("deck-*"))


@pytest.mark.parametrize(
    "text",
    ["", "\n", "{}", "[]\n[]", "null\nnull", "\x00", "[" * 9000, '{"version": "0"}\n{}'],
    ids=["empty", "line", "brief", "lists", "nothing", "nul", "deep", "version"],
)
def test_a_memory_that_makes_no_sense_is_as_none(deck: Path, cache: Path, text: str) -> None:
    first = DeckCache(cache).load(deck)
    memory_of(cache).write_text(text, "utf-8")
    assert DeckCache(cache).load(deck) == first


def test_every_damaged_byte_is_noticed(deck: Path, cache: Path) -> None:
    first = DeckCache(cache).load(deck)
    memory = memory_of(cache)
    sound = memory.read_bytes()
    for place in range(0, len(sound), 97):
        memory.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        assert DeckCache(cache).load(deck) == first
    memory.write_bytes(sound[:-1])
    assert DeckCache(cache).load(deck) == first


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("shoes",), 7), (("cards",), 7), (("title",), 7), (("title",), None), (("nothing",), ""),
        (("shoes", 0, "side"), "both"), (("cards", 0, "themes"), [7]), (("cards", 0), "a card"),
        (("cards", 0, "prompts"), [["notice"]]), (("cards", 0, "opposite"), {"patient": 7}),
        (("translated",), "1"), (("themes", 0), {}), (("authors",), [{"id": "x"}]),
    ],
)  # fmt: skip
def test_what_is_no_deck_is_not_believed_though_its_hash_holds(
    deck: Path, cache: Path, path: tuple[Any, ...], wrong: object
) -> None:
    first = DeckCache(cache).load(deck)
    memory = memory_of(cache)
    top, _, text = memory.read_text("utf-8").partition("\n")
    record = json.loads(text)
    within = record["deck"]
    for step in path[:-1]:
        within = within[step]
    within[path[-1]] = wrong
    text = json.dumps(record)
    changed = {**json.loads(top), "checksum": crc32(text.encode())}
    memory.write_text(f"{json.dumps(changed)}\n{text}", "utf-8")
    assert DeckCache(cache).load(deck) == first


def test_the_memory_of_another_file_is_not_believed(deck: Path, cache: Path) -> None:
    DeckCache(cache).load(deck)
    other = written(deck.with_name("other.yaml"), GOOD.replace("Home from", "Back from"))
    top, _, text = memory_of(cache).read_text("utf-8").partition("\n")
    forged = json.dumps(json.loads(top) | {"stamp": deck_cache.stamp_of(other)})
    whole_deck_cache._place(cache, other).write_text(f"{forged}\n{text}", "utf-8")
    assert DeckCache(cache).load(other).title == "Back from hospital"


def test_only_the_newest_memories_stay(deck: Path, cache: Path) -> None:
    for number in range(MOST + 3):
        DeckCache(cache).load(written(deck.with_name(f"{number}.yaml"), GOOD))
    assert len(list(cache.glob("deck-*.json"))) == MOST


@pytest.mark.parametrize("folder", [None, Path("nowhere") / "cache"])
def test_without_a_data_folder_nothing_is_made(
    deck: Path, folder: Path | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert DeckCache(folder).load(deck) == deck_rules.load_deck(deck)
    assert not Path("nowhere").exists()
