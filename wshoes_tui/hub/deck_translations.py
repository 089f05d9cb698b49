"""Cache of translated decks: what seats see of the decks of a session, in each language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.projection import for_seats
from wshoes_tui.errors import WshoesError
from wshoes_tui.sessions.ports import DeckFinder
from wshoes_tui.sessions.store_thread import StoreThread


class DeckTranslations:
    """Translations of the decks of a session, read once for each language, on the worker."""

    def __init__(self, worker: StoreThread, deck_library: DeckFinder) -> None:
        self._worker = worker
        self._deck_library = deck_library
        self._translations: dict[tuple[str, str], Deck | None] = {}
        self._decks: dict[tuple[str, str], tuple[Deck, Deck]] = {}
        """By deck id and language: the deck, and what seats see of it."""

    async def load(self, session: Session | None, language: str) -> None:
        """Read the translations of the decks of a session into that language, where there are."""
        for deck in _decks_of(session):
            key = (deck.id, language)
            if key not in self._translations:
                found = await self._worker.run(self._read, deck, language)
                self._translations[key] = found
                self._decks.pop(key, None)

    def _read(self, deck: Deck, language: str) -> Deck | None:
        try:
            found = self._deck_library.open(deck.id, language)
        except WshoesError:  # a deck that was named by its path is not in the library
            return None
        family = {found.id, found.translation_of}
        same_family = deck.id in family or (deck.translation_of or deck.id) in family
        return found if same_family and found.language != deck.language else None

    def decks_in(self, session: Session | None, language: str) -> Mapping[str, Deck]:
        """The decks of a session by their ids, as a seat sees them that reads that language.

        In the language of the deck where ``load`` has found no translation.
        """
        found = {}
        for deck in _decks_of(session):
            key = (deck.id, language)
            if key not in self._decks or self._decks[key][0] is not deck:
                self._decks[key] = (deck, for_seats(deck, self._translations.get(key)))
            found[deck.id] = self._decks[key][1]
        return found


def _decks_of(session: Session | None) -> Iterable[Deck]:
    return [played.deck for played in session.decks] if session is not None else []
