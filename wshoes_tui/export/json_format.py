"""JSON format: a whole session as one file, which ``json_reader`` takes in again.

The file holds every record with all its fields, as stored to the last character. The package's
``session.schema.json`` describes it (generated: ``python -m tests.json_schema``). Left out are
words kept out of exports (unless everything is asked for), words not handed in yet, and what undo
would need, which holds words that were taken back: the first two are named in ``withheld``.

Of the decks it holds the head, the themes, the shoes and the cards that were played, so
that the session can be read where the decks are not; and which shoes the other cards offer on
which themes, so that gaps stay gaps. A session that was not finished goes
on with these cards: its open turn can be ended, cards that were skipped or parked come
back, the group's own can be played, and then comes the closing round. One that had not
begun needs its decks chosen again.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from wshoes_tui.domain.models import FIELDS, Draft, PlayedDeck, Record, Session, as_card
from wshoes_tui.domain.serialization import Plain, record_to_json
from wshoes_tui.export.redact import may_leave, withheld, without_speakers

FORMAT = "wshoes-session"
VERSION = 2
"""1 had no ``offers`` in decks, marks of one letter, and no ``erased``."""

RECORDS: dict[str, type[Record]] = {
    name: kind for kind, name in FIELDS.items() if kind not in (PlayedDeck, Draft)
}
"""The lists that hold records as they are: all but decks, whose cards have a list of their own,
and drafts, which never leave."""
LISTS = ("decks", "cards", *RECORDS, "withheld")
"""All lists of objects in a file."""
ERASED = "erased"
"""The list of ids of what was erased of the session, so that it does not come back with the file.
Files from before have none."""


def to_json(session: Session, *, everything: bool = False) -> str:
    """The session as the text of a JSON file; ``everything`` is for an archive of one's own."""
    return json.dumps(to_dict(session, everything=everything), ensure_ascii=False, indent=1) + "\n"


def to_printable_json(session: Session) -> str:
    """The same JSON, with every character that could drive a terminal written as an escape."""
    text = to_json(session)
    return "".join(c if c == "\n" or c.isprintable() else json.dumps(c)[1:-1] for c in text)


def to_dict(session: Session, *, everything: bool = False) -> Plain:
    """The session as JSON values."""
    left_out = withheld(session, everything=everything)
    session = without_speakers(session)
    lists = {
        name: [record_to_json(record) for record in getattr(session, name)] for name in RECORDS
    }
    if not everything:
        leave = {response.id for response in session.responses if may_leave(response)}
        lists["responses"] = [plain for plain in lists["responses"] if plain["id"] in leave]
    lists["decks"] = [_deck(session, played) for played in session.decks]
    lists["cards"] = [
        card | {"deck": deck["id"]} for deck in lists["decks"] for card in deck.pop("cards")
    ]
    lists["withheld"] = [asdict(one) for one in left_out]
    top: Plain = {
        "format": FORMAT,
        "version": VERSION,
        "session": record_to_json(session.header),
    }
    return top | {name: lists[name] for name in LISTS} | {ERASED: list(session.erased)}


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
