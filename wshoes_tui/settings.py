"""Settings of one run, from options and the environment, and the data folder.

Nothing is made by importing this, nor by asking.
"""

from __future__ import annotations

import os
from dataclasses import field
from pathlib import Path
from typing import Literal

from wshoes_tui.domain.value import Value, value
from wshoes_tui.errors import StoreError


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

    def make(self) -> None:
        """Make the folder, for this account alone, and see that it can be written.

        Raises:
            StoreError: it cannot.
        """
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise self._unwritable(error) from None
        if not os.access(self.root, os.W_OK | os.X_OK):
            raise self._unwritable(None)

    def _unwritable(self, error: OSError | None) -> StoreError:
        reason = f" ({error.strerror})" if error is not None and error.strerror else ""
        return StoreError(
            f"Nothing can be kept in the data folder {self.root}{reason}.",
            kept="Nothing was changed.",
            todo="Make it writable, or name another one with --data.",
        )


def default_root() -> Path:
    """The data folder of this platform, unless WSHOES_DATA names another."""
    named = os.environ.get("WSHOES_DATA", "").strip()
    if named:
        return Path(os.path.expanduser(named))  # noqa: PTH111 - leaves an unknown ~name as it is
    from platformdirs import user_data_path

    return user_data_path("wshoes", appauthor=False)


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


def from_environment() -> Settings:
    """The settings where no option was given."""
    contrast = os.environ.get("WSHOES_CONTRAST", "")
    return Settings(
        database=os.environ.get("WSHOES_DATABASE_URL", ""),
        mono=bool(os.environ.get("NO_COLOR")),
        slow=bool(os.environ.get("WSHOES_SLOW")),
        contrast=contrast_of(contrast) or ("dark" if contrast else ""),
    )


def contrast_of(word: str) -> Contrast | None:
    """The contrast that a word asks for: "dark" or "light"; None where it asks for neither."""
    asked = word.casefold()
    return "dark" if asked == "dark" else "light" if asked == "light" else None
