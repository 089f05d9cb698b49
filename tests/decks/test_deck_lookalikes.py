"""What looks right to a person and is not for a parser: named, at its line, with its cure."""

from __future__ import annotations

import ast
import tracemalloc
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest

from tests.decks.samples import GOOD, ORIGINALS, line_of, problems_of, spoilt
from wshoes_tui import limits
from wshoes_tui.decks.deck_library import shipped_folder
from wshoes_tui.decks.deck_rules import load_deck, parse_deck
from wshoes_tui.decks.deck_schema import CARD_KEYS, DECK_KEYS, PROMPT_KEYS, SHOES_KEYS
from wshoes_tui.decks.diagnostics import DeckErrors
from wshoes_tui.decks.lookalikes import find_slips
from wshoes_tui.decks.source import recognised

TITLE = "    title: The stairs"
PROMPT = "{feel: What is it like to be you right now?}"

ALIKE = [
    # old, new, the line that is told, what it says, how it is mended
    (TITLE, "\u00a0\u00a0\u00a0\u00a0title: The stairs", "\u00a0", "no-break space (U+00A0)",
     "space bar"),
    (TITLE, "  \u00a0 title: The stairs", "  \u00a0", "indented with a no-break", "space bar"),
    (TITLE, "\u3000\u3000title: The stairs", "\u3000", "ideographic space (U+3000)", "space bar"),
    (TITLE, "    title:\u00a0The stairs", "    title:\u00a0", 'After "title:" stands a no-break',
     "space bar"),
    (TITLE, "    title:\u202fThe stairs", "    title:\u202f", "U+202F", "space bar"),
    (TITLE, "    title\u00a0: The stairs", "    title\u00a0", 'Between "title" and its colon',
     '"title:"'),
    (TITLE, "    title：The stairs", "    title：", "fullwidth colon (：, U+FF1A)",
     "title: The stairs"),
    (PROMPT, "{feel：Is it cold?}", "{feel：", "fullwidth colon", "{feel: Is it cold?}"),
    (PROMPT, "{feel:\u00a0Is it cold?}", "{feel:\u00a0", "no-break space", "space bar"),
    ("  - id: the-stairs", "  – id: the-stairs", "  –", "An en dash (–, U+2013) begins",
     "- id: the-stairs"),
    ("  - id: the-stairs", "  • id: the-stairs", "  •", "A bullet (•, U+2022)", "- id"),
    ("  - id: the-stairs", "  * id: the-stairs", "  *", "An asterisk", "- id"),
    ("  - id: the-stairs", "  -\u00a0id: the-stairs", "  -\u00a0", "After the dash stands",
     "space bar"),
    ("authors: [Asha, Tom]", "authors:\n  — Asha\n  — Tom", "  — Asha", "An em dash", "- Asha"),
    ("      - " + PROMPT, "      -" + PROMPT, "      -{feel", "no space after the dash", "a space"),
    (TITLE, "    title: [Name] is waiting", "    title: [", "cannot begin with [",
     'title: "[Name] is waiting"'),
    (TITLE, "    title: [Name]", "    title: [", "cannot begin with [", 'title: "[Name]"'),
    (TITLE, "    title: {Name} waits", "    title: {", "cannot begin with {", '"{Name} waits"'),
    (TITLE, "    title: *Again* they lost it", "    title: *", "cannot begin with *", '"*Again*'),
    (TITLE, "    title: 50%: half of us", "    title: 50", "holds a colon", '"50%: half of us"'),
    (TITLE, '    title: %50 said "no"', "    title: %", "cannot begin with %", "single quotes"),
    (TITLE, "    title: @home isn't \"here\"", "    title: @", "cannot begin with @",
     "title: |"),
    (TITLE, "    title: “Hear us: now”", "    title: “", "typographic quotation marks",
     'title: "Hear us: now"'),
    (TITLE, "    title: «Écoutez : nous»", "    title: «", "typographic", '"Écoutez : nous"'),
    (PROMPT, "{feel: Now: what?}", "- {feel", "cannot be told apart", '{feel: "Now: what?"}'),
]  # fmt: skip


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("old", "new", "at", "what", "mend"), ALIKE)
def test_what_looks_alike_is_named_alone_at_its_line(
    old: str, new: str, at: str, what: str, mend: str
) -> None:
    text = spoilt((old, new))
    told = [problem for problem in problems_of(text) if problem.line == line_of(text, at)]
    assert len(told) == 1, problems_of(text)
    assert what in told[0].what
    assert mend in told[0].mend
    others = [problem for problem in problems_of(text) if problem.line != line_of(text, at)]
    assert all(old.startswith("authors") and what in problem.what for problem in others), others


