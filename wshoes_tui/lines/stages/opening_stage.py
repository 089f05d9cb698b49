"""Line stage of the opening: agreements, the consent card, and numbers from 0 to 10.

The closing stage asks for its numbers with ``RatingStage``, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.answer_parser import is_no, is_yes, read_ratings
from wshoes_tui.flow.blocks import NumbersBlock
from wshoes_tui.flow.opening_flow import OpeningFlow
from wshoes_tui.flow.step_flow import NumbersFlow
from wshoes_tui.lines import render
from wshoes_tui.lines.argument_parser import numbered, pick
from wshoes_tui.lines.stages.stage import Stage, Steps
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation


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


NO_SUCH = N_("There is no agreement {wanted}. /where says them with their numbers.")


class OpeningStage(Steps):
    """The opening; /go cards leaves out the rest of it."""

    SCOPE = "opening"
    flow: OpeningFlow

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self.flow = OpeningFlow(lambda: self.session, lambda: conversation.easy)
        self.flow.begin()
        self._numbers = RatingStage(self, self.flow.numbers)

    def position(self) -> tuple[object, ...]:
        """The step; and which consent card it is, since that may change while it is read."""
        return (*super().position(), self.flow.consent_rules)

    def tell_state(self) -> None:
        """What this step is about; a consent card is read from here on as it is now."""
        super().tell_state()
        self.flow.begin_reading()

    def question(self) -> str:
        """Do we agree?"""
        if self.flow.step == "numbers":
            return self._numbers.question()
        return self.flow.question().text

    async def take_line(self, text: str) -> None:
        """One more agreement, a yes, or numbers."""
        if self.flow.step == "agreements":
            await self.run(self.flow.change_agreement(len(self.flow.agreements), text))
        elif self.flow.step == "numbers":
            await self._numbers.take_line(text)
        elif is_no(text):
            self.out.say("Notice", _("Then talk about it first. Nothing was kept."))
            self.conversation.ask()
        elif is_yes(text):
            await self.go("")
        else:
            raise Refusal("Type yes, or /go, when everybody has agreed. Nothing was kept.")

    async def skip(self) -> None:
        """The next shoes."""
        if self.flow.step != "numbers":
            await super().skip()
        await self._numbers.skip()

    async def rate(self, words: str) -> None:
        """Numbers for any shoes; without any words, those there are."""
        await self._numbers.rate(words)

    async def edit(self, number: str, words: str) -> None:
        """Put an agreement right."""
        if self.flow.step != "agreements":
            await super().edit(number, words)
        at = numbered(range(len(self.flow.agreements)), number, NO_SUCH)
        await self.run(self.flow.change_agreement(at, words if words.strip() else ""))

    async def remove(self, number: str) -> None:
        """Take an agreement away."""
        await self.edit(number, "")
