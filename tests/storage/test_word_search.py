"""Search: everything that was said and nothing else, with where it was said, and no name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.domain.hostile_texts import CONTROLS, DIRECTIONS, HEAPS, HIDDEN, MARKUP
from tests.storage.hands import a_play, draft, put, say
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    GiveFeedback,
    GoToClosing,
    Next,
    ParkTopic,
    PlaceCard,
    Say,
    Undo,
)
from wshoes_tui.domain.erasure import Erased
from wshoes_tui.domain.models import PledgeNote, Session
from wshoes_tui.domain.value import replace
from wshoes_tui.domain.word_fold import SearchResult, folded, terms_of
from wshoes_tui.storage.sql_store import SqlStore, open_store
from wshoes_tui.storage.word_search import search_words


def found(store: SqlStore, words: str, most: int | None = None, *names: str) -> SearchResult:
    result = store.read(
        lambda connection: search_words(connection, words, most, names if names else None)
    )
    assert result is not None
    return result


def a_full_session() -> Session:
    """A session that says "needle" in every kind of words that there is."""
    play = a_play(visibility="named")
    asha = play.session.seats[0]
    play.do(
        Say("A needle, said", asha.id),
        AddLightbulb("no needle", "a needle after all"),
        AddPledge("I will find the needle", "Asha"),
        ParkTopic("Needles for later"),
        PlaceCard("The needle", "A card of our own"),
        Next(),
        GoToClosing(),
        GiveFeedback("heard", "The NEEDLE was heard"),
    )
    pledge = play.session.pledges[0]
    note = PledgeNote(on=play.session.header.created.date(), state="open", note="needle: asked")
    noted = replace(pledge, text="I will look", history=(*pledge.history, note))
    header = replace(play.session.header, title="Needles and pins", programme="Sewing")
    return replace(put(play.session, noted).session, header=header)


def test_every_kind_of_words_is_found_with_its_place(any_sql: SqlStore) -> None:
    session = a_full_session()
    any_sql.create(session)
    result = found(any_sql, "neédle")
    assert result.whole
    assert {one.kind for one in result.found} == {
        "title", "response", "lightbulb", "pledge", "topic", "card", "feedback",
    }  # fmt: skip
    assert result.count == len(result.found) == 7
    (said,) = [one for one in result.found if one.kind == "response"]
    turn = session.turns[0]
    assert (said.turn, said.card) == (1, session.card_of(turn).title)
    assert said.shoes == session.shoes_of(turn, said.shoes.id if said.shoes else None)
    assert "Asha" not in repr([one for one in result.found if one.kind != "pledge"])


def test_words_not_said_and_words_taken_back_are_not_found(any_sql: SqlStore) -> None:
    play = a_play()
    play.do(Say("A needle that is taken back"), Undo())
    any_sql.create(play.session)
    any_sql.commit(draft(play.session, "a needle, not handed in yet"))
    assert found(any_sql, "needle").count == 0


def test_erased_words_are_not_found(any_sql: SqlStore) -> None:
    session = a_full_session()
    any_sql.create(session)
    said = session.responses[0]
    any_sql.erase([Erased(said.id, "response", session.id)])
    assert "response" not in {one.kind for one in found(any_sql, "needle").found}
    any_sql.erase([Erased(session.id, "session", session.id)])
    assert found(any_sql, "needle") == SearchResult(0, ())


def test_words_kept_out_of_exports_are_marked_so(any_sql: SqlStore) -> None:
    session = a_play().session
    session = say(session, "my needle", visibility="withheld").session
    session = say(session, "your needle").session
    any_sql.create(session)
    assert [(one.text, one.withheld) for one in found(any_sql, "needle").found] == [
        ("my needle", True),
        ("your needle", False),
    ]


@pytest.mark.parametrize(
    "text", [t for t in (*CONTROLS, *DIRECTIONS, *HIDDEN, *HEAPS, *MARKUP) if "\ud83d" not in t]
)
def test_hostile_words_are_found_as_they_stand(path: Path, text: str) -> None:
    store = open_store(path)
    store.create(say(a_play().session, f"Needle {text} Ŵyl").session)
    assert [one.text for one in found(store, "wyl needle").found] == [f"Needle {text} Ŵyl"]
    store.close()


def test_wildcards_of_sql_are_letters(any_sql: SqlStore) -> None:
    session = a_play().session
    for text in ("100% sure", "100 sure", "a_b", "axb", "back\\slash"):
        session = say(session, text).session
    any_sql.create(session)
    for words, wanted in (("100%", "100% sure"), ("a_b", "a_b"), ("back\\s", "back\\slash")):
        assert [one.text for one in found(any_sql, words).found] == [wanted]


def test_sql_finds_what_folding_finds(any_sql: SqlStore) -> None:
    texts = (
        "The neighbour", "NEIGHBOUR’S", "nêighbour", "neigh\u200bbour", "n\u0303eighbour",
        "neighbor", "neigh-bour – ½", "Y dŵr yn y tŷ", "DWR", "dw\u0302r", "Große Straße",
        "strasse", "Ärger", "boots\nand all", "5 \N{KELVIN SIGN}g", "kg", "x", "家", "👍🏽 dwr",
    )  # fmt: skip
    session = a_play().session
    for text in texts:
        session = say(session, text).session
    any_sql.create(session)
    for words in (
        "neighbour", "dŵr", "ty dwr", "STRASSE", "arger", '"boots and"', "kg", "x", "家", "-", "e",
    ):  # fmt: skip
        wanted = [one for one in texts if all(term in folded(one) for term in terms_of(words))]
        assert wanted
        said = [one.text for one in found(any_sql, words).found if one.kind == "response"]
        assert said == wanted, words


def test_newest_sessions_come_first_and_whole(any_sql: SqlStore) -> None:
    for day in (1, 3, 2):
        session = a_play().session
        for number in range(3):
            session = say(session, f"needle {day} {number}").session
        header = replace(
            session.header, id=session.id, created=session.header.created.replace(day=day),
            programme="A" if day == 1 else "B",
        )  # fmt: skip
        any_sql.create(replace(session, header=header))
    told = found(any_sql, "needle", 4)
    assert told.count == 9
    assert [one.text for one in told.found] == [f"needle {d} {n}" for d in (3, 2) for n in range(3)]
    assert found(any_sql, "needle", None, "A").count == 3


def test_a_damaged_row_is_found_and_said_to_be_damaged(path: Path) -> None:
    """Altered words are told with a warning; bytes that are no text stop no search."""
    store = open_store(path)
    session = say(say(a_play().session, "my needle").session, "other words").session
    store.create(session)
    with store._database.writing() as connection:
        connection.exec_driver_sql("UPDATE response SET text = 'our needle' WHERE place = 1")
        connection.exec_driver_sql(
            "UPDATE response SET text = CAST(X'C3286E6565646C65' AS TEXT) WHERE place = 2"
        )
    result = found(store, "needle")
    assert [(one.text, one.damaged) for one in result.found][:1] == [("our needle", True)]
    store.close()


def test_nothing_is_searched_for_without_words(any_sql: SqlStore) -> None:
    any_sql.create(a_full_session())
    assert found(any_sql, ' "" ') == SearchResult(0, ())
