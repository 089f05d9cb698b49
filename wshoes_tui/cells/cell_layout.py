"""Cell layout: styled text measured, cut with an ellipsis, and wrapped as Textual does it.

A *styled text* is a tuple of spans, a text and its style each. A style is "", or words: "bold",
and the name of a pen of ``colour_profiles``, such as "live" or "shoes:red". The screens make
``Content`` of the same spans, so the words and their styles stand in one place.

Source: the rules are those of ``rich._wrap.divide_line`` and ``textual.content.Content``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wshoes_tui.cells.cell_rows import cells_in, measured

Span = tuple[str, str]
Styled = tuple[Span, ...]

ELLIPSIS = "…"
BEGINNING = 4
"""Characters per cell of a line that are looked at before a whole text is measured."""
_WORD = re.compile(r"\s*\S+\s*")


def plain(text: Styled) -> str:
    """The text without its styles."""
    return "".join(part for part, _style in text)


def width_of(text: Styled) -> int:
    """How many cells a styled text takes."""
    return cells_in(plain(text))


def restyled(text: Iterable[Span], style: str) -> Styled:
    """The text with one more style under its own."""
    return tuple((part, f"{style} {own}".strip()) for part, own in text)


def cut(text: Styled, width: int, *, ellipsis: bool = False) -> Styled:
    """The text in at most so many cells; with an ellipsis at its end where it was longer."""
    if width_of(text) <= width:
        return text
    if not ellipsis or not width:
        return _first_cells(text, width)
    kept = _first_cells(text, width - 1)
    whole = plain(kept)
    if cells_in(whole) < width - 1:  # a wide character does not fit
        kept += ((" ", _style_at(text, len(whole))),)
        whole += " "
    return (*kept, (ELLIPSIS, _style_at(text, len(whole))))


def _style_at(text: Styled, at: int) -> str:
    """The style of the character at this place."""
    for part, style in text:
        if at < len(part):
            return style
        at -= len(part)
    return ""


def _first_cells(text: Styled, width: int) -> Styled:
    kept: list[Span] = []
    used = 0
    for part, style in text:
        end = 0
        for character, cells in measured(part):
            if used + cells > width:
                kept.append((part[:end], style))
                return tuple(span for span in kept if span[0])
            used += cells
            end += len(character)
        kept.append((part, style))
    return tuple(span for span in kept if span[0])


def wrapped(text: Styled, width: int) -> list[Styled]:
    """The text in lines of at most ``width`` cells; a word that is longer is broken."""
    return list(lazily_wrapped(text, width))


def lazily_wrapped(text: Styled, width: int) -> Iterator[Styled]:
    """The same line by line: of a long text only what is asked for is measured."""
    for line in _lines_of(text):
        words = plain(line)
        if _fits(words, width):
            yield line
            continue
        first = 0
        for end in _breaks(words, width):
            kept = len(words[first:end].rstrip())
            yield cut(_cut_out(line, first, first + kept), width)
            first = end
        yield cut(_cut_out(line, first, len(words)), width)


def _fits(text: str, width: int) -> bool:
    """Whether a text takes at most ``width`` cells; a long one is measured at its beginning."""
    beginning = text[: BEGINNING * width]
    if len(beginning) < len(text) and cells_in(beginning) > width:
        return False
    return cells_in(text) <= width


def _lines_of(text: Styled) -> Iterator[Styled]:
    line: list[Span] = []
    for part, style in text:
        first, *more = part.split("\n")
        line.append((first, style))
        for other in more:
            yield tuple(span for span in line if span[0])
            line = [(other, style)]
    yield tuple(span for span in line if span[0])


def _cut_out(text: Styled, first: int, end: int) -> Styled:
    """The characters from ``first`` up to ``end``."""
    found: list[Span] = []
    at = 0
    for part, style in text:
        shown = part[max(0, first - at) : max(0, end - at)]
        if shown:
            found.append((shown, style))
        at += len(part)
    return tuple(found)


def _breaks(text: str, width: int) -> Iterator[int]:
    """The characters before which a line is broken."""
    used = 0
    for match in _WORD.finditer(text):
        start, word = match.start(), match.group()
        stripped = word.rstrip()
        if _fits(stripped, width - used):
            used += cells_in(word)
        elif not _fits(stripped, width):
            piece = 0
            if start:
                yield start
            for piece in _pieces(word, width):
                yield start + piece
            used = cells_in(word[piece:])
        elif used and start:
            yield start
            used = cells_in(word)


def _pieces(word: str, width: int) -> Iterator[int]:
    """The characters before which a word is broken into pieces of at most ``width`` cells."""
    used, at, first = 0, 0, 0
    for character, cells in measured(word):
        if used + cells > width and at > first:
            yield at
            used, first = 0, at
        used += cells
        at += len(character)
