"""The small questions of a seat: its own lightbulb, pledge, topic and card; words for later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.commands import AddLightbulb, AddPledge, Command, ParkTopic, PlaceCard
from wshoes_tui.domain.models import Draft
from wshoes_tui.flow.seat_flow import words_for_turn
from wshoes_tui.tui.base_screen import ForSeat, Sheet
from wshoes_tui.tui.content import one_line_content, safe_content
from wshoes_tui.tui.screens.field_sheets import (
    FieldSheet,
    LightbulbSheet,
    OwnCardSheet,
    ParkSheet,
    PledgeSheet,
)

OF_A_SEAT = (AddLightbulb, AddPledge, ParkTopic, PlaceCard)


class _SeatSheet(ForSeat, FieldSheet):
    """A sheet whose words are this seat's alone until they are saved."""

    @property
    def seat(self) -> str | None:
        """Whose field it is."""
        return self.seat_app.seated.participant.seat

    def keep_fields(self) -> None:
        """Keep what stands in the fields as one draft of this seat."""
        self.seat_app.seated.autosave.note(self.KIND, self._as_draft(), self.seat)

    async def keep(self, command: Command) -> bool:
        """Keep it as this seat's."""
        if isinstance(command, OF_A_SEAT):
            command = replace(command, seat=self.seat)
        return await self.seat_app.keep_this(command)


class SeatLightbulb(_SeatSheet, LightbulbSheet):
    """A lightbulb, in the shoes of this seat."""

    def command(self, values: dict[str, str]) -> Command | None:
        """Keep it."""
        shoes = self.seat_app.seated.shoes
        return AddLightbulb(values["now"], values["used"], shoes=shoes or None)


class SeatPledge(_SeatSheet, PledgeSheet):
    """A pledge."""


class SeatPark(_SeatSheet, ParkSheet):
    """A topic for later."""


class SeatOwnCard(_SeatSheet, OwnCardSheet):
    """A card of one's own."""


class LateSheet(ForSeat, Sheet):
    """Words for a card that the group has left: hand them in for it, or let them go."""

    SCOPE = "late"

    def compose_body(self) -> Iterable[Widget]:
        """Which card, and the words."""
        yield Static(id="late-lead", classes="lead", markup=False)
        yield Static(id="late-words", markup=False)

    @property
    def _draft(self) -> Draft | None:
        waiting = self.seat_app.seated.late
        return waiting[0] if waiting else None

    def update_page(self) -> None:
        """The oldest of them."""
        draft, session = self._draft, self.seat_app.session
        if draft is None:
            return
        told = words_for_turn(session, draft.turn or "")
        self.query_one("#late-lead", Static).update(one_line_content(told))
        self.query_one("#late-words", Static).update(safe_content(draft.text))

    async def action_hand_in(self) -> None:
        """Hand them in."""
        draft = self._draft
        if draft is not None:
            await self.seat_app.trying(self.seat_app.seated.hand_in_late(draft))
        self._go_on()

    async def action_let_go(self) -> None:
        """Let them go."""
        draft = self._draft
        if draft is not None:
            await self.seat_app.trying(self.seat_app.seated.let_go_of(draft))
        self._go_on()

    def _go_on(self) -> None:
        if self._draft is None:
            self.dismiss(None)
            self.seat_app.follow()
        else:
            self.update_page()
