"""Pages of fields for what is kept by itself: lightbulb, pledge, car park, card; late words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.cells.cell_layout import Styled
from wshoes_tui.domain.commands import AddLightbulb, AddPledge, Command, ParkTopic, PlaceCard
from wshoes_tui.domain.draft_fields import pack, unpack
from wshoes_tui.domain.models import Draft, DraftKind
from wshoes_tui.domain.value import Refusal
from wshoes_tui.first_paint.page_frame import classes_of, grid_of
from wshoes_tui.first_paint.page_text import joined
from wshoes_tui.first_paint.text_places import MOST_COLUMNS, TextRoom
from wshoes_tui.first_paint.turn_text import voice_rows
from wshoes_tui.flow.actions import action_at
from wshoes_tui.flow.date_parser import DAY_EXAMPLES, NO_DAY, is_no_day
from wshoes_tui.flow.pledge_words import PledgeSource, pledge_parts
from wshoes_tui.flow.session_actions import OWN_CARD_HELP
from wshoes_tui.flow.session_labels import weekday
from wshoes_tui.flow.turn_flow import said_blocks, words_for_turn
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import BY_WHEN, NOW_I_SEE, USED_TO_THINK
from wshoes_tui.tui.base_screen import ForSeat, Sheet
from wshoes_tui.tui.card_page import CardPage
from wshoes_tui.tui.content import one_line_content, safe_content, styled_content
from wshoes_tui.tui.screens.fields_page import FieldsPage, FieldSpec


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


NOT_SAVED = N_("Not saved yet. The words wait here until you come back.")
CAME_AFTER = N_("It came after")
QUOTE_LINES = 3
"""Lines of the words that a lightbulb came after."""
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


class FieldSheet(FieldsPage):
    """What is kept as a record of its own: a lightbulb, a pledge, a topic, a card.

    What stands in the fields is kept as a draft, so Escape, a hang-up or the end of the
    power loses nothing: the page opens again with the same words. At a seat they are this
    seat's alone until they are saved.

    Args:
        kind: what is asked for.
        response: the response that a lightbulb is about.
        origin: what a pledge comes from, where that is no response.
    """

    def __init__(
        self, kind: DraftKind, response: str | None = None, origin: PledgeSource | None = None
    ) -> None:
        self._spec = SHEETS[kind]
        super().__init__(_(self._spec.title), self._spec.fields)
        self._origin = origin
        self._kind = kind
        self._response = response

    def compose_about(self) -> Iterable[Widget]:
        """What it comes from, or came after: words that were said, with their mark."""
        if self._origin is not None:
            yield Static(one_line_content(self._origin.told), classes="quote")
            return
        yield Static(id="came-after", classes="label quote", markup=False)
        yield Static(id="quote", classes="quote", markup=False)

    def begin_page(self) -> None:
        """Take up the words that wait, and be ready to type."""
        draft = self.session_app.session.draft(self._kind, None, self.session_app.own_seat)
        self.fill_fields(unpack(draft.text) if draft else {})
        self._show_quote()

    def on_resize(self) -> None:
        """The quote is broken for the width there is."""
        if self.has_begun:
            self._show_quote()

    def _show_quote(self) -> None:
        if self._origin is not None:
            return
        rows = self._quoted()
        self.query_one("#came-after", Static).update(_(CAME_AFTER))
        self.query_one("#quote", Static).update(styled_content(joined(rows)))
        for widget in self.query(".quote"):
            widget.display = bool(rows)

    def _quoted(self) -> list[Styled]:
        """The words that were chosen, or those said last on the open turn."""
        session = self.session_app.session
        if session.turn is None or self._kind not in ("lightbulb", "pledge"):
            return []
        said = said_blocks(session, session.turn)
        if self._response is not None:
            said = [block for block in said if block.response.id == self._response]
        grid = grid_of(classes_of(*self.size))
        columns = self.size.width - grid.words - grid.right
        room = TextRoom(max(1, min(columns, MOST_COLUMNS)), grid.hang)
        return voice_rows(said[-1], room, QUOTE_LINES) if said else []

    def keep_fields(self) -> None:
        self.keep_draft(self._kind, self._as_draft(), seat=self.session_app.own_seat)

    def _as_draft(self) -> str:
        return pack(self.values())

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
            self._tell_in_field(saved=True)

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
            self.session_app.say(_(NOT_SAVED))
            self._tell_in_field(saved=False)

    def _tell_in_field(self, *, saved: bool) -> None:
        """Say it in the field of the page below, too: a braille display shows that line alone."""
        page = self.session_app.page
        if isinstance(page, CardPage) and page.saved_news:
            page.show_hint("", _(page.saved_news if saved else NOT_SAVED))


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
