"""Opening stage: pledges of last time, agreements, the consent card, numbers from 0 to 10."""

from __future__ import annotations

import re
from collections.abc import Callable

from wshoes_tui.domain.commands import Agree, Begin, Consent, Plan
from wshoes_tui.domain.models import PledgeState
from wshoes_tui.domain.pledges import update_of
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow.answer_parser import with_usual_digits
from wshoes_tui.flow.blocks import Blocks, Effects, QuestionBlock, TextBlock
from wshoes_tui.flow.earlier_flow import EarlierFlow
from wshoes_tui.flow.labels import READ_AGAIN
from wshoes_tui.flow.promises import consent_rules, consent_sentences
from wshoes_tui.flow.questions import TOGETHER, agreed_told, is_alone
from wshoes_tui.flow.session_labels import which_of
from wshoes_tui.flow.step_flow import FlowStep, NumbersFlow, SessionGetter, StepFlow
from wshoes_tui.limits import LONGEST_NUMBER, LONGEST_RETENTION
from wshoes_tui.locale import N_, _, many
from wshoes_tui.locale.phrases import CARDS_WORD, EARLIER_PLEDGES

LEADS = {
    "earlier": EARLIER_PLEDGES,
    "agreements": TOGETHER,
    "consent": N_("What is kept of today. Please read it out"),
    "numbers": N_("Before we begin, if you like"),
}
"""What stands above each step on a screen."""
ALONE_LEADS = {
    "consent": N_("What is kept of today. Please read it"),
    "numbers": N_("Before you begin, if you like"),
}
"""The same for one person alone."""
EARLIER = FlowStep("earlier", N_("last time"))
DAYS_HINT = N_("for how many days to keep the words")


