"""Whatever a file holds, it becomes a deck or an error in words: never anything else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.decks.samples import GOOD
from wshoes_tui.decks import yaml_tree
from wshoes_tui.decks.deck_rules import load_deck, parse_deck, parse_head
from wshoes_tui.decks.diagnostics import DeckErrors
from wshoes_tui.decks.lint import advise
from wshoes_tui.domain.deck import Deck

QUICKEST = yaml_tree.PARSER
BITS = (
    *":?-,[]{}#&*!|>'\"%@`\\~a1é<= \n\t\r\0\x1b\u2028😀",
    *(": ", " #", "- ", "\n  ", "---", "...", "|\n", ">-\n", "<<: ", "\n\n"),
    *("\u00a0", "\u3000", "：", "–", "“", "*x* ", "[x] y", "# x\n", "translation_of: x\n"),
    *("''", '""', "null", "\\u", "\\e", "\\ud800"),
)

edits = st.lists(
    st.tuples(st.integers(0, len(GOOD)), st.integers(0, 4), st.sampled_from(BITS)),
    min_size=1,
    max_size=6,
)


def edited(changes: list[tuple[int, int, str]]) -> str:
    """The good deck with something put in at some places, and some characters gone."""
    text = GOOD
    for place, gone, bit in changes:
        text = text[:place] + bit + text[place + gone :]
    return text


def outcome(read: Callable[..., Deck], *args: Any, parser: Any = QUICKEST) -> Deck | None:
    """The deck, or None for an error in words. Anything else comes through."""
    previous, yaml_tree.PARSER = yaml_tree.PARSER, parser
    try:
        deck = read(*args)
    except DeckErrors as caught:
        errors = caught
    else:
        return deck
    finally:
        yaml_tree.PARSER = previous
    assert errors.problems
    for problem in errors.problems:
        assert str(problem).isprintable()
        assert problem.what
        assert problem.mend
        assert not problem.what.endswith(".")
        assert problem.line >= 0
    return None


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_random_bytes(tmp_path_factory: Any, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "random.yaml"
    path.write_bytes(data)
    outcome(load_deck, path)


@given(st.lists(st.sampled_from([*BITS, "wshoes", "cards:", "id"]), max_size=60).map("".join))
@settings(max_examples=100, deadline=None)
def test_random_marks(text: str) -> None:
    outcome(parse_deck, text, "deck.yaml")
    outcome(parse_deck, text, "deck.yaml", parser=yaml_tree.PureParser)


@given(edits)
@settings(max_examples=100, deadline=None)
def test_edited_decks(changes: list[tuple[int, int, str]]) -> None:
    text = edited(changes)
    deck = outcome(parse_deck, text, "deck.yaml")
    other = outcome(parse_deck, text, "deck.yaml", parser=yaml_tree.PureParser)
    if deck and other:
        assert deck == other
    if deck:
        for advice in advise(deck, original=deck):
            assert str(advice).isprintable()


@given(edits)
@settings(max_examples=50, deadline=None)
def test_edited_heads(changes: list[tuple[int, int, str]]) -> None:
    head, cards, _ = edited(changes).partition("\ncards:\n")
    outcome(parse_head, head + cards, "deck.yaml")
