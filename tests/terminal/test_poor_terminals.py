"""A short session on terminals that know less: every word arrives, and nothing they do not know.

What each family knows is a table of its own here, from the manuals of the terminals, so that
the one in the program is checked and not repeated.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terminal.window import Window

ENTER, ESC = "\r", "\x1b"
SEQUENCE = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[<-?]?[0-9;:]*[ -/]*[@-~]|\x1b[ -/]*[0-~]"
)
PEN, COLOUR = re.compile(r"\x1b\[([\d;]*)m"), re.compile(r"(?:[34]\d|9[0-7]|10[0-7])")

VT100 = re.compile(r"\x1b\[[\d;]*[HJKCABDm]|\x1b\[\?7[hl]|\x1b\[\?25[hl]")
"""A VT100 has no cursor to hide, and lets 25 pass; all that came after it has one."""
XTERM = re.compile(
    VT100.pattern + r"|\x1b\[[\d;]*[XG]|\x1b\[\?(?:1004|1049|2004|2048|2026)[hl]"
    r"|\x1b\[\?(?:2026|2048)\$p|\x1b\[<u|\x1b\]22;[a-z]*(?:\x07|\x1b\\)"
)
FAMILIES = {"linux": VT100, "vt100": VT100, "vt220": VT100}
COLOURLESS = {"vt100", "vt220"}
TERMS = ("linux", "vt100", "vt220", "screen", "tmux-256color", "xterm", "xterm-256color")
UTF8 = {"LC_ALL": "C.UTF-8"}
MANNERS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "as it is": ((), UTF8),
    "NO_COLOR": ((), {**UTF8, "NO_COLOR": "1"}),
    "mono": (("--mono",), UTF8),
    "ascii": (("--ascii",), UTF8),
    "LANG=C": ((), {"LC_ALL": "", "LANG": "C"}),
    "Latin 1": ((), {"LC_ALL": "", "LANG": "de_DE.ISO-8859-1"}),
}
ROWS = [(term, "as it is", size) for term in TERMS for size in ((80, 24), (40, 20))] + [
    (term, manner, (80, 24))
    for manner in MANNERS
    if manner != "as it is"
    for term in ("xterm-256color", "linux")
]


def unknown(sent: str, term: str) -> set[str]:
    """The sequences in what was sent that a terminal of this family does not know."""
    known = FAMILIES.get(term, XTERM)
    return {found for found in SEQUENCE.findall(sent) if not known.fullmatch(found)}


def colours(sent: str) -> set[str]:
    """The colours in what was sent."""
    return {part for pen in PEN.findall(sent) for part in pen.split(";") if COLOUR.fullmatch(part)}


@pytest.mark.parametrize(("term", "manner", "size"), ROWS)
def test_a_session_on_a_poor_terminal(
    data: Path, term: str, manner: str, size: tuple[int, int]
) -> None:
    options, env = MANNERS[manner]
    words = ("rehearse", "home-from-hospital", "--lang", "en-GB", *options)
    with Window(*words, data=data, size=size, env={"TERM": term, **env}) as window:
        window.until("in the shoes of")
        window.type("I want my own bed.")
        window.until("I want my own bed.")
        window.type(ENTER)
        window.until("saved")
        window.type(ESC, "s")
        window.until("Swap:")
        window.type(ESC, "n")
        window.until("Turn 2 of")
        assert window.leave(ESC, "q") == 0
        sent = window.sent.decode()
        assert not unknown(sent, term)
        assert not re.search(r"[\x00-\x06\x0e-\x1a\x80-\x9f]", SEQUENCE.sub("", sent))
        assert not window.screen.cursor.hidden
        if manner in ("NO_COLOR", "mono") or term in COLOURLESS:
            assert not colours(sent)
        if manner in ("ascii", "LANG=C", "Latin 1"):
            assert sent.isascii()
        if term in FAMILIES:
            assert not window.text, "the last page is still on the screen"
            assert not set(window.modes) - {7, 25}
