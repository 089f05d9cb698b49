"""Whose file it is: private whatever the umask, never a planted one, never another program's."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.storage.hands import a_session, assert_kept, draft, say
from wshoes_tui.domain.models import Session
from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.storage import private_files
from wshoes_tui.storage.light_schema import APPLICATION_ID
from wshoes_tui.storage.session_lock import SessionLock
from wshoes_tui.storage.sql_store import open_store


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, str]:
    found = {file.name: oct(stat.S_IMODE(file.stat().st_mode)) for file in folder.rglob("*")}
    return {".": oct(stat.S_IMODE(folder.stat().st_mode)), **found}


@pytest.mark.usefixtures("open_umask")
def test_every_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    data = tmp_path / "new" / "data"
    store = open_store(data / "wshoes.db")
    store.create(a_session())
    store.backup(data / "copy.db")
    with SessionLock(data / "locks", "one"):
        found = modes(tmp_path / "new")
    store.close()

    folders = {".", "data", "locks"}
    files = {"wshoes.db", "wshoes.db-wal", "wshoes.db-shm", "wshoes.db.lock", "copy.db", "one.lock"}
    assert found == dict.fromkeys(folders, "0o700") | dict.fromkeys(files, "0o600")


def test_a_file_that_others_could_read_is_closed_to_them(path: Path) -> None:
    open_store(path).close()
    path.chmod(0o644)

    open_store(path).close()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_is_left_lying_about_after_closing(path: Path) -> None:
    store = open_store(path)
    store.create(a_session())
    store.close()

    assert sorted(file.name for file in path.parent.iterdir()) == ["wshoes.db", "wshoes.db.lock"]


def a_sound_file(path: Path) -> None:
    open_store(path).close()


def other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.executescript("CREATE TABLE session (id TEXT); INSERT INTO session VALUES ('theirs')")


def other_program_with_journal(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.executescript("PRAGMA journal_mode = WAL; CREATE TABLE note (words TEXT)")


def newer_schema(path: Path) -> None:
    a_sound_file(path)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
        newer.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def no_schema(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        other.execute("CREATE TABLE something (id TEXT)")


def cut_short(path: Path) -> None:
    a_sound_file(path)
    path.write_bytes(path.read_bytes()[:60])


REFUSED: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.touch(),
    "a few words": lambda path: path.write_text("My diary"),
    "a picture": lambda path: path.write_bytes(os.urandom(20_000)),
    "another program's": other_program,
    "another program's, in use": other_program_with_journal,
    "newer": newer_schema,
    "without a schema": no_schema,
    "cut short": cut_short,
}


@pytest.mark.parametrize("read_only", [False, True], ids=["writing", "reading"])
@pytest.mark.parametrize("what", REFUSED)
def test_a_file_that_is_not_ours_is_refused_and_stays_as_it_is(
    path: Path, what: str, read_only: bool
) -> None:
    path.parent.mkdir()
    REFUSED[what](path)
    before = contents(path.parent)

    with pytest.raises(StoreError) as caught:
        open_store(path, read_only=read_only)

    assert_is_a_sentence(caught.value)
    assert contents(path.parent) == before


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix != ".lock"}


def assert_is_a_sentence(error: WshoesError) -> None:
    assert error.what.endswith(".")
    assert error.kept.endswith(".")
    assert error.todo.endswith(".")
    assert "\n" not in str(error)
    assert "SELECT" not in str(error)


def test_a_newer_schema_that_stands_only_in_the_journal_is_refused_too(path: Path) -> None:
    a_sound_file(path)
    # Killed before its journal was moved into the file, as a power cut would.
    code = "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
    code += "c.execute('PRAGMA user_version = 99'); os._exit(0)"
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)
    journal = path.with_name("wshoes.db-wal")
    assert journal.stat().st_size
    before = path.read_bytes(), journal.read_bytes()

    for read_only in (False, True):
        with pytest.raises(StoreError, match="newer version"):
            open_store(path, read_only=read_only)

    assert (path.read_bytes(), journal.read_bytes()) == before


def symbolic(target: Path, link: Path) -> None:
    link.symlink_to(target)


def dangling(target: Path, link: Path) -> None:
    link.symlink_to(target.with_name("nowhere.db"))


def second_name(target: Path, link: Path) -> None:
    link.hardlink_to(target)


def pipe(target: Path, link: Path) -> None:
    os.mkfifo(link)


def folder(target: Path, link: Path) -> None:
    link.mkdir()


NAMES = ("wshoes.db", "wshoes.db-wal", "wshoes.db-shm", "wshoes.db.lock")
READ_TOO = [(name, True) for name in NAMES if not name.endswith(".lock")]  # readers need no lock


@pytest.mark.parametrize("plant", [symbolic, dangling, second_name, pipe, folder])
@pytest.mark.parametrize(("name", "read_only"), [*((name, False) for name in NAMES), *READ_TOO])
def test_nothing_that_was_planted_is_followed(
    tmp_path: Path,
    path: Path,
    name: str,
    plant: Callable[[Path, Path], None],
    read_only: bool,
) -> None:
    victim = tmp_path / "victim.db"
    a_sound_file(victim)
    before = victim.read_bytes()
    if name != path.name:
        a_sound_file(path)
        (path.parent / name).unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    plant(victim, path.parent / name)

    with pytest.raises(WshoesError) as caught:
        open_store(path, read_only=read_only)

    assert_is_a_sentence(caught.value)
    assert victim.read_bytes() == before
    assert not (tmp_path / "nowhere.db").exists()


@pytest.mark.parametrize("plant", [symbolic, dangling, second_name, pipe, folder])
def test_a_copy_is_never_written_through_something_planted(
    tmp_path: Path, path: Path, plant: Callable[[Path, Path], None]
) -> None:
    victim = tmp_path / "victim.db"
    a_sound_file(victim)
    before = victim.read_bytes()
    plant(victim, tmp_path / "copy.db")
    store = open_store(path)

    with pytest.raises(StoreError):
        store.backup(tmp_path / "copy.db")

    store.close()
    assert victim.read_bytes() == before


def test_what_a_killed_copy_left_behind_is_removed_by_the_next_one(path: Path) -> None:
    store = open_store(path)
    left = path.parent / ".copy.db.0badcafe.part"
    left.write_text("words")

    store.backup(path.parent / "copy.db")

    store.close()
    assert not left.exists()


def test_a_journal_without_its_file_is_not_played_into_a_new_one(path: Path) -> None:
    path.parent.mkdir()
    journal = path.with_name("wshoes.db-wal")
    journal.write_bytes(b"words")

    with pytest.raises(StoreError, match="journal"):
        open_store(path)

    assert journal.read_bytes() == b"words"
    assert not path.exists()


def test_reading_makes_nothing_where_there_is_nothing(path: Path) -> None:
    with pytest.raises(StoreError):
        open_store(path, read_only=True)

    assert not path.parent.exists()


def test_an_address_in_a_folder_that_does_not_exist_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        open_store(f"sqlite:///{tmp_path}/mistyped/wshoes.db")

    assert list(tmp_path.iterdir()) == []


def test_an_address_opens_the_same_file_as_its_path(path: Path) -> None:
    session = a_session()
    path.parent.mkdir()
    store = open_store(f"sqlite:///{path}")
    store.create(session)
    store.close()

    store = open_store(str(path))

    assert_kept(store, session)
    store.close()


@pytest.mark.parametrize(
    "address",
    [
        "mysql://asha:secret@host/name",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:////tmp/x.db?mode=memory",
        "postgresql+asyncpg://asha:secret@host/name",
        "://",
        "postgresql://asha:secret@host:port/name",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(address)

    assert_is_a_sentence(caught.value)
    assert "secret" not in str(caught.value)


def test_a_file_name_may_hold_what_an_address_may_not(tmp_path: Path) -> None:
    odd = tmp_path / "what? 100% [a] #1 ü.db"
    session = a_session()
    store = open_store(odd)
    store.create(session)
    store.backup(tmp_path / "copy? [b] %41.db")
    store.close()

    for name in (odd, tmp_path / "copy? [b] %41.db"):
        store = open_store(name, read_only=True)
        assert_kept(store, session)
        store.close()


def test_a_copy_can_be_opened_in_the_place_of_the_original(path: Path) -> None:
    session = say(a_session(), "words").session
    store = open_store(path)
    store.create(session)
    store.backup(path.with_name("copy.db"))
    store.close()
    path.unlink()
    path.with_name("copy.db").rename(path)

    store = open_store(path)
    store.commit(say(session, "more words"))

    assert len(store.load(session.id).responses) == 2
    store.close()


def test_a_reader_sees_and_copies_but_changes_nothing(path: Path) -> None:
    session = a_session()
    writer = open_store(path)
    writer.create(session)
    reader = open_store(path, read_only=True)

    changes: tuple[Callable[[], None], ...] = (
        lambda: reader.commit(say(session, "words")),
        lambda: reader.keep_draft(draft(session, "words")),
        lambda: reader.create(a_session()),
        lambda: reader.discard(session.id),
    )
    for change in changes:
        with pytest.raises(StoreError, match="not changed"):
            change()
    writer.commit(said := say(session, "words"))
    assert_kept(reader, said.session)
    reader.backup(path.with_name("copy.db"))
    reader.close()
    assert_kept(writer, said.session)
    writer.close()
    copy = open_store(path.with_name("copy.db"))
    assert_kept(copy, said.session)
    copy.close()


def test_a_reader_may_read_all_the_time_while_a_writer_writes(path: Path) -> None:
    session = a_session()
    writer = open_store(path)
    writer.create(session)
    steps = len(session.done)
    seen: list[int] = []
    done = threading.Event()

    def read() -> None:
        reader = open_store(path, read_only=True)
        while not done.is_set():
            kept = reader.load(session.id)
            assert len(kept.responses) == len(kept.done) - steps
            seen.append(len(kept.responses))
        reader.close()

    thread = threading.Thread(target=read)
    thread.start()
    try:
        for number in range(60):
            transition = say(session, f"words {number}")
            writer.commit(transition)
            session = transition.session
    finally:
        done.set()
        thread.join()
        writer.close()

    assert seen == sorted(seen)
    assert seen


def test_reading_leaves_a_file_and_the_log_of_a_killed_program_as_they_are(
    path: Path, tmp_path: Path
) -> None:
    session, store = a_session(), open_store(path)
    store.create(session)
    said = say(session, "words in the log")
    store.commit(said)
    left = [path, path.with_name(f"{path.name}-wal")]
    copies = [tmp_path / one.name for one in left]
    for one, copy in zip(left, copies, strict=True):
        copy.write_bytes(one.read_bytes())
    store.close()
    before = [copy.read_bytes() for copy in copies]

    reader = open_store(tmp_path / path.name, read_only=True)
    assert_kept(reader, said.session)
    reader.close()

    assert [copy.read_bytes() for copy in copies] == before


def test_a_file_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, fsync = tmp_path / "new.db", os.fsync
    synced: list[tuple[Path, bool]] = []

    def noting(descriptor: int) -> None:
        synced.append((Path(f"/proc/self/fd/{descriptor}").resolve(), path.exists()))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", noting)
    with private_files.arriving(path) as part:
        part.write_bytes(b"words")

    assert synced == [(part.resolve(), False), (tmp_path.resolve(), True)]


READ_AS_NOBODY = """
import os, sys, encodings.idna
import sqlalchemy.dialects.sqlite.pysqlite
from wshoes_tui.errors import WshoesError
from wshoes_tui.storage.sql_store import open_store

