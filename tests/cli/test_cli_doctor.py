"""The doctor: what it tells, when it says that no session can be held, and that it only looks."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.cli.running import ROOT, Ran, Run, a_play, as_process, keep
from tests.cli.test_cli_decks import deck
from wshoes_tui.doctor import TITLES
from wshoes_tui.doctor.environment_checks import EXTRAS, check_terminal
from wshoes_tui.settings import Settings
from wshoes_tui.storage import inspection, sqlite_file
from wshoes_tui.storage.migrations import current_version
from wshoes_tui.terminal import capabilities

SHIPPED = len(list((ROOT / "decks").glob("*.yaml")))
"""How many decks come with the program."""

WRITER = """
import sqlite3, sys
path, columns = sys.argv[1:]
connection = sqlite3.connect(path, isolation_level=None)
connection.execute("PRAGMA journal_mode = WAL")
for _ in range(20):
    connection.execute(
        f"INSERT INTO session SELECT hex(randomblob(16)), {columns} FROM session LIMIT 1"
    )
print("written", flush=True)
sys.stdin.read()
"""


def all_of(folder: Path) -> dict[str, tuple[int, int, str]]:
    """Everything in a folder: modes, times of change, contents."""
    return {
        str(path): (
            path.stat().st_mode,
            0 if path == folder else path.stat().st_mtime_ns,  # its probe comes and goes
            "" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in [folder, *folder.rglob("*")]
    }


def told(ran: Ran) -> str:
    """What was said, without its line breaks."""
    return " ".join(ran.out.split())


@contextmanager
def being_written(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that has written twenty sessions and still holds the file."""
    with closing(sqlite3.connect(path)) as connection:
        columns = [f'"{row[1]}"' for row in connection.execute("PRAGMA table_info(session)")]
    assert columns[0] == '"id"'
    other = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), ", ".join(columns[1:])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"written\n"
        yield other
    finally:
        other.kill()
        other.communicate()


def test_a_new_place_can_hold_a_session_and_nothing_is_made(run: Run, data: Path) -> None:
    ran = run("doctor")
    assert (ran.status, ran.err) == (0, "")
    assert [line for line in ran.out.splitlines() if not line.startswith(" ")] == [*TITLES.values()]
    # A long path may be broken anywhere to fit the line.
    assert f"{data}isnotthereyet" in told(ran).replace(" ", "")
    assert "There are no sessions yet. The first one makes wshoes.db." in told(ran)
    assert f"{SHIPPED} decks can be used." in told(ran)
    assert max(map(len, ran.out.splitlines())) <= 80
    assert not data.exists()


def test_sessions_are_counted_and_not_a_byte_is_changed(run: Run, data: Path) -> None:
    keep(data, a_play(1).session, a_play(2).session)
    before = all_of(data)
    ran = run("doctor")
    assert ran.status == 0
    assert f"2 sessions, in a sound file of version {current_version()}." in told(ran)
    assert "write-ahead log (WAL)" in told(ran)
    assert all_of(data) == before


def test_words_that_stand_in_the_log_alone_are_counted(run: Run, data: Path) -> None:
    keep(data, a_play().session)
    with being_written(data / "wshoes.db") as other:
        before = all_of(data)
        assert "21 sessions, in a sound file" in told(run("doctor"))
        assert all_of(data) == before
        other.send_signal(signal.SIGKILL)
        other.wait()
        before = all_of(data)
        assert "21 sessions, in a sound file" in told(run("doctor"))
        assert all_of(data) == before


@pytest.mark.parametrize("room", [True, False])
def test_a_log_without_its_index_is_looked_into_where_there_is_room_for_a_copy(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch, room: bool
) -> None:
    if not room:
        monkeypatch.setattr(sqlite_file, "_places", lambda: iter(()))
    keep(data, a_play().session)
    with being_written(data / "wshoes.db"):
        pass
    (data / "wshoes.db-shm").unlink()
    before = all_of(data)
    ran = run("doctor")
    assert ran.status == 0
    waiting = "The newest words stand in a journal beside wshoes.db, and there is no room"
    assert ("21 sessions, in a sound file" if room else waiting) in told(ran)
    assert all_of(data) == before


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (it)")
        connection.commit()


