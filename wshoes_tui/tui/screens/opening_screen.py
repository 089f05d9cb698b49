"""Screen of the opening: agreements, the consent card, and numbers from 0 to 10."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.models import Session
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.labels import READ_AGAIN
from wshoes_tui.flow.opening_flow import DAYS_HINT, OpeningFlow
from wshoes_tui.flow.questions import OPENING
from wshoes_tui.locale import _
from wshoes_tui.tui.block_content import block_content, work_effects
from wshoes_tui.tui.content import joined_content, stacked_content
from wshoes_tui.tui.screens.print_sheet import PrintsSheets
from wshoes_tui.tui.screens.session_screen import SessionAsides
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.ratings import Ratings
from wshoes_tui.tui.widgets.words_field import WordsField


class OpeningPage(PrintsSheets, SessionAsides):
    """Three steps, a page each."""

    SCOPE = "opening"

    def __init__(self) -> None:
        super().__init__()
        self._flow = OpeningFlow(lambda: self.session_app.session, lambda: self.session_app.easy)
        self._changing: int | None = None
        self._asks_days = False

    def compose_body(self) -> Iterable[Widget]:
        """A heading, the agreements as a list, the consent card as text, the numbers."""
        yield Static(id="opening-lead", classes="lead", markup=False)
        yield ChoiceList(id="agreements")
        yield Static(id="consent", markup=False)
        yield Ratings(self._flow.numbers)

    def compose_below(self) -> Iterable[Widget]:
        yield WordsField(self._flow.question().hint, id="agreement")
        yield WordsField(_(DAYS_HINT), id="days")

    def begin_page(self) -> None:
        """At the step where the session stands."""
        live = self.session_app.live
        self._flow.begin(straight=live is not None and live.card_alone)
        super().begin_page()

    def fits(self, session: Session) -> bool:
        return session.state == "opening"

    def applies(self, action: Action) -> bool:
        """Changing is for agreements and numbers; the first step has none before it."""
        step = self._flow.step
        if action.name == "back_one":
            return self._flow.position[0] > 1
        if action.name == "remove":
            return step == "agreements"
        if action.name == "keep":
            return step == "consent"
        return action.name != "edit" or step != "consent"

    def update_page(self) -> None:
        session, flow = self.session_app.session, self._flow
        self.top.show_heading(_(OPENING), session.header.title, flow.page_of_pages)
        lead, *blocks = flow.blocks()
        self.query_one("#opening-lead", Static).update(block_content(lead))
        agreements = self.query_one("#agreements", ChoiceList)
        agreements.display = flow.step == "agreements"
        if agreements.display:
            agreements.fill([(str(at), block_content(block)) for at, block in enumerate(blocks)])
        consent = self.query_one("#consent", Static)
        consent.display = flow.step == "consent"
        if consent.display:
            rows = [joined_content(block_content(block), "\n") for block in blocks]
            consent.update(stacked_content(rows))
        ratings = self.query_one(Ratings)
        ratings.show_ratings(shown=flow.step == "numbers")
        field = self.query_one("#agreement", WordsField)
        field.display = self._changing is not None
        days = self.query_one("#days", WordsField)
        days.display = self._asks_days and flow.step == "consent"
        if agreements.display and not field.has_focus:
            self.set_focus(agreements)
        elif not agreements.display and not ratings.typing and not days.display:
            self.set_focus(None)
        if flow.consent_has_changed:
            self.say(_(READ_AGAIN))

    async def on_option_list_option_selected(self) -> None:
        """Enter on the list is agreement, too."""
        await self.action_agree()

    async def action_agree(self) -> None:
        """One step on; from the last one to the first card."""
        self.say("")
        if await work_effects(self.session_app, self._flow.go_on()):
            self._show_step()

    def _show_step(self) -> None:
        if self.fits(self.session_app.session):
            self.update_page()
            self.show_keys()

    async def action_begin(self) -> None:
        """The first card. Consent is asked before it, whatever else is left out."""
        if await work_effects(self.session_app, self._flow.finish()):
            self._show_step()

    def action_back_one(self) -> None:
        self.say("")
        self._flow.go_back()
        self._show_step()

    def action_edit(self) -> None:
        """Change the marked agreement, or type numbers."""
        if self._flow.step == "numbers":
            self.query_one(Ratings).begin_ratings()
            return
        if self._flow.step != "agreements":
            return
        chosen = self.query_one("#agreements", ChoiceList).chosen
        agreements = self._flow.agreements
        self._changing = int(chosen) if chosen else len(agreements)
        field = self.query_one("#agreement", WordsField)
        field.fill(agreements[self._changing] if self._changing < len(agreements) else "")
        field.display = True
        self.set_focus(field)
        self.say(_("Enter keeps the line. Then type one more. Esc: back to the list."))

    async def action_remove(self) -> None:
        """Take the marked agreement away; undo brings it again."""
        chosen = self.query_one("#agreements", ChoiceList).chosen
        if self._flow.step == "agreements" and chosen:
            await work_effects(self.session_app, self._flow.change_agreement(int(chosen), ""))

    def action_keep(self) -> None:
        """Type for how many days the words are kept."""
        if self._flow.step != "consent":
            return
        self._asks_days = True
        field = self.query_one("#days", WordsField)
        field.fill("")
        field.display = True
        self.set_focus(field)
        self.say(self._flow.question().empty)

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """An agreement was changed or added; or the days are typed."""
        if message.field.id == "days":
            await self._keep_for(message.text)
            return
        if message.field.id != "agreement" or self._changing is None:
            return
        text = message.text.strip()
        if not text:
            self.say(self._flow.question().empty)
            return
        if await work_effects(self.session_app, self._flow.change_agreement(self._changing, text)):
            self._changing = len(self._flow.agreements)
            message.field.fill("")

    async def _keep_for(self, text: str) -> None:
        if not text.strip():
            self.say(self._flow.question().empty)
            return
        self._asks_days = False
        if await work_effects(self.session_app, self._flow.keep_for(text)):
            self.leave_field()
            self.say(_(READ_AGAIN))
        else:  # what was wrong with it stands below; the field stays
            self._asks_days = True

    def leave_field(self) -> None:
        self._changing = None
        self._asks_days = False
        self.query_one("#agreement", WordsField).fill("")
        self.set_focus(None)
        self.say("")
        self.update_page()
