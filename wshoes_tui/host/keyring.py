"""The codes and keys of a host: of its session, or before there is one, of the one to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from wshoes_tui.host import codes
from wshoes_tui.host.book import Admitted, Book, Preferences
from wshoes_tui.services.members import Keys


class Keyring(Keys):
    """Asks the book of the session; codes are there from the beginning.

    Args:
        folder: where the books are.
        code, facilitator_code: those that were asked for; empty ones are made.
    """

    def __init__(self, folder: Path, code: str = "", facilitator_code: str = "") -> None:
        self._folder = folder
        self._asked = code, facilitator_code
        self._made = codes.session_code(), codes.facilitator_code()
        self._book: Book | None = None

    @property
    def note(self) -> str:
        """What is wrong with the book of the session, as a sentence; empty if nothing is."""
        return self._book.note if self._book is not None else ""

    @property
    def code(self) -> str:
        """The code for everybody."""
        return self._book.code if self._book is not None else self._asked[0] or self._made[0]

    @property
    def facilitator_code(self) -> str:
        """The code for the facilitator."""
        if self._book is not None:
            return self._book.facilitator_code
        return self._asked[1] or self._made[1]

    def belong_to(self, session_id: str) -> None:
        """Open the book of a session. One that was hosted before keeps its codes.

        Raises:
            StoreError: it cannot be kept, or the codes that were asked for will not do.
        """
        book = Book.open(
            self._folder, session_id, code=self._asked[0], facilitator_code=self._asked[1],
            otherwise=self._made,
        )  # fmt: skip
        self._book = book

    def admit(self, code: str) -> Admitted | None:
        """What this code opens; None if nothing."""
        if self._book is not None:
            return self._book.admit(code)
        found = codes.same(code, {"seat": self.code, "facilitator": self.facilitator_code})
        if not found:
            return None
        return Admitted("facilitator" if found == "facilitator" else "seat")

    def has_key(self, seat_id: str) -> bool:
        """Whether somebody may come back to that seat."""
        return self._book is not None and self._book.has_key(seat_id)

    def seat_keys(self, seats: Sequence[str]) -> Mapping[str, str]:
        """The keys of these seats, made when first asked for; empty where only its person knows."""
        return self._open.seat_keys(seats)

    def new_seat_key(self, seat_id: str) -> str:
        """Another key for a seat whose old one is lost."""
        return self._open.new_seat_key(seat_id)

    def lacks(self, most: int) -> bool:
        """Whether keys are to be made ready for so many still to come: only a session has keys."""
        return self._book is not None and self._book.lacks(most)

    def make_ready(self) -> None:
        """Make a key for somebody still to come."""
        self._open.make_ready()

    def forget(self, seat_id: str) -> None:
        """The key of that seat opens nothing any more."""
        self._open.forget(seat_id)

    def preferences(self, seat_id: str) -> Preferences:
        """How somebody likes it."""
        return self._open.preferences(seat_id)

    def prefer(self, seat_id: str, liked: Preferences) -> None:
        """Keep how somebody likes it."""
        self._open.prefer(seat_id, liked)

    @property
    def _open(self) -> Book:
        if self._book is None:
            raise RuntimeError("there is no session yet")
        return self._book
