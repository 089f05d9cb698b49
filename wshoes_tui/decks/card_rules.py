"""Reader and rules of the shoes and cards of a deck."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from wshoes_tui.decks.deck_schema import CARD_KEYS, PROMPT_KEYS, RUNG_EXAMPLES, SHOES_KEYS, Schema
from wshoes_tui.decks.diagnostics import WRITE_AS, Once, capital, quoted
from wshoes_tui.decks.field_reader import Fields
from wshoes_tui.decks.reference_check import check_in_original, check_known, slug_from
from wshoes_tui.decks.yaml_tree import BrokenNode, MapNode, Node, TextNode
from wshoes_tui.domain.deck import RUNGS, Card, Prompt, Shoes, file_fields
from wshoes_tui.limits import FEWEST_SHOES, MOST_CARDS, MOST_PROMPTS, MOST_SHOES
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import listed

SHOES_NAMES = (
    N_("the shoes {name}"),
    N_("shoes number {number}"),
    N_("Shoes number {number} should be keys with values"),
)
CARD_NAMES = (
    N_("the card {name}"),
    N_("card number {number}"),
    N_("Card {number} should be keys with values"),
)
"""What messages call one of them with an id and without, and that it is none."""
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
    deck.refuse_many("shoes", len(items), MOST_SHOES)
    shoes = []
    for fields in _maps(deck, items[:MOST_SHOES], SHOES_KEYS, SHOES_NAMES):
        pair = Shoes(**fields.values(Shoes, mark=partial(_mark, fields)))
        ids.check(pair.id, fields.line("id"), _("Give each pair of shoes an id of its own."))
        marks.check(pair.mark, fields.line("mark"), _("Choose another letter for one of them."))
        if original is not None and pair.id:
            _check_translated(fields, pair, original)
        shoes.append(pair)
    if len(items) < FEWEST_SHOES and original is None:
        what = _("A deck needs at least two shoes, so that there is another side to see")
        deck.report.add(deck.line("shoes"), what, _("Add another pair, from the other side."))
    return tuple(shoes)


def _maps(
    deck: Fields, items: Sequence[Node], keys: Schema, names: tuple[str, str, str]
) -> Iterator[Fields]:
    """The fields of each thing of a list that can be read; the others are reported."""
    required = [key for key, one in keys.items() if one.required]
    for number, node in enumerate(items, start=1):
        if isinstance(node, MapNode):
            owner = _owner_of(node, names, number)
            yield Fields(node, owner, keys, deck.report, whole=deck.whole)
        else:
            mend = _("Write {required}, each on a line of its own.", required=listed(required))
            deck.report.add(node.line, _(names[2], number=number), mend)


def _owner_of(node: MapNode, names: tuple[str, str, str], number: int) -> str:
    """What a message calls one of the shoes or cards: by its id where it has one."""
    entry = node.entries.get("id")
    if entry and isinstance(entry.value, TextNode) and not entry.value.nothing:
        return _(names[0], name=quoted(entry.value.text))
    return _(names[1], number=number)


def _check_translated(fields: Fields, pair: Shoes, original: Sequence[Shoes]) -> None:
    known = [other.id for other in original]
    check_in_original(fields.report, pair.id, fields.line("id"), known, "shoes")
    for other in original:
        if pair.mark and other.id != pair.id and other.mark.casefold() == pair.mark.casefold():
            what = _(
                "The mark {mark} is that of {id} in the original",
                mark=quoted(pair.mark),
                id=quoted(other.id),
            )
            mend = _("Leave the mark out, and that of the original is used.")
            fields.report.add(fields.line("mark"), what, mend)


def _mark(fields: Fields) -> str:
    mark = unicodedata.normalize("NFC", fields.text("mark"))
    if mark and not (len(mark) == 1 and (mark.isalpha() or mark.isdecimal())):
        what = _(
            '"mark" of {owner} is {mark}, but should be one letter or digit',
            owner=fields.owner,
            mark=quoted(mark),
        )
        mend = _("Choose a letter or digit that no other shoes of the deck have.")
        fields.report.add(fields.line("mark"), what, mend)
    return mark


def read_cards(deck: Fields, known: Known, *, whole: bool) -> tuple[Card, ...]:
    """The cards of a deck. ``whole`` is False where some could not be read at all.

    A translation may leave out any card and any text of one, which then is empty.
    """
    items = deck.items("cards")
    if items is None:
        return ()
    deck.refuse_many("cards", len(items), MOST_CARDS)
    if not items and whole and known.cards is None:
        mend = _("Add one below this line, beginning with - id:")
        deck.report.add(deck.line("cards"), _("A deck needs at least one card"), mend)
    ids = Once(deck.report, "id")
    cards = []
    for fields in _maps(deck, items[:MOST_CARDS], CARD_KEYS, CARD_NAMES):
        card = _card(fields, known)
        ids.check(card.id, fields.line("id"), _("Give each card an id of its own."))
        if known.cards is not None and card.id:
            check_in_original(deck.report, card.id, fields.line("id"), known.cards, "card")
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
        named = _('"opposite" of {owner}', owner=fields.owner)
        if not isinstance(entry.value, TextNode) or entry.value.nothing:
            what = _(
                "{named} should name one pair of shoes for {one}", named=named, one=quoted(one)
            )
            mend = _(WRITE_AS, example=CARD_KEYS["opposite"].example)
            fields.report.add(entry.line, what, mend)
            continue
        other = entry.value.text.strip()
        sound = [
            check_known(fields.report, name, entry.line, named, known, "shoes")
            for name in (one, other)
        ]
        if one == other:
            mend = _("Name two different pairs of shoes.")
            fields.report.add(
                entry.line, _("{named} has {one} on both sides", named=named, one=quoted(one)), mend
            )
        elif all(sound):
            pairs[one] = other
    return pairs


def _prompts(fields: Fields) -> tuple[Prompt, ...]:
    node = fields.value("prompts")
    items: Sequence[Node] = _undashed(node) if isinstance(node, MapNode) else ()
    items = items or fields.items("prompts") or ()
    fields.refuse_many("prompts", len(items), MOST_PROMPTS)
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
    owner = _("a prompt of {owner}", owner=card.owner)
    keys = node.entries.keys() if isinstance(node, MapNode) else set()
    rungs = [rung for rung in RUNGS if rung in keys]
    fields = None
    if isinstance(node, MapNode):
        fields = Fields(node, owner, PROMPT_KEYS, card.report, whole=card.whole)
    if fields and len(rungs) == 1:
        return Prompt(rungs[0], fields.text(rungs[0]), **fields.values(Prompt))
    if rungs or (fields and not keys):
        mend = _("Begin each prompt with a dash of its own, as in {example}", example=A_PROMPT)
        what = _(
            "{owner} should have one rung, not {rungs}", owner=capital(owner), rungs=len(rungs)
        )
        card.report.add(node.line, what, mend)
    elif keys <= PROMPT_KEYS.keys():  # else the unknown key has been reported
        what = _(
            "{owner} does not say its rung, {rungs}",
            owner=capital(owner),
            rungs=listed(RUNGS, denied=True),
        )
        card.report.add(node.line, what, _(WRITE_AS, example=A_PROMPT))
    return None
