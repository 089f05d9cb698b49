"""Several decks with shoes, themes and cards of one id: no export takes one for the other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.build import Play, a_card, a_deck, a_shoes
from tests.domain.invariants import problems
from tests.domain.test_mixed_decks import HOME, MEMORY, mixed
from wshoes_tui.domain.commands import AddLightbulb, Next, Say
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.summary import coverage
from wshoes_tui.export.json_format import session_from_json, to_dict, to_json
from wshoes_tui.export.json_reader import UnreadableError
from wshoes_tui.export.markdown_format import to_markdown

FIRST = Path(__file__).with_name("version-1.json")
"""A session as the first version of the format held it, on two decks with the same marks."""


def a_session() -> Session:
    play = mixed()
    play.do(Say("I know this town."), AddLightbulb("I see."), Next(), Say("My own bed."))
    return play.session


def test_markdown_names_the_shoes_of_the_deck() -> None:
    page = to_markdown(a_session())
    talk, map_ = page.split("## Whose shoes, on what")
    assert "**In the shoes of: The person with dementia (P2)**\n\n> I know this town." in talk
    assert "**In the shoes of: The patient (P)**\n\n> My own bed." in talk
    assert "in the shoes of: The person with dementia (P2)" in talk
    home, memory = map_.split("### Memory")
    assert "We stood in the shoes of The patient (P)." in home
    assert "We stood in the shoes of The person with dementia (P2)." in memory
    assert "Nobody has stood yet in the shoes of The memory nurse (N2)." in memory
    assert "| The person with dementia (P2) | " in memory
    assert "Finding out" in memory
    assert "Finding out" not in home


def test_shoes_of_one_name_are_told_one_by_one() -> None:
    neighbours = tuple(a_shoes(id, name="The neighbour") for id in ("left", "right"))
    play = Play.begun("Asha", a_deck(shoes=neighbours, cards=(a_card("one"),)))
    play.do(Say("From the left.", shoes="left"), Say("From the right.", shoes="right"))
    assert to_markdown(play.session).count("**In the shoes of: The neighbour**") == 2


def test_json_takes_back_which_pairs_can_be_filled() -> None:
    many_cards = Play.begun("Asha")
    many_cards.do(Say("One card of eight."))
    for session in (a_session(), many_cards.session):
        back = session_from_json(to_json(session))
        assert [(one.themes, one.rows) for one in coverage(back)] == [
            (one.themes, one.rows) for one in coverage(session)
        ]
        assert {len(played.deck.cards) for played in back.decks} == {1}
        assert to_json(back) == to_json(session)


def test_a_file_of_the_first_version_is_read_and_its_marks_told_apart() -> None:
    text = FIRST.read_text(encoding="utf-8")
    assert json.loads(text)["version"] == 1
    session = session_from_json(text)
    assert not list(problems(session))
    assert [[pair.mark for pair in played.deck.shoes] for played in session.decks] == [
        ["P", "D", "N", "M"],
        ["P2", "N2"],
    ]
    said = {
        response.text: session.shoes_of(turn, response.shoes).name
        for turn in session.turns
        for response in session.said(turn)
    }
    assert said == {
        "I know this town.": "The person with dementia",
        "I want my own bed.": "The patient",
    }
    # It does not say what the cards offer that were not played, so every gap may be one.
    assert all(all(row.offered) for one in coverage(session) for row in one.rows)
    assert session_from_json(to_json(session)) == session


@pytest.mark.parametrize(
    ("list_name", "change"),
    [
        ("lightbulbs", {"shoes": "daughter"}),
        ("responses", {"shoes": "daughter"}),
        ("car_park", {"text": "x", "card": "two"}),
        ("decks", {"offers": [{"theme": "money", "shoes": []}]}),
        ("decks", {"offers": [{"theme": "information", "shoes": ["gardener"]}]}),
    ],
)
def test_what_is_of_another_deck_than_the_turn_is_refused(
    list_name: str, change: dict[str, Any]
) -> None:
    """The daughter is of the first deck, the turn of the second."""
    assert HOME.pair("daughter") is not None
    assert MEMORY.pair("daughter") is None
    data = to_dict(a_session())
    if list_name == "car_park":
        data["car_park"].append({"id": "00000000-0000-0000-0000-0000000000ff", "revision": 1})
        change = {**change, "turn": data["turns"][0]["id"]}
    data[list_name][0] |= change
    with pytest.raises(UnreadableError):
        session_from_json(json.dumps(data))
