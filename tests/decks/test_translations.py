"""Shipped translations: whole, at the revision of their original, and nothing left in English.

Every ``decks/ID.TAG.yaml`` is held, so that a new language needs no change here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from wshoes_tui.decks.deck_library import shipped_folder
from wshoes_tui.decks.deck_rules import Loaded, load_both, load_deck
from wshoes_tui.decks.easy_words import sentences, words_of_text
from wshoes_tui.decks.lint import advise
from wshoes_tui.domain.deck import Card, Deck, Prompt, Shoes, Theme, text_fields
from wshoes_tui.domain.value import replace
from wshoes_tui.first_paint.card_fit import too_long
from wshoes_tui.limits import LONGEST_EASY_SENTENCE

FILES = sorted(shipped_folder().glob("*.*.yaml"))
KEPT = {"licence", "source"}
"""Texts that a translation takes from its original."""


class Text(NamedTuple):
    """One text of a deck: where it stands, its key, and its words."""

    place: str
    key: str
    words: str


@cache
def original_of(deck_id: str) -> Deck:
    """The shipped deck, read once for all its translations."""
    return load_deck(shipped_folder() / f"{deck_id}.yaml")


@cache
def loaded(path: Path) -> Loaded:
    """A translation, read once. It checks without error, or this raises."""
    return load_both(path, original_of)


def texts_of(deck: Deck) -> Iterator[Text]:
    """Every text of a deck that is there."""
    things: list[tuple[str, Deck | Theme | Shoes | Card | Prompt]] = [("deck", deck)]
    things += [(f"theme {theme.key}", theme) for theme in deck.themes]
    things += [(f"shoes {shoes.id}", shoes) for shoes in deck.shoes]
    for card in deck.cards:
        things.append((f"card {card.id}", card))
        for prompt in card.prompts:
            place = f"card {card.id}, {prompt.rung}"
            yield Text(place, "text", prompt.text)
            things.append((place, prompt))
    for place, thing in things:
        for key in (*text_fields(type(thing)), *text_fields(type(thing), "facilitator")):
            if key not in KEPT and (words := getattr(thing, key)):
                yield Text(place, key, words)


def untranslated(own: Deck, original: Deck) -> list[str]:
    """The texts of the original that a translation lacks, or has in the same words.

    One word alone may be the same in two languages, and a name is.
    """
    ours = {text[:2]: text.words for text in texts_of(own)}
    return [
        f"{place}: {key}"
        for place, key, words in texts_of(original)
        if not (found := ours.get((place, key))) or (found == words and " " in words.strip())
    ]


def long_easy_sentences(deck: Deck) -> list[str]:
    """The sentences of easy words, those of titles, shoes and questions as well, with too many."""
    return [
        f"{text.place}: {sentence}"
        for text in texts_of(deck)
        if text.key.startswith("easy")
        for sentence in sentences(text.words)
        if len(words_of_text(sentence)) > LONGEST_EASY_SENTENCE
    ]


def structure(deck: Deck) -> object:
    """What no translation changes: ids, marks, order, and what leads from card to card."""
    return (
        [(shoes.id, shoes.mark, shoes.colour, shoes.side) for shoes in deck.shoes],
        [(theme.key, theme.framework) for theme in deck.themes],
        [
            (card.id, card.kind, card.shoes, card.opposite, card.themes, card.tender)
            for card in deck.cards
        ],
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
class TestShippedTranslation:
    def test_its_name_says_its_deck_and_its_language(self, path: Path) -> None:
        own = loaded(path).own
        assert path.name == f"{own.id}.{own.language}.yaml"
        assert own.id == own.translation_of

    def test_it_is_at_the_revision_of_its_original(self, path: Path) -> None:
        found = loaded(path)
        assert found.original is original_of(found.own.id)
        assert found.own.revision == found.original.revision

    def test_every_text_is_translated_and_none_is_added(self, path: Path) -> None:
        found = loaded(path)
        original = original_of(found.own.id)
        assert untranslated(found.own, original) == []
        theirs = {text[:2] for text in texts_of(original)}
        assert [text for text in texts_of(found.own) if text[:2] not in theirs] == []
        assert found.deck.translated == len(original.cards)

    def test_ids_marks_and_order_are_those_of_the_original(self, path: Path) -> None:
        found = loaded(path)
        original = original_of(found.own.id)
        assert structure(found.deck) == structure(original)
        for ours, theirs in zip(found.own.cards, original.cards, strict=True):
            assert ours.id == theirs.id
            assert [p.rung for p in ours.prompts] == [p.rung for p in theirs.prompts]
        assert [one.id for one in found.own.shoes] == [one.id for one in original.shoes]

    def test_its_easy_sentences_are_short(self, path: Path) -> None:
        assert long_easy_sentences(loaded(path).own) == []

    def test_nothing_but_its_length_is_advised(self, path: Path) -> None:
        found = loaded(path)
        assert [
            str(one) for one in advise(found.deck, found.original, own=found.own, too_long=too_long)
        ] == []

    def test_lines_are_as_many_in_a_poem_and_no_markup_is_in_a_text(self, path: Path) -> None:
        found = loaded(path)
        for text in texts_of(found.own):
            assert not {"*", "_"} & set(text.words), text
        for ours, theirs in zip(found.own.cards, original_of(found.own.id).cards, strict=True):
            if theirs.kind == "poem":
                assert ours.text.count("\n\n") == theirs.text.count("\n\n"), ours.id


def test_there_are_translations() -> None:
    assert FILES


def test_what_is_missing_or_left_in_english_is_found() -> None:
    """The test above can fail: on a card, a question, easy words, the title of a theme."""
    path = FILES[0]
    own, original = loaded(path).own, original_of(loaded(path).own.id)
    card, english = own.cards[0], original.cards[0]
    cases = {
        f"card {card.id}: text": replace(card, text=english.text),
        f"card {card.id}: easy": replace(card, easy=""),
        f"card {card.id}, notice: text": replace(
            card, prompts=(english.prompts[0], *card.prompts[1:])
        ),
        f"card {card.id}, act: easy": replace(
            card, prompts=(*card.prompts[:-1], replace(card.prompts[-1], easy=""))
        ),
    }
    for expected, changed in cases.items():
        spoilt = replace(own, cards=(changed, *own.cards[1:]))
        assert expected in untranslated(spoilt, original)
    assert untranslated(replace(own, themes=own.themes[1:]), original) == [
        f"theme {own.themes[0].key}: title"
    ]
    long = replace(card, easy="word " * (LONGEST_EASY_SENTENCE + 1))
    assert long_easy_sentences(replace(own, cards=(long,)))
