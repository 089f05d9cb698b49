"""Progress of a translation by card: what is missing, what has changed in its original since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Literal, NamedTuple

from wshoes_tui.decks.deck_schema import ORIGINAL
from wshoes_tui.decks.diagnostics import Report
from wshoes_tui.decks.tree_reader import parse_tree
from wshoes_tui.decks.yaml_tree import ListNode, MapNode, TextNode
from wshoes_tui.domain.deck import Card, Deck, Shoes, text_fields

_NOT_TRANSLATED = {"licence", "source"}

State = Literal["translated", "part", "missing", "changed"]


class CardProgress(NamedTuple):
    """How far a card is translated. ``missing`` are the keys of the texts that are to be done."""

    card: str
    title: str
    state: State
    missing: tuple[str, ...]


def card_texts(card: Card) -> Iterator[tuple[str, str]]:
    """The texts of a card that are translated, by key; those of questions by rung and number."""
    for key in keys_of(Card):
        if text := getattr(card, key):
            yield key, text
    counts: dict[str, int] = {}
    for prompt in card.prompts:
        counts[prompt.rung] = number = counts.get(prompt.rung, 0) + 1
        name = prompt.rung if number == 1 else f"{prompt.rung} {number}"
        if prompt.text:
            yield name, prompt.text
        if prompt.easy:
            yield f"{name} (easy)", prompt.easy


def digest(card: Card) -> str:
    """What changes when a text of a card does: eight hexadecimal digits."""
    told = "\x1e".join(f"{key}\x1f{text}" for key, text in card_texts(card))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def progress(own: Deck, original: Deck, recorded: Mapping[str, str]) -> list[CardProgress]:
    """How far each card of the original is translated.

    Args:
        recorded: as ``recorded_digests`` has it.
    """
    found = []
    for card in original.cards:
        ours = own.card(card.id)
        done = dict(card_texts(ours)) if ours else {}
        missing = tuple(key for key, _text in card_texts(card) if key not in done)
        state: State = "part" if done and missing else "translated" if done else "missing"
        if done and recorded.get(card.id, digest(card)) != digest(card):
            state = "changed"
        found.append(CardProgress(card.id, card.title, state, missing))
    return found


def recorded_digests(text: str) -> dict[str, str]:
    """The digests in the text of a sound translation, by the id of the card."""
    root = parse_tree(text, Report("")).root
    cards = items_by_id(root, "cards") if isinstance(root, MapNode) else {}
    return {name: found for name, item in cards.items() if (found := text_at(item, ORIGINAL))}


def keys_of(kind: type[Card] | type[Deck] | type[Shoes]) -> tuple[str, ...]:
    """The keys of the texts that are translated."""
    named = (*text_fields(kind), *text_fields(kind, "facilitator"))
    return tuple(key for key in named if key not in _NOT_TRANSLATED)


def items_by_id(root: MapNode, key: str) -> dict[str, MapNode]:
    """The maps of a list, by their ids."""
    entry = root.entries.get(key)
    nodes = entry.value.items if entry and isinstance(entry.value, ListNode) else ()
    return {text_at(node, "id"): node for node in nodes if isinstance(node, MapNode)}


def text_at(node: MapNode, key: str) -> str:
    """The text behind a key; empty where there is none."""
    entry = node.entries.get(key)
    return entry.value.text.strip() if entry and isinstance(entry.value, TextNode) else ""
