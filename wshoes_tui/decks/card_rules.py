"""Reader and rules of the shoes and cards of a deck."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from wshoes_tui.decks.deck_schema import CARD_KEYS, PROMPT_KEYS, RUNG_EXAMPLES, SHOES_KEYS, Schema
from wshoes_tui.decks.diagnostics import Once, capital, joined_with_and, quoted
from wshoes_tui.decks.field_reader import Fields, slug_from
from wshoes_tui.decks.yaml_tree import BrokenNode, MapNode, Node, TextNode
from wshoes_tui.domain.deck import RUNGS, Card, Prompt, Shoes, file_fields
from wshoes_tui.limits import FEWEST_SHOES, MOST_CARDS, MOST_PROMPTS, MOST_SHOES

A_PROMPT = f"- {{ask: {RUNG_EXAMPLES['ask']}}}"


class Known:
    """The ids that a card may name; None where it cannot be told which exist.

    ``cards`` are those of the original, where the deck is a translation of one.
    """

    def __init__(
        self,
        shoes: Sequence[Shoes] | None,
        themes: Sequence[str] | None,
        cards: Sequence[Card] | None = None,
    ) -> None:
        self.cards = None if cards is None else [card.id for card in cards]
        self.shoes = None if shoes is None else _mended([pair.id for pair in shoes])
        self.themes = None if themes is None else _mended(themes)


def _mended(ids: Sequence[str]) -> tuple[str, ...]:
    """The ids, also as they will be once mended: cards that use those are not at fault."""
    return tuple(dict.fromkeys((*ids, *map(slug_from, ids))))


def read_shoes(deck: Fields, original: Sequence[Shoes] | None = None) -> tuple[Shoes, ...] | None:
    """The shoes of a deck; None where they cannot be read at all.

    What a translation leaves out of its ``original`` is an empty text.
    """
    items = deck.items("shoes")
    if items is None:
        return None
    ids = Once(deck.report, "id")
    marks = Once(deck.report, "mark")
    deck.refuse_many("shoes", len(items), MOST_SHOES, "shoes")
    shoes = []
    for fields in _maps(deck, items[:MOST_SHOES], SHOES_KEYS, "Shoes number"):
        pair = Shoes(**fields.values(Shoes, mark=partial(_mark, fields)))
        ids.check(pair.id, fields.line("id"), "Give each pair of shoes an id of its own.")
        marks.check(pair.mark, fields.line("mark"), "Choose another letter for one of them.")
        if original is not None and pair.id:
            _check_translated(fields, pair, original)
        shoes.append(pair)
    if len(items) < FEWEST_SHOES and original is None:
        what = "A deck needs at least two shoes, so that there is another side to see"
        deck.report.add(deck.line("shoes"), what, "Add another pair, from the other side.")
    return tuple(shoes)


def _maps(deck: Fields, items: Sequence[Node], keys: Schema, named: str) -> Iterator[Fields]:
    """The fields of each thing of a list that can be read; the others are reported."""
    required = joined_with_and([key for key, one in keys.items() if one.required], "and")
    for number, node in enumerate(items, start=1):
        if isinstance(node, MapNode):
            owner = _owner_of(node, named.split()[0].lower(), number)
            yield Fields(node, owner, keys, deck.report, whole=deck.whole)
        else:
            mend = f"Write {required}, each on a line of its own."
            deck.report.add(node.line, f"{named} {number} should be keys with values", mend)


def _owner_of(node: MapNode, kind: str, number: int) -> str:
    """What a message calls one of the shoes or cards: by its id where it has one."""
    entry = node.entries.get("id")
    if entry and isinstance(entry.value, TextNode) and not entry.value.nothing:
        return f"the {kind} {quoted(entry.value.text)}"
    return f"{kind} number {number}"


def _check_translated(fields: Fields, pair: Shoes, original: Sequence[Shoes]) -> None:
    fields.check_in_original(pair.id, [other.id for other in original], "shoes")
    for other in original:
        if pair.mark and other.id != pair.id and other.mark.casefold() == pair.mark.casefold():
            what = f"The mark {quoted(pair.mark)} is that of {quoted(other.id)} in the original"
            mend = "Leave the mark out, and that of the original is used."
            fields.report.add(fields.line("mark"), what, mend)


def _mark(fields: Fields) -> str:
    mark = unicodedata.normalize("NFC", fields.text("mark"))
    if mark and not (len(mark) == 1 and (mark.isalpha() or mark.isdecimal())):
        what = f'"mark" of {fields.owner} is {quoted(mark)}, but should be one letter or digit'
        mend = "Choose a letter or digit that no other shoes of the deck have."
        fields.report.add(fields.line("mark"), what, mend)
    return mark


def read_cards(deck: Fields, known: Known, *, whole: bool) -> tuple[Card, ...]:
    """The cards of a deck. ``whole`` is False where some could not be read at all.

    A translation may leave out any card and any text of one, which then is empty.
    """
    items = deck.items("cards")
    if items is None:
        return ()
    deck.refuse_many("cards", len(items), MOST_CARDS, "cards")
    if not items and whole and known.cards is None:
        mend = "Add one below this line, beginning with - id:"
        deck.report.add(deck.line("cards"), "A deck needs at least one card", mend)
    ids = Once(deck.report, "id")
    cards = []
    for fields in _maps(deck, items[:MOST_CARDS], CARD_KEYS, "Card"):
        card = _card(fields, known)
        ids.check(card.id, fields.line("id"), "Give each card an id of its own.")
        if known.cards is not None and card.id:
            fields.check_in_original(card.id, known.cards, "card")
        cards.append(card)
    return tuple(cards)


def _card(fields: Fields, known: Known) -> Card:
    card = Card(
        **fields.values(
            Card,
            shoes=lambda: fields.references("shoes", known.shoes, "shoes"),
            opposite=lambda: _opposite(fields, known.shoes),
            themes=lambda: fields.references("themes", known.themes, "themes"),
            framework=lambda: fields.framework_themes("framework"),
            prompts=lambda: _prompts(fields),
        )
    )
    if card.kind == "poem":
        for key, one in CARD_KEYS.items():
            if one.kind == "passage" and one.audience == "group":
                fields.refuse_folded(key)
    return card


def _opposite(fields: Fields, known: Sequence[str] | None) -> Mapping[str, str]:
    pairs: dict[str, str] = {}
    for one, entry in (fields.map("opposite") or {}).items():
        if isinstance(entry.value, BrokenNode):
            continue
        named = f'"opposite" of {fields.owner}'
        if not isinstance(entry.value, TextNode) or entry.value.nothing:
            what = f"{named} should name one pair of shoes for {quoted(one)}"
            mend = f"Write it as {CARD_KEYS['opposite'].example}"
            fields.report.add(entry.line, what, mend)
            continue
        other = entry.value.text.strip()
        sound = [
            fields.check_known(name, entry.line, named, known, "shoes") for name in (one, other)
        ]
        if one == other:
            mend = "Name two different pairs of shoes."
            fields.report.add(entry.line, f"{named} has {quoted(one)} on both sides", mend)
        elif all(sound):
            pairs[one] = other
    return pairs


def _prompts(fields: Fields) -> tuple[Prompt, ...]:
    node = fields.value("prompts")
    items: Sequence[Node] = _undashed(node) if isinstance(node, MapNode) else ()
    items = items or fields.items("prompts") or ()
    fields.refuse_many("prompts", len(items), MOST_PROMPTS, "prompts")
    prompts = (_prompt(item, fields) for item in items[:MOST_PROMPTS])
    return tuple(prompt for prompt in prompts if prompt)


def _undashed(node: MapNode) -> Sequence[MapNode]:
    """Rungs below each other without dashes: what is meant is clear, also of words below each."""
    items: list[MapNode] = []
    for key, entry in node.entries.items():
        if key in file_fields(Prompt) and items:
            items[-1] = replace(items[-1], entries={**items[-1].entries, key: entry})
        else:
            items.append(MapNode(entry.line, {key: entry}, node.braces))
    return items


def _prompt(node: Node, card: Fields) -> Prompt | None:
    owner = f"a prompt of {card.owner}"
    keys = node.entries.keys() if isinstance(node, MapNode) else set()
    rungs = [rung for rung in RUNGS if rung in keys]
    fields = None
    if isinstance(node, MapNode):
        fields = Fields(node, owner, PROMPT_KEYS, card.report, whole=card.whole)
    if fields and len(rungs) == 1:
        return Prompt(rungs[0], fields.text(rungs[0]), **fields.values(Prompt))
    if rungs or (fields and not keys):
        mend = f"Begin each prompt with a dash of its own, as in {A_PROMPT}"
        what = f"{capital(owner)} should have one rung, not {len(rungs)}"
        card.report.add(node.line, what, mend)
    elif keys <= PROMPT_KEYS.keys():  # else the unknown key has been reported
        what = f"{capital(owner)} does not say its rung, {joined_with_and(RUNGS)}"
        card.report.add(node.line, what, f"Write it as {A_PROMPT}")
    return None
