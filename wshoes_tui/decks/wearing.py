"""The rules of the shoes of a deck."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from wshoes_tui.decks.bounds import MOST_SHOES, SENTENCE
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


def read_shoes(deck: Fields, original: Sequence[Shoes] | None = None) -> tuple[Shoes, ...] | None:
    """The shoes of a deck; None where they cannot be read at all.

    Args:
        deck: the deck.
        original: the shoes of the deck of which it is a translation: what the translation
            leaves out is an empty text.
    """
    items = deck.items("shoes", required=original is None)
    if items is None:
        return None
    ids = Once(deck.report, "id")
    marks = Once(deck.report, "mark")
    deck.refuse_many("shoes", len(items), MOST_SHOES, "shoes")
    shoes = []
    for number, item in enumerate(items[:MOST_SHOES], start=1):
        pair = _shoes(item, number, ids, marks, deck.report, original)
        if pair is not None:
            shoes.append(pair)
    if len(items) < FEWEST_SHOES and original is None:
        deck.report.add(
            deck.line("shoes"),
            "A deck needs at least two shoes, so that there is another side to see",
            "Add another pair, from the other side.",
        )
    return tuple(shoes)


def _shoes(
    node: Node,
    number: int,
    ids: Once,
    marks: Once,
    report: Report,
    original: Sequence[Shoes] | None,
) -> Shoes | None:
    if not isinstance(node, MapNode):
        report.add(
            node.line,
            f"Shoes number {number} should be keys with values",
            "Write id, name, mark, colour, side and you_are, each on a line of its own.",
        )
        return None
    fields = Fields(node, owner_of(node, "shoes", number), SHOES_KEYS, report)
    whole = original is None
    pair = Shoes(
        id=fields.slug("id", required=True),
        name=fields.text("name", required=whole),
        mark=_mark(fields, required=whole),
        colour=fields.choice("colour", COLOURS, required=whole),
        side=fields.choice("side", SIDES, required=whole),
        you_are=fields.text("you_are", required=whole),
        easy=fields.text("easy", most=SENTENCE),
    )
    ids.check(pair.id, fields.line("id"), "Give each pair of shoes an id of its own.")
    marks.check(pair.mark, fields.line("mark"), "Choose another letter for one of them.")
    if original is not None and pair.id:
        _check_translated(fields, pair, original)
    return pair


def _check_translated(fields: Fields, pair: Shoes, original: Sequence[Shoes]) -> None:
    known = [other.id for other in original]
    fields.check_in_original(pair.id, known, "shoes")
    for other in original:
        if pair.mark and other.id != pair.id and other.mark.casefold() == pair.mark.casefold():
            fields.report.add(
                fields.line("mark"),
                f"The mark {quoted(pair.mark)} is that of {quoted(other.id)} in the original",
                "Leave the mark out, and that of the original is used.",
            )


def _mark(fields: Fields, *, required: bool) -> str:
    mark = unicodedata.normalize("NFC", fields.text("mark", required=required))
    if mark and not (len(mark) == 1 and (mark.isalpha() or mark.isdecimal())):
        fields.report.add(
            fields.line("mark"),
            f'"mark" of {fields.owner} is {quoted(mark)}, but should be one letter or digit',
            "Choose a letter or digit that no other shoes of the deck have.",
        )
    return mark
