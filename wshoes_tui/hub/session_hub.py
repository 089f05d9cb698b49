"""The people who sit in one session, each at a screen of their own.

Lives on the event loop of a host. What is known of people only while the program runs stands
here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wshoes_tui.domain.commands import Attend, Command, Join, KeepDraft, Redo, Reveal, Undo
from wshoes_tui.domain.models import Draft, Seat, SeatState, Transition
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.hub.participants import JoinDetails, Participant, SeatClaim, SeatKeys
from wshoes_tui.hub.shared_session import SharedSession
from wshoes_tui.limits import MOST_SEATS
from wshoes_tui.locale import N_
from wshoes_tui.sessions.open_session import OpenSession
from wshoes_tui.sessions.ports import DeckFinder
from wshoes_tui.sessions.store_thread import Batcher, StoreThread


class SessionHub(SharedSession):
    """One hosted session.

    Args:
        worker: the thread of the store.
        keys: who may come back to which seat.
        deck_library: where translations of decks are found.
        taken_up: is told of the session that everybody sits in from now on.
    """

    def __init__(
        self,
        worker: StoreThread,
        keys: SeatKeys,
        deck_library: DeckFinder,
        taken_up: Callable[[OpenSession], None] = lambda _live: None,
    ) -> None:
        super().__init__(worker, deck_library)
        self.participants: dict[str, Participant] = {}
        self.asking: list[SeatClaim] = []
        self.joining = JoinDetails()
        self._keys = keys
        self._seat_keys = Batcher(worker, keys.seat_keys)
        self._taken_up = taken_up

    async def take_up(self, live: OpenSession) -> None:
        """Make this the session that everybody sits in."""
        self.share(live)
        self.participants = {}
        await self.worker.run(self._keys.belong_to, live.session.id)
        for seat in live.session.seats:
            if seat.state != "left" and await self.worker.run(self._keys.has_key, seat.id):
                self.participants[seat.id] = Participant(seat.id)
                await self._attend(seat.id, "away")  # they were here when the host was killed
        self._taken_up(live)
        self.people_changed()

    def fitted(self, command: Command) -> Command:
        """The command with what it must know of people at screens of their own."""
        if isinstance(command, Reveal):
            seats = self.session.seats if self.session is not None else ()
            left = {seat.id for seat in seats if seat.state == "left"}  # nobody types for them here
            return replace(command, apart=frozenset(left | set(self.participants)))
        if isinstance(command, Undo | Redo):
            return replace(command, seated=frozenset(self.participants))
        return command

    def _tell(self, transition: Transition | None) -> None:
        if transition is not None and transition.before.turn != transition.session.turn:
            for participant in self.participants.values():
                participant.passes = False
        super()._tell(transition)

    def people_changed(self) -> None:
        """Tell everybody that somebody came, went, or raised a hand."""
        self._tell_soon(None)

    async def join(self, label: str) -> Participant:
        """A new seat for somebody who came in.

        Raises:
            Refusal: there is no session or no room, or the name is taken.
        """
        live, session = self.live, self.session
        if live is None or session is None:
            raise Refusal("There is no session yet.")
        if sum(seat.state != "left" for seat in session.seats) >= MOST_SEATS:
            raise Refusal("All the seats are taken.")
        # Entered before the seat is there: in between it would count as one at the
        # facilitator's keyboard, where its shoes are told and its page is passed on.
        participant = Participant(live.new_id())
        self.participants[participant.seat] = participant
        try:
            await self.do(Join(label, seat=participant.seat))
        except (Refusal, WshoesError):
            self.participants.pop(participant.seat, None)
            raise
        participant.key = await self._seat_keys.ask(participant.seat)
        return participant

    async def come_back(self, seat_id: str) -> Participant:
        """The person of that seat is here again; a screen they left behind is ended.

        Raises:
            Refusal: there is no such seat.
        """
        seat = self.session.seat(seat_id) if self.session is not None else None
        if seat is None:
            raise Refusal("There is no such seat.")
        participant = self.participants.setdefault(seat_id, Participant(seat_id))
        if participant.end is not None:
            participant.end("")
            participant.end = None
        if seat.state != "here":
            await self.do(Attend(seat_id, "here"))
        participant.key = await self._seat_keys.ask(seat_id)
        await self.deal(participant)
        return participant

    async def new_key(self, participant: Participant) -> str:
        """A key for somebody whose old one is lost; that one opens nothing any more."""
        participant.key = await self.worker.run(self._keys.new_seat_key, participant.seat)
        return participant.key

    async def deal(self, participant: Participant) -> None:
        """See that they have a page, where people write just now."""
        session = self.session
        turn = session.turn if session is not None else None
        if session is None or turn is None or turn.phase != "writing":
            return
        if session.draft("private", turn.id, participant.seat) is None:
            await self.do(KeepDraft("private", "", participant.seat))

    def sits(self, participant: Participant, end: Callable[[str], None]) -> None:
        """Somebody has a screen in front of them; ``end`` ends it with a sentence."""
        participant.end = end
        self.people_changed()

    async def gone(self, participant: Participant, end: Callable[[str], None]) -> None:
        """A screen is no more. Its seat is away, unless the person sits at another one already."""
        if participant.end != end:
            return
        participant.end = None
        participant.hand = False
        await self._attend(participant.seat, "away")
        self.people_changed()

    async def let_go(self, seat_id: str) -> None:
        """Ask somebody to leave: their key opens nothing any more, their words are kept."""
        await self.worker.run(self._keys.forget, seat_id)
        await self._attend(seat_id, "left")
        participant = self.participants.pop(seat_id, None)
        if participant is not None and participant.end is not None:
            end, participant.end = (
                participant.end,
                None,
            )  # so that its end is not taken for going away
            end(N_("The facilitator has closed this seat. What you saved is kept."))
        self.people_changed()

    def give_shoes(self, seat_id: str, turn_id: str, shoes_id: str) -> None:
        """Have somebody stand in these shoes to talk on that turn."""
        participant = self.participants.get(seat_id)
        if participant is not None:
            participant.shoes[turn_id] = shoes_id
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

    def seat_called(self, label: str) -> Seat | None:
        """The seat of that name, if there is one that nobody was asked to leave.

        It may belong to the one who asks: their line died, which the host notices a minute later,
        or the facilitator has put down their name.
        """
        wanted = label.strip().casefold()
        return next(
            (
                seat
                for seat in (self.session.seats if self.session is not None else ())
                if seat.state != "left" and seat.label.casefold() == wanted
            ),
            None,
        )

    async def ask(self, seat: Seat) -> bool:
        """Ask the facilitator whether somebody at the door is the person of that seat."""
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
        """Let somebody in who asks, or do not. False if they have stopped asking."""
        if asking not in self.asking or asking.answer.done():
            return False
        asking.answer.set_result(let_in)
        return True

    def lower_hand(self, seat_id: str) -> bool:
        """Take somebody's hand down. False if it was not up."""
        participant = self.participants.get(seat_id)
        if participant is None or not participant.hand:
            return False
        participant.hand = False
        self.people_changed()
        return True

    def is_theirs(self, transition: Transition) -> bool:
        """Whether it only keeps what somebody types at a screen of their own."""
        return transition.name == "KeepDraft" and any(
            isinstance(record, Draft) and record.seat in self.participants
            for change in transition.changes
            for record in (change.before, change.after)
        )

    def at_own_screen(self, seat_id: str) -> bool:
        """Whether somebody has that seat at a screen of their own, here or away just now."""
        return seat_id in self.participants
