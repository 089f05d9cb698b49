"""Look-alikes: search for characters that only look like those of YAML, and for missing quotes.

It is done on a file that the parser or the rules have refused: each line is looked at as a
person sees it, so that the error names what is there. Each finding comes with the line as it
should be, and what else is wrong is found in the text with those lines in place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from wshoes_tui.decks.deck_schema import (
    LISTS_OF_TEXT,
    TEXT_KEYS,
    WORD_KEYS,
    as_double_quoted,
    how_to_quote,
    in_quotes,
)
from wshoes_tui.decks.diagnostics import (
    AFTER_QUOTE,
    GLUED_DASH,
    UNQUOTED_COLON,
    capital,
    lost_comment,
    nearest,
    shortened,
    wrong_start,
)
from wshoes_tui.domain.deck import RUNGS
from wshoes_tui.limits import (
    DEEPEST_INDENT,
    LONGEST_DECK_LINE,
    MOST_DECK_CHARACTERS,
    MOST_DECK_LINES,
    MOST_SLIPS,
)
from wshoes_tui.locale import N_, _, language_in_use

Slip: TypeAlias = tuple[int, str, str]
"""Line from 1, what is wrong, how to mend it."""

WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that look like those of the space bar; a pattern's set."""
COLONS = "\uff1a\ufe55\ua789\u2236\u02d0\ufe30"
DASHES = "\u2010-\u2015\u2212\uff0d\ufe63\u2022\u2023\u25e6\u25aa\u25cf\u00b7\uf0b7"
OPENING = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb\u2039\u203a\uff02\uff07"

