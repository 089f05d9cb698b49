"""A translation merged with its original: what it leaves out comes from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from wshoes_tui.decks.field_reader import NOT_TRANSLATED
from wshoes_tui.domain.deck import Card, Deck, Prompt, Shoes, Theme, file_fields

Thing = TypeVar("Thing", Card, Deck, Shoes, Theme)


def completed(own: Deck, original: Deck) -> Deck:
    """The deck that is played: card by card, title by title, question by question.

    Args:
        own: what the file of the translation holds; whatever it leaves out is empty there.
        original: the deck of which it is a translation.
    """
    themes = {theme.key: theme for theme in own.themes}
    shoes = {pair.id: pair for pair in own.shoes}
    cards = {card.id: card for card in own.cards}
    return replace(
        _merged(own, original),
        themes=tuple(_merged(themes.get(theme.key), theme) for theme in original.themes),
        shoes=tuple(_merged(shoes.get(pair.id), pair) for pair in original.shoes),
        cards=tuple(_card(cards.get(card.id), card) for card in original.cards),
        translated=sum(card.text != "" for card in own.cards),
    )


def _merged(own: Thing | None, original: Thing) -> Thing:
    """The thing with the fields of its original where its own are left out."""
    if own is None:
        return original
    left_out: dict[str, Any] = {}
    for name, field in file_fields(type(own)).items():
        mine = getattr(own, name)
        if not field.own and (mine == NOT_TRANSLATED if field.kind == "number" else not mine):
            left_out[name] = getattr(original, name)
    return replace(own, **left_out)


def _card(own: Card | None, original: Card) -> Card:
    merged = _merged(own, original)
    if own is None:
        return merged
    return replace(merged, prompts=_prompts(own.prompts, original.prompts))


def _prompts(own: Sequence[Prompt], original: Sequence[Prompt]) -> tuple[Prompt, ...]:
    """The first question of a rung stands for the first of that rung, and so on."""
    left = list(own)
    found = []
    for prompt in original:
        told = next((one for one in left if one.rung == prompt.rung), None)
        if told is not None:
            left.remove(told)
        found.append(told or prompt)
    return (*found, *left)
