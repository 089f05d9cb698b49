"""Console: words on standard output and standard error, and the exit status of a run.

Whatever goes wrong is one line on standard error and an exit status, never a traceback.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import date, datetime
from typing import Any

from wshoes_tui.cli.options import UsageError
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.errors import WshoesError, line_of_error
from wshoes_tui.locale import _, language_in_use, many
from wshoes_tui.locale.phrases import (
    MARKED_IS_KEPT,
    OUTPUT_UNWRITTEN,
    count_cards,
    count_lightbulbs,
    count_minutes,
    count_people,
    count_pledges,
    count_responses,
    count_sessions,
    count_times,
    count_turns,
    day_in,
    system_reason,
)
from wshoes_tui.terminal.width import cells, pad, wrapped

USUAL_WIDTH = 80
GAP = 2
LEAST_LAST_COLUMN = 16
"""Columns below which the last cell of a table would be a heap of single words."""


def write_line(text: str = "") -> None:
    """One line on standard output. What people wrote in it must be safe already.

    Raises:
        BrokenPipeError: the reader of the output has closed it.
        WshoesError: it could not be written.
    """
    if (buffer := _buffer.get()) is not None:
        buffer.lines.append(text)
        return
    with _writing():
        print(text)


class OutputBuffer:
    """Lines that are written together, for one width."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[str] = []


_buffer: ContextVar[OutputBuffer | None] = ContextVar("buffer", default=None)


@contextmanager
def buffered_output() -> Iterator[None]:
    """Hold lines back and write them together: for reports of hundreds of lines.

    Raises:
        BrokenPipeError, WshoesError: as ``write_line``, at the end.
    """
    buffer = OutputBuffer(output_width())
    before = _buffer.set(buffer)
    try:
        yield
    finally:
        _buffer.reset(before)
        if buffer.lines:
            write_line("\n".join(buffer.lines))


def write_document(text: str) -> None:
    """A whole document on standard output, in UTF-8 whatever the terminal's encoding is.

    Raises:
        BrokenPipeError: the reader of the output has closed it.
        WshoesError: it could not be written.
    """
    with _writing():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))


def flush_output() -> None:
    """Hand over what waits to be written. Raises what ``write_line`` raises."""
    with _writing():
        if sys.stdout is not None:
            sys.stdout.flush()


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = system_reason(error)
        raise WshoesError(
            _(OUTPUT_UNWRITTEN, reason=reason),
            kept=_(MARKED_IS_KEPT),
            todo=_("Make room or name another place, and try again."),
        ) from None


def write_error(text: str) -> None:
    """One line on standard error; where there is none, nobody is told."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(one_line(text), file=sys.stderr, flush=True)


def write_json(value: object) -> None:
    """A value as JSON on standard output, in ASCII: every terminal and pipe takes it as it is."""
    import json

    write_line(json.dumps(value, default=_plain, indent=2))


def _plain(value: object) -> Any:
    from dataclasses import fields, is_dataclass

    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def write_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns under their heads. On a terminal the last column is wrapped to its width.

    On a narrow one every cell has a line of its own. In a pipe every row stays one line, so
    that other programs can read it.
    """
    shown = [tuple(one_line(cell) for cell in row) for row in (heads, *rows)]
    widths = [max(map(cells, column)) for column in list(zip(*shown, strict=True))[:-1]]
    start = sum(widths) + GAP * len(widths)
    width = output_width() - start if on_terminal() else sys.maxsize
    if width < LEAST_LAST_COLUMN:
        _one_by_one(shown)
        return
    for row in shown:
        first = "".join(pad(cell, wide + GAP) for cell, wide in zip(row, widths, strict=False))
        for part in wrapped(row[-1], width) or [""]:
            write_line((first + part).rstrip())
            first = " " * start


def _one_by_one(shown: Sequence[Sequence[str]]) -> None:
    heads, *rows = shown
    for number, row in enumerate(rows):
        if number:
            write_line()
        for head, cell in zip(heads, row, strict=True):
            write_paragraph(f"{head}: {cell}")


