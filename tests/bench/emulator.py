"""A terminal as the program meets it: its screen, and the answers to its questions."""

from __future__ import annotations

import re

import pyte

_STRINGS = re.compile(rb"\x1b[PX^_].*?(?:\x1b\\|\x07)", re.S)
_OPEN_STRING = re.compile(rb"\x1b[PX^_](?:(?!\x1b\\|\x07).)*\Z", re.S)
_OPEN_SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*)?\Z")
_PRIVATE = re.compile(rb"\x1b\[[<=>][0-?]*[ -/]*[@-~]")
_PEN_WITH_COLONS = re.compile(rb"\x1b\[[0-9;]*:[0-9;:]*m")
_QUERY = re.compile(
    rb"\x1b\[(?:(?P<device>0?c)|(?P<second>>0?c)|(?P<cursor>6n)|\?(?P<mode>\d+)\$p|(?P<size>18t))"
    rb"|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"
)
SYNCHRONISED_OUTPUT = b"2026"


class Emulator:
    """A screen of ``columns`` by ``rows`` cells, drawn by what the program writes."""

    def __init__(self, columns: int = 80, rows: int = 24) -> None:
        self.columns, self.rows = columns, rows
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._held = b""
        self._lines = [""] * rows

    def feed(self, data: bytes) -> bytes:
        """Draw ``data``, and return what a terminal would answer to the questions in it.

        What pyte would print as text (device strings, private sequences) is left out, and a
        sequence that is not complete waits for the rest of it.
        """
        data = self._held + data
        unfinished = _OPEN_STRING.search(data) or _OPEN_SEQUENCE.search(data)
        cut = unfinished.start() if unfinished else len(data)
        data, self._held = data[:cut], data[cut:]
        answers = b"".join(self._answer(match) for match in _QUERY.finditer(data))
        for unknown in (_STRINGS, _PRIVATE, _PEN_WITH_COLONS):
            data = unknown.sub(b"", data)
        self._stream.feed(data)
        return answers

    def lines(self) -> list[str]:
        """The rows of the screen, each as long as the screen is wide."""
        for y in self._screen.dirty:
            if y < self.rows:
                row = self._screen.buffer[y]
                self._lines[y] = "".join(row[x].data or " " for x in range(self.columns))
        self._screen.dirty.clear()
        return list(self._lines)

    def _answer(self, query: re.Match[bytes]) -> bytes:
        match query.lastgroup:
            case "device":
                return b"\x1b[?62;22c"
            case "second":
                return b"\x1b[>0;115;0c"
            case "cursor":
                cursor = self._screen.cursor
                return b"\x1b[%d;%dR" % (cursor.y + 1, cursor.x + 1)
            case "mode":
                known = query["mode"] == SYNCHRONISED_OUTPUT
                return b"\x1b[?%s;%d$y" % (query["mode"], 2 if known else 0)
            case "size":
                return b"\x1b[8;%d;%dt" % (self.rows, self.columns)
            case _:
                shade = b"ffff" if query["colour"] == b"10" else b"0000"
                return b"\x1b]%s;rgb:%s\x1b\\" % (query["colour"], b"/".join([shade] * 3))
