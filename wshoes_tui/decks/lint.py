"""Lint: advice on a sound deck. It never blocks: a deck may have its reasons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from wshoes_tui.decks.diagnostics import did_you_mean, nearest
from wshoes_tui.decks.easy_words import easy_advice, reading_grade
from wshoes_tui.decks.translation_progress import progress
from wshoes_tui.domain.deck import RUNGS, SIDES, Card, Deck, text_fields
from wshoes_tui.domain.framework import Framework, references
from wshoes_tui.domain.text import one_line
from wshoes_tui.limits import (
    HARDEST_EASY,
    HARDEST_TEXT,
)
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import EASY_NAME, TEXT_NAME, THE_DECK, listed

AdviceKind = Literal[
    "easy", "sentence", "told", "grade", "jargon", "abbreviation", "blame", "rung", "length",
    "shoes", "side", "theme", "framework", "translation",
]  # fmt: skip

_CAPITALS = re.compile(r"\b(?:[A-Z]{2,6}|[A-Z]&[A-Z])\b")

KNOWN_ABBREVIATIONS = frozenset({"AM", "EU", "GP", "ID", "IT", "NHS", "OK", "PM", "TV", "UK", "US"})

JARGON = {
    "assessed needs": "what help someone needs",
    "bed blocker": "someone waiting to leave hospital",
    "capacity assessment": "finding out whether someone can decide",
    "care package": "help at home",
    "care pathway": "what happens, step by step",
    "challenging behaviour": "what the person does, and what may be behind it",
    "client group": "people",
    "co-morbidity": "another illness",
    "commissioned": "paid for",
    "deliverables": "what will be done",
    "direct report": "someone in my team",
    "domiciliary": "at home",
    "escalate": "tell someone in charge",
    "frequent flyer": "someone who comes often",
    "going forward": "from now on",
    "holistic": "the whole person",
    "independent living skills": "doing things for yourself",
    "in-reach": "visits",
    "intervention": "help",
    "key stakeholder": "someone it matters to",
    "learnings": "what we learned",
    "leverage": "use",
    "medically fit": "well enough to leave hospital",
    "multi-agency": "from several services",
    "multidisciplinary": "of different professions",
    "multi-disciplinary": "of different professions",
    "non-compliant": "does not do what was advised, and may have a reason",
    "outcome measure": "how we know that it helped",
    "package of care": "help",
    "reablement": "help to do things for yourself again",
    "service user": "person",
    "signpost": "tell where to find",
    "stakeholder": "someone it matters to",
    "step-down bed": "a bed before going home",
    "suffers from": "has",
    "throughput": "how many people",
    "triage": "deciding who is seen first",
    "unmet need": "help that is missing",
    "utilise": "use",
    "vulnerable adult": "someone who may need protection",
    "wheelchair-bound": "uses a wheelchair",
    "workstream": "work",
}
"""Words of the trade, with plainer ones. Plurals in -s are found as well."""

BLAMING = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bwhy (?:did|do|does|could|can|would|will|has|have|is|are|was|were)(?:n't|n’t| not)\b",
        r"\bwhy did (?:nobody|no one|no-one|they|he|she|the)\b",
        r"\bwhose fault\b",
        r"\b(?:to blame|at fault)\b",
        r"\bshould(?:n't|n’t| not)? (?:\w+ )?have\b",
        r"\b(?:do|did|done|doing|does|get|got|gets) (?:\w+ )?wrong\b",
        r"\bfail(?:ed|ing|s)?\b",
        r"\bwhat(?:'s|’s| is) wrong with\b",
        r"\bmistakes?\b",
    )
)
"""Ways to ask that make people defend themselves."""

_JARGON = re.compile(
    r"\b(" + "|".join(map(re.escape, sorted(JARGON, key=len, reverse=True))) + r")s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing that could be better. ``about`` is ``card reply-y``, ``the deck`` or the like."""

    kind: AdviceKind
    about: str
    what: str
    mend: str

    def __str__(self) -> str:
        """One line, safe to print."""
        return one_line(f"{about_told(self.about)}: {self.what}. {self.mend}")


