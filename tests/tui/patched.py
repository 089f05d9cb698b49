"""Copies of Textual in which private names are gone, and the program in a terminal on one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from tests.terminal.window import ENTER, ESC, Window
from tests.terminal.window import ROOT as ROOT
from wshoes_tui.tui.textual_patches.patch_table import PATCHES, RELIANCES

MODULES = ("_compositor", "_xterm_parser", "_styles_cache", "_parser", "_queue")
"""Private modules that the program imports from, or looks into."""


def private_names(package: str) -> list[str]:
    """All private names of a library that the table lists, and its private modules."""
    listed = [one.rests_on for one in PATCHES] + [one.names for one in RELIANCES]
    names = {
        name
        for module_names in listed
        for module, found in module_names.items()
        if module.startswith(package)
        for name in found
    }
    names |= {
        target.rpartition(".")[2].rpartition(":")[2]
        for one in PATCHES
        for target in one.replaced
        if target.startswith(package)
    }
    names |= set(MODULES) if package == "textual" else set()
    return sorted(name for name in names if name.startswith("_") and not name.startswith("__"))


def without(folder: Path, names: Iterable[str], package: str = "textual") -> dict[str, str]:
    """The environment of a program whose library has other names for these, in a copy."""
    spec = find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    copy = folder / package
    shutil.copytree(Path(spec.origin).parent, copy)
    wanted = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, names)) + r")(?!\w)")
    for path in sorted(copy.rglob("*.py")):
        source = path.read_text("utf-8")
        if wanted.search(source):
            path.write_text(wanted.sub(r"\1_renamed", source), "utf-8")
    for path in sorted(copy.rglob("*.py")):
        if wanted.fullmatch(path.stem):
            path.rename(path.with_stem(f"{path.stem}_renamed"))
    return {"PYTHONPATH": f"{folder}:{ROOT}"}


def hold_a_session(data: Path, env: dict[str, str]) -> None:
    """From Home to a card, words, help, and out: the words are on the disk."""
    with Window(data=data, env=env) as window:
        window.until("your first session will stand here")
        window.type("r")
        window.until("People who live with it")  # the marked deck is shown: the list takes keys
        window.type(ENTER)
        window.until("You stand here")
        window.type("I want my own bed.")
        window.until("I want my own bed.")
        window.type(ENTER)
        window.until("✓ saved")
        _act(window, "?")
        window.until("Letters are words")
        window.type(ESC)
        window.until("You stand here")
        _act(window, "n")
        window.until("Turn 2 of 6")
        _act(window, "q")
        assert window.end() == 0
        assert window.is_restored
    assert any(b"I want my own bed." in path.read_bytes() for path in data.glob("*.db*"))


ROW = "One letter now"


def _act(window: Window, key: str) -> None:
    """Open the actions, then choose one: Textual's parser takes both at once for Alt and a key."""
    window.until(lambda lines: not any(ROW in line for line in lines))
    window.type(ESC)
    window.until(ROW)
    window.type(key)
