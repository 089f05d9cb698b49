"""Eraser: removes words for good from everything that the program keeps of them.

From the database and its log, the steps of undo, the drafts, all copies in the data folder
(backups, files that were set aside), files of a host, and parts of files that a killed program
left. What was exported is out of reach: those files are named.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.domain.erasure import Erased
from wshoes_tui.domain.value import Value, value
from wshoes_tui.errors import WshoesError
from wshoes_tui.sessions.export_log import forget_exports, read_exports
from wshoes_tui.sessions.open_session import OpenSession
from wshoes_tui.settings import Settings

if TYPE_CHECKING:
    from wshoes_tui.sessions.ports import SessionStore


@value()
class ErasureReport(Value):
    """What an erasure could not reach.

    Args:
        exports: files that were exported, and are there still.
        left: files in the data folder that could not be cleaned.
        unsaved: files of words that no store took, which say not of which session they are.
    """

    exports: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()
    unsaved: tuple[Path, ...] = ()


def erase_session(settings: Settings, store: SessionStore, session_id: str) -> ErasureReport:
    """Erase a whole session, damaged or not. Its lock must be held.

    Raises:
        StoreError: it could not be erased, or only in part; the sentence says which.
    """
    return erase_everywhere(settings, store, (Erased(session_id, "session", session_id),))


def erase_records(
    settings: Settings, store: SessionStore, live: OpenSession, ids: Collection[str]
) -> ErasureReport:
    """Erase records of an open session: words by their ids, or a seat with its named words.

    Raises:
        Refusal: one of them is nothing of this session that can be erased, or has the turn now.
        StoreError: they could not be erased, or only in part; the sentence says which.
    """
    return live.erase(ids, lambda erased: erase_everywhere(settings, store, erased))


def erase_everywhere(
    settings: Settings, store: SessionStore, erased: Collection[Erased]
) -> ErasureReport:
    """Erase these records wherever the program keeps them; the copies first, and then the store.

    A program that finds it interrupted still finds the words in the list, and erases once more.
    """
    from wshoes_tui.storage import file_eraser, private_files
    from wshoes_tui.storage.inspection import kind_of

    main = kind_of(settings.database)[1] if settings.database else settings.data.database
    root = settings.data.root
    # What an erasure that was interrupted, or a copy that was put back by hand, has left too.
    known = {one.id: one for one in (*store.erased(), *erased)}
    cleaned: dict[Path, int] = {}
    left: dict[Path, None] = {}

    def clean_copies() -> None:
        for path in file_eraser.databases_in(root, main):
            if cleaned.get(path) == path.stat().st_mtime_ns:
                continue
            left.pop(path, None)
            try:
                file_eraser.erase_in_file(path, tuple(known.values()))
            except WshoesError:
                left[path] = None
            cleaned[path] = path.stat().st_mtime_ns

    private_files.private_folder(root)  # on a server there may be none
    private_files.write_note(_note(settings), "")
    clean_copies()
    store.erase(erased)
    clean_copies()  # one may have been made meanwhile
    file_eraser.remove_parts(root, below=True)
    sessions = {one.session for one in erased}
    exports = [Path(one.path) for one in read_exports(root) if one.session in sessions]
    for folder in {path.parent for path in exports}:
        if folder.is_dir():
            file_eraser.remove_parts(folder, below=False)
    for one in erased:
        if one.kind == "session":
            file_eraser.remove_files_of(root, one.session)
            forget_exports(root, one.session)
        elif one.kind in ("seat", ""):
            file_eraser.remove_seat(root, one.session, one.id)
    _note(settings).unlink(missing_ok=True)
    unsaved = root / "unsaved"
    return ErasureReport(
        tuple(path for path in exports if path.exists()),
        tuple(left),
        tuple(sorted(unsaved.iterdir())) if unsaved.is_dir() else (),
    )


def finish_erasure(settings: Settings, store: SessionStore) -> None:
    """Do once more what an erasure did that was interrupted, if one was.

    Raises:
        StoreError: traces of what was erased are still there.
    """
    if _note(settings).exists():
        erase_everywhere(settings, store, ())


def _note(settings: Settings) -> Path:
    """The file that lies in the data folder while something is being erased."""
    return settings.data.root / "erasing"
