"""The commands deck export and deck import: a deck as a CSV file, and back without loss."""

from __future__ import annotations

from pathlib import Path

from wshoes_tui.cli.console import write_error, write_line
from wshoes_tui.cli.new_deck import UNCHANGED, keep_deck, refuse_json, unfit
from wshoes_tui.cli.options import GivenOptions, UsageError
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.errors import WshoesError
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
        raise UsageError("A deck can be exported as csv alone.", todo="Use --format csv.")
    deck = open_deck_library(given.settings).open(name)
    if deck.translation_of:
        raise WshoesError(
            f'"{deck.id}" is a translation, and holds only a part of a deck.',
            kept=UNCHANGED,
            todo="Export its original.",
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
    """Put the deck in a CSV file among one's own; with an id in ``told`` from any table.

    Raises:
        WshoesError: the file cannot be read, holds no such deck, or there is one of its id.
    """
    from wshoes_tui.decks.deck_table import deck_from_csv
    from wshoes_tui.decks.diagnostics import DeckErrors
    from wshoes_tui.decks.foreign_table import foreign_deck

    refuse_json(given)
    if not told["id"] and (columns or told["shoes"] or told["licence"]):
        raise UsageError("--map, --shoes and --licence are for a table of cards: it needs an --id.")
    left: list[str] = []
    todo = "Give the CSV file that deck export wrote, or use --id, --shoes and --map."
    try:
        if not file.is_file() or file.stat().st_size > LARGEST:
            raise WshoesError("This is no file, or too large a one.", kept=UNCHANGED, todo=todo)
        if told["id"]:
            language = given.settings.language or "en-GB"
            head = {"id": told["id"], "title": file.stem, "language": language}
            head["licence"] = told["licence"]
            mapped = {name: field for name, _, field in (one.rpartition("=") for one in columns)}
            content = file.read_bytes()
            deck_id, text, left = foreign_deck(content, head, told["shoes"], mapped, file.name)
        else:
            deck_id, text = deck_from_csv(file.read_bytes())
    except DeckErrors as errors:
        raise unfit(errors) from None
    except OSError as error:
        what = f"The file cannot be read ({error.strerror})."
        raise WshoesError(what, kept=UNCHANGED, todo=todo) from None
    except ValueError as error:
        raise WshoesError(one_line(str(error)), kept=UNCHANGED, todo=todo) from None
    if left:
        write_error(one_line(f"Left out: {', '.join(left)}"))
    if dry:
        for line in text.splitlines():
            write_line(line)
        return 0
    return keep_deck(given, deck_id, text)
