"""Usage errors of a command line, in the language in use. Typer tells them in English alone."""

from __future__ import annotations

import re

from wshoes_tui.locale import N_, _, language_in_use

_VALUE = r"Invalid value for (?P<name>'.+?'): "
MESSAGES = {
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
    r"Option (?P<name>'.*') does not take a value": N_("{name} takes no value."),
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
OTHER = N_("This command line cannot be understood.")


def usage_told(message: str) -> str:
    """A message of Typer as a sentence in the language in use; in English as it is."""
    if language_in_use() == "en":
        return message if message.endswith("?") else f"{message}."
    for pattern, text in MESSAGES.items():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return _(text, **found.groupdict())
    return _(OTHER)
