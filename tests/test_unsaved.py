"""What no store takes is in a private file: every word, once, and never on another turn."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.build import Play
from tests.test_live import Later
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    Command,
    GiveFeedback,
    HandIn,
    KeepDraft,
    Next,
    ParkTopic,
    PlaceCard,
    Say,
)
from wshoes_tui.domain.draft_fields import pack, words_of
from wshoes_tui.domain.models import Transition
from wshoes_tui.errors import StoreError
from wshoes_tui.sessions.open_session import Autosave, OpenSession, UnsavedChange
from wshoes_tui.sessions.unsaved_words import put_away, write_unsaved
from wshoes_tui.settings import DataFolder
from wshoes_tui.storage.memory_store import MemoryStore

if TYPE_CHECKING:
    from wshoes_tui.sessions.store_thread import StoreThread

HARD = 'I said "no"\n\nfor é, ‍ and \u202e: \t 👩\u200d👩\u200d👧'


class Failing(MemoryStore):
    """A store that can be told to take nothing."""

    full = True

    def _must_take(self) -> None:
        if self.full:
            raise StoreError("The disk is full.")

    def commit(self, transition: Transition) -> None:
        self._must_take()
        super().commit(transition)

    def keep_draft(self, transition: Transition) -> None:
        self._must_take()
        super().keep_draft(transition)


@pytest.fixture
def play() -> Play:
    return Play.begun()


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def typing(play: Play) -> tuple[Failing, OpenSession, Callable[..., None]]:
    """A store that takes nothing, its session, and a way to type into a field of it."""
    store, worker = Failing(), Later()
    store.create(play.session)
    live = OpenSession(play.session, store, env=play.env)
    autosave = Autosave(live, cast("StoreThread", worker), lambda _error: None)

    def type_in(*what: Any) -> None:
        autosave.note(*what)
        worker.work()

    return store, live, type_in


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (Say(HARD), [HARD]),
        (HandIn("x", HARD), [HARD]),
        (KeepDraft("response", HARD), [HARD]),
        (KeepDraft("lightbulb", pack({"used": "a", "now": HARD})), ["a", HARD]),
        (
            KeepDraft("pledge", pack({"text": HARD, "owner": "", "when": "Friday"})),
            [HARD, "Friday"],
        ),
        (AddLightbulb(HARD, "before"), ["before", HARD]),
        (AddPledge(HARD, owner="Tom", by_when=date(2027, 1, 2)), [HARD, "Tom", "2027-01-02"]),
        (ParkTopic(HARD), [HARD]),
        (PlaceCard("title", HARD), ["title", HARD]),
        (GiveFeedback("heard", HARD), [HARD]),
        (KeepDraft("response", " "), []),
        (Next(), []),
    ],
)
def test_every_word_of_a_command_is_in_the_file_as_it_was_typed(
    command: Command, words: list[str], data: DataFolder, play: Play
) -> None:
    assert words_of(command) == words
    path = write_unsaved(data, play.session, [UnsavedChange(command, play.turn.id)])
    text = path.read_bytes().decode("utf-8")
    for one in words:
        assert f"\n{one}\n" in text


def test_no_two_files_share_a_name_and_none_says_who_typed(data: DataFolder, play: Play) -> None:
    tom = play.id_of("Tom")
    unkept = [UnsavedChange(KeepDraft("private", "words", tom), play.turn.id)]
    paths = {write_unsaved(data, play.session, unkept) for _ in range(3)}
    assert len(paths) == 3
    for path in paths:
        assert path.parent == data.root / "unsaved"
        assert "[Turn 1]\nwords\n" in path.read_text("utf-8")
        assert "Tom" not in path.read_text("utf-8")
        assert tom not in path.read_text("utf-8")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(data.root.joinpath("unsaved").stat().st_mode) == 0o700


def test_a_folder_that_others_could_read_is_closed_and_a_planted_one_is_not_used(
    data: DataFolder, play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    unkept = [UnsavedChange(Say("words"))]
    folder = data.root / "unsaved"
    folder.mkdir(parents=True, mode=0o755)
    folder.chmod(0o755)
    first = write_unsaved(data, play.session, unkept)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    first.unlink()
    folder.rmdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder.symlink_to(elsewhere)
    path = write_unsaved(data, play.session, unkept)
    assert path.parent == tmp_path / "home" / f"wshoes-unsaved-{os.getuid()}"
    assert list(elsewhere.iterdir()) == []


def test_where_no_file_can_be_written_nothing_is_forgotten(
    data: DataFolder, typing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    _store, live, type_in = typing
    type_in("response", "I want")

    def full(*_args: object, **_more: object) -> None:
        raise StoreError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr("wshoes_tui.export.export_files.write_export", full)
        with pytest.raises(StoreError, match="disk is full"):
            put_away(live, data)
    assert [one.command.text for one in live.unkept.values()] == ["I want"]
    assert list(data.root.iterdir()) == [], "no empty folder is left"
    assert put_away(live, data) is not None
    assert live.unkept == {}
    assert put_away(live, data) is None, "once is enough"


def test_the_newest_of_each_field_is_written_and_nothing_that_is_kept(
    data: DataFolder, play: Play, typing: Any
) -> None:
    store, live, type_in = typing
    type_in("response", "I wa")
    type_in("response", "I want")
    type_in("voice", "hidden", play.id_of("Tom"))
    type_in("park", "")
    path = put_away(live, data)
    assert path is not None
    text = path.read_text("utf-8")
    assert text.count("I wa") == 1
    assert "I want\n" in text
    assert "hidden\n" in text
    type_in("response", "I want more")
    store.full = False
    type_in("response", "I want more of it")
    assert put_away(live, data) is None
    assert live.unkept == {}


def test_a_store_that_takes_words_again_gets_them(data: DataFolder, typing: Any) -> None:
    store, live, type_in = typing
    type_in("response", "I want")
    store.full = False
    assert put_away(live, data) is None
    assert [draft.text for draft in store.load(live.session.id).drafts] == ["I want"]
    assert not data.root.exists()


def test_words_that_were_said_after_all_are_not_kept_twice(data: DataFolder, typing: Any) -> None:
    store, live, type_in = typing
    type_in("response", "I want")
    type_in("lightbulb", pack({"used": "", "now": "I see"}))
    store.full = False
    live.do(Say("I want"))
    live.do(AddLightbulb("I see"))
    assert put_away(live, data) is None
    assert store.load(live.session.id).drafts == ()


def test_the_same_words_said_before_are_no_reason_to_drop_them(
    data: DataFolder, typing: Any
) -> None:
    store, live, type_in = typing
    store.full = False
    live.do(Say("Yes."))
    store.full = True
    type_in("response", "Yes.")
    path = put_away(live, data)
    assert path is not None
    assert "\nYes.\n" in path.read_text("utf-8")


def test_words_of_a_turn_that_has_passed_come_to_no_other_turn(
    data: DataFolder, typing: Any
) -> None:
    store, live, type_in = typing
    type_in("response", "I want")
    store.full = False
    live.do(Next())
    path = put_away(live, data)
    assert path is not None
    assert "[Turn 1]\nI want\n" in path.read_text("utf-8")
    assert store.load(live.session.id).drafts == ()


def test_who_sits_down_anew_replaces_nothing(data: DataFolder, play: Play, typing: Any) -> None:
    _store, live, type_in = typing
    tom = play.id_of("Tom")
    type_in("own", "before the line dropped", tom, "nurse", play.turn.id)
    live.set_aside(tom)
    type_in("own", "after it", tom, "nurse", play.turn.id)
    path = put_away(live, data)
    assert path is not None
    for words in ("before the line dropped", "after it"):
        assert f"\n{words}\n" in path.read_text("utf-8")
