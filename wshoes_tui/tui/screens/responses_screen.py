"""Screens of responses: what was said, to read together, put right, keep out, or take out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.cells.colour_profiles import WORD
from wshoes_tui.domain.models import Session
from wshoes_tui.first_paint.page_text import BREAK, card_text
from wshoes_tui.first_paint.swap_text import shoes_before
from wshoes_tui.flow.actions import ENTER_SAVES, Action
from wshoes_tui.flow.blocks import CardBlock, SaidBlock, TextBlock
from wshoes_tui.flow.hiring_flow import REVEALED_EVIDENCE, evidence_blocks
from wshoes_tui.flow.questions import SAID, WITHHELD
from wshoes_tui.flow.said_flow import SaidFlow, View
from wshoes_tui.flow.session_labels import turn_and_card
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import EVIDENCE
from wshoes_tui.tui.base_screen import STYLES, ForFacilitator, ForSeat, Page
from wshoes_tui.tui.block_content import work_effects
from wshoes_tui.tui.content import (
    joined_content,
    marked_name,
    one_line_content,
    safe_content,
    stacked_content,
    styled_content,
)
from wshoes_tui.tui.key_queue import Confirmation
from wshoes_tui.tui.one_shot_screen import ACTIONS_PLACE, ReadingPage
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.text_stack import TextStack
from wshoes_tui.tui.widgets.words_field import WordsField


def response_row(block: SaidBlock, view: View = "turn") -> Content:
    """A response as a row to choose from: its shoes or its card, and below its words."""
    known = [
        "" if view == "shoes" else marked_name(block.shoes, "dim"),
        one_line_content(block.who),
        one_line_content(turn_and_card(block.turn, block.card), "dim") if block.card else "",
        _(WITHHELD) if block.response.visibility == "withheld" else "",
    ]
    parts: list[Content | str] = []
    for part in known:
        if part:
            parts += ["  ", part] if parts else [part]
    head = joined_content(*parts)
    return stacked_content([head, safe_content(block.response.text), Content("")])


class ResponseList(Page):
    """A list of responses in the order of a ``SaidFlow``, and a field to put one right in."""

    CSS_PATH = STYLES / "turn.tcss"
    HEADING = SAID

    def __init__(self) -> None:
        super().__init__()
        self._editing: str | None = None
        self._flow = SaidFlow(lambda: self.session_app.session, "turn")
        self._confirmation = Confirmation()
        """That something is done which nobody can undo."""
        self._rows: list[SaidBlock | TextBlock] = []
        """What the list shows; several hundred rows are not made anew for nothing."""

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

    def applies(self, action: Action) -> bool:
        """Without words there is only the way back."""
        if action.name in ("edit", "lightbulb", "pledge", "visibility", "remove", "erase"):
            return self._chosen() is not None
        return action.name != "order" or self._flow.next_view != self._flow.view

    def lead(self) -> str:
        """What stands above the list."""
        return self._flow.question().label

    def heading(self) -> str:
        """What stands behind the title of the page."""
        session = self.session_app.session
        if self._flow.view == "turn" and session.turn is not None:
            return session.card_of(session.turn).title
        return session.header.title

    def update_page(self) -> None:
        """Every response with its shoes, under the headings of the order."""
        self.top.show_heading(_(self.HEADING), self.heading())
        lead = self.query_one("#said-lead", Static)
        lead.update(self.lead())
        lead.display = bool(self.lead())
        blocks = [one for one in self._flow.blocks() if isinstance(one, SaidBlock | TextBlock)]
        if blocks != self._rows:
            self._rows = blocks
            rows = [
                (one.response.id, response_row(one, self._flow.view))
                if isinstance(one, SaidBlock)
                else (f"-{number}", one_line_content(one.on_screen, "bold underline"))
                for number, one in enumerate(blocks)
            ]
            self.query_one(ChoiceList).fill(rows)

    def _chosen(self) -> SaidBlock | None:
        chosen = self.query_one(ChoiceList).chosen
        rows = (one for one in self._rows if isinstance(one, SaidBlock))
        return next((row for row in rows if row.response.id == chosen), None)

    def action_scroll(self, pages: float) -> None:
        """Go on in the list by a page: it is the list that scrolls."""
        self.query_one(ChoiceList).turn_page(1 if pages > 0 else -1)

    def action_order(self) -> None:
        """The next order, from its beginning."""
        self._flow.view = self._flow.next_view
        self.update_page()
        rows = self.query_one(ChoiceList)
        rows.action_first()
        rows.scroll_home(animate=False)
        self.show_keys()

    def action_edit(self) -> None:
        block = self._chosen()
        if block is None:
            return
        self._editing = block.response.id
        self._field.display = True
        self._field.fill(block.response.text)
        self.set_focus(self._field)

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        rows = (one for one in self._rows if isinstance(one, SaidBlock))
        block = next((one for one in rows if one.response.id == self._editing), None)
        if block is None:
            if self._editing is not None:
                self.say(_("These words have been taken out meanwhile. Esc: to the list"))
            return
        put_right = self._flow.put_right(block, message.text)
        if message.text == block.response.text or await work_effects(self.session_app, put_right):
            self.edited()

    def edited(self) -> None:
        """Saved; the field stays until Esc, so that what is typed on is no key of the list."""
        self.say(_("✓ saved. Esc: to the list"))

    def leave_field(self) -> None:
        """As it was."""
        self._editing = None
        self._field.fill("")
        self._field.display = False
        self.set_focus(self.query_one(ChoiceList))

    async def action_remove(self) -> None:
        """Take the marked words out; where nobody can bring them back, at the second time."""
        block = self._chosen()
        if block is not None and self.is_sure("remove", block):
            await work_effects(self.session_app, self._flow.take_out(block))

    def is_sure(self, does: Literal["remove", "visibility"], block: SaidBlock) -> bool:
        """Whether it can be undone, or was asked for before; else it is said what it means."""
        doubt = self._flow.doubt(does, block)
        if doubt is None or self._confirmation.given((does, block.response.id)):
            return True
        self.say(doubt.on_screen)
        return False

    async def action_back(self) -> None:
        self.session_app.pop_screen()
        self.session_app.follow()


class ResponseKeeping(ForFacilitator, ResponseList):
    """What only the facilitator does with a response."""

    def action_lightbulb(self) -> None:
        """A lightbulb that points at these words."""
        block = self._chosen()
        self.session_app.ask_words("lightbulb", block.response.id if block else None)

    def action_pledge(self) -> None:
        """A pledge that comes from these words."""
        block = self._chosen()
        self.session_app.ask_words("pledge", block.response.id if block else None)

    async def action_visibility(self) -> None:
        """Between the session's rule and kept out of every export."""
        block = self._chosen()
        if block is not None and self.is_sure("visibility", block):
            await work_effects(self.session_app, self._flow.keep_out(block))