def test_all_of_them_are_told_at_once_with_what_else_is_wrong() -> None:
    text = spoilt(
        ("title: Home from", "title：Home from"),
        ("mark: N", "mark:\u00a0N"),
        ("kind: poem", "kind: pome"),
        (TITLE, "    title: Up: and down"),
    )
    places = ["title：Home", "    mark:\u00a0N", "    kind: pome", "    title: Up:"]
    assert [problem.line for problem in problems_of(text)] == [line_of(text, at) for at in places]


KEPT = (
    "L\u2019heure\u00a0!", "“Hear us”", "– and on", "• a bullet", "a：b", "50 % of us", "A [name]",
    "–", "“Now", "\u3000wide", "No. 4 #4"[:5], "it's", 'he said "no"', "- ", "C#", "#",
)  # fmt: skip


def test_the_same_characters_within_a_text_are_kept() -> None:
    """In a block of text everything is text; in an unquoted one, what YAML allows."""
    for words in KEPT:
        block = spoilt(("      Thirteen steps,", f"      {words}"))
        assert parse_deck(block, "d").cards[1].text.startswith(words.strip(" ") or words)
    for words in ("L\u2019heure\u00a0!", "“Hear us”", "– and on", "a：b", "50 % of us", "C#"):
        assert parse_deck(spoilt((TITLE, f"    title: {words}")), "d").cards[1].title == words


FOREIGN = [
    ("{\\rtf1\\ansi wshoes: 1\\par id: try}", "rich text of a word processor"),
    ("#separator:tab\n#html:true\nThe letter\tA letter comes.\n", "a text export of Anki"),
    ("<!DOCTYPE html>\n<html><body>x</body></html>", "a web page"),
    ("<?xml version='1.0'?>\n<cards/>", "an XML file"),
    ("title,text,shoes\n\"The letter\",\"A letter comes, late.\",p\n", "3 columns, with commas"),
    ("Titel;Text\nDer Brief;Er kommt\n", "2 columns, with semicolons"),
    ("title\ttext\nThe letter\tIt comes\n", "2 columns, with tabs"),
    ('{"black": [{"text": "x"}], "white": ["y"]}', 'JSON of another program, not a deck: it has'),
    ('[{"front": "a", "back": "b"}]', 'JSON of another program, not a deck: it has the keys'),
    ('{"cards": [\n{"front": "a", "back": "b",}\n]}', "JSON of another program"),
    ("---\nmeta:\n  edition: x\nsuits:\n- id: A\n", 'it has the keys "meta" and "suits"'),
    ("[deck]\nname = \"x\"\n", "a settings file"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "what"), FOREIGN)
def test_other_programs_files_are_one_sentence_on_what_they_are(text: str, what: str) -> None:
    (problem,) = problems_of(text)
    assert problem.line == 1
    assert what in problem.what
    can_come_in = any(kind in what for kind in ("columns", "Anki", "suits"))
    assert f"wshoes deck {'import' if can_come_in else 'new'}" in problem.mend


@pytest.mark.parametrize(
    "text",
    [
        "id: x\ntitle: Home\nrevision: 1\n",
        "titel: Home\nid: x\ncards: []\n",
        '{"id": "x", "title": "Home", "revision": 1}',
    ],
)
def test_a_deck_that_somebody_has_begun_is_no_file_of_another_program(text: str) -> None:
    assert all("another program" not in problem.what for problem in problems_of(text))


MOST = {
    key: one.most
    for keys in (DECK_KEYS, SHOES_KEYS, PROMPT_KEYS, CARD_KEYS)
    for key, one in keys.items()
    if one.is_free_text
}
"""The limit of every free text, by its key; of "easy" that of a card."""


