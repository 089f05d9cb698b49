"""Kill at every call of a real program that writes; then its store opens what is left.

Of ten, one is opened by the program itself, as a process.

``test_store_recovery`` goes through the same states, and more, without a process for each.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import ROOT
from tests.storage.hands import say
from wshoes_tui.storage.sql_store import open_store

MANY = 12
SAID = [f"voice {number} " + "word " * 60 for number in range(MANY)]


def wshoes(
    data: Path, *words: str, typed: str = "", before: tuple[str, ...] = ()
) -> tuple[int, str]:
    done = subprocess.run(
        [*before, sys.executable, "-m", "wshoes_tui", "--data", str(data), *words],
        input=typed,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def killed_at_each(data: Path, call: str, name: str) -> Iterator[int]:
    """Kill the program at each such call, to that file alone if one is named.

    Yields:
        how many responses were saved, after each kill.
    """
    number = 1
    while True:
        shutil.rmtree(data, ignore_errors=True)
        kill = ("-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}")
        only = ("-P", str(data / name)) if name else ()
        status, out = wshoes(
            data,
            *("rehearse", "home-from-hospital", "--plain"),
            typed="\n".join([*SAID, "/leave", ""]),
            before=("strace", "-f", "-qq", "-o", "/dev/null", *only, *kill),
        )
        if status == 0:
            return
        yield out.count("\nSaved: response")
        number += 1


CALLS = (
    ("pwrite64", "wshoes.db"),
    ("pwrite64", "wshoes.db-wal"),
    *((call, "") for call in ("write", "fsync", "fdatasync", "ftruncate", "rename", "unlink")),
)
"""Calls that write, and to which file; "" is any."""


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize(("call", "name"), CALLS)
def test_a_real_program_killed_at_any_write_is_opened_by_the_next(
    tmp_path: Path,
    call: str,
    name: str,
    record_property: Callable[[str, object], None],
) -> None:
    data, kills = tmp_path / "data", 0
    for saved in killed_at_each(data, call, name):
        kills += 1
        if kills % 10 == 1:
            assert_opened_by_the_program(data, saved)
        elif (data / "wshoes.db").exists():
            store = open_store(data / "wshoes.db")
            texts = []
            for line in store.sessions():
                assert store.damage(line.id) == ()
                session = store.load(line.id)
                texts = [response.text for response in session.responses]
                if session.turns:
                    store.commit(say(session, "afterwards"))
            store.close()
            assert texts[:saved] == SAID[:saved]
        else:
            assert not saved
    record_property("kills", kills)
    record_property("words lost", 0)
    assert kills > (20 if name else 0)


def assert_opened_by_the_program(data: Path, saved: int) -> None:
    assert wshoes(data, "sessions")[0] == 0
    if not saved:
        return
    status, out = wshoes(data, "export", "last", "--format", "json", "--out", "-")
    assert status == 0
    texts = [response["text"] for response in json.loads(out)["responses"]]
    assert texts[:saved] == SAID[:saved]
    status, out = wshoes(data, "resume", "--plain", typed="afterwards\n/leave\n")
    assert status == 0
    assert "Saved: response" in out
