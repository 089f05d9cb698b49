"""App of the facilitator: opens sessions, moves between pages, leaves without losing a word."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.message import Message

from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.labels import encoding_told, farewell, first_told
from wshoes_tui.locale import _, language_of_environment
from wshoes_tui.sessions.bootstrap import Opener
from wshoes_tui.settings import Settings
from wshoes_tui.terminal.capabilities import TerminalCapabilities, terminal_of
from wshoes_tui.terminal.encodings import encoding_of
from wshoes_tui.tui.base_app import BaseApp
from wshoes_tui.tui.key_queue import BACKGROUND, Confirmation
from wshoes_tui.tui.screens import page_for
from wshoes_tui.tui.startup import StartOptions
from wshoes_tui.tui.terminal.terminal_driver import LatencyProbe, SlowLineFound

if TYPE_CHECKING:
    from wshoes_tui.domain.commands import Command
    from wshoes_tui.domain.models import Session, Transition
    from wshoes_tui.first_paint.home_picture import HomeContents
    from wshoes_tui.flow.pace_flow import EveningPace
    from wshoes_tui.hub.session_hub import SessionHub
    from wshoes_tui.sessions.open_session import OpenSession
    from wshoes_tui.sessions.ports import DeckFinder
    from wshoes_tui.sessions.session_library import SessionLibrary
    from wshoes_tui.tui.base_screen import Page


class TransitionKept(Message):
    """A transition of this session has been kept; sent from the store's thread."""

    def __init__(self, transition: Transition) -> None:
        super().__init__()
        self.transition = transition


