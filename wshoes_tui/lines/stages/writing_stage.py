"""Write first: one seat after the other writes in private, then all is revealed together.

Nothing of a private page is ever written out before the reveal, not even what waits there
from before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import HandIn, KeepDraft, Reveal
from wshoes_tui.domain.models import Draft, Seat
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.hub.roster import still_writing
from wshoes_tui.lines import render
from wshoes_tui.lines.stages.stage import Stage
from wshoes_tui.lines.stages.turn_stage import tell_card
from wshoes_tui.locale import _

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation


class WritingStage(Stage):
    """The open turn, while people write. What is typed is kept off a terminal."""

    SCOPE = "writing"
    HIDDEN = True

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self._warned = ""
        self._told_who = False

    def position(self) -> tuple[object, ...]:
        """The turn, and who writes."""
        turn, seat = self.session.turn, self.asked
        return turn.id if turn else "", seat.id if seat else ""

    @property
    def asked(self) -> Seat | None:
        """Who writes now: the one whose turn it is first, then round the table."""
        session, turn = self.session, self.session.turn
        waiting = {page.seat for page in session.writers() if not page.handed_in}
        order = [seat.id for seat in session.present]
        here = (seat for seat in session.present if not self.conversation.at_own_screen(seat.id))
        seats = [seat for seat in here if seat.id in waiting]
        if turn is None or not seats:
            return None
        first = order.index(turn.seat) if turn.seat in order else 0
        return min(seats, key=lambda seat: (order.index(seat.id) - first) % len(order))

    def _still(self) -> list[str]:
        return still_writing(self.session, self.conversation.at_own_screen)

    def _page(self) -> Draft | None:
        turn, seat = self.session.turn, self.asked
        return self.session.draft("private", turn.id, seat.id) if turn and seat else None

    def tell_state(self) -> None:
        """The card once, then who writes in which shoes."""
        tell_card(self)
        self._warn()
        seat, page, turn = self.asked, self._page(), self.session.turn
        if seat is None or page is None or turn is None:
            return
        self.out.say("Write", one_line(seat.label))
        render.shoes(self.out, self.session.shoes_of(turn, page.shoes), easy=self.conversation.easy)
        if page.text.strip():
            self.out.say("Draft", _("words of yours wait here, not shown"))

    def _warn(self) -> None:
        """Whose shoes are whose must be told to the one who writes, and a page forgets nothing."""
        turn, header = self.session.turn, self.session.header
        if turn is None or turn.id == self._warned:
            return
        self._warned = turn.id
        if header.visibility != "named" and len(self.session.writers()) > 1:
            self.out.say(
                "Notice",
                _(
                    "What is written stays hidden. Who was asked to stand in which shoes can be "
                    "read back in these lines: clear them afterwards if that matters."
                ),
            )

    def question(self) -> str:
        """Write."""
        seat, page = self.asked, self._page()
        if (seat is None or page is None) and self._still():
            return _("Everybody writes at their own screen. /reveal shows it all together.")
        if seat is None or page is None:
            return _("Everybody is ready. /reveal shows it all together.")
        who = one_line(seat.label)
        if page.text.strip():
            return _(
                "{who}, what you type now comes after them. /save hands them in as they are, "
                "/drop lets them go.",
                who=who,
            )
        return _(
            "{who}, write one line for yourself. It stays hidden until all is revealed. "
            "/pass leaves it out.",
            who=who,
        )

    async def take_line(self, text: str) -> None:
        """Hand in what was written, behind the words that waited."""
        page = self._page()
        if page is not None and page.text.strip():
            text = f"{page.text}\n{text}"
        await self._hand_in(text)

    async def _hand_in(self, text: str) -> None:
        seat = self.asked
        if seat is None:
            raise Refusal("Everybody is ready. /reveal shows it all together.")
        await self.conversation.do(HandIn(seat.id, text))
        done, count = len(self.session.written()), len(self.session.writers())
        self.out.say("Saved", _("hidden, {done} of {count}", done=done, count=count))

    async def keep(self, text: str) -> bool:
        """Keep words whose line has no end on the page of whoever writes."""
        seat, page = self.asked, self._page()
        if seat is None or page is None:
            return False
        whole = f"{page.text}\n{text}" if page.text.strip() else text
        return await self.conversation.keep_draft(KeepDraft("private", whole, seat.id))

    def drafts(self) -> list[Draft]:
        """The page of whoever writes, where words wait on it."""
        page = self._page()
        return [page] if page is not None and page.text.strip() else []

    async def save(self, draft: Draft) -> None:
        """Hand the words in as they are."""
        await self._hand_in(draft.text)

    async def pass_on(self) -> None:
        """This one would rather not write."""
        if self.drafts():
            raise Refusal("Words wait here. /save hands them in, /drop lets them go.")
        await self._hand_in("")

    async def reveal(self) -> None:
        """All together."""
        seat = self.asked
        if seat is not None:
            raise Refusal(
                "{who} has not written yet. /pass leaves it out.", who=one_line(seat.label)
            )
        still = self._still()
        if still and not self._told_who:
            self._told_who = True
            raise Refusal(
                "Still writing: {names}. /reveal once more does it without them.",
                names=", ".join(still),
            )
        await self.conversation.do(Reveal(anyway=bool(still)))
        self.out.say("Saved", _("all is revealed, read it slowly"))

    async def write(self) -> None:
        """People write already."""
        raise Refusal("People are writing already.")
