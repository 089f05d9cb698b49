"""The opening and the closing round on the screens: as few keys as there are answers."""

from __future__ import annotations

import pytest

from tests.build import Play
from tests.tui.app_fixture import House, resume
from tests.tui.decks import COUNCIL, HOSPITAL
from tests.tui.keyboard import DOWN, ENTER, ESC, UP, typed
from tests.tui.screen_text import fields, in_field, screen_text, shown
from wshoes_tui.domain.commands import AddPledge, Consent, GoToClosing, Open
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.startup import StartOptions
from wshoes_tui.tui.widgets.choice_list import ChoiceList


def at_the_numbers() -> Play:
    play = Play.ready("Asha, Tom", HOSPITAL)
    play.do(Open(), Consent())
    return play


def at_the_closing() -> Play:
    play = Play.begun("Asha, Tom", HOSPITAL)
    play.do(GoToClosing())
    return play


def given(app: WshoesApp) -> list[list[int]]:
    """The numbers for each pair of shoes, in the order of the shoes."""
    session = app.session
    return [
        [r.value for r in session.ratings if r.shoes == shoes.id]
        for shoes in session.decks[0].deck.shoes
    ]


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_a_digit_begins_the_numbers_of_the_opening(
    house: House, size: tuple[int, int]
) -> None:
    house.hold(at_the_numbers())
    async with house.open(resume(), size=size) as app:
        assert "numbers as they are called out" in shown(app), "the field is not in sight"
        await typed(app, "3", " ", "4", ENTER)
        assert given(app)[0] == [3, 4]
        await typed(app, "\uff17 2", ENTER, "7/10", ENTER)
        assert given(app)[1:3] == [[2, 7], [7]]
        await typed(app, UP, UP, "8", ENTER)
        assert given(app)[1:3] == [[8], [7]], "numbers typed once more take the place of others"
        rows = len(app.session.decks[0].deck.shoes)
        await typed(app, *[key for _ in range(rows - 3) for key in ("5", ENTER)])
        assert all(given(app))
        assert "Those were all. Enter goes on." in shown(app)
        await typed(app, ENTER)
        assert app.session.state == "turns"


async def test_the_shoes_asked_for_and_the_field_stay_in_sight(house: House) -> None:
    house.hold(Play.ready("Asha, Tom", HOSPITAL, COUNCIL))
    async with house.open(resume(), size=(40, 12)) as app:
        play = app.session
        last = play.decks[-1].deck.shoes[-1].name
        await typed(app, ESC, "g", ENTER, ENTER)
        await typed(app, *[key for _ in range(sum(len(d.deck.shoes) for d in play.decks) - 1)
                           for key in ("5", ENTER)])  # fmt: skip
        found = [line for line in screen_text(app) if last[:12] in line]
        assert len(found) == 2, "the row, and the name above the field"
        assert fields(app) == [""]


async def test_esc_at_the_numbers_is_the_way_back(house: House) -> None:
    house.hold(at_the_numbers())
    async with house.open(resume()) as app:
        await typed(app, "3", ESC, "b")
        assert "Please read it out" in shown(app)
        assert not app.session.ratings
        await typed(app, ENTER, DOWN, "6", ENTER)
        assert given(app)[:2] == [[], [6]]


async def test_digits_begin_at_the_closing_too(house: House) -> None:
    house.hold(at_the_closing())
    async with house.open(resume(), size=(40, 20)) as app:
        await typed(app, ESC, "n", ESC, "n", "6", ENTER)
        assert given(app)[0] == [6]
        rows = len(app.session.decks[0].deck.shoes)
        await typed(app, *[key for _ in range(rows - 1) for key in ("5", ENTER)], ENTER)
        assert "Were you heard today?" in shown(app)
        assert in_field(app) == ""


async def test_agreements_are_added_behind_the_last_one(house: House) -> None:
    play = Play.ready("Asha, Tom", HOSPITAL)
    play.do(Open())
    house.hold(play)
    async with house.open(resume()) as app:
        before = app.session.header.agreements
        await typed(app, "a")
        assert in_field(app) == ""
        await typed(app, "Phones away.", ENTER, "Breaks.", ENTER)
        assert "Change agreement" not in shown(app), "the next one is new"
        await typed(app, ESC)
        assert app.session.header.agreements == (*before, "Phones away.", "Breaks.")
        await typed(app, DOWN, "i")
        assert "Change agreement 2" in shown(app)
        assert in_field(app) == before[1]
        await typed(app, ESC, "x")
        assert app.session.header.agreements == (before[0], *before[2:], "Phones away.", "Breaks.")


