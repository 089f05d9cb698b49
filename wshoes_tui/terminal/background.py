"""Background colour of the terminal: question (OSC 11), answer, and a file that remembers it.

A terminal answers later than the first page is painted. What it answered is kept in the cache of
the data folder, so that the next start on the same terminal begins with what fits its background.
The file names terminals by what they say of themselves, one a line, and nothing of anybody.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal

Background = tuple[int, int, int]
"""Red, green and blue, each from 0 to 255."""
Ground = Literal["", "dark", "light"]

QUESTION = "\x1b]11;?\x1b\\"
ANSWER_BEGINS = "\x1b]11;rgb:"
ANSWER_ENDS = ("\x07", "\x1b\\")
LONGEST_COLOUR = 14
"""Characters of three numbers of up to four figures, with a slash between them."""

FILE = "terminals.txt"
MOST_TERMINALS = 20
"""Lines of the file; the oldest go first."""
NAMING = ("TERM", "TERM_PROGRAM", "COLORTERM")
PRESENT = ("WT_SESSION", "VTE_VERSION", "KONSOLE_VERSION", "SSH_CONNECTION", "TMUX")
"""Variables that name a terminal by their value, or by being there."""
BRIGHT = 128
"""Of 255: the brightness from which on a background is a light one."""


def read_background(answer: str) -> Background | None:
    """The colour in an answer such as ``\\x1b]11;rgb:1e/1e/1e\\x07``; None where there is none."""
    _, begins, rest = answer.partition(ANSWER_BEGINS)
    colour = rest[: LONGEST_COLOUR + 2]
    for end in ANSWER_ENDS:
        colour = colour.partition(end)[0]
    parts = colour.split("/")
    if not begins or len(parts) != 3 or not all(1 <= len(part) <= 4 for part in parts):
        return None
    try:
        red, green, blue = (int(part, 16) * 255 // (16 ** len(part) - 1) for part in parts)
    except ValueError:
        return None
    return red, green, blue


def end_of_answer(text: str) -> int | None:
    """How long the answer is that begins a text; 0 where there is none, None where it goes on."""
    if not text.startswith(ANSWER_BEGINS):
        return None if ANSWER_BEGINS.startswith(text) else 0
    for at in range(len(ANSWER_BEGINS), len(ANSWER_BEGINS) + LONGEST_COLOUR + 1):
        rest = text[at:]
        if rest in ("", "\x1b"):
            return None
        end = next((one for one in ANSWER_ENDS if rest.startswith(one)), "")
        if end:
            return at + len(end)
        if rest[0] not in "0123456789abcdefABCDEF/":
            return 0
    return 0


def ground_of(background: Background | None) -> Ground:
    """Whether a background is dark or light; empty where it is not known."""
    if background is None:
        return ""
    red, green, blue = background
    return "light" if 0.299 * red + 0.587 * green + 0.114 * blue >= BRIGHT else "dark"


def recall_background(cache: Path, environ: Mapping[str, str] = os.environ) -> Background | None:
    """What this terminal answered the last time; None where that is not known."""
    found = _read(cache).get(_name_of(environ), "")
    return read_background(f"{ANSWER_BEGINS}{found}")


def remember_background(
    cache: Path, background: Background, environ: Mapping[str, str] = os.environ
) -> None:
    """Keep what this terminal answered; a disk that does not take it costs only the colours."""
    from wshoes_tui.errors import WshoesError
    from wshoes_tui.storage.private_files import arriving, own_folder

    name, colour = _name_of(environ), "/".join(f"{part:02x}" for part in background)
    known = _read(cache)
    if known.get(name) == colour or not cache.parent.is_dir():
        return
    kept = [*((one, said) for one, said in known.items() if one != name), (name, colour)]
    with suppress(OSError, ValueError, WshoesError):
        own_folder(cache)
        with arriving(cache / FILE) as part:
            lines = (f"{said} {one}\n" for one, said in kept[-MOST_TERMINALS:])
            part.write_text("".join(lines), encoding="utf-8")


def _read(cache: Path) -> dict[str, str]:
    try:
        lines = (cache / FILE).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    pairs = (line.partition(" ") for line in lines[-MOST_TERMINALS:])
    return {name: colour for colour, _, name in pairs}


def _name_of(environ: Mapping[str, str]) -> str:
    """What a terminal is called here; no address and no number of a session is in it."""
    named = [ascii(environ.get(name, ""))[1:-1] for name in NAMING]
    return " ".join([*named, *(name for name in PRESENT if name in environ)])
