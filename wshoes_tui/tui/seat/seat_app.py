"""App of one seat: joining, the session, and leaving without losing a word."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.message import Message

from wshoes_tui.domain.commands import Command
from wshoes_tui.domain.models import Session, Transition
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.join_flow import JoinFlow
from wshoes_tui.flow.questions import SEAT_KEPT
from wshoes_tui.hub.participants import Participant
from wshoes_tui.hub.seat_session import SeatSession
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.locale import LANGUAGES, _
from wshoes_tui.sessions.open_session import NOT_KEPT_YET
from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.tui.base_app import BaseApp
from wshoes_tui.tui.base_screen import Page
from wshoes_tui.tui.seat.seat_screen import SeatPage

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import SeatSessionApp


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody, and how they want it.

    Args:
        terminal: what their terminal can show.
        language: how they are spoken to at first.
        easy: whether in easy words.
        suggestion: what they might be called.
        seat: the seat they come back to; None for somebody new.
        participant: who it is already, where only the face changes.
        remember: is told when they sit down, and of the language and reading level they choose.
    """

    terminal: TerminalCapabilities
    language: str
    easy: bool = False
    suggestion: str = ""
    seat: str | None = None
    participant: Participant | None = None
    remember: Callable[[SeatApp], None] = lambda _app: None


OF_PEOPLE = ("Join", "Attend", "HandIn")
"""What others do that changes nothing here but who is named and how many are counted."""
SETTLING_SECONDS, LONGEST_SETTLING_SECONDS = 0.5, 2.5
"""People are told of once nobody came or went for so long: thirty may come at once."""


class SeatNews:
    """Debouncer of news for a screen: tells once that something is new, until that is shown.

    It tells at once what is done; who comes and goes only once that settles.
    """

    def __init__(self, tell: Callable[[], object]) -> None:
        self._tell = tell
        self.told = False
        """Whether something was told that is not shown yet; as long as it is, nothing is told."""
        self._people: tuple[float, float] | None = None
        """When the first and the last of those came or went who are still to be told of."""

    def hear(self, transition: Transition | None) -> None:
        """Something was done; None if it is about people."""
        if self.told:
            return
        if transition is not None and transition.name not in OF_PEOPLE:
            self._tell_now()
            return
        now = monotonic()
        if self._people is None:
            self._people = now, now
            self._look_in(SETTLING_SECONDS)
        else:
            self._people = self._people[0], now

    def _look_in(self, seconds: float) -> None:
        asyncio.get_running_loop().call_later(seconds, self._tell_of_people)

    def _tell_of_people(self) -> None:
        if self._people is None:  # told with something else
            return
        first, last = self._people
        wait = min(first + LONGEST_SETTLING_SECONDS, last + SETTLING_SECONDS) - monotonic()
        if wait > 0:
            self._look_in(wait)
        else:
            self._tell_now()

    def _tell_now(self) -> None:
        self._people = None
        if not self.told:
            self.told = True
            self._tell()


TO_PLAIN = 10
"""The exit code of somebody who would rather have plain lines."""


class Heard(Message):
    """Something has happened in the session, or to the people in it."""


class Ended(Message):
    """This app is to end, with a sentence for the participant."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class DraftKept(Message):
    """What was typed is kept, or the sentence says why not; sent from the store's thread."""

    def __init__(self, sentence: str = "") -> None:
        super().__init__()
        self.sentence = sentence


