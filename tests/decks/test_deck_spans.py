"""No word of an author's falls away in silence: it is loaded, or an error tells of its line."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.decks.samples import GOOD, line_of, problems_of, spoilt
from wshoes_tui.decks.problems import DeckErrors
from wshoes_tui.decks.rules import parse_deck
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
    "text": ("    text: |\n      Thirteen steps,\n        and every one of them mine.", "    text: ",
             lambda d: d.cards[1].text),
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
        return text.strip() in ("", "~") or re.match(r"\s*([\"']|[|>][0-9+-]*\s*\n)", text) is not None
    if style == "double":
        return re.search(r'\\["\\xuU]', text) is not None
    return style == "single" and "''" in text


@given(st.sampled_from(sorted(FIELDS)), st.sampled_from(STYLES), TEXTS)
@settings(max_examples=3000, deadline=None)
def test_what_is_typed_is_loaded_or_an_error_tells_of_it(
    field: str, style: str, text: str
) -> None:
    there, before, loaded_of = FIELDS[field]
    assume(not means_something_else(text, style))
    assume(text.strip() and not (before[0] == "{" and style in ("block", "folded")))
    after = "}" if before[0] == "{" else ""
    deck_text = spoilt((there, before + typed(text, style, before) + after))
    try:
        deck = parse_deck(deck_text, "deck.yaml")
    except DeckErrors as errors:
        first = deck_text[: deck_text.index(before + typed(text, style, before))].count(chr(10)) + 1
        last = first + text.count("\n") + 1
        lines = [problem.line for problem in errors.problems]
        assert any(first <= line <= last for line in lines), (errors.problems, deck_text)
    else:
        assert loaded_of(deck).split() == text.split(), deck_text
