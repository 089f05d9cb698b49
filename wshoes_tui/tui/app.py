"""The app: wiring, moving between screens, and leaving without losing a word."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from threading import Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, ClassVar, ParamSpec, TypeVar

from rich.console import RenderableType
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from wshoes_tui.domain.refusal import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import Speech, _, language_of_environment, many, speech
from wshoes_tui.services.terminals import terminal_of
from wshoes_tui.services.worker import Worker
from wshoes_tui.settings import Settings
from wshoes_tui.tui.driver import TerminalDriver
from wshoes_tui.tui.guard import Guard
from wshoes_tui.tui.keys import BACKGROUND, KeyQueue
from wshoes_tui.tui.line import LineWatch
from wshoes_tui.tui.page import STYLES, Page, PageParts
from wshoes_tui.tui.paint import Painter
from wshoes_tui.tui.start import Start

if TYPE_CHECKING:
    from wshoes_tui.domain.commands import Command
    from wshoes_tui.domain.listing import SessionLine
    from wshoes_tui.domain.models import Session, Transition
    from wshoes_tui.services.desk import Desk
    from wshoes_tui.services.live import DraftKeeper, Live
    from wshoes_tui.services.ports import DeckShelf

P = ParamSpec("P")
R = TypeVar("R")

LEAST_WIDTH, LEAST_HEIGHT = 30, 12
FLUSH_SECONDS = 3.0
TYPED_SECONDS = 1.0
"""How long keys that were typed before a signal may still work after it."""
GLANCE_SECONDS, QUIET_GLANCES = 0.01, 4
SETTLED_SECONDS = 1.5
"""When the first screen stands, whatever the machine: the collector may work from here on."""
STOCK_PAINTING = os.environ.get("WSHOES_PAINT") == "stock"


class Happened(Message):
    """A transition has been kept; sent from the store's thread."""

    def __init__(self, transition: Transition) -> None:
        super().__init__()
        self.transition = transition


class LineIsSlow(Message):
    """The terminal took long to answer; sent from the thread that listens to it."""


