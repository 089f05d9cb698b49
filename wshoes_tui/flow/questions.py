"""Questions along a session, and the sentences that several front ends say of it."""

from __future__ import annotations

from typing import Literal

from wshoes_tui.domain.models import DraftKind, FeedbackKind, RatingWhen, Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Value, value
from wshoes_tui.locale import N_, _

TOGETHER = N_("How we want to be together")
"""What stands above the agreements."""
OPENING = N_("Opening")
CLOSING_ROUND = N_("Closing round")
PAUSE = N_("Pause")
NOT_LOOKED_THROUGH = N_("Nobody has looked through this session yet.")
"""Why an export that is to be passed on is not made without being asked for."""
GOES_ON = N_("The session goes on.")
CLOSED = N_("the session is closed")
OUR_PLEDGES = N_("Our pledges, read back")
REVEALED = N_("Revealed together. Read them slowly, one by one.")
SAID = N_("What was said")
NOTHING_SAID = N_("Nothing has been written down on this card yet.")
WITHHELD = N_("kept out of every export")
HAND_UP = N_("hand up")
NO_HAND_UP = N_("{who} has no hand up.")
SHOES_GIVEN_WHEN_TALKING = N_(
    "Shoes can be given while people talk. Write first deals them by chance."
)
NO_STEP = N_("There is no step {wanted} here. /help says what can be done.")
DRAFT_WAITS = N_(
    "Words of that kind wait already. /save keeps them, /drop lets them go. Then type these again."
)
MOVED_ON = N_("The group has moved on. Your words are kept.")
MOVED_ON_NOT_KEPT = N_("The group has moved on before that came. Nothing was kept.")
SEAT_KEPT = N_("Your seat is kept. Come back with the same command, and your own key as the code.")
NO_FORMAT = N_("There is no format {wanted}. There are: {formats}.")
WRITTEN_TO = N_("written to {path}")
A_PAUSE = N_("A pause")
TYPE_SAID = N_("type what is said")
TYPE_WORDS = N_("type your words")
A_NUMBER = N_("a number from 0 to 10")
QUESTIONS: dict[FeedbackKind, str] = {
    "agreed": N_("In one sentence: what did the panel agree, and what is it built on?"),
    "checkout": N_("One line each: what do you take with you?"),
    "heard": N_("Were you heard today? Did you feel safe?"),
    "valued": N_("What was of value to you?"),
    "change": N_("What would you change next time?"),
}
"""What a group is asked in the closing round; the first only where somebody is chosen."""
ALONE_QUESTIONS: dict[FeedbackKind, str] = {
    **QUESTIONS,
    "checkout": N_("What do you take with you?"),
    "heard": N_("How was it to stand in these shoes on your own?"),
    "change": N_("What would you do differently next time?"),
}
"""What somebody who rehearses alone is asked."""


def is_alone(session: Session) -> bool:
    """Whether one person is there, in a rehearsal or a session, and is to be spoken to as one.

    Not where others can join at any time, nor where slips are typed up of people who were there.
    """
    if session.was_on_paper or session.hosted:
        return False
    return session.header.kind == "rehearsal" or len(session.seats) == 1


def agreed_told(session: Session) -> str:
    """That the consent card is agreed to."""
    return _("you have agreed") if is_alone(session) else _("everybody has agreed")


def closing_question(session: Session, kind: FeedbackKind) -> str:
    """The question of the closing round that is answered with words of this kind."""
    return _((ALONE_QUESTIONS if is_alone(session) else QUESTIONS)[kind])


def numbers_question(session: Session) -> str:
    """The question that is answered with numbers from 0 to 10, for all shoes."""
    if is_alone(session):
        return _(
            "How well do I understand what life is like for them today? "
            "0 is not at all, 10 is completely."
        )
    return _(
        "How well do I understand what life is like for them today? "
        "0 is not at all, 10 is completely. Call out a number, no names."
    )


def pledges_lead(session: Session) -> str:
    """What stands above the pledges in the closing round."""
    return _("My pledges, read back") if is_alone(session) else _(OUR_PLEDGES)


def farewell(session: Session) -> str:
    """What stands at the end of the closing round."""
    if session.header.kind == "rehearsal":
        return _("That was the rehearsal")
    return _("That was your session") if is_alone(session) else _("That was our session")


def thanks(session: Session) -> str:
    """What is said before the session is closed."""
    return _("That is all.") if is_alone(session) else _("Thank everybody.")


def let_go_told(label: str) -> str:
    """That the seat of somebody at a screen of their own is closed."""
    return _("{who} has been let go. Their words are kept.", who=one_line(label))


Place = Literal["waiting", "paused", "opening", "writing", "written", "talk", "closing", "closed"]
What = Literal["nothing", "page", "words", "number", "feedback"]


@value()
class Question(Value):
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


NOTHING = Question()


def place_of(session: Session | None, seat: str) -> Place:
    """Where the session stands for somebody on that seat."""
    if session is None or session.state == "setup":
        return "waiting"
    if session.state == "closed":
        return "closed"
    turn = session.turn
    if session.header.paused_at is not None:
        return "paused"
    if turn is not None and turn.phase == "writing" and seat == session.header.candidate:
        return "paused"  # the panel writes
    if session.state == "opening":
        return "opening"
    if session.state == "closing" or turn is None:
        return "closing"
    if turn.phase == "talk":
        return "talk"
    page = session.draft("private", turn.id, seat)
    return "written" if page is not None and page.handed_in else "writing"


def questions(session: Session) -> tuple[Question, ...]:
    """The questions of the opening or of the closing round, in their order."""
    if session.state == "opening":
        return _numbers(session, "before")
    if session.state != "closing":
        return ()
    words = {kind: Question("feedback", kind="feedback", feedback=kind) for kind in QUESTIONS}
    return (
        words["checkout"],
        *_numbers(session, "after"),
        words["heard"],
        words["valued"],
        words["change"],
    )


def _numbers(session: Session, when: RatingWhen) -> tuple[Question, ...]:
    if session.is_for_hiring:  # there are no numbers beside a candidate
        return ()
    return tuple(
        Question("number", when=when, deck=played.deck.id, pair=shoes.id)
        for played in session.decks
        for shoes in played.deck.shoes
    )
