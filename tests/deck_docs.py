"""Generator of ``docs/decks.md`` and of the JSON Schema of deck files, for editors.

    python -m tests.deck_docs

Both come from the declarations that the checker reads files by (``domain.deck`` and
``decks.deck_schema``): keys, kinds, limits and examples. What a key is for is the text below its
field.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import wshoes_tui.decks
from tests.json_schema import field_texts
from wshoes_tui.decks.deck_schema import (
    CARD_KEYS,
    DECK_KEYS,
    FRAMEWORK_KEYS,
    PROMPT_KEYS,
    SHOES_KEYS,
    THEME_KEYS,
    Schema,
)
from wshoes_tui.decks.deck_template import SCHEMA_NAME
from wshoes_tui.domain.deck import RUNGS, Card, Deck, InFile, Prompt, Shoes, Theme
from wshoes_tui.domain.framework import Framework
from wshoes_tui.limits import LONGEST_SLUG, MOST_CARDS, MOST_PROMPTS, MOST_SHOES, MOST_THEMES

SCHEMA = Path(wshoes_tui.decks.__file__).with_name(SCHEMA_NAME)
PAGE = Path(__file__).parents[1] / "docs" / "decks.md"
Part = dict[str, Any]

RUNG_TEXTS = {
    "notice": "A question for the first step: what we see.",
    "feel": "A question for the second step: how it is for us.",
    "ask": "A question for the third step: what we ask each other.",
    "act": "A question for the fourth step: what we can do.",
}
TEXTS: dict[str, dict[str, str]] = {
    "deck": field_texts(Deck)
    | {
        "wshoes": "The version of the format: always 1.",
        "id": "Small letters, digits and hyphens. Never change it once people play the deck.",
        "revision": "One more whenever you pass on a changed deck: sessions record it.",
        "language": "Its language, as a tag such as en-GB, cy or fr.",
        "translation_of": "In a translation alone: the id of the original.",
        "licence": "What others may do with it: CC-BY-4.0 lets them use it, if they name you.",
        "themes": "What the cards are about: the columns of the map. See below.",
        "shoes": "Whose shoes people stand in. See below.",
        "cards": "The cards. See below.",
        "content_note": "What may be hard in it: a group is told before it chooses the deck.",
    },
    "theme": field_texts(Theme),
    "shoes": field_texts(Shoes)
    | {
        "id": "Small letters, digits and hyphens; cards name the shoes by it.",
        "mark": "One letter or digit that stands for them, and for no others of the deck.",
        "colour": "The colour of that letter on the screen.",
        "side": "lived for people who live with the service, service for those who work in it.",
        "you_are": "One sentence on what it is like to stand in them: a day, a worry.",
    },
    "card": field_texts(Card)
    | {
        "id": "Small letters, digits and hyphens, unique in the deck. Never change it.",
        "kind": "What happens (scenario), what somebody says (statement), a poem, whose lines stay "
        "as they are, or one for a story of the group's own (wild).",
        "text": "What is read aloud: up to about 90 words.",
        "easy": "The same in easy words: short sentences, and everything that is asked about.",
        "shoes": "The shoes that it suggests; without it, all of them.",
        "opposite": "For the swap, from which shoes into which; else somebody on the other side.",
        "themes": "The themes that it is on, by their keys.",
        "prompts": "Its questions, best one on each step; without any, the usual four. See below.",
        "tender": "0 is light, 1 usual, 2 needs care: that is said before the card is read.",
        "note": "For the facilitator alone: nobody else is shown it.",
        "source": "Where it comes from, if it is not your own.",
        "original": "In a translation alone, written by wshoes deck translate: of which words of "
        "the original it is.",
    },
    "prompt": field_texts(Prompt) | RUNG_TEXTS,
    "framework": field_texts(Framework),
}
KEYS: dict[str, Schema] = {
    "deck": DECK_KEYS,
    "theme": THEME_KEYS,
    "shoes": SHOES_KEYS,
    "card": CARD_KEYS,
    "prompt": PROMPT_KEYS,
    "framework": FRAMEWORK_KEYS,
}

SLUG = {
    "type": "string",
    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "maxLength": LONGEST_SLUG,
}
WORDS = ["string", "number", "boolean"]
"""Unquoted words may look like a number or like yes and no: a deck takes them for text."""
LISTS: dict[tuple[str, str], Part] = {
    ("deck", "themes"): {
        "type": "object",
        "maxProperties": MOST_THEMES,
        "propertyNames": SLUG,
        "additionalProperties": {"anyOf": [{"type": WORDS}, {"$ref": "#/definitions/theme"}]},
    },
    ("deck", "shoes"): {"type": "array", "maxItems": MOST_SHOES, "items": "shoes"},
    ("deck", "cards"): {"type": "array", "maxItems": MOST_CARDS, "items": "card"},
    ("card", "prompts"): {"type": ["array", "object"], "maxItems": MOST_PROMPTS, "items": "prompt"},
}


def schema() -> Part:
    """The JSON Schema (draft 7, which editors know) of a deck and of a translation of one."""
    whole = {
        "required": _required(DECK_KEYS),
        "properties": {
            "shoes": {"minItems": 2, "items": {"required": _required(SHOES_KEYS)}},
            "cards": {"minItems": 1, "items": {"required": _required(CARD_KEYS)}},
        },
    }
    translates = {"required": ["translation_of"], "properties": {"translation_of": SLUG}}
    deck = _object("deck")
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Deck for wshoes",
        "description": "A deck of cards, or a translation of one.",
        **deck,
        "required": _required(DECK_KEYS, own=True),
        "if": translates,
        "else": whole,
        "definitions": {name: _object(name) for name in ("theme", "shoes", "card", "prompt")},
    }


def _required(keys: Schema, *, own: bool = False) -> list[str]:
    return [key for key, one in keys.items() if one.required and (one.own or not own)]


def _object(name: str) -> Part:
    found: Part = {
        "type": "object",
        "properties": {
            key: {"description": TEXTS[name][key], **_value(name, key, one)}
            for key, one in KEYS[name].items()
        },
        "additionalProperties": False,
    }
    if name == "prompt":
        found["oneOf"] = [{"required": [rung]} for rung in RUNGS]
    elif name == "theme":
        found["required"] = ["title"]
    elif name in ("shoes", "card"):
        found["required"] = ["id"]
    return found


def _value(name: str, key: str, one: InFile) -> Part:
    """What may stand behind a key, or nothing where it is not required."""
    part = _wanted(name, key, one)
    if one.required:
        return part
    kinds = part.get("type")
    if kinds is None:
        return {"anyOf": [part, {"type": "null"}]}
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return (
        {**part, "type": [*kinds, "null"]}
        if "enum" not in part
        else {"enum": [*part["enum"], None]}
    )


def _wanted(name: str, key: str, one: InFile) -> Part:
    if (name, key) in LISTS:
        part = dict(LISTS[name, key])
        if "items" in part:
            part["items"] = {"$ref": f"#/definitions/{part['items']}"}
        return part
    match one.kind:
        case "choice":
            return {"enum": list(one.choices)}
        case "number":
            return {"type": "integer", "minimum": one.low, "maximum": one.high}
        case "id":
            return dict(SLUG)
        case "ids" | "texts":
            return {"type": ["array", "string"], "items": {"type": WORDS}}
        case "pairs":
            return {"type": "object", "additionalProperties": {"type": "string"}}
        case _:
            return {"type": WORDS, **({"maxLength": one.most} if one.most else {})}


def schema_text() -> str:
    """The schema as the file holds it."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


