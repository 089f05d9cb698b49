"""How fast wshoes is with many sessions: each figure against the same work done by hand.

    python -m tests.bench.stored [--sessions 1000] [--runs 7] [--folder KEPT] [--only TEXT] [--json]

"By hand" is the plain SQL with ``sqlite3`` on a connection of its own, its rows fetched; where the
program checks the hash of each row that it reads, by hand that is done too. Both run in this
process, in turn, so that the ratio (the median of pairs) says little of the machine. Home is
started as a program on a terminal, with many sessions and with ten. A missed bar is no failure:
the exit status is 0.

To add a command over sessions, write a function that takes the ``Folders`` and returns the figure
and put it into ``ROWS``: usually ``ratio(folders, by_hand, command)``, where ``command`` is called
with the ``GivenOptions`` of the folder and its output is thrown away.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from tests.bench.machine import filled_mb
from tests.bench.many_decks import check_ms, home_ratio
from tests.bench.many_sessions import Plan, fill
from tests.bench.visits import wshoes
from wshoes_tui.cli import gather_command, search_command, session_reports, show_session
from wshoes_tui.cli.options import GivenOptions
from wshoes_tui.cli.programme_command import show_programmes
from wshoes_tui.settings import DataFolder, Settings
from wshoes_tui.storage.database_opener import open_database
from wshoes_tui.storage.light_schema import COLUMNS

WORD = "neighbour"
TODAY = date(2026, 11, 24)
SETTLED = 100
"""Sessions exported before memory is looked at: what is imported and kept once is there by then."""
TABLES_OF_WORDS = {
    "response": ("text",),
    "lightbulb": ("used_to_think", "now_see"),
    "pledge": ("text",),
    "parked_topic": ("text",),
    "feedback": ("text",),
}


@dataclass(frozen=True, slots=True)
class Folders:
    """The data folders, and how often each figure is taken.

    Attributes:
        many, few: with as many sessions as asked for, and with ten.
        other: another with as many as ``many``, of which none is in it; made when it is needed.
    """

    root: Path
    sessions: int
    runs: int

    @property
    def many(self) -> Path:
        return self._folder("many", self.sessions, 1)

    @property
    def few(self) -> Path:
        return self._folder("few", 10, 1)

    @property
    def other(self) -> Path:
        return self._folder("other", self.sessions, 2)

    def _folder(self, name: str, sessions: int, seed: int) -> Path:
        folder = self.root / f"{name}-{sessions}"
        if not folder.exists():
            begun = self.root / f"{name}.begun"
            shutil.rmtree(begun, ignore_errors=True)
            database = open_database(DataFolder(begun).database)
            fill(database, Plan(sessions, 100 * sessions, seed, TODAY))
            database.close()
            begun.rename(folder)
        return folder


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A line of the table. ``limit`` is the most that the figure may be; "/s" the least."""

    what: str
    limit: float
    unit: str
    measure: Callable[[Folders], float]

    def met(self, figure: float) -> bool:
        """Whether the figure, as printed, is within the bar."""
        return figure >= self.limit if self.unit == "/s" else round(figure, 2) <= self.limit


