"""Every failure of a disk, a file or a server is a sentence, and none of anybody's words."""

from __future__ import annotations

import errno
import sqlite3
import sys
from contextlib import closing

import pytest
from sqlalchemy.exc import OperationalError

from wshoes_tui.errors import BusyError, StoreError, WshoesError
from wshoes_tui.storage.sql_store import open_store
from wshoes_tui.storage.storage_errors import Failure, explain_error, translated_errors


class ServerError(Exception):
    """As the PostgreSQL driver raises it."""

    def __init__(self, state: str | None) -> None:
        super().__init__("secret words")
        self.sqlstate = state


def from_sqlite(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError("secret words")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("cause", "failure"),
    [
        (from_sqlite("SQLITE_FULL"), Failure.FULL),
        (from_sqlite("SQLITE_IOERR_WRITE"), Failure.DISK),
        (from_sqlite("SQLITE_IOERR_FSYNC"), Failure.DISK),
        (from_sqlite("SQLITE_READONLY_DIRECTORY"), Failure.READ_ONLY),
        (from_sqlite("SQLITE_CANTOPEN"), Failure.UNREACHABLE),
        (from_sqlite("SQLITE_NOTADB"), Failure.FOREIGN),
        (from_sqlite("SQLITE_CORRUPT_INDEX"), Failure.DAMAGED),
        (from_sqlite("SQLITE_BUSY_SNAPSHOT"), Failure.BUSY),
        (from_sqlite("SQLITE_CONSTRAINT_PRIMARYKEY"), Failure.CHANGED),
        (from_sqlite("SQLITE_TOOBIG"), Failure.UNSTORABLE),
        (ServerError("53100"), Failure.FULL),
        (ServerError("25006"), Failure.READ_ONLY),
        (ServerError("42501"), Failure.READ_ONLY),
        (ServerError("40001"), Failure.BUSY),
        (ServerError("23505"), Failure.CHANGED),
        (ServerError("08006"), Failure.UNREACHABLE),
        (ServerError("42P01"), Failure.FOREIGN),
        (OSError(errno.ENOSPC, "secret words"), Failure.FULL),
        (OSError(errno.EDQUOT, "secret words"), Failure.FULL),
        (OSError(errno.EROFS, "secret words"), Failure.READ_ONLY),
        (OSError(errno.EIO, "secret words"), Failure.DISK),
        (UnicodeEncodeError("utf-8", "secret words", 0, 1, "x"), Failure.UNSTORABLE),
        (OverflowError("secret words"), Failure.UNSTORABLE),
    ],
)
def test_each_cause_has_its_sentence(cause: Exception, failure: Failure) -> None:
    for error in (cause, OperationalError("INSERT secret words", {"a": "secret words"}, cause)):
        said = explain_error(error)
        assert str(said) == str(failure.error())
        assert isinstance(said, BusyError if failure is Failure.BUSY else StoreError)


@pytest.mark.parametrize(
    "cause", [from_sqlite("SQLITE_NOLFS"), ServerError("P0001"), OSError(errno.EXDEV, "x")]
)
def test_a_cause_nobody_thought_of_is_told_by_its_name_only(cause: Exception) -> None:
    said = explain_error(cause)

    assert isinstance(said, StoreError)
    assert "secret" not in str(said)
    assert said.kept
    assert said.todo


def test_the_cause_is_not_shown_with_the_sentence() -> None:
    with pytest.raises(WshoesError) as caught, translated_errors(sqlite3.Error):
        raise from_sqlite("SQLITE_FULL")

    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("failure", Failure)
def test_every_failure_says_what_was_kept_and_what_to_do(failure: Failure) -> None:
    said = failure.error()

    for part in (said.what, said.kept, said.todo):
        assert part.endswith(".")
        assert part[0].isupper()


def test_without_its_driver_a_server_is_refused_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(StoreError, match="psycopg"):
        open_store("postgresql://asha:secret@localhost/wshoes")


def test_sqlite_tells_the_names_this_rests_on() -> None:
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute("CREATE TABLE one (id TEXT PRIMARY KEY)")
        memory.execute("INSERT INTO one VALUES ('a')")
        with pytest.raises(sqlite3.IntegrityError) as caught:
            memory.execute("INSERT INTO one VALUES ('a')")

    assert str(explain_error(caught.value)) == str(Failure.CHANGED.error())
