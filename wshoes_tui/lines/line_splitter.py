"""From the bytes of an input to the lines that were typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    filled all that a terminal holds of a line, so its end may be missing.
    """

    text: str
    whole: bool = True
    mended: bool = False
    too_long: bool = False
    cut: bool = False


class KeySource(Protocol):
    """What makes lines of the bytes of one input, and shows what is being typed.

    ``done`` is True once a key has asked to leave.
    """

    done: bool

    @property
    def typed(self) -> str:
        """What is known to stand on the line that has not ended."""

    def feed(self, data: bytes) -> list[TypedLine]:
        """The lines that end in this data."""

    def rest(self) -> TypedLine | None:
        """What is left without an end, or None; nothing is left afterwards."""

    def show_message(self, text: str) -> None:
        """Write whole lines."""

    def show_line(self) -> None:
        """Show again what is being typed, where it had to give way to what was told."""

    def clear(self) -> None:
        """Let go of what is being typed."""


class LineSplitter:
    """Feed it bytes as they come, take lines out. It holds no more than the longest line.

    They are in the encoding given, or in UTF-8 where they begin with its mark.
    """

    def __init__(self, encoding: str = UTF_8) -> None:
        self._encoding = encoding
        self._held = b""
        self._too_long = False
        self._at_start = True

    def feed(self, data: bytes) -> list[TypedLine]:
        """The lines that end in this data."""
        return list(self._split(data))

    def _split(self, data: bytes) -> Iterator[TypedLine]:
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


class WholeLines(LineSplitter):
    """The ``KeySource`` of a client that sends whole lines, and shows itself what is typed."""

    done = False
    typed = ""

    def __init__(self, write: Callable[[str], None]) -> None:
        super().__init__()
        self.show_message = write

    def hide(self, hidden: bool) -> None:
        """Nothing: their own terminal shows what is typed."""

    def show_line(self) -> None:
        """Nothing: what is being typed is not known here."""

    def clear(self) -> None:
        """Nothing: what is being typed is not known here."""


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
