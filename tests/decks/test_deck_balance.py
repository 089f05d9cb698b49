"""Balance of the shipped decks: both sides, every pair of shoes, every theme, light and heavy."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median

import pytest

from wshoes_tui.decks.deck_library import DeckLibrary
from wshoes_tui.domain.deck import Card, Deck

FOLDER = Path(__file__).parents[2] / "decks"
LIBRARY = DeckLibrary([("shipped", FOLDER)])
SMALL_DECK = 12
"""A deck of so many cards, to be mixed into others, needs less of everything."""
NAMES = sorted({path.name.split(".")[0] for path in FOLDER.glob("*.yaml")})

SENTENCE_END = re.compile(r"(?<=[.!?\"])\s+")
LONGEST_SENTENCE, MOST_WORDS = 25, 75


@pytest.fixture(params=NAMES)
def deck(request: pytest.FixtureRequest) -> Deck:
    return LIBRARY.open(request.param)


def worn(deck: Deck, card: Card) -> tuple[str, ...]:
    return card.shoes or tuple(pair.id for pair in deck.shoes)


def test_the_cells_of_shoes_by_theme_are_filled(deck: Deck) -> None:
    filled = {(p, theme) for card in deck.cards for p in worn(deck, card) for theme in card.themes}
    cells = len(deck.shoes) * len(deck.themes)
    assert cells - len(filled) <= cells // 10


def test_both_sides_and_every_pair_of_shoes_have_their_cards(deck: Deck) -> None:
    sides = {pair.id: pair.side for pair in deck.shoes}
    assert list(sides.values()).count("lived") >= 4 <= list(sides.values()).count("service")
    suggested = [pair for card in deck.cards for pair in worn(deck, card)]
    lived = sum(sides[pair] == "lived" for pair in suggested)
    assert abs(2 * lived - len(suggested)) <= len(suggested) // 10
    least = 3 if len(deck.cards) == SMALL_DECK else 6
    assert all(suggested.count(pair) >= least for pair in sides)
    for card in deck.cards:
        for pair in worn(deck, card):
            assert sides[card.opposite[pair]] != sides[pair], (card.id, pair)
            assert card.opposite[pair] in worn(deck, card), (card.id, pair)


def test_there_are_light_usual_and_tender_cards(deck: Deck) -> None:
    least = 2 if len(deck.cards) == SMALL_DECK else 5
    tender = [card.tender for card in deck.cards]
    assert all(tender.count(weight) >= least for weight in (0, 1, 2))


def test_a_card_is_short_enough_to_be_heard_once(deck: Deck) -> None:
    assert median(len(card.text.split()) for card in deck.cards) <= MOST_WORDS
    for card in deck.cards:
        if card.kind != "poem":
            for sentence in SENTENCE_END.split(" ".join(card.text.split())):
                assert len(sentence.split()) <= LONGEST_SENTENCE, (card.id, sentence)


def test_questions_are_varied_one_at_a_time_and_have_easy_words(deck: Deck) -> None:
    asked = [prompt for card in deck.cards for prompt in card.prompts]
    assert 2 * sum(prompt.text.startswith("What") for prompt in asked) <= len(asked)
    for prompt in asked:
        assert prompt.text.count("?") == 1, prompt.text
        assert prompt.easy.count("?") == 1, prompt.easy


def test_no_card_has_a_title_or_an_id_that_another_deck_has() -> None:
    cards = [card for name in NAMES for card in LIBRARY.open(name).cards]
    for texts in ([card.id for card in cards], [card.title for card in cards]):
        assert sorted(texts) == sorted(set(texts))


def test_no_text_has_signs_of_a_markup_that_nothing_shows(deck: Deck) -> None:
    texts = [text for card in deck.cards for text in (card.text, card.easy, card.title)]
    texts += [text for card in deck.cards for one in card.prompts for text in (one.text, one.easy)]
    assert not [text for text in texts if "*" in text or "_" in text]
