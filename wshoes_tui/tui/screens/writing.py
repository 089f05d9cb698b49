"""Write first: the keyboard goes round, everybody writes in private, then all is revealed."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget

from wshoes_tui.domain.commands import HandIn, Reveal, StopWriting, Undo
from wshoes_tui.domain.models import Seat, Session, Turn
from wshoes_tui.locale import _
from wshoes_tui.services.people_apart import still_writing
from wshoes_tui.tui.commands import Key
from wshoes_tui.tui.page import STYLES
from wshoes_tui.tui.prose import join, line, mark
from wshoes_tui.tui.screens import turn_view
from wshoes_tui.tui.screens.asides import Asides
from wshoes_tui.tui.widgets.column import BOLD, DIM, MOST_COLUMNS, Column, Place
from wshoes_tui.tui.widgets.words import WordsField

CARD = {
    "writer": Place(BOLD, below=1, most=MOST_COLUMNS),
    **{name: place for name, place in turn_view.CARD.items() if name != "who"},
    "waiting": Place(DIM, above=1, most=MOST_COLUMNS),
}
"""Whose page it is, their shoes, the card, and how many have written."""


class WritingPage(Asides):
    """Either between two people, with nobody's words on the screen, or with one who writes."""

    SCOPE = "writing"
    CSS_PATH = STYLES / "turn.tcss"
    FIELD_HINT = (
        Key("enter", "", "I am done: hide my words", ""),
        Key("escape", "", "hide them for now", ""),
    )

    def __init__(self) -> None:
        super().__init__()
        self._writer: Seat | None = None
        self._told_who = False
        """Whether the facilitator knows that somebody still writes at a screen of their own."""

    def compose_body(self) -> Iterable[Widget]:
        """Whose page it is, their shoes, the card."""
        yield Column(CARD, id="card")

    def compose_below(self) -> Iterable[Widget]:
        """The question, and the field of whoever writes."""
        yield Column(turn_view.QUESTION, id="question")
        yield WordsField(_("only for now, only for you: until all is revealed"), id="words")

    def begin(self) -> None:
        """Between two people."""
        self.show()
        self.show_keys()

    def fits(self, session: Session) -> bool:
        """While people write."""
        turn = session.turn
        return session.state == "turns" and turn is not None and turn.phase == "writing"

    def applies(self, key: Key) -> bool:
        """Only what can be done now."""
        session = self.room.session
        if key.action in ("take", "pass"):
            return self._next(session) is not None
        if key.action == "reveal":
            return bool(session.written())
        if key.action == "stop":
            return not any(draft.text for draft in session.writers())
        return True

    @property
    def _field(self) -> WordsField:
        return self.query_one("#words", WordsField)

    def _next(self, session: Session) -> Seat | None:
        """Who writes next here: the one whose turn it is first, then round the table."""
        turn, circle = session.turn, self.room.facilitates
        waiting = {draft.seat for draft in session.writers() if not draft.handed_in}
        if circle is not None:
            waiting = {seat for seat in waiting if seat and not circle.at_own_screen(seat)}
        seats = [seat for seat in session.present if seat.id in waiting]
        if turn is None or not seats:
            return None
        order = [seat.id for seat in session.present]
        first = order.index(turn.seat) if turn.seat in order else 0
        return min(seats, key=lambda seat: (order.index(seat.id) - first) % len(order))

    def show(self) -> None:
        """The page of the one who writes, or the way to it."""
        session = self.room.session
        turn = session.turn
        if turn is None:
            return
        self.top.tell(turn_view.where(session, turn), session.header.title, _("write first"))
        self._field.display = self._writer is not None
        shown, question = self.query_one("#card", Column), self.query_one("#question", Column)
        card = session.card_of(turn)
        shown.show(title=turn_view.title(card), text=turn_view.text(card, easy=self.room.easy))
        if self._writer is not None:
            shown.show(waiting="", **self._whose_page(session, turn, self._writer))
            question.show(prompt=turn_view.prompt(turn, card, self.size.width))
        else:
            between, waiting = self._between(session), self._waiting(session)
            shown.show(writer=between, shoes="", you_are="", waiting=waiting)
            question.show(prompt="")

    def _whose_page(self, session: Session, turn: Turn, writer: Seat) -> dict[str, Content]:
        draft = session.draft("private", turn.id, writer.id)
        worn = session.shoes_of(turn, draft.shoes if draft else None)
        return {
            "writer": line(
                _("{who}, only for you", who=writer.label)
                if session.is_named
                else _("Only for you")
            ),
            "shoes": join(mark(worn), " ", line(worn.name.upper(), "bold")),
            "you_are": line(worn.easy if self.room.easy and worn.easy else worn.you_are),
        }

    def _between(self, session: Session) -> Content:
        seat = self._next(session)
        if seat is None and self._still(session):
            told = _("Everybody writes at their own screen.")
        elif seat is None:
            told = _("Everybody has written. Press v to reveal it, all together.")
        elif session.header.kind == "rehearsal":
            told = _("Press Enter and write in your shoes.")
        else:
            told = _("Pass the keyboard to {who}. Then press Enter.", who=seat.label)
        return line(told)

    def _still(self, session: Session) -> list[str]:
        circle = self.room.facilitates
        return still_writing(session, circle.at_own_screen) if circle is not None else []

    def _waiting(self, session: Session) -> str:
        writers = session.writers()
        done = sum(draft.handed_in for draft in writers)
        if not done:
            return _("{people} will write. Nobody sees it until the reveal.", people=len(writers))
        return _("{done} of {people} have written.", done=done, people=len(writers))

    # -- words

    def keep_fields(self) -> None:
        """Keep the words of whoever writes."""
        if self._writer is not None and self.room.keeper is not None:
            self.room.keeper.note("private", self._field.text, self._writer.id)

    def words_typed(self) -> None:
        """Every change is on its way to the disk at once."""
        turn = self.room.session.turn
        if self._writer is None or turn is None:
            return
        if not self.is_kept(self._field.text, "private", turn.id, self._writer.id):
            self.keep_fields()

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Done: the words are hidden until the reveal."""
        writer = self._writer
        if writer is None:
            return
        await self.room.settle()
        if await self.room.do(HandIn(writer.id, message.text)) is not None:
            self._hide()
            self.say(_("Thank you. Your words are saved, and hidden until all are revealed."))

    def leave_field(self) -> None:
        """Hide the words for now; they are kept."""
        self.keep_fields()
        self._hide()

    def _hide(self) -> None:
        self._writer = None
        self._field.fill("")
        self.set_focus(None)
        self.show()
        self.show_keys()

    # -- keys

    async def action_take(self) -> None:
        """The next one writes."""
        await self.room.settle()
        session = self.room.session
        seat = self._next(session)
        turn = session.turn
        if seat is None or turn is None:
            await self.action_reveal()
            return
        draft = session.draft("private", turn.id, seat.id)
        self._writer = seat
        self.show()
        self._field.fill(draft.text if draft else "")
        self._field.focus()
        self.say("")

    async def action_pass(self) -> None:
        """The next one would rather not write. Words they have begun are never thrown away."""
        await self.room.settle()
        session = self.room.session
        seat = self._next(session)
        if seat is None:
            return
        if any(draft.seat == seat.id and draft.text.strip() for draft in session.writers()):
            self.say(
                _(
                    "{who} has begun to write. Press Enter to go on with it, "
                    "or to empty the field first.",
                    who=seat.label,
                )
            )
            return
        await self.room.do(HandIn(seat.id, ""))

    async def action_reveal(self) -> None:
        """All together. A second press reveals although somebody is still writing."""
        await self.room.settle()
        still = self._next(self.room.session)
        if still is not None:
            self.say(_("{who} has not written yet. Press x for not now, then v.", who=still.label))
            return
        names = self._still(self.room.session)
        if names and not self._told_who:
            self._told_who = True
            told = _("Still writing: {names}. v again: reveal without them", names=", ".join(names))
            self.say(told)
            return
        if await self.room.do(Reveal(anyway=bool(names))) is not None:
            from wshoes_tui.tui.screens.said import SaidPage

            if self.room.session.responses:
                self.room.push_screen(SaidPage(revealed=True))

    async def action_stop(self) -> None:
        """Talk instead."""
        await self.room.settle()
        await self.room.do(StopWriting())

    async def action_undo(self) -> None:
        """Take the last step back."""
        await self.room.settle()
        await self.room.do(Undo())
