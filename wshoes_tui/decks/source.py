"""Source of a deck: any file from anywhere is read safely, or refused.

A file of another program is recognised by its beginning: one sentence on what it is, one on
what to do. A file that says ``wshoes:`` is a deck, whatever else is wrong with it.
"""

from __future__ import annotations

import csv
import errno
import json
import os
import re
import stat
from pathlib import Path
from typing import TypeAlias

from wshoes_tui.decks.deck_schema import TEXT_KEYS, WORD_KEYS
from wshoes_tui.decks.diagnostics import Report, quoted
from wshoes_tui.limits import MOST_BYTES
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import listed, system_reason

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO put there meanwhile must not make us wait
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)

SPLIT_IT = N_("Check that it is a deck, or split it into several.")
_NO_FILE = (N_("There is no such file"), N_("Check the name and the folder."))
_REASONS = {
    errno.ENOENT: _NO_FILE,
    errno.EACCES: (
        N_("This file may not be read by your account"),
        N_("Change its permissions, or copy it to a folder of your own."),
    ),
    errno.ENOTDIR: _NO_FILE,
    errno.ELOOP: (N_("This link leads round in a circle"), N_("Name the file itself.")),
    errno.ENAMETOOLONG: (N_("This name is too long for a file"), N_("Check the name.")),
}

FOREIGN_FILES = {
    b"PK\x03\x04": N_("This is a word-processor, spreadsheet or zip file, not plain text"),
    b"%PDF": N_("This is a PDF file, not plain text"),
    b"\xd0\xcf\x11\xe0": N_("This is a word-processor or spreadsheet file, not plain text"),
    b"\x1f\x8b": N_("This is a compressed file, not plain text"),
    b"\x89PNG": N_("This is a picture, not plain text"),
    b"\xff\xd8\xff": N_("This is a picture, not plain text"),
}
"""What files are that begin so."""

INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Control characters, and separators that YAML takes for line ends and editors do not."""

_LINE_ENDS = {
    "\x0b": N_("a line break of a word processor"),
    "\x0c": N_("a page break"),
    "\x85": N_("a next-line character"),
    "\u2028": N_("a line separator"),
    "\u2029": N_("a paragraph separator"),
}


def read_source(path: Path, report: Report) -> str:
    """The text of a deck file: line ends are ``\\n``, a byte-order mark is gone.

    DeckErrors: not a regular file, unreadable, too large, not UTF-8, or with control characters.
    """
    return clean(_decoded(_read_bytes(path, report), report), report)


def clean(text: str, report: Report) -> str:
    """The text of a deck with plain line ends; DeckErrors for control characters in it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_invisible(text, report)
    return text


def _read_bytes(path: Path, report: Report) -> bytes:
    try:
        _demand_regular(path.stat().st_mode, report)  # opening a device can already do something
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        what = _("This file cannot be opened ({error})", error=system_reason(error))
        other = (what, N_("Check the name and the disk."))
        report.stop(0, *_REASONS.get(error.errno or 0, other))
    except ValueError:
        report.stop(0, _("This is not the name of a file"), _("Check the name."))
    try:
        with os.fdopen(descriptor, "rb") as file:
            _demand_regular(os.fstat(descriptor).st_mode, report)
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        what = _("This file cannot be read ({error})", error=system_reason(error))
        report.stop(0, what, _("Check the disk."))
    if len(data) > MOST_BYTES:
        report.stop(0, _("This file is larger than 1 MB"), SPLIT_IT)
    return data


def _demand_regular(mode: int, report: Report) -> None:
    if stat.S_ISDIR(mode):
        report.stop(0, _("This is a folder, not a deck"), _("Name one of the files in it."))
    if not stat.S_ISREG(mode):
        mend = _("Name a file that holds a deck.")
        report.stop(0, _("This is a pipe or a device, not a file"), mend)


def _decoded(data: bytes, report: Report) -> str:
    mend = _("Save it again as plain text in UTF-8 (look for Encoding where your editor saves).")
    for start, what in FOREIGN_FILES.items():
        if data.startswith(start):
            report.stop(0, _(what), mend)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report.stop(1, _("This file is saved as UTF-16, not UTF-8"), mend)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The positions count from behind a byte-order mark; that adds no line.
        line = bytes(error.object)[: error.start].count(b"\n") + 1
        report.stop(line, _("This line holds characters that are not UTF-8"), mend)


def _refuse_invisible(text: str, report: Report) -> None:
    if text.replace("\n", "").isprintable() or not INVISIBLE.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not (found := INVISIBLE.search(line)):
            continue
        code = f"U+{ord(found[0]):04X}"
        what = _("This line holds an invisible control character ({code})", code=code)
        mend = _("Delete the line and type it again.")
        if kind := _LINE_ENDS.get(found[0]):
            what = _(
                "This line holds {kind} ({code}), a line end that most editors do not show",
                kind=_(kind),
                code=code,
            )
            mend = _("Delete it and press Enter there, or save the file with ordinary line ends.")
        elif found[0] == "\ufeff":
            what = _(
                "A byte-order mark ({code}), which cannot be seen, stands within this line",
                code=code,
            )
            mend = _(
                "It comes from another file that was put in here. Delete the line and type it "
                "again."
            )
        report.add(number, what, mend)
    report.close()


def with_plain_tabs(text: str) -> str:
    """The text with spaces for the tabs within its lines.

    Those that indent a line are left for the reader of the tree to refuse.
    """
    if "\t" not in text:
        return text
    lines = []
    for line in text.split("\n"):
        words = line.lstrip(" \t")
        indent = line[: len(line) - len(words)] if words else ""
        lines.append(indent + words.replace("\t", " "))
    return "\n".join(lines)


