"""Cards of other programs: what is found in their files, and what each column seems to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wshoes_tui.decks.card_sources import NOTHING, CardTable, read_cards

ANKI = """#separator:tab
#html:true
#tags column:3
The letter\tA letter comes.<br>Nobody opens it &amp; waits.\twaiting home
"""
SUITS = """---
meta:
  edition: "x"
suits:
-
  id: "AA"
  name: "Waiting & asking"
  cards:
  -
    id: "AA2"
    url: "https://example.org/AA2"
    desc: "A person waits and nobody tells them why"
  -
    id: "AA3"
    desc: "A person asks"
"""


@pytest.mark.parametrize(
    ("content", "name", "kind", "guessed", "first"),
    [
        (
            ANKI,
            "notes.txt",
            "anki",
            {"title": "title", "text": "text", "tags": "theme"},
            ("The letter", "A letter comes.\nNobody opens it & waits.", "waiting home"),
        ),
        (
            SUITS,
            "cards.yaml",
            "suits",
            {"title": "title", "text": "text", "theme": "theme", "source": "source"},
            ("", "A person waits and nobody tells them why", "Waiting & asking",
             "AA2 https://example.org/AA2"),
        ),
        ("- A man waits.\n- A woman rings.\n", "a.txt", "list", {"text": "text"},
         ("A man waits.",)),
        ("The wait\nA man waits.\n\nThe bell\nIt rings.\n", "a.txt", "list",
         {"title": "title", "text": "text"}, ("The wait", "A man waits.")),
        ("Kopf\tWas\tX\nEins\tEine Geschichte, ja.\tz\n", "a.tsv", "table",
         {"Kopf": NOTHING, "Was": "text", "X": NOTHING}, ("Eins", "Eine Geschichte, ja.", "z")),
        ('Title,Story\r\n"A ""b""","Two\r\nlines"\r\n', "a.csv", "table",
         {"Title": "title", "Story": "text"}, ('A "b"', "Two\r\nlines")),
        ("Name;Story;Who;Q1;Q2\nTea;A story.;nurse;Why?;\nBin;A bin.;;How?;What now?\n", "a.csv",
         "table", {"Name": "title", "Story": "text", "Who": "shoes", "Q1": "notice", "Q2": "feel"},
         ("Tea", "A story.", "nurse", "Why?", "")),
    ],
)  # fmt: skip
def test_each_kind_of_file_is_understood(
    content: str, name: str, kind: str, guessed: dict[str, str], first: tuple[str, ...]
) -> None:
    for data in (content.encode(), content.encode("utf-16"), b"\xef\xbb\xbf" + content.encode()):
        if data.startswith(b"\xff\xfe") and kind == "suits":
            continue
        table = read_cards(data, name)
        assert (table.kind, table.guessed, table.rows[0]) == (kind, guessed, first)
        assert len(table.rows) == len(table.places)


@pytest.mark.parametrize(
    "content",
    [b"", b"\n\n", b"a,b\n", b"suits:\n- x\n", b"#separator:tab\n", b"PK\x03\x04 a workbook"],
)
def test_a_file_without_cards_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"^[A-Z].*\.$"):
        read_cards(content, "a.yaml" if content.startswith(b"suits") else "a.txt")


@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.txt", "a.yaml"]))
def test_whatever_is_in_a_file_it_is_cards_or_a_sentence(content: bytes, name: str) -> None:
    try:
        table = read_cards(content, name)
    except ValueError as error:
        table = str(error)
    if isinstance(table, CardTable):
        assert all(len(row) == len(table.heads) for row in table.rows)
    assert table
