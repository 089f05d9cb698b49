"""Help: every command in its group, with an example that works."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from tests.cli.running import Run
from wshoes_tui.cli.command_line import app
from wshoes_tui.cli.options import OPTIONS


def commands(group: Any = None, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command with the words that call it."""
    group = group or get_command(app)
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from commands(command, f"{before}{name} ")
        else:
            yield before + name, command


COMMANDS = dict(commands())


@pytest.mark.parametrize("word", ["--help", "-h"])
def test_help_lists_every_command_with_its_example_and_every_option(run: Run, word: str) -> None:
    ran = run(word)
    assert ran.status == 0
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    for name, command in COMMANDS.items():
        assert any(line.startswith(f"{name} ") for line in lines), name
        assert command.epilog in lines
        assert command.rich_help_panel in lines
    for option in OPTIONS:
        assert any(line.startswith(option.name) for line in lines), option.name
    assert max(map(len, ran.out.splitlines())) <= 80
    assert ran.out.isascii()


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_helps_with_its_own_options_and_example(run: Run, name: str) -> None:
    ran = run(*name.split(), "-h")
    assert ran.status == 0
    assert ran.err == ""
    command = COMMANDS[name]
    assert command.epilog in ran.out
    for param in command.params:
        assert (param.opts[0] if param.param_type_name == "option" else param.metavar) in ran.out
        assert param.help in " ".join(ran.out.split())
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_each_example_is_understood(run: Run, name: str) -> None:
    first, *words = shlex.split(COMMANDS[name].epilog)
    assert first == "wshoes"
    assert words[: len(name.split())] == name.split()
    assert run(*words).status != 2


def test_a_group_has_help_of_its_own(run: Run) -> None:
    ran = run("deck", "--help")
    assert ran.status == 0
    assert "wshoes deck list" in ran.out
    assert "wshoes sessions" not in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["sesions"], "Did you mean 'sessions', 'settings'? See: wshoes --help"),
        (["deck"], "Missing command. See: wshoes deck --help"),
        (["show"], "Missing argument 'SESSION'. See: wshoes show --help"),
        (["show", "a", "b"], "See: wshoes show --help"),
        (["export", "last"], "Missing option '--format'."),
        (["pledges", "--do"], "No such option: --do"),
        (["play", "--turns", "none"], "'--turns'"),
        (["play", "--turns", "0"], "'--turns'"),
        (["play", "--order", "square"], "'square' is not one of 'round', 'sides', 'random'."),
        (["\x1b[2J"], "No such command"),
    ],
)
def test_wrong_usage_is_one_sentence_and_status_2(run: Run, words: list[str], said: str) -> None:
    ran = run(*words)
    assert ran.status == 2
    assert ran.out == ""
    assert said in ran.sentence
    assert "Value error" not in ran.sentence
    assert "\x1b" not in ran.sentence
