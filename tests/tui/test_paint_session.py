"""What our painting shows equals what Textual's own shows, cell by cell, through whole sessions.

Three terminals stand side by side: ours takes what the painter writes, one takes what Textual
would write for the same update, and one is painted anew by Textual, whole, after every update.
The last is the measure: Textual's own updates are held against it, too, wherever they are right.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from typing import Any, Literal

import pytest
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.screen import Screen
from textual.strip import Strip

from tests.build import Play
from tests.domain.hostile_texts import EVIL, PLAIN
from tests.tui import app_fixture as houses
from tests.tui.app_fixture import Decks, House, resume
from tests.tui.decks import HOSPITAL
from tests.tui.keyboard import (
    BACKSPACE,
    DOWN,
    ENTER,
    ESC,
    LATER,
    SPACE,
    TAB,
    resized,
    send,
    settled,
    typed,
)
from tests.tui.reference_rendering import rendered
from tests.tui.screen_text import shown, strips
from tests.tui.terminal_emulator import AS_EMOJI, Cells, Glass, differences
from tests.tui.test_tui_hostile_words import (
    END_STOPS,
    HOME_STOPS,
    OPENING_STOPS,
    TURN_STOPS,
    closed,
    hostile_deck,
    in_the_opening,
    on_a_turn,
)
from wshoes_tui.domain.text import without_surrogates
from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.hardware_cursor import cursor_of
from wshoes_tui.tui.startup import StartOptions
from wshoes_tui.tui.terminal.painter import Painter
from wshoes_tui.tui.widgets.choice_list import MarkedList
from wshoes_tui.tui.widgets.words_field import WordsField

pytestmark = pytest.mark.timeout(900)
"""They compute, and nothing in them can hang: a busy machine may take its time."""
SIZES = ((132, 43), (40, 20), (80, 24))
Sizes = Literal["one", "in turn", "all"]
"""At which sizes a step is looked at: as it is, at the next of them, or at every one."""


class Twin(WshoesApp):
    """The app, on terminals that are compared after every update."""

    told_apart: list[str]
    updates = 0

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.console._color_system = ColorSystem.STANDARD
        self.painter = Painter(ColorSystem.STANDARD, self.terminal)
        self.ours, self.stock = Glass(80, 24), Glass(80, 24)
        self.told_apart = []

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        painted = isinstance(renderable, LayoutUpdate | ChopsUpdate)
        if painted and not self._batch_count and self._running and not self._closed:
            self._compare(screen, renderable)
        super()._display(screen, renderable)

    def _compare(self, screen: Screen[Any], update: LayoutUpdate | ChopsUpdate) -> None:
        self.updates += 1
        width, height = screen.outer_size
        for glass in (self.ours, self.stock):
            if (glass.columns, glass.lines) != (width, height):
                glass.resize(height, width)
        self.ours.show(self.painter.paint(update, width, height, *cursor_of(screen)))
        self.stock.show(update.render_segments(self.console))
        self.told_apart += differences(self.ours.cells, self.stock.cells)

    def cursor_astray(self) -> str:
        """Where the terminal's cursor is, if that is not where the focus is. Readers follow it."""
        x, y = self.ours.cursor.x, self.ours.cursor.y
        focused, cursor = self.focused, cursor_of(self.screen)
        place, is_parked = cursor.place, cursor.is_parked
        hidden = self.ours.cursor.hidden
        if place is None or hidden or (x, y) != (place if not is_parked else (x, y)):
            return f"hidden={hidden}, at {(x, y)}, to be seen at {place}, focus {focused}"
        line = "".join(cell.data for cell in self.ours.cells[y])
        if getattr(self.screen, "choosing", False):
            return "" if line.strip() else f"in the empty line {y}, above the actions"
        if isinstance(focused, MarkedList) and focused.option_count and "▌" not in line:
            return f"in line {line!r}, which is not the marked one"
        if isinstance(focused, WordsField):
            return "" if focused.region.contains(x, y) else f"{(x, y)} is not in {focused.region}"
        return "" if line.strip() else f"in the empty line {y}"

    def wrong(self) -> list[str]:
        """Cells of our terminal that are neither what Textual wrote nor what it would write anew.

        Textual's own two ways differ for marks that sit on nothing.
        """
        from_stock = set(differences(self.ours.cells, self.stock.cells))
        if not from_stock:
            return []
        return [at for at in differences(self.ours.cells, self._painted_anew()) if at in from_stock]

    def stale(self) -> list[str]:
        """Cells of our terminal that Textual would show otherwise if it made every line anew."""
        return differences(self.ours.cells, self._painted_anew())

    def _painted_anew(self) -> Cells:
        strips(self)  # sets what the screens behind a sheet are
        for widget in self.screen.walk_children(with_self=True):
            widget._styles_cache.clear()
            widget._styles_cache.set_dirty(widget.size.region)
        glass = Glass(*self.size)
        everything = []
        for y, line in enumerate(rendered(self.screen), 1):
            for x, strip in line.items():
                for place, character, segment in places(strip):
                    written = in_our_pens(segment.style, character, segment.text)
                    everything.append(f"\x1b[{y};{x + place + 1}H{written}")
        glass.show("".join(everything))
        return glass.cells


