"""Screen of typing up: one question at a time, one field, and what is known of the slip."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.commands import Undo
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.blocks import Effects
from wshoes_tui.flow.paper_flow import PAPER, PaperFlow, packed, slips_told
from wshoes_tui.flow.paper_round import ROUND
from wshoes_tui.locale import _
from wshoes_tui.tui.base_screen import STYLES
from wshoes_tui.tui.block_content import stacked_blocks, work_effects
from wshoes_tui.tui.one_shot_screen import ACTIONS_PLACE, OneShotPage
from wshoes_tui.tui.screens.session_screen import SessionAsides
from wshoes_tui.tui.widgets.text_stack import TextStack
from wshoes_tui.tui.widgets.words_field import WordsField


class PaperPage(SessionAsides, OneShotPage):
    """Slips from paper: the whole session of an evening, or beside one that goes on."""

    SCOPE = "paper"
    CSS_PATH = STYLES / "turn.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._flow = PaperFlow(lambda: self.session_app.session)
        self._asked: object = None
        self._reads = False
        """Whether lines of several slips are being worked, of which none stands in the field."""

    def compose_body(self) -> Iterable[Widget]:
        """How far it is, and what is known of the slip in hand."""
        yield Static(id="paper-known", markup=False)

    def compose_below(self) -> Iterable[Widget]:
        yield TextStack(ACTIONS_PLACE, id="question")
        yield Static(id="paper-asked", classes="label", markup=False)
        yield WordsField(id="words")

    @property
    def field(self) -> WordsField:
        return self.query_one("#words", WordsField)

    def begin_page(self) -> None:
        self.update_page()
        self.settle_focus()

    def fits(self, session: Session) -> bool:
        """Until the session is closed; beside one that goes on, until it is left."""
        return session.state != "closed" and session.header.paused_at is None

    def applies(self, action: Action) -> bool:
        """Nothing is let go of between two slips, nor kept before the first."""
        if action.name == "let_go":
            return self._flow.slip.card != ""
        if action.name in ("lightbulb", "pledge", "pledge_from", "park", "map", "said"):
            return self.session_app.session.state != "setup"
        session = self.session_app.session
        if action.name == "go_on":
            return session.was_on_paper and self._flow.step in ("card", "end", *ROUND)
        return action.name != "close" or (session.was_on_paper and session.state == "closing")

    def update_page(self) -> None:
        """The question; words that wait stand in the field once it asks for them."""
        session, flow = self.session_app.session, self._flow
        if session.state == "closed" or self._reads:
            return
        self.top.show_heading(_(PAPER), session.header.title, slips_told(session))
        self.put("paper-known", stacked_blocks(flow.blocks()))
        asked = self.query_one("#paper-asked", Static)
        asked.update(flow.question().label)
        asked.display = not self.choosing
        if self._asked != flow.place:
            self._asked = flow.place
            self.field.fill(self._kept())
        self.show_question()

    def _kept(self) -> str:
        """The words that wait for this question."""
        if self._flow.step == "words":
            return self._flow.slip.text
        draft = self.session_app.session.draft("feedback") if self._flow.round.kind else None
        return draft.text if draft is not None and self._flow.step in ROUND else ""

    def moment(self) -> Hashable:
        """Which question this is."""
        return self._flow.place

    def keep_fields(self) -> None:
        """Keep the words of the slip as they are typed."""
        if not self._reads and self.session_app.has_session and self._flow.step == "words":
            slip = replace(self._flow.slip, text=self.field.text)
            self.keep_draft("slip", packed(slip))
        elif self.session_app.has_session and self._flow.round.kind and self._flow.step in ROUND:
            self.keep_draft("feedback", self.field.text)

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """An answer; several lines that are pasted between two slips are slips."""
        text, flow = message.text, self._flow
        if flow.step == "words" and not text.strip():
            self.say(flow.question().label)
            return
        await self.session_app.settle()
        told: list[str] = []
        if flow.step in ("card", "end") and "\n" in text.strip():
            await self._read_slips([*text.strip().splitlines(), ""], told)
        elif await work_effects(self.session_app, flow.answer(text), told.append):
            self._show(told)

    async def _read_slips(self, lines: list[str], told: list[str]) -> None:
        """Work lines as plain lines are; from one that is refused on they stand in the field."""
        flow, self._reads = self._flow, True
        while lines:
            step = flow.add_line(lines[0]) if flow.step == "words" else flow.answer(lines[0])
            if not await work_effects(self.session_app, step, told.append):
                break
            lines.pop(0)
        self._reads = False
        self._show([] if lines else told)
        if lines:
            self.field.fill("\n".join(lines))

    def _show(self, told: list[str]) -> None:
        """The question that is asked now, and what was saved on the way to it."""
        if self.is_current and self.session_app.session.state != "closed":
            self.update_page()
            self.settle_focus()
            if told:
                self.say(" ".join(told[-2:]))

    async def _work(self, effects: Effects) -> None:
        await self.session_app.settle()
        told: list[str] = []
        if await work_effects(self.session_app, effects, told.append):
            self._show(told)

    async def action_back_one(self) -> None:
        """The question before; from the first one back to the session that goes on."""
        if self._flow.step == "card" and not self.session_app.session.was_on_paper:
            self.session_app.show_session()
            return
        await self._work(self._flow.go_back())

    async def action_go_on(self) -> None:
        """To the next of the numbers and closing words; what stands in the field is kept first."""
        await self.session_app.settle()
        told: list[str] = []
        words = self.field.text if self._flow.step in ROUND else ""
        if words.strip() and not await work_effects(
            self.session_app, self._flow.answer(words), told.append
        ):
            return
        self._flow.go_on()
        self._show(told)

    async def action_let_go(self) -> None:
        await self._work(self._flow.let_go())

    async def action_undo(self) -> None:
        """Take the last slip back: it stands here again, to be put right."""
        await self.session_app.settle()
        await self.session_app.do(Undo())

    async def action_close(self) -> None:
        """Close the session for good."""
        await self.session_app.settle()
        self.keep_fields()
        try:
            await self._work(self._flow.close())
        except Refusal as refusal:
            self.say(_(refusal.template, **refusal.words))
        if self.session_app.session.state == "closed":
            self.session_app.final_key.pressed("c")
