"""Join stage of a seat: a name, what is kept, and in; or back to the seat that somebody has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, Protocol, TypeVar

from wshoes_tui.domain.models import Seat, Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.action_types import JoinStep
from wshoes_tui.flow.blocks import Blocks, QuestionBlock, TextBlock
from wshoes_tui.flow.labels import READ_AGAIN
from wshoes_tui.flow.promises import consent_rules, consent_sentences
from wshoes_tui.limits import MOST_OF_A_NAME
from wshoes_tui.locale import N_, _

ParticipantT = TypeVar("ParticipantT")

NOT_LET_IN = N_("The facilitator could not let you in to that seat.")


def is_it_yours(seat: Seat) -> str:
    """What somebody is asked who wants to be called like a seat that there is."""
    name = one_line(seat.label)
    if seat.state == "away":
        return _("A seat called {name} is empty just now. Is it yours?", name=name)
    return _(
        "There is a seat called {name}. Is it yours? Your line may have broken off.", name=name
    )


class JoinHub(Protocol[ParticipantT]):
    """What somebody who joins can do with a session and the others."""

    @property
    def session(self) -> Session | None:
        """The session as it is now, if there is one yet."""

    def seat_called(self, label: str) -> Seat | None:
        """The seat of that name that somebody may have."""

    async def join(self, label: str) -> ParticipantT:
        """A new seat."""

    async def ask(self, seat: Seat) -> bool:
        """Ask the facilitator whether somebody is the person of that seat."""

    async def come_back(self, seat_id: str) -> ParticipantT:
        """The person of that seat is here again."""

    async def new_key(self, participant: ParticipantT) -> str:
        """A key for somebody whose old one is lost."""


class JoinOutcome(NamedTuple, Generic[ParticipantT]):
    """What came of agreeing: somebody with a seat, or what there is to tell at the next step."""

    participant: ParticipantT | None = None
    told: TextBlock | None = None


class JoinFlow(Generic[ParticipantT]):
    """Where somebody is before they have a seat.

    Args:
        hub: the session and the others.
        easy: whether the consent card is told in easy words.
        name: what they might be called; without one, a number is their name.
    """

    def __init__(
        self, hub: JoinHub[ParticipantT], easy: Callable[[], bool], name: str = ""
    ) -> None:
        self.step: JoinStep = "name"
        self.theirs: Seat | None = None
        """The seat of the name they chose, which may be their own."""
        self._hub = hub
        self._easy = easy
        self._read: object = None
        self.take_name(name)

    def take_name(self, text: str) -> None:
        """What they want to be called."""
        self.name = " ".join(text.split())[:MOST_OF_A_NAME]

    def blocks(self) -> Blocks:
        """What stands at this step."""
        session = self._hub.session
        match self.step:
            case "name":
                title = one_line(session.header.title) if session is not None else ""
                yield TextBlock("Session", title or "wshoes", "")
                yield TextBlock("Notice", _("Welcome."), self._welcome())
            case "wait":
                yield TextBlock(
                    "Notice",
                    _(
                        "The facilitator is choosing the cards. You come in by yourself when it "
                        "is time."
                    ),
                    _("The facilitator is choosing the cards. You come in when it is time."),
                )
            case "consent" if session is not None:
                yield TextBlock("Step", _("What is kept of what you say"))
                for sentence in consent_sentences(session, easy=self._easy(), apart=True):
                    yield TextBlock("Consent", sentence)
            case "taken" if self.theirs is not None:
                yield TextBlock("Notice", is_it_yours(self.theirs))
            case _:
                yield TextBlock("Notice", _("The facilitator has been asked. One moment ..."))

    def _welcome(self) -> str:
        if self.name:
            return _("Welcome. Press Enter to go in.")
        return _(
            "Welcome. Press n to type what you want to be called, or Enter to be called by a "
            "number."
        )

    def question(self) -> QuestionBlock:
        """What may be typed in plain lines; screens have keys for it."""
        return QuestionBlock(self._question())

    def _question(self) -> str:
        match self.step:
            case "name" if self.name:
                return _(
                    "What do you want to be called? Type it, or /go to be {name}. /lang and "
                    "/easy change how you are spoken to.",
                    name=one_line(self.name),
                )
            case "name":
                return _(
                    "What do you want to be called? Type it, or /go to be called by a number. "
                    "/lang and /easy change how you are spoken to."
                )
            case "consent":
                return _("Do you agree? Type yes, or /go. /back is for another name.")
            case "taken":
                return _(
                    "/mine asks the facilitator to let you in. If you have your own key: /leave, "
                    "come again, and type it as the code. Somebody else types another name."
                )
            case _:
                return _("Wait here: it goes on by itself. /leave ends.")

    def go_in(self) -> None:
        """From the name to what is kept; where there is no session yet, wait for it."""
        self.step = "wait" if self._hub.session is None else "consent"
        self.begin_reading()

    def follow(self) -> bool:
        """Go on where the session has begun that somebody waited for. Whether it has."""
        if self.step != "wait" or self._hub.session is None:
            return False
        self.go_in()
        return True

    def back(self) -> None:
        """To the name."""
        self.step, self.theirs = "name", None

    def begin_reading(self) -> None:
        """The consent card is read from here on as it is now."""
        self._read = self._rules

    @property
    def _rules(self) -> object:
        session = self._hub.session
        return consent_rules(session) if session is not None else None

    @property
    def consent_has_changed(self) -> bool:
        """Whether the consent card is another one than was begun to be read."""
        return self.step == "consent" and self._read != self._rules

    async def agree(self) -> JoinOutcome[ParticipantT]:
        """Take a seat, or ask whether the one of that name is theirs.

        Raises:
            Refusal: there is no such seat to be had; it begins with the name again.
            StoreError: it could not be kept.
        """
        if self.consent_has_changed:
            self.begin_reading()
            return JoinOutcome(told=TextBlock("Notice", _(READ_AGAIN)))
        self.theirs = self._hub.seat_called(self.name)
        if self.theirs is not None:
            self.step = "taken"
            return JoinOutcome()
        try:
            return JoinOutcome(await self._hub.join(self.name))
        except Refusal:
            self.back()
            raise

    async def ask_for_seat(self) -> bool:
        """Ask the facilitator whether the seat of that name is theirs."""
        if self.theirs is None:
            return False
        self.step = "asking"
        let_in = await self._hub.ask(self.theirs)
        if not let_in:
            self.step = "taken"
        return let_in

    async def take_seat_back(
        self, hold: Callable[[ParticipantT], None] = lambda _participant: None
    ) -> ParticipantT:
        """Have the seat that the facilitator has let them in to, and a new key for it.

        Args:
            hold: is told of them as soon as they have the seat, before the key is made.

        Raises:
            Refusal: there is no such seat any more.
        """
        participant = await self._hub.come_back(self.theirs.id if self.theirs is not None else "")
        hold(participant)
        await self._hub.new_key(participant)
        return participant
