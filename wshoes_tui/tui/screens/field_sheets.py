"""Small questions over the lower part of a turn: lightbulb, pledge, car park, own card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.commands import AddLightbulb, AddPledge, Command, ParkTopic, PlaceCard
from wshoes_tui.domain.models import DraftKind
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.flow.actions import ESCAPE_GOES_BACK, Action
from wshoes_tui.flow.date_parser import DAY_EXAMPLES, WHICH_DAY, read_day
from wshoes_tui.flow.draft_fields import pack, unpack
from wshoes_tui.flow.session_actions import OWN_CARD_HELP
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import NOW_I_SEE, USED_TO_THINK
from wshoes_tui.tui.base_screen import Sheet
from wshoes_tui.tui.widgets.words_field import WordsField


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a sheet; one of one line takes every Enter for its end."""

    name: str
    label: str
    hint: str = ""
    one_line: bool = False


class FieldSheet(Sheet):
    """Fields one under the other. Enter goes to the next and saves at the last.

    What stands in them is kept as a draft, so Escape, a hang-up or the end of the
    power loses nothing: the sheet opens again with the same words.
    """

    SCOPE = "sheet"
    KIND: ClassVar[DraftKind]
    TITLE: ClassVar[str]
    ASKED: ClassVar[tuple[FieldSpec, ...]]
    DONE: ClassVar[str]
    FIELD_HINT = (Action("enter", "", N_("go on; at the last line: save")), ESCAPE_GOES_BACK)

    def compose_body(self) -> Iterable[Widget]:
        """The title, and a label and a field for each thing asked."""
        yield Static(_(self.TITLE), classes="lead", markup=False)
        for asked in self.ASKED:
            yield Static(_(asked.label), classes="label", markup=False)
            hint = _(asked.hint) if asked.hint else ""
            yield WordsField(hint, one_line=asked.one_line, id=f"field-{asked.name}")

    def begin_page(self) -> None:
        """Take up the words that wait, and be ready to type."""
        draft = self.session_app.session.draft(self.KIND, None, self.seat)
        kept = unpack(draft.text) if draft else {}
        for asked in self.ASKED:
            self._field(asked.name).fill(kept.get(asked.name, ""))
        self.set_focus(self._field(self.ASKED[0].name))
        self.show_keys()

    @property
    def seat(self) -> str | None:
        """Whose field it is; None for the room's."""
        return None

    def _field(self, name: str) -> WordsField:
        return self.query_one(f"#field-{name}", WordsField)

    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {asked.name: self._field(asked.name).text for asked in self.ASKED}

    def keep_fields(self) -> None:
        """Keep what stands in the fields as one draft."""
        if self.session_app.autosave is not None:
            self.session_app.autosave.note(self.KIND, self._as_draft())

    def _as_draft(self) -> str:
        return pack(self.values())

    def words_typed(self) -> None:
        """Every change is on its way to the disk at once."""
        if not self.is_kept(self._as_draft(), self.KIND, seat=self.seat):
            self.keep_fields()

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Enter: to the next field, or save."""
        message.stop()
        names = [asked.name for asked in self.ASKED]
        here = names.index((message.field.id or "").removeprefix("field-"))
        if here + 1 < len(names):
            self.set_focus(self._field(names[here + 1]))
        else:
            await self.action_go_on()

    async def action_go_on(self) -> None:
        """Save."""
        await self.session_app.settle()
        command = self.command(self.values())
        if command is None:
            return
        if await self.keep(command):
            self.dismiss(None)
            self.session_app.say(_(self.DONE))

    async def keep(self, command: Command) -> bool:
        """Keep it; False, and a sentence on the screen, where that was refused."""
        return await self.session_app.do(command) is not None

    def command(self, values: dict[str, str]) -> Command | None:
        """What to do with the words; None after having said what is missing."""
        raise NotImplementedError

    def leave_field(self) -> None:
        """Escape: back to the turn; the words wait."""
        waiting = any(value.strip() for value in self.values().values())
        self.dismiss(None)
        if waiting:
            self.session_app.say(_("Not saved yet. The words wait here until you come back."))


class LightbulbSheet(FieldSheet):
    """I used to think ... now I see ..."""

    KIND = "lightbulb"
    TITLE = N_("A lightbulb")
    ASKED = (FieldSpec("used", USED_TO_THINK), FieldSpec("now", NOW_I_SEE))
    DONE = N_("The lightbulb is saved.")

    def __init__(self, response: str | None = None) -> None:
        super().__init__()
        self._response = response

    def command(self, values: dict[str, str]) -> Command | None:
        """Keep it."""
        return AddLightbulb(values["now"], values["used"], self._response)


class PledgeSheet(FieldSheet):
    """If ..., I will ...: what, who, by when."""

    KIND = "pledge"
    TITLE = N_("A pledge")
    ASKED = (
        FieldSpec("text", N_("What will be done"), N_("when ... I will ...")),
        FieldSpec("owner", N_("Who will do it (may follow later)"), one_line=True),
        FieldSpec("when", N_("By when (may follow later)"), DAY_EXAMPLES, one_line=True),
    )
    DONE = N_("The pledge is saved.")

    def command(self, values: dict[str, str]) -> Command | None:
        """Keep it, once the day is understood."""
        by_when = None
        if values["when"].strip():
            by_when = read_day(values["when"], CLOCK.today())
            if by_when is None:
                self.say(_(WHICH_DAY, days=_(DAY_EXAMPLES)))
                return None
        return AddPledge(values["text"], values["owner"], by_when)


class ParkSheet(FieldSheet):
    """A topic for later."""

    KIND = "park"
    TITLE = N_("Into the car park: nothing raised is lost")
    ASKED = (FieldSpec("text", N_("A topic that deserves time later")),)
    DONE = N_("It is in the car park.")

    def command(self, values: dict[str, str]) -> Command | None:
        """Keep it."""
        return ParkTopic(values["text"])


class OwnCardSheet(FieldSheet):
    """A card of the group's own."""

    KIND = "wild"
    TITLE = OWN_CARD_HELP
    ASKED = (
        FieldSpec("title", N_("Its title, in a few words"), one_line=True),
        FieldSpec("text", N_("What happens in it")),
    )
    DONE = N_("Your card is on the table: it is the next one.")

    def command(self, values: dict[str, str]) -> Command | None:
        """Keep it."""
        return PlaceCard(values["title"], values["text"])
