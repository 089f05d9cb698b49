"""Advice on sound decks: each kind is given where it is due, and not where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.decks.samples import GOOD
from wshoes_tui.decks import easy_words
from wshoes_tui.decks.deck_rules import parse_deck
from wshoes_tui.decks.lint import Advice, advise
from wshoes_tui.domain.deck import Card, Deck, Prompt

DECK = parse_deck(GOOD, "deck.yaml")
CARD, POEM = DECK.cards
HARD = "Responsible " + "coordinating " * 24 + "organisations."


def with_card(card: Card) -> Deck:
    """The good deck with its first card replaced."""
    return replace(DECK, cards=(card, POEM))


def kinds(deck: Deck, original: Deck | None = None) -> list[str]:
    """The kinds of advice given."""
    return [advice.kind for advice in advise(deck, original)]


def test_a_good_deck_needs_none() -> None:
    assert advise(DECK) == []
    assert advise(DECK, original=DECK) == []


def test_says_what_it_is_about_and_what_to_do() -> None:
    (advice,) = advise(with_card(replace(CARD, easy="")))
    assert advice == Advice(
        "easy", "card friday-four-oclock", "It has no easy words", "Add a text easy: to it."
    )
    assert str(advice) == "card friday-four-oclock: It has no easy words. Add a text easy: to it."


def test_shoes_without_easy_words() -> None:
    patient, nurse = DECK.shoes
    (advice,) = advise(replace(DECK, shoes=(replace(patient, easy=""), nurse)))
    assert (advice.kind, advice.about) == ("easy", "shoes patient")


@pytest.mark.parametrize(("words", "expected"), [(15, []), (16, ["sentence"])])
def test_easy_sentences_of_more_than_fifteen_words(words: int, expected: list[str]) -> None:
    easy = f"We go. {'A ' * (words - 1)}b. We stay."
    assert kinds(with_card(replace(CARD, easy=easy))) == expected


def test_lines_without_full_stops_are_sentences() -> None:
    easy = "\n".join(["one two three four five six"] * 4)
    assert kinds(with_card(replace(CARD, easy=easy))) == []
    assert kinds(with_card(replace(CARD, easy=easy + "."))) == ["sentence"]


def test_reading_grade() -> None:
    assert kinds(with_card(replace(CARD, text=HARD))) == ["grade"]
    assert "grade" in kinds(with_card(replace(CARD, easy=HARD)))
    assert kinds(replace(with_card(replace(CARD, text=HARD)), language="de")) == []


def test_words_of_the_trade() -> None:
    (advice,) = advise(with_card(replace(CARD, text="A service user waits. Service users wait.")))
    assert (advice.kind, advice.about) == ("jargon", "card friday-four-oclock")
    assert '"service user"' in advice.what
    assert '"person"' in advice.mend
    assert kinds(with_card(replace(CARD, text="The service is for any user."))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The MDT meets.", ["abbreviation"]),
        ("The MDT meets. The MDT waits.", ["abbreviation"]),
        ("The multi-team meeting (MDT) is on. The MDT waits.", []),
        ("The MDT (everyone on the ward) meets.", []),
        ("The GP rings the NHS on TV.", []),
        ("He did NOT go, and she did not go.", []),
    ],
)
def test_abbreviations(text: str, expected: list[str]) -> None:
    assert kinds(with_card(replace(CARD, text=text))) == expected


def test_shoes_that_no_card_suggests() -> None:
    porter = replace(DECK.shoes[1], id="porter", mark="R")
    deck = replace(DECK, shoes=(*DECK.shoes, porter))
    assert kinds(deck) == []  # the poem suggests none, and so all
    (advice,) = advise(replace(deck, cards=(CARD, replace(POEM, shoes=("nurse",)))))
    assert (advice.kind, advice.about) == ("shoes", "shoes porter")


@pytest.mark.parametrize("side", ["lived", "service"])
def test_a_missing_side(side: str) -> None:
    other = "service" if side == "lived" else "lived"
    shoes = tuple(replace(pair, side=other) for pair in DECK.shoes)
    (advice,) = advise(replace(DECK, shoes=shoes))
    assert (advice.kind, advice.about) == ("side", "the deck")
    assert side in advice.what


def test_themes_with_one_card_or_none() -> None:
    found = advise(replace(DECK, cards=(CARD, replace(POEM, themes=("information",)))))
    assert [(a.kind, a.about, a.what) for a in found] == [
        ("theme", "theme independence", "Only one card has it")
    ]
    found = advise(replace(DECK, cards=(replace(CARD, themes=()), replace(POEM, themes=()))))
    assert [a.what for a in found] == ["No card has it", "No card has it"]


@pytest.mark.parametrize(
    "prompt",
    [
        "Why didn't anyone ring?",
        "Why didn’t the nurse ring?",
        "Why did nobody ring?",
        "Whose fault is it?",
        "Who is to blame?",
        "What should they have done?",
        "What did the nurse do wrong?",
        "Who failed her?",
        "What mistake was made?",
    ],
)
def test_prompts_that_blame(prompt: str) -> None:
    prompts = (*CARD.prompts[:3], Prompt("act", prompt))
    assert kinds(with_card(replace(CARD, prompts=prompts))) == ["blame"]


@pytest.mark.parametrize(
    "prompt",
    [
        "Why might she wait?",
        "What should happen next?",
        "What have you found out?",
        "Why not today?",
    ],
)
def test_prompts_that_do_not_blame(prompt: str) -> None:
    prompts = (*CARD.prompts[:3], Prompt("act", prompt))
    assert kinds(with_card(replace(CARD, prompts=prompts))) == []


def test_missing_rungs() -> None:
    (advice,) = advise(with_card(replace(CARD, prompts=CARD.prompts[:1])))
    assert advice.kind == "rung"
    assert "feel, ask and act" in advice.what
    assert kinds(with_card(replace(CARD, prompts=()))) == []  # it is given all four


def test_the_length_of_a_card_is_for_the_page_to_tell() -> None:
    """See ``tests/tui/test_card_fit.py`` for the measure."""

    def too_long(card: Card, deck: Deck) -> list[tuple[str, str]]:
        return [("It is long", "Shorten it.")] if card is CARD and deck is DECK else []

    assert advise(DECK, too_long=too_long) == [
        Advice("length", "card friday-four-oclock", "It is long", "Shorten it.")
    ]
    assert kinds(with_card(replace(CARD, text="Up.\n\n" * 300))) == []


class TestTranslations:
    ORIGINAL = replace(DECK, revision=4)

    def lag(self, **changes: object) -> list[Advice]:
        deck = replace(DECK, **{"revision": 4, "translation_of": DECK.id, **changes})
        return [a for a in advise(deck, original=self.ORIGINAL) if a.kind == "translation"]

    def test_in_step(self) -> None:
        assert self.lag() == []

    def test_an_older_revision(self) -> None:
        (advice,) = self.lag(revision=3)
        assert "revision 4, this translation at 3" in advice.what

    def test_a_missing_card(self) -> None:
        (advice,) = self.lag(cards=DECK.cards[:1])
        assert advice.about == "card the-stairs"

    def test_a_card_of_another_id(self) -> None:
        found = self.lag(cards=(CARD, replace(POEM, id="die-treppe")))
        assert [a.about for a in found] == ["card the-stairs", "card die-treppe"]

    def test_missing_shoes(self) -> None:
        (advice,) = self.lag(shoes=DECK.shoes[:1])
        assert advice.about == "shoes nurse"

    def test_missing_easy_words(self) -> None:
        (advice,) = self.lag(cards=(replace(CARD, easy=""), POEM))
        assert advice.what.endswith(": easy")

    def test_missing_prompts(self) -> None:
        (advice,) = self.lag(cards=(replace(CARD, prompts=CARD.prompts[:2]), POEM))
        assert advice.what.endswith(": ask, act")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", 3),
        ("Mrs. Hill waits for Dr. Shah.", 1),
        ('"Any pain?" asks the doctor. She nods.', 2),
        ("It costs 3.50 at 10.40.", 1),
        ("No. I will not.", 2),
        ("One line\nand the next.\n\nNew paragraph", 2),
        ("", 0),
        ("...", 0),
    ],
)
def test_sentences(text: str, expected: int) -> None:
    assert len(easy_words.sentences(text)) == expected


def test_the_grade_is_the_formula_that_is_documented() -> None:
    text = " ".join(["Abcd efgh ijkl mnop qrst."] * 5)
    assert easy_words.reading_grade(text) == pytest.approx(4.71 * 4 + 0.5 * 5 - 21.43)
    assert easy_words.reading_grade("Too short to tell.") is None
