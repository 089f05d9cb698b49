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
    """Its key, as cards name it."""
    title: str
    """Its title."""
    framework: str = ""
    """A framework and one of its themes, by their keys; empty for none."""


@value()
class Shoes(Value):
    """A perspective one stands in on a card."""

    id: str
    """The id, as turns and responses name it. Shoes of another deck may have it too."""
    name: str
    """Whose shoes they are."""
    mark: str
    """The letter that stands for them; with a number where another deck of the session has it."""
    colour: str
    """One of the eight colours of a terminal."""
    side: Side
    """People who live with the service, or who work in it."""
    you_are: str
    """What it is like to stand in them."""
    easy: str = ""
    """The same in easy words."""


@value()
class Prompt(Value):
    """One question of a card, on its rung of the listening ladder."""

    rung: Rung
    """Its rung on the listening ladder."""
    text: str
    """The question."""


@value()
class Card(Value):
    """One card."""

    id: str
    """Its id, unique in its deck; for a card of the group's own, the id of that record."""
    kind: CardKind
    """What kind of card it is."""
    title: str
    """Its title."""
    text: str
    """Its text."""
    easy: str = ""
    """The text in easy words."""
    shoes: tuple[str, ...] = ()
    """The shoes it suggests; none means all."""
    opposite: Mapping[str, str] = field(default_factory=dict)
    """For a swap: from which shoes into which."""
    themes: tuple[str, ...] = ()
    """The themes it is on."""
    prompts: tuple[Prompt, ...] = ()
    """Its questions; none means the usual four."""
    tender: int = 1
    """0 light, 1 usual, 2 take care."""
    note: str = ""
    """A note for the facilitator."""
    source: str = ""
    """Where it comes from."""


@value()
class Offer(Value):
    """The shoes in which the cards of a deck can be answered on one theme."""

    theme: str
    """The key of the theme."""
    shoes: tuple[str, ...]
    """The ids of the shoes."""


@value()
class Deck(Value):
    """A deck as it was when it was read or chosen.

    ``offers`` is filled only where the deck does not hold all its cards: see ``offered``.
    """

    id: str
    """The deck's own id."""
    title: str
    """What the deck is called."""
    revision: int
    """The revision that was played."""
    language: str
    """The language of the deck, a BCP 47 tag."""
    themes: tuple[Theme, ...]
    """The columns of the coverage map."""
    shoes: tuple[Shoes, ...]
    """The perspectives that can be stood in."""
    cards: tuple[Card, ...]
    summary: str = ""
    """What it is about, in a sentence."""
    audience: str = ""
    """Whom it is for."""
    minutes: int = 8
    """The usual time for a card, in minutes."""
    licence: str = ""
    """The licence of the deck."""
    authors: tuple[str, ...] = ()
    """Who wrote it."""
    co_produced_with: tuple[str, ...] = ()
    """Who with lived experience helped to write it."""
    reviewed: str = ""
    """The day of the last review with people with lived experience; empty for none."""
    content_note: str = ""
    """What may be hard in it."""
    translation_of: str = ""
    """The id of the deck that this one translates; empty for none."""
    offers: tuple[Offer, ...] = added(default=())
    """The themes on which it has cards, with those left out here: what the map can fill."""
    translated: int | None = added(default=None)
    """How many cards were in its language, the others as in the original; null: no translation."""

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
