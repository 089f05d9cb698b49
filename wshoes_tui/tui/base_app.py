"""What every app of ours is, whoever sits there: keys in order, few bytes, no traceback."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, ParamSpec, TypeVar

from rich.console import RenderableType
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen
from textual.theme import Theme

from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import Speech, _, speech
from wshoes_tui.sessions.store_thread import StoreThread
from wshoes_tui.terminal.capabilities import LEAST_HEIGHT, LEAST_WIDTH, TerminalCapabilities
from wshoes_tui.tui.base_screen import STYLES, Page, PageParts
from wshoes_tui.tui.content import ControlFilter
from wshoes_tui.tui.key_queue import FinalKey, KeyQueue, is_text
from wshoes_tui.tui.terminal.input_parser import too_long_told
from wshoes_tui.tui.terminal.latency_probe import LatencyProbe
from wshoes_tui.tui.terminal.painter import Painter
from wshoes_tui.tui.textual_patches import apply_patches
from wshoes_tui.tui.textual_patches.task_factory import begin_in_turn

if TYPE_CHECKING:
    from wshoes_tui.domain.commands import Command
    from wshoes_tui.domain.models import Session, Transition
    from wshoes_tui.hub.session_hub import SessionHub
    from wshoes_tui.sessions.open_session import Autosave

P = ParamSpec("P")
R = TypeVar("R")

apply_patches()

STOCK_PAINTING = os.environ.get("WSHOES_PAINT") == "stock"


class BaseApp(App[int], inherit_css=False):
    """A session, or a seat in one, in a terminal.

    Args:
        terminal: what the terminal in front of it can show.
        language: a tag; the interface speaks the nearest language it knows.
        easy: whether it begins in easy words.
        worker: the thread on which everything is kept; its own where none is given.
        styles: names of the style sheets that are read at once.
        driver_class: what drives the terminal.
    """

    ENABLE_COMMAND_PALETTE = True
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        terminal: TerminalCapabilities,
        language: str,
        *,
        easy: bool = False,
        worker: StoreThread | None = None,
        styles: Sequence[str] = ("base",),
        driver_class: Any = None,
    ) -> None:
        super().__init__(
            driver_class, [STYLES / f"{name}.tcss" for name in styles], ansi_color=True
        )
        self.animation_level = "none"
        # Two widgets on every screen that would never show anything.
        self._disable_notifications = self._disable_tooltips = True
        self._filters.append(ControlFilter())
        self.worker = worker or StoreThread()
        self.speech = Speech()
        self.speech.use(language, easy=easy)
        speech.set(self.speech)
        self.autosave: Autosave | None = None
        self.facilitates: SessionHub | None = None
        """The people at screens of their own, for whoever keeps their session going."""
        self.place_of_error = ""
        self._knows_size = False
        self.terminal = terminal
        self.painter = Painter(self.console._color_system, terminal)
        self.line: LatencyProbe | None = None
        """Whether the line to the terminal is quick, where that can be asked."""
        self.key_queue = KeyQueue(self, self._hand_on)
        self.final_key = FinalKey()
        """The key that did something final just now, wherever that was."""

    async def run_async(self, *args: Any, **kwargs: Any) -> int | None:
        """Run until left. Returns the exit code."""
        begin_in_turn(asyncio.get_running_loop())
        return await super().run_async(*args, **kwargs)

    def get_default_screen(self) -> Screen[Any]:
        """The page it begins with, in place of Textual's own screen, which shows nothing."""
        page = self.first_page()
        page.fit(self.size)
        # What Textual does for every other screen, and counts on when it makes way.
        self._load_screen_css(page)
        page._push_result_callback(page, None)
        return page

    def get_theme(self, theme_name: str) -> Theme | None:
        """The theme of that name. Textual copies its list of all themes for every line."""
        return self._registered_themes.get(theme_name) or super().get_theme(theme_name)

    def first_page(self) -> Page:
        """The page it begins with, newly made."""
        raise NotImplementedError

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes wait for their turn; everything else goes its usual way."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self.key_queue.put(event)
        else:
            await super().on_event(event)

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        """Give a key to the page, or else to the widget in focus; a message is gone by then."""
        page = self.screen
        if isinstance(page, PageParts):
            page.say("")
            if page.takes_key(event):
                return
            if self.final_key.recent and not page.types_words() and is_text(event):
                return  # typed for the page that was there until just now
        await super().on_event(event)

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
        raise NotImplementedError

    @property
    def has_session(self) -> bool:
        """Whether a session is being played: not before one is chosen, nor on the way out."""
        raise NotImplementedError

    async def attempt(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R | None:
        """Run work on the store's thread; what goes wrong is said on the screen in a sentence."""
        try:
            return await self.worker.run(work, *args, **kwargs)
        except (Refusal, WshoesError) as error:
            self.say(sentence_of(error))
        return None

    async def do(self, command: Command) -> Transition | None:
        """Work a command on the session. None, and a sentence on the screen, if it was refused."""
        raise NotImplementedError

    @property
    def has_unkept(self) -> bool:
        """Whether the store has not taken some of what was typed."""
        return False

    async def settle(self) -> None:
        """Wait until everything handed to the store so far is kept."""
        await self.worker.run(lambda: None)

    @property
    def page(self) -> Page | None:
        """The page below whatever lies on top of it."""
        return next((s for s in reversed(self.screen_stack) if isinstance(s, Page)), None)

    def say(self, sentence: str) -> None:
        """One sentence on the screen that is on top."""
        if isinstance(self.screen, PageParts):
            self.screen.say(sentence)

    def keep_fields(self) -> None:
        """Have the words of every field on every screen kept as they stand."""
        for screen in self.screen_stack:
            if isinstance(screen, PageParts):
                screen.keep_fields()

    def go(self, page: Page) -> None:
        """Show this page in place of the one there is, and of everything on top of it.

        Not awaited: the screen that asks would wait for its own end.
        """
        page.fit(self.size)
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.switch_screen(page)

    async def go_back(self) -> None:
        """One screen back, where there is one."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def show_help(self, scope: str) -> None:
        """What can be done on the screen below."""
        from wshoes_tui.tui.screens.help_screens import Help

        self.push_screen(Help(scope))

    async def leave(self, code: int = 0) -> None:
        """Leave, everything kept."""
        raise NotImplementedError

    def action_help_quit(self) -> None:
        """Ctrl+C means copy in a field; elsewhere it asks how to leave."""
        self.say(_("To leave: Esc, then q. Nothing is lost."))

    async def action_quit(self) -> None:
        """Ctrl+Q resumes a terminal that Ctrl+S has stopped, so it does not quit here."""
        self.action_help_quit()

    def paste_refused(self) -> None:
        """Say that nothing was taken of a paste."""
        self.say(too_long_told())

    def bytes_mended(self) -> None:
        """Say that something was typed that is no text."""
        self.say(_("Some bytes were no letters: each became a replacement character."))

    def _handle_exception(self, error: Exception) -> None:
        """A fault of ours: keep the words, leave the screen, show no one's story."""
        if self.is_headless:  # a test wants to see it
            super()._handle_exception(error)
            return
        if not self.place_of_error:
            self.place_of_error = place_of_error(error)
            self.keep_fields()
            self._return_code = 1
        self._close_messages_no_wait()

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
                    if self.line is not None and not self.terminal.slow:
                        self.line.painted(written, self._driver.write)
            finally:
                self.post_display_hook()
        else:
            self.painter.forget()
            super()._display(screen, renderable)

    def _cursor(self) -> tuple[int, int] | None:
        """Where the terminal's own cursor stands: screen readers follow it."""
        place = self.screen.cursor_place() if isinstance(self.screen, PageParts) else None
        if place is not None:
            return self.screen.outer_size.clamp_offset(place)
        focused = self.focused
        if focused is None or not getattr(focused, "shows_cursor", False):
            return None
        x, y = self.screen.outer_size.clamp_offset(self.cursor_position)
        return x, y

    def on_resize(self, event: events.Resize) -> None:
        """Say so while the window is too small to work in; the screen comes back by itself."""
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        told = getattr(self.screen, "tells_too_small", False)
        if small and not told:
            from wshoes_tui.tui.screens.too_small import TooSmall

            self.push_screen(TooSmall())
        elif told and not small:
            self.pop_screen()
        first, self._knows_size = not self._knows_size, True
        if first and self.painter.size in (None, event.size):
            return  # what every terminal is told when it begins
        # Whatever a terminal does to its content while its size changes: paint it anew.
        self.painter.forget()
        self.screen.refresh()

    def action_command_palette(self) -> None:
        """Find anything that can be done, by its name."""
        from wshoes_tui.tui.screens.palette_screen import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())


def sentence_of(error: Refusal | WshoesError) -> str:
    """A refusal or an error as a sentence in the language in use."""
    return _(error.template, **error.words) if isinstance(error, Refusal) else str(error)


def place_of_error(error: BaseException) -> str:
    """The type of an error and the line of ours it came from; never its message."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "wshoes_tui" in code.co_filename:
            place = f"{os.path.basename(code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119
        trace = trace.tb_next
    return f"{type(error).__name__} at {place or 'an unknown place'}"
