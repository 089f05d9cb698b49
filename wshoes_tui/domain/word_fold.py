"""Search for words: case and accent folding, so that "Ŵyl" and "wyl" are the same; and its result.

``folded`` is the definition. ``contains`` does the same for most texts without looking at each
character in Python, as a search does it a hundred thousand times.
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
        "‐": "-", "‑": "-", "–": "-", "—": "-",
        "\N{SOFT HYPHEN}": None, "\N{ZERO WIDTH SPACE}": None,
        "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ",
        "\n": " ", "\r": " ", "\t": " ",
    }
)  # fmt: skip
"""What Unicode does not take apart, and signs that people type in several ways."""


def folded(text: str) -> str:
    """The text in small letters without accents, with plain quotation marks, dashes and blanks."""
    apart = unicodedata.normalize("NFD", text.casefold())
    if not apart.isascii():
        apart = "".join(c for c in apart if not unicodedata.combining(c))
    return apart.translate(_BASES)


_LETTERS = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿŸŵŴŷŶẁẀẃẂẅẄỳỲ‘’“”–—¡¿£€°º½·•…«»"
_CHARSET = "".join(map(chr, range(128))) + _LETTERS
"""The characters of most texts in the languages of the program, a byte each."""
_ENCODING = codecs.charmap_build(_CHARSET.ljust(256, "\ufffe"))
_FOLDED_BYTES = bytes(
    ord(base) if base.isascii() else 0xFF for base in map(folded, _CHARSET)
).ljust(256, b"\xff")
"""The folded character of each byte. Only characters that are folded to one are in the charset."""


def contains(terms: Sequence[str]) -> Callable[[str], bool]:
    """A predicate: whether a text contains all of these terms, which are folded already."""

    def has(text: str) -> bool:
        whole = folded(text)
        return all(term in whole for term in terms)

    if not all(term.isascii() for term in terms):
        return has
    first, *rest = (term.encode() for term in terms)
    encode, encoding, bases = codecs.charmap_encode, _ENCODING, _FOLDED_BYTES

    def has_quickly(text: str) -> bool:
        try:
            found = encode(text, "strict", encoding)[0].translate(bases)
        except UnicodeEncodeError:
            return has(text)
        return first in found and all(term in found for term in rest)

    return has_quickly


def terms_of(words: str) -> tuple[str, ...]:
    """What is searched for: the words, and as one what stands in quotation marks; all folded."""
    parts = re.findall(r'"([^"]*)"?|([^\s"]+)', folded(words))
    found = (" ".join((quoted or word).split()) for quoted, word in parts)
    return tuple(dict.fromkeys(term for term in found if term))


def first_place(text: str, terms: Sequence[str]) -> int:
    """The place in the text at which the first of these terms stands; 0 where none does."""
    pieces = [folded(character) for character in text]
    whole = "".join(pieces)
    found = min((at for term in terms if (at := whole.find(term)) >= 0), default=0)
    ends = accumulate(map(len, pieces))
    return next((place for place, end in enumerate(ends) if end > found), 0)
