"""Base page of fields, each with its lead above it; and the page on which fields are changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.cells.cell_rows import cells_in
from wshoes_tui.domain.value import Refusal
from wshoes_tui.first_paint.page_frame import classes_of, grid_of
from wshoes_tui.flow.actions import ESCAPE_GOES_BACK, FIELD_KEYS, Action
from wshoes_tui.flow.turn_flow import where_told
from wshoes_tui.locale import N_, _
from wshoes_tui.tui.base_screen import ForFacilitator, Sheet
from wshoes_tui.tui.widgets.header_footer import BlankBody, KeyLine, TopLine
from wshoes_tui.tui.widgets.words_field import WordsField


class FieldSpec(NamedTuple):
    """One field of a sheet; one of one line takes every Enter for its end."""

    name: str
    label: str
    hint: str = ""
    one_line: bool = False


class FieldsPage(Sheet):
    """Fields one under the other, over the whole screen. Enter goes to the next one.

    The field in which one types has a bar, and its lead is live.
    """

    SCOPE = "sheet"
    FIELD_HINT = (Action("enter", "", N_("go on; at the last line: save")), ESCAPE_GOES_BACK)
    ONE_FIELD_KEYS: ClassVar[tuple[Action, ...]] = FIELD_KEYS

    def __init__(self, title: str, specs: Sequence[FieldSpec]) -> None:
        super().__init__()
        self._title = title
        self._specs = {asked.name: asked for asked in specs}

    def compose(self) -> ComposeResult:
        """The title, what it is about, and a lead and a field for each thing asked."""
        yield TopLine()
        with BlankBody():
            yield Static(id="fields-title", classes="lead", markup=False)
            yield from self.compose_about()
            for asked in self._specs.values():
                yield Static(
                    _(asked.label), classes="label", markup=False, id=f"label-{asked.name}"
                )
                hint = _(asked.hint) if asked.hint else ""
                yield WordsField(hint, one_line=asked.one_line, id=f"field-{asked.name}")
        yield KeyLine()

    def footer(self) -> Sequence[Action]:
        """Enter is the end where there is one field."""
        return self.ONE_FIELD_KEYS if len(self._specs) == 1 else super().footer()

    def compose_about(self) -> Iterable[Widget]:
        """What the fields are about."""
        return ()

    def fill_fields(self, values: Mapping[str, str]) -> None:
        """Let this stand in the fields, and be ready to type in the first."""
        self._show_title()
        for name in self._specs:
            self._field(name).fill(values.get(name, ""))
        self.set_focus(self._field(next(iter(self._specs))))
        self.show_keys()

    def _show_title(self) -> None:
        """In the top line where all of it fits there, else above the fields."""
        app = self.session_app
        has_turn = app.has_session and app.session.turn is not None
        where = where_told(app.session) if has_turn else ""
        grid = grid_of(classes_of(*self.size))
        columns = self.size.width - grid.words - grid.right
        fits = cells_in(f"{self._title}  {where}") <= columns
        self.query_one(TopLine).show_heading(self._title if fits else "", "", where)
        title = self.query_one("#fields-title", Static)
        title.update(self._title)
        title.display = not fits

    def on_resize(self) -> None:
        """Where the title stands depends on the width."""
        if self.has_begun:
            self._show_title()

    def _field(self, name: str) -> WordsField:
        return self.query_one(f"#field-{name}", WordsField)

    def values(self) -> dict[str, str]:
        """What stands in each field, by its name."""
        return {name: self._field(name).text for name in self._specs}

    def on_descendant_focus(self, event: events.DescendantFocus | events.DescendantBlur) -> None:
        """The lead of the field in which one types is live."""
        super().on_descendant_focus(event)
        for name in self._specs:
            has_focus = self.focused is self._field(name)
            self.query_one(f"#label-{name}").set_class(has_focus, "-live")
            self._field(name).set_class(has_focus, "-live")

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Enter: to the next field, or save."""
        message.stop()
        names = [*self._specs]
        here = names.index((message.field.id or "").removeprefix("field-"))
        if here + 1 < len(names):
            self.set_focus(self._field(names[here + 1]))
        else:
            await self.action_go_on()

    async def action_go_on(self) -> None:
        """Save what stands in the fields."""
        raise NotImplementedError


class EditSheet(ForFacilitator, FieldsPage):
    """Fields that hold what is so now, to be changed. Nothing is kept before the last one.

    Args:
        lead: what they are of.
        fields: what is asked.
        values: what stands in them, by their names.
        save: keeps what stands in them; whether that was done.
    """

    def __init__(
        self,
        lead: Content,
        fields: Sequence[FieldSpec],
        values: Mapping[str, str],
        save: Callable[[dict[str, str]], Awaitable[bool]],
    ) -> None:
        super().__init__("", fields)
        self._lead = lead
        self._values = values
        self._save = save

    def compose_about(self) -> Iterable[Widget]:
        """What they are of."""
        yield Static(self._lead)

    def begin_page(self) -> None:
        """The fields hold what is so now."""
        self._title = self.session_app.session.header.title
        self.fill_fields(self._values)

    async def action_go_on(self) -> None:
        """Save, where what was typed is understood."""
        try:
            done = await self._save(self.values())
        except Refusal as refusal:
            self.say(_(refusal.template, **refusal.words))
            return
        if done:
            self.leave_field()

    def leave_field(self) -> None:
        """Back; with Escape as it was."""
        self.dismiss(None)
