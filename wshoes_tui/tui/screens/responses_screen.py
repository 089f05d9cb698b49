"""Screens of responses: what was said on a turn, to read together, put right, or take back."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.commands import EditResponse, Remove, ShowAs
from wshoes_tui.domain.models import Response, Session, Visibility
from wshoes_tui.flow.actions import ENTER_SAVES, Action, actions_of
from wshoes_tui.flow.blocks import SaidBlock
from wshoes_tui.flow.labels import SAVED_MARK
from wshoes_tui.flow.questions import NOTHING_SAID, REVEALED, SAID, WITHHELD
from wshoes_tui.flow.turn_flow import said_blocks
from wshoes_tui.locale import N_, _
from wshoes_tui.tui.base_screen import STYLES, Page
from wshoes_tui.tui.content import (
    joined_content,
    marked_name,
    one_line_content,
    safe_content,
    stacked_content,
)
from wshoes_tui.tui.one_shot_screen import ACTIONS_PLACE, OneShotPage
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.text_stack import TextStack
from wshoes_tui.tui.widgets.words_field import WordsField


def response_row(block: SaidBlock) -> Content:
    """A response as a row to choose from: its shoes, and below its words."""
    head = joined_content(
        marked_name(block.shoes, "dim"),
        one_line_content(f"  {block.who}") if block.who else "",
        "  " + _(WITHHELD) if block.response.visibility == "withheld" else "",
    )
    return stacked_content([head, safe_content(block.response.text), Content("")])


class ResponseList(Page):
    """A list of the responses of the open turn, and a field in which one is put right."""

    CSS_PATH = STYLES / "turn.tcss"
    LEAD = ""

    def __init__(self) -> None:
        super().__init__()
        self._editing: str | None = None

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="said-lead", classes="lead", markup=False)
        yield ChoiceList(id="responses")

    def compose_below(self) -> Iterable[Widget]:
        yield TextStack(ACTIONS_PLACE, id="question")
        yield WordsField(id="words")

    def begin_page(self) -> None:
        self._field.display = False
        self.update_page()
        self.set_focus(self.query_one(ChoiceList))
        self.show_keys()

    @property
    def _field(self) -> WordsField:
        return self.query_one("#words", WordsField)

    def fits(self, session: Session) -> bool:
        """While its turn is open."""
        return session.state == "turns" and session.turn is not None

    def applies(self, action: Action) -> bool:
        """Without words there is only the way back."""
        if action.name in ("edit", "lightbulb", "visibility", "remove"):
            return self._chosen() is not None
        return True

    def update_page(self) -> None:
        """Every response with its shoes."""
        session = self.session_app.session
        turn = session.turn
        if turn is None:
            return
        card = session.card_of(turn)
        self.top.show_heading(_(SAID), card.title)
        rows = [(one.response.id, response_row(one)) for one in said_blocks(session, turn)]
        lead = _(self.LEAD) if self.LEAD and rows else ""
        self.query_one("#said-lead", Static).update(lead if rows else _(NOTHING_SAID))
        self.query_one(ChoiceList).fill(rows)

    def _chosen(self) -> Response | None:
        chosen = self.query_one(ChoiceList).chosen
        return next((r for r in self.session_app.session.responses if r.id == chosen), None)

    def action_edit(self) -> None:
        response = self._chosen()
        if response is None:
            return
        self._editing = response.id
        self._field.display = True
        self._field.fill(response.text)
        self.set_focus(self._field)

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        if self._editing is None:
            return
        response = next(r for r in self.session_app.session.responses if r.id == self._editing)
        edit = EditResponse(self._editing, message.text)
        if message.text == response.text or await self.session_app.do(edit) is not None:
            self.edited()

    def edited(self) -> None:
        """The words have been put right, or are as they were."""
        raise NotImplementedError

    def leave_field(self) -> None:
        """As it was."""
        self._editing = None
        self._field.fill("")
        self._field.display = False
        self.set_focus(self.query_one(ChoiceList))

    def action_lightbulb(self) -> None:
        """A lightbulb that points at these words."""
        response = self._chosen()
        self.session_app.ask_words("lightbulb", response.id if response else None)

    async def action_visibility(self) -> None:
        """Between the session's rule and kept out of every export."""
        response = self._chosen()
        if response is not None:
            other: Visibility = "shoes" if response.visibility == "withheld" else "withheld"
            await self.session_app.do(ShowAs(response.id, other))

    async def action_remove(self) -> None:
        response = self._chosen()
        if response is not None and await self.session_app.do(Remove(response.id)) is not None:
            self.say(_("Taken back. Undo brings the words again."))

    async def action_back(self) -> None:
        self.session_app.pop_screen()
        self.session_app.follow()


class SaidPage(ResponseList):
    """What was said on the open turn; on a swap, that from the first shoes above it."""

    SCOPE = "said"
    FIELD_HINT = (ENTER_SAVES, Action("escape", "", N_("to the list"), ""))

    def on_option_list_option_selected(self) -> None:
        """Enter on a response."""
        self.action_edit()

    def edited(self) -> None:
        """Saved; the field stays until Esc, so that what is typed on is no key of the list."""
        self.say(_("✓ saved. Esc: to the list"))


class RevealPage(ResponseList, OneShotPage):
    """All that was written, together. Whatever is typed here is the beginning of the talk."""

    SCOPE = "reveal"
    LEAD = REVEALED

    @property
    def field(self) -> WordsField | None:
        """The field, while words are put right."""
        return self._field if self._editing is not None else None

    @property
    def rows(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    async def on_option_list_option_selected(self) -> None:
        """Enter: people have read, and talk about it."""
        await self.action_back()

    def edited(self) -> None:
        """Saved."""
        self.leave_field()
        self.say(_(SAVED_MARK))

    def typed_without_field(self, event: events.Key | events.Paste) -> bool:  # noqa: ARG002
        """Words go to the field of the turn."""
        self.session_app.pop_screen()
        self.session_app.follow()
        return False

    async def action_next(self) -> None:
        """On to the next turn, from its own page: words that wait there are said first."""
        await self.action_back()
        page = self.session_app.page
        if isinstance(page, OneShotPage):
            page.perform(next(one for one in actions_of("turn") if one.name == "next"))
