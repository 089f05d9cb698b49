"""Base classes of all screens: pages (top line, scrolling body, footer with keys) and sheets."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.value import Refusal
from wshoes_tui.first_paint.page_frame import HORIZONTAL, VERTICAL
from wshoes_tui.flow.actions import FIELD_KEYS, ONE_SHOT, Action, action_at, actions_of, footer_of
from wshoes_tui.locale import _
from wshoes_tui.tui.content import cached_wrapping
from wshoes_tui.tui.textual_patches.library_caches import limit_query_cache
from wshoes_tui.tui.widgets.header_footer import (
    BlankBody,
    Body,
    KeyLine,
    PageColumn,
    PeopleLine,
    TopLine,
    is_crowded,
)

if TYPE_CHECKING:
    from wshoes_tui.domain.models import DraftKind, Session, Transition
    from wshoes_tui.tui.app_protocols import FacilitatorSessionApp, SeatSessionApp, SessionApp
    from wshoes_tui.tui.widgets.words_field import WordsField

R = TypeVar("R")

STYLES = Path(__file__).parent / "styles"
"""Each screen brings the styles that only it needs, so that Home parses few."""

SCROLLING = {
    "pageup": "scroll(-0.8)", "pagedown": "scroll(0.8)",
    "up": "scroll(-0.15)", "down": "scroll(0.15)",
}  # fmt: skip
"""Keys that scroll the body wherever nothing else wants them."""


class PageParts(Screen[R]):
    """Base of pages and sheets. ``SCOPE`` names their stage in the action table."""

    SCOPE: ClassVar[str] = ""
    MORE_SCOPES: ClassVar[tuple[str, ...]] = ()
    """Other stages that this page shows at other times, for pages that are more than one."""
    HORIZONTAL_BREAKPOINTS = list(HORIZONTAL)
    VERTICAL_BREAKPOINTS = list(VERTICAL)
    FIELD_HINT: ClassVar[tuple[Action, ...]] = FIELD_KEYS

    has_begun = False
    """Whether its widgets are there: a page is on the stack before they are."""
    _crowded: bool | None = None
    _to_say = ""
    _said_at: Hashable = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        if cls.SCOPE:
            own: list[BindingType] = [
                Binding(action.key, cls._method_for(action), action.help, show=False)
                for stage in (cls.SCOPE, *cls.MORE_SCOPES)
                for action in actions_of(stage)
                if action.key != "ctrl+p" and (stage not in ONE_SHOT or action.key == "enter")
            ]
            own += [Binding(key, action, show=False) for key, action in SCROLLING.items()]
            cls.BINDINGS = own
        super().__init_subclass__(**kwargs)

    @property
    def scope(self) -> str:
        """The stage whose actions can be done now."""
        return self.SCOPE

    def takes_key(self, event: events.Key | events.Paste) -> bool:  # noqa: ARG002 - for pages that do
        """Whether this key or paste was for the page itself and not for the widget in focus."""
        return False

    def cursor_place(self) -> Offset | None:
        """Where the terminal's cursor stands, where that is not for the widget in focus to say."""
        return None

    @property
    def session_app(self) -> SessionApp:
        """The app that shows this page: that of the facilitator, or that of a seat."""
        return cast("SessionApp", self.app)

    def fit(self, size: Size) -> None:
        """Be of this size from the start: changing it later has all styles worked out again."""
        breakpoints = (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS)
        names = [
            max((least, name) for least, name in known or () if least <= length)[1]
            for length, known in zip(size, breakpoints, strict=True)
        ]
        self.add_class(*names, update=False)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """The first time a screen comes up its styles have just been worked out."""
        if self.stack_updates == 0:
            event.refresh_styles = False

    def on_resize(self) -> None:
        """Lay out anew what has empty lines only where there is room for them."""
        before, self._crowded = self._crowded, is_crowded(self)
        if before not in (None, self._crowded):
            for widget in self.query("KeyLine, TextStack"):
                widget.refresh(layout=True)

    def on_mount(self) -> None:
        """Begin once; a handler of this name in a subclass would run besides this one."""
        limit_query_cache(self)
        self.begin_page()
        self.has_begun = True
        self.say(self._to_say)

    def compose_body(self) -> Iterable[Widget]:
        """The widgets of the body, or of the sheet."""
        return ()

    def begin_page(self) -> None:
        """What is done when the screen is there for the first time."""
        self.update_page()
        self.show_keys()

    def update_page(self) -> None:
        """Bring everything up to date with the session and the reading level."""

    @property
    def holder(self) -> object:
        """What an action that all front ends share is done on; it has a ``session``."""
        return self.session_app

    @classmethod
    def _method_for(cls, action: Action) -> str:
        """Textual's name for what does an action, for a key binding."""
        own = hasattr(cls, f"action_{action.name}") or not action.by_row
        return action.name if own else f"perform_row('{action.name}')"

    def handler_of(self, action: Action) -> Callable[[], object] | None:
        """What does an action here: ``action_<name>``, else its row; None where nothing does."""
        own: Callable[[], object] | None = getattr(self, f"action_{action.name}", None)
        return own or (partial(self.action_perform_row, action.name) if action.by_row else None)

    async def action_perform_row(self, name: str, words: str = "") -> None:
        """Do what the row of an action says: ``does``, else ask for words of its kind of draft."""
        action, app = action_at(self.scope, name), self.session_app
        if action is None or action.does is None:
            if action is not None and action.draft is not None:
                app.ask_words(action.draft)
            return
        try:
            outcome = action.does(self.holder, words)
        except Refusal as refusal:
            app.say(_(refusal.template, **refusal.words))
            return
        if outcome.command is None:
            self.update_page()
        else:
            await app.settle()
            if await app.do(outcome.command) is None:
                return
        if outcome.told:
            app.say(outcome.told)

    def applies(self, action: Action) -> bool:  # noqa: ARG002 - for pages that choose
        """Whether an action does anything now; the footer shows only those."""
        return True

    def keep_fields(self) -> None:
        """Have the words that stand in the fields kept; also called when the terminal goes."""

    def keep_draft(
        self, kind: DraftKind, text: str, turn: str | None = None, seat: str | None = None,
        shoes: str = "",
    ) -> None:  # fmt: skip
        """Have a field's words kept; not where they are, and nothing else is on its way there."""
        app = self.session_app
        if app.autosave is None:
            return
        draft = app.session.draft(kind, turn, seat)
        at_rest = app.worker.flush(0) and not app.has_unkept
        if not at_rest or (draft.text if draft else "") != text:
            app.autosave.note(kind, text, seat, shoes)

    def words_typed(self) -> None:
        """What stands in a field is no longer what stood there: it goes to the disk at once."""
        self.keep_fields()

    def say(self, sentence: str) -> None:
        """Tell in one sentence what just happened; on a page still coming up, once it is there.

        The sentence is gone at the next key, and as soon as the moment it was about is over.
        """
        self._said_at = self.moment()
        self._to_say = sentence
        for line in self.query(KeyLine):
            line.say(sentence)

    def clear_sentence(self) -> None:
        """Take the sentence away at a key. While words are typed nothing moves for that."""
        for line in self.query(KeyLine):
            line.clear_sentence(in_place=self.types_words())

    def moment(self) -> Hashable:
        """What a sentence is about: once this is another, it may not be true any more."""
        return None

    def forget_outdated(self) -> None:
        """Take the sentence away if its moment is over."""
        if self._said_at != self.moment():
            self.say("")

    def _clear_tooltip(self) -> None:
        """There are none, and Textual would look for one at each key."""

    def show_keys(self) -> None:
        """Bring the footer up to date, and the line of people where there is one."""
        if self.session_app.facilitates is not None:
            for people in self.query(PeopleLine):
                people.show_people()
        self.query_one(KeyLine).show_keys(self.footer(), more=not self.types_words())

    def footer(self) -> Sequence[Action]:
        """What the footer shows now."""
        if self.types_words():
            return self.FIELD_HINT
        return [action for action in footer_of(self.scope) if self.applies(action)]

    def types_words(self) -> bool:
        """Whether letters go to a field now."""
        return bool(getattr(self.focused, "takes_words", False))

    def on_descendant_focus(self, _: events.DescendantFocus | events.DescendantBlur) -> None:
        """The keys depend on whether words are being typed."""
        self.show_keys()

    on_descendant_blur = on_descendant_focus

    def on_words_field_left(self, message: WordsField.Left) -> None:
        """Escape: the words stay, the keys are wanted."""
        message.stop()
        self.leave_field()

    def leave_field(self) -> None:
        """Where Escape in a field leads."""
        self.set_focus(None)

    def action_help(self) -> None:
        self.session_app.show_help(self.scope)

    def action_easy(self) -> None:
        self.session_app.easy = not self.session_app.easy
        self.update_page()


