"""Frameworks (agendas): themes of others, such as those of Making It Real, to read decks by.

A deck is aligned with an agenda, not defined by it: its own themes, or its cards, name themes of
one or several frameworks. Of a framework only the names of its themes are known.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from wshoes_tui import limits
from wshoes_tui.domain.deck import Card, Deck, InFile, Offer, Theme
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.value import Value, fields, replace, value


@value()
class Framework(Value):
    """An agenda by whose themes a session can be read."""

    key: str
    """Its key, as decks name it."""
    title: Annotated[str, InFile("text", "Making It Real (2018)", limits.TITLE, required=True)]
    """What it is called."""
    themes: Annotated[tuple[Theme, ...], InFile("things", "{workforce: Workforce}", required=True)]
    """Its themes, each with its key and its title."""


def references(deck: Deck) -> list[tuple[str, str]]:
    """What in a deck names a theme of a framework: its place there, and both keys."""
    found = [(f"theme {theme.key}", theme.framework) for theme in deck.themes if theme.framework]
    return found + [(f"card {card.id}", name) for card in deck.cards for name in card.framework]


def frameworks_named(decks: Iterable[Deck]) -> list[str]:
    """The keys of the frameworks that decks refer to, each once, in their order."""
    named = (name for deck in decks for _about, name in references(deck))
    return list(dict.fromkeys(name.partition("/")[0] for name in named))


def themes_by(framework: Framework, card: Card, deck: Deck) -> tuple[str, ...]:
    """The keys of the themes of a framework that a card of a deck is on."""
    own = {theme.key: theme.framework for theme in deck.themes}
    names = {*card.framework, *(own.get(key, "") for key in card.themes)}
    return tuple(one.key for one in framework.themes if f"{framework.key}/{one.key}" in names)


def by_framework(deck: Deck, framework: Framework) -> Deck:
    """The deck as if the themes of a framework were its own."""
    own = {theme.key: theme.framework for theme in deck.themes}
    cards = tuple(replace(card, themes=themes_by(framework, card, deck)) for card in deck.cards)
    seen = replace(deck, themes=framework.themes, cards=cards, offers=())
    found = {offer.theme: set(offer.shoes) for offer in seen.offered()}
    for offer in deck.offers:  # of cards that are not here
        agenda, _, key = own.get(offer.theme, "").partition("/")
        if agenda == framework.key:
            found.setdefault(key, set()).update(offer.shoes)
    offers = (
        Offer(theme.key, tuple(pair.id for pair in deck.shoes if pair.id in found[theme.key]))
        for theme in framework.themes
        if theme.key in found
    )
    return replace(seen, offers=tuple(offers))


@value(kw_only=True)
class SessionByAgenda(Session):
    """A session to be shown by the themes of a framework: its decks have these as their own.

    It is for looking at, and never kept.
    """

    agenda: str = ""
    """The title of the framework."""


def session_by(session: Session, framework: Framework) -> SessionByAgenda:
    """The session as if the themes of a framework were those of its decks."""
    decks = tuple(
        replace(played, deck=by_framework(played.deck, framework)) for played in session.decks
    )
    parts = {field.name: getattr(session, field.name) for field in fields(Session)}
    return SessionByAgenda(**parts | {"decks": decks}, agenda=framework.title)
