"""A deck as CSV and back without loss, also as spreadsheets rewrite it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from tests.decks.samples import ORIGINALS
from wshoes_tui.decks.deck_rules import load_deck, parse_deck
from wshoes_tui.decks.deck_table import deck_as_csv, deck_from_csv


def rewritten(text: str) -> bytes:
    """As LibreOffice may save it: a byte-order mark, semicolons, CR LF, everything quoted."""
    made = io.StringIO()
    rows = csv.reader(io.StringIO(text, newline=""))
    csv.writer(made, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    return b"\xef\xbb\xbf" + made.getvalue().replace("\r\n", "\n").replace("\n", "\r\n").encode()


@pytest.mark.parametrize("path", ORIGINALS, ids=lambda path: path.stem)
def test_a_shipped_deck_goes_there_and_back(path: Path) -> None:
    deck = load_deck(path)
    text = deck_as_csv(deck)
    for content in (text.encode(), rewritten(text)):
        deck_id, made = deck_from_csv(content)
        assert deck_id == deck.id
        assert parse_deck(made, "deck.yaml") == deck


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"title,text\nA,B\n", 'no column "row"'),
        (b"row,id\nnight,x\n", 'is "night"'),
        (b"row,id\ncard,x\n", "one row of the deck"),
        (b"row,id,mine\ndeck,x,kept?\n", 'column "mine"'),
        (b"row,id\ndeck,x,y\n", "beyond the last column"),
        (b'row,id\n"deck,x\n', "not a whole CSV"),
        (b"row,\xe9\n", "not UTF-8"),
    ],
)
def test_what_would_be_lost_is_refused_in_a_sentence(content: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        deck_from_csv(content)


@pytest.mark.parametrize(
    "text",
    [
        'Say "no" \\ yes: #4',
        "first\n\n  indented; last, 'so'",
        "=1+1",
        "\u5bb6\u00a0\u00e9",
        "- a\n- b",
    ],
)
def test_awkward_words_come_back_as_they_were(text: str) -> None:
    deck = load_deck(ORIGINALS[0])
    card = replace(deck.cards[0], text=text, easy="", prompts=(), note=text, source="a: b # c")
    odd = replace(deck, cards=(card, *deck.cards[1:]))
    for content in (deck_as_csv(odd).encode(), rewritten(deck_as_csv(odd))):
        back = parse_deck(deck_from_csv(content)[1], "deck.yaml").cards[0]
        assert (back.text.strip("\n"), back.source) == (text, "a: b # c")
        assert back.note.strip("\n") == text
