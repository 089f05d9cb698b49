"""Big letters: a bitmap font of half blocks for titles and questions on wide screens.

A letter has eight rows of pixels: capitals and risers stand in the first six, small letters in rows
three to six, tails in the last two. Two rows of pixels make one row of text (``▀ ▄ █``), so a
line of big letters is four rows high. On a terminal of plain ASCII each pixel is a ``#``, and a
line is eight rows high.
"""

from __future__ import annotations

import unicodedata
from functools import cache

HEIGHT = 8
"""Rows of pixels of a letter."""

ROWS = HEIGHT // 2
"""Rows of text of a line of big letters."""

BETWEEN_LETTERS, SPACE = 1, 2
HALF_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}

FONT = """
A      B      C      D      E      F      G      H      I   J     K      L
.##.   ###.   .###   ###.   ####   ####   .###   #..#   #   ..#   #..#   #...
#..#   #..#   #...   #..#   #...   #...   #...   #..#   #   ..#   #.#.   #...
#..#   ###.   #...   #..#   ###.   ###.   #...   ####   #   ..#   ##..   #...
####   #..#   #...   #..#   #...   #...   #.##   #..#   #   ..#   ##..   #...
#..#   #..#   #...   #..#   #...   #...   #..#   #..#   #   #.#   #.#.   #...
#..#   ###.   .###   ###.   ####   #...   .###   #..#   #   .#.   #..#   ####
....   ....   ....   ....   ....   ....   ....   ....   .   ...   ....   ....
....   ....   ....   ....   ....   ....   ....   ....   .   ...   ....   ....

M       N       O      P      Q      R      S      T       U      V       W       X
#...#   #...#   .##.   ###.   .##.   ###.   .###   #####   #..#   #...#   #...#   #...#
##.##   ##..#   #..#   #..#   #..#   #..#   #...   ..#..   #..#   #...#   #...#   .#.#.
#.#.#   #.#.#   #..#   #..#   #..#   #..#   .##.   ..#..   #..#   #...#   #.#.#   ..#..
#.#.#   #.#.#   #..#   ###.   #..#   ###.   ...#   ..#..   #..#   .#.#.   #.#.#   ..#..
#...#   #..##   #..#   #...   #.##   #.#.   ...#   ..#..   #..#   .#.#.   ##.##   .#.#.
#...#   #...#   .##.   #...   .###   #..#   ###.   ..#..   .##.   ..#..   #...#   #...#
.....   .....   ....   ....   ....   ....   ....   .....   ....   .....   .....   .....
.....   .....   ....   ....   ....   ....   ....   .....   ....   .....   .....   .....

Y       Z      a      b      c     d      e      f     g      h      i   j
#...#   ####   ....   #...   ...   ...#   ....   ..#   ....   #...   #   .#
.#.#.   ...#   ....   #...   ...   ...#   ....   .#.   ....   #...   .   ..
..#..   ..#.   .###   ###.   .##   .###   .##.   ###   .###   ###.   #   .#
..#..   .#..   #..#   #..#   #..   #..#   ####   .#.   #..#   #..#   #   .#
..#..   #...   #..#   #..#   #..   #..#   #...   .#.   #..#   #..#   #   .#
..#..   ####   .###   ###.   .##   .###   .###   .#.   .###   #..#   #   .#
.....   ....   ....   ....   ...   ....   ....   ...   ...#   ....   .   .#
.....   ....   ....   ....   ...   ....   ....   ...   .##.   ....   .   #.

k      l   m       n      o      p      q      r     s     t     u      v
#...   #   .....   ....   ....   ....   ....   ...   ...   .#.   ....   .....
#...   #   .....   ....   ....   ....   ....   ...   ...   .#.   ....   .....
#.#.   #   ####.   ###.   .##.   ###.   .###   #.#   .##   ###   #..#   #...#
##..   #   #.#.#   #..#   #..#   #..#   #..#   ##.   ##.   .#.   #..#   .#.#.
#.#.   #   #.#.#   #..#   #..#   #..#   #..#   #..   ..#   .#.   #..#   .#.#.
#..#   #   #.#.#   #..#   .##.   ###.   .###   #..   ##.   .##   .###   ..#..
....   .   .....   ....   ....   #...   ...#   ...   ...   ...   ....   .....
....   .   .....   ....   ....   #...   ...#   ...   ...   ...   ....   .....

w       x     y      z      0      1    2      3      4      5      6      7
.....   ...   ....   ....   .##.   .#   .##.   ###.   #..#   ####   .##.   ####
.....   ...   ....   ....   #..#   ##   #..#   ...#   #..#   #...   #...   ...#
#.#.#   #.#   #..#   ####   #..#   .#   ...#   .##.   #..#   ###.   ###.   ..#.
#.#.#   .#.   #..#   ..#.   #..#   .#   ..#.   ...#   ####   ...#   #..#   ..#.
#.#.#   .#.   #..#   .#..   #..#   .#   .#..   ...#   ...#   ...#   #..#   .#..
.#.#.   #.#   .###   ####   .##.   .#   ####   ###.   ...#   ###.   .##.   .#..
.....   ...   ...#   ....   ....   ..   ....   ....   ....   ....   ....   ....
.....   ...   .##.   ....   ....   ..   ....   ....   ....   ....   ....   ....

8      9      '   ,    .   !   ?     :   ;    -     &       (    )    "     /
.##.   .##.   #   ..   .   #   ##.   .   ..   ...   .##..   .#   #.   #.#   ..#
#..#   #..#   #   ..   .   #   ..#   .   ..   ...   #..#.   #.   .#   #.#   ..#
.##.   #..#   .   ..   .   #   .#.   #   .#   ...   .##..   #.   .#   ...   .#.
#..#   .###   .   ..   .   #   .#.   .   ..   ###   #.#.#   #.   .#   ...   .#.
#..#   ...#   .   .#   .   .   ...   .   .#   ...   #..#.   #.   .#   ...   #..
.##.   .##.   .   .#   #   #   .#.   #   .#   ...   .##.#   .#   #.   ...   #..
....   ....   .   #.   .   .   ...   .   #.   ...   .....   ..   ..   ...   ...
....   ....   .   ..   .   .   ...   .   ..   ...   .....   ..   ..   ...   ...

¡   ¿     «       »       æ         œ         ß      Æ         Œ
.   ...   .....   .....   .......   .......   .##.   .######   .######
.   ...   .....   .....   .......   .......   #..#   #..#...   #..#...
#   .#.   ..#.#   #.#..   .###.##   .##.##.   #.#.   #..###.   #..###.
.   ...   .#.#.   .#.#.   #..####   #..####   #..#   ####...   #..#...
#   .#.   ..#.#   #.#..   #..#...   #..#...   #..#   #..#...   #..#...
#   .#.   .....   .....   .###.##   .##.###   #.#.   #..####   .######
#   #..   .....   .....   .......   .......   ....   .......   .......
#   .##   .....   .....   .......   .......   ....   .......   .......
"""
"""The letters, side by side under the character that each is."""

