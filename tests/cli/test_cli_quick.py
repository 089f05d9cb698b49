"""What is read without Typer is read as Typer reads it."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as tried
from hypothesis import strategies as st

from wshoes_tui.cli import command_line, launch
from wshoes_tui.cli.options import GivenOptions, UsageError
from wshoes_tui.settings import DataFolder, Settings

OPTIONS = (
    *launch.VALUED,
    *launch.SWITCHES,
    "--turns=3",
    "--seats=",
    "--new",
    "--help",
    "-h",
    "--",
)
VALUES = ("", "0", "6", "500", "501", "-1", "+5", "1_0", "٣", " 7", "9" * 12, "round", "Sides")
NAMES = ("a", "having-a-baby", "Asha, carer; Tom, nurse", "-", "last", "x=y")
LINES = st.tuples(
    st.sampled_from(["play", "resume", "rehearse"]),
    st.lists(st.sampled_from([*OPTIONS, *VALUES, *NAMES]), max_size=6),
).map(lambda line: (line[0], *line[1]))


def asked(*words: str) -> GivenOptions:
    return GivenOptions(Settings(data=DataFolder(Path("data"))), json=False, rest=words)


def taken_apart(work: Any) -> Any:
    return work and (work.func, work.args, work.keywords)


@tried(LINES)
def test_a_line_is_left_to_typer_or_read_as_typer_reads_it(words: tuple[str, ...]) -> None:
    given = asked(*words)
    work = launch.parse_plain(given)
    if work is not None:
        assert taken_apart(work) == taken_apart(command_line.parse(given))


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("rehearse",),
        ("rehearse", "having-a-baby"),
        ("resume",),
        ("resume", "last"),
        ("play",),
        ("play", "a", "--seats", "Asha, carer; Tom, nurse", "b", "--turns", "8", "--write-first"),
        ("play", "--minutes", "90"),
        ("play", "--order", "sides", "--seed", "7", "--programme", "Ward 4", "--place", "Hall"),
    ],
)
def test_what_opens_the_app_is_read_at_once(words: tuple[str, ...]) -> None:
    assert isinstance(launch.parse_plain(asked(*words)), partial)


@pytest.mark.parametrize(
    "words",
    [
        ("play", "--turns"),
        ("play", "--turns", "0"),
        ("play", "--minutes", "9"),
        ("play", "--order", "x"),
        ("resume", "-a"),
    ],
)
def test_a_mistake_is_left_to_typer_which_says_what_it_is(words: tuple[str, ...]) -> None:
    given = asked(*words)
    assert launch.parse_plain(given) is None
    with pytest.raises(UsageError):
        command_line.parse(given)


def test_the_app_is_opened_without_typer(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from wshoes_tui.__main__ import main\n"
        "main()\n"
        "assert 'typer' not in sys.modules\n"
    )
    words = ["--plain", "--data", str(tmp_path), "play", "having-a-baby", "--seats", "3"]
    ran = subprocess.run(
        [sys.executable, "-c", code, *words],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"Turn: 1" in ran.stdout
