"""Ports: protocols of the store, the deck library and the locks that sessions need."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.erasure import Erased
from wshoes_tui.domain.framework import Framework
from wshoes_tui.domain.list_rows import Listed, SessionLine
from wshoes_tui.domain.merge import Merged
from wshoes_tui.domain.models import KeptPledge, Record, Session, Transition

Result = TypeVar("Result")


KnownRows = Mapping[str, tuple[Record, Mapping[str, Any]]]
"""Records by their ids, each with the row it was read from."""


class SessionStore(Protocol):
    """Keeps sessions. Every method raises StoreError, in words for a person, when it cannot."""

    def create(self, session: Session) -> None:
        """Keep a whole new session, durably. A session of that id must not exist."""

    def commit(self, transition: Transition) -> None:
        """Keep what a transition changed, durably, all of it or nothing."""

    def keep_draft(self, transition: Transition) -> None:
        """Keep changed drafts: they outlive the program; the next commit makes them durable."""

    def compare(self, other: Session, known: KnownRows | None = None) -> Merged:
        """What ``take_in`` would come to; nothing is changed."""

    def take_in(
        self,
        other: Session,
        saved: str,
        *,
        held: bool,
        known: KnownRows | None = None,
    ) -> Merged:
        """Merge another machine's copy of a session, last saved then, into the one that is here.

        One that is here is changed only if the caller holds its lock; else BusyError. Of ``known``
        records the rows are there. It is durable when ``bulk`` has ended.
        """

    def bulk(self) -> AbstractContextManager[None]:
        """Take in many sessions: all of them are durable once this has ended."""

    def load(self, session_id: str) -> Session:
        """The session as last kept. NotFoundError if there is none."""

    def last_saved(self, session_id: str) -> datetime:
        """When the session was last committed. NotFoundError if there is none."""

    def damage(self, session_id: str) -> Sequence[str]:
        """Table and id of what is not as it was written, and so was left out or may be wrong."""

    def sessions(self) -> Sequence[SessionLine]:
        """All sessions, the one saved last first."""

    def pledges(
        self, programme: str | None = None, asked_by: Session | None = None
    ) -> Sequence[KeptPledge]:
        """All pledges, or those of a programme, with what became of them; the oldest first.

        Where a session asks, what it does not ask about (``with_earlier_pledges``) may be left out.
        """

    def find(self, reference: str) -> str:
        """The id for an id, an unambiguous prefix of one, or "last". NotFoundError otherwise."""

    def read(self, work: Callable[[Any], Result]) -> Result | None:
        """What a report makes of a connection that only reads; None where nothing is on a disk."""

    def erase(self, erased: Collection[Erased]) -> None:
        """Remove what these rows name, and every trace of it, for good."""

    def erased(self) -> Sequence[Erased]:
        """All that was ever erased."""

    def discard(self, session_id: str) -> None:
        """Remove a session and all its records, and every trace of them."""

    def wipe(self) -> None:
        """Overwrite what remains in the files of words that were removed one by one."""

    def backup(self, path: Path) -> None:
        """Write a verified copy of everything to a new file."""

    def close(self) -> None:
        """Close the store. Closing twice is harmless."""


class DeckFinder(Protocol):
    """Finds decks."""

    def listing(self) -> Sequence[Listed]:
        """Every deck, the broken ones with their reason."""

    def open(self, name: str, language: str | None = None) -> Deck:
        """The deck of that id, unambiguous prefix or path. NotFoundError or DeckError."""

    @property
    def own_folder(self) -> Path | None:
        """The folder of the user's own decks; None where they are in none."""

    def looks_into(self, folder: Path) -> bool:
        """Whether decks in that folder are found by their ids."""

    def frameworks(self) -> Mapping[str, Framework]:
        """The frameworks by whose themes sessions can be read, by key."""

    def original_of(self, path: Path, deck_id: str) -> Deck | None:
        """The deck of that id, of which the file is a translation; None where there is none."""


Locker = Callable[[str], AbstractContextManager[object]]
"""Takes the lock of the session with that id, or raises BusyError naming who holds it."""
