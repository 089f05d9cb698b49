"""File eraser: removes records from copies of a database, to the byte, and finds those copies.

A copy is read into memory, cleaned there, and written anew in place of the old one, so unused
parts of its pages hold nothing of what was removed. Until the new file is whole the old one stays
as it is.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from wshoes_tui.domain.erasure import Erased
from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import AS_IT_WAS
from wshoes_tui.storage import private_files, session_eraser
from wshoes_tui.storage.database import changing, engine_over
from wshoes_tui.storage.light_schema import APPLICATION_ID, VERSION
from wshoes_tui.storage.schema_guard import refused_schema
from wshoes_tui.storage.sqlite_file import JOURNALS, Identity, connect, read_header, read_over
from wshoes_tui.storage.storage_errors import Failure, translated_errors

MAGIC = b"SQLite format 3\x00"
IDENTITY = slice(68, 72)
"""Where the application id stands in the header of a database."""
PART = re.compile(r"\..+\.part")
"""The names of files that are still being written: ``private_files.arriving``, exports too."""


def erase_in_file(path: Path, erased: Collection[Erased]) -> None:
    """Remove records from a database file of ours that nobody has open: a copy, say.

    Its drafts of the sessions concerned go too. A file with an older schema keeps it.

    Args:
        path: the file. Its log, if it has one, becomes part of it.
        erased: what is to be removed.

    Raises:
        StoreError: it cannot be cleaned, or holds what is none of ours; it is as it was.
        BusyError: somebody has it open.
    """
    with translated_errors(SQLAlchemyError, sqlite3.Error):
        memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        engine = engine_over(lambda: memory)
        try:
            with closing(connect(path, "mode=rw")) as source:
                _must_be_known(read_header(source))
                if source.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
                    raise Failure.BUSY.error()
                source.backup(memory)
            memory.text_factory = lambda raw: raw.decode(errors="replace")
            with changing(engine, "OFF") as connection:
                session_eraser.erase(connection, erased, keep_drafts=False)
            with private_files.arriving(path) as part:
                memory.execute("VACUUM INTO ?", (str(part),))
                if not read_over(part, "mode=ro", _is_sound):
                    raise StoreError(
                        _("The file {name!r} could not be cleaned.", name=path.name),
                        kept=_(AS_IT_WAS),
                        todo=_("If it is of no more use, delete it."),
                    )
        finally:
            engine.dispose()
            memory.close()


def _must_be_known(header: Identity) -> None:
    """Refuse a file that is not ours, is newer, or in which something else could run."""
    if not header.ours:
        raise Failure.FOREIGN.error()
    if header.version > VERSION:
        raise Failure.NEWER.error()
    if header.strange:
        raise refused_schema(header.strange)


def _is_sound(connection: sqlite3.Connection) -> bool:
    return connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]


def erased_in_file(path: Path) -> tuple[Erased, ...]:
    """What a database file of ours remembers as erased; nothing where its schema is older."""
    with translated_errors(sqlite3.Error), closing(connect(path, "mode=ro")) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if ("erased",) not in tables.fetchall():
            return ()
        rows = connection.execute("SELECT id, kind, session FROM erased ORDER BY id")
        return tuple(Erased(*row) for row in rows)


def databases_in(folder: Path, but: Path) -> Iterator[Path]:
    """The database files of ours in a folder and below, except one that may be open just now.

    Links are not followed. Damaged files are among them.
    """
    for path in _plain_files(folder):
        # Closing any descriptor of an open database would drop SQLite's locks on it.
        if path != but and _is_database(path):
            yield path


def _plain_files(folder: Path) -> Iterator[Path]:
    for place, _folders, names in os.walk(folder):
        for name in sorted(names):
            path = Path(place, name)
            with suppress(WshoesError, OSError):
                if private_files.stat_plain_file(path) is not None:
                    yield path


def _is_database(path: Path) -> bool:
    if path.name.endswith(("-shm", *JOURNALS)):
        return False
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            head = file.read(IDENTITY.stop)
        return head.startswith(MAGIC) and head[IDENTITY] == APPLICATION_ID.to_bytes(4, "big")
    return False


def remove_parts(folder: Path, *, below: bool) -> None:
    """Remove files that a killed program was still writing: they may hold words.

    Args:
        folder: where they are looked for.
        below: in its folders too.
    """
    found = _plain_files(folder) if below else folder.iterdir()
    with suppress(OSError):
        for path in found:
            if PART.fullmatch(path.name) and path.lstat().st_uid == os.geteuid():
                path.unlink(missing_ok=True)


def remove_files_of(folder: Path, session_id: str) -> None:
    """Remove the files in a folder and below that are named after a session: its codes, say."""
    for path in _plain_files(folder):
        if session_id in path.name and not path.name.endswith(".lock"):
            with suppress(OSError):
                path.unlink()


def remove_seat(folder: Path, session_id: str, seat_id: str) -> None:
    """Remove a seat from the files of codes and keys of a session."""
    for path in _plain_files(folder):
        if session_id in path.name and path.suffix == ".json":
            with suppress(OSError, ValueError, AttributeError):
                found = json.loads(path.read_bytes())
                gone = [found[name].pop(seat_id, None) for name in ("keys", "liked")]
                if any(one is not None for one in gone):
                    with private_files.arriving(path) as part:
                        part.write_text(json.dumps(found, indent=1), encoding="utf-8")
