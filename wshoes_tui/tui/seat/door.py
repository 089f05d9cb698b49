"""The door: what somebody wants to be called and how they want to be spoken to; what is kept.

No screens of its own: it is what the page of a seat shows before somebody sits there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, cast

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.locale import LANGUAGE_NAMES, N_, _
from wshoes_tui.services.wording import consent_lines, easy_consent_lines, is_it_yours
from wshoes_tui.tui.page import Page
from wshoes_tui.tui.prose import cell, join, line, lines, plain
from wshoes_tui.tui.widgets.choices import Choices

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Seat
    from wshoes_tui.tui.seat.app import SeatApp

Stage = Literal["arriving", "door", "waiting", "consent", "inside"]

KEY_WIDTH, LABEL_WIDTH = 4, 14
MOST_OF_A_NAME = 40


def lead(stage: Stage, *, has_name: bool = True) -> Content:
    """What stands at the top of the door."""
    match stage:
        case "door" if not has_name:
            told = _(
                "Welcome. Press n to type what you want to be called, or Enter to be called by a "
                "number."
            )
            return line(told, "bold")
        case "door":
            return line(_("Welcome. Press Enter to go in."), "bold")
        case "waiting":
            told = _("The facilitator is choosing the cards. You come in when it is time.")
            return line(told, "bold")
        case "consent":
            return line(_("What is kept of what you say"), "bold")
        case _:
            return Content()


def body(app: SeatApp, stage: Stage) -> Content:
    """What there is to choose, or the consent card."""
    session = app.circle.session
    if stage == "door":
        return lines(list(_choices(app)))
    if stage == "consent" and session is not None:
        told = easy_consent_lines if app.easy else consent_lines
        return lines([plain(text + "\n") for text in told(session, apart=True)])
    return Content()


def _choices(app: SeatApp) -> Iterable[Content]:
    rows = (
        ("n", _("Name"), app.suggestion or _("a number for a name")),
        ("g", _("Language"), LANGUAGE_NAMES[app.speech.language]),
        ("e", _("Words"), _("easy words") if app.easy else _("in full")),
        ("f", _("Plain lines"), _("for a screen reader or a poor line")),
    )
    for key, label, value in rows:
        yield join(cell(key, KEY_WIDTH, "bold"), cell(label, LABEL_WIDTH, "dim"), line(value))


class TakenPage(Page):
    """There is a seat of that name: is it theirs?"""

    SCOPE = "taken"

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._theirs = seat
        self._asking = False

    def compose_body(self) -> Iterable[Widget]:
        """What there is to choose."""
        yield Static(id="taken-lead", classes="lead", markup=False)
        yield Choices(id="choices")

    @property
    def seat_app(self) -> SeatApp:
        """The app, by its own type."""
        return cast("SeatApp", self.app)

    def begin(self) -> None:
        """Ready to choose."""
        self.show()
        self.set_focus(self.query_one(Choices))
        self.show_keys()

    def show(self) -> None:
        """The question, or that the facilitator has been asked."""
        self.top.tell("wshoes")
        lead = self.query_one("#taken-lead", Static)
        choices = self.query_one(Choices)
        choices.display = not self._asking
        if self._asking:
            lead.update(_("The facilitator has been asked. One moment ..."))
            return
        lead.update(line(is_it_yours(self._theirs)))
        choices.fill([(action, Content(_(told))) for action, told in TAKEN])

    async def on_option_list_option_selected(self) -> None:
        """One of the three."""
        match self.query_one(Choices).chosen:
            case "mine":
                self._asking = True
                self.show()
                self.run_worker(self._ask())
            case "key":
                await self.seat_app.leave()
            case _:
                self.seat_app.suggestion = ""
                await self.action_back()

    async def _ask(self) -> None:
        app = self.seat_app
        if not await app.circle.ask(self._theirs):
            self._asking = False
            self.show()
            self.set_focus(self.query_one(Choices))
            self.say(_("The facilitator could not let you in to that seat."))
            return
        member = await app.trying(app.circle.come_back(self._theirs.id))
        if member is not None:
            await app.circle.new_key(member)
            await app.sit(member)

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
