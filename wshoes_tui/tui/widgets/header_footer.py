"""Widgets of every page: the line at the top, the body, the line of keys at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.style import Style
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.geometry import Size
from textual.layout import DockArrangeResult
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.widget import Widget

from wshoes_tui.cells.cell_layout import Styled
from wshoes_tui.cells.colour_profiles import THIN, hex_of
from wshoes_tui.domain.text import one_line
from wshoes_tui.first_paint.page_frame import SCROLL_BAR, scroll_bar
from wshoes_tui.first_paint.page_text import (
    heading_text,
    key_text,
    sentence_text,
    shown_keys,
    turn_heading,
)
from wshoes_tui.first_paint.text_places import MOST_COLUMNS
from wshoes_tui.flow.actions import Action
from wshoes_tui.locale import _
from wshoes_tui.tui.content import styled_content

if TYPE_CHECKING:
    from wshoes_tui.hub.session_hub import SessionHub


class LineScrollBar(ScrollBarRender):
    """Scroll bar of a thin line beside what is in sight: no ground, nothing that is reversed."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        size = options.height or console.height
        drawn = scroll_bar(size, self.virtual_size if self.window_size else 0, int(self.position))
        for cell in range(size):
            yield Segment(SCROLL_BAR, BAR_STYLE) if cell in drawn else Segment(" ")
            yield Segment.line()


ScrollBar.renderer = LineScrollBar
BAR_STYLE = Style(color=hex_of(THIN))


class Body(VerticalScroll, can_focus=False, inherit_css=False):
    """The part of a page that scrolls where it does not fit. It tells its page what is seen of it.

    ``body_moved`` of the page is called when it was laid out anew, or scrolled.
    """

    def on_resize(self) -> None:
        """Its own size has changed."""
        self._tell_page()

    def watch_virtual_size(self) -> None:
        """The size of what it holds has changed, in a layout that still goes on."""
        self.call_later(self._tell_page)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other lines are in sight."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_page()

    def _tell_page(self) -> None:
        if not self.is_attached:
            return  # its page was left: an animation of Textual goes on for a tick after that
        if (tell := getattr(self.screen, "body_moved", None)) is not None:
            tell()


class BlankBody(Body):
    """The same, where nothing of it is to be seen but what it holds."""

    BLANK = True


class PageColumn(Vertical, inherit_css=False):
    """Widgets one under the other, each as high as what it holds; nothing else is to be seen."""

    BLANK = True

    def arrange(self, size: Size, optimal: bool = False) -> DockArrangeResult:
        """Where they stand, which is the same whatever height there is: worked out once."""
        return super().arrange(Size(size.width, 0), optimal)


class TopLine(Widget, inherit_css=False):
    """Where we are on the left, what it belongs to in the middle, how it stands on the right."""

    DEFAULT_CSS = """
    TopLine { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._parts = ("", "", "")
        self._lines: Sequence[Styled] | None = None
        """The evening as a line, on the page of a turn."""

    def show_heading(self, left: str = "", middle: str = "", right: str = "") -> None:
        """Show these three, made safe; the middle gives way first where there is no room."""
        self._show(None, left, middle, right)

    def show_turn(self, left: str, lines: Sequence[Styled], right: str) -> None:
        """Show which turn it is, the evening as a line, and what there is so far."""
        self._show(lines, left, "", right)

    def _show(self, lines: Sequence[Styled] | None, *texts: str) -> None:
        left, middle, right = map(one_line, texts)
        if (lines, left, middle, right) != (self._lines, *self._parts):
            self._lines, self._parts = lines, (left, middle, right)
            self.refresh()

    def render(self) -> Content:
        left, middle, right = self._parts
        if self._lines is not None:
            return styled_content(turn_heading(left, self._lines, right, width_in(self)))
        return styled_content(heading_text(left, middle, right, width_in(self)))


def width_in(widget: Widget) -> int:
    """The columns within a widget's padding. ``content_size`` has the whole screen laid out."""
    return max(0, widget.outer_size.width - widget.gutter.width)


def is_crowded(screen: DOMNode) -> bool:
    """Whether a screen has no room for empty lines."""
    return not screen.classes.isdisjoint(("-narrow", "-low"))


