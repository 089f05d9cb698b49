"""Library of decks: finds them by name in the folders of the program, of the user, and given."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.decks.deck_cache import (
    SUFFIXES,
    FoundDeck,
    RowCache,
    is_deck_name,
    may_be_misnamed,
    stamps_in,
)
from wshoes_tui.domain.list_rows import DeckCounts, Listed, count_decks, deck_families, tag_distance
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import replace
from wshoes_tui.errors import NotFoundError
from wshoes_tui.limits import MOST_PEEKED
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import DID_YOU_MEAN, listed, system_reason

if TYPE_CHECKING:
    from wshoes_tui.domain.deck import Deck
    from wshoes_tui.domain.framework import Framework

SEE_LIST = N_("See all decks with: wshoes deck list")


def shipped_folder() -> Path:
    """The folder of the decks that come with the program, as installed or in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "shipped_decks"
    return installed if installed.is_dir() else package.parent / "decks"


FIRST_DECK = "home-from-hospital"
"""It stands first, for a rehearsal takes the first one: a deck that is not heavy to begin with."""


class DeckLibrary:
    """Decks by name. Folders are looked into anew each time, so that new decks are seen.

    Each folder has the name of its origin ("shipped", "yours", "given"); a deck shadows those of
    the same id and language in the folders before it. ``memory`` is the file of the cache of rows,
    beside which whole decks are remembered; None reads them each time. ``frameworks`` are the
    folders with the names of their themes. ``language`` is the BCP 47 tag of the reader, in whose
    language decks are listed first.
    """

    def __init__(
        self,
        folders: Sequence[tuple[str, Path]],
        memory: Path | None = None,
        frameworks: Sequence[Path] = (),
        language: str = "",
    ) -> None:
        self._folders = tuple(folders)
        self._frameworks = tuple(frameworks)
        self._heads = RowCache(memory)
        self._memory = memory
        self._language = language

    def listing(self) -> list[Listed]:
        """Every deck, by title: first ``FIRST_DECK``, last those that cannot be used.

        A deck and its translations stand together: first the one in the language of the reader,
        whose title counts, then the original.
        """

        def place(family: Sequence[Listed]) -> tuple[bool, bool, str, str, str]:
            first = family[0]
            leads = not first.problem and first.original == FIRST_DECK
            told = (first.title.casefold(), first.language, first.original)
            return bool(first.problem), not leads, *told

        stamps = stamps_in(self._paths)
        families = deck_families((deck.row for deck in self._found()), self._language)
        rows = [row for family in sorted(families, key=place) for row in family]
        self._heads.keep(stamps, count_decks(rows))
        return rows

    def remembered_counts(self) -> DeckCounts | None:
        """The counts of the last ``listing``, where nothing has changed since; else None."""
        return self._heads.counts(self._paths)

    @property
    def _paths(self) -> list[Path]:
        return [folder for _origin, folder in self._folders]

    def open(self, name: str, language: str | None = None) -> Deck:
        """The deck of an id, an unambiguous beginning of one, or a path to a file.

        Where it is in another language than this BCP 47 tag, and there is a translation, that
        one is opened.

        Raises:
            NotFoundError: none, or several, answer to the name.
            DeckErrors: the deck has faults.
        """
        if _looks_like_path(name):
            if not os.path.lexists(name):
                raise NotFoundError(
                    _("There is no file {name}.", name=_quoted(name)), todo=_(SEE_LIST)
                )
            return self._load(Path(name))
        found = list(self._found(thorough=False))
        candidates = _named(name.strip().lower(), found)
        if candidates:
            return self._load(_in_language(candidates, language, found).row.path)
        if os.path.isfile(name):  # noqa: PTH113 - Path.is_file raises on some names
            return self._load(Path(name))
        raise _not_found(name, found)

    @property
    def own_folder(self) -> Path | None:
        """The folder of the user's own decks, whether it is there yet or not; None without one."""
        return next((folder for origin, folder in self._folders if origin == "yours"), None)

    def looks_into(self, folder: Path) -> bool:
        """Whether decks in that folder are found by their ids."""
        return folder.resolve() in [known.resolve() for _, known in self._folders]

    def frameworks(self) -> dict[str, Framework]:
        """The frameworks by whose themes decks can be read, by key."""
        from wshoes_tui.decks.frameworks import frameworks_in

        return frameworks_in(self._frameworks)

    def original_of(self, path: Path, deck_id: str) -> Deck | None:
        """The deck of which the file is a translation; None where there is no sound one.

        For a file of a folder of decks it is the one that the list shows; for any other, one
        that stands beside it comes first.
        """
        from wshoes_tui.decks.deck_files import load_from

        if path.absolute().parent not in [folder.absolute() for _, folder in self._folders]:
            beside = load_from(_deck_files(path.parent), deck_id)
            if beside is not None:
                return beside
        found = _original(deck_id, self._found(thorough=False))
        return None if found is None else load_from([found.row.path], deck_id)

    def _load(self, path: Path) -> Deck:
        from wshoes_tui.decks.whole_deck_cache import DeckCache

        whole = DeckCache(self._memory and self._memory.parent)
        return whole.load(path, lambda deck_id: self.original_of(path, deck_id))

    def _found(self, *, thorough: bool = True) -> Iterable[FoundDeck]:
        """What is in the folders, by id and language.

        Only a ``thorough`` look reads files that are not in the cache to their end. Otherwise
        their heads are enough: who opens a deck reads all of that one.
        """
        found: dict[tuple[str, str], FoundDeck] = {}
        for origin, folder in self._folders:
            here: dict[tuple[str, str], FoundDeck] = {}
            looked = _look_into(folder, origin, self._heads, thorough=thorough)
            for deck in sorted(looked, key=lambda deck: bool(deck.row.problem)):
                if (first := here.get(deck.key)) is None:
                    here[deck.key] = deck
                elif not thorough:
                    return self._found()  # which of the two is sound decides
                else:
                    double = _double(deck, first)
                    here[double.key] = double
            for key, deck in here.items():
                found[key] = _hiding(deck, found.get(key))
        if not thorough:
            return found.values()
        for key, deck in found.items():
            if deck.is_translation and not deck.double:
                found[key] = self._with_original(deck, found.values())
        return found.values()

    def _with_original(self, deck: FoundDeck, found: Iterable[FoundDeck]) -> FoundDeck:
        """The row of a translation as its original has it; read again where that is another."""
        original = _original(deck.original, found)
        beside = [] if original is None else [original.row.path]
        told = replace(deck, beside="".join(map(str, beside)))
        was_read = bool(deck.row.cards or deck.row.problem)
        if was_read and deck.beside == told.beside:
            return deck
        from wshoes_tui.decks.deck_files import load_from, read_row

        find = partial(load_from, beside)
        looked = read_row(deck.row.path, deck.row.origin, self._heads, told, find)
        return replace(looked, row=replace(looked.row, hides=deck.row.hides))


