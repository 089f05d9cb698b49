"""What each command does. Importing this registers them all."""

from __future__ import annotations

from wshoes_tui.plain.hands import looking, people, turning, words
from wshoes_tui.plain.hands.words import keep_words

ALL = (turning, words, people, looking)
"""In the order in which help lists them."""

__all__ = ["ALL", "keep_words"]
