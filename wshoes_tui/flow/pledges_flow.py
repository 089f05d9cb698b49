"""Open pledges between sessions, as a list: how each stands, and what an answer does.

An answer is kept with the session that made the pledge, which a front end opens for it. What was
answered stays in the list until it is left, so that another answer can put it right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wshoes_tui.domain.commands import Undo, UpdatePledge
from wshoes_tui.domain.handlers.undo_handler import IS_FINAL, NOTHING_TO_UNDO
from wshoes_tui.domain.models import KeptPledge, PledgeState, PledgeUpdate
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.blocks import Blocks, Effects, QuestionBlock, TextBlock
from wshoes_tui.flow.earlier_flow import (
    made_told,
    note_told,
    read_answer,
    updated,
    waiting_blocks,
    without_whys,
)
from wshoes_tui.flow.labels import UNDONE, owner_and_day, step_name
from wshoes_tui.flow.list_blocks import ChoiceBlock
from wshoes_tui.flow.step_flow import SessionGetter
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import PLEDGE_STATES, about_pledge, pledge_sentence

NO_SUCH = N_("There is no pledge {wanted}. /where says them with their numbers.")


class PledgesFlow:
    """The list of open pledges: of all sessions, of a programme, or of one session.

    Args:
        opened: gives the session that is open for an answer.
        programmes: the spellings of a programme's name; None for all sessions.
        session: the id of the only session whose pledges are listed; empty for all.
    """

    def __init__(
        self, opened: SessionGetter, programmes: Sequence[str] | None = None, session: str = ""
    ) -> None:
        self._opened, self._programmes, self._session = opened, programmes, session
        self.pledges: list[KeptPledge] = []
        self._answered: list[KeptPledge] = []
        """Those that were answered here, as they were before, the newest last."""

    def fill(self, found: Iterable[KeptPledge]) -> None:
        """List of all pledges there are what is open, and what was answered here."""
        shown = {one.pledge.id for one in self._answered}
        self.pledges = [
            one for one in found if (one.is_open or one.pledge.id in shown) and self._is_wanted(one)
        ]

    def _is_wanted(self, one: KeptPledge) -> bool:
        if self._session:
            return one.session == self._session
        return self._programmes is None or one.programme in self._programmes

    def choices(self) -> Iterator[ChoiceBlock]:
        """Each pledge: its words, who keeps it by when, and how it stands; the oldest first."""
        for number, one in enumerate(self.pledges, 1):
            words = one_line(pledge_sentence(one.pledge.condition, one.text))
            where = [one.place] if one.place and not self._session else []
            facts = [*owner_and_day(one.pledge), _(PLEDGE_STATES[one.state]), *where]
            told = " · ".join(one_line(fact) for fact in facts)
            yield ChoiceBlock(one.pledge.id, number, words, words, ", ".join(facts), told)

    def history(self, one: KeptPledge) -> Blocks:
        """When and where a pledge was made, what it needs, and what became of it since."""
        if needs := about_pledge(one.pledge.scope, one.pledge.horizon):
            yield TextBlock("Summary", ", ".join(needs))
        yield TextBlock("Summary", made_told(one))
        for note in one.history:
            if note.state != "open" or note.note:
                yield TextBlock("Summary", note_told(note))

    def question(self) -> QuestionBlock:
        """Which pledge, and how does it stand? Or that none is open."""
        if not self.pledges:
            return QuestionBlock(
                _("No pledge is open here. /home goes back."), _("No pledge is open here.")
            )
        return QuestionBlock(
            _(
                "How does one stand? Its number and d done, w under way, s stuck, c and the new "
                "words, g let go; the reason may follow: 1 s no time yet. A number alone tells "
                "its history. /home goes back."
            ),
            _("What became of these?"),
        )

    def find(self, number: str) -> KeptPledge:
        """The pledge of that number.

        Raises:
            Refusal: there is none.
        """
        if number.isdecimal() and len(number) < 6 and 1 <= int(number) <= len(self.pledges):
            return self.pledges[int(number) - 1]
        raise Refusal(NO_SUCH, wanted=number[:20])

    def answer(self, one: KeptPledge, text: str) -> Effects:
        """A letter or its word, with words behind it; drafts that it replaces are told.

        Raises:
            Refusal: it is none.
        """
        state, words = read_answer(text)
        yield from waiting_blocks(self._opened(), one)
        yield from self.tell(one, state, words)

    def tell(self, one: KeptPledge, state: PledgeState, words: str = "") -> Effects:
        """Keep how a pledge stands, with the session that made it.

        Raises:
            Refusal: it has changed, and its new words are not there.
        """
        yield updated(one, state, words)
        yield from without_whys(self._opened, one)
        self._answered.append(one)
        told = one_line(pledge_sentence(one.pledge.condition, one.text))
        stands = _(PLEDGE_STATES[state])
        yield TextBlock("Saved", stands, f"{stands}: {told}")

    @property
    def last_answered(self) -> KeptPledge | None:
        """The pledge whose answer would be taken back."""
        return self._answered[-1] if self._answered else None

    def undo(self) -> Effects:
        """Take the last answer back, in the session that made the pledge.

        Raises:
            Refusal: nothing was answered here, or it stands in place of an earlier answer, of
                which a closed session remembers nothing.
        """
        if not self._answered:
            raise Refusal(NOTHING_TO_UNDO)
        about = self._answered[-1].pledge.id
        changed = (change.after for step in self._opened().done[-1:] for change in step.changes)
        if about not in (one.pledge for one in changed if isinstance(one, PledgeUpdate)):
            raise Refusal(IS_FINAL)
        yield Undo()
        self._answered.pop()
        what = step_name(UpdatePledge.__name__)
        yield TextBlock("Undone", what, _(UNDONE, what=what))
