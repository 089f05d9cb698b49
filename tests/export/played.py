"""Whole sessions for tests of exports: one played by hand, and any that can be played at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from tests.build import Play, a_card, a_deck, a_shoes
from tests.domain.hostile_texts import EVIL, PLAIN
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.deck import Deck, Theme
from wshoes_tui.domain.dispatcher import Refusal
from wshoes_tui.domain.models import (
    HORIZONS,
    VISIBILITIES,
    DraftKind,
    Evidence,
    FeedbackKind,
    PledgeState,
    Session,
)
from wshoes_tui.domain.text import without_surrogates
from wshoes_tui.export.json_format import to_dict
from wshoes_tui.export.redact import KEPT_BACK, in_order_without_speakers

MARKDOWN = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- gone -->",
    "<https://example.org> <me@example.org>",
    "</p><h1>big</h1>",
    "&lt;b&gt; &#60;i&#62; &copy; R&D",
    "[x](javascript:alert(1)) ![y](http://example.org/z.png)",
    "[x]: http://example.org\n\n[x]",
    "https://example.org www.example.org example.org me@example.org //localhost",
    "mailto:me@example.org ftp://example.org",
    "# heading\n## and another",
    "heading\n=======\nother\n---",
    "| a | b |\n| --- | --- |\n| c | d |",
    "a | b\n:-: | :-:\nc | d",
    "a\n:-:",
    "```\ncode\n```",
    "~~~\ncode\n~~~",
    "`code` ``more``",
    "    four spaces\n\n    are code",
    "\ttab\n\n\ttab",
    "- one\n- two\n  * three\n+ four",
    "1. one\n2) two\n1.Two",
    "> quoted\n>> twice",
    "* * *\n---\n___",
    "*em* **strong** _em_ __strong__ ~~gone~~ ***",
    "ends with \\",
    "\\[x\\](y) \\| \\< \\",
    "line one  \nline two\\\nline three",
    "{: onclick=alert(1)} $x^2$ :::warning\n!!! note",
    "<",
    "***",
    "`",
    "[",
    "\u00a0\u3000",
    "x\n\n\n\ny",
)
"""What a reader of Markdown would take for more than words."""

_BEDS = (
    "Beds",
    "[Beds](http://example.org)",
    "# <b>Beds</b> | `x` *",
)


def nasty_deck(deck_id: str) -> Deck:
    """A deck whose author means harm, or only types freely."""
    return a_deck(
        deck_id,
        title="Home | <b>from</b> *hospital*",
        authors=("[me](http://example.org)",),
        licence="<i>CC</i>",
        themes=(Theme("beds", _BEDS[1]), Theme("talk", _BEDS[2])),
        shoes=(
            a_shoes("patient", name="The | patient *"),
            a_shoes("nurse", "service", name="# The <nurse>"),
            a_shoes("manager", "service", name="[The](x) manager_"),
        ),
        cards=(
            a_card("one", "beds", title="# One", text="<b>1</b>\n\n    code\n# not\n| a |\n|---|"),
            a_card("two", "talk", kind="poem", title="`Two`", text="a line\n- a line\n\n1. more"),
            a_card("three", "beds", "talk", title="", text="[x](y)", opposite={"patient": "nurse"}),
            a_card("four", kind="wild", title="***", text=" "),
        ),
    )


def storable(text: str) -> str:
    """The text as it comes to the engine."""
    return without_surrogates(text)[0]


TEXTS: st.SearchStrategy[str] = st.one_of(
    st.sampled_from([storable(text) for text in (*EVIL, *PLAIN, *MARKDOWN)]),
    st.text(max_size=60),
    st.text(alphabet="<>[]()|`*_#-+=:.!~\\/&;@ \n1ax", max_size=40),
).map(storable)
"""Words as people type them, and as nobody should."""

FEEDBACK: tuple[FeedbackKind, ...] = get_args(FeedbackKind)
DRAFTS: tuple[DraftKind, ...] = get_args(DraftKind)
WAYS: tuple[Callable[[], c.Command], ...] = (
    c.Next, c.Next, c.Next, c.Pass, c.Skip, c.ParkCard, c.Swap, c.ShowPrompt, c.WriteFirst,
    c.Pause, c.Resume, c.GoToClosing, c.MoreTurns, c.Undo, c.Redo, c.Consent, c.Open, c.Close,
    lambda: c.Reveal(anyway=True), lambda: c.Close(anyway=True),
)  # fmt: skip


SEATS: st.SearchStrategy[Any] = st.sampled_from([None, 0, 1, 2])
"""A place among the seats; ``_with_ids`` puts the id of the seat there."""
VISIBLE: st.SearchStrategy[Any] = st.sampled_from([None, *VISIBILITIES])
SAY = st.builds(
    c.Say, TEXTS, SEATS, st.sampled_from([None, "patient", "nurse", "manager"]), VISIBLE
)
EARLIER = "5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10"
"""A pledge, and a session, that are elsewhere."""
STATES: st.SearchStrategy[Any] = st.sampled_from(get_args(PledgeState))
COMMANDS: st.SearchStrategy[Any] = st.one_of(
    SAY,
    SAY,
    st.sampled_from(WAYS).map(lambda way: way()),
    st.builds(c.AddLightbulb, TEXTS, TEXTS, SEATS),
    st.builds(
        c.AddPledge,
        TEXTS,
        TEXTS,
        st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        st.sampled_from(HORIZONS),
        condition=TEXTS,
    ),
    st.builds(c.UpdatePledge, st.just(EARLIER), st.just(EARLIER), STATES, TEXTS, TEXTS),
    st.builds(c.ParkTopic, TEXTS),
    st.builds(c.PlaceCard, TEXTS, TEXTS),
    st.builds(c.GiveFeedback, st.sampled_from(FEEDBACK), TEXTS, SEATS),
    st.builds(c.KeepDraft, st.sampled_from(DRAFTS), TEXTS, SEATS),
    st.builds(c.HandIn, st.sampled_from([0, 1, 2]), TEXTS),
    st.builds(lambda text, seat: c.Say(text, seat, draft="own"), TEXTS, SEATS),
    st.builds(c.Join, TEXTS, TEXTS, st.none(), TEXTS),
    st.builds(c.Attend, st.sampled_from([0, 1, 2]), st.sampled_from(["here", "away", "left"])),
    st.builds(
        c.GiveNumber,
        st.just("home"),
        st.sampled_from(["patient", "nurse"]),
        st.integers(0, 10),
        st.sampled_from(["before", "after"]),
    ),
    st.builds(c.AddSeat, TEXTS, TEXTS, st.none(), TEXTS),
    st.builds(c.Agree, st.lists(TEXTS, max_size=3).map(tuple)),
    st.builds(
        c.Rate,
        st.sampled_from(["home", "other"]),
        st.sampled_from(["patient", "nurse"]),
        st.lists(st.integers(0, 10), max_size=7).map(tuple),
        st.sampled_from(["before", "after"]),
    ),
)
PAGE = st.builds(c.HandIn, st.sampled_from([0, 1, 2]), TEXTS)
CLEAR = [st.just(c.KeepDraft("response", "")), st.just(c.KeepDraft("voice", ""))]
ROUNDS: st.SearchStrategy[tuple[Any, ...]] = st.one_of(
    COMMANDS.map(lambda command: (command,)),
    st.tuples(SAY, *CLEAR, st.sampled_from([c.Next(), c.Next(), c.Pass(), c.Skip()])),
    st.tuples(SAY, SAY, *CLEAR, st.just(c.Next())),
    st.tuples(SAY, st.builds(c.AddLightbulb, TEXTS, TEXTS, SEATS), st.just(c.Next())),
    st.tuples(SAY, st.just(c.Swap()), SAY),
    st.tuples(st.just(c.WriteFirst()), PAGE, PAGE, st.just(c.Reveal(anyway=True))),
    st.tuples(SAY, st.builds(c.PlaceCard, TEXTS, TEXTS), st.just(c.Next()), SAY),
)
"""A few commands that belong together, so that sessions come a good way."""
ENDS = st.sampled_from([(), (c.GoToClosing(),), (c.GoToClosing(), c.Close())])
PLANS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"visibility": st.sampled_from(VISIBILITIES), "title": TEXTS, "programme": TEXTS}
)
DECKS = ((nasty_deck("home"),), (a_deck("home"), nasty_deck("other")))


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Any session that the engine makes, with any words in it."""
    play = Play.ready(
        "Asha/lived, Tom/service, Seat 3",
        *draw(st.sampled_from(DECKS)),
        chance=draw(st.integers(0, 9)),
        **draw(PLANS),
    )
    rounds: list[tuple[Any, ...]] = [(command,) for command in draw(st.lists(COMMANDS, max_size=3))]
    if draw(st.sampled_from([True, True, True, False])):
        rounds += [(c.Begin(),), *draw(st.lists(ROUNDS, min_size=4, max_size=14)), draw(ENDS)]
    for command in (command for commands in rounds for command in commands):
        with suppress(Refusal):
            play.do(_with_ids(play.session, command))
        play.clock.forward(minutes=1)
    return play.session


