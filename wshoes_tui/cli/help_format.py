"""Help in plain lines, and errors of usage: no boxes, no markup, in the language in use.

Also the parts of which every command is declared: its group, arguments and options.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from wshoes_tui.cli.options import FOR_INSTANCE, NO_VALUE, OPTIONS, UsageError, read
from wshoes_tui.flow.session_labels import DECKS as DECKS
from wshoes_tui.locale import N_, _, language_in_use
from wshoes_tui.terminal.width import wrapped

WIDTH = 80

Work = Callable[[], int]
"""What a command is to do, once its line is understood; it returns the exit status."""
Function = TypeVar("Function", bound=Callable[..., Work])

HOLD, LOOK, CARRY = N_("Hold a session"), N_("Look back"), N_("Take out and in")
DOUBT = N_("In doubt")


class GroupedHelp(TyperGroup):
    """A group whose help lists its commands under their panels, each with its example."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of the group."""
        formatter.write(f"{_(str(self.help))}\n\n")
        usage = f"{ctx.command_path} [OPTIONS] COMMAND ..."
        formatter.write(_("Usage: {usage}", usage=usage) + "\n")
        panel = None
        for name, command in leaves(self):
            if command.rich_help_panel != panel:
                panel = command.rich_help_panel
                formatter.write(f"\n{_(str(panel))}\n")
            _write_rows(formatter, [(name, _(command.help)), ("", command.epilog)], 15)
        _write_everywhere(formatter)
        usage = f"{ctx.command_path} COMMAND --help"
        told = _("More on one command: {usage}", usage=usage)
        formatter.write(f"\n{told}\n")


class CommandHelp(TyperCommand):
    """A command whose help is its sentence, its own options and its example."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of the command."""
        params: list[Any] = self.params
        arguments = [param for param in params if param.param_type_name == "argument"]
        options = [param for param in params if param.param_type_name == "option"]
        usage = " ".join([ctx.command_path, *map(_asked, arguments), "[OPTIONS]"])
        formatter.write(f"{_(str(self.help))}\n\n")
        formatter.write(_("Usage: {usage}", usage=usage) + "\n")
        rows = [(str(param.metavar), _help_of(param)) for param in arguments]
        rows += [
            (f"{param.opts[0]} {param.metavar or ''}".strip(), _help_of(param)) for param in options
        ]
        if rows:
            formatter.write("\n")
            _write_rows(formatter, rows, 2 + max(len(name) for name, _ in rows))
        formatter.write("\n" + _(FOR_INSTANCE, example=self.epilog) + "\n")
        formatter.write(_("Options that every command takes: wshoes --help") + "\n")


HELP_LATER: dict[str, Callable[[], str]] = {}
"""Helps that are made of several texts, by what they are in English."""


def _help_of(param: Any) -> str:
    made = HELP_LATER.get(param.help)
    return made() if made else _(param.help)


def _asked(argument: Any) -> str:
    many = "..." if argument.nargs == -1 else ""
    return f"{argument.metavar}{many}" if argument.required else f"[{argument.metavar}]{many}"


def leaves(group: TyperGroup, before: str = "") -> Iterator[tuple[str, Any]]:
    """The commands of a group and of the groups in it, each with its whole name."""
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from leaves(command, f"{before}{name} ")
        else:
            yield before + name, command


def _write_everywhere(formatter: Any) -> None:
    formatter.write("\n" + _("Options, before or after any command") + "\n")
    rows = [(f"{option.name} {option.value}".strip(), _(option.help)) for option in OPTIONS]
    rows += [("--version", _("The version, and nothing else.")), ("-h --help", _("This help."))]
    _write_rows(formatter, rows, 2 + max(len(name) for name, _ in rows))


def _write_rows(formatter: Any, rows: Iterable[tuple[str, str]], start: int) -> None:
    for name, text in rows:
        first = f"  {name:<{start}}"
        for part in wrapped(text, WIDTH - len(first)):
            formatter.write(f"{first}{part}\n")
            first = " " * len(first)


def command(
    group: typer.Typer, name: str, panel: str, example: str
) -> Callable[[Function], Function]:
    """Add a command to a group."""
    return group.command(name, cls=CommandHelp, rich_help_panel=panel, epilog=example)


