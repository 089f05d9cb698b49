"""Merge of imported cards into a deck that was imported before: same ids, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from wshoes_tui.decks.card_sources import THEME
from wshoes_tui.decks.deck_editor import PASSAGES, DeckEditor
from wshoes_tui.domain.deck import Card, Deck
from wshoes_tui.domain.value import Value, value

FIELDS = ("title", *PASSAGES)
"""Fields that another program may have changed; what was added to a card here stays."""


@value()
class CardChange(Value):
    """One field of a card, before and after; a card that is new has an empty ``before``."""

    card: str
    field: str
    before: str
    after: str


@value()
class CardMerge(Value):
    """What comes of a merge: the new text of the deck file, and what changed in it.

    ``added`` and ``only_here`` are the ids of cards that are new, and that the table lacks.
    """

    text: str
    changes: tuple[CardChange, ...]
    added: tuple[str, ...]
    only_here: tuple[str, ...]


def merge_cards(
    text: str, rows: Sequence[Mapping[str, Any]], fields: Sequence[str], name: str
) -> CardMerge:
    """Bring the rows of a table into a deck file.

    A row is a card of the deck if its id, else its text, else its source is the same.

    Args:
        text: the deck file as it is.
        rows: cards as ``foreign_cards`` gives them; themes that the deck lacks are left out.
        fields: those of ``FIELDS`` that the table has a column for.
        name: the name of the deck file, for messages.

    Raises:
        DeckErrors: what comes of it breaks a rule of decks.
        WshoesError: ruamel.yaml is not installed.
    """
    editor = DeckEditor(text, name)
    _text, deck = editor.checked()
    changes: list[CardChange] = []
    added: list[str] = []
    ids = {card.id for card in deck.cards}
    pairs = _pairs(deck, rows)
    for number, row in enumerate(rows):
        known = pairs.get(number)
        if known is None:
            card_id = _free(row["id"], ids)
            ids.add(card_id)
            _add(editor, deck, card_id, row)
            added.append(card_id)
        else:
            changes += _change(editor, known, row, fields)
    whole, _deck = editor.checked()
    met = {card.id for card in pairs.values()}
    gone = tuple(card.id for card in deck.cards if card.id not in met)
    return CardMerge(whole, tuple(changes), tuple(added), gone)


SAME: tuple[Callable[[Card, Mapping[str, Any]], bool], ...] = (
    lambda card, row: card.id == row["id"],
    lambda card, row: card.text.split() == row["text"].split(),
    lambda card, row: bool(card.source) and card.source == row["source"],
)
"""By what a row is a card of the deck: its id, its text, its place in the file. What is surer is
tried for all rows first, for a row that was taken out moves those below it."""


def _pairs(deck: Deck, rows: Sequence[Mapping[str, Any]]) -> dict[int, Card]:
    """The cards of the deck that rows are, by the numbers of the rows."""
    found: dict[int, Card] = {}
    for same in SAME:
        for number, row in enumerate(rows):
            if number not in found:
                met = {card.id for card in found.values()}
                free = (card for card in deck.cards if card.id not in met and same(card, row))
                known = next(free, None)
                if known is not None:
                    found[number] = known
    return found


def _change(
    editor: DeckEditor, known: Card, row: Mapping[str, Any], fields: Sequence[str]
) -> list[CardChange]:
    changes = []
    card = editor.card(known.id)
    for field in fields:
        told, kept = str(row.get(field, "")), str(getattr(known, field))
        if told and told.split() != kept.split():
            editor.set_field(card, field, told)
            changes.append(CardChange(known.id, field, kept, told))
    return changes


def _add(editor: DeckEditor, deck: Deck, card_id: str, row: Mapping[str, Any]) -> None:
    card = editor.add_card(card_id)
    for field in (*FIELDS, "source"):
        if row.get(field):
            editor.set_field(card, field, str(row[field]))
    known = {theme.key for theme in deck.themes}
    editor.set_list(card, "themes", [key for key in row.get(THEME, ()) if key in known])
    asked = [line.partition(": ") for line in str(row.get("prompts", "")).split("\n") if line]
    editor.set_prompts(card, [{rung: text} for rung, _colon, text in asked])


def _free(wanted: str, taken: Iterable[str]) -> str:
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted[:50]}-{number}"
    return found