def newer(path: Path) -> None:
    keep(path.parent, a_play().session)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def damaged(path: Path) -> None:
    keep(path.parent, a_play().session)
    content = bytearray(path.read_bytes())
    content[4096:8192] = os.urandom(4096)
    content[8192:12288] = os.urandom(4096)
    path.write_bytes(content)


def only_a_log(path: Path) -> None:
    path.with_name("wshoes.db-wal").write_bytes(b"words")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (foreign, "wshoes.db does not hold wshoes sessions."),
        (lambda path: path.write_text("a letter, not a database" * 99), "does not hold wshoes"),
        (newer, "written by a newer version"),
        (damaged, "wshoes.db is damaged."),
        (Path.touch, "wshoes.db is empty"),
        (only_a_log, "its journal is still there"),
        (lambda path: path.symlink_to("/dev/zero"), "wshoes.db cannot be opened."),
        (os.mkfifo, "wshoes.db cannot be opened."),
    ],
)
def test_a_file_that_can_hold_no_sessions_is_the_reason(
    run: Run, data: Path, make: object, said: str
) -> None:
    data.mkdir()
    make(data / "wshoes.db")  # type: ignore[operator]
    names = sorted(data.iterdir())
    ran = run("doctor")
    assert ran.status == 1
    assert said in ran.sentence
    assert said in told(ran)
    assert sorted(data.iterdir()) == names


def test_a_data_folder_that_is_a_file_is_the_reason(run: Run, data: Path) -> None:
    data.write_text("")
    ran = run("doctor")
    assert ran.status == 1
    assert f"{data}: The data folder cannot be made" in ran.sentence
    assert run("doctor", "--data", str(data / "below")).status == 1


def test_a_folder_that_others_see_and_a_file_that_they_read(run: Run, data: Path) -> None:
    keep(data, a_play().session)
    private = told(run("doctor"))
    data.chmod(0o755)
    (data / "wshoes.db").chmod(0o644)
    public = told(run("doctor"))
    for said in ("Other accounts can see what is in it.", "Other accounts may read wshoes.db."):
        assert said in public
        assert said not in private


@pytest.mark.parametrize(
    ("system", "said"),
    [
        ("tmpfs", "It is in memory (tmpfs), not on a disk."),
        ("nfs4", "over the network (nfs4)."),
        ("fuse.sshfs", "over the network (fuse.sshfs)."),
        ("ext4", "The file system is ext4."),
    ],
)
def test_what_the_folder_lies_on(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, said: str
) -> None:
    place = tmp_path / "a place"
    place.mkdir()
    point = str(place).replace(" ", "\\040")
    mounts = tmp_path / "mounts"
    mounts.write_text(
        f"1 0 8:1 / / rw - xfs /dev/a rw\n2 1 0:9 / {point} rw,x y:1 - {system} b rw\n"
    )
    monkeypatch.setattr(inspection, "MOUNTS", mounts)
    assert said in told(run("doctor", "--data", str(place / "wshoes")))
    assert "The file system is xfs." in told(run("doctor"))