class WshoesApp(App[int]):
    """A session, or the way to one, in a terminal."""

    CSS_PATH = STYLES / "base.tcss"
    ENABLE_COMMAND_PALETTE = True
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        settings: Settings,
        start: Start | None = None,
        *,
        open_desk: Callable[[], Desk] | None = None,
        driver_class: Any = None,
    ) -> None:
        super().__init__(driver_class=driver_class, ansi_color=True)
        self.animation_level = "none"
        self._filters.append(Guard())
        self.settings = settings
        self.start = start or Start()
        self.worker = Worker()
        self.speech = Speech()
        self.speech.use(settings.language or language_of_environment(), easy=settings.easy)
        speech.set(self.speech)
        self.live: Live | None = None
        self.keeper: DraftKeeper | None = None
        self.only_looking = ""
        self._desk: Desk | None = None
        self._shelf: DeckShelf | None = None
        self._open_desk = open_desk
        self.first: Live | None = None
        self.place_of_error = ""
        self.parting = ""
        self.terminal = terminal_of(settings)
        self.painter = Painter(self.console._color_system, self.terminal)
        self.line = LineWatch(lambda: self.post_message(LineIsSlow()))
        self.key_queue = KeyQueue(self, super().on_event)

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes wait for their turn; everything else goes its usual way."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self.key_queue.put(event)
        else:
            await super().on_event(event)

    # -- what the screens ask for

    @property
    def easy(self) -> bool:
        """Whether everything is shown in easy words."""
        return self.speech.easy

    @easy.setter
    def easy(self, on: bool) -> None:
        self.speech.use(easy=on)

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

    async def attempt(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R | None:
        """Run work on the store's thread; what goes wrong is said on the screen in a sentence."""
        try:
            return await self.worker.run(work, *args, **kwargs)
        except Refusal as refusal:
            self.say(_(refusal.template, **refusal.words))
        except WshoesError as error:
            self.say(str(error))
        return None

    async def do(self, command: Command) -> Transition | None:
        """Work a command on the session. None, and a sentence on the screen, if it was refused."""
        if self.live is None:
            return None
        if self.only_looking:
            self.say(self.only_looking)
            return None
        transition = await self.attempt(self.live.do, command)
        if transition is not None:
            self.follow()
        return transition

    async def attempt_quietly(self, command: Command) -> None:
        """Work a command and leave the page as it is: the caller shows what follows."""
        if self.live is not None and not self.only_looking:
            await self.attempt(self.live.do, command)

    async def settle(self) -> None:
        """Wait until everything handed to the store so far is kept."""
        await self.worker.run(lambda: None)

    def follow(self) -> None:
        """Let the page show the session as it is now, or make way for the page that does."""
        page = self.page
        if page is not None and page.fits(self.session):
            page.show()
            page.show_keys()
        else:
            self.show_session()

    @property
    def page(self) -> Page | None:
        """The page below whatever lies on top of it."""
        return next((s for s in reversed(self.screen_stack) if isinstance(s, Page)), None)

    def say(self, sentence: str) -> None:
        """One sentence on the screen that is on top."""
        if isinstance(self.screen, PageParts):
            self.screen.say(sentence)

    # -- moving between screens

    async def on_mount(self) -> None:
        """The first screen, or straight into a session."""
        self.set_timer(SETTLED_SECONDS, settle_memory)
        if self.start.kind == "home":
            await self.go_home()
        elif self.first is not None:
            await self.play(self.first)
        else:
            from wshoes_tui.tui.screens.entrance import Entrance

            self.push_screen(Entrance())

    def go(self, page: Screen[Any]) -> None:
        """Show this page in place of the one there is, and of everything on top of it.

        Not awaited: the screen that asks would wait for its own end.
        """
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) == 2:
            self.switch_screen(page)
        else:
            self.push_screen(page)

    async def go_home(self, sentence: str = "") -> None:
        """Let go of the session, if there is one, and show Home."""
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
        if self._desk is not None:
            await self.attempt(self._desk.settle)

    def _happened(self, transition: Transition) -> None:
        self.post_message(Happened(transition))

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
        if self.live is not None:
            self.keep_fields()
            await self.worker.run(self.live.release)
        self.live = None
        self.keeper = None
        self.only_looking = ""

    def keep_fields(self) -> None:
        """Have the words of every field on every screen kept as they stand."""
        for screen in self.screen_stack:
            if isinstance(screen, PageParts):
                screen.keep_fields()

    def show_help(self, scope: str) -> None:
        """What can be done on the screen below."""
        from wshoes_tui.tui.screens.help import Help

        self.push_screen(Help(scope))

    # -- leaving

    async def leave(self, code: int = 0) -> None:
        """Leave the program, everything kept."""
        await self.let_go()
        if self._desk is not None:
            try:
                await self.worker.run(self._desk.settle)
                await self.worker.run(self._desk.store.close)
            except WshoesError as error:
                self.parting = str(error)
        self.exit(code, return_code=code)

    def action_help_quit(self) -> None:
        """Ctrl+C means copy in a field; elsewhere it asks how to leave."""
        self.say(_("To leave: Esc, then q. Nothing is lost."))

    async def action_quit(self) -> None:
        """Textual's own way out takes ours."""
        await self.leave()

    def hang_up(self, number: int) -> None:
        """The terminal or the machine is going: keep the words, give the terminal back, end.

        For a thread of its own: a signal may come in the middle of anything, and the event
        loop may be stuck in front of a terminal that no longer reads. What was typed before
        the signal is waited for, but not for long.
        """
        try:
            self._wait_for_keys()
            self.keep_fields()
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

    def _handle_exception(self, error: Exception) -> None:
        """A fault of ours: keep the words, leave the screen, show no one's story."""
        if self.is_headless:  # a test wants to see it
            super()._handle_exception(error)
            return
        if not self.place_of_error:
            self.place_of_error = place_of(error)
            self.keep_fields()
            self._return_code = 1
        self._close_messages_no_wait()

    # -- painting

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Paint an update by its changed cells; anything else, or on request, as Textual does."""
        idle = renderable is None or self._batch_count or self._closed or not self._running
        if STOCK_PAINTING or self.is_headless or self._driver is None or idle:
            super()._display(screen, renderable)
        elif isinstance(renderable, LayoutUpdate | ChopsUpdate):
            try:
                width, height = screen.outer_size
                written = self.painter.paint(renderable, width, height, self._cursor())
                if written:
                    self._driver.write(written)
                    self._driver.flush()
                    if not self.terminal.slow:
                        self.line.painted(self._driver.write)
            finally:
                self.post_display_hook()
        else:
            self.painter.forget()
            super()._display(screen, renderable)

    def _cursor(self) -> tuple[int, int] | None:
        """Where the terminal's own cursor stands: screen readers follow it."""
        focused = self.focused
        if focused is None or not getattr(focused, "shows_cursor", False):
            return None
        x, y = self.screen.outer_size.clamp_offset(self.cursor_position)
        return x, y

    # -- a window that is too small

    def on_resize(self, event: events.Resize) -> None:
        """Say so while the window is too small to work in; the screen comes back by itself."""
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        told = getattr(self.screen, "tells_too_small", False)
        if small and not told:
            from wshoes_tui.tui.screens.too_small import TooSmall

            self.push_screen(TooSmall())
        elif told and not small:
            self.pop_screen()
        # Whatever a terminal does to its content while its size changes: paint it anew.
        self.painter.forget()
        self.screen.refresh()

    # -- the command palette

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every action of the screen below, by its name."""
        if not isinstance(screen, PageParts):
            return
        from wshoes_tui.tui.commands import keys_of

        for key in keys_of(screen.SCOPE):
            action = getattr(screen, f"action_{key.action}", None)
            if action is not None:
                yield SystemCommand(_(key.label).capitalize(), _(key.what), action)
        from wshoes_tui.tui.manners import commands

        yield from commands(self)

    def action_command_palette(self) -> None:
        """Find anything that can be done, by its name."""
        from wshoes_tui.tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def on_line_is_slow(self) -> None:
        """Be sparing from here on, and say so."""
        from wshoes_tui.tui.manners import slow_line

        slow_line(self, on=True)


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


def place_of(error: BaseException) -> str:
    """The type of an error and the line of ours it came from; never its message."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "wshoes_tui" in code.co_filename:
            place = f"{os.path.basename(code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119
        trace = trace.tb_next
    return f"{type(error).__name__} at {place or 'an unknown place'}"


def run_app(settings: Settings, start: Start) -> int:
    """Run the screens until they are left. Returns the exit status."""
    app = WshoesApp(settings, start, driver_class=TerminalDriver)
    if start.kind == "rehearse":
        # Nothing to wait for: the first card is the first thing on the screen.
        try:
            app.draw_first_card()
        except WshoesError as error:
            sys.stderr.write(f"{error}\n")
            return 1
    signals, told = os.pipe()
    Thread(target=lambda: app.hang_up(os.read(signals, 1)[0]), daemon=True).start()
    for number in (signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, lambda received, _frame: os.write(told, bytes([received])))
    code = app.run(mouse=False)
    app.worker.close()
    if app.parting:
        sys.stderr.write(app.parting + "\n")
        return 1
    if app.place_of_error:
        sys.stderr.write(
            "Something went wrong inside wshoes, and it had to stop "
            f"({app.place_of_error}). Everything that was saved is kept, and what was typed "
            'is kept as a draft. Go on with "wshoes resume".\n'
        )
        return 1
    return (app.return_code or 0) if code is None else code
