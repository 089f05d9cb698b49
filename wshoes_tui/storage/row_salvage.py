"""Row salvage: which rows of ours stand on the pages of a damaged file, and which are as written.

A row names no table. On pages that hang together the schema tells it; on a page by itself the
row does: it has as many values as the table has columns, an id, and a hash that its own content
gives. A row whose content gives another hash is kept apart, as not written so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from wshoes_tui.domain.deck import Card, Deck, Shoes
from wshoes_tui.domain.erasure import Erased
from wshoes_tui.domain.models import PlayedDeck, Record, Step, Turn, WildCard
from wshoes_tui.domain.serialization import KINDS
from wshoes_tui.domain.value_reader import RecordError
from wshoes_tui.storage.light_schema import COLUMNS
from wshoes_tui.storage.page_reader import PageReader, Values
from wshoes_tui.storage.row_check import UUID, as_row, rows_of
from wshoes_tui.storage.row_mapping import Row, from_row, step_from_row
from wshoes_tui.storage.schema_guard import columns_in

if TYPE_CHECKING:
    import sqlite3

HASH = re.compile(r"[0-9a-f]{64}")
ERASED, ERASED_COLUMNS = "erased", 3
"""The table of what was erased for good: id, kind, session."""
FRAME = ("session", "played_deck", "seat", "turn")
"""Tables whose rows others refer to."""


@dataclass(frozen=True, slots=True)
class SalvagedRow:
    """A row that could be read. ``sound``: it is as it was written. ``copied``: from a copy."""

    table: str
    row: Row
    record: Record | Step
    sound: bool
    copied: bool = False

    @property
    def session(self) -> str:
        """The id of its session."""
        return str(self.row["id"] if self.table == "session" else self.row["session"])

    @property
    def key(self) -> tuple[str, object, object]:
        """What only one row of a database has."""
        if self.table == "step":
            return self.table, self.row["session"], self.row["number"]
        return self.table, self.row["id"], None


@dataclass(slots=True)
class SalvagedRows:
    """All that could be read. ``unreadable`` counts rows of known tables that are no records."""

    rows: dict[tuple[str, object, object], SalvagedRow] = field(default_factory=dict)
    erased: set[Erased] = field(default_factory=set)
    unreadable: int = 0
    whole: bool = True

    def add(self, found: SalvagedRow) -> None:
        """Keep a row, unless a better one of its key is there: sound, and of a later revision."""
        there = self.rows.get(found.key)
        if there is None or _worth(found) > _worth(there):
            self.rows[found.key] = found


def _worth(one: SalvagedRow) -> tuple[bool, int]:
    revision = one.row.get("revision", 0)
    return one.sound, revision if isinstance(revision, int) else 0


def salvage_rows(reader: PageReader) -> SalvagedRows:
    """All rows that the pages of a file give up.

    Pages that no tree leads to are looked at only where a tree is broken, and never those that
    the file lists as free: what was removed does not come back.
    """
    found = SalvagedRows()
    seen: set[int] = set()
    tables = _tables(reader, seen, found)
    for name, (root, columns) in tables.items():
        tree = reader.tree(root)
        seen |= tree.pages
        found.whole &= tree.whole
        for values in tree.rows:
            _add(found, name, columns, values)
    found.whole &= COLUMNS.keys() <= tables.keys()
    if not found.whole:
        alone = set(reader.numbers) - seen - reader.free_pages()
        for number in sorted(alone):
            for values in reader.rows_of_page(number):
                _add_by_itself(found, values)
    return found


def _tables(
    reader: PageReader, seen: set[int], found: SalvagedRows
) -> dict[str, tuple[int, list[str]]]:
    """The tables of ours by the schema that stands in the file: root page, columns as stored."""
    schema = reader.tree(1)
    seen |= schema.pages
    found.whole &= schema.whole
    tables: dict[str, tuple[int, list[str]]] = {}
    for values in schema.rows:
        match values:
            case ["table", str(name), _, int(root), str(sql)] if name in (*COLUMNS, ERASED):
                columns = columns_in(name, sql)
                if columns is not None:
                    tables[name] = root, list(columns)
            case ["index", _, _, int(root), _]:
                seen |= reader.tree(root).pages
    return tables


def _stored(table: str) -> list[str]:
    """The columns of a table of today in the order in which a row has them: its key first."""
    columns = [one.partition(":")[0] for one in COLUMNS[table].split()]
    keys = [one.removesuffix("*") for one in columns if one.endswith("*")]
    return keys + [one for one in columns if not one.endswith("*")]


def _add(found: SalvagedRows, table: str, columns: list[str], values: Values) -> None:
    """Keep a row of a known table; a row has fewer values where a column was added later."""
    if table == ERASED:
        _add_erased(found, values)
        return
    keys = [one for one in _stored(table) if one in columns and f"{one}*" in _marked(table)]
    order = keys + [one for one in columns if one not in keys]
    one = _salvaged(table, as_row(table, zip(order, values, strict=False)))
    if one is None:
        found.unreadable += 1
    else:
        found.add(one)


def _add_erased(found: SalvagedRows, values: Values) -> None:
    one, kind, session = (str(value) for value in values[:ERASED_COLUMNS])
    if UUID.fullmatch(one) and (not session or UUID.fullmatch(session)):
        found.erased.add(Erased(one, kind, session))


def _marked(table: str) -> set[str]:
    return {one.partition(":")[0] for one in COLUMNS[table].split()}


def _add_by_itself(found: SalvagedRows, values: Values) -> None:
    """Keep a row of a page by itself: that of a table whose hash it has, or else of the only one
    whose record it can be."""
    if len(values) == ERASED_COLUMNS and values[1] in COLUMNS:
        _add_erased(found, values)
        return
    likely = []
    for table in COLUMNS:
        columns = _stored(table)
        if not 0 <= len(columns) - len(values) <= MOST_ADDED or not _could_be(table, values):
            continue
        one = _salvaged(table, as_row(table, zip(columns, values, strict=False)))
        if one is not None and one.sound:
            found.add(one)
            return
        if one is not None:
            likely.append(one)
    if len(likely) == 1:
        found.add(likely[0])


MOST_ADDED = 7
"""Columns that later versions may have added to the end of a row."""


def _could_be(table: str, values: Values) -> bool:
    """Whether these values have an id and a hash where a row of a table has them."""
    columns = _stored(table)
    at = columns.index("hash") if "hash" in columns else len(values)
    if len(values) <= at:
        return False
    return bool(UUID.fullmatch(str(values[0])) and HASH.fullmatch(str(values[at])))


def _salvaged(table: str, row: Row) -> SalvagedRow | None:
    """The row of a table; None if it cannot be made out."""
    try:
        if not UUID.fullmatch(str(row["id" if table == "session" else "session"])):
            return None
        if table == "step":
            return SalvagedRow(table, row, step_from_row(row), sound=True)
        record, sound = from_row(KINDS[table], row)
    except (RecordError, KeyError):
        return None
    if not UUID.fullmatch(record.id):
        if table in FRAME:
            return None  # nothing can refer to it any more
        record = replace(record, id=str(uuid4()))
    return SalvagedRow(table, {**row, "id": record.id}, record, sound)


def complete_frames(
    rows: SalvagedRows, copy: sqlite3.Connection, sessions: Collection[str]
) -> None:
    """Take from a copy the decks, seats and turns of these sessions that could not be read.

    Words are not taken from it: they may have been taken out since.
    """
    for table in FRAME:
        for row in rows_of(copy, table):
            one = _salvaged(table, row)
            if one is None or not one.sound or one.session not in sessions:
                continue
            there = rows.rows.get(one.key)
            if there is None or not there.sound:
                rows.rows[one.key] = replace(one, copied=True)


def by_session(rows: SalvagedRows) -> Iterator[tuple[str, list[SalvagedRow]]]:
    """The rows of each session, without what was erased.

    A row that is not as it was written goes to the session of its turn, if that says another.
    """
    homes = {
        one.key[1]: one.session for one in rows.rows.values() if one.table == "turn" and one.sound
    }
    erased = {one.id for one in rows.erased}
    found: dict[str, list[SalvagedRow]] = {}
    for one in rows.rows.values():
        home = one.session if one.sound else homes.get(one.row.get("turn"), one.session)
        if home not in erased and one.key[1] not in erased:
            found.setdefault(home, []).append(one)
    yield from found.items()


def with_stand_ins(records: Sequence[Record]) -> list[Record]:
    """Records with blank cards and shoes in place of those whose deck could not be read.

    Without them nothing that was said on such a card could be taken in elsewhere.
    """
    decks = {one.deck.id: one for one in records if isinstance(one, PlayedDeck)}
    turns = {one.id: one for one in records if isinstance(one, Turn) and one.card}
    cards: dict[str, dict[str, Card]] = {}
    shoes: dict[str, dict[str, Shoes]] = {}
    for one in records:
        turn = turns.get(getattr(one, "turn", None) or one.id)
        deck = turn.deck if turn is not None else getattr(one, "deck", None)
        if not isinstance(deck, str) or not deck or deck in decks:
            continue
        card, worn = getattr(one, "card", ""), getattr(one, "shoes", "")
        known = (cards.setdefault(deck, {}), shoes.setdefault(deck, {}))
        if card and not any(isinstance(own, WildCard) and own.id == card for own in records):
            known[0][card] = Card(id=card, kind="scenario", title="", text="")
        if worn:
            known[1][worn] = Shoes(worn, worn, worn[0].upper(), "white", "lived", "")
    made = (
        Deck(deck, deck, 1, "en", (), tuple(shoes[deck].values()), tuple(cards[deck].values()))
        for deck in cards
    )
    return [*records, *(PlayedDeck(id=str(uuid4()), deck=deck) for deck in made)]
