"""What somebody at a screen of their own is asked now, along the arc of a session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wshoes_tui.domain.models import DraftKind, FeedbackKind, RatingWhen, Session
from wshoes_tui.services.questions import QUESTIONS

Place = Literal["waiting", "paused", "opening", "writing", "written", "talk", "closing", "closed"]
What = Literal["nothing", "page", "words", "number", "feedback"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a field takes now.

    ``kind`` is the draft under which its words are kept as they are typed, None where they are
    not; ``turn`` and ``shoes`` those they belong to. ``deck`` and ``pair`` say whose life a
    number is about.
    """

    what: What = "nothing"
    kind: DraftKind | None = None
    turn: str = ""
    shoes: str = ""
    feedback: FeedbackKind | None = None
    when: RatingWhen = "before"
    deck: str = ""
    pair: str = ""

    @property
    def field(self) -> tuple[str, ...]:
        """What must differ for the words in the field to be other words."""
        return self.what, self.turn, self.feedback or "", self.when, self.deck, self.pair


NOTHING = Asked()


def place_of(session: Session | None, seat: str) -> Place:
    """Where the session stands for somebody on that seat."""
    if session is None or session.state == "setup":
        return "waiting"
    if session.state == "closed":
        return "closed"
    if session.header.paused_at is not None:
        return "paused"
    turn = session.turn
    if session.state == "opening":
        return "opening"
    if session.state == "closing" or turn is None:
        return "closing"
    if turn.phase == "talk":
        return "talk"
    page = session.draft("private", turn.id, seat)
    return "written" if page is not None and page.handed_in else "writing"


def questions(session: Session) -> tuple[Asked, ...]:
    """The questions of the opening or of the closing round, in their order."""
    if session.state == "opening":
        return _numbers(session, "before")
    if session.state != "closing":
        return ()
    words = {kind: Asked("feedback", kind="feedback", feedback=kind) for kind in QUESTIONS}
    return (
        words["checkout"],
        *_numbers(session, "after"),
        words["heard"],
        words["valued"],
        words["change"],
    )


def _numbers(session: Session, when: RatingWhen) -> tuple[Asked, ...]:
    return tuple(
        Asked("number", when=when, deck=played.deck.id, pair=shoes.id)
        for played in session.decks
        for shoes in played.deck.shoes
    )
