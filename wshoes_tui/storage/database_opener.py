"""Database opener: identifies, creates and migrates an SQLite file or a PostgreSQL database.

A file that is not ours is refused and stays as it is; one that is made is whole or is not there.

Once an SQLite file has its name, nothing here opens it but SQLite itself: to close it again
would drop the locks that SQLite holds for the whole process.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import WHICH_ADDRESS
from wshoes_tui.storage import migrations, private_files
from wshoes_tui.storage.backup import write_copy
from wshoes_tui.storage.copy_files import folder_of_copies
from wshoes_tui.storage.database import (
    Database,
    SqliteDatabase,
    changing,
    cut_log,
    engine_of,
    engine_over,
    first,
    raw,
)
from wshoes_tui.storage.file_exchange import finish_exchange
from wshoes_tui.storage.inspection import SERVER_DRIVERS
from wshoes_tui.storage.light_schema import APPLICATION_ID
from wshoes_tui.storage.schema_guard import refused_schema
from wshoes_tui.storage.sqlite_file import (
    IMMUTABLE,
    JOURNALS,
    connect,
    connect_to_copy,
    has_journal,
    identify,
)
from wshoes_tui.storage.storage_errors import (
    UNTOUCHED,
    Failure,
    code_of,
    translated_errors,
    undone_on_error,
)

if TYPE_CHECKING:
    from wshoes_tui.storage.postgres import ServerFacts

NO_SHARED_MEMORY = ("SQLITE_IOERR_SHMMAP", "SQLITE_IOERR_SHMOPEN", "SQLITE_IOERR_SHMLOCK")
"""What SQLite says where a file cannot be mapped into memory, as in some network folders."""


def open_database(place: Path | str, *, read_only: bool = False) -> Database:
    """Open the database at a path, or at an address: sqlite:///PATH or postgresql+psycopg://.

    An SQLite file is made where there is none, and for a path its folder too; an address
    must name a folder that exists.

    Raises:
        StoreError: it cannot be opened, is not ours, or was written by a newer version.
        BusyError: another program copy is making or changing it.
    """
    if isinstance(place, Path) or "://" not in place:
        path = Path(place).absolute()
        if not read_only:
            with translated_errors():
                private_files.private_folder(path.parent)
        return _open_file(path, read_only=read_only)
    url = _address(place)
    if url.get_backend_name() == "sqlite":
        return _open_file(Path(url.database or "").absolute(), read_only=read_only)
    from wshoes_tui.storage.postgres import open_server

    return open_server(url, read_only=read_only)


def inspect_server_at(address: str) -> ServerFacts:
    """What the server at an address says of itself. StoreError where it cannot be asked."""
    from wshoes_tui.storage.postgres import inspect_server

    return inspect_server(_address(address))


def _address(text: str) -> URL:
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        url = URL.create("unknown")
    if url.drivername in SERVER_DRIVERS:
        return url.set(drivername=SERVER_DRIVERS[url.drivername])
    a_file = url.drivername == "sqlite" and url.database not in (None, "", ":memory:")
    if a_file and not url.query:
        return url
    # The address itself may hold a password, so it is not repeated.
    raise StoreError(
        _("That is not the address of a database wshoes can use."),
        kept=_(UNTOUCHED),
        todo=_(WHICH_ADDRESS),
    )


def _open_file(path: Path, *, read_only: bool) -> SqliteDatabase:
    with translated_errors(SQLAlchemyError, sqlite3.Error):
        finish_exchange(path)
        if read_only:
            return SqliteDatabase(_open_for_reading(path), path, None)
        begun = path.exists()
        lock = private_files.FileLock(path.with_name(f"{path.name}.lock"))
        with undone_on_error(lock.close), lock.held():
            database = SqliteDatabase(_open_for_writing(path), path, lock)
        if begun and database.copies:
            # The program may have been killed before it made its last copy.
            database.copies.changed()
        return database


def _open_for_writing(path: Path) -> Engine:
    if private_files.stat_plain_file(path) is None:
        _create(path)
    version = _version_of(path)
    private_files.set_mode(path, private_files.PRIVATE_FILE)
    if version < migrations.current_version():
        _migrate(path)
    engine = engine_of(path, "mode=rw")
    try:
        with undone_on_error(engine.dispose):
            _keep_a_log(engine)
    except (DBAPIError, sqlite3.Error) as error:
        if not code_of(error).startswith(NO_SHARED_MEMORY):
            raise
        with closing(connect(path, "mode=rw", alone=True)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        return engine_of(path, "mode=rw")
    return engine


def _keep_a_log(engine: Engine) -> None:
    first(engine, "PRAGMA journal_mode = WAL")
    first(engine, "PRAGMA user_version")  # the first statement that needs the index of the log


def _open_for_reading(path: Path) -> Engine:
    _version_of(path)
    try:
        return _current(engine_of(path, "mode=ro"))
    except (DBAPIError, sqlite3.Error) as error:
        if code_of(error).startswith("SQLITE_BUSY"):
            raise
        # Perhaps nothing can be written there, not even the index of the log.
        if not has_journal(path):
            return _current(engine_of(path, IMMUTABLE))
        try:
            return _current(engine_over(partial(connect_to_copy, path)))
        except WshoesError:
            if code_of(error).startswith("SQLITE_CORRUPT"):
                raise error from None
            raise


def _current(engine: Engine) -> Engine:
    """The same engine, once it has been seen to hold today's schema."""
    with undone_on_error(engine.dispose), engine.connect() as connection:
        migrations.must_be_current(connection)
    return engine


