"""The rules of the cards of a deck."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from wshoes_tui.decks.diagnostics import Once, Report, capital, joined_with_and, quoted
from wshoes_tui.decks.field_reader import Fields, owner_of, slug_from
from wshoes_tui.decks.yaml_tree import BrokenNode, MapNode, Node, TextNode
from wshoes_tui.domain.deck import COLOURS, KINDS, RUNGS, SIDES, Card, Prompt, Shoes
from wshoes_tui.limits import MOST_CARDS, MOST_PROMPTS, MOST_SHOES, SENTENCE

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


CARD_KEYS = {
    "id": "friday-four-oclock",
    "kind": "scenario",
    "title": "Friday, four o'clock",
    "text": "| and what happens on the next lines, indented",
    "easy": "| and the same in easy words on the next lines, indented",
    "shoes": "[patient, nurse]",
    "opposite": "{patient: nurse}",
    "themes": "[information]",
    "prompts": "(a list, each such as {ask: What would help?})",
    "tender": "1",
    "note": "For the facilitator only.",
    "source": "~",
}
RUNG_EXAMPLES = {
    "notice": "What is happening here?",
    "feel": "What is it like to be you right now?",
    "ask": "What would you ask the others?",
    "act": "What one thing would help?",
}
A_PROMPT = f"- {{ask: {RUNG_EXAMPLES['ask']}}}"

MOST_TENDER = 2
NOT_TRANSLATED = -1
"""Stands for a number that a translation leaves to its original."""


class Known:
    """The ids that a card may name; None where it cannot be told which exist.

    ``cards`` are those of the original, where the deck is a translation of one.
    """

    def __init__(
        self,
        shoes: Sequence[Shoes] | None,
        themes: Sequence[str] | None,
        cards: Sequence[str] | None = None,
    ) -> None:
        self.cards = cards
        self.shoes = None if shoes is None else _mended([pair.id for pair in shoes])
        self.themes = None if themes is None else _mended(themes)


def _mended(ids: Sequence[str]) -> tuple[str, ...]:
    """The ids, also as they will be once mended: cards that use those are not at fault."""
    return tuple(dict.fromkeys((*ids, *map(slug_from, ids))))


def read_cards(deck: Fields, known: Known, *, whole: bool) -> tuple[Card, ...]:
    """The cards of a deck. ``whole`` is False where some could not be read at all.

    A translation may leave out any card and any text of one, which then is empty.
    """
    items = deck.items("cards", required=known.cards is None)
    if items is None:
        return ()
    deck.refuse_many("cards", len(items), MOST_CARDS, "cards")
    if not items and whole and known.cards is None:
        deck.report.add(
            deck.line("cards"),
            "A deck needs at least one card",
            "Add one below this line, beginning with - id:",
        )
    ids = Once(deck.report, "id")
    cards = (
        _card(item, n, ids, known, deck.report) for n, item in enumerate(items[:MOST_CARDS], 1)
    )
    return tuple(card for card in cards if card)


def _card(node: Node, number: int, ids: Once, known: Known, report: Report) -> Card | None:
    if not isinstance(node, MapNode):
        report.add(
            node.line,
            f"Card {number} should be keys with values",
            "Write id, kind, title and text, each on a line of its own.",
        )
        return None
    fields = Fields(node, owner_of(node, "card", number), CARD_KEYS, report)
    whole = known.cards is None
    card = Card(
        id=fields.slug("id", required=True),
        kind=fields.choice("kind", KINDS, required=whole),
        title=fields.text("title", required=whole),
        text=fields.passage("text", required=whole),
        easy=fields.passage("easy"),
        shoes=fields.references("shoes", known.shoes, "shoes"),
        opposite=_opposite(fields, known.shoes),
        themes=fields.references("themes", known.themes, "themes"),
        prompts=_prompts(fields),
        tender=fields.number(
            "tender", low=0, high=MOST_TENDER, default=1 if whole else NOT_TRANSLATED
        ),
        note=fields.passage("note"),
        source=fields.text("source"),
    )
    if card.kind == "poem":
        for key in ("text", "easy"):
            fields.refuse_folded(key)
    ids.check(card.id, fields.line("id"), "Give each card an id of its own.")
    if known.cards is not None and card.id:
        fields.check_in_original(card.id, known.cards, "card")
    return card


def _opposite(fields: Fields, known: Sequence[str] | None) -> Mapping[str, str]:
    pairs: dict[str, str] = {}
    for one, entry in (fields.map("opposite", "{patient: nurse}") or {}).items():
        if isinstance(entry.value, BrokenNode):
            continue
        named = f'"opposite" of {fields.owner}'
        if not isinstance(entry.value, TextNode) or entry.value.nothing:
            fields.report.add(
                entry.line,
                f"{named} should name one pair of shoes for {quoted(one)}",
                "Write it as {patient: nurse}",
            )
            continue
        other = entry.value.text.strip()
        sound = [
            fields.check_known(name, entry.line, named, known, "shoes") for name in (one, other)
        ]
        if one == other:
            fields.report.add(
                entry.line,
                f"{named} has {quoted(one)} on both sides",
                "Name two different pairs of shoes.",
            )
        elif all(sound):
            pairs[one] = other
    return pairs


def _prompts(fields: Fields) -> tuple[Prompt, ...]:
    node = fields.value("prompts")
    items: Sequence[Node]
    if isinstance(node, MapNode):
        # Rungs below each other without dashes: what is meant is clear.
        items = [MapNode(e.line, {rung: e}, node.braces) for rung, e in node.entries.items()]
    else:
        items = fields.items("prompts") or ()
    fields.refuse_many("prompts", len(items), MOST_PROMPTS, "prompts")
    prompts = (
        _prompt(item, f"a prompt of {fields.owner}", fields.report) for item in items[:MOST_PROMPTS]
    )
    return tuple(prompt for prompt in prompts if prompt)


def _prompt(node: Node, owner: str, report: Report) -> Prompt | None:
    if not isinstance(node, MapNode):
        report.add(
            node.line,
            f"{capital(owner)} does not say its rung, {joined_with_and(RUNGS)}",
            f"Write it as {A_PROMPT}",
        )
        return None
    fields = Fields(node, owner, RUNG_EXAMPLES, report)
    rungs = [rung for rung in RUNGS if fields.has(rung)]
    if len(rungs) == 1:
        return Prompt(rungs[0], fields.text(rungs[0], required=True))
    if rungs or not node.entries:
        report.add(
            node.line,
            f"{capital(owner)} should have one rung, not {len(rungs)}",
            f"Begin each prompt with a dash of its own, as in {A_PROMPT}",
        )
    return None
