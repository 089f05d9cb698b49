"""Display width of text: columns, padding, wrapping. The only place that measures text in lines.

Measured by Rich, as Textual does, so that lines and screens agree. Rich's tables are loaded for
the first text with other characters than those of ``ONE_CELL``: 12 ms once.
"""

from __future__ import annotations

from collections.abc import Iterator

ONE_CELL = frozenset(
    chr(code)
    for first, last in (
        (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x370, 0x482), (0x1E00, 0x1FFF),
        (0x2010, 0x2027), (0x2030, 0x205E), (0x20A0, 0x20B8), (0x2190, 0x21FF), (0x2500, 0x25FC),
        (0x2713, 0x2713),
    )
    for code in range(first, last + 1)
)  # fmt: skip
"""Letters of Europe, punctuation, arrows, lines: characters that take one cell everywhere."""


def cells(text: str) -> int:
    """How many columns of a terminal a text takes. Remembers no text, unlike ``cell_len``."""
    if text.isascii() or ONE_CELL.issuperset(text):
        return len(text)
    from rich.cells import split_graphemes

    return split_graphemes(text)[1]


def pad(text: str, to: int) -> str:
    """The text with spaces after it, ``to`` columns wide."""
    return text + " " * (to - cells(text))


def wrapped(text: str, width: int, *, whole_words: bool = False) -> list[str]:
    """The text in lines of at most ``width`` cells; with whole words, a longer one overhangs."""
    words = text.split()
    if text.isascii() or ONE_CELL.issuperset(text):
        joined = " ".join(words)
        if len(joined) <= width:  # most are as short
            return [joined] if words else []
        return list(_wrapped_by_length(joined, width, whole_words=whole_words))
    lines: list[str] = []
    for word in words:
        fits = whole_words or cells(word) <= width
        for piece in (word,) if fits else _pieces(word, width):
            if lines and cells(joined := f"{lines[-1]} {piece}") <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _wrapped_by_length(rest: str, width: int, *, whole_words: bool) -> Iterator[str]:
    """As ``wrapped``, of words with one space between them whose characters take one cell each."""
    while len(rest) > width:
        end = rest.rfind(" ", 0, width + 1)
        if end < 0:  # a word that is longer
            end = rest.find(" ") if whole_words else max(1, width)
        if end < 0:
            break
        yield rest[:end]
        rest = rest[end:].lstrip(" ")
    if rest:
        yield rest


def shortened(text: str, width: int, more: str) -> str:
    """The text where it fits in ``width`` cells, else its beginning with ``more`` after it."""
    if cells(text) <= width:
        return text
    return next(_pieces(text, max(1, width - cells(more)))).rstrip() + more


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word in parts of at most ``width`` cells, or of one character where that is wider."""
    if cells(word) <= width:
        yield word
        return
    piece = ""
    for character in word:
        if piece and cells(piece + character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece
