"""Base class of the apps: key queue, painter, messages on the screen, faults without traceback."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, ParamSpec, TypeVar

from rich.console import RenderableType
from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen
from textual.theme import Theme

from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError, place_of_error
from wshoes_tui.locale import Speech, _, speech
from wshoes_tui.sessions.store_thread import StoreThread
from wshoes_tui.terminal.capabilities import LEAST_HEIGHT, LEAST_WIDTH, TerminalCapabilities
from wshoes_tui.terminal.encodings import BYTES_MENDED
from wshoes_tui.tui.base_screen import STYLES, Page, PageParts
from wshoes_tui.tui.content import ControlFilter
from wshoes_tui.tui.hardware_cursor import cursor_of
from wshoes_tui.tui.key_queue import FinalKey, KeyQueue, is_text
from wshoes_tui.tui.startup import PageCollector, use_stock_tasks
from wshoes_tui.tui.terminal.input_parser import too_long_told
from wshoes_tui.tui.terminal.painter import COLOUR_SYSTEMS, Painter, can_paint
from wshoes_tui.tui.terminal.terminal_driver import LatencyProbe
from wshoes_tui.tui.textual_patches import apply_patches, fits

if TYPE_CHECKING:
    from wshoes_tui.domain.models import DraftKind
    from wshoes_tui.first_paint.first_paint import FirstPaint
    from wshoes_tui.hub.session_hub import SessionHub
    from wshoes_tui.sessions.open_session import Autosave

P = ParamSpec("P")
R = TypeVar("R")

apply_patches()

STOCK_PAINTING = os.environ.get("WSHOES_PAINT") == "stock" or not fits("painter")
LF_IS_ENTER = os.environ.get("WSHOES_LF") == "enter"
"""Whether LF hands words on in a field, too: some terminals send it for Enter."""
CONTROL_FILTER = ControlFilter()


class BaseApp(App[int], inherit_css=False):
    """Base class of the facilitator's app and that of a seat.

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
        self.worker = worker or StoreThread()
        self.speech = Speech()
        self.speech.use(language, easy=easy)
        speech.set(self.speech)
        self.autosave: Autosave | None = None
        self.own_seat: str | None = None
        """The id of the seat whose screen this is; None for the facilitator's."""
        self.facilitates: SessionHub | None = None
        """The people at screens of their own, where this is the facilitator's app of a host."""
        self.place_of_error = ""
        self.is_remote = False
        """Whether the terminal is not that of this process, so that ``NO_COLOR`` is not for it."""
        self.terminal_driver: Any = None
        """A driver of ours, once it drives this app."""
        self.least_screens = 1
        """Screens that are never popped."""
        self._knows_size = False
        self.terminal = terminal
        self.painter = Painter(COLOUR_SYSTEMS.get(self.console.color_system or ""), terminal)
        self.first_paint: FirstPaint | None = None
        """What was shown of the first page before there was an app."""
        self.line: LatencyProbe | None = None
        """Whether the line to the terminal is quick, where that can be asked."""
        self.key_queue = KeyQueue(self, self._hand_on)
        self.key_queue.at_first_rest = self.release_painting
        self.page_collector = PageCollector(self)
        self.final_key = FinalKey()
        """The key that did something final just now, wherever that was."""

    async def run_async(self, *args: Any, **kwargs: Any) -> int | None:
        """Run until left. Returns the exit code."""
        use_stock_tasks(asyncio.get_running_loop())
        return await super().run_async(*args, **kwargs)

    def get_default_screen(self) -> Screen[Any]:
        """The page it begins with, in place of Textual's own screen, which shows nothing."""
        page = self.first_page()
        page.fit(self.size)
        load_styles = getattr(self, "_load_screen_css", None)
        expect_result = getattr(page, "_push_result_callback", None)
        if load_styles is None or expect_result is None:
            self.least_screens = 2
            self.call_later(self.push_screen, page)
            return super().get_default_screen()
        # What Textual does for every other screen, and counts on when it makes way.
        load_styles(page)
        expect_result(page, None)
        return page

    def get_theme(self, theme_name: str) -> Theme | None:
        """The theme of that name. Textual copies its list of all themes for every line."""
        known: dict[str, Theme] = getattr(self, "_registered_themes", {})
        return known.get(theme_name) or super().get_theme(theme_name)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Filters of every line that is painted; the last takes control characters out."""
        if STOCK_PAINTING:  # nobody would fit the colours to the terminal
            return [*super().get_line_filters(), NoColor(), CONTROL_FILTER]
        found = super().get_line_filters()
        # Without colours the painter's pens are others, and those of a seat are its terminal's.
        found = [one for one in found if not isinstance(one, NoColor | Monochrome)]
        return [*found, CONTROL_FILTER]

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
        """Give a key to the page, or else to the widget in focus; a message is gone by then.

        LF, which some terminals send for Enter, breaks lines in a field and is Enter elsewhere.
        """
        page = self.screen
        if isinstance(event, events.Key) and event.key == "ctrl+j":
            in_field = getattr(self.focused, "takes_words", False)
            if LF_IS_ENTER or not in_field or getattr(page, "choosing", False):
                event = events.Key("enter", "\r")
        if isinstance(page, PageParts):
            page.clear_sentence()
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

    async def attempt(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R | None:
        """Run work on the store's thread; what goes wrong is said on the screen in a sentence."""
        return await self.trying(self.worker.run(work, *args, **kwargs))

    async def trying(self, work: Awaitable[R]) -> R | None:
        """Await something that may be refused; then it is said on the screen, and None returned."""
        try:
            return await work
        except (Refusal, WshoesError) as error:
            told = _(error.template, **error.words) if isinstance(error, Refusal) else str(error)
            self.say(told)
            return None

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
        self.pop_to_page()
        self.page_collector.page_left(self.screen)
        self.switch_screen(page)

    def pop_to_page(self) -> None:
        """Take off whatever lies on the page at the bottom."""
        while len(self.screen_stack) > self.least_screens:
            self.pop_screen()

    async def go_back(self) -> None:
        """One screen back, where there is one."""
        if len(self.screen_stack) > self.least_screens:
            self.pop_screen()

    def show_help(self, scope: str) -> None:
        """What can be done on the screen below."""
        from wshoes_tui.tui.screens.help_screens import Help

        self.push_screen(Help(scope))

    def ask_words(self, kind: DraftKind, response: str | None = None) -> None:
        """Ask for the words of a lightbulb, a pledge, a topic or a card."""
        from wshoes_tui.tui.screens.field_sheets import FieldSheet

        self.push_screen(FieldSheet(kind, response))

    def use_terminal(self, terminal: TerminalCapabilities) -> None:
        """From now on, take the terminal for this one, and paint everything anew."""
        self.terminal = terminal
        self.painter.use(terminal)
        self.screen.refresh()

    def write_to_terminal(self, sequence: str) -> None:
        """Send a control sequence as it is, where there is a terminal."""
        if self.terminal_driver is not None:
            self.terminal_driver.write(sequence)

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
        self.say(_(BYTES_MENDED))

    def _handle_exception(self, error: Exception) -> None:
        """A fault of ours: keep the words, leave the screen, show no one's story."""
        if self.is_headless:  # a test wants to see it
            super()._handle_exception(error)
            return
        if not self.place_of_error:
            self.place_of_error = place_of_error(error)
            self.keep_fields()
            self._return_code = 1
        close = getattr(self, "_close_messages_no_wait", None)
        if close is None:
            self.exit(1, return_code=1)
        else:
            close()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Paint an update by its changed cells; anything else, or on request, as Textual does."""
        stock = STOCK_PAINTING or renderable is None or self.is_headless
        driver = None if stock else self._driver
        if driver is None or self._batch_count or self._closed or not self._running:
            super()._display(screen, renderable)
        elif can_paint(renderable):
            try:
                width, height = screen.outer_size
                written = self.painter.paint(renderable, width, height, *cursor_of(screen))
                if written:
                    driver.write(written)
                    driver.flush()
                    if self.line is not None and not self.terminal.slow:
                        self.line.painted(written, driver.write)
            finally:
                self.post_display_hook()
        else:
            self.painter.forget()
            super()._display(screen, renderable)

    def release_painting(self) -> None:
        """Show what was held back behind the first paint, where it is something else."""
        written = self.painter.release()
        if written and self._driver is not None:
            self._driver.write(written)
            self._driver.flush()

    def on_resize(self, event: events.Resize) -> None:
        """Say so while the window is too small to work in; the screen comes back by itself."""
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        told = getattr(self.screen, "tells_too_small", False)
        if small and not told:
            from wshoes_tui.tui.screens.help_screens import TooSmall

            self.push_screen(TooSmall())
        elif told and not small:
            self.pop_screen()
        first, self._knows_size = not self._knows_size, True
        if first and self.painter.size in (None, event.size):
            return  # what every terminal is told when it begins
        if self.painter.is_held and self.painter.size == event.size:
            return
        # Whatever a terminal does to its content while its size changes: paint it anew.
        self.painter.forget()
        self.screen.refresh()

    def action_command_palette(self) -> None:
        """Find anything that can be done, by its name."""
        from wshoes_tui.tui.screens.palette_screen import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())
