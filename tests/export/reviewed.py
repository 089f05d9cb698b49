"""A session in which each kind of words stands once in each state of the review."""

from __future__ import annotations

from datetime import date

from tests.build import Play
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.commands import ReviewWords
from wshoes_tui.domain.handlers.review_handler import review_lines
from wshoes_tui.domain.models import Session

STATES = ("SHARED", "RIGHTED", "KEPT", "UNSEEN")
"""Each record of words holds one of these; a RIGHTED one is shared as "... in PUTRIGHT words"."""
WITHHELD = "WITHHELD"


def a_reviewed_play(*, decided: bool = True) -> Play:
    """A closed session; with ``decided``, as somebody left it in the middle of the review."""
    play = Play.begun("Asha, Tom")
    for state in STATES:
        play.do(c.Say(f"{state} response"), c.AddLightbulb(f"{state} seen", f"{state} thought"))
        play.do(c.AddPledge(f"{state} pledge", "Asha", date(2027, 1, 5)))
        play.do(c.ParkTopic(f"{state} topic"))
    play.do(c.Say(f"{WITHHELD} response"))
    play.do(c.ShowAs(play.last.id, "withheld"))
    play.do(c.AddLightbulb("SHARED last", response=play.last.id))
    play.do(c.Next(), c.GoToClosing())
    for state in STATES:
        play.do(c.GiveFeedback("checkout", f"{state} closing words"))
    play.do(c.Close())
    for line in review_lines(play.session) if decided else ():
        held = repr(line)
        if "KEPT" in held:
            play.do(ReviewWords(line.id, "keep"))
        elif "RIGHTED" in held:
            play.do(ReviewWords(line.id, "share", f"{type(line).__name__} in PUTRIGHT words"))
        elif "SHARED" in held:
            play.do(ReviewWords(line.id, "share"))
    return play


def a_reviewed_session() -> Session:
    """The session of ``a_reviewed_play``."""
    return a_reviewed_play().session
