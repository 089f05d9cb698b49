"""A translation put together with its original: what it leaves out comes from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wshoes_tui.domain.deck import Card, Deck, Prompt, Shoes, Theme


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
        own,
        title=own.title or original.title,
        themes=tuple(_theme(themes.get(theme.key), theme) for theme in original.themes),
        shoes=tuple(_shoes(shoes.get(pair.id), pair) for pair in original.shoes),
        cards=tuple(_card(cards.get(card.id), card) for card in original.cards),
        summary=own.summary or original.summary,
        audience=own.audience or original.audience,
        minutes=own.minutes if own.minutes > 0 else original.minutes,
        licence=own.licence or original.licence,
        authors=own.authors or original.authors,
        co_produced_with=own.co_produced_with or original.co_produced_with,
        content_note=own.content_note or original.content_note,
        translated=sum(card.text != "" for card in own.cards),
    )


def _theme(own: Theme | None, original: Theme) -> Theme:
    if own is None:
        return original
    return Theme(original.key, own.title or original.title, own.framework or original.framework)


def _shoes(own: Shoes | None, original: Shoes) -> Shoes:
    if own is None:
        return original
    return Shoes(
        id=original.id,
        name=own.name or original.name,
        mark=own.mark or original.mark,
        colour=own.colour or original.colour,
        side=own.side or original.side,
        you_are=own.you_are or original.you_are,
        easy=own.easy or original.easy,
    )


def _card(own: Card | None, original: Card) -> Card:
    if own is None:
        return original
    return Card(
        id=original.id,
        kind=own.kind or original.kind,
        title=own.title or original.title,
        text=own.text or original.text,
        easy=own.easy or original.easy,
        shoes=own.shoes or original.shoes,
        opposite=own.opposite or original.opposite,
        themes=own.themes or original.themes,
        prompts=_prompts(own.prompts, original.prompts),
        tender=own.tender if own.tender >= 0 else original.tender,
        note=own.note or original.note,
        source=own.source or original.source,
    )


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
