"""Line mode as a process of its own: pipes, terminals, signals, sudden death."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import termios
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.domain.hostile_texts import EVIL
from tests.lines.process import (
    FORETOLD,
    PATIENCE,
    Dialogue,
    command,
    of,
    piped,
    surroundings,
    without_ids,
)
from tests.lines.talk import check
from wshoes_tui.domain.models import Session
from wshoes_tui.storage.sql_store import open_store

SCRIPT = Path(__file__).parent / "script.txt"


def kept(data: Path) -> Session:
    """The only session that is kept."""
    store = open_store(data / "wshoes.db", read_only=True)
    try:
        [line] = store.sessions()
        return store.load(line.id)
    finally:
        store.close()


def test_a_whole_session_from_a_file(snapshot: SnapshotAssertion) -> None:
    with SCRIPT.open("rb") as script:
        done = subprocess.run(
            command("play", "kitchen", code=FORETOLD),
            stdin=script,
            capture_output=True,
            env=surroundings(),
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")
    out = done.stdout.decode()
    for line in out.splitlines(keepends=True):
        check(line)
    assert without_ids(out) == snapshot


def test_at_the_end_of_the_input_nothing_is_closed(data: Path) -> None:
    ran = piped("I want my own bed.\n", "rehearse", "kitchen")
    assert (ran.status, ran.err) == (0, "")
    session = kept(data)
    assert ran.lines[-1] == (f"End: Everything is kept. Go on with: wshoes resume {session.id[:8]}")
    assert (session.state, [r.text for r in session.responses]) == ("turns", ["I want my own bed."])


def test_no_input_at_all_is_a_session_that_can_be_resumed(data: Path) -> None:
    done = subprocess.run(
        [*command("rehearse", "kitchen")],
        stdin=None,
        capture_output=True,
        env=surroundings(),
        check=False,
        preexec_fn=lambda: os.close(0),
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert kept(data).turn is not None


def test_scripts_from_elsewhere(data: Path) -> None:
    script = b"\xef\xbb\xbfone\r\n/say 1: two\r\ncaf\xe9\r\n" + b"x" * 100_001 + b"\n/nex\r\nth"
    ran = piped(script, "play", "kitchen", "--seats", "Asha; Tom", "--width", "40")
    assert (ran.status, ran.err) == (0, "")
    assert max(map(len, ran.lines)) <= 40
    session = kept(data)
    assert [r.text for r in session.responses] == ["one", "two", "caf\ufffd"]
    assert [d.text for d in session.drafts] == ["th"]
    heads = [line.partition(":")[0] for line in ran.lines]
    assert heads.count("Consent") == 8
    assert heads.index("Consent") < heads.index("Turn")
    assert heads.count("Error") == 1
    assert "Some bytes were no letters" in ran.out.replace("\nMore: ", " ")
    assert "It is kept as a draft" in ran.out.replace("\nMore: ", " ")


@pytest.mark.parametrize(
    ("locale", "encoding", "told"),
    [
        ("de_DE.ISO-8859-1", "latin-1", "What you type is read as ISO-8859-1"),
        ("xx_YY.NOT-THERE", "utf-8", "an encoding that is not known here: NOT-THERE"),
    ],
)
def test_letters_are_read_as_the_locale_says(
    data: Path, locale: str, encoding: str, told: str
) -> None:
    words = "caf\u00e9 \u00c3\u00a9 \u00fc"
    ran = piped(words.encode(encoding) + b"\n", "rehearse", "kitchen", LC_ALL=locale, LANG=locale)
    assert ran.lines[0].startswith("Notice: ")
    assert told in ran.lines[0]
    assert [r.text for r in kept(data).responses] == [words]


def test_a_line_that_a_terminal_may_have_cut_is_refused_whole(data: Path) -> None:
    talk = Dialogue.on_a_terminal("rehearse", "kitchen", "--plain")
    talk.until("Question:")
    talk.ask("a" * 4000, "Saved: response 1")
    talk.ask("b" * 5000, "Error: That line is as long as a terminal lets one line be")
    talk.ask("c", "Saved: response 2")
    talk.type("not said\x1c")  # Ctrl+\\
    assert talk.end() == 128 + signal.SIGQUIT
    session = kept(data)
    assert [r.text for r in session.responses] == ["a" * 4000, "c"]
    assert [d.text for d in session.drafts] == ["not said"]


def test_nothing_that_anybody_types_comes_back_as_a_control(data: Path) -> None:
    lines = [text.encode("utf-8", "replace").replace(b"\n", b" ") for text in EVIL]
    script = b"".join(line + b"\n" for line in lines)
    ran = piped(script + b"/seats\n/summary\n", "play", "kitchen", "--seats", "A\x1b[2J, \x9b1m; B")
    assert ran.status == 0
    for line in ran.out.splitlines(keepends=True):
        check(line)
    assert [r.text.encode() for r in kept(data).responses] == lines


def test_what_was_acknowledged_survives_a_kill(data: Path) -> None:
    talk = Dialogue.on_pipes("play", "kitchen", "--seats", "Asha; Tom")
    talk.until("Question:")
    for number in range(12):
        talk.ask(f"words {number}", f"Saved: response {number + 1}")
    talk.ask("/pledge I will ring", "Pledge: 1")
    talk.ask("/next", "Turn: 2")
    talk.ask("/write", "Question: Tom")
    talk.ask("a secret", "Question: Asha")
    talk.process.kill()
    assert talk.end() == -signal.SIGKILL
    session = kept(data)
    assert [r.text for r in session.responses] == [f"words {n}" for n in range(12)]
    ran = piped("mine\n/reveal\n", "resume", "--plain")
    assert ran.status == 0
    assert of("Write", ran.lines) == ["Asha"]
    before, _, after = ran.out.partition("Saved: all is revealed")
    assert "secret" not in before
    assert "a secret" in after


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_loses_nothing(data: Path, number: signal.Signals) -> None:
    talk = Dialogue.on_pipes("rehearse", "kitchen")
    talk.until("Question:")
    talk.type("one\nhalf a line")  # at once, so that whoever has read the one has the other
    talk.until("Saved: response 1\n")
    talk.process.send_signal(number)
    status = talk.end()
    assert status == 128 + number
    *_hint, ended = talk.rest
    assert ended.startswith("End: The last line had no end. It is kept as a draft, not said. ")
    assert "wshoes resume" in ended
    session = kept(data)
    assert [r.text for r in session.responses] == ["one"]
    assert [d.text for d in session.drafts] == ["half a line"]


def test_on_a_dumb_terminal_what_is_private_is_not_even_echoed(data: Path) -> None:
    talk = Dialogue.on_a_terminal("play", "kitchen", "--seats", "Asha; Tom")
    talk.until("/help says what else there is.")
    assert "aloud" in talk.ask("aloud", "Saved: response 1")
    talk.ask("/write", "/pass leaves it out.")
    talk.ask("a secret", "/pass leaves it out.")
    talk.ask("another secret", "/reveal shows it all together.")
    assert "secret" not in talk.heard
    talk.ask("/reveal", "/help says what else there is.")
    assert talk.heard.count("secret") == 2
    talk.type("half a line")
    talk.until("half a line")
    talk.type("\x03")
    assert talk.end() == 130
    assert "End: The last line had no end. It is kept as a draft, not said." in talk.heard
    foreign = {c for c in talk.heard if (c < " " or "\x7f" <= c <= "\x9f") and c not in "\r\n"}
    assert not foreign
    assert [d.text for d in kept(data).drafts] == ["half a line"]


def test_the_terminal_is_left_as_it_was_found() -> None:
    talk = Dialogue.on_a_terminal("rehearse", "kitchen")
    before = termios.tcgetattr(talk.reading)
    talk.until("Question:")
    talk.ask("/write", "/pass leaves it out.")
    talk.ask("/quit", "End:")
    talk.process.wait(PATIENCE)
    assert termios.tcgetattr(talk.reading) == before
    assert talk.end() == 0


def test_what_is_typed_behind_leave_is_for_the_shell() -> None:
    line = " ".join(command("rehearse", "kitchen", "--plain"))
    talk = Dialogue.on_a_terminal(run=("/bin/bash", "-c", f"{line}; read x; echo shell has $x"))
    talk.until("/help says what else there is.")
    talk.type("/leave\nmine\n")
    talk.until("End:")
    talk.until("shell has mine")
    assert talk.end() == 0


LOADED = """
import sys
from wshoes_tui.lines import line_runner
from wshoes_tui.sessions.lazy_store import LazyStore
def asked(*_ignored):
    print(*sorted(sys.modules), file=sys.stderr)
    sys.exit(9)
