"""The command backup: a verified copy of all sessions, in its folder, on a stick or in a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.cli.console import counted, write_error, write_line
from wshoes_tui.cli.options import GivenOptions, json_refused, path_of
from wshoes_tui.cli.stored_sessions import sessions_of
from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.locale import _

if TYPE_CHECKING:
    from wshoes_tui.sessions.ports import SessionStore


def back_up(given: GivenOptions, path: str | None) -> int:
    """Copy all sessions, and say where the copy is. On a server each becomes a JSON file.

    Raises:
        WshoesError: there is nothing to copy, or no whole copy could be made.
    """
    from wshoes_tui.storage.inspection import kind_of

    if given.json:
        raise json_refused()
    wanted = None if path is None else path_of(path)
    settings = given.settings
    kind, database = kind_of(settings.database) if settings.database else ("sqlite", None)
    with sessions_of(given) as store:
        lines = store.sessions()
        if not lines:
            raise WshoesError(
                _("There are no sessions yet, so there is nothing to copy."),
                todo=_("Begin one with: wshoes rehearse"),
            )
        if kind == "server":
            copy = write_json_copies(store, wanted or _backups(settings.data.backups))
        else:
            copy = _copy(store, (database or settings.data.database).absolute(), wanted)
    write_line(str(copy))
    write_error(_("Copied and compared: {lines}.", lines=counted(len(lines), "session")))
    return 0


def _copy(store: SessionStore, database: Path, wanted: Path | None) -> Path:
    from wshoes_tui.storage.backup import copy_file
    from wshoes_tui.storage.copy_files import next_copy

    if wanted is None:
        return copy_file(database)
    if wanted.is_dir():
        wanted = next_copy(wanted, database.stem)
    store.backup(wanted)
    return wanted


def _backups(folder: Path) -> Path:
    from wshoes_tui.storage.private_files import own_folder

    own_folder(folder)
    return folder


def write_json_copies(store: SessionStore, folder: Path) -> Path:
    """Write the JSON form of each session to a new folder, and read each file again.

    Returns:
        The new folder, which is in ``folder``, or is it where that was not there.

    Raises:
        StoreError: a file could not be written, or does not hold its session.
    """
    from wshoes_tui.export.export_files import read_import, write_export
    from wshoes_tui.export.json_format import session_from_json, to_json_bytes
    from wshoes_tui.storage.private_files import private_folder

    if folder.is_dir():
        folder = _unused(folder / f"sessions-{datetime.now().astimezone():%Y-%m-%d}")
    private_folder(folder)
    for line in store.sessions():
        session = store.load(line.id)
        path = folder / f"{line.id}.json"
        write_export(path, to_json_bytes(session))
        written = session_from_json(read_import(path))
        if {one.text for one in written.responses} != {one.text for one in session.responses}:
            raise StoreError(
                _("The file {path} does not hold all of its session.", path=one_line(str(path))),
                kept=_("The session itself is as it was."),
                todo=_("Ask what is damaged: wshoes doctor"),
            )
    return folder


def _unused(folder: Path) -> Path:
    named, number = folder, 1
    while named.exists():
        number += 1
        named = folder.with_name(f"{folder.name}-{number}")
    return named
