"""Gathering from Home: a path is asked for, and a page says what came in."""

from __future__ import annotations

from pathlib import Path

from tests.gathering_machines import Machine, a_group, gone_apart
from tests.tui.app_fixture import House
from tests.tui.keyboard import BACKSPACE, DOWN, ENTER, ESC, typed
from tests.tui.screen_text import in_field, misfits, shown
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
        await typed(app, "m", f"{there.root}/*.bd", ENTER)
        assert "*.bd is not there" in shown(app)
        assert in_field(app) == f"{there.root}/*.bd", "to be put right"
        assert misfits(app) == []
        await typed(app, *BACKSPACE * 2, "db", ENTER)
        assert "Taken in: 1 new session" in shown(app)
        assert "wshoes.db: 1 session is new" in shown(app)
        await typed(app, ESC)
        assert "1 session" in shown(app)
    assert [one.text for one in solid_house.only.responses] == ["said elsewhere"]


async def test_a_conflict_is_shown_side_by_side_and_decided(
    solid_house: House, tmp_path: Path
) -> None:
    here, there = Machine(solid_house.settings.data.root), Machine(tmp_path / "there")
    session_id = gone_apart(here, there)
    async with solid_house.open(StartOptions()) as app:
        await typed(app, "m", str(there.file), ENTER)
        assert "it was changed here and in" in shown(app)
        await typed(app, ESC)
        assert "Changed here and there 1 of 1" in shown(app)
        assert "[here] a pledge" in shown(app)
        assert 'here: "I will ring." there: "I will write."' in shown(app)
        assert "[there] response" in shown(app), "what is only there is not lost by Enter alone"
        await typed(app, "t")
        assert "[here]" not in shown(app)
        await typed(app, "k", *[DOWN] * 2, " ")
        assert shown(app).count("[there]") == 1
        assert misfits(app) == []
        await typed(app, ENTER)
        assert "This is settled" in shown(app)
        assert "That was all." in shown(app)
        await typed(app, *"ktl ", ENTER, ESC)
        assert "Rehearse" in shown(app)
    settled = here.load(session_id)
    assert settled is not None
    assert here.gather(there.file).is_whole


async def test_a_conflict_that_is_left_for_later_stays(solid_house: House, tmp_path: Path) -> None:
    here, there = Machine(solid_house.settings.data.root), Machine(tmp_path / "there")
    session_id = gone_apart(here, there)
    before = here.load(session_id)
    async with solid_house.open(StartOptions()) as app:
        await typed(app, "m", str(there.file), ENTER, ESC, "t", "l", ESC)
    assert here.load(session_id) == before
    assert not here.gather(there.file).is_whole
