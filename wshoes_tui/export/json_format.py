"""JSON format: writer and strict reader of a whole session as one file.

The file holds every record with all its fields, as stored to the last character: which keys an
object has follows for both from the fields of its record. The package's
``session.schema.json`` describes it (generated: ``python -m tests.json_schema``). It is for another
computer of one's own: words that were kept back are in it, with what was decided about them. Left
out are words not handed in yet, which ``withheld`` names, and what undo would need, which holds
words that were taken back. Files of older programs name words that were kept back there, too.

Of the decks it holds the head, the themes, the shoes and the cards that were played, so
that the session can be read where the decks are not; and which shoes the other cards offer on
which themes, so that gaps stay gaps. A session that was not finished goes
on with these cards: its open turn can be ended, cards that were skipped or parked come
back, the group's own can be played, and then comes the closing round. One that had not
begun needs its decks chosen again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from io import BytesIO
from typing import Any, get_args

from wshoes_tui.domain.deck import Card, Deck, Offer
from wshoes_tui.domain.handlers.response_handler import NAMING
from wshoes_tui.domain.models import (
    FIELDS,
    Draft,
    Header,
    PlayedDeck,
    Record,
    Session,
    WildCard,
    as_card,
)
from wshoes_tui.domain.serialization import (
    Plain,
    record_to_json,
    session_of,
)
from wshoes_tui.domain.text import without_surrogates
from wshoes_tui.domain.version_vector import UNKNOWN_VERSION, VersionVector, vector_from_json
from wshoes_tui.export.export_progress import counted
from wshoes_tui.export.json_reader import (
    UUID,
    entry,
    named,
    parse_values,
    read_fields,
    read_object,
    read_record,
    unreadable,
)
from wshoes_tui.export.json_rules import check_records
from wshoes_tui.export.redact import (
    Withheld,
    WithheldKind,
    in_order_without_speakers,
    unsaid_or_damaged,
)
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import PART_OF, THE_FILE

NO_LIST = N_("{key} is not a list.")
FORMAT = "wshoes-session"
VERSION = 2
"""1 had no ``offers`` in decks, marks of one letter, no ``erased``, ``review``, ``shared_text``."""

RECORDS: dict[str, type[Record]] = {
    name: kind for kind, name in FIELDS.items() if kind not in (PlayedDeck, Draft)
}
"""The lists that hold records as they are: all but decks, whose cards have a list of their own,
and drafts, which never leave."""
LISTS = ("decks", "cards", *RECORDS, "withheld")
"""All lists of objects in a file."""
ADDED_LISTS = ("pledge_updates", "evidence")
"""Those which files from before have not."""
ERASED = "erased"
"""The list of ids of what was erased of the session, so that it does not come back with the file.
Files from before have none."""
COMMITS = "commits"
"""The version vector of the session, by which ``wshoes gather`` knows which of two files is newer.
Files from before have none."""


def to_json_bytes(session: Session) -> bytes:
    """The session as a JSON file in UTF-8, written record by record: each takes memory once.

    Half of a surrogate pair becomes the replacement character.
    """
    file = BytesIO()
    for part in _parts(session):
        file.write(without_surrogates(part)[0].encode())
    return file.getvalue()


def to_json(session: Session) -> str:
    """The session as the text of a JSON file."""
    return "".join(_parts(session))


def to_printable_json(session: Session) -> str:
    """The same JSON, with every character that could drive a terminal written as an escape."""
    text = to_json(session)
    return "".join(c if c == "\n" or c.isprintable() else json.dumps(c)[1:-1] for c in text)


def to_dict(session: Session) -> Plain:
    """The session as JSON values."""
    return {
        name: list(value) if isinstance(value, Iterator) else value
        for name, value in _members(session)
    }


def _members(session: Session) -> Iterator[tuple[str, Any]]:
    """The members of the file's object, in order; a list of records is an iterator over them."""
    left_out = unsaid_or_damaged(session)
    session = in_order_without_speakers(session)
    decks = [_deck(session, played) for played in session.decks]
    cards = [card | {"deck": deck["id"]} for deck in decks for card in deck.pop("cards")]
    yield from (("format", FORMAT), ("version", VERSION))
    yield from (("session", record_to_json(session.header)), ("decks", decks), ("cards", cards))
    for name in RECORDS:
        yield name, map(record_to_json, counted(getattr(session, name)))
    yield "withheld", [asdict(one) for one in left_out]
    yield from ((ERASED, list(session.erased)), (COMMITS, session.version.to_json()))


