"""From nothing to a deck that plays: who makes the usual mistakes checks three times at most."""

from __future__ import annotations

import pytest

from tests.decks.samples import problems_of
from wshoes_tui.decks.deck_rules import parse_deck
from wshoes_tui.decks.deck_template import DeckAnswers, new_deck

ANSWERS = DeckAnswers("School gate", lived="The parent", service="The teacher")
NEW = new_deck(ANSWERS)[1]
HEAD = NEW[: NEW.index("  - id: the-key")]

FIRST: tuple[tuple[str, str, str], ...] = (
    # as it was written, as it should be, what the message must show
    ("summary: School: all sides", 'summary: "School: all sides"', 'summary: "School: all sides"'),
    ("content_note: Falls #care", 'content_note: "Falls #care"', '"Falls #care"'),
    ("  Daily life: Daily", "  daily-life: Daily", '"daily-life"'),
    ("    mark: Te\n", "    mark: T\n", "one letter"),
    ("    color: green", "    colour: green", '"colour"'),
    ("    side: staff", "    side: service", "lived or service"),
    ("title: Late again: thrice", 'title: "Late again: thrice"', '"Late again: thrice"'),
    (
        "text: It is shut. #late",
        'text: "It is shut. #late"',
        '"It is shut. #late"',
    ),
    ('act: "What would help?\n', "act: What would help?\n", "never closed"),
    ("    The key is gone.\n", "      The key is gone.\n", "as far in as that text"),
    ("title: 'Sam's lunch'", 'title: "Sam\'s lunch"', '"Sam\'s lunch"'),
    ('text: "He said "no" to it."', "text: 'He said \"no\" to it.'", "'He said \"no\" to it.'"),
    ("\t  note: Slowly.", "    note: Slowly.", "tab"),
    ("  - kind: poem\n", "  - id: a-poem\n    kind: poem\n", 'no "id"'),
)
"""What the first check tells: what hides the rest of a card, and all of the head."""

SECOND: tuple[tuple[str, str, str], ...] = (
    ("- id: Late again", "- id: late-again", '"late-again"'),
    ("kind: story", "kind: scenario", "scenario, statement, poem or wild"),
    ("[daily-life, punctuality]", "[daily-life]", '"punctuality"'),
    ("- feel What is it like?", "- feel: What is it like?", "rung"),
    ("tender: medium", "tender: 1", "from 0 to 2"),
    ("    Title: The key", "    title: The key", '"title"'),
    ("[parent, teachers]", "[parent, teacher]", '"teacher"'),
    ("- id: the-wrong-day\n    kind: statement", "- id: no\n    kind: statement", "here twice"),
)
CARDS = """\
  - id: Late again
    kind: story
    title: Late again: thrice
    text: It is shut. #late
    themes: [daily-life, punctuality]
    prompts:
      - notice: What is happening here?
      - feel What is it like?
      - act: "What would help?
    tender: medium
  - id: the-key
    kind: scenario
    Title: The key
    text: |
    The key is gone.
    shoes: [parent, teachers]
    opposite: {parent: teacher}
  - id: the-wrong-day
    kind: statement
    title: 'Sam's lunch'
    text: "He said "no" to it."
\t  note: Slowly.
  - kind: poem
    title: No id
    text: A text.
  - id: the-bell
    kind: scenario
    title: The bell
    text: It rings.
"""


def begun() -> str:
    """The new deck as somebody fills it in, with six cards."""
    text = HEAD
    for old, new in (
        ("summary: What it is like to live with this, and to work in it.", FIRST[0][0]),
        ("content_note: ~", FIRST[1][0]),
        ("  everyday-life: Everyday life", FIRST[2][0]),
        ("themes: [everyday-life]", "themes: [daily-life]"),
        ("    mark: T\n", FIRST[3][0]),
        ("    colour: green", FIRST[4][0]),
        ("    side: service", FIRST[5][0]),
    ):
        assert old in text, old
        text = text.replace(old, new, 1)
    return text + CARDS


def mended(text: str, slips: tuple[tuple[str, str, str], ...]) -> str:
    """The text with what a check has told put right."""
    for old, new, _shown in slips:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def test_the_third_check_finds_nothing() -> None:
    text = begun()
    for slips in (FIRST, SECOND):
        told = problems_of(text)
        lines = {problem.line: problem for problem in told}
        for old, _new, shown in slips:
            line = 1 + text[: text.index(old)].count("\n")
            assert line in lines, old
            assert shown in str(lines[line]), old
        assert len(told) == len(slips), "nothing is told that is not so"
        text = mended(text, slips)
    deck = parse_deck(text, "deck.yaml")
    assert [card.id for card in deck.cards] == [
        "the-wrong-day", "late-again", "the-key", "no", "a-poem", "the-bell",
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["licence", "content_note", "note"])
def test_words_in_place_of_what_a_new_deck_leaves_empty_are_taken(key: str) -> None:
    text = NEW.replace(f"{key}: ~", f"{key}: Some words.", 1)
    assert text != NEW
    assert problems_of(text) == ()


def test_a_comment_behind_nothing_is_no_mistake_beside_one() -> None:
    text = NEW.replace("licence: ~", "licence: ~  # later", 1).replace("mark: P", "mrk: P", 1)
    assert [problem.what for problem in problems_of(text)] == [
        'Unknown key "mrk" in the shoes "parent"'
    ]


def test_speech_in_quotation_marks_keeps_them() -> None:
    text = NEW.replace("title: The key\n", 'title: "No," she said. "Not now."\n', 1)
    (problem,) = problems_of(text)
    assert problem.mend.endswith("""title: '"No," she said. "Not now."'""")
