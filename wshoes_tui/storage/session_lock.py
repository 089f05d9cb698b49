"""Session lock: one writer a session; it names its holder, and is released if that dies.

The locks are files in the data folder of this computer. Sessions on a server have leases there
instead (``server_lease``).
"""

from __future__ import annotations

import json
import os
import re
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Self

from wshoes_tui.errors import BusyError
from wshoes_tui.locale import _
from wshoes_tui.storage import private_files
from wshoes_tui.storage.storage_errors import SAFE, translated_errors, undone_on_error

SAFE_NAME = re.compile(r"[0-9A-Za-z-]{1,64}")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a session open: computer, process, and since when (UTC)."""

    host: str
    pid: int
    since: str


def none_is_held(folder: Path) -> None:
    """Raise a BusyError, which names the window, if any session of a data folder is open."""
    with translated_errors():
        for path in folder.glob("*.lock"):
            descriptor = private_files.open_lock(path)
            try:
                if not private_files.try_lock(descriptor):
                    raise held_by(_read(descriptor))
            finally:
                os.close(descriptor)


class SessionLock:
    """The right to change one session, from ``acquire`` to ``release``; a context manager too."""

    def __init__(self, folder: Path, session_id: str) -> None:
        if not SAFE_NAME.fullmatch(session_id):
            raise ValueError("a session id has letters, digits and hyphens only")
        self._path = folder / f"{session_id}.lock"
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Take the session.

        Raises:
            BusyError: another window has it; the sentence says which.
            StoreError: no lock can be kept in the data folder.
        """
        if self._descriptor is not None:
            return
        with translated_errors():
            private_files.own_folder(self._path.parent)
            while self._descriptor is None:
                self._descriptor = self._try()

    def _try(self) -> int | None:
        descriptor = private_files.open_lock(self._path)
        with undone_on_error(partial(os.close, descriptor)):
            if not private_files.try_lock(descriptor):
                raise held_by(_read(descriptor))
            if self._is(descriptor):
                _note(descriptor)
                return descriptor
        os.close(descriptor)  # its holder let go and removed it just now
        return None

    def _is(self, descriptor: int) -> bool:
        with suppress(FileNotFoundError):
            return os.path.samestat(os.fstat(descriptor), self._path.lstat())
        return False

    def release(self) -> None:
        """Give the session back. Releasing twice is harmless."""
        if self._descriptor is None:
            return
        with suppress(OSError):
            self._path.unlink()
        os.close(self._descriptor)
        self._descriptor = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(self, *_error: object) -> None:
        self.release()


def _note(descriptor: int) -> None:
    holder = Holder(socket.gethostname(), os.getpid(), datetime.now(UTC).isoformat())
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps(asdict(holder)).encode(), 0)


def _read(descriptor: int) -> Holder | None:
    try:
        noted = json.loads(os.pread(descriptor, 1000, 0))
        return Holder(str(noted["host"]), int(noted["pid"]), str(noted["since"]))
    except (ValueError, KeyError, TypeError):
        return None  # not written yet, or not by us


def held_by(holder: Holder | None, seconds: int = 0) -> BusyError:
    """The error for a session that is open elsewhere.

    Args:
        holder: who has it open; None where that is not known.
        seconds: after how many seconds it is free should that computer be off; 0 for at once.
    """
    where = _("in another window")
    if holder is not None:
        here = holder.host == socket.gethostname()
        where += (
            _(" on this computer") if here else _(" on the computer {host!a}", host=holder.host)
        )
        where += _("{since} (process {pid})", since=_since(holder.since), pid=holder.pid)
    return BusyError(
        _("This session is open {where}.", where=where),
        kept=_(SAFE),
        todo=_("Go on there, or close that window first.")
        + (
            _(" Should it be off: try again in {seconds} seconds.", seconds=seconds)
            if seconds
            else ""
        ),
    )


def _since(noted: str) -> str:
    """The time of day on this computer's clock, with the day if it was another one."""
    try:
        since = datetime.fromisoformat(noted).astimezone()
    except ValueError:
        return ""
    today = since.date() == datetime.now(UTC).astimezone().date()
    return (
        _(" since {since:%H:%M}", since=since)
        if today
        else _(" since {since:%Y-%m-%d %H:%M}", since=since)
    )