Completed = list[tuple[str, str]]
"""Words that may come next at the Tab key of a shell, each with what it is."""


def deck_names(incomplete: str) -> Completed:
    """The ids of the decks that begin so, each once, with the title of the original."""
    from wshoes_tui.sessions.bootstrap import open_deck_library

    listed = open_deck_library(read([]).settings).listing()
    originals_last = sorted(listed, key=lambda one: one.translated is None)
    titles = {one.id: one.title for one in originals_last if one.id.startswith(incomplete)}
    return [(name, title) for name, title in titles.items() if name]


def session_names(incomplete: str) -> Completed:
    """The ids of the sessions that begin so, with their titles, and "last"."""
    from wshoes_tui.cli.stored_sessions import SHORT, sessions_of

    with sessions_of(read([])) as store:
        found = [("last", ""), *((one.id[:SHORT], one.title) for one in store.sessions())]
    return [one for one in found if one[0].startswith(incomplete)]


NAMES = {"DECK": deck_names, "SESSION": session_names}
"""What completes an argument, by its metavar."""


def arg(metavar: str, text: str) -> Any:
    """A positional argument of a command."""
    return typer.Argument(
        metavar=metavar, help=text, show_default=False, autocompletion=NAMES.get(metavar)
    )


def opt(name: str, metavar: str, text: str, **more: Any) -> Any:
    """An option of a command, with a value; a switch where there is no metavar."""
    return typer.Option(name, metavar=metavar or None, help=text, show_default=False, **more)


SessionName = Annotated[str, arg("SESSION", 'Its id, the start of it, or "last".')]
"""The session that a command is about."""


_VALUE = r"Invalid value for (?P<name>'.+?'): "
USAGE_MESSAGES = {
    r"No such command (?P<name>'.*?')\.? Did you mean (?P<near>.*)\?": N_(
        "There is no command {name}. Did you mean {near}?"
    ),
    r"No such command (?P<name>'.*')": N_("There is no command {name}."),
    r"Missing command": N_("A command is missing."),
    r"Missing (?:argument|option|parameter) (?P<name>'.*')": N_("{name} is missing."),
    r"No such option: (?P<name>\S+) \((?:Possible options|Did you mean): (?P<near>.*)\)": N_(
        "There is no option {name}. Did you mean {near}?"
    ),
    r"No such option: (?P<name>\S+)": N_("There is no option {name}."),
    r"Got unexpected extra argument(?:\(s\)|s)? \((?P<words>.*)\)": N_(
        "This is too much: {words}."
    ),
    r"Option (?P<name>'.*') requires an argument": N_("{name} needs a value after it."),
    r"Option (?P<name>'.*') does not take a value": NO_VALUE,
    _VALUE + r"(?P<value>'.*') is not one of (?P<known>.*)": N_(
        "{name} is {value}, but should be one of {known}."
    ),
    _VALUE + r".*valid integer.*": N_("{name} should be a whole number."),
    _VALUE + r".*greater than or equal to (?P<least>-?\d+)": N_(
        "{name} should be {least} at least."
    ),
    _VALUE + r".*less than or equal to (?P<most>-?\d+)": N_("{name} should be {most} at most."),
    _VALUE + r".*": N_("{name} cannot have that value."),
}
"""Patterns of the messages of Typer, each with what is said instead."""
OTHER_USAGE = N_("This command line cannot be understood.")


def usage_told(message: str) -> str:
    """A message of Typer as a sentence in the language in use; in English as it is."""
    if language_in_use() == "en":
        return message if message.endswith("?") else f"{message}."
    for pattern, text in USAGE_MESSAGES.items():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return _(text, **found.groupdict())
    return _(OTHER_USAGE)


def misunderstood(error: Any) -> UsageError:
    """What is told of an error of Typer."""
    command = error.ctx.command_path if error.ctx else "wshoes"
    what = error.format_message().replace("Value error, ", "").rstrip(".")
    see = f"{command} --help"
    return UsageError(usage_told(what), todo=_("See: {command}", command=see))
