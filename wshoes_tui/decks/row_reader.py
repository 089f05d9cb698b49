"""Reader of the row of a deck in a list, where the row is not in the cache."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from wshoes_tui.decks.deck_cache import SUFFIXES, FoundDeck, RowCache, may_be_misnamed, stamp_of
from wshoes_tui.decks.deck_rules import FindOriginal, load_deck, parse_deck, parse_head
from wshoes_tui.decks.diagnostics import DeckErrors, Report
from wshoes_tui.decks.source import read_source
from wshoes_tui.decks.tree_reader import split_deck
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.list_rows import Listed
from wshoes_tui.domain.text import one_line

PEEKED = 2_000
"""Bytes at the top of another file that tell whether it is a deck."""

_FIRST_KEY = re.compile(r"(?:\s*#[^\n]*\n|---[^\n]*\n|\s)*wshoes[ \t]*:")
_ANY_KEY = re.compile(r"^(?:wshoes|id|cards)[ \t]*:", re.MULTILINE)
_INNER_SUFFIX = re.compile(r"(\.ya?ml)\b.*$", re.IGNORECASE)


def read_row(path: Path, origin: str, heads: RowCache) -> FoundDeck:
    """Read a whole deck file. A translation is left for ``read_translation_row``."""
    return _read(path, origin, heads, lambda text: parse_deck(text, path.name))


def read_head(path: Path, origin: str) -> FoundDeck | None:
    """Read the head of a deck file; None where it tells too little, or has errors."""
    try:
        text = read_source(path, Report(path.name))
        if original := translates(text):
            return _pending(text, original, path, origin)
        parts = split_deck(text)
        if parts is None or not parts.cards or parts.tail:
            return None
        return _sound(parse_head(parts.head.text, path.name), path, origin)
    except DeckErrors:
        return None


def read_translation_row(
    pending: FoundDeck, find_original: FindOriginal, beside: Path | None, heads: RowCache
) -> FoundDeck:
    """Read a translation, with its original at hand where there is one."""
    path = pending.row.path
    told = replace(pending, beside="" if beside is None else str(beside))
    return _read(
        path,
        pending.row.origin,
        heads,
        lambda text: parse_deck(text, path.name, find_original),
        told,
    )


def _read(
    path: Path,
    origin: str,
    heads: RowCache,
    parse: Callable[[str], Deck],
    translation: FoundDeck | None = None,
) -> FoundDeck:
    """The row of a file, which is remembered.

    Args:
        path: the file.
        origin: which folder it is of.
        heads: the cache.
        parse: makes a deck of its text.
        translation: the translation as it has been found; None for any other deck, and a file
            that turns out to be a translation is not parsed.
    """
    stamp = stamp_of(path)
    text = ""
    try:
        text = read_source(path, Report(path.name))
        if translation is None and (original := translates(text)):
            return _pending(text, original, path, origin)
        found = _sound(parse(text), path, origin)
    except DeckErrors as errors:
        found = _broken(text, path, origin, str(errors.problems[0]))
    if translation is not None:
        found = replace(translation, row=found.row)
    if text:  # what cannot be read may be readable next time, with the same stamp
        heads.remember(stamp, found)
    return found


def load_from(paths: Iterable[Path], deck_id: str) -> Deck | None:
    """The sound deck of that id in the first of these files that holds one, no translation."""
    for path in paths:
        try:
            text = read_source(path, Report(path.name))
            if glimpse(text, "id") == deck_id and not translates(text):
                return load_deck(path)
        except DeckErrors:
            continue
    return None


def _sound(deck: Deck, path: Path, origin: str) -> FoundDeck:
    row = Listed(
        deck.id,
        deck.title,
        deck.language,
        deck.summary,
        len(deck.cards),
        deck.minutes,
        path,
        origin,
        translated=deck.translated,
    )
    original = deck.translation_of or deck.id
    return FoundDeck(row, original, is_translation=bool(deck.translation_of))


def _pending(text: str, original: str, path: Path, origin: str) -> FoundDeck:
    """A translation under the names it seems to have, not yet checked."""
    return replace(_broken(text, path, origin, ""), original=original, is_translation=True)


def _broken(text: str, path: Path, origin: str, problem: str) -> FoundDeck:
    """A deck with faults, under the names it seems to have."""
    row = Listed(
        id=glimpse(text, "id") or path.stem,
        title=glimpse(text, "title") or one_line(path.name),
        language=glimpse(text, "language"),
        summary="",
        cards=0,
        minutes=0,
        path=path,
        origin=origin,
        problem=problem,
    )
    original = translates(text)
    return FoundDeck(row, original or row.id, is_translation=bool(original))


def glimpse(text: str, key: str) -> str:
    """What a line of the head seems to say, whether the file is sound or not."""
    found = re.search(rf"^{key}: *[\"']?([^\"'#~\n]+)", text, re.MULTILINE)
    return one_line(found[1]) if found else ""


def translates(text: str) -> str:
    """The id of the deck of which this one seems to be a translation."""
    original = glimpse(text, "translation_of")
    return "" if original == "null" else original


def wrong_name(path: Path) -> tuple[str, str] | None:
    """What is wrong with the name of a deck file that no list would show, and how to mend it.

    None where the name is that of a deck, or the file is none.
    """
    name = path.name
    if not may_be_misnamed(name):
        return None
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            top = file.read(PEEKED).decode("utf-8-sig", "replace")
    except OSError:
        return None
    if not _FIRST_KEY.match(top) and not (_INNER_SUFFIX.search(name) and _ANY_KEY.search(top)):
        return None
    better = _INNER_SUFFIX.sub(lambda match: match[1], name) or name
    if not better.lower().endswith(SUFFIXES):
        better = f"{Path(name).stem or name}.yaml"
    kind = os.path.splitext(name)[1]  # noqa: PTH122 - of a name
    ends = f'ends in "{kind}"' if kind else "has no ending"
    what = f'This is a deck, but its name {ends}, not in ".yaml", so it is not used'
    return one_line(what), one_line(f'Rename it to "{better}".')