PENS = Painter(ColorSystem.STANDARD, TerminalCapabilities())
"""Which pen a style has is for ``test_pens`` to say; here it is whether it stands in its cell."""


def in_our_pens(style: Style | None, text: str, whole: str = "", **_given: Any) -> str:
    """What writes a text as Textual would, but with the pens of the painter."""
    return f"\x1b[0;{';'.join(PENS._pen_of(style, whole or text))}m{text}\x1b[0m" if text else ""


def places(strip: Strip) -> list[tuple[int, str, Segment]]:
    """Where in a strip each character stands, by Textual's own measure, with its marks."""
    found: list[tuple[int, str, Segment]] = []
    for segment in strip:
        start = found[-1][0] + cell_len(found[-1][1]) if found else 0
        if segment.text.isascii():
            found.append((start, segment.text, segment))
            continue
        for end, character in enumerate(segment.text, 1):
            place = cell_len(segment.text[: end - 1])
            if cell_len(segment.text[:end]) > place and character != AS_EMOJI:
                found.append((start + place, character, segment))
            elif found:
                at, text, before = found[-1]
                found[-1] = (at, text + character, before)
    return found


@pytest.fixture(autouse=True)
def _twin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(houses, "WshoesApp", Twin)
    monkeypatch.setattr(Strip, "render_style", staticmethod(in_our_pens))


async def walked(
    app: WshoesApp, steps: Sequence[Sequence[str]], sizes: Sizes, *, hostile: bool = False
) -> None:
    """Take every step, at every size on the way, and see no difference."""
    assert isinstance(app, Twin)
    following = cycle(SIZES)
    for step in steps:
        await typed(app, *step)
        assert not app.cursor_astray(), f"after {step}"
        assert not app.wrong(), f"after {step}"
        assert hostile or not app.told_apart, f"after {step}"
        assert hostile or not app.stale(), f"after {step}"
        looked_at = {"one": (), "in turn": (next(following),), "all": SIZES}[sizes]
        for width, height in looked_at:
            await resized(app, width, height)
            assert not app.wrong(), f"{step} at {width} columns"
    assert app.updates > len(steps) / 2


