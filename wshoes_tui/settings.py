"""What a run was told: by options first, then by the environment."""

from __future__ import annotations

import os
from dataclasses import field
from pathlib import Path
from typing import Literal

from wshoes_tui.domain.value import Value, value
from wshoes_tui.paths import DataFolder, default_root

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
