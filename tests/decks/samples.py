"""A small sound deck, and ways to spoil it."""

from __future__ import annotations

from wshoes_tui.decks.deck_library import shipped_folder
from wshoes_tui.decks.deck_rules import parse_deck
from wshoes_tui.decks.diagnostics import DeckErrors, Problem

ORIGINALS = sorted(path for path in shipped_folder().glob("*.yaml") if "." not in path.stem)
"""The shipped decks. A translation, ``ID.TAG.yaml``, is no deck without its original."""

GOOD = """\
wshoes: 1
id: home-from-hospital
title: Home from hospital
revision: 3
language: en-GB
translation_of: ~
summary: Leaving hospital, seen by everyone it touches.
audience: Ward teams and families.
minutes: 8
licence: CC-BY-4.0
authors: [Asha, Tom]
co_produced_with: []
reviewed: ~
content_note: Mentions falls.

themes:
  information: Information and advice
  independence: {title: Independence, framework: making-it-real-2018/wellbeing}

shoes:
  - id: patient
    name: The person going home
    mark: P
    colour: yellow
    side: lived
    you_are: You want your own bed.
    easy: You want to go home.
  - id: nurse
    name: The ward nurse
    mark: N
    colour: green
    side: service
    you_are: You have three more to see before noon.
    easy: You work on a ward.

cards:
  - id: friday-four-oclock
    kind: scenario
    title: Friday, four o'clock
    text: |
      The ward needs the bed.
      Nobody has told the neighbour.

      The cat is hungry.
    easy: |
      Somebody else needs the bed.
      The cat has no food.
    shoes: [patient, nurse]
    opposite: {patient: nurse}
    themes: [information, independence]
    prompts:
      - {notice: What is happening here?}
      - {feel: What is it like to be you right now?}
      - {ask: What would you ask the others?}
      - {act: What one thing would help?}
    tender: 0
    note: For the facilitator only.
    source: ~
  - id: the-stairs
    kind: poem
    title: The stairs
    text: |
      Thirteen steps,
        and every one of them mine.
    easy: |
      There are thirteen steps.
    themes: [information, independence]
"""


def spoilt(*changes: tuple[str, str]) -> str:
    """The good deck with some words replaced; each must be there once at least."""
    text = GOOD
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def problems_of(text: str, file: str = "deck.yaml") -> tuple[Problem, ...]:
    """What is wrong with a deck; nothing where it is sound."""
    try:
        parse_deck(text, file)
    except DeckErrors as errors:
        return errors.problems
    return ()


def line_of(text: str, words: str) -> int:
    """The line on which words stand first."""
    return text[: text.index(words)].count("\n") + 1
