"""Home picture: what Home shows when it opens, read once; and its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wshoes_tui.cells.cell_layout import Styled, wrapped
from wshoes_tui.cells.colour_profiles import LIVE
from wshoes_tui.domain.list_rows import Listed, SessionsOverview
from wshoes_tui.domain.text import one_line
from wshoes_tui.first_paint.page_frame import NotPicturedError, PageFrame
from wshoes_tui.first_paint.page_text import BAR, choice_text, marked_text, shown_keys
from wshoes_tui.flow import home_flow
from wshoes_tui.flow.actions import footer_of
from wshoes_tui.flow.session_labels import today, weekday
from wshoes_tui.sessions.bootstrap import Opener

NOT_ALWAYS = ("continue", "due")
"""Lines of Home that are there only at times. They stand above the others."""
GAP = "-gap"
"""The beginning of the name of an empty line."""
MARGIN = "  "
"""What stands before the lines of a list that are not marked."""
MARKED = "rehearse"
"""The line that is marked when Home opens."""


class HomeContents(NamedTuple):
    """What has been read for Home. ``notice`` is what is said of the copies of the sessions."""

    decks: Sequence[Listed]
    sessions: SessionsOverview
    notice: str


def read_home(opener: Opener) -> HomeContents | None:
    """Read what Home shows. None where that takes long: a deck is new, or the store has to tell.

    Raises:
        WshoesError: sessions cannot be kept or read.
    """
    decks = opener.remembered_decks()
    if decks is None:
        return None
    sessions = opener.quick_overview(home_flow.soon())
    return None if sessions is None else HomeContents(decks, sessions, opener.copy_notice())


def heading() -> tuple[str, str, str]:
    """The parts of Home's top line."""
    return "wshoes", "", weekday(today())


def home_lines(
    decks: Sequence[Listed], sessions: SessionsOverview | None, trouble: str = ""
) -> list[tuple[str, Styled]]:
    """The lines of Home in their order, each with the name of its action; gaps between groups.

    Args:
        decks: the decks, none while they are not read.
        sessions: the sessions, None while they are not read.
        trouble: why they cannot be read.
    """
    rows: list[tuple[str, Styled]] = []
    for block in home_flow.home_blocks(sessions, decks, trouble):
        if block.name == "past":
            rows.append((GAP, ()))
        rows.append((block.name, choice_text(block)))
    first = [row for row in rows if row[0] in NOT_ALWAYS]
    if not first:
        return rows
    return [*first, (f"{GAP}0", ()), *(row for row in rows if row[0] not in NOT_ALWAYS)]


def paint_home(frame: PageFrame, contents: HomeContents, *, slow: bool) -> tuple[int, int]:
    """Fill a frame with Home. Returns where the cursor stands.

    Raises:
        NotPicturedError: it does not fit.
    """
    frame.put_heading(*heading())
    frame.put_keys(shown_keys(footer_of("home")), more=True, sentence=one_line(contents.notice))
    left, top, columns, lines = frame.body
    rows: list[Styled] = []
    cursor = (left, top)
    for name, text in home_lines(contents.decks, contents.sessions):
        marked = name == MARKED
        if marked:
            cursor = (left + len(MARGIN), top + len(rows))
        rows += _option(text, columns, marked=marked, slow=slow)
    if len(rows) > lines:
        raise NotPicturedError
    frame.put_body(rows)
    return cursor


def _option(text: Styled, columns: int, *, marked: bool, slow: bool) -> Iterator[Styled]:
    """The rows of a line of a list; the marked one has a bar, and other pens."""
    for row in wrapped(text, columns - len(MARGIN)):
        if marked:
            yield ((BAR, LIVE), (" ", ""), *(row if slow else marked_text(row)))
        else:
            yield ((MARGIN, ""), *row)
