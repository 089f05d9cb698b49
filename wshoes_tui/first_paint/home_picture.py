"""Home picture: what Home shows when it opens, read once; and its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wshoes_tui.cells.cell_layout import Styled, width_of
from wshoes_tui.cells.colour_profiles import LIVE, QUIET, SHOES
from wshoes_tui.domain.list_rows import DeckCounts, SessionsOverview
from wshoes_tui.domain.text import one_line
from wshoes_tui.first_paint.page_frame import (
    NotPicturedError,
    PageFrame,
    classes_of,
    grid_of,
    is_broad,
)
from wshoes_tui.first_paint.page_text import BAR, choice_rows, marked_text, shown_keys
from wshoes_tui.first_paint.text_places import MOST_COLUMNS
from wshoes_tui.flow import home_flow
from wshoes_tui.flow.actions import footer_of
from wshoes_tui.flow.session_labels import today, weekday
from wshoes_tui.locale import _
from wshoes_tui.sessions.bootstrap import Opener
from wshoes_tui.terminal.capabilities import TerminalCapabilities

NOT_ALWAYS = ("continue", "due")
"""Lines of Home that are there only at times. They stand above the others."""
GAP = "-gap"
"""The beginning of the name of an empty line."""
MARGIN = "  "
"""What stands before the lines of a list that are not marked."""
MARKED = "rehearse"
"""The line that is marked when Home opens, and there is nothing to go on with."""
NAME = "wshoes"
WORDMARK = (
    "          █",
    "█ █ █ ▄█▀ █▀▀▄ ▄▀▀▄ ▄██▄ ▄█▀",
    "▀▄▀▄▀ ▄▄▀ █  █ ▀▄▄▀ ▀▄▄▄ ▄▄▀",
)
"""The name in the letters of ``cells.big_letters``."""
LETTERS = ((0, "yellow"), (6, "magenta"), (10, "cyan"), (15, "green"), (20, "blue"), (25, "red"))
"""The columns in which its letters begin, and their tints."""
BROAD_WORDS, BROAD_WIDTH = 34, 70
"""On a broad window: the column of the words of Home, and how many there are."""


class HomeContents(NamedTuple):
    """What has been read for Home. ``notice`` is what is said of the copies of the sessions."""

    decks: DeckCounts
    sessions: SessionsOverview
    notice: str


def read_home(opener: Opener) -> HomeContents | None:
    """Read what Home shows. None where that takes long: a deck is new, or the store has to tell.

    Raises:
        WshoesError: sessions cannot be kept or read.
    """
    decks = opener.remembered_counts()
    if decks is None:
        return None
    sessions = opener.quick_overview(home_flow.soon())
    return None if sessions is None else HomeContents(decks, sessions, opener.copy_notice())


class HomePlace(NamedTuple):
    """Where Home stands in a window.

    Attributes:
        words: the column in which its words begin.
        width: the columns for them.
        above: empty lines above it, under the line at the top of the window.
        margin: cells before the words of the list, where its bar stands.
    """

    words: int
    width: int
    above: int = 0
    margin: int = len(MARGIN)

    @property
    def list_width(self) -> int:
        """The columns of the list behind its margin: its last one stays free for a scroll bar."""
        return self.width - 1 - (0 if self.margin else len(MARGIN))


def place_in(width: int, height: int) -> HomePlace:
    """Where Home stands in a window of that size: on a broad one in its middle."""
    classes = classes_of(width, height)
    grid = grid_of(classes)
    columns = width - grid.words - grid.right
    if is_broad(classes):
        return HomePlace(BROAD_WORDS, min(BROAD_WIDTH, width - BROAD_WORDS - grid.right), 4)
    if not grid.hang:
        return HomePlace(grid.words, columns, margin=0)
    return HomePlace(grid.words, min(columns, MOST_COLUMNS))


def home_head(
    width: int, height: int, taken: int, terminal: TerminalCapabilities
) -> tuple[tuple[str, str, str], list[Styled]]:
    """The top line of Home, and what stands above its list: a wordmark, the day, a sentence.

    Args:
        width, height: the size of the window.
        taken: the lines of the list.
        terminal: what it can show. A slow one, and one without half blocks, gets the plain name.
    """
    place, crowded = place_in(width, height), height < 24 or width < 60
    name, day = NAME, weekday(today())
    free = height - taken - 2 - place.above - (0 if crowded else 1)
    sentence: Styled = ((_("Stand in somebody else's shoes."), QUIET),)
    right: Styled = ((day, QUIET),)
    spare = place.width - width_of(right)
    if place.margin and free >= 6 and not crowded and terminal.symbols and not terminal.slow:
        *first, last = (_tinted(row) for row in WORDMARK)
        foot = (*last, (" " * (spare - width_of(last)), ""), *right)
        return ("", "", ""), [*first, foot, (), sentence, ()]
    if place.margin and free >= 4:
        lead: Styled = ((name, "bold"), (" " * (spare - len(name)), ""), *right)
        return ("", "", ""), [lead, (), sentence, ()]
    return (name, "", day), [((" ", ""),)] * (free > 0)


def _tinted(row: str) -> Styled:
    """A row of the wordmark, each letter in a tint of its own."""
    ends = [*(at for at, _tint in LETTERS[1:]), len(row)]
    parts = [
        (row[at:end], SHOES + tint) for (at, tint), end in zip(LETTERS, ends, strict=True)
    ]  # fmt: skip
    return tuple((part, tint if part.strip() else "") for part, tint in parts)


def home_lines(
    decks: DeckCounts | None,
    sessions: SessionsOverview | None,
    trouble: str = "",
    *,
    width: int = MOST_COLUMNS,
) -> list[tuple[str, list[Styled]]]:
    """The lines of Home in their order, each with the name of its action; gaps between groups.

    Args:
        decks: how many decks there are, None while they are not read.
        sessions: the sessions, None while they are not read.
        trouble: why they cannot be read.
        width: the columns there are.
    """
    rows: list[tuple[str, list[Styled]]] = []
    for block in home_flow.home_blocks(sessions, decks, trouble):
        if block.name == "past":
            rows.append((GAP, [()]))
        rows.append((block.name, choice_rows(block, width)))
    begun = [name for name, _rows in rows].index("new")
    host = next(row for row in rows if row[0] == "host")
    rows.remove(host)
    rows.insert(begun + 1, host)  # beside what else begins a session
    first = [row for row in rows if row[0] in NOT_ALWAYS]
    if not first:
        return rows
    return [*first, (f"{GAP}0", [()]), *(row for row in rows if row[0] not in NOT_ALWAYS)]


def likeliest(lines: Sequence[tuple[str, list[Styled]]]) -> str:
    """The line that is marked when Home opens: to go on, where there is something to go on with."""
    return next((name for name, _rows in lines if name == NOT_ALWAYS[0]), MARKED)


def paint_home(frame: PageFrame, contents: HomeContents, *, slow: bool) -> tuple[int, int]:
    """Fill a frame with Home. Returns where the cursor stands.

    Raises:
        NotPicturedError: it does not fit.
    """
    place = place_in(frame.width, frame.height)
    lines = home_lines(contents.decks, contents.sessions, width=place.list_width)
    taken = sum(len(rows) for _name, rows in lines)
    top, head = home_head(frame.width, frame.height, taken, frame.terminal)
    frame.words = place.words
    frame.put_heading(*top)
    frame.put_keys(shown_keys(footer_of("home")), more=True, sentence=one_line(contents.notice))
    first = frame.grid.above + 1 + place.above
    if first + len(head) + taken > frame.body.stop:
        raise NotPicturedError
    for y, row in enumerate(head, first):
        frame.put(y, place.words, row)
    y, left, marked = first + len(head), place.words - place.margin, likeliest(lines)
    cursor = (0, 0)
    for name, rows in lines:
        if name == marked:
            cursor = (left + len(MARGIN), y)
        for number, row in enumerate(rows):
            if name == marked:
                shown = row if slow or number else marked_text(row)
                frame.put(y, left, ((BAR, LIVE), (" ", ""), *shown))
            else:
                frame.put(y, left + len(MARGIN), row)
            y += 1
    return cursor
