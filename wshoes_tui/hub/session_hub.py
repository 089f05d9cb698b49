"""Session hub: one hosted session, the participants of it, and the events that all of them get.

A publish/subscribe hub on the event loop of a host. Commands run on the store's thread, through
the one open session; the transitions that come of them are published to the listeners on the
loop. What is known of participants only while the program runs is kept here and nowhere else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from contextvars import copy_context

from wshoes_tui.domain.commands import Attend, Command, Join, KeepDraft, Redo, Reveal, Undo
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.engine import NO_SEAT
from wshoes_tui.domain.models import Draft, Seat, SeatState, Session, Transition
from wshoes_tui.domain.value import Refusal, replace
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.promises import consent_rules
from wshoes_tui.hub.participants import (
    DeckTranslations,
    JoinDetails,
    Participant,
    SeatClaim,
    SeatKeys,
)
from wshoes_tui.limits import MOST_SEATS
from wshoes_tui.locale import N_
from wshoes_tui.sessions.open_session import OpenSession, UnsavedChange
from wshoes_tui.sessions.ports import DeckFinder
from wshoes_tui.sessions.store_thread import Batcher, StoreThread

Listener = Callable[[Transition | None], None]
"""Gets each transition; None where only something about the participants changed."""


class SessionHub:
    """One hosted session, or none while the facilitator has chosen none.

    Args:
        deck_library: where translations of decks are found.
        taken_up: is called with each session that is hosted from now on.
    """

    def __init__(
        self,
        worker: StoreThread,
        keys: SeatKeys,
        deck_library: DeckFinder,
        taken_up: Callable[[OpenSession], None] = lambda _live: None,
    ) -> None:
        self.worker = worker
        self.live: OpenSession | None = None
        self.participants: dict[str, Participant] = {}
        """By the id of the seat: those at screens of their own, also while they are away."""
        self.taken_back: set[str] = set()
        """The ids of responses that their writers took back: undo does not bring them back."""
        self.asking: list[SeatClaim] = []
        """Claims of seats that the facilitator has not answered, the oldest first."""
        self.joining = JoinDetails()
        self._keys = keys
        self._seat_keys = Batcher(worker, keys.seat_keys)
        self._taken_up = taken_up
        self._translations = DeckTranslations(worker, deck_library)
        self._loop = asyncio.get_running_loop()
        self._context = copy_context()
        self._listeners: list[Listener] = []
        self._watchers: list[Listener] = []
        self._stop_listening: Callable[[], None] = lambda: None

    @property
    def session(self) -> Session | None:
        """The session, or None while the facilitator has chosen none."""
        return self.live.session if self.live is not None else None

    @property
    def open_session(self) -> OpenSession:
        """The open session.

        Raises:
            Refusal: the facilitator has chosen none.
        """
        if self.live is None:
            raise Refusal("There is no session yet.")
        return self.live

    async def take_up(self, live: OpenSession) -> None:
        """Host this session in place of the one before, whose candidate must not be there."""
        if self.session is not None and self.session.id != live.session.id:
            _end_screen(self.participants.get(self.session.header.candidate))
        self._stop_listening()
        self.live = live
        live.fit = self.fitted
        live.session = replace(live.session, hosted=True)
        live.tagger = self._keys.tag
        self._stop_listening = live.listen(self._publish_from_thread)
        self.participants, self.taken_back = {}, set()
        await self.worker.run(self._keys.belong_to, live.session.id)
        for seat in live.session.seats:
            if seat.state != "left" and await self.worker.run(self._keys.has_key, seat.id):
                self.participants[seat.id] = Participant(seat.id)
                await self._attend(seat.id, "away")  # they were here when the host was killed
        self._taken_up(live)
        self.people_changed()

    def hold(self, unkept: UnsavedChange) -> None:
        """Remember what a screen could not have kept, to write it to a file when hosting ends."""
        if self.live is not None:
            self.live.unkept[object()] = unkept

    async def do(self, command: Command) -> Transition:
        """Apply a command to the session.

        Raises:
            Refusal: it does not apply, or there is no session yet.
            StoreError: it could not be kept.
        """
        return await self.worker.run(self.open_session.do, command)

    def fitted(self, command: Command) -> Command:
        """The command, with the seats filled in that have a screen of their own.

        The open session calls this for each command, whichever front end gives it.
        """
        if isinstance(command, Reveal):
            seats = self.session.seats if self.session is not None else ()
            left = {seat.id for seat in seats if seat.state == "left"}  # nobody types for them here
            return replace(command, apart=frozenset(left | set(self.participants)))
        if isinstance(command, Undo | Redo):
            return replace(
                command, seated=frozenset(self.participants), taken=frozenset(self.taken_back)
            )
        return command

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Have this called with what happens, on the loop. Returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def watch(self, listener: Listener) -> Callable[[], None]:
        """As ``listen``, and called also when somebody begins to write: for the facilitator."""
        self._watchers.append(listener)
        return lambda: self._watchers.remove(listener)

    def people_changed(self) -> None:
        """Publish that somebody came, went, or raised a hand."""
        self._publish_soon(None)

    def _publish_from_thread(self, transition: Transition) -> None:
        """Publish a transition from the store's thread."""
        if transition.name != "KeepDraft" or _begins_or_ends(transition):
            self._publish_soon(transition)

    def _publish_soon(self, transition: Transition | None) -> None:
        # In the context of the hub: listeners must not see the language or the app of the screen
        # at which it was done.
        self._loop.call_soon_threadsafe(self._publish, transition, context=self._context)

    def _publish(self, transition: Transition | None) -> None:
        if transition is not None and transition.before.turn != transition.session.turn:
            for participant in self.participants.values():
                participant.passes = False
        if transition is not None and transition.name == "KeepDraft":
            for listener in tuple(self._watchers):
                listener(None)
            return
        for listener in (*self._listeners, *self._watchers):
            listener(transition)

    async def learn(self, language: str) -> None:
        """Read the translations of the decks into that language, for ``decks_in``."""
        await self._translations.load(self.session, language)

    def decks_in(self, language: str) -> Mapping[str, Deck]:
        """The decks of the session by their ids, as a seat sees them that reads that language."""
        return self._translations.decks_in(self.session, language)

    async def join(self, label: str) -> Participant:
        """A new seat for somebody who came in.

        Raises:
            Refusal: there is no session, all seats are taken, or the name is.
        """
        live = self.open_session
        if sum(seat.state != "left" for seat in live.session.seats) >= MOST_SEATS:
            raise Refusal("All the seats are taken.")
        # Entered before the seat is there: in between it would count as one at the
        # facilitator's keyboard, where its shoes are told and its page is passed on.
        participant = Participant(live.new_id(), card=consent_rules(live.session))
        self.participants[participant.seat] = participant
        try:
            await self.do(Join(label, seat=participant.seat))
        except (Refusal, WshoesError):
            self.participants.pop(participant.seat, None)
            raise
        participant.key = await self._seat_keys.ask(participant.seat)
        return participant

    async def come_back(self, seat_id: str) -> Participant:
        """Put the person of that seat back on it, and end a screen they left behind.

        Raises:
            Refusal: there is no such seat.
        """
        seat = self.session.seat(seat_id) if self.session is not None else None
        if seat is None:
            raise Refusal(NO_SEAT)
        participant = self.participants.setdefault(seat_id, Participant(seat_id))
        if participant.end is not None:
            participant.end("")
            participant.end = None
        if seat.state != "here":
            await self.do(Attend(seat_id, "here"))
        participant.key = await self._seat_keys.ask(seat_id)
        await self._ensure_page(participant)
        return participant

    async def _ensure_page(self, participant: Participant) -> None:
        """Give somebody a page to write on, where people write just now and they have none."""
        session = self.session
        turn = session.turn if session is not None else None
        if session is None or turn is None or turn.phase != "writing":
            return
        if participant.seat == session.header.candidate:
            return  # only the panel writes
        if session.draft("private", turn.id, participant.seat) is None:
            await self.do(KeepDraft("private", "", participant.seat))

    async def new_key(self, participant: Participant) -> str:
        """A new key for somebody whose old one is lost; the old one opens nothing any more."""
        participant.key = await self.worker.run(self._keys.new_seat_key, participant.seat)
        return participant.key

    def words_of(self, seat_id: str) -> tuple[str, ...]:
        """The ids of all words that were written with the key of a seat, in any turn."""
        return () if self.session is None else self._keys.words_of(seat_id, self.session)

    def attach_screen(self, participant: Participant, end: Callable[[str], None]) -> None:
        """Enter the screen of a participant; ``end`` ends it with a sentence."""
        participant.end = end
        self.people_changed()

    async def detach_screen(self, participant: Participant, end: Callable[[str], None]) -> None:
        """A screen has ended: its seat is away, unless the person has another screen by now."""
        if participant.end != end:
            return
        participant.end = None
        participant.hand = False
        await self._attend(participant.seat, "away")
        self.people_changed()

    async def let_go(self, seat_id: str) -> None:
        """Close a seat: its key opens nothing any more, its words are kept.

        Raises:
            StoreError: that could not be kept.
        """
        await self.worker.run(self._keys.forget, seat_id)
        await self._attend(seat_id, "left")
        _end_screen(self.participants.pop(seat_id, None))
        self.people_changed()

    async def _attend(self, seat_id: str, state: SeatState) -> None:
        session = self.session
        seat = session.seat(seat_id) if session is not None else None
        if session is None or seat is None or seat.state == state or session.state == "closed":
            return
        with suppress(Refusal, WshoesError):  # they are gone all the same; nothing waits for it
            await self.do(Attend(seat_id, state))

    def seat_called(self, label: str) -> Seat | None:
        """The seat of that name which was not closed; None where there is none.

        It may be the seat of the person who asks: their connection died, which the host notices
        a minute later, or the facilitator has entered their name.
        """
        wanted = label.strip().casefold()
        seats = self.session.seats if self.session is not None else ()
        named = (seat for seat in seats if seat.label.casefold() == wanted)
        return next((seat for seat in named if seat.state != "left"), None)

    async def ask(self, seat: Seat) -> bool:
        """Ask the facilitator whether somebody without a key is the person of that seat."""
        participant = self.participants.get(seat.id)
        is_open = participant is not None and participant.end is not None
        asking = SeatClaim(seat.id, seat.label, self._loop.create_future(), is_open=is_open)
        self.asking.append(asking)
        self.people_changed()
        try:
            return await asking.answer
        finally:
            self.asking.remove(asking)
            self.people_changed()

    def answer(self, asking: SeatClaim, *, let_in: bool) -> bool:
        """Answer a claim of a seat. False if it was answered or withdrawn before."""
        if asking not in self.asking or asking.answer.done():
            return False
        asking.answer.set_result(let_in)
        return True

    def give_shoes(self, seat_id: str, turn_id: str, shoes_id: str) -> None:
        """Give a participant these shoes to talk in on that turn."""
        participant = self.participants.get(seat_id)
        if participant is not None:
            participant.shoes[turn_id] = shoes_id
            self.people_changed()

    def lower_hand(self, seat_id: str) -> bool:
        """Take a participant's hand down. False if it was not up."""
        participant = self.participants.get(seat_id)
        if participant is None or not participant.hand:
            return False
        participant.hand = False
        self.people_changed()
        return True

    def is_seat_draft(self, transition: Transition) -> bool:
        """Whether a transition only keeps a draft that is typed at a screen of its own."""
        return transition.name == "KeepDraft" and any(
            isinstance(record, Draft) and record.seat in self.participants
            for change in transition.changes
            for record in (change.before, change.after)
        )

    def at_own_screen(self, seat_id: str) -> bool:
        """Whether that seat has a screen of its own, its person being here or away just now."""
        return seat_id in self.participants


def _end_screen(participant: Participant | None) -> None:
    """End the screen of a participant, if there is one; the seat is not marked as away."""
    if participant is not None and participant.end is not None:
        end, participant.end = participant.end, None
        end(N_("The facilitator has closed this seat. What you saved is kept."))


def _begins_or_ends(transition: Transition) -> bool:
    """Whether a draft got its first words, or lost its last: all that is told of a draft."""
    return any(
        _has_words(change.before) != _has_words(change.after)
        for change in transition.changes
        if isinstance(change.after or change.before, Draft)
    )


def _has_words(record: object) -> bool:
    return isinstance(record, Draft) and bool(record.text.strip())
