"""Unsaved words: a private text file for what the store does not take.

It says for each text what it was meant for, and nothing of who typed it: who writes what in
private is known to nobody else, and stands in no file.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    AddSlip,
    Command,
    GiveFeedback,
    KeepDraft,
    ParkTopic,
    PlaceCard,
)
from wshoes_tui.domain.draft_fields import words_of
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.flow.labels import KIND_NAMES
from wshoes_tui.locale import N_, _
from wshoes_tui.sessions.open_session import NOT_KEPT_YET, OpenSession, UnsavedChange
from wshoes_tui.settings import DataFolder
from wshoes_tui.storage import private_files

FOLDER = "wshoes-unsaved"
ONLY_HERE = N_(
    "These words cannot be saved, and no file can be written. They are only here: "
    "copy them. The same key once more leaves without them."
)
"""Said on a screen where ``put_away`` fails."""

KINDS: dict[type[Command], str] = {
    AddLightbulb: "lightbulb",
    AddPledge: "pledge",
    ParkTopic: "park",
    PlaceCard: "wild",
    GiveFeedback: "feedback",
    AddSlip: "slip",
}


def put_away(live: OpenSession, data: DataFolder, *, ask_store: bool = True) -> Path | None:
    """Keep what the store did not take, or write it to a file. Returns the file, if there is one.

    Args:
        ask_store: whether the store is given the words once more before that.

    Raises:
        StoreError: no file can be written either. The words are still where they were.
    """
    if ask_store:
        live.try_again()
    left = [one for one in tuple(live.unkept.values()) if words_of(one.command)]
    if not left:
        return None
    path = write_unsaved(data, live.session, left)
    for one in left:
        live.let_go_of(one.command)
    return path


def write_unsaved(
    data: DataFolder, session: Session | None, unkept: Sequence[UnsavedChange]
) -> Path:
    """Write the words of commands to a new file that only this account can read.

    It is in the data folder, or if nothing can be written there in the home folder, or else in
    that for temporary files.

    Raises:
        StoreError: nothing can be written in any of them.
    """
    from wshoes_tui.export.export_files import write_export

    content = "\n\n".join([_head(), *(_told(session, one) for one in unkept)]) + "\n"
    error = StoreError(_("No file can be written."), todo=_("Free some space."))
    for folder in _folders(data):
        name = f"unsaved-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
        for number in range(1, 100):
            path = folder / (f"{name}.txt" if number == 1 else f"{name}-{number}.txt")
            if not os.path.lexists(path):
                break
        try:
            write_export(path, content)
        except WshoesError as trouble:
            error = StoreError(trouble.what, kept=trouble.kept, todo=trouble.todo)
            with suppress(OSError):  # unless there are files of another time in it
                folder.rmdir()
        else:
            return path
    raise error


def put_away_and_say(live: OpenSession, data: DataFolder, *, ask_store: bool = True) -> str:
    """As ``put_away``. Returns a sentence on where the words are; empty if all are kept."""
    try:
        path = put_away(live, data, ask_store=ask_store)
    except WshoesError as error:
        return _(NOT_KEPT_YET) + f" {error}"
    return "" if path is None else where_told(path)


def where_told(path: Path) -> str:
    """A sentence that says in which file the words are."""
    return _("What could not be saved is in the file {path}", path=one_line(str(path)))


def _head() -> str:
    now = f"{datetime.now().astimezone():%Y-%m-%d %H:%M}"
    return _("Words that could not be saved ({when})", when=now)


def _told(session: Session | None, unkept: UnsavedChange) -> str:
    command = unkept.command
    kind = command.kind if isinstance(command, KeepDraft) else KINDS.get(type(command), "")
    turn = _turn_of(session, getattr(command, "turn", None) or unkept.turn)
    parts = [_("Turn {number}", number=turn)] if turn and kind != "feedback" else []
    parts += [_(KIND_NAMES[kind])] if kind in KIND_NAMES else []
    parts += [command.card, command.shoes] if isinstance(command, AddSlip) else []
    return "\n".join([f"[{', '.join(parts) or '-'}]", *words_of(command)])


def _turn_of(session: Session | None, turn_id: str) -> int:
    turns = session.turns if session is not None else ()
    return next((turn.number for turn in turns if turn.id == turn_id), 0)


def _folders(data: DataFolder) -> Iterable[Path]:
    """Private folders that can be written, made where they are missing."""
    import tempfile

    homes = [data.root]
    with suppress(RuntimeError):
        homes.append(Path.home())
    with suppress(OSError):
        homes.append(Path(tempfile.gettempdir()))
    for home in homes:
        name = "unsaved" if home == data.root else f"{FOLDER}-{os.getuid()}"
        folder = home / name
        with suppress(OSError):
            private_files.private_folder(folder)
            found = folder.lstat()
            # Not one that somebody else has put there.
            if stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid():
                with suppress(PermissionError):  # a disk that knows no modes
                    private_files.set_mode(folder, private_files.PRIVATE_FOLDER)
                yield folder
