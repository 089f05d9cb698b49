"""The command restore: a copy in the place of the sessions that are here, which are kept aside."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.cli.console import counted, format_moment, write_error, write_line
from wshoes_tui.cli.options import NOTHING_CHANGED, GivenOptions, json_refused, path_of
from wshoes_tui.cli.stored_sessions import SHORT
from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.answer_parser import is_yes
from wshoes_tui.locale import N_, _, many

if TYPE_CHECKING:
    from wshoes_tui.domain.list_rows import SessionLine
    from wshoes_tui.storage.restore import PreparedRestore

LACKS_LOG = N_(
    "This file was perhaps copied by itself while it was in use: then its newest words are "
    "missing, for they stood in the log beside it (-wal). Copies without that fault are made "
    "with: wshoes backup"
)


def restore(given: GivenOptions, path: str, *, yes: bool) -> int:
    """Show what a copy holds beside what is here, ask, and put it in its place.

    Raises:
        WshoesError: it is no copy, a session is open, or the answer is not yes.
    """
    from wshoes_tui.storage import restore as restoring
    from wshoes_tui.storage.inspection import kind_of
    from wshoes_tui.storage.session_lock import none_is_held

    if given.json:
        raise json_refused()
    settings = given.settings
    kind, database = kind_of(settings.database) if settings.database else ("sqlite", Path())
    if kind != "sqlite":
        raise WshoesError(
            _("A copy is put back as a file, and these sessions are on a server."),
            kept=_(NOTHING_CHANGED),
            todo=_("Take the sessions of a copy in with: wshoes gather FILE..."),
        )
    target = (database if settings.database else settings.data.database).absolute()
    copy = restoring.find_copy(path_of(path), target.stem).absolute()
    none_is_held(settings.data.locks)
    prepared = restoring.prepare_restore(copy, target)
    try:
        for line in _comparison(prepared):
            write_error(line)
        if not yes and not _agreed():
            raise WshoesError(
                _("The copy was not put in its place."),
                kept=_(NOTHING_CHANGED),
                todo=_("To say yes beforehand: --yes"),
            )
        none_is_held(settings.data.locks)
        aside = restoring.put_in_place(target)
    finally:
        restoring.forget_restore(target)
    write_error(
        _(
            "Put in its place: {there}. See: wshoes sessions",
            there=counted(len(prepared.there), "session"),
        )
    )
    if aside is not None:
        write_error(_("What was here before is kept in this file:"))
        write_line(str(aside))
    return 0


def _agreed() -> bool:
    write_error(_("Put the copy in the place of what is here? yes or no"))
    return is_yes(sys.stdin.readline()) if sys.stdin else False


def _comparison(found: PreparedRestore) -> list[str]:
    """What the copy holds beside what is here, a line for each session."""
    there = {line.id: line for line in found.there}
    here = {line.id: line for line in found.here or ()}
    told = [
        _(
            "The copy {source} holds {there}.",
            source=one_line(str(found.source)),
            there=counted(len(there), "session"),
        )
    ]
    if found.here is None:
        told.append(_("What is here cannot be read."))
    else:
        told.append(_("Here: {here}.", here=counted(len(here), "session")))
    told += [_compared(one, there.get(one), here.get(one)) for one in {**there, **here}]
    if found.erased:
        told.append(
            _(
                "What was erased since is not brought back ({erased}).",
                erased=counted(found.erased, "record"),
            )
        )
    if found.damaged:
        told.append(
            many(
                "In the copy {count} record is not as written: wshoes doctor names it.",
                "In the copy {count} records are not as written: wshoes doctor names them.",
                len(found.damaged),
            )
        )
    if found.lacks_log:
        told.append(LACKS_LOG)
    return told


def _compared(session: str, there: SessionLine | None, here: SessionLine | None) -> str:
    title = one_line((there or here).title)  # type: ignore[union-attr]  # one of them is there
    copy = _("in the copy {there}", there=_held(there)) if there else _("not in the copy")
    now = _("here {here}", here=_held(here)) if here else _("not here")
    return f"  {session[:SHORT]} {title}: {copy}; {now}."


def _held(line: SessionLine) -> str:
    return _(
        "{responses}, saved {saved}",
        responses=counted(line.responses, "response"),
        saved=format_moment(line.saved),
    )
