"""Errors of the YAML parsers, in words for people who do not know YAML.

The two parsers word their complaints differently and neither knows what was meant, so
the line itself is looked at as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from wshoes_tui.decks.deck_schema import IN_DOUBLE_QUOTES
from wshoes_tui.decks.diagnostics import (
    AFTER_QUOTE,
    GLUED_COLON,
    GLUED_DASH,
    UNQUOTED_COLON,
    lost_comment,
    quoted,
    wrong_start,
)
from wshoes_tui.locale import N_, _

Explained: TypeAlias = tuple[int, str, str]
"""Line within the text, what is wrong, how to mend it."""

QUOTE_IT = N_("Put the whole text in double quotes, or write it on the next lines after a |.")
NO_KEY = (
    N_("This line has no key, and is not indented like text that goes on"),
    N_("If it belongs to the text above, let it begin as far in as that text."),
)
IMPOSSIBLE = (
    N_("A backslash makes a character here that cannot be shown"),
    N_("Delete the backslash and what belongs to it, or use single quotes."),
)
TOO_DEEP = (
    N_("Things are nested deeper here than in any deck"),
    N_(
        "Check how far the lines are indented, and put text that begins with [ or { in double "
        "quotes."
    ),
)

_KEY = re.compile(r"\s*(- )?\s*[^\s:]+:(\s|$)")
_KEY_AHEAD = re.compile(r"\s*(- )?\s*[\w-]+$")
_DASH_GLUED = re.compile(r"\s*-[^\s-]")
_DASH_KEY_GLUED = re.compile(r"\s*-[A-Za-z_]+:(\s|$)")
_COLON_GLUED = re.compile(r"\s*(- )?[A-Za-z_]+:[^\s/]")
_AFTER_QUOTE = re.compile(r"""(?:^|[:,{\[-]\s*)(["']).*\1\s*$""")
_TAB_INDENT = re.compile(r"\s*\t")


@dataclass(frozen=True, slots=True)
class _Fault:
    """Where a parser stopped. ``row`` and ``opened`` count from 0; ``said`` is all it said."""

    said: str
    row: int
    column: int
    opened: int
    lines: Sequence[str]

    def line(self, row: int) -> str:
        return self.lines[row] if 0 <= row < len(self.lines) else ""

    @property
    def before(self) -> str:
        return self.line(self.row)[: self.column]

    @property
    def character(self) -> str:
        return self.line(self.row)[self.column : self.column + 1]


def explain_yaml_error(error: Exception, text: str) -> Explained:
    """The line from 1 at which a parser's complaint is best mended, with what and how."""
    fault = _fault(error, text)
    found = (_explained(fault, how) for said, how in _TABLE if re.search(said, fault.said))
    otherwise = (
        _("This line cannot be understood"),
        _("Compare it with the lines around it. {mend}", mend=_(QUOTE_IT)),
    )
    row, what, mend = next(filter(None, found), (fault.row, *otherwise))
    # "At the end of the file" helps nobody.
    last = max((row for row, line in enumerate(fault.lines) if line.strip()), default=0)
    return min(row, last) + 1, what, mend


def _fault(error: Exception, text: str) -> _Fault:
    lines = text.split("\n")
    if not isinstance(error, yaml.MarkedYAMLError):
        return _Fault("", 0, 0, 0, lines)
    mark, context = error.problem_mark, error.context_mark
    at = mark or context
    row, column = (at.line, at.column) if at else (0, 0)
    opened = context.line if context else row
    return _Fault(f"{error.context or ''}; {error.problem or ''}", row, column, opened, lines)


def _tab(fault: _Fault) -> Explained | None:
    if not _TAB_INDENT.match(fault.line(fault.row)):
        return None
    return fault.row, _("This line begins with a tab"), _("Use spaces in place of the tab.")


def _brackets(fault: _Fault) -> Explained:
    line = fault.line(fault.opened)
    first = re.search(r"[\[{]", line)
    # In two steps: one pattern for both would try a line of a million brackets from each of them.
    if first and (lost := re.search(r"\s(#.*)", line[first.end() :])):
        mend = _("If it belongs to the text, put the text in double quotes.")
        return fault.opened, lost_comment(quoted(lost[1])), mend
    opened = line.count("{") + line.count("[")
    if opened > line.count("}") + line.count("]"):
        return (
            fault.opened,
            _("A bracket [ or { is opened here and not closed"),
            _("Close it with ] or }, or put text that begins with it in double quotes."),
        )
    return (
        fault.row,
        _("The text between these brackets cannot be told apart"),
        _('Put each text between brackets in double quotes, as in {ask: "Who, and when?"}.'),
    )


def _colon(fault: _Fault) -> Explained:
    above = _row_above(fault)
    for row in (fault.row, above):
        if _DASH_KEY_GLUED.match(fault.line(row)):
            return row, *GLUED_DASH
    if not _KEY_AHEAD.match(fault.before):
        return fault.row, UNQUOTED_COLON, QUOTE_IT
    if _COLON_GLUED.match(fault.line(above)):
        return above, *GLUED_COLON
    begun = _row_further_out(fault)
    if not _KEY.match(fault.line(begun)):
        return begun, *NO_KEY
    return (
        fault.row,
        _("This line is indented further than it can be, or belongs to the text above it"),
        _(
            "Let it begin below its neighbours. If it is text, put the whole text in double "
            "quotes, or write it on the next lines after a |."
        ),
    )


def _no_colon(fault: _Fault) -> Explained:
    line = fault.line(fault.opened)
    if _DASH_GLUED.match(line):
        return fault.opened, *GLUED_DASH
    return fault.opened, *(GLUED_COLON if _COLON_GLUED.match(line) else NO_KEY)


def _first_character(fault: _Fault) -> Explained | None:
    by_name = {"alias": "*", "an anchor": "&", " a tag": "!", "tag handle": "!"}
    named = (sign for name, sign in by_name.items() if name in fault.said)
    character = next(named, fault.character)
    if not character or character not in ",[]{}#&*!|>%@`?:-":
        return None
    return fault.row, wrong_start(character), _(IN_DOUBLE_QUOTES)


def _alignment(fault: _Fault) -> Explained:
    if (found := _AFTER_QUOTE.search(fault.before)) and fault.character:
        mend = _("Leave them out, or write the whole text on the next lines after a |.")
        if found[1] == "'":
            mend = _("Use double quotes around the text, or write each apostrophe in it twice.")
        return fault.row, AFTER_QUOTE, mend
    if fault.character in ("]", "}"):
        mend = _("Delete it, or put the text in double quotes.")
        return (
            fault.row,
            _("There is a {character} that closes nothing", character=fault.character),
            mend,
        )
    if _DASH_GLUED.match(fault.line(fault.row)):
        return fault.row, *GLUED_DASH
    return (
        fault.row,
        _("This line does not begin below its neighbours"),
        _("Indent it exactly as far as the lines it belongs to, with spaces."),
    )


def _row_further_out(fault: _Fault) -> int:
    """The row above that begins further left: what this row was taken to belong to."""
    indent = _indent(fault.line(fault.row))
    row = _row_above(fault)
    while row > 0 and (not fault.line(row).strip() or _indent(fault.line(row)) >= indent):
        row -= 1
    return row


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _row_above(fault: _Fault) -> int:
    above = fault.row - 1
    while above > 0 and not fault.line(above).strip():
        above -= 1
    return above


_Explain: TypeAlias = Callable[[_Fault], Explained | None] | tuple[str, str, str]


def _explained(fault: _Fault, how: _Explain) -> Explained | None:
    if callable(how):
        return how(fault)
    place, what, mend = how
    return (fault.opened if place == "opened" else fault.row), what, mend


_TABLE: tuple[tuple[str, _Explain], ...] = (
    ("", _tab),
    # Newer parsers stop by themselves, before brackets come as events that could be counted.
    ("nesting depth", ("here", *TOO_DEEP)),
    (
        "quoted scalar.*found unexpected",
        (
            "opened",
            N_("A quotation mark is opened here and never closed"),
            N_("Close it at the end of the text, or leave both quotation marks out."),
        ),
    ),
    ("Unicode character escape", ("here", *IMPOSSIBLE)),
    (
        "escape|hexdecimal",
        (
            "here",
            N_("A backslash in double quotes has a meaning of its own"),
            N_("Write it twice, or use single quotes around the text."),
        ),
    ),
    (" flow |unexpected ':'", _brackets),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    (
        "sequence entries are not allowed",
        (
            "here",
            N_("A dash cannot follow a key on the same line"),
            N_("Begin the list on the next line; or, if it is text, put it in double quotes."),
        ),
    ),
    (
        "block scalar",
        (
            "opened",
            N_("Text that begins with | or > cannot go on in the same line"),
            N_("Begin the text on the next line, indented; or put it in double quotes."),
        ),
    ),
    (
        "an alias|an anchor| a tag|tag handle|cannot start any token|node content",
        _first_character,
    ),
    ("expected key|block end|'-' indicator|document start", _alignment),
)
"""What a parser says, a pattern, and what that means: "here" or where a thing was "opened", what
is wrong, how to mend it. The first row that matches is taken."""
