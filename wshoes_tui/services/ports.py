"""What the services need from outside, as protocols: any store or shelf that keeps them will do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from wshoes_tui.domain.commands import Command
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.listing import Listed, SessionLine
from wshoes_tui.domain.models import Seat, Session, Transition

if TYPE_CHECKING:
    from wshoes_tui.services.members import Asking, Joining


class SessionStore(Protocol):
    """Keeps sessions. Every method raises StoreError, in words for a person, when it cannot."""

    def create(self, session: Session) -> None:
        """Keep a whole new session, durably. A session of that id must not exist."""

    def commit(self, transition: Transition) -> None:
        """Keep what a transition changed, durably, all of it or nothing."""

    def keep_draft(self, transition: Transition) -> None:
        """Keep changed drafts: they outlive the program; the next commit makes them durable."""

    def load(self, session_id: str) -> Session:
        """The session as last kept. NotFoundError if there is none."""

    def damage(self, session_id: str) -> Sequence[str]:
        """Table and id of what is not as it was written, and so was left out or may be wrong."""

    def sessions(self) -> Sequence[SessionLine]:
        """All sessions, the one saved last first."""

    def find(self, reference: str) -> str:
        """The id for an id, an unambiguous prefix of one, or "last". NotFoundError otherwise."""

    def discard(self, session_id: str) -> None:
        """Remove a session and all its records, and every trace of them."""

    def wipe(self) -> None:
        """Overwrite what remains in the files of words that were removed one by one."""

    def backup(self, path: Path) -> None:
        """Write a verified copy of everything to a new file."""

    def close(self) -> None:
        """Let go of the store. Closing twice is harmless."""


class DeckShelf(Protocol):
    """Finds decks."""

    def listing(self) -> Sequence[Listed]:
        """Every deck, the broken ones with their reason."""

    def open(self, name: str, language: str | None = None) -> Deck:
        """The deck of that id, unambiguous prefix or path. NotFoundError or DeckError."""

    def original_of(self, path: Path, deck_id: str) -> Deck | None:
        """The deck of that id, of which the file is a translation; None where there is none."""


class Playing(Protocol):
    """One session that can be changed, whoever else changes it too."""

    @property
    def session(self) -> Session:
        """The session as it is now."""

    @property
    def damaged(self) -> Sequence[str]:
        """What of it is not as it was written."""

    def do(self, command: Command) -> Transition:
        """Work a command and keep what it changed. Refusal or StoreError."""

    def release(self) -> None:
        """Let go of it."""


class Apart(Protocol):
    """The people of a hosted session, each at a screen of their own, for its facilitator.

    Safe to call from any thread but that of their loop, and to wait for. It tells what a
    facilitator may know of them, and never a word that they write.
    """

    @property
    def joining(self) -> Joining:
        """What is read out to whoever wants to join."""

    def at_own_screen(self, seat_id: str) -> bool:
        """Whether somebody has that seat at a screen of their own, here or away just now."""

    def about(self, seats: Sequence[Seat]) -> Sequence[Sequence[str]]:
        """What there is to know of each of these seats, in a few words each."""

    def asking(self) -> Sequence[Asking]:
        """Those who ask to be let in to a seat they say is theirs, the first of them first."""

    def answer(self, asking: Asking, *, let_in: bool) -> bool:
        """Let somebody in who asks, or do not. False if they have stopped asking."""

    def hands(self) -> Sequence[str]:
        """The ids of the seats that have a hand up."""

    def lower_hand(self, seat_id: str) -> bool:
        """Take somebody's hand down. False if it was not up."""

    def let_go(self, seat_id: str) -> None:
        """Close a seat: its key opens nothing any more, its words are kept. Or StoreError."""

    def give_shoes(self, seat_id: str, turn_id: str, shoes_id: str) -> None:
        """Have somebody stand in these shoes to talk on that turn."""


Locker = Callable[[str], AbstractContextManager[object]]
"""Takes the lock of the session with that id, or raises BusyError naming who holds it."""
