"""Readability of a text: its sentences, its reading grade, and words that need a plainer one.

The grade is the Automated Readability Index (Senter and Smith, 1967),
``4.71 * letters / words + 0.5 * words / sentences - 21.43``: the year of school in which
a text of that kind can be read. It needs no dictionary, and was made for English.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
_STOP = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|\n\s*\n")
_STOPS = re.compile(r"[.!?…]")
_TITLES = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|Prof|e\.g|i\.e)\.")
_CAPITALS = re.compile(r"\b(?:[A-Z]{2,6}|[A-Z]&[A-Z])\b")

FEWEST_WORDS = 25
"""The grade of fewer words says nothing."""

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


def words(text: str) -> list[str]:
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
        if not words(piece):
            continue
        if begun and piece.lstrip("\"'“‘(")[:1].islower():
            found[-1] += " " + piece
        else:
            found.append(piece)
        begun = piece.endswith((".", "!", "?", "…"))
    return found


def grade(text: str) -> float | None:
    """The reading grade of an English text, None where it is too short to tell."""
    count = len(words(text))
    if count < FEWEST_WORDS:
        return None
    letters = sum(character.isalnum() for character in text)
    return 4.71 * letters / count + 0.5 * count / max(1, len(sentences(text))) - 21.43


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
