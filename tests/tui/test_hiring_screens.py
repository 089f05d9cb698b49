"""Hiring for values on the screens: from who is here to the summary, and at seats."""

from __future__ import annotations

from dataclasses import replace

from tests.build import Play
from tests.tui.app_fixture import House, resume
from tests.tui.decks import HOSPITAL
from tests.tui.group_fixture import a_round
from tests.tui.keyboard import ENTER, ESC, LATER, resized, typed
from tests.tui.screen_text import in_field, misfits, shown
from tests.tui.test_seat_journeys import talking
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    AddSeat,
    Begin,
    ChooseCandidate,
    Close,
    GoToClosing,
    Next,
    Open,
    Reveal,
    WriteFirst,
)

HIRING = replace(HOSPITAL, purpose="hiring")
VALUE, OTHER = (theme.title for theme in HIRING.themes[:2])
SECRET = "she asked before she acted"
CTRL_J = "\n"


def in_setup() -> Play:
    return Play.ready("Asha, Tom", HIRING)


def on_a_card() -> Play:
    play = in_setup()
    play.do(ChooseCandidate("7"), Begin())
    return play


async def test_the_marked_seat_becomes_the_candidates(house: House) -> None:
    house.hold(in_setup())
    async with house.open(resume()) as app:
        assert "These cards are for choosing somebody." in shown(app)
        await typed(app, "B", ESC, "c")
        assert "B the candidate" in shown(app)
        assert in_field(app) == ""
        assert "4 turns, B answers, the others are the panel." in shown(app)
        assert misfits(app) == []
        await typed(app, ESC, "c")
        assert app.session.candidate == app.session.seats[0], "with an empty field the marked seat"
        await typed(app, ESC, "c")
        assert not app.session.is_for_hiring


async def test_an_ordinary_deck_offers_no_candidate(house: House) -> None:
    house.hold(Play.ready("Asha, Tom", HOSPITAL))
    async with house.open(resume()) as app:
        await typed(app, ESC)
        assert "the candidate" not in shown(app)
        await typed(app, "c")
        assert not app.session.is_for_hiring


async def test_from_the_answer_to_the_summary(house: House) -> None:
    house.hold(on_a_card())
    async with house.open(resume()) as app:
        assert "w panel" in shown(app)
        await typed(app, "I would ask her.", ENTER)
        assert "Saved. Type on, or Esc w" in shown(app), "the panel is next, no other card"
        await typed(app, ESC, "w")
        assert "What did you hear? Pass the keyboard to Asha." in shown(app)
        await typed(app, ESC, "w", f"1: {SECRET}", CTRL_J, "kindly", ENTER)
        assert SECRET not in shown(app)
        assert "Pass the keyboard to Tom." in shown(app)
        await typed(app, ESC, "w", "2:", ENTER)
        assert f"Words first: what did you hear about {OTHER}?" in shown(app)
        await typed(app, " that he waited", ENTER)
        assert "The candidate may wait outside now" in shown(app)
        assert SECRET not in shown(app)
        await typed(app, ESC, "v")
        text = shown(app)
        assert text.index(VALUE) < text.index(SECRET)
        assert misfits(app) == []
        for size in ((40, 20), (120, 40), (80, 24)):
            await resized(app, *size)
            assert misfits(app) == [], size
        await typed(app, ESC)
        assert "g what we heard" in shown(app)
        await typed(app, ESC, "g")
        assert SECRET in shown(app)
        await typed(app, ESC, ESC, "c")
        assert "what did the panel agree" in shown(app)
        assert "The candidate may wait outside now" in shown(app), "evidence stands here"
        assert SECRET in shown(app), "evidence before opinion"
        await typed(app, "She asks first.", ENTER, *(ESC, "n") * 7, LATER)
        text = shown(app)
        assert "candidate 7" in text
        assert text.index("What the panel heard") < text.index(SECRET)
        assert "Nobody heard anything about:" in text or len(HIRING.themes) == 2
        await typed(app, "\t")
        assert "What the panel agreed She asks first." in shown(app)


