"""gather as it is typed: what it says, on which stream, and how it ends."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from tests.cli.running import Run, is_calm
from tests.gathering_machines import Machine, a_group, gone_apart
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


@pytest.fixture
def both(data: Path, tmp_path: Path) -> tuple[Machine, Machine, str]:
    """Two machines on which one session has gone on apart: a pledge reworded, words on each."""
    here, there = Machine(data), Machine(tmp_path / "table-1")
    return here, there, gone_apart(here, there)


def test_a_conflict_is_shown_side_by_side_and_nothing_is_decided_by_that(
    run: Run, both: tuple[Machine, Machine, str]
) -> None:
    here, there, session_id = both
    before = here.load(session_id)
    assert "add --conflicts" in run("gather", str(there.file)).err
    ran = run("gather", "--conflicts", str(there.file))
    assert ran.status == 1
    assert f"{session_id[:8]}, Town + Home: here, and in table-1/wshoes.db" in ran.out
    [pledge] = [line for line in ran.out.splitlines() if "I will ring." in line]
    assert "I will write." in pledge
    assert any("nothing" in line and "theirs" in line for line in ran.out.splitlines())
    for wrong in ("zz", ""):
        assert run("gather", str(there.file), "--take", wrong).status == 1
    assert here.load(session_id) == before
    [row] = json.loads(run("gather", "--json", str(there.file)).out)
    [conflict] = row["conflicts"]
    assert conflict["session"] == session_id
    assert {"id", "what", "here", "there"} <= conflict["differing"][0].keys()


@pytest.mark.parametrize("way", ["both", "by one"])
def test_a_conflict_is_settled_and_every_machine_takes_that(
    run: Run, both: tuple[Machine, Machine, str], way: str
) -> None:
    here, there, session_id = both
    session = there.load(session_id)
    assert session is not None
    theirs = next(one.id for one in session.responses if one.text == "theirs")
    options: tuple[str, ...] = ("--both", session_id[:8])
    if way == "by one":
        options = ("--keep", session_id[:8], "--take", theirs[:8])
    ran = run("gather", str(there.file), *options)
    assert (ran.status, "Settled: " in ran.err) == (0, True), ran.err
    settled = here.load(session_id)
    assert settled is not None
    assert {one.text for one in settled.responses} == {"said at table one", "ours", "theirs"}
    assert settled.pledges[0].text == "I will ring."
    assert run("gather", str(there.file)).status == 0, "none is left"
    assert there.gather(here.file).is_whole
    assert there.rows() == here.rows()


def test_taking_all_from_there_puts_the_session_as_it_was_here_into_a_file(
    run: Run, both: tuple[Machine, Machine, str]
) -> None:
    here, there, session_id = both
    ran = run("gather", str(there.file), "--take", session_id)
    assert ran.status == 0, ran.err
    settled, other = here.load(session_id), there.load(session_id)
    assert settled is not None
    assert other is not None
    assert settled.pledges == other.pledges
    assert {one.text for one in settled.responses} == {"said at table one", "theirs"}
    path = Path(ran.err.split("As it was here: ")[1].splitlines()[0])
    assert '"ours"' in path.read_text("utf-8")


def test_what_does_not_fit_together_is_refused(
    run: Run, both: tuple[Machine, Machine, str]
) -> None:
    here, there, session_id = both
    there.do(session_id, c.Next(), c.Say("on a turn that is only there"))
    other = there.load(session_id)
    assert other is not None
    last = other.responses[-1].id
    before = here.load(session_id)
    ran = run("gather", str(there.file), "--keep", session_id, "--take", last)
    assert ran.status == 1
    assert "do not fit together" in ran.err
    assert here.load(session_id) == before
