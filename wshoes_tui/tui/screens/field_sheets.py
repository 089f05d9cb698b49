"""Sheets that ask for words over the lower part of a page: lightbulb, pledge, car park, card."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.commands import AddLightbulb, AddPledge, Command, ParkTopic, PlaceCard
from wshoes_tui.domain.models import Draft, DraftKind
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.actions import ESCAPE_GOES_BACK, Action, action_at
from wshoes_tui.flow.date_parser import DAY_EXAMPLES, NO_DAY, is_no_day
from wshoes_tui.flow.draft_fields import pack, unpack
from wshoes_tui.flow.pledge_words import PledgeSource, pledge_parts
from wshoes_tui.flow.session_actions import OWN_CARD_HELP
from wshoes_tui.flow.session_labels import weekday
from wshoes_tui.flow.turn_flow import words_for_turn
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import BY_WHEN, NOW_I_SEE, USED_TO_THINK
from wshoes_tui.tui.base_screen import ForFacilitator, ForSeat, Sheet
from wshoes_tui.tui.content import one_line_content, safe_content
from wshoes_tui.tui.widgets.words_field import WordsField


class FieldSpec(NamedTuple):
    """One field of a sheet; one of one line takes every Enter for its end."""

    name: str
    label: str
    hint: str = ""
    one_line: bool = False


class SheetSpec(NamedTuple):
    """A sheet: its title, its fields, what is said when it is saved, and what saves it.

    ``command`` takes what stands in the fields, by their names, and may raise a Refusal.
    """

    title: str
    fields: tuple[FieldSpec, ...]
    done: str
    command: Callable[[dict[str, str]], Command]


def read_pledge_command(values: dict[str, str]) -> AddPledge:
    """The pledge, once its day is understood.

    Raises:
        Refusal: the day is no day.
    """
    return AddPledge(**{"text": "", **pledge_parts(values)})


SHEETS: dict[DraftKind, SheetSpec] = {
    "lightbulb": SheetSpec(
        N_("A lightbulb"),
        (FieldSpec("used", USED_TO_THINK), FieldSpec("now", NOW_I_SEE)),
        N_("The lightbulb is saved."),
        lambda values: AddLightbulb(values["now"], values["used"]),
    ),
    "pledge": SheetSpec(
        N_("A pledge"),
        (
            FieldSpec("text", N_("What will be done"), N_("when ... I will ...")),
            FieldSpec("owner", N_("Who will do it (may follow later)"), one_line=True),
            FieldSpec("when", N_("By when (may follow later)"), DAY_EXAMPLES, one_line=True),
        ),
        N_("The pledge is saved."),
        read_pledge_command,
    ),
    "park": SheetSpec(
        N_("Into the car park: nothing raised is lost"),
        (FieldSpec("text", N_("A topic that deserves time later")),),
        N_("It is in the car park."),
        lambda values: ParkTopic(values["text"]),
    ),
    "wild": SheetSpec(
        OWN_CARD_HELP,
        (
            FieldSpec("title", N_("Its title, in a few words"), one_line=True),
            FieldSpec("text", N_("What happens in it")),
        ),
        N_("Your card is on the table: it is the next one."),
        lambda values: PlaceCard(values["title"], values["text"]),
    ),
}
"""The sheet for each kind of draft that an action of the table may ask for."""


MINUTES_FIELDS = (
    FieldSpec("minutes", N_("Minutes, or hours and minutes: 90, or 1:30"), one_line=True),
)
PROGRAMME_FIELDS = (
    FieldSpec("programme", N_("Programme: a name, or the number of one"), one_line=True),
    FieldSpec("place", N_("Place or table, if there are several"), one_line=True),
)
PLEDGE_FIELDS = (
    FieldSpec("text", N_("What will be done")),
    FieldSpec("condition", N_("When or if (may stay empty)"), one_line=True),
    FieldSpec("owner", N_("Who will do it"), one_line=True),
    FieldSpec("when", BY_WHEN, DAY_EXAMPLES, one_line=True),
    FieldSpec("scope", N_("With whom: me, us, ask others"), one_line=True),
    FieldSpec("horizon", N_("What it needs: now, a plan, others"), one_line=True),
)
"""What can be said of a pledge; when it is made, the first of it is enough."""


class FieldSheet(Sheet):
    """Fields one under the other. Enter goes to the next and saves at the last.

    What stands in them is kept as a draft, so Escape, a hang-up or the end of the
    power loses nothing: the sheet opens again with the same words. At a seat they are this
    seat's alone until they are saved.

    Args:
        kind: what is asked for.
        response: the response that a lightbulb is about.
        origin: what a pledge comes from, where that is no response.
    """

    SCOPE = "sheet"
    FIELD_HINT = (Action("enter", "", N_("go on; at the last line: save")), ESCAPE_GOES_BACK)

    def __init__(
        self, kind: DraftKind, response: str | None = None, origin: PledgeSource | None = None
    ) -> None:
        super().__init__()
        self._origin = origin
        self._kind = kind
        self._spec = SHEETS[kind]
        self._response = response

    def compose_body(self) -> Iterable[Widget]:
        """The title, what a pledge comes from, and a label and a field for each thing asked."""
        yield Static(_(self._spec.title), classes="lead", markup=False)
        if self._origin is not None:
            yield Static(one_line_content(self._origin.told))
        for asked in self._spec.fields:
            yield Static(_(asked.label), classes="label", markup=False)
            hint = _(asked.hint) if asked.hint else ""
            yield WordsField(hint, one_line=asked.one_line, id=f"field-{asked.name}")

    def begin_page(self) -> None:
        """Take up the words that wait, and be ready to type."""
        draft = self.session_app.session.draft(self._kind, None, self.session_app.own_seat)
        kept = unpack(draft.text) if draft else {}
        for asked in self._spec.fields:
            self._field(asked.name).fill(kept.get(asked.name, ""))
        self.set_focus(self._field(self._spec.fields[0].name))
        self.show_keys()

    def _field(self, name: str) -> WordsField:
        return self.query_one(f"#field-{name}", WordsField)

    def values(self) -> dict[str, str]:
        return {asked.name: self._field(asked.name).text for asked in self._spec.fields}

    def keep_fields(self) -> None:
        self.keep_draft(self._kind, self._as_draft(), seat=self.session_app.own_seat)

    def _as_draft(self) -> str:
        return pack(self.values())

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Enter: to the next field, or save."""
        message.stop()
        names = [asked.name for asked in self._spec.fields]
        here = names.index((message.field.id or "").removeprefix("field-"))
        if here + 1 < len(names):
            self.set_focus(self._field(names[here + 1]))
        else:
            await self.action_go_on()

    async def action_go_on(self) -> None:
        await self.session_app.settle()
        try:
            command = self._spec.command(self.values())
        except Refusal as refusal:
            self.say(_(refusal.template, **refusal.words))
            return
        if self._response is not None and isinstance(command, AddLightbulb | AddPledge):
            command = replace(command, response=self._response)
        if self._origin is not None and isinstance(command, AddPledge):
            command = self._origin.given_to(command)
        if await self.session_app.keep_this(command):
            self.dismiss(None)
            told = _(self._spec.done)
            if isinstance(command, AddLightbulb):
                told += " " + self._what_follows()
            if isinstance(command, AddPledge) and command.by_when:  # as it was understood
                told += " " + _("By {day}.", day=weekday(command.by_when))
            elif is_no_day(self.values().get("when", "")):
                told += " " + _(NO_DAY)
            self.session_app.say(told)

    def _what_follows(self) -> str:
        """The key for a pledge that comes from a lightbulb, where the page below has one."""
        page = self.session_app.page
        action = action_at(page.scope, "pledge_from") if page is not None else None
        if action is None:
            return ""
        return _("Esc, then {key}: a pledge that comes from it.", key=action.key_label)

    def leave_field(self) -> None:
        """Escape: back to the turn; the words wait."""
        waiting = any(value.strip() for value in self.values().values())
        self.dismiss(None)
        if waiting:
            self.session_app.say(_("Not saved yet. The words wait here until you come back."))