HEADS = {
    "deck": ("The deck", "At the left edge of the file, each on a line of its own."),
    "theme": (
        "Themes",
        "Under `themes:`, a key for each, with its title behind it: `information: Information`. "
        "Where there is more to say, keys in braces: "
        "`independence: {title: Independence, framework: making-it-real-2018/workforce}`.",
    ),
    "shoes": ("Shoes", "Under `shoes:`, each beginning with a dash. A deck has two at least."),
    "card": ("Cards", "Under `cards:`, each beginning with a dash."),
    "prompt": (
        "Questions of a card",
        "Under `prompts:`, each beginning with a dash. The step is the key, the question stands "
        "behind it, and the same question in easy words below it.",
    ),
    "framework": (
        "Agendas (frameworks)",
        "The names of the themes of Making It Real (2012 and 2018) come with wshoes. Those of "
        "another agenda are a file of their own, in the folder `frameworks` beside the folder of "
        "your decks:\n\n"
        "```yaml\nframeworks:\n  our-agenda:\n    title: Our agenda\n    themes:\n"
        "      being-heard: Being heard\n      time: Time\n```\n\n"
        "Themes of a deck, or single cards, then say `framework: our-agenda/being-heard`. See "
        "`wshoes deck show DECK --agenda our-agenda`, `/agenda` and `f` in the summary.",
    ),
}
WHOLE = """\
wshoes: 1
id: the-front-door
title: The front door
revision: 1
language: en-GB
summary: What it is like when somebody comes to the door, from both sides of it.
themes:
  being-heard: Being heard
shoes:
  - id: person
    name: The person at home
    mark: P
    colour: yellow
    side: lived
    you_are: You are at home, and today somebody comes to see you.
    easy: You are at home. Somebody comes today.
  - id: visitor
    name: The home visitor
    mark: V
    colour: green
    side: service
    you_are: You are at work, and you have three more visits before noon.
    easy: You are at work. You have a lot to do.
cards:
  - id: the-wrong-day
    kind: scenario
    title: The wrong day
    easy_title: Tuesday
    text: |
      The visit was to be on Monday. It is Tuesday when the bell rings.
      The kettle is on. Two cups stand on the table, both of them from
      yesterday.
    easy: |
      The visit was planned for Monday. It is Tuesday now.
      The bell rings. There are two cups on the table.
    shoes: [person, visitor]
    opposite: {person: visitor, visitor: person}
    themes: [being-heard]
    prompts:
      - notice: "What do the two cups tell you?"
      - feel: "What goes through you between the bell and the door?"
        easy: "The bell rings. How do you feel?"
      - ask: "What would you like to know before anyone sits down?"
        easy: "What do you want to ask first?"
      - act: "What one thing would make Wednesday better?"
        easy: "What would help?"
    tender: 1
    note: If the table looks for who is to blame, ask what each of them had hoped for on Monday.
"""
"""A whole deck, for the page; a test reads it, and finds nothing to advise."""