class Page(PageParts[None], inherit_css=False):
    """A whole screen: top line, body, widgets below it, footer."""

    AUTO_FOCUS = ""
    BLANK = True

    def compose(self) -> ComposeResult:
        """The top line, the body, whatever is below it, the keys."""
        yield TopLine()
        with BlankBody():
            yield from self.compose_body()
        with PageColumn(id="below"):
            yield from self.compose_below()
        if (hub := self.session_app.facilitates) is not None:
            yield PeopleLine(hub)
        yield KeyLine()

    def compose_below(self) -> Iterable[Widget]:
        """The widgets between the body and the keys, such as a field."""
        return ()

    @property
    def top(self) -> TopLine:
        return self.query_one(TopLine)

    def put(self, name: str, content: Content | str) -> None:
        """Show this in one of the widgets; one with nothing to show takes no room."""
        widget = self.query_one(f"#{name}", Static)
        content = cached_wrapping(content)
        if widget.content is not content:
            widget.update(content)
        widget.display = bool(content)

    def fits(self, session: Session) -> bool:  # noqa: ARG002 - for pages that choose
        """Whether this page can go on showing the session as it is now."""
        return True

    def happened(self, transition: Transition) -> None:
        """Something was kept: a draft, or what somebody else did."""

    def action_scroll(self, pages: float) -> None:
        """Scroll what does not fit, by a part of its height."""
        body = self.query_one(Body)
        body.scroll_relative(y=int(body.size.height * pages) or 1, animate=False)

    async def action_leave(self) -> None:
        await self.session_app.leave()

    async def action_back(self) -> None:
        await self.session_app.go_back()


class Sheet(PageParts[str | None], ModalScreen[str | None], inherit_css=False):
    """A small question over the lower part of a page, which stays to be seen above it."""

    CSS_PATH = STYLES / "sheet.tcss"
    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        """The sheet's own widgets, and its keys."""
        with Body(id="sheet"):
            yield from self.compose_body()
            yield KeyLine()

    async def action_back(self) -> None:
        """Back to the page, nothing chosen."""
        self.dismiss(None)


class ForFacilitator:
    """Mixin for pages and sheets that only the facilitator's app shows."""

    @property
    def session_app(self) -> FacilitatorSessionApp:
        """The app that shows this page."""
        return cast("FacilitatorSessionApp", self.app)  # type: ignore[attr-defined]


class ForSeat:
    """Mixin for pages and sheets that only the app of a seat shows."""

    @property
    def seat_app(self) -> SeatSessionApp:
        """The app that shows this page."""
        return cast("SeatSessionApp", self.app)  # type: ignore[attr-defined]
