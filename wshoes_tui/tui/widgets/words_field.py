"""Text field for people's words: grows with them, never blinks, hands them on with Enter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, cast

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import (
    Document,
    DocumentNavigator,
    EditResult,
    Location,
    WrappedDocument,
)

from wshoes_tui.cells.cell_layout import cut, plain
from wshoes_tui.domain.text import is_control_key, without_surrogates
from wshoes_tui.limits import MOST_CHARACTERS
from wshoes_tui.locale import _
from wshoes_tui.tui.terminal.input_parser import is_within_text, too_long_told
from wshoes_tui.tui.widgets.words_document import (
    Words,
    boundary_after,
    boundary_before,
    emoji_before,
)

if TYPE_CHECKING:
    from textual.widgets.text_area import TextAreaTheme

    from wshoes_tui.tui.app_protocols import TerminalApp


class HearsWords(Protocol):
    """Every screen with fields."""

    def words_typed(self) -> None:
        """What stands in a field is no longer what stood there."""


class WordsField(TextArea):
    """Soft-wrapped text. Enter hands it on, Ctrl+J breaks the line, Escape and Tab leave.

    Args:
        placeholder: what stands in it as long as it is empty.
        one_line: whether Enter is always an end, as where numbers or a name are typed. Elsewhere
            an Enter that arrived together with the words after it is a line break.
    """

    DEFAULT_CSS = """
    WordsField {
        height: auto;
        min-height: 1;
        max-height: 8;
        border: none;
        padding: 0;
        background: transparent;
        color: #ffffff; /* the pen "word" */
        scrollbar-size-vertical: 0;
    }
    WordsField:focus { background-tint: transparent; }
    WordsField .text-area--placeholder { color: ansi_default; text-style: dim; }
    WordsField .text-area--cursor, WordsField:ansi .text-area--cursor {
        text-style: none; background: transparent; color: ansi_default;
    }
    """

    shows_cursor = True
    takes_words = True
    """Tells a page that letters go to a field, without importing one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+j", "newline", show=False),
        Binding("pageup", "screen.scroll(-0.8)", show=False),
        Binding("pagedown", "screen.scroll(0.8)", show=False),
        Binding("escape", "leave", show=False, priority=True),
    ]

    @dataclass
    class HandedIn(Message):
        """Enter was pressed on these words."""

        field: WordsField
        text: str

    @dataclass
    class Left(Message):
        """Escape was pressed: the words stay, the keys are wanted."""

        field: WordsField

    def __init__(
        self, placeholder: str = "", *, one_line: bool = False, id: str | None = None
    ) -> None:
        self._one_line, self._hint = one_line, placeholder
        self._dressed_in: TextAreaTheme | None = None
        """The colours, as they were looked up; None before they are."""
        super().__init__(
            id=id,
            compact=True,
            highlight_cursor_line=False,
            soft_wrap=True,
            tab_behavior="focus",
            placeholder=Content(placeholder),
        )
        self.cursor_blink = False
        self.match_cursor_bracket = False  # these are words
        self.disable_messages(TextArea.SelectionChanged)  # where it stands is for nobody else

    def watch_has_focus(self, _has_focus: bool) -> None:
        """It looks the same with the focus and without; Textual works out all its styles anew."""

    def notify_style_update(self) -> None:
        """The colours are others."""
        super().notify_style_update()
        self._dressed_in = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region. The colours are looked up once, and not for every letter."""
        theme: TextAreaTheme | None = getattr(self, "_theme", None)
        if theme is None:
            return super().render_lines(crop)
        if self._dressed_in is not theme:
            self._dressed_in = theme
            theme.apply_css(self)
        return super(TextArea, self).render_lines(crop)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the screen at once: on its way up through the widgets it would wait in each."""
        event.stop()
        cast("HearsWords", self.screen).words_typed()

    def _set_document(self, text: str, language: str | None) -> None:
        rewrap = getattr(self, "_rewrap_and_refresh_virtual_size", None)
        if rewrap is None or not hasattr(Document(""), "_lines"):
            super()._set_document(text, language)
            return
        super()._set_document("", language)
        self.document = Words(text)
        self.wrapped_document = WrappedDocument(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self.move_cursor((0, 0))
        rewrap()

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        lines = event.text.replace("\r\n", "\n").replace("\r", "\n")  # as terminals send their ends
        if self._put(lines):
            self.focus()

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Whether a key is text for this field, and nothing that does something."""
        return key == "enter" or _is_text(character)

    def _replace_via_keyboard(
        self, insert: str, start: Location, end: Location
    ) -> EditResult | None:
        """Put a text in the place of another, whole or, where it would be too long, not at all."""
        if len(insert) > self._letters_left(start, end):
            self._say(too_long_told())
            return None
        clean, mended = without_surrogates(insert)
        if mended:
            self._say(_("Some of that was no letter: it became a replacement character."))
        return self.replace(clean, start, end, maintain_selection_offset=False)

    def _put(self, text: str) -> EditResult | None:
        return self._replace_via_keyboard(text, *self.selection)

    def _letters_left(self, start: Location, end: Location) -> int:
        """How many characters may stand where those between two places stand now."""
        document = self.document
        length = len(document) if isinstance(document, Words) else len(document.text)
        return MOST_CHARACTERS - (length - len(self.get_text_range(start, end)))

    def _type(self, letters: str) -> None:
        """Take letters as they were typed: as many as there is room for."""
        left = max(0, self._letters_left(*self.selection))
        if letters[:left]:
            self._put(letters[:left])
        if len(letters) > left:
            self._say(
                _(
                    "This field is full: it holds {most} characters. "
                    "Hand in what stands there, then go on.",
                    most=MOST_CHARACTERS,
                )
            )

    def _say(self, sentence: str) -> None:
        cast("TerminalApp", self.app).say(sentence)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor stands; Textual's note of it is old after a resize."""
        self._recompute_cursor_offset()
        return super().cursor_screen_offset

    @property
    def holds_words(self) -> bool:
        """Whether anything stands in it; else its placeholder is shown."""
        return self.document.end != (0, 0)

    def show_hint(self, hint: str) -> None:
        """Show this as the placeholder. It may be news: readers find the cursor there."""
        self._hint = hint
        self._fit_placeholder()

    def on_resize(self) -> None:
        """What has the cursor stays in sight, where less of the words fits in now."""
        self._fit_placeholder()
        if self.holds_words:
            self.call_after_refresh(self.scroll_cursor_visible)

    def _fit_placeholder(self) -> None:
        """Show as much of the placeholder as there is room for: it has one line."""
        width, shown = self.content_size.width, self._hint
        if width:
            shown = plain(cut(((shown, ""),), width, ellipsis=True))
        if str(self.placeholder) != shown:
            self.placeholder = Content(shown)

    def fill(self, text: str) -> None:
        """Put these words in the field, the cursor after them."""
        history: Any = self.history
        if not (text or self.text) and not (
            getattr(history, "_undo_stack", True) or getattr(history, "_redo_stack", True)
        ):
            return
        self.load_text(text)
        self.move_cursor(self.document.end)

    def let_go(self, text: str) -> None:
        """Empty the field of words that have been kept; what was typed since then stays."""
        rest = self.text.removeprefix(text)
        self.fill("" if rest == self.text and rest else rest)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            if is_within_text(event) and not self._one_line:
                self.action_newline()
            else:
                self.post_message(self.HandedIn(self, self.text))
            return
        if event.character and _is_text(event.character):
            event.stop()
            event.prevent_default()
            self._type(event.character)

    def is_at_edge(self, key: str) -> bool:
        """Whether the cursor cannot go further "up" or "down" in the words."""
        line = self.wrapped_document.location_to_offset(self.cursor_location).y
        return line == (0 if key == "up" else self.wrapped_document.height - 1)

    def action_newline(self) -> None:
        self._type("\n")

    def get_cursor_left_location(self) -> Location:
        """Before the letter on the left, with the marks that sit on it."""
        row, column = self.cursor_location
        if column == 0:
            return super().get_cursor_left_location()
        return row, boundary_before(self.document.get_line(row), column)

    def get_cursor_right_location(self) -> Location:
        """After the letter on the right, with the marks that sit on it."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        if column >= len(line):
            return super().get_cursor_right_location()
        return row, boundary_after(line, column)

    def _recompute_cursor_offset(self) -> None:
        # While an edit is undone the cursor may still stand on a line that is gone.
        there = self.clamp_visitable(self.cursor_location)
        self._cursor_offset = self.wrapped_document.location_to_offset(there)

    def action_delete_left(self) -> None:
        """Take away the last character typed: a mark alone, but an emoji with all its parts."""
        start, end = self.selection
        if start == end:
            row, column = end
            whole = emoji_before(self.document.get_line(row), column)
            start = (row, whole) if whole < column else self.navigator.get_location_left(end)
        self.delete(start, end, maintain_selection_offset=False)

    def action_leave(self) -> None:
        """Leave the field; its words stay in it."""
        self.post_message(self.Left(self))


def _is_text(character: str | None) -> bool:
    return bool(character) and not is_control_key(cast("str", character)[0])
