"""Search over everything said: SQL finds the rows, and no index of words is kept on the disk.

What was erased is therefore found nowhere. Drafts and steps of undo are not searched: they were
not said. What is found is for ``word_fold.contains`` to say: in a file as a function of SQLite, on
a server of what comes from there, which is all that is not ASCII.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from typing import Any, cast

from sqlalchemy import Connection, LargeBinary, Table, and_, func, or_, select
from sqlalchemy import cast as sql_cast

from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.handlers.review_handler import is_withheld, text_of
from wshoes_tui.domain.models import (
    Feedback,
    Header,
    Lightbulb,
    ParkedTopic,
    Pledge,
    PledgeUpdate,
    Record,
    Response,
    SpokenRecord,
    WildCard,
)
from wshoes_tui.domain.value_reader import RecordError, object_from_json
from wshoes_tui.domain.word_fold import FoundWords, SearchResult, WordsKind, contains, terms_of
from wshoes_tui.storage import schema
from wshoes_tui.storage.row_mapping import from_row
from wshoes_tui.storage.session_reader import unless_corrupt


@dataclass(frozen=True, slots=True)
class _Kind:
    kind: WordsKind
    record: type[Record]
    row: type[Any]
    columns: tuple[str, ...]
    recheck: bool = False

    @property
    def table(self) -> Table:
        """Its table."""
        return _table(self.row)


def _table(row: type[Any]) -> Table:
    """The table of a mapped class."""
    return cast("Table", row.__table__)


_SESSIONS = _table(schema.SessionRow)

_KINDS = (
    _Kind("title", Header, schema.SessionRow, ("title",)),
    _Kind("response", Response, schema.ResponseRow, ("text",)),
    _Kind("lightbulb", Lightbulb, schema.LightbulbRow, ("used_to_think", "now_see")),
    _Kind("pledge", Pledge, schema.PledgeRow, ("condition", "text", "history"), recheck=True),
    _Kind("pledge", PledgeUpdate, schema.PledgeUpdateRow, ("text", "note")),
    _Kind("topic", ParkedTopic, schema.ParkedTopicRow, ("text",)),
    _Kind("card", WildCard, schema.WildCardRow, ("title", "text")),
    _Kind("feedback", Feedback, schema.FeedbackRow, ("text",)),
)
"""What is searched, in the order in which it is told within a turn. Evidence is not among it: see
``_Search._hits_of``."""

_RARE_LAST = "eaniorstldcumhgpbyfvwkjxqz"
"""Letters as rare as they are late, in the languages of the program."""

_AT_ONCE = 400
"""Ids in one statement; SQLite takes at least 999."""


def search_words(
    connection: Connection, words: str, most: int | None, programmes: Collection[str] | None = None
) -> SearchResult:
    """Find the records that hold all of these words, in any case and with any accents.

    Args:
        connection: of ``Database.reading``.
        words: the words; what stands in quotation marks is one.
        most: how many are told, the newest sessions first; None for all.
        programmes: names of a programme as its sessions have it; None searches all sessions.
    """
    terms = terms_of(words)
    if not terms:
        return SearchResult(0, ())
    search = _Search(connection, terms, programmes)
    hits = search.hits()
    told = search.newest(hits, most)
    return SearchResult(len(hits), tuple(search.details(told)), search.whole)


Hit = tuple[int, str, str]
"""The place of its kind in ``_KINDS``, the id of the session and that of the record."""


class _Search:
    """A search, with statements on tables: those on mapped classes take longer to compile."""

    def __init__(
        self, connection: Connection, terms: Sequence[str], programmes: Collection[str] | None
    ) -> None:
        self._connection, self._terms, self._programmes = connection, terms, programmes
        self._has = contains(terms)
        self._decks: dict[str, tuple[str, dict[str, str], dict[str, Any]]] = {}
        self.whole = True
        self._on_file = connection.dialect.name == "sqlite"
        if self._on_file:
            driver = cast("sqlite3.Connection", connection.connection.dbapi_connection)
            driver.create_function("wshoes_has", 1, self._has, deterministic=True)

    def hits(self) -> list[Hit]:
        """All that is found, in no order."""
        found: list[Hit] = []
        for place, kind in enumerate(_KINDS):
            whole = False
            with unless_corrupt():
                found.extend(self._hits_of(place, kind))
                whole = True
            self.whole &= whole
        return found

    def _hits_of(self, place: int, kind: _Kind) -> list[Hit]:
        row = kind.table.c
        columns: list[Any] = [row[name] for name in kind.columns]
        body = reduce(lambda one, other: one + "\n" + other, columns)
        session = row.id if kind.record is Header else row.session
        where = [self._on_disk(body) if self._on_file else self._on_server(body)]
        # The words of one candidate must not stand beside those of another.
        hiring = select(_SESSIONS.c.id).where(_SESSIONS.c.candidate != "")
        where.append(session.not_in(hiring))
        if self._programmes is not None:
            mine = _SESSIONS.c.programme.in_(self._programmes)
            where.append(session.in_(select(_SESSIONS.c.id).where(mine)))
        if self._on_file and not kind.recheck:  # as one text: thousands of rows would take longer
            joined = select(func.group_concat(session + " " + row.id, "\n")).where(*where)
            lines = (self._connection.execute(joined).scalar_one() or "").split("\n")
            pairs = (line.split(" ") for line in lines)
            return [(place, pair[0], pair[1]) for pair in pairs if len(pair) == 2]
        return [
            (place, of_session, record)
            for of_session, record, *texts in self._connection.execute(
                select(session, row.id, *columns).where(*where)
            )
            if self._has("\n".join(_said(kind.columns, texts)).encode("utf-8", "replace"))
        ]

    def _on_disk(self, body: Any) -> Any:
        """What holds the words; LIKE does for texts in ASCII, which is quicker than a function."""
        data = sql_cast(body, LargeBinary)
        has = func.wshoes_has(data)
        if not all(term.isascii() and " " not in term for term in self._terms):
            return has
        parts = dict.fromkeys(part for term in self._terms for part in (_from_rarest(term), term))
        plain = and_(*(body.like(*_pattern(part)) for part in parts))
        return or_(plain, and_(func.length(body) != func.length(data), has))

    def _on_server(self, body: Any) -> Any:
        """All that is not ASCII, and what holds the words as they were typed."""
        other = func.octet_length(body) != func.char_length(body)
        if not all(term.isascii() for term in self._terms):
            return other
        return or_(other, and_(*(body.ilike(*_pattern(term)) for term in self._terms)))

    def newest(self, hits: Sequence[Hit], most: int | None) -> list[Hit]:
        """As many hits as are to be told, session by session, the newest first."""
        order = (_SESSIONS.c.created.desc(), _SESSIONS.c.id)
        ids = self._connection.scalars(select(_SESSIONS.c.id).order_by(*order))
        of_session: dict[str, list[Hit]] = {}
        for hit in hits:
            of_session.setdefault(hit[1], []).append(hit)
        told: list[Hit] = []
        for one in (*ids, *of_session):  # last those of no session
            told += of_session.pop(one, ())
            if most is not None and len(told) >= most:  # whole sessions: hits have no order yet
                break
        return told

    def details(self, hits: Sequence[Hit]) -> Iterator[FoundWords]:
        """The words of the hits with their card and shoes, in order."""
        sessions = [list(group) for _id, group in groupby(hits, key=lambda hit: hit[1])]
        batch: list[list[Hit]] = []
        for number, group in enumerate(sessions, 1):
            batch.append(group)
            if sum(map(len, batch)) >= _AT_ONCE or len(batch) == 50 or number == len(sessions):
                yield from self._details(batch)
                batch = []

    def _details(self, sessions: Sequence[Sequence[Hit]]) -> Iterator[FoundWords]:
        ids = [group[0][1] for group in sessions]
        tops = self._rows(_SESSIONS, ids)
        records = [
            (place, record, sound)
            for place, kind in enumerate(_KINDS)
            for row in self._rows(kind.table, [h[2] for g in sessions for h in g if h[0] == place])
            for record, sound in _record(kind.record, row)
        ]
        named = {_turn(record) for _place, record, _sound in records} - {""}
        turns = {row["id"]: row for row in self._rows(_table(schema.TurnRow), named)}
        decks = self._played(ids)
        titles = {row["id"]: row for row in tops}
        of_session = {hit[2]: hit[1] for group in sessions for hit in group}
        found: dict[str, list[tuple[tuple[int, int, int, str], FoundWords]]] = {i: [] for i in ids}
        for place, record, sound in records:
            top = titles[of_session[record.id]]
            turn = turns.get(_turn(record))
            words = FoundWords(
                _KINDS[place].kind, record.id, _words(record), top["id"], top["title"],
                top["created"], top["place"],
                withheld=isinstance(record, Response) and is_withheld(record), damaged=not sound,
                **(_on_card(decks[top["id"]], turn, getattr(record, "shoes", "")) if turn else {}),
            )  # fmt: skip
            order = (words.turn or 10**6 * (place > 0), place, getattr(record, "place", 0))
            found[top["id"]].append(((*order, record.id), words))
        for one in ids:
            yield from (words for _order, words in sorted(found[one], key=lambda pair: pair[0]))

    def _rows(self, table: Table, ids: Iterable[str]) -> list[Any]:
        wanted, rows = list(ids), list[Any]()
        for start in range(0, len(wanted), _AT_ONCE):
            query = select(table).where(table.c.id.in_(wanted[start : start + _AT_ONCE]))
            with unless_corrupt():
                rows += self._connection.execute(query).mappings().all()
        return rows

    def _played(self, sessions: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Of each session its decks by their id: titles of cards, and shoes.

        Most sessions have the same decks: a text is read once.
        """
        played: dict[str, dict[str, Any]] = {one: {} for one in sessions}
        deck = _table(schema.PlayedDeckRow).c
        query = select(deck.session, deck.deck).where(deck.session.in_(sessions))
        for session, text in self._connection.execute(query):
            if text not in self._decks:
                self._decks[text] = _deck(text)
            deck_id, *parts = self._decks[text]
            played[session][deck_id] = parts
        own = _table(schema.WildCardRow).c
        cards = select(own.session, own.deck, own.id, own.title).where(own.session.in_(sessions))
        for session, deck_id, card, title in self._connection.execute(cards):
            titles, shoes = played[session].get(deck_id, ({}, {}))
            played[session][deck_id] = ({**titles, card: title}, shoes)
        return played


