"""The app: wiring, moving between screens, and leaving without losing a word."""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import Callable, Sequence
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from textual.message import Message

from wshoes_tui.domain.refusal import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import _, language_of_environment, many
from wshoes_tui.services.terminals import Terminal, terminal_of
from wshoes_tui.settings import Settings
from wshoes_tui.tui.driver import TerminalDriver
from wshoes_tui.tui.face import Face
from wshoes_tui.tui.keys import BACKGROUND
from wshoes_tui.tui.line import LineWatch
from wshoes_tui.tui.start import Start

if TYPE_CHECKING:
    from wshoes_tui.domain.commands import Command
    from wshoes_tui.domain.listing import SessionLine
    from wshoes_tui.domain.models import Session, Transition
    from wshoes_tui.services.circle import Circle
    from wshoes_tui.services.desk import Desk
    from wshoes_tui.services.live import Live
    from wshoes_tui.services.ports import DeckShelf

FLUSH_SECONDS = 3.0
TYPED_SECONDS = 1.0
"""How long keys that were typed before a signal may still work after it."""
GLANCE_SECONDS, QUIET_GLANCES = 0.01, 4
SETTLED_SECONDS = 1.5
"""When the first screen stands, whatever the machine: the collector may work from here on."""


class Happened(Message):
    """A transition has been kept; sent from the store's thread."""

    def __init__(self, transition: Transition) -> None:
        super().__init__()
        self.transition = transition


class LineIsSlow(Message):
    """The terminal took long to answer; sent from the thread that listens to it."""


class PeopleChanged(Message):
    """Something has happened at other screens."""


