"""What has been told at a seat, so that only what is new is told as the session goes on."""

from __future__ import annotations

from wshoes_tui.domain.models import Session, Turn
from wshoes_tui.flow.action_handlers import hand_told
from wshoes_tui.flow.questions import GOES_ON, REVEALED, Place
from wshoes_tui.hub.seat_session import SeatSession
from wshoes_tui.lines import render
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.lines.seat import seat_render
from wshoes_tui.locale import _


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
                seat_render.tell_place(self._out, self._sitting)
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
                seat_render.tell_place(out, seat_session)
            case "written" if again:  # whoever hands in is told what became of it
                pass
            case "written":
                seat_render.turn(out, seat_session, self.prompt, easy=self._easy)
                seat_render.tell_place(out, seat_session)
            case "writing":
                if not again:
                    seat_render.turn(out, seat_session, self.prompt, easy=self._easy)
                seat_render.writing(out, seat_session, easy=self._easy)
            case _:
                self._talk(again=again)

    def _talk(self, *, again: bool) -> None:
        out, session, turn = self._out, self._sitting.session, self._sitting.session.turn
        if turn is None:
            return
        said = session.said(turn)
        if not again:
            seat_render.turn(out, self._sitting, self.prompt, easy=self._easy)
        elif any(response.id not in self._said for response in said):
            out.say("Notice", _(REVEALED))
        else:
            out.say("Notice", _("Now people talk."))
        render.all_said(out, session, turn)
        if again:
            render.shoes(out, session.shoes_of(turn), easy=self._easy)
        seat_render.speaker(out, self._sitting)

    def _small(self, session: Session, turn: Turn | None) -> None:
        """What changes in a place without changing it."""
        out, seat_session = self._out, self._sitting
        if session.header.agreements != self._agreed and seat_session.place == "opening":
            seat_render.agreements(out, seat_session, self._agreed)
        if turn is not None:
            if turn.seat != self._whose:
                seat_render.whose(out, seat_session, turn)
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
            seat_render.speaker(self._out, self._sitting)

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