def _parts(session: Session) -> Iterator[str]:
    """The text of the file in parts, one for each record."""
    before = "{"
    for name, value in _members(session):
        yield f"{before}\n {_encode(name)}: "
        before = ","
        if isinstance(value, Iterator):
            mark = "["
            for item in value:
                yield f"{mark}\n  {_indented(item, chr(10) + '  ')}"
                mark = ","
            yield "[]" if mark == "[" else "\n ]"
        else:
            yield _indented(value, "\n ")
    yield "\n}\n"


_encode = json.JSONEncoder(ensure_ascii=False).encode


def _indented(value: Any, line: str) -> str:
    """A JSON value with an indentation of one a level; ``line`` begins a line of its own level."""
    inner = f"{line} "
    if isinstance(value, dict) and value:
        items = (f"{inner}{_encode(name)}: {_indented(one, inner)}" for name, one in value.items())
        return f"{{{','.join(items)}{line}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{','.join([inner + _indented(one, inner) for one in value])}{line}]"
    return _encode(value)


def _deck(session: Session, played: PlayedDeck) -> Plain:
    """A deck with the cards that were played, the group's own last.

    Its ``record`` is its place in this session.
    """
    deck = played.deck
    drawn = {turn.card for turn in session.turns if turn.deck == deck.id}
    own = (as_card(card) for card in session.wild_cards if deck.card(card.id) is None)
    cards = tuple(card for card in (*deck.cards, *own) if card.id in drawn)
    plain = record_to_json(replace(played, deck=replace(deck, cards=cards, offers=deck.offered())))
    head: Plain = plain.pop("deck")
    return head | {"record": plain}


def session_from_json(text: str | bytes) -> Session:
    """The session in the text of a file that ``to_json`` wrote.

    Its decks hold the cards that were played; what the file names as withheld is not there,
    and nothing refers to it. Nothing can be undone. Half of a surrogate pair, which no store
    takes, becomes the replacement character.

    Raises:
        UnreadableError: the file is not such a file, or not whole.
    """
    top = _top(parse_values(text))
    header = read_record(Header, named("session"), top["session"])
    lists: dict[str, list[Any]] = {
        name: [
            read_record(kind, entry(n, name), item) for n, item in enumerate(counted(top[name]), 1)
        ]
        for name, kind in RECORDS.items()
    }
    lists["decks"] = _decks(top["decks"], top["cards"], lists["wild_cards"])
    if top["version"] == 1:
        lists["decks"] = [replace(one, deck=_offering_all(one.deck)) for one in lists["decks"]]
    left_out = _left_out(top["withheld"])
    erased = _erased(top.get(ERASED, []))
    check_records(header, lists, left_out, erased)
    for kind, field in NAMING:
        lists[FIELDS[kind]] = [
            replace(one, **{field: None}) if getattr(one, field) in left_out else one
            for one in lists[FIELDS[kind]]
        ]
    session = session_of(header, (record for records in lists.values() for record in records))
    return replace(session, erased=erased, version=_version(top.get(COMMITS)))


def _version(found: object) -> VersionVector:
    version = UNKNOWN_VERSION if found is None else vector_from_json(found)
    if version is None:
        raise unreadable(_("{key} does not count the commits of writers.", key=named(COMMITS)))
    return version