def _with_ids(session: Session, command: Any) -> Any:
    for field, records in (("seat", session.seats), ("response", session.responses)):
        place = getattr(command, field, None)
        if isinstance(place, int):
            named = records[place].id if place < len(records) else None
            command = replace(command, **{field: named})
    return command


def a_session(**plan: Any) -> Session:
    """A closed session of six people with something of every kind in it."""
    play = Play.ready("Asha, Tom, Bea, Joy, Sam, Li", planned_turns=5, **plan)
    play.do(c.Consent(), c.Rate("home", "nurse", (2, 3, 3, 4, 5, 6), "before"))
    play.do(c.Rate("home", "patient", (1, 9), "before"), c.Begin())
    seats = [seat.id for seat in play.session.seats]
    play.do(c.Say("I want my own bed.\nAnd my cat.", seats[0], "patient"))
    play.do(c.Say("Three more to discharge.", seats[1], "nurse"))
    play.do(c.AddLightbulb("She was afraid.", "She was difficult.", play.last.id))
    came_from = {"lightbulb": play.session.lightbulbs[0].id, "response": play.last.id}
    play.do(c.AddPledge("I will ring before noon.", "Asha", date(2026, 12, 1), **came_from))
    play.do(c.Swap())
    play.do(c.Say("From here it looks different.", seats[0]))
    play.do(c.Say("Not for the page.", seats[2], visibility="withheld"))
    play.do(c.AddLightbulb("What was kept back.", response=play.last.id))
    play.do(c.ParkTopic("Who has the keys?"), c.Next(), c.ParkCard())
    play.do(c.PlaceCard("My gran", "She was\nsent home."), c.Say("Something."), c.Next())
    play.do(c.Say("About gran."), c.AddPledge("We write the letter.", horizon="plan"))
    play.do(c.ChangePledge(play.session.pledges[1].id, state="done", note="It went."))
    play.do(c.UpdatePledge(EARLIER, EARLIER, "changed", "Too far.", "I will ask for a lift."))
    play.do(c.GoToClosing(), c.Rate("home", "nurse", (5, 6, 6, 7, 8, 9), "after"))
    for kind in FEEDBACK:
        play.do(c.GiveFeedback(kind, f"More {kind}.", seats[3]))
    session = play.do(c.Close())
    heard = Evidence(
        id=play.env.new_id(),
        turn=session.turns[0].id,
        shoes="patient",
        value="information",
        text="She asked.",
        place=1,
    )
    return replace(session, evidence=(heard,))


def as_imported(session: Session) -> Session:
    """What must come back of a session: all but its drafts and the cards nobody played.

    What those cards offer comes back, too: which gaps there are does not change.
    """
    session = in_order_without_speakers(session)
    played = {(turn.deck, turn.card) for turn in session.turns}
    decks = tuple(
        replace(
            one,
            deck=replace(
                one.deck, cards=tuple(_played(one.deck, played)), offers=one.deck.offered()
            ),
        )
        for one in session.decks
    )
    return replace(session, decks=decks, drafts=())


def _played(deck: Deck, played: set[tuple[str, str]]) -> Iterator[Any]:
    return (card for card in deck.cards if (deck.id, card.id) in played)


def passed_on(session: Session) -> dict[str, Any]:
    """The JSON values of a file as older programs wrote it: words kept back are only named."""
    data = to_dict(session)
    gone = [one for one in data["responses"] if one["visibility"] == "withheld"]
    data["responses"] = [one for one in data["responses"] if one not in gone]
    named = [{"kind": "response", "id": one["id"], "why": KEPT_BACK} for one in gone]
    return data | {"withheld": [*named, *data["withheld"]]}
