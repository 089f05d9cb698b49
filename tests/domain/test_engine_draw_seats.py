"""Fair draws: whose turn it is, and the same again for the same seed."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from tests.build import Play, a_deck, plain_cards
from wshoes_tui.domain.commands import (
    AddSeat,
    Begin,
    ChangeSeat,
    ChooseDecks,
    GiveTurn,
    Next,
    ParkCard,
    Pass,
    Skip,
    Swap,
    Undo,
)

SEEDS = range(12)
LONG = a_deck(cards=plain_cards(40, "information", "independence"))


def long_play(seats: str, **plan: object) -> Play:
    return Play.begun(seats, LONG, planned_turns=30, **plan)


def order_of(play: Play, turns: int) -> str:
    play.do(*[Next()] * turns)
    return "".join(play.labels(play.session.turns[:-1]))


# Whose turn


def test_round_the_table() -> None:
    assert order_of(long_play("A, B, C"), 7) == "ABCABCA"


def test_round_the_table_takes_in_who_comes_and_leaves_out_who_goes() -> None:
    play = long_play("A, B, C")
    play.do(Next(), AddSeat("D"), ChangeSeat(play.id_of("C"), state="away"))
    assert order_of(play, 4) == "ABDAB"
    play.do(ChangeSeat(play.id_of("C"), state="here"))
    assert order_of(play, 2)[5:] == "DA"
    assert play.labels()[-1] == "B"
    play.do(Next())
    assert play.labels()[-1] == "C"


def test_a_pass_takes_the_turn_and_a_skip_does_not() -> None:
    play = long_play("A, B, C")
    play.do(Pass(), Skip(), Skip(), Next(), ParkCard(), Next())
    assert play.labels() == ["A", "B", "B", "B", "C", "C", "A"]


def test_a_turn_given_away_goes_on_from_there() -> None:
    play = long_play("A, B, C")
    play.do(GiveTurn(play.id_of("B")), Next())
    assert play.labels() == ["B", "C"]


def test_a_swap_is_no_second_turn_in_the_round() -> None:
    play = long_play("A, B, C")
    play.do(Swap(), Next())
    assert play.labels() == ["A", "A", "B"]


def test_sides_take_turns() -> None:
    play = long_play("A/lived, B/lived, C/service, D/service", order="sides")
    assert order_of(play, 8) == "ACBDACBD"


def test_a_lonely_side_still_takes_turns_with_the_other() -> None:
    play = long_play("A/lived, B/lived, C/service", order="sides")
    assert order_of(play, 8) == "ACBCACBC"


def test_who_takes_no_side_is_not_forgotten() -> None:
    turns = Counter(order_of(long_play("A/lived, B/service, C, D", order="sides"), 12))
    assert turns == {"A": 3, "B": 3, "C": 3, "D": 3}


def test_sides_with_one_side_only_go_round() -> None:
    assert order_of(long_play("A/lived, B/lived, C/lived", order="sides"), 6) == "ABCABC"


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_order_gives_everybody_as_many(seed: int) -> None:
    turns = order_of(long_play("A, B, C, D", order="random", seed=seed), 12)
    assert Counter(turns) == {"A": 3, "B": 3, "C": 3, "D": 3}


def test_a_random_order_is_one() -> None:
    orders = {order_of(long_play("A, B, C, D", order="random", seed=s), 8) for s in SEEDS}
    assert len(orders) > 6


@pytest.mark.parametrize("order", ["round", "sides", "random"])
@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_has_two_turns_running_while_others_are_here(order: str, seed: int) -> None:
    play = long_play("A/lived, B/service, C/lived", order=order, seed=seed)
    play.do(*[Next()] * 6, AddSeat("D", side="lived"), *[Next()] * 6)
    turns = play.labels()
    assert all(one != other for one, other in pairwise(turns))
    assert "D" in turns


@pytest.mark.parametrize("order", ["round", "sides", "random"])
def test_one_seat_has_every_turn(order: str) -> None:
    assert order_of(long_play("A", order=order), 4) == "AAAA"


@pytest.mark.parametrize("order", ["round", "sides", "random"])
def test_a_seat_that_comes_back_is_drawn_again(order: str) -> None:
    play = long_play("A/lived, B/service", order=order)
    play.do(ChangeSeat(play.id_of("B"), state="left"), *[Next()] * 3)
    assert set(play.labels()[1:]) == {"A"}
    play.do(ChangeSeat(play.id_of("B"), state="here"), Next())
    assert play.labels()[-1] == "B"


# The same again


@pytest.mark.parametrize("order", ["round", "sides", "random"])
def test_the_same_seed_draws_the_same(order: str) -> None:
    def drawn(seed: int, chance: int) -> list[tuple[str, str, str]]:
        play = Play.begun(order=order, seed=seed, chance=chance, planned_turns=8)
        play.do(*[Next()] * 6)
        labels = play.labels()
        return [(t.card, t.shoes, who) for t, who in zip(play.session.turns, labels, strict=True)]

    assert drawn(5, chance=1) == drawn(5, chance=2)
    assert any(drawn(5, chance=1) != drawn(seed, chance=1) for seed in range(6, 9))


def test_undo_and_on_again_draws_the_same() -> None:
    play = Play.begun()
    play.do(Next())
    first = play.turn
    play.do(Undo(), Next())
    assert (play.turn.card, play.turn.shoes, play.turn.seat) == (
        first.card,
        first.shoes,
        first.seat,
    )


def test_decks_put_back_by_undo_draw_the_same() -> None:
    decks = (a_deck("home"), a_deck("memory"))
    straight = Play.begun("A, B", *decks)
    round_about = Play.ready("A, B", *decks)
    round_about.do(ChooseDecks(decks[:1]), Undo(), Begin())
    assert (round_about.turn.deck, round_about.turn.card) == (
        straight.turn.deck,
        straight.turn.card,
    )
