"""The rules of the shoes of a deck."""

from __future__ import annotations

import unicodedata

from wshoes_tui.decks.fields import Fields, owner_of
from wshoes_tui.decks.nodes import MapNode, Node
from wshoes_tui.decks.problems import Once, Report, quoted
from wshoes_tui.domain.deck import COLOURS, SIDES, Shoes

FEWEST_SHOES = 2

SHOES_KEYS = {
    "id": "nurse",
    "name": "The ward nurse",
    "mark": "N",
    "colour": "green",
    "side": "service",
    "you_are": "You are a nurse with two more people to see before noon.",
    "easy": "You are a nurse. You work on a ward.",
}


def read_shoes(deck: Fields) -> tuple[Shoes, ...] | None:
    """The shoes of a deck; None where they cannot be read at all."""
    items = deck.items("shoes", required=True)
    if items is None:
        return None
    ids = Once(deck.report, "id")
    marks = Once(deck.report, "mark")
    shoes = [
        _shoes(item, number, ids, marks, deck.report) for number, item in enumerate(items, start=1)
    ]
    if len(items) < FEWEST_SHOES:
        deck.report.add(
            deck.line("shoes"),
            "A deck needs at least two shoes, so that there is another side to see",
            "Add another pair, from the other side.",
        )
    return tuple(pair for pair in shoes if pair)


def _shoes(node: Node, number: int, ids: Once, marks: Once, report: Report) -> Shoes | None:
    if not isinstance(node, MapNode):
        report.add(
            node.line,
            f"Shoes number {number} should be keys with values",
            "Write id, name, mark, colour, side and you_are, each on a line of its own.",
        )
        return None
    fields = Fields(node, owner_of(node, "shoes", number), SHOES_KEYS, report)
    pair = Shoes(
        id=fields.slug("id", required=True),
        name=fields.text("name", required=True),
        mark=_mark(fields),
        colour=fields.choice("colour", COLOURS),
        side=fields.choice("side", SIDES),
        you_are=fields.text("you_are", required=True),
        easy=fields.text("easy"),
    )
    ids.check(pair.id, fields.line("id"), "Give each pair of shoes an id of its own.")
    marks.check(pair.mark, fields.line("mark"), "Choose another letter for one of them.")
    return pair


def _mark(fields: Fields) -> str:
    mark = unicodedata.normalize("NFC", fields.text("mark", required=True))
    if mark and not (len(mark) == 1 and mark.isalpha()):
        fields.report.add(
            fields.line("mark"),
            f'"mark" of {fields.owner} is {quoted(mark)}, but should be one letter',
            "Choose a letter that no other shoes of the deck have.",
        )
    return mark
