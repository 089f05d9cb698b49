"""Fair draws: which card."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.build import Play, a_card, a_deck, plain_cards
from wshoes_tui.domain.commands import (
    DrawCard,
    MoreTurns,
    Next,
    ParkCard,
    PlaceCard,
    Remove,
    Skip,
)

SEEDS = range(12)


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


# The end of the cards


def test_more_turns_need_more_cards() -> None:
    play = Play.begun("A", a_deck(cards=plain_cards(1)))
    play.do(Next())
    assert play.session.state == "closing"
    why = "All the cards have been played. You can go to the closing round."
    assert play.refused(MoreTurns(1)) == why
    play.do(PlaceCard("Ours"), MoreTurns(1))
    assert play.session.card_of(play.turn).title == "Ours"
