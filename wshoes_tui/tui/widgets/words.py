"""A field for words: grows with them, never blinks, hands them on with Enter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol, cast

from textual import events
from textual._text_area_theme import TextAreaTheme
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.document._document import Document, EditResult, Location
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from wshoes_tui.domain.text import without_surrogates
from wshoes_tui.tui.intake import is_within_text


class Words(Document):
    """Text in which a line ends at ``\\n`` and nowhere else.

    Textual ends one at thirteen different characters and makes them all the same, which
    would alter what somebody pasted.
    """

    def __init__(self, text: str) -> None:
        super().__init__("")
        self._lines = text.split("\n")

    def replace_range(self, start: Location, end: Location, text: str) -> EditResult:
        """Put a text in the place of another."""
        (top, left), (bottom, right) = sorted((start, end))
        replaced = self.get_text_range((top, left), (bottom, right))
        inserted = (self._lines[top][:left] + text).split("\n")
        end_location = (top + len(inserted) - 1, len(inserted[-1]))
        inserted[-1] += self._lines[bottom][right:]
        self._lines[top : bottom + 1] = inserted
        return EditResult(end_location, replaced)


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
        color: ansi_default;
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

        @property
        def control(self) -> WordsField:
            """The field."""
            return self.field

    @dataclass
    class Left(Message):
        """Escape was pressed: the words stay, the keys are wanted."""

        field: WordsField

        @property
        def control(self) -> WordsField:
            """The field."""
            return self.field

    def __init__(
        self, placeholder: str = "", *, one_line: bool = False, id: str | None = None
    ) -> None:
        self._one_line = one_line
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
        if self._dressed_in is not self._theme:
            self._dressed_in = self._theme
            self._theme.apply_css(self)
        return super(TextArea, self).render_lines(crop)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the screen at once: on its way up through the widgets it would wait in each."""
        event.stop()
        cast("HearsWords", self.screen).words_typed()

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document("", language)
        self.document = Words(text)
        self.wrapped_document = WrappedDocument(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        lines = event.text.replace("\r\n", "\n").replace("\r", "\n")  # as terminals send their ends
        await super()._on_paste(events.Paste(without_surrogates(lines)[0]))

    def fill(self, text: str) -> None:
        """Put these words in the field, the cursor after them."""
        if not (text or self.text or self.history._undo_stack or self.history._redo_stack):
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
        await super()._on_key(event)

    def is_at_edge(self, key: str) -> bool:
        """Whether the cursor cannot go further "up" or "down" in the words."""
        line = self.wrapped_document.location_to_offset(self.cursor_location).y
        return line == (0 if key == "up" else self.wrapped_document.height - 1)

    def action_newline(self) -> None:
        """Break the line."""
        self.insert("\n")

    def action_leave(self) -> None:
        """Leave the field; its words stay in it."""
        self.post_message(self.Left(self))
