"""Machines with a data folder each, for tests of gathering: sessions go on, and files go round."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TypeVar

from tests.build import a_deck
from wshoes_tui.domain.commands import (
    AddPledge,
    AddSeat,
    Begin,
    ChangePledge,
    ChooseDecks,
    Command,
    PlaceCard,
    Plan,
    Say,
)
from wshoes_tui.domain.dispatcher import Context, apply, new_session
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.value import Refusal, replace
from wshoes_tui.domain.version_vector import new_writer
from wshoes_tui.errors import NotFoundError
from wshoes_tui.export.json_format import to_json
from wshoes_tui.flow.gather_flow import GatherReport
from wshoes_tui.sessions import eraser, gathering
from wshoes_tui.sessions.bootstrap import open_session_library
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.settings import DataFolder, Settings
from wshoes_tui.storage.backup import copy_file
from wshoes_tui.storage.row_check import damaged_rows

T = TypeVar("T")
MEMORY = Path("/dev/shm")


def a_group(*commands: Command) -> Session:
    """A session with two named seats, on its first card, with a card of the group's own."""
    env = Context()
    session = new_session(env, seed=7)
    begun: tuple[Command, ...] = (
        ChooseDecks((a_deck("town"), a_deck("home"))),
        AddSeat("Asha"),
        AddSeat("Tom"),
    )
    begun += (Plan(visibility="named"), PlaceCard("Ours", "The cat"), Begin())
    for command in (*begun, *commands):
        session = apply(session, command, env).session
    return replace(session, version=session.version.bumped(new_writer()))


@dataclass
class Machine:
    """One computer. The store is open only while something is done: its file goes to others."""

    root: Path
    numbers: Iterable[int] = field(default_factory=count)

    @property
    def settings(self) -> Settings:
        return Settings(data=DataFolder(self.root))

    @property
    def file(self) -> Path:
        return self.settings.data.database

    def use(self, work: Callable[[SessionLibrary], T]) -> T:
        library = open_session_library(self.settings)
        try:
            return work(library)
        finally:
            library.store.close()

    def keep(self, session: Session) -> None:
        self.use(lambda library: library.store.create(session))

    def load(self, session_id: str) -> Session | None:
        try:
            return self.use(lambda library: library.store.load(session_id))
        except NotFoundError:
            return None

    def do(self, session_id: str, *commands: Command) -> bool:
        """Whether a command of these applied."""

        def work(library: SessionLibrary) -> bool:
            live = library.resume(session_id)
            done = False
            try:
                for command in commands:
                    try:
                        live.do(command)
                        done = True
                    except Refusal:
                        pass
            finally:
                live.release()
            return done

        return self.use(work)

    def erase(self, session_id: str, ids: Iterable[str] | None) -> None:
        """Erase records, or the whole session where there are no ids."""

        def work(library: SessionLibrary) -> None:
            if ids is None:
                eraser.erase_session(self.settings, library.store, session_id)
                return
            live = library.resume(session_id)
            try:
                eraser.erase_records(self.settings, library.store, live, tuple(ids))
            finally:
                live.release()

        self.use(work)

    def gather(self, *paths: Path) -> GatherReport:
        return self.use(lambda library: gathering.gather(self.settings, library, paths))

    def file_for_others(self, kind: str, session_id: str, stick: Path) -> Path | None:
        """A file to be gathered elsewhere: the data file, a copy, or the JSON of a session."""
        if not self.file.exists():
            return None
        path = (
            stick
            / f"{self.root.name}-{next(iter(self.numbers))}.{'json' if kind == 'json' else 'db'}"
        )
        if kind == "file":
            shutil.copy(self.file, path)
        elif kind == "copy":
            shutil.copy(copy_file(self.file), path)
        else:
            session = self.load(session_id)
            if session is None:
                return None
            path.write_text(to_json(session), encoding="utf-8")
        return path

    def rows(self) -> dict[str, object]:
        """What must be the same on every machine: all records but drafts, and what was erased."""
        found: dict[str, object] = {}
        with closing(sqlite3.connect(self.file)) as disk:
            assert damaged_rows(disk) == []
            closed = {one for (one,) in disk.execute("SELECT id FROM session WHERE state='closed'")}
            for table in TABLES:
                order = "ordinal" if table in ("played_deck", "wild_card") else "id"
                part = "id" if table == "session" else "session"
                rows = disk.execute(
                    f"SELECT id, revision, hash, {part} FROM {table} ORDER BY {part}, {order}"
                ).fetchall()
                found[table] = [row for row in rows if table != "voice" or row[3] in closed]
            found["version"] = disk.execute(
                "SELECT id, version FROM session ORDER BY id"
            ).fetchall()
            found["erased"] = disk.execute("SELECT id, session FROM erased ORDER BY id").fetchall()
        return found

    def bytes_with(self, word: str) -> list[str]:
        """The files of the data folder in which a word stands."""
        files = [one for one in self.root.rglob("*") if one.is_file()]
        return [one.name for one in files if word.encode() in one.read_bytes()]


TABLES = (
    "session",
    "played_deck",
    "seat",
    "turn",
    "response",
    "lightbulb",
    "pledge",
    "pledge_update",
    "parked_topic",
    "wild_card",
    "rating",
    "feedback",
    "voice",
)


def gone_apart(here: Machine, there: Machine) -> str:
    """A session on two machines that has gone on on both: words on each, a pledge reworded."""
    there.keep(a_group(Say("said at table one"), AddPledge("I will.")))
    [line] = there.use(lambda library: library.store.sessions())
    here.gather(there.file)
    session = there.load(line.id)
    assert session is not None
    pledge = session.pledges[0].id
    here.do(line.id, Say("ours"), ChangePledge(pledge, text="I will ring."))
    there.do(line.id, Say("theirs"), ChangePledge(pledge, text="I will write."))
    return line.id
