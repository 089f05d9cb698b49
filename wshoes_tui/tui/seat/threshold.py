"""What the page of a seat is before somebody sits there: the door."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from textual import events
from textual.content import Content
from textual.widget import Widget

from wshoes_tui.flow.actions import EVERYWHERE, Action, actions_of, footer_of
from wshoes_tui.locale import _
from wshoes_tui.tui.one_shot import ACTIONS_PLACE, OneShotPage
from wshoes_tui.tui.screens import turn_view
from wshoes_tui.tui.seat import door
from wshoes_tui.tui.widgets.column import MOST_COLUMNS, Column, Place
from wshoes_tui.tui.widgets.words import WordsField

if TYPE_CHECKING:
    from wshoes_tui.tui.seat.app import SeatApp

QUESTION = {**ACTIONS_PLACE, **turn_view.QUESTION}
CARD = {**turn_view.CARD, "rest": Place(above=1, most=MOST_COLUMNS)}
"""The card and what leads to it, and what stands where there is none."""

STAGES: dict[door.Stage, str] = {
    "arriving": "arrival",
    "door": "door",
    "waiting": "arrival",
    "consent": "consent",
    "inside": "seat",
}
"""The stage of the action table for each stage of the door: letters act at once at all but one."""
DOOR_STAGES = ("door", "arrival", "consent")


class Threshold(OneShotPage):
    """The widgets of a seat's page, and what they show and do at the door."""

    MORE_SCOPES = DOOR_STAGES

    def __init__(self) -> None:
        super().__init__()
        self.stage: door.Stage = "arriving"

    def compose_body(self) -> Iterable[Widget]:
        """The card and what leads to it; what was said in its place; what stands without one."""
        yield Column(CARD, id="card")

    def compose_below(self) -> Iterable[Widget]:
        """What was said last, the question, in whose shoes, the field."""
        yield Column(QUESTION, id="question")
        yield WordsField(_("type your words"), id="words")

    @property
    def seat_app(self) -> SeatApp:
        """The app, by its own type."""
        return cast("SeatApp", self.app)

    @property
    def field(self) -> WordsField:
        """The one field there is."""
        return self.query_one("#words", WordsField)

    def begin(self) -> None:
        """The app knows who comes, and where to."""
        self.field.display = False
        self.seat_app.arrive()

    @property
    def makes_way(self) -> bool:
        """Whether keys wait: nobody has come yet."""
        return self.stage == "arriving"

    def stand_at(self, stage: door.Stage) -> None:
        """Be the door, at this stage of it."""
        self.stage = stage
        self.field.display = False
        self.set_focus(None)
        self.show()
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
                Action("enter", "", "that is my name", ""),
                Action("escape", "", "back", ""),
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
        everywhere = {one.name for one in EVERYWHERE}
        known = {one.name for stage in DOOR_STAGES for one in actions_of(stage)} - everywhere
        if self.stage == "inside":
            return action not in known | everywhere - {"command_palette"}
        return action not in known or any(one.name == action for one in actions_of(self.scope))

    def show(self) -> None:
        """The door, as things are chosen now."""
        app = self.seat_app
        session = app.circle.session
        if self.stage == "waiting" and session is not None:
            self.stage = "consent"
            self.show_keys()
        self.top.tell("wshoes", session.header.title if session is not None else "")
        lead = door.lead(self.stage, has_name=bool(app.suggestion))
        self.show_texts(who=lead, rest=door.body(app, self.stage))

    def show_texts(self, **texts: Content | str) -> None:
        """Show these, and no others: on the card, and above the field."""
        self.query_one("#card", Column).show(**{name: texts.get(name, "") for name in CARD})
        self.show_question(**{name: texts.get(name, "") for name in turn_view.QUESTION})

    def leave_field(self) -> None:
        """At the door, to its choices."""
        if self.stage != "inside":
            self.stand_at("door")

    def action_go_in(self) -> None:
        """What is kept comes next; where there is no session yet, wait for it."""
        self.stand_at("waiting" if self.seat_app.circle.session is None else "consent")

    async def action_agree(self) -> None:
        """Agreed: take a seat."""
        app = self.seat_app
        seat = app.circle.seat_called(app.suggestion)
        if seat is not None:
            app.push_screen(door.TakenPage(seat))
            return
        member = await app.trying(app.circle.join(app.suggestion))
        if member is not None:
            await app.sit(member)

    def action_name(self) -> None:
        """Type another name."""
        self.field.display = True
        self.field.fill(self.seat_app.suggestion)
        self.set_focus(self.field)

    def take_name(self, text: str) -> None:
        """What somebody wants to be called; an empty name is a number."""
        self.seat_app.suggestion = " ".join(text.split())[: door.MOST_OF_A_NAME]
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