class WshoesApp(BaseApp):
    """App of the facilitator, or of somebody who rehearses alone: Home, and one session at a time.

    Args:
        open_library: opens the session library, where that is not for the settings to say.
        hub: the people at screens of their own, where this is the facilitator's of a host.
        terminal: what the terminal can show, where that is not for the environment to say.
    """

    def __init__(
        self,
        settings: Settings,
        start: StartOptions | None = None,
        *,
        open_library: Callable[[], SessionLibrary] | None = None,
        hub: SessionHub | None = None,
        terminal: TerminalCapabilities | None = None,
        driver_class: Any = None,
    ) -> None:
        self.start = start or StartOptions()
        super().__init__(
            terminal or terminal_of(settings),
            settings.language or language_of_environment(),
            easy=settings.easy,
            worker=hub.worker if hub is not None else None,
            # Styles that come later have all those before them read once more.
            styles=("base",) if self.start.kind == "home" else ("base", "turn"),
            driver_class=driver_class,
        )
        if terminal is None:  # one at the far end of a line of SSH is asked nothing
            self.line = LatencyProbe(lambda: self.post_message(SlowLineFound()))
        self.facilitates = hub
        self.settings = settings
        self.live: OpenSession | None = None
        self.opener = Opener(settings, open_library)
        self.first: OpenSession | None = None
        self.home_contents: HomeContents | None = None
        """What was read for the first page, where that is Home."""
        self.parting = self.farewell = ""
        self.unsent = ""
        """Names that were begun on the page of people, for when it is opened again."""
        self.gave_up = False
        """Whether the program is left without a store, because there was nothing to keep."""
        self._stop_hearing: Callable[[], None] = lambda: None
        self._told = False
        self.ends_hosting = hub is not None
        """Whether leaving ends the session for everybody; not for a facilitator who came by SSH."""
        self.confirmation = Confirmation()
        """That leaving ends the session for everybody, or loses words."""

    @property
    def session(self) -> Session:
        """The session that is being played."""
        return self.open_session.session

    @property
    def pace(self) -> EveningPace:
        """The times of the session that is being played."""
        return self.open_session.pace

    @property
    def open_session(self) -> OpenSession:
        """The session that is being played, with what keeps it."""
        if self.live is None:
            raise RuntimeError("no session is open")
        return self.live

    @property
    def has_session(self) -> bool:
        """Whether a session is being played."""
        return self.live is not None

    @property
    def has_unkept(self) -> bool:
        """Whether the store has not taken some of what was typed."""
        return self.live is not None and bool(self.live.unkept)

    async def library(self) -> SessionLibrary:
        """The session library, opened on the store's thread when first asked for.

        Raises:
            StoreError: nothing can be kept.
        """
        if self.opener.library is not None:
            return self.opener.library
        return await self.worker.run(self.opener.open_library)

    def deck_library(self) -> DeckFinder:
        """The decks; needs no store."""
        return self.opener.deck_library()

    async def do(self, command: Command) -> Transition | None:
        """Work a command on the session. None, and a sentence on the screen, if it was refused."""
        if self.live is None:
            return None
        transition = await self.attempt(self.live.do, command)
        if transition is not None:
            self.follow()
        return transition

    async def keep_this(self, command: Command) -> bool:
        """Keep a lightbulb, a pledge, a topic or a card; a refusal is said on the screen."""
        return await self.do(command) is not None

    async def attempt_quietly(self, command: Command) -> None:
        """Work a command and leave the page as it is: the caller shows what follows."""
        if self.live is not None:
            await self.attempt(self.live.do, command)

    def follow(self) -> None:
        """Let the page show the session as it is now, or make way for the page that does."""
        page = self.page
        if page is None or not page.fits(self.session):
            self.show_session()
        elif page.has_begun:
            page.update_page()
            page.show_keys()
            page.forget_outdated()

    def first_page(self) -> Page:
        """Home, or straight into a session."""
        live = self.first if self.facilitates is None else self.facilitates.live
        if self.start.kind == "home":
            from wshoes_tui.tui.screens.home_screen import HomePage

            return HomePage()
        if live is not None:
            self.hold(live)
            return page_for(live.session)
        if self.start.kind == "choose" or (self.start.kind == "paper" and not self.start.reference):
            from wshoes_tui.tui.screens.decks_screen import DecksPage

            return DecksPage("paper" if self.start.kind == "paper" else "new")
        from wshoes_tui.tui.screens.loading_screens import LoadingPage

        return LoadingPage()

    def on_mount(self) -> None:
        """The first page stands."""
        # A host looks after its memory by itself, and so does a process with many apps in turn.
        if self.facilitates is None and not self.is_headless:
            self.page_collector.begin()
        if self.live is not None:
            self._when_shown(self.live)
        if self.line is not None and not (encoding := encoding_of()).known:
            self.say(encoding_told(encoding))

    async def go_home(self, sentence: str = "") -> None:
        """Let go of the session, if there is one, and show Home. A host has none: it ends."""
        if self.facilitates is not None:
            await self.leave()
            return
        from wshoes_tui.tui.screens.home_screen import HomePage

        told = await self._put_words_away()
        if told is None:
            return
        await self.let_go()
        self.go(HomePage(sentence or told))

    async def go_back(self) -> None:
        """One screen back: off the stack, or Home."""
        if len(self.screen_stack) > self.least_screens:
            self.pop_screen()
        else:
            await self.go_home()

    async def play(self, live: OpenSession) -> None:
        """Take up a session, wherever it stands."""
        if await self._put_words_away() is None:
            return
        await self.let_go()
        if self.facilitates is not None and self.facilitates.live is not live:
            await self.facilitates.take_up(live)
        self.hold(live)
        self.show_session()
        self._when_shown(live)

    async def review(self, session_id: str) -> None:
        """Show the review of a session; take it up first where it is not the open one."""
        from wshoes_tui.tui.screens.loading_screens import take_up
        from wshoes_tui.tui.screens.review_screen import ReviewPage

        if not self.has_session or self.session.id != session_id:
            await take_up(self, session_id)
        if self.has_session and self.session.id == session_id:
            self.push_screen(ReviewPage())

    def hold(self, live: OpenSession) -> None:
        """Make this the open session, to be let go of with ``let_go``."""
        from wshoes_tui.sessions.open_session import Autosave

        self.live = live
        self.autosave = Autosave(live, self.worker, self._draft_failed)
        if self.facilitates is not None:
            self._stop_hearing = self.facilitates.watch(self._heard)
        live.listen(self._happened)

    def _when_shown(self, live: OpenSession) -> None:
        # The card stands on the screen before the store is open: opening it takes longer.
        self.call_after_refresh(self.run_worker, self._settle_library(), group=BACKGROUND)
        if told := first_told(live.session, len(live.damaged)):
            self.call_after_refresh(self.say, told)

    def show_session(self) -> None:
        """Show the screen for where the session stands."""
        self.go(page_for(self.session))

    async def _settle_library(self) -> None:
        library = self.opener.library
        if library is None:
            return
        if (opening := library.begin_opening()) is not None:
            # Not on the store's thread: who leaves now would have to wait there.
            await asyncio.gather(asyncio.wrap_future(opening), return_exceptions=True)
        await self.attempt(library.settle)

    def _happened(self, transition: Transition) -> None:
        if self.facilitates is None or not self.facilitates.is_seat_draft(transition):
            self.post_message(TransitionKept(transition))

    def _heard(self, _transition: Transition | None) -> None:
        if not self._told:
            self._told = True
            self.call_later(self._show_changed_seats)

    def _show_changed_seats(self) -> None:
        self._told = False
        if self.live is not None:
            self.follow()

    def on_slow_line_found(self) -> None:
        """Be sparing from here on, and say so."""
        from wshoes_tui.tui.screens.palette_entries import slow_line

        slow_line(self, on=True)

    def on_transition_kept(self, message: TransitionKept) -> None:
        """The store has kept something; on the way out there may be no session any more."""
        page = self.page
        if page is not None and page.has_begun and self.live is not None:
            page.happened(message.transition)

    def _draft_failed(self, error: Exception) -> None:
        from wshoes_tui.sessions.open_session import NOT_KEPT_YET

        sentence = str(error) if isinstance(error, Refusal | WshoesError) else ""
        self.call_from_thread(self.say, sentence or _(NOT_KEPT_YET))

    async def let_go(self) -> None:
        """Keep what stands in the fields and let another copy have the session."""
        self._stop_hearing()
        self._stop_hearing = lambda: None
        if self.live is not None:
            self.keep_fields()
            if self.facilitates is None:  # a host keeps it for the others
                await self.worker.run(self.live.leave)
        self.live = self.autosave = None

    async def leave(self, code: int = 0) -> None:
        """Leave the program, everything kept. With people at their screens, it asks once more."""
        hub = self.facilitates
        others = hub is not None and any(one.end for one in hub.participants.values())
        if self.ends_hosting and others and not self.confirmation.given("leave"):
            self.say(_("People are at their screens. Leaving ends it for them. Once more: leave."))
            return
        if (told := await self._put_words_away()) is None:
            return
        self.parting = self.parting or told
        self.farewell = farewell(self.session) if self.live and hub is None else ""
        await self.let_go()
        library = self.opener.library
        if library is not None and self.facilitates is None:
            try:
                self.gave_up = await self.worker.run(library.give_up)
                if not self.gave_up:
                    await self.worker.run(library.settle)
                    await self.worker.run(library.store.close)
            except WshoesError as error:
                self.parting = f"{error} {told}".strip()
        self.exit(code, return_code=code)

    async def _put_words_away(self) -> str | None:
        """A sentence on where the words are that the store did not take; empty if all are kept.

        None, with a sentence on the screen, where they stand on it alone: not to be left yet.
        """
        if self.live is None or (self.facilitates is not None and not self.ends_hosting):
            return ""
        self.keep_fields()
        await self.settle()
        if not self.live.unkept:
            return ""
        from wshoes_tui.sessions.unsaved_words import ONLY_HERE, put_away, where_told

        try:
            path = await self.worker.run(put_away, self.live, self.settings.data)
        except WshoesError:
            if self.confirmation.given("words are lost"):
                return ""
            self.say(_(ONLY_HERE))
            return None
        return "" if path is None else where_told(path)
