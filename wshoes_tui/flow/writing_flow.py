"""Writing stage (write first): one seat after the other writes in private, then all is revealed.

No block holds a word of a private page before the reveal, not even of one that waits there.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import HandIn, Reveal
from wshoes_tui.domain.models import Draft, Seat, Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.blocks import Blocks, Effects, QuestionBlock, ShoesBlock, TextBlock
from wshoes_tui.flow.hiring_flow import CANDIDATE_OUTSIDE, how_to_write
from wshoes_tui.flow.questions import is_alone
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.flow.step_flow import SessionGetter

WORDS_WAIT = N_("Words wait here. /save hands them in, /drop lets them go.")
EVERYBODY_READY = N_("Everybody is ready. /reveal shows it all together.")


class WritingFlow:
    """Write first at one keyboard, with people at screens of their own besides.

    Args:
        session: gives the session as it is now.
        at_own_screen: whether somebody has this seat at a screen of their own.
        sure: whether the same has been asked before, for what takes a second thought.
    """

    def __init__(
        self,
        session: SessionGetter,
        at_own_screen: Callable[[str], bool],
        sure: Callable[[Hashable], bool],
    ) -> None:
        self._session = session
        self._at_own_screen = at_own_screen
        self._sure = sure

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self._session()

    @property
    def next(self) -> Seat | None:
        """Who writes next here: the one whose turn it is first, then round the table."""
        session, turn = self.session, self.session.turn
        waiting = {page.seat for page in session.writers() if not page.handed_in}
        seats = [
            seat
            for seat in session.present
            if seat.id in waiting and not self._at_own_screen(seat.id)
        ]
        if turn is None or not seats:
            return None
        order = [seat.id for seat in session.present]
        first = order.index(turn.seat) if turn.seat in order else 0
        return min(seats, key=lambda seat: (order.index(seat.id) - first) % len(order))

    def page_of(self, seat: Seat | None) -> Draft | None:
        """The private page of a seat on the open turn."""
        session, turn = self.session, self.session.turn
        return session.draft("private", turn.id, seat.id) if turn and seat else None

    @property
    def still(self) -> list[str]:
        """The names of those who still write at screens of their own.

        A seat that is away counts where it has words, and is not named: it is not known who will
        come back to it.
        """
        here = {seat.id: one_line(seat.label) for seat in self.session.present}
        return [
            here.get(page.seat) or _("somebody who is away")
            for page in self.session.writers()
            if page.seat is not None and not page.handed_in and self._at_own_screen(page.seat)
            if page.seat in here or page.text.strip()
        ]

    def blocks(self, writer: Seat | None) -> Blocks:
        """Whose page it is and in which shoes; with nobody at it, what comes next and who is ready.

        Args:
            writer: who writes at this keyboard just now, if anybody does.
        """
        session, turn, page = self.session, self.session.turn, self.page_of(writer)
        if writer is None or turn is None:
            yield TextBlock("Write", "", self._between())
            yield TextBlock("Notice", "", self._ready())
            if session.is_for_hiring and self.next is None and not self.still:
                yield TextBlock("Notice", _(CANDIDATE_OUTSIDE))
            return
        who = one_line(writer.label)
        named = _("{who}, only for you", who=who) if session.is_named else _("Only for you")
        yield TextBlock("Write", who, named)
        if session.is_for_hiring:
            yield TextBlock("Notice", how_to_write(session, turn))
        else:
            yield ShoesBlock(session.shoes_of(turn, page.shoes if page else None))
        if page is not None and page.text.strip():
            yield TextBlock("Draft", _("words of yours wait here, not shown"), "")

    def _between(self) -> str:
        seat, alone = self.next, is_alone(self.session)
        if seat is None and self.still:
            return _("Everybody writes at their own screen.")
        if seat is None and alone:
            return _("Press Esc, then v, to see what you wrote on the card.")
        if seat is None:
            return _("Everybody is ready. Press Esc, then v, to reveal it all together.")
        if self.session.is_for_hiring:
            return _(
                "What did you hear? Pass the keyboard to {who}. Then press Esc, then w.",
                who=one_line(seat.label),
            )
        if alone:
            return _("Press Esc, then w, and write in your shoes.")
        return _("Pass the keyboard to {who}. Then press Esc, then w.", who=one_line(seat.label))

    def _ready(self) -> str:
        done, people = len(self.session.written()), len(self.session.writers())
        if is_alone(self.session):
            return ""
        if not done:
            return _("{people} will write. Nobody sees it until the reveal.", people=people)
        return _("{done} of {people} are ready.", done=done, people=people)

    def people(self) -> list[tuple[str, str, bool]]:
        """Everybody here who writes, "ready", "writes" or nothing, and whether they are ready.

        Never how much. Nothing is told of who has yet to come to this keyboard.
        """
        pages = {page.seat: page for page in self.session.writers()}
        return [
            (
                one_line(seat.label),
                _("ready")
                if pages[seat.id].handed_in
                else _("writes")
                if self._at_own_screen(seat.id)
                else "",
                pages[seat.id].handed_in,
            )
            for seat in self.session.present
            if seat.id in pages
        ]

    def question(self, writer: Seat | None) -> QuestionBlock:
        """What the writer is asked; without one, what comes next."""
        if writer is not None:
            hint = _("only for now, only for you: until all is revealed")
            if self.session.is_for_hiring:
                hint = _("what you heard, such as 1: ...  Ctrl+J: one more line")
            empty = _("Type your words. Esc, then w: hide the page. Esc, then x: rather not.")
            return QuestionBlock(self._ask(writer), hint=hint, empty=empty)
        seat = self.next
        if seat is not None:
            hint = _("{who}: press Esc, then w, and write", who=one_line(seat.label))
            return QuestionBlock("", hint=hint, empty=hint)
        if self.still:
            text = _("Everybody writes at their own screen. /reveal shows it all together.")
            hint = self.waits_for_the_talk()
        else:
            text, hint = _(EVERYBODY_READY), _("Esc, then v: reveal all together")
        return QuestionBlock(text, hint=hint, empty=hint)

    def waits_for_the_talk(self, last: Seat | None = None) -> str:
        """What is said of words that are typed between two people.

        Args:
            last: who handed in last at this keyboard, if anybody did.
        """
        if last is None:
            return _("These words wait here for the talk.")
        return _(
            "These words wait for the talk. Esc, then a: add them to what {who} wrote.",
            who=one_line(last.label),
        )

    def _ask(self, writer: Seat) -> str:
        page, who = self.page_of(writer), one_line(writer.label)
        if page is not None and page.text.strip():
            return _(
                "{who}, what you type now comes after them. /save hands them in as they are, "
                "/drop lets them go.",
                who=who,
            )
        if self.session.is_for_hiring:
            return _(
                "{who}, what did you hear? Words, no scores. It stays hidden until all is "
                "revealed. /pass leaves it out.",
                who=who,
            )
        return _(
            "{who}, write one line for yourself. It stays hidden until all is revealed. "
            "/pass leaves it out.",
            who=who,
        )

    def hand_in(self, writer: Seat | None, text: str) -> Effects:
        """Hide what somebody wrote until the reveal; without words, they would rather not write."""
        if writer is None:
            raise Refusal(EVERYBODY_READY)
        yield HandIn(writer.id, text)
        done, count = len(self.session.written()), len(self.session.writers())
        thanks = _("Thank you. Your words are saved, and hidden until all are revealed.")
        told = _("hidden, {done} of {count}", done=done, count=count)
        yield TextBlock("Saved", told, thanks if text.strip() else "")

    def pass_on(self) -> Effects:
        """The next one would rather not write. Words they have begun are never thrown away."""
        seat = self.next
        page = self.page_of(seat)
        if seat is not None and page is not None and page.text.strip():
            yield TextBlock(
                "Error",
                _(WORDS_WAIT),
                _(
                    "{who} has begun to write. Press Esc, then w, to go on with it, "
                    "or to empty the field first.",
                    who=one_line(seat.label),
                ),
            )
            return
        yield from self.hand_in(seat, "")

    def reveal(self) -> Effects:
        """All together. Once all are named who still write, asking again does it without them."""
        seat, still = self.next, self.still
        if seat is not None:
            who = one_line(seat.label)
            yield TextBlock(
                "Error",
                _("{who} has not written yet. /pass leaves it out.", who=who),
                _("{who} has not written yet. Esc, then x: not now. Then Esc, then v.", who=who),
            )
            return
        if still and not self._sure(("reveal", *still)):
            names = ", ".join(still)
            yield TextBlock(
                "Error",
                _("Still writing: {names}. /reveal once more does it without them.", names=names),
                _(
                    "Still writing: {names}. Esc, then v once more: reveal without them.",
                    names=names,
                ),
            )
            return
        yield Reveal(anyway=bool(still))
        yield TextBlock("Saved", _("all is revealed, read it slowly"), "")