LOOKS_LIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})
"""Characters that look the same in so few pixels."""

MARKS = {
    "\u0300": {3: ("#..", ".#."), 4: (".#..", "..#."), 5: (".#...", "..#..")},
    "\u0301": {3: ("..#", ".#."), 4: ("..#.", ".#.."), 5: ("...#.", "..#..")},
    "\u0302": {3: (".#.", "#.#"), 4: (".##.", "#..#"), 5: ("..#..", ".#.#.")},
    "\u0303": {3: (".##", "##."), 4: (".#.#", "#.#."), 5: (".##.#", "#.##.")},
    "\u0308": {3: ("#.#", "..."), 4: ("#..#", "...."), 5: (".#.#.", ".....")},
    "\u030a": {3: (".#.", ".#."), 4: (".##.", ".##."), 5: ("..#..", "..#..")},
    "\u030c": {3: ("#.#", ".#."), 4: ("#..#", ".##."), 5: (".#.#.", "..#..")},
}
"""Marks above a letter (combining characters), by the width of the letter: two rows of pixels."""

CEDILLA = "\u0327"

Pixels = tuple[str, ...]
"""Eight rows of one letter, ``#`` for ink."""


@cache
def _alphabet() -> dict[str, Pixels]:
    """The pixels of each letter of the font."""
    letters = {}
    for block in FONT.strip("\n").split("\n\n"):
        heads, *rows = block.split("\n")
        starts = [x for x, head in enumerate(heads) if head != " "]
        for x in starts:
            width = len(rows[0][x:].split(" ", 1)[0])
            letters[heads[x]] = tuple(row[x : x + width] for row in rows)
    return letters


