"""The option --repair of doctor: what can be read of damaged sessions, in a new file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.cli.console import counted, write_error, write_line, write_paragraph
from wshoes_tui.cli.options import NOTHING_CHANGED, GivenOptions, json_refused
from wshoes_tui.cli.stored_sessions import SHORT
from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import BY_NEWER, PUT_BACK

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
        raise json_refused()
    settings = given.settings
    kind, named = inspection.kind_of(settings.database) if settings.database else ("sqlite", Path())
    if kind != "sqlite":
        raise WshoesError(_("Only a file can be repaired from here."), kept=_(NOTHING_CHANGED))
    path = (named if settings.database else settings.data.database).absolute()
    none_is_held(settings.data.locks)
    found = inspection.inspect_database(path)
    if found.state in ("absent", "empty", "newer"):
        reasons = {
            "absent": _("There are no sessions yet, so there is nothing to repair."),
            "empty": _("The file of sessions is empty, so nothing can be read of it."),
            "newer": _(BY_NEWER),
        }
        raise WshoesError(
            reasons[found.state],
            kept=_(NOTHING_CHANGED),
            todo="" if found.state == "absent" else _(PUT_BACK),
        )
    if found.state in ("sound", "older") and not found.damaged:
        write_line(_("Every record was read and is as it was written. There is nothing to repair."))
        return 0
    sessions = salvage.salvage(path, restore.all_erased(path))
    aside = restore.put_in_place(path, as_it_is=True)
    for one in sessions:
        _tell(one)
    write_error(
        _(
            "Saved to a new file: {sessions}. See: wshoes sessions",
            sessions=counted(len(sessions), "session"),
        )
    )
    write_error(_("The damaged file is kept as it was: {aside}", aside=aside))
    return 0


def _tell(one: SalvagedSession) -> None:
    """What became of one session, its altered words beside their mark."""
    from wshoes_tui.storage.salvage import NOT_AS_WRITTEN

    session = one.session
    title = one_line(session.header.title)
    write_line(
        _(
            "Session {id}, {title}: {responses} on {turns}.",
            id=session.id[:SHORT],
            title=title,
            responses=counted(len(session.responses), "response"),
            turns=counted(len(session.turns), "turn"),
        )
    )
    if one.missing:
        write_paragraph(
            _("{missing} could not be read.", missing=counted(one.missing, "record")), "  - "
        )
    if one.copied:
        write_paragraph(
            _("{copied} from a copy: decks, seats, turns.", copied=counted(one.copied, "record")),
            "  - ",
        )
    if one.put_in:
        told = _("in the place of what could not be read: a title, or a turn without its card.")
        write_paragraph(f"{counted(one.put_in, 'record')} {told}", "  - ")
    for kind in sorted(set(one.altered)):
        told = _(
            "{records} of the kind {kind}",
            records=counted(one.altered.count(kind), "record"),
            kind=kind.replace("_", " "),
        )
        write_paragraph(f"{_(NOT_AS_WRITTEN)}: {told}", "  - ")
    for text in one.marked:
        place = _(", turn {turn}", turn=text.turn) if text.turn else ""
        write_paragraph(
            f"{_(NOT_AS_WRITTEN)} ({text.kind.replace('_', ' ')}{place}): {text.text}", "  - "
        )
