"""The command line as a process of its own: statuses, streams, and what it loads."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import ROOT, a_play, as_process, keep
from wshoes_tui import __version__
from wshoes_tui.domain.commands import AddPledge

HEAVY = ("typer", "textual", "sqlmodel", "sqlalchemy", "yaml", "rich", "pydantic")

LOADED = """
import sys
from wshoes_tui.__main__ import main
status = main()
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(status)
"""

END_OF_COMMAND = "-- end of the command --"
THREE_COMMANDS = f"""
import os, sys
import wshoes_tui.cli.command_line, wshoes_tui.cli.session_reports, wshoes_tui.storage.sql_store
from wshoes_tui.__main__ import main
for words in ("pledges", "pledges --json", "export last --format json --out -"):
    child = os.fork()  # each command finds its streams as they were when Python began
    if not child:
        sys.argv[1:] = words.split()
        status = main()
        sys.stdout.flush()
        os._exit(status)
    _, ended = os.waitpid(child, 0)
    if ended:
        sys.exit(os.waitstatus_to_exitcode(ended))
    os.write(1, {END_OF_COMMAND.encode()!r})
"""

BARE = """
import os
import sys
from types import ModuleType
app = ModuleType("wshoes_tui.tui.screen_runner")
app.run_app = lambda settings, start, painted: print(start.kind) or 0
sys.modules["wshoes_tui.tui.screen_runner"] = app
os.environ["TERM"] = "xterm"
import wshoes_tui.cli.launch
wshoes_tui.cli.launch.on_terminal = lambda: True
"""


def loaded(*words: str, before: str = "") -> set[str]:
    """The heavy libraries that a run loads."""
    ran = as_process(*words, code=before + LOADED)
    assert ran.status == 0, ran.err
    return set(ran.err.split()) & set(HEAVY)


def test_the_version_loads_nothing_heavy() -> None:
    assert loaded("--version") == set()
    ran = as_process("--version")
    assert (ran.status, ran.out, ran.err) == (0, f"wshoes {__version__}\n", "")


@pytest.mark.parametrize("words", [[], ["--easy", "--data", "x"]])
def test_the_way_to_the_app_loads_no_typer(words: list[str]) -> None:
    assert loaded(*words, before=BARE) == set()


@pytest.mark.parametrize("words", [["rehearse"], ["rehearse", "having-a-baby", "--easy"]])
def test_the_way_to_a_first_card_loads_no_typer(words: list[str]) -> None:
    assert not loaded(*words, before=BARE) & {"typer", "pydantic"}


def test_help_loads_neither_screens_nor_store() -> None:
    assert not loaded("--help") & {"textual", "sqlmodel", "sqlalchemy", "yaml"}


ONE_AFTER_ANOTHER = """
import sys
from wshoes_tui.__main__ import main
for words in ("list", "show having-a-baby", "check decks", "new --title Tea", "copy home"):
    sys.argv[1:] = ["deck", *words.split()]
    status = main()
    if status:
        sys.exit(status)
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def test_decks_load_neither_screens_nor_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    ran = as_process(code=ONE_AFTER_ANOTHER)
    assert ran.status == 0, ran.err
    assert "yaml" in ran.err.split()
    assert not set(ran.err.split()) & {"textual", "sqlmodel", "sqlalchemy"}


def test_lists_load_no_screens_and_an_empty_one_no_database(data: Path) -> None:
    assert not loaded("sessions") & {"textual", "sqlmodel", "sqlalchemy"}
    keep(data, a_play().session)
    assert "textual" not in loaded("sessions")
    assert "textual" not in loaded("show", "last")


@pytest.mark.parametrize("words", [["no-such-command"], ["show"], ["--data"], ["deck"]])
def test_wrong_usage_has_status_2(words: list[str]) -> None:
    ran = as_process(*words)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.sentence


def test_lists_go_to_standard_output_and_the_rest_to_standard_error(data: Path) -> None:
    ran = as_process("sessions")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "No sessions yet. Begin one with: wshoes rehearse\n"
    ran = as_process("show", "last")
    assert (ran.status, ran.out) == (1, "")
    assert ran.sentence


@pytest.mark.parametrize(
    "words", [["--version"], ["--help"], ["sessions"], ["deck", "list", "--json"]]
)
def test_a_full_disk_behind_standard_output_is_one_sentence(words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "wshoes_tui", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Standard output could not be written (No space left on device)" in done.stderr


@pytest.mark.parametrize("words", ["--help", "deck list --json", "deck show having --cards"])
def test_a_reader_that_has_enough_is_no_error(words: str) -> None:
    done = subprocess.run(
        f"{sys.executable} -m wshoes_tui {words} | true; echo ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == "0\n"


@pytest.mark.parametrize(
    ("words", "streams"),
    [
        *(("show last", streams) for streams in (">&-", "2>&-", ">&- 2>&-")),
        ("sessions", ">&-"),
        ("--help", ">&-"),
    ],
)
def test_closed_streams_are_no_fault_of_ours(words: str, streams: str) -> None:
    done = subprocess.run(
        f"{sys.executable} -m wshoes_tui {words} {streams}",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert "should not have" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_that_lacks_a_letter_gets_another(data: Path, encoding: str) -> None:
    play = a_play()
    play.do(AddPledge("I will learn Th\u1ee7y's name", "Zo\u00eb"))
    keep(data, play.session)
    ran = as_process(code=THREE_COMMANDS, env={"PYTHONIOENCODING": encoding, "LC_ALL": "C"})
    assert ran.status == 0
    assert ran.sentence.startswith("This file holds everything"), "of the export"
    shown, as_json, exported = ran.out.split(END_OF_COMMAND)[:-1]
    assert "I will learn Th" in shown
    [pledge] = json.loads(as_json)
    assert pledge["text"] == "I will learn Th\u1ee7y's name"
    assert json.loads(exported)["pledges"][0]["owner"] == "Zo\u00eb"


def test_arguments_that_are_no_text_are_no_fault_of_ours() -> None:
    for words in (
        ["show"],
        ["deck", "show"],
        ["deck", "check"],
        ["import"],
        ["sessions", "--data"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "wshoes_tui", *words, b"\xff\xfe\x1b[2J"],
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
        assert done.returncode in (0, 1, 2)
        assert b"\x1b" not in done.stdout + done.stderr
        assert b"should not have" not in done.stderr, done.stderr
        assert b"Traceback" not in done.stderr


def test_an_interrupt_ends_quietly_with_130(tmp_path: Path) -> None:
    code = (
        "import time\n"
        "import wshoes_tui.sessions.bootstrap as bootstrap\n"
        "def open_deck_library(settings):\n"
        "    print('waiting', flush=True)\n"
        "    time.sleep(60)\n"
        "bootstrap.open_deck_library = open_deck_library\n"
        "import sys\n"
        "from wshoes_tui.__main__ import main\n"
        "sys.exit(main())\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, "deck", "list"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "waiting\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err == ""


def test_on_a_terminal_the_last_column_is_wrapped_to_its_width(data: Path) -> None:
    play = a_play()
    play.do(AddPledge("When the bell rings I will look up before I answer " * 3, "Tom"))
    keep(data, play.session)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "wshoes_tui", "pledges"],
        stdout=theirs,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80"},
    )
    os.close(theirs)
    shown = b""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            shown += os.read(ours, 4096)
        except OSError:
            break
    os.close(ours)
    assert process.wait(timeout=30) == 0
    lines = shown.decode().splitlines()
    assert len(lines) > 3
    assert max(map(len, lines)) <= 80
    assert " ".join(" ".join(lines[1:]).split()).count("When the bell rings") == 3
