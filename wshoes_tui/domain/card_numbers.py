"""Card numbers: the short number of a card on paper, by which a slip names it.

It is the place of the card in its deck, so it is the same for one revision of the deck, in every
language, however the cards are drawn. Where decks are mixed the initials of the deck tell two
cards of one number apart: "HFH 3".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wshoes_tui.domain.deck import Card, Deck

MOST_INITIALS = 4
"""Letters before the number: a label that is copied by hand has to be short."""

WRITTEN = re.compile(
    r"[\W_]*(?:(?P<initials>[^\W\d_]+)[\s.-]*)?(?P<number>\d{1,3})(?:(?![\w'])[\s.,:;)-]*(?P<rest>.*))?",
    re.DOTALL,
)
"""A number as people write it, with or without initials, and what follows it."""


def initials_of(deck: Deck) -> str:
    """The initials of a deck, from its id: "HFH" of ``home-from-hospital``."""
    parts = [part for part in deck.id.split("-") if part[:1].isalpha()]
    found = parts[0][:3] if len(parts) == 1 else "".join(part[0] for part in parts)
    return found[:MOST_INITIALS].upper()


def number_of(deck: Deck, card_id: str) -> int | None:
    """The number of a card; None where the deck is not whole here, as in an imported session."""
    if deck.offers:
        return None
    ids = [card.id for card in deck.cards]
    return ids.index(card_id) + 1 if card_id in ids else None


def code_of(deck: Deck, card_id: str) -> str:
    """The initials of the deck and the number of a card: "HFH 3"; "" where it has no number."""
    number = number_of(deck, card_id)
    return "" if number is None else f"{initials_of(deck)} {number}"


def cards_numbered(decks: Sequence[Deck], initials: str, number: int) -> list[tuple[Deck, Card]]:
    """The cards of that number in the decks with these initials, or in all where there are none."""
    return [
        (deck, deck.cards[number - 1])
        for deck in decks
        if not deck.offers
        and initials.upper() in ("", initials_of(deck))
        and 1 <= number <= len(deck.cards)
    ]
