"""Recognition of files that are no decks: one sentence on what a file is, one on what to do.

A file that says ``wshoes:`` is a deck, whatever else is wrong with it.
"""

from __future__ import annotations

import csv
import json
import re
from typing import TypeAlias

from wshoes_tui.decks.deck_schema import TEXT_KEYS, WORD_KEYS
from wshoes_tui.decks.diagnostics import joined_with_and, quoted

Recognised: TypeAlias = tuple[int, str, str]
"""The line of the file, what the file is, what to do."""

BRING_OVER = (
    "Copy a deck that works and put these words into the copy: "
    '"wshoes deck list --json" tells where each deck is.'
)
"""What can be done with words that are in another program's file."""

AS_TEXT = f"Save it there as plain text. {BRING_OVER}"

KNOWN = TEXT_KEYS | WORD_KEYS
ENOUGH_KNOWN = 3
"""So many keys of a deck make a file a deck that somebody has begun."""

MOST_LOOKED_AT = 20_000
"""Characters at the top of a file that tell what it is."""

_OURS = re.compile(r"^[ \t\"'{]*wshoes[\"'\s]*[:\uff1a]", re.MULTILINE)
_TOP_KEY = re.compile(r"^([^\s#:\-][^:\n]{0,60}?)\s*:(?:\s|$)", re.MULTILINE)
_JSON_KEY = re.compile(r'"([^"\\\n]{1,60})"\s*:')

_STARTS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"\{\\rtf", re.IGNORECASE), "rich text of a word processor", AS_TEXT),
    (
        re.compile(r"#(?:separator|html|notetype|deck|tags|columns|if matches|guid)\b.*", re.I),
        "a text export of Anki",
        BRING_OVER,
    ),
    (re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I), "a web page", AS_TEXT),
    (re.compile(r"<\?xml|<[a-zA-Z][\w:-]*(?:\s[^>]*)?>", re.I), "an XML file", AS_TEXT),
    (re.compile(r"MIME-Version:|From:\s.*\n|Received:\s"), "a mail", AS_TEXT),
    (re.compile(r"\\documentclass|%!PS"), "a file for printing", AS_TEXT),
    (re.compile(r"\[[\w. -]+\]\s*\n\s*[\w.-]+\s*="), "a settings file (INI or TOML)", BRING_OVER),
)


def recognised(text: str) -> Recognised | None:
    """What a file is that is certainly no deck; None where it is one, or may be one."""
    top = text[:MOST_LOOKED_AT]
    if _OURS.search(top):
        return None
    line = 1 + top[: len(top) - len(top.lstrip())].count("\n")
    begun = top.lstrip()
    for pattern, kind, mend in _STARTS:
        if pattern.match(begun):
            return line, f"This is {kind}, not a deck", mend
    for look in (_json, _table, _other_yaml):
        if (what := look(begun, text)) is not None:
            return line, what, BRING_OVER
    return None


def _json(begun: str, text: str) -> str | None:
    if begun[:1] not in ("{", "["):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        keys = _JSON_KEY.findall(begun) if re.match(r'[\[{]\s*[\[{]?\s*"', begun) else []
    else:
        first = found[0] if isinstance(found, list) and found else found
        if not isinstance(first, dict):
            return None
        keys = list(first)
    if not keys or _is_begun_deck(keys):
        return None
    return f"This is JSON of another program, not a deck: it has {_some(keys)}"


def _table(begun: str, _text: str) -> str | None:
    lines = [line for line in begun.split("\n")[:4] if line.strip()]
    if not lines or len(lines) < 2 or _TOP_KEY.match(lines[0]):
        return None
    for separator, kind in (
        ("\t", "tabs"),
        (",", "commas"),
        (";", "semicolons"),
    ):
        try:
            rows = list(csv.reader(lines, delimiter=separator))
        except csv.Error:
            continue
        width = len(rows[0])
        alike = sum(len(row) == width for row in rows[1:])
        if width > 1 and alike and _is_heading(rows[0]):
            return (
                f"This is a table of a spreadsheet or another program ({width} columns, "
                f"with {kind} between them), not a deck"
            )
    return None


def _is_heading(cells: list[str]) -> bool:
    """Whether these may be the heads of columns: short, and none begins a list of YAML."""
    return all(0 < len(cell.strip()) <= 40 for cell in cells) and cells[0][:1] not in "-[{#"


def _other_yaml(begun: str, _text: str) -> str | None:
    keys = list(dict.fromkeys(key.strip("\"' ") for key in _TOP_KEY.findall(begun)))
    if len(keys) < 2 or _is_begun_deck(keys):
        return None
    return f"This is YAML of another program, not a deck: it has {_some(keys)}"


def _is_begun_deck(keys: list[str]) -> bool:
    known = [key for key in keys if key.strip().lower() in KNOWN]
    return len(known) >= ENOUGH_KNOWN or len(known) * 2 > len(keys)


def _some(keys: list[str]) -> str:
    shown = [quoted(key) for key in list(dict.fromkeys(keys))[:3]]
    return f"the {'key' if len(shown) == 1 else 'keys'} {joined_with_and(shown, 'and')}"