class EditSheet(ForFacilitator, Sheet):
    """Fields that hold what is so now, to be changed. Nothing is kept before the last one.

    Args:
        lead: what they are of.
        fields: what is asked.
        values: what stands in them, by their names.
        save: keeps what stands in them; whether that was done.
    """

    SCOPE = "sheet"
    FIELD_HINT = FieldSheet.FIELD_HINT

    def __init__(
        self,
        lead: Content,
        fields: Sequence[FieldSpec],
        values: Mapping[str, str],
        save: Callable[[dict[str, str]], Awaitable[bool]],
    ) -> None:
        super().__init__()
        self._lead = lead
        self._specs = {asked.name: asked for asked in fields}
        self._values = values
        self._save = save

    def compose_body(self) -> Iterable[Widget]:
        """The lead, and a label and a field for each thing asked."""
        yield Static(self._lead)
        for asked in self._specs.values():
            yield Static(_(asked.label), classes="label", markup=False)
            hint = _(asked.hint) if asked.hint else ""
            yield WordsField(hint, one_line=asked.one_line, id=f"field-{asked.name}")

    def begin_page(self) -> None:
        """The fields hold what is so now."""
        for name in self._specs:
            self._field(name).fill(self._values.get(name, ""))
        self.set_focus(self._field(next(iter(self._specs))))
        self.show_keys()

    def _field(self, name: str) -> WordsField:
        return self.query_one(f"#field-{name}", WordsField)

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
        """Save, where what was typed is understood."""
        try:
            done = await self._save({name: self._field(name).text for name in self._specs})
        except Refusal as refusal:
            self.say(_(refusal.template, **refusal.words))
            return
        if done:
            self.leave_field()

    def leave_field(self) -> None:
        """Back; with Escape as it was."""
        self.dismiss(None)


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
