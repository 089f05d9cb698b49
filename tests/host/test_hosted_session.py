"""A session with the real ssh and the real program, from the first code to the last page."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.host.hosted import CODE, Hosted, begins, surroundings
from wshoes_tui.domain.models import Session
from wshoes_tui.storage.sql_store import open_store

pytestmark = pytest.mark.timeout(240)


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[Hosted]:
    with Hosted(tmp_path) as running:
        yield running


def kept(hosted: Hosted) -> Session:
    """The session as everything that was kept of it."""
    store = open_store(hosted.data / "wshoes.db", read_only=True)
    try:
        [line] = store.sessions()
        return store.load(line.id)
    finally:
        store.close()


def exported(hosted: Hosted) -> bytes:
    """What the command writes of the session of a host that runs."""
    words = ("--data", str(hosted.data), "export", "last", "--format", "json", "--out", "-")
    command = [sys.executable, "-m", "wshoes_tui", *words]
    return subprocess.run(command, capture_output=True, env=surroundings(), check=True).stdout


def said(session: Session) -> list[str]:
    """The words of every response, in the order of the alphabet."""
    return sorted(response.text for response in session.responses)


def test_four_people_write_are_revealed_and_close(hosted: Hosted) -> None:
    """And somebody with another code is shown nothing of it."""
    mallory = hosted.comes("mallory", "maple-otter-00")
    asha, tom = hosted.joins("Asha"), hosted.joins("Tom")
    with hosted.on_screen("Nia") as nia, hosted.on_screen("Bea", size=(40, 20)) as bea:
        nia.until("Press Enter to go in.")
        nia.types("g")
        nia.until("Cymraeg")
        nia.types("\r")
        nia.until("Nia")
        nia.types("\r")
        bea.until("go in")
        bea.types("\r")
        bea.until("agree")
        bea.types("\r")
        bea.until("You are in.")
        jo = hosted.facilitates()
        begins(jo)
        asha.until("Write:")
        asha.says("Nobody asked me.")
        asha.until("Saved:")
        bea.until("Everybody writes.")
        bea.types("I was so tired.\r")
        bea.until("hidden")
        assert b"Nobody asked" not in bea.received + nia.received + tom.bytes
        assert b"so tired" not in asha.bytes + nia.received + tom.bytes
        tom.says("/pass")
        tom.until("Saved:", "fine")
        jo.says("/reveal")
        jo.until("Still writing: Nia")
        jo.says("/reveal")
        jo.until("Saved:")
        for guest in (asha, tom):
            guest.until("so tired")
        bea.until("Nobody asked me.")
        nia.until("so tired")
        tom.says("/light I thought she was rude | she was afraid")
        tom.until("Saved: lightbulb 1")
        jo.says("/close")
        jo.until("Step:")
        asha.until("what do you take with you?")
        asha.says("That I was heard.")
        asha.until("Saved:")
        for _step in range(7):
            jo.says("/go")
        jo.says("/close", "/close")
        jo.until("Summary:", "closed")
        asha.until("The session is closed.")
    while mallory.hears(30.0):
        pass
    assert "No code was right. Ask for it, and come again." in mallory.heard
    assert CODE not in mallory.heard
    assert "hospital" not in mallory.heard
    record = kept(hosted)
    assert said(record) == ["I was so tired.", "Nobody asked me."]
    assert all(response.seat is None for response in record.responses)
    assert [feedback.text for feedback in record.feedback] == ["That I was heard."]
    assert b"Nobody asked me." in exported(hosted)
    assert b"Asha" not in hosted.written, "the log knows nobody's name"
    assert b"tired" not in hosted.written


def test_a_host_that_was_killed_goes_on_in_the_same_turn(hosted: Hosted) -> None:
    """As does one that was ended; a damaged file of codes is told of."""
    asha, tom = hosted.joins("Asha"), hosted.joins("Tom")
    begins(hosted.facilitates())
    asha.until("Write:")
    asha.says("Nobody asked me.")
    asha.until("Saved:")
    with hosted.on_screen("Tom", tom.key) as screen:
        screen.until("Everybody writes.")
        screen.types("I am so ti")
        hosted.until_kept("I am so ti")
        hosted.kill()
    hosted.start()
    assert "not finished" in hosted.said[-1]
    with hosted.on_screen("Tom", tom.key) as screen:
        screen.until("I am so ti")
        screen.types("red.\r")
        screen.until("hidden")
        again = hosted.comes("Asha", asha.key)
        again.until("handed in", "hidden")
        jo = hosted.facilitates()
        jo.says("/reveal")
        jo.until("Saved:")
        screen.until("Nobody asked me.")
    assert said(kept(hosted)) == ["I am so tired.", "Nobody asked me."]
    assert hosted.ends() == 0
    again.until("Everything that was saved is kept.")
    hosted.start()
    hosted.comes("Asha", asha.key).until("Seat: 1, Asha")
    hosted.comes("Bea", CODE).until("What do you want to be called?")
    hosted.kill()
    [codes] = (hosted.data / "host").glob("*-*.json")
    codes.write_text('{"code": ')
    hosted.start()
    hosted.until_said("The file of codes and seat keys was damaged.")


def test_a_line_that_drops_stops_nobody_and_loses_nothing(hosted: Hosted) -> None:
    asha, tom = hosted.joins("Asha"), hosted.joins("Tom")
    jo = hosted.facilitates()
    begins(jo)
    tom.until("Write:")
    with hosted.on_screen("Tom", tom.key) as screen:
        screen.until("Everybody writes.")
        screen.types("I am so ti")
        hosted.until_kept("I am so ti")
    asha.says("Nobody asked me.")
    asha.until("Saved:")
    jo.until("away: Tom")
    jo.says("/reveal")
    jo.until("Still writing: somebody who is away. /reveal once more does it without them.")
    jo.says("/reveal")
    jo.until("Saved:")
    jo.says("/next")
    jo.until("Turn: 2")
    assert said(kept(hosted)) == ["Nobody asked me."]
    again = hosted.comes("Tom", tom.key)
    again.until("Turn: 2")
    again.says("/late")
    again.until("I am so ti")
    again.says("/save 1")
    again.until("Saved:")
    assert said(kept(hosted)) == ["I am so ti", "Nobody asked me."]


def test_what_somebody_types_drives_nobody_elses_terminal(hosted: Hosted) -> None:
    evil = "\x1b]0;a title\x07\x1b[12;34r\x9b31m\u202eturned"
    with hosted.on_screen("Nia") as nia:
        nia.until("Press Enter to go in.")
        nia.types("\r")
        nia.until("I agree")
        nia.types("\r")
        nia.until("You are in.")
        tom = hosted.joins("Tom")
        eve = hosted.comes("Eve")
        eve.until("What do you want to be called?")
        eve.says(f"Eve{evil}")
        eve.until("Do you agree?")
        eve.says("/go")
        eve.until("Your own key:")
        nia.until("Eve")
        jo = hosted.facilitates()
        begins(jo)
        eve.until("Write:")
        eve.says(f"She smiled.{evil}")
        eve.until("Saved:")
        jo.says("/reveal", "/reveal")
        for guest in (tom, jo):
            guest.until("She smiled.")
        nia.until("She smiled.")
        for told in (tom.bytes, jo.bytes, nia.received):
            for control in ("\x1b]0", "\x07", "\x1b[12;34r", "\x9b", "\u202e"):
                assert control.encode() not in told
        assert b"\x1b" not in tom.bytes + jo.bytes


def test_what_the_store_of_a_host_takes_no_more_is_in_a_file_at_its_end(hosted: Hosted) -> None:
    asha = hosted.joins("Asha")
    with hosted.on_screen("Tom") as tom:
        tom.until("Press Enter to go in.")
        tom.types("\r")
        tom.until("agree")
        tom.types("\r")
        tom.until("You are in.")
        jo = hosted.facilitates()
        begins(jo)
        asha.until("Write:")
        tom.until("Everybody writes.")
        with closing(sqlite3.connect(hosted.data / "wshoes.db")) as database:
            database.execute("PRAGMA user_version = 99")  # nothing is written to a newer one
        asha.says("Nobody asked me.")
        asha.until("newer version")
        jo.says("/park Who has a key?")
        jo.until("newer version")
        tom.types("I am so tired")
        tom.until("I am so tired")
        tom.until("newer version")
        last = hosted.last_words()
    (path,) = (hosted.data / "unsaved").iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    assert f"What could not be saved is in the file {path}" in last
    text = path.read_text("utf-8")
    for words in ("Nobody asked me.", "I am so tired", "Who has a key?"):
        assert text.count(f"\n{words}\n") == 1
        assert words not in last
    assert "Asha" not in text
    assert "Tom" not in text
