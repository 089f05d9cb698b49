"""Finder of things by what somebody typed: a whole name, the beginning of one, a word in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from wshoes_tui.domain.card_numbers import WRITTEN, cards_numbered, code_of
from wshoes_tui.domain.deck import Card, Deck, Shoes
from wshoes_tui.domain.engine import NO_SUCH_SHOES
from wshoes_tui.domain.models import Session, as_card
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.answer_parser import with_usual_digits
from wshoes_tui.locale import N_

Thing = TypeVar("Thing")
Named = Sequence[tuple[Thing, Sequence[str]]]
"""Things, each with its names; the first of them is the one that is said back."""

MOST_SAID_BACK = 40
"""Characters of what was typed that stand in a sentence about it."""


def pick(wanted: str, things: Named[Thing], unknown: str, **more: str) -> Thing:
    """The thing of that name, or of an unambiguous beginning of one, or of a word in it.

    Raises:
        Refusal: ``unknown``, with ``{wanted}`` and ``more``, where there is none; which ones
            there are where there are several.
    """
    wanted = " ".join(wanted.split())
    folded = wanted.casefold()
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: name == wanted,
        lambda name: name.casefold() == folded,
        lambda name: bool(folded) and name.casefold().startswith(folded),
        lambda name: bool(folded) and f" {folded}" in name.casefold(),
    )
    for fits in ways:
        found = [thing for thing, names in things if any(map(fits, _spaced(names)))]
        if len(found) == 1:
            return found[0]
        if found:
            could = ", ".join(names[0] for thing, names in things if thing in found)
            raise Refusal("{wanted} could be {names}.", wanted=short(wanted), names=could)
    raise Refusal(unknown, wanted=short(wanted), **more)


def _spaced(names: Iterable[str]) -> list[str]:
    return [" ".join(name.split()) for name in names]


def short(text: str) -> str:
    """What somebody typed, to be said back in a sentence."""
    text = one_line(text)
    return text if len(text) <= MOST_SAID_BACK else f"{text[:MOST_SAID_BACK]}..."


class FoundCard(NamedTuple):
    """A card, its deck, and what was typed behind its name, such as the shoes."""

    deck: Deck
    card: Card
    rest: str = ""
    by_number: bool = True


NO_SUCH_CARD = N_("There is no card {wanted} in these decks.")


def card_told(deck: Deck, card: Card) -> str:
    """A card by its number and its title: "HFH 3, Friday, four o'clock"."""
    return ", ".join(part for part in (code_of(deck, card.id), one_line(card.title)) if part)


def card_named(session: Session, text: str) -> FoundCard:
    """The card of a number, of a title or its beginning; the title may have commas of its own.

    Raises:
        Refusal: there is none, or it could be several.
    """
    decks = [played.deck for played in session.decks]
    number = WRITTEN.fullmatch(with_usual_digits(text).strip())
    if number is not None:
        found = cards_numbered(decks, number["initials"] or "", int(number["number"]))
        if len(found) == 1:
            return FoundCard(*found[0], (number["rest"] or "").strip())
        if found:
            names = "; ".join(card_told(deck, card) for deck, card in found)
            raise Refusal("{wanted} could be {names}.", wanted=short(text), names=names)
    cards = [(deck, card) for deck in decks for card in deck.cards]
    of_id = {deck.id: deck for deck in decks}
    cards += [(of_id[own.deck], as_card(own)) for own in session.wild_cards if own.deck in of_id]
    named = [
        ((deck, card), [name for name in (card.title, card.easy_title, card.id) if name])
        for deck, card in cards
    ]
    parts = text.split(",")
    for count in range(len(parts), 1, -1):
        try:
            found_card = pick(",".join(parts[:count]), named, NO_SUCH_CARD)
        except Refusal:
            continue
        return FoundCard(*found_card, ",".join(parts[count:]).strip(), by_number=False)
    found_card = pick(parts[0], named, NO_SUCH_CARD)
    return FoundCard(*found_card, ",".join(parts[1:]).strip(), by_number=False)


def pair_named(deck: Deck, text: str) -> Shoes:
    """The shoes of a mark, as it is printed or as the session numbers it, or of a name.

    Raises:
        Refusal: there are none, or it could be several.
    """
    named: Named[Shoes] = [
        (shoes, (shoes.name, shoes.mark, shoes.mark[:1], shoes.id)) for shoes in deck.shoes
    ]
    return pick(text, named, NO_SUCH_SHOES)
