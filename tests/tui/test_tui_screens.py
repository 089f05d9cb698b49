"""Every screen as it looks: at the usual size as a picture, at all sizes without a misfit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.build import Play
from tests.tui.app_fixture import Decks, House, resume
from tests.tui.contrast import faint
from tests.tui.decks import COUNCIL, HOSPITAL
from tests.tui.keyboard import BACKSPACE, DOWN, ENTER, ESC, SPACE, TAB, UP, resized, typed
from tests.tui.screen_text import misfits, picture
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    AddSeat,
    Close,
    Command,
    Consent,
    GiveFeedback,
    GoToClosing,
    Next,
    Open,
    ParkTopic,
    Pass,
    Rate,
    Say,
    Swap,
)
from wshoes_tui.tui.startup import StartOptions

USUAL, PHONE, LARGE = (80, 24), (40, 20), (132, 43)


@dataclass(frozen=True)
class Stop:
    """Keys, and the screen they lead to. ``everywhere``: a picture at every size."""

    name: str
    keys: tuple[str, ...]
    everywhere: bool = False


@dataclass(frozen=True)
class Walk:
    """Screens one after the other, from a start and the session that stands there."""

    name: str
    stops: Sequence[Stop]
    play: Play | None = None
    home: bool = False


SIX = "Asha/lived/carer, Tom/service/nurse, Bea/lived/daughter, Chidi, Dora, Eve/service/planner"


def at_the_people() -> Play:
    return Play.ready(SIX, HOSPITAL, COUNCIL)


def at_the_opening() -> Play:
    play = at_the_people()
    play.do(Open())
    return play


def on_a_turn(*commands: Command) -> Play:
    play = Play.begun(SIX, HOSPITAL)
    play.do(*commands)
    return play


def in_the_middle() -> Play:
    """Three turns, a swap, and something of every kind."""
    play = on_a_turn()
    asha, tom = play.session.seats[:2]
    play.do(
        Consent(),
        Say("Where is the key? Nobody has told me, and I am the one who goes home.", asha.id),
        Say("I have three more to see to before the shift ends.", tom.id, "nurse"),
        Swap(),
        Say("She asked me twice, and I said it twice. It is not my key.", asha.id),
        AddLightbulb("she was afraid to go home to a cold house", "she was being difficult"),
        AddPledge("When somebody goes home, I will ring next door", "Asha"),
        ParkTopic("Parking at the ward"),
        Next(),
        Pass(),
        AddSeat("Faye", "neighbour", "lived"),
        Say("Ask me first.", None, "daughter"),
        *(Rate("home-again", shoes, (3, 4, 2, 6), "before") for shoes in ("person", "nurse")),
    )
    return play


def at_the_end() -> Play:
    play = in_the_middle()
    play.do(
        GoToClosing(),
        GiveFeedback("checkout", "Less hurry, more asking."),
        GiveFeedback("heard", "Yes, mostly."),
        GiveFeedback("change", "More time for the poem."),
        Rate("home-again", "person", (7, 8, 6, 7), "after"),
    )
    return play


def closed() -> Play:
    play = at_the_end()
    play.do(Close())
    return play


WALKS = (
    Walk(
        "home",
        (
            Stop("empty", (), True),
            Stop("easy", ("e",)),
            Stop("help", ("e", "?")),
            Stop("past empty", (ESC, "p")),
            Stop("decks", (ESC, "d")),
            Stop("broken deck", (UP,)),
            Stop("rehearse", (ESC, "r")),
            Stop("mixed", (ESC, "n", SPACE, DOWN, SPACE)),
            Stop("filter", ("/", "str")),
            Stop("no such deck", ("xyz",)),
            Stop("nobody here", (*BACKSPACE * 6, ENTER, ENTER)),
        ),
        home=True,
    ),
    Walk("unfinished", (Stop("home", (), True), Stop("past", ("p",), True)), in_the_middle(), True),
    Walk("people", (Stop("six", (), True), Stop("keys", (ESC,), True)), at_the_people()),
    Walk(
        "opening",
        (
            Stop("agreements", ()),
            Stop("changing", ("i",)),
            Stop("consent", (ESC, ENTER), True),
            Stop("consent easy", ("e",), True),
            Stop("ratings", ("e", ENTER)),
            Stop("numbers", ("i", "3 4 5")),
        ),
        at_the_opening(),
    ),
    Walk(
        "turn",
        (
            Stop("first", (), True),
            Stop("keys", (ESC,), True),
            Stop("easy", ("e",), True),
            Stop("half a sentence", (ESC, "e", "Everyone keeps telling me it is good news. ")),
            Stop("long", ("I just want somebody to ask me what I need before I go. " * 4,), True),
            Stop("who speaks", (ESC, "v"), True),
            Stop("in whose shoes", (ENTER,)),
            Stop("voice", (ENTER, "She asked me twice.")),
            Stop("said", (ENTER, ENTER), True),
            Stop("lightbulb", (ESC, "l", "hard", ENTER, "afraid"), True),
            Stop("pledge", (ESC, ESC, "p"), True),
            Stop("no such day", ("I will", ENTER, ENTER, "Fryday", ENTER)),
            Stop("car park", (ESC, ESC, "k")),
            Stop("own card", (ESC, ESC, "o")),
            Stop("what was said", (ESC, ESC, "b"), True),
            Stop("putting right", (ENTER,)),
            Stop("help", (ESC, ESC, ESC, "?"), True),
            Stop("map", (ESC, ESC, "m"), True),
            Stop("people", (ESC, ESC, "h", ESC)),
            Stop("pause", (ESC, ESC, "b", ESC, "z")),
        ),
        on_a_turn(),
    ),
    Walk("swap", (Stop("swap", (), True),), on_a_turn(Say("Where is the key?"), Swap())),
    Walk(
        "writing",
        (
            Stop("pass the keyboard", (ESC, "w")),
            Stop("a page", (ESC, "w", "My kn"), True),
            Stop("hidden", (ENTER,)),
            Stop("all have written", (ESC, "x") * 5),
            Stop("revealed", (ESC, "v")),
        ),
        on_a_turn(),
    ),
    Walk(
        "closing",
        (
            Stop("one line each", ()),
            Stop("pledges", (ESC, "n")),
            Stop("by when", (ESC, "w", ENTER)),
            Stop("numbers", (ESC, "n", ESC, "n")),
            Stop("heard", (ESC, "n")),
            Stop("end", (*(ESC, "n") * 3, ESC, "k", "More ti", ESC), True),
        ),
        at_the_end(),
    ),
    Walk(
        "all that was said",
        (
            Stop("cards", (ESC, "s"), True),
            Stop("shoes", ("o",), True),
            Stop("newest", ("o",), True),
            Stop("kept out", ("v",)),
            Stop("taken out", ("x",), True),
            Stop("erase", ("u", "d"), True),
            Stop("putting right", (ENTER, ENTER)),
            Stop("help", (ESC, "?"), True),
        ),
        at_the_end(),
    ),
    Walk(
        "past words",
        (
            Stop("closed", ("p", ENTER, "b"), True),
            Stop("really", ("x",), True),
            Stop("back", (ESC,)),
            Stop("erase", (ESC, "d"), True),
            Stop("erased", (DOWN, ENTER), True),
        ),
        closed(),
        True,
    ),
    Walk(
        "summary",
        (
            Stop("map", ("p", ENTER), True),
            Stop("lightbulbs", (TAB,)),
            Stop("pledges", (TAB,)),
            Stop("said", (TAB,), True),
            Stop("path", (TAB,), True),
            Stop("both sides", (TAB,), True),
            Stop("car park", (TAB,)),
            Stop("numbers", (TAB,), True),
            Stop("own words", (TAB,)),
            Stop("voices", ("v",), True),
            Stop("which file", ("x",)),
            Stop("not looked through", (ENTER,), True),
        ),
        closed(),
        True,
    ),
    Walk(
        "review",
        (
            Stop("response", ("p", "r"), True),
            Stop("putting right", ("r", " And so on. " * 12), True),
            Stop("lightbulb", (ENTER, *["s"] * 3), True),
            Stop("all of it", ("s",) * 8),
        ),
        closed(),
        True,
    ),
)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.name)
async def test_screens(house: House, snapshot: SnapshotAssertion, walk: Walk) -> None:
    house.decks = Decks(HOSPITAL, COUNCIL, broken={"odd": "odd.yaml, line 3: there are no cards."})
    if walk.play is not None:
        house.hold(walk.play)
    async with house.open(StartOptions() if walk.home else resume()) as app:
        for stop in walk.stops:
            await typed(app, *stop.keys)
            for size in (PHONE, LARGE, USUAL):
                await resized(app, *size)
                place = f"{stop.name} {size[0]}x{size[1]}"
                if stop.everywhere or size == USUAL:
                    assert picture(app) == snapshot(name=place)
                assert not misfits(app), f"{place}\n{picture(app)}"
                assert not faint(app), place
