"""Paper round: numbers from 0 to 10 and words of the closing round, typed up from paper."""

from __future__ import annotations

from wshoes_tui.domain.commands import GiveFeedback
from wshoes_tui.domain.engine import words_of
from wshoes_tui.domain.handlers.setup_handler import NO_SHOES_THERE
from wshoes_tui.domain.models import FeedbackKind, RatingWhen
from wshoes_tui.flow.answer_parser import read_ratings
from wshoes_tui.flow.blocks import Blocks, Effects, NumbersBlock, TextBlock
from wshoes_tui.flow.closing_flow import ClosingFlow
from wshoes_tui.flow.labels import SAVED_MARK
from wshoes_tui.flow.name_finder import Named, pick
from wshoes_tui.flow.questions import NO_STEP, QUESTIONS, closing_question
from wshoes_tui.flow.step_flow import NumbersFlow, SessionGetter
from wshoes_tui.locale import N_, _

NUMBERS: dict[str, RatingWhen] = {"before": "before", "after": "after"}
WORDS: dict[str, FeedbackKind] = {kind: kind for kind in QUESTIONS if kind != "agreed"}
ROUND = (*NUMBERS, *WORDS)
"""What is asked, by the names of the steps, in their order. No panel works on paper."""
NAMES = {
    "before": N_("numbers before"),
    "after": N_("numbers after"),
    **{step.id: step.name for step in ClosingFlow.STEPS if step.id in WORDS},
}
"""How a step is named behind /go."""
NUMBERS_LEADS = {
    "before": N_("The numbers from before the cards."),
    "after": N_("The numbers from the closing round."),
}
NUMBERS_TYPED = N_(
    "For each pair of shoes its letter and the numbers, such as: P 4 7 6. Enter alone goes on."
)
WORDS_TYPED = N_("What stands on the paper, one person's words at a time. Enter alone goes on.")


class PaperRound:
    """Numbers and closing words; every question may be left out, and asked again later."""

    def __init__(self, session: SessionGetter) -> None:
        self._session = session
        self.step = ""
        """The name of the question; empty where none is asked."""

    @property
    def kind(self) -> FeedbackKind | None:
        """The kind of words that are asked for; None where numbers are, or nothing."""
        return WORDS.get(self.step)

    def go_on(self, name: str = "") -> None:
        """To the question of that name; without one to the next, behind the last one to none.

        Raises:
            Refusal: there is none of that name.
        """
        if name.strip():
            named: Named[str] = [(step, (_(NAMES[step]), NAMES[step], step)) for step in ROUND]
            self.step = pick(name, named, NO_STEP)
        else:
            at = ROUND.index(self.step) + 1 if self.step else 0
            self.step = ROUND[at] if at < len(ROUND) else ""

    def go_back(self) -> None:
        """To the question before; from the first one to none."""
        at = ROUND.index(self.step)
        self.step = ROUND[at - 1] if at else ""

    def _numbers(self) -> NumbersFlow:
        return NumbersFlow(self._session, NUMBERS[self.step])

    def blocks(self) -> Blocks:
        """The shoes, with the numbers that are kept for them; or the words that are kept."""
        if self.step in NUMBERS:
            for row in self._numbers().rows():
                yield row if row.values else TextBlock("Shoes", _named(row))
            return
        for given in self._session().feedback:
            if given.kind == self.kind:
                yield TextBlock("Feedback", given.text)

    def question(self) -> str:
        """What is asked, and how it is answered."""
        if self.step in NUMBERS:
            return f"{_(NUMBERS_LEADS[self.step])} {_(NUMBERS_TYPED)}"
        asked = closing_question(self._session(), WORDS[self.step])
        return f"{asked} {_(WORDS_TYPED)}"

    def answer(self, text: str) -> Effects:
        """Numbers, a line for each pair of shoes, or words; an empty answer goes on.

        Raises:
            Refusal: it cannot be understood, or there are no such shoes; nothing of it was kept.
        """
        if not text.strip():
            self.go_on()
        elif self.kind is not None:
            yield GiveFeedback(self.kind, words_of(text))
            yield TextBlock("Saved", _(NAMES[self.step]), _(SAVED_MARK))
        else:
            for row, numbers in [self._read(line) for line in text.splitlines() if line.strip()]:
                yield from self._numbers().answer(numbers, row)

    def _read(self, line: str) -> tuple[NumbersBlock | None, str]:
        """The shoes of a line, and its numbers; no shoes where it has no numbers."""
        wanted, colon, numbers = line.rpartition(":")
        if not colon:
            wanted, _space, numbers = line.strip().partition(" ")
        if read_ratings(numbers) is None or not wanted.strip():
            return None, line
        named: Named[NumbersBlock] = [
            (row, (row.shoes.mark, row.shoes.name, row.shoes.id)) for row in self._numbers().rows()
        ]
        return pick(wanted, named, NO_SHOES_THERE), numbers


def _named(row: NumbersBlock) -> str:
    return f"{row.shoes.mark} {row.shoes.name}"
