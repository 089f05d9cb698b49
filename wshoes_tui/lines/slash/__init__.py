"""What each command does. Importing this registers them all."""

from __future__ import annotations

from wshoes_tui.lines.slash import (
    slash_hosting,
    slash_people,
    slash_turns,
    slash_views,
    slash_words,
)
from wshoes_tui.lines.slash.slash_words import keep_words

__all__ = [
    "keep_words",
    "slash_hosting",
    "slash_people",
    "slash_turns",
    "slash_views",
    "slash_words",
]
