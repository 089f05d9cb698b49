"""The hints of the first rehearsal in plain lines: a sentence each, and only once."""

from __future__ import annotations

from pathlib import Path

from tests.build import Play, a_deck
from tests.lines.talk import Talk
from wshoes_tui.flow.first_hints import FILE, MOVE_LINE, TYPE_LINE, FirstHints

HOME = a_deck()


def rehearsing(cache: Path) -> Talk:
    talk = Talk.at_home(HOME)
    talk.conversation.hints = FirstHints(cache)
    talk.role.follow()
    return talk


def test_a_first_rehearsal_says_what_comes_next(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    talk = rehearsing(cache)
    told = talk.type("rehearse", "1")
    assert told[-2] == f"Notice: {TYPE_LINE}"
    assert talk.type("My own bed.") == ["Saved: response 1", f"Notice: {MOVE_LINE}"]
    assert not any(MOVE_LINE in line for line in talk.type("/next"))
    assert (cache / FILE).exists()
    assert talk.type("/hints") == [f"Notice: {TYPE_LINE}"]
    other = rehearsing(cache)
    assert not any(TYPE_LINE in line for line in other.type("rehearse", "1"))


def test_a_group_hears_none(tmp_path: Path) -> None:
    talk = Talk.over(Play.begun("Asha, Tom", HOME))
    talk.conversation.hints = FirstHints(tmp_path / "cache")
    assert not any(TYPE_LINE in line for line in talk.type("/where"))
