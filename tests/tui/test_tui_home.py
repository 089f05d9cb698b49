"""Home: the way into everything, and how few keys it takes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.build import Play
from tests.tui.app_fixture import Decks, House, resume
from tests.tui.decks import COUNCIL, HOSPITAL
from tests.tui.keyboard import DOWN, ENTER, ESC, UP, typed
from tests.tui.screen_text import screen_text, shown
from wshoes_tui.domain.commands import Close, GoToClosing, Next, Say
from wshoes_tui.export.formats import FORMATS, Format
from wshoes_tui.flow.people_parser import Person
from wshoes_tui.sessions.session_library import StartedSession
from wshoes_tui.storage.copy_files import failed_note
from wshoes_tui.storage.settings_file import FILE
from wshoes_tui.tui.startup import StartOptions

NAMES = ("Asha, carer", "Tom, nurse", "Bea", "Chidi", "Dora", "Eve")


@pytest.mark.parametrize("keys", [(ENTER, ENTER), ("r", ENTER)])
async def test_a_rehearsal_is_two_keys_away(house: House, keys: tuple[str, str]) -> None:
    async with house.open() as app:
        assert "nothing yet: your first session will stand here" in shown(app)
        await typed(app, *keys)
        assert shown(app).startswith("Turn 1 of 6")
        assert "You stand here" in shown(app)


async def test_six_people_are_on_their_first_card_in_a_few_keys(house: House) -> None:
    besides_names = 0
    async with house.open() as app:
        for keys in ("n", ENTER, *NAMES, ESC, "g", ENTER, ENTER, "n"):
            await typed(app, keys, *[ENTER] * (keys in NAMES))
            besides_names += 1
        assert "Asha's turn" in shown(app)
        assert app.session.header.consented
        assert len(app.session.present) == 6
    assert besides_names < 25


async def test_a_group_without_names_says_how_many_it_is(house: House) -> None:
    async with house.open() as app:
        await typed(app, "n", ENTER, "we are 6", ENTER, ESC, "g", ENTER, ENTER, "n")
        assert "Seat 1's turn" in shown(app)


async def test_what_is_unfinished_comes_first(house: House) -> None:
    house.hold(Play.begun("Asha/lived, Tom/service", HOSPITAL))
    async with house.open() as app:
        row = "Continue Home again turn 1 of 4 · Asha is next · saved 10:00"
        assert shown(app).partition("else's shoes. ")[2].startswith(row)
        await typed(app, "c")
        assert "Asha's turn" in shown(app)


async def test_nothing_unfinished_is_said(house: House) -> None:
    closed = Play.begun("Asha", HOSPITAL)
    closed.do(Next(), GoToClosing(), Close())
    house.hold(closed)
    async with house.open() as app:
        assert "Continue" not in shown(app)
        await typed(app, "c")
        assert "There is no unfinished session." in shown(app)


async def test_past_sessions_say_how_to_begin_while_there_are_none(house: House) -> None:
    async with house.open() as app:
        await typed(app, "p")
        assert "No sessions yet. Esc, then Rehearse, begins one." in shown(app)
        await typed(app, ENTER, "x", ESC)
        assert "Rehearse" in shown(app)


async def test_a_format_that_is_registered_is_offered_and_written(
    house: House, dummy_format: Format
) -> None:
    closed = Play.begun("Asha", HOSPITAL)
    closed.do(Say("My own bed."), GoToClosing(), Close())
    house.hold(closed)
    async with house.open() as app:
        await typed(app, "p", "x")
        offered = [line.strip(" ▌") for line in screen_text(app)]
        at = offered.index("A page to send round (Markdown)")
        labels = [one.label for one in FORMATS.values()]
        assert offered[at : at + len(labels)] == labels
        assert labels[-1] == dummy_format.label
        await typed(app, *[DOWN] * (len(labels) - 1), ENTER)
        assert "Nobody has looked through this session yet." in shown(app)
        await typed(app, DOWN, ENTER)
        assert ".dummy" in shown(app).replace(" ", "")  # a path may be broken anywhere
    [path] = house.settings.data.root.parent.glob("here/*.dummy")
    assert path.read_text("utf-8") == "dummy\n1 people\n1 responses\n"


async def test_decks_can_be_looked_at_without_beginning(house: House) -> None:
    async with house.open() as app:
        await typed(app, "d", DOWN, "s", ENTER, " ")
        assert "[L] The planner" in shown(app)
        await typed(app, ESC)
        assert "2 decks" in shown(app)
    assert house.store is not None
    assert not house.store.sessions()


async def test_a_broken_deck_is_listed_with_its_reason_and_the_others_work(house: House) -> None:
    house.decks = Decks(HOSPITAL, COUNCIL, broken={"odd": "odd.yaml: line 3: no cards."})
    async with house.open() as app:
        assert "2 decks · 1 cannot be used" in shown(app)
        await typed(app, "d", DOWN, DOWN)
        assert "odd cannot be used" in shown(app)
        assert "This deck cannot be used yet." in shown(app)
        assert "odd.yaml: line 3: no cards." in shown(app)
        assert "To see everything that is wrong: wshoes deck check odd.yaml" in shown(app)
        await typed(app, ESC, "r", DOWN, DOWN, ENTER)
        assert "odd.yaml: line 3: no cards." in shown(app)
        assert app.live is None
        await typed(app, UP, ENTER)
        assert "Turn 1 of" in shown(app)


async def test_what_is_translated_and_what_hides_another_is_told(house: House) -> None:
    welsh = replace(HOSPITAL, language="cy", translated=1)
    house.decks = Decks(welsh, COUNCIL)
    house.decks.hides[COUNCIL.id] = ("shipped",)
    part = f"1 of {len(welsh.cards)} cards in Welsh"
    async with house.open() as app:
        await typed(app, "r")
        assert part in shown(app)
        assert "others are as in the" in shown(app)
        await typed(app, DOWN)
        assert shown(app).count("hides the shipped one") == 2
        await typed(app, UP, ENTER)
        assert f"{part}: the others are as in the original." in shown(app)


async def test_a_folder_that_keeps_nothing_is_said_before_anyone_speaks(
    solid_house: House, data: Path
) -> None:
    data.write_text("a file where the folder should be", encoding="utf-8")
    async with solid_house.open() as app:
        assert "Nothing can be kept in the data folder" in shown(app)
        assert "Past cannot be read now" in shown(app)
        for key in "rnp":
            await typed(app, key)
            assert "Nothing can be kept in the data folder" in shown(app)
            assert "Rehearse" in shown(app), "nobody may speak where nothing is kept"
        await typed(app, "d")
        assert "Home again" in shown(app)


async def test_easy_words_are_said_and_used(house: House) -> None:
    async with house.open() as app:
        await typed(app, "e")
        assert "Easy words are on." in shown(app)
        await typed(app, "r", ENTER)
        easy = [shoes.easy for shoes in HOSPITAL.shoes]
        assert any(words in shown(app) for words in easy)
        await typed(app, ESC, "e")
        assert not any(words in shown(app) for words in easy)


async def test_leaving_asks_nothing(house: House) -> None:
    async with house.open() as app:
        await typed(app, "q")
        assert app.return_code == 0
        assert not app.is_running


async def test_the_command_line_leads_straight_to_a_card(house: House) -> None:
    started = StartedSession(people=(Person("Asha"), Person("Tom")), begin=True)
    async with house.open(StartOptions("play", decks=("home-again",), started=started)) as app:
        assert "Please read it out" in shown(app), "the consent card comes first"
        await typed(app, "n")
        assert "Please read it out" in shown(app), "n does not lead past it"
        await typed(app, ENTER)
        assert "Asha's turn" in shown(app)
        assert app.session.header.consented
    async with house.open(StartOptions("rehearse")) as app:
        assert "You stand here" in shown(app)
        session_id = app.session.id
    async with house.open(resume(session_id)) as app:
        assert "You stand here" in shown(app)


async def test_what_cannot_be_entered_ends_with_a_sentence(house: House) -> None:
    async with house.open(resume("nothing-like-it")) as app:
        assert app.return_code == 1
    assert app.parting
    assert "\n" not in app.parting


@pytest.mark.parametrize("way", [(), ("d",), ("p",), ("r", ENTER), ("n", ENTER)])
async def test_help_is_one_key_away_everywhere(house: House, way: tuple[str, ...]) -> None:
    async with house.open() as app:
        await typed(app, *way)
        before = screen_text(app)
        await typed(app, *[ESC] * (ENTER in way), "?")  # where there is a field, it is a word
        assert "Help" in screen_text(app)[0]
        await typed(app, ESC)
        assert screen_text(app) == before


async def test_every_action_is_found_by_its_name(house: House) -> None:
    async with house.open() as app:
        await typed(app, "r", ENTER, ESC, "\x10", "lightbulb")
        assert "I used to think ... now I see ..." in shown(app)
        await typed(app, DOWN, ENTER)
        assert "A lightbulb" in shown(app)
        assert "Now I see" in shown(app)


async def test_a_copy_that_failed_is_told(house: House) -> None:
    data = house.settings.data
    data.root.mkdir(parents=True, exist_ok=True)
    async with house.open() as app:
        assert "could not be made" not in shown(app)
    failed_note(data.database).write_text("The disk is full.")
    async with house.open() as app:
        assert "The last copy of your sessions could not be made." in shown(app)
        await typed(app, "r", ENTER)
        assert "could not be made" not in shown(app)


async def test_the_palette_remembers_how_the_screen_looks(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WSHOES_CONFIG", str(tmp_path))
    async with house.open() as app:
        await typed(app, "\x10", "contrast", ENTER, "e", "\x10", "next time", ENTER)
        assert "It will start like this next time." in shown(app)
    kept = json.loads((tmp_path / FILE).read_text())
    assert kept == {"language": "en", "easy": True, "contrast": "dark"}
