"""Large exports and imports, full disks, bad files: one sentence each, and nothing half done."""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.bench.many_sessions import Plan, sessions
from tests.cli.running import Run, keep
from wshoes_tui.cli import stored_sessions
from wshoes_tui.export.export_progress import ExportProgress
from wshoes_tui.export.json_format import to_json

A_SESSION = next(sessions(Plan(sessions=1, responses=60, today=date(2026, 11, 24))))
FORMATS = ("md", "json", "csv", "html", "poster", "docx")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """An empty folder for exports."""
    folder = tmp_path / "exports"
    folder.mkdir()
    return folder


@pytest.fixture
def told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Progress is told after each part."""
    init = ExportProgress.__init__
    monkeypatch.setattr(
        ExportProgress, "__init__", lambda self, tell=None, _seconds=2.0: init(self, tell, 0)
    )


@pytest.mark.usefixtures("told_at_once")
def test_commands_tell_on_standard_error_how_far_they_are(
    run: Run, data: Path, tmp_path: Path
) -> None:
    keep(data, A_SESSION)
    path = tmp_path / "out.json"
    wrote = run("export", "last", "--format", "json", "--out", str(path))
    assert wrote.out == f"{path}\n"
    assert "Writing: 20 parts so far. Ctrl+C stops." in wrote.err
    read = run("import", str(path), "--data", str(tmp_path / "other"))
    assert read.status == 0
    assert "Reading: 20 parts so far. Ctrl+C stops." in read.err


@pytest.mark.usefixtures("told_at_once")
@pytest.mark.parametrize("name", ["json", "csv", "md"])
def test_ctrl_c_leaves_nothing_of_an_export(
    run: Run, data: Path, here: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    keep(data, A_SESSION)
    interrupt_at("Writing: 20 ", monkeypatch)
    ran = run("export", "last", "--everything", "--format", name, "--out", str(here / "session"))
    assert (ran.status, ran.out) == (130, "")
    assert ran.err.endswith("Stopped. Nothing was written.\n")
    assert list(here.iterdir()) == []


@pytest.mark.usefixtures("told_at_once")
def test_ctrl_c_leaves_nothing_of_an_import(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "session.json"
    path.write_text(to_json(A_SESSION), "utf-8")
    interrupt_at("Reading: 20 ", monkeypatch)
    ran = run("import", str(path))
    assert ran.status == 130
    assert ran.err.endswith("Stopped. Nothing was taken in.\n")
    assert not data.exists()


def interrupt_at(beginning: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Type Ctrl+C when this is told."""
    tell = stored_sessions.write_error

    def interrupted(text: str) -> None:
        if text.startswith(beginning):
            raise KeyboardInterrupt
        tell(text)

    monkeypatch.setattr(stored_sessions, "write_error", interrupted)


@contextmanager
def a_full_disk(size: int) -> Iterator[None]:
    """No file may become larger than so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # it would be cut short
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        sys.dont_write_bytecode = written


@pytest.mark.parametrize("name", FORMATS)
def test_a_full_disk_is_one_sentence_and_leaves_nothing(
    run: Run, data: Path, here: Path, name: str
) -> None:
    if name == "docx":
        pytest.importorskip("docx")
    keep(data, A_SESSION)
    words = ("export", "last", "--everything", "--format", name, "--out", str(here / "out"))
    with a_full_disk(2000):
        ran = run(*words)
    assert (ran.status, ran.out) == (1, "")
    assert "could not be written (File too large). The session is as it was." in ran.sentence
    assert list(here.iterdir()) == []
    assert run(*words).status == 0
    assert [path.name for path in here.iterdir()] == ["out"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_folder_that_is_not_there_and_a_link_are_one_sentence(
    run: Run, data: Path, here: Path, name: str
) -> None:
    if name == "docx":
        pytest.importorskip("docx")
    keep(data, A_SESSION)
    words = ("export", "last", "--everything", "--format", name, "--out")
    nowhere = run(*words, str(here / "no" / "such" / "out"))
    assert nowhere.status == 1
    assert "(No such file or directory)" in nowhere.sentence
    target = here.parent / "precious"
    target.write_text("mine")
    (here / "link").symlink_to(target)
    (here / "dangling").symlink_to(here.parent / "not-there")
    for link in ("link", "dangling"):
        over = run(*words, str(here / link))
        assert over.status == 1
        assert "a link" in over.sentence or "already" in over.sentence
    assert target.read_text() == "mine"
    assert not (here.parent / "not-there").exists()
    assert sorted(path.name for path in here.iterdir()) == ["dangling", "link"]


Spoil = Callable[[dict[str, Any]], object]


def half_a_record(top: dict[str, Any]) -> None:
    del top["responses"][3]["text"]


def half_a_turn(top: dict[str, Any]) -> None:
    top["turns"][1] = {"id": top["turns"][1]["id"]}


def a_newer_version(top: dict[str, Any]) -> None:
    top["version"] = 99


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (half_a_record, '"responses" number 4 cannot be read (text: missing).'),
        (half_a_turn, '"turns" number 2 cannot be read'),
        (a_newer_version, "The file was written by a newer wshoes"),
    ],
)
def test_a_bad_record_or_a_newer_version_is_one_sentence(
    run: Run, data: Path, tmp_path: Path, spoil: Spoil, told: str
) -> None:
    top = json.loads(to_json(A_SESSION))
    spoil(top)
    path = tmp_path / "session.json"
    path.write_text(json.dumps(top))
    ran = run("import", str(path))
    assert ran.status == 1
    assert told in ran.sentence
    assert "Nothing was taken in." in ran.sentence
    assert not data.exists()


@pytest.mark.parametrize("ends", [0.1, 0.5, 0.99])
def test_a_file_that_was_cut_off_is_one_sentence(
    run: Run, data: Path, tmp_path: Path, ends: float
) -> None:
    text = to_json(A_SESSION)
    path = tmp_path / "session.json"
    path.write_text(text[: int(len(text) * ends)])
    assert "The file is not whole, or not JSON" in run("import", str(path)).sentence
    assert not data.exists()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_what_powershell_wrote_is_refused_with_the_way_to_do_it(
    run: Run, data: Path, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "session.json"
    path.write_bytes(to_json(A_SESSION).encode(encoding))
    ran = run("import", str(path))
    assert ran.status == 1
    assert 'The file is UTF-16, as PowerShell writes what goes through ">"' in ran.sentence
    assert "--out" in ran.sentence
    assert not data.exists()


def test_a_byte_order_mark_is_no_obstacle(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    path.write_bytes(b"\xef\xbb\xbf" + to_json(A_SESSION).encode())
    assert run("import", str(path)).status == 0
