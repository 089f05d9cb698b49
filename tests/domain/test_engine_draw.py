"""Fair draws: whose turn, which card, whose shoes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from tests.build import Play, a_card, a_deck, a_shoes, plain_cards
from wshoes_tui.domain.commands import (
    AddSeat,
    Begin,
    ChangeSeat,
    ChooseDecks,
    DrawCard,
    GiveTurn,
    MoreTurns,
    Next,
    ParkCard,
    Pass,
    PlaceCard,
    Remove,
    Skip,
    Swap,
    Undo,
)
from wshoes_tui.domain.deck import Deck, Shoes
from wshoes_tui.domain.draw import deal_shoes, opposite

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


# Which card


@pytest.mark.parametrize("seed", SEEDS)
def test_no_card_comes_twice_until_all_are_out(seed: int) -> None:
    play = Play.begun(seed=seed, planned_turns=20)
    play.do(*[Next()] * 8)
    assert len(play.cards) == len(set(play.cards)) == 8
    assert play.session.state == "closing"


@pytest.mark.parametrize("back", [Skip(), ParkCard()], ids=["skipped", "parked"])
def test_a_card_put_back_comes_last(back: Skip | ParkCard) -> None:
    play = Play.begun(planned_turns=20)
    put_back = play.turn.card
    play.do(back, *[Next()] * 7)
    assert play.cards[0] == play.cards[-1] == put_back
    assert len(set(play.cards[:-1])) == 8
    play.do(Next())
    assert play.session.state == "closing"


def test_a_card_put_back_is_not_offered_again_at_once() -> None:
    play = Play.begun("A", a_deck(cards=plain_cards(1)))
    why = "All the cards have been played. You can go to the closing round."
    assert play.refused(Skip()) == why
    assert play.refused(ParkCard()) == why


def test_two_cards_can_be_skipped_back_and_forth() -> None:
    play = Play.begun("A", a_deck(cards=plain_cards(2)), planned_turns=9)
    play.do(Skip(), Skip(), Skip())
    assert len(set(play.cards[0::2])) == len(set(play.cards[1::2])) == 1


def test_the_groups_own_card_is_next_the_oldest_first() -> None:
    play = Play.begun(planned_turns=8)
    play.do(PlaceCard("One"), PlaceCard("Two"), Next(), Next(), Next())
    titles = [play.session.card_of(turn).title for turn in play.session.turns]
    assert titles[1:3] == ["One", "Two"]
    assert play.session.deck("home").card(play.cards[3])  # type: ignore[union-attr]


def test_an_own_card_put_back_comes_last_and_is_not_lost() -> None:
    play = Play.begun("A, B", a_deck(cards=plain_cards(3)), planned_turns=9)
    play.do(PlaceCard("Ours"), Next(), Skip(), Next(), Next())
    titles = [play.session.card_of(turn).title for turn in play.session.turns]
    assert titles[1] == titles[4] == "Ours"
    assert len(set(titles)) == 4


def test_an_own_card_taken_back_is_not_drawn() -> None:
    play = Play.begun()
    play.do(PlaceCard("Ours"))
    play.do(Remove(play.session.wild_cards[0].id), Next())
    assert play.session.card_of(play.turn).title != "Ours"


@pytest.mark.parametrize("seed", SEEDS)
def test_mixed_decks_alternate(seed: int) -> None:
    few = a_deck("few", cards=plain_cards(12, "information"))
    many = a_deck("many", cards=plain_cards(30, "information", "independence"))
    play = Play.begun("A, B", few, many, seed=seed, planned_turns=20)
    play.do(*[Next()] * 19)
    decks = [turn.deck for turn in play.session.turns]
    pairs = zip(decks[0::2], decks[1::2], strict=True)
    assert all({one, other} == {"few", "many"} for one, other in pairs)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_group_warms_up_on_what_it_can_hold(seed: int) -> None:
    tender = [a_card(f"tender-{n}", tender=2) for n in range(20)]
    poems = [a_card(f"poem-{n}", kind="poem") for n in range(20)]
    deck = a_deck(cards=(*tender, *poems, *plain_cards(4)))
    play = Play.begun("A", deck, seed=seed, planned_turns=9)
    play.do(Skip(), Next())
    drawn = [deck.card(turn.card) for turn in play.session.turns]
    assert all(card and (card.kind, card.tender) == ("scenario", 1) for card in drawn)


def test_a_deck_of_nothing_but_tender_cards_is_played() -> None:
    deck = a_deck(cards=tuple(replace(card, tender=2) for card in plain_cards(2)))
    assert Play.begun("A", deck).turn.card in ("card-0", "card-1")


@pytest.mark.parametrize("seed", SEEDS)
def test_themes_nobody_has_touched_come_first(seed: int) -> None:
    cards = (*plain_cards(9, "information"), a_card("other", "independence"))
    play = Play.begun("A", a_deck(cards=cards), seed=seed)
    play.do(Next())
    assert "other" in play.cards


@pytest.mark.parametrize("seed", SEEDS)
def test_a_poem_does_not_follow_a_poem_where_there_is_another(seed: int) -> None:
    poems = tuple(a_card(f"poem-{n}", kind="poem") for n in range(9))
    play = Play.begun("A", a_deck(cards=(*poems, *plain_cards(4))), seed=seed, planned_turns=9)
    play.do(DrawCard("home", "poem-0"), Next())
    assert play.turn.card.startswith("card")


# Whose shoes


@pytest.mark.parametrize("seed", SEEDS)
def test_shoes_nobody_stood_in_come_first(seed: int) -> None:
    play = long_play("A, B, C", seed=seed)
    play.do(*[Next()] * 3)
    assert len({turn.shoes for turn in play.session.turns}) == 4


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


# The end of the cards


def test_more_turns_need_more_cards() -> None:
    play = Play.begun("A", a_deck(cards=plain_cards(1)))
    play.do(Next())
    assert play.session.state == "closing"
    why = "All the cards have been played. You can go to the closing round."
    assert play.refused(MoreTurns(1)) == why
    play.do(PlaceCard("Ours"), MoreTurns(1))
    assert play.session.card_of(play.turn).title == "Ours"