PALETTE = "\x10"
SPOKEN = tuple(text for text in PLAIN if text.strip())
SESSION = (
    ("d",),
    (DOWN,),
    (SPACE,),
    ("/", "good"),
    (ESC,),
    (ESC,),
    ("n",),
    (ENTER,),
    (ENTER,),
    ("Asha, carer; 家, nurse; e\u0301\u0302va",),
    (ENTER,),
    (ESC,),
    (DOWN, DOWN),
    (ESC,),
    (DOWN, ESC, "a"),
    (ESC, "?"),
    (ESC,),
    (PALETTE,),
    (DOWN, DOWN),
    (ESC,),
    (ESC, "g"),
    (ENTER,),
    (ENTER,),
    (ENTER,),
    *((text, ENTER) for text in SPOKEN),
    (ESC, SPACE),
    (ESC, "l"),
    ("I used to think 家", TAB, "now \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f"),
    (ENTER,),
    (ESC, "p", "I will ring, \u05d0\u05e0\u05d9", ENTER, ENTER, ENTER),
    (ESC, "s"),
    (ESC, "b"),
    (DOWN, DOWN),
    (ESC, ESC, "m"),
    (ESC, ESC, "e"),
    (ESC, "e"),
    (ESC, "z"),
    (ENTER,),
    (ESC, "w"),
    (ESC, "w", "written 家\u5bb6", ENTER),
    (ESC, "x", ESC, "x", ESC, "v"),
    (ENTER, ESC, "n"),
    (ESC, "c"),
    ("words", ENTER),
    *((ESC, "n") for _page in range(7)),
    (LATER,),
    *[(TAB,)] * 6,
    ("v",),
)


async def from_home_to_the_summary(house: House, sizes: Sizes) -> None:
    async with house.open() as app:
        await walked(app, SESSION, sizes)
        assert app.live is not None
        assert app.session.state == "closed"
        assert "Who has been heard" in shown(app), "the walk has gone astray"
        assert {response.text for response in app.session.responses} >= set(SPOKEN)


async def among_hostile_words(
    house: House, play: Any, start: StartOptions, stops: Sequence[tuple[str, ...]], sizes: Sizes
) -> None:
    house.decks = Decks(hostile_deck(), broken={"evil": "\n".join(map(_storable, EVIL))})
    house.hold(play())
    async with house.open(start) as app:
        await walked(app, stops, sizes, hostile=True)


async def test_a_session_from_home_to_the_summary(house: House) -> None:
    await from_home_to_the_summary(house, "in turn")


@pytest.mark.parametrize(
    ("play", "start", "stops"),
    [
        (on_a_turn, StartOptions(), HOME_STOPS),
        (in_the_opening, resume(), OPENING_STOPS),
        (on_a_turn, resume(), TURN_STOPS),
        (closed, StartOptions(), END_STOPS),
    ],
    ids=["home", "opening", "turn", "end"],
)
async def test_hostile_words(
    house: House, play: Any, start: StartOptions, stops: Sequence[tuple[str, ...]]
) -> None:
    await among_hostile_words(house, play, start, stops, "one")


async def test_letters_that_are_joined_as_they_are_typed(house: House) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL))
    async with house.open(resume()) as app:
        left, right, delete = "\x1b[D", "\x1b[C", "\x1b[3~"
        words = "\u0645\u06cc\u200c\u062e \U0001f468\u200d\U0001f469 \u0915\u094d\u200d\u0937 "
        keys = (left, left, "\u200c", "x", BACKSPACE, BACKSPACE, right, BACKSPACE, left, delete)
        await walked(app, [(key,) for key in f"{words}\u85af\U000e0100"], "one", hostile=True)
        for key in keys:
            send(app, key)
            await settled(app)
            assert not app.wrong(), repr(key)  # type: ignore[attr-defined]
        await walked(app, [("\u2028\x85\ue000\ufffe\u202e a",)], "all", hostile=True)


@pytest.mark.slow
@pytest.mark.parametrize("sizes", ["one", "all"])
async def test_every_step_at_every_size(house: House, sizes: Sizes) -> None:
    await from_home_to_the_summary(house, sizes)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("play", "start", "stops"),
    [
        (in_the_opening, resume(), OPENING_STOPS),
        (on_a_turn, resume(), TURN_STOPS),
        (closed, StartOptions(), END_STOPS),
    ],
    ids=["opening", "turn", "end"],
)
async def test_hostile_words_at_every_size(
    house: House, play: Any, start: StartOptions, stops: Sequence[tuple[str, ...]]
) -> None:
    await among_hostile_words(house, play, start, stops, "all")


def _storable(text: str) -> str:
    return without_surrogates(text)[0]
