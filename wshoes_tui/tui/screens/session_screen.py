"""What lies beside the page of a session: sheets and pages that several of its pages lead to."""

from __future__ import annotations

from wshoes_tui.tui.base_screen import ForFacilitator, Page


class SessionAsides(ForFacilitator, Page):
    """A page of a session that is going on. What it leads to is loaded when it is asked for."""

    def action_lightbulb(self) -> None:
        """A lightbulb."""
        from wshoes_tui.tui.screens.field_sheets import LightbulbSheet

        self.session_app.push_screen(LightbulbSheet())

    def action_pledge(self) -> None:
        """A pledge."""
        from wshoes_tui.tui.screens.field_sheets import PledgeSheet

        self.session_app.push_screen(PledgeSheet())

    def action_park(self) -> None:
        """A topic for later."""
        from wshoes_tui.tui.screens.field_sheets import ParkSheet

        self.session_app.push_screen(ParkSheet())

    def action_own(self) -> None:
        """A card of the group's own."""
        from wshoes_tui.tui.screens.field_sheets import OwnCardSheet

        self.session_app.push_screen(OwnCardSheet())

    async def action_seats(self) -> None:
        """Who is here."""
        from wshoes_tui.tui.screens.people_screen import PeoplePage

        self.session_app.push_screen(PeoplePage(during=True))

    async def action_said(self) -> None:
        """What was said."""
        from wshoes_tui.tui.screens.responses_screen import SaidPage

        await self.session_app.settle()
        self.session_app.push_screen(SaidPage())

    async def action_map(self) -> None:
        """The coverage map so far."""
        from wshoes_tui.tui.screens.summary_screen import MapPage

        self.session_app.push_screen(MapPage())

    async def action_pause(self) -> None:
        """Pause."""
        from wshoes_tui.tui.screens.pause_screen import pause

        await pause(self.session_app)