class WshoesApp(Face):
    """A session, or the way to one, in a terminal.

    Args:
        settings: what the run was told.
        start: what it begins with.
        open_desk: opens the desk where that is not for the settings to say.
        circle: the people at screens of their own, where this is the facilitator's of a host.
        terminal: what the terminal can show, where that is not for the environment to say.
        driver_class: what drives the terminal.
    """

    def __init__(
        self,
        settings: Settings,
        start: Start | None = None,
        *,
        open_desk: Callable[[], Desk] | None = None,
        circle: Circle | None = None,
        terminal: Terminal | None = None,
        driver_class: Any = None,
    ) -> None:
        self.start = start or Start()
        super().__init__(
            terminal or terminal_of(settings),
            settings.language or language_of_environment(),
            easy=settings.easy,
            worker=circle.worker if circle is not None else None,
            # Styles that come later have all those before them read once more.
            styles=("base",) if self.start.kind == "home" else ("base", "turn"),
            driver_class=driver_class,
        )
        if terminal is None:  # one at the far end of a line of SSH is asked nothing
            self.line = LineWatch(lambda: self.post_message(LineIsSlow()))
        self.facilitates = circle
        self.settings = settings
        self.live: Live | None = None
        self.only_looking = ""
        self._desk: Desk | None = None
        self._shelf: DeckShelf | None = None
        self._open_desk = open_desk
        self.first: Live | None = None
        self.parting = ""
        self.gave_up = False
        """Whether the program is left without a store, because there was nothing to keep."""
        self._stop_hearing: Callable[[], None] = lambda: None
        self._told = False
        self.ends_hosting = circle is not None
        """Whether leaving ends the session for everybody; not for a facilitator who came by SSH."""
        self._asked_to_end = False

    # -- what the screens ask for

    @property
    def session(self) -> Session:
        """The session that is being played."""
        if self.live is None:
            raise RuntimeError("no session is open")
        return self.live.session

    async def desk(self) -> Desk:
        """The desk, opened on the store's thread when first asked for.

        Raises:
            StoreError: nothing can be kept.
        """
        if self._desk is None:
            self._desk = await self.worker.run(self._make_desk)
        return self._desk

    def draw_first_card(self) -> None:
        """Open the session before the screen is taken over.

        Raises:
            WshoesError: there is no such deck, or nothing can be kept.
        """
        from wshoes_tui.tui.screens.entrance import open_live

        self._desk = self._make_desk()
        self.first = open_live(self._desk, self.start, self.settings)

    async def session_lines(self) -> Sequence[SessionLine]:
        """All sessions for a list; from the store itself only where it is open, or must be.

        Raises:
            StoreError: nothing can be kept or read.
        """
        if self._desk is None and self._open_desk is None:
            from wshoes_tui.services.wiring import quick_sessions

            lines = await self.worker.run(quick_sessions, self.settings)
            if lines is not None:
                await self.worker.run(self.settings.data.make)
                return lines
        desk = await self.desk()
        return await self.worker.run(desk.store.sessions)

    def _make_desk(self) -> Desk:
        if self._open_desk is not None:
            return self._open_desk()
        from wshoes_tui.services.wiring import open_late_desk

        return open_late_desk(self.settings)

    def shelf(self) -> DeckShelf:
        """The decks; needs no store."""
        if self._desk is not None:
            return self._desk.shelf
        if self._shelf is None:
            from wshoes_tui.services.wiring import open_shelf

            self._shelf = open_shelf(self.settings)
        return self._shelf

    async def do(self, command: Command) -> Transition | None:
        """Work a command on the session. None, and a sentence on the screen, if it was refused."""
        if self.live is None:
            return None
        if self.only_looking:
            self.say(self.only_looking)
            return None
        if self.facilitates is not None:
            command = self.facilitates.fitted(command)
        transition = await self.attempt(self.live.do, command)
        if transition is not None:
            self.follow()
        return transition

    async def attempt_quietly(self, command: Command) -> None:
        """Work a command and leave the page as it is: the caller shows what follows."""
        if self.live is not None and not self.only_looking:
            await self.attempt(self.live.do, command)

    def follow(self) -> None:
        """Let the page show the session as it is now, or make way for the page that does."""
        page = self.page
        if page is not None and page.fits(self.session):
            page.show()
            page.show_keys()
        else:
            self.show_session()

    # -- moving between screens

    async def on_mount(self) -> None:
        """The first screen, or straight into a session."""
        self.set_timer(SETTLED_SECONDS, settle_memory)
        if self.start.kind == "home":
            await self.go_home()
        elif self.facilitates is not None and self.facilitates.live is not None:
            await self.play(self.facilitates.live)
        elif self.start.kind == "choose":
            from wshoes_tui.tui.screens.decks import DecksPage

            self.push_screen(DecksPage("new"))
        elif self.first is not None:
            await self.play(self.first)
        else:
            from wshoes_tui.tui.screens.entrance import Entrance

            self.push_screen(Entrance())

    async def go_home(self, sentence: str = "") -> None:
        """Let go of the session, if there is one, and show Home. A host has none: it ends."""
        if self.facilitates is not None:
            await self.leave()
            return
        from wshoes_tui.tui.screens.home import HomePage

        await self.let_go()
        self.go(HomePage(sentence))

    async def go_back(self) -> None:
        """One screen back: off the stack, or Home."""
        if len(self.screen_stack) > 2:
            self.pop_screen()
        else:
            await self.go_home()

    async def play(self, live: Live, only_looking: str = "") -> None:
        """Take up a session, wherever it stands."""
        from wshoes_tui.services.live import DraftKeeper

        await self.let_go()
        self.live = live
        self.only_looking = only_looking
        self.keeper = DraftKeeper(live, self.worker, self._draft_failed)
        self._stop_hearing()
        if self.facilitates is not None:
            if self.facilitates.live is not live:
                await self.facilitates.take_up(live)
            self._stop_hearing = self.facilitates.watch(self._heard)
        live.listen(self._happened)
        self.show_session()
        # The card stands on the screen before the store is open: opening it takes longer.
        self.call_after_refresh(self.run_worker, self._settle_desk(), group=BACKGROUND)
        if live.damaged:
            self.call_after_refresh(self.say, damage_told(len(live.damaged)))

    def show_session(self) -> None:
        """Show the screen for where the session stands."""
        from wshoes_tui.tui.screens import page_for

        self.go(page_for(self.session))

    async def _settle_desk(self) -> None:
        if self._desk is None:
            return
        if (opening := self._desk.begin()) is not None:
            # Not on the store's thread: who leaves now would have to wait there.
            await asyncio.gather(asyncio.wrap_future(opening), return_exceptions=True)
        await self.attempt(self._desk.settle)

    def _happened(self, transition: Transition) -> None:
        if self.facilitates is None or not self.facilitates.is_theirs(transition):
            self.post_message(Happened(transition))

    def _heard(self, _transition: Transition | None) -> None:
        if not self._told:
            self._told = True
            self.post_message(PeopleChanged())

    def on_people_changed(self) -> None:
        """Show what came of other screens."""
        self._told = False
        if self.live is not None:
            self.follow()

    def on_line_is_slow(self) -> None:
        """Be sparing from here on, and say so."""
        from wshoes_tui.tui.manners import slow_line

        slow_line(self, on=True)

    def on_happened(self, message: Happened) -> None:
        """The store has kept something; on the way out there may be no session any more."""
        page = self.page
        if page is not None and self.live is not None:
            page.happened(message.transition)

    def _draft_failed(self, error: Exception) -> None:
        sentence = str(error) if isinstance(error, Refusal | WshoesError) else ""
        self.call_from_thread(self.say, sentence or _("These words could not be kept yet."))

    async def let_go(self) -> None:
        """Keep what stands in the fields and let another copy have the session."""
        self._stop_hearing()
        self._stop_hearing = lambda: None
        if self.live is not None:
            self.keep_fields()
            if self.facilitates is None:  # a host keeps it for the others
                await self.worker.run(self.live.release)
        self.live = None
        self.keeper = None
        self.only_looking = ""

    # -- leaving

    async def leave(self, code: int = 0) -> None:
        """Leave the program, everything kept. With people at their screens, it asks once more."""
        if self.ends_hosting and not self._asked_to_end and self._others():
            self._asked_to_end = True
            self.say(_("People are at their screens. Leaving ends it for them. q again: leave"))
            return
        await self.let_go()
        if self._desk is not None and self.facilitates is None:
            try:
                self.gave_up = await self.worker.run(self._desk.give_up)
                if not self.gave_up:
                    await self.worker.run(self._desk.settle)
                    await self.worker.run(self._desk.store.close)
            except WshoesError as error:
                self.parting = str(error)
        self.exit(code, return_code=code)

    def _others(self) -> bool:
        circle = self.facilitates
        return circle is not None and any(member.end for member in circle.members.values())

    def hang_up(self, number: int) -> None:
        """The terminal or the machine is going: keep the words, give the terminal back, end.

        For a thread of its own: a signal may come in the middle of anything, and the event
        loop may be stuck in front of a terminal that no longer reads. What was typed before
        the signal is waited for, but not for long.
        """
        try:
            self._wait_for_keys()
            self.keep_fields()
            if self._desk is not None:
                self.worker.submit(self._desk.settle)
            self.worker.flush(FLUSH_SECONDS)
        finally:
            if isinstance(self._driver, TerminalDriver):
                self._driver.restore_now()
            os._exit(128 + number)

    def _wait_for_keys(self) -> None:
        until = monotonic() + TYPED_SECONDS
        quiet = 0
        while quiet < QUIET_GLANCES and monotonic() < until:
            sleep(GLANCE_SECONDS)
            quiet = quiet + 1 if self._all_is_typed() else 0

    def _all_is_typed(self) -> bool:
        if not self.key_queue.idle or not self._message_queue.empty():
            return False
        return not (isinstance(self._driver, TerminalDriver) and self._driver.has_unread)


def settle_memory() -> None:
    """Leave what was loaded for good out of every later collection."""
    gc.enable()
    gc.freeze()


def damage_told(count: int) -> str:
    """What to say of records that are not as they were written."""
    return many(
        "{count} part of this session is damaged and left out. The rest is safe. "
        "Export it, and keep the data folder as it is.",
        "{count} parts of this session are damaged and left out. The rest is safe. "
        "Export it, and keep the data folder as it is.",
        count,
    )
