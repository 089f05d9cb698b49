"""Schema migrations: the version of a database, and how an older one is brought up to date.

SQLite keeps the version in its header (``user_version``), a server in a table of one row.
A field that a migration adds is declared with ``added`` in its record, so that hashes hold.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import Column, Connection, Integer, MetaData, Table, inspect, select

from wshoes_tui.locale import _
from wshoes_tui.storage.storage_errors import UNTOUCHED, EmptyDatabaseError, Failure
from wshoes_tui.storage.tables import TABLES, create_tables


@dataclass(frozen=True, slots=True)
class Migration:
    """One change of the schema. ``apply`` uses SQL of its own: the tables here are today's."""

    name: str
    apply: Callable[[Connection], None]


def _tags_and_erased(connection: Connection) -> None:
    connection.exec_driver_sql(
        "ALTER TABLE session ADD COLUMN commit_number BIGINT NOT NULL DEFAULT 0"
    )
    connection.exec_driver_sql(
        "UPDATE session SET commit_number = "
        "(SELECT count(*) FROM session AS other WHERE other.saved <= session.saved)"
    )
    for name in ("response", "lightbulb", "pledge", "parked_topic", "feedback"):
        connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN tag VARCHAR NOT NULL DEFAULT ''")
    without_rowid = " WITHOUT ROWID" if connection.dialect.name == "sqlite" else ""
    connection.exec_driver_sql(
        "CREATE TABLE erased (id VARCHAR NOT NULL, kind VARCHAR NOT NULL DEFAULT '', "
        f"session VARCHAR NOT NULL DEFAULT '', PRIMARY KEY (id)){without_rowid}"
    )
    connection.exec_driver_sql("CREATE INDEX ix_erased_session ON erased (session)")


def _review(connection: Connection) -> None:
    for name in ("response", "lightbulb", "pledge", "parked_topic", "feedback"):
        for column in ("review", "shared_text"):
            connection.exec_driver_sql(
                f"ALTER TABLE {name} ADD COLUMN {column} VARCHAR NOT NULL DEFAULT ''"
            )


def _pledge_loop(connection: Connection) -> None:
    text, flag = "VARCHAR NOT NULL DEFAULT ''", "BOOLEAN NOT NULL DEFAULT "
    flag += "0" if connection.dialect.name == "sqlite" else "FALSE"
    for table, column, kind in (
        *(("session", "place", text), ("session", "typed_up", flag)),
        ("session", "version", text),
        *(("pledge", "condition", text), ("pledge", "scope", text)),
        *(("pledge", "lightbulb", "VARCHAR"), ("pledge", "response", "VARCHAR")),
        *(("wild_card", name, text) for name in ("tag", "review", "shared_text")),
    ):
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")
    without_rowid = " WITHOUT ROWID" if connection.dialect.name == "sqlite" else ""
    columns = ("pledge", "made_in", '"on"', "state", "note", "text", "tag", "review", "shared_text")
    connection.exec_driver_sql(
        "CREATE TABLE pledge_update (id VARCHAR NOT NULL, revision INTEGER NOT NULL, "
        "hash VARCHAR NOT NULL, session VARCHAR NOT NULL, "
        + ", ".join(f"{column} VARCHAR NOT NULL" for column in columns)
        + f", PRIMARY KEY (id), FOREIGN KEY(session) REFERENCES session (id)){without_rowid}"
    )
    connection.exec_driver_sql("CREATE INDEX ix_pledge_update_session ON pledge_update (session)")


def _evidence(connection: Connection) -> None:
    connection.exec_driver_sql(
        "ALTER TABLE session ADD COLUMN candidate VARCHAR NOT NULL DEFAULT ''"
    )
    without_rowid = " WITHOUT ROWID" if connection.dialect.name == "sqlite" else ""
    text, flag = "VARCHAR NOT NULL", "BOOLEAN NOT NULL"
    columns = (
        *(("turn", text), ("shoes", text), ("value", text), ("text", text)),
        *(("place", "INTEGER NOT NULL"), ("seat", "VARCHAR"), ("named", flag), ("withheld", flag)),
        *((name, text) for name in ("tag", "review", "shared_text")),
    )
    connection.exec_driver_sql(
        "CREATE TABLE evidence (id VARCHAR NOT NULL, revision INTEGER NOT NULL, "
        "hash VARCHAR NOT NULL, session VARCHAR NOT NULL, "
        + ", ".join(f"{name} {kind}" for name, kind in columns)
        + f", PRIMARY KEY (id), FOREIGN KEY(session) REFERENCES session (id)){without_rowid}"
    )
    connection.exec_driver_sql("CREATE INDEX ix_evidence_session ON evidence (session)")


def _length(connection: Connection) -> None:
    connection.exec_driver_sql(
        "ALTER TABLE session ADD COLUMN planned_minutes INTEGER NOT NULL DEFAULT 0"
    )


MIGRATIONS: tuple[Migration, ...] = (
    Migration("tags of words, erased ids, numbers of commits", _tags_and_erased),
    Migration("review before sharing", _review),
    Migration("places, and pledges from one session to the next", _pledge_loop),
    Migration("evidence of a panel about a candidate", _evidence),
    Migration("how long there is for a session", _length),
)
"""In order: the first one makes version 2 of version 1. Never change one that was released."""

VERSION_TABLE = Table("schema_version", MetaData(), Column("version", Integer, nullable=False))


def current_version() -> int:
    """The version this program writes."""
    return 1 + len(MIGRATIONS)


def version_of(connection: Connection) -> int:
    """The version of a database."""
    if connection.dialect.name == "sqlite":
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    return int(connection.execute(select(VERSION_TABLE.c.version)).scalar_one())


def set_version(connection: Connection, version: int) -> None:
    """Note the version of a database, in the transaction under way."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")
    else:
        connection.execute(VERSION_TABLE.update().values(version=version))


def must_be_current(connection: Connection) -> None:
    """Raise a StoreError for any version but ours."""
    check_migrations(version_of(connection), migrating=False)


def check_migrations(version: int, *, migrating: bool) -> None:
    """Raise a StoreError for a newer version, and for an older one unless ``migrating``."""
    if version > current_version():
        raise Failure.NEWER.error()
    if version < 1:
        raise Failure.FOREIGN.error()
    if version < current_version() and not migrating:
        raise Failure.OLDER.error()


def set_up(connection: Connection) -> None:
    """Make the tables of the current version in an empty database, and note the version."""
    create_tables(connection)
    set_version(connection, current_version())


def must_be_set_up(connection: Connection) -> None:
    """Raise an EmptyDatabaseError where a server has no tables, neither ours nor of these names."""
    there = set(inspect(connection).get_table_names())
    if not there & {VERSION_TABLE.name, *TABLES}:
        raise EmptyDatabaseError(_("No session was ever kept in that database."), kept=_(UNTOUCHED))


def set_up_server(connection: Connection) -> None:
    """Make the tables on a server that has none. StoreError if it has others of these names."""
    there = set(inspect(connection).get_table_names())
    if VERSION_TABLE.name in there:
        check_migrations(version_of(connection), migrating=True)
        return
    if there & TABLES.keys():
        raise Failure.FOREIGN.error()
    VERSION_TABLE.create(connection)
    connection.execute(VERSION_TABLE.insert().values(version=current_version()))
    set_up(connection)


def migrate(transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
    """Bring a database up to date, each migration with its version in one transaction."""
    for version, migration in enumerate(MIGRATIONS, start=2):
        with transaction() as connection:
            if version_of(connection) < version:
                migration.apply(connection)
                set_version(connection, version)
