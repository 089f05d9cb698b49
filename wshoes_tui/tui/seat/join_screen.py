"""What the page of a seat is before somebody sits there: the door."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.flow.actions import Action, actions_of, footer_of
from wshoes_tui.flow.labels import consent_lines, easy_consent_lines, is_it_yours
from wshoes_tui.limits import MOST_OF_A_NAME
from wshoes_tui.locale import LANGUAGE_NAMES, N_, _
from wshoes_tui.tui.base_screen import ForSeat, Page
from wshoes_tui.tui.content import (
    cell_content,
    joined_content,
    one_line_content,
    safe_content,
    stacked_content,
)
from wshoes_tui.tui.one_shot_screen import ACTIONS_PLACE, OneShotPage
from wshoes_tui.tui.screens import turn_content
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.text_stack import MOST_COLUMNS, TextPlace, TextStack
from wshoes_tui.tui.widgets.words_field import WordsField

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Seat
    from wshoes_tui.tui.app_protocols import SeatSessionApp

Stage = Literal["arriving", "door", "waiting", "consent", "inside"]

KEY_WIDTH, LABEL_WIDTH = 4, 14


def lead(stage: Stage, *, has_name: bool = True) -> Content:
    """What stands at the top of the door."""
    match stage:
        case "door" if not has_name:
            told = _(
                "Welcome. Press n to type what you want to be called, or Enter to be called by a "
                "number."
            )
            return one_line_content(told, "bold")
        case "door":
            return one_line_content(_("Welcome. Press Enter to go in."), "bold")
        case "waiting":
            told = _("The facilitator is choosing the cards. You come in when it is time.")
            return one_line_content(told, "bold")
        case "consent":
            return one_line_content(_("What is kept of what you say"), "bold")
        case _:
            return Content()


def body(app: SeatSessionApp, stage: Stage) -> Content:
    """What there is to choose, or the consent card."""
    session = app.hub.session
    if stage == "door":
        return stacked_content(list(_choices(app)))
    if stage == "consent" and session is not None:
        told = easy_consent_lines if app.easy else consent_lines
        return stacked_content([safe_content(text + "\n") for text in told(session, apart=True)])
    return Content()


def _choices(app: SeatSessionApp) -> Iterable[Content]:
    rows = (
        ("n", _("Name"), app.suggestion or _("a number for a name")),
        ("g", _("Language"), LANGUAGE_NAMES[app.speech.language]),
        ("e", _("Words"), _("easy words") if app.easy else _("in full")),
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

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._theirs = seat
        self._asking = False

    def compose_body(self) -> Iterable[Widget]:
        """What there is to choose."""
        yield Static(id="taken-lead", classes="lead", markup=False)
        yield ChoiceList(id="choices")

    def begin_page(self) -> None:
        """Ready to choose."""
        self.update_page()
        self.set_focus(self.query_one(ChoiceList))
        self.show_keys()

    def update_page(self) -> None:
        """The question, or that the facilitator has been asked."""
        self.top.show_heading("wshoes")
        lead = self.query_one("#taken-lead", Static)
        choices = self.query_one(ChoiceList)
        choices.display = not self._asking
        if self._asking:
            lead.update(_("The facilitator has been asked. One moment ..."))
            return
        lead.update(one_line_content(is_it_yours(self._theirs)))
        choices.fill([(action, Content(_(told))) for action, told in TAKEN])

    async def on_option_list_option_selected(self) -> None:
        """One of the three."""
        match self.query_one(ChoiceList).chosen:
            case "mine":
                self._asking = True
                self.update_page()
                self.run_worker(self._ask())
            case "key":
                await self.seat_app.leave()
            case _:
                self.seat_app.suggestion = ""
                await self.action_back()

    async def _ask(self) -> None:
        app = self.seat_app
        if not await app.hub.ask(self._theirs):
            self._asking = False
            self.update_page()
            self.set_focus(self.query_one(ChoiceList))
            self.say(_("The facilitator could not let you in to that seat."))
            return
        participant = await app.trying(app.hub.come_back(self._theirs.id))
        if participant is not None:
            await app.hub.new_key(participant)
            await app.sit(participant)

    async def action_back(self) -> None:
        """To the choices."""
        self.seat_app.to_the_door()

    async def action_leave(self) -> None:
        """Away again."""
        await self.seat_app.leave()


TAKEN: Sequence[tuple[str, str]] = (
    ("mine", N_("It is mine: ask the facilitator to let me in")),
    ("key", N_("I have my own key: leave, come again, and type it as the code")),
    ("other", N_("I am somebody else")),
)


QUESTION = {**ACTIONS_PLACE, **turn_content.QUESTION}
CARD = {**turn_content.CARD, "rest": TextPlace(above=1, most=MOST_COLUMNS)}
"""The card and what leads to it, and what stands where there is none."""

STAGES: dict[Stage, str] = {
    "arriving": "arrival",
    "door": "door",
    "waiting": "arrival",
    "consent": "consent",
    "inside": "seat",
}
"""The stage of the action table for each stage of the door: letters act at once at all but one."""
DOOR_STAGES = ("door", "arrival", "consent")


class JoinParts(ForSeat, OneShotPage):
    """The widgets of a seat's page, and what they show and do at the door."""

    MORE_SCOPES = DOOR_STAGES

    def __init__(self) -> None:
        super().__init__()
        self.stage: Stage = "arriving"

    def compose_body(self) -> Iterable[Widget]:
        """The card and what leads to it; what was said in its place; what stands without one."""
        yield TextStack(CARD, id="card")

    def compose_below(self) -> Iterable[Widget]:
        """What was said last, the question, in whose shoes, the field."""
        yield TextStack(QUESTION, id="question")
        yield WordsField(_("type your words"), id="words")

    @property
    def field(self) -> WordsField:
        """The one field there is."""
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
        """Be the door, at this stage of it."""
        self.stage = stage
        self.field.display = False
        self.set_focus(None)
        self.update_page()
        self.show_keys()
        self.say("")

    @property
    def scope(self) -> str:
        """What can be done at this stage of the door, or inside."""
        return STAGES[self.stage]

    def takes_key(self, event: events.Key | events.Paste) -> bool:
        """Inside, letters are words; at the door they choose."""
        return self.stage == "inside" and super().takes_key(event)

    def footer(self) -> Sequence[Action]:
        """A name is typed, or something is chosen."""
        if self.stage == "inside":
            return super().footer()
        if self.field.has_focus:
            return (
                Action("enter", "", N_("that is my name"), ""),
                Action("escape", "", N_("back"), ""),
            )
        return [one for one in footer_of(self.scope) if self.applies(one)]

    def types_words(self) -> bool:
        """Inside always; at the door, while a name is typed."""
        return self.stage == "inside" or self.field.has_focus

    def settle_focus(self) -> None:
        """At the door nothing is in focus until a name is typed."""
        if self.stage == "inside":
            super().settle_focus()

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],  # noqa: ARG002 - the same whatever they are
    ) -> bool | None:
        """The keys of one stage of the door do nothing at another, and none of them inside."""
        everywhere = {one.name for one in actions_of("")}
        known = {one.name for stage in DOOR_STAGES for one in actions_of(stage)} - everywhere
        if self.stage == "inside":
            return action not in known | everywhere - {"command_palette"}
        return action not in known or any(one.name == action for one in actions_of(self.scope))

    def update_page(self) -> None:
        """The door, as things are chosen now."""
        app = self.seat_app
        session = app.hub.session
        if self.stage == "waiting" and session is not None:
            self.stage = "consent"
            self.show_keys()
        self.top.show_heading("wshoes", session.header.title if session is not None else "")
        who = lead(self.stage, has_name=bool(app.suggestion))
        self.show_texts(who=who, rest=body(app, self.stage))

    def show_texts(self, **texts: Content | str) -> None:
        """Show these, and no others: on the card, and above the field."""
        self.query_one("#card", TextStack).show_texts(
            **{name: texts.get(name, "") for name in CARD}
        )
        self.show_question(**{name: texts.get(name, "") for name in turn_content.QUESTION})

    def leave_field(self) -> None:
        """At the door, to its choices."""
        if self.stage != "inside":
            self.stand_at("door")

    def action_go_in(self) -> None:
        """What is kept comes next; where there is no session yet, wait for it."""
        self.stand_at("waiting" if self.seat_app.hub.session is None else "consent")

    async def action_agree(self) -> None:
        """Agreed: take a seat."""
        app = self.seat_app
        seat = app.hub.seat_called(app.suggestion)
        if seat is not None:
            app.push_screen(TakenPage(seat))
            return
        participant = await app.trying(app.hub.join(app.suggestion))
        if participant is not None:
            await app.sit(participant)

    def action_name(self) -> None:
        """Type another name."""
        self.field.display = True
        self.field.fill(self.seat_app.suggestion)
        self.set_focus(self.field)

    def take_name(self, text: str) -> None:
        """What somebody wants to be called; an empty name is a number."""
        self.seat_app.suggestion = " ".join(text.split())[:MOST_OF_A_NAME]
        self.stand_at("door")

    async def action_back(self) -> None:
        """To the choices."""
        self.stand_at("door")

    async def action_language(self) -> None:
        """The next language."""
        await self.seat_app.next_language()

    def action_easy(self) -> None:
        """Easy words, or not."""
        self.seat_app.be_easy(easy=not self.seat_app.easy)

    def action_plain(self) -> None:
        """Plain lines from here on."""
        self.seat_app.to_plain_lines()
