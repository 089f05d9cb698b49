"""What a deck holds, once it has been read and found sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from wshoes_tui.domain.value import Value, added, value

Side = Literal["lived", "service"]
CardKind = Literal["scenario", "statement", "poem", "wild"]
Rung = Literal["notice", "feel", "ask", "act"]

SIDES: tuple[Side, ...] = ("lived", "service")
KINDS: tuple[CardKind, ...] = ("scenario", "statement", "poem", "wild")
RUNGS: tuple[Rung, ...] = ("notice", "feel", "ask", "act")
COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")


@value()
class Theme(Value):
    """A column of the coverage map."""

    key: str
    title: str
    framework: str = ""


@value()
class Shoes(Value):
    """A perspective one stands in on a card."""

    id: str
    name: str
    mark: str
    colour: str
    side: Side
    you_are: str
    easy: str = ""


@value()
class Prompt(Value):
    """One question of a card, on its rung of the listening ladder."""

    rung: Rung
    text: str


@value()
class Card(Value):
    """One card. ``shoes`` empty means that any shoes of the deck may be worn."""

    id: str
    kind: CardKind
    title: str
    text: str
    easy: str = ""
    shoes: tuple[str, ...] = ()
    opposite: Mapping[str, str] = field(default_factory=dict)
    themes: tuple[str, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    tender: int = 1
    note: str = ""
    source: str = ""


@value()
class Offer(Value):
    """The shoes in which the cards of a deck can be answered on one theme."""

    theme: str
    shoes: tuple[str, ...]


@value()
class Deck(Value):
    """One whole deck; ``language`` is a BCP 47 tag, ``minutes`` the usual time for a card.

    ``offers`` is filled only where the deck does not hold all its cards: see ``offered``.
    ``translated`` counts the cards in that language where the others are those of the original;
    None where the deck is no translation.
    """

    id: str
    title: str
    revision: int
    language: str
    themes: tuple[Theme, ...]
    shoes: tuple[Shoes, ...]
    cards: tuple[Card, ...]
    summary: str = ""
    audience: str = ""
    minutes: int = 8
    licence: str = ""
    authors: tuple[str, ...] = ()
    co_produced_with: tuple[str, ...] = ()
    reviewed: str = ""
    content_note: str = ""
    translation_of: str = ""
    offers: tuple[Offer, ...] = added(default=())
    translated: int | None = added(default=None)

    def card(self, card_id: str) -> Card | None:
        """The card of that id, or None."""
        return next((card for card in self.cards if card.id == card_id), None)

    def pair(self, shoes_id: str) -> Shoes | None:
        """The shoes of that id, or None."""
        return next((shoes for shoes in self.shoes if shoes.id == shoes_id), None)

    def suggested(self, card: Card) -> tuple[Shoes, ...]:
        """The shoes a card suggests, in deck order; all of them where it suggests none."""
        if not card.shoes:
            return self.shoes
        return tuple(shoes for shoes in self.shoes if shoes.id in card.shoes)

    def offered(self) -> tuple[Offer, ...]:
        """Each theme of which there is a card, in the order of the deck, with its shoes."""
        if self.offers:
            return self.offers
        shoes: dict[str, set[str]] = {}
        for card in self.cards:
            worn = {pair.id for pair in self.suggested(card)}
            for theme in card.themes:
                shoes.setdefault(theme, set()).update(worn)
        return tuple(
            Offer(theme.key, tuple(pair.id for pair in self.shoes if pair.id in shoes[theme.key]))
            for theme in self.themes
            if theme.key in shoes
        )


OPEN_PROMPTS = (
    Prompt("notice", "What is happening here?"),
    Prompt("feel", "What is it like to be you right now?"),
    Prompt("ask", "What would you like to ask the others?"),
    Prompt("act", "What one thing would help?"),
)
"""The prompts of a card that brings none of its own."""
