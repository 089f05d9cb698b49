"""The closing round: one line each, the pledges read back, the numbers again, feedback."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from wshoes_tui.domain.commands import (
    ChangePledge,
    Close,
    GiveFeedback,
    KeepDraft,
    ParkTopic,
)
from wshoes_tui.domain.handlers.participant_handler import seats_not_done
from wshoes_tui.domain.models import FeedbackKind, Pledge
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.questions import closing_question, thanks
from wshoes_tui.lines import pending_drafts, render
from wshoes_tui.lines.argument_parser import day_of, numbered, read_pledge
from wshoes_tui.lines.stages.rating_stage import RatingStage
from wshoes_tui.lines.stages.stage import Stage, Steps
from wshoes_tui.locale import N_, _, many

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

NO_SUCH = N_("There is no pledge {wanted}. /pledge says them with their numbers.")


class ClosingStage(Steps):
    """One thing after the other; /close goes to the last step, and closes there."""

    SCOPE = "closing"
    STEP_NAMES = (
        N_("check-out"), N_("pledges"), N_("numbers"), N_("heard"),
        N_("valued"), N_("change"), N_("close"),
    )  # fmt: skip
    BEYOND = N_("end")
    KINDS: ClassVar[dict[str, FeedbackKind]] = {
        "check-out": "checkout",
        "heard": "heard",
        "valued": "valued",
        "change": "change",
    }

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self._numbers = RatingStage(self, "after")
        self._left_out: set[str] = set()
        self._told = False  # that words wait at people's own screens

    @property
    def feedback(self) -> FeedbackKind | None:
        """The kind of words that this step asks for."""
        return self.KINDS.get(self.step)

    def tell_state(self) -> None:
        """What this step is about, and what was said to it so far."""
        super().tell_state()
        if self.step == "pledges":
            self.tell_pledges()
        elif self.step == "numbers":
            self._numbers.tell_state()
        elif self.step == "close":
            self._tell_end()
        for given in self.session.feedback:
            if given.kind == self.feedback:
                self.out.say("Feedback", given.text)
        pending_drafts.tell(self.out, self.session)

    def tell_pledges(self) -> None:
        """The pledges, read back."""
        for number, pledge in enumerate(self.session.pledges, 1):
            self.out.say("Pledge", render.pledge_line(pledge, number))

    def _tell_end(self) -> None:
        session = self.session
        counts = (
            many("{count} turn", "{count} turns", len(session.turns)),
            many("{count} lightbulb", "{count} lightbulbs", len(session.lightbulbs)),
            many("{count} pledge", "{count} pledges", len(session.pledges)),
        )
        self.out.say("Summary", ", ".join(counts))

    def question(self) -> str:
        """What this step asks."""
        if self.feedback is not None:
            question = closing_question(self.session, self.feedback)
            return f"{question} " + _("Type it. /go goes on.")
        if self.step == "pledges":
            return self._pledge_question()
        if self.step == "numbers":
            return self._numbers.question()
        if pending_drafts.waiting(self.session):
            told = _(
                "/close puts the words that wait in the car park and closes "
                "the session for good. /save or /drop them first if you like."
            )
        else:
            told = _("/close closes the session for good.")
        return f"{thanks(self.session)} {told}"

    def _asked(self) -> Pledge | None:
        """The first pledge that lacks an owner or a day, and was not left out."""
        return next(
            (
                pledge
                for pledge in self.session.pledges
                if not (pledge.owner and pledge.by_when) and pledge.id not in self._left_out
            ),
            None,
        )

    def _pledge_question(self) -> str:
        pledge = self._asked()
        if pledge is None:
            told = _("There are no pledges yet.") if not self.session.pledges else ""
            return " ".join(filter(None, (told, _("/pledge words adds one. /go goes on."))))
        number = self.session.pledges.index(pledge) + 1
        if not pledge.owner:
            return _("Who will do pledge {number}? /skip leaves it open.", number=number)
        return _(
            "By when will {who} do pledge {number}? Such as: Friday. /skip leaves it open.",
            who=one_line(pledge.owner),
            number=number,
        )

    async def _complete(self, text: str) -> None:
        pledge = self._asked()
        if pledge is None:
            raise Refusal("Every pledge has its owner and its day. /pledge words adds one.")
        typed = read_pledge(text)
        bare = typed.text.strip()
        owner = typed.owner or (bare if not pledge.owner else "")
        when = typed.when or (bare if pledge.owner else "")
        await self.conversation.do(
            ChangePledge(pledge.id, owner=owner or None, by_when=day_of(when))
        )
        self._tell_pledge(pledge.id)
        self.conversation.ask()

    def _tell_pledge(self, pledge_id: str) -> None:
        for number, pledge in enumerate(self.session.pledges, 1):
            if pledge.id == pledge_id:
                self.out.say("Saved", _("pledge {number}", number=number))
                self.out.say("Pledge", render.pledge_line(pledge, number))

    async def take_line(self, text: str) -> None:
        """Words of the round, an owner or a day, numbers."""
        if self.feedback is not None:
            pending_drafts.must_be_free(self.session, "feedback")
            await self.conversation.do(GiveFeedback(self.feedback, text))
            self.out.say("Saved", _(self.step))
        elif self.step == "pledges":
            await self._complete(text)
        elif self.step == "numbers":
            await self._numbers.take_line(text)
        else:
            raise Refusal(
                "Nothing is asked here but to close. /close does it, /go check-out goes back."
            )

    async def keep(self, text: str) -> bool:
        """Keep words whose line has no end."""
        if self.feedback is None:
            return False
        waiting = self.session.draft("feedback")
        whole = f"{waiting.text}\n{text}" if waiting and waiting.text else text
        return await self.conversation.keep_draft(KeepDraft("feedback", whole))

    async def skip(self) -> None:
        """Leave this pledge, or these shoes, as they are."""
        pledge = self._asked()
        if self.step == "numbers":
            await self._numbers.skip()
        elif self.step == "pledges" and pledge is not None:
            self._left_out.add(pledge.id)
            self.conversation.ask()
        else:
            await super().skip()

    async def rate(self, words: str) -> None:
        """Numbers for any shoes; without any words, those there are."""
        await self._numbers.rate(words)

    async def edit(self, number: str, words: str) -> None:
        """Put the words of a pledge right."""
        if self.step != "pledges":
            await super().edit(number, words)
        pledge = numbered(self.session.pledges, number, NO_SUCH)
        await self.conversation.do(ChangePledge(pledge.id, text=words))
        self._tell_pledge(pledge.id)

    async def finish(self) -> None:
        """Close for good; words that wait in a field of the room go in the car park."""
        for draft in pending_drafts.waiting(self.session):
            await self.conversation.do(ParkTopic(pending_drafts.words_of(draft)))
            await self.conversation.do(KeepDraft(draft.kind, "", draft.seat))
        anyway, self._told = self._told, bool(seats_not_done(self.session))
        await self.conversation.do(Close(anyway))
        self.out.say("Saved", _("the session is closed"))

    async def close(self) -> None:
        """To the last step; from there, close for good."""
        if self.session.state == "turns":  # nobody was left to draw a turn for
            await super().close()
        elif self.step == self.STEP_NAMES[-1]:
            await self.finish()
        else:
            await self.go_to(self.STEP_NAMES[-1])


class ClosedStage(Stage):
    """The summary."""

    SCOPE = "closed"

    def tell_state(self) -> None:
        """The session at a glance."""
        render.tell_summary(self.out, self.session)

    def question(self) -> str:
        """What can still be done."""
        return _("/export md writes it to a file, /summary says it once more, /leave ends.")

    async def take_line(self, text: str) -> None:  # noqa: ARG002 - it is refused, whatever it is
        """Nothing is added to a closed session."""
        raise Refusal("This session is closed. It can be read, but not changed.")

    async def close(self) -> None:
        """It is."""
        raise Refusal("This session is closed. It can be read, but not changed.")
