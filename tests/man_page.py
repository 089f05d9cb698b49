"""Writes the manual page, from the table of commands that the help is made of.

python -m tests.man_page        writes docs/wshoes.1
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from wshoes_tui.cli.command_line import app
from wshoes_tui.cli.help_format import leaves
from wshoes_tui.cli.options import OPTIONS

PLACE = Path(__file__).parents[1] / "docs" / "wshoes.1"
VARIABLES = (
    ("WSHOES_DATA", "The data folder."),
    ("WSHOES_DATABASE_URL", "Another database."),
    ("WSHOES_CONTRAST", "High contrast: dark or light."),
    ("WSHOES_SLOW", "Anything: send as little as can be."),
    ("NO_COLOR", "Anything: no colours."),
)


def escaped(text: str) -> str:
    """Text as troff wants it."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{text}" if text[:1] in (".", "'") else text


def lines() -> Iterator[str]:
    """The lines of the page."""
    yield '.TH WSHOES 1 "" "" "User Commands"'
    yield ".SH NAME"
    yield r'wshoes \- a whole "whose shoes" session in the terminal'
    yield ".SH SYNOPSIS"
    yield r".B wshoes"
    yield r"[\fIOPTIONS\fR] [\fICOMMAND\fR ...]"
    yield ".SH DESCRIPTION"
    yield "Alone, wshoes opens at Home. A group draws cards, answers each one standing in"
    yield "somebody else's shoes, and keeps what was said, lightbulbs and pledges."
    panel = None
    root: Any = get_command(app)
    for name, command in leaves(root):
        if command.rich_help_panel != panel:
            panel = command.rich_help_panel
            yield f'.SH "{panel.upper()}"'
        yield ".TP"
        arguments = [one.metavar for one in command.params if one.param_type_name == "argument"]
        yield f".B {escaped(' '.join(('wshoes', name, *map(str, arguments))))}"
        yield escaped(command.help)
        yield ".RS"
        for option in command.params:
            if option.param_type_name == "option":
                yield ".TP"
                yield f".B {escaped(f'{option.opts[0]} {option.metavar or chr(32)}'.strip())}"
                yield escaped(option.help)
        yield ".PP"
        yield f"For instance: {escaped(command.epilog)}"
        yield ".RE"
    yield '.SH "OPTIONS OF EVERY COMMAND"'
    for option in OPTIONS:
        yield ".TP"
        yield f".B {escaped(f'{option.name} {option.value}'.strip())}"
        yield escaped(option.help)
    yield ".SH ENVIRONMENT"
    for variable, told in VARIABLES:
        yield from (".TP", f".B {variable}", escaped(told))
    yield '.SH "EXIT STATUS"'
    yield "0 done; 1 could not be done; 2 the command line was not understood."


def page() -> str:
    """The whole page."""
    return "\n".join(lines()) + "\n"


if __name__ == "__main__":
    PLACE.write_text(page(), "utf-8")