def long(key: str, most: int) -> tuple[str, str]:
    """A deck with a text one character longer than it may be, and where it is."""
    value = "x" * (most + 1)
    old = {
        "title": "title: Home from hospital",
        "name": "name: The ward nurse",
        "you_are": "you_are: You want your own bed.",
        "text": "text: |\n      Thirteen steps,\n        and every one of them mine.",
        "easy": "easy: |\n      There are thirteen steps.",
        "note": "note: For the facilitator only.",
        "source": "source: ~",
        "notice": "{notice: What is happening here?}",
        "authors": "authors: [Asha, Tom]",
        "licence": "licence: CC-BY-4.0",
        "summary": "summary: Leaving hospital, seen by everyone it touches.",
        "audience": "audience: Ward teams and families.",
        "content_note": "content_note: Mentions falls.",
    }[key]
    new = f"{{{key}: {value}}}" if old[0] == "{" else f"{key}: {value}"
    return spoilt((old, new)), new


@pytest.mark.parametrize(
    "key",
    ["title", "name", "you_are", "text", "easy", "note", "source", "notice", "authors",
     "licence", "summary", "audience", "content_note"],
)  # fmt: skip
def test_every_text_has_a_longest_length(key: str) -> None:
    most = MOST[key]
    text, at = long(key, most)
    (problem,) = problems_of(text)
    assert problem.line == line_of(text, at)
    assert f"{most + 1:,} characters, and {most:,} are the most" in problem.what
    assert problems_of(text.replace("x" * (most + 1), "x" * most)) == ()


CARD = "  - {{id: c{0}, kind: poem, title: A, text: A, themes: [independence, information]}}\n"
SHOES = "  - {{id: s{0}, name: A, mark: '{1}', colour: red, side: lived, you_are: A}}\n"
MARKS = [chr(code) for code in range(0x4E00, 0x4E00 + 60)]


@pytest.mark.parametrize(
    ("things", "most", "key", "line"),
    [
        ("cards", limits.MOST_CARDS, "\ncards:\n", CARD),
        ("shoes", limits.MOST_SHOES, "\nshoes:\n", SHOES),
        ("themes", limits.MOST_THEMES, "\nthemes:\n", "  t{0}: A\n"),
    ],
)
def test_there_are_only_so_many(things: str, most: int, key: str, line: str) -> None:
    has = 2
    for more, expected in ((most - has, 0), (most - has + 1, 1)):
        extra = "".join(line.format(n, MARKS[n % 60]) for n in range(more))
        text = GOOD.replace(key, key + extra, 1)
        problems = [p for p in problems_of(text) if "are the most" in p.what]
        assert len(problems) == expected, problems_of(text)[:3]
        if problems:
            assert f"{most + 1} {things}, and {most} are the most" in problems[0].what
            assert problems[0].line == line_of(text, key) + 1


def test_one_card_of_a_whole_book_is_refused_quickly(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    path.write_text(spoilt(("      Thirteen steps,", "      " + "word " * 176_000)), "utf-8")
    tracemalloc.start()
    with pytest.raises(DeckErrors) as caught:
        load_deck(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "880," in str(caught.value)
    assert "4,000 are the most" in str(caught.value)
    assert len(str(caught.value)) < 300
    assert peak < 100_000_000


@pytest.mark.parametrize("unit", [", ", "- ", "{ask: ", "\u00a0 ", " #", ": ", "ask,", " "])
def test_no_line_takes_long_to_look_at(unit: str) -> None:
    line = "  - {ask: a" + unit * (4_900 // len(unit)) + "x\n"
    before = process_time()
    assert problems_of("wshoes: 1\n" + line * 40)
    assert process_time() - before < 2


def test_every_bound_has_its_reason() -> None:
    statements = ast.parse(Path(limits.__file__).read_text("utf-8")).body
    for statement, after in pairwise([*statements, None]):
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            reason = after.value if isinstance(after, ast.Expr) else None
            assert isinstance(reason, ast.Constant), ast.unparse(statement)


def test_nothing_is_found_in_sound_decks() -> None:
    for path in sorted(shipped_folder().glob("*.yaml")):
        text = path.read_text("utf-8")
        assert find_slips(text) == ([], text)
        assert recognised(text) is None
    for path in ORIGINALS:
        one_slip = path.read_text("utf-8").replace("kind: poem", "kind: pome", 1)
        assert len(problems_of(one_slip)) == 1
