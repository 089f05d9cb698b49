"""Whole sessions on terminals that know less: every word arrives, and nothing they do not know.

What each family knows is a table of its own here, from the manuals of the terminals, so that
the one in the program is checked and not repeated.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from tests.terminal.window import DOWN, ENTER, ESC, TAB, Window
from wshoes_tui.tui.key_queue import LEAST_SECONDS

SEQUENCE = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[<-?]?[0-9;:]*[ -/]*[@-~]|\x1b[ -/]*[0-~]"
)
PEN, COLOUR = re.compile(r"\x1b\[([\d;]*)m"), re.compile(r"(?:[34]\d|9[0-7]|10[0-7])")

VT100 = re.compile(r"\x1b\[[\d;]*[HJKCABDm]|\x1b\[\?(?:7|25)[hl]|\x1b\[c")
"""A VT100 has no cursor to hide, and lets 25 pass; all that came after it has one."""
LINUX = re.compile(VT100.pattern + r"|\x1b\[\d*[LM]")
"""Like all that came after the VT102, it inserts and deletes lines."""
PUTTY = re.compile(LINUX.pattern + r"|\x1b\[[\d;]*[XG]|\x1b\[\?(?:1049|2004)[hl]")
"""GNU Screen knows the same; what xterm has beyond it, both pass over or show."""
TMUX = re.compile(PUTTY.pattern + r"|\x1b\[\?1004[hl]|\x1b\]11;\?\x1b\\")
XTERM = re.compile(TMUX.pattern + r"|\x1b\[\?(?:2048|2026)[hl]|\x1b\[\?(?:2026|2048)\$p|\x1b\[<u")
FAMILIES = {
    "linux": LINUX,
    "vt100": VT100,
    "vt220": VT100,
    "putty": PUTTY,
    "screen": PUTTY,
    "tmux-256color": TMUX,
}
PENS_OF_VT = {"", "0", "1"}
"""Bold: a VT100 and a VT220 have no dim words, and nothing is underlined, blinks or is reversed."""
COLOURLESS = {"vt100", "vt220"}
ONE_SCREEN = {"linux", "vt100", "vt220"}
"""Those that have no other screen to go back to."""
BEYOND_CONSOLE = re.compile(r"(?![─│┐■])[\u2000-\u2bff]")
"""Signs of which the 256 or 512 glyphs of a console hold few."""

FAREWELL = re.compile(r"Thesessionisclosedandkept\.Seeitwith:wshoesshow[0-9a-f]{8}")
"""All that stands on the screen when the program is left."""

UTF8 = {"LC_ALL": "C.UTF-8"}
MANNERS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "as it is": ((), UTF8),
    "NO_COLOR": ((), {**UTF8, "NO_COLOR": "1"}),
    "mono": (("--mono",), UTF8),
    "ascii": (("--ascii",), UTF8),
    "LANG=C": ((), {"LC_ALL": "", "LANG": "C"}),
    "Latin 1": ((), {"LC_ALL": "", "LANG": "de_DE.ISO-8859-1"}),
    "contrast": (("--contrast", "light"), UTF8),
    "slow line": ((), {**UTF8, "WSHOES_SLOW": "1"}),
}
USUAL, PHONE = (80, 24), (40, 20)
TERMS = ("linux", "vt100", "vt220", "screen", "tmux-256color", "putty", "xterm", "xterm-256color")
ROWS = [
    ("linux", "as it is", USUAL),
    ("linux", "ascii", PHONE),
    ("vt100", "as it is", USUAL),
    ("vt220", "as it is", USUAL),
    ("screen", "mono", PHONE),
    ("tmux-256color", "NO_COLOR", USUAL),
    ("putty", "slow line", PHONE),
    ("xterm", "LANG=C", USUAL),
    ("xterm-256color", "Latin 1", USUAL),
    ("xterm-256color", "contrast", PHONE),
]
"""Every terminal, every manner and both sizes; a console with its lines and without them."""
EVERY_ROW = [
    *((term, "as it is", USUAL) for term in TERMS),
    *((term, "as it is", PHONE) for term in ("linux", "screen", "xterm-256color")),
    *(("xterm-256color", manner, USUAL) for manner in list(MANNERS)[1:]),
    *(("linux", manner, USUAL) for manner in ("mono", "ascii", "contrast", "slow line")),
    ("vt220", "contrast", USUAL),
    ("putty", "slow line", PHONE),
]
BED, BULB, PLEDGE = "I want my own bed.", "it was about beds", "I will ring on Monday"
PRIVATE, LAST = "Nobody asked me.", "One bed, one kettle."


def unknown(sent: str, term: str) -> set[str]:
    """The sequences in what was sent that a terminal of this family does not know."""
    known = FAMILIES.get(term, XTERM)
    return {found for found in SEQUENCE.findall(sent) if not known.fullmatch(found)}


def pens(sent: str) -> set[str]:
    """The parameters of every order for a pen."""
    return {part for pen in PEN.findall(sent) for part in pen.split(";")}


def shows(window: Window, words: str) -> None:
    """Wait until these words are on the screen, wherever its lines break."""
    bare = "".join(words.split())
    window.until(
        lambda lines: bare in "".join("".join(lines).replace("|", "").replace("│", "").split())
    )


def play(window: Window) -> None:
    """A session for two with something of everything, up to its summary."""
    shows(window, "Please read it out")
    window.type(ENTER)
    shows(window, "Asha's turn")
    window.type(BED)
    shows(window, BED)
    window.type(ENTER)
    shows(window, "saved")
    window.type(ESC, "l", BULB, TAB, "and it is about being asked", ENTER)
    shows(window, "The lightbulb is saved.")
    window.type(ESC, "p", PLEDGE, ENTER, ENTER, ENTER)
    shows(window, "The pledge is saved.")
    window.type(ESC, "n")
    shows(window, "Turn 2 of 2")
    window.type(ESC, "w")
    shows(window, "write first")
    window.type(ESC, "w", PRIVATE)
    shows(window, PRIVATE)
    window.type(ENTER)
    window.until(lambda lines: PRIVATE not in " ".join(lines))
    window.type(ESC, "x", ESC, "v")  # Asha would rather not write
    shows(window, PRIVATE)
    window.type(ENTER, ESC, "c")
    shows(window, "what do you take with you?")
    window.type(LAST, ENTER)
    shows(window, f"{LAST}")
    window.type(ESC, "n")
    shows(window, PLEDGE)
    window.type(ESC, "n")
    shows(window, "A number for each pair of shoes")
    window.type(ESC, "n")
    for page in ("Were you heard today?", "What was of value to you?", "What would you change"):
        shows(window, page)
        window.type(ESC, "n")
    shows(window, "That was our session")
    window.type(ESC, "n")
    shows(window, "The person")  # whose shoes were stood in
    time.sleep(LEAST_SECONDS)  # what is typed sooner was meant for the page before


def test_the_rows_hold_every_terminal_every_manner_and_both_sizes() -> None:
    terms, manners, sizes = map(set, zip(*ROWS, strict=True))
    assert (terms, manners, sizes) == (set(TERMS), set(MANNERS), {USUAL, PHONE})


@pytest.mark.slow
@pytest.mark.parametrize(("term", "manner", "size"), EVERY_ROW)
def test_a_session_in_every_manner(
    data: Path, term: str, manner: str, size: tuple[int, int]
) -> None:
    on_a_poor_terminal(data, term, manner, size)


@pytest.mark.parametrize(("term", "manner", "size"), ROWS)
def test_a_session_on_a_poor_terminal(
    data: Path, term: str, manner: str, size: tuple[int, int]
) -> None:
    on_a_poor_terminal(data, term, manner, size)


def on_a_poor_terminal(data: Path, term: str, manner: str, size: tuple[int, int]) -> None:
    """Play a session there, and look at every byte that was sent."""
    options, env = MANNERS[manner]
    words = ("play", "home-from-hospital", "--seats", "Asha; Tom", "--turns", "2", "--seed", "7")
    with Window(
        *words, "--lang", "en-GB", *options, data=data, size=size, env={"TERM": term, **env}
    ) as window:
        play(window)
        assert all(len(line) <= size[0] for line in window.lines)
        window.type(DOWN)
        assert window.leave("q") == 0
        sent = window.sent.decode()
        assert not unknown(sent, term)
        assert not re.search(r"[\x00-\x06\x0e-\x1a\x80-\x9f]", SEQUENCE.sub("", sent))
        assert not window.screen.cursor.hidden
        if manner in ("NO_COLOR", "mono") or term in COLOURLESS:
            assert not {part for part in pens(sent) if COLOUR.fullmatch(part)}
        if term in COLOURLESS:
            assert pens(sent) <= PENS_OF_VT
        if manner == "contrast":
            assert "2" not in pens(sent)
        if manner in ("ascii", "LANG=C", "Latin 1"):
            assert sent.isascii()
        if term in ONE_SCREEN:
            assert not BEYOND_CONSOLE.search(sent)
            assert ("─┐" in sent) == (term == "linux" and manner not in ("ascii", "LANG=C"))
            left = window.text.replace(" ", "")
            assert FAREWELL.fullmatch(left), "the last page is still on the screen"
            assert not set(window.modes) - {7, 25}
