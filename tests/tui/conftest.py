"""A house of one's own for every test: its own folder, a clock that stands still, no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import disable_socket, enable_socket

from tests.surroundings import own_folders, standing_clock
from tests.tui.app_fixture import Decks, House, Remembering
from tests.tui.decks import COUNCIL, HOSPITAL
from tests.tui.keyboard import clock
from wshoes_tui.sessions import bootstrap
from wshoes_tui.settings import DataFolder, Settings
from wshoes_tui.tui import key_queue, one_shot_screen


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of the test, which is not there yet; the current folder is another one."""
    return own_folders(tmp_path, monkeypatch, LC_ALL="C.UTF-8", TERM="xterm-256color")


@pytest.fixture(autouse=True)
def _standing_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Monday 2 March, ten in the morning, wherever the test runs."""
    with standing_clock(monkeypatch):
        yield


@pytest.fixture(autouse=True)
def _standing_confirmations(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second goes by where a test says so, and nowhere else."""
    monkeypatch.setattr(key_queue, "monotonic", clock)


@pytest.fixture(autouse=True)
def _at_rest_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody types any more as soon as a key has done its work."""
    monkeypatch.setattr(one_shot_screen, "REST_SECONDS", 0.0)


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """Nothing here talks to anybody; the event loop may talk to itself."""
    disable_socket(allow_unix_socket=True)
    yield
    enable_socket()


@pytest.fixture
def house(data: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """A house with two decks and an empty store in memory."""
    house = House(Settings(data=DataFolder(data)), Decks(HOSPITAL, COUNCIL), Remembering())
    monkeypatch.setattr(bootstrap, "open_deck_library", lambda _settings: house.decks)
    return house


@pytest.fixture
def solid_house(house: House) -> House:
    """The same over SQLite in the data folder."""
    house.store = None
    return house
