"""The closing round: one line each, the pledges read back, the numbers again, feedback."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.commands import (
    AddPledge,
    ChangePledge,
    Close,
    GiveFeedback,
    KeepDraft,
    MoreTurns,
    ParkTopic,
    Undo,
)
from wshoes_tui.domain.handlers.participant_handler import is_somebodys_own, seats_not_done
from wshoes_tui.domain.models import FeedbackKind, Session, Transition
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.date_parser import DAY_EXAMPLES, read_day
from wshoes_tui.locale import _
from wshoes_tui.tui.base_screen import STYLES
from wshoes_tui.tui.content import safe_content, stacked_content
from wshoes_tui.tui.key_queue import Confirmation
from wshoes_tui.tui.one_shot_screen import ACTIONS_PLACE, OneShotPage
from wshoes_tui.tui.screens import closing_content
from wshoes_tui.tui.screens.session_screen import SessionAsides
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.ratings import Ratings
from wshoes_tui.tui.widgets.text_stack import TextStack
from wshoes_tui.tui.widgets.words_field import WordsField

STAGES = ("checkout", "pledges", "ratings", "heard", "valued", "change", "close")
FEEDBACK: dict[str, FeedbackKind] = {
    "checkout": "checkout",
    "heard": "heard",
    "valued": "valued",
    "change": "change",
    "close": "checkout",
}
"""What words are kept as, stage by stage; on the last page there may be one more line."""


class ClosingPage(SessionAsides, OneShotPage):
    """One thing on each page. What the field takes depends on it: words, pledges or numbers."""

    SCOPE = "closing"
    CSS_PATH = STYLES / "turn.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._stage = STAGES[0]
        self._asked: tuple[str, str] | None = None
        self._confirmation = Confirmation()
        """That words wait at people's own screens."""

    def compose_body(self) -> Iterable[Widget]:
        """A heading, what was said so far, the pledges, the numbers."""
        yield Static(id="closing-lead", classes="lead", markup=False)
        yield Static(id="closing-words", markup=False)
        yield ChoiceList(id="pledges")
        yield Ratings("after", open_field=True)

    def compose_below(self) -> Iterable[Widget]:
        """What is asked of a pledge, and the field."""
        yield TextStack(ACTIONS_PLACE, id="question")
        yield Static(id="closing-asked", classes="label", markup=False)
        yield WordsField(_("type what is said"), id="words")

    def begin_page(self) -> None:
        """At the first page; words that waited are in the field."""
        self.update_page()
        self._take_up_words()
        self.settle_focus()

    def _take_up_words(self) -> None:
        draft = self.session_app.session.draft("feedback")
        self._words.fill(draft.text if draft else "")

    def fits(self, session: Session) -> bool:
        """While the session closes."""
        return session.state == "closing"

    @property
    def _words(self) -> WordsField:
        return self.query_one("#words", WordsField)

    @property
    def field(self) -> WordsField:
        """The field for words, or the one for numbers."""
        return self.query_one(Ratings).field if self._stage == "ratings" else self._words

    @property
    def rows(self) -> ChoiceList | None:
        """The pledges, or the pairs of shoes that numbers are given for."""
        if self._stage == "ratings":
            return self.query_one(Ratings).rows
        return self.query_one("#pledges", ChoiceList) if self._stage == "pledges" else None

    def update_page(self) -> None:
        """The page of this stage."""
        session = self.session_app.session
        number = STAGES.index(self._stage) + 1
        self.top.show_heading(
            _("Closing round"), session.header.title,
            _("{page} of {pages}", page=number, pages=len(STAGES)),
        )  # fmt: skip
        self.query_one("#closing-lead", Static).update(closing_content.lead(session, self._stage))
        words = self._said(session)
        shown = self.query_one("#closing-words", Static)
        shown.update(words)
        shown.display = bool(words.plain)
        pledges = self.query_one("#pledges", ChoiceList)
        pledges.display = self._stage == "pledges"
        pledges.fill(
            [(pledge.id, closing_content.pledge_row(pledge)) for pledge in session.pledges]
        )
        ratings = self.query_one(Ratings)
        ratings.display = self._stage == "ratings"
        if self._stage == "ratings":
            ratings.show_ratings()
        self._words.display = self._stage != "ratings"
        what = self._asked[1] if self._asked is not None else ""
        self._words.placeholder = Content(closing_content.hint(session, self._stage, what))
        asked = self.query_one("#closing-asked", Static)
        asked.display = self._asked is not None and not self.choosing
        self.show_question()

    def _said(self, session: Session) -> Content:
        if self._stage in FEEDBACK and self._stage != "close":
            kind = FEEDBACK[self._stage]
            return stacked_content(
                [safe_content(f"· {f.text}") for f in session.feedback if f.kind == kind]
            )
        if self._stage == "pledges" and not session.pledges:
            return Content(_("There are none yet. Type one, or press Esc, then n, to go on."))
        if self._stage == "close":
            return closing_content.at_the_end(session)
        return Content("")

    def happened(self, transition: Transition) -> None:
        """Words that were kept may be left over: the last page tells of them."""
        if transition.name == "KeepDraft" and self._stage == "close":
            self.update_page()

    def moment(self) -> Hashable:
        """Which page this is, and what is asked of a pledge."""
        return self._stage, self._asked

    def keep_fields(self) -> None:
        """Keep the words of the closing round as a draft."""
        if self._asked is None and self.session_app.autosave is not None:
            self.session_app.autosave.note("feedback", self._words.text)

    def words_typed(self) -> None:
        """Every change is on its way to the disk at once."""
        if self._asked is None and not self.is_kept(self._words.text, "feedback"):
            self.keep_fields()

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Words of the round, a pledge, or what was asked of one."""
        if self._asked is not None:
            await self._answer(message.text)
        elif not message.text.strip():
            self.say(closing_content.what_next(self.session_app.session, self._stage))
        else:
            await self._save(message.text)

    async def _save(self, text: str) -> bool:
        """Keep what was said on this page; False, and a sentence, where that was refused."""
        await self.session_app.settle()
        if self._stage == "pledges":
            done = await self.session_app.do(AddPledge(text, "", None))
        else:
            done = await self.session_app.do(GiveFeedback(FEEDBACK[self._stage], text))
        if done is None:
            return False
        self._words.let_go(text)
        self.keep_fields()
        self.say(_("✓ saved"))
        return True

    async def _answer(self, text: str) -> None:
        pledge_id, what = self._asked or ("", "")
        if not text.strip():
            self.say(_("Esc, then n: leave it out for now."))
            return
        if what == "owner":
            await self.session_app.do(ChangePledge(pledge_id, owner=text.strip()))
        else:
            by_when = read_day(text, date.today())  # noqa: DTZ011 - the day of this room
            if by_when is None:
                self.say(_("Which day is that? For example: {days}", days=_(DAY_EXAMPLES)))
                return
            await self.session_app.do(ChangePledge(pledge_id, by_when=by_when))
        self._leave_out()

    def _leave_out(self) -> None:
        """The next thing that is asked of a pledge, or no more."""
        pledge_id, what = self._asked or ("", "")
        if what == "owner":
            self._ask(pledge_id, "when")
        else:
            self._done_asking()

    def _ask(self, pledge_id: str, what: str) -> None:
        pledge = next(p for p in self.session_app.session.pledges if p.id == pledge_id)
        self._asked = (pledge_id, what)
        question = _("Who will do it?") if what == "owner" else _("By when?")
        self.query_one("#closing-asked", Static).update(question)
        if what == "owner":
            self._words.fill(pledge.owner)
        else:
            self._words.fill(pledge.by_when.isoformat() if pledge.by_when else "")
        self.update_page()
        self.settle_focus()
        self.say("" if what == "owner" else _("For example: {days}", days=_(DAY_EXAMPLES)))

    def _done_asking(self) -> None:
        self._asked = None
        self._take_up_words()
        self.update_page()
        self.settle_focus()

    async def on_option_list_option_selected(self) -> None:
        """Enter on a pledge: who keeps it, and by when. On shoes: their numbers are typed."""
        if self._stage == "pledges":
            await self.action_complete()
        self.settle_focus()

    async def action_complete(self) -> None:
        """Who keeps the marked pledge, and by when."""
        await self.session_app.settle()  # what stands in the field now comes back to it
        chosen = self.query_one("#pledges", ChoiceList).chosen
        if self._stage == "pledges" and chosen:
            self._ask(chosen, "owner")

    def applies(self, action: Action) -> bool:
        """Who and when are for pledges; the first page has none before it."""
        if action.name == "complete":
            return self._stage == "pledges" and bool(self.session_app.session.pledges)
        return action.name != "back_one" or self._stage != STAGES[0]

    async def action_go_on(self) -> None:
        """The next page, words said first; at the last one, close."""
        if self._asked is not None:
            self._leave_out()
            return
        if self._stage == "ratings":
            saved = await self.query_one(Ratings).save()
        else:
            saved = not self._words.text.strip() or await self._save(self._words.text)
        if not saved:
            return
        if self._stage == "close":
            await self._close()
        else:
            self._turn_page(1)

    def _turn_page(self, by: int) -> None:
        self._asked = None
        self._stage = STAGES[max(0, min(len(STAGES) - 1, STAGES.index(self._stage) + by))]
        self.update_page()
        self.settle_focus()

    async def _close(self) -> None:
        await self.session_app.settle()
        for words in closing_content.unsaid(self.session_app.session):
            await self.session_app.do(ParkTopic(words))
        for draft in self.session_app.session.drafts:
            if not is_somebodys_own(draft):
                await self.session_app.do(KeepDraft(draft.kind, "", draft.seat))
        waiting = seats_not_done(self.session_app.session)
        anyway = bool(waiting) and self._confirmation.given(waiting)
        if await self.session_app.do(Close(anyway)) is not None:
            self.session_app.final_key.pressed("n")

    def action_back_one(self) -> None:
        """One page back."""
        self._turn_page(-1)

    async def action_more_turns(self) -> None:
        """One more turn."""
        await self.session_app.do(MoreTurns())

    async def action_undo(self) -> None:
        """Take the last step back."""
        await self.session_app.settle()
        await self.session_app.do(Undo())
