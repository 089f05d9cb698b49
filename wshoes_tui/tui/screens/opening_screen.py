"""The opening: agreements, the consent card, and (if wanted) the numbers from 0 to 10."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.commands import Agree, Begin, Consent, Undo
from wshoes_tui.domain.models import Session
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.labels import consent_lines, easy_consent_lines
from wshoes_tui.locale import N_, _
from wshoes_tui.tui.content import one_line_content, safe_content, stacked_content
from wshoes_tui.tui.screens.session_screen import SessionAsides
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.ratings import Ratings
from wshoes_tui.tui.widgets.words_field import WordsField

STAGES = ("agreements", "consent", "ratings")
LEADS = {
    "agreements": N_("How we want to be together"),
    "consent": N_("What is kept of today. Please read it out"),
    "ratings": N_("Before we begin, if you like"),
}


class OpeningPage(SessionAsides):
    """Three pages, one thing on each."""

    SCOPE = "opening"

    def __init__(self) -> None:
        super().__init__()
        self._stage = ""
        self._changing: int | None = None

    def compose_body(self) -> Iterable[Widget]:
        """A heading, the agreements as a list, the consent card as text, the numbers."""
        yield Static(id="opening-lead", classes="lead", markup=False)
        yield ChoiceList(id="agreements")
        yield Static(id="consent", markup=False)
        yield Ratings("before")

    def compose_below(self) -> Iterable[Widget]:
        """The field for an agreement."""
        yield WordsField(_("one more agreement"), id="agreement")

    def begin_page(self) -> None:
        """At the agreements, or at the numbers where consent was given already."""
        self._stage = "ratings" if self.session_app.session.header.consented else "agreements"
        self.update_page()
        self.show_keys()

    def fits(self, session: Session) -> bool:
        """While the session opens."""
        return session.state == "opening"

    def applies(self, action: Action) -> bool:
        """Changing is for agreements and numbers; the first page has none before it."""
        if action.name == "back_one":
            return self._stage != "agreements"
        if action.name == "remove":
            return self._stage == "agreements"
        return action.name != "edit" or self._stage != "consent"

    def update_page(self) -> None:
        """The page of this stage."""
        session = self.session_app.session
        self.top.show_heading(
            _("Opening"), session.header.title,
            _("{page} of {pages}", page=STAGES.index(self._stage) + 1, pages=len(STAGES)),
        )  # fmt: skip
        self.query_one("#opening-lead", Static).update(_(LEADS[self._stage]))
        agreements = self.query_one("#agreements", ChoiceList)
        agreements.display = self._stage == "agreements"
        agreements.fill(
            [
                (str(number), one_line_content(f"{number + 1}  {agreement}"))
                for number, agreement in enumerate(session.header.agreements)
            ]
        )
        consent = self.query_one("#consent", Static)
        consent.display = self._stage == "consent"
        told = easy_consent_lines if self.session_app.easy else consent_lines
        consent.update(stacked_content([safe_content(text + "\n") for text in told(session)]))
        ratings = self.query_one(Ratings)
        ratings.display = self._stage == "ratings"
        if self._stage == "ratings":
            ratings.show_ratings()
        field = self.query_one("#agreement", WordsField)
        field.display = self._changing is not None
        if self._stage == "agreements" and not field.has_focus:
            self.set_focus(agreements)
        elif self._stage != "agreements" and not ratings.typing:
            self.set_focus(None)

    async def on_option_list_option_selected(self) -> None:
        """Enter on the list is agreement, too."""
        await self.action_agree()

    async def action_agree(self) -> None:
        """One page on; from the last one to the first card."""
        if self._stage == "consent" and not self.session_app.session.header.consented:
            await self.session_app.do(Consent())
        if self._stage == "ratings":
            await self.action_begin()
            return
        self._turn_page(1)

    def _turn_page(self, by: int) -> None:
        self._stage = STAGES[max(0, min(len(STAGES) - 1, STAGES.index(self._stage) + by))]
        self.say("")
        self.update_page()
        self.show_keys()

    async def action_begin(self) -> None:
        """The first card. Consent is asked before it, whatever else is left out."""
        if not self.session_app.session.header.consented:
            self._stage = "consent"
            self.update_page()
            self.show_keys()
            self.say(_("Read this out first. Press Enter when everybody has agreed."))
            return
        await self.session_app.do(Begin())

    def action_back_one(self) -> None:
        """One page back."""
        self._turn_page(-1)

    def action_edit(self) -> None:
        """Change the marked agreement, or type numbers."""
        if self._stage == "ratings":
            self.query_one(Ratings).begin_ratings()
            return
        if self._stage != "agreements":
            return
        chosen = self.query_one("#agreements", ChoiceList).chosen
        agreements = self.session_app.session.header.agreements
        self._changing = int(chosen) if chosen else len(agreements)
        field = self.query_one("#agreement", WordsField)
        field.fill(agreements[self._changing] if self._changing < len(agreements) else "")
        field.display = True
        self.set_focus(field)
        self.say(_("Enter keeps the line. Then type one more. Esc: back to the list."))

    async def action_remove(self) -> None:
        """Take the marked agreement away; undo brings it again."""
        chosen = self.query_one("#agreements", ChoiceList).chosen
        if self._stage == "agreements" and chosen:
            agreements = list(self.session_app.session.header.agreements)
            del agreements[int(chosen)]
            await self.session_app.do(Agree(tuple(agreements)))

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """An agreement was changed or added."""
        if message.field.id != "agreement" or self._changing is None:
            return
        agreements = list(self.session_app.session.header.agreements)
        text = message.text.strip()
        if not text:
            self.say(_("Type an agreement. Esc: back to the list."))
            return
        agreements[self._changing : self._changing + 1] = [text]
        if tuple(agreements) != self.session_app.session.header.agreements:
            await self.session_app.do(Agree(tuple(agreements)))
        self._changing = len(agreements)
        message.field.fill("")

    def leave_field(self) -> None:
        """Back to the page."""
        self._changing = None
        self.query_one("#agreement", WordsField).fill("")
        self.set_focus(None)
        self.say("")
        self.update_page()

    async def action_undo(self) -> None:
        """Take the last step back."""
        await self.session_app.do(Undo())