def _original(deck_id: str, found: Iterable[FoundDeck]) -> FoundDeck | None:
    usable = (d for d in found if not (d.is_translation or d.double or d.row.problem))
    return next((deck for deck in usable if deck.row.id == deck_id), None)


def _hiding(deck: FoundDeck, hidden: FoundDeck | None) -> FoundDeck:
    """The deck, with the origins of those that it stands before in the list."""
    if hidden is None or os.path.realpath(hidden.row.path) == os.path.realpath(deck.row.path):
        return deck
    origins = (hidden.row.origin, *hidden.row.hides)
    return replace(deck, row=replace(deck.row, hides=origins))


def _deck_files(folder: Path) -> list[Path]:
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names alone are wanted
    except OSError:
        return []
    return [folder / name for name in names if is_deck_name(name)]


def _look_into(
    folder: Path, origin: str, heads: RowCache, *, thorough: bool
) -> Iterator[FoundDeck]:
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names alone are wanted
    except FileNotFoundError:
        return
    except OSError as error:
        reason = (
            _("is not a folder") if isinstance(error, NotADirectoryError) else _("cannot be read")
        )
        what = f"{_quoted(folder.name)} {reason} ({system_reason(error)})."
        yield FoundDeck(Listed("", one_line(folder.name), "", "", 0, 0, folder, origin, what))
        return
    peeked = 0
    for name in names:
        if is_deck_name(name):
            found = heads.recall(folder / name, origin)
            yield found or _read(folder / name, origin, heads, thorough=thorough)
        elif thorough and _may_be_misnamed(folder / name) and peeked < MOST_PEEKED:
            from wshoes_tui.decks.deck_files import wrong_name

            peeked += 1
            if told := wrong_name(folder / name):
                problem = f"{one_line(name)}: {'. '.join(told)}"
                row = Listed("", one_line(name), "", "", 0, 0, folder / name, origin, problem)
                yield FoundDeck(row)


