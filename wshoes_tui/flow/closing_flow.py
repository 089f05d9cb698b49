"""Closing stage: one line each, the pledges read back, the numbers again, feedback, the end."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from typing import Literal

from wshoes_tui.domain import summary
from wshoes_tui.domain.commands import (
    AddPledge,
    ChangePledge,
    Close,
    GiveFeedback,
    KeepDraft,
    ParkTopic,
)
from wshoes_tui.domain.draft_fields import words_in
from wshoes_tui.domain.handlers.participant_handler import is_somebodys_own, seats_not_done
from wshoes_tui.domain.models import Draft, FeedbackKind, Pledge, Session
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.blocks import Blocks, Effects, PledgeBlock, QuestionBlock, TextBlock
from wshoes_tui.flow.date_parser import DAY_EXAMPLES, NO_DAY, WHICH_DAY, is_no_day, read_day
from wshoes_tui.flow.hiring_flow import evidence_to_agree_on
from wshoes_tui.flow.labels import SAVED_MARK
from wshoes_tui.flow.pledge_words import changed_parts
from wshoes_tui.flow.questions import (
    CLOSED,
    QUESTIONS,
    TYPE_SAID,
    TYPE_WORDS,
    closing_question,
    farewell,
    is_alone,
    pledges_lead,
    thanks,
)
from wshoes_tui.flow.session_labels import pledge_told
from wshoes_tui.flow.step_flow import FlowStep, NumbersFlow, SessionGetter, StepFlow
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import count_lightbulbs, count_pledges, count_turns

PledgePart = Literal["owner", "when"]
KINDS: dict[str, FeedbackKind] = {kind: kind for kind in QUESTIONS}
"""The steps at which words are asked for, and what those are kept as."""


class ClosingFlow(StepFlow):
    """The closing round.

    Args:
        session: gives the session as it is now.
        sure: whether the same has been asked before, for what takes a second thought.
        guided: whether it asks for what the pledges lack, one after the other (line mode); else
            a pledge is marked first, words at the step of the pledges are another one, and there
            is a field for one more word at the end (screens).
    """

    STEPS = (
        FlowStep("agreed", N_("what we agreed")),
        FlowStep("checkout", N_("check-out")),
        FlowStep("pledges", N_("pledges")),
        FlowStep("numbers", N_("numbers")),
        FlowStep("heard", N_("heard")),
        FlowStep("valued", N_("valued")),
        FlowStep("change", N_("change")),
        FlowStep("close", N_("close")),
    )
    BEYOND = N_("end")

    def __init__(
        self, session: SessionGetter, sure: Callable[[Hashable], bool], *, guided: bool = False
    ) -> None:
        super().__init__(session)
        self.numbers = NumbersFlow(session, "after")
        self._sure = sure
        self._guided = guided
        self._left_out: set[str] = set()
        self._marked: tuple[str, PledgePart] | None = None
        self.step = self.steps[0].id

    @property
    def steps(self) -> tuple[FlowStep, ...]:
        """The steps: the panel's sentence only where somebody is chosen, and then no numbers."""
        left_out = "numbers" if self.session.is_for_hiring else "agreed"
        return tuple(step for step in self.STEPS if step.id != left_out)

    @property
    def kind(self) -> FeedbackKind | None:
        """The kind of words that this step asks for."""
        return KINDS.get(self.step)

    @property
    def asked(self) -> tuple[Pledge, PledgePart] | None:
        """The pledge of which something is asked, and what: its owner or its day."""
        if self.step != "pledges":
            return None
        for pledge in self.session.pledges:
            if self._marked is not None and pledge.id == self._marked[0]:
                return pledge, self._marked[1]
            lacks = not (pledge.owner and pledge.by_when)
            if self._guided and lacks and pledge.id not in self._left_out:
                return pledge, "when" if pledge.owner else "owner"
        return None

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer at this step already; that to numbers the front end knows."""
        if self.step == "pledges":
            return bool(self.session.pledges) and self.asked is None
        return any(given.kind == self.kind for given in self.session.feedback)

    def blocks(self) -> Blocks:
        """What stands at this step, and what was said at it so far."""
        session = self.session
        yield self.step_block(self._lead(session))
        yield from evidence_to_agree_on(session) if self.step == "agreed" else ()
        if self.step == "pledges":
            yield from pledge_blocks(session)
            if not session.pledges:
                told = _("There are none yet. Type one, or press Esc, then n, to go on.")
                yield TextBlock("Notice", "", told)
        elif self.step == "numbers":
            yield from self.numbers.blocks()
        elif self.step == "close":
            yield from end_blocks(session)
        given = (one for one in session.feedback if one.kind == self.kind)
        yield from (TextBlock("Feedback", one.text) for one in given)

    def _lead(self, session: Session) -> str:
        match self.step:
            case "pledges":
                return pledges_lead(session)
            case "numbers":
                if any(rating.when == "before" for rating in session.ratings):
                    return _("The same question as before")
                return _("A number for each pair of shoes, if you like")
            case "close":
                return farewell(session)
            case _:
                return closing_question(session, KINDS[self.step])

    def question(self) -> QuestionBlock:
        """What this step asks."""
        session = self.session
        if self.kind is not None:
            asked = closing_question(session, self.kind)
            if self.is_answered:
                hint, empty = _("type one more, or Enter: go on"), ""
            elif is_alone(session):
                hint, empty = _(TYPE_WORDS), _("Type your words. Esc, then n: go on.")
            else:
                hint, empty = _(TYPE_SAID), _("Type what is said. Esc, then n: go on.")
            return QuestionBlock(f"{asked} " + _("Type it. /go goes on."), hint=hint, empty=empty)
        if self.step == "pledges":
            return self._pledge_question()
        waits = any(words_in(draft).strip() for draft in shared_drafts(session))
        told = (
            _(
                "/close puts the words that wait in the car park and closes "
                "the session for good. /save or /drop them first if you like."
            )
            if waits
            else _("/close closes the session for good.")
        )
        return QuestionBlock(
            f"{thanks(session)} {told}",
            hint=_("one more thing? Type it"),
            empty=_("Esc, then n: close the session."),
        )

    def _pledge_question(self) -> QuestionBlock:
        if self.asked is None:
            none = "" if self.session.pledges else _("There are no pledges yet.")
            rest = _("/pledge words adds one. /go goes on.")
            hint = (
                _("type one more, or Enter: go on")
                if self.is_answered
                else _("type a pledge: when ... I will ...")
                if is_alone(self.session)
                else _("type a pledge: when ... we will ...")
            )
            return QuestionBlock(
                f"{none} {rest}".strip(), hint=hint, empty=_("Type a pledge. Esc, then n: go on.")
            )
        pledge, part = self.asked
        number, empty = (
            self.session.pledges.index(pledge) + 1,
            _("Esc, then n: leave it out for now."),
        )
        if part == "owner":
            text = _("Who will do pledge {number}? /skip leaves it open.", number=number)
            return QuestionBlock(text, _("Who will do it?"), empty=empty)
        text = _(
            "By when will {who} do pledge {number}? Such as: Friday. /skip leaves it open.",
            who=one_line(pledge.owner),
            number=number,
        )
        return QuestionBlock(text, _("By when?"), _(DAY_EXAMPLES), empty)

    def answer(self, text: str) -> Effects:
        """Words of the round, a pledge, or what was asked of one."""
        kind = self.kind
        if self.asked is not None:
            yield from self._complete(text.strip(), self.asked[1])
        elif self.step == "pledges" and self._guided:
            raise Refusal("Every pledge has its owner and its day. /pledge words adds one.")
        elif self.step == "pledges":
            yield AddPledge(text, "", None)
            yield TextBlock("Saved", "", _(SAVED_MARK))
        elif kind is None and self._guided:
            raise Refusal(
                "Nothing is asked here but to close. /close does it, /go check-out goes back."
            )
        else:
            yield GiveFeedback(kind or "checkout", text)
            yield TextBlock("Saved", self.step_name, _(SAVED_MARK))
            if kind is not None and is_alone(self.session):
                yield from self.go_on()  # nobody else is to answer

    def mark(self, pledge_id: str) -> None:
        """Ask who keeps this pledge, and then by when."""
        self._marked = (pledge_id, "owner")

    def leave_out(self) -> bool:
        """Leave what is asked of a pledge as it is. False where nothing is asked of any."""
        if self.asked is None:
            return False
        pledge, part = self.asked
        self._left_out.add(pledge.id)
        if self._marked is not None:
            self._marked = (pledge.id, "when") if part == "owner" else None
        return True

    def _complete(self, text: str, part: PledgePart) -> Effects:
        if part == "owner":
            yield from self.complete(owner=text)
            return
        by_when = read_day(text, CLOCK.today())
        if by_when is None and not is_no_day(text):
            yield TextBlock("Error", _(WHICH_DAY, days=_(DAY_EXAMPLES)))
        else:
            yield from self.complete(by_when=by_when, no_day=by_when is None)

    def complete(
        self, owner: str = "", by_when: date | None = None, *, no_day: bool = False
    ) -> Effects:
        """Give the pledge of which something is asked its owner, its day or both.

        Args:
            owner: who keeps it; empty leaves that as it is.
            by_when: its day; None leaves that as it is.
            no_day: that it has none; the day that it had is taken away.
        """
        if self.asked is None:
            raise Refusal("Every pledge has its owner and its day. /pledge words adds one.")
        (pledge, part), marked = self.asked, self._marked is not None
        takes_away = no_day and pledge.by_when is not None
        command = ChangePledge(pledge.id, owner=owner or None, by_when=by_when, no_day=takes_away)
        is_so_already = owner in ("", pledge.owner) and by_when in (None, pledge.by_when)
        if takes_away or not ((marked or no_day) and is_so_already):
            yield from self.change_pledge(command)
        if marked or (no_day and part == "when"):
            self.leave_out()
        if no_day:
            yield TextBlock("Notice", _(NO_DAY))

    def put_right(self, pledge: Pledge, typed: Mapping[str, str]) -> Effects:
        """Put parts of a pledge right, as they were typed; none where nothing changes.

        Raises:
            Refusal: a day, or a choice, that is not understood.
        """
        parts = changed_parts(typed)
        if "condition" in typed and not typed["condition"].strip():
            parts["condition"] = ""
        takes_away = parts.pop("no_day", False) or not typed.get("when", "-").strip()
        changed = {name: new for name, new in parts.items() if new != getattr(pledge, name)}
        if takes_away and pledge.by_when is not None:
            changed["no_day"] = True
        if changed:
            yield from self.change_pledge(ChangePledge(pledge.id, **changed))
        if "no_day" in changed:
            yield TextBlock("Notice", _(NO_DAY))

    def change_pledge(self, command: ChangePledge) -> Effects:
        """Change a pledge, and report how it is now."""
        yield command
        for block in pledge_blocks(self.session):
            if isinstance(block, PledgeBlock) and block.pledge.id == command.pledge:
                yield TextBlock("Saved", pledge_told(block.number), "")
                yield block

    def go_to(self, step: str) -> Effects:
        """To this step; nothing is asked of a pledge any more."""
        self._marked = None
        yield from super().go_to(step)

    def go_back(self) -> None:
        """To the step before."""
        self._marked = None
        super().go_back()

    def finish(self) -> Effects:
        """Close for good; words that wait in a shared field go to the car park.

        Where words wait at people's own screens it is refused once, and done when asked again.
        """
        for draft in shared_drafts(self.session):
            words = words_in(draft)
            if words.strip():
                yield ParkTopic(words)
            yield KeepDraft(draft.kind, "", draft.seat)
        waiting = seats_not_done(self.session)
        yield Close(bool(waiting) and self._sure(waiting))
        yield TextBlock("Saved", _(CLOSED), "")


def pledge_blocks(session: Session) -> Blocks:
    """The pledges, read back."""
    for number, pledge in enumerate(session.pledges, 1):
        yield PledgeBlock(pledge, number)


def end_blocks(session: Session) -> Blocks:
    """What there is at the end, and what would be left over."""
    glance = summary.glance(session)
    counts = (
        count_turns(glance.turns),
        count_lightbulbs(glance.lightbulbs),
        count_pledges(glance.pledges),
    )
    told = ", ".join(counts)
    yield TextBlock("Summary", told, f"{told}.\n")
    waiting = [words for draft in shared_drafts(session) if (words := words_in(draft)).strip()]
    if not waiting:
        told = _("Esc, then n, closes the session and shows the summary.")
        yield TextBlock("Notice", "", f"{thanks(session)} {told}")
        return
    yield TextBlock("Notice", "", _("These words were typed but never saved:"))
    yield from (TextBlock("Draft", "", words) for words in waiting)
    told = _("Esc, then n, keeps them in the car park and closes the session.")
    yield TextBlock("Notice", "", told)


def shared_drafts(session: Session) -> list[Draft]:
    """The drafts of the shared fields, without those of people at their own screens."""
    return [draft for draft in session.drafts if not is_somebodys_own(draft)]
