"""Programmes: reports over all sessions of a store, and a search over what was said in them.

The queries stand in ``storage.programme_reader`` and ``storage.word_search``, which are imported
when they are first needed: they load SQLModel.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.domain.word_fold import SearchResult, folded, terms_of
from wshoes_tui.errors import NotFoundError
from wshoes_tui.limits import MOST_SEARCH_CHARACTERS
from wshoes_tui.locale import _

if TYPE_CHECKING:
    from wshoes_tui.domain.programme import Programme, ProgrammeLine
    from wshoes_tui.export.formats import ProgrammeFormat
    from wshoes_tui.sessions.ports import DeckFinder, SessionStore


def list_programmes(store: SessionStore) -> Sequence[ProgrammeLine]:
    """All programmes, the one with the newest session first.

    Raises:
        StoreError: they cannot be read.
    """
    from wshoes_tui.storage.programme_reader import read_programmes

    return store.read(read_programmes) or ()


def find_programme(programmes: Sequence[ProgrammeLine], name: str) -> ProgrammeLine:
    """The programme of that name or of which it is the beginning, in any case and accents.

    Raises:
        NotFoundError: there is none, or there are several.
    """
    wanted = folded(" ".join(name.split()))
    found = [one for one in programmes if folded(" ".join(one.name.split())) == wanted]
    found = found or [
        one for one in programmes if wanted and folded(one.name.strip()).startswith(wanted)
    ]
    if len(found) > 1:
        raise NotFoundError(
            _("{found} programmes begin like that.", found=len(found)),
            todo=_("Type a few more characters."),
        )
    if not found:
        raise NotFoundError(
            _("There is no programme of that name."),
            todo=_('See "wshoes programme" for those there are.'),
        )
    return found[0]


def read_programme(
    store: SessionStore, line: ProgrammeLine, decks: DeckFinder, *, shareable: bool = False
) -> Programme:
    """What a programme adds up to.

    Args:
        decks: know the frameworks by whose themes the map is read.
        shareable: only words that were reviewed as shareable.

    Raises:
        NotFoundError: no session of it can be read.
        StoreError: the store cannot be read.
    """
    from wshoes_tui.storage import programme_reader

    frameworks = decks.frameworks()
    programme = store.read(
        lambda connection: programme_reader.read_programme(
            connection, line.names, frameworks, shareable=shareable
        )
    )
    if programme is None:
        raise NotFoundError(
            _("No session of this programme can be read."),
            todo=_("See what is damaged: wshoes doctor"),
        )
    return programme


def programme_formats() -> Mapping[str, ProgrammeFormat]:
    """The registry of formats of a programme's report, loaded when it is first asked for."""
    from wshoes_tui.export.formats import PROGRAMME_FORMATS

    return PROGRAMME_FORMATS


def write_programme(
    store: SessionStore,
    line: ProgrammeLine,
    decks: DeckFinder,
    kind: str = "html",
    out: Path | None = None,
) -> Path:
    """Write the report of a programme to a new file. Returns its whole path.

    No file is ever overwritten: in a folder, a name that is taken gets a number.

    Args:
        kind: the name of a format in ``export.formats.PROGRAMME_FORMATS``.
        out: a new file or a folder; None is the documents folder.

    Raises:
        StoreError: the file could not be written; nothing was changed.
    """
    from wshoes_tui.export.export_files import make_folder, numbered_path, slug, write_export
    from wshoes_tui.sessions import export_log
    from wshoes_tui.settings import documents_folder

    form = programme_formats()[kind]
    programme = read_programme(store, line, decks, shareable=True)
    content = form.render(programme)
    if out is None:
        out = documents_folder()
        make_folder(out)
    path = out.absolute()
    if path.is_dir():
        name = f"{CLOCK.today():%Y-%m-%d}-{slug(programme.name) or 'programme'}"
        path = numbered_path(path, name, form.suffix)
    lists = (programme.lightbulbs, programme.stuck, programme.parked)
    for session in sorted({words.session for some in lists for words in some}):
        export_log.note_in_use(session, path)  # so that an erasure can name it
    write_export(path, content)
    return path


def search(
    store: SessionStore, words: str, most: int | None, line: ProgrammeLine | None = None
) -> SearchResult:
    """Everything said that holds these words, the newest sessions first.

    Args:
        most: about how many are told; None for all.
        line: the programme to search; None for all sessions.

    Raises:
        StoreError: the store cannot be read.
    """
    from wshoes_tui.storage.word_search import search_words

    words = words[:MOST_SEARCH_CHARACTERS]
    names = line.names if line else None
    found = store.read(lambda connection: search_words(connection, words, most, names))
    return found or SearchResult(0, ())


def is_searchable(words: str) -> bool:
    """Whether there is anything to search for."""
    return bool(terms_of(words))
