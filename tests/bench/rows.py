"""The table: each figure with its bar, and where the figure comes from."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.bench.visits import Figures


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table.

    Attributes:
        what: what is measured.
        limit: the most that the figure may be, in ``unit``; "x" is a ratio to the bare app.
        visit, key: where the figure is taken.
    """

    what: str
    limit: float
    unit: str
    visit: str
    key: str


@dataclass(frozen=True, slots=True)
class Round:
    """A visit and the start of the bare app just before it."""

    bare: Figures
    ours: Figures


@dataclass(frozen=True, slots=True)
class Result:
    """A line with its figure. ``here`` and ``bare_here`` are this machine's, for ratios only."""

    row: Row
    figure: float
    here: float | None = None
    bare_here: float | None = None

    @property
    def met(self) -> bool:
        """Whether the figure, as printed, is within the bar."""
        return round(self.figure, 2) <= self.row.limit


ROWS = (
    Row("Home painted, complete", 0.3, "x", "home", "ms"),
    Row("first card painted, complete", 0.35, "x", "rehearse", "ms"),
    Row("first card in plain lines", 0.45, "x", "lines", "ms"),
    Row("Home ready for keys", 1.05, "of app alone", "keys", "home"),
    Row("first card ready for keys", 1.05, "of app alone", "keys", "card"),
    Row("unshared memory at Home", 1.25, "x", "home", "mb"),
    Row("unshared memory in mid-session", 2.4, "x", "group", "mb"),
    Row("the same, begun by wshoes play", 2.4, "x", "played", "mb"),
    Row("its growth over all turns", 0.5, "MB", "long", "growth"),
    Row("its growth over the second half", 0.5, "MB", "long", "late_growth"),
    Row("Home, up to its picture", 1250, "bytes", "home", "bytes"),
    Row("first card, up to its picture", 1900, "bytes", "rehearse", "bytes"),
    Row("Home, written again by the app", 100, "bytes", "home", "handed_over"),
    Row("first card, written again by the app", 100, "bytes", "rehearse", "handed_over"),
    Row("a letter in the field", 60, "bytes", "rehearse", "letter"),
    Row("an arrow key at Home", 250, "bytes", "home", "arrow"),
    Row("an arrow key among the decks", 250, "bytes", "home", "deck_arrow"),
    Row("a deck, once the keys rest", 1, "of allowance", "home", "deck_share"),
    Row("the next card, median", 1, "of allowance", "rehearse", "share"),
    Row("another screen, worst", 1, "of allowance", "home", "share"),
    Row("idle at Home, written", 0, "bytes/s", "home", "idle_bytes"),
    Row("idle at Home, processor", 2, "ms/s", "home", "idle_ms"),
    Row("idle on a card, written", 0, "bytes/s", "rehearse", "idle_bytes"),
    Row("idle on a card, processor", 2, "ms/s", "rehearse", "idle_ms"),
    Row("a letter at 9,600 baud", 150, "ms", "slow", "letter_ms"),
    Row("a new card at 9,600 baud, worst", 2500, "ms", "slow", "card_ms"),
    Row("leaving from Home", 60, "ms", "home", "leave"),
    Row("leaving in mid-session", 60, "ms", "rehearse", "leave"),
)
"""What the app writes again are the modes it asks for, less than a hundred bytes, and no picture.
"Of app alone" is of the same program without the first paint. An allowance is 1.5 bytes for each
character that changed, and 500. No growth is less than half a megabyte: memory comes in pages.
"""


def results(rows: Sequence[Row], rounds: Mapping[str, Sequence[Round]]) -> list[Result]:
    """Each row with the median over its rounds; ratios are taken round by round."""
    return [_result(row, rounds[row.visit]) for row in rows]


def _result(row: Row, rounds: Sequence[Round]) -> Result:
    ours = [one.ours[row.key] for one in rounds]
    if row.unit != "x":
        return Result(row, statistics.median(ours))
    bare = [one.bare[row.key] for one in rounds]
    ratio = statistics.median(mine / base for mine, base in zip(ours, bare, strict=True))
    return Result(row, ratio, statistics.median(ours), statistics.median(bare))
