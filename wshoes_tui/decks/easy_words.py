"""Lint of easy words: long sentences, questions without them, questions about what is not told.

Who is read only the easy text must be able to answer the question. A question speaks of a thing
where a noun stands behind an article or the like ("the goose"), or is a name; one that stands in
the text of the card and not in its easy text is not told. Nouns are found by their place, without
a dictionary, which works for English alone. Whether an easy text states as a fact what the card
leaves open is not looked at: words such as "may" and "seems" do not tell (of 86 cards six were
found, all of them wrongly).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, TypeAlias

from wshoes_tui.domain.deck import Card, Prompt
from wshoes_tui.limits import HARDEST_EASY, LONGEST_EASY_QUESTION, LONGEST_EASY_SENTENCE
from wshoes_tui.locale import _, many
from wshoes_tui.locale.phrases import listed

EasyAdvice: TypeAlias = tuple[Literal["easy", "sentence", "told"], str, str]

_WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
_STOP = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|\n\s*\n")
_STOPS = re.compile(r"[.!?…]")
_TITLES = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|Prof|e\.g|i\.e)\.")
_POSSESSIVE = re.compile(r"['’]s?$")

_POINTING = frozenset({"the", "that", "those", "his", "her", "their", "its"})
"""Before a thing that the listener is taken to know."""

_NO_THING = frozenset(
    """
    a about afternoon again all an and another any anybody anyone anything are as ask at back be
    been before being both but by can could day did do does each eight eleven ever everybody
    everyone everything evening feel first five for four from get give go good had has have he
    hear help her here him his home hour hours how i if in into is it its just know last less
    like long make many may me might minute minutes more most must my need never new next night
    nine no nobody not now of off on one only or other others our out over own part people
    person place put question questions room same say see seven shall she should side six so
    some somebody someone something stand still take tell ten than that the their them then
    there these they thing things think this those time to today too twelve two under until up
    us very want was way we week were what when where which while who whom whose why will with
    without word words would you your
    """.split()  # noqa: SIM905 - as a list it would take a page
)
"""Words that name no thing of one card: small words, numbers, common times and places."""


def easy_advice(card: Card, *, english: bool) -> Iterator[EasyAdvice]:
    """What could be better in the easy words of a card: kind, what, and how to mend it."""
    if not card.easy:
        yield "easy", _("It has no easy words"), _("Add a text easy: to it.")
        return
    for sentence in sentences(card.easy):
        found = words_of_text(sentence)
        if len(found) > LONGEST_EASY_SENTENCE:
            yield (
                "sentence",
                _(
                    'A sentence of its easy words has {found} words: "{begin} ..."',
                    found=len(found),
                    begin=" ".join(found[:4]),
                ),
                _(
                    "Make two of it, of {most} words at most.",
                    most=LONGEST_EASY_SENTENCE,
                ),
            )
    hard = [p.rung for p in card.prompts if not p.easy and not _is_easy(p.text, english=english)]
    if hard:
        what = many(
            "Its question for {rungs} should have easy words too",
            "Its questions for {rungs} should have easy words too",
            len(hard),
            rungs=listed(hard),
        )
        yield "easy", what, _("Add a line easy: below the question, where it asks the same simply.")
    for prompt in card.prompts if english else ():
        if untold := untold_things(prompt, card):
            things = listed([f'"{thing}"' for thing in untold])
            what = _(
                "Its question for {rung} speaks of {things}, not told in the easy text",
                rung=prompt.rung,
                things=things,
            )
            yield (
                "told",
                what,
                _("Tell it there; or add easy: to the question, and ask without it."),
            )


def _is_easy(question: str, *, english: bool) -> bool:
    """Whether a question needs no easier words: it is short, and in English of short words."""
    words = words_of_text(question)
    if len(words) > LONGEST_EASY_QUESTION:
        return False
    return not english or not words or _grade(question, len(words), 1) <= HARDEST_EASY


def untold_things(prompt: Prompt, card: Card) -> list[str]:
    """The things of which an English question speaks that the card tells, its easy text not."""
    told = _stems(f"{card.easy_title} {card.easy}")
    untold = _stems(f"{card.title} {card.text}") - told
    words = words_of_text(prompt.easy or prompt.text)
    found = {}
    for at, (before, word) in enumerate(pairwise(words), 1):
        if _stem(word) not in untold or _means_no_thing(word):
            continue
        further = words[at - 2] if at > 1 and not _means_no_thing(before) else before
        if word[0].isupper():
            found[_stem(word)] = word
        elif (same := _stem(before)) in found and found[same].endswith(before):
            found[_stem(word)] = f"{found.pop(same)} {word}"
        elif {before.lower(), further.lower()} & _POINTING:
            found[_stem(word)] = f"the {word}"
    return list(found.values())


def _means_no_thing(word: str) -> bool:
    return word.lower() in _NO_THING or (len(word) < 3 and not word[0].isupper())


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in words_of_text(text)}


def _stem(word: str) -> str:
    """A word without its most common endings, so that "walks" and "walking" are one."""
    word = _POSSESSIVE.sub("", word.lower())
    if word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word.rstrip("e")


def words_of_text(text: str) -> list[str]:
    """The words of a text, in order."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of a text, each on one line; its lines where it has no full stops.

    What follows a full stop with a small letter goes on: ``"Why?" he asks.`` is one.
    """
    text = _TITLES.sub(r"\1", text)
    pieces = _STOP.split(text) if _STOPS.search(text) else text.splitlines()
    found: list[str] = []
    begun = False
    for piece in (" ".join(piece.split()) for piece in pieces):
        if not words_of_text(piece):
            continue
        if begun and piece.lstrip("\"'“‘(")[:1].islower():
            found[-1] += " " + piece
        else:
            found.append(piece)
        begun = piece.endswith((".", "!", "?", "…"))
    return found


FEWEST_WORDS = 25
"""The reading grade of fewer words says nothing of a text."""


def reading_grade(text: str) -> float | None:
    """The reading grade of an English text, None where it is too short to tell.

    The Automated Readability Index (Senter and Smith, 1967),
    ``4.71 * letters / words + 0.5 * words / sentences - 21.43``: the year of school in which a
    text of that kind can be read. It needs no dictionary, and was made for English.
    """
    count = len(words_of_text(text))
    return None if count < FEWEST_WORDS else _grade(text, count, max(1, len(sentences(text))))


def _grade(text: str, words: int, sentence_count: int) -> float:
    letters = sum(character.isalnum() for character in text)
    return 4.71 * letters / words + 0.5 * words / sentence_count - 21.43
