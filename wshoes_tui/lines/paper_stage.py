"""Line stage of typing up: the questions of ``PaperFlow``, an answer or a line of words a line.

A file of slips can be read in: "3, N" or "3, N, not passed on" on a line, the words on the lines
below it, and an empty line after them.
"""

from __future__ import annotations

from wshoes_tui.domain.commands import KeepDraft
from wshoes_tui.domain.models import Draft, FeedbackKind
from wshoes_tui.flow.labels import SHORT_ID
from wshoes_tui.flow.paper_flow import PAPER, PaperFlow, packed
from wshoes_tui.flow.paper_round import ROUND
from wshoes_tui.lines.conversation import Conversation
from wshoes_tui.lines.home_stage import DecksStage
from wshoes_tui.lines.stage import Stage
from wshoes_tui.locale import _


class PaperStage(Stage):
    """Slips from paper: beside a session that goes on, or in place of its turns."""

    SCOPE = "paper"
    TAKES_EMPTY = True

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self.flow = PaperFlow(lambda: self.session)
        self._begun = False

    def position(self) -> tuple[object, ...]:
        return self.flow.place

    def tell_state(self) -> None:
        """What is known of the slip; on the way in also what this is."""
        if not self._begun:
            self._begun = True
            self.out.say("Step", _(PAPER))
        self.tell(*self.flow.blocks())

    def question(self) -> str:
        return self.flow.question().text

    async def take_line(self, text: str) -> None:
        """An answer; while the words are typed, one line of them, and an empty one ends them."""
        if self.flow.step == "words":
            await self.run(self.flow.add_line(text))
            return
        await self.run(self.flow.answer(text))
        if self.flow.step in ROUND or (not text.strip() and self.flow.step == "end"):
            self.conversation.tell_again()

    async def keep(self, text: str) -> bool:
        """Keep words whose line has no end as a line of the slip, or of the closing round."""
        if self.flow.round.kind is not None and self.flow.step in ROUND:
            return await self.keep_behind("feedback", text)
        if self.flow.step != "words":
            return False
        slip = self.flow.slip_with(text)
        return await self.conversation.keep_draft(KeepDraft("slip", packed(slip)))

    def parting(self) -> str:
        """That a slip was begun and is not saved yet: a file may end without its empty line."""
        if not self.flow.slip.text.strip():
            return ""
        return _(
            "The last slip is kept as it stands, and not saved yet. Go on with: "
            "wshoes enter {session}",
            session=self.session.id[:SHORT_ID],
        )

    @property
    def feedback(self) -> FeedbackKind:
        """The kind of words that are asked for; those that waited are of the check-out."""
        return self.flow.round.kind or "checkout"

    async def go(self, where: str) -> None:
        """To the numbers and the closing words, or to the step named."""
        if self.session.state in ("setup", "opening"):
            await super().go(where)
        await self._save_as_ticked()
        self.flow.go_on(where)
        self.conversation.tell_again()

    async def _save_as_ticked(self) -> None:
        """Save a slip whose words are there, as the first line of another slip does."""
        if self.flow.step == "who":
            await self.run(self.flow.answer(""))

    async def skip(self) -> None:
        """Leave this question of the round out."""
        if self.flow.step not in ROUND:
            await super().skip()
        self.flow.go_on()

    def drafts(self) -> list[Draft]:
        """The slip in hand, and words of the closing round."""
        found = (self.session.draft("slip"), self.session.draft("feedback"))
        return [draft for draft in found if draft is not None]

    async def save(self, draft: Draft) -> None:
        """Keep the slip in hand, to be seen by those who were named for it; or other words."""
        if draft.kind != "slip":
            await super().save(draft)
            return
        if self.flow.step == "words":
            await self.run(self.flow.add_line(""))
        if self.flow.step == "who":
            await self.run(self.flow.answer(""))

    async def close(self) -> None:
        """Close the session for good; with slips in a session that goes on, leave them."""
        if self.session.was_on_paper:
            await self._save_as_ticked()
            await self.run(self.flow.close())
        else:
            self.conversation.aside = None
            self.conversation.tell_again()


def enter_slips(conversation: Conversation, reference: str) -> None:
    """Type up slips in the session named; without a name, choose the decks of a new one first.

    Raises:
        Refusal: the session is closed.
        WshoesError: there is no such session, or it is open elsewhere.
    """
    if not reference:
        conversation.home = DecksStage(conversation, "paper")
        return
    live = conversation.library.resume_for_slips(reference)
    conversation.begin_session(live, resumed=True)
    if not live.session.was_on_paper:
        conversation.aside = PaperStage(conversation)
