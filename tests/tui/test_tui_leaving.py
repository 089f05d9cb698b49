"""Leaving while the store is still being opened: at once, unless there is something to keep."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Timer

import pytest

from tests.terminal.window import ENTER, ESC, Window
from tests.tui.eyes import shown
from tests.tui.house import House
from tests.tui.keyboard import typed
from wshoes_tui.services.desk import Desk
from wshoes_tui.services.late import LateStore
from wshoes_tui.tui.app import WshoesApp
from wshoes_tui.tui.start import Start

WORDS = "I want my own bed."


class Slow:
    """A desk whose store cannot be opened before it is allowed to."""

    def __init__(self, house: House) -> None:
        self.opened = Event()
        self._house = house
        self._allowed = Event()
        self._real = house.desk
        self._late = LateStore(self._open, prepare=lambda: self._allowed.wait() and None)

    def desk(self) -> Desk:
        """The desk at once."""
        return Desk(self._late, self._house.decks, self._late.lock, self._house.env)

    def allow(self) -> None:
        """Let the store be opened."""
        self._allowed.set()

    def _open(self) -> Desk:
        self.opened.set()
        return self._real()


@pytest.fixture
def slow(house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    """The house's desk, opened slowly."""
    slow = Slow(house)
    monkeypatch.setattr(house, "desk", slow.desk)
    yield slow
    slow.allow()


def rehearsing(app: WshoesApp) -> bool:
    return "You stand in the shoes of" in shown(app)


async def test_who_leaves_a_first_card_untouched_waits_for_nothing(
    house: House, slow: Slow
) -> None:
    async with house.open(Start("rehearse")) as app:
        assert rehearsing(app)
        await typed(app, ESC, "q")
        assert (app.gave_up, app.return_code) == (True, 0)
        assert not slow.opened.is_set()


async def test_words_are_waited_for(house: House, slow: Slow) -> None:
    async with house.open(Start("rehearse")) as app:
        Timer(0.2, slow.allow).start()
        await typed(app, WORDS, ESC, "q")
        assert (app.gave_up, app.return_code) == (False, 0)
    assert [draft.text for draft in house.only.drafts] == [WORDS]


async def test_what_was_done_without_words_is_waited_for(house: House, slow: Slow) -> None:
    async with house.open(Start("rehearse")) as app:
        Timer(0.2, slow.allow).start()
        await typed(app, ESC, "r", ESC, "q")
        assert (app.gave_up, app.return_code) == (False, 0)
    assert [turn.state for turn in house.only.turns] == ["skipped", "open"]


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
