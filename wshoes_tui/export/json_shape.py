"""The lists of a session file, and which of their fields name what."""

from __future__ import annotations

from wshoes_tui.domain.models import (
    Feedback,
    Lightbulb,
    ParkedTopic,
    Pledge,
    Rating,
    Record,
    Response,
    Seat,
    Turn,
    Voice,
    WildCard,
)

FORMAT = "wshoes-session"
VERSION = 2
"""1 had no ``offers`` in decks, and marks of one letter."""

RECORDS: dict[str, type[Record]] = {
    "seats": Seat,
    "turns": Turn,
    "responses": Response,
    "lightbulbs": Lightbulb,
    "pledges": Pledge,
    "car_park": ParkedTopic,
    "feedback": Feedback,
    "ratings": Rating,
    "wild_cards": WildCard,
    "voices": Voice,
}
"""The lists that hold records as they are."""

LISTS = (
    "seats",
    "decks",
    "cards",
    "turns",
    "responses",
    "lightbulbs",
    "pledges",
    "car_park",
    "feedback",
    "ratings",
    "wild_cards",
    "voices",
    "withheld",
)
"""All lists of a file, in the order in which it holds them."""

REFERENCES: dict[str, dict[str, str]] = {
    "turns": {"seat": "seats", "swap_of": "turns"},
    "responses": {"turn": "turns", "seat": "seats"},
    "lightbulbs": {"turn": "turns", "response": "responses"},
    "pledges": {"turn": "turns"},
    "car_park": {"turn": "turns"},
    "feedback": {"seat": "seats"},
    "voices": {"seat": "seats"},
}
"""The fields that name a record by its id, and the list in which it stands."""
