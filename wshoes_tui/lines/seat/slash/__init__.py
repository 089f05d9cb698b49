"""What each command of a seat does. Importing this registers them all, in the order of help."""

from __future__ import annotations

from wshoes_tui.lines.seat.slash import seat_slash_answers, seat_slash_words, seat_slash_views  # isort: skip

__all__ = ["seat_slash_answers", "seat_slash_views", "seat_slash_words"]
