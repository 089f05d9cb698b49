"""List to choose from, safe to show anybody's words in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from rich.segment import Segment
from rich.style import Style
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from wshoes_tui.cells.colour_profiles import LIVE, WORD, hex_of
from wshoes_tui.first_paint.page_text import BAR as LIVE_BAR
from wshoes_tui.flow.answer_parser import with_usual_digits

if TYPE_CHECKING:
    from textual._widget_navigation import Direction

    from wshoes_tui.tui.app_protocols import SessionApp


BAR = Segment(LIVE_BAR, Style(color=hex_of(LIVE)))
NAME, TOLD = Style(color=hex_of(LIVE), bold=True), Style(color=hex_of(WORD), dim=False)


def marked_strip(strip: Strip, *, has_bold: bool, slow: bool) -> Strip:
    """A line of the marked option: a bar in its first cell; its name live, the rest not quiet.

    Args:
        strip: the line.
        has_bold: whether bold words are the name; else those that are not quiet.
        slow: whether the bar alone has to do, as on its further lines.
    """
    if not strip.text.strip():
        return strip
    if slow:
        return Strip([BAR, *strip.crop(1)], strip.cell_length)
    rest = [one for segment in strip.crop(2) for one in _marked(segment, has_bold=has_bold)]
    return Strip([BAR, Segment(" "), *rest], strip.cell_length)


def _marked(segment: Segment, *, has_bold: bool) -> Iterator[Segment]:
    text, style, _control = segment
    if style is None or (style.color is not None and not style.color.is_default):
        yield segment  # words of people and of cards, or the tint of shoes
        return
    words = text.rstrip()
    if words:
        named = not style.dim and bool(style.bold) in (has_bold, True)
        yield Segment(words, style + (NAME if named else TOLD))
    if words != text:
        yield Segment(text[len(words) :], style)


class MarkedList(OptionList):
    """A list whose marked line has a bar before it; its options have two cells for that."""

    at_rest = False
    """Whether the marked line looks like the others, as another place of the page is live."""

    def rest(self, at_rest: bool) -> None:
        """Mark the line no more, or again."""
        if at_rest != self.at_rest:
            self.at_rest = at_rest
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line; those of the marked option stand out."""
        strip = super().render_line(y)
        lines: Sequence[tuple[int, int]] = getattr(self, "_lines", ())
        at = self.scroll_offset.y + y
        if self.at_rest or self.highlighted is None:
            return strip
        if at >= len(lines) or lines[at][0] != self.highlighted:
            return strip
        spans = getattr(self.get_option_at_index(self.highlighted).prompt, "spans", ())
        has_bold = any(span.style == "bold" for span in spans)
        return marked_strip(
            strip,
            has_bold=has_bold,
            slow=lines[at][1] > 0 or cast("SessionApp", self.app).terminal.slow,
        )

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor stands: at the beginning of the highlighted row."""
        return self.content_region.offset + Offset(2, self._highlighted_line())

    @property
    def columns_of_entries(self) -> range:
        """The columns of the screen in which its entries stand."""
        region = self.content_region
        return range(region.x, region.right)

    def _highlighted_line(self) -> int:
        lines: dict[int, int] = getattr(self, "_index_to_line", {})
        option = self.highlighted or 0
        return lines.get(option, option) - self.scroll_offset.y

    def _move_page(self, direction: Direction) -> None:
        """A page up or down; nothing without room for the list: Textual has no lines then."""
        if self.scrollable_content_region:
            super()._move_page(direction)


class ChoiceList(MarkedList, inherit_css=False):
    """Lines of content, each with an id."""

    DEFAULT_CSS = """
    ChoiceList {
        height: auto;
        max-height: 1fr;
        overflow: hidden auto;
        color: ansi_default;
        scrollbar-size-vertical: 1;
    }
    ChoiceList > .option-list--option { padding: 0 1 0 2; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = OptionList.COMPONENT_CLASSES

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "screen.scroll(-0.8)", show=False),
        Binding("pagedown", "screen.scroll(0.8)", show=False),
    ]

    @property
    def shows_cursor(self) -> bool:
        """Whether the terminal's cursor stands in it: not where there is no line to stand in."""
        return bool(self.option_count)

    def fill(self, rows: Sequence[tuple[str, Content]], stay_on: str | None = None) -> None:
        """Replace the rows; the highlight stays on the row of that id, or where it was.

        A row whose id begins with "-" is a heading or a gap: it cannot be chosen.
        """
        stay_on = stay_on or self.chosen
        where = self.highlighted
        self.set_options(
            [Option(row, id=row_id, disabled=row_id.startswith("-")) for row_id, row in rows]
        )
        open_rows = [i for i, (row_id, _) in enumerate(rows) if not row_id.startswith("-")]
        same = next((i for i, (row_id, _) in enumerate(rows) if row_id == stay_on), None)
        if same is not None:
            self.highlighted = same
        elif open_rows:
            near = where if where is not None else 0
            self.highlighted = min(open_rows, key=lambda index: abs(index - near))

    def watch_has_focus(self, _has_focus: bool) -> None:
        """It looks the same with the focus and without; Textual works out all its styles anew."""

    def find(self, typed: str) -> bool:
        """Mark the line with this mark or number, or else the first with a word that begins so.

        Args:
            typed: a mark such as "P" or "P2", a number, or the beginning of a name. A number is
                the one at the beginning of a line; where there is none, the place in the list.

        Returns:
            Whether there is one.
        """
        wanted = with_usual_digits(typed.casefold())
        rows = [str(option.prompt).casefold() for option in self.options]
        if wanted.isdecimal() and not any(row.startswith(f"{wanted} ") for row in rows):
            chosen = [at for at, option in enumerate(self.options) if not option.disabled]
            if 1 <= int(wanted[:4]) <= len(chosen):
                self.highlighted = chosen[int(wanted[:4]) - 1]
                return True
        tests: tuple[Callable[[str], bool], ...] = (
            lambda row: row.startswith(f"[{wanted}]"),
            lambda row: row.removeprefix("[").startswith(wanted),
            lambda row: f" {wanted}" in row,
        )
        for test in tests:
            for number, row in enumerate(rows):
                if test(row) and not self.options[number].disabled:
                    self.highlighted = number
                    return True
        return False

    def step(self, by: int) -> None:
        """Mark the next line, or the one before."""
        if by > 0:
            self.action_cursor_down()
        else:
            self.action_cursor_up()

    def turn_page(self, by: Direction) -> None:
        """Mark a line about a page further on, or back."""
        self._move_page(by)

    def action_select(self) -> None:
        """Enter on a line; where there is none, it is the page's to answer."""
        if self.chosen is None:
            raise SkipAction
        super().action_select()

    @property
    def chosen(self) -> str | None:
        """The id of the highlighted row."""
        if self.highlighted is None or self.highlighted >= self.option_count:
            return None
        return self.get_option_at_index(self.highlighted).id