line_runner._converse = LazyStore.begin_opening = asked
from wshoes_tui.__main__ import main
main()
"""
"""Tells what is loaded when the first question has been asked, and ends there."""


@pytest.mark.parametrize(
    "words", [[], ["rehearse", "kitchen"], ["play", "kitchen", "--seats", "2"]]
)
def test_the_first_question_needs_neither_screens_nor_database(words: list[str]) -> None:
    ran = piped("", *words, code=LOADED)
    assert ran.status == 9
    assert ran.lines[-1].startswith("Question: ")
    loaded = set(ran.err.split())
    assert "wshoes_tui.lines.line_runner" in loaded
    assert not loaded & {
        "asyncio",
        "textual",
        "rich",
        "sqlmodel",
        "sqlalchemy",
        "wshoes_tui.tui.facilitator_app",
    }


@pytest.mark.parametrize("end", ["/leave\n", "half a line without an end"])
def test_where_nothing_can_be_kept_it_is_said_and_the_words_are_in_a_file(
    data: Path, end: str
) -> None:
    data.mkdir()
    (data / "wshoes.db").write_bytes(b"not a database, and not empty either" * 100)
    ran = piped(f"I want my own bed.\n/next\n{end}", "rehearse", "kitchen")
    assert ran.status == 1
    assert ran.err.count("\n") == 1
    heads = [line.partition(":")[0] for line in ran.lines]
    assert "Saved" not in heads
    assert heads.count("Error") == 2
    assert of("Draft", ran.lines) == []
    (path,) = (data / "unsaved").iterdir()
    assert ran.err.rstrip("\n").endswith(f"What could not be saved is in the file {path}")
    text = path.read_text("utf-8")
    assert "[Turn 1]\nI want my own bed.\n" in text
    assert ("half a line" in text) == end.startswith("half")


def test_ended_by_a_signal_the_words_are_in_a_file_too(data: Path) -> None:
    data.mkdir()
    (data / "wshoes.db").write_bytes(b"not a database, and not empty either" * 100)
    talk = Dialogue.on_pipes("rehearse", "kitchen")
    talk.until("Question:")
    talk.ask("I want my own bed.", "Error:")
    talk.process.send_signal(signal.SIGTERM)
    assert talk.end() == 128 + signal.SIGTERM
    (path,) = (data / "unsaved").iterdir()
    assert talk.rest[-1].endswith(f"What could not be saved is in the file {path}")
    assert "I want my own bed." in path.read_text("utf-8")


SAYS_NOTHING = """
import sys
from wshoes_tui.storage import postgres
postgres.OPENING_SECONDS = 1.0
from wshoes_tui.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize("words", [["rehearse", "kitchen"], ["sessions"]])
def test_a_silent_server_is_refused_before_the_first_card(words: list[str]) -> None:
    pytest.importorskip("psycopg")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"postgresql://asha:secret@127.0.0.1:{silent.getsockname()[1]}/x"
        ran = piped("I want my own bed.\n", *words, "--database", address, code=SAYS_NOTHING)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("The database server did not answer within 1 seconds.")
    assert ran.err.count("\n") == 1
    assert "secret" not in ran.err


def test_a_file_that_was_named_is_opened_before_the_first_card(tmp_path: Path) -> None:
    named = tmp_path / "letter.db"
    named.write_bytes(b"not a database, and not empty either" * 100)
    ran = piped("I want my own bed.\n", "rehearse", "kitchen", "--database", str(named))
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("This file does not hold wshoes sessions.")


def test_what_cannot_be_begun_is_one_sentence_on_standard_error(tmp_path: Path) -> None:
    ran = piped("", "rehearse", "no-such-deck")
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    place = tmp_path / "a-file"
    place.touch()
    ran = piped("", "rehearse", "kitchen", "--data", str(place))
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_a_reader_that_has_enough_is_no_error() -> None:
    done = subprocess.run(
        f"{' '.join(command('rehearse', 'kitchen'))} </dev/null | true; echo ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
        env=surroundings(),
        check=False,
    )
    assert (done.stdout, done.stderr) == ("0\n", "")
