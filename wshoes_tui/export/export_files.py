"""Writer of export files (private, atomic, never over another file), and reader of imports."""

from __future__ import annotations

import errno
import io
import os
import re
import shutil
import stat
import unicodedata
from collections.abc import Container, Mapping
from contextlib import suppress
from datetime import tzinfo
from pathlib import Path
from secrets import token_hex

from wshoes_tui.domain.models import Session
from wshoes_tui.domain.text import one_line, without_surrogates
from wshoes_tui.errors import StoreError
from wshoes_tui.export.formats import Content
from wshoes_tui.export.json_reader import unreadable
from wshoes_tui.limits import MOST_IMPORT_BYTES
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import NOT_CHANGED, OTHER_NAME, OTHER_ONE, system_reason

PRIVATE = 0o600
LONGEST_NAME = 60
"""Characters of a title in a file name."""

_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}
"""What a disk says that knows no second names, as most memory sticks do."""


def suggested_name(session: Session, suffix: str, *, zone: tzinfo | None = None) -> str:
    """A file name of the session's day and title, such as ``2026-11-24-home-from-hospital.md``.

    Words of the title that are also somebody's name are left out: file names travel
    further than files. ``zone`` None is the time zone of this machine.
    """
    names = [seat.label for seat in session.seats if not re.fullmatch(r"Seat \d+", seat.label)]
    names += [pledge.owner for pledge in session.pledges]
    people = {word for name in names for word in _plain_words(name)}
    name = slug(session.header.title, people) or "session"
    return f"{session.header.created.astimezone(zone):%Y-%m-%d}-{name}{suffix}"


def free_path(folder: Path, session: Session, suffix: str) -> Path:
    """A path in a folder for an export of the session, numbered where others are there already."""
    return numbered_path(folder, suggested_name(session, suffix).removesuffix(suffix), suffix)


def numbered_path(folder: Path, name: str, suffix: str) -> Path:
    """The path of that name in a folder, numbered where others are there already."""
    path, number = folder / f"{name}{suffix}", 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{name}-{number}{suffix}"
    return path


def slug(text: str, leave_out: Container[str] = ()) -> str:
    """The words of a text as a part of a file name, without some of them; "" for none."""
    words = (word for word in _plain_words(text) if word not in leave_out)
    return "-".join(words)[:LONGEST_NAME].strip("-")


def _plain_words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text.casefold())
    ascii_only = "".join(c for c in folded if not unicodedata.combining(c))
    without_s = re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]s?\b", "", ascii_only)
    return re.findall(r"[a-z0-9]+", without_s)


def write_export(path: Path, content: Content, *, replace: bool = False) -> None:
    """Write an export to a file that only this account can read; several files to a folder.

    Several go into a ZIP file where the path ends in ``.zip``.

    The file has its name only once it is whole and on the disk. A link of that name is
    never followed, and a file of that name is only replaced where ``replace`` says so.

    Raises:
        StoreError: it could not be written; whatever was there is as it was.
    """
    try:
        _must_be_free(path, replace=replace)
        part = path.with_name(f".wshoes-{token_hex(8)}.part")
        if isinstance(content, Mapping) and path.suffix.lower() != ".zip":
            _write_folder(part, path, content)
        else:
            _write_file(part, path, _bytes_of(content), replace=replace)
        _sync_folder(path.parent)
    except (OSError, ValueError) as error:
        why = _("could not be written ({error})", error=_reason(error))
        raise _nothing_written(path, why, _("Choose another place.")) from None


def make_folder(folder: Path) -> None:
    """Make a folder of exports that only this account can open, where there is none.

    Raises:
        StoreError: it cannot be made.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except (OSError, ValueError) as error:
        why = _("could not be made ({error})", error=_reason(error))
        raise _nothing_written(folder, why, _("Name another place.")) from None


def _bytes_of(content: Content) -> bytes:
    if isinstance(content, Mapping):
        return _zipped(content)
    return without_surrogates(content)[0].encode() if isinstance(content, str) else content


def _zipped(files: Mapping[str, bytes]) -> bytes:
    from zipfile import ZIP_DEFLATED, ZipFile

    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def _write_file(part: Path, path: Path, data: bytes, *, replace: bool) -> None:
    try:
        _fill(part, data)
        _give_name(part, path, replace=replace)
    finally:
        with suppress(OSError):
            part.unlink()


def _write_folder(part: Path, path: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a new folder, which has its name only once all of them are whole."""
    if os.path.lexists(path):
        raise _taken(path)
    part.mkdir(mode=0o700)
    try:
        for name, data in files.items():
            _fill(part / name, data)
        _sync_folder(part)
        part.rename(path)
    except BaseException:  # an interrupt too: nothing half written stays, and it is passed on
        shutil.rmtree(part, ignore_errors=True)
        raise


def read_import(path: Path) -> bytes:
    """The content of a file to be taken in.

    Raises:
        UnreadableError: it is not there, no plain file, too large, or cannot be read.
    """
    try:
        # Not blocking: a pipe of that name must not make us wait for its writer.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise unreadable(_("{path} is not a plain file.", path=_shown(path)), _(OTHER_ONE))
        with os.fdopen(descriptor, "rb") as file:
            return file.read(MOST_IMPORT_BYTES + 1)
    except (OSError, ValueError) as error:
        what = _("{path} cannot be read ({error}).", path=_shown(path), error=_reason(error))
        raise unreadable(what, _(OTHER_ONE)) from None


def _must_be_free(path: Path, *, replace: bool) -> None:
    """Say at once what is in the way. What comes between now and then is never followed either."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        kind = (
            _("a link")
            if stat.S_ISLNK(mode)
            else _("a folder")
            if stat.S_ISDIR(mode)
            else _("no file")
        )
        why = _("is {kind}, so nothing was written there", kind=kind)
        raise _nothing_written(path, why, _(OTHER_NAME))
    if not replace:
        raise _taken(path)


def _fill(part: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(part, flags, PRIVATE)
    with os.fdopen(descriptor, "wb") as file:
        if stat.S_IMODE(os.fstat(descriptor).st_mode) != PRIVATE:
            with suppress(PermissionError):  # a memory stick that knows no owners
                os.fchmod(descriptor, PRIVATE)
        file.write(data)
        file.flush()
        os.fsync(descriptor)


def _give_name(part: Path, path: Path, *, replace: bool) -> None:
    if replace:
        part.rename(path)
        return
    try:
        # A second name, unlike a new one, is refused where there is a file already.
        os.link(part, path)
    except FileExistsError:
        raise _taken(path) from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _must_be_free(path, replace=False)
        part.rename(path)


def _sync_folder(folder: Path) -> None:
    """Make the name outlive a power cut. The file is whole either way."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _taken(path: Path) -> StoreError:
    return StoreError(
        _("There is a file {path} already.", path=_shown(path)),
        kept=_(NOT_CHANGED),
        todo=_(OTHER_NAME),
    )


def _nothing_written(path: Path, why: str, todo: str) -> StoreError:
    return StoreError(f"{_shown(path)} {why}.", kept=_("The session is as it was."), todo=todo)


def _reason(error: Exception) -> str:
    if isinstance(error, ValueError):
        return _("no file can have that name")
    return system_reason(error)


def _shown(path: Path) -> str:
    return f'"{one_line(str(path))}"'
