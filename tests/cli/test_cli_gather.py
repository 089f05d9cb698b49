"""gather as it is typed: what it says, on which stream, and how it ends."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from tests.cli.running import Run, is_calm
from tests.gathering_machines import Machine, a_group
from wshoes_tui.cli import gather_command
from wshoes_tui.domain import commands as c
from wshoes_tui.export.json_format import to_json
from wshoes_tui.sessions import gathering


@pytest.fixture
def there(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path / "table-1")
    machine.keep(a_group(c.Say("said at table one"), c.AddPledge("I will.")))
    return machine


def test_files_are_a_table_on_standard_output_and_the_sum_is_on_the_other(
    run: Run, there: Machine, tmp_path: Path
) -> None:
    export = tmp_path / "table-2.json"
    export.write_text(to_json(a_group(c.Say("\x1b[31msaid at table two"))), encoding="utf-8")
    ran = run("gather", str(there.file), str(export))
    assert ran.status == 0, ran.err
    heads, *rows = (line.split() for line in ran.out.splitlines())
    assert " ".join(heads) == "File New Updated Here already Texts Erased"
    assert rows == [
        ["table-1/wshoes.db", "1", "0", "0", "3", "0"],
        [f"{tmp_path.name}/table-2.json", "1", "0", "0", "2", "0"],
    ]
    assert "Taken in: 2 new sessions, 0 brought up to date, 5 texts." in ran.err
    assert is_calm(ran.out + ran.err)
    again = run("gather", "--json", str(there.file))
    assert again.status == 0
    [row] = json.loads(again.out)
    assert (row["new"], row["updated"], row["here"], row["troubles"]) == (0, 0, 1, [])
    assert run("sessions").out.count("Town + Home") == 2


def test_a_conflict_and_a_file_that_cannot_be_read_end_with_1_and_the_rest_comes_in(
    run: Run, data: Path, there: Machine, tmp_path: Path
) -> None:
    assert run("gather", str(there.file)).status == 0
    here = Machine(data)
    session_id = there.use(lambda library: library.store.sessions()[0].id)
    for machine, text in ((here, "ours"), (there, "theirs")):
        machine.do(session_id, c.Say(text))
    there.keep(a_group(c.Say("another")))
    noise = tmp_path / "noise.json"
    noise.write_bytes(b"\xff\xfe{")
    ran = run("gather", str(noise), str(there.file))
    assert ran.status == 1
    lines = ran.err.splitlines()
    assert len(lines) == 3, "one sentence each: noise, conflict, the sum"
    assert lines[0].startswith(f"{tmp_path.name}/noise.json: ")
    assert session_id[:8] in lines[1]
    assert 'here nothing, there "theirs"' in lines[1]
    assert "1 new session" in lines[-1]


def test_ctrl_c_stops_after_a_session_and_says_what_came_in(
    run: Run, there: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    there.keep(a_group(c.Say("another")))
    progress = gather_command._Progress.__call__
    typed: list[int] = []

    def typed_once(self: gather_command._Progress, now: gathering.GatherProgress) -> None:
        if now.sessions == 1 and not typed:
            typed.append(1)
            signal.raise_signal(signal.SIGINT)
        progress(self, now)

    monkeypatch.setattr(gather_command._Progress, "__call__", typed_once)
    before = signal.getsignal(signal.SIGINT)
    ran = run("gather", str(there.file))
    assert ran.status == 130
    assert "Stopping after this session." in ran.err
    assert "Taken in: 1 new session" in ran.err
    assert "gather once more for the rest" in ran.err
    assert signal.getsignal(signal.SIGINT) is before
    monkeypatch.undo()


def test_long_work_says_how_far_it_is(
    run: Run, there: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gather_command, "PROGRESS_SECONDS", 0)
    ran = run("gather", str(there.file))
    assert "Gathering: 0 of 1 files, 0 sessions. Ctrl+C stops." in ran.err
    assert "Gathering: 1 of 1 files, 1 sessions. Ctrl+C stops." in ran.err


def test_wrong_usage_is_2(run: Run) -> None:
    assert run("gather").status == 2