def _with_mark(letter: str, pixels: Pixels, mark: str) -> Pixels | None:
    """A letter with a mark above or a cedilla below; None where there is no room for it."""
    if mark == CEDILLA:
        below = ("..#..", ".#...") if len(pixels[0]) == 5 else (".#..", "#...")
        rows = list(pixels[:6]) + [row[: len(pixels[0])] for row in below]
        return None if "#" in "".join(pixels[6:]) else tuple(rows)
    if letter == "i" or len(pixels[0]) < 3:
        pixels = tuple(row if row == "..." else f".{row[-1]}." for row in pixels)
    shapes = MARKS.get(mark, {}).get(len(pixels[0]))
    if shapes is None:
        return None
    if letter.isupper():
        return (shapes[0], pixels[0], *pixels[2:])
    if letter != "i" and "#" in "".join(pixels[:2]):
        return None
    return (*shapes, *pixels[2:])


@cache
def letter_pixels(letter: str) -> Pixels | None:
    """The pixels of one character, composed of a letter and a mark where it has one.

    Returns:
        Eight rows of the same width; None where the font has no such letter.
    """
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    pixels = _alphabet().get(base)
    if pixels is None or len(marks) > 1:
        return None
    return _with_mark(base, pixels, marks) if marks else pixels


def _word_pixels(word: str) -> list[str] | None:
    """The eight rows of one word, its letters one column apart; None without one of them."""
    letters = [letter_pixels(letter) for letter in word]
    drawn = [pixels for pixels in letters if pixels is not None]
    if len(drawn) != len(letters):
        return None
    return [("." * BETWEEN_LETTERS).join(rows) for rows in zip(*drawn, strict=True)]


def _lines_of(text: str, width: int, lines: int) -> list[list[str]] | None:
    """The pixel rows of a text, wrapped at words; None where it does not fit."""
    done: list[list[str]] = []
    gap = "." * (2 * BETWEEN_LETTERS + SPACE)
    for word in unicodedata.normalize("NFC", text).translate(LOOKS_LIKE).split():
        pixels = _word_pixels(word)
        if pixels is None or len(pixels[0]) > width:
            return None
        if done and len(done[-1][0]) + len(gap) + len(pixels[0]) <= width:
            done[-1] = [a + gap + b for a, b in zip(done[-1], pixels, strict=True)]
        else:
            done.append(pixels)
    return done if 0 < len(done) <= lines else None


def _half_blocks(pixels: list[str]) -> list[str]:
    """Rows of text of rows of pixels, two to one."""
    return [
        "".join(
            HALF_BLOCKS[above == "#", below == "#"]
            for above, below in zip(pixels[y], pixels[y + 1], strict=True)
        ).rstrip()
        for y in range(0, HEIGHT, 2)
    ]


def big_rows(text: str, width: int, *, lines: int = 2, only_ascii: bool = False) -> list[str]:
    """The rows of a text in big letters.

    Args:
        width: The columns there are.
        lines: How many lines of big letters it may take.
        only_ascii: A ``#`` for each pixel, eight rows a line, instead of half blocks.

    Returns:
        Rows without blanks at their ends, ``ROWS`` to a line (``HEIGHT`` in ASCII). Empty where the
        text does not fit or the font lacks one of its letters: then the text is written small.
    """
    drawn = _lines_of(text, width, lines) or []
    if only_ascii:
        return [row.replace(".", " ").rstrip() for pixels in drawn for row in pixels]
    return [row for pixels in drawn for row in _half_blocks(pixels)]
