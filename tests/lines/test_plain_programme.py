"""Programmes and the search in plain lines, by the action table."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build import Play
from tests.lines.talk import Talk
from wshoes_tui.domain.commands import Close, GoToClosing, Next, ParkTopic, Say
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.value import replace
from wshoes_tui.export.formats import PROGRAMME_FORMATS, ProgrammeFormat
from wshoes_tui.settings import documents_folder
from wshoes_tui.storage.sql_store import open_store

WORDS = "the needle in the haystack"


def a_session(*, closed: bool = True) -> Session:
    play = Play.begun("Asha/lived, Tom/service, Bea, Chidi, Dora, Eve")
    play.do(Say(WORDS), ParkTopic("Parking"), Next())
    if closed:
        play.do(GoToClosing(), Close())
    header = replace(play.session.header, programme="Home First", place="Bala")
    return replace(play.session, header=header)


@pytest.fixture
def talk(data: Path) -> Talk:
    store = open_store(data / "wshoes.db")
    store.create(a_session())
    talk = Talk.at_home(store=store)
    talk.role.follow()
    return talk


def test_home_leads_to_the_programme_and_its_report(talk: Talk) -> None:
    assert any("programme: how sessions add up" in line for line in talk.written)
    told = talk.type("programme")
    assert told[0].startswith("Choice: 1, Home First: 1 session, 1 place, 6 people")
    told = talk.type("1")
    assert "Summary: Home First" in told
    assert any(line.startswith("Number: 2 March 2026: 6 people, 1 session") for line in told)
    assert any(line.startswith("Map: ") and ", 1 time" in line for line in told)
    assert any(line.startswith("Parked: Parking") for line in told)
    assert talk.error("what now?").startswith("Nothing is asked here.")
    (saved,) = [line for line in talk.type("/export") if line.startswith("Saved: ")]
    path = Path(saved.removeprefix("Saved: written to "))
    assert path.parent == documents_folder()
    assert WORDS not in path.read_text()


def test_a_programme_by_its_name_and_one_that_is_not_there(talk: Talk) -> None:
    assert "Summary: Home First" in talk.type("/programme home")
    assert "There is no programme of that name." in talk.error("/programme elsewhere")


def test_a_search_leads_to_the_session(talk: Talk) -> None:
    told = talk.type("/search NÉEDLE haystack")
    assert told[0].endswith(WORDS)
    assert told[0].startswith("Said: 1, Home, 2 March, Bala, turn 1,")
    assert "Asha" not in told[0]
    assert "Notice: Found 1 time." in told
    assert "Notice: Nothing was found." in talk.type("hairpin")[0]
    talk.type("needle")
    assert "Session: Home" in talk.type("1")[0]


def test_neither_is_for_the_middle_of_a_session(talk: Talk) -> None:
    talk.type("rehearse", "1")
    for line in ("/programme", "/search needle"):
        assert talk.error(line)
    assert talk.conversation.live is not None


def test_a_search_asks_for_words(talk: Talk) -> None:
    assert talk.error("/search").startswith("Search for which words?")
    assert talk.error('/search ""').startswith("Search for which words?")


def test_without_sessions_it_says_how_to_begin() -> None:
    talk = Talk.at_home()
    (told,) = talk.type("/programme")
    assert told.startswith("Question: No session belongs to a programme yet. Begin one with:")
    assert "Nothing was found." in talk.type("/search needle")[0]


def test_a_new_format_of_programmes_can_be_typed(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dummy = ProgrammeFormat(
        "dummy", ".dummy", "A dummy", "", "tests.cli.test_cli_programme:to_dummy"
    )
    monkeypatch.setitem(PROGRAMME_FORMATS, "dummy", dummy)
    talk.type("/programme home")
    assert talk.error("/export pdf") == "There is no format pdf. There are: html, dummy."
    assert ".dummy" in talk.type("/export dummy")[0]
