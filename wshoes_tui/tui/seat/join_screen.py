"""Screens of joining: the page of a seat before somebody has it, and whose seat it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.first_paint.text_places import CARD_PLACES, QUESTION_PLACES
from wshoes_tui.flow.action_types import EASY_WORDS, JoinStep
from wshoes_tui.flow.actions import ESCAPE_GOES_BACK, Action, actions_of, footer_of
from wshoes_tui.flow.join_flow import NOT_LET_IN
from wshoes_tui.flow.labels import READ_AGAIN
from wshoes_tui.flow.questions import TYPE_WORDS
from wshoes_tui.locale import LANGUAGE_NAMES, N_, _
from wshoes_tui.locale.phrases import LANGUAGE_HEAD
from wshoes_tui.tui.base_screen import ForSeat, Page
from wshoes_tui.tui.block_content import (
    block_content,
    stacked_blocks,
)
from wshoes_tui.tui.card_page import QUESTION_STACK, CardPage
from wshoes_tui.tui.content import (
    cell_content,
    joined_content,
    one_line_content,
    stacked_content,
)
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.text_stack import TextStack
from wshoes_tui.tui.widgets.words_field import WordsField

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import SeatSessionApp

Stage = Literal["arriving", "joining", "inside"]

KEY_WIDTH, LABEL_WIDTH = 4, 14


def _choices(app: SeatSessionApp) -> Iterable[Content]:
    rows = (
        ("n", _("Name"), app.join_flow.name or _("a number for a name")),
        ("g", _(LANGUAGE_HEAD), LANGUAGE_NAMES[app.speech.language]),
        ("e", _("Words"), _(EASY_WORDS) if app.easy else _("in full")),
        ("f", _("Plain lines"), _("for a screen reader or a poor line")),
    )
    for key, label, value in rows:
        yield joined_content(
            cell_content(key, KEY_WIDTH, "bold"),
            cell_content(label, LABEL_WIDTH, "dim"),
            one_line_content(value),
        )


class TakenPage(ForSeat, Page):
    """There is a seat of that name: is it theirs?"""

    SCOPE = "taken"

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="taken-lead", classes="lead", markup=False)
        yield ChoiceList(id="choices")

    def begin_page(self) -> None:
        self.update_page()
        self.set_focus(self.query_one(ChoiceList))
        self.show_keys()

    def update_page(self) -> None:
        """The question, or that the facilitator has been asked."""
        self.top.show_heading("wshoes")
        flow = self.seat_app.join_flow
        self.query_one("#taken-lead", Static).update(stacked_blocks(flow.blocks()))
        choices = self.query_one(ChoiceList)
        choices.display = flow.step == "taken"
        choices.fill([(action, Content(_(told))) for action, told in TAKEN])

    async def on_option_list_option_selected(self) -> None:
        match self.query_one(ChoiceList).chosen:
            case "mine":
                self.run_worker(self._ask())
            case "key":
                await self.seat_app.leave()
            case _:
                self.seat_app.join_flow.take_name("")
                await self.action_back()

    async def _ask(self) -> None:
        app = self.seat_app
        self.call_later(self.update_page)  # once it has been asked
        if not await app.join_flow.ask_for_seat():
            self.update_page()
            self.set_focus(self.query_one(ChoiceList))
            self.say(_(NOT_LET_IN))
            return
        participant = await app.trying(app.join_flow.take_seat_back())
        if participant is not None:
            await app.sit(participant)

    async def action_back(self) -> None:
        self.seat_app.to_join_page()

    async def action_leave(self) -> None:
        await self.seat_app.leave()


TAKEN: Sequence[tuple[str, str]] = (
    ("mine", N_("It is mine: ask the facilitator to let me in")),
    ("key", N_("I have my own key: leave, come again, and type it as the code")),
    ("other", N_("I am somebody else")),
)


SCOPES: dict[JoinStep, str] = {
    "name": "join",
    "wait": "arrival",
    "consent": "consent",
    "taken": "consent",
    "asking": "consent",
}
"""The stage of the action table for each step of joining: letters act at once at all of them."""
JOIN_SCOPES = ("join", "arrival", "consent")


class JoinParts(ForSeat, CardPage):
    """The widgets of a seat's page, and what they show and do while somebody joins."""

    MORE_SCOPES = JOIN_SCOPES

    def __init__(self) -> None:
        super().__init__()
        self.stage: Stage = "arriving"

    def compose_body(self) -> Iterable[Widget]:
        """The card and what leads to it; what was said in its place; what stands without one."""
        yield TextStack(CARD_PLACES, id="card")

    def compose_below(self) -> Iterable[Widget]:
        """What was said last, the question, in whose shoes, the field."""
        yield TextStack(QUESTION_STACK, id="question")
        yield WordsField(_(TYPE_WORDS), id="words")

    @property
    def field(self) -> WordsField:
        return self.query_one("#words", WordsField)

    def begin_page(self) -> None:
        """The app knows who comes, and where to."""
        self.field.display = False
        self.seat_app.arrive()

    @property
    def makes_way(self) -> bool:
        """Whether keys wait: nobody has come yet."""
        return self.stage == "arriving"

    def stand_at(self, stage: Stage) -> None:
        """Show this stage of the page, at its step."""
        self.stage = stage
        self.field.display = False
        self.set_focus(None)
        self.update_page()
        self.show_keys()
        self.say("")

    @property
    def scope(self) -> str:
        """The stage of the action table for the step of joining, or for the seat."""
        if self.stage == "inside":
            return self.SCOPE
        return "arrival" if self.stage == "arriving" else SCOPES[self.seat_app.join_flow.step]

    def takes_key(self, event: events.Key | events.Paste) -> bool:
        """At the seat letters are words; while joining they choose."""
        return self.stage == "inside" and super().takes_key(event)

    def footer(self) -> Sequence[Action]:
        """A name is typed, or something is chosen."""
        if self.stage == "inside":
            return super().footer()
        if self.field.has_focus:
            return (Action("enter", "", N_("that is my name")), ESCAPE_GOES_BACK)
        return [one for one in footer_of(self.scope) if self.applies(one)]

    def types_words(self) -> bool:
        """At the seat always; while joining, when a name is typed."""
        return self.stage == "inside" or self.field.has_focus

    def settle_focus(self) -> None:
        """While joining nothing is in focus until a name is typed."""
        if self.stage == "inside":
            super().settle_focus()

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002 - the same whatever they are
    ) -> bool | None:
        """The keys of one step of joining do nothing at another, and none of them at the seat."""
        everywhere = {one.name for one in actions_of("")}
        known = {one.name for stage in JOIN_SCOPES for one in actions_of(stage)} - everywhere
        if self.stage == "inside":
            return action not in known | everywhere - {"command_palette"}
        return action not in known or any(one.name == action for one in actions_of(self.scope))

    def update_page(self) -> None:
        """The blocks of this step of joining, as things are chosen now."""
        app, flow = self.seat_app, self.seat_app.join_flow
        session = app.hub.session
        self.top.show_heading("wshoes", session.header.title if session is not None else "")
        if self.stage == "arriving":
            self.show_texts()
            return
        if flow.follow():
            self.show_keys()
        lead, *blocks = filter(None, map(block_content, flow.blocks()))
        choices = list(_choices(app)) if flow.step == "name" else []
        sentences = [joined_content(block, "\n") for block in blocks]
        self.show_texts(who=lead.stylize("bold"), rest=stacked_content(choices + sentences))
        if flow.consent_has_changed:
            self.say(_(READ_AGAIN))

    def on_resize(self) -> None:
        """Where lines end depends on the width."""
        if self.has_begun:
            self.update_page()

    def show_step(self) -> None:
        """Show the step of joining that there is now, and leave what was said where it is."""
        self.update_page()
        self.show_keys()

    def show_texts(self, **texts: Content | str) -> None:
        """Show these, and no others: on the card, and above the field."""
        self.query_one("#card", TextStack).show_texts(
            **{name: texts.get(name, "") for name in CARD_PLACES}
        )
        self.show_question(**{name: texts.get(name, "") for name in QUESTION_PLACES})

    def leave_field(self) -> None:
        """While joining, back to the choices."""
        if self.stage != "inside":
            self.seat_app.to_join_page()

    def action_go_in(self) -> None:
        """What is kept comes next; where there is no session yet, wait for it."""
        self.seat_app.join_flow.go_in()
        self.stand_at("joining")

    async def action_agree(self) -> None:
        app = self.seat_app
        outcome = await app.trying(app.join_flow.agree())
        if outcome is not None and outcome.participant is not None:
            await app.sit(outcome.participant)
            return
        self.show_step()
        if outcome is not None and outcome.told is not None:
            self.say(outcome.told.on_screen)
        if app.join_flow.step == "taken":
            app.push_screen(TakenPage())

    def action_name(self) -> None:
        self.field.display = True
        self.field.fill(self.seat_app.join_flow.name)
        self.set_focus(self.field)

    def take_name(self, text: str) -> None:
        """What somebody wants to be called; an empty name is a number."""
        self.seat_app.join_flow.take_name(text)
        self.seat_app.to_join_page()

    async def action_back(self) -> None:
        self.seat_app.to_join_page()

    async def action_language(self) -> None:
        await self.seat_app.next_language()

    def action_easy(self) -> None:
        self.seat_app.be_easy(easy=not self.seat_app.easy)

    def action_plain(self) -> None:
        self.seat_app.to_plain_lines()
