"""What makes people's words safe to show, and the hash of a text.

Storing never alters words; only showing does.

Nothing in a text may move the cursor, colour the screen, open a link or turn the
reading direction of what stands around it: such characters are shown by name instead.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from typing import Any, cast

TAB = "    "
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
SHORT_PATH = 3
"""Parts of a path that is shown whole."""
MOST_MARKS = 8
"""Marks and joiners shown on one letter; more only serve to cover the lines around it."""

_JOINERS = {0x200C, 0x200D}  # needed by Persian, by Indian scripts and by emoji
_KEPT = _JOINERS | {0x00AD}  # a soft hyphen shows nothing and does no harm
_AS_THEY_ARE = frozenset(
    chr(code)
    for first, last in ((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x2010, 0x2027))
    for code in range(first, last + 1)
) | {"\n", "€"}
"""The characters of most texts: each is shown as it is, and none sits on another."""


def safe(text: str) -> str:
    """The text for showing on several lines: only printable characters and ``\\n``."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", TAB)
    if _AS_THEY_ARE.issuperset(text):
        return text
    as_shown = {character: _shown(character) for character in set(text)}
    on_others = frozenset(filter(_sits_on_another, as_shown))
    if not on_others:
        return "".join(map(as_shown.__getitem__, text))
    shown: list[str] = []
    marks = 0
    for character in text:
        if character == "\n":
            shown.append(character)
            continue
        marks = marks + 1 if character in on_others else 0
        if marks <= MOST_MARKS:
            shown.append(as_shown[character])
    return "".join(shown)


def short_path(parts: Sequence[str]) -> str:
    """A path, of its parts, as it can stand in a sentence; of a long one its folder and its name.

    The name alone would not do where files of several computers have the same.
    """
    shown = parts if len(parts) <= SHORT_PATH else parts[-2:]
    return one_line("/".join(shown).replace("//", "/"))


def one_line(text: str) -> str:
    """The text for showing on one line: every run of white space is one space."""
    return " ".join(safe(text).split())


def is_control_key(character: str) -> bool:
    """Whether a character comes of a key that does something, such as Enter, and is no text.

    Whatever else there is can be typed and is kept, also what shows nothing: a joiner between
    two letters, or a mark for the direction of reading.
    """
    return character < " " or character == "\x7f"


def without_surrogates(text: str) -> tuple[str, bool]:
    """The text as it can be stored, and whether it had to be changed.

    An unpaired surrogate is no character: no database takes it.
    """
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return text, False
    clean = "".join(REPLACEMENT if "\ud800" <= c <= "\udfff" else c for c in text)
    return clean, True


def _sits_on_another(character: str) -> bool:
    # Not unicodedata.combining(): it is 0 for Thai vowels and circles, which heap up as well.
    return unicodedata.category(character) in ("Mn", "Me") or ord(character) in _KEPT


def _shown(character: str) -> str:
    code = ord(character)
    if character == "\n":
        return character
    if code < 0x20:
        return "^" + chr(code + 0x40)
    if code == 0x7F:
        return "^?"
    if code in _KEPT:
        return character
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return f"<{code:02X}>"
    return character


def text_hash(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    digest: str = _sha256()(text.encode()).hexdigest()
    return digest


@cache
def _sha256() -> Callable[[bytes], Any]:
    """The SHA-256 of Python's own module, where it has one: OpenSSL takes 3 ms and 3 MB to load."""
    for name in ("_sha2", "_sha256"):
        with suppress(ImportError):
            return cast("Callable[[bytes], Any]", __import__(name).sha256)
    from hashlib import sha256

    return sha256
