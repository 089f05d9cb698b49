"""Renderer of a seat in line mode: a seat session in, lines out.

The functions hold no state; ``Announcer`` remembers what was told, so that only news is told.
"""

from __future__ import annotations

from wshoes_tui.domain.models import Session, Turn
from wshoes_tui.flow import labels
from wshoes_tui.flow.action_handlers import hand_told
from wshoes_tui.flow.questions import GOES_ON, REVEALED, Place
from wshoes_tui.flow.seat_flow import agreement_blocks, asked_number, seat_blocks
from wshoes_tui.hub.seat_session import SeatSession
from wshoes_tui.lines import render
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.locale import _, many


def own_seat(out: LineWriter, seat_session: SeatSession) -> None:
    """Which seat it is, and the key to come back with."""
    out.say("Seat", render.seat_line(seat_session.seat))
    out.say("Seat", labels.own_key(seat_session.participant.key))


def tell_place(out: LineWriter, seat_session: SeatSession) -> None:
    """What stands at the place of the session: who is here, the agreements, the pledges ..."""
    render.say_blocks(out, seat_blocks(seat_session))


def agreements(out: LineWriter, seat_session: SeatSession, known: tuple[str, ...]) -> None:
    """The agreements with their numbers, but for those that are known."""
    render.say_blocks(out, agreement_blocks(seat_session.session, known))


def tell_turn(out: LineWriter, seat_session: SeatSession, prompt: int, *, easy: bool) -> None:
    """The open turn: whose, in which shoes, the card, one prompt."""
    session, open_turn = seat_session.session, seat_session.session.turn
    if open_turn is None:
        return
    whose(out, seat_session, open_turn)
    first = next((other for other in session.turns if other.id == open_turn.swap_of), None)
    if first is not None:
        render.all_said(out, session, first)
    if open_turn.phase == "talk":
        render.shoes(out, session.shoes_of(open_turn), easy=easy)
    render.card(out, session.card_of(open_turn), easy=easy)
    render.prompt(out, session, open_turn, prompt)


def whose(out: LineWriter, seat_session: SeatSession, open_turn: Turn) -> None:
    """The number of the turn, and whose it is."""
    told = render.turn_line(seat_session.session, open_turn)
    out.say("Turn", _("{turn}. It is your turn.", turn=told) if seat_session.is_mine else told)


def speaker(out: LineWriter, seat_session: SeatSession) -> None:
    """In whose shoes somebody talks whose turn it is not."""
    session, open_turn = seat_session.session, seat_session.session.turn
    if open_turn is not None and not seat_session.is_mine:
        name = render.shoes_name(session.shoes_of(open_turn, seat_session.shoes))
        out.say("Shoes", _("When you speak, you stand in: {shoes}", shoes=name))


def writing(out: LineWriter, seat_session: SeatSession, *, easy: bool) -> None:
    """That everybody writes, and in which shoes oneself."""
    session, open_turn = seat_session.session, seat_session.session.turn
    if open_turn is not None:
        tell_place(out, seat_session)
        render.shoes(out, session.shoes_of(open_turn, seat_session.shoes), easy=easy)


def number_asked(out: LineWriter, seat_session: SeatSession) -> None:
    """Whose life the number is about that is asked for."""
    asked = asked_number(seat_session, seat_session.asked)
    if asked is not None:
        render.say_blocks(out, (asked,))


def more(out: LineWriter, seat_session: SeatSession) -> None:
    """What else somebody should know when they ask: a hand that is up, words that wait."""
    if seat_session.participant.hand:
        out.say("Notice", hand_told(up=True))
    if seat_session.late:
        told = many(
            "You have words for {count} card that is over. /late says them.",
            "You have words for {count} cards that are over. /late says them.",
            len(seat_session.late),
        )
        out.say("Notice", told)


