"""First-run hints: Enter, Esc and one letter, taught by doing in the first rehearsal.

Each is shown until it was done. That all were done is remembered by an empty file in the cache of
the data folder, so that no rehearsal shows them again unless they are asked for.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Session

FILE = "hints-done"
TYPE, OPEN = N_("Type a sentence, then press Enter."), N_("Now press Esc: what you can do.")
MOVE, MOVE_NOW = N_("Press Esc, then n: the next card."), N_("Now press n: the next card.")
TYPE_LINE = N_("The first time: type a sentence, then press Enter.")
MOVE_LINE = N_("What begins with / does something. Type /next for the next card.")


class FirstHints:
    """Hints of one run of the program.

    Args:
        cache: the folder in which it is remembered that all was done; without one there are none.
    """

    def __init__(self, cache: Path | None) -> None:
        self._file = cache / FILE if cache is not None else None
        self._wanted: bool | None = None
        self._asked = False
        self._begin()

    def _begin(self) -> None:
        self._session = ""
        self._count = 0, 0
        self._said = self._opened = self._moved = False

    def again(self) -> None:
        """Show them once more from the first one, in whatever session is open."""
        self._wanted = self._asked = True
        self._begin()

    def hint(self, session: Session, *, choosing: bool = False) -> str:
        """The hint for a screen now; empty where there is nothing to be taught.

        Args:
            session: the session as it is.
            choosing: whether the row of actions is open.
        """
        if not self._applies(session):
            return ""
        self._opened = self._opened or self._moved or (choosing and self._said)
        if not self._said:
            return _(TYPE)
        if not self._opened:
            return _(OPEN)
        if not self._moved:
            return _(MOVE_NOW) if choosing else _(MOVE)
        self._finish()
        return ""

    def line(self, session: Session) -> str:
        """The hint for plain lines now."""
        if not self._applies(session):
            return ""
        if not self._said:
            return _(TYPE_LINE)
        if not self._moved:
            return _(MOVE_LINE)
        self._finish()
        return ""

    def _applies(self, session: Session) -> bool:
        """Whether there are hints in this session; notes what was done in it since the last one."""
        if self._wanted is None:
            self._wanted = self._file is not None and not self._file.exists()
        if not self._wanted or not (self._asked or session.header.kind == "rehearsal"):
            return False
        said, turns = len(session.responses), len(session.turns)
        if session.id != self._session:
            self._begin()
            self._session, self._count = session.id, (said, turns)
        self._said = self._said or said > self._count[0]
        self._moved = self._moved or turns > self._count[1]
        return True

    def _finish(self) -> None:
        """Remember that all was done. A disk that does not take it costs only the hints again."""
        self._wanted = self._asked = False
        if self._file is None or not self._file.parent.parent.is_dir():
            return
        from wshoes_tui.errors import WshoesError
        from wshoes_tui.storage.private_files import own_folder

        with suppress(OSError, WshoesError):
            own_folder(self._file.parent)
            self._file.touch(mode=0o600)
