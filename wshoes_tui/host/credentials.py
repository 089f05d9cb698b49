"""Credentials of a host: its two codes, the key of each seat, and the preferences of its person.

Kept in a file for each session, for the host may be killed and everybody has to come back to the
same seats. The two codes stand in it as they are, since the host must be able to show them
again; a person who can read the file can read the sessions beside it. The key of a seat is shown
to its person alone, so only a hash of its slow hash is kept (``domain.writer_key``). The slow
hash itself, with which the tags of its person's words are made, stays in memory, and is worked
once for a key. One salt does for the session, as keys are made by chance and never alike; so one
hash is worked for a try, not one for every seat.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hmac import compare_digest
from pathlib import Path
from secrets import token_bytes
from threading import Lock
from typing import Literal

from wshoes_tui import limits
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.writer_key import login_hash, slow_hash, tag_of, written_with
from wshoes_tui.errors import StoreError
from wshoes_tui.host import codes, host_files
from wshoes_tui.host.host_files import Preferences, StoredCredentials
from wshoes_tui.hub.participants import SeatKeys
from wshoes_tui.locale import _

AdmissionKind = Literal["seat", "facilitator", "return", "wall"]
"""A new seat, the facilitator's place, the seat that somebody had, or a screen that only shows."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """What a code opens; ``seat`` is the id of the seat to return to."""

    kind: AdmissionKind
    seat: str | None = None