def test_too_little_room_is_the_reason(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    found = os.statvfs("/")
    full = os.statvfs_result([*found[:4], 0, *found[5:]])
    monkeypatch.setattr(os, "statvfs", lambda path: full)
    ran = run("doctor")
    assert ran.status == 1
    assert "is full: there is no room for a session. Free some space" in ran.sentence


def test_broken_decks_are_named_with_their_fault(run: Run, data: Path) -> None:
    (data / "decks").mkdir(parents=True)
    (data / "decks" / "tea.yaml").write_text(deck())
    (data / "decks" / "bad.yaml").write_text(deck("bad").replace("side: lived", "side: live"))
    before = all_of(data)
    ran = run("doctor")
    assert ran.status == 0
    assert f"{SHIPPED + 1} decks can be used." in told(ran)
    assert "bad.yaml:" in ran.out
    assert "wshoes deck check" in told(ran)
    assert all_of(data) == before


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("sqlite:////nowhere/at/all.db", 1, "The folder for all.db is not there."),
        ("sqlite:///new.db", 0, "There are no sessions yet."),
        ("mysql://asha:secret@host/x", 1, "is none that wshoes can use"),
        ("sqlite:///:memory:", 1, "is none that wshoes can use"),
    ],
)
def test_another_database(run: Run, address: str, status: int, said: str) -> None:
    ran = run("doctor", "--database", address)
    assert ran.status == status
    assert said in told(ran)
    assert "secret" not in ran.out + ran.err
    assert not list(Path().iterdir())


@pytest.mark.enable_socket
def test_a_server_is_called_and_what_stands_in_its_way_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "postgres://asha:secret@127.0.0.1:1/x"
    if find_spec("psycopg") is not None:  # which is an extra
        ran = run("doctor", "--database", address)
        assert ran.status == 1
        assert "No database server answers at that address" in told(ran)
        assert "secret" not in ran.out + ran.err
    monkeypatch.setitem(sys.modules, "psycopg", None)
    ran = run("doctor", "--database", address)
    assert ran.status == 1
    assert "need the package psycopg" in told(ran)


def test_for_scripts_and_in_another_language(run: Run, data: Path) -> None:
    found = json.loads(run("doctor", "--json").out)
    assert {one["about"] for one in found} == set(TITLES)
    assert not any(one["stops"] for one in found)
    assert all(set(one) == {"about", "what", "does", "stops"} for one in found)
    data.write_text("")
    ran = run("doctor", "--json")
    assert ran.status == 1
    assert next(one["about"] for one in json.loads(ran.out) if one["stops"]) == "data"
    spoken = [one["what"] for one in json.loads(run("doctor", "--json", "--lang", "cy").out)]
    assert any("cy" in what.split() or "cy." in what.split() for what in spoken)


def words_on_terminal(environ: dict[str, str], **options: object) -> str:
    """What is told of a terminal with this environment."""
    found = check_terminal(Settings(**options), on_terminal=True, environ=environ)  # type: ignore[arg-type]
    return " ".join(f"{one.what} {one.does}" for one in found)


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"TERM": "xterm-256color"}, "It has 256 colours."),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "millions of colours"),
        ({"TERM": "vt220"}, "It has no colours."),
        ({"TERM": "linux", "LANG": "en_GB.UTF-8"}, "lack many signs"),
        ({"TERM": "xterm", "LANG": "en_GB.UTF-8"}, "Every letter is shown as it is."),
        ({"TERM": "xterm", "LC_ALL": "C"}, "does not say that it takes UTF-8"),
        ({"TERM": "dumb"}, "plain lines"),
        ({"TERM": "xterm", "SSH_CONNECTION": "a b"}, "over SSH. If the line drops"),
        ({"TERM": "tmux", "TMUX": "/x"}, "inside tmux."),
        ({"TERM": "screen", "STY": "1.x"}, "inside screen."),
        ({"TERM": "xterm"}, "neither over SSH nor inside tmux or screen"),
    ],
)
def test_what_the_environment_says_of_the_terminal(environ: dict[str, str], said: str) -> None:
    assert said in words_on_terminal(environ)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en_GB.UTF-8", ""),
        ("de_DE.ISO-8859-1", "read as ISO-8859-1, as your locale says. Every letter that it has"),
        ("de_DE@euro", "read as ISO-8859-15"),
        ("ja_JP.SJIS", "read as SJIS"),
        ("C", "read as UTF-8. If your terminal sends something else, set LANG"),
        ("xx_YY.NOT-THERE", "not known here: NOT-THERE. What you type is read as UTF-8. Set LANG"),
        ("xx.\x1b]0;x\x07", "not known here: ^[]0;x^G."),
    ],
)
def test_how_letters_are_read_is_told_where_it_is_not_utf_8(locale: str, said: str) -> None:
    told = words_on_terminal({"TERM": "xterm", "LANG": locale})
    assert said in told
    assert ("What you type is read" in told) == bool(said)