def _top(data: object) -> Plain:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise unreadable(_("This is not a session exported by wshoes."))
    version = data.get("version")
    if type(version) is not int or version < 1:
        raise unreadable(_("The file does not say which version of the format it is."))
    if version > VERSION:
        what = _(
            "The file was written by a newer wshoes (its format is {version}, this program reads "
            "{ours}).",
            version=version,
            ours=VERSION,
        )
        todo = _("Update wshoes, or ask for an export from the older version.")
        raise unreadable(what, todo)
    read_object(data, ("format", "version", "session", *LISTS, ERASED, COMMITS), _(THE_FILE))
    data = {name: [] for name in ADDED_LISTS} | data
    for key in ("session", *LISTS):
        if key not in data:
            raise unreadable(_("The file has no {key}.", key=named(key)))
    for name in LISTS:
        if not isinstance(data[name], list):
            raise unreadable(_(NO_LIST, key=named(name)))
    return data


def _decks(heads: list[object], cards: list[object], own: Iterable[WildCard]) -> list[PlayedDeck]:
    by_deck = _cards(cards)
    placed = {card.id: as_card(card) for card in own}
    decks = []
    for number, item in enumerate(heads, 1):
        where = entry(number, "decks")
        head = read_fields(Deck, item, where, but="cards", more="record")
        record = read_fields(
            Record, head.pop("record", None), _(PART_OF, key=named("record"), owner=where)
        )
        slug = head.get("id")
        head["cards"] = by_deck.pop(slug, []) if isinstance(slug, str) else []
        played = read_record(PlayedDeck, where, {**record, "deck": head})
        if any(placed.get(card.id, card) != card for card in played.deck.cards):
            raise unreadable(_('A card in "cards" differs from its "wild_cards".'))
        fixed = tuple(card for card in played.deck.cards if card.id not in placed)
        decks.append(replace(played, deck=replace(played.deck, cards=fixed)))
    if by_deck:
        raise unreadable(_('A card in "cards" is of a deck that the file does not have.'))
    return decks


def _offering_all(deck: Deck) -> Deck:
    """A deck of a file of version 1, which does not say what its other cards offer."""
    shoes = tuple(pair.id for pair in deck.shoes)
    return replace(deck, offers=tuple(Offer(theme.key, shoes) for theme in deck.themes))


def _cards(cards: list[object]) -> dict[str, list[Plain]]:
    by_deck: dict[str, list[Plain]] = {}
    for number, item in enumerate(cards, 1):
        where = entry(number, "cards")
        card = read_fields(Card, item, where, more="deck")
        deck = card.pop("deck", None)
        if not isinstance(deck, str):
            raise unreadable(_("{where} does not say its deck.", where=where))
        by_deck.setdefault(deck, []).append(card)
    return by_deck


def _left_out(items: list[object]) -> frozenset[str]:
    """The ids of the records of words that the file names as withheld."""
    found = set()
    for number, item in enumerate(items, 1):
        where = entry(number, "withheld")
        match read_fields(Withheld, item, where):
            case {"kind": "draft", "id": str() | None as record, "why": str()} if (
                record is None or UUID.fullmatch(record)
            ):
                pass
            case {"kind": "damaged", "id": None, "why": str()}:
                pass
            case {"kind": kind, "id": str(record), "why": str()} if kind in get_args(
                WithheldKind
            ) and UUID.fullmatch(record):
                found.add(record)
            case _:
                raise unreadable(
                    _("{where} does not name what was left out, and why.", where=where)
                )
    return frozenset(found)


def _erased(found: object) -> tuple[str, ...]:
    """The ids of what was erased of the session."""
    if not isinstance(found, list):
        raise unreadable(_(NO_LIST, key=named(ERASED)))
    for number, one in enumerate(found, 1):
        if not isinstance(one, str) or not UUID.fullmatch(one):
            raise unreadable(_("{where} is not a UUID.", where=entry(number, ERASED)))
    return tuple(sorted(set(found)))
