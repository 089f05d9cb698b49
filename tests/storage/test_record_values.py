"""Records become plain JSON values and come back the same, or are refused."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.build import a_deck
from tests.storage.hands import a_play
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    GiveFeedback,
    HandIn,
    KeepDraft,
    Next,
    ParkTopic,
    PlaceCard,
    Rate,
    Reveal,
    Say,
    UpdatePledge,
    WriteFirst,
)
from wshoes_tui.domain.deck import Offer, Prompt
from wshoes_tui.domain.models import FIELDS, Header, PlayedDeck, Pledge, Record, Seat, Session
from wshoes_tui.domain.serialization import (
    KINDS,
    NAMES,
    canonical,
    record_from_json,
    record_hash,
    record_to_json,
    session_of,
    step_from_json,
    step_to_json,
)
from wshoes_tui.domain.value import added, value
from wshoes_tui.domain.value_reader import RecordError

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SEAT = Seat(id="a1", number=1, label="Asha")
PLEDGE = Pledge(id="b2", text="I will", by_when=date(2026, 4, 1))
HEADER = Header(id="c3", title="Home", kind="group", state="turns", created=NOON)


def everything() -> Session:
    """A session with at least one record of every kind."""
    play = a_play(visibility="named", candidate="Tom")
    asha = play.id_of("Asha")
    play.do(
        *(WriteFirst(), HandIn(asha, "1: She asked."), Reveal(anyway=True)),
        Say("words", seat=play.id_of("Tom")),
        AddLightbulb("now"),
        AddPledge("I will", by_when=date(2026, 4, 1)),
        ParkTopic("Parking"),
        PlaceCard("Own"),
        UpdatePledge("b2", "c3", "changed", "We tried.", "I will write"),
        Rate("home", "nurse", (3,), "before"),
        GiveFeedback("heard", "yes", seat=play.id_of("Tom")),
        Next(),
        KeepDraft("response", "half"),
    )
    return play.session


def test_there_is_a_name_for_every_kind_of_record() -> None:
    assert {Header, *FIELDS} == set(KINDS.values()) == set(NAMES)


def test_records_of_every_kind_come_back_the_same_through_json() -> None:
    session = everything()
    assert {type(record) for record in session.records()} == set(NAMES)
    for record in session.records():
        values = json.loads(json.dumps(record_to_json(record)))
        assert record_from_json(type(record), values) == record
        assert list(values) == [field.name for field in fields(record)]


def test_steps_come_back_the_same_through_json() -> None:
    for step in everything().done:
        assert step_from_json(json.loads(json.dumps(step_to_json(step)))) == step


def test_times_are_told_in_utc_with_a_z() -> None:
    summer = replace(HEADER, created=NOON.astimezone(timezone(timedelta(hours=2))))

    assert record_to_json(summer)["created"] == "2026-03-02T12:00:00.000000Z"
    assert record_from_json(Header, record_to_json(summer)) == HEADER
    for told in ("2026-03-02T14:00:00+02:00", "2026-03-02T12:00:00Z"):
        assert record_from_json(Header, {**record_to_json(HEADER), "created": told}) == HEADER


def test_a_time_without_a_time_zone_is_nobodys() -> None:
    with pytest.raises(RecordError, match="time zone"):
        record_to_json(replace(HEADER, created=NOON.replace(tzinfo=None)))


def test_what_is_missing_takes_its_default() -> None:
    assert record_from_json(Seat, {"id": "a1", "number": 1, "label": "Asha"}) == SEAT


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        (SEAT, "number", "1"),
        (SEAT, "number", True),
        (SEAT, "number", 1.0),
        (SEAT, "number", None),
        (SEAT, "label", 5),
        (SEAT, "label", b"Asha"),
        (SEAT, "side", "front"),
        (SEAT, "side", []),
        (SEAT, "state", "gone"),
        (SEAT, "id", "../../x"),
        (SEAT, "id", ""),
        (SEAT, "nonsense", 1),
        (HEADER, "created", "2026-03-02T12:00:00"),
        (HEADER, "created", "yesterday"),
        (HEADER, "created", 0),
        (HEADER, "created", "0001-01-01T00:00:00+23:00"),
        (HEADER, "agreements", "one"),
        (HEADER, "agreements", ["one", 2]),
        (HEADER, "write_first", 1),
        (PLEDGE, "by_when", "2026-02-30"),
        (PLEDGE, "by_when", "2026-03-02T12:00:00Z"),
        (PLEDGE, "history", [{"on": "2026-03-02"}]),
        (PLEDGE, "history", [["2026-03-02", "open", ""]]),
    ],
)
def test_values_of_the_wrong_kind_are_refused(record: Record, field: str, value: Any) -> None:
    with pytest.raises(RecordError):
        record_from_json(type(record), {**record_to_json(record), field: value})


@pytest.mark.parametrize("data", [None, [], "seat", 7, {}, {"id": "a1"}])
def test_what_is_no_record_is_refused(data: object) -> None:
    with pytest.raises(RecordError):
        record_from_json(Seat, data)
    with pytest.raises(RecordError):
        step_from_json(data)


def test_an_error_says_where_and_repeats_no_words() -> None:
    data = record_to_json(PlayedDeck(id="a1", deck=a_deck()))
    data["deck"]["cards"][0]["prompts"] = [{"rung": "secret words", "text": "?"}]

    with pytest.raises(RecordError) as caught:
        record_from_json(PlayedDeck, data)

    assert str(caught.value) == "deck: cards: prompts: rung: not one of its values"


def test_every_changed_field_changes_the_hash() -> None:
    hashes = {record_hash(SEAT)}
    for changes in (
        {"id": "a2"},
        {"revision": 2},
        {"number": 2},
        {"label": "Ashe"},
        {"label": "Asha "},
        {"role": "carer"},
        {"side": "lived"},
        {"needs": "carer"},
        {"state": "away"},
    ):
        hashes.add(record_hash(replace(SEAT, **changes)))
    assert len(hashes) == 10


def test_the_hash_is_that_of_the_json_form_and_never_changes() -> None:
    assert record_hash(SEAT) == sha256(canonical(record_to_json(SEAT)).encode()).hexdigest()
    assert record_hash(SEAT) == "a2a08b2d1401ee19b64dcd91fecbbe2aba56bdbb0038c9ba0f7c510b9d32ef60"


@value(kw_only=True)
class Older(Record):
    """A record as a version of the program released it."""

    label: str


@value(kw_only=True)
class Newer(Record):
    """The same record in the next version."""

    label: str
    needs: str = added(default="")


def test_a_field_added_later_leaves_older_hashes_as_they_are() -> None:
    older, newer = Older(id="a1", label="Asha"), Newer(id="a1", label="Asha")

    assert record_hash(newer) == record_hash(older)
    assert record_hash(replace(newer, needs="a chair")) != record_hash(older)
    assert record_to_json(newer)["needs"] == ""


@pytest.mark.parametrize("later", [{"offers": (Offer("theme", ("p",)),)}, {"translated": 1}])
def test_what_was_added_to_decks_leaves_their_older_hashes_as_they_are(
    later: dict[str, Any],
) -> None:
    asked = (Prompt("feel", "What is it like?"),)
    cards = tuple(replace(card, prompts=asked) for card in a_deck("town").cards)
    deck = replace(a_deck("town"), cards=cards)
    played = PlayedDeck(id="a1", deck=deck)
    older = record_to_json(played)
    for part, names in (
        (older["deck"], ("offers", "translated", "purpose")),
        *((card, ("easy_title", "framework")) for card in older["deck"]["cards"]),
        *((prompt, ("easy",)) for card in older["deck"]["cards"] for prompt in card["prompts"]),
    ):
        for name in names:
            del part[name]

    assert record_hash(played) == sha256(canonical(older).encode()).hexdigest()
    assert record_hash(replace(played, deck=replace(deck, **later))) != record_hash(played)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=8,
    )
)
def test_canonical_json_is_that_of_the_standard_library(value: object) -> None:
    stock = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert canonical(value) == stock


def test_canonical_json_is_one_text_for_one_value() -> None:
    assert canonical({"b": [1, None], "a": "é\n"}) == '{"a":"é\\n","b":[1,null]}'


def test_a_session_is_put_in_the_order_its_records_tell() -> None:
    session = everything()
    header, *records = session.records()
    assert isinstance(header, Header)
    decks = [record for record in records if isinstance(record, PlayedDeck)]

    put_together = session_of(header, reversed(records))

    assert put_together.seats == session.seats
    assert put_together.decks == tuple(reversed(decks)), "decks stay as given"
    rest = [one for one in records if not isinstance(one, PlayedDeck)]
    assert session_of(header, [*decks, *reversed(rest)]) == session_of(header, records)
