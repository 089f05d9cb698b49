"""Nothing a person or a deck wrote can drive the terminal: the last line before it is painted."""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from wshoes_tui.domain.text import REPLACEMENT

FOREIGN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""Characters that move, colour, turn round or hide; none of them takes a cell."""
HALVES = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no terminal can be sent; each takes a cell."""


class Guard(LineFilter):
    """Takes foreign control characters out of every segment of every widget.

    Words are shown through ``domain.text.safe``, which names such characters; this is for
    what slips past it, such as a field in which somebody has pasted them.
    """

    def apply(
        self,
        segments: list[Segment],
        background: Color,  # noqa: ARG002 - every filter is told
    ) -> list[Segment]:
        """The same segments without foreign characters."""
        if all(segment.control or is_calm(segment.text) for segment in segments):
            return segments
        return [
            segment
            if segment.control
            else Segment(calm(segment.text), segment.style, segment.control)
            for segment in segments
        ]


def is_calm(text: str) -> bool:
    """Whether a text may go to the terminal as it is."""
    return (text.isascii() and text.isprintable()) or (
        not FOREIGN.search(text) and not HALVES.search(text)
    )


def calm(text: str) -> str:
    """The text without what no terminal may be sent, as wide as before."""
    return HALVES.sub(REPLACEMENT, FOREIGN.sub("", text))
