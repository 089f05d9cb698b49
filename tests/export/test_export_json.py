"""A session in JSON: whole, as stored, in the form that the schema describes, and back again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from tests import json_schema
from tests.build import Play
from tests.domain.hostile_texts import EVIL
from tests.domain.invariants import problems
from tests.export.played import a_session, as_imported, passed_on, sessions, storable
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.deck import Card, Deck, Offer, Prompt, Shoes, Theme
from wshoes_tui.domain.models import Header, PledgeNote, Session, Visibility
from wshoes_tui.domain.serialization import KINDS
from wshoes_tui.domain.summary import coverage
from wshoes_tui.export.json_format import LISTS, session_from_json, to_dict, to_json, to_json_bytes
from wshoes_tui.export.json_rules import REFERENCES
from wshoes_tui.export.redact import Withheld

WRITTEN: dict[str, Any] = json.loads(json_schema.SCHEMA.read_text("utf-8"))
"""The schema in the package."""
SCHEMA = Draft202012Validator(WRITTEN, format_checker=Draft202012Validator.FORMAT_CHECKER)


def figures(session: Session) -> list[Any]:
    """The coverage map, which rests on cards that are not in the file."""
    return [(one.themes, one.rows) for one in coverage(session)]


@given(sessions())
def test_everything_comes_back(session: Session) -> None:
    back = session_from_json(to_json(session))
    assert back == as_imported(session)
    assert figures(back) == figures(session)
    assert not list(problems(back))


@given(sessions())
def test_what_is_written_record_by_record_is_what_the_encoder_writes_at_once(
    session: Session,
) -> None:
    written = json.dumps(to_dict(session), ensure_ascii=False, indent=1) + "\n"
    assert to_json(session) == written
    assert to_json_bytes(session) == written.encode()


@given(sessions())
def test_a_file_that_names_what_is_withheld_comes_back_without_it(session: Session) -> None:
    back = session_from_json(json.dumps(passed_on(session)))
    expected = as_imported(session)
    gone = {said.id for said in expected.responses if said.visibility == "withheld"}
    assert back.responses == tuple(s for s in expected.responses if s.id not in gone)
    assert all(bulb.response not in gone for bulb in back.lightbulbs)
    assert replace(back, responses=(), lightbulbs=()) == replace(
        expected, responses=(), lightbulbs=()
    )
    assert not list(problems(back))


@given(sessions())
def test_every_response_is_in_the_file_once_also_what_was_kept_back(session: Session) -> None:
    data = to_dict(session)
    written = [(one["id"], one["text"], one["review"]) for one in data["responses"]]
    assert sorted(written) == sorted((one.id, one.text, one.review) for one in session.responses)
    assert {one["kind"] for one in data["withheld"]} <= {"draft"}


@given(sessions())
def test_the_schema_describes_every_export(session: Session) -> None:
    SCHEMA.validate(json.loads(to_json(session)))
    SCHEMA.validate(passed_on(session))


def test_the_schema_refuses_what_it_does_not_know() -> None:
    assert SCHEMA.is_valid(to_dict(a_session()))
    for path in ((), ("session",), *((name, 0) for name in LISTS)):
        data = passed_on(a_session())
        place: Any = data
        for step in path:
            place = place[step]
        place["colour_of_mood"] = "blue"
        assert not SCHEMA.is_valid(data), path


def _objects(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if "properties" in part:
            yield part
        for inner in part.values():
            yield from _objects(inner)


def test_the_schema_is_the_one_that_the_records_make() -> None:
    told = "the records have changed: python -m tests.json_schema"
    assert json_schema.SCHEMA.read_text("utf-8") == json_schema.text(), told


def test_the_schema_is_strict_and_describes_every_field() -> None:
    Draft202012Validator.check_schema(WRITTEN)
    for part in _objects(WRITTEN):
        assert part["additionalProperties"] is False
        assert set(part["required"]) == set(part["properties"])
        for name, field in part["properties"].items():
            assert field.get("description", "").endswith((".", "?", "...")), name


@pytest.mark.parametrize(
    ("name", "kind", "more", "less"),
    [
        *((name, kind, set(), set()) for name, kind in KINDS.items()),
        ("theme", Theme, set(), set()),
        ("offer", Offer, set(), set()),
        ("shoes", Shoes, set(), set()),
        ("prompt", Prompt, set(), set()),
        ("pledge_note", PledgeNote, set(), set()),
        ("card", Card, {"deck"}, set()),
        ("deck", Deck, {"record"}, {"cards"}),
        ("withheld", Withheld, set(), set()),
    ],
)
def test_the_schema_keeps_up_with_the_records(
    name: str, kind: type[Any], more: set[str], less: set[str]
) -> None:
    if name in ("played_deck", "draft"):  # a deck is told in two lists, a draft never
        return
    known = WRITTEN["$defs"]["header" if kind is Header else name]["properties"]
    assert set(known) == {field.name for field in fields(kind)} - less | more


def test_the_parts_of_the_contract_are_there() -> None:
    data = to_dict(a_session())
    assert (data["format"], data["version"]) == ("wshoes-session", 2)
    assert set(data) == {"format", "version", "session", *LISTS, "erased", "commits"}
    assert {"id", "revision", "title", "language", "themes", "shoes"} <= set(data["decks"][0])
    assert data["decks"][0]["id"] == "home"
    contract = {"number", "card", "seat", "shoes", "state", "swap_of"}
    assert contract <= set(data["turns"][0])
    contract = {"turn", "seat", "shoes", "text", "visibility", "written_first", "place"}
    assert contract <= set(data["responses"][0])
    assert data["session"]["created"] == "2026-03-02T10:00:00.000000Z"


def test_the_cards_are_those_that_were_played() -> None:
    session = a_session()
    data = to_dict(session)
    assert {card["id"] for card in data["cards"]} == {turn.card for turn in session.turns}
    own = next(card for card in data["cards"] if card["title"] == "My gran")
    assert (own["deck"], own["text"]) == ("home", "She was\nsent home.")


def test_an_own_card_that_nobody_played_comes_back_to_be_played() -> None:
    play = Play.begun()
    play.do(c.PlaceCard("Waiting", "Its turn will come."))
    data = to_dict(play.session)
    assert "Waiting" not in {card["title"] for card in data["cards"]}
    back = Play(session_from_json(to_json(play.session)), play.env, play.clock)
    back.do(c.Next())
    assert back.session.card_of(back.turn).title == "Waiting"


@pytest.mark.parametrize("text", [storable(text) for text in EVIL])
def test_no_character_is_changed(text: str) -> None:
    play = Play.begun(visibility="named")
    play.do(c.Say(text, play.id_of("Tom")), c.AddPledge(text or "-", owner=text))
    written = to_json(play.session)
    assert json.loads(written)["responses"][0]["text"] == text
    assert session_from_json(written).responses[0].text == text
    assert session_from_json(written.encode()).responses[0].text == text


def test_letters_stand_in_the_file_as_they_are() -> None:
    play = Play.begun()
    play.do(c.Say("Łóżko, 家"))
    assert "Łóżko, 家" in to_json(play.session)


def test_words_not_handed_in_are_counted_and_nothing_else() -> None:
    play = Play.begun()
    play.do(c.KeepDraft("pledge", "UNSAID one"), c.WriteFirst())
    play.do(c.KeepDraft("private", "UNSAID two", play.id_of("Tom")))
    play.write(Bea="UNSAID three")
    written = to_json(play.session)
    assert "UNSAID" not in written
    named = [(one["kind"], one["id"]) for one in json.loads(written)["withheld"]]
    pledge = play.session.draft("pledge")
    assert pledge is not None
    assert sorted(named, key=str) == [("draft", pledge.id), ("draft", None), ("draft", None)]
    assert all(page.id not in written for page in play.session.writers())


def test_of_words_at_peoples_own_screens_only_the_number_is_told() -> None:
    play = Play.begun()
    tom = play.id_of("Tom")
    play.do(c.KeepDraft("own", "UNSAID one", tom), c.KeepDraft("park", "UNSAID two", tom))
    written = to_json(play.session)
    assert "UNSAID" not in written
    assert [one["id"] for one in json.loads(written)["withheld"]] == [None, None]
    assert all(draft.id not in written for draft in play.session.drafts)


def test_closing_words_lose_their_seat_when_the_session_no_longer_names_people() -> None:
    play = Play.begun(visibility="named")
    play.do(c.GiveFeedback("checkout", "A good day.", play.id_of("Tom")))
    assert to_dict(play.session)["feedback"][0]["seat"] == play.id_of("Tom")
    play.do(c.Plan(visibility="shoes"))
    [words] = to_dict(play.session)["feedback"]
    assert (words["text"], words["seat"]) == ("A good day.", None)


@pytest.mark.parametrize("visibility", ["shoes", "withheld"])
def test_a_seat_that_should_not_be_there_does_not_leave_with_the_words(
    visibility: Visibility,
) -> None:
    play = Play.begun()
    play.do(c.Say("From nobody named.", visibility=visibility))
    kept = replace(play.last, seat=play.id_of("Tom"))
    session = replace(play.session, responses=(kept,))
    assert [said["seat"] for said in to_dict(session)["responses"]] == [None]
    assert session_from_json(to_json(session))


def test_every_id_of_another_record_is_a_reference_that_the_reader_checks() -> None:
    session = a_session(visibility="named")
    _, *records = session.records()
    ids = {record.id for record in records} - {own.id for own in session.wild_cards}
    found = {
        field.name
        for record in records
        for field in fields(record)
        if field.name != "id" and isinstance(value := getattr(record, field.name), str)
        if value in ids
    }
    assert found == set(REFERENCES)


def test_what_undo_remembers_is_not_exported() -> None:
    play = Play.begun()
    play.do(c.Say("TAKEN back"), c.Undo(), c.KeepDraft("response", ""))
    assert "TAKEN" not in to_json(play.session)


def test_the_order_of_the_file_does_not_tell_who_spoke_when() -> None:
    play = Play.begun()
    for words in ("one", "two", "three", "four"):
        play.do(c.GiveFeedback("checkout", words), c.AddLightbulb(words))
    session = play.session
    turned = replace(session, feedback=session.feedback[::-1], lightbulbs=session.lightbulbs[::-1])
    assert to_json(turned) == to_json(session)


def test_what_is_left_out_is_not_named_in_the_order_of_writing() -> None:
    play = Play.begun()
    play.do(c.KeepDraft("pledge", "UNSAID one"), c.KeepDraft("park", "UNSAID two"))
    play.do(c.KeepDraft("own", "UNSAID three", play.id_of("Tom")))
    for drafts in permutations(play.session.drafts):
        assert to_json(replace(play.session, drafts=drafts)) == to_json(play.session)


def test_an_unfinished_session_goes_on_with_the_cards_of_its_file() -> None:
    play = Play.begun(planned_turns=6)
    play.do(c.Say("First."), c.Next(), c.Skip())
    skipped = play.session.turns[1].card
    back = Play(session_from_json(to_json(play.session)), play.env, play.clock)
    back.do(c.Say("Third."), c.Next())
    assert back.turn.card == skipped
    back.do(c.Next())
    assert back.session.state == "closing"
    back.do(c.Close())
    assert not list(problems(back.session))


def test_a_session_that_has_not_begun_asks_for_its_decks_again() -> None:
    play = Play.ready()
    decks = tuple(played.deck for played in play.session.decks)
    back = Play(session_from_json(to_json(play.session)), play.env, play.clock)
    assert "cards" in back.refused(c.Begin())
    back.do(c.ChooseDecks(decks), c.Begin())
    assert back.session.turn is not None