def about_told(about: str) -> str:
    """What a piece of advice is about, in the language in use."""
    kind, _space, name = about.partition(" ")
    told = {"card": N_("card {id}"), "shoes": N_("shoes {id}"), "theme": N_("theme {id}")}
    return _(told[kind], id=name) if kind in told else _(THE_DECK)


Hint: TypeAlias = tuple[AdviceKind, str, str]
"""Of a card: the kind of advice, what could be better, and how to mend it."""


TooLong: TypeAlias = Callable[[Card, Deck], Iterable[tuple[str, str]]]
"""Measures a card on the page on which it is shown: what is wrong with its length, and the cure."""


def advise(
    deck: Deck,
    original: Deck | None = None,
    own: Deck | None = None,
    too_long: TooLong | None = None,
    frameworks: Collection[Framework] | None = None,
    recorded: Mapping[str, str] | None = None,
) -> list[Advice]:
    """What could be better in a deck, the deck as a whole first, then card by card.

    ``original`` is the deck of which this one is a translation, to see what lags; ``own`` is what
    of the deck is its own, where the rest comes from the original. ``too_long`` knows the page of
    a turn, which front ends know; without it, nothing is said of the length of cards.
    ``frameworks`` are all that are known; without them, references to them are not looked at.
    ``recorded`` are the digests of what was translated, by card.
    """
    own = own or deck
    advice = [] if original else [*_on_deck(deck)]  # that is for the original to mend
    if frameworks is not None:
        advice += _on_frameworks(deck, frameworks)
    if original is not None:
        advice += _on_translation(own, original, recorded or {})
    advice += _on_abbreviations(own)
    is_english = deck.language.partition("-")[0].lower() == "en"
    for card in (card for card in deck.cards if own.card(card.id)):
        hints = [*easy_advice(card, english=is_english), *_on_card(card)]
        hints += _on_english(card) if is_english else ()
        hints += [("length", *told) for told in (too_long(card, deck) if too_long else ())]
        advice += [Advice(kind, f"card {card.id}", *told) for kind, *told in hints]
    return advice


def _on_deck(deck: Deck) -> Iterator[Advice]:
    present = {shoes.side for shoes in deck.shoes}
    for side in SIDES:
        if side not in present:
            what = _("No shoes are of the side {side}", side=side)
            yield Advice("side", "the deck", what, _("Add some: a deck needs both."))
    worn = {shoes.id for card in deck.cards for shoes in deck.suggested(card)}
    for shoes in deck.shoes:
        about = f"shoes {shoes.id}"
        if shoes.id not in worn:
            yield Advice("shoes", about, _("No card suggests them"), _("Add them to some cards."))
        if not shoes.easy:
            yield Advice(
                "easy", about, _("They have no easy words"), _("Add a line easy: to them.")
            )
    used = Counter(key for card in deck.cards for key in card.themes)
    for theme in deck.themes:
        if used[theme.key] < 2:
            count = _("Only one card has it") if used[theme.key] else _("No card has it")
            mend = _("Give it more cards, or drop it.")
            yield Advice("theme", f"theme {theme.key}", count, mend)


def _on_frameworks(deck: Deck, frameworks: Collection[Framework]) -> Iterator[Advice]:
    known = [f"{one.key}/{theme.key}" for one in frameworks for theme in one.themes]
    for about, name in references(deck):
        if name not in known:
            near = nearest(name, known)
            mend = did_you_mean(near, _("Add it to a file in the folder frameworks, or drop it."))
            yield Advice(
                "framework", about, _("No framework here has the theme {name}", name=name), mend
            )