def test_what_was_asked_of_the_terminal() -> None:
    xterm = {"TERM": "xterm", "LANG": "en_GB.UTF-8"}
    assert "switched off" in words_on_terminal(xterm, mono=True)
    assert "--ascii" in words_on_terminal(xterm, ascii=True)
    assert "in plain lines" in words_on_terminal(xterm, plain=True)
    assert "nothing is dim" in words_on_terminal(xterm, contrast="dark")
    assert "Only what is needed is sent." in words_on_terminal(xterm, slow=True)
    assert "--contrast" in words_on_terminal(xterm)
    assert "line" not in words_on_terminal(xterm, plain=True).replace("plain lines", "").split()


@pytest.mark.parametrize(("speed", "said"), [(9_600, "9600 baud"), (38_400, "Nothing says")])
def test_the_speed_of_the_line(monkeypatch: pytest.MonkeyPatch, speed: int, said: str) -> None:
    monkeypatch.setattr("wshoes_tui.doctor.environment_checks.speed_of_input", lambda: speed)
    assert said in words_on_terminal({"TERM": "vt220"})


@pytest.mark.parametrize(("less", "small"), [(1, True), (0, False)])
def test_a_window_too_small_for_the_screens(
    monkeypatch: pytest.MonkeyPatch, less: int, small: bool
) -> None:
    monkeypatch.setenv("COLUMNS", str(capabilities.LEAST_WIDTH - less))
    monkeypatch.setenv("LINES", str(capabilities.LEAST_HEIGHT))
    assert ("too small for the screens" in words_on_terminal({"TERM": "xterm"})) == small


@pytest.mark.parametrize(
    ("version", "has"),
    [((3, 6, 23), False), ((3, 40, 1), True), ((3, 51, 2), True), ((3, 51, 3), False)],
)
def test_which_sqlite_can_lose_a_commit(version: tuple[int, int, int], has: bool) -> None:
    assert inspection.has_reset_bug(version) == has


def test_the_version_of_a_sound_file_is_the_one_the_store_writes() -> None:
    assert current_version() == inspection.VERSION


def test_an_extra_is_there_or_how_to_add_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    program = "wshoes_tui.doctor.environment_checks"
    monkeypatch.setattr(f"{program}._offered", lambda: {extra.name for extra in EXTRAS})
    for there in (True, False):
        monkeypatch.setattr(f"{program}.find_spec", lambda name, there=there: there or None)
        ran = told(run("doctor"))
        for extra in EXTRAS:
            assert (extra.present in ran) == there
            assert (f"pip install '.[{extra.name}]'" in ran) != there


def test_it_loads_neither_screens_nor_the_database_toolkit(data: Path) -> None:
    keep(data, a_play().session)
    code = (
        "import sys\nfrom wshoes_tui.__main__ import main\nstatus = main()\n"
        "print(*sys.modules, file=sys.stderr)\nsys.exit(status)"
    )
    ran = as_process("doctor", code=code)
    assert ran.status == 0
    loaded = {name.partition(".")[0] for name in ran.err.split()}
    assert not loaded & {"textual", "sqlmodel", "sqlalchemy"}
    assert "yaml" in loaded


def test_the_command_stands_in_the_table_of_the_readme() -> None:
    assert "| `wshoes doctor` |" in (ROOT / "docs" / "commands.md").read_text("utf-8")
