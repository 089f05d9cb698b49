"""Line stage of the opening: agreements, the consent card, and numbers from 0 to 10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.answer_parser import is_no, is_yes
from wshoes_tui.flow.opening_flow import OpeningFlow
from wshoes_tui.lines.argument_parser import numbered
from wshoes_tui.lines.stages.rating_stage import RatingStage
from wshoes_tui.lines.stages.stage import Steps
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

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
