"""Storage checks: the data folder, the database of sessions, the decks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from wshoes_tui.doctor import Finding
from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.home_flow import check_command
from wshoes_tui.locale import N_, _, many
from wshoes_tui.locale.phrases import WHICH_ADDRESS, count_sessions
from wshoes_tui.sessions.bootstrap import LACKS_LOG, open_deck_library
from wshoes_tui.settings import Settings
from wshoes_tui.storage import copy_files, inspection
from wshoes_tui.storage.storage_probe import REFUSED, probe_folder, stops

HOW_TO_COPY = N_("A copy in the folder backups, or on a stick: wshoes backup PATH")
MOST_NAMED = 20
"""Damaged records that are named; their number is told of all."""
SHORT_ID = 8
"""Characters of the id of a session, as in lists."""
SLOW_SECONDS = 0.2
"""From a question to a server to its answer; saving asks some four times."""
MEGABYTE = 1_000_000


def check_folder(root: Path) -> Iterator[Finding]:
    """Findings on the data folder: whether it can be written, who can read it, its disk."""
    place = inspection.inspect_folder(root)
    shown = one_line(str(root.absolute()))
    for weakness in probe_folder(root, sync=True, make=False):
        stop = stops(weakness, root)
        what = f"{shown}: {_(weakness.what)}" if stop else _(weakness.what)
        yield Finding("data", what, _(weakness.todo), stops=stop)
        if stop and weakness.kind == REFUSED:
            return
    what = _("{path} can be written, and only your account sees into it.", path=shown)
    does = ""
    if not place.there:
        what = _("{path} is not there yet.", path=shown)
        does = _("The first session makes it, for your account alone.")
    elif place.mode & 0o077:
        what = _("{path} can be written. Other accounts can see what is in it.", path=shown)
        does = _(
            "The files of sessions are for your account alone all the same. "
            "To close the folder: chmod 700"
        )
    yield Finding("data", what, does)
    yield Finding(
        "data",
        _("{room} MB are free there.", room=place.free // MEGABYTE),
        _("Should it get full, that is said at once, and the words stay in the field."),
    )
    yield _file_system(place)


def _file_system(place: inspection.FolderFacts) -> Finding:
    what, does = _("The file system is {system}.", system=place.system), ""
    if not place.system:
        what = _("What kind of disk that is cannot be known here.")
    elif place.in_memory:
        what = _("It is in memory ({system}), not on a disk.", system=place.system)
        does = _(
            "All of it is gone when the computer goes off. Name a folder on a disk with --data."
        )
    elif place.over_network:
        what = _("It is on another computer, over the network ({system}).", system=place.system)
        does = _(
            "Locks may not hold there. Use it from one computer at a time, or name a folder "
            "on this one with --data."
        )
    return Finding("data", what, does)


def check_database(settings: Settings) -> Iterator[Finding]:
    """Findings on the database: whether it exists, is one of ours and sound, and what it holds."""
    kind, path = "sqlite", settings.data.database
    if settings.database:
        kind, path = inspection.kind_of(settings.database)
    if kind == "server":
        yield from _server(settings.database)
    elif kind == "unknown":
        # The address may hold a password, so it is not shown.
        yield Finding(
            "database",
            _("The address given with --database is none that wshoes can use."),
            _(WHICH_ADDRESS),
            stops=True,
        )
    else:
        yield from _file(path, made=not settings.database)


def _server(address: str) -> Iterator[Finding]:
    """Findings on a server, which is called: its version, rights, encryption, delay."""
    try:
        from wshoes_tui.storage.database_opener import inspect_server_at

        facts = inspect_server_at(address)
    except WshoesError as error:
        yield Finding("database", error.what, error.todo, stops=True)
        return
    held = (
        _("nothing was kept there yet")
        if facts.sessions is None
        else count_sessions(facts.sessions)
    )
    answer = _(
        "The database server answers after {delay} ms: {version}, {held}.",
        delay=max(1, round(facts.delay * 1000)),
        version=facts.version,
        held=held,
    )
    slow = _("That is slow: each saving takes several times as long.")
    yield Finding("database", answer, slow if facts.delay > SLOW_SECONDS else "")
    if not facts.writable:
        yield Finding(
            "database",
            _("The account may read there, and keep nothing."),
            _("Ask the person who runs the server for the right to write."),
            stops=True,
        )
    if facts.encrypted:
        yield Finding("database", _("The connection to it is encrypted."))
    elif not facts.nearby:
        yield Finding(
            "database",
            _("The connection to it is not encrypted: on the way, others could read every word."),
            _("Add ?sslmode=require to the address in --database."),
        )


def _file(path: Path, *, made: bool) -> Iterator[Finding]:
    found = inspection.inspect_database(path)
    name = one_line(path.name)
    yield from _of_copies(path)
    if found.state == "absent":
        yield _absent(path, name, made=made)
        return
    if found.state in ("sound", "older"):
        yield _whole(found)
        yield from _damaged(found)
    elif found.state == "waiting":
        yield Finding(
            "database",
            _(
                "The newest words stand in a journal beside {name}, and there is no room to look "
                "into it.",
                name=name,
            ),
            _("The next session that is opened puts them in their place."),
        )
    else:
        yield _unusable(found, name)
    if found.journal:
        yield _journal(found.journal, name)
    if inspection.lacks_log(path):
        yield Finding("database", _(LACKS_LOG, name=name), _(HOW_TO_COPY))
    if not inspection.is_private(path):
        yield Finding(
            "database",
            _("Other accounts may read {name}.", name=name),
            _("It is closed to them when a session is next opened for writing."),
        )


def _absent(path: Path, name: str, *, made: bool) -> Finding:
    if made or path.parent.is_dir():
        first = _("The first one makes {name}.", name=name)
        return Finding("database", _("There are no sessions yet."), first)
    what = _("The folder for {name} is not there.", name=name)
    return Finding(
        "database", what, _("Make it, or name another place with --database."), stops=True
    )


def _whole(found: inspection.DatabaseHealth) -> Finding:
    held = count_sessions(found.sessions)
    what = _("{held}, in a sound file of version {version}.", held=held, version=found.version)
    does = _("Each record is checked again whenever it is read.")
    if found.state == "older":
        does = _("It is brought up to date when next opened, after a copy is made.")
    return Finding("database", what, does)


def _damaged(found: inspection.DatabaseHealth) -> Iterator[Finding]:
    """What is not as it was written, by its kind, its id and its session."""
    if not found.damaged:
        return
    told = [f"{one} ({one.session[:SHORT_ID]})" for one in found.damaged[:MOST_NAMED]]
    yield Finding(
        "database",
        many(
            "{count} record is not as it was written: {names}",
            "{count} records are not as they were written: {names}",
            len(found.damaged),
            names=", ".join(told),
        ),
        _(
            "Exports name them and are incomplete. To save all that can be read, and to keep "
            "this file: wshoes doctor --repair"
        ),
    )


def _of_copies(path: Path) -> Iterator[Finding]:
    """The copies of the sessions, whether the last one failed, and what was set aside."""
    folder = copy_files.folder_of_copies(path)
    if (why := copy_files.why_failed(path)) is not None:
        yield Finding(
            "database",
            _("The last copy of the sessions could not be made. {why}", why=one_line(why)).rstrip(),
            _(HOW_TO_COPY),
        )
    copies = copy_files.copies_in(folder, path.stem)
    if copies:
        yield Finding(
            "database",
            many(
                "There is {count} copy of the sessions, of {day}.",
                "There are {count} copies of the sessions, the newest of {day}.",
                len(copies),
                day=copies[0].day,
            ),
            _("To put one back: wshoes restore {path}", path=one_line(str(folder))),
        )
    elif path.exists():
        yield Finding("database", _("There is no copy of the sessions yet."), _(HOW_TO_COPY))
    if aside := copy_files.files_set_aside(path):
        yield Finding(
            "database",
            many(
                "{count} file with words was set aside by restore or repair.",
                "{count} files with words were set aside by restore or repair.",
                len(aside),
            ),
            _("Remove it when nobody needs it: {path}", path=one_line(str(aside[0]))),
        )


def _journal(kind: str, name: str) -> Finding:
    if kind == "wal":
        return Finding(
            "database",
            _("Changes go through a write-ahead log (WAL)."),
            _(
                "While it is in use, the newest words are in the log: {name} copied alone lacks "
                "them. A whole copy: wshoes backup",
                name=name,
            ),
        )
    return Finding(
        "database",
        _("Changes go through a rollback journal, not a write-ahead log."),
        _("Saving takes longer, and is as safe. A log is used where the disk allows it."),
    )


def _unusable(found: inspection.DatabaseHealth, name: str) -> Finding:
    words = {
        "hostile": (
            _(
                "Something in {name} was not made by wshoes ({strange}).",
                name=name,
                strange=found.strange,
            ),
            _("It is left as it is: it could change or give away words. Ask where it is from."),
        ),
        "newer": (
            _("{name} was written by a newer version of wshoes.", name=name),
            _("It is left as it is. Install the newest version."),
        ),
        "foreign": (
            _("{name} does not hold wshoes sessions.", name=name),
            _("It is left as it is. Move it away, or name another folder with --data."),
        ),
        "empty": (
            _("{name} is empty, so it holds no sessions.", name=name),
            _("It is left as it is. Restore it from a backup, or move it away to begin anew."),
        ),
        "lost": (
            _("{name} is gone or empty, but its journal is still there.", name=name),
            _("Put it back beside the journal, or begin anew in another folder with --data."),
        ),
        "damaged": (
            _("{name} is damaged.", name=name),
            _(
                "It is left as it is. Save all that can be read with wshoes doctor --repair, or "
                "put back the newest copy with wshoes restore."
            ),
        ),
    }
    closed = (
        _("{name} cannot be opened.", name=name),
        _("It is left as it is. Check that it is a plain file and that you may use it."),
    )
    what, does = words.get(found.state, closed)
    return Finding("database", what, does, stops=True)


def check_deck_library(settings: Settings) -> Iterator[Finding]:
    """Findings on the decks: how many can be used, and what is wrong with the others."""
    found = open_deck_library(settings, cached=False).listing()
    usable = sum(not deck.problem for deck in found)
    what = many("{count} deck can be used.", "{count} decks can be used.", usable)
    does = ""
    if not usable:
        what = _("There is no deck that can be used.")
        does = _("Name a folder that holds some with --decks.")
    yield Finding("decks", what, does, stops=not usable)
    for deck in found:
        if deck.problem:
            command = check_command(deck.path)[0]
            all_faults = _("It is left out. All its faults: {command}", command=command)
            yield Finding("decks", one_line(deck.problem), all_faults)
