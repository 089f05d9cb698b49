"""From a path to text: any file from anywhere is read safely or refused."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

from wshoes_tui.decks.diagnostics import Report
from wshoes_tui.limits import MOST_BYTES

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO put there meanwhile must not make us wait
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)

_REASONS = {
    errno.ENOENT: ("There is no such file", "Check the name and the folder."),
    errno.EACCES: (
        "This file may not be read by your account",
        "Change its permissions, or copy it to a folder of your own.",
    ),
    errno.ENOTDIR: ("There is no such file", "Check the name and the folder."),
    errno.ELOOP: ("This link leads round in a circle", "Name the file itself."),
    errno.ENAMETOOLONG: ("This name is too long for a file", "Check the name."),
}

_FOREIGN = {
    b"PK\x03\x04": "a word-processor, spreadsheet or zip file",
    b"%PDF": "a PDF file",
    b"\xd0\xcf\x11\xe0": "a word-processor or spreadsheet file",
    b"\x1f\x8b": "a compressed file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}

INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Control characters, and separators that YAML takes for line ends and editors do not."""

_LINE_ENDS = {
    "\x0b": "line break of a word processor",
    "\x0c": "page break",
    "\x85": "next-line character",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
}


def read_source(path: Path, report: Report) -> str:
    """The text of a deck file: line ends are ``\\n``, a byte-order mark is gone.

    Raises:
        DeckErrors: not a regular file, unreadable, too large, not UTF-8, or with
            control characters in it.
    """
    data = _read_bytes(path, report)
    return clean(_decoded(data, report), report)


def clean(text: str, report: Report) -> str:
    """The text of a deck with plain line ends.

    Raises:
        DeckErrors: there are control characters in it.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_invisible(text, report)
    return text


def _read_bytes(path: Path, report: Report) -> bytes:
    try:
        _demand_regular(path.stat().st_mode, report)  # opening a device can already do something
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        other = (f"This file cannot be opened ({error.strerror})", "Check the name and the disk.")
        report.stop(0, *_REASONS.get(error.errno or 0, other))
    except ValueError:
        report.stop(0, "This is not the name of a file", "Check the name.")
    try:
        with os.fdopen(descriptor, "rb") as file:
            _demand_regular(os.fstat(descriptor).st_mode, report)
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        report.stop(0, f"This file cannot be read ({error.strerror})", "Check the disk.")
    if len(data) > MOST_BYTES:
        report.stop(
            0, "This file is larger than 1 MB", "Check that it is a deck, or split it into several."
        )
    return data


def _demand_regular(mode: int, report: Report) -> None:
    if stat.S_ISDIR(mode):
        report.stop(0, "This is a folder, not a deck", "Name one of the files in it.")
    if not stat.S_ISREG(mode):
        report.stop(0, "This is a pipe or a device, not a file", "Name a file that holds a deck.")


def _decoded(data: bytes, report: Report) -> str:
    mend = "Save it again as plain text in UTF-8 (look for Encoding where your editor saves)."
    for start, kind in _FOREIGN.items():
        if data.startswith(start):
            report.stop(0, f"This is {kind}, not plain text", mend)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report.stop(1, "This file is saved as UTF-16, not UTF-8", mend)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The positions count from behind a byte-order mark; that adds no line.
        line = bytes(error.object)[: error.start].count(b"\n") + 1
        report.stop(line, "This line holds characters that are not UTF-8", mend)


def _refuse_invisible(text: str, report: Report) -> None:
    if text.replace("\n", "").isprintable() or not INVISIBLE.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if found := INVISIBLE.search(line):
            report.add(number, *_invisible(found[0]))
    report.close()


def _invisible(character: str) -> tuple[str, str]:
    code = f"U+{ord(character):04X}"
    if character in _LINE_ENDS:
        return (
            f"This line holds a {_LINE_ENDS[character]} ({code}), a line end that most editors "
            "do not show",
            "Delete it and press Enter there, or save the file with ordinary line ends.",
        )
    if character == "\ufeff":
        return (
            f"A byte-order mark ({code}), which cannot be seen, stands within this line",
            "It comes from another file that was put in here. Delete the line and type it again.",
        )
    return (
        f"This line holds an invisible control character ({code})",
        "Delete the line and type it again.",
    )


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
