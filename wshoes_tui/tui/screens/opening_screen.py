"""Screen of the opening: pledges of last time, agreements, the consent card, numbers."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.models import PledgeState, Session
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.earlier_flow import WHY, answers_told, why_before, with_why
from wshoes_tui.flow.labels import READ_AGAIN
from wshoes_tui.flow.opening_flow import DAYS_HINT, EARLIER, OpeningFlow
from wshoes_tui.flow.questions import OPENING, TYPE_SAID
from wshoes_tui.locale import _
from wshoes_tui.tui.action_row import NARROW
from wshoes_tui.tui.block_content import block_content, work_effects
from wshoes_tui.tui.content import joined_content, stacked_content
from wshoes_tui.tui.screens.print_sheet import PrintsSheets
from wshoes_tui.tui.screens.session_screen import SessionAsides
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.ratings import Ratings
from wshoes_tui.tui.widgets.words_field import WordsField

ANSWERED_BY = tuple(
    f"pledge_{state}" for state in ("done", "under_way", "stuck", "changed", "dropped")
)
"""Actions that say how a pledge of last time stands."""


class OpeningPage(PrintsSheets, SessionAsides):
    """Steps, a page each; of the pledges of last time each has one."""

    SCOPE = "opening"

    def __init__(self) -> None:
        super().__init__()
        self._flow = OpeningFlow(lambda: self.session_app.session, lambda: self.session_app.easy)
        self._ratings = Ratings(self._flow.numbers)
        self._changing: int | None = None
        self._asks_days = False
        self._asks_why: PledgeState | None = None
        """How the pledge stands about which words are asked for in the field."""

    def compose_body(self) -> Iterable[Widget]:
        """A heading, the agreements as a list, the consent card as text, the numbers."""
        yield Static(id="opening-lead", classes="lead", markup=False)
        yield ChoiceList(id="agreements")
        yield Static(id="consent", markup=False)
        yield self._ratings

    def compose_below(self) -> Iterable[Widget]:
        yield Static(id="why-asked", classes="label", markup=False)
        fields = (
            ("agreement", self._flow.question().hint),
            ("days", _(DAYS_HINT)),
            ("why", _(TYPE_SAID)),
        )
        for name, hint in fields:
            field = WordsField(hint, id=name)
            field.add_class("live")
            yield field
        self._ratings.field.add_class("-waiting")
        yield from self._ratings.below()

    def takes_key(self, event: events.Key | events.Paste) -> bool:
        """At the numbers a digit begins them."""
        return self.has_begun and self._flow.step == "numbers" and self._ratings.takes_key(event)

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
        if action.name in ANSWERED_BY:
            return step == EARLIER.id
        if action.name == "back_one":
            return self._flow.position[0] > 1 or self._flow.earlier.position[0] > 1
        if action.name in ("add", "remove"):
            return step == "agreements"
        if action.name == "keep":
            return step == "consent"
        return action.name != "edit" or step in ("agreements", "numbers")

    def update_page(self) -> None:
        session, flow = self.session_app.session, self._flow
        _place = flow.place  # an answer that was taken back is gone to
        self.top.show_heading(_(OPENING), session.header.title, flow.page_of_pages)
        lead, *blocks = flow.blocks()
        self.query_one("#opening-lead", Static).update(block_content(lead))
        agreements = self.query_one("#agreements", ChoiceList)
        agreements.display = flow.step == "agreements"
        if agreements.display:
            agreements.fill([(str(at), block_content(block)) for at, block in enumerate(blocks)])
        consent = self.query_one("#consent", Static)
        consent.display = flow.step in ("consent", EARLIER.id)
        if consent.display:
            rows = [joined_content(block_content(block), "\n") for block in blocks]
            if flow.step == EARLIER.id and self.app.size.width < NARROW:
                rows.append(Content.styled(answers_told(), "dim"))
            consent.update(stacked_content(rows))
        self._ratings.show_ratings(shown=flow.step == "numbers")
        field = self.query_one("#agreement", WordsField)
        field.display = self._changing is not None
        days = self.query_one("#days", WordsField)
        days.display = self._asks_days and flow.step == "consent"
        why = self.query_one("#why", WordsField)
        why.display = self._asks_why is not None and flow.step == EARLIER.id
        asked = self.query_one("#why-asked", Static)
        changes = self._changing is not None and self._changing < len(flow.agreements)
        asked.display = why.display or changes
        if self._asks_why is not None:
            asked.update(_(WHY[self._asks_why]))
        elif changes:
            asked.update(_("Change agreement {number}", number=(self._changing or 0) + 1))
        if agreements.display and self.focused is not field:
            self.set_focus(agreements)
        elif not (agreements.display or self._ratings.typing or days.display or why.display):
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

    async def action_pledge_done(self) -> None:
        await self._tell("done")

    async def action_pledge_under_way(self) -> None:
        await self._tell("under_way")

    def action_pledge_stuck(self) -> None:
        self._ask_why("stuck")

    def action_pledge_changed(self) -> None:
        self._ask_why("changed")

    def action_pledge_dropped(self) -> None:
        self._ask_why("dropped")

    async def _tell(self, state: PledgeState, words: str = "") -> None:
        """Keep how the pledge stands, and show the next one."""
        if self._flow.step != EARLIER.id:
            return
        self.say("")
        if await work_effects(self.session_app, self._flow.tell(state, words)):
            self._asks_why = None
            self._show_step()

    def _ask_why(self, state: PledgeState) -> None:
        """Ask in the field for what is kept with the answer."""
        one = self._flow.earlier.worded
        if self._flow.step != EARLIER.id or one is None:
            return
        self._asks_why = state
        self.update_page()
        field = self.query_one("#why", WordsField)
        field.fill(why_before(self.session_app.session, one, state))
        self.set_focus(field)
        self.show_keys()

    def keep_fields(self) -> None:
        """Have the words kept that stand in the field about a pledge."""
        one, state = self._flow.earlier.worded, self._asks_why
        if one is not None and state is not None:
            words = self.query_one("#why", WordsField).text
            words = words if words != one.text else ""
            self.keep_draft("why", with_why(self.session_app.session, one, state, words))

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
            self._ratings.begin_ratings()
            return
        if self._flow.step != "agreements":
            return
        chosen = self.query_one("#agreements", ChoiceList).chosen
        self._type_agreement(int(chosen) if chosen else len(self._flow.agreements))

    def action_add(self) -> None:
        """Type one more agreement."""
        if self._flow.step == "agreements":
            self._type_agreement(len(self._flow.agreements))

    def _type_agreement(self, at: int) -> None:
        """Open the field for the agreement of this index; that behind the last one is new."""
        self._changing = at
        field = self.query_one("#agreement", WordsField)
        field.fill("".join(self._flow.agreements[at : at + 1]))
        self.update_page()
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
        if message.field is self._ratings.field:
            if await self._ratings.hand_in(message.text):
                await self.action_agree()
            return
        if message.field.id == "days":
            await self._keep_for(message.text)
            return
        if message.field.id == "why" and self._asks_why is not None:
            await self._tell(self._asks_why, message.text.strip())
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
            self.update_page()

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
        self._asks_why = None
        self.query_one("#agreement", WordsField).fill("")
        self._ratings.field.fill("")
        self._ratings.field.add_class("-waiting")
        self.set_focus(None)
        self.say("")
        self.update_page()
