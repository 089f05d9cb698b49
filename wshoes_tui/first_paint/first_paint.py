"""First paint: shows Home or the first card of a rehearsal before Textual is imported.

Textual takes 150 ms to import; what a page shows can be read and laid out in 30. The picture is
complete and in its final cells, so the app takes over in place and writes nothing of it again.
Whatever is not certain, and every error, is left to the app, which begins as it does without this.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from wshoes_tui.cells.cell_rows import Rows
from wshoes_tui.cells.cell_writer import CellWriter
from wshoes_tui.cells.raw_terminal import SCREEN, RawTerminal
from wshoes_tui.first_paint.page_frame import NotPicturedError, PageFrame
from wshoes_tui.locale import reader_tag
from wshoes_tui.sessions.bootstrap import Opener
from wshoes_tui.terminal.capabilities import LEAST_HEIGHT, LEAST_WIDTH, terminal_of
from wshoes_tui.terminal.encodings import UTF_8, encoding_of

if TYPE_CHECKING:
    from wshoes_tui.first_paint.home_picture import HomeContents
    from wshoes_tui.sessions.open_session import OpenSession
    from wshoes_tui.settings import Settings

PAINTED = ("home", "rehearse")
NOT_WITH = ("TEXTUAL_DRIVER", "TEXTUAL_ALLOW_SIGNALS", "COLUMNS", "LINES")
"""Variables with which Textual may show something else, or elsewhere."""


class FirstPaint(NamedTuple):
    """What is shown already, and what was read for it: nothing is read or drawn twice."""

    raw: RawTerminal
    opener: Opener
    rows: Rows
    cursor: tuple[int, int]
    contents: HomeContents | None = None
    live: OpenSession | None = None


@contextmanager
def first_paint(settings: Settings, kind: str, *decks: str) -> Iterator[FirstPaint | None]:
    """Context in which the first page is shown. None where that is left to the app.

    Raises no error: what goes wrong here goes wrong in the app again, and is told there. At the
    end the terminal is given back, unless the app has taken it over.

    Args:
        settings: what the run was told.
        kind: what is opened: "home" and "rehearse" are painted.
        decks: the name of the deck that is rehearsed; without one, the first there is.
    """
    painted = None
    if kind in PAINTED and _may_paint(settings):
        painted = _tried(settings, kind, "".join(decks[:1]))
    try:
        yield painted
    finally:
        if painted is not None:
            painted.raw.restore()


def _tried(settings: Settings, kind: str, deck: str) -> FirstPaint | None:
    raw = RawTerminal(terminal_of(settings))
    painted = None
    try:
        if raw.enter():
            painted = _painted(raw, settings, kind, deck)
    except Exception:  # noqa: BLE001 - it starts without a first paint, and reports the fault itself
        painted = None
    finally:
        if painted is None:
            raw.restore()
    return painted


def _may_paint(settings: Settings) -> bool:
    encoding = encoding_of()
    return (
        not settings.database
        and encoding.known
        and encoding.name == UTF_8
        and os.environ.get("WSHOES_PAINT") != "stock"
        and os.environ.get("TEXTUAL_COLOR_SYSTEM") == "standard"
        and not any(name in os.environ for name in NOT_WITH)
        and os.isatty(SCREEN)
    )


def _painted(raw: RawTerminal, settings: Settings, kind: str, deck: str) -> FirstPaint | None:
    terminal = terminal_of(settings)
    opener = Opener(settings)
    contents, live = None, None
    width, height = raw.size()
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return None
    frame = PageFrame(width, height, terminal)
    if kind == "home":
        from wshoes_tui.first_paint.home_picture import paint_home, read_home

        contents = read_home(opener)
        if contents is None:
            return None
        cursor = paint_home(frame, contents, slow=terminal.slow)
    else:
        from wshoes_tui.first_paint.turn_picture import paint_turn

        # Words may be typed into its field: the app keeps them before a signal ends it.
        raw.defers = True
        live = opener.open_library().rehearse_named(deck, reader_tag())
        try:
            hint = opener.hints.hint(live.session)
            cursor = paint_turn(frame, live.session, easy=settings.easy, hint=hint)
        except NotPicturedError:
            return None
    writer = CellWriter()
    clear = writer.begin(width, height)  # not every terminal has a second screen that is blank
    raw.show(clear + writer.write(dict(enumerate(frame.rows)), cursor))
    return FirstPaint(raw, opener, frame.rows, cursor, contents, live)
