"""Kill at calls of backup, restore, repair and migration; then the program opens what is left.

Reduced: the folder as it was before each call of Python that syncs or changes a name. All calls
that write, those of SQLite too, with real kills: ``-m slow``.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.running import ROOT, Run, a_play, keep
from tests.storage.hands import say
from tests.storage.interrupted import caught_before_calls
from wshoes_tui.domain.commands import Say
from wshoes_tui.storage import migrations
from wshoes_tui.storage.backup import copy_file
from wshoes_tui.storage.copy_files import copies_in
from wshoes_tui.storage.sql_store import open_store

CALLS = ("rename", "unlink", "fsync", "fdatasync", "pwrite64", "ftruncate")
THEN, SINCE = "said then", "said since"

MIGRATION = """
import sys
from pathlib import Path
from wshoes_tui.storage import migrations
from wshoes_tui.storage.migrations import Migration

def add(connection):
    connection.exec_driver_sql("CREATE TABLE probe (id VARCHAR)")
    connection.exec_driver_sql("INSERT INTO probe SELECT id FROM response")

migrations.MIGRATIONS = (*migrations.MIGRATIONS, Migration("probe", add))
from wshoes_tui.storage.sql_store import open_store
store = open_store(Path(sys.argv[1]) / "wshoes.db")
found = sum(len(store.load(line.id).responses) for line in store.sessions())
store.close()
"""


def process(words: list[str], before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*before, sys.executable, *words],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def wshoes(data: Path, *words: str) -> list[str]:
    return ["-m", "wshoes_tui", "--data", str(data), *words]


def seeded(data: Path) -> None:
    """A session with a copy of it, and words that were said since."""
    play = a_play()
    play.do(Say(THEN))
    keep(data, play.session)
    copy_file(data / "wshoes.db")
    store = open_store(data / "wshoes.db")
    store.commit(say(store.load(play.session.id), SINCE))
    store.close()


def altered(data: Path) -> None:
    """The same, with a row that is not as it was written."""
    seeded(data)
    with closing(sqlite3.connect(data / "wshoes.db")) as disk:
        disk.execute("UPDATE seat SET label = 'Ashe' WHERE label = 'Asha'")
        disk.commit()


def newest(data: Path) -> str:
    return str(copies_in(data / "backups", "wshoes")[0].path)


SCENES: dict[str, tuple[Callable[[Path], None], Callable[[Path], list[str]]]] = {
    "backup": (seeded, lambda data: wshoes(data, "backup")),
    "restore": (seeded, lambda data: wshoes(data, "restore", "--yes", newest(data))),
    "repair": (altered, lambda data: wshoes(data, "doctor", "--repair")),
    "migration": (seeded, lambda data: ["-c", MIGRATION, str(data)]),
}


def kills(data: Path, words: list[str]) -> Iterator[tuple[str, int]]:
    """The system calls of a program that write: by name, and the how manieth."""
    log = data.parent / "calls"
    counted = ("strace", "-f", "-qq", "-e", f"trace={','.join(CALLS)}", "-o", str(log))
    assert process(words, before=counted).returncode == 0
    found = Counter(re.findall(r"^\d+ +(\w+)\(", log.read_text(errors="replace"), re.MULTILINE))
    yield from ((call, number) for call in CALLS for number in range(1, found[call] + 1))


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("scene", SCENES)
def test_killed_at_any_call_the_program_opens_it(
    run: Run,
    data: Path,
    tmp_path: Path,
    scene: str,
    record_property: Callable[[str, object], None],
) -> None:
    make, command = SCENES[scene]
    start = tmp_path / "start"
    make(start)
    shutil.copytree(start, data)
    killed = 0
    for call, number in list(kills(data, command(data))):
        shutil.rmtree(data)
        shutil.copytree(start, data)
        inject = f"inject={call}:signal=KILL:when={number}"
        kill = ("strace", "-f", "-qq", "-e", f"trace={call}", "-e", inject, "-o", "/dev/null")
        killed += process(command(data), before=kill).returncode != 0
        assert_opened(run, data, scene, f"{call} {number}")
    record_property("kills", killed)
    record_property("words lost", 0)
    assert killed


@pytest.mark.parametrize("scene", SCENES)
def test_stopped_before_any_call_on_names_the_program_opens_it(
    run: Run, data: Path, tmp_path: Path, scene: str
) -> None:
    """Reduced: what a kill would leave, without a process for each."""
    make, command = SCENES[scene]
    make(data)
    with caught_before_calls(data, tmp_path / "caught") as caught:
        do_here(run, command(data))
    for _, state in caught:
        shutil.rmtree(data)
        shutil.copytree(state, data)
        assert_opened(run, data, scene, state.name)
    assert caught
    print(scene, *caught)


def do_here(run: Run, words: list[str]) -> None:
    """Run the command of a scene in this process."""
    if words[0] == "-m":
        assert run(*words[2:]).status == 0
        return
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", words[1:])
        patched.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS)
        there: dict[str, object] = {}
        exec(words[1], there)
        assert there["found"] == 2


def assert_opened(run: Run, data: Path, scene: str, where: str) -> None:
    """Sessions, export and going on work, with every word that has to be there."""
    if scene == "migration":
        do_here(run, SCENES[scene][1](data))
        with closing(sqlite3.connect(newest(data))) as copy:
            assert copy.execute("SELECT count(*) FROM response").fetchone() == (1,)
        return
    assert run("sessions").status == 0, where
    done = run("export", "last", "--format", "json", "--out", "-")
    said = {one["text"] for one in json.loads(done.out)["responses"]}
    wanted = ({THEN}, {THEN, SINCE}) if scene == "restore" else ({THEN, SINCE},)
    assert said in wanted, where
    if scene == "restore" and said == {THEN}:
        asides = (data / "backups").glob("wshoes-aside-*.db")
        assert any(SINCE.encode() in one.read_bytes() for one in asides), where
    store = open_store(data / "wshoes.db")
    session = store.load(store.find("last"))
    store.commit(say(session, "afterwards"))
    store.close()
    assert run("backup").status == 0, where
    assert run("restore", "--yes", newest(data)).status == 0, where
    assert not [one.name for one in data.rglob("*") if ".part" in one.name], where
    assert not list(data.glob("*.new")), where
