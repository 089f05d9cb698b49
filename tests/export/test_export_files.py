"""Exports on the disk: private, whole, and never over something else."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.build import Play
from wshoes_tui.domain import commands as c
from wshoes_tui.errors import StoreError
from wshoes_tui.export import export_files
from wshoes_tui.export.export_files import read_import, suggested_name, write_export
from wshoes_tui.export.json_reader import UnreadableError


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def refused(path: Path, content: str = "new", *, replace: bool = False) -> str:
    """The sentences with which a file is not written; nothing half done is left."""
    before = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    with pytest.raises(StoreError) as caught:
        write_export(path, content, replace=replace)
    assert (sorted(path.parent.iterdir()) if path.parent.is_dir() else []) == before
    assert caught.value.kept
    assert caught.value.todo
    assert str(caught.value).isprintable()
    return str(caught.value)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_only_its_owner_can_read_a_file(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "export.md"
    before = os.umask(umask)
    try:
        write_export(path, "words")
    finally:
        os.umask(before)
    assert mode(path) == 0o600
    assert path.stat().st_nlink == 1
    assert list(tmp_path.iterdir()) == [path]


def test_text_is_utf_8_and_bytes_are_as_they_are(tmp_path: Path) -> None:
    write_export(tmp_path / "a", "Łóżko\r\n\ud800")
    assert (tmp_path / "a").read_bytes() == "Łóżko\r\n\ufffd".encode()
    write_export(tmp_path / "b", b"\x00\xff")
    assert (tmp_path / "b").read_bytes() == b"\x00\xff"


def test_a_file_is_only_replaced_where_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "export.md"
    path.write_text("old")
    path.chmod(0o644)
    assert "already" in refused(path)
    assert path.read_text() == "old"
    write_export(path, "new", replace=True)
    assert (path.read_text(), mode(path)) == ("new", 0o600)


@pytest.mark.parametrize("replace_it", [False, True])
def test_a_planted_link_is_not_followed(tmp_path: Path, replace_it: bool) -> None:
    target = tmp_path / "target"
    target.write_text("theirs")
    for name, leads_to in (("link", target), ("dangling", tmp_path / "not-there")):
        path = tmp_path / name
        path.symlink_to(leads_to)
        assert "a link" in refused(path, replace=replace_it)
        assert path.is_symlink()
    assert target.read_text() == "theirs"
    assert not (tmp_path / "not-there").exists()


def test_a_second_name_of_a_file_lets_go_of_it(tmp_path: Path) -> None:
    theirs, path = tmp_path / "theirs", tmp_path / "export.md"
    theirs.write_text("theirs")
    path.hardlink_to(theirs)
    write_export(path, "new", replace=True)
    assert (theirs.read_text(), path.read_text()) == ("theirs", "new")


@pytest.mark.parametrize("replace_it", [False, True])
def test_folders_and_pipes_are_no_place_for_a_file(tmp_path: Path, replace_it: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "a folder" in refused(tmp_path, replace=replace_it)
    assert "no file" in refused(tmp_path / "pipe", replace=replace_it)


@pytest.mark.parametrize("name", ["missing/export.md", "x" * 300, "nul\0", "half\ud800"])
def test_a_name_that_cannot_be_is_told_in_a_sentence(tmp_path: Path, name: str) -> None:
    assert "could not be written" in refused(tmp_path / name)


def _fails(code: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize("call", ["fsync", "link"])
def test_a_full_disk_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(os, call, _fails(errno.ENOSPC))
    assert "No space left on device" in refused(tmp_path / "export.md")


def test_a_disk_without_second_names_or_owners_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _fails(errno.EPERM))
    monkeypatch.setattr(os, "fchmod", _fails(errno.EPERM))
    path = tmp_path / "export.md"
    write_export(path, "words")
    assert path.read_text() == "words"
    assert "already" in refused(path)


def test_a_file_that_comes_in_between_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "export.md"
    fill = export_files._fill

    def fill_and_be_late(part: Path, data: bytes) -> None:
        fill(part, data)
        path.write_text("theirs")

    monkeypatch.setattr(export_files, "_fill", fill_and_be_late)
    with pytest.raises(StoreError, match="already"):
        write_export(path, "ours")
    assert path.read_text() == "theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_the_path_in_a_message_cannot_drive_a_terminal(tmp_path: Path) -> None:
    assert "^[[2J" in refused(tmp_path / "missing" / "\x1b[2J\n")


def test_a_file_is_read_back(tmp_path: Path) -> None:
    write_export(tmp_path / "a", "words")
    assert read_import(tmp_path / "a") == b"words"


def test_only_plain_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "", "missing", "nul\0"):
        with pytest.raises(UnreadableError) as caught:
            read_import(tmp_path / name)
        assert str(caught.value).isprintable()
    (tmp_path / "large").write_bytes(b"x" * 100)
    monkeypatch.setattr(export_files, "MOST_IMPORT_BYTES", 10)
    assert len(read_import(tmp_path / "large")) == 11, "enough to see that it is too large"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Home from hospital", "2026-03-02-home-from-hospital.md"),
        ("", "2026-03-02-session.md"),
        ("../../etc/passwd\x1b[2J", "2026-03-02-etc-passwd-2j.md"),
        ("Cartref o'r ysbyty, Łódź", "2026-03-02-cartref-or-ysbyty-odz.md"),
        ("家", "2026-03-02-session.md"),
        ("x" * 500, f"2026-03-02-{'x' * 60}.md"),
        ("A seat for Asha's mum", "2026-03-02-a-seat-for-mum.md"),
        ("Asha and ASHA and José Noor", "2026-03-02-and-and.md"),
    ],
)
def test_a_file_is_named_after_the_day_and_the_title_and_nobody(title: str, name: str) -> None:
    play = Play.begun("Asha, José, Seat 3")
    play.do(c.AddPledge("I will.", owner="Noor"))
    header = replace(play.session.header, title=title)
    assert suggested_name(replace(play.session, header=header), ".md", zone=UTC) == name


def test_the_day_of_a_name_is_that_of_the_place() -> None:
    session = Play.fresh().session
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    session = replace(session, header=replace(session.header, created=late))
    assert suggested_name(session, ".md", zone=timezone(timedelta(hours=1))).startswith(
        "2026-07-02"
    )