def given_for(folder: Path) -> GivenOptions:
    """The options of a command on a data folder."""
    return GivenOptions(settings=Settings(data=DataFolder(folder)), json=False, rest=())


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, its output thrown away."""
    nowhere = io.StringIO()
    with redirect_stdout(nowhere), redirect_stderr(nowhere):
        begun = time.perf_counter()
        work()
        return time.perf_counter() - begun


def ratio(
    folders: Folders,
    by_hand: Callable[[sqlite3.Connection], object],
    command: Callable[[GivenOptions], object],
) -> float:
    """How many times as long the command takes as the same by hand."""
    given = given_for(folders.many)
    path = given.settings.data.database

    def hand() -> None:
        with closing(sqlite3.connect(path)) as connection:
            by_hand(connection)

    pairs = []
    for number in range(folders.runs + 1):
        base, ours = seconds(hand), seconds(lambda: command(given))
        if number:  # the first one imports
            pairs.append(ours / base)
    return statistics.median(pairs)


# -- lists and one session


def home_ms(folder: Path, sessions: int) -> float:
    """From the start of the program to Home with its count of sessions, in milliseconds."""
    with wshoes(folder) as program:
        program.until(f"{sessions} sessions")
        return program.clock * 1000


def home(folders: Folders) -> float:
    """Home with many sessions against Home with ten."""
    home_ms(folders.few, 10)
    pairs = [
        home_ms(folders.many, folders.sessions) / home_ms(folders.few, 10)
        for _ in range(folders.runs)
    ]
    return statistics.median(pairs)


def sessions(folders: Folders) -> float:
    """The list of all sessions against the same counts, checked header by header."""

    def by_hand(connection: sqlite3.Connection) -> None:
        for (text,) in connection.execute("SELECT json_array(id, title, created) FROM session"):
            sha256(text.encode()).hexdigest()
        for table in ("seat", "turn", "response", "lightbulb", "pledge"):
            connection.execute(f"SELECT session, count(*) FROM {table} GROUP BY session").fetchall()

    return ratio(folders, by_hand, session_reports.list_sessions)


def one_session(connection: sqlite3.Connection) -> tuple[str, str, str, str]:
    """A session of a programme, from the middle: its id, programme, place, and when it began."""
    asked = "SELECT id, programme, place, created FROM session WHERE kind = 'group'"
    rows = connection.execute(f"{asked} AND programme != '' ORDER BY commit_number").fetchall()
    id_, programme, place, created = rows[len(rows) // 2]
    return id_, programme, place, created


EARLIER = """
    FROM pledge JOIN session s ON s.id = pledge.session
    WHERE s.programme = ? AND s.place IN ('', ?) AND s.created < ?
    AND pledge.state NOT IN ('done', 'dropped')"""
"""Open pledges of earlier sessions, which ``show`` tells of as well."""


def show(folders: Folders) -> float:
    """One session from the opening of the file to the last line, hashes checked in both."""
    with closing(sqlite3.connect(DataFolder(folders.many).database)) as connection:
        one, *asks = one_session(connection)

    def by_hand(connection: sqlite3.Connection) -> None:
        connection.execute(f"SELECT * {EARLIER}", asks).fetchall()
        told = f"SELECT * FROM pledge_update WHERE pledge IN (SELECT pledge.id {EARLIER})"
        connection.execute(told, asks).fetchall()
        for table in COLUMNS:
            key = "id" if table == "session" else "session"
            hash_rows(connection.execute(f"SELECT * FROM {table} WHERE {key} = ?", (one,)))

    return ratio(folders, by_hand, lambda given: show_session.show_session(given, one))


def hash_rows(rows: sqlite3.Cursor) -> None:
    """Make of each row the text that is hashed, and its hash."""
    names = [column[0] for column in rows.description]
    for row in rows:
        data = {
            name: json.loads(value)
            if name in ("deck", "agreements", "history") and str(value)[:1] in "[{"
            else value
            for name, value in zip(names, row, strict=True)
        }
        sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def pledges(folders: Folders) -> float:
    """All pledges and what became of them against the same rows, hashes checked in both."""

    def by_hand(connection: sqlite3.Connection) -> None:
        told = "SELECT s.id, s.title, p.* FROM pledge p JOIN session s ON s.id = p.session"
        hash_rows(connection.execute(f"{told} ORDER BY p.by_when"))
        hash_rows(connection.execute("SELECT * FROM pledge_update"))

    return ratio(folders, by_hand, lambda given: session_reports.list_pledges(given, due=False))


# -- exports


def export_growth(folders: Folders) -> float:
    """MB by which memory grows while the sessions are exported one by one, in four formats."""
    from wshoes_tui.export.formats import FORMATS
    from wshoes_tui.storage.sql_store import open_store

    store = open_store(DataFolder(folders.many).database, read_only=True)
    wanted = [FORMATS[name] for name in ("md", "json", "csv", "html")]
    settled = 0.0
    with closing(store):
        for number, line in enumerate(store.sessions()):
            session = store.load(line.id)
            for one in wanted:
                one.render(session, everything=True)
            if number == SETTLED:
                settled = filled_mb(os.getpid())
    return max(0.0, filled_mb(os.getpid()) - settled)


# -- over all sessions


def programme(folders: Folders) -> float:
    """A programme's page against the same counts by SQL."""
    with closing(sqlite3.connect(DataFolder(folders.many).database)) as connection:
        newest = "SELECT programme FROM session WHERE programme != '' ORDER BY created DESC"
        (name,) = connection.execute(newest).fetchone()

    def by_hand(connection: sqlite3.Connection) -> None:
        of = "session IN (SELECT id FROM session WHERE programme = ?)"
        for asked in (
            "SELECT * FROM session WHERE programme = ?",
            f"SELECT session, count(*) FROM seat WHERE {of} GROUP BY session",
            f"SELECT session, deck, card, shoes, state, count(*) FROM turn WHERE {of}"
            " GROUP BY session, deck, card, shoes, state",
            f"SELECT r.session, t.deck, t.card, r.shoes, count(*) FROM response r"
            f" JOIN turn t ON t.id = r.turn WHERE r.{of} GROUP BY 1, 2, 3, 4",
            f"SELECT * FROM lightbulb WHERE {of}",
            f"SELECT * FROM pledge WHERE {of}",
            f"SELECT DISTINCT deck FROM played_deck WHERE {of}",
        ):
            connection.execute(asked, (name,)).fetchall()

    return ratio(folders, by_hand, lambda given: show_programmes(given, name))


