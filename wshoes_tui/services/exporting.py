"""Writing a session to a file."""

from __future__ import annotations

from pathlib import Path

from wshoes_tui.domain.models import Session


def write_session(session: Session, kind: str, folder: Path) -> Path:
    """Write a session in a format of the export registry to a new file in a folder.

    Nothing is ever written over: a name that is taken gets a number.

    Raises:
        StoreError: the file could not be written; nothing was changed.
    """
    from wshoes_tui.export import FORMATS
    from wshoes_tui.export.files import suggested_name, write_export

    form = FORMATS[kind]
    first = folder / suggested_name(session, form.suffix)
    path, number = first, 1
    while path.exists():
        number += 1
        path = first.with_stem(f"{first.stem}-{number}")
    write_export(path, form.render(session))
    return path
