"""The facilitator's desk: decks, sessions past and unfinished, and how each is begun or resumed."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from wshoes_tui.domain.commands import AddSeat, Agree, Begin, ChooseDecks, Command, Plan
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.listing import SessionLine
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.session import Env, apply, new_session
from wshoes_tui.domain.setup import AGREEMENTS, changed_by
from wshoes_tui.domain.text import without_surrogates
from wshoes_tui.errors import NotFoundError
from wshoes_tui.locale import N_, _
from wshoes_tui.services.live import Live

if TYPE_CHECKING:
    from wshoes_tui.services.people import Person
    from wshoes_tui.services.ports import DeckShelf, Locker, SessionStore

__all__ = ["Desk", "Started"]

REHEARSING = N_("You")
"""The label of the only seat of a rehearsal."""


@dataclass(frozen=True, slots=True)
class Started:
    """How a group session is begun from one command line; None leaves a choice to the engine."""

    people: Sequence[Person] = ()
    plan: Plan | None = None
    seed: int | None = None
    begin: bool = False


class Desk:
    """Everything the faces can do that is not part of one session."""

    def __init__(
        self, store: SessionStore, shelf: DeckShelf, locker: Locker, env: Env | None = None
    ) -> None:
        self.store = store
        self.shelf = shelf
        self.locker = locker
        self.env = env or Env()

    def rehearse(self, deck: Deck, *, seed: int | None = None) -> Live:
        """A solo session on its first card."""
        session = new_session(self.env, kind="rehearsal", seed=seed, language=deck.language)
        steps = (ChooseDecks((deck,)), AddSeat(_(REHEARSING)), Begin())
        return self._start(session, steps)

    def group(self, decks: Sequence[Deck], started: Started | None = None) -> Live:
        """A group session: in its set-up, or on its first card where ``begin`` says so."""
        started = started or Started()
        session = new_session(self.env, seed=started.seed, language=decks[0].language)
        steps: list[Command] = [ChooseDecks(tuple(decks))]
        steps += [AddSeat(p.label, p.role, p.side, p.needs) for p in started.people]
        if started.plan is not None and changed_by(started.plan, session.header):
            steps.append(started.plan)  # what is asked for may be what is usual
        if started.begin:
            steps.append(Begin())
        return self._start(session, steps)

    def _start(self, session: Session, steps: Sequence[Command]) -> Live:
        agreements = Agree(tuple(_(line) for line in AGREEMENTS))
        in_their_words = agreements.agreements != AGREEMENTS
        for step in (agreements, *steps) if in_their_words else steps:
            session = apply(session, step, self.env).session
        self.store.create(session)
        return self._live(session)

    def begin(self) -> Future[Desk] | None:
        """Start to open a store that opens late; None where there is nothing to wait for."""
        begin = getattr(self.store, "begin", None)
        return None if begin is None else cast("Future[Desk]", begin())

    def settle(self) -> None:
        """Have everything kept that waits for the store to open. StoreError if it cannot be."""
        settle = getattr(self.store, "settle", None)
        if settle is not None:
            settle()

    def give_up(self) -> bool:
        """Leave without the store where it is not open yet, and nobody would miss anything."""
        give_up = getattr(self.store, "give_up", None)
        return give_up is not None and bool(give_up())

    def resume(self, reference: str = "") -> Live:
        """An unfinished session where it stood: the one named, or the newest.

        Raises:
            NotFoundError: there is none of that name, or nothing is unfinished.
            BusyError: another copy of the program holds it.
        """
        session_id = self.store.find(reference) if reference else self._newest_unfinished()
        lock = self.locker(session_id)
        live = Live(self.store.load(session_id), self.store, env=self.env, lock=lock)
        live.damaged = tuple(self.store.damage(session_id))
        return live

    def _newest_unfinished(self) -> str:
        line = self.unfinished()
        if line is None:
            raise NotFoundError(
                "There is no unfinished session.",
                todo='Begin one with "wshoes rehearse" or "wshoes play".',
            )
        return line.id

    def unfinished(self) -> SessionLine | None:
        """The unfinished session saved last, a group's before a rehearsal of the same moment."""
        return next((x for x in self.store.sessions() if x.state != "closed"), None)

    def first_deck(self) -> str:
        """The deck a rehearsal takes when none is named: the first sound one.

        Raises:
            NotFoundError: there is none.
        """
        deck = next((listed for listed in self.shelf.listing() if not listed.problem), None)
        if deck is None:
            raise NotFoundError("There is no deck that can be read.", todo="Name a deck file.")
        return deck.id

    def look(self, reference: str) -> Session:
        """A session to be looked at, whoever holds it."""
        return self.store.load(self.store.find(reference))

    def _live(self, session: Session) -> Live:
        return Live(session, self.store, env=self.env, lock=self.locker(session.id))


def as_storable(text: str) -> str:
    """Text from a keyboard or a file as every store takes it: unpaired surrogates replaced."""
    return without_surrogates(text)[0]
