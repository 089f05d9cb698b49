"""The commands deck export and deck import: a deck as a table, and cards of other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from wshoes_tui.cli.console import write_error, write_line
from wshoes_tui.cli.new_deck import (
    ONLY_A_PART,
    UNCHANGED,
    keep_deck,
    refuse_json,
    rewrite_deck,
    unfit,
)
from wshoes_tui.cli.options import GivenOptions, UsageError
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import system_reason
from wshoes_tui.sessions.bootstrap import open_deck_library

LARGEST = 4_000_000
"""Bytes of a CSV file that are read: UTF-16 and quotes of a deck of the largest size."""


def export_deck(given: GivenOptions, name: str, format_: str, out: Path | None) -> int:
    """Write a deck as CSV to a file, or to standard output where ``out`` is None.

    Raises:
        WshoesError: there is no such deck, or the file cannot be written.
    """
    from wshoes_tui.decks.deck_table import deck_as_csv
    from wshoes_tui.export.export_files import write_export

    refuse_json(given)
    if format_ != "csv":
        raise UsageError(_("A deck can be exported as csv alone."), todo=_("Use --format csv."))
    deck = open_deck_library(given.settings).open(name)
    if deck.translation_of:
        raise WshoesError(
            _(ONLY_A_PART, id=deck.id),
            kept=_(UNCHANGED),
            todo=_("Export its original."),
        )
    text = deck_as_csv(deck)
    if out is None:
        for line in text.splitlines():
            write_line(line)
        return 0
    write_export(out, text)
    write_line(safe(str(out)))
    return 0


def import_deck(
    given: GivenOptions, file: Path, told: dict[str, str], columns: list[str], *, dry: bool
) -> int:
    """Put the cards of a file among one's own decks.

    What ``deck export`` wrote comes back as it was. Of another file it is asked what its cards are,
    unless ``told`` has an id. A deck of that id which came from such a file before gets the cards
    that are new and the texts that were changed.

    Raises:
        WshoesError: the file cannot be read, holds no cards, or there is another deck of its id.
    """
    from wshoes_tui.decks.diagnostics import DeckErrors

    refuse_json(given)
    if not told["id"] and (columns or told["shoes"] or told["licence"]):
        raise UsageError(
            _("--map, --shoes and --licence are for a table of cards: it needs an --id.")
        )
    try:
        content = _content(file)
        if not told["id"] and _is_exported(content):
            return _bring_back(given, content, dry=dry)
        return _bring_in(given, file, content, told, columns, dry=dry)
    except DeckErrors as errors:
        raise unfit(errors) from None
    except ValueError as error:
        raise WshoesError(one_line(str(error)), kept=_(UNCHANGED), todo=_(WHAT_TO_GIVE)) from None


WHAT_TO_GIVE = N_(
    "Give a CSV file, Anki's text export, a list of cards in YAML, or a plain list, a card a line."
)


def _content(file: Path) -> bytes:
    try:
        if not file.is_file() or file.stat().st_size > LARGEST:
            what = _("This is no file, or too large a one.")
            raise WshoesError(what, kept=_(UNCHANGED), todo=_(WHAT_TO_GIVE))
        return file.read_bytes()
    except OSError as error:
        what = _("The file cannot be read ({strerror}).", strerror=system_reason(error))
        raise WshoesError(what, kept=_(UNCHANGED), todo=_(WHAT_TO_GIVE)) from None


def _is_exported(content: bytes) -> bool:
    """Whether a file is one of ``deck export``: its first heading is "row"."""
    from wshoes_tui.decks.deck_table import ROW, read_rows

    try:
        heads, _rows = read_rows(content)
    except ValueError:
        return False
    return ROW in heads


def _bring_back(given: GivenOptions, content: bytes, *, dry: bool) -> int:
    from wshoes_tui.decks.deck_table import deck_from_csv

    deck_id, text = deck_from_csv(content)
    return _print(text) if dry else keep_deck(given, deck_id, text)


def _print(text: str) -> int:
    for line in text.splitlines():
        write_line(line)
    return 0


def _bring_in(
    given: GivenOptions,
    file: Path,
    content: bytes,
    told: dict[str, str],
    columns: list[str],
    *,
    dry: bool,
) -> int:
    from wshoes_tui.cli import import_questions
    from wshoes_tui.decks import foreign_table
    from wshoes_tui.decks.card_merge import FIELDS
    from wshoes_tui.decks.card_sources import read_cards
    from wshoes_tui.decks.deck_rules import parse_deck

    table = read_cards(content, file.name)
    language = given.settings.language or "en-GB"
    if told["id"]:
        head = {"id": told["id"], "title": file.stem, "language": language}
        head |= {"licence": told["licence"]} if told["licence"] else {}
        mapped = {name: field for name, _, field in (one.rpartition("=") for one in columns)}
        shoes = foreign_table.read_shoes(told["shoes"])
    else:
        import_questions.show_table(table, file)
        own = given.settings.data.decks
        answers = import_questions.ask_about(
            table, file, language, lambda deck_id: (own / f"{deck_id}.yaml").is_file()
        )
        head, shoes, mapped = dict(answers.head), list(answers.shoes), dict(answers.columns)
    used = foreign_table.mapped_columns(table, mapped)
    place = given.settings.data.decks / f"{head['id']}.yaml"
    is_there = place.is_file() and not place.is_symlink()
    pairs = parse_deck(place.read_text("utf-8"), place.name).shoes if is_there else shoes
    known = foreign_table.shoes_by_name(pairs)
    left = [name for name in table.heads if name not in used]
    left += [name for name in foreign_table.shoes_in(table, used) if name.casefold() not in known]
    if left:
        write_error(one_line(_("Left out: {left}", left=", ".join(left))))
    if is_there:
        rows = list(foreign_table.foreign_cards(table, used, file.name))
        kept = [field for field in used.values() if field in FIELDS]
        return _merge(place, rows, kept, asks=not told["id"], dry=dry)
    deck_id, text = foreign_table.foreign_deck(table, head, shoes, used, file.name)
    if told["id"]:
        return _print(text) if dry else keep_deck(given, deck_id, text)
    import_questions.show_deck(text)
    if dry or not import_questions.asks_whether_to_write():
        write_line(_(UNCHANGED))
        return 0
    return keep_deck(given, deck_id, text)


def _merge(
    place: Path, rows: list[dict[str, Any]], fields: list[str], *, asks: bool, dry: bool
) -> int:
    """Bring cards into a deck that is there, after it was shown what changes."""
    from wshoes_tui.cli import import_questions
    from wshoes_tui.decks.card_merge import merge_cards

    merged = merge_cards(place.read_text("utf-8"), rows, fields, place.name)
    import_questions.show_changes(merged)
    if dry or not (merged.changes or merged.added):
        write_line(_(UNCHANGED))
        return 0
    if asks and not import_questions.asks_whether_to_write():
        write_line(_(UNCHANGED))
        return 0
    rewrite_deck(place, merged.text)
    return 0
