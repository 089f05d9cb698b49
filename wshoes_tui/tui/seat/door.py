"""The door: what somebody wants to be called, how they want to be spoken to, what is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.locale import LANGUAGE_NAMES, N_, _
from wshoes_tui.services.wording import consent_lines, easy_consent_lines
from wshoes_tui.tui.commands import Key
from wshoes_tui.tui.page import Page
from wshoes_tui.tui.prose import cell, join, line, lines, plain
from wshoes_tui.tui.widgets.choices import Choices
from wshoes_tui.tui.widgets.words import WordsField

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Seat
    from wshoes_tui.tui.seat.app import SeatApp

LABEL_WIDTH = 14
MOST_OF_A_NAME = 40


class _AtTheDoor(Page):
    @property
    def seat_app(self) -> SeatApp:
        """The app, by its own type."""
        return cast("SeatApp", self.app)


class DoorPage(_AtTheDoor):
    """One line for each thing that can be chosen; Enter on the first one goes in."""

    SCOPE = "door"
    FIELD_HINT: ClassVar[tuple[Key, ...]] = (
        Key("enter", "", "that is my name", ""),
        Key("escape", "", "back", ""),
    )

    def compose_body(self) -> Iterable[Widget]:
        """A welcome, and the choices."""
        yield Static(id="door-lead", classes="lead", markup=False)
        yield Choices(id="choices")

    def compose_below(self) -> Iterable[Widget]:
        """The field for a name."""
        yield WordsField(_("a first name or a nickname"), id="name")

    def begin(self) -> None:
        """Ready to go in, under the name that was offered."""
        self.query_one("#name").display = False
        self.show()
        self.query_one(Choices).focus()
        self.show_keys()

    def show(self) -> None:
        """How things are chosen now."""
        app = self.seat_app
        session = app.circle.session
        self.top.tell("wshoes", session.header.title if session else "")
        self.query_one("#door-lead", Static).update(_("Welcome. Choose, then go in."))
        name = app.suggestion or _("a number for a name")
        rows = [
            ("in", Content.styled(_("Go in"), "bold")),
            ("name", self._row(_("Name"), name)),
            ("language", self._row(_("Language"), LANGUAGE_NAMES[app.speech.language])),
            ("easy", self._row(_("Words"), _("easy words") if app.easy else _("in full"))),
            ("plain", self._row(_("Plain lines"), _("for a screen reader or a poor line"))),
        ]
        self.query_one(Choices).fill(rows)

    def _row(self, label: str, value: str) -> Content:
        return join(cell(label, LABEL_WIDTH, "dim"), line(value))

    async def on_option_list_option_selected(self) -> None:
        """Enter on a line."""
        match self.query_one(Choices).chosen:
            case "name":
                self.action_name()
            case "language":
                await self.action_language()
            case "easy":
                self.action_easy()
            case "plain":
                self.action_plain()
            case _:
                self.action_go_in()

    def action_go_in(self) -> None:
        """What is kept comes next; where there is no session yet, wait for it."""
        app = self.seat_app
        app.go(ConsentPage() if app.circle.session is not None else WaitPage())

    def action_name(self) -> None:
        """Type another name."""
        field = self.query_one("#name", WordsField)
        field.display = True
        field.fill(self.seat_app.suggestion)
        field.focus()

    async def action_language(self) -> None:
        """The next language."""
        await self.seat_app.next_language()

    def action_easy(self) -> None:
        """Easy words, or not."""
        self.seat_app.be_easy(easy=not self.seat_app.easy)

    def action_plain(self) -> None:
        """Plain lines from here on."""
        self.seat_app.to_plain_lines()

    def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """A name; an empty one is a number."""
        self.seat_app.suggestion = " ".join(message.text.split())[:MOST_OF_A_NAME]
        self.leave_field()
        self.query_one(Choices).highlighted = 0

    def leave_field(self) -> None:
        """Back to the choices."""
        self.query_one("#name").display = False
        self.show()
        self.query_one(Choices).focus()

    async def action_leave(self) -> None:
        """Away again."""
        await self.seat_app.leave()


class WaitPage(_AtTheDoor):
    """There is no session yet."""

    SCOPE = "seat-wait"

    def compose_body(self) -> Iterable[Widget]:
        """One sentence."""
        yield Static(id="wait", classes="lead", markup=False)

    def show(self) -> None:
        """Wait, or go on."""
        self.top.tell("wshoes")
        told = _("The facilitator is choosing the cards. You come in by yourself when it is time.")
        self.query_one("#wait", Static).update(told)
        if self.seat_app.circle.session is not None:
            self.seat_app.go(ConsentPage())

    async def action_leave(self) -> None:
        """Away again."""
        await self.seat_app.leave()


class ConsentPage(_AtTheDoor):
    """What is kept of what somebody says, before they say anything."""

    SCOPE = "consent"

    def compose_body(self) -> Iterable[Widget]:
        """A heading and the consent card."""
        yield Static(id="consent-lead", classes="lead", markup=False)
        yield Static(id="consent", markup=False)

    def show(self) -> None:
        """The card, in the words in use."""
        session = self.seat_app.circle.session
        if session is None:
            return
        self.top.tell("wshoes", session.header.title)
        self.query_one("#consent-lead", Static).update(_("What is kept of what you say"))
        told = easy_consent_lines if self.seat_app.easy else consent_lines
        rows = [plain(text + "\n") for text in told(session, apart=True)]
        self.query_one("#consent", Static).update(lines(rows))

    async def action_agree(self) -> None:
        """Agreed: take a seat."""
        app = self.seat_app
        seat = app.empty_seat(app.suggestion)
        if seat is not None:
            app.go(TakenPage(seat))
            return
        member = await app.trying(app.circle.join(app.suggestion))
        if member is not None:
            await app.sit(member)

    async def action_back(self) -> None:
        """To the choices."""
        self.seat_app.go(DoorPage())

    def action_easy(self) -> None:
        """Easy words, or not."""
        self.seat_app.be_easy(easy=not self.seat_app.easy)

    async def action_leave(self) -> None:
        """Away again."""
        await self.seat_app.leave()


class TakenPage(_AtTheDoor):
    """A seat of that name is empty just now: is it theirs?"""

    SCOPE = "taken"

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._empty = seat
        self._asking = False

    def compose_body(self) -> Iterable[Widget]:
        """What there is to choose."""
        yield Static(id="taken-lead", classes="lead", markup=False)
        yield Choices(id="choices")

    def begin(self) -> None:
        """Ready to choose."""
        self.show()
        self.query_one(Choices).focus()
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
        name = self._empty.label
        lead.update(line(_("A seat called {name} is empty just now. Is it yours?", name=name)))
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
                self.seat_app.go(DoorPage())

    async def _ask(self) -> None:
        app = self.seat_app
        if not await app.circle.ask(self._empty):
            self._asking = False
            self.show()
            self.query_one(Choices).focus()
            self.say(_("The facilitator could not let you in to that seat."))
            return
        member = await app.trying(app.circle.come_back(self._empty.id))
        if member is not None:
            await app.circle.new_key(member)
            await app.sit(member)

    async def action_back(self) -> None:
        """To the choices."""
        self.seat_app.go(DoorPage())

    async def action_leave(self) -> None:
        """Away again."""
        await self.seat_app.leave()


TAKEN: Sequence[tuple[str, str]] = (
    ("mine", N_("It is mine: ask the facilitator to let me in")),
    ("key", N_("I have my own key: leave, come again, and type it as the code")),
    ("other", N_("I am somebody else")),
)
