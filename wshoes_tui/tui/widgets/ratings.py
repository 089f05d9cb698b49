"""Widget for ratings: numbers from 0 to 10 for each pair of shoes, before or after the turns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.flow.answer_parser import read_ratings
from wshoes_tui.flow.blocks import NumbersBlock
from wshoes_tui.flow.questions import A_NUMBER, is_alone, numbers_question
from wshoes_tui.flow.step_flow import NumbersFlow
from wshoes_tui.locale import _
from wshoes_tui.tui.block_content import work_effects
from wshoes_tui.tui.content import joined_content, marked_name, named
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.words_field import WordsField

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import SessionApp


class Ratings(Vertical):
    """A row a pair of shoes. The field for the numbers is not in it: see ``below``.

    Args:
        flow: the step of the session at which they are given.
    """

    DEFAULT_CSS = "Ratings { height: auto; }"

    def __init__(self, flow: NumbersFlow) -> None:
        super().__init__()
        self._flow = flow
        self.asked = Static(id=f"asked-{flow.when}", classes="label", markup=False)
        self.field = WordsField(one_line=True, id=f"numbers-{flow.when}")
        self.field.add_class("live")

    def compose(self) -> ComposeResult:
        yield Static(numbers_question(self._session_app.session), markup=False)
        yield ChoiceList(id=f"rows-{self._flow.when}")

    def below(self) -> Iterable[Widget]:
        """Whose numbers are typed, and the field: below the body, where they stay in sight."""
        yield self.asked
        yield self.field

    @property
    def rows(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    @property
    def typing(self) -> bool:
        return self.field.has_focus

    @property
    def all_given(self) -> bool:
        """Whether there is a number for each pair of shoes."""
        return all(row.values for row in self._flow.rows())

    @property
    def _is_alone(self) -> bool:
        return is_alone(self._session_app.session)

    @property
    def _session_app(self) -> SessionApp:
        return cast("SessionApp", self.app)

    def show_ratings(self, *, shown: bool) -> None:
        """Show the rows with the numbers so far and the field, or nothing of all this."""
        self.display = self.field.display = self.asked.display = shown
        if not shown:
            return
        hint = _(A_NUMBER) if self._is_alone else _("numbers as they are called out: 4 7 6")
        self.field.show_hint(hint)
        rows = self._flow.rows()
        every = [row.shoes for row in rows]
        filled = []
        for row in rows:
            numbers = " ".join(map(str, row.values))
            filled.append((row_id(row), joined_content(named(row.shoes, 28, every), numbers)))
        self.rows.fill(filled)
        self.show_asked()

    def show_asked(self) -> None:
        """Name the shoes above the field that the numbers in it are for, and show their row."""
        row = self._row
        self.asked.update(marked_name(row.shoes) if row else "")
        self.call_after_refresh(self._scroll_to_row)

    def _scroll_to_row(self) -> None:
        """Bring the marked row into sight: it is not the list that scrolls, but the body."""
        rows, body = self.rows, self.parent
        if isinstance(body, Widget) and self.display:
            line = (rows.highlighted or 0) + rows.virtual_region.y + self.virtual_region.y
            body.scroll_to_region(Region(0, line, 1, 1), animate=False)

    @property
    def _row(self) -> NumbersBlock | None:
        chosen = self.rows.chosen
        return next((row for row in self._flow.rows() if row_id(row) == chosen), None)

    def takes_key(self, event: events.Key | events.Paste) -> bool:
        """Decide what a key is on a page where letters act.

        A digit, of any script, begins numbers: the field has the focus before it comes there. Up
        and Down choose the shoes.

        Returns:
            Whether the key is done with.
        """
        if isinstance(event, events.Key) and event.key in ("up", "down"):
            self.rows.step(-1 if event.key == "up" else 1)
            return True
        typed = event.text if isinstance(event, events.Paste) else event.character or ""
        if typed[:1].isdecimal():
            self.begin_ratings()
        return False

    def begin_ratings(self) -> None:
        """Type numbers for the highlighted row."""
        self.screen.set_focus(self.field, scroll_visible=False)
        self.field.remove_class("-waiting")

    async def hand_in(self, text: str) -> bool:
        """Keep the numbers and go on to the next row.

        Returns:
            Whether to go on to the next step: an Enter on an empty field when there is nothing
            more to ask for; in the closing round of one person the last number, too.
        """
        had_all = self.all_given
        if not text.strip():
            if had_all:
                return True
            self._session_app.say(_("Type numbers. Up and Down: other shoes. Esc, then n: go on."))
        elif read_ratings(text) is None and self.rows.find(text.strip()):
            self.field.fill("")  # the shoes whose numbers come next
        elif await self.save():
            if self.all_given:
                if not had_all and self._flow.when == "after" and self._is_alone:
                    return True
                self._session_app.say(_("✓ saved. Those were all. Enter goes on."))
            else:
                self._to_next()
        return False

    def _to_next(self) -> None:
        """Mark the next row that has no number yet; behind the last one, the first."""
        rows = self._flow.rows()
        at = self.rows.highlighted or 0
        order = (*range(at + 1, len(rows)), *range(at))
        self.rows.highlighted = next((one for one in order if not rows[one].values), at)

    async def save(self) -> bool:
        """Keep the numbers in the field; False, and a sentence, where that is not possible."""
        text, row = self.field.text, self._row
        if row is None or not text.strip():
            return True
        if not await work_effects(self._session_app, self._flow.answer(text, row)):
            return False
        self.field.fill("")
        return True

    def on_option_list_option_highlighted(self) -> None:
        """Other shoes are marked."""
        self.show_asked()


def row_id(row: NumbersBlock) -> str:
    """The id of a pair of shoes in the list."""
    return f"{row.deck}/{row.shoes.id}"
