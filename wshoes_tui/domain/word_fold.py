"""Search for words: case and accent folding, so that "Ŵyl" and "wyl" are the same; and its result.

``folded`` is the definition; ``contains`` does the same quickly.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from wshoes_tui.domain.deck import Shoes

WordsKind = Literal["title", "response", "lightbulb", "pledge", "topic", "card", "feedback"]


@dataclass(frozen=True, slots=True)
class FoundWords:
    """Words that were found, with where they were said; never with a name.

    Attributes:
        kind: what they are.
        id: the id of their record.
        text: the words, in lines where they have several parts.
        session: the id of the session.
        title: its title.
        created: when it was begun, in ISO 8601; ``place`` is where it was held.
        turn: the number of the turn, 0 for none; ``card`` is the title of its card.
        shoes: the shoes they were said in, if any.
        withheld: whether they are kept out of every export.
        damaged: whether they are not as they were written.
    """

    kind: WordsKind
    id: str
    text: str
    session: str
    title: str
    created: str
    place: str
    turn: int = 0
    card: str = ""
    shoes: Shoes | None = None
    withheld: bool = False
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found: so many, of which the newest; ``whole`` unless a part is unreadable."""

    count: int
    found: tuple[FoundWords, ...]
    whole: bool = True


_BASES = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe",
        "‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "–": "-", "—": "-", "\N{ZERO WIDTH SPACE}": None,
        "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ",
        "\n": " ", "\r": " ", "\t": " ",
    }
)  # fmt: skip
"""What Unicode does not take apart, and signs that people type in several ways."""


_MARKS = re.compile("[\u0300-\u036f\u1dc4-\u1dff\ufe20-\ufe2f]+")
"""Accents and other marks on letters; vowel signs of Arabic and Indian scripts, and marks on
symbols, stay."""
_SPECIAL = re.compile(f"[{''.join(map(chr, _BASES))}]")


def folded(text: str) -> str:
    """The text in small letters without accents, with plain quotation marks, dashes and blanks."""
    apart = unicodedata.normalize("NFD", text.casefold())
    if not apart.isascii():
        apart = _MARKS.sub("", apart)
    return apart.translate(_BASES) if _SPECIAL.search(apart) else apart


def _byte_bases() -> bytes:
    """For each byte of a text in UTF-8, the letter that it is folded to if it is not special.

    After the byte 0xC3, which is left out, stand most letters with an accent. Zero marks what has
    to be looked at with care, as do the bytes 0x84 and 0x8B, which are seldom in others than
    the Kelvin and Ångström signs and the zero width space; other signs after 0xC2 and 0xE2 are in
    no word.
    """
    bases = bytearray(256)
    for byte in range(1, 128):
        bases[byte] = ord(folded(chr(byte)))
    for byte in range(0x80, 0xC0):
        base = folded(chr(byte + 0x40))
        bases[byte] = ord(base) if len(base) == 1 and base.isascii() else 0
    bases[0xC2] = bases[0xE2] = 1
    bases[0x84] = bases[0x8B] = 0
    return bytes(bases)


_BYTE_BASES = _byte_bases()


_CHARSET = "".join(map(chr, range(128))) + (
    "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿŸŵŴŷŶẁẀẃẂẅẄỳỲ‘’“”–—¡¿£€°º½·•…«»"
)
"""The characters of most texts in the languages of the program, each folded to one, a byte each."""
_ENCODING = codecs.charmap_build(_CHARSET.ljust(256, "\ufffe"))
_LETTER_BASES = bytes(
    ord(base) if base.isascii() else 0xFF for base in map(folded, _CHARSET)
).ljust(256, b"\xff")


def contains(terms: Sequence[str]) -> Callable[[bytes | None], bool]:
    """A predicate: whether a text in UTF-8 contains all of these terms, which are folded.

    It rules most texts out by their bytes alone, as a search calls it a hundred thousand times.
    """
    encoded = [term.encode() for term in terms]
    plainly = all(term.isascii() for term in terms)
    longest = max(encoded, key=len)
    if not longest.isalnum():
        longest = b""  # signs are in no letters: every text is looked at with care
    bases, left_out, special = _BYTE_BASES, b"\xc3", 0
    of_welsh, circumflex_w, circumflex_y = 0xC5, "ŵ".encode(), "ŷ".encode()
    encode, encoding, letters = codecs.charmap_encode, _ENCODING, _LETTER_BASES

    def has(data: bytes | None) -> bool:
        if data is None:
            return False
        text = data
        if of_welsh in data:
            text = data.replace(circumflex_w, b"w").replace(circumflex_y, b"y")
        plain = text.translate(bases, left_out)
        if plain.find(longest) >= 0 or special in plain:  # a byte is found quicker as a number
            return carefully(data, plain)
        return False

    def carefully(data: bytes, plain: bytes) -> bool:
        if plainly and data.isascii():
            return all(term in plain for term in encoded)
        text = data.decode("utf-8", "replace")
        if plainly:
            try:
                plain = encode(text, "strict", encoding)[0].translate(letters)
            except UnicodeEncodeError:
                pass
            else:
                return longest in plain and all(term in plain for term in encoded)
        whole = folded(text)
        return all(term in whole for term in terms)

    return has


def terms_of(words: str) -> tuple[str, ...]:
    """What is searched for: the words, and as one what stands in quotation marks; all folded."""
    parts = re.findall(r'"([^"]*)"?|([^\s"]+)', folded(words))
    found = (" ".join((quoted or word).split()) for quoted, word in parts)
    return tuple(dict.fromkeys(term for term in found if term))


def first_place(text: str, terms: Sequence[str]) -> int:
    """The place in the text at which the first of these terms stands; 0 where none does."""
    whole = folded(text)
    found = min((at for term in terms if (at := whole.find(term)) >= 0), default=0)
    if len(whole) == len(text):
        return found
    ends = accumulate(len(folded(character)) for character in text)
    return next((place for place, end in enumerate(ends) if end > found), 0)
