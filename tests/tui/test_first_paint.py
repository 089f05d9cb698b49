"""The first paint and the page of the app are the same, cell by cell."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from rich.cells import get_character_cell_size
from rich.color import ColorSystem

from tests.build import START, a_card, a_deck, a_shoes, an_env
from tests.frozen import frozen_at
from tests.tui.keyboard import settled
from tests.tui.screen_text import strips
from wshoes_tui.cells.cell_rows import Rows
from wshoes_tui.domain.deck import COLOURS, RUNGS, Deck, Prompt
from wshoes_tui.domain.list_rows import Listed, SessionLine, count_decks, overview
from wshoes_tui.first_paint.home_picture import HomeContents, paint_home
from wshoes_tui.first_paint.page_frame import NotPicturedError, PageFrame
from wshoes_tui.first_paint.turn_picture import paint_turn
from wshoes_tui.flow import home_flow
from wshoes_tui.flow.first_hints import FILE, FirstHints
from wshoes_tui.locale import LANGUAGES, speak_to
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.settings import DataFolder, Settings
from wshoes_tui.storage.memory_store import MemoryStore
from wshoes_tui.terminal.capabilities import TerminalCapabilities, terminal_of
from wshoes_tui.terminal.width import ONE_CELL
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.hardware_cursor import cursor_of
from wshoes_tui.tui.startup import StartOptions
from wshoes_tui.tui.terminal.painter import Painter
from wshoes_tui.tui.textual_patches.library_caches import share_styles

WORDS = (
    "bed", "home", "the", "a", "hospital", "nobody", "asked", "Nain", "physiotherapist", "tŷ",
    "señora", "l’évaluation", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "家に帰る", "e\u0301te\u0301", "👵🏽", "a\u00a0b", "नमस्ते", "is",
    "to", "we", "“so”", "–", "coração", "…", "(again)",
)  # fmt: skip
USUAL_SIZES = ((80, 24), (40, 20), (132, 43), (100, 30), (60, 24), (80, 20), (30, 12), (112, 20))
NAMES = ("xterm-256color", "xterm", "linux", "vt220", "tmux-256color", "putty")


class Seen(WshoesApp):
    """The app, painting on a terminal that is looked at."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.painter = Painter(ColorSystem.STANDARD, self.terminal)


def words(chance: Random, fewest: int, most: int) -> str:
    """A text of so many words."""
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(fewest, most)))


def a_size(chance: Random) -> tuple[int, int]:
    """A window: one of the usual ones, or any from the smallest on."""
    if chance.random() < 0.4:
        return chance.choice(USUAL_SIZES)
    return chance.randint(30, 140), chance.randint(12, 50)


def some_settings(chance: Random, folder: Path) -> Settings:
    """What a run may be told."""
    return Settings(
        data=DataFolder(folder),
        language=chance.choice(LANGUAGES),
        easy=chance.random() < 0.3,
        ascii=chance.random() < 0.15,
        mono=chance.random() < 0.2,
        slow=chance.random() < 0.2,
        contrast=chance.choice(("", "", "", "dark", "light")),
    )


def some_contents(chance: Random) -> HomeContents:
    """What may be read for Home."""
    decks = [
        Listed(f"d{n}", f"Deck {n}", "en", "", 8, 60, Path("d"), "yours", "x" * (n == 3))
        for n in range(chance.randint(1, 5))
    ]
    sessions = []
    for number in range(chance.choice((0, 0, 1, 2, 40))):
        kind = chance.choice(("group", "rehearsal"))
        saved = START - timedelta(minutes=chance.randint(0, 4000))
        state = chance.choice(("closed", "turns", "opening", "setup", "closing"))
        sessions.append(
            SessionLine(
                f"s{number}", words(chance, 0, 5), kind, state, saved, saved, number, "", 3,
                chance.randint(1, 9), 6, chance.choice(("", "Asha", words(chance, 1, 4))), 4,
                number, chance.randint(0, 3), chance.choice((0, 90)),
            )
        )  # fmt: skip
    known = overview(sessions, home_flow.soon())
    notice = words(chance, 3, 30) if chance.random() < 0.15 else ""
    return HomeContents(count_decks(decks), known, notice)


def some_deck(chance: Random) -> Deck:
    """A deck of one card, or of eight."""
    card = a_card(
        "c",
        "information",
        title=words(chance, 1, 9),
        text="\n\n".join(words(chance, 1, 60) for _ in range(chance.randint(1, 4))),
        easy=chance.choice(("", words(chance, 2, 30))),
        tender=chance.choice((0, 0, 2)),
        kind=chance.choice(("scenario", "statement", "poem")),
        prompts=tuple(
            Prompt(chance.choice(RUNGS), words(chance, 2, 30)) for _ in range(chance.randint(1, 4))
        ),
    )
    shoes = [
        a_shoes(
            f"s{n}",
            "service" if n else "lived",
            name=words(chance, 1, 5),
            mark=chance.choice("ABCÉ"),
            colour=chance.choice(COLOURS),
            you_are=words(chance, 3, 40),
        )
        for n in range(2)
    ]
    return a_deck(title=words(chance, 1, 8), cards=(card,), shoes=tuple(shoes))


