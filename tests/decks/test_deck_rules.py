"""Every rule of the deck format: what is read, what is forgiven, what is refused and how."""

from __future__ import annotations

import pytest

from tests.decks.samples import GOOD, line_of, problems_of, spoilt
from wshoes_tui.decks.deck_rules import load_deck, parse_deck, parse_head
from wshoes_tui.decks.diagnostics import DeckErrors, Problem
from wshoes_tui.domain.deck import Prompt, Theme
from wshoes_tui.errors import DeckError


def test_reads_the_head_of_a_deck() -> None:
    deck = parse_deck(GOOD, "deck.yaml")
    assert (deck.id, deck.title, deck.revision) == ("home-from-hospital", "Home from hospital", 3)
    assert (deck.language, deck.minutes, deck.licence) == ("en-GB", 8, "CC-BY-4.0")
    assert deck.summary == "Leaving hospital, seen by everyone it touches."
    assert deck.audience == "Ward teams and families."
    assert (deck.authors, deck.co_produced_with) == (("Asha", "Tom"), ())
    assert (deck.translation_of, deck.reviewed) == ("", "")
    assert deck.content_note == "Mentions falls."
    assert deck.themes == (
        Theme("information", "Information and advice"),
        Theme("independence", "Independence", "making-it-real-2018/wellbeing"),
    )


def test_reads_the_shoes() -> None:
    patient, nurse = parse_deck(GOOD, "deck.yaml").shoes
    assert (patient.id, patient.name, patient.mark) == ("patient", "The person going home", "P")
    assert (patient.colour, patient.side) == ("yellow", "lived")
    assert (patient.you_are, patient.easy) == ("You want your own bed.", "You want to go home.")
    assert (nurse.id, nurse.side) == ("nurse", "service")


def test_reads_the_cards() -> None:
    scenario, poem = parse_deck(GOOD, "deck.yaml").cards
    assert (scenario.id, scenario.kind, scenario.tender) == ("friday-four-oclock", "scenario", 0)
    assert scenario.title == "Friday, four o'clock"
    assert scenario.shoes == ("patient", "nurse")
    assert scenario.opposite == {"patient": "nurse"}
    assert scenario.themes == ("information", "independence")
    assert scenario.prompts == (
        Prompt("notice", "What is happening here?"),
        Prompt("feel", "What is it like to be you right now?"),
        Prompt("ask", "What would you ask the others?"),
        Prompt("act", "What one thing would help?"),
    )
    assert (scenario.note, scenario.source) == ("For the facilitator only.", "")
    assert (poem.kind, poem.tender, poem.prompts, poem.shoes) == ("poem", 1, (), ())


def test_keeps_texts_as_they_are_written() -> None:
    scenario, poem = parse_deck(GOOD, "deck.yaml").cards
    assert scenario.text == (
        "The ward needs the bed.\nNobody has told the neighbour.\n\nThe cat is hungry."
    )
    assert poem.text == "Thirteen steps,\n  and every one of them mine."


