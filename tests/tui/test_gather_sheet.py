"""Gathering from Home: a path is asked for, and a page says what came in."""

from __future__ import annotations

from pathlib import Path

from tests.gathering_machines import Machine, a_group
from tests.tui.app_fixture import House
from tests.tui.keyboard import ENTER, ESC, typed
from tests.tui.screen_text import shown
from wshoes_tui.domain.commands import Say
from wshoes_tui.tui.startup import StartOptions


async def test_home_takes_in_a_file_of_another_computer(solid_house: House, tmp_path: Path) -> None:
    there = Machine(tmp_path / "there")
    there.keep(a_group(Say("said elsewhere")))
    async with solid_house.open(StartOptions()) as app:
        await typed(app, "m", ENTER)
        assert "Type the path of a file" in shown(app)
        await typed(app, ESC)
        assert "Rehearse" in shown(app)
        await typed(app, "m", f"{there.root}/*.db", ENTER)
        assert "Taken in: 1 new session" in shown(app)
        assert "wshoes.db: 1 session is new" in shown(app)
        await typed(app, ESC)
        assert "1 session" in shown(app)
    assert [one.text for one in solid_house.only.responses] == ["said elsewhere"]
