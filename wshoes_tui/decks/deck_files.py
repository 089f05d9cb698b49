"""Reader and checker of deck files: rows of the list that are not in the cache; all errors."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from wshoes_tui.decks.deck_cache import (
    SUFFIXES,
    FoundDeck,
    RowCache,
    is_deck_name,
    may_be_misnamed,
    stamp_of,
)
from wshoes_tui.decks.deck_rules import (
    FindOriginal,
    Loaded,
    load_both,
    load_deck,
    parse_deck,
    parse_head,
)
from wshoes_tui.decks.diagnostics import DeckErrors, Problem, Report
from wshoes_tui.decks.frameworks import holds_frameworks, read_frameworks
from wshoes_tui.decks.source import read_source
from wshoes_tui.decks.tree_reader import split_deck
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.list_rows import Listed
from wshoes_tui.domain.text import one_line
from wshoes_tui.locale import N_, _

PEEKED = 2_000
"""Bytes at the top of another file that tell whether it is a deck."""

_FIRST_KEY = re.compile(r"(?:\s*#[^\n]*\n|---[^\n]*\n|\s)*wshoes[ \t]*:")
_ANY_KEY = re.compile(r"^(?:wshoes|id|cards)[ \t]*:", re.MULTILINE)
_INNER_SUFFIX = re.compile(r"(\.ya?ml)\b.*$", re.IGNORECASE)


def read_row(
    path: Path,
    origin: str,
    heads: RowCache,
    translation: FoundDeck | None = None,
    find_original: FindOriginal | None = None,
) -> FoundDeck:
    """Read a whole deck file, and remember its row.

    A file that turns out to be a translation is not checked before it is given again as
    ``translation``, with its original at hand where there is one.
    """
    stamp = stamp_of(path)
    text = ""
    try:
        text = read_source(path, Report(path.name))
        if translation is None and translates(text):
            return _unread(text, path, origin)
        found = _sound(parse_deck(text, path.name, find_original), path, origin)
    except DeckErrors as errors:
        found = _unread(text, path, origin, str(errors.problems[0]))
    if translation is not None:
        found = replace(translation, row=found.row)
    if text:  # what cannot be read may be readable next time, with the same stamp
        heads.remember(stamp, found)
    return found


def read_head(path: Path, origin: str) -> FoundDeck | None:
    """Read the head of a deck file; None where it tells too little, or has errors."""
    try:
        text = read_source(path, Report(path.name))
        if translates(text):
            return _unread(text, path, origin)
        parts = split_deck(text)
        if parts is None or not parts.cards or parts.tail:
            return None
        return _sound(parse_head(parts.head.text, path.name), path, origin)
    except DeckErrors:
        return None


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
        translation_of=deck.translation_of or "",
    )
    return FoundDeck(row)


def _unread(text: str, path: Path, origin: str, problem: str = "") -> FoundDeck:
    """A deck with faults, or a translation not yet checked, under the names it seems to have."""
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
        translation_of=translates(text),
    )
    return FoundDeck(row)


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
    ends = _('ends in "{kind}"', kind=kind) if kind else _("has no ending")
    what = _('This is a deck, but its name {ends}, not in ".yaml", so it is not used', ends=ends)
    return one_line(what), one_line(_('Rename it to "{better}".', better=better))


NO_FILE = N_("No deck file is in this folder")

OriginalOf = Callable[[Path, str], Deck | None]
"""From the file of a translation and the id of its original to that original."""


@dataclass(slots=True)
class Checked:
    """What a check has found. ``files`` counts the files looked at, sound or not; ``faulty`` those
    with errors.
    """

    files: int = 0
    faulty: int = 0
    problems: list[Problem] = field(default_factory=list)
    sound: dict[Path, Loaded] = field(default_factory=dict)


def check_files(paths: Sequence[Path], original_of: OriginalOf) -> Checked:
    """Check these files and the deck files in these folders, each of them once.

    ``original_of`` finds the original of a translation that is not among them.
    """

    def original(file: Path, deck_id: str) -> Deck | None:
        return load_from(files, deck_id) or original_of(file, deck_id)

    checked = Checked()
    files: dict[Path, None] = {}
    for path in paths:
        found = list(_files(path))
        if not found:
            checked.problems.append(
                Problem(os.fspath(path), 0, _(NO_FILE), _("Name another, or a file."))
            )
        files |= dict.fromkeys(found)
    checked.files = len(files)
    for file in files:
        told = wrong_name(file)
        problems = [Problem(os.fspath(file), 0, *told)] if told else []
        try:
            if _holds_frameworks(file):
                read_frameworks(file)
            else:
                loaded = load_both(file, partial(original, file))
                if not problems:
                    checked.sound[file] = loaded
        except DeckErrors as errors:
            problems += errors.problems
        checked.problems += problems
        checked.faulty += bool(problems)
    _refuse_doubles(checked)
    return checked


def _holds_frameworks(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return holds_frameworks(file.read(PEEKED).decode("utf-8-sig", "replace"))
    except (OSError, ValueError):
        return False


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
            checked.faulty += 1
            what = _(
                "It has the same id and language as {name}, so it is not used",
                name=one_line(other.name),
            )
            mend = _("Give it an id of its own, or move one of the two away.")
            checked.problems.append(Problem(os.fspath(file), 0, what, mend))