def search(folders: Folders) -> float:
    """A search over everything said against a bare LIKE scan; below 50 ms it counts as 0."""

    def command(given: GivenOptions) -> int:
        return search_command.search(given, [WORD])

    def by_hand(connection: sqlite3.Connection) -> None:
        for table, columns in TABLES_OF_WORDS.items():
            like = " OR ".join(f"{column} LIKE ?" for column in columns)
            asked = f"SELECT session, {', '.join(columns)} FROM {table} WHERE {like}"
            connection.execute(asked, [f"%{WORD}%"] * len(columns)).fetchall()

    given = given_for(folders.many)
    seconds(lambda: command(given))  # the first one imports
    if min(seconds(lambda: command(given)) for _ in range(folders.runs)) < 0.05:
        return 0.0
    return ratio(folders, by_hand, command)


def gather(folders: Folders) -> float:
    """Responses a second while another data file is merged into a copy of this one."""
    copy = folders.root / "gathered"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folders.many, copy)
    given, other = given_for(copy), DataFolder(folders.other).database
    took = seconds(lambda: gather_command.gather(given, [str(other)]))
    with closing(sqlite3.connect(given.settings.data.database)) as connection:
        (found,) = connection.execute("SELECT count(*) FROM response").fetchone()
    assert found == 200 * folders.sessions, found
    return 100 * folders.sessions / took


ROWS = (
    StoredRow("Home, many sessions against ten", 1.1, "x", home),
    StoredRow("show", 2, "x", show),
    StoredRow("sessions against the same counts", 8, "x", sessions),
    StoredRow("pledges", 8, "x", pledges),
    StoredRow("programme", 2, "x", programme),
    StoredRow("search", 3, "x", search),
    StoredRow("gather", 5000, "/s", gather),
    StoredRow("Home, 500 decks against ten", 1.1, "x", lambda of: home_ratio(of.root, of.runs)),
    StoredRow("check of one deck", 300, "ms", lambda of: check_ms(of.root, of.runs)),
    StoredRow("memory, all sessions exported", 1, "MB more", export_growth),
)


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print the table, or JSON. Returns 0 whatever the figures are."""
    parser = argparse.ArgumentParser(
        "tests.bench.stored", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--sessions", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--folder", type=Path, help="where to keep the data folders, and find them")
    parser.add_argument("--only", default="", metavar="TEXT", help="rows with this in their name")
    parser.add_argument("--json", action="store_true", help="for machines")
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as nowhere:
        folders = Folders(asked.folder or Path(nowhere), asked.sessions, asked.runs)
        found = []
        for row in ROWS:
            if asked.only.casefold() not in row.what.casefold():
                continue
            figure = row.measure(folders)
            found.append({"what": row.what, "unit": row.unit, "limit": row.limit, "figure": figure})
            if not asked.json:
                bar, met = f"{row.limit:,g} {row.unit}", "yes" if row.met(figure) else "NO"
                print(f"{row.what:<34}{bar:>16}{figure:>12,.2f}  {met}", flush=True)
    if asked.json:
        print(json.dumps({"sessions": asked.sessions, "runs": asked.runs, "rows": found}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