class KeyLine(Widget, inherit_css=False):
    """The few keys that matter now; in the row above them, one sentence about what just happened.

    That row is kept free where there is room for it, so that a sentence moves nothing; and a
    longer one that goes while somebody types leaves its rows free until there is other news.
    """

    DEFAULT_CSS = """
    KeyLine { height: auto; min-height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[tuple[str, str], ...] = ()
        self._more = True
        self._sentence = ""
        self._hint = self._note = ""
        self._kept_free = (0, 1)
        """The rows above the keys that stay free without a sentence, at which width."""
        self._made: tuple[int, Content] | None = None

    def show_keys(self, keys: Sequence[Action], *, more: bool = True) -> None:
        """Show these keys, as many as there is room for, and ``?`` where it is a key."""
        shown = shown_keys(keys)
        if (shown, more) != (self._keys, self._more):
            self._keys, self._more = shown, more
            self._lay_out_anew()

    def show_note(self, note: str) -> None:
        """Show how words are kept, at the right end of the row above the keys, if that is free."""
        note = one_line(note)
        if note != self._note:
            self._note, self._made = note, None
            self.refresh()

    def say(self, sentence: str) -> None:
        """Show one sentence above the keys; an empty one takes it away."""
        sentence = one_line(sentence)
        if sentence != self._sentence:
            self._sentence = sentence
            self._lay_out_anew()

    def show_hint(self, hint: str) -> None:
        """Show a hint wherever there is no sentence; an empty one takes it away."""
        if hint != self._hint:
            self._hint = hint
            self._lay_out_anew()

    def clear_sentence(self, *, in_place: bool) -> None:
        """Take the sentence away; in place, the rows it took stay free if there is room."""
        if not in_place or self._made is None or self._hint or is_crowded(self.screen):
            self.say("")
        elif self._sentence:
            width, content = self._made
            self._kept_free = (width, content.get_height({}, width) - 1)
            self._sentence, self._made = "", None
            self.refresh()

    def _lay_out_anew(self) -> None:
        self._kept_free, self._made = (0, 1), None
        self.refresh(layout=True)

    @property
    def sentence(self) -> str:
        return self._sentence

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The lines it takes at this width: it is asked before it has that width."""
        return self._content(width).get_height({}, width)

    def render(self) -> Content:
        return self._content(width_in(self))

    def _content(self, width: int) -> Content:
        """For this many columns; it is asked for its height first, and then for itself."""
        if self._made is None or self._made[0] != width:
            self._made = (width, self._make(width))
        return self._made[1]

    def _with_note(self, row: Content, width: int) -> Content:
        """A row with the note at its end, where there is room for both."""
        note = Content.styled(self._note, "dim")
        free = width - row.cell_length - note.cell_length
        return row + Content(" " * free) + note if self._note and free > bool(row) else row

    def _make(self, width: int) -> Content:
        keys = styled_content(key_text(self._keys, width, more=self._more))
        told, free = self._sentence or self._hint, 0
        if not told and not is_crowded(self.screen):
            free = self._kept_free[1] if self._kept_free[0] == width else 1
        if not told and not free:
            return keys
        row = styled_content(sentence_text(told, width)) if told else Content("")
        row = self._with_note(row, min(width, MOST_COLUMNS))
        return Content("\n").join([*[Content("")] * (free - 1), row, keys])


class PeopleLine(Widget):
    """Who writes, who is done, who has a hand up; before the first card, how to join.

    For the facilitator of a hosted session.
    """

    DEFAULT_CSS = """
    PeopleLine { height: auto; margin-top: 1; }
    .-narrow PeopleLine { margin-top: 0; }
    .-low PeopleLine { margin-top: 0; }
    """

    def __init__(self, hub: SessionHub) -> None:
        super().__init__()
        self._hub = hub
        self._told = ""

    def show_people(self) -> None:
        from wshoes_tui.hub.roster import people_told

        told = one_line(self._asking() or people_told(self._hub))
        if told != self._told:
            self._told = told
            self.refresh(layout=True)

    def _asking(self) -> str:
        """Who asks to be let in, and the keys for it on this screen."""
        if not self._hub.asking:
            return ""
        name = self._hub.asking[0].told
        if getattr(self.screen, "SCOPE", "") == "people":
            return _(
                "{name} asks to come back to their seat: v lets them in, d does not", name=name
            )
        return _("{name} asks to come back to their seat: h, then v to let them in", name=name)

    def render(self) -> Content:
        to_be_read_out = self._told == self._hub.joining.line
        return Content.styled(self._told, "bold" if to_be_read_out else "dim")
