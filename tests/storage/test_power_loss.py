"""Power loss at any moment of a session: every acknowledged word is opened, nothing is corrupt."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from tests.cli.running import as_process
from tests.storage.hands import say
from tests.storage.power_loss import Event, SimulatedDisk, lay_out, power_states, recorded
from wshoes_tui.errors import WshoesError
from wshoes_tui.storage.sql_store import open_store

Record = Callable[[str, object], None]

NEEDS_STRACE = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
FEW, MANY = 12, 60
FULL = [pytest.mark.slow, pytest.mark.timeout(3600)]


def said(number: int) -> str:
    return f"voice {number} asked about the stairs" + " word" * (number % 7 * 30)


def session_of(many: int) -> str:
    """What is typed: words on several cards, and a closing, after which a copy is made."""
    lines = []
    for number in range(many):
        lines += [said(number), "/next"] if number % 15 == 6 else [said(number)]
    return "\n".join([*lines, *["/close"] * 3, "/leave", ""])


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], list[Event]]:
    """Records a session with so many responses, once each."""
    known: dict[int, list[Event]] = {}

    def once(many: int) -> list[Event]:
        if many not in known:
            folder = tmp_path_factory.mktemp("recorded") / "data"
            words = ("rehearse", "home-from-hospital", "--plain")
            known[many] = recorded(folder, words, session_of(many))
            printed = b"".join(event.data for event in known[many] if event.kind == "print")
            assert acknowledged(printed) == many
            assert b"Saved: the session is closed" in printed
        return known[many]

    return once


@pytest.fixture
def left() -> Iterator[Path]:
    """A folder in memory, where there is one: a sync there costs nothing."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder) / "data"


def acknowledged(printed: bytes) -> int:
    return printed.count(b"\nSaved: response")


class Judge:
    """Opens what a power cut left, and says what is wrong with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "wshoes.db"
        self._read: dict[bytes, set[str]] = {}  # by a digest of the file

    def fault(self, wanted: set[str], *, going_on: bool = False) -> str:
        """Why these words are not all there and whole; "" where they are."""
        try:
            texts = self._texts(self.path) if self.path.exists() else set()
            if wanted - texts:
                return "lost"
            for copy in self.folder.glob("backups/*.db"):
                self._texts(copy)
            if going_on:
                self._go_on()
        except (WshoesError, sqlite3.Error) as error:
            return f"refused: {error}"
        except DamageError:
            return "damaged"
        return ""

    def _texts(self, path: Path) -> set[str]:
        """The words that the program's own store finds, all of whose rows must be whole.

        What was read of a file with the same bytes is not read again.
        """
        copy = path != self.path
        store = open_store(path, read_only=copy)
        content = b""
        if not copy:
            store.close()  # which plays the log back and cuts it
            log = path.with_name(f"{path.name}-wal")
            content += b"log" + (log.read_bytes() if log.exists() else b"")
        content = sha256(path.read_bytes() + content).digest()
        if content not in self._read:
            if not copy:
                store = open_store(path)
            found = set()
            for line in store.sessions():
                if line.damaged or store.damage(line.id):
                    raise DamageError
                found |= {response.text for response in store.load(line.id).responses}
            self._read[content] = found
            with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as disk:
                if disk.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                    raise DamageError
        store.close()
        return self._read[content]

    def _go_on(self) -> None:
        store = open_store(self.path)
        for line in store.sessions():
            session = store.load(line.id)
            if session.turns:
                store.commit(say(session, "afterwards"))
                assert store.load(line.id).responses[-1].text == "afterwards"
        store.close()


def states_after(*events: Event) -> set[tuple[tuple[str, bytes], ...]]:
    """All that a disk may hold after a power cut at the end of these events."""
    disk = SimulatedDisk()
    for event in events:
        disk.play(event)
    return {tuple(sorted(disk.cut_off(Random(seed)).items())) for seed in range(400)}


def test_the_simulated_disk_keeps_what_was_synced_and_any_part_of_the_rest() -> None:
    old, new = b"a" * 1024, b"b" * 1024
    half, other = new[:512] + old[:512], old[:512] + new[:512]
    made = (Event("make", "x"), Event("write", "x", data=old))
    contents = {(("x", content),) for content in (old, new, half, other)}

    assert () in states_after(*made, Event("sync", "x")), "its name is not certain"
    assert states_after(*made, Event("sync", "x"), Event("sync", ".")) == {(("x", old),)}
    certain = (*made, Event("sync", "x"), Event("sync", "."))
    assert states_after(*certain, Event("write", "x", data=new)) == contents
    moved = states_after(*certain, Event("move", "x", "y"))
    assert moved == {(("x", old),), (("y", old),)}
    assert states_after(*certain, Event("move", "x", "y"), Event("sync", ".")) == {(("y", old),)}


class DamageError(Exception):
    """A row that is not as it was written."""


def opened_by_the_program(folder: Path, wanted: set[str]) -> None:
    """The program itself, as a process, gives these words back."""
    words = ("export", "last", "--format", "json", "--out", "-") if wanted else ("sessions",)
    ran = as_process("--data", str(folder), *words)
    assert ran.status == 0, ran.err
    assert all(text in ran.out for text in wanted)


@NEEDS_STRACE
@pytest.mark.parametrize(
    ("responses", "many", "programs"),
    [(FEW, 200, 1), pytest.param(MANY, 10_000, 40, marks=FULL)],
    ids=["few", "all"],
)
def test_after_a_power_cut_every_acknowledged_word_is_there(
    record: Callable[[int], list[Event]],
    left: Path,
    record_property: Record,
    responses: int,
    many: int,
    programs: int,
) -> None:
    judge, states, words = Judge(left), 0, 0
    for printed, files in power_states(record(responses), many, Random(20), syncs=True):
        lay_out(files, left)
        wanted = {said(number) for number in range(acknowledged(printed))}
        states += 1
        words += len(wanted)
        if states % (many // programs) == many // programs // 2:
            opened_by_the_program(left, wanted)
        fault = judge.fault(wanted, going_on=states % 20 == 0)
        assert not fault, (fault, states, len(wanted))
    record_property("states", states)
    record_property("acknowledged words looked for", words)
    record_property("words lost", 0)
    record_property("refused or damaged", 0)
    assert states >= many * 0.9


@NEEDS_STRACE
@pytest.mark.parametrize(
    ("responses", "many"),
    [(FEW, 40), pytest.param(MANY, 1000, marks=FULL)],
    ids=["few", "all"],
)
def test_on_a_disk_that_ignores_syncs_words_are_lost(
    record: Callable[[int], list[Event]],
    left: Path,
    record_property: Record,
    responses: int,
    many: int,
) -> None:
    """The control: where it finds nothing, the test above shows nothing."""
    judge, states, bad = Judge(left), 0, 0
    for printed, files in power_states(record(responses), many, Random(21), syncs=False):
        lay_out(files, left)
        wanted = {said(number) for number in range(acknowledged(printed))}
        states += 1
        bad += bool(judge.fault(wanted))
    record_property("states", states)
    record_property("with words lost, refused or damaged", bad)
    assert bad > states / 2
