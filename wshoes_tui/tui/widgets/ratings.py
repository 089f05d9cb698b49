"""Widget for ratings: numbers from 0 to 10 for each pair of shoes, before or after the turns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from wshoes_tui.domain.commands import Rate
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import RatingWhen
from wshoes_tui.flow.answer_parser import read_ratings
from wshoes_tui.flow.questions import is_alone, numbers_question
from wshoes_tui.locale import _
from wshoes_tui.tui.content import joined_content, named
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.words_field import WordsField

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import SessionApp


class Ratings(Vertical):
    """A row a pair of shoes, and one field for the numbers people call out.

    Args:
        when: before or after the turns.
        open_field: whether the field stands there all the time, or only once it is asked for.
    """

    DEFAULT_CSS = "Ratings { height: auto; }"

    def __init__(self, when: RatingWhen, *, open_field: bool = False) -> None:
        super().__init__()
        self._when: RatingWhen = when
        self._open_field = open_field

    def compose(self) -> ComposeResult:
        """The question, the rows, the field."""
        yield Static(numbers_question(self._session_app.session), markup=False)
        yield ChoiceList(id=f"rows-{self._when}")
        alone = is_alone(self._session_app.session)
        hint = _("a number from 0 to 10") if alone else _("numbers as they are called out: 4 7 6")
        yield WordsField(hint, one_line=True, id=f"numbers-{self._when}")

    def on_mount(self) -> None:
        """No field until it is asked for, unless it always stands there."""
        self.field.display = self._open_field

    @property
    def field(self) -> WordsField:
        """The field for numbers."""
        return self.query_one(WordsField)

    @property
    def rows(self) -> ChoiceList:
        """The pairs of shoes."""
        return self.query_one(ChoiceList)

    @property
    def typing(self) -> bool:
        """Whether numbers are being typed."""
        return self.field.has_focus

    @property
    def _session_app(self) -> SessionApp:
        return cast("SessionApp", self.app)

    def _shoes(self) -> Iterable[tuple[str, str, Shoes]]:
        for played in self._session_app.session.decks:
            for shoes in played.deck.shoes:
                yield f"{played.deck.id}/{shoes.id}", played.deck.id, shoes

    def show_ratings(self) -> None:
        """The rows with the numbers so far."""
        rows = []
        every = [shoes for _key, _deck, shoes in self._shoes()]
        for key, deck, shoes in self._shoes():
            numbers = " ".join(
                str(rating.value)
                for rating in self._session_app.session.ratings
                if (rating.deck, rating.shoes, rating.when) == (deck, shoes.id, self._when)
            )
            rows.append((key, joined_content(named(shoes, 28, every), numbers)))
        self.query_one(ChoiceList).fill(rows)

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
        text = self.field.text
        found = next((row for row in self._shoes() if row[0] == self.rows.chosen), None)
        if found is None or not text.strip():
            return True
        numbers = read_ratings(text)
        if numbers is None:
            self._session_app.say(_("Whole numbers from 0 to 10, with spaces between them."))
            return False
        if await self._session_app.do(Rate(found[1], found[2].id, numbers, self._when)) is None:
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