def _on_translation(deck: Deck, original: Deck, recorded: Mapping[str, str]) -> Iterator[Advice]:
    found: list[tuple[str, str, str]] = []
    if deck.revision < original.revision:
        what = _(
            "The original is at revision {revision}, this translation at {ours}",
            revision=original.revision,
            ours=deck.revision,
        )
        mend = _("Look through what has changed, then give it the same revision.")
        found.append(("the deck", what, mend))
    found += [
        (f"shoes {pair.id}", _("The original has them"), _("Translate them."))
        for pair in original.shoes
        if (ours := deck.pair(pair.id)) is None or not ours.name
    ]
    for one in progress(deck, original, recorded):
        what, mend = "", _("Translate them as well.")
        if one.state == "missing":
            what, mend = _("The original has it, the translation does not"), _("Translate it.")
        elif one.missing:
            what = _("The original has more here: {missing}", missing=", ".join(one.missing))
        if what:
            found.append((f"card {one.card}", what, mend))
        if one.state == "changed":
            what = _("The original has changed since it was translated")
            mend = _('Put it right, and delete its line "original".')
            found.append((f"card {one.card}", what, mend))
    for card in deck.cards:
        if original.card(card.id) is None:
            mend = _("Check its id, or drop the card.")
            found.append((f"card {card.id}", _("The original has no such card"), mend))
    return (Advice("translation", *one) for one in found)


def _on_abbreviations(deck: Deck) -> Iterator[Advice]:
    everything = "\n".join(_everything(card) for card in deck.cards)
    for short in abbreviations(everything):
        first = next(card for card in deck.cards if short in _everything(card))
        what = _("The abbreviation {short} is not explained", short=short)
        mend = _("Write it out, or add the long form in brackets.")
        yield Advice("abbreviation", f"card {first.id}", what, mend)


def _on_card(card: Card) -> Iterator[Hint]:
    present = {prompt.rung for prompt in card.prompts}
    missing = [rung for rung in RUNGS if rung not in present]
    # A card without prompts is given one on each rung.
    if missing and card.prompts:
        what = _("It has no prompt for {missing}", missing=listed(missing))
        yield "rung", what, _("Add one, so that the group can climb the whole ladder.")


def _on_english(card: Card) -> Iterator[Hint]:
    grades = ((_(TEXT_NAME), card.text, HARDEST_TEXT), (_(EASY_NAME), card.easy, HARDEST_EASY))
    for name, text, hardest in grades if card.kind != "poem" else ():
        found = reading_grade(text)
        if found is not None and found > hardest:
            what = _(
                "Its {name} has reading grade {found:.0f}, where {hardest:.0f} is enough",
                name=name,
                found=found,
                hardest=hardest,
            )
            yield "grade", what, _("Use shorter sentences and shorter words.")
    for phrase in jargon(_everything(card)):
        mend = _('Say "{JARGON}", unless somebody speaks like that here.', JARGON=JARGON[phrase])
        yield "jargon", _('"{phrase}" is a word of the trade', phrase=phrase), mend
    for prompt in card.prompts:
        if blames(prompt.text) or blames(prompt.easy):
            what = _("Its prompt for {rung} may sound like blame", rung=prompt.rung)
            yield "blame", what, _("Ask what happened, what it was like, or what would help.")


def _everything(card: Card) -> str:
    texts = (getattr(card, name) for name in text_fields(type(card)))
    asked = (text for prompt in card.prompts for text in (prompt.text, prompt.easy))
    return "\n".join((*texts, *asked))


def jargon(text: str) -> list[str]:
    """The words of the trade in an English text, each once, as keys of ``JARGON``."""
    return list(dict.fromkeys(found.lower() for found in _JARGON.findall(text)))


def abbreviations(text: str) -> list[str]:
    """The abbreviations in a text that few outside know and that it does not explain."""
    small = set(re.findall(r"\b[a-z]+\b", text))
    found = dict.fromkeys(_CAPITALS.findall(text))
    return [
        short
        for short in found
        if short not in KNOWN_ABBREVIATIONS
        and short.lower() not in small  # a word that is shouted once is no abbreviation
        and f"({short})" not in text
        and f"{short} (" not in text
    ]


def blames(text: str) -> bool:
    """Whether an English question sounds like blame."""
    return any(pattern.search(text) for pattern in BLAMING)