Recognised: TypeAlias = tuple[int, str, str]
"""The line of the file, what the file is, what to do."""

BRING_OVER = N_(
    "Begin a deck with: wshoes deck new (or copy one that works, with: wshoes deck copy ID), and "
    "put these words into it."
)
IMPORT_IT = N_("Bring its cards in with: wshoes deck import FILE")
AS_TEXT = N_(
    "Save it there as plain text. Begin a deck with: wshoes deck new (or copy one that works, "
    "with: wshoes deck copy ID), and put these words into it."
)
"""What can be done with words that are in another program's file."""

KNOWN = TEXT_KEYS | WORD_KEYS
ENOUGH_KNOWN = 3
"""So many keys of a deck make a file a deck that somebody has begun."""

MOST_LOOKED_AT = 20_000
"""Characters at the top of a file that tell what it is."""

_OURS = re.compile(r"^[ \t\"'{]*wshoes[\"'\s]*[:\uff1a]", re.MULTILINE)
_TOP_KEY = re.compile(r"^([^\s#:\-][^:\n]{0,60}?)\s*:(?:\s|$)", re.MULTILINE)
_SUITS = re.compile(r"^suits\s*:", re.MULTILINE)
"""What cards in groups begin with, which can be imported."""
_JSON_KEY = re.compile(r'"([^"\\\n]{1,60})"\s*:')

_STARTS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"\{\\rtf", re.IGNORECASE),
        N_("This is rich text of a word processor, not a deck"),
        AS_TEXT,
    ),
    (
        re.compile(r"#(?:separator|html|notetype|deck|tags|columns|if matches|guid)\b.*", re.I),
        N_("This is a text export of Anki, not a deck"),
        IMPORT_IT,
    ),
    (
        re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I),
        N_("This is a web page, not a deck"),
        AS_TEXT,
    ),
    (
        re.compile(r"<\?xml|<[a-zA-Z][\w:-]*(?:\s[^>]*)?>", re.I),
        N_("This is an XML file, not a deck"),
        AS_TEXT,
    ),
    (
        re.compile(r"MIME-Version:|From:\s.*\n|Received:\s"),
        N_("This is a mail, not a deck"),
        AS_TEXT,
    ),
    (re.compile(r"\\documentclass|%!PS"), N_("This is a file for printing, not a deck"), AS_TEXT),
    (
        re.compile(r"(?:#.*\n|\s)*frameworks:\s"),
        N_("This is a file of frameworks (agendas and their themes), not a deck"),
        N_('Put it in the folder "frameworks" beside the folder of your decks.'),
    ),
    (
        re.compile(r"\[[\w. -]+\]\s*\n\s*[\w.-]+\s*="),
        N_("This is a settings file (INI or TOML), not a deck"),
        BRING_OVER,
    ),
)


_TABLES = {
    "\t": N_(
        "This is a table of a spreadsheet or another program ({columns} columns, with tabs between "
        "them), not a deck"
    ),
    ",": N_(
        "This is a table of a spreadsheet or another program ({columns} columns, with commas "
        "between them), not a deck"
    ),
    ";": N_(
        "This is a table of a spreadsheet or another program ({columns} columns, with semicolons "
        "between them), not a deck"
    ),
}
"""What a table is called, by what stands between its columns."""


def recognised(text: str) -> Recognised | None:
    """What a file is that is certainly no deck; None where it is one, or may be one."""
    top = text[:MOST_LOOKED_AT]
    if _OURS.search(top):
        return None
    line = 1 + top[: len(top) - len(top.lstrip())].count("\n")
    begun = top.lstrip()
    for pattern, told, mend in _STARTS:
        if pattern.match(begun):
            return line, _(told), _(mend)
    if what := _json(begun, text):
        return line, what, _(BRING_OVER)
    if what := _table(begun):
        return line, what, _(IMPORT_IT)
    if what := _other_yaml(begun):
        return line, what, _(IMPORT_IT if _SUITS.search(begun) else BRING_OVER)
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
    return _("This is JSON of another program, not a deck: it has {keys}", keys=_some(keys))


def _table(begun: str) -> str | None:
    lines = [line for line in begun.split("\n")[:4] if line.strip()]
    if not lines or len(lines) < 2 or _TOP_KEY.match(lines[0]):
        return None
    for separator, told in _TABLES.items():
        try:
            rows = list(csv.reader(lines, delimiter=separator))
        except csv.Error:
            continue
        width = len(rows[0])
        alike = sum(len(row) == width for row in rows[1:])
        if width > 1 and alike and _is_heading(rows[0]):
            return _(told, columns=width)
    return None


def _is_heading(cells: list[str]) -> bool:
    """Whether these may be the heads of columns: short, and none begins a list of YAML."""
    return all(0 < len(cell.strip()) <= 40 for cell in cells) and cells[0][:1] not in "-[{#"


def _other_yaml(begun: str) -> str | None:
    keys = list(dict.fromkeys(key.strip("\"' ") for key in _TOP_KEY.findall(begun)))
    if len(keys) < 2 or _is_begun_deck(keys):
        return None
    return _("This is YAML of another program, not a deck: it has {keys}", keys=_some(keys))


def _is_begun_deck(keys: list[str]) -> bool:
    known = [key for key in keys if key.strip().lower() in KNOWN]
    return len(known) >= ENOUGH_KNOWN or len(known) * 2 > len(keys)


def _some(keys: list[str]) -> str:
    shown = [quoted(key) for key in list(dict.fromkeys(keys))[:3]]
    if len(shown) == 1:
        return _("the key {key}", key=shown[0])
    return _("the keys {keys}", keys=listed(shown))
