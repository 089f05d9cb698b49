"""Program checks: versions of Python, SQLite, PyYAML and Textual, and which extras there are."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata, version
from importlib.util import find_spec

from wshoes_tui.doctor.finding import Finding
from wshoes_tui.locale import N_, _
from wshoes_tui.storage import inspection


@dataclass(frozen=True, slots=True)
class Extra:
    """An optional dependency of the package.

    Args:
        name: of the extra.
        module: that it installs.
        present, absent: sentences for where it is installed and where it is not.
    """

    name: str
    module: str
    present: str
    absent: str


EXTRAS = (
    Extra(
        "host",
        "asyncssh",
        N_("Several people can join a session over SSH."),
        N_("Nobody can join over SSH; everybody answers at this computer."),
    ),
    Extra(
        "word",
        "docx",
        N_("Sessions can be exported for Word."),
        N_("There is no export for Word; all other formats are there."),
    ),
    Extra(
        "postgres",
        "psycopg",
        N_("Sessions can be kept on a PostgreSQL server."),
        N_("Sessions are kept in a file, not on a PostgreSQL server."),
    ),
)


def of_program(left_out: Sequence[str] = ()) -> Iterator[Finding]:
    """Findings on Python, SQLite, PyYAML, Textual and the extras."""
    yield Finding(
        "program",
        _("Python is {version}, on {machine}.", version=platform.python_version(),
          machine=platform.machine() or platform.system()),
        _("3.11 or newer will do."),
    )  # fmt: skip
    yield _sqlite()
    yield _yaml()
    yield _textual(left_out)
    offered = _offered()
    yield from (_extra(extra) for extra in EXTRAS if extra.name in offered)


def _extra(extra: Extra) -> Finding:
    if find_spec(extra.module):
        what = _("The extra {name} is there.", name=extra.name)
        return Finding("program", what, _(extra.present))
    add = _("To add it, in the folder of wshoes: pip install '.[{name}]'", name=extra.name)
    what = _("The extra {name} is not installed.", name=extra.name)
    return Finding("program", what, f"{_(extra.absent)} {add}")


def _sqlite() -> Finding:
    version = inspection.sqlite_version()
    if not inspection.has_reset_bug():
        return Finding("program", _("SQLite is {version}.", version=version))
    return Finding(
        "program",
        _(
            "SQLite is {version}. Up to 3.51.2 it can lose what was saved when two programs write "
            "to one file at the same moment.",
            version=version,
        ),
        _("So here only one writes at a time, and holds a lock meanwhile."),
    )


def _yaml() -> Finding:
    import yaml

    if getattr(yaml, "__with_libyaml__", False):
        return Finding("program", _("PyYAML has its fast part, written in C."))
    return Finding(
        "program",
        _("PyYAML lacks its fast part, written in C."),
        _("Decks open more slowly. Home reads only the top of each, and remembers it."),
    )


def _textual(left_out: Sequence[str]) -> Finding:
    """Whether the screens change Textual; each change is made only where it fits."""
    stock = _("The screens work, and send more to the terminal.")
    installed = version("textual")
    if os.environ.get("WSHOES_PATCHES") is not None:
        return Finding(
            "program",
            _("Textual is {version}, left as it is (WSHOES_PATCHES).", version=installed),
            stock,
        )
    if not left_out:
        return Finding(
            "program",
            _("Textual is {version}. What the screens change in it fits.", version=installed),
            _("Should a screen look wrong, leave it as it is: WSHOES_PATCHES=none"),
        )
    what = _(
        "Textual is {version}. Changes to it that do not fit were left out: {names}.",
        version=installed, names=", ".join(left_out),
    )  # fmt: skip
    return Finding("program", what, stock)


def _offered() -> frozenset[str]:
    """The extras of the installed version; all of them where none is installed."""
    try:
        return frozenset(metadata("wshoes").get_all("Provides-Extra") or ())
    except PackageNotFoundError:
        return frozenset(extra.name for extra in EXTRAS)
