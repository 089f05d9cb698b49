"""One session that many people do things to at once, and how all of them hear of it.

Lives on the event loop of a host. Whatever is kept goes through the one live session on the
store's thread; what became of it comes back here and is told to everybody whose screen shows it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextvars import copy_context

from wshoes_tui.domain.commands import Command
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.models import Draft, Session, Transition
from wshoes_tui.domain.projection import for_seats
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.sessions.open_session import OpenSession, UnsavedChange
from wshoes_tui.sessions.ports import DeckFinder
from wshoes_tui.sessions.store_thread import StoreThread

Listener = Callable[[Transition | None], None]
"""Is told of a transition; of None where only something about the people changed."""


class SharedSession:
    """A session that is shared.

    Args:
        worker: the thread of the store.
        deck_library: where translations of decks are found.
    """

    def __init__(self, worker: StoreThread, deck_library: DeckFinder) -> None:
        self.worker = worker
        self.live: OpenSession | None = None
        self._shelf = deck_library
        self._loop = asyncio.get_running_loop()
        self._context = copy_context()
        self._listeners: list[Listener] = []
        self._watchers: list[Listener] = []
        self._translations: dict[tuple[str, str], Deck | None] = {}
        self._decks: dict[tuple[str, str], tuple[Deck, Deck]] = {}
        """What seats see of a deck, beside the deck: the session may choose others."""
        self._stop_listening: Callable[[], None] = lambda: None

    @property
    def session(self) -> Session | None:
        """The session, or None while the facilitator has chosen none."""
        return self.live.session if self.live is not None else None

    def hold(self, unkept: UnsavedChange) -> None:
        """Remember what somebody at another screen could not have kept."""
        if self.live is not None:
            self.live.unkept[object()] = unkept

    def share(self, live: OpenSession) -> None:
        """Make this the session, in place of the one before."""
        self._stop_listening()
        self.live = live
        self._stop_listening = live.listen(self._kept)

    async def do(self, command: Command) -> Transition:
        """Work a command on the session.

        Raises:
            Refusal: it does not apply, or there is no session yet.
            StoreError: it could not be kept.
        """
        if self.live is None:
            raise Refusal("There is no session yet.")
        return await self.worker.run(self.live.do, self.fitted(command))

    def fitted(self, command: Command) -> Command:
        """The command with what it must know of whoever shares the session."""
        return command

    def _kept(self, transition: Transition) -> None:
        """On the store's thread."""
        if transition.name == "KeepDraft" and not _begins_or_ends(transition):
            return
        self._tell_soon(transition)

    def _tell_soon(self, transition: Transition | None) -> None:
        # In a context of nobody's: what somebody's screen is told must not seem to come from
        # the screen at which it was done.
        self._loop.call_soon_threadsafe(self._tell, transition, context=self._context)

    def _tell(self, transition: Transition | None) -> None:
        if transition is not None and transition.name == "KeepDraft":
            for listener in tuple(self._watchers):
                listener(None)
            return
        for listener in (*self._listeners, *self._watchers):
            listener(transition)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told what happens, on the loop. Returns how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def watch(self, listener: Listener) -> Callable[[], None]:
        """As ``listen``, and also be told when somebody begins to write: for the facilitator."""
        self._watchers.append(listener)
        return lambda: self._watchers.remove(listener)

    async def learn(self, language: str) -> None:
        """Have the decks of the session at hand in that language, where there is a translation."""
        session = self.session
        for played in session.decks if session is not None else ():
            deck = played.deck
            key = (deck.id, language)
            if key not in self._translations:
                self._translations[key] = await self.worker.run(self._translation, deck, language)
                self._decks.pop(key, None)

    def _translation(self, deck: Deck, language: str) -> Deck | None:
        try:
            found = self._shelf.open(deck.id, language)
        except WshoesError:  # a deck that was named by its path has no translation on the shelf
            return None
        family = {found.id, found.translation_of}
        same_family = deck.id in family or (deck.translation_of or deck.id) in family
        return found if same_family and found.language != deck.language else None

    def decks_in(self, language: str) -> Mapping[str, Deck]:
        """The decks of the session by their ids, for a seat that reads that language."""
        session = self.session
        found = {}
        for played in session.decks if session is not None else ():
            deck, key = played.deck, (played.deck.id, language)
            if key not in self._decks or self._decks[key][0] is not deck:
                self._decks[key] = (deck, for_seats(deck, self._translations.get(key)))
            found[deck.id] = self._decks[key][1]
        return found


def _begins_or_ends(transition: Transition) -> bool:
    """Whether somebody began to write, or emptied their page: what others may be told of it."""
    return any(
        _has_words(change.before) != _has_words(change.after)
        for change in transition.changes
        if isinstance(change.after or change.before, Draft)
    )


def _has_words(record: object) -> bool:
    return isinstance(record, Draft) and bool(record.text.strip())
