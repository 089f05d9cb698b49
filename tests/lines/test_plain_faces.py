"""Line mode and the screens are two faces of one session, and promise the same."""

from __future__ import annotations

import time
from pathlib import Path

import pyte
import pytest

from tests.build import Play
from tests.lines.process import PATIENCE, Dialogue, of, piped
from tests.lines.talk import Talk
from tests.tui.app_fixture import Decks, House, Remembering, resume
from tests.tui.decks import HOSPITAL
from tests.tui.keyboard import ENTER, ESC, typed
from tests.tui.screen_text import in_field, shown
from wshoes_tui.domain.commands import Say
from wshoes_tui.lines.argument_parser import as_fields
from wshoes_tui.sessions import bootstrap
from wshoes_tui.settings import DataFolder, Settings


@pytest.fixture
def house(data: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    house = House(Settings(data=DataFolder(data)), Decks(HOSPITAL), Remembering())
    monkeypatch.setattr(bootstrap, "open_deck_library", lambda _settings: house.decks)
    return house


async def test_begun_in_lines_gone_on_with_on_the_screen_and_back(house: House) -> None:
    talk = Talk.over(Play.begun("Asha, Tom", HOSPITAL), store=house.store)
    talk.type("Said in a line.")
    talk.leave_unfinished("Begun in a li")
    async with house.open(resume()) as app:
        assert "Said in a line." in shown(app)
        assert in_field(app) == "Begun in a li"
        await typed(app, "ne.", ENTER, "Begun on a scr", ESC, "l", "hard", ENTER, "afr")
    again = talk.again()
    assert of("Said", again.written)[-1].endswith(": Begun in a line.")
    assert "Draft: 1, Begun on a scr" in again.written
    assert "Draft: 2, a lightbulb: hard | afr" in again.written
    again.type("/save 2", "/save")
    assert again.texts == ["Said in a line.", "Begun in a line.", "Begun on a scr"]
    [bulb] = again.session.lightbulbs
    assert (bulb.used_to_think, bulb.now_see) == ("hard", "afr")


async def test_written_half_in_lines_and_half_on_the_screen(house: House) -> None:
    talk = Talk.over(Play.begun("Asha, Tom", HOSPITAL, write_first=True), store=house.store)
    talk.type("Mine, in a line.")
    async with house.open(resume()) as app:
        assert "Mine, in a line." not in shown(app)
        await typed(app, ESC, "w", "Mine, on a screen.", ENTER)
    again = talk.again()
    assert not any("Mine" in line for line in again.written)
    told = again.type("/reveal")
    assert sorted(line.rpartition(": ")[2] for line in told if line.startswith("Said")) == [
        "Mine, in a line.",
        "Mine, on a screen.",
    ]


async def test_words_behind_a_command_wait_in_the_sheet_of_the_screen(house: House) -> None:
    talk = Talk.over(Play.begun("Asha, Tom", HOSPITAL), store=house.store)
    talk.leave_unfinished("/pledge I will ring who: Asha")
    async with house.open(resume()) as app:
        await typed(app, ESC, "p")
        assert "I will ring" in shown(app)
        assert "Asha" in shown(app)


def test_the_record_is_the_same_as_on_the_screens() -> None:
    play = Play.begun("Asha, Tom", HOSPITAL)
    talk = Talk.over(play)
    talk.type("I want my own bed.")
    play.do(Say("I want my own bed.", seat=play.turn.seat))
    [ours], [theirs] = talk.session.responses, play.session.responses
    assert (ours.text, ours.shoes, ours.seat, ours.place, ours.visibility) == (
        theirs.text, theirs.shoes, theirs.seat, theirs.place, theirs.visibility,
    )  # fmt: skip


def test_fields_of_a_draft_are_read_back_by_either() -> None:
    assert as_fields("pledge", "I will who: Tom by: Friday") == (
        '{"text": "I will", "owner": "Tom", "when": "Friday"}'
    )
    assert as_fields("lightbulb", "a | b") == '{"used": "a", "now": "b"}'
    assert as_fields("wild", "a | b") == '{"title": "a", "text": "b"}'


def test_as_processes_on_one_data_folder() -> None:
    ran = piped("Said in a line.\nBegun in a li", "rehearse", "kitchen")
    assert ran.status == 0
    screen = pyte.Screen(80, 24)
    stream = pyte.Stream(screen)
    talk = Dialogue.on_a_terminal("resume", term="xterm-256color")

    def until(wanted: str) -> None:
        end = time.monotonic() + PATIENCE
        while wanted not in "\n".join(screen.display):
            assert time.monotonic() < end, "\n".join(screen.display)
            before = len(talk.heard)
            talk._hear(0.5)
            stream.feed(talk.heard[before:])

    until("Begun in a li")
    until("Said in a line.")
    talk.type("ne.\r")
    until("Begun in a line.")
    until("saved")
    talk.type("\x1b")
    talk.type("q")
    assert talk.end() == 0
    ran = piped("", "resume")
    assert [line.rpartition(": ")[2] for line in of("Said", ran.lines)] == [
        "Said in a line.",
        "Begun in a line.",
    ]
