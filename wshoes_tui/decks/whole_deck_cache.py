"""Cache of whole decks, each in a file of its own: a sound deck that has not changed is not parsed.

What stands in the cache is believed where this version wrote it of a file that is still as it was.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from wshoes_tui import __version__
from wshoes_tui.decks.deck_cache import stamp_of, write_whole
from wshoes_tui.domain.value import Value, fields

if TYPE_CHECKING:
    from wshoes_tui.decks.deck_rules import FindOriginal
    from wshoes_tui.domain.deck import Deck

MOST = 12
"""How many whole decks are remembered; the oldest go first."""

FRESH_SECONDS = 3
"""A file changed so lately may change again without its stamp telling."""


class DeckCache:
    """Remembered decks, each in a file of its own in a folder. ``None`` remembers nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def load(self, path: Path, find_original: FindOriginal | None = None) -> Deck:
        """The deck in a file; ``DeckErrors`` where it has faults.

        A translation is not remembered, since half of it is in another file.
        """
        stamp = stamp_of(path)
        if (known := self._recall(path, stamp)) is not None:
            return known
        from wshoes_tui.decks.deck_rules import load_deck

        deck = load_deck(path, find_original)
        if not deck.translation_of:
            self._remember(path, stamp, deck)
        return deck

    def _recall(self, path: Path, stamp: list[int]) -> Deck | None:
        if self._folder is None or not stamp:
            return None
        with suppress(OSError, ValueError, RecursionError, TypeError, KeyError):
            top, _, text = _place(self._folder, path).read_text("utf-8").partition("\n")
            if json.loads(top) == _top(path, stamp, text):
                deck: Deck = _checked(_kinds(), "deck", json.loads(text)["deck"])
                return deck
        return None

    def _remember(self, path: Path, stamp: list[int], deck: Deck) -> None:
        if self._folder is None or not self._folder.parent.is_dir() or _is_fresh(stamp):
            return
        from wshoes_tui.domain.models import PlayedDeck
        from wshoes_tui.domain.serialization import record_to_json

        text = json.dumps(record_to_json(PlayedDeck(id="remembered", deck=deck)))
        top = json.dumps(_top(path, stamp, text))
        write_whole(_place(self._folder, path), f"{top}\n{text}")
        with suppress(OSError):
            files = self._folder.glob("deck-*.json")
            for _, file in sorted((file.stat().st_mtime_ns, file) for file in files)[:-MOST]:
                file.unlink()


def _place(folder: Path, path: Path) -> Path:
    from zlib import crc32

    return folder / f"deck-{crc32(os.fsencode(path.absolute())):08x}.json"


def _top(path: Path, stamp: list[int], text: str) -> dict[str, object]:
    """What must be as it was for the rest to be believed."""
    from zlib import crc32

    return {
        "version": __version__,
        "fields": [field.name for kind in _kinds().values() for field in fields(kind)],
        "file": str(path.absolute()),
        "stamp": stamp,
        "checksum": crc32(text.encode()),
    }


def _kinds() -> dict[str, type[Value]]:
    """The classes of a deck and of what its lists hold, by the names of these lists."""
    from wshoes_tui.domain.deck import Card, Deck, Prompt, Shoes, Theme

    return {"deck": Deck, "themes": Theme, "shoes": Shoes, "cards": Card, "prompts": Prompt}


def _checked(kinds: Mapping[str, type[Value]], name: str, data: Any) -> Any:
    """A value of JSON whose checksum is right, each part of the type that its field has.

    Read like a record, whose type hints are evaluated first, a deck took two milliseconds more on
    the way to the first card.

    Raises:
        TypeError, KeyError, ValueError: this version did not write that.
    """
    _must_be(dict, data)
    kind, values = kinds[name], dict[str, Any]()
    for field, part in data.items():
        word, of_texts = _words_of_hint(kind.__annotations__[field])
        if part is None and word == _OR_NONE:
            continue
        _must_be(_JSON_TYPES.get(word), part)
        match word:
            case "str" | "int" | "int | None":
                values[field] = part
            case "tuple" if of_texts:
                values[field] = tuple(_must_be(str, one) for one in part)
            case "tuple":
                values[field] = tuple(_checked(kinds, field, one) for one in part)
            case "Mapping":
                values[field] = {key: _must_be(str, text) for key, text in part.items()}
            case _:
                values[field] = _choices(word)[_choices(word).index(part)]
    return kind(**values)


_OR_NONE = "int | None"
_JSON_TYPES = {"str": str, "int": int, "tuple": list, "Mapping": dict, _OR_NONE: int}
"""The type in JSON of a field, by the first word of its type hint; others are a ``Literal``."""


def _must_be(kind: type[Any] | None, part: Any) -> Any:
    if kind is not None and type(part) is not kind:
        raise TypeError(part)
    return part


@cache
def _words_of_hint(hint: str) -> tuple[str, bool]:
    """The first word of a hint such as ``Annotated[tuple[str, ...], x]``, and if "str" is next."""
    words = hint.removeprefix("Annotated[").replace(",", "[", 1).split("[", 2)
    return words[0], words[1:2] == ["str"]


@cache
def _choices(name: str) -> tuple[Any, ...]:
    """The values of a ``Literal``."""
    from wshoes_tui.domain import deck

    return get_args(getattr(deck, name))


def _is_fresh(stamp: list[int]) -> bool:
    return not stamp or time.time_ns() - stamp[1] < FRESH_SECONDS * 1_000_000_000