path, how, session = sys.argv[1:]
if os.geteuid() == 0:  # to whom every folder is open
    os.setuid(65534)
try:
    store = open_store(path, read_only=how == "reading")
    print(len(store.load(session).responses), "response")
except WshoesError as error:
    print(error)
"""


def as_nobody(data: Path, how: str, session: Session) -> str:
    """What somebody is told who owns nothing in the folder."""
    done = subprocess.run(
        [sys.executable, "-c", READ_AS_NOBODY, str(data / "wshoes.db"), how, session.id],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout or done.stderr


@pytest.fixture
def deck_library() -> Iterator[tuple[Path, Session]]:
    """A folder where nothing may be written, with a session of one response in it.

    Not in ``tmp_path``: every pytest that starts closes the folder above it to everybody else.
    """
    with TemporaryDirectory() as open_to_all:
        Path(open_to_all).chmod(0o755)
        yield from read_only_folder(Path(open_to_all) / "shelf")


def read_only_folder(data: Path) -> Iterator[tuple[Path, Session]]:
    """That folder with its session, until it may be removed."""
    session = say(a_session(), "words").session
    store = open_store(data / "wshoes.db")
    store.create(session)
    store.close()
    (data / "wshoes.db.lock").unlink()
    (data / "wshoes.db").chmod(0o444)
    data.chmod(0o555)
    try:
        yield data, session
    finally:
        data.chmod(0o755)


def test_a_folder_where_nothing_may_be_written_can_be_read(
    deck_library: tuple[Path, Session],
) -> None:
    data, session = deck_library
    before = contents(data)

    assert as_nobody(data, "reading", session) == "1 response\n"

    assert contents(data) == before


def test_writing_there_is_refused_with_a_sentence(deck_library: tuple[Path, Session]) -> None:
    answer = as_nobody(deck_library[0], "writing", deck_library[1])

    assert answer.startswith("The place where sessions are kept can be read but not changed.")


def with_words_in_the_log(data: Path) -> None:
    """One more response, left in the log by a program that was killed."""
    code = """
import os, sys
from pathlib import Path
from tests.storage.hands import say
from wshoes_tui.storage.sql_store import open_store

store = open_store(Path(sys.argv[1]))
[line] = store.sessions()
store.commit(say(store.load(line.id), "words in the log"))
os._exit(0)
"""
    data.chmod(0o755)
    subprocess.run([sys.executable, "-c", code, str(data / "wshoes.db")], check=True)
    for left in ("wshoes.db-shm", "wshoes.db.lock"):
        (data / left).unlink()
    for file in data.iterdir():
        file.chmod(0o444)
    data.chmod(0o555)


def test_words_in_a_log_are_read_where_nothing_may_be_written(
    deck_library: tuple[Path, Session],
) -> None:
    data, session = deck_library
    with_words_in_the_log(data)
    before = contents(data)
    assert "wshoes.db-wal" in before

    assert as_nobody(data, "reading", session) == "2 response\n"

    assert contents(data) == before
