"""From the bytes of an input to the lines that were typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from wshoes_tui.domain.value import Refusal
from wshoes_tui.limits import MOST_CHARACTERS
from wshoes_tui.terminal.encodings import UTF_8, Decoder

MOST_BYTES = 4 * MOST_CHARACTERS
"""No line of as many characters as are taken is longer, in any encoding."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class TypedLine:
    """One line, without its end.

    ``whole`` is False for a last line that has no end. ``mended`` tells that bytes which are
    no text became U+FFFD. The text of a line that is ``too_long`` is empty. One that is ``cut``
    filled all that a terminal holds of a line, so its end may be missing. One that is ``shown``
    stands on a terminal, whose own line has not ended with it.
    """

    text: str
    whole: bool = True
    mended: bool = False
    too_long: bool = False
    cut: bool = False
    shown: bool = False


class Stopped(Exception):  # noqa: N818 - somebody's wish, no error
    """A signal asks the program to end. ``number`` is the signal's.

    ``shown`` tells that it came from a key, which a terminal shows without ending its line;
    ``unheard`` that it came while nobody took what was written.
    """

    def __init__(self, number: int, *, shown: bool = False, unheard: bool = False) -> None:
        super().__init__(number)
        self.number = number
        self.shown = shown
        self.unheard = unheard


class LineSource(Protocol):
    """Where lines come from."""

    def next(self) -> TypedLine | None:
        """Wait for the next line; None at the end of the input.

        Raises:
            Stopped: a signal came instead.
        """

    def rest(self) -> TypedLine | None:
        """What was typed of a line whose end has not come."""

    def hide(self, hidden: bool) -> None:
        """Whether what is typed from now on is kept off the terminal."""


class LineSplitter:
    """Feed it bytes as they come, take lines out. It holds no more than the longest line.

    They are in the encoding given, or in UTF-8 where they begin with its mark.
    """

    def __init__(self, encoding: str = UTF_8) -> None:
        self._encoding = encoding
        self._held = b""
        self._too_long = False
        self._at_start = True

    def feed(self, data: bytes) -> Iterator[TypedLine]:
        """The lines that end in this data."""
        if self._at_start:
            data, self._held = self._held + data, b""
            if len(data) < len(BYTE_ORDER_MARK) and BYTE_ORDER_MARK.startswith(data):
                self._held = data
                return
            if data.startswith(BYTE_ORDER_MARK):
                data, self._encoding = data.removeprefix(BYTE_ORDER_MARK), UTF_8
            self._at_start = False
        *ended, rest = data.split(b"\n")
        for part in ended:
            yield self._line(part)
        self._hold(rest)

    def rest(self) -> TypedLine | None:
        """What is left without an end, or None; nothing is left afterwards."""
        if not (self._held or self._too_long):
            return None
        line = self._line(b"")
        return TypedLine(line.text, whole=False, mended=line.mended, too_long=line.too_long)

    def _hold(self, data: bytes) -> None:
        if self._too_long or len(self._held) + len(data) > MOST_BYTES + 1:
            self._held, self._too_long = b"", True
        else:
            self._held += data

    def _line(self, end: bytes) -> TypedLine:
        self._hold(end)
        data, too_long = self._held.removesuffix(b"\r"), self._too_long
        self._held, self._too_long = b"", False
        decoder = Decoder(self._encoding)
        text = decoder.decode(data, final=True)
        if too_long or len(text) > MOST_CHARACTERS:
            return TypedLine("", too_long=True)
        return TypedLine(text, mended=decoder.has_mended())


def too_long() -> Refusal:
    """The refusal of a line that is too long."""
    return Refusal(
        "That line has more than {most} characters, so it was not taken. "
        "Please type it in two parts.",
        most=MOST_CHARACTERS,
    )


def cut_off() -> Refusal:
    """The refusal of a line of which a terminal may have dropped the end."""
    return Refusal(
        "That line is as long as a terminal lets one line be, and its end may be missing, "
        "so it was not taken. Please type it in two parts."
    )
