"""A file from anywhere: it is a sound session, or one plain sentence says why not."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.build import Play, counted_ids
from tests.domain.invariants import problems
from tests.export.played import a_session, as_imported, passed_on
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.models import Session
from wshoes_tui.errors import WshoesError
from wshoes_tui.export import json_reader
from wshoes_tui.export.json_format import session_from_json, to_dict, to_json
from wshoes_tui.export.json_reader import UnreadableError
from wshoes_tui.export.markdown_format import to_markdown

SESSION = a_session()
DATA = passed_on(SESSION)
NEW_ID = counted_ids(10_000)
WORDS = "SECRET \x1b[2J words"


def refused(text: str | bytes) -> str:
    """The sentences with which a file is refused; they are fit to be printed as they are."""
    with pytest.raises(UnreadableError) as caught:
        session_from_json(text)
    error = caught.value
    assert isinstance(error, WshoesError)
    assert error.kept
    assert error.todo
    message = str(error)
    assert message.isprintable()
    assert "SECRET" not in message
    return message


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    """The text of a sound file after one change."""
    data = deepcopy(DATA)
    change(data)
    return json.dumps(data)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not JSON (line 1, column 1)"),
        ("{", "not JSON (line 1, column 2)"),
        (to_json(SESSION)[:-30], "not whole"),
        ("[]", "not a session exported by wshoes"),
        ("7", "not a session exported by wshoes"),
        ('{"format": "other"}', "not a session exported by wshoes"),
        ('{"format": "wshoes-session"}', "which version"),
        ('{"format": "wshoes-session", "version": true}', "which version"),
        ('{"format": "wshoes-session", "version": 1}', 'no "session"'),
        (b"\xff\xfe{}", "The file is UTF-16"),
        ("[" * 100_000, "nested deeper"),
        ('{"a":' * 500 + "1" + "}" * 500, "nested deeper"),
        ('[{"a":[{"a":[{"a":[{"a":[1]}]}]}]}]', "nested deeper"),
        ("1" * 5000, "too long"),
        (str(2**63), "too large"),
        ("[1.5]", "not whole"),
        ("[NaN]", "not whole"),
        ("[-Infinity]", "not whole"),
        ('{"SECRET\\u001b": 1, "a": 2, "a": 3}', 'The key "a" stands twice'),
    ],
)
def test_what_is_no_session_file_is_refused(text: str | bytes, why: str) -> None:
    assert why in refused(text)


def test_a_newer_version_is_told_plainly() -> None:
    message = refused(changed(lambda d: d.update(version=3, something={"new": WORDS})))
    assert "newer wshoes (its format is 3, this program reads 2)" in message
    assert "Update wshoes" in message


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    text = to_json(SESSION)
    assert session_from_json(text)
    monkeypatch.setattr(json_reader, "MOST_IMPORT_BYTES", len(text) - 1)
    assert "larger than" in refused(text)
    assert "larger than" in refused(text.encode())


def test_a_file_that_would_fill_the_memory_is_refused() -> None:
    assert "more parts" in refused("[" + "[]," * 1_000_000 + "[]]")


def test_a_byte_order_mark_is_fine() -> None:
    assert session_from_json(b"\xef\xbb\xbf" + to_json(SESSION).encode())


def _set(name: str, field: str, value: object, place: int = 0) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        (data[name][place] if isinstance(data[name], list) else data[name])[field] = value

    return change


def own_card(deck: str) -> dict[str, Any]:
    return {"id": NEW_ID(), "deck": deck, "title": "Own", "text": WORDS}


def rename_deck(data: dict[str, Any], name: str) -> None:
    data["decks"][0]["id"] = name
    for record in (*data["cards"], *data["turns"], *data["ratings"], *data["wild_cards"]):
        record["deck"] = name


UNSOUND: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda d: d.update(colour=1), 'The key "colour" in the file is not known'),
    (_set("session", "colour", 1), 'The key "colour" in "session" is not known'),
    (_set("responses", "colour", 1, 2), 'The key "colour" in "responses" number 3'),
    (_set("decks", "cards", []), 'The key "cards" in "decks" number 1'),
    (lambda d: d["decks"][0]["shoes"][0].update(hat=1), 'The key "hat" in "shoes" of "decks"'),
    (lambda d: d["pledges"][0]["history"][0].update(hat=1), '"hat" in "history" of "pledges"'),
    (lambda d: d["cards"][0].update(prompts=[{"hat": 1}]), '"hat" in "prompts" of "cards"'),
    (lambda d: d.pop("voices"), 'no "voices"'),
    (lambda d: d.update(turns={}), '"turns" is not a list'),
    (lambda d: d["turns"].insert(1, WORDS), '"turns" number 2 is not an object'),
    (lambda d: d["responses"][0].pop("text"), "(text: missing)"),
    (_set("responses", "text", 7), '"responses" number 1 cannot be read (text'),
    (_set("responses", "text", [WORDS]), "(text"),
    (_set("responses", "visibility", WORDS), "(visibility"),
    (_set("responses", "place", True), "(place"),
    (_set("responses", "place", -1), '"place" in "responses" number 1 is less than nothing'),
    (_set("responses", "place", 2), "has the place of another"),
    (_set("responses", "id", "1"), "not a UUID"),
    (_set("responses", "id", WORDS), "(id"),
    (_set("responses", "id", DATA["turns"][0]["id"]), "the id of another record"),
    (lambda d: d["responses"].append(d["responses"][0]), "the id of another record"),
    (_set("responses", "turn", NEW_ID()), "names a turn that is not in the file"),
    (_set("responses", "turn", None), "(turn"),
    (_set("responses", "seat", NEW_ID()), "names a seat that is not in the file"),
    (_set("responses", "seat", DATA["seats"][0]["id"]), "told without a name"),
    (_set("responses", "shoes", "hat"), "names shoes"),
    (_set("lightbulbs", "response", NEW_ID()), "names a response that is not in the file"),
    (_set("lightbulbs", "shoes", "hat"), "names shoes"),
    (_set("car_park", "card", "hat"), "names a card"),
    (_set("ratings", "value", 11), "above 10"),
    (_set("ratings", "shoes", "hat"), "names shoes"),
    (lambda d: d["wild_cards"].append(own_card("hat")), "names a deck"),
    (_set("wild_cards", "title", "Other"), "differs from its"),
    (_set("voices", "seat", NEW_ID()), "names a seat that is not in the file"),
    (_set("turns", "card", "hat"), "names a card that is not in the file"),
    (_set("turns", "deck", "hat"), "names a card that is not in the file"),
    (_set("turns", "shoes", "hat"), "names shoes"),
    (_set("turns", "swap_of", NEW_ID()), "names a swap_of"),
    (_set("turns", "number", 9), '"turns" number 2 has a number that does not grow'),
    (_set("turns", "number", 9, -1), '"turns" has no turn 5, though a turn 9'),
    (_set("turns", "prompt", 4), "a prompt that its card has not"),
    (_set("turns", "state", "open"), "has not ended when it says"),
    (_set("turns", "phase", "writing"), "while people wrote"),
    (_set("turns", "started", "2026-03-02T10:00:00"), "(started"),
    (_set("turns", "started", "0001-01-01T00:00:00Z"), "out of all reason"),
    (_set("seats", "label", "Tom"), "two of one label"),
    (_set("seats", "label", "TOM"), "two of one label"),
    (lambda d: d["voices"].append({**d["voices"][0], "id": NEW_ID()}), "counts one seat twice"),
    (_set("seats", "number", 3), "does not grow"),
    (_set("session", "state", "turns"), '"session"'),
    (_set("session", "state", "setup"), '"session"'),
    (_set("session", "closed", None), '"session"'),
    (_set("session", "language", "../../etc"), "no language tag"),
    (_set("session", "parent", WORDS), "a parent that is not a UUID"),
    (lambda d: d["cards"][0].update(deck="hat"), "a deck that the file does not have"),
    (lambda d: d["cards"][0].pop("deck"), "does not say its deck"),
    (lambda d: d["cards"].append(d["cards"][0]), "two cards of one name"),
    (_set("cards", "id", "Not a slug"), "has cards that are no plain words"),
    (_set("cards", "themes", ["hat"]), "on a theme that it does not have"),
    (_set("cards", "opposite", {"patient": "hat"}), "for shoes that it does not have"),
    (_set("cards", "tender", 3), "more tender"),
    (lambda d: rename_deck(d, "../home"), "no plain words"),
    (_set("decks", "language", WORDS), "no language tag"),
    (_set("decks", "record", None), '"record" of "decks" number 1 is not an object'),
    (lambda d: d["decks"][0]["shoes"][0].update(colour="url(x)"), "a colour"),
    (lambda d: d["decks"][0]["shoes"][0].update(mark="\x1b"), "without a letter"),
    (lambda d: d["withheld"].append({"kind": "turn", "id": None, "why": WORDS}), "was left"),
    (_set("withheld", "id", WORDS), "was left out"),
    (
        lambda d: d["withheld"].append({**DATA["withheld"][0], "id": d["responses"][0]["id"]}),
        'also named in "withheld"',
    ),
]
"""What makes the file no sound one, and what is told of it."""


@pytest.mark.parametrize(("change", "why"), UNSOUND)
def test_what_is_not_sound_is_refused_by_its_place(
    change: Callable[[dict[str, Any]], object], why: str
) -> None:
    assert why in refused(changed(change))


@pytest.mark.parametrize("lost", [1, 2])
def test_a_turn_that_is_not_there_is_missed(lost: int) -> None:
    play = Play.begun()
    play.do(c.Skip(), c.Skip(), c.Skip())
    data = to_dict(play.session)
    assert session_from_json(json.dumps(data))
    data["turns"] = [turn for turn in data["turns"] if turn["number"] != lost]
    assert f'"turns" has no turn {lost}, though a turn {lost + 1}.' in refused(json.dumps(data))


def test_a_key_is_named_so_that_it_can_be_shown() -> None:
    message = refused(changed(_set("seats", "\x1b[2J\u202e\n" + "x" * 500, 1)))
    assert "^[[2J<202E>" in message
    assert len(message) < 300


def test_half_a_surrogate_pair_becomes_a_character() -> None:
    text = changed(_set("responses", "text", "half \ud83d and \\ud83d"))
    assert session_from_json(text).responses[0].text == "half \ufffd and \\ud83d"
    raw = to_json(SESSION).replace("Something.", "half \udc00")
    assert "half \ufffd" in {said.text for said in session_from_json(raw).responses}


def test_a_whole_surrogate_pair_stays() -> None:
    text = to_json(SESSION).replace("Something.", "\\ud83d\\ude00")
    assert "\U0001f600" in {said.text for said in session_from_json(text).responses}


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.text(max_size=8).map(lambda text: f"SECRET{text}")
    | st.sampled_from(["", "home", "patient", "open", "2026-03-02", DATA["seats"][0]["id"]]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "revision", "text", "shoes"]), inner, max_size=3)
    ),
    max_leaves=4,
)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A sound file with one or two of its values replaced, doubled or taken away."""
    data = deepcopy(DATA)
    for _ in range(draw(st.integers(1, 2))):
        place: Any = data
        keys: list[Any] = []
        while isinstance(place, dict | list) and place and (not keys or draw(st.booleans())):
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            key = draw(st.sampled_from(keys))
            parent, place = place, place[key]
        match draw(st.sampled_from(["replace", "replace", "double", "drop"])):
            case "replace":
                parent[key] = draw(ANYTHING)
            case "double" if isinstance(parent, list):
                parent.append(place)
            case _:
                parent.pop(key)
    return json.dumps(data)


@given(spoilt())
def test_whatever_is_taken_in_is_a_sound_session(text: str) -> None:
    try:
        session = session_from_json(text)
    except UnreadableError:
        refused(text)
        return
    assert not list(problems(session))
    assert to_markdown(session)
    assert session_from_json(to_json(session)) == as_imported(session)


@given(st.binary(max_size=200) | st.text(alphabet='{}[]",:0aeE+-.\\u \ud800', max_size=80))
def test_noise_is_refused(text: str | bytes) -> None:
    refused(text)


def test_the_file_used_here_is_sound() -> None:
    assert isinstance(session_from_json(json.dumps(DATA)), Session)
