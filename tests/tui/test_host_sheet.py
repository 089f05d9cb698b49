"""Hosting begins at Home: the app ends, and the same program goes on as a host."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.app_fixture import House
from tests.tui.keyboard import ENTER, ESC, typed
from tests.tui.screen_text import shown
from wshoes_tui.cli.options import read
from wshoes_tui.settings import DataFolder, Settings
from wshoes_tui.tui.screens import host_sheet
from wshoes_tui.tui.startup import StartOptions


async def test_who_can_join_is_asked_and_then_the_app_makes_way_for_the_host(house: House) -> None:
    async with house.open(StartOptions("home")) as app:
        await typed(app, "h")
        assert "Who can join" in shown(app)
        await typed(app, ESC)
        assert app.start.then == ()
        await typed(app, "h", ENTER)
        assert app.start.then == ("host", "--bind", "0.0.0.0")
        assert app.return_code == 0


async def test_without_its_part_it_says_how_to_install_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(host_sheet, "find_spec", lambda _name: None)
    async with house.open(StartOptions("home")) as app:
        await typed(app, "h")
        assert 'pip install "wshoes[host]"' in shown(app)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"language": "cy", "easy": True, "mono": True},
        {"contrast": "dark", "slow": True, "ascii": True, "decks": (Path("/a b"), Path("/c"))},
        {"database": "postgresql://host/name"},
    ],
)
def test_the_host_has_the_same_settings(
    more: dict[str, object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    settings = replace(Settings(data=DataFolder(tmp_path)), **more)  # type: ignore[arg-type]
    run: list[list[str]] = []
    monkeypatch.setattr(host_sheet.os, "execv", lambda _path, words: run.append(words))
    host_sheet.run_again(settings, ("host", "--bind", "127.0.0.1"))
    given = read(run[0][3:])
    assert given.settings == settings
    assert given.rest == ("host", "--bind", "127.0.0.1")
