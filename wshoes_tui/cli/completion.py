"""Shell completion for bash, zsh and fish, and the command ``help``.

Typer writes the scripts and answers them; the options that every command takes are added here.
"""

from __future__ import annotations

import os
from copy import copy
from functools import partial
from typing import Annotated, Any

import typer

from wshoes_tui.cli.console import write_line
from wshoes_tui.cli.help_format import Work, arg
from wshoes_tui.cli.options import (
    COMPLETE_VARIABLE,
    OPTIONS,
    GivenOptions,
    Option,
    UsageError,
    json_refused,
)
from wshoes_tui.locale import _

SHELLS = ("bash", "zsh", "fish")


def help_(
    ctx: typer.Context,
    names: Annotated[list[str] | None, arg("COMMAND", "One of those; all without it.")] = None,
) -> Work:
    """What there is, or how one command is used."""
    return partial(_print_help, ctx.find_root(), names or [])


def _print_help(context: Any, names: list[str]) -> int:
    for name in names:
        command = getattr(context.command, "commands", {}).get(name)
        if command is None:
            raise UsageError(
                _("There is no command {name!r}.", name=name), todo=_("See: wshoes help")
            )
        context = typer.Context(command, info_name=name, parent=context)
    write_line(context.get_help().rstrip("\n"))
    return 0


def completion(
    ctx: typer.Context, shell: Annotated[str, arg("SHELL", "bash, zsh or fish.")] = "bash"
) -> Work:
    """Print what lets a shell complete commands and names at the Tab key."""
    return partial(_print_script, ctx.find_root().command, ctx.obj, shell)


def _print_script(root: Any, given: GivenOptions, shell: str) -> int:
    if given.json:
        raise json_refused()
    if shell not in SHELLS:
        raise UsageError(_("There is completion for bash, zsh and fish."))
    return _answered(root, f"source_{shell}")


def complete(app: Any) -> int:
    """Answer a completion script: what may come next on the command line in the environment.

    Args:
        app: the Typer application.
    """
    from typer.main import get_command

    return _answered(get_command(app), os.environ[COMPLETE_VARIABLE])


def _answered(root: Any, asked: str) -> int:
    from typer.completion import get_completion_inspect_parameters, shell_complete

    get_completion_inspect_parameters()  # Typer learns the shells
    groups = [root, *(one for one in root.commands.values() if hasattr(one, "commands"))]
    commands = [one for group in groups for one in group.commands.values()]
    likes = {one.is_flag: one for c in commands for one in c.params if hasattr(one, "is_flag")}
    everywhere = [_like(likes[not option.value], option) for option in OPTIONS]
    for command in (*groups, *commands):
        command.params += everywhere
    return shell_complete(root, {}, "wshoes", COMPLETE_VARIABLE, asked)


def _like(other: Any, option: Option) -> Any:
    """An option that every command takes, as Typer would have made it."""
    made = copy(other)
    made.name, made.opts, made.secondary_opts = option.name.strip("-"), [option.name], []
    made.help, made.multiple = option.help, True  # may stand there already
    return made
