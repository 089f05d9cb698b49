"""A deck stands once in lists for people, in the language of the reader, however many it is in."""

from __future__ import annotations

from contextvars import copy_context
from dataclasses import replace
from pathlib import Path

import pytest

from tests.decks.samples import GOOD
from tests.decks.test_deck_translation import WELSH
from tests.lines.talk import Talk
from tests.tui.app_fixture import House, Remembering
from tests.tui.keyboard import DOWN, ENTER, typed
from tests.tui.screen_text import shown
from wshoes_tui.decks.deck_library import DeckLibrary
from wshoes_tui.domain.list_rows import count_decks
from wshoes_tui.flow.home_flow import deck_choices, home_blocks
from wshoes_tui.locale import speak_to
from wshoes_tui.sessions import bootstrap
from wshoes_tui.settings import DataFolder, Settings

PART = "1 of 2 cards in Welsh"
AWAY = GOOD.replace("id: home-from-hospital", "id: away").replace("Home from hospital", "Away")


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DeckLibrary:
    """Two decks; one of them is half in Welsh."""
    for name in ("LANG", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "home-from-hospital.yaml").write_text(GOOD, "utf-8")
    (folder / "home-from-hospital.cy.yaml").write_text(WELSH, "utf-8")
    (folder / "away.yaml").write_text(AWAY, "utf-8")
    return DeckLibrary([("yours", folder)])


@pytest.fixture
def house(tmp_path: Path, library: DeckLibrary, monkeypatch: pytest.MonkeyPatch) -> House:
    data = Settings(data=DataFolder(tmp_path / "data"))
    monkeypatch.setattr(bootstrap, "open_deck_library", lambda _settings: library)
    return House(data, library, Remembering())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "first"), [("en", "en-GB"), ("cy_GB.UTF-8", "cy"), ("fr", "en-GB")]
)
def test_one_row_in_the_language_of_the_reader(
    library: DeckLibrary, language: str, first: str
) -> None:
    def told() -> None:
        speak_to(language)
        families = deck_choices(library.listing())
        assert [len(family) for family in families] == [2, 1]
        assert families[0][0].language == first
        (decks,) = [
            one for one in home_blocks(None, count_decks(library.listing())) if one.name == "decks"
        ]
        assert (decks.screen or "").startswith("2 ")

    copy_context().run(told)


async def test_a_key_goes_through_the_languages_of_a_deck(house: House) -> None:
    async with house.open() as app:
        assert "2 decks" in shown(app)
        await typed(app, "r")
        assert shown(app).count("Home from hospital") == 1
        assert "2 cards · also in cy" in shown(app)
        assert "also in cy" in shown(app), "where there is room"
        await typed(app, "l")
        assert PART in shown(app)
        assert f"Welsh: Adref o'r ysbyty, {PART}" in shown(app)
        await typed(app, DOWN, ENTER)
        assert app.session.decks[0].deck.language == "en-GB", "that of another deck"
    async with house.open() as app:
        await typed(app, "r", "l", ENTER)
        assert app.session.decks[0].deck.language == "cy"
        assert f"{PART}: the others are as in the original." in shown(app)


async def test_who_reads_welsh_is_offered_the_welsh_first(house: House) -> None:
    house.settings = replace(house.settings, language="cy")
    async with house.open() as app:
        await typed(app, "r")
        assert "Adref o'r ysbyty" in shown(app)
        await typed(app, "l")
        assert "Home from hospital" in shown(app)
        await typed(app, "l", ENTER)
        assert app.session.decks[0].deck.language == "cy"


def test_lines_take_a_number_with_a_language_behind_it(library: DeckLibrary) -> None:
    talk = Talk.at_home()
    talk.conversation.library.deck_library = library
    talk.role.follow()
    told = talk.type("new")
    assert told[:2] == [
        "Choice: 1, Home from hospital, 2 cards, also in cy",
        "Choice: 2, Away, 2 cards",
    ]
    assert told[-1].endswith("In another language: 1 cy.")
    assert "Deck: Adref o'r ysbyty" in talk.type("/look 1 cy")
    assert talk.error("1 xx") == "No deck has that word."
    assert talk.error("3 cy") == "There is no deck 3. /where says which."
    told = talk.type("1 welsh, 2")
    assert [line for line in told if line.startswith("Deck: ")] == [
        "Deck: Adref o'r ysbyty", "Deck: Away",
    ]  # fmt: skip
    assert talk.type("/decks")[0].startswith("Choice: 1, Home from hospital")
    assert talk.type("/decks 1 cy")[:1] == ["Deck: Adref o'r ysbyty"]
    talk.type("/home", "rehearse", "adref")
    assert talk.session.decks[0].deck.language == "en-GB"
