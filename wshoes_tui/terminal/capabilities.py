"""Capabilities of the terminal, as far as they can be known beforehand, and its mode sequences.

Imported before Textual, which reads its settings from the environment when it is imported.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from wshoes_tui.domain.value import Value, value
from wshoes_tui.settings import Contrast, Settings
from wshoes_tui.terminal.background import Background, Ground, ground_of, recall_background
from wshoes_tui.terminal.encodings import NO_NAME, UTF_8, encoding_of, is_utf8, locale_in

OLD = re.compile(r"linux|vt\d|ansi|cons\d|sun|wy|dumb|unknown")
"""Beginnings of TERM that stand for a terminal without xterm's private modes."""

LEAST_WIDTH, LEAST_HEIGHT = 30, 12
"""Columns and lines of the smallest window that the screens fit in."""

COLOURLESS = re.compile(r"vt[12]\d\d|dumb|unknown")

PRIVATE = re.compile(r"\x1b\[(?:\?(?P<mode>\d+)(?:\$p|[hl])|[<>]\d*u)")
CHATTER = re.compile(r"\x1b\[(?:\?\d+\$p|\?(?:1000|1003|1004|1006|1015|2026|2048)[hl]|[<>]\d*u)")
"""Questions, reports of the mouse and of the focus, and updates that are announced."""

NAMELESS = ("dumb", "unknown")
"""Names of terminals of which nothing is known: the least is asked of them."""

SLOW_BAUD = 38_400
SLOW_SPEEDS = (50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19200)
OUTPUT_SPEED = 5
"""Where ``tcgetattr`` tells it."""

KNOWN_TO_OLD = frozenset({"7", "25"})
"""Wrapping at the margin, and the cursor: the private modes that even a VT220 has."""

KNOWN_TO: Mapping[str, frozenset[str]] = {
    "putty": KNOWN_TO_OLD | {"1049", "2004"},
    "screen": KNOWN_TO_OLD | {"1049", "2004"},
    "tmux": KNOWN_TO_OLD | {"1049", "2004", "1004"},
}
"""The private modes of terminals that say what they are; of those called xterm, who knows."""

DIMLY = re.compile(r"linux|xterm-kitty|cons\d|ansi|vt[12]\d\d")
"""Terminals that have no dim words, or too dim ones: 2.8:1 on the Linux console."""

SYMBOLS: Mapping[str, str] = {
    "✓": "+", "●": "o", "·": ".", "…": "~", "▌": "|", "▐": "|", "─": "-", "━": "=", "│": "|",
    "×": "x", "▁": " ", "▂": " ", "▃": " ", "▄": "#", "▅": "#", "▆": "#", "▇": "#", "█": "#",
    "┐": ".", "■": "o", "•": "*", "–": "-", "—": "-", "\u2018": "'", "\u2019": "'",
    "\u201c": '"', "\u201d": '"',
    "«": '"', "»": '"', "\N{NO-BREAK SPACE}": " ", "€": "E", "£": "L", "æ": "ae", "œ": "oe",
}  # fmt: skip


CONSOLE: Mapping[str, str] = {
    "─": "─", "│": "│", "┐": "┐", "■": "■", "·": "·", "▌": "│", "━": "─", "●": "■",
}  # fmt: skip
"""Symbols that a Linux console can show, and how: of 138 fonts at least 135 have ``─ │ ┐ ■ ·``."""


@value()
class TerminalCapabilities(Value):
    """One terminal.

    Attributes:
        modes: whether it has the private modes of an xterm, as far as ``known`` names them.
        known: the only private modes it may be sent; None where that cannot be known.
        symbols, letters: whether those beyond ASCII can be sent.
        colours, dims: whether it has them, and dim words that can be read.
        contrast: two colours only, "dark" for white on black, "light" for black on white.
        slow: it is asked nothing, and told of nothing that is not shown.
        encoding: of the letters that are typed on it, by Python's name.
        background: its colour, as it was told the last time; None where that is not known.
    """

    name: str = "xterm-256color"
    modes: bool = True
    symbols: bool = True
    letters: bool = True
    colours: bool = True
    slow: bool = False
    known: frozenset[str] | None = None
    dims: bool = True
    contrast: Contrast = ""
    encoding: str = UTF_8
    background: Background | None = None

    @property
    def ground(self) -> Ground:
        """Whether its background is dark or light; empty where that is not known."""
        return self.contrast or ground_of(self.background)

    @property
    def tells_background(self) -> bool:
        """Whether it may be asked for its background: not where that may be printed, or is slow."""
        needed = self.colours and not self.contrast
        return needed and self.modes and not self.slow and self.known != KNOWN_TO["putty"]

    @property
    def console(self) -> bool:
        """Whether it is a Linux console that takes UTF-8, which has some symbols of its own."""
        return self.letters and not self.symbols and self.name.startswith("linux")

    @property
    def moves_rows(self) -> bool:
        """Whether it can delete and insert rows (DL and IL), which the oldest cannot."""
        return self.modes or self.name.startswith("linux")

    @property
    def cube(self) -> bool:
        """Whether it has the 256 colours, most of which look the same everywhere."""
        return "256color" in self.name

    def knows(self, sequence: str) -> bool:
        """Whether a control sequence may be sent: private modes only where they are known."""
        if self.slow and CHATTER.fullmatch(sequence):
            return False
        found = PRIVATE.fullmatch(sequence)
        return found is None or self.known is None or found["mode"] in self.known

    def shown(self, character: str) -> str:
        """A character beyond ASCII as this terminal can show it, in one cell."""
        if self.letters and (self.symbols or character not in SYMBOLS):
            return character
        if self.console and character in CONSOLE:
            return CONSOLE[character]
        return in_ascii(character)