def write_paragraph(text: str, first: str = "", *, whole_words: bool = False) -> None:
    """People's text as one paragraph; ``first`` stands before it, its other lines are indented.

    With whole words a path is not broken: it is there to be copied.
    """
    width = max(10, min(output_width(), USUAL_WIDTH) - cells(first))
    for part in wrapped(one_line(text), width, whole_words=whole_words):
        write_line(first + part)
        first = " " * cells(first)


def write_verse(text: str, indent: str = "") -> None:
    """People's text with its own lines and empty lines."""
    for part in safe(text).strip("\n").split("\n"):
        write_line((indent + part).rstrip())


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def output_width() -> int:
    """The columns of the terminal, or the usual number of them."""
    if (buffer := _buffer.get()) is not None:
        return buffer.width
    from shutil import get_terminal_size

    return get_terminal_size((USUAL_WIDTH, 24)).columns


def format_day(when: date) -> str:
    """A day as people write it: 4 Dec 2026; in other languages with its whole month."""
    if language_in_use() != "en":
        return day_in(0, when)
    return f"{when.day} {when:%b %Y}"


def format_moment(when: datetime) -> str:
    """A day and a time of this place."""
    here = when.astimezone()
    return f"{format_day(here)} {here:%H:%M}"


def counted(number: int, thing: str) -> str:
    """ "1 turn", "2 turns" in the language in use; ``thing`` is a key of ``COUNTED``."""
    return COUNTED[thing](number)


COUNTED: dict[str, Callable[[int], str]] = {
    "card": count_cards,
    "response or closing word": lambda n: many(
        "{count} response or closing word", "{count} responses and closing words", n
    ),
    "copy": lambda n: many("{count} copy", "{count} copies", n),
    "damaged record": lambda n: many("{count} damaged record", "{count} damaged records", n),
    "error": lambda n: many("{count} error", "{count} errors", n),
    "file": lambda n: many("{count} file", "{count} files", n),
    "lightbulb": count_lightbulbs,
    "line": lambda n: many("{count} line", "{count} lines", n),
    "minute": count_minutes,
    "name": lambda n: many("{count} name", "{count} names", n),
    "person": count_people,
    "piece of advice": lambda n: many("{count} piece of advice", "{count} pieces of advice", n),
    "pledge": count_pledges,
    "record": lambda n: many("{count} record", "{count} records", n),
    "record of your words": lambda n: many(
        "{count} record of your words", "{count} records of your words", n
    ),
    "response": count_responses,
    "seat": lambda n: many("{count} seat", "{count} seats", n),
    "session": count_sessions,
    "time": count_times,
    "turn": count_turns,
}
"""What the command line counts, each with its forms."""

DONE, COULD_NOT, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def guarded(work: Callable[[], int]) -> int:
    """The exit status of ``work``, or the one that tells how it failed."""
    try:
        _replace_unencodable()
        status = work()
        flush_output()
    except BrokenPipeError:  # the reader of the output has closed it
        status = DONE
    except KeyboardInterrupt:
        status = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: people never see a traceback
        write_error(str(error) if _is_for_people(error) else unexpected(error))
        status = WRONG_USAGE if isinstance(error, UsageError) else COULD_NOT
    _discard_output()
    return status


def _is_for_people(error: Exception) -> bool:
    if isinstance(error, WshoesError):
        return True
    from wshoes_tui.domain.engine import Refusal

    return isinstance(error, Refusal)


def unexpected(error: Exception) -> str:
    """The kind and the place of an error. Its message is left out: it may hold people's words."""
    reason = type(error).__name__
    if isinstance(error, OSError) and error.errno is not None:
        reason = system_reason(error)
    if isinstance(error, ImportError) and error.name:
        reason = _("{reason} for {name}", reason=reason, name=error.name)
    return _(
        "Something went wrong that should not have ({reason} at {error}). What was marked saved "
        "is kept. Please report this line: it holds nobody's words.",
        reason=reason,
        error=line_of_error(error),
    )


def _replace_unencodable() -> None:
    """A terminal that lacks a letter gets a question mark, not a failure."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _discard_output() -> None:
    """Leave nothing in the buffer of standard output on which the interpreter's end could fail."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        from wshoes_tui.line_output.line_writer import let_go_of_standard_output

        let_go_of_standard_output()
