"""That the benchmark of stored sessions runs and tells machines; never how fast anything is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bench import stored
from tests.bench.many_decks import fill_with_decks
from wshoes_tui.decks.deck_rules import load_deck
from wshoes_tui.settings import DataFolder


def test_rows_come_out_for_machines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--sessions", "10", "--runs", "1", "--folder", str(tmp_path), "--json", "--only"]
    for row in ("show", "sessions against the same", "programme", "search"):
        assert stored.main([*words, row]) == 0
        [found] = json.loads(capsys.readouterr().out)["rows"]
        assert found["what"].startswith(row.split()[0])
        assert found["figure"] >= 0
    assert [path.name for path in tmp_path.iterdir()] == ["many-10"], "made once"


def test_a_rate_is_met_from_its_bar_on_and_a_ratio_up_to_it() -> None:
    rate = stored.StoredRow("gather", 5000, "/s", lambda _folders: 0)
    assert (rate.met(5000), rate.met(4999)) == (True, False)
    times = stored.StoredRow("show", 2, "x", lambda _folders: 0)
    assert (times.met(2.0), times.met(2.01)) == (True, False)


def test_decks_by_the_hundred_are_sound(tmp_path: Path) -> None:
    fill_with_decks(tmp_path, 2, cards=30)
    files = sorted(DataFolder(tmp_path).decks.iterdir())
    decks = [load_deck(file) for file in files]
    assert [(deck.id, len(deck.cards)) for deck in decks] == [("deck-0", 30), ("deck-1", 30)]
