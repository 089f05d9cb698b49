"""Key sources of the line loop: from the bytes of an input to the lines that were typed.

``WholeLines`` is for clients that send whole lines, ``LineEditor`` for terminals that send every
key and show none. ``stdin.StandardInput`` is the third.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from wshoes_tui.domain.text import is_control_key, safe
from wshoes_tui.domain.value import Refusal, Value, value
from wshoes_tui.limits import MOST_CHARACTERS
from wshoes_tui.terminal.encodings import UTF_8, Decoder
from wshoes_tui.terminal.width import cells

MOST_BYTES = 4 * MOST_CHARACTERS
"""No line of as many characters as are taken is longer, in any encoding."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
PIECES = re.compile(r"[^\x00-\x08\x0a-\x1f\x7f]+|.", re.DOTALL)
"""Runs of what can be typed, and each key that does something by itself."""
PARAMETERS = re.compile(r"\[?[ -?]*")
"""What may stand in an escape sequence before the letter that ends it."""
MOST_ERASED = 40
"""Cells that are erased in place; a longer line may have been folded, so a new one is begun."""


@value()
class TypedLine(Value):
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


class KeySource:
    """Base class of what makes lines of the bytes of one input, and shows what is being typed.

    Attributes:
        done: whether a key has asked to leave.
    """

    done = False

    @property
    def typed(self) -> str:
        """What is known to stand on the line that has not ended: here, nothing."""
        return ""

    def feed(self, data: bytes) -> list[TypedLine]:
        """The lines that end in this data."""
        raise NotImplementedError

    def rest(self) -> TypedLine | None:
        """What is left without an end, or None; nothing is left afterwards."""
        raise NotImplementedError

    def show_message(self, text: str) -> None:
        """Write whole lines."""
        raise NotImplementedError

    def show_line(self) -> None:
        """Show again what is being typed, where it had to give way to what was told."""

    def clear(self) -> None:
        """Let go of what is being typed, as far as it is known here."""

    def hide(self, hidden: bool) -> None:
        """Show nothing of what is typed from now on, or show it again, where that is possible."""


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


class WholeLines(LineSplitter, KeySource):
    """Lines of a client that sends them whole, and shows itself what is typed."""

    def __init__(self, write: Callable[[str], None]) -> None:
        super().__init__()
        self._write = write

    def show_message(self, text: str) -> None:
        self._write(text)