async def test_an_ordinary_summary_begins_with_the_map(house: House) -> None:
    play = Play.begun("Asha, Tom", HOSPITAL)
    house.hold(play)
    async with house.open(resume()) as app:
        await typed(app, "Words.", ENTER, ESC)
        assert "w write first" in shown(app)
        assert "what we heard" not in shown(app)
        await typed(app, ESC, ESC, "c", *(ESC, "n") * 7, LATER)
        assert "Whose shoes, on what" in shown(app)
        assert "panel" not in shown(app)


async def test_at_seats_nothing_is_seen_before_the_reveal(house: House) -> None:
    house.decks._decks[HIRING.id] = HIRING
    async with a_round(house) as together:
        await together.does(AddSeat("7"), ChooseCandidate("7"))
        asha, tom = await talking(together, "Asha", "Tom")
        await together.does(WriteFirst())
        for app in (asha, tom):
            assert "What did you hear?" in shown(app)
            assert misfits(app) == []
        await typed(asha, f"1: {SECRET}")
        await together.rest()
        assert SECRET not in shown(tom)
        await typed(asha, ENTER)
        await typed(tom, "1:", ENTER)
        assert f"Words first: what did you hear about {VALUE}?" in shown(tom)
        assert in_field(tom) == "1:"
        await typed(tom, " that he waited", ENTER)
        assert SECRET not in shown(tom)
        await together.does(Reveal())
        for app in (asha, tom):
            assert f"{VALUE}: {SECRET}" in shown(app)
            assert misfits(app) == []


async def test_the_candidate_at_a_seat_waits_and_sees_nothing(house: House) -> None:
    house.decks._decks[HIRING.id] = HIRING
    async with a_round(house) as together:
        asha = await together.sits_down("Asha")
        seven = await together.sits_down("7")
        await together.does(ChooseCandidate("7"), Open(), Begin())
        await typed(seven, "I would ask her.", ENTER, "One more")
        await together.does(WriteFirst())
        assert "The panel writes what it heard. Take the time you need." in shown(seven)
        await typed(seven, " thing", ENTER)
        assert in_field(seven) == "One more thing", "words are kept, and wait"
        await typed(asha, f"1: {SECRET}", ENTER)
        await together.does(Reveal())
        assert SECRET in shown(asha)
        assert SECRET not in shown(seven)
        await typed(seven, ENTER)
        assert [one.text for one in together.session.responses] == [
            "I would ask her.", "One more thing"
        ]  # fmt: skip


async def test_no_key_at_the_seat_of_a_candidate_shows_words_of_the_panel(house: House) -> None:
    house.decks._decks[HIRING.id] = HIRING
    async with a_round(house) as together:
        asha = await together.sits_down("Asha")
        seven = await together.sits_down("7")
        told: list[str] = []

        async def looks_around() -> None:
            for key in ("s", "r", "k", "t", "l", "b", "n", "q", "?", "\x10"):
                await typed(seven, ESC, key)
                told.append(shown(seven))
                await typed(seven, ESC)

        await together.does(ChooseCandidate("7"), Open(), Begin())
        await typed(seven, "I would ask her.", ENTER)
        await together.does(WriteFirst())
        await typed(asha, f"1: {SECRET}")
        await looks_around()
        await together.does(Reveal(anyway=True))
        assert in_field(asha) == f"1: {SECRET}", "half a page waits where it was typed"
        await typed(asha, ENTER)
        assert "You stand in" not in shown(asha), "a panel stands in nobody's shoes"
        await typed(asha, ESC, "b")
        assert f"{VALUE}: {SECRET}" in shown(asha)
        await looks_around()
        await together.does(AddPledge(SECRET), AddLightbulb(SECRET), Next())
        await looks_around()
        await together.does(GoToClosing())
        await looks_around()
        await together.does(Close(anyway=True))
        assert SECRET in shown(asha)
        await looks_around()
        assert SECRET not in "".join(told)
        assert "I would ask her." in "".join(told)
        assert [one.text for one in together.session.evidence] == [SECRET]
        assert len(together.session.responses) == 1
