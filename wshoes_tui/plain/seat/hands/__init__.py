"""What each command of a seat does. Importing this registers them all, in the order of help."""

from __future__ import annotations

from wshoes_tui.plain.seat.hands import answering, words, looking  # isort: skip

__all__ = ["answering", "looking", "words"]
