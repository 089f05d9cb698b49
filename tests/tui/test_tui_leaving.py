"""Leaving while the store is still being opened: at once, unless there is something to keep."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Timer

import pytest

from tests.terminal.window import ENTER, ESC, Window
from tests.tui.app_fixture import House
from tests.tui.keyboard import LATER, settled, typed
from tests.tui.screen_text import shown
from tests.tui.test_tui_type_ahead import BACKSPACE, Broken
from wshoes_tui.errors import StoreError
from wshoes_tui.sessions.bootstrap import open_lazy_library
from wshoes_tui.sessions.lazy_store import LazyStore
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.settings import DataFolder, Settings
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.startup import StartOptions

WORDS = "I want my own bed."


class Slow:
    """A desk whose store cannot be opened before it is allowed to."""

    def __init__(self, house: House) -> None:
        self.opened = Event()
        self._house = house
        self._allowed = Event()
        self._real = house.library
        self._late = LazyStore(self._open, prepare=lambda: self._allowed.wait() and None)

    def library(self) -> SessionLibrary:
        """The desk at once."""
        return SessionLibrary(self._late, self._house.decks, self._late.lock, self._house.env)

    def allow(self) -> None:
        """Let the store be opened."""
        self._allowed.set()

    def _open(self) -> SessionLibrary:
        self.opened.set()
        return self._real()


@pytest.fixture
def slow(house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    """The house's desk, opened slowly."""
    slow = Slow(house)
    monkeypatch.setattr(house, "library", slow.library)
    yield slow
    slow.allow()


def rehearsing(app: WshoesApp) -> bool:
    return "You stand here" in shown(app)


async def test_who_leaves_a_first_card_untouched_waits_for_nothing(
    house: House, slow: Slow
) -> None:
    async with house.open(StartOptions("rehearse")) as app:
        assert rehearsing(app)
        await typed(app, ESC, "q")
        assert (app.gave_up, app.return_code) == (True, 0)
        assert not slow.opened.is_set()


async def test_words_are_waited_for(house: House, slow: Slow) -> None:
    async with house.open(StartOptions("rehearse")) as app:
        Timer(0.2, slow.allow).start()
        await typed(app, WORDS, ESC, "q")
        assert (app.gave_up, app.return_code) == (False, 0)
    assert [draft.text for draft in house.only.drafts] == [WORDS]


async def test_what_was_done_without_words_is_waited_for(house: House, slow: Slow) -> None:
    async with house.open(StartOptions("rehearse")) as app:
        Timer(0.2, slow.allow).start()
        await typed(app, ESC, "r", ESC, "q")
        assert (app.gave_up, app.return_code) == (False, 0)
    assert [turn.state for turn in house.only.turns] == ["skipped", "open"]


def unsaved(house: House) -> list[str]:
    """What stands in the files of unsaved words."""
    folder = house.settings.data.root / "unsaved"
    return [path.read_text("utf-8") for path in folder.iterdir()] if folder.exists() else []


@pytest.fixture
def broken(house: House) -> Broken:
    """The house's store, on a disk that can be made to fill up."""
    house.store = broken = Broken()
    return broken


@pytest.mark.parametrize("home", [False, True])
async def test_what_a_full_disk_did_not_take_is_in_a_file(
    house: House, broken: Broken, home: bool
) -> None:
    async with house.open(StartOptions("rehearse")) as app:
        await typed(app, "I want")
        broken.full = True
        await typed(app, " my own bed.", ENTER, ESC)
        if home:
            app.call_later(app.go_home)
            await settled(app)
        else:
            await typed(app, "q")
        told = shown(app) if home else app.parting
        assert "What could not be saved is in the file" in told
    (text,) = unsaved(house)
    assert f"[Turn 1]\n{WORDS}\n" in text


async def test_words_taken_back_while_the_disk_was_full_are_in_no_file(
    house: House, broken: Broken
) -> None:
    async with house.open(StartOptions("rehearse")) as app:
        broken.full = True
        await typed(app, "ab", BACKSPACE, BACKSPACE, ESC, "q")
        assert app.return_code == 0
    assert unsaved(house) == []


async def test_where_no_file_can_be_written_either_the_words_stay_on_the_screen(
    house: House, broken: Broken, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise StoreError("The disk is full.")

    async with house.open(StartOptions("rehearse"), size=(120, 30)) as app:
        broken.full = True
        with monkeypatch.context() as patched:
            patched.setattr("wshoes_tui.export.export_files.write_export", full)
            await typed(app, WORDS, ESC, "q")
            assert app.is_running
            assert "no file can be written" in shown(app)
            assert WORDS in shown(app)
            await typed(app, ESC, "q")
            assert app.is_running, "the same key within a second is no second thought"
        broken.full = False
        await typed(app, LATER, ESC, "q")
    assert [draft.text for draft in house.only.drafts] == [WORDS]


@pytest.mark.parametrize("keys", [(ESC, "q"), (WORDS, ESC, "q"), (WORDS, ENTER, ESC, "q")])
def test_keys_typed_before_the_first_card_lead_out_again(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    data = tmp_path / "data"
    with Window("rehearse", "home-from-hospital", data=data) as window:
        window.type(*keys)
        assert window.end() == 0
        assert window.is_restored
        assert b"wrong" not in window.sent
    if WORDS in keys:
        with Window("resume", data=data) as window:
            window.until(WORDS)
            assert window.leave(ESC, "q") == 0


def test_a_store_that_was_named_is_opened_before_the_first_card_and_the_usual_one_later(
    tmp_path: Path,
) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("no sessions " * 99)
    data = DataFolder(tmp_path / "data")
    with pytest.raises(StoreError, match="does not hold wshoes sessions"):
        open_lazy_library(Settings(data=data, database=str(letter)))
    data.database.write_text("no sessions " * 99)
    open_lazy_library(Settings(data=data)).store.close()
