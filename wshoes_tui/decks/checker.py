"""Checker of deck files and of folders with decks: all errors, and the decks that are sound."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wshoes_tui.decks.deck_cache import is_deck_name
from wshoes_tui.decks.deck_rules import FindOriginal, Loaded, load_both
from wshoes_tui.decks.diagnostics import DeckErrors, Problem
from wshoes_tui.decks.row_reader import load_from, wrong_name
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.text import one_line

NO_FILE = "No deck file is in this folder"

OriginalOf = Callable[[Path, str], Deck | None]
"""From the file of a translation and the id of its original to that original."""


@dataclass(slots=True)
class Checked:
    """What a check has found. ``files`` counts the files looked at, sound or not."""

    files: int = 0
    problems: list[Problem] = field(default_factory=list)
    sound: dict[Path, Loaded] = field(default_factory=dict)


def check_files(paths: Sequence[Path], original_of: OriginalOf) -> Checked:
    """Check these files and the deck files in these folders, each of them once.

    Args:
        paths: files and folders.
        original_of: finds the original of a translation that is not among them.
    """
    checked = Checked()
    files: dict[Path, None] = {}
    for path in paths:
        found = list(_files(path))
        if not found:
            checked.problems.append(
                Problem(os.fspath(path), 0, NO_FILE, "Name another, or a file.")
            )
        files |= dict.fromkeys(found)
    checked.files = len(files)
    for file in files:
        told = wrong_name(file)
        problems = [Problem(os.fspath(file), 0, *told)] if told else []
        try:
            loaded = load_both(file, _finder(file, files, original_of))
        except DeckErrors as errors:
            problems += errors.problems
        else:
            if not problems:
                checked.sound[file] = loaded
        checked.problems += problems
    _refuse_doubles(checked)
    return checked


def _finder(file: Path, files: Iterable[Path], original_of: OriginalOf) -> FindOriginal:
    return lambda deck_id: load_from(files, deck_id) or original_of(file, deck_id)


def _files(path: Path) -> Iterator[Path]:
    """The file itself, or the decks of a folder. A file that cannot be read is left to fail."""
    try:
        names = sorted(os.listdir(path))  # noqa: PTH208 - names alone are wanted
    except (OSError, ValueError):
        yield path
        return
    for name in names:
        if is_deck_name(name) or wrong_name(path / name):
            yield path / name


def _refuse_doubles(checked: Checked) -> None:
    """Two decks of one id and language in one folder: only one of them is ever used."""
    first: dict[tuple[Path, str, str], Path] = {}
    for file, loaded in list(checked.sound.items()):
        deck = loaded.deck
        key = (file.absolute().parent, deck.id, deck.language.lower())
        other = first.setdefault(key, file)
        if other != file:
            del checked.sound[file]
            what = f"It has the same id and language as {one_line(other.name)}, so it is not used"
            mend = "Give it an id of its own, or move one of the two away."
            checked.problems.append(Problem(os.fspath(file), 0, what, mend))
