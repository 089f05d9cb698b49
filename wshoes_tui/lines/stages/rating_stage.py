"""The numbers from 0 to 10, asked for one pair of shoes after the other."""

from __future__ import annotations

from wshoes_tui.domain.commands import Rate
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import RatingWhen
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.answer_parser import read_ratings
from wshoes_tui.flow.questions import numbers_question
from wshoes_tui.lines import render
from wshoes_tui.lines.argument_parser import pick
from wshoes_tui.lines.stages.stage import Stage
from wshoes_tui.locale import N_, _

Row = tuple[str, Shoes]
"""The id of a deck, and shoes of it."""


class RatingStage:
    """What is asked, and which shoes come next."""

    def __init__(self, stage: Stage, when: RatingWhen) -> None:
        self._stage = stage
        self._when: RatingWhen = when
        self._next = 0

    @property
    def _rows(self) -> list[Row]:
        decks = self._stage.session.decks
        return [(played.deck.id, shoes) for played in decks for shoes in played.deck.shoes]

    @property
    def _row(self) -> Row | None:
        return self._rows[self._next] if self._next < len(self._rows) else None

    def tell_state(self) -> None:
        """The question for all shoes, and the numbers that there are."""
        self._stage.out.say(
            "Step",
            numbers_question(self._stage.session),
        )
        for row in self._rows:
            if self._given(row):
                self._tell_row(row)

    def question(self) -> str:
        """The numbers for the next shoes."""
        if self._row is None:
            return _("That was everybody's shoes. /go goes on.")
        return _(
            "Numbers for {shoes}? Such as: 4 7 6. /skip leaves them out, /go goes on.",
            shoes=render.shoes_name(self._row[1]),
        )

    async def rate(self, words: str) -> None:
        """Numbers for any shoes; without any words, those there are."""
        if words.strip():
            await self.take_line(words)
            return
        for row in self._rows:
            self._tell_row(row)

    async def take_line(self, text: str) -> None:
        """Numbers for the shoes that were asked for, or "P: 4 7 6" for others."""
        row, numbers = self._row, read_ratings(text)
        if numbers is None:
            wanted, colon, rest = text.rpartition(":")
            if not colon:
                wanted, _space, rest = text.strip().partition(" ")
            numbers = read_ratings(rest)
            row = self._named(wanted) if numbers is not None and wanted.strip() else None
        if row is None or numbers is None:
            raise Refusal("Whole numbers from 0 to 10, with spaces between them. Nothing was kept.")
        await self._stage.conversation.do(Rate(row[0], row[1].id, numbers, self._when))
        self._tell_row(row)
        if row == self._row:
            await self.skip()

    async def skip(self) -> None:
        """On to the next shoes."""
        if self._row is None:
            raise Refusal("There are no more shoes to ask for. /go goes on.")
        self._next += 1
        self._stage.conversation.ask()

    def _named(self, wanted: str) -> Row:
        named = [(row, (row[1].name, row[1].mark, row[1].id)) for row in self._rows]
        return pick(
            wanted, named, N_("There are no shoes called {wanted}. /rate says which there are.")
        )

    def _tell_row(self, row: Row) -> None:
        given = " ".join(map(str, self._given(row))) or _("no numbers yet")
        self._stage.out.say("Number", f"{render.shoes_name(row[1])}: {given}")

    def _given(self, row: Row) -> list[int]:
        wanted = (row[0], row[1].id, self._when)
        ratings = self._stage.session.ratings
        return [r.value for r in ratings if (r.deck, r.shoes, r.when) == wanted]
