"""Fair draws: whose shoes, on a turn, in a swap and for everybody who writes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from tests.build import Play, a_card, a_deck, a_shoes, plain_cards
from wshoes_tui.domain.commands import (
    Begin,
    ChangeSeat,
    Next,
)
from wshoes_tui.domain.deck import Deck, Shoes
from wshoes_tui.domain.draw import deal_shoes, opposite

SEEDS = range(12)
LONG = a_deck(cards=plain_cards(40, "information", "independence"))


def long_play(seats: str, **plan: object) -> Play:
    return Play.begun(seats, LONG, planned_turns=30, **plan)


# Whose shoes


@pytest.mark.parametrize("seed", SEEDS)
def test_shoes_nobody_stood_in_come_first(seed: int) -> None:
    play = long_play("A, B, C", seed=seed)
    play.do(*[Next()] * 3)
    assert len({turn.shoes for turn in play.session.turns}) == 4


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_stands_twice_in_the_same_shoes_while_there_are_others(seed: int) -> None:
    play = long_play("A, B", seed=seed)
    play.do(*[Next()] * 5)
    for label in "AB":
        mine = [turn.shoes for turn in play.session.turns if turn.seat == play.id_of(label)]
        assert len(set(mine)) == 3


@pytest.mark.parametrize("seed", SEEDS)
def test_a_card_is_played_in_shoes_it_suggests(seed: int) -> None:
    cards = tuple(replace(card, shoes=("nurse", "daughter")) for card in plain_cards(9))
    play = Play.begun("A, B", a_deck(cards=cards), seed=seed)
    play.do(Next(), Next())
    assert {turn.shoes for turn in play.session.turns} == {"nurse", "daughter"}


@pytest.mark.parametrize("seed", SEEDS)
def test_rather_the_shoes_of_the_other_side(seed: int) -> None:
    first = {"A/lived": {"nurse", "manager"}, "A/service": {"patient", "daughter"}}
    for seat, shoes in first.items():
        assert long_play(seat, seed=seed).turn.shoes in shoes


@pytest.mark.parametrize("role", ["Nurse", "nurse, ward 3", "retired (nurse)"])
@pytest.mark.parametrize("seed", SEEDS)
def test_rather_not_the_shoes_of_ones_own_role(role: str, seed: int) -> None:
    play = Play.ready("", LONG, planned_turns=30, seed=seed)
    play.do(ChangeSeat(play.session.seats[0].id, role=role), Begin(), *[Next()] * 2)
    assert "nurse" not in {turn.shoes for turn in play.session.turns}


def test_ones_own_shoes_where_there_are_no_others() -> None:
    deck = a_deck(shoes=(a_shoes("nurse", "service"),), cards=plain_cards(3))
    assert Play.begun("A/service/nurse", deck).turn.shoes == "nurse"


# The other side of a card


def pair(*named: tuple[str, str], shoes: tuple[Shoes, ...] = ()) -> Deck:
    card = a_card("one", opposite=dict(named))
    return a_deck(cards=(card,), shoes=shoes or a_deck().shoes)


@pytest.mark.parametrize(
    ("standing", "across"), [("patient", "manager"), ("manager", "patient"), ("nurse", "daughter")]
)
def test_a_swap_follows_the_card_both_ways(standing: str, across: str) -> None:
    play = Play.begun("A", pair(("patient", "manager"), ("daughter", "nurse")))
    found = opposite(play.session, replace(play.turn, shoes=standing))
    assert found is not None
    assert found.id == across


@pytest.mark.parametrize("seed", SEEDS)
def test_a_swap_without_a_named_opposite_goes_to_the_other_side(seed: int) -> None:
    play = Play.begun("A", pair(("patient", "gone")), seed=seed)
    for standing, side in (("patient", "service"), ("nurse", "lived")):
        across = opposite(play.session, replace(play.turn, shoes=standing))
        assert across is not None
        assert across.side == side


def test_a_swap_within_one_side_where_there_is_no_other() -> None:
    play = Play.begun("A", pair(shoes=(a_shoes("patient"), a_shoes("daughter"))))
    across = opposite(play.session, replace(play.turn, shoes="patient"))
    assert across is not None
    assert across.id == "daughter"


def test_no_swap_where_there_is_one_pair_of_shoes() -> None:
    play = Play.begun("A", pair(shoes=(a_shoes("patient"),)))
    assert opposite(play.session, play.turn) is None


# Shoes for everybody who writes


def dealt(play: Play, seed: int) -> dict[str, str]:
    shoes = deal_shoes(play.session, play.turn, play.session.present, Random(seed))
    assert list(shoes) == [seat.id for seat in play.session.present]
    return {play.session.seat(seat).label: id_ for seat, id_ in shoes.items()}  # type: ignore[union-attr]


@pytest.mark.parametrize("visibility", ["shoes", "named"])
def test_everybody_writes_in_different_shoes_as_far_as_they_go(visibility: str) -> None:
    play = long_play("A/lived, B/service, C, D, E, F", visibility=visibility)
    for seed in range(40):
        assert sorted(Counter(dealt(play, seed).values()).values()) == [1, 1, 2, 2]


def test_where_shoes_are_dealt_twice_nobodys_turn_to_share_them_comes_more_often() -> None:
    play = long_play("A, B, C, D, E")
    shared: Counter[str] = Counter()
    for seed in range(400):
        shoes = dealt(play, seed)
        times = Counter(shoes.values())
        shared.update(label for label, worn in shoes.items() if times[worn] == 2)
    assert all(120 < shared[label] < 200 for label in "ABCDE")


def test_where_people_are_named_the_turn_keeps_its_shoes_and_sides_differ() -> None:
    play = long_play("A/lived, B/service, C/lived", visibility="named")
    for seed in range(40):
        shoes = dealt(play, seed)
        assert shoes["A"] == play.turn.shoes
        assert shoes["B"] in ("patient", "daughter")


def test_whoever_writes_alone_writes_in_the_shoes_of_the_turn() -> None:
    play = long_play("A")
    assert {dealt(play, seed)["A"] for seed in range(20)} == {play.turn.shoes}


def test_shoes_dealt_are_those_of_the_card_or_of_the_turn() -> None:
    play = Play.begun("A, B, C", a_deck(cards=(a_card("one", shoes=("patient", "nurse")),)))
    found = {shoes for seed in range(20) for shoes in dealt(play, seed).values()}
    assert found == {"patient", "nurse"}
