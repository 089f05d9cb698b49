"""The numbers from 0 to 10, pair of shoes by pair of shoes, before and after."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from wshoes_tui.domain.commands import Rate
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import RatingWhen
from wshoes_tui.locale import _
from wshoes_tui.services.numbers import read_ratings
from wshoes_tui.tui.prose import join, named
from wshoes_tui.tui.widgets.choices import Choices
from wshoes_tui.tui.widgets.words import WordsField

if TYPE_CHECKING:
    from wshoes_tui.tui.app import WshoesApp


class Ratings(Vertical):
    """A row a pair of shoes, and one field for the numbers people call out."""

    DEFAULT_CSS = "Ratings { height: auto; }"

    def __init__(self, when: RatingWhen) -> None:
        super().__init__()
        self._when: RatingWhen = when

    def compose(self) -> ComposeResult:
        """The question, the rows, the field."""
        yield Static(
            _(
                "How well do I understand what life is like for them today? "
                "0 is not at all, 10 is completely. Call out a number, no names."
            ),
            markup=False,
        )
        yield Choices(id=f"rows-{self._when}")
        yield WordsField(_("numbers as they are called out: 4 7 6"), id=f"numbers-{self._when}")

    def on_mount(self) -> None:
        """No field until it is asked for."""
        self._field.display = False

    @property
    def _field(self) -> WordsField:
        return self.query_one(WordsField)

    @property
    def typing(self) -> bool:
        """Whether numbers are being typed."""
        return self._field.has_focus

    @property
    def _room(self) -> WshoesApp:
        return cast("WshoesApp", self.app)

    def _shoes(self) -> Iterable[tuple[str, str, Shoes]]:
        for played in self._room.session.decks:
            for shoes in played.deck.shoes:
                yield f"{played.deck.id}/{shoes.id}", played.deck.id, shoes

    def show(self) -> None:
        """The rows with the numbers so far."""
        rows = []
        every = [shoes for _key, _deck, shoes in self._shoes()]
        for key, deck, shoes in self._shoes():
            numbers = " ".join(
                str(rating.value)
                for rating in self._room.session.ratings
                if (rating.deck, rating.shoes, rating.when) == (deck, shoes.id, self._when)
            )
            rows.append((key, join(named(shoes, 28, every), numbers)))
        self.query_one(Choices).fill(rows)

    def begin(self) -> None:
        """Type numbers for the highlighted row."""
        self._field.display = True
        self._field.focus()

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Keep the numbers and go on to the next row; an empty line goes on, too."""
        message.stop()
        rows = self.query_one(Choices)
        found = next((row for row in self._shoes() if row[0] == rows.chosen), None)
        if found is not None and message.text.strip():
            numbers = read_ratings(message.text)
            if numbers is None:
                self._room.say(_("Whole numbers from 0 to 10, with spaces between them."))
                return
            if await self._room.do(Rate(found[1], found[2].id, numbers, self._when)) is None:
                return
            self._room.say("")
        message.field.fill("")
        last = rows.option_count - 1
        if rows.highlighted is not None and rows.highlighted < last:
            rows.highlighted += 1
        else:
            self.stop()

    def on_words_field_left(self, message: WordsField.Left) -> None:
        """Escape: no more numbers for now."""
        message.stop()
        self.stop()

    def stop(self) -> None:
        """Put the field away."""
        self._field.fill("")
        self._field.display = False
        self.screen.set_focus(None)
