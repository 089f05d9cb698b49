"""From what somebody typed to the one thing that is meant: a seat, shoes, a number in a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from wshoes_tui.domain.deck import Deck, Shoes
from wshoes_tui.domain.models import Seat, Session
from wshoes_tui.domain.refusal import Refusal
from wshoes_tui.domain.text import one_line
from wshoes_tui.locale import N_
from wshoes_tui.services.numbers import with_usual_digits

Thing = TypeVar("Thing")
Named = Sequence[tuple[Thing, Sequence[str]]]
"""Things, each with its names; the first of them is the one that is said back."""

MOST_SAID_BACK = 40


def pick(wanted: str, things: Named[Thing], unknown: str) -> Thing:
    """The thing of that name, or of an unambiguous beginning of one, or of a word in it.

    Raises:
        Refusal: ``unknown``, with ``{wanted}``, where there is none; which ones there are
            where there are several.
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
    raise Refusal(unknown, wanted=short(wanted))


def _spaced(names: Iterable[str]) -> list[str]:
    return [" ".join(name.split()) for name in names]


def short(text: str) -> str:
    """What somebody typed, to be said back in a sentence."""
    text = one_line(text)
    return text if len(text) <= MOST_SAID_BACK else f"{text[:MOST_SAID_BACK]}..."


def seat_named(session: Session, wanted: str) -> Seat:
    """The seat of a label, of the beginning of one, or of a number.

    Raises:
        Refusal: there is none, or it could be several.
    """
    folded = wanted.strip().casefold()
    called = [seat for seat in session.seats if seat.label.casefold() == folded]
    number = with_usual_digits(folded)
    called = called or [seat for seat in session.seats if str(seat.number) == number]
    if called:
        return called[0]
    named: Named[Seat] = [(seat, (seat.label,)) for seat in session.seats]
    return pick(wanted, named, N_("Nobody here is called {wanted}. /seats says who is here."))


def shoes_named(deck: Deck, wanted: str) -> Shoes:
    """The shoes of a deck by mark, id, name, or a beginning of one.

    Raises:
        Refusal: there are none, or it could be several.
    """
    named: Named[Shoes] = [(shoes, (shoes.name, shoes.mark, shoes.id)) for shoes in deck.shoes]
    return pick(
        wanted, named, N_("There are no shoes called {wanted}. /shoes says which there are.")
    )


def numbered(things: Sequence[Thing], wanted: str, unknown: str) -> Thing:
    """The thing with that number in a list that begins with 1.

    Raises:
        Refusal: ``unknown``, with ``{wanted}``, where it has none of that number.
    """
    wanted = wanted.strip()
    number = int(wanted) if re.fullmatch(r"\d{1,6}", wanted) else 0
    if not 1 <= number <= len(things):
        raise Refusal(unknown, wanted=short(wanted))
    return things[number - 1]


def first_word(text: str) -> tuple[str, str]:
    """The first word of a text, and the rest."""
    word, _, rest = text.strip().partition(" ")
    return word, rest.strip()