INTRODUCTION = """\
# Writing decks

<!-- Written by python -m tests.deck_docs, from what the checker reads files by. -->

A deck is one text file (YAML, UTF-8) whose name ends in `.yaml`. Your own decks are in the folder
`decks` of the data folder: `wshoes deck list` and `wshoes doctor` say where that is. A deck there
with the id of a shipped one takes its place.

    wshoes deck new                    begin one: five questions, then a file that works
    wshoes deck copy home-from-hospital    or begin with a copy of another
    wshoes deck translate DECK --to cy     or with a translation of one
    wshoes deck check FILE             what is wrong, at which line, and how to mend it
    wshoes deck edit ID                write and change its cards on the screen
    wshoes rehearse FILE               try it on your own
    wshoes deck show FILE --cards      every card, also with --easy
    wshoes deck show FILE --map        how many cards for whom, on what

`deck new` puts a schema beside the deck (`{schema}`), so that editors that know YAML schemas
(VS Code with its YAML extension, and others) complete keys and underline mistakes.

## On the screen

`wshoes deck edit ID` (or `w` on a deck of yours on the page of decks) lists the cards with the
time it takes to read each aloud and how much could be better. Enter changes a card, field by
field, with advice above and cards of other decks that are like it; `v` shows it as it will be at
80 by 24, at 40 by 20 and in plain lines, in full and in easy words; `m` is the map of shoes and
themes, `n` a new card, `u` takes the last change back. Each change is written to the file at
once; comments and order stay. It needs one more part: `pip install 'wshoes[studio]'`.

## Bring cards in, and out

`wshoes deck import FILE` takes a table saved as CSV (commas, semicolons or tabs, any headings),
Anki's text export, cards grouped in YAML as OWASP Cornucopia's are, or a plain list, a card a
line. It shows what it understood and asks what each column is (one may name the shoes that a card
is for), whose shoes there are, and whose cards they are; it reads out the first card and says
what is missing before anything is written. Each card is told its source. The same file brought in
again changes what was changed in it, adds what is new, and keeps everything that you added; the
deck as it was stays beside it, with a `~` after its name. Scripts use options: `--id`, `--shoes`,
`--map COLUMN=FIELD`, `--dry-run`.

`wshoes deck export ID --out deck.csv` writes a table of the whole deck, and `deck import` takes
that back without loss.

`wshoes deck take SESSION --into ID` puts cards that a group wrote into a deck of yours, one by
one, once those whose story it is have agreed.

## A whole deck

It has one card. Copy it, and change what stands behind the colons.

```yaml
{whole}```

## How to write texts

- Text of several lines stands below a `|`, indented. A poem keeps its lines; in all other texts
  lines run on, and an empty line begins a paragraph.
- Put a text in double quotes if it holds `: ` or ` #`, or begins with a bracket, a quote, `*`, `%`,
  `@` or a dash. The checker tells you where that is needed.
- Indent with the space bar, never with the Tab key.
- A line that begins with `#` is a comment: nobody is shown it.
"""
TRANSLATIONS = """
## Translations

A translation is a file of its own, named after the deck and the language
(`home-from-hospital.cy.yaml`). It has the `id` and the card ids of its original, says
`translation_of`, and holds what has been translated and nothing else: whatever is missing, a card,
a title, a question, comes from the original. A title or a question that is translated has the easy
words of the translation alone, so that nobody is asked in two languages. Wherever the deck is
chosen, opened or played it is told how much there is ("17 of 29 cards in Welsh"), and
`wshoes deck check` lists what is missing, and what has changed in the original since, card by card.

`wshoes deck translate having-a-baby --to cy` makes the file, in the folder of your own decks: each
text below its original, which stands in comments (`# |`), to be filled in. The same command again
keeps what is there, adds what is new, and marks what has changed (`# |-` is what it was). The key
`original` of a card, by which that is known, is written by the command.

```yaml
{translation}```

## Limits

A file of 1 MB, {cards} cards, {shoes} shoes, {themes} themes, {prompts} questions to a card. A card
should fit on one page of 80 by 24, a poem on two: `wshoes deck check` measures that on the page
itself, in easy words too. What does not fit is one press of the down arrow away, and the page says
so.
"""
TRANSLATION = """\
wshoes: 1
id: the-front-door
revision: 1
language: cy
translation_of: the-front-door
title: Y drws ffrynt
cards:
  - id: the-wrong-day
    title: Y diwrnod anghywir
    prompts:
      - act: "Beth fyddai'n gwneud dydd Mercher yn well?"
        easy: "Beth fyddai'n helpu?"
"""


