"""Sessions of one programme, a fortnight apart, for tests of the pledge loop everywhere."""

from __future__ import annotations

from datetime import date
from random import Random

from tests.build import Clock, Play, a_deck, counted_ids
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.dispatcher import Context, new_session

PLEDGES = (
    c.AddPledge("I will ring.", "Tom", date(2026, 4, 1), "plan", condition="I plan a discharge",
                scope="me"),
    c.AddPledge("We write the letter."),
)  # fmt: skip


def a_session_on(days: int, deck: Deck | None = None, **plan: str) -> Play:
    """A session of the programme "Home" in its set-up, so many days after the first."""
    clock = Clock()
    clock.forward(days=days)
    env = Context(now=clock, new_id=counted_ids((days + 1) << 80), chance=Random(days))
    play = Play(new_session(env, seed=7), env, clock)
    play.do(c.ChooseDecks((deck or a_deck(),)), c.AddSeat("Asha"), c.AddSeat("Tom"))
    if plan.get("programme", "Home"):
        play.do(c.Plan(programme=plan.get("programme", "Home"), place=plan.get("place")))
    return play


def the_first(deck: Deck | None = None, *commands: c.Command, **plan: str) -> Play:
    """The first session, closed, with its pledges."""
    play = a_session_on(0, deck, **plan)
    play.do(c.Begin())
    for command in commands or PLEDGES:
        play.do(command)
        play.clock.forward(minutes=1)
    play.do(c.GoToClosing(), c.Close())
    return play
