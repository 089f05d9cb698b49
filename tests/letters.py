"""Every character there is, in blocks that can be typed, pasted and sent as lines."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable

BLOCK = 1000
PRIVATE = "\ue000\uf8ff\U000f0000\U0010fffd"
NO_CHARACTERS = "\ufdd0\ufffe\uffff\U0001fffe\U0010ffff"
"""Those of which Unicode says that they are none, and never will be."""
UNASSIGNED = "\u0378\U000e0080"

ALL = "".join(
    character
    for character in map(chr, range(sys.maxunicode + 1))
    if unicodedata.category(character) not in ("Cn", "Co", "Cs")
) + PRIVATE + NO_CHARACTERS + UNASSIGNED  # fmt: skip
"""Every assigned character, those for private use by their first and last, and some others."""

CONTROLS = "".join(chr(code) for code in (*range(0x20), 0x7F))
"""Sent by keys that do something."""

PRINTED = "".join(character for character in ALL if character not in CONTROLS)

FIRST_OF_MANY, FEW = 0x3400, 97
"""From here on there are 130,000 letters of a few scripts, one like the other."""


def few(characters: Iterable[str]) -> str:
    """All of these, but of the many letters of a few scripts only some."""
    return "".join(
        character
        for character in characters
        if ord(character) < FIRST_OF_MANY
        or ord(character) % FEW == 0
        or unicodedata.category(character) != "Lo"
    )


JOINED = (
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u0628\u0647 \u062e\u0627\u0646\u0647"
    " \u0d05\u0d35\u0d28\u0d4d\u200d \u0915\u094d\u200d\u0937 \u0930\u094d\u200c\u092f"
    " \U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \u2764\ufe0f\u200d\U0001f525"
    " 1\ufe0f\u20e3 \U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
    " \u845b\U000e0100 \u202eright to left\u202c \u2066\u2069"
)
"""Words whose letters are joined, or kept apart, by characters that show nothing."""


def blocks(characters: Iterable[str], size: int = BLOCK) -> list[str]:
    """The characters in texts of that length; each begins and ends with a letter."""
    text = "".join(characters)
    return [f"x{text[at : at + size]}x" for at in range(0, len(text), size)]


def texts(characters: Iterable[str]) -> list[str]:
    """The same as two texts of many lines: as few as fields will hold."""
    lines = blocks(characters)
    half = len(lines) // 2
    return ["\n".join(lines[:half]), "\n".join(lines[half:])]
