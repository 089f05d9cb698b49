"""Line stage of the opening: agreements, the consent card, and numbers from 0 to 10.

The closing stage asks for its numbers with ``RatedSteps``, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.answer_parser import is_no, is_yes, read_ratings
from wshoes_tui.flow.blocks import NumbersBlock
from wshoes_tui.flow.opening_flow import OpeningFlow
from wshoes_tui.lines import render
from wshoes_tui.lines.argument_parser import numbered, pick
from wshoes_tui.lines.stages.stage import Steps
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.flow.closing_flow import ClosingFlow
    from wshoes_tui.lines.conversation import Conversation


class RatedSteps(Steps):
    """Line stage over steps one of which asks for numbers, for one pair of shoes at a time."""

    flow: OpeningFlow | ClosingFlow

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self._next = 0
        """Which row of shoes is asked for, from 0."""

    @property
    def _row(self) -> NumbersBlock | None:
        rows = self.flow.numbers.rows()
        return rows[self._next] if self._next < len(rows) else None

    def question(self) -> str:
        """What this step asks; in that of the numbers, those for the next shoes."""
        if self.flow.step != "numbers":
            return self.flow.question().text
        if self._row is None:
            return _("That was everybody's shoes. /go goes on.")
        return _(
            "Numbers for {shoes}? Such as: 4 7 6. /skip leaves them out, /go goes on.",
            shoes=render.shoes_name(self._row.shoes),
        )

    async def rate(self, words: str) -> None:
        """Numbers for any shoes; without any words, those there are."""
        if words.strip():
            await self.take_numbers(words)
            return
        render.say_blocks(self.out, self.flow.numbers.rows())

    async def take_numbers(self, text: str) -> None:
        """Numbers for the shoes that were asked for, or "P: 4 7 6" for others."""
        row = asked = self._row
        if read_ratings(text) is None:
            wanted, colon, rest = text.rpartition(":")
            if not colon:
                wanted, _space, rest = text.strip().partition(" ")
            named = read_ratings(rest) is not None and wanted.strip()
            row, text = (self._named(wanted) if named else None), rest
        if await self.run(self.flow.numbers.answer(text, row)) and row == asked:
            self._next_shoes()

    async def skip(self) -> None:
        """On to the next shoes."""
        if self.flow.step != "numbers":
            await super().skip()
        self._next_shoes()

    def _next_shoes(self) -> None:
        if self._row is None:
            raise Refusal("There are no more shoes to ask for. /go goes on.")
        self._next += 1
        self.conversation.ask()

    def _named(self, wanted: str) -> NumbersBlock:
        named = [
            (row, (row.shoes.name, row.shoes.mark, row.shoes.id))
            for row in self.flow.numbers.rows()
        ]
        return pick(
            wanted, named, N_("There are no shoes called {wanted}. /rate says which there are.")
        )


NO_SUCH = N_("There is no agreement {wanted}. /where says them with their numbers.")


class OpeningStage(RatedSteps):
    """The opening; /go cards leaves out the rest of it."""

    SCOPE = "opening"
    flow: OpeningFlow

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self.flow = OpeningFlow(lambda: self.session, lambda: conversation.easy)
        self.flow.begin()

    def position(self) -> tuple[object, ...]:
        """The step; and which consent card it is, since that may change while it is read."""
        return (*super().position(), self.flow.consent_rules)

    def tell_state(self) -> None:
        """What this step is about; a consent card is read from here on as it is now."""
        super().tell_state()
        self.flow.begin_reading()

    async def take_line(self, text: str) -> None:
        """One more agreement, a yes, or numbers."""
        if self.flow.step == "agreements":
            await self.run(self.flow.change_agreement(len(self.flow.agreements), text))
        elif self.flow.step == "numbers":
            await self.take_numbers(text)
        elif is_no(text):
            self.out.say("Notice", _("Then talk about it first. Nothing was kept."))
            self.conversation.ask()
        elif is_yes(text):
            await self.go("")
        else:
            raise Refusal("Type yes, or /go, when everybody has agreed. Nothing was kept.")

    async def edit(self, number: str, words: str) -> None:
        """Put an agreement right."""
        if self.flow.step != "agreements":
            await super().edit(number, words)
        at = numbered(range(len(self.flow.agreements)), number, NO_SUCH)
        await self.run(self.flow.change_agreement(at, words if words.strip() else ""))

    async def remove(self, number: str) -> None:
        """Take an agreement away."""
        await self.edit(number, "")
