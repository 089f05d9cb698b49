"""Files that are not YAML, told to people who do not know YAML; the same by both parsers."""

from __future__ import annotations

import pytest

from tests.decks.samples import GOOD, line_of, problems_of, spoilt

pytestmark = pytest.mark.usefixtures("parser")

TITLE = "    title: The stairs"
PROMPT = "{feel: What is it like to be you right now?}"
TEXT = "      Thirteen steps,"

SLIPS = [
    # old, new, where the fault is told, what, mend
    (TITLE, TITLE + ": two", TITLE, "Unquoted text holds a colon", "double quotes"),
    (TITLE, "    title: 'It's steep'", "    title: 'It", "goes on after its closing",
     'double quotes: title: "It\'s steep"'),
    (TITLE, '    title: "Up" she said', '    title: "Up', "goes on after its closing",
     "single quotes: title: '\"Up\" she said'"),
    (TITLE, '    title: "Up', '    title: "Up', "opened here and never closed", "Close it"),
    (TITLE, "    title: 'Up", "    title: 'Up", "opened here and never closed", "Close it"),
    (TITLE, '    title: "C:\\data"', '    title: "C', "A backslash in double quotes", "twice"),
    (TITLE, '    title: "\\xzz"', '    title: "', "A backslash in double quotes", "twice"),
    (TITLE, "    title: @home", "    title: @", "cannot begin with @", "double quotes"),
    (TITLE, "    title: `up`", "    title: `", "cannot begin with `", "double quotes"),
    (TITLE, "    title: %x", "    title: %", "cannot begin with %", "double quotes"),
    (TITLE, "    title: , x", "    title: ,", "cannot begin with ,", "double quotes"),
    (TITLE, "    title: ]x", "    title: ]", "cannot begin with ]", "double quotes"),
    (TITLE, "    title: * x", "    title: *", "cannot begin with *", "double quotes"),
    (TITLE, "    title: & x", "    title: &", "cannot begin with &", "double quotes"),
    (TITLE, "    title: !a!b c", "    title: !", "cannot begin with !", "double quotes"),
    (TITLE, "    title: |up", "    title: |", "begins with | or >", "next line"),
    (TITLE, "    title: >up", "    title: >", "begins with | or >", "next line"),
    (TITLE, "    title: - up", "    title: -", "A dash cannot follow a key", "next line"),
    (TITLE, "    title: [up", "    title: [", "opened here and not closed", "Close it"),
    (TITLE, "    title: up]\n    [", "    [", "no key", "as far in"),
    (TITLE, "    title:The stairs", "    title:The", "no space after the colon", "Write a space"),
    (TITLE, "    title The stairs", "    title The", "no key", "as far in"),
    (TITLE, "   title: The stairs", "   title: The stairs", "below its neighbours", "Indent"),
    (TITLE, "      title: The stairs", "      title:", "indented further", "neighbours"),
    (TITLE, "\ttitle: The stairs", "\ttitle", "begins with a tab", "spaces"),
    (TITLE, "  \ttitle: The stairs", "  \ttitle", "begins with a tab", "spaces"),
    (TEXT, "\tThirteen steps,", "\tThirteen", "begins with a tab", "spaces"),
    (TEXT, TEXT + "\nand up", "and up", "no key", "as far in"),
    (TEXT, TEXT + "\n     and up", "     and up", "below its neighbours", "Indent"),
    ("    shoes: [patient, nurse]", "    shoes:\n      - nurse\n      -patient", "      -patient",
     "no space after the dash", "Write a space"),
    ("    shoes: [patient, nurse]", "    shoes: [patient, , nurse]", "    shoes: [",
     "cannot be told apart", "double quotes"),
    ("    shoes: [patient, nurse]", "    shoes: [patient, nurse]]", "    shoes: [",
     "closes nothing", "Delete it"),
    ("    shoes: [patient, nurse]", "    shoes: [patient, nurse", "    shoes: [",
     "opened here and not closed", "Close it"),
    (PROMPT, "{feel: Now: what?}", "- {feel", "cannot be told apart", "double quotes"),
    (PROMPT, '{feel: "Now" what?}', "- {feel", "cannot be told apart", "double quotes"),
    (PROMPT, "{feel: In bed #4?}", "- {feel", "is taken for a comment", "double quotes"),
    (PROMPT, '{feel: "What?"', "- {feel", "opened here and not closed", "Close it"),
    ("  - id: the-stairs", "  -id: the-stairs", "  -id: the", "no space after the dash", "a space"),
    ("title: Home", " title: Home", " title", "indented further", "neighbours"),
    ("cards:", "cards", "cards\n", "no key", "as far in"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "at", "what", "mend"), SLIPS)
def test_a_slip_has_its_own_line_and_mend(
    old: str, new: str, at: str, what: str, mend: str
) -> None:
    text = spoilt((old, new))
    problems = problems_of(text)
    assert problems
    problem = problems[0]
    assert what in problem.what
    assert mend in problem.mend
    assert problem.line == line_of(text, at)


def test_slips_in_several_cards_are_told_at_once_with_the_faults_of_the_others() -> None:
    third = GOOD[GOOD.index("  - id: the-stairs") :].replace("the-stairs", "the-door")
    text = (GOOD + third.replace("kind: poem", "kind: song")).replace(
        "title: Friday, four o'clock", "title: Friday: four"
    )
    text = text.replace(TITLE, '    title: "Up', 1)
    places = ["title: Friday: four", '    title: "Up', "kind: song"]
    assert [problem.line for problem in problems_of(text)] == [line_of(text, at) for at in places]


def test_a_slip_in_the_head_hides_no_slip_in_a_card() -> None:
    text = spoilt(("title: Home", "title: Home: away"), (TITLE, TITLE + ": two"))
    places = ["title: Home: away", TITLE]
    assert [problem.line for problem in problems_of(text)] == [line_of(text, at) for at in places]


def test_a_slip_after_the_cards_is_told() -> None:
    text = GOOD + "licence: [\n"
    assert problems_of(text)[-1].line == line_of(text, "licence: [")


def test_a_deck_whose_only_card_has_a_slip_is_not_told_to_have_none() -> None:
    text = GOOD[: GOOD.index("  - id: friday")] + "  - id: x\n    title: a: b\n"
    problems = problems_of(text)
    assert any("colon" in problem.what for problem in problems)
    assert not any("at least one card" in problem.what for problem in problems)


def test_doubles_are_told_beside_slips() -> None:
    text = spoilt((TITLE, TITLE + ": two"), ("    tender: 0", "    tender: 0\n    tender: 1"))
    assert [problem.line for problem in problems_of(text)] == [
        line_of(text, "    tender: 1"),
        line_of(text, TITLE),
    ]