class SeatApp(BaseApp):
    """App of one participant, at a terminal of their own.

    Args:
        hub: the session and the others.
        come: who sits here.
        waits: whether nobody has come yet: then it shows the page to join until ``welcome``.
        driver_class: what drives the terminal.
    """

    def __init__(
        self, hub: SessionHub, come: Arrival, *, waits: bool = False, driver_class: Any = None
    ) -> None:
        super().__init__(
            come.terminal,
            come.language,
            easy=come.easy,
            worker=hub.worker,
            styles=("base", "turn"),
            driver_class=driver_class,
        )
        self.hub = hub
        self.join_flow = JoinFlow(hub, lambda: self.easy, come.suggestion)
        self.seat_session: SeatSession | None = None
        self.parting = ""
        self._come = come
        self._waits = waits
        self._news = SeatNews(lambda: self.post_message(Heard()))
        self._stop_listening: Callable[[], None] = lambda: None
        self._seat_page = SeatPage()

    def first_page(self) -> Page:
        """The page of the seat: the only one there is, most of the time."""
        return self._seat_page

    @property
    def session(self) -> Session:
        """The session as it may be seen from this seat."""
        return self.seated.session

    @property
    def has_session(self) -> bool:
        """Whether somebody sits here."""
        return self.seat_session is not None

    @property
    def seated(self) -> SeatSession:
        """The sitting, once there is one."""
        if self.seat_session is None:
            raise RuntimeError("nobody sits here yet")
        return self.seat_session

    async def do(self, command: Command) -> Transition | None:
        """Work a command of this seat; a refusal is said on the screen."""
        return await self.trying(self.seated.do(command))

    async def keep_this(self, command: Command) -> bool:
        """Keep a lightbulb, a pledge, a topic or a card; a refusal is said on the screen."""
        return await self.trying(self.seated.keep_this(command)) is not None

    def follow(self) -> None:
        """Let the page show how things are now."""
        page = self.page
        if page is not None and page.has_begun:
            page.update_page()
            page.show_keys()
            page.forget_outdated()

    def arrive(self) -> None:
        """Show the page to join, or the seat of somebody who is known."""
        if self._waits:
            self._seat_page.stand_at("joining")
        else:
            self._receive()

    @property
    def stands_ready(self) -> bool:
        """Whether the join page waits for somebody to come."""
        return self._waits and self._seat_page.stage == "joining"

    def welcome(self, come: Arrival) -> None:
        """Somebody has come to the seat that stood ready.

        Only says so: what follows is done in the app's own time, and in its own context.
        """
        self._waits = False
        self._come = come
        self.join_flow.take_name(come.suggestion)
        self.call_later(self._make_theirs)

    def _make_theirs(self) -> None:
        self.speech.use(self._come.language, easy=self._come.easy)
        self.use_terminal(self._come.terminal)
        self._receive()

    def _receive(self) -> None:
        self._stop_listening = self.hub.listen(self._news.hear)
        if self._come.participant is None and self._come.seat is None:
            self._seat_page.stand_at("joining")
        else:
            self._seat_page.stand_at("arriving")
            self.call_later(self._return)

    async def _return(self) -> None:
        participant = self._come.participant
        if participant is None and self._come.seat is not None:
            participant = await self.trying(self.hub.come_back(self._come.seat))
        if participant is not None:
            await self.sit(participant)
        else:
            self._seat_page.stand_at("joining")

    async def sit(self, participant: Participant) -> None:
        self.seat_session = SeatSession(
            self.hub, participant, self.speech, self._failed, self._have_kept
        )
        self.autosave, self.own_seat = self.seat_session.autosave, participant.seat
        await self.hub.learn(self.speech.language)
        self._remember()
        self.pop_to_page()
        self._seat_page.sit_down()
        self.hub.attach_screen(participant, self.end)

    def to_join_page(self) -> None:
        """Choose again under which name to go in."""
        self.pop_to_page()
        self.join_flow.back()
        self._seat_page.stand_at("joining")

    async def speak(self, language: str) -> None:
        """Speak this language from here on, and tell cards in it where they are translated."""
        self.speech.use(language)
        await self.hub.learn(self.speech.language)
        self._remember()
        self.follow()

    async def next_language(self) -> None:
        """The next of the languages that the program speaks."""
        now = LANGUAGES.index(self.speech.language)
        await self.speak(LANGUAGES[(now + 1) % len(LANGUAGES)])

    def be_easy(self, *, easy: bool) -> None:
        """Easy words, or full ones."""
        self.easy = easy
        self._remember()
        self.follow()

    def _remember(self) -> None:
        if self.seat_session is not None:
            self._come.remember(self)

    def to_plain_lines(self) -> None:
        """Go on in plain lines."""
        self.keep_fields()
        self.exit(TO_PLAIN, return_code=0)

    def end(self, sentence: str) -> None:
        """End this screen: the person is elsewhere, or was asked to leave.

        Only posts: it is called from other people's screens, where this app is not the one.
        """
        self.post_message(Ended(sentence))

    async def on_ended(self, message: Ended) -> None:
        """Keep what stands in the fields, and go."""
        self.parting = _(message.sentence) if message.sentence else ""
        self.keep_fields()
        await self.settle()
        self.exit(0, return_code=0)

    async def line_lost(self) -> None:
        """The line is gone: keep what stands in the fields, and go."""
        await self.on_ended(Ended(""))

    async def leave(self, code: int = 0) -> None:
        """Leave, everything kept. The seat waits."""
        self.keep_fields()
        await self.settle()
        if self.seat_session is not None and self.session.state != "closed":
            self.parting = _(SEAT_KEPT)
        self.exit(code, return_code=code)

    def stop_listening(self) -> None:
        """Hear of nothing any more; called when the app has ended."""
        self._stop_listening()
        self._stop_listening = lambda: None
        self._news.told = True  # nor are pages told that are gone

    async def on_heard(self) -> None:
        """Show how things are now."""
        self._news.told = False  # what comes from here on is new
        await self.hub.learn(self.speech.language)
        self.follow()

    def _have_kept(self) -> None:
        if getattr(self.page, "waits_to_be_kept", False):
            self.post_message(DraftKept())

    def on_draft_kept(self, message: DraftKept) -> None:
        """What stands in the field is kept, or it is said why not."""
        tell_kept = getattr(self.page, "tell_kept", None)
        if message.sentence:
            self.say(message.sentence)
        elif tell_kept is not None:
            tell_kept()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Refusal):  # the group went on while a letter was on its way
            return
        sentence = str(error) if isinstance(error, WshoesError) else ""
        self.post_message(DraftKept(sentence or _(NOT_KEPT_YET)))


if TYPE_CHECKING:

    def _conforms(app: SeatApp) -> SeatSessionApp:
        return app
