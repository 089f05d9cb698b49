"""The commands export and import: a session to a file, and back in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.cli.console import many, write_document, write_error
from wshoes_tui.cli.open_store import SHORT, load, sessions_of, status_of
from wshoes_tui.cli.options import GivenOptions, UsageError, path_of
from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import WshoesError
from wshoes_tui.export.formats import FORMATS, Format

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Session

STANDARD_OUTPUT = "-"


def export_session(given: GivenOptions, reference: str, name: str, out: str | None) -> int:
    """Write a session to standard output, or to a new file, and say where that is."""
    if given.json:
        raise UsageError("--json is for lists.", todo="Here it is: --format json")
    wanted = FORMATS.get(name)
    if wanted is None:
        known = " or ".join(FORMATS)
        raise UsageError(f"There is no format of that name: it is {known}.", todo="--format md")
    if out == STANDARD_OUTPUT and not wanted.is_text:
        raise UsageError("This format is no text.", todo="Name a file with --out PATH.")
    with sessions_of(given) as store:
        session, damage = load(store, reference)
    if out == STANDARD_OUTPUT:
        write_document(wanted.render_printable(session))
    else:
        _write(given, session, wanted, out)
    return status_of([damage])


def _write(given: GivenOptions, session: Session, wanted: Format, out: str | None) -> None:
    from wshoes_tui.export.export_files import suggested_name, write_export
    from wshoes_tui.sessions.export_log import note_export

    path = Path() if out is None else path_of(out)
    if path.is_dir():
        path /= suggested_name(session, wanted.suffix)
    note_export(given.settings.data.root, session.id, path)
    write_export(path, wanted.render(session))
    write_error(f"Written: {path}")


def import_session(given: GivenOptions, path: Path) -> int:
    """Take a session in from the JSON file of an export.

    Raises:
        WshoesError: it is no such file, or the session is here already.
    """
    if given.json:
        raise UsageError("--json is for lists.", todo="Leave it out.")
    from wshoes_tui.export.export_files import read_import
    from wshoes_tui.export.json_reader import session_from_json
    from wshoes_tui.sessions.bootstrap import open_session_library

    session = session_from_json(read_import(path))
    short = session.id[:SHORT]
    store = open_session_library(given.settings).store
    try:
        if any(one.id == session.id for one in store.sessions()):
            raise WshoesError(
                f"Session {short} is here already.",
                kept="It was not changed.",
                todo=f"Look at it with: wshoes show {short}",
            )
        gone = {one.id for one in store.erased()} & {one.id for one in session.records()}
        store.create(session)
    finally:
        store.close()
    write_error(
        f"Taken in: session {short}, {one_line(session.header.title)}. See: wshoes show {short}"
    )
    if gone:
        write_error(f"{many(len(gone), 'record')} in the file had been erased here and stayed out.")
    return 0
