"""The option --repair of doctor: what can be read of damaged sessions, in a new file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.cli.console import many, write_error, write_line, write_paragraph
from wshoes_tui.cli.options import GivenOptions, UsageError
from wshoes_tui.cli.stored_sessions import SHORT
from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import _

if TYPE_CHECKING:
    from wshoes_tui.storage.salvage import SalvagedSession


def repair(given: GivenOptions) -> int:
    """Save what can be read of a damaged file to a new one, and keep the old one aside.

    Raises:
        WshoesError: a session is open, there is no file, or nothing can be read of it.
    """
    from wshoes_tui.storage import inspection, restore, salvage
    from wshoes_tui.storage.session_lock import none_is_held

    if given.json:
        raise UsageError("--json is for lists.", todo="Leave it out.")
    settings = given.settings
    kind, named = inspection.kind_of(settings.database) if settings.database else ("sqlite", Path())
    if kind != "sqlite":
        raise WshoesError("Only a file can be repaired from here.", kept="Nothing was changed.")
    path = (named if settings.database else settings.data.database).absolute()
    none_is_held(settings.data.locks)
    found = inspection.inspect_database(path)
    if found.state in ("absent", "empty", "newer"):
        reasons = {
            "absent": "There are no sessions yet, so there is nothing to repair.",
            "empty": "The file of sessions is empty, so nothing can be read of it.",
            "newer": "These sessions were written by a newer version of wshoes.",
        }
        raise WshoesError(
            reasons[found.state],
            kept="Nothing was changed.",
            todo="" if found.state == "absent" else "Put back the newest copy: wshoes restore",
        )
    if found.state in ("sound", "older") and not found.damaged:
        write_line("Every record was read and is as it was written. There is nothing to repair.")
        return 0
    sessions = salvage.salvage(path, restore.all_erased(path))
    aside = restore.put_in_place(path, as_it_is=True)
    for one in sessions:
        _tell(one)
    write_error(f"Saved to a new file: {many(len(sessions), 'session')}. See: wshoes sessions")
    write_error(f"The damaged file is kept as it was: {aside}")
    return 0


def _tell(one: SalvagedSession) -> None:
    """What became of one session, its altered words beside their mark."""
    from wshoes_tui.storage.salvage import NOT_AS_WRITTEN

    session = one.session
    title = one_line(session.header.title)
    write_line(
        f"Session {session.id[:SHORT]}, {title}: {many(len(session.responses), 'response')} "
        f"on {many(len(session.turns), 'turn')}."
    )
    if one.missing:
        write_paragraph(f"{many(one.missing, 'record')} could not be read.", "  - ")
    if one.copied:
        write_paragraph(f"{many(one.copied, 'record')} from a copy: decks, seats, turns.", "  - ")
    if one.put_in:
        told = "in the place of what could not be read: a title, or a turn without its card."
        write_paragraph(f"{many(one.put_in, 'record')} {told}", "  - ")
    for kind in sorted(set(one.altered)):
        told = f"{many(one.altered.count(kind), 'record')} of the kind {kind.replace('_', ' ')}"
        write_paragraph(f"{_(NOT_AS_WRITTEN)}: {told}", "  - ")
    for text in one.marked:
        place = f", turn {text.turn}" if text.turn else ""
        write_paragraph(
            f"{_(NOT_AS_WRITTEN)} ({text.kind.replace('_', ' ')}{place}): {text.text}", "  - "
        )