def _from_rarest(term: str) -> str:
    """The end of a term, from its rarest letter: LIKE compares at each place of the first one."""
    start = max(range(max(1, len(term) - 2)), key=lambda place: _RARE_LAST.find(term[place]))
    return term[start:]


def _pattern(term: str) -> tuple[str, str | None]:
    """The pattern of LIKE, and its escape character: None where it has none, which is quicker."""
    for special in "\\%_":
        term = term.replace(special, f"\\{special}")
    escape = "\\" if "\\" in term else None
    return f"%{term.replace(' ', '%')}%", escape  # a blank may be a line break


def _said(columns: Sequence[str], texts: Sequence[object]) -> Iterator[str]:
    """What is words in these columns: of the history of a pledge, the notes."""
    for name, text in zip(columns, texts, strict=True):
        if name != "history":
            yield str(text)
        else:
            with suppress(ValueError, TypeError, AttributeError, KeyError, RecursionError):
                for note in json.loads(str(text)):
                    yield from (str(note["note"]), str(note.get("was", "")))


def _record(kind: type[Record], row: Any) -> Iterator[tuple[Record, bool]]:
    with suppress(RecordError):  # too damaged to be told
        yield from_row(kind, row)


def _turn(record: Record) -> str:
    return getattr(record, "turn", None) or ""


