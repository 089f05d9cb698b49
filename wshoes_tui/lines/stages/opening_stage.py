"""The opening: agreements, the consent card, and (if wanted) the numbers from 0 to 10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import Agree, Begin, Consent
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.answer_parser import is_no, is_yes
from wshoes_tui.lines.argument_parser import numbered
from wshoes_tui.lines.render import consent_card
from wshoes_tui.lines.stages.rating_stage import RatingStage
from wshoes_tui.lines.stages.stage import Steps
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

NO_SUCH = N_("There is no agreement {wanted}. /where says them with their numbers.")


class OpeningStage(Steps):
    """One thing after the other; /go cards leaves out the rest."""

    SCOPE = "opening"
    STEP_NAMES = (N_("agreements"), N_("consent"), N_("numbers"))
    BEYOND = N_("cards")

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self._numbers = RatingStage(self, "before")
        if self.session.header.consented:
            self.step = "numbers"

    def tell_state(self) -> None:
        """What this step is about."""
        super().tell_state()
        if self.step == "agreements":
            self._tell_agreements()
        elif self.step == "consent":
            consent_card(self.out, self.session, easy=self.conversation.easy)
        else:
            self._numbers.tell_state()

    def _tell_agreements(self) -> None:
        for number, agreement in enumerate(self.session.header.agreements, 1):
            self.out.say("Agreement", f"{number}, {one_line(agreement)}")

    def question(self) -> str:
        """Do we agree?"""
        if self.step == "agreements":
            return _(
                "How do we want to be together? Type one more, /edit 1 words, /remove 1. "
                "/go goes on."
            )
        if self.step == "consent":
            return _("Please read this out. Does everybody agree? Type yes, or /go.")
        return self._numbers.question()

    async def take_line(self, text: str) -> None:
        """One more agreement, a yes, or numbers."""
        if self.step == "agreements":
            agreements = self.session.header.agreements
            await self.conversation.do(Agree((*agreements, text)))
            self.out.say("Saved", _("agreement {number}", number=len(agreements) + 1))
        elif self.step == "consent":
            if is_no(text):
                self.out.say("Notice", _("Then talk about it first. Nothing was kept."))
                self.conversation.ask()
                return
            if not is_yes(text):
                raise Refusal("Type yes, or /go, when everybody has agreed. Nothing was kept.")
            await self.go("")
        else:
            await self._numbers.take_line(text)

    async def go_to(self, step: str) -> None:
        """To this step. Whoever goes on from the consent card says that everybody agrees."""
        if self.step == "consent" and step in ("numbers", "cards"):
            await self._consent()
        await super().go_to(step)

    async def _consent(self) -> None:
        if not self.session.header.consented:
            await self.conversation.do(Consent())
            self.out.say("Saved", _("everybody has agreed"))

    async def finish(self) -> None:
        """The first card. Consent is asked before it, whatever else is left out."""
        if self.session.header.consented:
            await self.conversation.do(Begin())
        else:
            self.out.say("Notice", _("Read this out first."))
            self.step = "consent"

    async def skip(self) -> None:
        """The next shoes."""
        if self.step != "numbers":
            await super().skip()
        await self._numbers.skip()

    async def rate(self, words: str) -> None:
        """Numbers for any shoes; without any words, those there are."""
        await self._numbers.rate(words)

    async def edit(self, number: str, words: str) -> None:
        """Put an agreement right."""
        await self._change(number, (words,) if words.strip() else ())

    async def remove(self, number: str) -> None:
        """Take an agreement away."""
        await self._change(number, ())

    async def _change(self, number: str, to: tuple[str, ...]) -> None:
        if self.step != "agreements":
            await super().remove(number)
        agreements = list(self.session.header.agreements)
        at = numbered(range(len(agreements)), number, NO_SUCH)
        agreements[at : at + 1] = to
        await self.conversation.do(Agree(tuple(agreements)))
        told = _("agreement {number}") if to else _("agreement {number} is taken away")
        self.out.say("Saved", told.format(number=at + 1))
