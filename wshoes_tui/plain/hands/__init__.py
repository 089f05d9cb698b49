"""What each command does. Importing this registers them all."""

from __future__ import annotations

from wshoes_tui.plain.hands import apart, looking, people, turning, words
from wshoes_tui.plain.hands.words import keep_words

__all__ = ["apart", "keep_words", "looking", "people", "turning", "words"]
