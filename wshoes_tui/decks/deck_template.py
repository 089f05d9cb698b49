"""Template of a deck file that somebody begins, and copies of a deck under another id.

What is made here has passed the rules of decks, so that an author begins with a file that is
without errors. Comments and the order of lines stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wshoes_tui.decks.deck_rules import parse_deck
from wshoes_tui.decks.deck_schema import as_double_quoted
from wshoes_tui.decks.reference_check import slug_from
from wshoes_tui.limits import LONGEST_SLUG

SCHEMA_NAME = "deck.schema.json"
"""The JSON Schema of decks, in this package and beside new decks."""

FOR_EDITORS = f"# yaml-language-server: $schema=./{SCHEMA_NAME}\n"
"""A first line by which editors find the schema: beside the deck, so that it names no folder of
somebody's computer and is there without a network."""

_ARTICLES = {"a", "an", "the", "y", "yr", "el", "la", "le", "les", "o", "os", "as", "los", "las"}
_OTHER_MARKS = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÀÉÎÑÖØŴŶ"
"""For shoes of whose name each letter is taken: as many as a deck may have."""
_ID_LINE = re.compile(r"^(id[ ]*:[ ]+)\S+", re.MULTILINE)
_TITLE_LINE = re.compile(r"^(title[ ]*:[ ]+)[^\n]+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class DeckAnswers:
    """What somebody says who begins a deck. ``lived`` and ``service`` are names of shoes."""

    title: str
    language: str = "en-GB"
    lived: str = "The person"
    service: str = "The nurse"
    authors: Sequence[str] = ()
    id: str = ""


def id_from(text: str) -> str:
    """An id made of a text in any language; empty where none of its letters has a plain one."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    made = slug_from(re.sub(r"['\u2019]", "", plain))[:LONGEST_SLUG].strip("-")
    return "" if made == "null" else made  # which YAML takes for nothing


def new_deck(answers: DeckAnswers) -> tuple[str, str]:
    """The id and the text of a new deck.

    Raises:
        DeckErrors: an answer cannot stand in a deck.
    """
    deck_id = answers.id or id_from(answers.title) or "my-deck"
    lived = _shoes_id(answers.lived) or "person"
    service = _shoes_id(answers.service) or "worker"
    first_mark = mark_for(answers.lived, "")
    text = FOR_EDITORS + _TEMPLATE.format(
        id=deck_id,
        title=as_double_quoted(answers.title),
        language=answers.language,
        authors=", ".join(map(as_double_quoted, answers.authors)),
        lived_id=lived,
        lived=as_double_quoted(answers.lived),
        lived_mark=first_mark,
        service_id=service if service != lived else f"{service[: LONGEST_SLUG - 2]}-2",
        service=as_double_quoted(answers.service),
        service_mark=mark_for(answers.service, first_mark.casefold()),
    )
    parse_deck(text, f"{deck_id}.yaml")
    return deck_id, text


def copy_of_deck(text: str, new_id: str, title: str = "") -> str:
    """The text of a sound deck under a new id, and under a new title if there is one.

    Raises:
        DeckErrors: the id or the title cannot stand in a deck, or the deck has errors.
        ValueError: its id or title is not written on one line of its own.
    """
    deck = parse_deck(text, "deck.yaml")
    copied = _ID_LINE.sub(lambda found: found[1] + new_id, text, count=1)
    if title:
        quoted = as_double_quoted(title)
        copied = _TITLE_LINE.sub(lambda found: found[1] + quoted, copied, count=1)
    for_editors = "" if FOR_EDITORS in copied else FOR_EDITORS
    copied = f'# A copy of "{deck.id}", revision {deck.revision}.\n{for_editors}{copied}'
    if parse_deck(copied, f"{new_id}.yaml") != replace(deck, id=new_id, title=title or deck.title):
        raise ValueError("id or title not on a line of its own")
    return copied


def _shoes_id(name: str) -> str:
    words = [word for word in id_from(name).split("-") if word not in _ARTICLES]
    return "-".join(words)


def mark_for(name: str, taken: str) -> str:
    """A letter of the name, that of its last word if it can be; or a digit."""
    words = [word for word in name.split() if word.lower() not in _ARTICLES]
    letters = [word[0] for word in reversed(words)] + [c for word in words for c in word]
    marks = (unicodedata.normalize("NFC", letter.upper()) for letter in (*letters, *_OTHER_MARKS))
    return next(
        mark
        for mark in marks
        if len(mark) == 1
        and (mark.isalpha() or mark.isdecimal())
        and mark.casefold() not in taken.casefold()
    )


def schema_for_editors() -> str:
    """The JSON Schema of decks, as text."""
    return Path(__file__).with_name(SCHEMA_NAME).read_text("utf-8")


_TEMPLATE = """\
# A deck for wshoes. Change what stands behind the colons; then look for mistakes with
#   wshoes deck check FILE
# Lines that begin with # are for you: nobody else is shown them.

wshoes: 1                  # the version of the format: leave it as it is
id: {id}  # never change it once people play the deck
title: {title}
revision: 1                # one more whenever you pass on a changed deck
language: {language}
# What it is about, and whom it is for, in a sentence each.
summary: What it is like to live with this, and to work in it.
audience: Anybody who wants to see the other side.
minutes: 8                 # the usual time for a card
# May others use it? CC-BY-4.0 says yes, if they name you. Write it in place of the ~.
licence: ~
authors: [{authors}]
co_produced_with: []       # who with lived experience helped to write it
reviewed: ~                # the day of the last review with them, such as 2026-03-31
# What may be hard in it: a group is told before it chooses the deck.
content_note: ~

# What the cards are about: a short name for each theme, then its title.
themes:
  everyday-life: Everyday life

# Whose shoes people stand in. A deck needs two at least, one of each side: those who live with
# it (lived), and those who work in it (service). A mark is one letter or digit.
shoes:
  - id: {lived_id}
    name: {lived}
    mark: {lived_mark}
    colour: yellow         # black, red, green, yellow, blue, magenta, cyan or white
    side: lived
    you_are: You are at home, and today somebody comes to see you.
    easy: You are at home. Somebody comes today.
  - id: {service_id}
    name: {service}
    mark: {service_mark}
    colour: green
    side: service
    you_are: You are at work, and you have three more visits before noon.
    easy: You are at work. You have a lot to do.

# The cards. Each begins with a dash. Text of several lines stands below a | and is indented.
cards:
  - id: the-wrong-day
    kind: scenario         # scenario, statement or poem
    title: The wrong day
    # The title in easy words, where it needs one.
    easy_title: Tuesday
    text: |
      The visit was to be on Monday. It is Tuesday when the bell rings.
      The kettle is on. Two cups stand on the table, both of them from yesterday.
    easy: |
      The visit was planned for Monday.
      It is Tuesday now. The bell rings.
    themes: [everyday-life]
    # A question for each step: what we see, how it feels, what we ask, what we can do. Below it
    # the same question in easy words, where it needs them.
    prompts:
      - notice: What is happening here?
      - feel: What goes through you between the bell and the door?
        easy: The bell rings. How do you feel?
      - ask: What would you like to ask the others?
      - act: What one thing would help?
    tender: 1              # 0 light, 1 usual, 2 take care
    # For the facilitator alone.
    note: ~

  - id: the-key
    kind: scenario
    title: The key
    text: |
      The key hangs outside, behind the drainpipe, where everybody knows it is.
      This morning it is not there.
    easy: |
      The key hangs outside the house.
      Today it is gone.
    themes: [everyday-life]
    prompts:
      - {{notice: What do you see?}}
      - {{feel: What goes through your mind?}}
      - {{ask: What would you like to know?}}
      - {{act: What would you do first?}}
"""
"""Braces that belong to the deck are doubled. It gives rise to no advice in English."""
