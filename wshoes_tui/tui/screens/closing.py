"""The closing round: one line each, the pledges read back, the numbers again, feedback."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.apart import is_somebodys_own, seats_not_done
from wshoes_tui.domain.commands import (
    ChangePledge,
    Close,
    GiveFeedback,
    KeepDraft,
    MoreTurns,
    ParkTopic,
    Undo,
)
from wshoes_tui.domain.models import FeedbackKind, Session
from wshoes_tui.locale import _
from wshoes_tui.services.days import DAY_EXAMPLES, read_day
from wshoes_tui.tui.commands import Key
from wshoes_tui.tui.page import STYLES
from wshoes_tui.tui.prose import lines, plain
from wshoes_tui.tui.screens import closing_view
from wshoes_tui.tui.screens.asides import Asides
from wshoes_tui.tui.screens.sheets import ParkSheet
from wshoes_tui.tui.widgets.choices import Choices
from wshoes_tui.tui.widgets.ratings import Ratings
from wshoes_tui.tui.widgets.words import WordsField

STAGES = ("checkout", "pledges", "ratings", "heard", "valued", "change", "close")
LEADS = {
    "checkout": "One line each: what do you take with you?",
    "pledges": "Our pledges, read back",
    "ratings": "The same question as before",
    "heard": "Were you heard today? Did you feel safe?",
    "valued": "What was of value to you?",
    "change": "What would you change next time?",
    "close": "That was our session",
}
FEEDBACK: dict[str, FeedbackKind] = {
    "checkout": "checkout",
    "heard": "heard",
    "valued": "valued",
    "change": "change",
}


class ClosingPage(Asides):
    """One thing on each page; an empty Enter goes on."""

    SCOPE = "closing"
    CSS_PATH = STYLES / "turn.tcss"
    FIELD_HINT = (
        Key("enter", "", "save; empty: go on", ""),
        Key("escape", "", "the keys", ""),
    )

    def __init__(self) -> None:
        super().__init__()
        self._stage = STAGES[0]
        self._asked: tuple[str, str] | None = None
        self._told = False  # that words wait at people's own screens

    def compose_body(self) -> Iterable[Widget]:
        """A heading, what was said so far, the pledges, the numbers."""
        yield Static(id="closing-lead", classes="lead", markup=False)
        yield Static(id="closing-words", markup=False)
        yield Choices(id="pledges")
        yield Ratings("after")

    def compose_below(self) -> Iterable[Widget]:
        """What is asked of a pledge, and the field."""
        yield Static(id="closing-asked", classes="label", markup=False)
        yield WordsField(_("type what is said"), id="words")

    def begin(self) -> None:
        """At the first page; words that waited are in the field."""
        self.show()
        self._take_up_words()
        self._field.focus()
        self.show_keys()

    def _take_up_words(self) -> None:
        draft = self.room.session.draft("feedback")
        self._field.fill(draft.text if draft else "")

    def fits(self, session: Session) -> bool:
        """While the session closes."""
        return session.state == "closing"

    @property
    def _field(self) -> WordsField:
        return self.query_one("#words", WordsField)

    def show(self) -> None:
        """The page of this stage."""
        session = self.room.session
        number = STAGES.index(self._stage) + 1
        self.top.tell(
            _("Closing round"), session.header.title,
            _("{page} of {pages}", page=number, pages=len(STAGES)),
        )  # fmt: skip
        self.query_one("#closing-lead", Static).update(_(LEADS[self._stage]))
        words = self._words(session)
        shown = self.query_one("#closing-words", Static)
        shown.update(words)
        shown.display = bool(words.plain)
        pledges = self.query_one("#pledges", Choices)
        pledges.display = self._stage == "pledges"
        pledges.fill([(pledge.id, closing_view.pledge_row(pledge)) for pledge in session.pledges])
        ratings = self.query_one(Ratings)
        ratings.display = self._stage == "ratings"
        if self._stage == "ratings":
            ratings.show()
        self._field.display = self._stage in FEEDBACK or self._asked is not None
        asked = self.query_one("#closing-asked", Static)
        asked.display = self._asked is not None

    def _words(self, session: Session) -> Content:
        if self._stage in FEEDBACK:
            kind = FEEDBACK[self._stage]
            return lines([plain(f"· {f.text}") for f in session.feedback if f.kind == kind])
        if self._stage == "pledges" and not session.pledges:
            return Content(_("There are none yet. Press p to add one, or Enter to go on."))
        if self._stage == "close":
            return closing_view.at_the_end(session)
        return Content("")

    # -- words

    def keep_fields(self) -> None:
        """Keep the words of the closing round as a draft."""
        if self._asked is None and self.room.keeper is not None:
            self.room.keeper.note("feedback", self._field.text)

    def words_typed(self) -> None:
        """Every change is on its way to the disk at once."""
        if self._asked is None and not self.is_kept(self._field.text, "feedback"):
            self.keep_fields()

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Words of the round, or what was asked of a pledge; empty: go on."""
        if self._asked is not None:
            await self._answer(message.text)
            return
        if not message.text.strip():
            self._turn_page(1)
            return
        await self.room.settle()
        done = await self.room.do(GiveFeedback(FEEDBACK[self._stage], message.text))
        if done is not None:
            message.field.let_go(message.text)
            self.say(_("✓ saved"))

    async def _answer(self, text: str) -> None:
        pledge_id, what = self._asked or ("", "")
        if what == "owner":
            if text.strip():
                await self.room.do(ChangePledge(pledge_id, owner=text.strip()))
            self._ask(pledge_id, "when")
            return
        if text.strip():
            by_when = read_day(text, date.today())  # noqa: DTZ011 - the day of this room
            if by_when is None:
                self.say(_("Which day is that? For example: {days}", days=_(DAY_EXAMPLES)))
                return
            await self.room.do(ChangePledge(pledge_id, by_when=by_when))
        self._done_asking()

    def _ask(self, pledge_id: str, what: str) -> None:
        pledge = next(p for p in self.room.session.pledges if p.id == pledge_id)
        self._asked = (pledge_id, what)
        question = _("Who will do it?") if what == "owner" else _("By when?")
        self.query_one("#closing-asked", Static).update(question)
        if what == "owner":
            self._field.fill(pledge.owner)
        else:
            self._field.fill(pledge.by_when.isoformat() if pledge.by_when else "")
        self.show()
        self._field.focus()
        self.say("" if what == "owner" else _("For example: {days}", days=_(DAY_EXAMPLES)))

    def _done_asking(self) -> None:
        self._asked = None
        self._take_up_words()
        self.say("")
        self.show()
        self.query_one("#pledges", Choices).focus()

    def leave_field(self) -> None:
        """To the keys; a question about a pledge is dropped."""
        if self._asked is not None:
            self._done_asking()
        else:
            self.set_focus(None)

    # -- keys

    def action_type(self) -> None:
        """To the field."""
        if self._stage in FEEDBACK:
            self._field.focus()
        elif self._stage == "ratings":
            self.query_one(Ratings).begin()

    async def on_option_list_option_selected(self) -> None:
        """Enter goes on from a list, too."""
        await self.action_go_on()

    def action_complete(self) -> None:
        """Who keeps the marked pledge, and by when."""
        chosen = self.query_one("#pledges", Choices).chosen
        if self._stage == "pledges" and chosen:
            self._ask(chosen, "owner")

    def applies(self, key: Key) -> bool:
        """Typing is for words and numbers, who and when for pledges."""
        if key.action == "complete":
            return self._stage == "pledges" and bool(self.room.session.pledges)
        if key.action == "type":
            return self._stage in FEEDBACK or self._stage == "ratings"
        return key.action != "back_one" or self._stage != STAGES[0]

    async def action_go_on(self) -> None:
        """The next page; at the last one, close."""
        if self._stage == "close":
            await self._close()
        else:
            self._turn_page(1)

    def _turn_page(self, by: int) -> None:
        self._stage = STAGES[max(0, min(len(STAGES) - 1, STAGES.index(self._stage) + by))]
        self.say("")
        self.show()
        if self._stage in FEEDBACK:
            self._field.focus()
        elif self._stage == "pledges":
            self.query_one("#pledges", Choices).focus()
        else:
            self.set_focus(None)
        self.show_keys()

    async def _close(self) -> None:
        await self.room.settle()
        for words in closing_view.unsaid(self.room.session):
            await self.room.do(ParkTopic(words))
        for draft in self.room.session.drafts:
            if not is_somebodys_own(draft):
                await self.room.do(KeepDraft(draft.kind, "", draft.seat))
        anyway, self._told = self._told, bool(seats_not_done(self.room.session))
        await self.room.do(Close(anyway))

    def action_back_one(self) -> None:
        """One page back."""
        self._turn_page(-1)

    async def action_more_turns(self) -> None:
        """One more turn."""
        await self.room.do(MoreTurns())

    def action_park(self) -> None:
        """A topic for later."""
        self.room.push_screen(ParkSheet())

    async def action_seats(self) -> None:
        """Who is here."""
        from wshoes_tui.tui.screens.people import PeoplePage

        self.room.push_screen(PeoplePage(during=True))

    async def action_undo(self) -> None:
        """Take the last step back."""
        await self.room.settle()
        await self.room.do(Undo())
