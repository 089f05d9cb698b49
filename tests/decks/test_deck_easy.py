"""Easy words whole: titles and questions in easy words, in files, translations, records, advice."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.decks.samples import GOOD, line_of, problems_of, spoilt
from wshoes_tui.decks import deck_rules
from wshoes_tui.decks.deck_rules import parse_deck
from wshoes_tui.decks.lint import advise
from wshoes_tui.decks.whole_deck_cache import DeckCache
from wshoes_tui.domain.deck import Card, Deck, Prompt
from wshoes_tui.domain.models import PlayedDeck
from wshoes_tui.domain.projection import for_seats
from wshoes_tui.domain.serialization import record_from_json, record_hash, record_to_json

FEEL = "      - {feel: What is it like to be you right now?}\n"
EASY = (
    ("    shoes: [patient, nurse]\n", "    easy_title: Friday\n    shoes: [patient, nurse]\n"),
    (FEEL, "      - feel: What is it like to be you right now?\n        easy: How do you feel?\n"),
)
DECK = parse_deck(spoilt(*EASY), "deck.yaml")
QUESTION = Prompt("feel", "What is it like to be you right now?", "How do you feel?")


def test_a_title_and_a_question_have_easy_words() -> None:
    card = DECK.cards[0]
    assert (card.title, card.easy_title) == ("Friday, four o'clock", "Friday")
    assert card.prompts[1] == QUESTION
    assert [prompt.easy for prompt in card.prompts] == ["", "How do you feel?", "", ""]


def test_without_dashes_easy_words_belong_to_the_question_above() -> None:
    start, end = GOOD.index("      - {notice"), GOOD.index("    tender: 0")
    questions = "      notice: What?\n      feel: How is it?\n      easy: How?\n      act: Now?\n"
    found = parse_deck(GOOD[:start] + questions + GOOD[end:], "deck.yaml").cards[0].prompts
    assert found == (
        Prompt("notice", "What?"),
        Prompt("feel", "How is it?", "How?"),
        Prompt("act", "Now?"),
    )


@pytest.mark.parametrize(
    ("put", "at", "what", "mend"),
    [
        ("- easy: How do you feel?", "      - easy", "does not say its rung", "- {ask:"),
        ("- {feel: Why?, eesy: How?}", "      - {feel", '"eesy"', '"easy"'),
        ("- feel: Why?\n        easy: [How]", "        easy", "cannot begin with [", "quotes"),
        (f"- {{feel: Why?, easy: {'x' * 301}}}", "      - {feel", "300", "Shorten"),
        ("- feel: Why?\n        easy: Who has bed #4?", "        easy", '"#4?"', "quotes"),
    ],
)
def test_faults_of_easy_questions_are_told_at_their_lines(
    put: str, at: str, what: str, mend: str
) -> None:
    text = spoilt((FEEL, f"      {put}\n"))
    (problem,) = problems_of(text)
    assert problem.line == line_of(text, at)
    assert what in problem.what
    assert mend in problem.mend


def test_a_translation_takes_what_it_leaves_out_from_the_original_one_by_one() -> None:
    text = """\
wshoes: 1
id: home-from-hospital
revision: 3
language: cy
translation_of: home-from-hospital
cards:
  - id: friday-four-oclock
    prompts:
      - feel: Sut deimlad yw hyn?
      - act: Beth fyddai'n helpu?
        easy: Beth?
