"""The first paint on a real terminal: handed over in place, and given back however it ends."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.window import DOWN, ENTER, ESC, ROOT, Window
from wshoes_tui.sessions.bootstrap import open_deck_library, prepare_data_folder
from wshoes_tui.settings import DataFolder, Settings

HOLD = """
import os, sys, time
class Hold:
    '''The first import of what is slow waits for a file, or fails.'''
    def find_spec(self, name, path=None, target=None):
        if name in ("textual", "asyncio") and not self.done:
            self.done = True
            with open(os.environ["PAINTED"], "w") as painted:
                painted.write(" ".join(sys.modules))
            end = time.monotonic() + 20
            while not os.path.exists(os.environ["GO_ON"]) and time.monotonic() < end:
                time.sleep(0.005)
            if os.environ.get("BROKEN"):
                raise ImportError("broken", name="textual")
    done = False
sys.meta_path.insert(0, Hold())
"""
"""Stops the program between the first paint and the app: ``sitecustomize`` of a test's program."""
SLOW = (
    "ast", "asyncio", "base64", "concurrent.futures", "dataclasses", "gettext", "hashlib", "hmac",
    "inspect", "locale", "logging", "platformdirs", "rich", "secrets", "shutil", "signal",
    "statistics", "tempfile", "textual", "traceback", "uuid", "yaml",
)  # fmt: skip
"""What is not loaded on the way to the first picture, nor to the first card in plain lines."""
AFTER_A_CARD = {
    "ast", "concurrent.futures", "dataclasses", "inspect", "locale", "logging", "signal",
    "traceback",
}  # fmt: skip
"""What the thread that opens the store may have loaded by then, if the machine is busy."""
MODES = re.compile(rb"\x1b\[\?[\d;]+(?:[hl]|\$p)|\x1b\[c|\x1b\[[<>]\d*u|\x1b\]11;\?\x1b\\")
CARD = ("rehearse", "home-from-hospital")
HOME: tuple[str, ...] = ()
XTERM = "xterm-256color"
WORDS = "I want my own bed."


class HeldWindow(Window):
    """A window whose program waits with the first paint on the screen."""

    def __init__(
        self,
        *words: str,
        data: Path,
        broken: bool = False,
        term: str = "xterm-256color",
        **kwargs: Any,
    ) -> None:
        place = data.parent
        (place / "sitecustomize.py").write_text(HOLD)
        self._painted, self._go_on = place / "painted", place / "go-on"
        for left in (self._painted, self._go_on):
            left.unlink(missing_ok=True)
        env = {
            "PYTHONPATH": f"{place}:{ROOT}",
            "PAINTED": str(self._painted),
            "GO_ON": str(self._go_on),
            "TERM": term,
            **({"BROKEN": "1"} if broken else {}),
        }
        super().__init__(*words, data=data, env=env, **kwargs)
        self.until(lambda _lines: self._painted.exists())
        while self._read(0.05):
            pass

    @property
    def loaded(self) -> set[str]:
        """The modules that are loaded by now."""
        return set(self._painted.read_text().split())

    def go_on(self) -> None:
        """Let the program import Textual."""
        self._go_on.touch()