def _words(record: Record) -> str:
    match record:
        case Header():
            return record.title
        case Pledge():
            notes = (text for note in record.history for text in (note.note, note.was))
            return "\n".join(filter(None, (record.condition, record.text, *notes)))
        case PledgeUpdate():
            return "\n".join(filter(None, (record.text, record.note)))
        case WildCard():
            return "\n".join((record.title, record.text))
    return text_of(cast("SpokenRecord", record))


def _deck(text: str) -> tuple[str, dict[str, str], dict[str, Any]]:
    """The id of a deck, the titles of its cards and its shoes, by id; nothing if it is damaged."""
    try:
        deck = json.loads(text)
        cards = {str(card["id"]): str(card["title"]) for card in deck["cards"]}
        return str(deck["id"]), cards, {str(shoes["id"]): shoes for shoes in deck["shoes"]}
    except (ValueError, TypeError, KeyError, RecursionError):
        return "", {}, {}


def _on_card(decks: dict[str, Any], turn: Any, shoes: str) -> dict[str, Any]:
    """The turn's number, and as far as they are known the title of its card and the shoes."""
    titles, pairs = decks.get(turn["deck"], ({}, {}))
    worn = None
    with suppress(RecordError, KeyError):
        worn = object_from_json(Shoes, pairs[shoes])
    return {"turn": int(turn["number"]), "card": titles.get(turn["card"], ""), "shoes": worn}
