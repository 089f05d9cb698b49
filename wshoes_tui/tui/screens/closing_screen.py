"""Screen of the closing round: one step on each page."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.cells.cell_rows import cells_in as cells
from wshoes_tui.domain.commands import MoreTurns, Undo
from wshoes_tui.domain.models import FeedbackKind, Session, Transition
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.blocks import PledgeBlock, TextBlock
from wshoes_tui.flow.closing_flow import ClosingFlow
from wshoes_tui.flow.date_parser import DAY_EXAMPLES
from wshoes_tui.flow.map_signs import glyphs_for
from wshoes_tui.flow.pledge_words import typed_parts
from wshoes_tui.flow.questions import CLOSING_ROUND
from wshoes_tui.flow.summary_flow import path_line
from wshoes_tui.flow.summary_rows import line_rows
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import pledge_sentence
from wshoes_tui.tui.base_screen import STYLES
from wshoes_tui.tui.block_content import pledge_row, stacked_blocks, work_effects
from wshoes_tui.tui.content import (
    cell_content,
    hanging,
    joined_content,
    one_line_content,
    safe_content,
    span_content,
    stacked_content,
)
from wshoes_tui.tui.key_queue import Confirmation
from wshoes_tui.tui.one_shot_screen import ACTIONS_PLACE, OneShotPage
from wshoes_tui.tui.screens.session_screen import SessionAsides
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.ratings import Ratings
from wshoes_tui.tui.widgets.text_stack import TextStack
from wshoes_tui.tui.widgets.words_field import WordsField

NAMES = 20
"""Cells of names beside answers, at most."""


def answers_content(session: Session, kind: FeedbackKind, width: int) -> Content:
    """The names in a column, and their answers beside; nothing where no answer has a name."""
    labels = {seat.id: seat.label for seat in session.seats} if session.is_named else {}
    said = [(labels.get(one.seat or "", ""), one) for one in session.feedback if one.kind == kind]
    names = min(NAMES, max((cells(one_line(name)) for name, _one in said), default=0) + 2)
    if not any(name for name, _one in said):
        return Content()
    return stacked_content(
        [
            hanging(cell_content(name, names, "bold"), safe_content(one.text), width)
            for name, one in said
        ]
    )


class ClosingPage(SessionAsides, OneShotPage):
    """What the field takes depends on the step: words, pledges, what a pledge lacks, numbers."""

    SCOPE = "closing"
    CSS_PATH = STYLES / "turn.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._flow = ClosingFlow(lambda: self.session_app.session, Confirmation().given)
        self._ratings = Ratings(self._flow.numbers)

    def compose_body(self) -> Iterable[Widget]:
        """A heading, what was said so far, the pledges, the numbers."""
        yield Static(id="closing-lead", classes="lead", markup=False)
        yield Static(id="closing-words", markup=False)
        yield Static(id="closing-line", classes="gap", markup=False)
        yield ChoiceList(id="pledges")
        yield self._ratings

    def compose_below(self) -> Iterable[Widget]:
        yield TextStack(ACTIONS_PLACE, id="question")
        yield Static(id="closing-asked", classes="label", markup=False)
        yield WordsField(id="words")
        yield from self._ratings.below()

    def begin_page(self) -> None:
        """At the first step; words that waited are in the field."""
        self.update_page()
        self._take_up_words()
        self.settle_focus()

    def _take_up_words(self) -> None:
        draft = self.session_app.session.draft("feedback")
        self._words.fill(draft.text if draft else "")

    def fits(self, session: Session) -> bool:
        return session.state == "closing"

    @property
    def _words(self) -> WordsField:
        return self.query_one("#words", WordsField)

    @property
    def field(self) -> WordsField:
        """The field for words, or the one for numbers."""
        return self._ratings.field if self._flow.step == "numbers" else self._words

    @property
    def rows(self) -> ChoiceList | None:
        """The pledges, or the pairs of shoes that numbers are given for."""
        if self._flow.step == "numbers":
            return self._ratings.rows
        return self.query_one("#pledges", ChoiceList) if self._flow.step == "pledges" else None

    def update_page(self) -> None:
        """The blocks and the question of this step."""
        session, flow = self.session_app.session, self._flow
        self.top.show_heading(_(CLOSING_ROUND), session.header.title, flow.page_of_pages)
        lead, *blocks = flow.blocks()
        self.query_one("#closing-lead", Static).update(stacked_blocks((lead,)))
        said = [block for block in blocks if isinstance(block, TextBlock)]
        kind = flow.kind
        words = answers_content(session, kind, self.text_room.width) if kind else Content()
        self.put("closing-words", words or stacked_blocks(said))
        self.put("closing-line", self._line() if kind or flow.step == "close" else "")
        pledges = self.query_one("#pledges", ChoiceList)
        pledges.display = flow.step == "pledges"
        pledges.fill([(b.pledge.id, pledge_row(b)) for b in blocks if isinstance(b, PledgeBlock)])
        self._ratings.show_ratings(shown=flow.step == "numbers")
        self._words.display = flow.step != "numbers"
        question = flow.question()
        self._words.show_hint(question.hint)
        asked = self.query_one("#closing-asked", Static)
        asked.update(question.label)
        asked.display = bool(question.label) and not self.choosing
        self.show_question()

    def on_resize(self) -> None:
        """Where lines end depends on the width."""
        if self.has_begun and self.fits(self.session_app.session):
            self.update_page()

    def _line(self) -> Content:
        """The evening as a line, a stroke for each turn, and what came of it."""
        session, terminal = self.session_app.session, self.session_app.terminal
        if terminal.slow:
            return Content()
        rows = line_rows(path_line(session), self.text_room.width, glyphs_for(terminal))
        return stacked_content([joined_content(*map(span_content, row)) for row in rows])

    def happened(self, transition: Transition) -> None:
        """Words that were kept may be left over: the last step tells of them."""
        if transition.name == "KeepDraft" and self._flow.step == "close":
            self.update_page()

    def moment(self) -> Hashable:
        """Which step this is, and what is asked of a pledge."""
        return self._flow.step, self._flow.asked

    def keep_fields(self) -> None:
        """Keep the words of the closing round as a draft."""
        if self._flow.asked is None:
            self.keep_draft("feedback", self._words.text)

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Words of the round, a pledge, or what was asked of one."""
        if message.field is self._ratings.field:
            if await self._ratings.hand_in(message.text):
                await self.action_go_on()
        elif not message.text.strip():
            if self._flow.is_answered:
                await self.action_go_on()
            else:
                self.say(self._flow.question().empty)
        elif self._flow.asked is not None:
            if await work_effects(self.session_app, self._flow.answer(message.text)):
                self._ask()
        elif await self._save(message.text):
            self._show_step()  # alone it is the next one

    async def _save(self, text: str) -> bool:
        """Keep what was said at this step; False, and a sentence, where that was refused."""
        await self.session_app.settle()
        if not await work_effects(self.session_app, self._flow.answer(text)):
            return False
        self._words.let_go(text)
        self.keep_fields()
        return True

    def _ask(self) -> None:
        """Ask what is asked of a pledge now; if nothing, words of the round are in the field."""
        asked = self._flow.asked
        if asked is None:
            self._take_up_words()
        else:
            pledge, part = asked
            when = pledge.by_when.isoformat() if pledge.by_when else ""
            self._words.fill(pledge.owner if part == "owner" else when)
            days = _("For example: {days}", days=_(DAY_EXAMPLES))
            if pledge.by_when is not None:
                days += ". " + _("'no day' takes it away.")
            self.say(days if part == "when" else "")
        self.update_page()
        self.settle_focus()

    async def on_option_list_option_selected(self) -> None:
        """Enter on a pledge: who keeps it, and by when. On shoes: their numbers are typed."""
        if self._flow.step == "pledges":
            await self.action_complete()
        self.settle_focus()

    async def action_complete(self) -> None:
        await self.session_app.settle()  # what stands in the field now comes back to it
        chosen = self.query_one("#pledges", ChoiceList).chosen
        if self._flow.step == "pledges" and chosen:
            self._flow.mark(chosen)
            self._ask()

    async def action_put_right(self) -> None:
        """All that can be said of the marked pledge, in a sheet."""
        from wshoes_tui.tui.screens.field_sheets import PLEDGE_FIELDS
        from wshoes_tui.tui.screens.fields_page import EditSheet

        await self.session_app.settle()
        chosen, flow = self.query_one("#pledges", ChoiceList).chosen, self._flow
        pledge = next((p for p in self.session_app.session.pledges if p.id == chosen), None)
        if flow.step != "pledges" or pledge is None:
            return
        lead = one_line_content(pledge_sentence(pledge.condition, pledge.text), "bold")

        async def save(values: dict[str, str]) -> bool:
            return await work_effects(self.session_app, flow.put_right(pledge, values), self.say)

        sheet = EditSheet(lead, PLEDGE_FIELDS, typed_parts(pledge), save)
        self.session_app.push_screen(sheet)

    def applies(self, action: Action) -> bool:
        """Who and when are for pledges; the first step has none before it."""
        if action.name in ("complete", "put_right"):
            return self._flow.step == "pledges" and bool(self.session_app.session.pledges)
        return action.name != "back_one" or self._flow.position[0] > 1

    async def action_go_on(self) -> None:
        """The next step, words said first; from the last one, close."""
        if self._flow.leave_out():
            self._ask()
            return
        if self._flow.step == "numbers":
            saved = await self._ratings.save()
        else:
            saved = not self._words.text.strip() or await self._save(self._words.text)
        if not saved:
            return
        if self._flow.step == "close":  # all words must be where they are looked for
            await self.session_app.settle()
        if await work_effects(self.session_app, self._flow.go_on()):
            self._show_step()

    def _show_step(self) -> None:
        if self.fits(self.session_app.session):
            self.update_page()
            self.settle_focus()
        else:
            self.session_app.final_key.pressed("n")
            self.session_app.say(_("The page to take home is ready: t writes it."))

    def action_back_one(self) -> None:
        self._flow.go_back()
        self._show_step()

    async def action_more_turns(self) -> None:
        await self.session_app.do(MoreTurns())

    async def action_undo(self) -> None:
        await self.session_app.settle()
        await self.session_app.do(Undo())
