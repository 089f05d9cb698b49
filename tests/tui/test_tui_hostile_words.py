"""Whatever people or decks say, it is kept as it is and cannot drive the terminal."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from tests.build import Play
from tests.domain.hostile_texts import EVIL, PLAIN
from tests.tui.app_fixture import Decks, House, resume
from tests.tui.decks import COUNCIL, HOSPITAL
from tests.tui.keyboard import DOWN, ENTER, ESC, SPACE, TAB, pasted, resized, typed
from tests.tui.screen_text import in_field, misfits, picture, strips
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    AddSeat,
    Agree,
    Begin,
    Close,
    Consent,
    GiveFeedback,
    GoToClosing,
    KeepDraft,
    Next,
    Open,
    ParkTopic,
    PlaceCard,
    Plan,
    Rate,
    Say,
    Swap,
)
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.models import DraftKind
from wshoes_tui.domain.text import without_surrogates
from wshoes_tui.tui.content import FOREIGN
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.startup import StartOptions

HOSTILE = tuple(without_surrogates(text)[0] for text in EVIL)
ALL, TEXTS = " ".join(HOSTILE), "\n\n".join(HOSTILE)
ENDLESS = "A" * 5000 + "家" * 5000
EVERYTHING = (110, 130)
"""A window in which little scrolls out of sight."""
OWN = re.compile(
    r"\x1b\[(?:[0-9;]*[mHKXJBCcLM]|\?(?:25|2026)[hl])|\x1b\]22;[a-z]*\x07|\r\n{0,3}|\x08"
)
"""What the app itself says to a terminal while it paints."""

said: list[str] = []


class Recorder(HeadlessDriver):
    """A terminal that writes down every byte it is sent."""

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        said.append(data)


@pytest.fixture(autouse=True)
def _new_record() -> Iterator[None]:
    said.clear()
    yield
    said.clear()


def driven(app: WshoesApp) -> list[str]:
    """What is on the screen, or was sent, beyond characters to show and the app's own orders."""
    sent = OWN.sub("", "".join(said))
    segments = [segment for strip in strips(app) for segment in strip]
    painted = "".join(segment.text for segment in segments)
    return [
        *sorted({f"sent {c!a}" for c in sent if not is_calm(c)}),
        *sorted({f"painted {c!a}" for c in painted if not is_calm(c)}),
        *[f"a link: {s.text}" for s in segments if s.style and "@click" in s.style.meta],
    ]


def is_calm(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind not in ("Cc", "Cs", "Zl", "Zp") and FOREIGN.match(character) is None


async def test_what_is_pasted_is_kept_as_it_is(solid_house: House) -> None:
    solid_house.hold(Play.begun("Asha, Tom", HOSPITAL))
    texts = [text for text in (*HOSTILE, *PLAIN) if text.strip()]
    async with solid_house.open(resume()) as app:
        for text in texts:
            await pasted(app, text)
            (draft,) = app.session.drafts
            assert draft.text == in_field(app) == as_typed(text)
            await typed(app, ENTER)
    kept = [response.text for response in solid_house.only.responses]
    assert kept == [as_typed(text) for text in texts]


async def test_a_half_character_is_replaced_not_fatal(house: House) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL))
    async with house.open(resume()) as app:
        await pasted(app, "half \ud83d and \udc00 half")
        await typed(app, ENTER)
    assert [r.text for r in house.only.responses] == ["half \ufffd and \ufffd half"]