def test_reads_a_file(tmp_path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert load_deck(path) == parse_deck(GOOD, "deck.yaml")
    assert load_deck(str(path)) == load_deck(path)


def test_the_head_can_be_read_alone() -> None:
    head = parse_head(GOOD[: GOOD.index("cards:") + len("cards:")], "deck.yaml")
    assert (head.id, head.cards, len(head.shoes)) == ("home-from-hospital", (), 2)


@pytest.mark.parametrize(
    ("old", "new", "attribute", "expected"),
    [
        ("title: Home from hospital", "title: no", "title", "no"),
        ("title: Home from hospital", "title: 12:30:45", "title", "12:30:45"),
        ("title: Home from hospital", "title: Yes", "title", "Yes"),
        ("title: Home from hospital", "title: 2026-01-01", "title", "2026-01-01"),
        ("title: Home from hospital", "title: 0x1F", "title", "0x1F"),
        ("title: Home from hospital", 'title: "~"', "title", "~"),
        ("title: Home from hospital", "title: Home\n  from   hospital", "title",
         "Home from hospital"),
        ("title: Home from hospital", "title:\tHome\tfrom hospital", "title", "Home from hospital"),
        ("wshoes: 1", 'wshoes: "1"', "id", "home-from-hospital"),
        ("wshoes: 1", "%YAML 1.2\n---\nwshoes: 1", "id", "home-from-hospital"),
        ("revision: 3", 'revision: "3"', "revision", 3),
        ("minutes: 8\n", "", "minutes", 8),
        ("minutes: 8\n", "minutes:\n", "minutes", 8),
        ("minutes: 8\n", "minutes: 12\n", "minutes", 12),
        ("summary: Leaving hospital, seen by everyone it touches.", "summary:", "summary", ""),
        ("authors: [Asha, Tom]", "authors: The Tuesday group", "authors", ("The Tuesday group",)),
        ("authors: [Asha, Tom]", "authors:\n  - Asha\n  -\n", "authors", ("Asha",)),
        ("authors: [Asha, Tom]", "authors: [No, 7]", "authors", ("No", "7")),
        ("authors: [Asha, Tom]", "authors:", "authors", ()),
        ("reviewed: ~", "reviewed: 2026-03-31", "reviewed", "2026-03-31"),
        ("reviewed: ~", "reviewed: null", "reviewed", ""),
        ("translation_of: ~", "translation_of: going-home", "translation_of", "going-home"),
        ("language: en-GB", "language: en-gb", "language", "en-GB"),
        ("language: en-GB", "language: zh-hant-tw", "language", "zh-Hant-TW"),
        ("language: en-GB", "language: de-CH-1996", "language", "de-CH-1996"),
        ("language: en-GB", "language: en-GB-x-plain", "language", "en-GB-x-plain"),
        ("language: en-GB", "language: no", "language", "no"),
        ("language: en-GB", "language: es-419", "language", "es-419"),
    ],
)  # fmt: skip
def test_forgives_in_the_head(old: str, new: str, attribute: str, expected: object) -> None:
    assert getattr(parse_deck(spoilt((old, new)), "deck.yaml"), attribute) == expected


@pytest.mark.parametrize(
    ("old", "new", "attribute", "expected"),
    [
        ("shoes: [patient, nurse]", "shoes: nurse", "shoes", ("nurse",)),
        ("shoes: [patient, nurse]", "shoes: patient, nurse", "shoes", ("patient", "nurse")),
        ("shoes: [patient, nurse]", "shoes: [nurse, nurse]", "shoes", ("nurse",)),
        ("shoes: [patient, nurse]", "shoes:\n      - nurse", "shoes", ("nurse",)),
        ("shoes: [patient, nurse]", "shoes: ~", "shoes", ()),
        ("kind: scenario", "kind: Scenario", "kind", "scenario"),
        ("kind: scenario", "kind: wild", "kind", "wild"),
        ("kind: scenario", "kind: statement", "kind", "statement"),
        ("tender: 0", "tender: 2", "tender", 2),
        ("tender: 0", "tender:", "tender", 1),
        ("opposite: {patient: nurse}", "opposite: ~", "opposite", {}),
        ("opposite: {patient: nurse}", "opposite: {nurse: patient}", "opposite",
         {"nurse": "patient"}),
        ("note: For the facilitator only.", "note: |\n      One.\n      Two.", "note",
         "One.\nTwo."),
        ("source: ~", "source: A song,\n      verse 2", "source", "A song, verse 2"),
    ],
)  # fmt: skip
def test_forgives_in_a_card(old: str, new: str, attribute: str, expected: object) -> None:
    card = parse_deck(spoilt((old, new)), "deck.yaml").cards[0]
    assert getattr(card, attribute) == expected


def test_a_mark_may_be_a_letter_with_its_accent_beside_it() -> None:
    text = spoilt(("mark: P", "mark: E\u0301"), ("mark: N", "mark: \u00c9"))
    (problem,) = problems_of(text)
    assert "is here twice" in problem.what
    deck = parse_deck(spoilt(("mark: P", "mark: E\u0301")), "deck.yaml")
    assert deck.shoes[0].mark == "\u00c9"


def test_forgives_prompts_without_dashes() -> None:
    start, end = GOOD.index("    prompts:"), GOOD.index("    tender: 0")
    text = GOOD[:start] + "    prompts:\n      notice: One?\n      act: Two?\n" + GOOD[end:]
    card = parse_deck(text, "deck.yaml").cards[0]
    assert card.prompts == (Prompt("notice", "One?"), Prompt("act", "Two?"))


def test_themes_may_be_left_out() -> None:
    start, end = GOOD.index("themes:"), GOOD.index("\nshoes:") + 1
    text = GOOD[:start] + GOOD[end:].replace("    themes: [information, independence]\n", "")
    assert parse_deck(text, "deck.yaml").themes == ()


BAD = [
    # old, new, where the fault is reported, what, mend
    ("wshoes: 1\n", "", "id: home", 'The deck has no "wshoes"', "wshoes: 1"),
    ("wshoes: 1", "wshoes: one", "wshoes:", '"wshoes" of the deck should be 1', "wshoes: 1"),
    ("wshoes: 1", "wshoes: 0", "wshoes:", "should be 1", "wshoes: 1"),
    ("wshoes: 1", "wshoes: " + "9" * 5000, "wshoes:", "should be 1", "in digits"),
    ("wshoes: 1", "wshoes: 2", "wshoes:", "made for a newer wshoes", "Update wshoes"),
    ("id: home-from-hospital\n", "", "wshoes:", 'The deck has no "id"', "id: home-from-hospital"),
    ("id: home-from-hospital", "id: Home From_Hospital", "id:", "which is no id",
     'Did you mean "home-from-hospital"?'),
    ("id: home-from-hospital", "id: " + "a" * 61, "id:", "is too long", "60"),
    ("id: home-from-hospital", "id: [a]", "id:", "should be text, not a list", "double quotes"),
    ("id: home-from-hospital", "id: {a: b}", "id:", "not keys with values", "colon"),
    ("title: Home from hospital\n", "", "wshoes:", 'The deck has no "title"', "title: Home"),
    ("title: Home from hospital", "title:", "title:", "is empty", "title: Home"),
    ("title: Home from hospital", "title: ~", "title:", "is empty", "title: Home"),
    ("title: Home from hospital", 'title: " "', "title:", "is empty", "title: Home"),
    ("title: Home", "titel: Home", "titel:", 'Unknown key "titel" in the deck', '"title"'),
    ("title: Home", "Title: Home", "Title:", 'Unknown key "Title"', 'Did you mean "title"?'),
    ("content_note:", "content-note:", "content-note:", "Unknown key", '"content_note"'),
    ("content_note:", "wombat:", "wombat:", "Unknown key", "Known are wshoes, id,"),
    ("minutes: 8", "minutes: 8\nminutes: 9", "minutes: 9",
     '"minutes" is here twice, on lines 9 and 10',
     "Keep one"),
    ("revision: 3\n", "", "wshoes:", 'The deck has no "revision"', "revision: 1"),
    ("revision: 3", "revision: 3.5", "revision:", "should be a whole number from 1", "revision: 1"),
    ("revision: 3", "revision: -1", "revision:", "should be a whole number from 1", "in digits"),
    ("revision: 3", "revision: ٣", "revision:", "should be a whole number", "in digits"),
    ("revision: 3", "revision: [3]", "revision:", "a whole number, not a list", "brackets"),
    ("revision: 3", "revision: " + "1" * 4400, "revision:", "should be a whole number", "digits"),
    ("minutes: 8", "minutes: eight", "minutes:", "should be a whole number from 1 to 240", "8"),
    ("minutes: 8", "minutes: 0", "minutes:", "should be a whole number from 1 to 240", "8"),
    ("language: en-GB\n", "", "wshoes:", 'The deck has no "language"', "language: en-GB"),
    ("language: en-GB", "language: en_GB", "language:", "no language tag", 'mean "en-GB"?'),
    ("language: en-GB", "language: English", "language:", "no language tag", "such as en-GB"),
    ("reviewed: ~", "reviewed: 31 March", "reviewed:", "should be a date", "2026-03-31"),
    ("reviewed: ~", "reviewed: 2026-02-30", "reviewed:", "should be a date", "2026-03-31"),
    ("reviewed: ~", "reviewed: 20260331", "reviewed:", "should be a date", "2026-03-31"),
    ("reviewed: ~", "reviewed: 2026-W01-1", "reviewed:", "should be a date", "2026-03-31"),
    ("translation_of: ~", "translation_of: Going Home", "translation_of:", "which is no id",
     '"going-home"'),
    ("authors: [Asha, Tom]", "authors: [[Asha], Tom]", "authors:", "not a list", "brackets"),
    ("authors: [Asha, Tom]", "authors: {Asha: Tom}", "authors:", "not keys with values", "colon"),
    ("authors: [Asha, Tom]", "authors:\n  -Asha\n  -Tom", "  -Asha", "no space after the dash",
     "Write a space"),
    # themes
    ("  information: Info", "  Information: Info", "  Information:", "which is no id",
     "information"),
    ("  information: Information and advice", "  information:", "  information:",
     '"title" of the theme "information" is empty', "title: Independence"),
    ("{title: Independence, ", "{", "  independence:", 'theme "independence" has no "title"',
     "title:"),
    ("{title: Indep", "{titel: Indep", "  independence:", 'Unknown key "titel"', '"title"'),
    ("making-it-real-2018/wellbeing", "Making It Real", "  independence:",
     "should be the key of a framework", "stroke"),
    ("{title: Independence,", "{title: Choice, control,", "  independence:",
     "The comma in these braces", "double quotes"),
    # shoes
    ("    name: The ward nurse\n", "", "  - id: nurse", 'shoes "nurse" has no "name"', "name: The"),
    ("    mark: N\n", "", "  - id: nurse", 'shoes "nurse" has no "mark"', "mark: N"),
    ("    colour: green\n", "", "  - id: nurse", 'shoes "nurse" has no "colour"', "colour: green"),
    ("    side: service\n", "", "  - id: nurse", 'has no "side"', "side: service"),
    ("    you_are: You have three more to see before noon.\n", "", "  - id: nurse",
     'has no "you_are"', "you_are: You are a nurse"),
    ("mark: N", "mark: NU", "mark: NU", "should be one letter", "no other shoes"),
    ("mark: N", "mark: +", "mark: +", "should be one letter", "no other shoes"),
    ("mark: N", 'mark: "\\u202e"', 'mark: "', "should be one letter", "no other shoes"),
    ("mark: N", "mark: p", "mark: p", 'The mark "p" is here twice, on lines 23 and 30',
     "another letter"),
    ("colour: green", "colour: gren", "colour: gren", '"gren", but should be black, red,',
     '"green"'),
    ("colour: green", "colour: mauve", "colour: mauve", "cyan or white", "Choose black"),
    ("side: service", "side: staff", "side: staff", "should be lived or service", "Choose lived"),
    ("side: service", "side: [service]", "side: [", "should be text, not a list", "brackets"),
    ("- id: nurse", "- id: Nurse", "- id: Nurse", "which is no id", '"nurse"'),
    # cards
    ("  - id: the-stairs\n    kind", "  - kind", "  - kind: poem", 'Card number 2 has no "id"',
     "id:"),
    ("    kind: poem\n", "", "  - id: the-stairs", 'card "the-stairs" has no "kind"',
     "kind: scenario"),
    ("    title: The stairs\n", "", "  - id: the-stairs", 'has no "title"', "title: Friday"),
    ("text: |\n      Thirteen steps,\n        and every one of them mine.", "text:", "text:\n",
     '"text" of the card "the-stairs" is empty', "text: |"),
    ("kind: poem", "kind: pome", "kind: pome", "should be scenario, statement, poem or wild",
     '"poem"'),
    ("tender: 0", "tender: 3", "tender: 3", "should be a whole number from 0 to 2", "tender: 1"),
    ("tender: 0", "tender: very", "tender: very", "should be a whole number", "tender: 1"),
    ("tender: 0", "tendr: 0", "tendr: 0", 'Unknown key "tendr" in the card "friday-four',
     '"tender"'),
    ("- id: the-stairs", "- id: friday-four-oclock", "- id: friday-four-oclock\n    kind: poem",
     'The id "friday-four-oclock" is here twice, on lines 37 and 59', "an id of its own"),
    ("- id: the-stairs", "- id: The stairs", "- id: The", "which is no id", '"the-stairs"'),
    ("shoes: [patient, nurse]", "shoes: [patient, nurze]", "shoes: [", 'names "nurze"', '"nurse"'),
    ("shoes: [patient, nurse]", "shoes: [zebra]", "shoes: [", "no shoes have that name",
     'This deck has "patient" and "nurse"'),
    ("shoes: [patient, nurse]", "shoes: {a: b}", "shoes: {", "not keys with values", "colon"),
    ("opposite: {patient: nurse}", "opposite: {patient: nurze}", "opposite:", '"nurze"', '"nurse"'),
    ("opposite: {patient: nurse}", "opposite: {nurze: patient}", "opposite:", '"nurze"', '"nurse"'),
    ("opposite: {patient: nurse}", "opposite: {nurse: nurse}", "opposite:", "on both sides",
     "two different"),
    ("opposite: {patient: nurse}", "opposite: nurse", "opposite:", "should be keys with values",
     "{patient: nurse}"),
    ("opposite: {patient: nurse}", "opposite: {patient: [nurse]}", "opposite:",
     "should name one pair",
     "{patient: nurse}"),
    ("opposite: {patient: nurse}", "opposite: {patient}", "opposite:", "should name one pair",
     "{patient: nurse}"),
    ("themes: [information, ind", "themes: [informatoin, ind", "themes: [inf", '"informatoin"',
     '"information"'),
    ("{feel: What is it", "{fell: What is it", "- {fell", 'Unknown key "fell" in a prompt of',
     '"feel"'),
    ("{feel: What is it like to be you right now?}", "What is it like?", "- What is it",
     "does not say its rung, notice, feel, ask or act", "- {ask:"),
    ("{feel: What", "{notice: When?, feel: What", "- {notice: When", "one rung, not 2", "dash"),
    ("{feel: What is it like to be you right now?}", "{}", "- {}", "one rung, not 0", "dash"),
    ("{feel: What is it like to be you right now?}", "{feel: }", "- {feel", "is empty",
     "feel: What"),
    ("{feel: What is it", "{feel: Now, what is it", "- {feel", "The comma in these braces",
     "quotes"),
    ("{feel: What is it", "{feel:What is it", "- {feel", "no space after the colon",
     "Write a space"),
    ("{feel: What is it like to be you right now?}", "{feel: [a]}", "- {feel", "not a list",
     "brackets"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "at", "what", "mend"), BAD)
def test_refuses_with_file_line_what_and_mend(
    old: str, new: str, at: str, what: str, mend: str
) -> None:
    text = spoilt((old, new))
    problems = problems_of(text, "home.yaml")
    assert len(problems) == 1, problems
    problem = problems[0]
    assert (problem.file, problem.line) == ("home.yaml", line_of(text, at))
    assert what in problem.what
    assert mend in problem.mend
    assert str(problem) == f"home.yaml:{problem.line}: {problem.what}. {problem.mend}"
    assert "\n" not in str(problem)


FOLLOWED_BY_OTHERS = [
    ("  information: Info", "  independence: Info", "  independence: {",
     '"independence" is here twice, on lines 17 and 18', "Keep one"),
    ("- id: nurse", "- id: patient", "- id: patient\n    name: The ward",
     'The id "patient" is here twice, on lines 21 and 28', "an id of its own"),
    ("  - id: nurse\n    name", "  - name", "  - name", 'Shoes number 2 has no "id"', "id: nurse"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "at", "what", "mend"), FOLLOWED_BY_OTHERS)
def test_a_lost_name_is_told_where_it_is_lost(
    old: str, new: str, at: str, what: str, mend: str
) -> None:
    text = spoilt((old, new))
    told = [problem for problem in problems_of(text) if what in problem.what]
    assert [problem.line for problem in told] == [line_of(text, at)]
    assert mend in told[0].mend


@pytest.mark.parametrize(
    ("cut", "what", "mend"),
    [
        ("cards:", 'The deck has no "cards"', "kind, title and text"),
        ("\nshoes:", 'The deck has no "shoes"', "side and you_are"),
    ],
)
def test_needs_shoes_and_cards(cut: str, what: str, mend: str) -> None:
    found = [p for p in problems_of(GOOD[: GOOD.index(cut)]) if p.what == what]
    assert [mend in problem.mend for problem in found] == [True]


@pytest.mark.parametrize("cards", ["cards: []\n", "cards:\n  -\n", "cards: {}\n", "cards: none\n"])
def test_needs_one_card(cards: str) -> None:
    text = GOOD[: GOOD.index("cards:")] + cards
    (problem,) = problems_of(text)
    assert problem.line == line_of(text, "cards:")
    assert "card" in problem.what


def test_needs_two_pairs_of_shoes() -> None:
    start = GOOD.index("  - id: nurse")
    poem = GOOD[GOOD.index("  - id: the-stairs") :]
    text = f"{GOOD[:start]}cards:\n{poem}"
    (problem,) = problems_of(text)
    assert problem.line == line_of(text, "\nshoes:") + 1
    assert "at least two shoes" in problem.what
    assert "from the other side" in problem.mend


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("  - id: nurse\n", "  - just words\n  - id: nurse\n", "Shoes number 2 should be keys"),
        ("  - id: the-stairs\n", "  - just words\n  - id: the-stairs\n", "Card 2 should be keys"),
    ],
)
def test_words_alone_are_neither_card_nor_shoes(old: str, new: str, what: str) -> None:
    text = spoilt((old, new))
    (problem,) = problems_of(text)
    assert problem.line == line_of(text, "  - just words")
    assert what in problem.what


