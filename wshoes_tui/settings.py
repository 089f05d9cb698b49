"""Settings of one run, from options and the environment, and the data folder.

Nothing is made by importing this, nor by asking.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, Literal

from wshoes_tui.domain.value import Value, field, value


@value()
class DataFolder(Value):
    """The folder that holds everything of one person or place."""

    root: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / "wshoes.db"

    @property
    def decks(self) -> Path:
        """Decks of one's own."""
        return self.root / "decks"

    @property
    def locks(self) -> Path:
        """Who holds which session."""
        return self.root / "locks"

    @property
    def backups(self) -> Path:
        """Verified copies."""
        return self.root / "backups"

    @property
    def cache(self) -> Path:
        """What can be thrown away at any time."""
        return self.root / "cache"


NO_HOME = Path("/HOME is not set")
"""Stands for the data folder of an account that has none: HOME unset, and in no list."""


def default_root() -> Path:
    """The data folder of this platform, unless WSHOES_DATA names another."""
    named = os.environ.get("WSHOES_DATA", "").strip()
    if named:
        return Path(os.path.expanduser(named))  # noqa: PTH111 - leaves an unknown ~name as it is
    home = os.environ.get("HOME", "")
    usual = sys.platform == "linux" and not {"XDG_DATA_HOME", "ANDROID_DATA"} & set(os.environ)
    if usual and os.path.isabs(home):  # noqa: PTH117 - as platformdirs says, which is slow to import
        return Path(home) / ".local" / "share" / "wshoes"
    from platformdirs import user_data_path

    try:
        root = user_data_path("wshoes", appauthor=False)
    except RuntimeError:  # its newer versions say so of an account without a home
        return NO_HOME
    return root if root.is_absolute() else NO_HOME


def documents_folder() -> Path:
    """Where exports go: ``wshoes`` among the documents, unless WSHOES_DOCUMENTS names a folder.

    Absolute, so that it can be shown whole; in the current folder for an account without a home.
    """
    named = os.environ.get("WSHOES_DOCUMENTS", "").strip()
    if named:
        return Path(os.path.abspath(os.path.expanduser(named)))  # noqa: PTH100, PTH111
    from platformdirs import user_documents_path

    try:
        documents = user_documents_path()
    except RuntimeError:  # as in ``default_root``
        documents = Path()
    return (documents if documents.is_absolute() else Path.cwd()) / "wshoes"


Contrast = Literal["", "dark", "light"]
"""Two colours only: white words on black ground ("dark"), or black ones on white."""


@value()
class Settings(Value):
    """The settings of one run. ``database`` empty means SQLite in the data folder."""

    data: DataFolder = field(default_factory=lambda: DataFolder(default_root()))
    database: str = ""
    decks: tuple[Path, ...] = ()
    language: str = ""
    easy: bool = False
    plain: bool = False
    ascii: bool = False
    mono: bool = False
    slow: bool = False
    contrast: Contrast = ""


def from_environment() -> dict[str, Any]:
    """The fields of ``Settings`` that the environment fills, where it says anything."""
    found: dict[str, Any] = {}
    if url := os.environ.get("WSHOES_DATABASE_URL"):
        found["database"] = url
    if os.environ.get("NO_COLOR"):
        found["mono"] = True
    if os.environ.get("WSHOES_SLOW"):
        found["slow"] = True
    if contrast := os.environ.get("WSHOES_CONTRAST"):
        found["contrast"] = contrast_of(contrast) or "dark"
    return found


def contrast_of(word: str) -> Contrast | None:
    """The contrast that a word asks for: "dark" or "light"; None where it asks for neither."""
    asked = word.casefold()
    return "dark" if asked == "dark" else "light" if asked == "light" else None
