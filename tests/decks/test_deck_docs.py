"""The page on decks and the schema for editors: up to date, true of every deck, and found."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests import deck_docs
from tests.decks.samples import GOOD
from wshoes_tui.decks.deck_library import shipped_folder
from wshoes_tui.decks.deck_rules import parse_deck
from wshoes_tui.decks.deck_template import DeckAnswers, new_deck
from wshoes_tui.decks.diagnostics import Report
from wshoes_tui.decks.field_reader import Fields
from wshoes_tui.decks.lint import advise
from wshoes_tui.decks.yaml_tree import MapNode, build_tree
from wshoes_tui.first_paint.card_fit import too_long

yaml = pytest.importorskip("yaml")
WRITTEN = json.loads(deck_docs.SCHEMA.read_text("utf-8"))
SCHEMA = Draft7Validator(WRITTEN)
NEW = new_deck(DeckAnswers("Tea time"))[1]
DECKS = {
    "good": GOOD,
    "new": NEW,
    "page": deck_docs.WHOLE,
    "translation": deck_docs.TRANSLATION,
    **{path.stem: path.read_text("utf-8") for path in shipped_folder().glob("*.yaml")},
}


def loaded(text: str) -> Any:
    """The values of a text, as an editor reads it; a date is text there."""
    loader = type("Loader", (yaml.CSafeLoader,), {})
    resolvers = yaml.CSafeLoader.yaml_implicit_resolvers.items()
    loader.yaml_implicit_resolvers = {
        first: [pair for pair in pairs if "timestamp" not in pair[0]] for first, pairs in resolvers
    }
    return yaml.load(text, loader)


def test_page_and_schema_are_up_to_date() -> None:
    told = "what decks are read by has changed: python -m tests.deck_docs"
    assert deck_docs.SCHEMA.read_text("utf-8") == deck_docs.schema_text(), told
    assert deck_docs.PAGE.read_text("utf-8") == deck_docs.page(), told


@pytest.mark.parametrize("name", DECKS)
def test_the_schema_takes_every_sound_deck(name: str) -> None:
    Draft7Validator.check_schema(WRITTEN)
    assert [error.message for error in SCHEMA.iter_errors(loaded(DECKS[name]))] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: The stairs", "titel: The stairs"),
        ("    title: The stairs\n", ""),
        ("side: service", "side: staff"),
        ("mark: P", "mrk: P"),
        ("tender: 0", "tender: 5"),
        ("{notice: What", "{see: What"),
        ("{notice: What", "{act: Why?, notice: What"),
        ("  - id: the-stairs", "  - id: The stairs"),
        ("title: Independence, ", ""),
        ("minutes: 8", "minutes: a few"),
        ("revision: 3\n", ""),
    ],
)
def test_the_schema_underlines_usual_mistakes(old: str, new: str) -> None:
    assert old in GOOD
    assert not SCHEMA.is_valid(loaded(GOOD.replace(old, new, 1)))


@pytest.mark.parametrize("name", deck_docs.KEYS)
def test_each_example_is_taken_by_the_reader(name: str) -> None:
    keys = deck_docs.KEYS[name]
    for key, one in keys.items():
        if one.kind == "things" and one.example.startswith("("):
            continue
        report = Report("page")
        node = build_tree(f"{key}: {one.example.partition('| ')[0]}\n", report)
        assert isinstance(node, MapNode)
        Fields(node, "it", keys, report, whole=False).value(key)
        assert report.problems == [], key


def test_what_the_page_shows_is_sound_and_needs_no_advice() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", deck_docs.PAGE.read_text("utf-8"), re.DOTALL)
    whole, agenda, translation = blocks
    deck = parse_deck(whole, "page.yaml")
    told = [one for one in advise(deck, too_long=too_long) if one.kind != "theme"]
    assert told == [], "but for its theme, which has one card alone"
    assert parse_deck(translation, "cy.yaml", lambda _: deck).translated == 0
    assert build_tree(agenda, Report("page")) is not None