async def test_a_closing_round_of_a_group_wants_an_enter_more_for_each_question(
    house: House,
) -> None:
    play = at_the_closing()
    play.do(AddPledge("I will ring", "Asha", None))
    house.hold(play)
    async with house.open(resume()) as app:
        await typed(app, ENTER)
        assert "Type what is said. Esc, then n: go on." in shown(app), "nothing was said"
        await typed(app, "Less hurry.", ENTER, "A word.", ENTER)
        assert "type one more, or Enter: go on" in shown(app)
        await typed(app, ENTER)
        assert "Our pledges, read back" in shown(app)
        await typed(app, ENTER)
        assert "A number for each pair of shoes" in shown(app)
        rows = len(app.session.decks[0].deck.shoes)
        await typed(app, *("5 6", ENTER) * rows, ENTER)
        for words in ("Yes.", "The bench.", "More time."):
            await typed(app, words, ENTER, ENTER)
        assert "That was our session" in shown(app)
        await typed(app, ENTER, ENTER)
        assert app.session.state == "closing", "Enter alone never closes"


@pytest.mark.parametrize("people", ["rehearsal", "one"])
async def test_one_person_answers_with_as_many_enters(house: House, people: str) -> None:
    start = StartOptions("rehearse", decks=(HOSPITAL.id,))
    if people == "one":
        play = Play.begun("Asha", HOSPITAL)
        house.hold(play)
        start = resume()
    async with house.open(start) as app:
        await typed(app, ESC, "c", "A word.", ENTER)
        assert "My pledges, read back" in shown(app)
        assert "when ... I will ..." in shown(app)
        await typed(app, "I will ring.", ENTER, ENTER)
        rows = len(app.session.decks[0].deck.shoes)
        await typed(app, *("5", ENTER) * rows)
        assert "on your own?" in shown(app)
        await typed(app, "Quiet.", ENTER, "The bench.", ENTER, "Begin with one card.", ENTER)
        assert [f.text for f in app.session.feedback] == [
            "A word.", "Quiet.", "The bench.", "Begin with one card."
        ]  # fmt: skip
        assert "Thank everybody" not in shown(app)
        told = "That was the rehearsal" if people == "rehearsal" else "That was your session"
        assert told in shown(app)
        await typed(app, ESC, "n")
        assert app.session.state == "closed"


@pytest.mark.parametrize(
    ("typed_keys", "who"),
    [(("3",), "Bea"), (("1", "2"), "P12"), (("c",), "Chidi"), (("\uff12",), "Tom")],
)
async def test_people_are_found_by_number_and_beginning(
    house: House, typed_keys: tuple[str, ...], who: str
) -> None:
    more = ", ".join(f"P{n}" for n in range(5, 14))
    house.hold(Play.begun(f"Asha, Tom, Bea, Chidi, {more}", HOSPITAL))
    async with house.open(resume()) as app:
        await typed(app, ESC, "v", *typed_keys)
        chosen = app.screen.query_one(ChoiceList).chosen
        seat = app.session.seat(chosen)
        assert seat is not None
        assert seat.label == who


@pytest.mark.parametrize("keys", [("3",), ("N",), ("n",), tuple("nur")])
async def test_shoes_are_found_by_letter_number_and_beginning(
    house: House, keys: tuple[str, ...]
) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL))
    async with house.open(resume()) as app:
        await typed(app, ESC, "t", *keys)
        rows = app.screen.query_one(ChoiceList)
        if keys == ("3",):
            assert rows.highlighted == 2
        else:
            assert "nurse" in str(rows.get_option_at_index(rows.highlighted or 0).prompt)


async def test_a_name_in_the_field_for_numbers_goes_to_those_shoes(house: House) -> None:
    house.hold(at_the_closing())
    async with house.open(resume()) as app:
        await typed(app, ESC, "n", ESC, "n", "nur", ENTER, "6", ENTER)
        shoes = app.session.decks[0].deck.shoes
        at = next(n for n, one in enumerate(shoes) if "nurse" in one.name)
        assert given(app)[at] == [6]


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_another_sample_card_is_seen_at_once(house: House, size: tuple[int, int]) -> None:
    async with house.open(size=size) as app:
        await typed(app, "d")
        titles = set()
        for _press in range(6):
            await typed(app, "s")
            told = shown(app)
            titles |= {card.title for card in HOSPITAL.cards if card.title in told}
        assert len(titles) > 1


async def test_help_speaks_to_one_person(house: House) -> None:
    house.hold(Play.begun("Asha", HOSPITAL))
    async with house.open(resume()) as app:
        await typed(app, ESC, "?")
        assert "Type what you would say in those shoes" in shown(app)
        await typed(app, ESC, ESC, "w", ESC, "?")
        assert "The keyboard goes from one" not in shown(app)