"""
    card = parse_deck(text, "cy.yaml", lambda _: DECK).cards[0]
    assert card.easy_title == "Friday"
    told = {prompt.rung: (prompt.text, prompt.easy) for prompt in card.prompts}
    assert told["feel"] == ("Sut deimlad yw hyn?", ""), "English easy words of no Welsh question"
    titled = parse_deck(
        text.replace("prompts:", "title: Gwener\n    prompts:"), "cy.yaml", lambda _: DECK
    )
    assert (titled.cards[0].title, titled.cards[0].easy_title) == ("Gwener", "")
    assert told["act"] == ("Beth fyddai'n helpu?", "Beth?")
    assert told["notice"] == ("What is happening here?", "")


def test_records_hold_them_and_those_of_before_have_the_hash_of_before() -> None:
    played = PlayedDeck(id="d", deck=DECK)
    plain = json.loads(json.dumps(record_to_json(played)))
    assert record_from_json(PlayedDeck, plain) == played
    before = PlayedDeck(id="d", deck=parse_deck(GOOD, "deck.yaml"))
    old = json.loads(json.dumps(record_to_json(before)))
    for card in old["deck"]["cards"]:
        del card["easy_title"]
        for prompt in card["prompts"]:
            del prompt["easy"]
    assert record_from_json(PlayedDeck, old) == before
    assert record_hash(before) == "74e6dc31ba50d70ee412d259077d9799a5785f47cec100a6728d1ce94448bd39"
    assert record_hash(before) != record_hash(played)


def test_the_cache_holds_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "deck.yaml"
    file.write_text(spoilt(*EASY), "utf-8")
    os.utime(file, (1, 1))
    cache = DeckCache(tmp_path / "cache")
    assert cache.load(file) == DECK
    monkeypatch.setattr(deck_rules, "load_deck", lambda *_: pytest.fail("read the file"))
    assert cache.load(file) == DECK


def test_seats_are_told_them_in_their_language() -> None:
    (welsh, other) = DECK.cards
    welsh = replace(welsh, easy_title="Gwener", prompts=(Prompt("feel", "Sut?", "Sut wyt ti?"),))
    assert for_seats(DECK).cards[0].prompts[1].easy == "How do you feel?"
    told = for_seats(replace(DECK, cards=(replace(welsh, prompts=DECK.cards[0].prompts), other)))
    assert told.cards[0].easy_title == "Gwener"


def advice_on(**parts: object) -> list[tuple[str, str]]:
    """The advice on a card with these fields: its kind, and what could be better."""
    whole: dict[str, object] = {
        "text": "The goose is in the oven. Mo has a pen.",
        "easy": "A bird is in the oven.",
        "themes": ("information",),
    }
    card = replace(DECK.cards[0], **{**whole, **parts})
    deck: Deck = replace(DECK, cards=(card, DECK.cards[1]))
    return [(one.kind, one.what) for one in advise(deck) if one.about == f"card {card.id}"]


def questions(*texts: str, easy: str = "") -> tuple[Prompt, ...]:
    """One question on each rung, the first of which is given; or more."""
    rungs = ("notice", "feel", "ask", "act")
    asked = [*texts, *["What now?"] * (4 - len(texts))]
    return tuple(
        Prompt(rung, text, easy if number == 0 else "")  # type: ignore[arg-type]
        for number, (rung, text) in enumerate(zip(rungs, asked, strict=True))
    )


@pytest.mark.parametrize(
    ("question", "easy", "untold"),
    [
        ("Who could tell you about that goose?", "", '"the goose"'),
        ("Who ate the old goose?", "", '"the goose"'),
        ("What do the geese and the goose's eggs say?", "", '"the goose\'s"'),
        ("What would Mo write?", "", '"Mo"'),
        ("What does it say about the goose?", "What about the bird?", ""),
        ("What is in the oven?", "", ""),
        ("What would you say to the neighbour?", "", ""),
        ("Is a goose a bird?", "", ""),
    ],
)
def test_a_question_about_what_the_easy_text_does_not_tell(
    question: str, easy: str, untold: str
) -> None:
    found = [what for kind, what in advice_on(prompts=questions(question, easy=easy))]
    if untold:
        assert found == [f"Its question for notice speaks of {untold}, not told in the easy text"]
    else:
        assert found == []


def test_a_hard_question_should_have_easy_words() -> None:
    hard = "What is it that nobody in this room has dared to say?"
    told = "Its questions for notice and feel should have easy words too"
    assert advice_on(prompts=questions(hard, hard)) == [("easy", told)]
    assert advice_on(prompts=questions(hard, easy="What is it?")) == []
    assert advice_on(prompts=questions("Organisationally?")) != []
    assert advice_on(easy="", prompts=questions(hard)) == [("easy", "It has no easy words")]
    assert Card("own", "wild", "Own", "Own.").easy_title == ""