@pytest.mark.parametrize("text", ["hello\n", "- a\n- b\n", "[]", '"wshoes: 1"'])
def test_something_else_is_not_a_deck(text: str) -> None:
    (problem,) = problems_of(text)
    assert (problem.line, problem.what) == (1, "This is not a deck")
    assert "wshoes: 1" in problem.mend


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n...\n"])
def test_an_empty_file_says_how_to_begin(text: str) -> None:
    (problem,) = problems_of(text)
    assert problem.line == 1
    assert "wshoes: 1" in problem.mend


def test_all_faults_are_told_at_once_in_order() -> None:
    text = spoilt(
        ("title: Home", "titel: Home"),
        ("colour: green", "colour: mauve"),
        ("kind: scenario", "kind: story"),
        ("tender: 0", "tender: 9"),
        ("- id: the-stairs", "- id: friday-four-oclock"),
    )
    problems = problems_of(text)
    expected = [
        "titel:",
        "colour: mauve",
        "kind: story",
        "tender: 9",
        "- id: friday-four-oclock\n    kind: poem",
    ]
    assert [problem.line for problem in problems] == [line_of(text, at) for at in expected]


def test_a_mistyped_key_is_one_fault_not_two() -> None:
    problems = problems_of(spoilt(("    kind: poem", "    kidn: poem")))
    assert ['"kidn"' in problem.what for problem in problems] == [True]


