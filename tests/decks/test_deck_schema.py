"""The declaration of the fields of a deck file, and what is derived from it.

A class with a field more stands for a later version of the program: nothing else is told of it.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Annotated, Any

import pytest

from tests.build import a_deck
from tests.decks.samples import GOOD
from wshoes_tui.decks import deck_schema
from wshoes_tui.decks.deck_rules import completed, parse_deck
from wshoes_tui.decks.diagnostics import Report
from wshoes_tui.decks.field_reader import NOT_TRANSLATED, Fields
from wshoes_tui.decks.lint import advise
from wshoes_tui.decks.yaml_tree import MapNode, build_tree
from wshoes_tui.domain.deck import Card, Deck, InFile, Shoes, Theme, file_fields, text_fields
from wshoes_tui.domain.projection import for_seats
from wshoes_tui.domain.value import value

KINDS: tuple[type[Any], ...] = (Deck, Theme, Shoes, Card)
ALL = [(kind, name, one) for kind in KINDS for name, one in file_fields(kind).items()]


@value()
class CardOfLater(Card):
    """A card with a text for everybody, one for the facilitator and a number more."""

    motto: Annotated[str, InFile("text", "Nothing about us without us.", 30, required=True)] = ""
    hint: Annotated[str, InFile("passage", "Wait.", 30, audience="facilitator")] = ""
    weight: Annotated[int, InFile("number", "3", low=0, high=5)] = 3


def later(**parts: Any) -> CardOfLater:
    """A card of the later version."""
    whole = {"id": "own-bed", "kind": "scenario", "title": "Bed", "text": "A bed."}
    return CardOfLater(**{**whole, **parts})


def read_later(text: str, *, whole: bool = True) -> tuple[CardOfLater, list[str]]:
    """The card that stands in a text, and what is wrong with it."""
    report = Report("deck.yaml")
    node = build_tree(text, report)
    assert isinstance(node, MapNode)
    keys = Fields(node, "the card", file_fields(CardOfLater), report, whole=whole)
    nothing = dict.fromkeys(("shoes", "themes", "prompts", "framework"), tuple)
    card = CardOfLater(**keys.values(CardOfLater, **nothing, opposite=dict))
    return card, [f"{problem.what}. {problem.mend}" for problem in report.problems]


@pytest.mark.parametrize(("kind", "name", "one"), ALL, ids=lambda part: getattr(part, "kind", part))
def test_each_field_is_declared_whole(kind: type[Any], name: str, one: InFile) -> None:
    (default,) = (field.default for field in fields(kind) if field.name == name)
    assert one.example
    assert bool(one.most) >= one.is_free_text, "every text has a limit"
    assert bool(one.choices) == (one.kind == "choice")
    assert (one.low < one.high) == (one.kind == "number")
    if one.kind == "number":
        assert default in (int(one.example), MISSING), "an example of a number is its default"


def test_no_key_is_both_text_and_word() -> None:
    assert not deck_schema.TEXT_KEYS & deck_schema.WORD_KEYS


def test_a_field_more_is_read_with_its_rules() -> None:
    text = "id: own-bed\nkind: poem\ntitle: Bed\ntext: A bed.\n"
    card, problems = read_later(f"{text}motto: We   all.\nhint: |\n  Wait.\n  More.\nweight: 5\n")
    assert problems == []
    assert (card.motto, card.hint, card.weight) == ("We all.", "Wait.\nMore.", 5)
    assert read_later(f"{text}motto: We all.\n")[0].weight == 3
    assert read_later(f"{text}motto: {'x' * 31}\nweight: 6\n")[1] == [
        '"motto" of the card has 31 characters, and 30 are the most. '
        "Shorten it, or make several of it.",
        '"weight" of the card should be a whole number from 0 to 5. '
        "Write it in digits, such as weight: 3",
    ]
    assert read_later(text)[1] == [
        'The card has no "motto". Add a line such as motto: Nothing about us without us.'
    ]


def test_a_field_more_is_translated_or_comes_from_the_original() -> None:
    card, problems = read_later("id: own-bed\nmotto: Ni i gyd.\n", whole=False)
    assert problems == []
    assert (card.title, card.hint, card.weight) == ("", "", NOT_TRANSLATED)
    original = a_deck(cards=(later(motto="All of us.", hint="Wait.", weight=0),))
    own = a_deck(cards=(card,), shoes=(), themes=(), language="cy")
    (merged,) = completed(own, original).cards
    assert merged == later(motto="Ni i gyd.", hint="Wait.", weight=0)


def test_a_field_more_is_told_at_seats_where_everybody_is_told_it() -> None:
    original = a_deck(cards=(later(motto="All of us.", hint="Wait.", note="Slowly."),))
    translation = a_deck(cards=(later(motto="Ni i gyd.", hint="Aros.", title="Gwely"),))
    for told, motto, title in ((None, "All of us.", "Bed"), (translation, "Ni i gyd.", "Gwely")):
        (card,) = for_seats(original, told).cards
        assert card == later(motto=motto, title=title)


def test_a_field_more_is_read_for_words_of_the_trade() -> None:
    deck = parse_deck(GOOD, "deck.yaml")
    cards = (later(easy="A bed.", motto="Escalate it.", note="A care pathway."), deck.cards[1])
    found = [str(one) for one in advise(a_deck(cards=cards)) if one.kind == "jargon"]
    assert len(found) == 1
    assert "escalate" in found[0]


def test_texts_are_listed_by_who_is_told_them() -> None:
    assert {"title", "text", "easy"} <= set(text_fields(Card))
    assert {"note", "source"} <= set(text_fields(Card, "facilitator"))
    assert set(text_fields(Card)).isdisjoint(text_fields(Card, "facilitator"))
    assert {"name", "you_are", "easy"} <= set(text_fields(Shoes))
