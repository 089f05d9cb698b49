"""Line stages of the open turn: people talk, or everybody writes first and all is revealed."""

from __future__ import annotations

from wshoes_tui.domain.commands import KeepDraft, WriteFirst
from wshoes_tui.domain.models import Draft, DraftKind
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.hiring_flow import evidence_on
from wshoes_tui.flow.turn_flow import Speaker, TurnFlow, must_be_talking, said_blocks
from wshoes_tui.flow.writing_flow import WritingFlow
from wshoes_tui.lines import pending_drafts
from wshoes_tui.lines.conversation import Conversation
from wshoes_tui.lines.stage import Stage
from wshoes_tui.locale import _

NO_FIELD: DraftKind = "private"
"""Typed words come from no field, so saying them must empty none: other words may wait there.

While people talk there is no private page that this could name.
"""


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
        self.tell(*evidence_on(self.session, self.flow.turn))
        self.tell_hint()
        pending_drafts.tell(self.out, self.session)

    def question(self) -> str:
        return self.flow.question(waits=bool(self.drafts())).text

    def tell_hint(self) -> None:
        """What the first rehearsal teaches now, and a word near the end of the cards."""
        for told in (self.conversation.hints.line(self.session), self.pace.word(self.session)):
            if told:
                self.out.say("Notice", told)

    async def take_line(self, text: str) -> None:
        await self.say(text)
        self.tell_hint()

    async def say(self, text: str, speaker: Speaker | None = None) -> None:
        """Say words, and tell that they are kept."""
        await self.run(self.flow.answer(text, speaker, NO_FIELD))

    async def keep(self, text: str) -> bool:
        """Keep words whose line has no end, behind those that wait already."""
        return await self.keep_behind("response", text, self.flow.turn.id)

    async def pass_on(self) -> None:
        await self.run(self.flow.step("pass"))

    async def skip(self) -> None:
        await self.run(self.flow.step("skip"))

    async def write(self) -> None:
        await self.run(self.flow.step("write_first"))

    async def go(self, where: str) -> None:  # noqa: ARG002
        """There is no step after a turn but the next turn."""
        raise Refusal("/next goes on to the next turn, /close to the closing round.")


def tell_card(stage: Stage) -> None:
    """The open turn with its shoes, card and prompt, unless it was told just before."""
    conversation, session = stage.conversation, stage.session
    turn = session.turn
    if turn is None or conversation.card_told == (turn.id, turn.deck, turn.card):
        return
    conversation.card_told = (turn.id, turn.deck, turn.card)
    stage.tell(*TurnFlow(lambda: session).card_blocks())


class WritingStage(Stage):
    """The open turn, while people write. What is typed is kept off a terminal."""

    SCOPE = "writing"
    HIDDEN = True

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self._flow = WritingFlow(lambda: self.session, conversation.at_own_screen, self.is_sure)
        self._warned = ""

    def position(self) -> tuple[object, ...]:
        turn, seat = self.session.turn, self._flow.next
        return turn.id if turn else "", seat.id if seat else ""

    def tell_state(self) -> None:
        tell_card(self)
        self._warn()
        self.tell(*self._flow.blocks(self._flow.next))

    def _warn(self) -> None:
        """Whose shoes are whose must be told to the one who writes, and a page forgets nothing."""
        turn, header = self.session.turn, self.session.header
        if turn is None or turn.id == self._warned or self.session.is_for_hiring:
            return
        self._warned = turn.id
        if header.visibility != "named" and len(self.session.writers()) > 1:
            self.out.say(
                "Notice",
                _(
                    "What is written stays hidden. Who was asked to stand in which shoes can be "
                    "read back in these lines: clear them afterwards if that matters."
                ),
            )

    def question(self) -> str:
        return self._flow.question(self._flow.next).text

    async def take_line(self, text: str) -> None:
        """Hand in what was written, behind the words that waited."""
        seat = self._flow.next
        page = self._flow.page_of(seat)
        if page is not None and page.text.strip():
            text = f"{page.text}\n{text}"
        await self.run(self._flow.hand_in(seat, text))

    async def keep(self, text: str) -> bool:
        """Keep words whose line has no end on the page of the writer."""
        seat = self._flow.next
        page = self._flow.page_of(seat)
        if seat is None or page is None:
            return False
        whole = f"{page.text}\n{text}" if page.text.strip() else text
        return await self.conversation.keep_draft(KeepDraft("private", whole, seat.id))

    def drafts(self) -> list[Draft]:
        page = self._flow.page_of(self._flow.next)
        return [page] if page is not None and page.text.strip() else []

    async def save(self, draft: Draft) -> None:
        await self.run(self._flow.hand_in(self._flow.next, draft.text))

    async def pass_on(self) -> None:
        await self.run(self._flow.pass_on())

    async def reveal(self) -> None:
        await self.run(self._flow.reveal())

    async def write(self) -> None:
        await self.do(WriteFirst())

    async def close(self) -> None:
        """First what is written is revealed, or the writing stopped, as on the screen."""
        must_be_talking(self.session)
        await super().close()
