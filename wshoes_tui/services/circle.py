"""The people who sit in one session, each at a screen of their own, and how they hear of it.

Lives on the event loop of a host. Whatever is kept goes through the one live session on the
store's thread; what became of it comes back here and is told to everybody whose screen
shows it. What is known of people only while the program runs stands here and nowhere else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextvars import copy_context
from dataclasses import dataclass, field, replace
from typing import Protocol

from wshoes_tui.domain.commands import Attend, Command, Join, KeepDraft, Redo, Reveal, Undo
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.models import Draft, Seat, SeatState, Session, Transition
from wshoes_tui.domain.refusal import Refusal
from wshoes_tui.domain.seen import for_seats
from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import N_, _
from wshoes_tui.services.live import Live
from wshoes_tui.services.ports import DeckShelf
from wshoes_tui.services.worker import Worker

MOST_SEATS = 60


class Keys(Protocol):
    """Remembers who may come back to which seat. May touch the disk: never on the loop."""

    def belong_to(self, session_id: str) -> None:
        """The session whose seats these are."""

    def has_key(self, seat_id: str) -> bool:
        """Whether somebody may come back to that seat."""

    def seat_key(self, seat_id: str) -> str:
        """The key of a seat, made when first asked for; empty where only its person knows it."""

    def new_seat_key(self, seat_id: str) -> str:
        """Another key for a seat; the old one opens nothing any more."""

    def forget(self, seat_id: str) -> None:
        """Let the key of a seat open nothing any more."""


@dataclass
class Member:
    """Somebody at a screen of their own.

    ``own`` are the ids of what came from here, the newest last, so that they can take it back;
    ``shoes`` are those they stand in while people talk, by turn; ``numbers`` what they said to
    each question of the opening and the closing, so that they can change their mind.
    """

    seat: str
    key: str = ""
    hand: bool = False
    passes: bool = False
    answered: int = 0
    answered_in: str = ""
    shoes: dict[str, str] = field(default_factory=dict)
    own: list[str] = field(default_factory=list)
    numbers: dict[tuple[str, str, str], int] = field(default_factory=dict)
    end: Callable[[str], None] | None = None
    """Ends the screen they sit at, with a sentence still to be translated."""


@dataclass(eq=False)
class Asking:
    """Somebody at the door who says that an empty seat is theirs."""

    seat: str
    label: str
    answer: asyncio.Future[bool]


Listener = Callable[[Transition | None], None]
"""Is told of a transition; of None where only something about the people changed."""


@dataclass(frozen=True, slots=True)
class Joining:
    """What is read out to whoever wants to join. ``only_here``: from this computer alone."""

    command: str = ""
    code: str = ""
    fingerprint: str = ""
    only_here: bool = True

    @property
    def line(self) -> str:
        """All of it in one line."""
        return _("{command} · code {code}", command=self.command, code=self.code)


class Circle:
    """One hosted session.

    Args:
        worker: the thread of the store.
        keys: who may come back to which seat.
        shelf: where translations of decks are found.
        taken_up: is told of the session that everybody sits in from now on.
    """

    def __init__(
        self,
        worker: Worker,
        keys: Keys,
        shelf: DeckShelf,
        taken_up: Callable[[Live], None] = lambda _live: None,
    ) -> None:
        self.worker = worker
        self.live: Live | None = None
        self.members: dict[str, Member] = {}
        self.asking: list[Asking] = []
        self.joining = Joining()
        self._keys = keys
        self._shelf = shelf
        self._taken_up = taken_up
        self._loop = asyncio.get_running_loop()
        self._context = copy_context()
        self._listeners: list[Listener] = []
        self._watchers: list[Listener] = []
        self._decks: dict[tuple[str, str], Deck] = {}
        self._stop_listening: Callable[[], None] = lambda: None

    # -- the session

    @property
    def session(self) -> Session | None:
        """The session, or None while the facilitator has chosen none."""
        return self.live.session if self.live is not None else None

    async def take_up(self, live: Live) -> None:
        """Make this the session that everybody sits in."""
        self._stop_listening()
        self.live = live
        self.members = {}
        self._stop_listening = live.listen(self._kept)
        await self.worker.run(self._keys.belong_to, live.session.id)
        for seat in live.session.seats:
            if seat.state != "left" and await self.worker.run(self._keys.has_key, seat.id):
                self.members[seat.id] = Member(seat.id)
                await self._attend(seat.id, "away")  # they were here when the host was killed
        self._taken_up(live)
        self.people_changed()

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
        """The command with what it must know of people at screens of their own."""
        if isinstance(command, Reveal):
            seats = self.session.seats if self.session is not None else ()
            left = {seat.id for seat in seats if seat.state == "left"}  # nobody types for them here
            return replace(command, apart=frozenset(left | set(self.members)))
        if isinstance(command, Undo | Redo):
            return replace(command, seated=frozenset(self.members))
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
        if transition is not None:
            for member in self.members.values():
                if transition.before.turn != transition.session.turn:
                    member.passes = False
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

    def people_changed(self) -> None:
        """Tell everybody that somebody came, went, or raised a hand."""
        self._tell_soon(None)

    # -- people

    async def join(self, label: str) -> Member:
        """A new seat for somebody who came in.

        Raises:
            Refusal: there is no session or no room, or the name is taken.
        """
        session = self.session
        if session is None:
            raise Refusal("There is no session yet.")
        if sum(seat.state != "left" for seat in session.seats) >= MOST_SEATS:
            raise Refusal("All the seats are taken.")
        joined = await self.do(Join(label))
        seat = next(c.after for c in joined.changes if isinstance(c.after, Seat))
        key = await self.worker.run(self._keys.seat_key, seat.id)
        member = self.members[seat.id] = Member(seat.id, key)
        await self.deal(member)
        return member

    async def come_back(self, seat_id: str) -> Member:
        """The person of that seat is here again; a screen they left behind is ended.

        Raises:
            Refusal: there is no such seat.
        """
        seat = self.session.seat(seat_id) if self.session is not None else None
        if seat is None:
            raise Refusal("There is no such seat.")
        member = self.members.setdefault(seat_id, Member(seat_id))
        if member.end is not None:
            member.end("")
            member.end = None
        if seat.state != "here":
            await self.do(Attend(seat_id, "here"))
        member.key = await self.worker.run(self._keys.seat_key, seat_id)
        await self.deal(member)
        return member

    async def new_key(self, member: Member) -> str:
        """A key for somebody whose old one is lost; that one opens nothing any more."""
        member.key = await self.worker.run(self._keys.new_seat_key, member.seat)
        return member.key

    async def deal(self, member: Member) -> None:
        """See that they have a page, where people write just now."""
        session = self.session
        turn = session.turn if session is not None else None
        if session is None or turn is None or turn.phase != "writing":
            return
        if session.draft("private", turn.id, member.seat) is None:
            await self.do(KeepDraft("private", "", member.seat))

    def sits(self, member: Member, end: Callable[[str], None]) -> None:
        """Somebody has a screen in front of them; ``end`` ends it with a sentence."""
        member.end = end
        self.people_changed()

    async def gone(self, member: Member, end: Callable[[str], None]) -> None:
        """A screen is no more. Its seat is away, unless the person sits at another one already."""
        if member.end != end:
            return
        member.end = None
        member.hand = False
        await self._attend(member.seat, "away")
        self.people_changed()

    async def let_go(self, seat_id: str) -> None:
        """Ask somebody to leave: their key opens nothing any more, their words are kept."""
        await self.worker.run(self._keys.forget, seat_id)
        await self._attend(seat_id, "left")
        member = self.members.pop(seat_id, None)
        if member is not None and member.end is not None:
            end, member.end = member.end, None  # so that its end is not taken for going away
            end(N_("The facilitator has closed this seat. What you saved is kept."))
        self.people_changed()

    def give_shoes(self, seat_id: str, turn_id: str, shoes_id: str) -> None:
        """Have somebody stand in these shoes to talk on that turn."""
        member = self.members.get(seat_id)
        if member is not None:
            member.shoes[turn_id] = shoes_id
            self.people_changed()

    async def _attend(self, seat_id: str, state: SeatState) -> None:
        session = self.session
        seat = session.seat(seat_id) if session is not None else None
        if session is None or seat is None or seat.state == state or session.state == "closed":
            return
        try:
            await self.do(Attend(seat_id, state))
        except (Refusal, WshoesError):  # they are gone all the same, and nothing waits for it
            return

    def empty_seat(self, label: str) -> Seat | None:
        """The seat of that name which somebody has left for a while, if there is one."""
        wanted = label.strip().casefold()
        return next(
            (
                seat
                for seat in (self.session.seats if self.session is not None else ())
                if seat.state == "away" and seat.label.casefold() == wanted
                if self.at_own_screen(seat.id)
            ),
            None,
        )

    async def ask(self, seat: Seat) -> bool:
        """Ask the facilitator whether somebody at the door is the person of an empty seat."""
        asking = Asking(seat.id, seat.label, self._loop.create_future())
        self.asking.append(asking)
        self.people_changed()
        try:
            return await asking.answer
        finally:
            self.asking.remove(asking)
            self.people_changed()

    def is_theirs(self, transition: Transition) -> bool:
        """Whether it only keeps what somebody types at a screen of their own."""
        return transition.name == "KeepDraft" and any(
            isinstance(record, Draft) and record.seat in self.members
            for change in transition.changes
            for record in (change.before, change.after)
        )

    def at_own_screen(self, seat_id: str) -> bool:
        """Whether somebody has that seat at a screen of their own, here or away just now."""
        return seat_id in self.members

    # -- decks in the language of whoever looks

    async def learn(self, language: str) -> None:
        """Have the decks of the session at hand in that language, where there is a translation."""
        session = self.session
        for played in session.decks if session is not None else ():
            deck = played.deck
            if (deck.id, language) not in self._decks:
                told = await self.worker.run(self._translation, deck, language)
                self._decks[deck.id, language] = for_seats(deck, told)

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
            deck = played.deck
            if (deck.id, language) not in self._decks:
                self._decks[deck.id, language] = for_seats(deck)
            found[deck.id] = self._decks[deck.id, language]
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
