"""What was said on a turn, all of it: to read together, put right, or take back."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.commands import EditResponse, Remove, ShowAs, Undo
from wshoes_tui.domain.models import Response, Session, Visibility
from wshoes_tui.locale import _
from wshoes_tui.tui.commands import Key
from wshoes_tui.tui.page import STYLES, Page
from wshoes_tui.tui.prose import join, line, lines, mark, plain
from wshoes_tui.tui.screens.sheets import LightbulbSheet
from wshoes_tui.tui.widgets.choices import Choices
from wshoes_tui.tui.widgets.words import WordsField


class SaidPage(Page):
    """The responses of the open turn; on a swap, those from the first shoes above them."""

    SCOPE = "said"
    CSS_PATH = STYLES / "turn.tcss"
    FIELD_HINT = (Key("enter", "", "save", ""), Key("escape", "", "leave as it was", ""))

    def __init__(self, *, revealed: bool = False) -> None:
        super().__init__()
        self._revealed = revealed
        self._editing: str | None = None

    def compose_body(self) -> Iterable[Widget]:
        """A heading and the list."""
        yield Static(id="said-lead", classes="lead", markup=False)
        yield Choices(id="responses")

    def compose_below(self) -> Iterable[Widget]:
        """The field for putting words right."""
        yield WordsField(id="words")

    def begin(self) -> None:
        """Ready to read."""
        self.query_one("#words").display = False
        self.show()
        self.query_one(Choices).focus()
        self.show_keys()

    def fits(self, session: Session) -> bool:
        """While its turn is open."""
        return session.state == "turns" and session.turn is not None

    def applies(self, key: Key) -> bool:
        """Without words there is only the way back."""
        return key.action == "back" or bool(self.query_one(Choices).option_count)

    def show(self) -> None:
        """Every response with its shoes."""
        session = self.room.session
        turn = session.turn
        if turn is None:
            return
        card = session.card_of(turn)
        self.top.tell(_("What was said"), card.title)
        responses = session.said(turn)
        lead = _("Revealed together. Read them slowly, one by one.") if self._revealed else ""
        if not responses:
            lead = _("Nothing has been written down on this card yet.")
        self.query_one("#said-lead", Static).update(lead)
        rows = [(response.id, self._row(session, response)) for response in responses]
        self.query_one(Choices).fill(rows)

    def _row(self, session: Session, response: Response) -> Content:
        turn = next(turn for turn in session.turns if turn.id == response.turn)
        worn = session.shoes_of(turn, response.shoes)
        name = session.seat(response.seat)
        withheld = response.visibility == "withheld"
        head = join(
            mark(worn),
            " ",
            line(worn.name, "dim"),
            line(f"  {name.label}") if name else "",
            "  " + _("kept out of every export") if withheld else "",
        )
        return lines([head, plain(response.text), Content("")])

    def _chosen(self) -> Response | None:
        chosen = self.query_one(Choices).chosen
        return next((r for r in self.room.session.responses if r.id == chosen), None)

    def on_option_list_option_selected(self) -> None:
        """Enter on a response."""
        self.action_edit()

    def action_edit(self) -> None:
        """Put the words right."""
        response = self._chosen()
        if response is None:
            return
        self._editing = response.id
        field = self.query_one("#words", WordsField)
        field.display = True
        field.fill(response.text)
        field.focus()

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Save what was put right."""
        if self._editing is None:
            return
        response = next(r for r in self.room.session.responses if r.id == self._editing)
        if message.text != response.text:
            if await self.room.do(EditResponse(self._editing, message.text)) is None:
                return
            self.say(_("✓ saved"))
        self.leave_field()

    def leave_field(self) -> None:
        """As it was."""
        self._editing = None
        field = self.query_one("#words", WordsField)
        field.fill("")
        field.display = False
        self.query_one(Choices).focus()

    def action_lightbulb(self) -> None:
        """A lightbulb that points at these words."""
        response = self._chosen()
        self.room.push_screen(LightbulbSheet(response.id if response else None))

    async def action_visibility(self) -> None:
        """Between the session's rule and kept out of every export."""
        response = self._chosen()
        if response is not None:
            other: Visibility = "shoes" if response.visibility == "withheld" else "withheld"
            await self.room.do(ShowAs(response.id, other))

    async def action_remove(self) -> None:
        """Take the words back."""
        response = self._chosen()
        if response is not None and await self.room.do(Remove(response.id)) is not None:
            self.say(_("Taken back. u brings the words again."))

    async def action_undo(self) -> None:
        """Take the last step back."""
        await self.room.do(Undo())

    async def action_back(self) -> None:
        """Back to the card."""
        self.room.pop_screen()
        self.room.follow()
