"""Several decks in one session: shoes are a deck and an id, and their marks differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.build import Play, a_card, a_deck, a_shoes
from wshoes_tui.domain.commands import (
    AddLightbulb,
    ChooseDecks,
    DrawCard,
    KeepDraft,
    Next,
    Rate,
    Say,
    Undo,
)
from wshoes_tui.domain.deck import Deck, Theme
from wshoes_tui.domain.models import PlayedDeck
from wshoes_tui.domain.models.marks import tell_marks_apart
from wshoes_tui.domain.serialization import session_of
from wshoes_tui.domain.summary import before_after, coverage

HOME = a_deck("home", cards=(a_card("one", "information", shoes=("patient",)),))
MEMORY = a_deck(
    "memory",
    themes=(Theme("information", "Finding out"),),
    shoes=(
        a_shoes("patient", name="The person with dementia"),
        a_shoes("nurse", "service", name="The memory nurse"),
    ),
    cards=(a_card("one", "information", title="Another one", shoes=("patient",)),),
)
"""Two decks with the same ids of shoes, card and theme."""


def marks(*decks: Deck) -> list[list[str]]:
    return [[pair.mark for pair in deck.shoes] for deck in decks]


def with_marks(deck_id: str, letters: str) -> Deck:
    shoes = tuple(a_shoes(f"s{n}", mark=mark) for n, mark in enumerate(letters.split()))
    return a_deck(deck_id, shoes=shoes, cards=())


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((), []),
        (("P N",), ["P N"]),
        (("P N", "B G"), ["P N", "B G"]),
        (("P N", "P B"), ["P N", "P2 B"]),
        (("P D H", "B P D H", "P H D T"), ["P D H", "B P2 D2 H2", "P3 H3 D3 T"]),
        (("P p", "p P"), ["P p", "p2 P3"]),
        (("P", "P2 P"), ["P", "P2 P3"]),
        (("2", "2 É", "é"), ["2", "22 É", "é2"]),
        (("P P2", "P"), ["P P2", "P3"]),
    ],
)
def test_marks_are_told_apart(given: tuple[str, ...], told: list[str]) -> None:
    decks = [with_marks(f"d{n}", letters) for n, letters in enumerate(given)]
    found = tell_marks_apart(decks)
    assert [" ".join(one) for one in marks(*found)] == told
    assert tell_marks_apart(found) == found
    if told == list(given):
        assert all(one is deck for one, deck in zip(found, decks, strict=True))


def mixed(*decks: Deck) -> Play:
    play = Play.begun("Asha, Tom", *(decks or (HOME, MEMORY)), planned_turns=9)
    if play.turn.deck != "memory":
        play.do(DrawCard("memory", "one"))
    return play


def stood(play: Play) -> dict[tuple[str, str], tuple[int, tuple[int, ...]]]:
    return {
        (one.deck.id, row.shoes.mark): (row.stood, row.times)
        for one in coverage(play.session)
        for row in one.rows
        if row.stood
    }


def test_shoes_of_one_id_in_two_decks_are_two_pairs() -> None:
    play = mixed()
    play.do(Say("I know this town."), Next())
    assert stood(play) == {("memory", "P2"): (1, (1,))}
    play.do(Say("I want my own bed."), Next())
    assert play.session.turns[1].deck == "home"
    assert stood(play) == {("home", "P"): (1, (1,)), ("memory", "P2"): (1, (1,))}
    names = [play.session.shoes_of(turn).name for turn in play.session.turns]
    assert names == ["The person with dementia", "The patient"]
    titles = [theme.title for one in coverage(play.session) for theme in one.themes]
    assert titles == ["Information", "Finding out"]


def test_numbers_belong_to_the_shoes_of_their_deck() -> None:
    play = Play.ready("Asha", HOME, MEMORY)
    play.do(Rate("memory", "patient", (3, 5), "before"))
    (row,) = before_after(play.session)
    assert (row.deck.id, row.shoes.name) == ("memory", "The person with dementia")


def test_the_marks_are_recorded_with_the_session_and_follow_the_choice_of_decks() -> None:
    play = Play.fresh()
    play.do(ChooseDecks((HOME, MEMORY)))
    played = [one.deck for one in play.session.decks]
    assert marks(*played) == [["P", "D", "N", "M"], ["P2", "N2"]]
    play.do(ChooseDecks((MEMORY,)))
    assert marks(play.session.decks[0].deck) == [["P", "N"]]
    play.do(Undo())
    assert marks(*(one.deck for one in play.session.decks)) == marks(*played)


def test_a_session_of_an_older_program_has_its_marks_told_apart() -> None:
    session = mixed().session
    older = tuple(
        replace(one, deck=deck) for one, deck in zip(session.decks, (HOME, MEMORY), strict=True)
    )
    _header, *records = replace(session, decks=older).records()
    read = session_of(session.header, records, session.done)
    assert read.decks == session.decks
    one_deck = (PlayedDeck(id="x", deck=MEMORY),)
    assert session_of(session.header, one_deck).decks[0] is one_deck[0]


def test_what_waits_when_another_deck_comes_wears_shoes_of_that_deck() -> None:
    play = mixed()
    tom = play.id_of("Tom")
    play.do(KeepDraft("own", "half", tom, shoes="nurse"), KeepDraft("voice", "v", tom, "nurse"))
    play.do(DrawCard("home", "one"))
    assert {draft.shoes for draft in play.session.drafts} == {play.turn.shoes}
    play.do(KeepDraft("own", "half", tom, shoes="manager"), Undo())
    assert play.turn.deck == "memory"
    assert {draft.shoes for draft in play.session.drafts} == {play.turn.shoes}
    assert {draft.text for draft in play.session.drafts} == {"half", "v"}


def test_a_lightbulb_keeps_its_card_as_words_do() -> None:
    play = mixed()
    play.do(AddLightbulb("I see", shoes="nurse"))
    told = play.refused(DrawCard("home", "one"))
    assert told == "Words were kept on this card. Go on to the next turn first."