class Credentials(SeatKeys):
    """The codes of a host, and the keys and preferences of the session that it hosts.

    Until ``belong_to`` names a session there are the two codes, and they are in memory alone.
    Safe for any thread. A call may block on the disk or on a hash: not for the event loop.

    Args:
        folder: where the files are, one for each session.
        code, facilitator_code: those that were asked for; empty ones are made.
    """

    def __init__(self, folder: Path, code: str = "", facilitator_code: str = "") -> None:
        self._folder = folder
        self._asked = code, facilitator_code
        self._made = codes.session_code(), codes.facilitator_code()
        self.path: Path | None = None
        """The file of the session; None while there is no session."""
        self.stored = StoredCredentials(code or self._made[0], facilitator_code or self._made[1])
        self.note = ""
        """What went wrong with the file when it was opened, as a sentence; empty if nothing did."""
        self._known: dict[str, str] = {}
        """Keys that were made or used since the host began, to show them to their people again."""
        self._slow: dict[str, bytes] = {}
        """The slow hashes of keys that are known, by the id of the seat."""
        self._spare: list[tuple[str, bytes]] = []
        """Keys that nobody has yet, each with its slow hash."""
        self._session = ""
        self._lock = Lock()

    @property
    def code(self) -> str:
        """The code for everybody."""
        return self.stored.code

    @property
    def facilitator_code(self) -> str:
        """The code for the facilitator."""
        return self.stored.facilitator_code

    def belong_to(self, session_id: str) -> None:
        """Open the file of a session, or begin it. A session hosted before keeps its codes.

        No two sessions have a code in common that was made here: who knew that of one, such as a
        candidate, cannot come to the next.

        Raises:
            StoreError: a code that was asked for is too short, both are the same, the file is
                not plain, or nothing can be kept.
        """
        path = self._folder / f"{host_files.file_name(session_id)}.json"
        found, note = host_files.read_credentials(path)
        if self._session not in ("", session_id):
            self._made = codes.session_code(), self._made[1]
        stored = replace(
            found,
            code=self._asked[0] or found.code or self._made[0],
            facilitator_code=self._asked[1] or found.facilitator_code or self._made[1],
            salt=found.salt or token_bytes(32).hex(),
        )
        _check(stored)
        if stored != found:
            host_files.write_credentials(path, stored)
        with self._lock:
            self.path, self.stored, self.note = path, stored, note
            self._known, self._slow, self._spare = {}, {}, []
            self._session = session_id

    def admit(self, code: str) -> Admitted | None:
        """What this code opens; None if nothing."""
        typed = codes.normalize(code)
        found = codes.match_code(typed, {"seat": self.code, "facilitator": self.facilitator_code})
        if found:
            return Admitted("facilitator" if found == "facilitator" else "seat")
        return self._returning(typed)

    def _returning(self, typed: str) -> Admitted | None:
        # Only what looks like a key is hashed; who typed it knows what it is.
        if self.path is None or not codes.is_seat_code(typed):
            return None
        slow = slow_hash(typed, self._session)
        given = login_hash(slow, self.stored.salt)
        owner = None
        with self._lock:
            for seat, kept in self.stored.keys.items():
                if compare_digest(given, kept):
                    owner = seat
            if owner is not None:
                self._known[owner], self._slow[owner] = typed, slow
        return None if owner is None else Admitted("return", owner)

    def has_key(self, seat_id: str) -> bool:
        return seat_id in self.stored.keys

    def seat_keys(self, seats: Sequence[str]) -> dict[str, str]:
        """The keys of these seats, made when first asked for, and all of them kept at once.

        Empty for a key that was made before the host last began and was not used since: then
        only its person knows it.

        Raises:
            StoreError: they could not be kept; they work until the host ends.
        """
        with self._lock:
            new = [seat for seat in seats if seat not in self._known and not self.has_key(seat)]
        if new:
            self._give(new)
        return {seat: self._known.get(seat, "") for seat in seats}

    def new_seat_key(self, seat_id: str) -> str:
        """Another key for a seat, whose old one is lost and opens nothing any more.

        Raises:
            StoreError: it could not be kept; it works until the host ends.
        """
        self._give([seat_id])
        return self._known[seat_id]

    def _give(self, seats: Sequence[str]) -> None:
        hashes: dict[str, str] = {}
        with self._lock:
            for seat in seats:
                key, slow = self._spare.pop() if self._spare else self._new_key()
                self._known[seat], self._slow[seat] = key, slow
                hashes[seat] = login_hash(slow, self.stored.salt)
        self._change(lambda stored: replace(stored, keys={**stored.keys, **hashes}))

    def lacks_spare_keys(self, most: int) -> bool:
        """Whether there are fewer spare keys than that. Only a session has any."""
        return self.path is not None and len(self._spare) < most

    def make_spare_key(self) -> None:
        """Make a spare key, for a seat that is still to come."""
        with self._lock:
            self._spare.append(self._new_key())

    def _new_key(self) -> tuple[str, bytes]:
        key = codes.seat_code()
        return key, slow_hash(key, self._session)

    def tag(self, seat_id: str, record_id: str) -> str:
        """The tag of a record for the key of its writer's seat.

        Empty without a key, or where the key was made before the host last began and its person
        came back without it: then nobody but them knows it.
        """
        with self._lock:
            slow = self._slow.get(seat_id)
        return "" if slow is None else tag_of(slow, record_id)

    def words_of(self, seat_id: str, session: Session) -> tuple[str, ...]:
        """The ids of all records that were written with the key of a seat."""
        with self._lock:
            slow = self._slow.get(seat_id)
        return () if slow is None else written_with(session, slow)

    def forget(self, seat_id: str) -> None:
        """Revoke the key of a seat, and drop the preferences of its person.

        Raises:
            StoreError: that could not be kept; it holds until the host ends.
        """
        with self._lock:
            self._known.pop(seat_id, None)
            self._slow.pop(seat_id, None)

        def without(stored: StoredCredentials) -> StoredCredentials:
            keys, liked = dict(stored.keys), dict(stored.liked)
            keys.pop(seat_id, None)
            liked.pop(seat_id, None)
            return replace(stored, keys=keys, liked=liked)

        self._change(without)

    def preferences(self, seat_id: str) -> Preferences:
        """The preferences of somebody; the defaults where they have chosen nothing."""
        return self.stored.liked.get(seat_id, Preferences())

    def keep_preferences(self, seat_id: str, liked: Preferences) -> None:
        """Keep the preferences of somebody.

        Raises:
            StoreError: they could not be kept; they hold until the host ends.
        """
        if self.preferences(seat_id) != liked:
            self._change(lambda stored: replace(stored, liked={**stored.liked, seat_id: liked}))

    def _change(self, work: Callable[[StoredCredentials], StoredCredentials]) -> None:
        with self._lock:
            if self.path is None:
                raise RuntimeError(_("there is no session yet"))
            self.stored = work(self.stored)
            host_files.write_credentials(self.path, self.stored)


def _check(stored: StoredCredentials) -> None:
    for code in (stored.code, stored.facilitator_code):
        if not codes.is_strong(code):
            raise StoreError(
                _("That code is too short."),
                todo=_(
                    "A code needs {LEAST_CODE} letters and digits; without one a code is made.",
                    LEAST_CODE=limits.LEAST_CODE,
                ),
            )
    if codes.match_code(stored.code, {"facilitator": stored.facilitator_code}):
        raise StoreError(
            _("The facilitator's code must not be the code of the session."),
            todo=_("Choose another one, or none: then one is made."),
        )
