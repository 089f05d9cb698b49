"""Lint: advice on a sound deck. It never blocks: a deck may have its reasons."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from wshoes_tui.decks import readability
from wshoes_tui.decks.diagnostics import joined_with_and
from wshoes_tui.domain.deck import RUNGS, SIDES, Card, Deck, text_fields
from wshoes_tui.domain.text import one_line
from wshoes_tui.limits import (
    CARD_WIDTH,
    HARDEST_EASY,
    HARDEST_TEXT,
    LONGEST_EASY_SENTENCE,
    MOST_CARD_LINES,
    MOST_POEM_LINES,
)

AdviceKind = Literal[
    "easy", "sentence", "grade", "jargon", "abbreviation", "blame", "rung", "length",
    "shoes", "side", "theme", "translation",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing that could be better. ``about`` is ``card reply-y``, ``the deck`` or the like."""

    kind: AdviceKind
    about: str
    what: str
    mend: str

    def __str__(self) -> str:
        """One line, safe to print."""
        return one_line(f"{self.about}: {self.what}. {self.mend}")


Hint: TypeAlias = tuple[AdviceKind, str, str]
"""Of a card: the kind of advice, what could be better, and how to mend it."""


def advise(deck: Deck, original: Deck | None = None, own: Deck | None = None) -> list[Advice]:
    """What could be better in a deck, the deck as a whole first, then card by card.

    Args:
        deck: a deck that has passed the rules.
        original: the deck of which this one is a translation, to see what lags.
        own: what of the deck is its own, where the rest comes from the original.
    """
    own = own or deck
    advice = [*_on_sides(deck), *_on_shoes(deck), *_on_themes(deck)]
    if original is not None:
        advice += _on_translation(own, original)
    advice += _on_abbreviations(own)
    theirs = {card.id for card in own.cards}
    looks = (*_LOOKS, *(_ENGLISH_LOOKS if _is_english(deck) else ()))
    for card in (card for card in deck.cards if card.id in theirs):
        for look in looks:
            advice += [Advice(kind, f"card {card.id}", *told) for kind, *told in look(card)]
    return advice


def _on_sides(deck: Deck) -> Iterator[Advice]:
    present = {shoes.side for shoes in deck.shoes}
    for side in SIDES:
        if side not in present:
            what = f"No shoes are of the side {side}"
            yield Advice("side", "the deck", what, "Add some: a deck needs both.")


def _on_shoes(deck: Deck) -> Iterator[Advice]:
    worn = {shoes.id for card in deck.cards for shoes in deck.suggested(card)}
    for shoes in deck.shoes:
        about = f"shoes {shoes.id}"
        if shoes.id not in worn:
            yield Advice("shoes", about, "No card suggests them", "Add them to some cards.")
        if not shoes.easy:
            yield Advice("easy", about, "They have no easy words", "Add a line easy: to them.")


def _on_themes(deck: Deck) -> Iterator[Advice]:
    used = Counter(key for card in deck.cards for key in card.themes)
    for theme in deck.themes:
        if used[theme.key] < 2:
            count = "Only one card has" if used[theme.key] else "No card has"
            mend = "Give it more cards, or drop it."
            yield Advice("theme", f"theme {theme.key}", f"{count} it", mend)


def _on_translation(deck: Deck, original: Deck) -> Iterator[Advice]:
    def lag(about: str, what: str, mend: str) -> Advice:
        return Advice("translation", about, what, mend)

    if deck.revision < original.revision:
        yield lag(
            "the deck",
            f"The original is at revision {original.revision}, this translation at {deck.revision}",
            "Look through what has changed, then give it the same revision.",
        )
    shoes = {pair.id for pair in deck.shoes}
    for pair in original.shoes:
        if pair.id not in shoes:
            yield lag(f"shoes {pair.id}", "The original has them", "Translate them.")
    for card in original.cards:
        ours = deck.card(card.id)
        about = f"card {card.id}"
        if ours is None:
            yield lag(about, "The original has it, the translation does not", "Translate it.")
        elif card.easy and not ours.easy:
            yield lag(about, "The original has easy words here", "Translate them as well.")
        elif len(ours.prompts) < len(card.prompts):
            yield lag(about, "The original has more prompts here", "Translate them as well.")
    for card in deck.cards:
        if original.card(card.id) is None:
            mend = "Check its id, or drop the card."
            yield lag(f"card {card.id}", "The original has no such card", mend)


