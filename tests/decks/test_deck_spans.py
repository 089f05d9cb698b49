"""No word of an author's falls away in silence: it is loaded, or an error tells of its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.decks.samples import GOOD, line_of, problems_of, spoilt
from wshoes_tui.decks import yaml_tree
from wshoes_tui.decks.deck_rules import parse_deck
from wshoes_tui.decks.diagnostics import DeckErrors
from wshoes_tui.decks.yaml_tree import events
from wshoes_tui.domain.deck import Deck

FIELDS: dict[str, tuple[str, str, Callable[[Deck], str]]] = {
    # what stands there, what of it comes before the text, how the text is had from the deck
    "title": ("title: Home from hospital", "title: ", lambda d: d.title),
    "summary": ("summary: Leaving hospital, seen by everyone it touches.", "summary: ",
                lambda d: d.summary),
    "content_note": ("content_note: Mentions falls.", "content_note: ", lambda d: d.content_note),
    "theme": ("  information: Information and advice", "  information: ",
              lambda d: d.themes[0].title),
    "name": ("    name: The ward nurse", "    name: ", lambda d: d.shoes[1].name),
    "you_are": ("    you_are: You want your own bed.", "    you_are: ",
                lambda d: d.shoes[0].you_are),
    "shoes easy": ("    easy: You work on a ward.", "    easy: ", lambda d: d.shoes[1].easy),
    "card title": ("    title: The stairs", "    title: ", lambda d: d.cards[1].title),
    "text": ("    text: |\n      Thirteen steps,\n        and every one of them mine.",
             "    text: ", lambda d: d.cards[1].text),
    "easy": ("    easy: |\n      There are thirteen steps.", "    easy: ",
             lambda d: d.cards[1].easy),
    "note": ("    note: For the facilitator only.", "    note: ", lambda d: d.cards[0].note),
    "source": ("    source: ~", "    source: ", lambda d: d.cards[0].source),
    "question": ("      - {act: What one thing would help?}", "      - act: ",
                 lambda d: d.cards[0].prompts[3].text),
    "question between braces": ("{act: What one thing would help?}", "{act: ",
                                lambda d: d.cards[0].prompts[3].text),
}  # fmt: skip

BITS = (
    *":?-,[]{}#&*!|>'\"%@`\\~a1é ", " #", "# ", ": ", " - ", "---", "...", "“", "”", "’",
    "\u00a0", "\u3000", "：", "–", "\u200d", "null", "//", "Ward", "bay #4", "key: value",
    "note:", "act", ", framework", "you", "&nbsp;", "\u202b", "😀", "-", "- x", "? y", "<b>",
)  # fmt: skip
LINE_ENDS = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)))
WORDS = st.one_of(
    st.lists(st.sampled_from(BITS), min_size=1, max_size=6).map("".join),
    st.text(
        st.characters(
            blacklist_categories=("Cs",), blacklist_characters=LINE_ENDS + "\ufeff\ufffe\uffff"
        ),
        min_size=1,
        max_size=12,
    ),
)
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
STYLES = ("plain", "double", "single", "block", "folded")


def typed(text: str, style: str, before: str) -> str:
    """The text as a person would type it who has read one page about the format."""
    indent = "\n" + " " * (len(before) - len(before.lstrip()) + (8 if "- " in before else 2))
    lines = indent.join(text.split("\n"))
    if style in ("block", "folded"):
        return ("|" if style == "block" else ">") + indent + lines
    return {"plain": "{}", "double": '"{}"', "single": "'{}'"}[style].format(lines)


def means_something_else(text: str, style: str) -> bool:
    """What the format says to mean something else than it shows."""
    if style == "plain":
        return (
            text.strip() in ("", "~") or re.match(r"\s*([\"']|[|>][0-9+-]*\s*\n)", text) is not None
        )
    if style == "double":
        return re.search(r'\\["\\xuU]', text) is not None
    return style == "single" and "''" in text


@given(st.sampled_from(sorted(FIELDS)), st.sampled_from(STYLES), TEXTS)
@settings(max_examples=400, deadline=None)
def test_what_is_typed_is_loaded_or_an_error_tells_of_it(field: str, style: str, text: str) -> None:
    check(field, style, text)


@pytest.mark.slow
@given(st.sampled_from(sorted(FIELDS)), st.sampled_from(STYLES), TEXTS)
@settings(max_examples=20_000, deadline=None)
def test_what_is_typed_is_loaded_or_an_error_tells_of_it_for_long(
    field: str, style: str, text: str
) -> None:
    check(field, style, text)


def check(field: str, style: str, text: str) -> None:
    """Put a text in a field: its words are loaded, or an error stands at its lines."""
    there, before, loaded_of = FIELDS[field]
    assume(not means_something_else(text, style))
    assume(text.strip() and not (before[0] == "{" and style in ("block", "folded")))
    after = "}" if before[0] == "{" else ""
    # A comma before the closing brace belongs to the braces, however it is typed.
    assume(not (after and style == "plain" and text.rstrip().endswith(",")))
    deck_text = spoilt((there, before + typed(text, style, before) + after))
    try:
        deck = parse_deck(deck_text, "deck.yaml")
    except DeckErrors as errors:
        first = line_of(deck_text, before + typed(text, style, before))
        last = first + text.count("\n") + 1
        lines = [problem.line for problem in errors.problems]
        assert any(first <= line <= last for line in lines), deck_text
    else:
        assert loaded_of(deck).split() == text.split(), deck_text


TITLE = "    title: The stairs"
POEM = "        and every one of them mine."
LOST = [
    # old, new, the line that is told, what is told, what is shown
    (TITLE, "    title: Ward #4", "    title: Ward", "for a comment", 'title: "Ward #4"'),
    (TITLE, '    title: "Ward" #4', '    title: "', "for a comment", "#4"),
    (TITLE, "    title: 'Ward' # a ward", "    title: 'W", "for a comment", "# a ward"),
    (TITLE, "    title: Ward \"A\" #4", "    title: W", "for a comment",
     "title: 'Ward \"A\" #4'"),
    (TITLE, "    title: Ward \"A\" isn't #4", "    title: W", "for a comment", "Write title: |"),
    (TITLE, "    title: Ward\n      A #4", "      A #4", "for a comment", "#4"),
    (TITLE, "    title: The ward\n      #4 and on", "      #4", "for a comment", "#4 and on"),
    (TITLE, "    title:\n      # the ward\n      The ward", "      # the", "for a comment",
     "# the ward"),
    ("    note: For the facilitator only.", "    note: #remember the keys", "    note: #",
     "for a comment", 'note: "#remember the keys"'),
    ("    note: For the facilitator only.", "    note: | # slowly\n      Read it.", "    note: |",
     "for a comment", "# slowly"),
    ("    note: For the facilitator only.", "    note: null", "    note: null", "for nothing",
     "null"),
    ("    note: For the facilitator only.", "    note: |\n    #4 is ours", "    note: |\n",
     "No text stands below", "note"),
    ("    note: For the facilitator only.", '    note: "his\\their keys"', "    note: ",
     "would be changed", "\\t"),
    ("    note: For the facilitator only.", '    note: "yes\\no"', "    note: ", "changed", "\\n"),
    (POEM, POEM + "\n     #4 is mine.", "     #4", "for a comment", "#4 is mine."),
    (POEM, POEM + "\n    #4 is mine.", "    #4", "for a comment", "#4 is mine."),
    (POEM, POEM + "\n#4 is mine.", "#4", "for a comment", "#4 is mine."),
    (POEM, POEM + "\n      note: Slowly.", "      note:", 'part of the text of "text"', "note:"),
    ("    text: |\n      Thirteen steps,", "    text: >\n      Thirteen steps,", "    text: >",
     "run together", "text: |"),
    ("    easy: |\n      There are thirteen steps.", "    easy: There are\n      thirteen.",
     "    easy: There", "run together", "easy: |"),
    ("authors: [Asha, Tom]", "authors: [Asha #1,\n  Tom]", "authors", "for a comment", "#1"),
    ("authors: [Asha, Tom]", "authors: [Asha, #1\n  Tom]", "authors", "for a comment", "#1"),
    ("authors: [Asha, Tom]", "authors:\n  - Asha #1\n", "  - Asha", "for a comment", "Asha #1"),
    ("  information: Information and advice", "  information: Advice #1", "  information",
     "for a comment", 'information: "Advice #1"'),
    ("    name: The ward nurse", "    name: Nurse #4", "    name: Nurse", "for a comment",
     'name: "Nurse #4"'),
    ("      - {feel: What is it like to be you right now?}", "      - feel: In bed #4?",
     "      - feel", "for a comment", 'feel: "In bed #4?"'),
    ("{feel: What is it like to be you right now?}", "{feel: In bed #4?}", "      - {feel",
     "for a comment", '{feel: "In bed #4?"}'),
    ("{title: Independence, framework: making-it-real-2018/wellbeing}",
     "{title: Choice, framework}", "  independence", "comma in these braces", "framework"),
    ("    you_are: You want your own bed.\n    easy: You want to go home.",
     "    you_are: 'Tis late.\n    easy: You want 'home'.", "    easy: You want 'h",
     'part of the text of "you_are"', ""),
    ("    you_are: You want your own bed.\n    easy: You want to go home.",
     "    you_are: 'Tis late.\n    easy: For the nurses'", "    easy: For",
     'part of the text of "you_are"', ""),
]  # fmt: skip


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("old", "new", "at", "what", "shown"), LOST)
def test_words_that_would_be_lost_are_shown_at_their_line(
    old: str, new: str, at: str, what: str, shown: str
) -> None:
    text = spoilt((old, new))
    told = [problem for problem in problems_of(text) if what in problem.what]
    assert [problem.line for problem in told] == [line_of(text, at)], problems_of(text)
    assert shown in str(told[0])


COMMENTS = [
    ("wshoes: 1", "# A deck\nwshoes: 1 # the format"),
    ("id: home-from-hospital", "id: home-from-hospital  # never reused"),
    ("language: en-GB", "language: en-GB # BCP 47"),
    ("translation_of: ~", "translation_of: ~ # the id of the original"),
    ("co_produced_with: []", "co_produced_with: []  # who helped"),
    ("authors: [Asha, Tom]", "authors:\n  # two people\n  - Asha\n  # and\n  - Tom"),
    ("themes:\n", "themes:  # six\n  # the first\n"),
    ("  - id: nurse", "  # the nurse\n  - id: nurse # of the ward"),
    ("    mark: N", "    mark: N   # one letter"),
    ("    shoes: [patient, nurse]", "    shoes: [patient, # first\n      nurse] # then"),
    ("    prompts:", "    # four of them\n    prompts: # one a rung"),
    ("{notice: What is happening here?}", "{notice: What is happening here?} # begin"),
    ("    tender: 0", "    #note: Not now.\n    # tender: 2\n    tender: 0 # light"),
    ("    source: ~", "    source: ~ # nobody knows"),
    (POEM, POEM + "\n\n    # the easy words"),
    (POEM, POEM + "\n# ---------"),
]


@pytest.mark.usefixtures("parser")
def test_comments_may_stand_where_no_text_is() -> None:
    assert parse_deck(spoilt(*COMMENTS), "deck.yaml") == parse_deck(GOOD, "deck.yaml")


def test_texts_are_loaded_with_their_no_break_spaces_and_escapes() -> None:
    text = spoilt(
        (TITLE, '    title: "Qu\u2019est-ce\u00a0? \\"A\\" \\\\ \\u00e9 \\x41"'),
        ("    name: The ward nurse", "    name: L\u2019infirmi\u00e8re\u00a0!"),
    )
    deck = parse_deck(text, "deck.yaml")
    assert deck.cards[1].title == 'Qu\u2019est-ce\u00a0? "A" \\ \u00e9 A'
    assert deck.shoes[1].name == "L\u2019infirmi\u00e8re\u00a0!"


def test_a_line_of_dots_is_no_silent_end_of_a_text() -> None:
    start = GOOD.index("    themes: [information, independence]", GOOD.index("the-stairs"))
    (problem,) = problems_of(GOOD[:start] + "...\n")
    assert problem.line == 1 + GOOD[:start].count("\n")
    assert '"..." ends the deck' in problem.what


@pytest.mark.parametrize("style", STYLES)
def test_a_text_that_is_not_that_of_its_source_is_refused(
    style: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a parser makes of a text, its words are compared with those of the file."""

    def altered(text: str) -> Iterator[Any]:
        for event in events(text):
            if "quick brown" in getattr(event, "value", ""):
                event.value = event.value.replace("brown ", "")
            yield event

    words = typed("The quick brown fox\nruns on", style, "    text: ")
    there = GOOD[GOOD.index("    text: |") : GOOD.index("    easy: |")]
    text = spoilt((there, f"    text: {words}\n"))
    assert problems_of(text) == ()
    monkeypatch.setattr(yaml_tree, "events", altered)
    (problem,) = problems_of(text)
    assert problem.line == line_of(text, "    text: " + words)
    assert "not the words that would be read" in problem.what
