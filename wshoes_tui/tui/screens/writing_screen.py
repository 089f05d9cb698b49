"""Write first: the keyboard goes round, everybody writes in private, then all is revealed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from wshoes_tui.domain.commands import HandIn, Reveal, Undo
from wshoes_tui.domain.models import DraftKind, Seat, Session, Turn
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.questions import is_alone
from wshoes_tui.hub.roster import still_writing
from wshoes_tui.locale import N_, _
from wshoes_tui.tui.base_screen import STYLES
from wshoes_tui.tui.content import joined_content, mark, one_line_content
from wshoes_tui.tui.key_queue import Confirmation
from wshoes_tui.tui.one_shot_screen import ACTIONS_PLACE, OneShotPage
from wshoes_tui.tui.screens import turn_content
from wshoes_tui.tui.screens.session_screen import SessionAsides
from wshoes_tui.tui.widgets.text_stack import BOLD, DIM, MOST_COLUMNS, TextPlace, TextStack
from wshoes_tui.tui.widgets.words_field import WordsField

CARD = {
    "writer": TextPlace(BOLD, below=1, most=MOST_COLUMNS),
    **{name: place for name, place in turn_content.CARD.items() if name != "who"},
    "waiting": TextPlace(DIM, above=1, most=MOST_COLUMNS),
}
"""Whose page it is, their shoes, the card, and how many have written."""


class WritingPage(SessionAsides, OneShotPage):
    """Write first at one keyboard: one person writes in private, or the keyboard is passed on.

    What is typed between two people belongs to no private page: it waits in the field of the turn
    for the talk that follows, and can be added to the page that was written last.
    """

    SCOPE = "writing"
    CSS_PATH = STYLES / "turn.tcss"
    FIELD_HINT = (Action("enter", "", N_("done: hide it"), ""),)

    def __init__(self) -> None:
        super().__init__()
        self._writer: Seat | None = None
        self._last: Seat | None = None
        """Who handed in last at this keyboard."""
        self._confirmation = Confirmation()
        """That the facilitator knows who still writes at a screen of their own."""

    def compose_body(self) -> Iterable[Widget]:
        """Whose page it is, their shoes, the card."""
        yield TextStack(CARD, id="card")

    def compose_below(self) -> Iterable[Widget]:
        """The question, and the field of whoever writes."""
        yield TextStack({**ACTIONS_PLACE, **turn_content.QUESTION}, id="question")
        yield WordsField(id="words")

    def begin_page(self) -> None:
        """Between two people; who is alone writes at once."""
        self._take_up_words()
        if is_alone(self.session_app.session):
            self._take(self._next(self.session_app.session))
        self.update_page()
        self.settle_focus()

    def fits(self, session: Session) -> bool:
        """While people write."""
        turn = session.turn
        return session.state == "turns" and turn is not None and turn.phase == "writing"

    def applies(self, action: Action) -> bool:
        """Only what can be done now."""
        session = self.session_app.session
        match action.name:
            case "take" | "pass":
                return self._next(session) is not None and self._writer is None
            case "hide":
                return self._writer is not None
            case "add":
                last = self._last is not None and self._writer is None
                return last and bool(self.field.text.strip())
            case "reveal":
                return bool(session.written())
            case "talk":
                return not any(draft.text for draft in session.writers())
            case _:
                return True

    def enter_does(self) -> Sequence[Action]:
        """Between two people Enter only says what comes next."""
        return super().enter_does() if self._writer is not None else ()

    @property
    def field(self) -> WordsField:
        """The page of the one who writes; between two, the field of the turn."""
        return self.query_one("#words", WordsField)

    def _next(self, session: Session) -> Seat | None:
        """Who writes next here: the one whose turn it is first, then round the table."""
        turn, hub = session.turn, self.session_app.facilitates
        waiting = {draft.seat for draft in session.writers() if not draft.handed_in}
        if hub is not None:
            waiting = {seat for seat in waiting if seat and not hub.at_own_screen(seat)}
        seats = [seat for seat in session.present if seat.id in waiting]
        if turn is None or not seats:
            return None
        order = [seat.id for seat in session.present]
        first = order.index(turn.seat) if turn.seat in order else 0
        return min(seats, key=lambda seat: (order.index(seat.id) - first) % len(order))

    def update_page(self) -> None:
        """The page of the one who writes, or the way to it."""
        session = self.session_app.session
        turn = session.turn
        if turn is None:
            return
        where = turn_content.where(session, turn)
        self.top.show_heading(where, session.header.title, _("write first"))
        self.field.placeholder = Content(self._hint(session))
        shown = self.query_one("#card", TextStack)
        card = session.card_of(turn)
        text = turn_content.text(card, easy=self.session_app.easy)
        shown.show_texts(title=turn_content.title(card), text=text)
        if self._writer is not None:
            shown.show_texts(waiting="", **self._whose_page(session, turn, self._writer))
            self.show_question(prompt=turn_content.prompt(turn, card, self.size.width))
        else:
            between, waiting = self._between(session), self._waiting(session)
            shown.show_texts(writer=between, shoes="", you_are="", waiting=waiting)
            self.show_question(prompt="")

    def _hint(self, session: Session) -> str:
        """What the empty field says: whose words it takes, or what comes next."""
        if self._writer is not None:
            return _("only for now, only for you: until all is revealed")
        seat = self._next(session)
        if seat is not None:
            return _("{who}: press Esc, then w, and write", who=one_line(seat.label))
        if self._still(session):
            return _("These words wait here for the talk.")
        return _("Esc, then v: reveal all together")

    def _whose_page(self, session: Session, turn: Turn, writer: Seat) -> dict[str, Content]:
        draft = session.draft("private", turn.id, writer.id)
        worn = session.shoes_of(turn, draft.shoes if draft else None)
        return {
            "writer": one_line_content(
                _("{who}, only for you", who=writer.label)
                if session.is_named
                else _("Only for you")
            ),
            "shoes": joined_content(mark(worn), " ", one_line_content(worn.name.upper(), "bold")),
            "you_are": one_line_content(
                worn.easy if self.session_app.easy and worn.easy else worn.you_are
            ),
        }

    def _between(self, session: Session) -> Content:
        seat = self._next(session)
        if seat is None and self._still(session):
            told = _("Everybody writes at their own screen.")
        elif seat is None:
            told = _("Everybody is ready. Press Esc, then v, to reveal it all together.")
            if is_alone(session):
                told = _("Press Esc, then v, to see what you wrote on the card.")
        elif is_alone(session):
            told = _("Press Esc, then w, and write in your shoes.")
        else:
            told = _("Pass the keyboard to {who}. Then press Esc, then w.", who=seat.label)
        return one_line_content(told)

    def _still(self, session: Session) -> list[str]:
        hub = self.session_app.facilitates
        return still_writing(session, hub.at_own_screen) if hub is not None else []

    def _waiting(self, session: Session) -> str:
        writers = session.writers()
        if is_alone(session):
            return ""
        done = sum(draft.handed_in for draft in writers)
        if not done:
            return _("{people} will write. Nobody sees it until the reveal.", people=len(writers))
        return _("{done} of {people} are ready.", done=done, people=len(writers))

    def moment(self) -> Hashable:
        """Who writes here, and who is ready."""
        writers = self.session_app.session.writers()
        ready = frozenset(page.seat for page in writers if page.handed_in)
        return self._writer.id if self._writer is not None else "", ready

    def keep_fields(self) -> None:
        """Keep the words of the field: a private page, or what waits for the talk."""
        if self.session_app.autosave is None or self.session_app.session.turn is None:
            return
        if self._writer is not None:
            self.session_app.autosave.note("private", self.field.text, self._writer.id)
        else:
            self.session_app.autosave.note("response", self.field.text)

    def words_typed(self) -> None:
        """Every change is on its way to the disk at once."""
        turn = self.session_app.session.turn
        if turn is None:
            return
        writer = self._writer.id if self._writer is not None else None
        kind: DraftKind = "private" if writer else "response"
        if not self.is_kept(self.field.text, kind, turn.id, writer):
            self.keep_fields()

    def _take_up_words(self) -> None:
        turn = self.session_app.session.turn
        draft = self.session_app.session.draft("response", turn.id) if turn is not None else None
        self.field.fill(draft.text if draft is not None else "")

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Done: the words are hidden until the reveal."""
        writer = self._writer
        if writer is None:
            self._nobody_writes(message.text)
            return
        if not message.text.strip():
            self.say(_("Type your words. Esc, then w: hide the page. Esc, then x: rather not."))
            return
        await self.session_app.settle()
        if await self.session_app.do(HandIn(writer.id, message.text)) is not None:
            self._last = writer
            await self._hide()
            self.say(_("Thank you. Your words are saved, and hidden until all are revealed."))

    def _nobody_writes(self, text: str) -> None:
        """Enter between two people: words wait, and who writes next is for people to say."""
        if not text.strip():
            self.say(self._hint(self.session_app.session))
            return
        self.field.action_newline()
        if self._last is not None:
            told = _(
                "These words wait for the talk. Esc, then a: add them to what {who} wrote.",
                who=one_line(self._last.label),
            )
        else:
            told = _("These words wait here for the talk.")
        self.say(told)

    async def _hide(self) -> None:
        self._writer = None
        self.field.fill("")
        await self.session_app.settle()
        self._take_up_words()
        self.update_page()
        self.settle_focus()

    async def action_take(self) -> None:
        """The next one writes."""
        self.keep_fields()
        await self.session_app.settle()
        self._take(self._next(self.session_app.session))

    def _take(self, seat: Seat | None) -> None:
        """This person writes now, in a field with their words alone."""
        turn = self.session_app.session.turn
        if seat is None or turn is None:
            return
        draft = self.session_app.session.draft("private", turn.id, seat.id)
        self._writer = seat
        self.update_page()
        self.field.fill(draft.text if draft else "")

    async def action_hide(self) -> None:
        """Hide the words for now; they are kept."""
        self.keep_fields()
        await self._hide()

    async def action_add(self) -> None:
        """What stands in the field belongs to what was written last: hide it there."""
        turn, last, text = self.session_app.session.turn, self._last, self.field.text
        if turn is None or last is None or not text.strip():
            return
        await self.session_app.settle()
        page = self.session_app.session.draft("private", turn.id, last.id)
        before = page.text if page is not None else ""
        whole = f"{before}\n{text}" if before else text
        if await self.session_app.do(HandIn(last.id, whole)) is not None:
            self.field.fill("")
            self.keep_fields()
            self.say(_("Added to what {who} wrote, and hidden.", who=one_line(last.label)))

    async def action_pass(self) -> None:
        """The next one would rather not write. Words they have begun are never thrown away."""
        await self.session_app.settle()
        session = self.session_app.session
        seat = self._next(session)
        if seat is None:
            return
        if any(draft.seat == seat.id and draft.text.strip() for draft in session.writers()):
            self.say(
                _(
                    "{who} has begun to write. Press Esc, then w, to go on with it, "
                    "or to empty the field first.",
                    who=seat.label,
                )
            )
            return
        await self.session_app.do(HandIn(seat.id, ""))

    async def action_reveal(self) -> None:
        """All together. A second press reveals although somebody is still writing."""
        if self._writer is not None:
            await self.action_hide()
        await self.session_app.settle()
        still = self._next(self.session_app.session)
        if still is not None:
            told = _(
                "{who} has not written yet. Esc, then x: not now. Then Esc, then v.",
                who=one_line(still.label),
            )
            self.say(told)
            return
        names = self._still(self.session_app.session)
        if names and not self._confirmation.given(("reveal", *names)):
            told = _(
                "Still writing: {names}. Esc, then v once more: reveal without them.",
                names=", ".join(names),
            )
            self.say(told)
            return
        if await self.session_app.do(Reveal(anyway=bool(names))) is not None:
            self.session_app.final_key.pressed("v")
            from wshoes_tui.tui.screens.responses_screen import RevealPage

            if self.session_app.session.responses:
                self.session_app.push_screen(RevealPage())

    async def action_undo(self) -> None:
        """Take the last step back."""
        await self.session_app.settle()
        await self.session_app.do(Undo())