@lru_cache(4096)
def in_ascii(character: str) -> str:
    """The ASCII character nearest to one beyond it; "?" where there is none."""
    if character in SYMBOLS:
        return SYMBOLS[character][0]
    for part in unicodedata.normalize("NFKD", character):
        if part.isascii() and part.isprintable():
            return part
    return "?"


def terminal_of(
    settings: Settings, environ: Mapping[str, str] = os.environ, speed: int | None = None
) -> TerminalCapabilities:
    """The terminal that the environment and the options describe.

    Args:
        speed: of its line, in baud, 0 where it has none; None asks the one that is typed on.
    """
    name = environ.get("TERM", "") or "unknown"
    return _capabilities(
        name,
        letters=not settings.ascii and _utf8(environ),
        colours=not settings.mono,
        slow=settings.slow
        or name in NAMELESS
        or is_slow(speed_of_input() if speed is None else speed),
        dims=not _dims_too_much(name, environ),
        contrast=settings.contrast,
        encoding=encoding_of(environ).name,
        background=recall_background(settings.data.cache, environ),
    )


def _capabilities(
    name: str, *, letters: bool, colours: bool, slow: bool, dims: bool, **more: Any
) -> TerminalCapabilities:
    """The terminal of that name, with what is known of it besides."""
    old = OLD.match(name) is not None
    return TerminalCapabilities(
        name=name,
        modes=not old,
        symbols=letters and not old,
        letters=letters,
        colours=colours and COLOURLESS.match(name) is None,
        slow=slow,
        known=_known_to(name),
        dims=dims,
        **more,
    )


def _known_to(name: str) -> frozenset[str] | None:
    return KNOWN_TO_OLD if OLD.match(name) else KNOWN_TO.get(re.split(r"[-.]", name)[0])


def _dims_too_much(name: str, environ: Mapping[str, str]) -> bool:
    # The second is Windows Terminal, the others are a Mac's: they halve the light.
    return (
        DIMLY.match(name) is not None
        or "WT_SESSION" in environ
        or environ.get("TERM_PROGRAM") in ("Apple_Terminal", "iTerm.app")
    )


def terminal_named(
    name: str, *, ascii: bool = False, mono: bool = False, slow: bool = False
) -> TerminalCapabilities:
    """The terminal at the far end of a line, of which nothing but its name is known.

    UTF-8 is what they speak today, except those whose name is older than it.
    """
    name = name or "unknown"
    letters = not ascii and (not OLD.match(name) or name.startswith("linux"))
    dims = DIMLY.match(name) is None
    return _capabilities(name, letters=letters, colours=not mono, slow=slow, dims=dims)


def is_slow(baud: int) -> bool:
    """Whether a line of that speed is one to be sparing on; 0 is an unknown speed."""
    return 0 < baud < SLOW_BAUD


def speed_of_input() -> int:
    """The speed of the terminal that is typed on, in baud; 0 where there is none."""
    try:
        import termios
    except ImportError:  # a system without terminals of this kind
        return 0
    try:
        code = termios.tcgetattr(0)[OUTPUT_SPEED]
    except (termios.error, OSError):
        return 0
    speeds = {getattr(termios, f"B{baud}", None): baud for baud in SLOW_SPEEDS}
    return speeds.get(code, SLOW_BAUD if code else 0)


def prepare(terminal: TerminalCapabilities) -> None:
    """Tell Textual, by its own settings, not to send what would be wasted here."""
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    # The screens use the terminal's own eight colours only.
    os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", "standard")
    if not terminal.colours:
        os.environ["NO_COLOR"] = "1"


def _utf8(environ: Mapping[str, str]) -> bool:
    tag = locale_in(environ)
    if tag in NO_NAME:
        # Python itself runs in UTF-8 here; whether the terminal does is the locale's word.
        from locale import getencoding  # slow to import, and seldom asked

        return tag == "" and is_utf8(getencoding())
    return is_utf8(tag)


POINTER_SHAPE = "\x1b]22;"
CLIPBOARD = "\x1b]52;"
"""What was cut or copied, for the clipboard of the terminal; the program has one of its own."""
ENTER_ALTERNATE, LEAVE_ALTERNATE = "\x1b[?1049h", "\x1b[?1049l"
HIDE_CURSOR, SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"
PASTES_ON, PASTES_OFF = "\x1b[?2004h", "\x1b[?2004l"
WRAP_OFF, WRAP_ON = "\x1b[?7l", "\x1b[?7h"
CLEAR = "\x1b[m\x1b[H\x1b[2J"
"""What a terminal with one screen only is left with, instead of the last page."""

ENTER = (ENTER_ALTERNATE, HIDE_CURSOR, PASTES_ON, WRAP_OFF)
LEAVE = (PASTES_OFF, WRAP_ON, LEAVE_ALTERNATE, SHOW_CURSOR)
"""For a line: nothing is asked of the terminal, and nobody told of the mouse or the focus."""


def fitting(data: str, terminal: TerminalCapabilities | None) -> str:
    """What to send of this to a terminal: nothing of what it is known not to know."""
    if data.startswith(POINTER_SHAPE):  # there is no pointer here, and old terminals print it
        return ""
    if data.startswith(CLIPBOARD) and terminal is not None:
        # Old terminals print it, and on a slow line a long text would hold everything up.
        return data if terminal.modes and not terminal.slow else ""
    if terminal is None or terminal.knows(data):
        return data
    return CLEAR if data == LEAVE_ALTERNATE else ""
