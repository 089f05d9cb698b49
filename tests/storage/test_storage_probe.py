"""What a folder cannot do is found out before people speak, and told with the way out."""

from __future__ import annotations

import errno
import fcntl
import mmap
import os
import stat
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from platformdirs import user_data_path

from tests.storage.hands import a_session, assert_kept
from wshoes_tui.errors import StoreError
from wshoes_tui.settings import NO_HOME, default_root
from wshoes_tui.storage import private_files
from wshoes_tui.storage.sql_store import open_store
from wshoes_tui.storage.storage_probe import (
    ACCEPTED,
    WeakStorageError,
    accept_weaknesses,
    must_hold_sessions,
    probe_folder,
)

Patch = pytest.MonkeyPatch


def names(folder: Path, **options: bool) -> list[str]:
    return [weakness.name for weakness in probe_folder(folder, **{"sync": True, **options})]


def failing(code: int) -> Callable[..., Any]:
    def fail(*_args: object, **_named: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def without_modes(patch: Patch) -> None:
    """A disk as FAT and exFAT are: no mode can be set, and every file has the same one."""
    real = os.fstat
    patch.setattr(os, "chmod", failing(errno.EPERM))
    patch.setattr(os, "fchmod", failing(errno.EPERM))

    def fstat(descriptor: int) -> os.stat_result:
        found = real(descriptor)
        return os.stat_result([stat.S_IFMT(found.st_mode) | 0o755, *found[1:]])

    patch.setattr(os, "fstat", fstat)


def test_a_sound_folder_has_no_weakness_and_nothing_stays_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    assert names(folder, make=False) == []
    assert not folder.parent.exists()
    must_hold_sessions(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(folder.iterdir()) == []
    assert list(tmp_path.iterdir()) == [folder.parent]


FAULTS: dict[str, tuple[str, Callable[[Patch], None]]] = {
    "flock gives ENOLCK": ("locks", lambda it: it.setattr(fcntl, "flock", failing(errno.ENOLCK))),
    "lockf gives ENOTSUP": ("locks", lambda it: it.setattr(fcntl, "lockf", failing(errno.ENOTSUP))),
    "no shared memory": ("memory", lambda it: it.setattr(mmap, "mmap", failing(errno.ENODEV))),
    "write: no room": ("full", lambda it: it.setattr(os, "write", failing(errno.ENOSPC))),
    "write: disk error": ("disk", lambda it: it.setattr(os, "write", failing(errno.EIO))),
    "sync: disk error": ("disk", lambda it: it.setattr(os, "fsync", failing(errno.EIO))),
    "rename": ("rename", lambda it: it.setattr(Path, "rename", failing(errno.EPERM))),
    "read-only": ("read-only", lambda it: it.setattr(os, "open", failing(errno.EROFS))),
    "no right": ("made", lambda it: it.setattr(os, "open", failing(errno.EACCES))),
    "quota": ("full", lambda it: it.setattr(os, "open", failing(errno.EDQUOT))),
    "modes": ("modes", without_modes),
    "nearly full": ("little", lambda it: with_room(it, 20_000_000)),
    "full": ("full", lambda it: with_room(it, 1000)),
    "sudo": ("sudo", lambda it: as_account(it, 0, sudo="1000")),
    "another account": ("account", lambda it: as_account(it, os.geteuid() + 7)),
    "no folder sync": ("sync", lambda it: without_folder_sync(it)),
}


def with_room(patch: Patch, free: int) -> None:
    patch.setattr(os, "statvfs", lambda _path: SimpleNamespace(f_bavail=free, f_frsize=1))


def as_account(patch: Patch, account: int, sudo: str = "") -> None:
    patch.setattr(os, "geteuid", lambda: account)
    if sudo:
        patch.setenv("SUDO_UID", sudo)


def without_folder_sync(patch: Patch) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            failing(errno.EINVAL)()
        real(descriptor)

    patch.setattr(os, "fsync", fsync)


@pytest.mark.parametrize("fault", FAULTS)
def test_each_weakness_is_found_and_told_by_itself(
    fault: str, tmp_path: Path, monkeypatch: Patch
) -> None:
    monkeypatch.delenv("SUDO_UID", raising=False)
    name, break_it = FAULTS[fault]
    folder = tmp_path / "data"
    folder.mkdir()
    with monkeypatch.context() as patch:
        break_it(patch)
        found = list(probe_folder(folder, sync=True))
    assert [weakness.name for weakness in found] == [name]
    assert all(sentence.endswith(".") for sentence in (found[0].what, found[0].todo))
    assert list(folder.iterdir()) == []
    with monkeypatch.context() as patch:
        break_it(patch)
        if found[0].kind == "told":
            must_hold_sessions(folder)
        elif not fault.startswith("sync"):  # the disk is not waited for at the start
            with pytest.raises(StoreError) as caught:
                must_hold_sessions(folder)
            assert found[0].what in str(caught.value)


def test_a_stick_without_rights_serves_after_a_yes(tmp_path: Path, monkeypatch: Patch) -> None:
    folder = tmp_path / "stick"
    without_modes(monkeypatch)
    with pytest.raises(WeakStorageError, match="everybody who has the disk can read"):
        must_hold_sessions(folder)
    assert [weakness.name for weakness in accept_weaknesses(folder)] == ["modes"]
    must_hold_sessions(folder)
    assert (folder / ACCEPTED).read_text() == "modes\n"
    session = a_session()
    store = open_store(folder / "wshoes.db")
    store.create(session)
    store.close()
    store = open_store(folder / "wshoes.db")
    assert_kept(store, session)
    store.backup(folder / "copy.db")
    store.close()


def test_a_yes_counts_for_what_was_asked_alone(tmp_path: Path, monkeypatch: Patch) -> None:
    (tmp_path / ACCEPTED).write_text("modes\nlocks\n")
    monkeypatch.setattr(fcntl, "flock", failing(errno.ENOLCK))
    with pytest.raises(StoreError, match="no locks"):
        must_hold_sessions(tmp_path)


def test_a_disk_error_is_no_disk_without_rights(tmp_path: Path, monkeypatch: Patch) -> None:
    monkeypatch.setattr(os, "chmod", failing(errno.EIO))
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        private_files.set_mode(tmp_path, 0o700)


@pytest.mark.parametrize(
    "environ",
    [{"HOME": "/home/asha"}, {"HOME": "/home/asha", "XDG_DATA_HOME": "/data"}, {"HOME": "x/y"}],
)
def test_the_data_folder_is_where_platformdirs_has_it(
    environ: dict[str, str], monkeypatch: Patch
) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "WSHOES_DATA"):
        monkeypatch.delenv(name, raising=False)
    for name, said in environ.items():
        monkeypatch.setenv(name, said)
    usual = user_data_path("wshoes", appauthor=False)
    assert default_root() == (usual if usual.is_absolute() else NO_HOME)


def test_an_account_without_a_home_is_told_so(monkeypatch: Patch) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "WSHOES_DATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", lambda _account: {}[0])
    assert default_root() == NO_HOME
    with pytest.raises(StoreError, match=r"which folder is yours.* with --data"):
        must_hold_sessions(default_root())
    assert not NO_HOME.exists()
