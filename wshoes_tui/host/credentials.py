"""Who may come in: the codes of one hosted session, the keys of its seats, and how each likes it.

Kept in a file of its own, for the host may be killed and everybody has to come back to the
same seats. The two codes stand in it as they are, since the host must be able to show them
again; whoever can read the file can read the sessions beside it. The key of a seat is shown
to its person alone, so only a hash of it is kept. It is a slow one: with two words and four
digits a fast hash would be undone in seconds from a stolen copy. One salt does for the file,
as keys are made by chance and never alike; so one hash is worked for a try, not one for
every seat.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import scrypt
from hmac import compare_digest
from pathlib import Path
from secrets import token_bytes
from threading import Lock
from typing import Literal

from wshoes_tui.errors import StoreError
from wshoes_tui.host import codes, host_files
from wshoes_tui.host.host_files import CredentialPage, Preferences
from wshoes_tui.hub.participants import SeatKeys

__all__ = ["Admitted", "Credentials", "Preferences"]

COST, BLOCK = 2**11, 8
"""Of scrypt: two megabytes and some five milliseconds a try, off the loop."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """What a code opens: a new seat, the facilitator's place, or the seat somebody had."""

    kind: Literal["seat", "facilitator", "return"]
    seat: str | None = None


@dataclass(slots=True)
class Credentials:
    """The codes, keys and preferences of one session. Every call may touch the disk.

    For any thread. Nothing here knows the loop, so call it off the loop.
    """

    path: Path
    page: CredentialPage
    note: str = ""
    """What went wrong with the file when it was opened, as a sentence; empty if nothing did."""
    _known: dict[str, str] = field(default_factory=dict, repr=False)
    """Keys that were made or used since the host began, to show them to their people again."""
    _spare: list[tuple[str, str]] = field(default_factory=list, repr=False)
    """Keys that nobody has yet, each with its hash."""
    _lock: Lock = field(default_factory=Lock, repr=False)

    @classmethod
    def open(
        cls,
        folder: Path,
        session: str,
        *,
        code: str = "",
        facilitator_code: str = "",
        otherwise: tuple[str, str] = ("", ""),
    ) -> Credentials:
        """The book of a session, begun where there is none or the old one is damaged.

        Args:
            folder: where the books are.
            session: the id of the session.
            code: the code that was asked for; made where there is none yet.
            facilitator_code: the same for the facilitator.
            otherwise: the two codes of a new book for which none were asked.

        Raises:
            StoreError: a code is too short, the two are the same, the file is not plain, or
                nothing can be kept.
        """
        path = folder / f"{host_files.file_name(session)}.json"
        page, note = host_files.read_page(path)
        first, second = otherwise
        asked = replace(
            page,
            code=code or page.code or first or codes.session_code(),
            facilitator_code=(
                facilitator_code or page.facilitator_code or second or codes.facilitator_code()
            ),
            salt=page.salt or token_bytes(32).hex(),
        )
        _check(asked)
        book = cls(path, asked, note)
        if asked != page:
            host_files.write_page(path, asked)
        return book

    @property
    def code(self) -> str:
        """The code for everybody."""
        return self.page.code

    @property
    def facilitator_code(self) -> str:
        """The code for the facilitator."""
        return self.page.facilitator_code

    def admit(self, code: str) -> Admitted | None:
        """What this code opens; None if nothing."""
        typed = codes.normal(code)
        found = codes.same(typed, {"seat": self.code, "facilitator": self.facilitator_code})
        if found == "facilitator":
            return Admitted("facilitator")
        if found:
            return Admitted("seat")
        return self._returning(typed)

    def _returning(self, typed: str) -> Admitted | None:
        if not codes.is_seat_code(typed):  # only that is hashed; who typed it knows what it is
            return None
        given = self._hash(typed)
        owner = None
        with self._lock:
            for seat, kept in self.page.keys.items():
                if compare_digest(given, kept):
                    owner = seat
            if owner is not None:
                self._known[owner] = typed
        return None if owner is None else Admitted("return", owner)

    def has_key(self, seat: str) -> bool:
        """Whether somebody may come back to this seat."""
        return seat in self.page.keys

    def seat_keys(self, seats: Sequence[str]) -> dict[str, str]:
        """The keys of these seats, made when first asked for, and all of them kept at once.

        Empty for one that was made before the host last began and has not been used since:
        then only its person knows it.

        Raises:
            StoreError: they could not be kept; they work until the host ends.
        """
        with self._lock:
            new = [seat for seat in seats if seat not in self._known and not self.has_key(seat)]
        if new:
            self._give(new)
        return {seat: self._known.get(seat, "") for seat in seats}

    def seat_key(self, seat: str) -> str:
        """The key of one seat, as above."""
        return self.seat_keys([seat])[seat]

    def new_seat_key(self, seat: str) -> str:
        """Another key for a seat, whose old one is lost and opens nothing any more.

        Raises:
            StoreError: it could not be kept; it works until the host ends.
        """
        self._give([seat])
        return self._known[seat]

    def _give(self, seats: Sequence[str]) -> None:
        hashes: dict[str, str] = {}
        with self._lock:
            for seat in seats:
                self._known[seat], hashes[seat] = (
                    self._spare.pop() if self._spare else self._another()
                )
        self._change(lambda page: replace(page, keys={**page.keys, **hashes}))

    def lacks(self, most: int) -> bool:
        """Whether there are fewer keys than that for those still to come."""
        return len(self._spare) < most

    def make_ready(self) -> None:
        """Make a key for somebody still to come."""
        spare = self._another()
        with self._lock:
            self._spare.append(spare)

    def _another(self) -> tuple[str, str]:
        key = codes.seat_code()
        return key, self._hash(key)

    def forget(self, seat: str) -> None:
        """The seat is let go: its key opens nothing, what it liked is not kept.

        Raises:
            StoreError: that could not be kept; it holds until the host ends.
        """
        with self._lock:
            self._known.pop(seat, None)
        self._change(
            lambda page: replace(
                page,
                keys={other: kept for other, kept in page.keys.items() if other != seat},
                liked={other: kept for other, kept in page.liked.items() if other != seat},
            )
        )

    def preferences(self, seat: str) -> Preferences:
        """How somebody likes it; as it comes where they have not said."""
        return self.page.liked.get(seat, Preferences())

    def prefer(self, seat: str, liked: Preferences) -> None:
        """Keep how somebody likes it.

        Raises:
            StoreError: it could not be kept; it holds until the host ends.
        """
        if self.preferences(seat) != liked:
            self._change(lambda page: replace(page, liked={**page.liked, seat: liked}))

    def _change(self, work: Callable[[CredentialPage], CredentialPage]) -> None:
        with self._lock:
            self.page = work(self.page)
            host_files.write_page(self.path, self.page)

    def _hash(self, key: str) -> str:
        salt = bytes.fromhex(self.page.salt)
        return scrypt(codes.normal(key).encode(), salt=salt, n=COST, r=BLOCK, p=1, dklen=32).hex()


def _check(page: CredentialPage) -> None:
    for code in (page.code, page.facilitator_code):
        if not codes.is_strong(code):
            raise StoreError(
                "That code is too short.",
                todo=f"A code needs {codes.LEAST} letters and digits; without one a code is made.",
            )
    if codes.same(page.code, {"facilitator": page.facilitator_code}):
        raise StoreError(
            "The facilitator's code must not be the code of the session.",
            todo="Choose another one, or none: then one is made.",
        )


class HostCredentials(SeatKeys):
    """Asks the book of the session; codes are there from the beginning.

    Args:
        folder: where the books are.
        code, facilitator_code: those that were asked for; empty ones are made.
    """

    def __init__(self, folder: Path, code: str = "", facilitator_code: str = "") -> None:
        self._folder = folder
        self._asked = code, facilitator_code
        self._made = codes.session_code(), codes.facilitator_code()
        self._book: Credentials | None = None

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
        book = Credentials.open(
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
    def _open(self) -> Credentials:
        if self._book is None:
            raise RuntimeError("there is no session yet")
        return self._book