class LineEditor(KeySource):
    """Editor for one line: feed it keys, take lines out; ``write`` shows what is typed.

    Only what is safe to show is shown. There is no prompt: a line begins at its beginning. Ctrl+C
    and Ctrl+D ask to leave.
    """

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._decoder = Decoder()
        self._typed: list[str] = []
        self._shown: list[str] = []  # to be written when all keys of a packet have been worked
        self._mended = self._too_long = self._gave_way = self._again = False
        self._secret = False
        self._before = ""
        self._escaping = ""  # the beginning of an escape sequence, where one is not over yet

    @property
    def typed(self) -> str:
        """What stands on the line."""
        return "".join(self._typed)

    @property
    def _visible(self) -> str:
        return "" if self._secret else safe(self.typed)

    def hide(self, hidden: bool) -> None:
        """Show nothing of what is typed from now on, but where a line ends; or show it again."""
        self._secret = hidden

    def feed(self, data: bytes) -> list[TypedLine]:
        """The lines that end with these keys."""
        found = []
        self._shown = [self._shown_again()]
        for piece in self._pieces(data):
            before, self._before = self._before, piece
            rest = self._after_escape(piece) if self._escaping else piece
            if rest in ("\r", "\n"):
                if (before, rest) != ("\r", "\n"):
                    found.append(self._end())
            elif rest:
                self._work(rest)
        if self._again:
            self._again = False
            self._shown += ("\r\n", self._visible)
        self._flush()
        return found

    def _pieces(self, data: bytes) -> Iterator[str]:
        for part in data.splitlines(keepends=True):
            text = self._decoder.decode(part)
            self._mended = self._decoder.has_mended() or self._mended
            yield from PIECES.findall(text)

    def rest(self) -> TypedLine | None:
        """What stands on the line without an end, or None; nothing is left afterwards."""
        line = self._line(whole=False) if self._typed or self._too_long else None
        self.clear()
        return line

    def show_message(self, text: str) -> None:
        """Write whole lines; what somebody is typing gives way to them until ``show``."""
        if self._visible and not self._gave_way:
            self._gave_way = True
            self._write("\r\n")
        self._write(text.replace("\n", "\r\n"))

    def show_line(self) -> None:
        """Show again what was typed so far, where it had to give way."""
        self._shown = [self._shown_again()]
        self._flush()

    def clear(self) -> None:
        """Let go of what was typed; the line begins anew."""
        if self._visible and not self._gave_way:
            self._write("\r\n")
        self._forget()

    def _forget(self) -> None:
        self._typed.clear()
        self._mended = self._too_long = self._gave_way = False

    def _shown_again(self) -> str:
        gave_way, self._gave_way = self._gave_way, False
        return self._visible if gave_way else ""

    def _flush(self) -> None:
        shown, self._shown = "".join(self._shown), []
        if shown:
            self._write(shown)

    def _line(self, *, whole: bool) -> TypedLine:
        if self._too_long:
            return TypedLine("", whole=whole, too_long=True)
        return TypedLine(self.typed, whole=whole, mended=self._mended)

    def _end(self) -> TypedLine:
        line = self._line(whole=True)
        self._shown.append("\r\n")
        self._forget()
        return line

    def _work(self, piece: str) -> None:
        match piece:
            case "\x7f" | "\x08":
                self._erase(self._last_letter())
            case "\x15":  # Ctrl+U
                self._erase(len(self._typed))
            case "\x17":  # Ctrl+W
                self._erase(self._last_word())
            case "\x12" | "\x0c":  # Ctrl+R, Ctrl+L
                self._again = True
            case "\x03" | "\x04":  # Ctrl+C, Ctrl+D
                self.done = True
            case "\x1b":
                self._escaping = piece
            case _ if piece[0] == "\t" or not is_control_key(piece[0]):
                self._type(piece)

    def _type(self, piece: str) -> None:
        if self._too_long or len(self._typed) + len(piece) > MOST_CHARACTERS:
            self._too_long = True
            return
        self._typed += piece
        if not self._secret:
            self._shown.append(safe(piece))

    def _erase(self, count: int) -> None:
        if not count:
            return
        gone = "".join(self._typed[-count:])
        del self._typed[-count:]
        self._too_long = False
        if self._secret:
            return
        width = cells(safe(gone))
        folded = not self._typed and width > MOST_ERASED
        self._shown.append("\r\n" if folded else "\b \b" * width)

    def _last_letter(self) -> int:
        """The letter before the cursor, with the marks that sit on it."""
        for count, letter in enumerate(reversed(self._typed), 1):
            if cells(safe(letter)):
                return count
        return len(self._typed)

    def _last_word(self) -> int:
        at = len(self._typed)
        while at and self._typed[at - 1].isspace():
            at -= 1
        while at and not self._typed[at - 1].isspace():
            at -= 1
        return len(self._typed) - at

    def _after_escape(self, piece: str) -> str:
        """What is left of a piece when the sequence that has begun is taken out of it."""
        if self._escaping == "\x1b" and piece[0] in "[O":
            self._escaping, piece = piece[0], piece[1:]
        elif self._escaping == "\x1b":
            self._escaping = ""
            return piece
        if self._escaping == "[":
            piece = piece[parameters.end() :] if (parameters := PARAMETERS.match(piece)) else piece
        if not piece:
            return ""
        self._escaping = ""
        return piece[1:] if "@" <= piece[0] <= "~" else piece


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
