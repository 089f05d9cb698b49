"""What somebody sends, as lines that wait for their turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from wshoes_tui.lines.line_splitter import LineSplitter, TypedLine
from wshoes_tui.lines.seat.line_editor import LineEditor

MOST_WAITING = 200
"""Lines that may wait before whoever sends them should be made to wait as well."""

Meant = TypeVar("Meant")


class KeySource(Protocol):
    """From bytes to lines."""

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


class WholeLines:
    """A client that sends whole lines, and shows by itself what is typed on them."""

    done = False
    typed = ""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._splitter = LineSplitter()
        self.show_message = write

    def feed(self, data: bytes) -> list[TypedLine]:
        """The lines that end in this data."""
        return list(self._splitter.feed(data))

    def rest(self) -> TypedLine | None:
        """What is left without an end, or None; nothing is left afterwards."""
        return self._splitter.rest()

    def show_line(self) -> None:
        """Nothing: what is being typed is not known here."""

    def clear(self) -> None:
        """Nothing: what is being typed is not known here."""


class InputQueue(Generic[Meant]):
    """Lines in their order, each with what it was meant for as its typing began or it came.

    ``meaning`` says what is asked at that moment; ``on_room`` is called when there is room
    again after there was none.
    """

    def __init__(
        self, write: Callable[[str], None], meaning: Callable[[], Meant], *, raw: bool
    ) -> None:
        self.source: KeySource = LineEditor(write) if raw else WholeLines(write)
        self.on_room: Callable[[], None] = lambda: None
        self._meaning = meaning
        self._lines: deque[tuple[TypedLine, Meant]] = deque()
        self._meant: Meant | None = None
        self._was_full = False

    @property
    def full(self) -> bool:
        """Whether as many lines wait as should."""
        return len(self._lines) >= MOST_WAITING

    def __len__(self) -> int:
        return len(self._lines)

    def feed(self, data: bytes) -> None:
        """Take what has come."""
        meant = self._meaning() if self._meant is None else self._meant
        for line in self.source.feed(data):
            self._lines.append((line, meant))
            meant = self._meaning()
        self._meant = meant if self.source.typed else None
        self._was_full = self._was_full or self.full

    def next(self) -> tuple[TypedLine, Meant]:
        """The line that has waited longest."""
        found = self._lines.popleft()
        if self._was_full and not self.full:
            self._was_full = False
            self.on_room()
        return found

    def clear(self) -> None:
        """Let go of what is being typed, and of what it was meant for."""
        self.source.clear()
        self._meant = None

    def left(self) -> list[TypedLine]:
        """Every line that was not taken, the last perhaps without an end; then there are none."""
        lines = [line for line, _meant in self._lines]
        self._lines.clear()
        rest = self.source.rest()
        return [*lines, rest] if rest is not None else lines