def test_a_newer_format_is_said_alone() -> None:
    text = spoilt(("wshoes: 1", "wshoes: 12"), ("title: Home", "heading: Home"), ("kind: poem", ""))
    (problem,) = problems_of(text)
    assert problem.line == 1
    assert "made for a newer wshoes (its format is 12, this program reads 1)" in problem.what


def test_faulty_shoes_do_not_make_every_card_faulty() -> None:
    start, end = GOOD.index("\nshoes:") + 1, GOOD.index("cards:")
    (problem,) = problems_of(GOOD[:start] + "shoes: nobody\n" + GOOD[end:])
    assert '"shoes" of the deck should be a list' in problem.what


def test_faulty_themes_do_not_make_every_card_faulty() -> None:
    start, end = GOOD.index("themes:"), GOOD.index("\nshoes:") + 1
    (problem,) = problems_of(GOOD[:start] + "themes: [information]\n" + GOOD[end:])
    assert '"themes" of the deck should be keys with values' in problem.what


def test_errors_are_one_sentence_that_counts_the_rest() -> None:
    with pytest.raises(DeckErrors) as caught:
        parse_deck(spoilt(("revision: 3", "revision: x"), ("tender: 0", "tender: x")), "d.yaml")
    errors = caught.value
    assert isinstance(errors, DeckError)
    assert str(errors) == f"{errors.problems[0]} One more problem follows."
    assert "\n" not in str(errors)


def test_a_flood_of_faults_ends() -> None:
    text = GOOD + "".join(f"    key-{number}: x\n" for number in range(5_000))
    assert 100 <= len(problems_of(text)) <= 1_000


def test_messages_cannot_drive_a_terminal() -> None:
    problem = Problem("a\x1b]0;x\x07\udcff.yaml", 3, 'Unknown key "\u202ex"', "Mend\r\nit.")
    assert str(problem).isprintable()
    assert str(problem).encode()


def test_messages_repeat_ids_and_keys_but_shorten_them() -> None:
    (problem,) = problems_of(spoilt(("tender: 0", "k" * 900 + ": 0")))
    assert len(str(problem)) < 300
