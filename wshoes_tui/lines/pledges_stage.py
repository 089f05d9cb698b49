"""Line stage of the open pledges between sessions: a number and a letter say how one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.handlers.undo_handler import NOTHING_TO_UNDO
from wshoes_tui.domain.models import KeptPledge
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.blocks import Effects
from wshoes_tui.flow.pledges_flow import PledgesFlow
from wshoes_tui.lines.stage import Stage

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation


class PledgesStage(Stage):
    """The list, told once; then each answer. What was answered keeps its number."""

    SCOPE = "pledges"

    def __init__(self, conversation: Conversation, flow: PledgesFlow) -> None:
        super().__init__(conversation)
        self._flow = flow

    def tell_state(self) -> None:
        self._read()
        self.tell(*self._flow.choices())

    def _read(self) -> None:
        if self.conversation.has_sessions():
            self._flow.fill(self.conversation.library.store.pledges())

    def question(self) -> str:
        return self._flow.question().text

    async def take_line(self, text: str) -> None:
        """The number of a pledge, and how it stands; a number alone tells its history.

        Raises:
            Refusal: there is no such pledge, or no such answer.
            WshoesError: its session is open elsewhere, or the answer could not be kept.
        """
        number, _space, answer = text.strip().partition(" ")
        one = self._flow.find(number.rstrip(",:"))
        if answer.strip():
            await self._work(one, self._flow.answer(one, answer))
        else:
            self.tell(*self._flow.history(one))

    async def take_back(self) -> None:
        """Take the last answer back."""
        one = self._flow.last_answered
        if one is None:
            raise Refusal(NOTHING_TO_UNDO)
        await self._work(one, self._flow.undo())

    async def _work(self, one: KeptPledge, effects: Effects) -> None:
        """Work an answer on the session that made a pledge, opened for that alone."""
        here = self.conversation
        here.live = live = here.library.resume(one.session)
        try:
            await self.run(effects)
        finally:
            live.release()
            here.live = None
        self._read()
        self.tell(*(block for block in self._flow.choices() if block.name == one.pledge.id))
