"""Whole decks as they were read last time: an unchanged file need not be read again.

YAML, and the rules a deck must keep, take longer than all else on the way to a first card.
Only sound decks are remembered, and whatever gives rise to doubt is read from its file anew.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from wshoes_tui import __version__
from wshoes_tui.decks.row_cache import stamp_of, write_down
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.models import PlayedDeck
from wshoes_tui.domain.serialization import record_from_json, record_to_json

if TYPE_CHECKING:
    from wshoes_tui.decks.deck_rules import FindOriginal

MOST = 12
"""How many decks are remembered; the oldest memories go first."""

FRESH_SECONDS = 3
"""A file changed so lately may change again without its stamp telling."""


class DeckCache:
    """Remembered decks, each in a file of its own in a folder. ``None`` remembers nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def load(self, path: Path, find_original: FindOriginal | None = None) -> Deck:
        """The deck in a file.

        A translation is not remembered, since half of it is in another file.

        Raises:
            DeckErrors: everything that is wrong with it.
        """
        stamp = stamp_of(path)
        known = self._recall(path, stamp)
        if known is not None:
            return known
        from wshoes_tui.decks.deck_rules import load_deck

        deck = load_deck(path, find_original)
        if not deck.translation_of:
            self._remember(path, stamp, deck)
        return deck

    def _recall(self, path: Path, stamp: list[int]) -> Deck | None:
        if self._folder is None or not stamp:
            return None
        with suppress(OSError, ValueError, RecursionError):
            top, _, text = self._place(self._folder, path).read_text("utf-8").partition("\n")
            if json.loads(top) == _top(path, stamp, text):
                return record_from_json(PlayedDeck, json.loads(text)).deck
        return None

    def _remember(self, path: Path, stamp: list[int], deck: Deck) -> None:
        if self._folder is None or not self._folder.parent.is_dir() or _is_fresh(stamp):
            return
        text = json.dumps(record_to_json(PlayedDeck(id="remembered", deck=deck)))
        top = json.dumps(_top(path, stamp, text))
        if write_down(self._place(self._folder, path), f"{top}\n{text}"):
            self._forget_oldest(self._folder)

    def _place(self, folder: Path, path: Path) -> Path:
        return folder / f"deck-{crc32(os.fsencode(path.absolute())):08x}.json"

    def _forget_oldest(self, folder: Path) -> None:
        with suppress(OSError):
            ages = sorted((file.stat().st_mtime_ns, file) for file in folder.glob("deck-*.json"))
            for _, file in ages[:-MOST]:
                file.unlink()


def _top(path: Path, stamp: list[int], text: str) -> dict[str, object]:
    """What must be as it was for the rest to be believed."""
    return {
        "version": __version__,
        "file": str(path.absolute()),
        "stamp": stamp,
        "hash": sha256(text.encode()).hexdigest(),
    }


def _is_fresh(stamp: list[int]) -> bool:
    return not stamp or time.time_ns() - stamp[1] < FRESH_SECONDS * 1_000_000_000
