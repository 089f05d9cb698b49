"""A translation holds what has been translated; everything else comes from its original."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.decks.samples import GOOD, line_of, spoilt
from wshoes_tui.decks import deck_files
from wshoes_tui.decks.deck_library import DeckLibrary
from wshoes_tui.decks.deck_rules import load_both, parse_deck
from wshoes_tui.decks.diagnostics import DeckErrors
from wshoes_tui.decks.lint import advise
from wshoes_tui.domain.deck import Deck, Theme
from wshoes_tui.domain.value import replace

HEAD = """\
wshoes: 1
id: home-from-hospital
revision: 3
language: cy
translation_of: home-from-hospital
"""
WELSH = (
    HEAD
    + """\
title: Adref o'r ysbyty
themes:
  information: Gwybodaeth
shoes:
  - id: nurse
    name: Nyrs y ward
cards:
  - id: friday-four-oclock
    text: Mae angen y gwely.
    prompts:
      - feel: Sut mae hyn yn teimlo?
  - id: the-stairs
    title: Y grisiau
"""
)
ORIGINAL = parse_deck(GOOD, "home.yaml")


def welsh(text: str = WELSH) -> Deck:
    """The translation as it is played."""
    return parse_deck(text, "cy.yaml", lambda name: ORIGINAL if name == ORIGINAL.id else None)


def test_card_by_card_title_by_title_and_question_by_question() -> None:
    deck = welsh()
    assert (deck.title, deck.language, deck.translated) == ("Adref o'r ysbyty", "cy", 1)
    assert [theme.title for theme in deck.themes] == ["Gwybodaeth", "Independence"]
    patient, nurse = deck.shoes
    assert patient == ORIGINAL.shoes[0]
    assert (nurse.name, nurse.mark, nurse.side) == ("Nyrs y ward", "N", "service")
    friday, stairs = deck.cards
    assert (friday.title, friday.text) == ("Friday, four o'clock", "Mae angen y gwely.")
    assert friday.easy == ORIGINAL.cards[0].easy
    assert [prompt.text for prompt in friday.prompts] == [
        "What is happening here?",
        "Sut mae hyn yn teimlo?",
        "What would you ask the others?",
        "What one thing would help?",
    ]
    assert (friday.tender, friday.opposite, friday.note) == (
        0,
        {"patient": "nurse"},
        "For the facilitator only.",
    )
    assert (stairs.title, stairs.kind) == ("Y grisiau", "poem")
    assert stairs.text == ORIGINAL.cards[1].text
    assert (deck.minutes, deck.summary, deck.authors) == (8, ORIGINAL.summary, ORIGINAL.authors)


def test_nothing_but_a_head_is_the_original_with_another_name() -> None:
    deck = welsh(HEAD)
    assert deck.cards == ORIGINAL.cards
    assert (deck.title, deck.translated) == (ORIGINAL.title, 0)


@pytest.mark.parametrize(
    ("old", "new", "at", "what", "mend"),
    [
        ("- id: the-stairs", "- id: the-stair", "  - id: the-stair", "has no card", '"the-stairs"'),
        ("- id: nurse", "- id: nurze", "  - id: nurze", "has no shoes", '"nurse"'),
        ("  information:", "  informatoin:", "  informatoin:", '"informatoin"', '"information"'),
        ("    name: Nyrs y ward", "    mark: P", "    mark: P", 'that of "patient"', "Leave"),
        ("    title: Y grisiau", "    shoes: [nyrs]", "    shoes: [nyrs]", '"nyrs"', '"nurse"'),
        ("    title: Y grisiau", "    title: Ward #4", "    title: Ward", "#4", "quotes"),
        ("language: cy", "language: en-gb", "language:", "language of its original", "cy"),
    ],
)
def test_what_the_original_does_not_have_is_told_at_its_line(
    old: str, new: str, at: str, what: str, mend: str
) -> None:
    text = WELSH.replace(old, new, 1)
    with pytest.raises(DeckErrors) as caught:
        welsh(text)
    (problem,) = caught.value.problems
    assert problem.line == line_of(text, at)
    assert what in problem.what
    assert mend in problem.mend


def test_without_its_original_a_translation_in_part_is_told_what_is_missing() -> None:
    with pytest.raises(DeckErrors) as caught:
        parse_deck(WELSH, "cy.yaml", lambda _: None)
    told = [p for p in caught.value.problems if "is not among the decks" in p.what]
    assert [problem.line for problem in told] == [line_of(WELSH, "translation_of:")]
    whole = spoilt(("translation_of: ~", "translation_of: not-here"), ("en-GB", "cy"))
    assert parse_deck(whole, "cy.yaml", lambda _: None).translated is None


def test_advice_is_on_what_is_missing_and_on_the_cards_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "home.cy.yaml").write_text(WELSH.replace("revision: 3", "revision: 2"), "utf-8")
    loaded = load_both(tmp_path / "home.cy.yaml", lambda _: ORIGINAL)
    told = [str(one) for one in advise(loaded.deck, loaded.original, own=loaded.own)]
    assert "shoes patient: The original has them. Translate them." in told
    assert any("revision 3, this translation at 2" in one for one in told)
    assert not any("no prompt for" in one or "No shoes are of" in one for one in told)


class TestOnTheShelf:
    @pytest.fixture
    def place(self, tmp_path: Path) -> Path:
        for name in ("shipped", "yours", "data"):
            (tmp_path / name).mkdir()
        (tmp_path / "shipped" / "home.yaml").write_text(GOOD, "utf-8")
        (tmp_path / "yours" / "home-from-hospital.cy.yaml").write_text(WELSH, "utf-8")
        return tmp_path

    def deck_library(self, place: Path) -> DeckLibrary:
        """As the program opens it, with its cache."""
        folders = [(name, place / name) for name in ("shipped", "yours")]
        return DeckLibrary(folders, place / "data" / "cache" / "decks.json")

    def test_the_list_counts_what_is_translated_and_hides_nothing(
        self, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = self.deck_library(place).listing()
        assert [(r.language, r.cards, r.translated, r.hides, r.problem) for r in first] == [
            ("en-GB", 2, None, (), ""),
            ("cy", 2, 1, (), ""),
        ]
        monkeypatch.setattr(deck_files, "read_source", lambda *_: pytest.fail("read the file"))
        assert self.deck_library(place).listing() == first

    @pytest.mark.parametrize("name", ["home-from-hospital", "home", "path"])
    def test_it_is_opened_whole(self, place: Path, name: str) -> None:
        file = place / "yours" / "home-from-hospital.cy.yaml"
        deck = self.deck_library(place).open(str(file) if name == "path" else name, "cy")
        assert (deck.language, len(deck.cards), deck.translated) == ("cy", 2, 1)
        assert self.deck_library(place).open("home", "en").language == "en-GB"
        assert self.deck_library(place).open("home").language == "en-GB"

    def test_the_count_follows_the_original(self, place: Path) -> None:
        self.deck_library(place).listing()
        third = GOOD[GOOD.index("  - id: the-stairs") :].replace("the-stairs", "the-door")
        (place / "shipped" / "home.yaml").write_text(GOOD + third, "utf-8")
        assert {row.cards for row in self.deck_library(place).listing()} == {3}
        assert len(self.deck_library(place).open("home", "cy").cards) == 3
        (place / "yours" / "home.yaml").write_text(GOOD, "utf-8")
        assert {row.cards for row in self.deck_library(place).listing()} == {2}, "that of the list"

    def test_what_is_opened_follows_the_original(self, place: Path) -> None:
        long_ago = time.time() - 60
        for file in place.glob("*/*.yaml"):
            os.utime(file, (long_ago, long_ago))
        assert self.deck_library(place).open("home", "cy").content_note == "Mentions falls."
        home = place / "shipped" / "home.yaml"
        home.write_text(GOOD.replace("Mentions falls.", "Mentions stairs."), "utf-8")
        assert self.deck_library(place).open("home", "cy").content_note == "Mentions stairs."

    def test_a_translation_that_is_found_first_is_not_its_own_original(self, place: Path) -> None:
        (place / "yours" / "home-from-hospital.cy.yaml").rename(place / "shipped" / "a.yaml")
        assert {row.problem for row in self.deck_library(place).listing()} == {""}
        assert self.deck_library(place).open("home", "cy").translated == 1

    def test_the_language_of_the_reader_is_listed_first(self, place: Path) -> None:
        """Else Enter on the first row would play a deck that nobody there can read."""
        other = GOOD.replace("id: home-from-hospital", "id: away").replace(
            "title: ", "title: A ", 1
        )
        (place / "shipped" / "away.yaml").write_text(other, "utf-8")
        folders = [(name, place / name) for name in ("shipped", "yours")]
        for language, expected in (("", "en-GB"), ("en", "en-GB"), ("fr", "en-GB"), ("cy", "cy")):
            rows = DeckLibrary(folders, language=language).listing()
            told = [(row.id, row.language) for row in rows]
            assert told[0] == ("home-from-hospital", expected)
            assert told[2] == ("away", "en-GB"), "a deck and its translations stand together"

    def test_one_whose_original_is_gone_or_broken_is_told_and_not_used(self, place: Path) -> None:
        home = place / "shipped" / "home.yaml"
        for change in (lambda: home.write_text(GOOD.replace("kind: poem", "kind: x")), home.unlink):
            change()
            row = next(row for row in self.deck_library(place).listing() if row.language == "cy")
            assert row.problem
            with pytest.raises(DeckErrors, match="is not among the decks"):
                self.deck_library(place).open("home-from-hospital", "cy")
        home.write_text(GOOD, "utf-8")
        assert {row.problem for row in self.deck_library(place).listing()} == {""}

    def test_a_file_elsewhere_finds_the_original_beside_it_first(self, place: Path) -> None:
        away = place / "away"
        away.mkdir()
        (away / "cy.yaml").write_text(WELSH, "utf-8")
        assert self.deck_library(place).open(str(away / "cy.yaml")).translated == 1
        (away / "en.yaml").write_text(GOOD.replace("Mentions falls.", "Beside."), "utf-8")
        assert self.deck_library(place).open(str(away / "cy.yaml")).content_note == "Beside."


def test_what_the_original_has_to_mend_is_not_advised_of_its_translation() -> None:
    lonely = replace(ORIGINAL, themes=(*ORIGINAL.themes, Theme("lonely", "Lonely")))
    assert any(one.kind == "theme" for one in advise(lonely))
    own = parse_deck(HEAD, "cy.yaml", lambda _: lonely)
    assert not any(one.kind == "theme" for one in advise(own, lonely, own=own))