class Announcer:
    """Follows a sitting. ``prompt`` is the one of the card's questions that this seat looks at."""

    def __init__(self, out: LineWriter, seat_session: SeatSession) -> None:
        self._out = out
        self._sitting = seat_session
        self.prompt = 0
        self._prompt_of = ("", "")
        self.forget()

    def forget(self) -> None:
        """As if nothing had been told yet."""
        self._place: Place | None = None
        self._paused = False
        self._card = ("", "")
        self._note()

    @property
    def _easy(self) -> bool:
        return self._sitting.speech.easy

    def follow(self) -> bool:
        """Tell what is new. Returns whether something else is asked now than before."""
        session, place = self._sitting.session, self._sitting.place
        if place == "paused":
            paused, self._paused = self._paused, True
            if not paused:
                tell_place(self._out, self._sitting)
            return not paused
        goes_on, self._paused = self._paused, False
        if goes_on and self._place is not None:
            self._out.say("Pause", _(GOES_ON))
        turn = session.turn
        card = (turn.id, f"{turn.deck}/{turn.card}") if turn is not None else ("", "")
        was, self._place = self._place, place
        before, self._card = self._card, card
        if was is None or place != was or card != before:
            if card != self._prompt_of:
                self._prompt_of, self.prompt = card, 0
            again = card == before and was in ("writing", "written", "talk")
            self._arrive(place, again=again)
            self._note()
            return not (again and place == "written")
        self._small(session, turn)
        self._note()
        return goes_on

    def _arrive(self, place: Place, *, again: bool) -> None:
        """Tell a place; ``again`` where its card was told before."""
        out, seat_session = self._out, self._sitting
        match place:
            case "waiting" | "opening" | "closing" | "closed":
                tell_place(out, seat_session)
            case "written" if again:  # the one who hands in is told the result
                pass
            case "written":
                tell_turn(out, seat_session, self.prompt, easy=self._easy)
                tell_place(out, seat_session)
            case "writing":
                if not again:
                    tell_turn(out, seat_session, self.prompt, easy=self._easy)
                writing(out, seat_session, easy=self._easy)
            case _:
                self._talk(again=again)

    def _talk(self, *, again: bool) -> None:
        out, session, turn = self._out, self._sitting.session, self._sitting.session.turn
        if turn is None:
            return
        said = session.said(turn)
        if not again:
            tell_turn(out, self._sitting, self.prompt, easy=self._easy)
        elif any(response.id not in self._said for response in said):
            out.say("Notice", _(REVEALED))
        else:
            out.say("Notice", _("Now people talk."))
        render.all_said(out, session, turn)
        if again:
            render.shoes(out, session.shoes_of(turn), easy=self._easy)
        speaker(out, self._sitting)

    def _small(self, session: Session, turn: Turn | None) -> None:
        """What changes in a place without changing it."""
        out, seat_session = self._out, self._sitting
        if session.header.agreements != self._agreed and seat_session.place == "opening":
            agreements(out, seat_session, self._agreed)
        if turn is not None:
            if turn.seat != self._whose:
                whose(out, seat_session, turn)
            if turn.phase == "talk":
                self._tell_shoes(session, turn)
            for number, response in enumerate(session.said(turn), 1):
                if self._said.get(response.id) != response.text:
                    render.said(out, session, turn, response, number)
        if self._hand and not seat_session.participant.hand:
            out.say("Notice", hand_told(up=False))

    def _tell_shoes(self, session: Session, turn: Turn) -> None:
        worn, own = self._worn
        if turn.shoes != worn:
            render.shoes(self._out, session.shoes_of(turn), easy=self._easy)
        if self._sitting.shoes != own:
            speaker(self._out, self._sitting)

    def _note(self) -> None:
        """Remember how things stand; also what somebody has just done here themselves."""
        session, turn = self._sitting.session, self._sitting.session.turn
        self._agreed = session.header.agreements
        self._whose = turn.seat if turn is not None else None
        self._worn = (turn.shoes, self._sitting.shoes) if turn is not None else ("", "")
        self._said = {r.id: r.text for r in session.said(turn)} if turn is not None else {}
        self._hand = self._sitting.participant.hand

    def know(self, record_id: str) -> None:
        """Somebody was told already of a response: their own."""
        self._said |= {r.id: r.text for r in self._sitting.session.responses if r.id == record_id}

    def know_hand(self) -> None:
        """Somebody was told already whether their hand is up."""
        self._hand = self._sitting.participant.hand