def _may_be_misnamed(path: Path) -> bool:
    # Not a folder: what looks into a file is slow to import.
    return may_be_misnamed(path.name) and not os.path.isdir(path)  # noqa: PTH112 - as above


def _read(path: Path, origin: str, heads: RowCache, *, thorough: bool) -> FoundDeck:
    from wshoes_tui.decks.deck_files import read_head, read_row

    if not thorough and (found := read_head(path, origin)):
        return found
    return read_row(path, origin, heads)


def _double(deck: FoundDeck, first: FoundDeck) -> FoundDeck:
    """Two of one name in one folder are an accident, such as a copy kept for safety."""
    problem = _(
        "{name}: It has the same id and language as {other}.",
        name=deck.row.path.name,
        other=first.row.path.name,
    )
    row = replace(deck.row, problem=deck.row.problem or one_line(problem))
    return replace(deck, row=row, double=True)


def _looks_like_path(name: str) -> bool:
    separators = (os.sep, os.altsep or os.sep)
    return name.lower().endswith(SUFFIXES) or any(mark in name for mark in separators)


def _named(name: str, found: Sequence[FoundDeck]) -> list[FoundDeck]:
    """The decks that a name means: one deck, in one or more languages; none where it is unclear."""
    usable = [deck for deck in found if deck.row.id and not deck.double]
    exact = [deck for deck in usable if deck.row.id == name]
    if exact or not name:
        return exact
    begun = [deck for deck in usable if deck.row.id.startswith(name)]
    return begun if len({deck.original for deck in begun}) == 1 else []


def _in_language(
    candidates: Sequence[FoundDeck], language: str | None, found: Sequence[FoundDeck]
) -> FoundDeck:
    """The one in that language among the candidates, their original and its translations."""
    best = min(candidates, key=lambda deck: deck.is_translation)
    if language is None:
        return best
    family = [deck for deck in found if deck.original == best.original and not deck.double]
    ranked = sorted(family, key=lambda deck: deck.is_translation)
    return min((best, *ranked), key=lambda deck: tag_distance(deck.row.language, language))


def _quoted(name: str) -> str:
    from wshoes_tui.decks.diagnostics import quoted

    return quoted(name)


def _not_found(name: str, found: Sequence[FoundDeck]) -> NotFoundError:
    from wshoes_tui.decks.diagnostics import nearest_few, quoted

    ids = list(dict.fromkeys(deck.row.id for deck in found if deck.row.id))
    begun = [quoted(word) for word in ids if name and word.startswith(name.strip().lower())]
    if begun:
        what = _("{name} could be {begun}.", name=quoted(name), begun=listed(begun, denied=True))
        return NotFoundError(what, todo=_("Give more of the name."))
    near = [quoted(word) for word in nearest_few(name, ids)]
    hint = _(DID_YOU_MEAN, near=listed(near, denied=True)) if near else _(SEE_LIST)
    return NotFoundError(_("There is no deck {name}.", name=quoted(name)), todo=hint)
