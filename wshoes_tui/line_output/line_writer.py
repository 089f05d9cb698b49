"""The one way out: every line begins with its word, and nothing in it can drive a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from wshoes_tui.domain.text import safe
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.blocks import Word
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import MARKED_IS_KEPT, OUTPUT_UNWRITTEN, system_reason
from wshoes_tui.terminal.width import wrapped

__all__ = ["LineWriter", "Word"]

LEAST_WIDTH = 8
"""Columns that a text has beside its first word, however narrow the terminal is."""
INDENT = "  "
"""What a line begins with that goes on with the one before. No word of people's begins a line."""


class LineWriter:
    """Writes lines with ``write``, wrapped at words.

    Args:
        write: takes a text.
        width: cells in which each line has its word before it; 0 where none were asked for.
        columns: tells how wide the terminal is now, 0 where there is none: without a width,
            lines that are longer go on behind two blanks, which a reader does not speak.
    """

    def __init__(
        self,
        write: Callable[[str], None],
        width: int = 0,
        columns: Callable[[], int] = lambda: 0,
    ) -> None:
        self._write = write
        self._width = width
        self._columns = columns

    def say(self, word: Word, text: str = "") -> None:
        """One thing on one line; what has lines of its own goes on behind ``More``.

        Every run of white space becomes one space: nothing here has a meaning by its place.
        """
        lines = [" ".join(line.split()) for line in safe(text).split("\n")]
        rows = [line for line in lines if line] or [""]
        first: Word = word
        columns = 0 if self._width else self._columns()
        for row in rows:
            if columns > LEAST_WIDTH:
                told = f"{first}: {row}".rstrip()
                # None ends at the margin, where terminals differ in what the line end does.
                pieces = wrapped(told, columns - 1 - len(INDENT))
                self._write("\n".join(pieces).replace("\n", f"\n{INDENT}") + "\n")
                first = "More"
                continue
            width = max(LEAST_WIDTH, self._width - len(first) - 2)
            for piece in (wrapped(row, width) or [""]) if self._width else [row]:
                self._write(f"{first}: {piece}".rstrip() + "\n")
                first = "More"

    def end_line(self) -> None:
        """End the line on which somebody was typing, so that what follows begins one."""
        self._write("\n")


def terminal_columns() -> int:
    """The columns of the terminal at standard output; 0 where it is none."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, OSError, ValueError):
        return 0


def to_standard_output(text: str) -> None:
    """Write and hand over at once: a line that waits in a buffer is not told.

    Raises:
        BrokenPipeError: the reader of the output has closed it.
        WshoesError: it could not be written.
    """
    if sys.stdout is None:
        raise _unwritable(_("it is closed"))
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(system_reason(error)) from None


def _unwritable(reason: str) -> WshoesError:
    return WshoesError(
        _(OUTPUT_UNWRITTEN, reason=reason),
        kept=_(MARKED_IS_KEPT),
        todo=_('Go on with "wshoes resume".'),
    )


def let_go_of_standard_output() -> None:
    """Throw away what still waits to be written: there is nobody to read it."""
    if sys.stdout is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