_KEYS = tuple(TEXT_KEYS | WORD_KEYS)
_KEY = "|".join(sorted(_KEYS, key=len, reverse=True))
_NEXT_KEY = re.compile(r", *([\w-]+): ")
_BLOCK = re.compile(r"^([ ]*(?:- +)?)(?:[^\s#].*:[ ]+|)[|>][0-9+-]*[ ]*(?:#.*)?$")
_STRUCTURE = re.compile(rf"(?:-[ {WIDE}]|(?:{_KEY})[ {WIDE}]*[:{COLONS}])")
_KEY_LINE = re.compile(r"^( *(?:- +)?)([^\s:#\"'{}\[\],]+):(?:[ ]+(.*))?$")
_BRACES_LINE = re.compile(
    rf"^( *(?:- +|[\w-]+: +)?)\{{ *({'|'.join(RUNGS)}|title): +([^\"'\[{{}}\s][^{{}}]*)\}} *$"
)
_WRONG_START = re.compile(r"[@`%]|\?(?= |$)|\*(?!$|[\w-]+$)|\[[^\[\]]*\]|\{[^{}]*\}")
_COMMENT = re.compile(r"\s(#.*)")
_COLON = re.compile(r":(?:\s|$)")
_QUOTE_IN_QUOTES = re.compile(r'"[^"]*[\s(]"[^"]*".*"$')
"""The second quotation mark opens one, too: so the first and the last were to quote it all."""
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line outside of a block of text. ``list_key`` is the key whose list it may belong to."""

    text: str
    key_column: int
    list_key: str


_Found: TypeAlias = tuple[str, str, str]
"""What is wrong, how to mend it, and the line as it should be."""

_Explain: TypeAlias = Callable[[_Line, "re.Match[str]"], _Found | None]


def find_slips(text: str) -> tuple[list[Slip], str]:
    """What a person would see wrong in a text, and the text with that put right."""
    slips: list[Slip] = []
    lines = text.split("\n")
    if len(lines) > MOST_DECK_LINES or len(text) > MOST_DECK_CHARACTERS:
        return slips, text
    for number, line in _outside_of_blocks(lines):
        shown = line
        for look, explain in _LOOKS:
            if len(slips) >= MOST_SLIPS:
                return slips, "\n".join(lines)
            if (match := look.search(shown.text)) and (found := explain(shown, match)):
                what, mend, better = found
                slips.append((number + 1, what, mend))
                lines[number] = better
                shown = _Line(better, line.key_column, line.list_key)
    return slips, "\n".join(lines)


def _outside_of_blocks(lines: list[str]) -> Iterator[tuple[int, _Line]]:
    block: int | None = None
    key_column, list_key = -1, ""
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None:
            if not line.strip() or indent > block:
                continue
            block = None
        if not line.strip() or line[indent] == "#":
            continue
        if len(line) > LONGEST_DECK_LINE or len(line) - len(line.lstrip()) > DEEPEST_INDENT:
            continue
        yield number, _Line(line, key_column, list_key)
        line = lines[number]  # perhaps mended by now
        if begins := _BLOCK.match(line):
            block = len(begins[1])
        if key := _KEY_LINE.match(line):
            key_column = len(key[1])
            list_key = key[2] if not (key[3] or "").strip() else ""


def _wide_indent(line: _Line, found: re.Match[str]) -> _Found | None:
    rest = line.text[found.end() :]
    if len(found[1]) > line.key_column and not _STRUCTURE.match(rest):
        return None
    plain = found[2].replace("\u3000", "  ")
    return (
        _("This line is indented with {odd}, which only looks like a space", odd=_named(found[2])),
        _("Delete it at the beginning of the line, and type spaces with the space bar."),
        found[1] + " " * len(plain) + rest,
    )


def _bullet(line: _Line, found: re.Match[str]) -> _Found | None:
    rest = line.text[found.end() :]
    in_list = line.list_key in WORD_KEYS | LISTS_OF_TEXT
    if not in_list and not _STRUCTURE.match(rest) and not rest.startswith("{"):
        return None
    better = f"{found[1]}- {rest}"
    return (
        _(
            "{odd} begins this line, where a list wants the plain dash",
            odd=capital(_named(found[2])),
        ),
        _("Type the dash of the keyboard and a space: {better}", better=shortened(better)),
        better,
    )


def _slip(pattern: str, what: str, mend: str, by: str) -> tuple[re.Pattern[str], _Explain]:
    """A row of ``_LOOKS`` for what is a slip wherever it is found; ``by`` replaces it.

    In ``what`` and ``mend`` stand the groups of the pattern, and ``better``, the line as it
    should be; the group ``odd`` is shown by the name of its character.
    """

    def explain(line: _Line, found: re.Match[str]) -> _Found:
        better = line.text[: found.start()] + found.expand(by) + line.text[found.end() :]
        groups = found.groupdict()
        if "odd" in groups:
            groups["odd"] = _named(groups["odd"])
        return _(what, **groups), _(mend, **groups, better=shortened(better)), better

    return re.compile(pattern), explain


def _unquoted(_line: _Line, found: re.Match[str]) -> _Found | None:
    if found[2] not in TEXT_KEYS or found[2] in LISTS_OF_TEXT:
        return None
    value = (found[3] or "").strip()
    if not value or (what := _why_quotes(value)) is None:
        return None
    ends = {value[0], value[-1]}
    meant_to_quote = ends == {"'"} or ends <= {*OPENING} or _QUOTE_IN_QUOTES.match(value)
    meant = value[1:-1] if len(value) > 1 and meant_to_quote else value
    better = f"{found[1]}{found[2]}: {in_quotes(meant) or as_double_quoted(meant)}"
    return what, how_to_quote(meant, found[2]), better


def _unquoted_in_braces(_line: _Line, found: re.Match[str]) -> _Found | None:
    value = found[3].rstrip(" ")
    if any(nearest(word, _KEYS) for word in _NEXT_KEY.findall(value)):
        return None  # not one text
    if comment := _COMMENT.search(value):
        what = lost_comment(f'"{shortened(comment[1])}"')
    elif _COLON.search(value):
        what = _("The text between these brackets cannot be told apart, for it holds a colon")
    elif value[0] in "@`%":
        what = wrong_start(value[0])
    else:
        return None
    better = f"{found[1]}{{{found[2]}: {in_quotes(value) or as_double_quoted(value)}}}"
    return what, how_to_quote(value, found[2], braces=True), better


def _why_quotes(value: str) -> str | None:
    """Why a text has to be quoted; None where it need not be, or where the parser tells it."""
    if found := _QUOTED.match(value):
        rest = value[found.end() :].lstrip()
        return AFTER_QUOTE if rest and rest[0] != "#" else None
    if _WRONG_START.match(value):
        return wrong_start(value[0])
    if value[0] in "\"'[{,]}&!|>#*-":
        return None
    comment = _COMMENT.search(value)
    if comment and value[: comment.start()].strip() in ("~", "null"):
        return None  # nothing stands there that a comment could be a part of
    if not comment and not _COLON.search(value):
        return None
    if value[0] in OPENING:
        return _(
            "This text stands between typographic quotation marks ({mark}), which quote nothing "
            "for a deck: it needs straight ones, for it holds a {held}",
            mark=value[0],
            held='"#"' if comment else '": "',
        )
    return lost_comment(f'"{shortened(comment[1])}"') if comment else UNQUOTED_COLON


_KEY_BEGINS = rf"(?P<before>^ *(?:- +)?|[{{,] *)(?P<key>{_KEY})"
_AS_KEY = r"\g<before>\g<key>: "
_TYPE_SPACE = N_("Delete it, and type a space with the space bar.")
_LOOKS: tuple[tuple[re.Pattern[str], _Explain], ...] = (
    (re.compile(rf"^( *)([{WIDE}][ {WIDE}]*)(?=[^ {WIDE}])"), _wide_indent),
    (re.compile(rf"^( *)([{DASHES}]|\*(?= ))[ {WIDE}]*(?=\S)"), _bullet),
    _slip(
        rf"^( *-) *(?P<odd>[{WIDE}][ {WIDE}]*)",
        N_("After the dash stands {odd}, which only looks like a space"),
        _TYPE_SPACE,
        r"\1 ",
    ),
    _slip(rf"^( *)-(?=[{{\[\"']|(?:{_KEY}):(?:\s|$))", *GLUED_DASH, r"\1- "),
    _slip(
        rf"{_KEY_BEGINS}(?P<odd> *[{WIDE}][ {WIDE}]*):(?=\s|$)",
        N_('Between "{key}" and its colon stands {odd}, which only looks like a space'),
        N_('Delete it, so that the line says "{key}:".'),
        r"\g<before>\g<key>:",
    ),
    _slip(
        rf"{_KEY_BEGINS} *: *(?P<odd>[{WIDE}][ {WIDE}]*)",
        N_('After "{key}:" stands {odd}, which only looks like a space'),
        _TYPE_SPACE,
        _AS_KEY,
    ),
    _slip(
        rf"{_KEY_BEGINS}[ {WIDE}]*(?P<odd>[{COLONS}])[ {WIDE}]*",
        N_('After "{key}" stands {odd}, which only looks like a colon'),
        N_("Type the colon of the keyboard and a space: {better}"),
        _AS_KEY,
    ),
    (_KEY_LINE, _unquoted),
    (_BRACES_LINE, _unquoted_in_braces),
)
"""Each way to look at a line, and what explains the first match."""


def _named(characters: str) -> str:
    """ "a no-break space (U+00A0)" for the first that is not plain."""
    character = next(one for one in characters if one != " ")
    code = f"U+{ord(character):04X}"
    if language_in_use() != "en":  # names of characters are English
        return _("a character that is not on most keyboards ({code})", code=code)
    name = unicodedata.name(character, "a character").lower()
    article = "an" if name[0] in "aeiou" else "a"
    shown = "" if character.isspace() else f"{character}, "
    return f"{article} {name} ({shown}{code})"
