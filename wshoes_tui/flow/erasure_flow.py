"""Erasure: what is told before words or a whole session are erased for good, and afterwards.

The same for the screen and for plain lines. The front end does it with ``sessions/eraser.py`` once
somebody has said yes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.domain.text import one_line
from wshoes_tui.flow.blocks import Blocks, SaidBlock, TextBlock
from wshoes_tui.flow.session_labels import title_or
from wshoes_tui.locale import N_, _, many
from wshoes_tui.locale.phrases import count_lightbulbs, count_pledges, count_responses

if TYPE_CHECKING:
    from wshoes_tui.domain.list_rows import SessionLine

ERASE_IT = N_("Erase it for good")
KEEP_IT = N_("Leave it as it is")
HOLDS_UNSAVED = N_("These files hold words that could not be saved once, perhaps of this session:")
"""What can be chosen where it is asked."""
MOST_WORDS = 60
"""Characters of a response that are said back: enough to know which one it is."""


def words_told(said: SaidBlock, exports: Sequence[Path]) -> Blocks:
    """What erasing a response does.

    Args:
        said: the response.
        exports: files with words of its session that are known.
    """
    words = one_line(said.response.text)
    words = words if len(words) <= MOST_WORDS else f"{words[:MOST_WORDS]}..."
    yield TextBlock("Notice", _("Erase these words for good: {words}", words=words))
    yield TextBlock(
        "Notice",
        _(
            "They go from this session and from every copy in the data folder, and nothing brings "
            "them back. No step before this can be undone any more."
        ),
    )
    yield from out_of_reach(exports)


def session_told(session: SessionLine, exports: Sequence[Path]) -> Blocks:
    """What erasing a whole session does.

    Args:
        session: the session, as the list has it.
        exports: files with its words that are known.
    """
    yield TextBlock(
        "Notice", _("Erase this session for good: {session}", session=title_or(session.title))
    )
    held = ", ".join(
        (
            count_responses(session.responses),
            count_lightbulbs(session.lightbulbs),
            count_pledges(session.pledges),
        )
    )
    yield TextBlock(
        "Notice",
        _(
            "All of it goes, from every copy in the data folder too, and nothing brings it back: "
            "{held}.",
            held=held,
        ),
    )
    yield from out_of_reach(exports)


def yes_question(number: str) -> str:
    """What line mode asks for before it erases what has that number."""
    return _("/erase {number} yes erases it for good.", number=number)


def out_of_reach(exports: Sequence[Path]) -> Blocks:
    """Files that were exported and are there still, or that none is known."""
    if exports:
        yield TextBlock(
            "Notice",
            _("These files were exported and are out of reach. Delete them yourself:"),
        )
        yield from _files(exports)
    else:
        yield TextBlock("Notice", _("No export is known. What was copied elsewhere stays there."))


def _files(paths: Iterable[Path]) -> Blocks:
    for path in paths:
        yield TextBlock("Notice", one_line(str(path)))


def erased_told(exports: Sequence[Path], left: Sequence[Path], unsaved: Sequence[Path]) -> Blocks:
    """What became of it, and what the erasure could not reach.

    Args:
        exports: files that were exported.
        left: files in the data folder that could not be cleaned.
        unsaved: files of words that no store took, of whichever session.
    """
    if left:
        told = _(
            "Erased, but for these files, which could not be cleaned. Close other programs and "
            "erase once more, or delete them yourself:"
        )
        yield TextBlock("Error", told)
        yield from _files(left)
    elif exports:
        told = many(
            "Erased. {count} exported file is still there.",
            "Erased. {count} exported files are still there.",
            len(exports),
        )
        yield TextBlock("Saved", told)
    else:
        yield TextBlock("Saved", _("Erased."))
    if unsaved:
        yield TextBlock("Notice", _(HOLDS_UNSAVED))
        yield from _files(unsaved)