@contextmanager
def environment(chance: Random, settings: Settings) -> Iterator[TerminalCapabilities]:
    """A terminal, and the variables by which Textual knows it."""
    known = {"TERM": chance.choice(NAMES), "LC_ALL": chance.choice(("C.UTF-8", "C.UTF-8", "C"))}
    terminal = terminal_of(settings, known, speed=0)
    before = os.environ.pop("NO_COLOR", None)
    if not terminal.colours:
        os.environ["NO_COLOR"] = "1"
    try:
        yield terminal
    finally:
        os.environ.pop("NO_COLOR", None)
        if before is not None:
            os.environ["NO_COLOR"] = before


async def page_of(app: WshoesApp, size: tuple[int, int]) -> tuple[Rows, tuple[int, int] | None]:
    """The cells that the app shows once it is at rest, and where its cursor stands."""
    share_styles(app)
    try:
        async with app.run_test(size=size):
            await settled(app)
            strips(app)
            update = app.screen._compositor.render_full_update()
            app.painter.forget()
            app.painter.paint(update, *size, *cursor_of(app.screen))
            return app.painter._writer.rows, cursor_of(app.screen).place
    finally:
        app.worker.close()


def told_apart(ours: Rows, theirs: Rows) -> str:
    """The first cells that differ; empty where none does."""
    found = [
        f"row {y} column {x}: painted {one!r}, page {other!r}"
        for y, (row, page) in enumerate(zip(ours, theirs, strict=True))
        for x, (one, other) in enumerate(zip(row, page, strict=True))
        if one != other
    ]
    text = ["".join(cell for cell, _pen in row) for row in (*ours, *theirs)] if found else []
    return "\n".join([*found[:12], *text])


async def compare_home(chance: Random, folder: Path) -> bool:
    """Home by chance: whether it was painted, and equal; AssertionError where it differs."""
    settings, size, contents = some_settings(chance, folder), a_size(chance), some_contents(chance)
    with environment(chance, settings) as terminal:
        speak_to(settings.language, easy=settings.easy)
        frame = PageFrame(*size, terminal)
        try:
            cursor = paint_home(frame, contents, slow=terminal.slow)
        except NotPicturedError:
            return False
        app = Seen(settings, terminal=terminal)
        app.home_contents = contents
        rows, at = await page_of(app, size)
    assert not (wrong := told_apart(frame.rows, rows)), f"{size} {settings} {terminal}\n{wrong}"
    assert cursor == at, f"{size} {settings}"
    return True


async def compare_card(chance: Random, folder: Path) -> bool:
    """The first card by chance, in the same way."""
    settings, size, deck = some_settings(chance, folder), a_size(chance), some_deck(chance)
    library = SessionLibrary(
        MemoryStore(),
        None,
        lambda _id: nullcontext(),
        an_env(chance=chance.randint(0, 99)),  # type: ignore[arg-type]
    )
    done = settings.data.cache / FILE
    done.unlink(missing_ok=True)
    if chance.random() < 0.5:
        done.parent.mkdir(exist_ok=True)
        done.touch()
    with environment(chance, settings) as terminal:
        speak_to(settings.language, easy=settings.easy)
        live = library.rehearse(deck, seed=chance.randint(0, 99))
        frame = PageFrame(*size, terminal)
        try:
            hint = FirstHints(settings.data.cache).hint(live.session)
            cursor = paint_turn(frame, live.session, easy=settings.easy, hint=hint)
        except NotPicturedError:
            return False
        app = Seen(
            settings, StartOptions("rehearse"), open_library=lambda: library, terminal=terminal
        )
        app.first = live
        rows, at = await page_of(app, size)
    assert not (wrong := told_apart(frame.rows, rows)), f"{size} {settings} {terminal}\n{wrong}"
    assert cursor == at, f"{size} {settings}"
    return True


def test_what_takes_one_cell_takes_one_for_rich_too() -> None:
    assert {get_character_cell_size(character) for character in ONE_CELL} == {1}


COMPARED = {"home": compare_home, "card": compare_card}


@pytest.mark.parametrize("page", COMPARED)
async def test_the_picture_and_the_page_are_equal(page: str, tmp_path: Path) -> None:
    await compare_many(page, range(25), tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("page", COMPARED)
async def test_many_pictures_and_pages_are_equal(page: str, tmp_path: Path) -> None:
    await compare_many(page, range(1000, 1300), tmp_path)


async def compare_many(page: str, seeds: range, folder: Path) -> None:
    """All of these, by the seed of each; nearly every one has to be painted."""
    with frozen_at(START):
        painted = [await COMPARED[page](Random(f"{page} {seed}"), folder) for seed in seeds]
    assert sum(painted) >= 0.9 * len(painted), f"{sum(painted)} of {len(painted)} were painted"