def _create(path: Path) -> None:
    if private_files.size_of_file(_log_of(path)):
        # SQLite would play it into the new file.
        raise StoreError(
            _("The file {name!r} is gone, but its journal is still there.", name=path.name),
            kept=_(UNTOUCHED),
            todo=_("Put the file back beside it, or begin anew in another folder with --data."),
        )
    with private_files.arriving(path) as part:
        engine = engine_of(part, "mode=rw")
        try:
            # Synced whole before it takes its name, so nothing need be synced on the way.
            with changing(engine, "OFF") as connection:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                migrations.set_up(connection)
            first(engine, "PRAGMA journal_mode = WAL")
        finally:
            engine.dispose()


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _version_of(path: Path) -> int:
    """The schema version of a file of ours; any other file is refused, and stays as it is."""
    found = private_files.stat_plain_file(path)
    if found is None:
        raise Failure.UNREACHABLE.error()
    for suffix in ("-shm", *JOURNALS):
        private_files.stat_plain_file(path.with_name(path.name + suffix))
    if found.st_size == 0:
        raise _empty(path)
    identity = identify(path)
    if not identity.ours:
        raise Failure.FOREIGN.error()
    migrations.check_migrations(identity.version, migrating=True)
    if identity.strange:
        raise refused_schema(identity.strange)
    return identity.version


def _empty(path: Path) -> StoreError:
    if has_journal(path):
        # SQLite would throw the journal away.
        return StoreError(
            _("The file {name!r} is empty, but its journal is not.", name=path.name),
            kept=_(UNTOUCHED),
            todo=_(
                "Keep both together: put the file back from a backup, or begin anew in another "
                "folder with --data."
            ),
        )
    return StoreError(
        _("The file {name!r} is empty, so it holds no sessions.", name=path.name),
        kept=_(UNTOUCHED),
        todo=_("Restore it from a backup, or move it away to begin anew."),
    )


def _migrate(path: Path) -> None:
    engine = engine_of(path, "mode=rw")
    try:
        folder = folder_of_copies(path)
        private_files.own_folder(folder)
        copy = folder / f"before-schema-{migrations.current_version()}.db"
        write_copy(raw(engine), copy)
        raw(engine).execute("PRAGMA foreign_keys = OFF")  # for tables that are made anew
        migrations.migrate(partial(changing, engine, "FULL"))
        for older in folder.glob("before-schema-*.db"):
            if older != copy:
                older.unlink(missing_ok=True)
    finally:
        with suppress(sqlite3.Error, WshoesError):
            cut_log(engine)
        engine.dispose()