class OpeningFlow(StepFlow):
    """The opening. Where pledges of earlier sessions are open, it begins with these.

    Args:
        session: gives the session as it is now.
        easy: whether the consent card is told in easy words.
    """

    STEPS = (
        FlowStep("agreements", N_("agreements")),
        FlowStep("consent", N_("consent")),
        FlowStep("numbers", N_("numbers")),
    )
    BEYOND = CARDS_WORD

    def __init__(self, session: SessionGetter, easy: Callable[[], bool]) -> None:
        super().__init__(session)
        self.numbers = NumbersFlow(session, "before")
        self.earlier = EarlierFlow(session)
        self._easy = easy
        self._read: object = None
        self._straight = False
        self._has_earlier = False

    @property
    def steps(self) -> tuple[FlowStep, ...]:
        """The steps; pledges of earlier sessions come first, if there are any.

        One person has nobody to agree with: the agreements are left out, unless they are there.
        Where somebody is to be chosen no numbers are asked for.
        """
        alone = is_alone(self.session) and self.step != "agreements"
        last = -1 if self.session.is_for_hiring else None
        steps = self.STEPS[int(alone) : last]
        return (EARLIER, *steps) if self.session.earlier else steps

    @property
    def _lead(self) -> str:
        alone = ALONE_LEADS.get(self.step) if is_alone(self.session) else None
        return _(alone or LEADS[self.step])

    def begin(self, *, straight: bool = False) -> None:
        """At the first step; where all have agreed already, at the numbers.

        Args:
            straight: at the consent card, behind which comes the first card.
        """
        self._straight = straight
        self._has_earlier = bool(self.session.earlier)
        self.earlier.begin()
        if not self.earlier.is_answered:
            self.step = EARLIER.id
        elif self.session.header.consented:
            self.step = self.steps[-1].id
        elif straight or is_alone(self.session):
            self.step = "consent"
            self.begin_reading()

    def go_on(self) -> Effects:
        """To the next step or pledge; from the last one, or straight from consent, to the cards."""
        if self.step == EARLIER.id and not self.earlier.is_last:
            self.earlier.later()
        elif self._straight and self.step in (EARLIER.id, "consent"):
            yield from self.go_to("consent" if self.step == EARLIER.id else self.BEYOND)
        else:
            yield from super().go_on()

    @property
    def place(self) -> tuple[object, ...]:
        """What must differ for this place to be told anew.

        An answer that was taken back is gone to; so are the pledges of a programme that was named
        here.
        """
        named_here, self._has_earlier = not self._has_earlier, bool(self.session.earlier)
        if named_here and self._has_earlier:
            self.earlier.begin()
            self.step = EARLIER.id
        elif self.earlier.follow_undo():
            self.step = EARLIER.id
        asked = self.earlier.pledge if self.step == EARLIER.id else None
        told = asked and update_of(self.session, asked.pledge.id)
        return self.step, asked and asked.pledge.id, told and told.state, self.consent_rules

    @property
    def agreements(self) -> tuple[str, ...]:
        """The agreements as they are now."""
        return self.session.header.agreements

    def blocks(self) -> Blocks:
        """What this step is about."""
        if self.step == EARLIER.id:
            place, told = self.step_block(self._lead), which_of(*self.earlier.position)
            yield TextBlock("Step", f"{place.text}, {told}", f"{place.on_screen}, {told}")
            yield from self.earlier.blocks()
            return
        yield self.step_block(self._lead)
        if self.step == "agreements":
            for number, agreed in enumerate(map(one_line, self.agreements), 1):
                yield TextBlock("Agreement", f"{number}, {agreed}", f"{number} {agreed}")
        elif self.step == "consent":
            for sentence in consent_sentences(self.session, easy=self._easy()):
                yield TextBlock("Consent", sentence)
        else:
            yield from self.numbers.blocks()

    def question(self) -> QuestionBlock:
        """Do we agree? (Numbers are asked for by the front end, pair of shoes by pair.)"""
        if self.step == EARLIER.id:
            return self.earlier.question()
        if self.step == "consent":
            if is_alone(self.session):
                asked = _(
                    "Do you agree? Type yes, or /go. /keep 30 keeps the words for 30 days instead."
                )
            else:
                asked = _(
                    "Please read this out. Does everybody agree? Type yes, or /go. "
                    "/keep 30 keeps the words for 30 days instead."
                )
            empty = _("Type a number of days. Esc: as it is.")
            return QuestionBlock(asked, hint=_(DAYS_HINT), empty=empty)
        return QuestionBlock(
            _(
                "How do we want to be together? Type one more, /edit 1 words, /remove 1. "
                "/go goes on."
            ),
            hint=_("one more agreement"),
            empty=_("Type an agreement. Esc: back to the list."),
        )

    def change_agreement(self, at: int, text: str) -> Effects:
        """Put an agreement right, take it away, or add one.

        Args:
            at: its index; that behind the last one adds one.
            text: the agreement; empty to take it away.
        """
        agreements = list(self.agreements)
        if agreements[at : at + 1] == [text]:
            return
        agreements[at : at + 1] = [text] if text else []
        yield Agree(tuple(agreements))
        told = _("agreement {number}") if text else _("agreement {number} is taken away")
        yield TextBlock("Saved", told.format(number=at + 1), "")

    def keep_for(self, text: str) -> Effects:
        """Keep the words for so many days; the card that says so is then read again."""
        number = re.search(r"[0-9]+", with_usual_digits(text))
        days = int(number[0]) if number and len(number[0]) <= LONGEST_NUMBER else -1
        if not 1 <= days <= LONGEST_RETENTION:
            yield TextBlock(
                "Error",
                _(
                    "A number of days from 1 to {most}. Nothing was changed.",
                    most=LONGEST_RETENTION,
                ),
            )
            return
        if days != self.session.header.retention_days:
            yield Plan(retention_days=days)
        self.begin_reading()
        told = many(
            "the words are kept for {count} day", "the words are kept for {count} days", days
        )
        yield TextBlock("Saved", told, "")

    @property
    def consent_rules(self) -> object:
        """Which consent card stands there; None at another step."""
        if self.step != "consent":
            return None
        return consent_rules(self.session), is_alone(self.session)

    @property
    def consent_has_changed(self) -> bool:
        """Whether the consent card is another one than was begun to be read."""
        return self.consent_rules != self._read

    def begin_reading(self) -> None:
        """The consent card, if this is its step, is read from here on as it is now."""
        self._read = self.consent_rules

    def go_to(self, step: str) -> Effects:
        """To this step. Going on from the consent card says that everybody agrees."""
        if self.step == "consent" and step in ("numbers", self.BEYOND):
            if self.consent_has_changed:
                self.begin_reading()
                yield TextBlock("Notice", _(READ_AGAIN))
                return
            if not self.session.header.consented:
                yield Consent()
                yield TextBlock("Saved", agreed_told(self.session), "")
        yield from super().go_to(step)
        self.begin_reading()

    def tell(self, state: PledgeState, words: str = "") -> Effects:
        """Keep how the pledge stands that is asked about; behind the last one, to the next step."""
        yield from self._behind_last(self.earlier.tell(state, words))

    def answer_earlier(self, text: str) -> Effects:
        """What was typed of the pledge that is asked about."""
        yield from self._behind_last(self.earlier.answer(text))

    def _behind_last(self, effects: Effects) -> Effects:
        """On to the next step where an answer was that to the last pledge."""
        before = self.earlier.position
        yield from effects
        if self.earlier.is_last and self.earlier.position == before:
            yield from self.go_on()

    def go_back(self) -> None:
        """To the pledge or the step before."""
        if self.step == EARLIER.id and self.earlier.position[0] > 1:
            self.earlier.go_back()
        else:
            super().go_back()
        self.begin_reading()

    def finish(self) -> Effects:
        """The first card. Consent is asked before it, whatever else is left out."""
        if self.session.header.consented:
            yield Begin()
            return
        self.step = "consent"
        self.begin_reading()
        if is_alone(self.session):
            told = _("Read this first. Press Enter if you agree.")
            yield TextBlock("Notice", _("Read this first."), told)
        else:
            told = _("Read this out first. Press Enter when everybody has agreed.")
            yield TextBlock("Notice", _("Read this out first."), told)
