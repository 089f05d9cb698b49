"""Limits of a deck file: every number with its reason. A longer text is an error, never cut."""

from __future__ import annotations

MOST_BYTES = 1_000_000
"""The size of a file: ten times that of a deck of 200 cards with all their easy words."""

MOST_CARDS = 200
"""A session plays 40 turns at most; who wants more than five evenings makes a second deck."""

MOST_SHOES = 40
"""One for everybody in the largest group; more cannot be told apart on one screen."""

MOST_THEMES = 24
"""The columns of the coverage map."""

MOST_PROMPTS = 12
"""Questions of one card: three on each of the four rungs."""

MOST_PEOPLE = 50
"""Authors, and those who helped them: a large course with its teachers."""

TITLE = 80
"""One line of the smallest screen. Also for the names of shoes and themes, and of people."""

QUESTION = 300
"""A question is read aloud in one breath or two, and stands below a card on one screen."""

TEXT = 4_000
"""What is read aloud in five minutes. Also for easy words and for the facilitator's note."""

SENTENCE = 300
"""What shoes say of themselves, a summary, an audience, a source: one sentence, perhaps two."""

CONTENT_NOTE = 600
"""What a group is told before a deck is chosen: a short paragraph."""

LICENCE = 120
"""A short name, or an address on the web."""

LONGEST: dict[str, int] = {
    "title": TITLE,
    "name": TITLE,
    "authors": TITLE,
    "co_produced_with": TITLE,
    "notice": QUESTION,
    "feel": QUESTION,
    "ask": QUESTION,
    "act": QUESTION,
    "you_are": SENTENCE,
    "summary": SENTENCE,
    "audience": SENTENCE,
    "source": SENTENCE,
    "content_note": CONTENT_NOTE,
    "licence": LICENCE,
    "framework": LICENCE,
    "text": TEXT,
    "easy": TEXT,
    "note": TEXT,
}
"""Characters of a text, by its key."""
