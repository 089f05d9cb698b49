"""Page with one-shot actions: letters are words, and Esc opens what can be done, once.

The only place that decides whether a key is a word or an action on such a page, and where the
focus is: in the field, whenever nothing else has been asked for.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from inspect import isawaitable
from time import monotonic
from typing import ClassVar

from textual import events
from textual.geometry import Offset
from textual.timer import Timer

from wshoes_tui.first_paint.page_frame import classes_of, grid_of
from wshoes_tui.first_paint.text_places import HANG, TextRoom
from wshoes_tui.first_paint.turn_picture import one_shot_keys
from wshoes_tui.flow.action_types import HELP
from wshoes_tui.flow.actions import ENTER_SAVES, Action, actions_of, footer_of, key_of
from wshoes_tui.locale import N_, _
from wshoes_tui.tui.action_row import action_row, grouped, place_of_marked
from wshoes_tui.tui.base_screen import Page
from wshoes_tui.tui.key_queue import is_text
from wshoes_tui.tui.tab_key import TabKey
from wshoes_tui.tui.terminal.input_parser import is_within_text
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.header_footer import is_crowded
from wshoes_tui.tui.widgets.text_stack import MOST_COLUMNS, TextPlace, TextStack
from wshoes_tui.tui.widgets.words_field import WordsField

ACTIONS_PLACE = {
    "actions": TextPlace(
        above=1, below=1, indent=HANG, most=MOST_COLUMNS, dense=("-low", "-narrow")
    )
}
"""Where the row of actions stands: above the field, in place of the question."""

WHILE_CHOOSING = (
    Action("escape", "", N_("go on typing"), ""),
    Action("question_mark", "", HELP, ""),
    Action("q", "", N_("leave, all is kept"), ""),
)
REST_SECONDS = 2.0
"""After so long without a key what is not urgent may change."""
ARROWS = {"up": -1, "left": -1, "shift+tab": -1, "down": 1, "right": 1, "tab": 1}


class OneShotPage(Page):
    """A page on which letters are words. Its ``TextStack`` above the field is called "question"."""

    FIELD_HINT: ClassVar[tuple[Action, ...]] = (ENTER_SAVES,)
    ARROW_SCROLL: ClassVar[float] = 0.15
    """The part of the body by which an arrow that leads out of the field scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.choosing = False
        """Whether the next key is an action."""
        self._marked: int | None = None
        self._marked_at = Offset()
        self._tab = TabKey()
        self._question: dict[str, object] = {}
        self._last_key = 0.0
        self._at_rest: Callable[[], None] | None = None
        self._rest_timer: Timer | None = None
        self._news = ""

    @property
    def field(self) -> WordsField | None:
        """The field in which letters are words; None where there is none just now."""
        return None

    @property
    def rows(self) -> ChoiceList | None:
        """The list beside the field that arrows go to, if there is one."""
        return None

    @property
    def list_rests(self) -> bool:
        """Whether the marked line has no bar while words are typed, which are not about it."""
        return False

    def typed_without_field(self, event: events.Key | events.Paste) -> bool:  # noqa: ARG002
        """Words were typed where no field is. Whether that has been dealt with."""
        self.say(_("Press Esc to see what can be done here."))
        return True

    def now_applying(self) -> list[Action]:
        """The actions that do something now."""
        if not self.session_app.has_session:
            return []
        return [action for action in actions_of(self.scope) if self.applies(action)]

    def show_question(self, **texts: object) -> None:
        """Show these texts above the field, unless the row of actions stands there."""
        self._question |= texts
        column = self.query_one("#question", TextStack)
        if not self.choosing:
            column.show_texts(actions="", **self._question)  # type: ignore[arg-type]
            return
        row = action_row(
            self.now_applying(), self._room_for_actions(), marked=self._marked,
            slow=self.session_app.terminal.slow, arrows_choose=self._tab.arrows_choose,
        )  # fmt: skip
        self._marked_at = place_of_marked(row)
        column.show_texts(actions=row, **dict.fromkeys(self._question, ""))

    @property
    def text_room(self) -> TextRoom:
        """The room for texts over the width of the page."""
        grid, slow = grid_of(classes_of(*self.size)), self.session_app.terminal.slow
        columns = self.size.width - grid.words - grid.right
        return TextRoom(max(1, min(columns, MOST_COLUMNS)), grid.hang, slow)

    def _room_for_actions(self) -> int:
        return self.text_room.width

    def show_hint(self, hint: str, news: str = "") -> None:
        """Show in the empty field what it is for; or news, until something is typed.

        The terminal's cursor stands there: it is what is spoken, and felt in braille.
        """
        if news:
            self._news = news
        if self.field is not None:
            self.field.show_hint(self._news or hint)

    def news_is_read(self, hint: str) -> None:
        """Something is typed: the hint stands in the field once that is empty again."""
        if self._news and self.field is not None and self.field.holds_words:
            self._news = ""
            self.field.show_hint(hint)

    def when_at_rest(self, tell: Callable[[], None]) -> None:
        """Call this once nobody types any more; while they do, nothing else changes."""
        self._at_rest = tell
        if self._rest_timer is None:
            self._wait_for_rest()

    def _wait_for_rest(self) -> None:
        self._rest_timer = None
        left = self._last_key + REST_SECONDS - monotonic()
        if left > 0:
            self._rest_timer = self.set_timer(left, self._wait_for_rest)
        elif (tell := self._at_rest) is not None:
            self._at_rest = None
            tell()

    def open_actions(self, marked: int | None = None) -> None:
        """The next key is an action. If it is there already, nothing need be shown before it."""
        if self.session_app.key_queue.has_more:
            self.choosing, self._marked = True, marked
        else:
            self._show_actions(choosing=True, marked=marked)

    def close_actions(self) -> None:
        """Letters are words again."""
        self._tab.forget()
        if self.choosing:
            self._show_actions(choosing=False)

    def _show_actions(self, *, choosing: bool, marked: int | None = None) -> None:
        self.choosing, self._marked = choosing, marked
        self._show_bar()
        self.show_question()
        self.show_keys()
        self.refresh()

    def cursor_place(self) -> Offset | None:
        """Where the terminal's cursor stands while an action is chosen: at it, or at the title."""
        if not self.choosing:
            return None
        place = self.query_one("#question", TextStack).region.offset
        place += Offset(self.text_room.hang, 0 if is_crowded(self) else 1)
        return place if self._marked is None else place + self._marked_at

    def takes_key(self, event: events.Key | events.Paste) -> bool:
        """Decide what a key is: an action, a word, or something for the widget in focus."""
        self._last_key = monotonic()
        if not self.has_begun:
            return False
        if isinstance(event, events.Paste):
            self.close_actions()
            return self._words_for_field(event)
        if self.choosing and self._was_in_a_table(event):
            return self._words_for_field(event)
        if self.choosing:
            self._choose(event)
            return True
        if event.key == "escape":
            self.open_actions()
            return True
        if event.key == "tab" and not is_within_text(event):
            self._tab.opens(has_words=self.field is not None and self.field.holds_words)
            self.open_actions()
            return True
        if event.key == "tab":  # between two cells of a table
            if not self._words_for_field(event) and self.field is not None:
                self.field.insert("\t")
            return True
        if event.key in ("up", "down") and self._leaves_field(event.key):
            return True
        return is_text(event) and self._words_for_field(event)

    def _words_for_field(self, event: events.Key | events.Paste) -> bool:
        if self.field is None or not self.field.display:
            return self.typed_without_field(event)
        self.set_focus(self.field, scroll_visible=False)  # at once, unlike focus()
        self._show_bar()
        return False

    def _was_in_a_table(self, event: events.Key) -> bool:
        """Whether the Tab that opened the actions was text, which goes to the field before this."""
        if not self._tab.was_text or self._marked is not None or not is_text(event):
            return False
        self.close_actions()
        if self.field is not None and self.field.display:
            self.field.insert("\t")
        return True

    def _leaves_field(self, key: str) -> bool:
        """Arrows that lead out of the field go on in the list, or scroll what does not fit."""
        field, rows = self.field, self.rows
        if field is None or not field.has_focus or not field.is_at_edge(key):
            return False
        if rows is not None and rows.display and rows.option_count:
            self.set_focus(rows, scroll_visible=False)
            rows.step(-1 if key == "up" else 1)
            self._show_bar()
        else:
            self.action_scroll(-self.ARROW_SCROLL if key == "up" else self.ARROW_SCROLL)
        return True

    def _choose(self, event: events.Key) -> None:
        shown = grouped(self.now_applying())
        if event.key in ARROWS and shown:
            by = ARROWS[event.key]
            at = self._marked if self._marked is not None else -1 if by > 0 else 0
            self.open_actions(marked=(at + by) % len(shown))
            return
        marked, found = self._marked, None
        if event.key == "enter" and marked is not None and marked < len(shown):
            found = shown[marked]
        elif event.character and is_text(event):
            key = key_of(event.character)
            found = next((one for one in self.now_applying() if one.key == key), None)
        if found is not None:
            self.perform(found)
            return
        self.close_actions()
        if event.key == "ctrl+p":
            self.session_app.action_command_palette()

    def perform(self, action: Action) -> None:
        """Do this, when everything that came before it is done; then be in the field again."""
        if self.session_app.final_key.holds(action.key):
            self.close_actions()
            self.say(_("That has been done. Wait a moment before the same key again."))
            return
        self._tab.forget()
        self.choosing = False  # shown with what comes of the action, laid out once
        self.call_later(self._perform, action)

    async def _perform(self, action: Action) -> None:
        handler = self.handler_of(action)
        if handler is None:
            raise NotImplementedError(action.name)
        done: Awaitable[object] | object = handler()
        if isawaitable(done):
            await done
        if self in self.app.screen_stack:  # it may have made way for another page
            self._show_actions(choosing=False)
        if self.is_current:
            self.settle_focus()

    def on_resize(self) -> None:
        """The row of actions and the footer follow the width."""
        if self.has_begun and self.session_app.has_session:
            if self.choosing:
                self.show_question()
            self.show_keys()

    def _show_bar(self) -> None:
        """The live bar: before the field; before the marked line once a key is for the list."""
        field, rows = self.field, self.rows
        waits = self.choosing or (rows is not None and self.focused is rows)
        if field is not None:
            field.set_class(waits, "-waiting")
        if rows is not None:
            rows.rest(self.list_rests and not waits)

    def settle_focus(self) -> None:
        """The focus rule: in the field, with its words, where there is one."""
        field, rows = self.field, self.rows
        if field is not None and field.display:
            wanted: WordsField | ChoiceList | None = field
        else:
            wanted = rows if rows is not None and rows.display else None
        if self.focused is not wanted:
            self.set_focus(wanted, scroll_visible=False)
        self._show_bar()
        self.show_keys()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Whatever was opened from here is closed again."""
        super().on_screen_resume(event)
        if self.has_begun:
            self.settle_focus()

    def footer(self) -> Sequence[Action]:
        """What Enter does, and what stands behind Esc."""
        if not self.session_app.has_session:
            return ()
        if self.choosing:
            return WHILE_CHOOSING
        return one_shot_keys(self.scope, self.size.width, self.enter_does(), self.applies)

    def enter_does(self) -> Sequence[Action]:
        """What Enter does now."""
        if self.field is not None and self.field.display:
            return self.FIELD_HINT
        return [one for one in footer_of(self.scope) if one.key == "enter" and self.applies(one)]

    def types_words(self) -> bool:
        """Always: the footer never offers ``?``, which would be a word."""
        return True


class ReadingPage(Page):
    """A page that only shows something. Words typed on it go to the field it was opened from."""

    SCOPE = "reading"

    def takes_key(self, event: events.Key | events.Paste) -> bool:
        """Go back at the first word; the key is for the field of the page below."""
        if is_text(event):
            stack = self.app.screen_stack
            below = stack[-2] if len(stack) > 1 else None
            if isinstance(below, OneShotPage):
                self.app.pop_screen()
                below.close_actions()
                below.settle_focus()
        return False

    async def action_back(self) -> None:
        """Back to the page it was opened from."""
        self.session_app.pop_screen()
