"""A turn: whose, in whose shoes, the card, one prompt; what is typed is said."""

from __future__ import annotations

from wshoes_tui.domain.commands import EditResponse, KeepDraft, Remove
from wshoes_tui.domain.models import DraftKind, Response
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.session_labels import response_told
from wshoes_tui.flow.turn_flow import Speaker, TurnFlow, said_blocks
from wshoes_tui.lines import pending_drafts
from wshoes_tui.lines.argument_parser import numbered
from wshoes_tui.lines.conversation import Conversation
from wshoes_tui.lines.stages.stage import Stage
from wshoes_tui.locale import N_, _

NO_FIELD: DraftKind = "private"
"""Typed words come from no field, so saying them must empty none: other words may wait there.

While people talk there is no private page that this could name.
"""
NO_SUCH = N_("There is no response {wanted} on this turn. /said says them with their numbers.")


class TurnStage(Stage):
    """The open turn, while people talk."""

    SCOPE = "turn"

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self.flow = TurnFlow(lambda: self.session)

    def position(self) -> tuple[object, ...]:
        turn = self.flow.turn
        return turn.id, turn.deck, turn.card

    def tell_state(self) -> None:
        """The whole turn; only what is new where its card was told already."""
        tell_card(self)
        self.tell(*said_blocks(self.session, self.flow.turn))
        pending_drafts.tell(self.out, self.session)

    def question(self) -> str:
        return self.flow.question(waits=bool(self.drafts())).text

    async def take_line(self, text: str) -> None:
        await self.say(text)

    async def say(self, text: str, speaker: Speaker | None = None) -> None:
        """Say words, and tell that they are kept."""
        await self.run(self.flow.answer(text, speaker, NO_FIELD))

    async def keep(self, text: str) -> bool:
        """Keep words whose line has no end, behind those that wait already."""
        waiting = self.session.draft("response", self.flow.turn.id)
        whole = f"{waiting.text}\n{text}" if waiting and waiting.text else text
        return await self.conversation.keep_draft(KeepDraft("response", whole))

    async def pass_on(self) -> None:
        await self.run(self.flow.step("pass"))

    async def skip(self) -> None:
        await self.run(self.flow.step("skip"))

    async def write(self) -> None:
        await self.run(self.flow.step("write_first"))

    async def go(self, where: str) -> None:  # noqa: ARG002
        """There is no step after a turn but the next turn."""
        raise Refusal("/next goes on to the next turn, /close to the closing round.")

    async def edit(self, number: str, words: str) -> None:
        await self.do(EditResponse(self._response(number).id, words))
        self.out.say("Saved", response_told(number.strip()))

    async def remove(self, number: str) -> None:
        await self.do(Remove(self._response(number).id))
        self.out.say("Saved", _("taken back, /undo brings it again"))

    def _response(self, number: str) -> Response:
        return numbered(self.session.said(self.flow.turn), number, NO_SUCH)


def tell_card(stage: Stage) -> None:
    """The open turn with its shoes, card and prompt, unless it was told just before."""
    conversation, session = stage.conversation, stage.session
    turn = session.turn
    if turn is None or conversation.card_told == (turn.id, turn.deck, turn.card):
        return
    conversation.card_told = (turn.id, turn.deck, turn.card)
    stage.tell(*TurnFlow(lambda: session).card_blocks())
