"""Protocols of the apps: what a page may ask of the app that shows it.

Pages import these instead of the apps, which import the pages. ``SessionApp`` is every app;
``FacilitatorSessionApp`` and ``SeatSessionApp`` are that of the facilitator and that of one seat.
A page that only one of the two shows has ``ForFacilitator`` or ``ForSeat`` of ``base_screen``
among its base classes. For type checking alone: nothing of this is loaded by the program.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from textual.screen import Screen

    from wshoes_tui.domain.commands import Command
    from wshoes_tui.domain.models import DraftKind, Session, Transition
    from wshoes_tui.first_paint.home_picture import HomeContents
    from wshoes_tui.flow.join_flow import JoinFlow
    from wshoes_tui.hub.participants import Participant
    from wshoes_tui.hub.seat_session import SeatSession
    from wshoes_tui.hub.session_hub import SessionHub
    from wshoes_tui.locale import Speech
    from wshoes_tui.sessions.bootstrap import Opener
    from wshoes_tui.sessions.open_session import Autosave, OpenSession
    from wshoes_tui.sessions.ports import DeckFinder
    from wshoes_tui.sessions.session_library import SessionLibrary
    from wshoes_tui.sessions.store_thread import StoreThread
    from wshoes_tui.settings import Settings
    from wshoes_tui.terminal.capabilities import TerminalCapabilities
    from wshoes_tui.tui.key_queue import FinalKey, KeyQueue
    from wshoes_tui.tui.startup import StartOptions

P = ParamSpec("P")
R = TypeVar("R")


class TerminalApp(Protocol):
    """An app in a terminal that one can choose, as far as that goes."""

    terminal: TerminalCapabilities

    @property
    def screen_stack(self) -> list[Screen[Any]]: ...

    def say(self, sentence: str) -> None: ...
    def use_terminal(self, terminal: TerminalCapabilities) -> None: ...
    def write_to_terminal(self, sequence: str) -> None: ...


class SessionApp(TerminalApp, Protocol):
    """Every app; ``BaseApp``, ``WshoesApp`` and ``SeatApp`` say what each of these does."""

    easy: bool
    autosave: Autosave | None
    facilitates: SessionHub | None
    own_seat: str | None
    final_key: FinalKey
    key_queue: KeyQueue
    speech: Speech
    worker: StoreThread

    @property
    def session(self) -> Session: ...
    @property
    def has_session(self) -> bool: ...
    @property
    def has_unkept(self) -> bool: ...
    @property
    def page(self) -> Any: ...
    @property
    def screen(self) -> Screen[Any]: ...

    async def attempt(
        self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs
    ) -> R | None: ...
    async def do(self, command: Command) -> Transition | None: ...
    async def keep_this(self, command: Command) -> bool: ...
    def ask_words(self, kind: DraftKind, response: str | None = None) -> None: ...
    def follow(self) -> None: ...
    async def go_back(self) -> None: ...
    def keep_fields(self) -> None: ...
    async def leave(self, code: int = 0) -> None: ...
    async def settle(self) -> None: ...
    def show_help(self, scope: str) -> None: ...
    async def trying(self, work: Awaitable[R]) -> R | None: ...
    def action_command_palette(self) -> None: ...

    def pop_screen(self) -> Any: ...
    def push_screen(self, screen: Screen[R]) -> Any: ...
    async def push_screen_wait(self, screen: Screen[R]) -> R | Any: ...


class FacilitatorSessionApp(SessionApp, Protocol):
    """The facilitator's app; ``WshoesApp`` says what each of these does."""

    ends_hosting: bool
    live: OpenSession | None
    opener: Opener
    home_contents: HomeContents | None
    parting: str
    settings: Settings
    start: StartOptions
    unsent: str

    async def attempt_quietly(self, command: Command) -> None: ...
    def deck_library(self) -> DeckFinder: ...
    def go(self, page: Any) -> None: ...
    async def go_home(self, sentence: str = "") -> None: ...
    async def library(self) -> SessionLibrary: ...
    async def play(self, live: OpenSession) -> None: ...
    async def review(self, session_id: str) -> None: ...
    def show_session(self) -> None: ...


class SeatSessionApp(SessionApp, Protocol):
    """The app of one seat; ``SeatApp`` says what each of these does."""

    hub: SessionHub
    join_flow: JoinFlow[Participant]

    @property
    def seated(self) -> SeatSession: ...

    def arrive(self) -> None: ...
    def be_easy(self, *, easy: bool) -> None: ...
    async def next_language(self) -> None: ...
    async def sit(self, participant: Participant) -> None: ...
    def to_plain_lines(self) -> None: ...
    def to_join_page(self) -> None: ...
