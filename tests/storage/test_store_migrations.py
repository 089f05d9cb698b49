"""Older files are brought up to date with every row intact, or stay as they were."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.storage.hands import a_session, assert_kept, draft, say
from tests.storage.lay_down import SCHEMAS, lay_down
from wshoes_tui.domain.models import Session
from wshoes_tui.errors import StoreError
from wshoes_tui.storage import migrations
from wshoes_tui.storage.migrations import Migration
from wshoes_tui.storage.sql_store import open_store

PRESENT, NOW = migrations.MIGRATIONS, migrations.current_version()


def add_colour(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE seat ADD COLUMN colour VARCHAR NOT NULL DEFAULT ''")


def make_notes(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE note (id VARCHAR PRIMARY KEY) WITHOUT ROWID")


def fail_halfway(connection: Connection) -> None:
    add_colour(connection)
    connection.exec_driver_sql("UPDATE response SET text = 'secret'")
    connection.exec_driver_sql("ALTER TABLE nowhere ADD COLUMN colour VARCHAR")


def rows(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of every table, read behind the store's back."""
    with closing(sqlite3.connect(path)) as disk:
        disk.row_factory = sqlite3.Row
        tables = [row[0] for row in disk.execute("SELECT name FROM sqlite_master WHERE sql > ''")]
        names = [name for name in tables if not name.startswith("ix_")]
        return {
            name: [dict(row) for row in disk.execute(f"SELECT * FROM {name}")] for name in names
        }


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as disk:
        return int(disk.execute("PRAGMA user_version").fetchone()[0])


@pytest.fixture
def first(path: Path) -> Session:
    """A closed file of the first version with a session in it."""
    session = draft(say(a_session(), "words").session, "half").session
    store = open_store(path)
    store.create(session)
    store.close()
    assert version(path) == NOW
    return session


def test_a_made_up_second_version_migrates_with_every_row_intact(
    path: Path, first: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(path)
    monkeypatch.setattr(
        migrations,
        "MIGRATIONS",
        (*PRESENT, Migration("colour", add_colour), Migration("notes", make_notes)),
    )

    store = open_store(path)

    assert version(path) == NOW + 2
    after = rows(path)
    assert after.pop("note") == []
    assert all(row.pop("colour") == "" for row in after["seat"])
    assert after == before
    assert_kept(store, first)
    store.close()


def test_a_verified_copy_of_the_old_file_is_made_first(
    path: Path, first: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(path)
    with monkeypatch.context() as later:
        later.setattr(migrations, "MIGRATIONS", (*PRESENT, Migration("colour", add_colour)))
        open_store(path).close()

    copy = path.parent / "backups" / f"before-schema-{NOW + 1}.db"
    assert rows(copy) == before
    assert version(copy) == NOW
    assert copy.stat().st_mode & 0o777 == 0o600
    with pytest.raises(StoreError, match="newer"):
        open_store(path)
    store = open_store(copy, read_only=True)
    assert_kept(store, first)
    store.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    path: Path, first: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, raw = rows(path), path.read_bytes()
    with monkeypatch.context() as later:
        later.setattr(migrations, "MIGRATIONS", (*PRESENT, Migration("broken", fail_halfway)))
        with pytest.raises(StoreError):
            open_store(path)

    assert path.read_bytes() == raw
    assert rows(path) == before
    store = open_store(path)
    assert_kept(store, first)
    store.close()


def test_of_two_migrations_the_first_stays_when_the_second_fails(
    path: Path, first: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = (
        *PRESENT,
        Migration("colour", add_colour),
        Migration("broken", fail_halfway),
    )
    monkeypatch.setattr(migrations, "MIGRATIONS", broken)
    with pytest.raises(StoreError):
        open_store(path)
    assert version(path) == NOW + 1

    mended = (*broken[:-1], Migration("notes", make_notes))
    monkeypatch.setattr(migrations, "MIGRATIONS", mended)
    store = open_store(path)

    assert version(path) == NOW + 2
    assert_kept(store, first)
    store.close()


def test_without_room_for_the_copy_nothing_is_migrated(
    path: Path, first: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = path.read_bytes()
    (path.parent / "backups").write_text("a file where the folder should be")
    monkeypatch.setattr(migrations, "MIGRATIONS", (*PRESENT, Migration("colour", add_colour)))

    with pytest.raises(StoreError):
        open_store(path)

    assert path.read_bytes() == raw


def test_an_older_file_is_not_changed_by_reading_it(
    path: Path, first: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = path.read_bytes()
    monkeypatch.setattr(migrations, "MIGRATIONS", (*PRESENT, Migration("colour", add_colour)))

    with pytest.raises(StoreError, match="older version"):
        open_store(path, read_only=True)

    assert path.read_bytes() == raw


def released() -> list[Path]:
    return sorted(SCHEMAS.glob("schema-*.sql"))


def laid_down(script: Path, path: Path) -> None:
    path.parent.mkdir(mode=0o700)
    with closing(sqlite3.connect(path)) as disk:
        disk.executescript(script.read_text(encoding="utf-8"))


@pytest.mark.parametrize("script", released(), ids=lambda script: script.stem)
def test_a_file_of_every_released_version_can_be_opened_and_played_on(
    path: Path, script: Path
) -> None:
    laid_down(script, path)
    store = open_store(path)

    (line,) = store.sessions()
    session = store.load(line.id)

    assert store.damage(line.id) == ()
    assert (line.title, line.responses, line.pledges) == ("Home", 2, 1)
    assert {one.text for one in session.responses} == {
        "I want my own bed.",
        "Ich möchte mein Bett 🐈",
    }
    assert [one.text for one in session.drafts] == ["half a thought"]
    assert session.done
    store.commit(say(session, "more words"))
    assert len(store.load(line.id).responses) == 3
    store.close()


def test_todays_tables_are_those_of_the_newest_released_version(tmp_path: Path) -> None:
    """Whoever changes the tables writes a migration, and lays down the new version here."""
    name = f"schema-{migrations.current_version()}.sql"
    lay_down(tmp_path)

    assert tables(tmp_path / name) == tables(SCHEMAS / name)


def tables(script: Path) -> str:
    """What a script says of the tables, however it is laid out."""
    lines = script.read_text(encoding="utf-8").splitlines()
    return "".join("".join(one for one in lines if not one.startswith("INSERT")).split())