@pytest.fixture(scope="module")
def cached(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which every deck is in the cache."""
    folder = tmp_path_factory.mktemp("cached") / "data"
    settings = Settings(data=DataFolder(folder))
    prepare_data_folder(settings)
    decks = open_deck_library(settings)
    decks.listing()
    decks.open(CARD[1])
    return folder


@pytest.fixture
def data(cached: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(cached, tmp_path / "data"))


@contextmanager
def held(*words: str, data: Path, **how: Any) -> Iterator[HeldWindow]:
    with HeldWindow(*words, data=data, **how) as window:
        yield window


@pytest.mark.parametrize("words", [HOME, CARD])
@pytest.mark.parametrize("size", [(80, 24), (40, 20), (132, 43)])
def test_it_is_complete_and_nothing_of_it_is_written_again(
    words: tuple[str, ...], size: tuple[int, int], data: Path
) -> None:
    with held(*words, data=data, size=size) as window:
        painted, cursor = window.lines, (window.screen.cursor.x, window.screen.cursor.y)
        before = len(window.sent)
        assert any("Enter" in line for line in window.lines[-2:])
        window.go_on()
        window.until(lambda _lines: b"\x1b[?2004h" in window.sent)
        while window._read(0.6):
            pass
        assert MODES.sub(b"", window.sent[before:]) == b""
        assert window.lines == painted
        assert (window.screen.cursor.x, window.screen.cursor.y) == cursor
        assert window.leave("q" if words == HOME else f"{ESC}q") == 0
        assert window.is_restored


@pytest.mark.parametrize(
    ("words", "term"), [(HOME, "xterm"), (CARD, "xterm"), (CARD, "dumb"), (HOME, "dumb")]
)
def test_nothing_slow_is_loaded_before_the_first_page(
    words: tuple[str, ...], term: str, data: Path
) -> None:
    with held(*words, data=data, term=term) as window:
        found = window.loaded & set(SLOW)
        # In lines the store begins to open once the first card is written, before the loop does.
        assert found <= (AFTER_A_CARD if term == "dumb" else set())
        assert "rehearse" in window.text.casefold() or "hospital" in window.text
        window.go_on()
        if term == "dumb":
            assert window.leave("/leave\n") == 0


def test_keys_typed_at_the_picture_come_whole_and_in_order(data: Path) -> None:
    with held(*CARD, data=data) as window:
        window.type(WORDS, ENTER, ESC, "n", "And tea.")
        window.go_on()
        window.until("Turn 2 of")
        window.until(lambda _lines: window.field == "And tea.")
        assert window.leave(ESC, "q") == 0
        assert window.is_restored


def test_keys_typed_at_home_move_and_open(data: Path) -> None:
    with held(*HOME, data=data) as window:
        window.type(DOWN, DOWN, DOWN, DOWN, ENTER)
        window.go_on()
        window.until("A hard night")
        assert window.leave(ESC, "q") == 0


def test_the_background_is_asked_for_and_remembered(data: Path) -> None:
    with Window(*CARD, data=data) as window:
        window.until(lambda _lines: b"\x1b]11;?" in window.sent)
        window.type("Tea", b"\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\", " and cake")
        window.until(lambda _lines: window.field == "Tea and cake")
        window.until(lambda _lines: (data / "cache" / "terminals.txt").exists())
        assert window.leave(ESC, "q") == 0
    assert (data / "cache" / "terminals.txt").read_text().startswith("fd/f6/e3 xterm-256color")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_at_home_ends_it_at_once(number: signal.Signals, data: Path) -> None:
    with held(*HOME, data=data) as window:
        window.type("r")
        assert window.signal(number) == 128 + number
        assert window.is_restored


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_words_typed_at_the_picture_are_kept_when_a_signal_comes(
    number: signal.Signals, data: Path
) -> None:
    with held(*CARD, data=data) as window:
        window.type(WORDS)
        window.process.send_signal(number)
        window.go_on()
        assert window.end() == 128 + number
        assert window.is_restored
    with Window("resume", data=data) as window:
        window.until(lambda _lines: window.field == WORDS)
        assert window.leave(ESC, "q") == 0


@pytest.mark.parametrize("words", [HOME, CARD])
def test_an_interrupt_gives_the_terminal_back(words: tuple[str, ...], data: Path) -> None:
    with held(*words, data=data) as window:
        assert window.signal(signal.SIGINT) == 130
        assert window.is_restored


@pytest.mark.parametrize("words", [HOME, CARD])
def test_an_import_that_fails_gives_the_terminal_back(words: tuple[str, ...], data: Path) -> None:
    with held(*words, data=data, broken=True) as window:
        window.go_on()
        assert window.end() == 1
        assert window.is_restored
        assert b"Something went wrong that should not have" in window.sent


@pytest.mark.parametrize("to", [(100, 30), (60, 20)])
def test_another_size_meanwhile_is_painted_anew(to: tuple[int, int], data: Path) -> None:
    with held(*CARD, data=data) as window:
        window.resize(*to)
        window.go_on()
        window.until("type what you would say")
        assert window.leave(ESC, "q") == 0
        assert window.is_restored


def test_a_size_that_went_and_came_back_is_painted_anew(data: Path) -> None:
    with held(*CARD, data=data) as window:
        window.resize(100, 30)
        window.resize(80, 24)
        assert "type what" not in window.text
        window.go_on()
        window.until("type what you would say")
        assert window.leave(ESC, "q") == 0


@pytest.mark.parametrize(
    ("words", "env", "painted"),
    [
        (HOME, {}, True),
        (CARD, {}, True),
        (HOME, {"WSHOES_PAINT": "stock"}, False),
        (("--database", "x.db"), {}, False),
        (("resume",), {}, False),
        (("play", "home-from-hospital"), {}, False),
        (HOME, {"LC_ALL": "de_DE.ISO-8859-1"}, False),
    ],
)
def test_what_is_painted_and_what_is_left_to_the_app(
    words: tuple[str, ...], env: dict[str, str], painted: bool, data: Path
) -> None:
    code = (
        "import sys, wshoes_tui.cli.launch as launch\n"
        "import wshoes_tui.cells.raw_terminal as raw\n"
        "raw.RawTerminal.enter = lambda self: sys.exit(9)\n"
        "launch.on_terminal = lambda: True\n"
        "from types import ModuleType\n"
        "app = ModuleType('wshoes_tui.tui.screen_runner')\n"
        "app.run_app = lambda settings, start, painted: 7 if painted is None else 8\n"
        "sys.modules['wshoes_tui.tui.screen_runner'] = app\n"
        "import os\n"
        "os.isatty = lambda _descriptor: True\n"
        f"sys.argv[1:] = {list(words)!r}\n"
        "from wshoes_tui.__main__ import main\n"
        "sys.exit(main())\n"
    )
    base = {"TERM": "xterm", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT), "WSHOES_DATA": str(data)}
    ran = subprocess.run(
        [sys.executable, "-c", code], env={**base, **env}, cwd=data.parent, capture_output=True
    )
    assert ran.returncode == (9 if painted else 7), ran.stderr
