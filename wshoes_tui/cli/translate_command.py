"""The command ``deck translate``: the file of a translation, and how much of it is done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.cli.console import write_json, write_line, write_paragraph
from wshoes_tui.cli.new_deck import UNCHANGED, WRITTEN, stored, written_to_own_folder
from wshoes_tui.cli.options import GivenOptions, UsageError
from wshoes_tui.decks.diagnostics import quoted
from wshoes_tui.domain.value import replace
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.home_flow import check_command
from wshoes_tui.flow.labels import part_told
from wshoes_tui.locale import N_, _
from wshoes_tui.sessions.bootstrap import open_deck_library

if TYPE_CHECKING:
    from wshoes_tui.decks.deck_library import DeckLibrary
    from wshoes_tui.decks.deck_rules import Loaded
    from wshoes_tui.decks.translation_progress import CardProgress
    from wshoes_tui.domain.deck import Deck

STATES = (
    ("missing", N_("Not translated yet:")),
    ("part", N_("Translated in part:")),
    ("changed", N_("Changed in the original since:")),
)


def translate_deck(given: GivenOptions, name: str, tag: str) -> int:
    """Write the translation of a deck beside its original, and say card by card what is missing.

    Raises:
        WshoesError: there is no such original or language, or the file has errors.
    """
    from wshoes_tui.decks import translation_file, translation_progress
    from wshoes_tui.decks.deck_rules import language_tag
    from wshoes_tui.decks.diagnostics import Report
    from wshoes_tui.decks.source import read_source

    library = open_deck_library(given.settings)
    original = library.open(name)
    if original.translation_of:
        told = _("{deck} is a translation itself.", deck=quoted(original.id))
        raise WshoesError(told, kept=_(UNCHANGED), todo=_("Name its original."))
    language = language_tag(tag.replace("_", "-"))
    if not language:
        todo = _("Write a tag such as cy, fr or pt-BR.")
        raise UsageError(_("{tag} is no language tag.", tag=quoted(tag)), todo=todo)
    if language.lower() == original.language.lower():
        told = _("{deck} is in {language} already.", deck=quoted(original.id), language=language)
        raise UsageError(told, todo=_("Name the language into which it is translated."))
    found = _file_of(library, original, language)
    before = text = translation_file.first_lines(original, language)
    if found is not None:
        before = text = read_source(found, Report(str(found)))
    read = _read(text, original, found)
    text = translation_file.beside_original(text, read.own, original)
    if replace(_read(text, original).deck, revision=0) != replace(read.deck, revision=0):
        told = _("This file is written in a way in which nothing can be added to it.")
        raise WshoesError(told, kept=_(UNCHANGED), todo=stored(str(found)))
    path = found if found is not None and _is_own(library, found) else None
    path = path or Path(f"{original.id}.{language}.yaml")
    if text != before or found is None or path != found:
        path = written_to_own_folder(given, path, text)
    recorded = translation_progress.recorded_digests(text)
    cards = translation_progress.progress(read.own, original, recorded)
    if given.json:
        _write_json(path, read.deck, cards)
    else:
        _tell(path, read.deck, cards)
    return 0


def _read(text: str, original: Deck, file: Path | None = None) -> Loaded:
    """The translation in a text. DeckErrors: the file has errors."""
    from wshoes_tui.decks.deck_rules import parse_both

    return parse_both(text, str(file or ""), lambda _id: original)


def _file_of(library: DeckLibrary, original: Deck, language: str) -> Path | None:
    """The file of the translation that there is, one's own first."""
    own = library.own_folder and library.own_folder / f"{original.id}.{language}.yaml"
    if own and own.exists():
        return own
    for row in library.listing():
        if row.original == original.id and row.language.lower() == language.lower():
            return row.path
    return None


def _is_own(library: DeckLibrary, path: Path) -> bool:
    return path.parent == library.own_folder


def _write_json(path: Path, deck: Deck, cards: Sequence[CardProgress]) -> None:
    write_json(
        {
            "file": path,
            "deck": deck.id,
            "language": deck.language,
            "cards": len(cards),
            "translated": deck.translated,
            "progress": [one._asdict() for one in cards],
        }
    )


def _tell(path: Path, deck: Deck, cards: Sequence[CardProgress]) -> None:
    write_line(_(WRITTEN, path=stored(str(path))))
    write_line(part_told(len(cards), deck.translated or 0, deck.language))
    for state, heading in STATES:
        few = [one for one in cards if one.state == state]
        if few:
            write_line()
            write_line(_(heading))
        for one in few:
            keys = f": {', '.join(one.missing)}" if state == "part" else ""
            write_paragraph(f"{one.title}{keys}", "  - ")
    write_line()
    write_paragraph(
        _(
            "Open the file in an editor for plain text, and write each text below its original. "
            "The same command again keeps what is there. Look for mistakes with:"
        )
    )
    write_line(f"  {stored(check_command(path)[0])}")