def _on_abbreviations(deck: Deck) -> Iterator[Advice]:
    everything = "\n".join(_everything(card) for card in deck.cards)
    for short in readability.abbreviations(everything):
        first = next(card for card in deck.cards if short in _everything(card))
        what = f"The abbreviation {short} is not explained"
        mend = "Write it out, or add the long form in brackets."
        yield Advice("abbreviation", f"card {first.id}", what, mend)


def _on_easy(card: Card) -> Iterator[Hint]:
    if not card.easy:
        yield "easy", "It has no easy words", "Add a text easy: to it."


def _on_sentences(card: Card) -> Iterator[Hint]:
    for sentence in readability.sentences(card.easy):
        found = readability.words(sentence)
        if len(found) > LONGEST_EASY_SENTENCE:
            yield (
                "sentence",
                f'A sentence of its easy words has {len(found)} words: "{" ".join(found[:4])} ..."',
                f"Make two of it, of {LONGEST_EASY_SENTENCE} words at most.",
            )


def _on_rungs(card: Card) -> Iterator[Hint]:
    present = {prompt.rung for prompt in card.prompts}
    missing = [rung for rung in RUNGS if rung not in present]
    # A card without prompts is given one on each rung.
    if missing and card.prompts:
        what = f"It has no prompt for {joined_with_and(missing, 'and')}"
        yield "rung", what, "Add one, so that the group can climb the whole ladder."


def _on_length(card: Card) -> Iterator[Hint]:
    is_poem = card.kind == "poem"
    most = MOST_POEM_LINES if is_poem else MOST_CARD_LINES
    for name, text in (("text", card.text), ("easy text", card.easy)):
        lines = _screen_lines(text, as_written=is_poem)
        if lines > most:
            what = f"Its {name} takes {lines} lines on a screen of 80 by 24, where {most} fit"
            yield "length", what, "Shorten it."


def _on_grade(card: Card) -> Iterator[Hint]:
    if card.kind == "poem":
        return
    for name, text, hardest in (
        ("text", card.text, HARDEST_TEXT),
        ("easy text", card.easy, HARDEST_EASY),
    ):
        grade = readability.grade(text)
        if grade is not None and grade > hardest:
            what = f"Its {name} has reading grade {grade:.0f}, where {hardest:.0f} is enough"
            yield "grade", what, "Use shorter sentences and shorter words."


def _on_jargon(card: Card) -> Iterator[Hint]:
    for phrase in readability.jargon(_everything(card)):
        mend = f'Say "{readability.JARGON[phrase]}", unless somebody speaks like that here.'
        yield "jargon", f'"{phrase}" is a word of the trade', mend


def _on_blame(card: Card) -> Iterator[Hint]:
    for prompt in card.prompts:
        if readability.blames(prompt.text):
            what = f"Its prompt for {prompt.rung} may sound like blame"
            yield "blame", what, "Ask what happened, what it was like, or what would help."


_LOOKS = (_on_easy, _on_sentences, _on_rungs, _on_length)
_ENGLISH_LOOKS = (_on_grade, _on_jargon, _on_blame)


def _is_english(deck: Deck) -> bool:
    return deck.language.partition("-")[0].lower() == "en"


def _everything(card: Card) -> str:
    texts = (getattr(card, name) for name in text_fields(type(card)))
    return "\n".join((*texts, *(prompt.text for prompt in card.prompts)))


def _screen_lines(text: str, *, as_written: bool) -> int:
    """The lines a text takes, blank ones included; each paragraph is filled anew."""
    blocks = text.split("\n") if as_written else text.split("\n\n")
    lines = sum(max(1, len(textwrap.wrap(block, CARD_WIDTH))) for block in blocks)
    return lines if as_written else lines + len(blocks) - 1
