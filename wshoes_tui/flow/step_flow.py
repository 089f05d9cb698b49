"""Steps of a stage, one after the other; and the step at which numbers from 0 to 10 are given."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from wshoes_tui.domain.commands import Rate
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import RatingWhen, Session
from wshoes_tui.domain.value import Value, value
from wshoes_tui.flow.answer_parser import read_ratings
from wshoes_tui.flow.blocks import Blocks, Effects, NumbersBlock, TextBlock
from wshoes_tui.flow.questions import numbers_question
from wshoes_tui.flow.session_labels import which_of
from wshoes_tui.locale import _

SessionGetter = Callable[[], Session]
"""Gives the session as it is now."""


@value()
class FlowStep(Value):
    """A step of a stage: its id in the program, and its name for people, to be translated."""

    id: str
    name: str


def page_told(page: int, pages: int) -> str:
    """Which page this is, from 1, and of how many."""
    return _("{page} of {pages}", page=page, pages=pages)


class StepFlow:
    """A stage of several steps. After the last of ``STEPS`` comes what is called ``BEYOND``."""

    STEPS: ClassVar[tuple[FlowStep, ...]]
    BEYOND: ClassVar[str]

    def __init__(self, session: SessionGetter) -> None:
        self._session = session
        self.step = self.STEPS[0].id

    @property
    def steps(self) -> tuple[FlowStep, ...]:
        """The steps of this session, in order."""
        return self.STEPS

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self._session()

    @property
    def position(self) -> tuple[int, int]:
        """Which step this is, from 1, and of how many."""
        return [step.id for step in self.steps].index(self.step) + 1, len(self.steps)

    @property
    def step_name(self) -> str:
        """The name of this step in the language in use."""
        return _(self.steps[self.position[0] - 1].name)

    @property
    def page_of_pages(self) -> str:
        """Which step this is, for the top line of a screen."""
        return page_told(*self.position)

    def blocks(self) -> Blocks:
        """What is shown at this step."""
        raise NotImplementedError

    def step_block(self, lead: str) -> TextBlock:
        """Which step this is; on a screen, the words above it."""
        number, count = self.position
        return TextBlock("Step", f"{which_of(number, count)}, {self.step_name}", lead)

    def go_on(self) -> Effects:
        """To the next step; from the last one, to what is beyond."""
        number, count = self.position
        yield from self.go_to(self.steps[number].id if number < count else self.BEYOND)

    def go_to(self, step: str) -> Effects:
        """To the step of this id, or beyond the last."""
        if step == self.BEYOND:
            yield from self.finish()
        else:
            self.step = step

    def go_back(self) -> None:
        """To the step before, if there is one."""
        self.step = self.steps[max(0, self.position[0] - 2)].id

    def finish(self) -> Effects:
        """On from the last step."""
        raise NotImplementedError


class NumbersFlow:
    """Numbers from 0 to 10 for each pair of shoes, given before the turns or after them."""

    def __init__(self, session: SessionGetter, when: RatingWhen) -> None:
        self._session = session
        self.when: RatingWhen = when

    def rows(self) -> list[NumbersBlock]:
        """Each pair of shoes of each deck, with the numbers that were given for it."""
        session = self._session()
        return [
            self._row(played.deck.id, shoes)
            for played in session.decks
            for shoes in played.deck.shoes
        ]

    def _row(self, deck: str, shoes: Shoes) -> NumbersBlock:
        key = (deck, shoes.id, self.when)
        ratings = self._session().ratings
        given = tuple(r.value for r in ratings if (r.deck, r.shoes, r.when) == key)
        return NumbersBlock(deck, shoes, given)

    def blocks(self) -> Blocks:
        """The question for all shoes, and the numbers that there are."""
        yield TextBlock("Step", numbers_question(self._session()), "")
        yield from (row for row in self.rows() if row.values)

    def answer(self, text: str, row: NumbersBlock | None) -> Effects:
        """Add the numbers that a text says for one pair of shoes."""
        numbers = read_ratings(text)
        if row is None or numbers is None:
            yield TextBlock(
                "Error",
                _("Whole numbers from 0 to 10, with spaces between them. Nothing was kept."),
                _("Whole numbers from 0 to 10, with spaces between them."),
            )
            return
        yield Rate(row.deck, row.shoes.id, numbers, self.when)
        yield self._row(row.deck, row.shoes)
