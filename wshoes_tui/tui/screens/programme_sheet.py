"""Sheet of the programme: the series that a session belongs to, and its place or table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.flow.people_flow import known_programmes, plan_programme, programme_told
from wshoes_tui.locale import _
from wshoes_tui.tui.base_screen import ForFacilitator, Sheet
from wshoes_tui.tui.content import safe_content
from wshoes_tui.tui.screens.field_sheets import FieldSheet
from wshoes_tui.tui.widgets.words_field import WordsField


class ProgrammeSheet(ForFacilitator, Sheet):
    """Two fields: a name, or the number of one that there is; and the place, if there are several.

    Args:
        known: the programmes that there are, that of the newest session first.
    """

    SCOPE = "sheet"
    FIELD_HINT = FieldSheet.FIELD_HINT

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__()
        self._known = known

    def compose_body(self) -> Iterable[Widget]:
        """What a programme is for, those there are, and the fields."""
        told = _(
            "Sessions of one programme add up, and each begins with the open pledges of those "
            "before it."
        )
        yield Static(told, classes="lead", markup=False)
        if known := known_programmes(self._known):
            yield Static(safe_content(known), classes="quiet", markup=False)
        yield Static(_("Programme: a name, or the number of one"), classes="label", markup=False)
        yield WordsField(one_line=True, id="field-programme")
        yield Static(_("Place or table, if there are several"), classes="label", markup=False)
        yield WordsField(one_line=True, id="field-place")

    def begin_page(self) -> None:
        """The fields hold what is so now."""
        header = self.session_app.session.header
        self._programme_field.fill(header.programme)
        self._place_field.fill(header.place)
        self.set_focus(self._programme_field)
        self.show_keys()

    @property
    def _programme_field(self) -> WordsField:
        return self.query_one("#field-programme", WordsField)

    @property
    def _place_field(self) -> WordsField:
        return self.query_one("#field-place", WordsField)

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Enter: to the next field, or save."""
        message.stop()
        if message.field is self._programme_field:
            self.set_focus(self._place_field)
        else:
            await self.action_go_on()

    async def action_go_on(self) -> None:
        """Save. A field that was emptied takes the session out of its programme, or its place."""
        typed = self._programme_field.text.strip() or "-"
        plan = plan_programme(typed, self._place_field.text, self._known)
        header = self.session_app.session.header
        changes = (plan.programme, plan.place) != (header.programme, header.place)
        if changes and await self.session_app.do(plan) is None:
            return
        self.leave_field()
        self.session_app.say(programme_told(self.session_app.session))

    def leave_field(self) -> None:
        """Escape: back, as it was."""
        self.dismiss(None)
