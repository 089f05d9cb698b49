"""Export log: which sessions were written to which files, so that an erasure can name them.

A private file in the data folder, a line of JSON for each export: the session's id and the path,
nothing else. It is noted before the file is written, for an export that is killed leaves a part.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from wshoes_tui.domain.value import Value, value
from wshoes_tui.errors import WshoesError

NAME = "exports.jsonl"
MOST_BYTES = 1_000_000
"""Of the file: thousands of exports. What is beyond is not read."""


@value()
class ExportedFile(Value):
    """A session and a file that it was written to."""

    session: str
    path: str


def note_export(data: Path, session_id: str, path: Path) -> None:
    """Note an export in the data folder. Where nothing can be written there, nothing is noted."""
    entry = ExportedFile(session_id, str(path.absolute()))
    known = read_exports(data)
    if entry not in known and data.is_dir():
        _write(data, (*known, entry))


def note_in_use(session_id: str, path: Path) -> None:
    """Note an export in the data folder that is in use; nowhere if none is."""
    if _in_use:
        note_export(_in_use[-1], session_id, path)


def use(data: Path) -> None:
    """Note exports from now on in this data folder, whichever front end makes them."""
    _in_use[:] = [data]


_in_use: list[Path] = []


def read_exports(data: Path) -> tuple[ExportedFile, ...]:
    """All exports that were noted; what cannot be read is left out."""
    import json

    from wshoes_tui.storage import private_files

    found: list[ExportedFile] = []
    file = data / NAME
    with suppress(WshoesError, OSError, ValueError):
        if private_files.stat_plain_file(file) is not None:
            for line in file.read_bytes()[:MOST_BYTES].decode(errors="replace").splitlines():
                with suppress(ValueError, KeyError, TypeError):
                    entry = json.loads(line)
                    found.append(ExportedFile(str(entry["session"]), str(entry["path"])))
    return tuple(found)


def exports_of(data: Path, session_id: str) -> tuple[Path, ...]:
    """The files that a session was exported to, as far as they are known and still there."""
    paths = (Path(one.path) for one in read_exports(data) if one.session == session_id)
    return tuple(path for path in paths if path.exists())


def forget_exports(data: Path, session_id: str) -> None:
    """Forget the exports of a session: their names hold words of its title."""
    known = read_exports(data)
    left = tuple(one for one in known if one.session != session_id)
    if left != known:
        _write(data, left)


def _write(data: Path, entries: Iterable[ExportedFile]) -> None:
    import json

    from wshoes_tui.storage import private_files

    lines = (json.dumps({"session": one.session, "path": one.path}) for one in entries)
    with suppress(OSError, WshoesError), private_files.arriving(data / NAME) as part:
        part.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
