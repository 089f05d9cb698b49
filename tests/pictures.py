"""Pictures of the program for the README, drawn from the program itself as vector graphics.

    python -m tests.pictures            draws them anew
    python -m tests.pictures --check    tells whether they are as the program looks now

The real program runs in a pseudo-terminal and is typed at. What its terminal shows becomes SVG:
words as text, blocks and strokes as shapes, so that no font leaves gaps between them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.terminal.window import ENTER, ESC, Window

PLACE = Path(__file__).parents[1] / "docs" / "pictures"
WIDE, HIGH, SIZE = 8.4, 18.0, 14
"""A cell, and the size of letters, in pixels."""
EDGE = 12
GROUND, WORD, BRIGHT = "#1e1e1e", "#cccccc", "#ffffff"
ANSWER = b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"
QUESTION = b"\x1b]11;?"
NAMED = {"default": WORD, "brightwhite": BRIGHT, "white": WORD}
SAID = "Everyone says it is good news. I just want somebody to ask me what I need before I go."
BACK = "I have three more to send home before the shift ends. I never saw her face."
QUIET_SECONDS = 0.3
TOGETHER = re.compile(r"\S+(?: \S+)*")
"""Words with one blank between them."""
HINT = "Saved. Type on, or Esc n"
"""What the empty field says after words were saved."""
SHAPES = {
    "█": (0.0, 0.0, 1.0, 1.0),
    "▀": (0.0, 0.0, 1.0, 0.5),
    "▄": (0.0, 0.5, 1.0, 0.5),
    "▌": (0.0, 0.0, 0.4, 1.0),
    "━": (0.0, 0.45, 1.0, 0.14),
    "─": (0.0, 0.48, 1.0, 0.06),
}
"""Where the ink of a character is in its cell: left, top, width, height, in cells."""


class Ink(NamedTuple):
    """How a run of characters is drawn."""

    colour: str
    bold: bool
    dim: bool
    shape: str


class Frame(NamedTuple):
    """What a terminal shows at a moment, and how long a recording shows it, in seconds."""

    body: str
    text: str
    seconds: float


def frame_of(window: Window, seconds: float = 2.0) -> Frame:
    """The picture of a terminal once nothing more comes."""
    while window._read(QUIET_SECONDS):
        pass
    return Frame("".join(_rows(window)), window.picture, seconds)


def _rows(window: Window) -> Iterator[str]:
    screen = window.screen
    for y in range(screen.lines):
        line = screen.buffer[y]
        cells = [(x, line[x]) for x in range(screen.columns)]
        for ink, run in groupby(cells, lambda cell: _ink(cell[1])):
            some = list(run)
            text = "".join(char.data for _x, char in some)
            if text.strip():
                yield _run(some[0][0], y, text, ink)


def _ink(char: object) -> Ink:
    data, fore = getattr(char, "data"), getattr(char, "fg")  # noqa: B009
    colour = NAMED.get(fore) or (f"#{fore}" if len(fore) == 6 else WORD)
    dim = bool(getattr(char, "faint", False))
    return Ink(colour, bool(getattr(char, "bold")), dim, data if data in SHAPES else "")  # noqa: B009


def _run(x: int, y: int, text: str, ink: Ink) -> str:
    left, top = EDGE + x * WIDE, EDGE + y * HIGH
    if ink.shape:
        dx, dy, wide, high = SHAPES[ink.shape]
        count = len(text)
        across = wide * WIDE if count == 1 or wide < 1 else count * WIDE
        return "".join(
            f'<rect x="{left + n * WIDE + dx * WIDE:.1f}" y="{top + dy * HIGH:.1f}" '
            f'width="{across:.1f}" height="{high * HIGH:.1f}" fill="{ink.colour}"/>'
            for n in (range(count) if wide < 1 else (0,))
        )
    weight = ' font-weight="bold"' if ink.bold else ""
    pale = ' opacity=".6"' if ink.dim else ""
    # Several blanks are one in a picture, so what stands apart is placed by itself.
    return "".join(
        f'<text x="{left + part.start() * WIDE:.1f}" y="{top + HIGH * 0.76:.1f}" '
        f'fill="{ink.colour}"{weight}{pale} textLength="{len(part[0]) * WIDE:.1f}">'
        f"{escape(part[0])}</text>"
        for part in TOGETHER.finditer(text)
    )


def svg(frames: list[Frame], columns: int, lines: int, told: str) -> str:
    """One picture, or a recording of several frames that begins again at its end."""
    wide, high = columns * WIDE + 2 * EDGE, lines * HIGH + 2 * EDGE
    style, parts = [], []
    total, begins = sum(frame.seconds for frame in frames), 0.0
    for number, frame in enumerate(frames):
        if len(frames) == 1:
            parts.append(frame.body)
            continue
        first, last = 100 * begins / total, 100 * (begins + frame.seconds) / total
        begins += frame.seconds
        style.append(
            f"@keyframes f{number}{{0%{{visibility:{'visible' if not number else 'hidden'}}}"
            f"{first:.2f}%{{visibility:visible}}{last:.2f}%,100%{{visibility:hidden}}}}"
            f".f{number}{{visibility:hidden;animation:f{number} {total:.1f}s step-end infinite}}"
        )
        parts.append(f'<g class="f{number}">{frame.body}</g>')
    css = f"<style>{''.join(style)}</style>" if style else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}" '
        f'width="{wide:.0f}" height="{high:.0f}" role="img" aria-label="{escape(told)}" '
        f'font-family="ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace" '
        f'font-size="{SIZE}" xml:space="preserve">{css}'
        f'<rect width="100%" height="100%" rx="6" fill="{GROUND}"/>{"".join(parts)}</svg>\n'
    )


class Answering(Window):
    """A window whose terminal tells that its ground is dark, as most terminals do."""

    def _read(self, seconds: float = 0.02) -> bool:
        asked = self.sent.count(QUESTION)
        read = super()._read(seconds)
        if self.sent.count(QUESTION) > asked:
            self.type(ANSWER)
        return read


def an_evening(folder: Path) -> Iterator[tuple[str, Frame]]:
    """The pages of an evening, one after the other, by their names."""
    data = folder / "data"
    with Answering("rehearse", "home-from-hospital", data=data) as window:
        window.until("type what")  # so that the ground is remembered for the next start
        window.leave(ESC, "q")
    words = ("play", "home-from-hospital", "--seats", "Asha; Tom, nurse; Maya", "--seed", "12")
    with Answering(*words, data=data) as window:
        window.until("Enter")
        window.type(ENTER)
        window.until("Turn 1 of")
        yield "card", frame_of(window, 4)
        for part in (SAID[:30], SAID):
            window.type(part.removeprefix(SAID[:30]) or part)
            in_field(window, part)
            yield "typing", frame_of(window, 1.2)
        window.type(ENTER)
        in_field(window, HINT)
        yield "said", frame_of(window, 2.5)
        window.type(ESC)
        window.until("One letter now")
        yield "actions", frame_of(window, 3.5)
        window.type("s")
        window.until(lambda _lines: window.field.startswith("Turn "))
        yield "swap", frame_of(window, 3)
        say(window, BACK)
        yield "both", frame_of(window, 4)
        for word in ("I only see the stairs.", "Who has the key?", "I would bring her soup."):
            window.type(ESC, "n")
            window.until(lambda _lines: window.field.startswith("Turn "))
            say(window, word)
        window.type(ESC, "m")
        window.until("Information")
        yield "map", frame_of(window, 5)


def in_field(window: Window, words: str) -> None:
    """Wait until these words, and no others, stand in the field, and the file has them."""
    kept = "not yet saved" if words != HINT else ""
    window.until(lambda _lines: window.field.strip() == words.strip() and kept in window.text)


def say(window: Window, words: str) -> None:
    """Type words, hand them in, and wait until they are kept."""
    window.type(words)
    in_field(window, words)
    window.type(ENTER)
    in_field(window, HINT)


PICTURES = {
    "card": "A card on the screen, and the field in which one types what is said",
    "both": "The same card answered from both sides",
    "map": "The map of whose shoes the group stood in, on what",
}


def drawn() -> dict[str, str]:
    """The files by their names."""
    with TemporaryDirectory() as folder:
        pages = list(an_evening(Path(folder)))
    frames = dict(pages)
    files = {f"{name}.svg": svg([frames[name]], 80, 24, told) for name, told in PICTURES.items()}
    recording = [frame for _name, frame in pages]
    files["evening.svg"] = svg(recording, 80, 24, "A few minutes of an evening with wshoes")
    return files


def out_of_date() -> list[str]:
    """The names of the pictures that the program draws otherwise now."""
    return [name for name, text in drawn().items() if (PLACE / name).read_text("utf-8") != text]


def main() -> int:
    """Draw, or tell which are out of date."""
    if "--check" in sys.argv:
        # Drawn anew where they differ: on a busy machine a frame may be caught between two writes.
        old = out_of_date() and out_of_date() and out_of_date()
        if old:
            print("Out of date:", *old, "- draw them with: python -m tests.pictures")
        return 1 if old else 0
    PLACE.mkdir(parents=True, exist_ok=True)
    for name, text in drawn().items():
        (PLACE / name).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
