"""Screens of programmes: the list of them, and what one of them adds up to, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.programme import Programme, ProgrammeLine
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow import programme_flow
from wshoes_tui.flow.actions import Action
from wshoes_tui.locale import N_, _
from wshoes_tui.sessions import programmes
from wshoes_tui.tui.base_screen import ForFacilitator, Page
from wshoes_tui.tui.chart_content import parts_told
from wshoes_tui.tui.content import one_line_content, stacked_content
from wshoes_tui.tui.summary_content import summary_content, width_of_body
from wshoes_tui.tui.widgets.choice_list import ChoiceList

PROGRAMMES = N_("Programmes")


class ProgrammesPage(ForFacilitator, Page):
    """Every programme, the one with the newest session first."""

    SCOPE = "programmes"

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[ProgrammeLine] = ()

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="programmes-lead", markup=False)
        yield ChoiceList(id="programmes")

    def begin_page(self) -> None:
        self.top.show_heading(_(PROGRAMMES))
        self.set_focus(self.query_one(ChoiceList))
        self.run_worker(self._read())
        self.show_keys()

    async def _read(self) -> None:
        app = self.session_app
        try:
            library = await app.library()
            self._lines = await app.worker.run(programmes.list_programmes, library.store)
        except WshoesError as error:
            self.say(str(error))
            return
        self.update_page()

    def update_page(self) -> None:
        """The programmes, or how there comes to be one."""
        lead = programme_flow.programmes_question(self._lines).label
        self.query_one("#programmes-lead", Static).update(lead)
        rows = [
            (
                block.name,
                stacked_content(
                    [
                        one_line_content(block.title, "bold"),
                        one_line_content(block.screen or "", "dim"),
                    ]
                ),
            )
            for block in programme_flow.programme_choices(self._lines)
        ]
        self.query_one(ChoiceList).fill(rows)
        self.show_keys()

    def applies(self, action: Action) -> bool:
        """Without programmes there is only the way back."""
        return action.name != "open" or bool(self._lines)

    async def on_option_list_option_selected(self) -> None:
        await self.action_open()

    async def action_open(self) -> None:
        """Look at the marked programme."""
        chosen = self.query_one(ChoiceList).chosen
        line = next((line for line in self._lines if line.name == chosen), None)
        if line is None:
            return
        app = self.session_app
        library = await app.library()
        programme = await app.attempt(
            programmes.read_programme, library.store, line, library.deck_library
        )
        if programme is not None:
            app.push_screen(ProgrammePage(line, programme))


class ProgrammePage(ForFacilitator, Page):
    """One part at a time; Tab goes on to the next. Parts without anything are left out."""

    SCOPE = "programme"

    def __init__(self, line: ProgrammeLine, programme: Programme) -> None:
        super().__init__()
        self._line, self._programme = line, programme
        self._parts = [one for one in programme_flow.PARTS if any(one.blocks(programme))]
        self._at = 0

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="glance", classes="quiet", markup=False)
        yield Static(id="section-lead", classes="lead", markup=False)
        yield Static(id="section", markup=False)
        yield Static(id="sections", classes="gap quiet", markup=False)

    def on_resize(self) -> None:
        """The pictures follow the width."""
        self.update_page()

    def update_page(self) -> None:
        programme = self._programme
        self.top.show_heading(programme.name)
        _name, told = programme_flow.head_blocks(programme)
        self.query_one("#glance", Static).update(told.on_screen)
        if not self._parts:
            return
        part = self._parts[self._at]
        self.query_one("#section-lead", Static).update(_(part.title))
        shown = summary_content(
            part.blocks(programme), width_of_body(self), self.session_app.terminal
        )
        self.query_one("#section", Static).update(shown)
        self.query_one("#sections", Static).update(parts_told(self._parts))

    def action_section(self) -> None:
        """The next part."""
        if self._parts:
            self._at = (self._at + 1) % len(self._parts)
            self.query_one("Body").scroll_home(animate=False)
            self.update_page()

    async def action_pledges(self) -> None:
        """The open pledges of the programme."""
        from wshoes_tui.flow.pledges_flow import PledgesFlow
        from wshoes_tui.tui.screens.pledges_screen import PledgesPage

        app = self.session_app
        app.push_screen(PledgesPage(PledgesFlow(lambda: app.session, self._line.names)))

    async def action_export(self) -> None:
        """Write the report to send to a file among the documents, and say where."""
        self.run_worker(self._export())

    async def _export(self) -> None:
        from wshoes_tui.tui.screens.choice_sheets import FILE_WRITTEN, WHICH_FILE, ChoiceSheet

        app, formats = self.session_app, programmes.programme_formats()
        kind: str | None = next(iter(formats))
        if len(formats) > 1:
            rows = [(one.name, Content(_(one.label))) for one in formats.values()]
            kind = await app.push_screen_wait(ChoiceSheet(_(WHICH_FILE), rows))
        if kind is None:
            return
        library = await app.library()
        path = await app.attempt(
            programmes.write_programme, library.store, self._line, library.deck_library, kind
        )
        if path is not None:
            self.say(_(FILE_WRITTEN, path=str(path)))
