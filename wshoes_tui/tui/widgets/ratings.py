"""Widget for ratings: numbers from 0 to 10 for each pair of shoes, before or after the turns."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from wshoes_tui.flow.blocks import NumbersBlock
from wshoes_tui.flow.questions import A_NUMBER, is_alone, numbers_question
from wshoes_tui.flow.step_flow import NumbersFlow
from wshoes_tui.locale import _
from wshoes_tui.tui.block_content import work_effects
from wshoes_tui.tui.content import joined_content, named
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.words_field import WordsField

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import SessionApp


class Ratings(Vertical):
    """A row a pair of shoes, and one field for the numbers people call out.

    Args:
        flow: the step of the session at which they are given.
        open_field: whether the field stands there all the time, or only once it is asked for.
    """

    DEFAULT_CSS = "Ratings { height: auto; }"

    def __init__(self, flow: NumbersFlow, *, open_field: bool = False) -> None:
        super().__init__()
        self._flow = flow
        self._open_field = open_field

    def compose(self) -> ComposeResult:
        yield Static(numbers_question(self._session_app.session), markup=False)
        yield ChoiceList(id=f"rows-{self._flow.when}")
        alone = is_alone(self._session_app.session)
        hint = _(A_NUMBER) if alone else _("numbers as they are called out: 4 7 6")
        yield WordsField(hint, one_line=True, id=f"numbers-{self._flow.when}")

    def on_mount(self) -> None:
        """No field until it is asked for, unless it always stands there."""
        self.field.display = self._open_field

    @property
    def field(self) -> WordsField:
        return self.query_one(WordsField)

    @property
    def rows(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    @property
    def typing(self) -> bool:
        return self.field.has_focus

    @property
    def _session_app(self) -> SessionApp:
        return cast("SessionApp", self.app)

    def show_ratings(self, *, shown: bool) -> None:
        """Show the rows with the numbers so far, or nothing of all this."""
        self.display = shown
        if not shown:
            return
        rows = self._flow.rows()
        every = [row.shoes for row in rows]
        filled = []
        for row in rows:
            numbers = " ".join(map(str, row.values))
            filled.append((row_id(row), joined_content(named(row.shoes, 28, every), numbers)))
        self.rows.fill(filled)

    def begin_ratings(self) -> None:
        """Type numbers for the highlighted row."""
        self.field.display = True
        self.screen.set_focus(self.field)

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Keep the numbers and go on to the next row."""
        message.stop()
        if not message.text.strip():
            self._session_app.say(_("Type numbers. Up and Down: other shoes. Esc: go on."))
        elif await self.save() and self.rows.highlighted is not None:
            if self.rows.highlighted < self.rows.option_count - 1:
                self.rows.highlighted += 1
            else:
                self._session_app.say(_("✓ saved. Those were all."))

    async def save(self) -> bool:
        """Keep the numbers in the field; False, and a sentence, where that is not possible."""
        text, chosen = self.field.text, self.rows.chosen
        row = next((row for row in self._flow.rows() if row_id(row) == chosen), None)
        if row is None or not text.strip():
            return True
        if not await work_effects(self._session_app, self._flow.answer(text, row)):
            return False
        self.field.fill("")
        return True

    def on_words_field_left(self, message: WordsField.Left) -> None:
        """Escape: no more numbers for now."""
        message.stop()
        self.stop()

    def stop(self) -> None:
        """Put the field away."""
        self.field.fill("")
        self.field.display = self._open_field
        self.screen.set_focus(None)


def row_id(row: NumbersBlock) -> str:
    """The id of a pair of shoes in the list."""
    return f"{row.deck}/{row.shoes.id}"
