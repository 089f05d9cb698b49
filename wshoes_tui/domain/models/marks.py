"""Marks of shoes, told apart where a session mixes decks that have the same ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count

from wshoes_tui.domain.deck import Deck, Shoes
from wshoes_tui.domain.models.records import PlayedDeck
from wshoes_tui.domain.value import replace


def tell_marks_apart(decks: Iterable[Deck]) -> tuple[Deck, ...]:
    """The decks with a number on each mark that a deck before it has: ``P``, ``P2``, ``P3``.

    A deck alone keeps its marks, and decks whose marks differ already come back as they are.
    """
    taken: set[str] = set()
    found = []
    for deck in decks:
        if not taken.isdisjoint(_folded(deck.shoes)):
            deck = replace(deck, shoes=_told_apart(deck.shoes, taken))
        taken |= _folded(deck.shoes)
        found.append(deck)
    return tuple(found)


def played_apart(played: Sequence[PlayedDeck]) -> tuple[PlayedDeck, ...]:
    """Played decks, in their order, whose marks are told apart.

    The decks of a new session are already; those of a session of an older program are not.
    """
    apart = tell_marks_apart(one.deck for one in played)
    return tuple(
        one if one.deck is deck else replace(one, deck=deck)
        for one, deck in zip(played, apart, strict=True)
    )


def _told_apart(shoes: Sequence[Shoes], taken: set[str]) -> tuple[Shoes, ...]:
    # A mark of this deck that nobody else has stays, so a number must not make a second one.
    used = taken | _folded(shoes)
    found = []
    for pair in shoes:
        if pair.mark.casefold() in taken:
            numbered = (f"{pair.mark}{number}" for number in count(2))
            mark = next(mark for mark in numbered if mark.casefold() not in used)
            used.add(mark.casefold())
            pair = replace(pair, mark=mark)
        found.append(pair)
    return tuple(found)


def _folded(shoes: Iterable[Shoes]) -> set[str]:
    return {pair.mark.casefold() for pair in shoes}