def as_typed(text: str) -> str:
    """A terminal pastes the end of a line as a carriage return."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def hostile_deck() -> Deck:
    return replace(
        HOSPITAL,
        title=ALL,
        summary=TEXTS,
        content_note=ALL,
        themes=tuple(
            replace(theme, title=text)
            for theme, text in zip(HOSPITAL.themes, HOSTILE, strict=False)
        ),
        shoes=tuple(
            replace(shoes, name=ALL, mark=HOSTILE[i], you_are=ALL, easy=ALL)
            for i, shoes in enumerate(HOSPITAL.shoes)
        ),
        cards=tuple(
            replace(
                card,
                title=ALL,
                text=TEXTS,
                easy=TEXTS,
                note=ALL,
                prompts=tuple(replace(prompt, text=ALL) for prompt in card.prompts),
            )
            for card in HOSPITAL.cards
        ),
    )


def in_the_opening() -> Play:
    """A session in its opening: seats, roles, agreements, its title and its deck are hostile."""
    play = Play.ready("Asha", hostile_deck())
    play.do(AddSeat(ALL, ALL), AddSeat(f"another {ALL}", ALL))
    play.do(Plan(title=ALL, programme=ALL), Agree(HOSTILE), Open())
    return play


def on_a_turn() -> Play:
    """The same on a turn, with everything said and with words in every field."""
    play = in_the_opening()
    play.do(Consent(), Begin(), Say(ALL), Say(TEXTS), KeepDraft("response", ALL))
    for kind, names in FIELDS.items():
        play.do(KeepDraft(kind, json.dumps(dict.fromkeys(names, ALL))))
    return play


def closed() -> Play:
    """The same at its end, with something hostile of every kind."""
    play = in_the_opening()
    play.do(Consent(), Begin(), PlaceCard(ALL, ALL), Say(ALL), Say(TEXTS), Swap())
    play.do(Say(ALL), Next(), Rate("home-again", "person", (3, 4), "before"))
    play.do(AddLightbulb(TEXTS, ALL), AddPledge(TEXTS, ALL), ParkTopic(TEXTS))
    play.do(GiveFeedback("checkout", TEXTS), GoToClosing(), Close())
    return play


FIELDS: dict[DraftKind, tuple[str, ...]] = {
    "lightbulb": ("used", "now"),
    "pledge": ("text", "owner", "when"),
    "park": ("text",),
    "wild": ("title", "text"),
}
HOME_STOPS = (
    (),
    ("p",),
    (ESC, "d"),
    (DOWN,),
    ("/", ALL),
    (ESC, ESC, "c"),
)
OPENING_STOPS = (
    (),
    ("i",),
    (ESC, DOWN, "i"),
    (ESC, ENTER),
    (ENTER,),
    ("i",),
    (ESC, "h"),
    (ESC, "r"),
    (ESC,),
)
TURN_STOPS = (
    (),
    (ESC,),
    (ESC, ESC, "v"),
    (ENTER,),
    (ESC, ESC, "t"),
    (ESC, ESC, "f"),
    (ESC, SPACE, ESC, "e"),
    (ESC, "b"),
    (ENTER,),
    (ESC, "l"),
    (ESC, ESC, ESC, "m"),
    (ESC, ESC, "h"),
    (ESC, "b", ESC, "p"),
    (ESC, ESC, "k"),
    (ESC, ESC, "o"),
    (ESC, ESC, "z"),
    (ENTER, ESC, "s"),
    (ESC, "w"),
    (ESC, "w", ALL),
    (ENTER, ESC, "w", ENTER),
    (ESC, "w", ESC, "x", ESC, "x", ESC, "v"),
    (ESC,),
)
REVIEW_STOPS = ((ENTER,), *[("s",)] * 4, ("r",), (ENTER,), ("b",), (ESC,))
END_STOPS = (
    *(("p", ENTER), *[(TAB,)] * 8, ("v",), ("x",), (ENTER,)),
    *(*REVIEW_STOPS, ("x",), (ENTER,)),
)


@pytest.mark.parametrize(
    ("play", "start", "stops", "last"),
    [
        (on_a_turn, StartOptions(), HOME_STOPS, "TurnPage"),
        (in_the_opening, resume(), OPENING_STOPS, "PeoplePage"),
        (on_a_turn, resume(), TURN_STOPS, "RevealPage"),
        (closed, StartOptions(), END_STOPS, "SummaryPage"),
    ],
    ids=["home", "opening", "turn", "end"],
)
async def test_nothing_said_drives_the_terminal(
    house: House,
    play: Callable[[], Play],
    start: StartOptions,
    stops: Sequence[tuple[str, ...]],
    last: str,
) -> None:
    house.decks = Decks(hostile_deck(), COUNCIL, broken={ALL: TEXTS})
    house.hold(play())
    async with house.open(start, size=EVERYTHING, driver_class=Recorder) as app:
        assert said, "nothing was painted"
        for stop in stops:
            await typed(app, *stop)
            assert not driven(app), stop
            assert not misfits(app), picture(app)
        assert type(app.screen).__name__ == last, "the walk has gone astray"


async def test_a_word_without_an_end_breaks_nothing(house: House) -> None:
    deck = replace(hostile_deck(), title=ENDLESS, summary=ENDLESS)
    house.decks = Decks(deck, broken={ENDLESS: ENDLESS})
    play = Play.begun("Asha", deck)
    play.do(AddSeat(ENDLESS, ENDLESS), Say(ENDLESS), AddPledge(ENDLESS, ENDLESS))
    house.hold(play)
    async with house.open(resume()) as app:
        await typed(app, ENDLESS)
        for stop in ((), (ESC, "v"), (ESC, ESC, "b"), (ESC, ESC, "h")):
            await typed(app, *stop)
            for size in ((40, 20), (80, 24)):
                await resized(app, *size)
                assert not misfits(app), picture(app)
        assert app.session.responses[-1].text == ENDLESS
