"""Line stages of the closing round, and of a session that is closed."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import ChangePledge
from wshoes_tui.domain.engine import must_be_running
from wshoes_tui.domain.models import FeedbackKind
from wshoes_tui.flow.closing_flow import ClosingFlow
from wshoes_tui.flow.summary_flow import summary_blocks
from wshoes_tui.lines import pending_drafts, render
from wshoes_tui.lines.argument_parser import day_of, numbered, read_pledge
from wshoes_tui.lines.stages.opening_stage import RatedSteps
from wshoes_tui.lines.stages.stage import Stage
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

NO_SUCH = N_("There is no pledge {wanted}. /pledge says them with their numbers.")


class ClosingStage(RatedSteps):
    """The closing round; /close goes to its last step, and closes there."""

    SCOPE = "closing"
    flow: ClosingFlow

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self.flow = ClosingFlow(lambda: self.session, self._is_sure, guided=True)
        self._asked_before: Hashable = None

    def _is_sure(self, what: Hashable) -> bool:
        before, self._asked_before = self._asked_before, what
        return before == what

    @property
    def feedback(self) -> FeedbackKind | None:
        """The kind of words that this step asks for."""
        return self.flow.kind

    def tell_state(self) -> None:
        """What this step is about, what was said to it so far, and words that wait."""
        super().tell_state()
        pending_drafts.tell(self.out, self.session)

    async def take_line(self, text: str) -> None:
        """Words of the round, an owner or a day, numbers."""
        if self.flow.step == "numbers":
            await self.take_numbers(text)
        elif self.flow.asked is not None:
            await self._complete(text, self.flow.asked[1])
        else:
            if self.feedback is not None:
                pending_drafts.must_be_free(self.session, "feedback")
            await self.run(self.flow.answer(text))

    async def _complete(self, text: str, part: str) -> None:
        typed = read_pledge(text)
        bare = typed.text.strip()
        owner = typed.owner or (bare if part == "owner" else "")
        when = typed.when or (bare if part == "when" else "")
        await self.run(self.flow.complete(owner, day_of(when)))
        self.conversation.ask()

    async def keep(self, text: str) -> bool:
        """Keep words whose line has no end."""
        return self.feedback is not None and await self.keep_behind("feedback", text)

    async def skip(self) -> None:
        """Leave this pledge, or these shoes, as they are."""
        if self.flow.step != "numbers" and self.flow.leave_out():
            self.conversation.ask()
        else:
            await super().skip()

    async def edit(self, number: str, words: str) -> None:
        """Put the words of a pledge right."""
        if self.flow.step != "pledges":
            await super().edit(number, words)
        pledge = numbered(self.session.pledges, number, NO_SUCH)
        await self.run(self.flow.change_pledge(ChangePledge(pledge.id, text=words)))

    async def close(self) -> None:
        """To the last step; from there, close for good."""
        if self.session.state == "turns":  # nobody was left to draw a turn for
            await super().close()
        elif self.flow.step == self.flow.STEPS[-1].id:
            await self.run(self.flow.finish())
        else:
            await self.run(self.flow.go_to(self.flow.STEPS[-1].id))


class ClosedStage(Stage):
    """The summary."""

    SCOPE = "closed"

    def tell_state(self) -> None:
        """The session at a glance."""
        render.say_blocks(self.out, summary_blocks(self.session))

    def question(self) -> str:
        """What can still be done."""
        return _("/export md writes it to a file, /summary says it once more, /leave ends.")

    async def take_line(self, text: str) -> None:  # noqa: ARG002 - it is refused, whatever it is
        """Nothing is added to a closed session."""
        must_be_running(self.session)

    async def close(self) -> None:
        """It is."""
        must_be_running(self.session)