def page() -> str:
    """The page on decks: a whole deck, then each key with what it is for and an example."""
    counts = {"cards": MOST_CARDS, "shoes": MOST_SHOES, "themes": MOST_THEMES}
    parts = [INTRODUCTION.format(whole=WHOLE, schema=SCHEMA_NAME)]
    for name, (head, lead) in HEADS.items():
        parts.append(f"\n## {head}\n\n{lead}\n\n")
        parts += _lines(name)
    parts.append(TRANSLATIONS.format(translation=TRANSLATION, prompts=MOST_PROMPTS, **counts))
    return "".join(parts)


def _lines(name: str) -> Iterator[str]:
    for key, one in KEYS[name].items():
        conditions = ["needed"] if one.required and name != "prompt" else []
        if one.most and one.kind not in ("choice", "number"):
            conditions.append(f"up to {one.most:,} characters")
        if one.kind == "number" and one.low < one.high:
            conditions.append(f"{one.low} to {one.high:,}")
        if one.kind == "choice":
            conditions.append(", ".join(one.choices))
        told = f" ({'; '.join(conditions)})" if conditions else ""
        yield f"- `{key}`{told}: {TEXTS[name][key]}\n"
        yield f"  {example(key, one)}\n"


def example(key: str, one: InFile) -> str:
    """A line of a deck with that key, as the page shows it."""
    if one.kind == "things" and one.example.startswith("("):
        return f"On lines of their own below `{key}:` {one.example[1:-1]}."
    if one.kind == "passage" and one.example.startswith("|"):
        return f"`{key}: |`{one.example[1:]}."
    return f"`{key}: {one.example}`"


if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")