class SaidPage(ResponseKeeping):
    """What was said on the open turn, and one key further on all turns."""

    SCOPE = "said"
    FIELD_HINT = (ENTER_SAVES, Action("escape", "", N_("to the list"), ""))

    def compose_body(self) -> Iterable[Widget]:
        """On a swap, the text of the card: its page has no room for it."""
        yield Static(id="said-card", markup=False)
        yield from super().compose_body()

    def update_page(self) -> None:
        session = self.session_app.session
        card = Content()
        if self._flow.view == "turn" and session.turn and shoes_before(session) is not None:
            text = card_text(CardBlock(session.card_of(session.turn)), easy=self.session_app.easy)
            card = styled_content(((text, WORD), BREAK))
        self.put("said-card", card)
        super().update_page()

    def begin_page(self) -> None:
        """Begin with the open turn where something was said on it."""
        self._flow.view = self._flow.views[0]
        super().begin_page()

    def fits(self, session: Session) -> bool:
        """All turns can be read at any time; the open one alone while it is open."""
        return self._flow.view != "turn" or (session.state == "turns" and session.turn is not None)

    def applies(self, action: Action) -> bool:
        """In a closed session nothing is undone, and no lightbulb is kept."""
        is_closed = self.session_app.has_session and self.session_app.session.state == "closed"
        return not (
            is_closed and action.name in ("undo", "lightbulb", "pledge")
        ) and super().applies(action)

    def on_option_list_option_selected(self) -> None:
        """Enter on a response."""
        self.action_edit()

    def action_erase(self) -> None:
        """Erase the marked words for good, after a yes."""
        from wshoes_tui.tui.screens.erase_sheet import erase_words

        block = self._chosen()
        if block is not None:
            self.run_worker(erase_words(self.session_app, block))


class OwnWordsPage(ForSeat, ResponseList):
    """All that somebody at a seat of their own has said, and no others' words."""

    SCOPE = "own_words"
    HEADING = N_("Your own words")
    FIELD_HINT = SaidPage.FIELD_HINT

    def __init__(self) -> None:
        super().__init__()
        self._flow = SaidFlow(
            lambda: self.session_app.session,
            own=lambda: self.seat_app.seated.own_words.responses(),
        )

    def on_option_list_option_selected(self) -> None:
        """Enter on a response."""
        self.action_edit()


class EvidencePage(ForFacilitator, ReadingPage):
    """All that a panel has revealed so far, value by value."""

    def compose_body(self) -> Iterable[Widget]:
        yield Static(_(REVEALED_EVIDENCE), classes="lead", markup=False)
        yield Static(id="section", markup=False)

    def on_resize(self) -> None:
        """The lines follow the width."""
        self.update_page()

    def update_page(self) -> None:
        from wshoes_tui.tui.summary_content import summary_content, width_of_body

        session = self.session_app.session
        self.top.show_heading(_(EVIDENCE), session.header.title)
        shown = summary_content(evidence_blocks(session), width_of_body(self))
        self.query_one("#section", Static).update(shown)
