"""CSV of a deck: one row for the deck, each theme, each shoes and each card, and back without loss.

The first column says what a row is; the others are the keys of the deck format. Several values in
one cell stand on lines of their own; a question is ``rung: text``, its easy words ``easy: text``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from wshoes_tui.decks.deck_rules import parse_deck
from wshoes_tui.decks.deck_schema import as_double_quoted
from wshoes_tui.domain.deck import RUNGS, Card, Deck, InFile, Shoes, Theme, file_fields
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import UNKNOWN_ENCODING, listed

ROW = "row"
"""The heading of the first column: deck, theme, shoes or card."""

_TYPES: dict[str, type] = {"deck": Deck, "theme": Theme, "shoes": Shoes, "card": Card}


def deck_as_csv(deck: Deck) -> str:
    """The deck as CSV with a heading line, fields parted by commas, lines by CR LF."""
    rows = [{ROW: kind, **_cells(thing)} for kind, thing in _things(deck)]
    heads = list(dict.fromkeys(key for row in rows for key in row))
    made = io.StringIO()
    writer = csv.DictWriter(made, heads, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return made.getvalue()


def deck_from_csv(content: bytes) -> tuple[str, str]:
    """The id and the YAML text of the deck in a CSV file that ``deck_as_csv`` made.

    Spreadsheets may have rewritten it: a byte-order mark, CR LF, semicolons or tabs between
    fields, quotes around all of them.

    Raises:
        ValueError: it is no such CSV; the message says why, as a sentence.
        DeckErrors: what it holds breaks a rule of decks.
    """
    heads, rows = read_rows(content)
    _check(heads, rows)
    return deck_from_rows(rows)


def deck_from_rows(rows: list[dict[str, Any]]) -> tuple[str, str]:
    """The id and the YAML text of the deck that rows describe, one of kind deck among them."""
    made = _yaml(rows)
    deck = parse_deck(made, "deck.yaml")
    _check_kept(deck, rows)
    return deck.id, made


def read_rows(content: bytes, otherwise: str = "") -> tuple[list[str], list[dict[str, Any]]]:
    """The headings and rows of a CSV file; ``otherwise`` is the encoding if it is no Unicode.

    Raises:
        ValueError: it cannot be decoded, or is no whole CSV file.
    """
    try:
        text = content.decode(
            "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        )
    except UnicodeDecodeError:
        if not otherwise:
            raise ValueError(_("The file is not UTF-8.")) from None
        try:
            text = content.decode(otherwise)
        except UnicodeDecodeError:
            raise ValueError(_(UNKNOWN_ENCODING)) from None
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        return list(reader.fieldnames or ()), list(reader)
    except csv.Error:
        raise ValueError(_("The file is not a whole CSV file.")) from None


def _check_kept(deck: Deck, rows: list[dict[str, Any]]) -> None:
    """Refuse a text that the deck as read does not hold word for word."""
    told = sorted(rows, key=lambda row: list(_TYPES).index(row[ROW]))
    for row, (_kind, thing) in zip(told, _things(deck), strict=True):
        kept = _cells(thing)
        for key, cell in row.items():
            if key != ROW and cell and kept[key].split() != cell.split():
                what = _(
                    'The "{key}" of a row "{row}" would be changed: "{cell}".',
                    key=key,
                    row=row[ROW],
                    cell=cell[:40],
                )
                raise ValueError(what)


def _check(heads: Any, rows: list[dict[str, Any]]) -> None:
    """Refuse what would be lost: unknown columns, unknown rows, cells without a heading."""
    if ROW not in heads:
        what = _(
            'The file has no column "{column}", so it was not made by deck export.', column=ROW
        )
        raise ValueError(what)
    if len(set(heads)) != len(heads):
        raise ValueError(_("Two columns have the same heading."))
    for number, row in enumerate(rows, 1):
        kind = row[ROW]
        if kind not in _TYPES:
            what = _(
                'Row {number} is "{kind}", not deck, theme, shoes or card.',
                number=number,
                kind=kind,
            )
            raise ValueError(what)
        known = {ROW, *file_fields(_TYPES[kind]), *(["key"] if kind == "theme" else [])}
        lost = [key for key, cell in row.items() if cell and key not in known]
        if None in row or lost:
            what = _(
                "Row {number} ({kind}) has a cell beyond the last column.", number=number, kind=kind
            )
            if lost and lost[0]:
                what = _(
                    'Row {number} ({kind}) has a cell in column "{column}", unknown to decks.',
                    number=number,
                    kind=kind,
                    column=lost[0],
                )
            raise ValueError(what)
    if sum(row[ROW] == "deck" for row in rows) != 1:
        raise ValueError(_("The file must have one row of the deck itself."))


def _things(deck: Deck) -> list[tuple[str, Any]]:
    lists = (("theme", deck.themes), ("shoes", deck.shoes), ("card", deck.cards))
    return [("deck", deck), *((kind, one) for kind, things in lists for one in things)]


def _cells(thing: Any) -> dict[str, str]:
    start = {"key": thing.key} if isinstance(thing, Theme) else {}
    names = [n for n, f in file_fields(type(thing)).items() if f.kind != "things" or n == "prompts"]
    return {**start, **{name: _cell(getattr(thing, name)) for name in names}}


def _cell(told: Any) -> str:
    if isinstance(told, Mapping):
        return "\n".join(f"{key}: {other}" for key, other in told.items())
    if isinstance(told, tuple):
        lines = []
        for one in told:
            lines += [one] if isinstance(one, str) else [f"{one.rung}: {one.text}"]
            if not isinstance(one, str) and one.easy:
                lines.append(f"easy: {one.easy}")
        return "\n".join(lines)
    return "" if told is None else str(told)


def _yaml(rows: list[dict[str, Any]]) -> str:
    kinds: dict[str, list[dict[str, Any]]] = {kind: [] for kind in _TYPES}
    for row in rows:
        kinds[row[ROW]].append(row)
    made = "wshoes: 1\n" + _lines(kinds["deck"][0], Deck, "", "")
    if kinds["theme"]:
        made += "themes:\n"
    for row in kinds["theme"]:
        made += f"  {row['key']}:\n" + _lines(row, Theme, "    ", "    ")
    for name, kind in (("shoes", "shoes"), ("cards", "card")):
        made += f"{name}:\n"
        made += "".join(_lines(row, _TYPES[kind], "  - ", "    ") for row in kinds[kind])
    return made


def _lines(row: Mapping[str, Any], type_: type, first: str, then: str) -> str:
    """The lines of one thing; ``first`` and ``then`` stand before its first and other keys."""
    made, before = "", first
    for name, how in file_fields(type_).items():
        cell = (row.get(name) or "").replace("\r\n", "\n").replace("\r", "\n")
        if cell:
            made += f"{before}{name}: {_value(cell, name, how)}\n"
            before = then
    return made


def _value(cell: str, name: str, how: InFile) -> str:
    if name == "prompts":
        return "\n" + "\n".join(_question(line) for line in cell.split("\n") if line.strip())
    if how.kind in ("ids", "texts"):
        return "[" + ", ".join(map(as_double_quoted, cell.split("\n"))) + "]"
    if how.kind == "pairs":
        return "{" + ", ".join(cell.split("\n")) + "}"
    if how.kind == "passage" and "\n" in cell:
        return "|\n" + "\n".join(f"      {line}".rstrip() for line in cell.rstrip().split("\n"))
    return cell if how.kind == "number" else as_double_quoted(cell)


def _question(line: str) -> str:
    rung, _colon, text = line.partition(": ")
    if rung not in (*RUNGS, "easy"):
        begins = listed((*RUNGS, "easy"), denied=True)
        what = _('A question begins with {begins}, not "{rung}".', begins=begins, rung=rung)
        raise ValueError(what)
    return f"{'        ' if rung == 'easy' else '      - '}{rung}: {as_double_quoted(text)}"
