"""Parts of a session hub: participants and their keys, claims of seats, how to join, translations.

What is known of participants here is known only while the program runs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from secrets import choice

from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.models import Session, Turn
from wshoes_tui.domain.projection import for_seats
from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import _
from wshoes_tui.sessions.ports import DeckFinder
from wshoes_tui.sessions.store_thread import StoreThread


class SeatKeys:
    """Registry of the keys with which people come back to seats; by itself a null object.

    Calls may block on the disk.
    """

    def belong_to(self, session_id: str) -> None:
        """Use the keys of this session from now on."""

    def has_key(self, seat_id: str) -> bool:  # noqa: ARG002
        """Whether a key opens that seat."""
        return False

    def seat_keys(self, seats: Sequence[str]) -> Mapping[str, str]:
        """The keys of these seats, made when first asked for; empty where only a hash is kept."""
        return dict.fromkeys(seats, "")

    def new_seat_key(self, seat_id: str) -> str:  # noqa: ARG002
        """Another key for a seat; the old one opens nothing any more."""
        return ""

    def forget(self, seat_id: str) -> None:
        """Revoke the key of a seat."""

    def tag(self, seat_id: str, record_id: str) -> str:  # noqa: ARG002
        """The tag of a record for the key of its writer's seat; empty where that is not known."""
        return ""

    def words_of(self, seat_id: str, session: Session) -> tuple[str, ...]:  # noqa: ARG002
        """The ids of all records that were written with the key of a seat."""
        return ()


@dataclass
class Participant:
    """A person at a screen of their own.

    Args:
        seat: the id of their seat.
        hand: whether they have raised a hand.
        passes: whether they pass on the open turn, which the facilitator has to end.
        answered: how many questions of the opening or the closing they are past.
        answered_in: the state of the session in which they answered those.
        shoes: the shoes they talk in, by the id of the turn.
        typed: the shoes of the words in their field, by the id of the turn: a draft may have none
            in the record (``domain.engine.hide_shoes``).
        own: the ids of the records that came from here, the newest last, to take them back.
        numbers: their ratings by question, so that they can change their mind.
        card: what the consent card told as they agreed to it; None where that is not known.
        end: ends their screen with a sentence that is still to be translated; None without one.
    """

    seat: str
    key: str = ""
    hand: bool = False
    passes: bool = False
    answered: int = 0
    answered_in: str = ""
    shoes: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    own: list[str] = field(default_factory=list)
    numbers: dict[tuple[str, str, str], int] = field(default_factory=dict)
    card: object = None
    end: Callable[[str], None] | None = None

    def shoes_on(self, session: Session, turn: Turn) -> str:
        """The id of the shoes they stand in on a turn, dealt when first asked for.

        The seat with the turn talks in the shoes of the turn, which everybody is shown, and not in
        those dealt to write in, which nobody else knows. A draft keeps the shoes it has.
        ``session`` is as their seat sees it.
        """
        page = session.draft("private", turn.id, self.seat)
        own = session.draft("own", turn.id, self.seat)
        kept = (own.shoes or self.typed.get(turn.id, "")) if own is not None else ""
        if page is not None:
            self.shoes[turn.id] = page.shoes
        elif turn.seat == self.seat:
            return kept or turn.shoes
        elif not _are_of_deck(session, turn, self.shoes.get(turn.id, "")):
            self.shoes[turn.id] = kept or _deal_shoes(session, turn)
        return self.shoes[turn.id]


def _are_of_deck(session: Session, turn: Turn, shoes: str) -> bool:
    """Whether these are shoes of the turn's deck: another card may be of another deck."""
    deck = session.deck(turn.deck)
    return bool(shoes) and (deck is None or deck.pair(shoes) is not None)


def _deal_shoes(session: Session, turn: Turn) -> str:
    """Shoes to talk in, by a secure generator: nobody may work out later whose they were."""
    deck = session.deck(turn.deck)
    if deck is None:
        return turn.shoes
    others = [s.id for s in deck.suggested(session.card_of(turn)) if s.id != turn.shoes]
    return choice(others) if others else turn.shoes


@dataclass(eq=False)
class SeatClaim:
    """Request of somebody without a key for a seat (id and label) that they say is theirs."""

    seat: str
    label: str
    answer: asyncio.Future[bool]
    is_open: bool = False
    """Whether a connection to that seat is still open, dead or not."""

    @property
    def told(self) -> str:
        """The name they give, and whether somebody may be on that seat."""
        name = one_line(self.label)
        return _("{name} (whose line is still open)", name=name) if self.is_open else name


@dataclass(frozen=True, slots=True)
class JoinDetails:
    """How to join, to be read out.

    Args:
        command: of ssh, to be typed.
        fingerprint: how their program tells that it is the right computer.
        only_here: whether this computer alone can join.
        others: the same command for the other addresses of this computer.
        no_network: whether this computer has no address that others can reach.
        damage: what happened to the file of codes, so that codes of before open nothing.
    """

    command: str = ""
    code: str = ""
    fingerprint: str = ""
    only_here: bool = True
    others: tuple[str, ...] = ()
    no_network: bool = False
    damage: str = ""

    @property
    def line(self) -> str:
        """The command, what differs in it for other addresses, and the code, in one line."""
        told = self.command
        for command in self.others:
            told = _("{this} or {that}", this=told, that=command.rpartition(" ")[2])
        return _("{command} · code {code}", command=told, code=self.code)

    @property
    def note(self) -> str:
        """Why others cannot join, or not with the codes of before; empty if they can."""
        reach = ""
        if self.no_network:
            reach = _(
                "This computer has no address that others can reach. Connect it to a network "
                "and start the host again."
            )
        elif self.only_here:
            reach = _("Only this computer can join. For the others: wshoes host --bind 0.0.0.0")
        return " ".join(part for part in (self.damage, reach) if part)


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
