"""Screen of the review before sharing: one line at a time, a key for each decision."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.handlers.review_handler import text_of
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.actions import ENTER_SAVES, Action
from wshoes_tui.flow.blocks import Effects, TextBlock
from wshoes_tui.flow.review_flow import REVIEW, ReviewFlow
from wshoes_tui.flow.step_flow import page_told
from wshoes_tui.locale import N_, _
from wshoes_tui.tui.base_screen import STYLES, ForFacilitator, Page
from wshoes_tui.tui.block_content import work_effects
from wshoes_tui.tui.content import safe_content, stacked_content
from wshoes_tui.tui.widgets.words_field import WordsField


class ReviewPage(ForFacilitator, Page):
    """The line, what was decided about it, and a field in which it is put right for sharing."""

    SCOPE = "review"
    CSS_PATH = STYLES / "turn.tcss"
    FIELD_HINT = (ENTER_SAVES, Action("escape", "", N_("as it was said"), ""))

    def __init__(self) -> None:
        super().__init__()
        self._flow = ReviewFlow(lambda: self.session_app.session)

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="review-lead", classes="lead", markup=False)
        yield Static(id="review-where", classes="quiet", markup=False)
        yield Static(id="review-words", classes="gap", markup=False)
        yield Static(id="review-decision", classes="gap quiet", markup=False)

    def compose_below(self) -> Iterable[Widget]:
        yield Static(id="review-question", classes="label", markup=False)
        yield WordsField(self._flow.question().hint, id="words")

    def begin_page(self) -> None:
        self._field.display = False
        super().begin_page()

    @property
    def _field(self) -> WordsField:
        return self.query_one("#words", WordsField)

    def fits(self, session: Session) -> bool:  # noqa: ARG002 - a review goes with every stage
        """It stays until it is left."""
        return True

    def applies(self, action: Action) -> bool:
        """Behind the last line there is only the way back."""
        at_a_line = self._flow.line is not None
        return at_a_line or action.name not in ("share", "keep", "put_right")

    def update_page(self) -> None:
        """The line that the review is at."""
        number, count = self._flow.position
        which = page_told(number, count) if number else ""
        self.top.show_heading(_(REVIEW), self.session_app.session.header.title, which)
        places: dict[str, list[Content]] = {"lead": [], "where": [], "words": [], "decision": []}
        for block in self._flow.blocks():
            if isinstance(block, TextBlock):
                named = {"Step": "lead", "Summary": "where", "Review": "decision"}
                places[named.get(block.word, "words")].append(safe_content(block.on_screen))
        for name, rows in places.items():
            self.put(f"review-{name}", stacked_content(rows) if rows else "")
        self.put("review-question", self._flow.question().label)

    async def _work(self, effects: Effects) -> None:
        if await work_effects(self.session_app, effects):
            self._show_line()

    def _show_line(self) -> None:
        self.update_page()
        self.show_keys()
        self.query_one("Body").scroll_home(animate=False)

    async def action_share(self) -> None:
        await self._work(self._flow.share())

    async def action_keep(self) -> None:
        await self._work(self._flow.keep())

    async def action_undo(self) -> None:
        await self._work(self._flow.undo())

    def action_back_one(self) -> None:
        self.say("")
        try:
            self._flow.go_back()
        except Refusal as refusal:
            self.say(_(refusal.template, **refusal.words))
        self._show_line()

    def action_put_right(self) -> None:
        """Put the words right in a field; what was said stays as it is."""
        line = self._flow.line
        if line is not None:
            self._field.fill(line.shared_text or text_of(line))
            self._field.display = True
            self.set_focus(self._field)

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """The words as they may be shared."""
        if not message.text.strip():
            self.say(self._flow.question().empty)
            return
        if await work_effects(self.session_app, self._flow.share(message.text)):
            self.leave_field()
            self._show_line()

    def leave_field(self) -> None:
        """The words stay as they were."""
        self._field.fill("")
        self._field.display = False
        self.set_focus(None)
