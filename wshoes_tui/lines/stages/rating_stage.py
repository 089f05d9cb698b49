"""Numbers from 0 to 10 in line mode, asked for one pair of shoes after the other."""

from __future__ import annotations

from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.answer_parser import read_ratings
from wshoes_tui.flow.blocks import NumbersBlock
from wshoes_tui.flow.step_flow import NumbersFlow
from wshoes_tui.lines import render
from wshoes_tui.lines.argument_parser import pick
from wshoes_tui.lines.stages.stage import Stage
from wshoes_tui.locale import N_, _


class RatingStage:
    """The part of a line stage that asks for numbers: it knows which shoes come next."""

    def __init__(self, stage: Stage, flow: NumbersFlow) -> None:
        self._stage = stage
        self._flow = flow
        self._next = 0

    @property
    def _row(self) -> NumbersBlock | None:
        rows = self._flow.rows()
        return rows[self._next] if self._next < len(rows) else None

    def question(self) -> str:
        """The numbers for the next shoes."""
        if self._row is None:
            return _("That was everybody's shoes. /go goes on.")
        return _(
            "Numbers for {shoes}? Such as: 4 7 6. /skip leaves them out, /go goes on.",
            shoes=render.shoes_name(self._row.shoes),
        )

    async def rate(self, words: str) -> None:
        """Numbers for any shoes; without any words, those there are."""
        if words.strip():
            await self.take_line(words)
            return
        render.say_blocks(self._stage.out, self._flow.rows())

    async def take_line(self, text: str) -> None:
        """Numbers for the shoes that were asked for, or "P: 4 7 6" for others."""
        row = asked = self._row
        if read_ratings(text) is None:
            wanted, colon, rest = text.rpartition(":")
            if not colon:
                wanted, _space, rest = text.strip().partition(" ")
            named = read_ratings(rest) is not None and wanted.strip()
            row, text = (self._named(wanted) if named else None), rest
        if await self._stage.run(self._flow.answer(text, row)) and row == asked:
            await self.skip()

    async def skip(self) -> None:
        """On to the next shoes."""
        if self._row is None:
            raise Refusal("There are no more shoes to ask for. /go goes on.")
        self._next += 1
        self._stage.conversation.ask()

    def _named(self, wanted: str) -> NumbersBlock:
        named = [(row, (row.shoes.name, row.shoes.mark, row.shoes.id)) for row in self._flow.rows()]
        return pick(
            wanted, named, N_("There are no shoes called {wanted}. /rate says which there are.")
        )
