"""Decks of the user's own by the hundred: how long Home and the check of one deck take.

    python -m tests.bench.many_decks FOLDER [--decks 500] [--cards 60]

makes a data folder with so many decks, to look at. ``tests.bench.stored`` has the figures in its
table. Home is started as a program with the cache of decks filled, as it is from the second start
on. The check is a program of its own, too: processor time above that of a start that does nothing.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.program import ROOT
from tests.bench.visits import DECKS, wshoes
from wshoes_tui.settings import DataFolder

DECK = "home-from-hospital"
CARD = "\n  - id: "
MANY, FEW, CARDS = 500, 10, 60


def fill_with_decks(folder: Path, decks: int, cards: int = CARDS) -> None:
    """Write decks of so many cards into a data folder: the cards of a shipped one, repeated."""
    text = (ROOT / "decks" / f"{DECK}.yaml").read_text("utf-8")
    head, _cards, rest = text.partition("\ncards:")
    first, *some = rest.rstrip("\n").split(CARD)
    written = "".join(f"{CARD}c{number}-{some[number % len(some)]}" for number in range(cards))
    own = DataFolder(folder).decks
    own.mkdir(parents=True)
    for number in range(decks):
        named = head.replace(f"id: {DECK}\n", f"id: deck-{number}\n", 1)
        deck = f"{named}\ncards:{first}{written}\n"
        (own / f"deck-{number}.yaml").write_text(deck, "utf-8")


def home_seconds(folder: Path, decks: int) -> float:
    """From the start of the program to Home with the number of its decks."""
    with wshoes(folder) as program:
        program.until(f"{decks + DECKS} decks")
        return program.clock


def home_ratio(root: Path, runs: int, most: int = MANY) -> float:
    """Home with many decks against Home with ten, in pairs."""
    many, few = (_folder(root, decks) for decks in (most, FEW))
    for folder in (many, few):
        _processor_ms("--data", str(folder), "deck", "list")  # fills the cache
    pairs = ((home_seconds(many, most), home_seconds(few, FEW)) for _ in range(runs))
    return statistics.median(slow / quick for slow, quick in pairs)


def check_ms(root: Path, runs: int) -> float:
    """Milliseconds of processor time of the check of one deck, above those of a bare start."""
    folder = _folder(root, FEW)
    deck = str(DataFolder(folder).decks / "deck-1.yaml")
    found = [
        _processor_ms("--data", str(folder), "deck", "check", deck) - _processor_ms("--version")
        for _ in range(runs)
    ]
    return statistics.median(found)


def _folder(root: Path, decks: int) -> Path:
    folder = root / f"decks-{decks}"
    if not folder.exists():
        fill_with_decks(folder, decks)
    return folder


def _processor_ms(*words: str) -> float:
    """Milliseconds of processor time that the program takes with these words."""
    command = [sys.executable, "-m", "wshoes_tui", *words]
    quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    pid = os.posix_spawn(sys.executable, command, os.environ, file_actions=quiet)
    _pid, status, used = os.wait4(pid, 0)
    assert status == 0, words
    return (used.ru_utime + used.ru_stime) * 1000


def main(words: Sequence[str] | None = None) -> int:
    """Make the folder."""
    parser = argparse.ArgumentParser(
        "tests.bench.many_decks", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--decks", type=int, default=MANY)
    parser.add_argument("--cards", type=int, default=CARDS)
    asked = parser.parse_args(words)
    fill_with_decks(asked.folder, asked.decks, asked.cards)
    return 0


if __name__ == "__main__":
    sys.exit(main())
