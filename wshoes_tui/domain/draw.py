"""Whose turn, which card, whose shoes: fair, and the same again for the same seed.

The next draw favours what nobody has stood in yet; the session's seed and the number
of the turn decide between equals, so nothing but the session has to be kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from wshoes_tui.domain.deck import Card, Deck, Shoes
from wshoes_tui.domain.models import Seat, Session, Turn, as_card

Thing = TypeVar("Thing")


def next_number(session: Session) -> int:
    """The number of the turn after the newest."""
    return session.turns[-1].number + 1 if session.turns else 1


def next_seat(session: Session) -> Seat | None:
    """The seat whose turn is next, or None when nobody is here."""
    here = session.present
    if session.is_for_hiring:
        return next((seat for seat in here if seat.id == session.header.candidate), None)
    if not here:
        return None
    last = _last_in_order(session)
    last_seat = session.seat(last.seat) if last else None
    # Who came late has turns to catch up on, but never two running while others are here.
    rest = [seat for seat in here if seat != last_seat] or list(here)
    taken = Counter(turn.seat for turn in session.turns if _counts(turn))
    match session.header.order:
        case "random":
            fewest = min(taken[seat.id] for seat in rest)
            fair = [seat for seat in rest if taken[seat.id] == fewest]
            return _shuffled(session, "seat", fair)[0]
        case "sides":
            # Who takes no side may follow on both.
            same = last_seat.side if last_seat and last_seat.side else "neither"
            other = [seat for seat in rest if seat.side != same]
            return min(other or rest, key=lambda seat: (taken[seat.id], seat.number))
        case _:
            after = last_seat.number if last_seat else 0
            return min(here, key=lambda seat: (seat.number <= after, seat.number))


def next_card(session: Session) -> tuple[Deck, Card] | None:
    """The deck and card to be drawn next, or None when all have been played.

    A card that the group put on the table comes first. Skipped and parked cards come
    back only when no other is left.
    """
    own = next_own_card(session)
    if own is not None:
        return own
    fresh, again = _drawable(session)
    choice = fresh or again
    if not choice:
        return None
    weigh = _card_weight(session)
    return min(_shuffled(session, "card", choice), key=lambda pair: weigh(*pair))


def possible_turns(session: Session, planned: int) -> int:
    """The number of turns that there can be: as planned, but not more than there are cards.

    "Turn 29 of 40" would promise what a deck of 29 cards cannot keep.
    """
    newest = session.turns[-1].number if session.turns else 0
    fresh, again = _drawable(session)
    return max(newest, min(planned, newest + len(fresh) + len(again)))


def _drawable(session: Session) -> tuple[list[tuple[Deck, Card]], list[tuple[Deck, Card]]]:
    """The cards that have not been drawn yet, and those that were put back."""
    drawn = {(turn.deck, turn.card) for turn in session.turns}
    put_back = {
        (turn.deck, turn.card) for turn in session.turns if turn.state in ("skipped", "parked")
    } - {(turn.deck, turn.card) for turn in session.turns if turn.state in ("answered", "passed")}
    newest = session.turns[-1] if session.turns else None
    if newest is not None:
        put_back.discard((newest.deck, newest.card))
    everything = [(played.deck, card) for played in session.decks for card in played.deck.cards]
    everything += _own_cards(session)
    fresh = [pair for pair in everything if (pair[0].id, pair[1].id) not in drawn]
    again = [pair for pair in everything if (pair[0].id, pair[1].id) in put_back]
    return fresh, again


def next_own_card(session: Session) -> tuple[Deck, Card] | None:
    """The oldest card of the group's own that has not been drawn."""
    drawn = {turn.card for turn in session.turns}
    return next((own for own in _own_cards(session) if own[1].id not in drawn), None)


def _own_cards(session: Session) -> list[tuple[Deck, Card]]:
    placed = ((session.deck(own.deck), as_card(own)) for own in session.wild_cards)
    return [(deck, card) for deck, card in placed if deck is not None]


def next_shoes(session: Session, deck: Deck, card: Card, seat: Seat | None) -> Shoes:
    """The shoes to stand in on a card: rather others' than one's own, rather new than worn."""
    worn: Counter[str] = Counter()
    by_seat: Counter[str] = Counter()
    on_theme: Counter[str] = Counter()
    for turn in session.turns:
        if turn.deck != deck.id or not _counts(turn):
            continue
        worn[turn.shoes] += 1
        by_seat[turn.shoes] += seat is not None and turn.seat == seat.id
        on_theme[turn.shoes] += bool(set(session.card_of(turn).themes) & set(card.themes))

    def weight(shoes: Shoes) -> float:
        own = 0.0
        if seat is not None:
            own += 1.5 * (seat.side is not None and seat.side == shoes.side)
            own += 6.0 * _is_role(seat.role, shoes)
        return worn[shoes.id] + on_theme[shoes.id] + 2.0 * by_seat[shoes.id] + own

    return min(_shuffled(session, "shoes", deck.suggested(card)), key=weight)


def opposite(session: Session, turn: Turn) -> Shoes | None:
    """The shoes for a swap: those the card names, else somebody on the other side."""
    deck = session.deck(turn.deck)
    if deck is None:
        return None
    card = session.card_of(turn)
    named = card.opposite.get(turn.shoes) or next(
        (one for one, other in card.opposite.items() if other == turn.shoes), None
    )
    if named is not None and named != turn.shoes and deck.pair(named) is not None:
        return deck.pair(named)
    mine = session.shoes_of(turn)
    worn = Counter(t.shoes for t in session.turns if t.deck == deck.id and _counts(t))
    for choice in (deck.suggested(card), deck.shoes):
        across = [shoes for shoes in choice if shoes.side != mine.side]
        if across:
            return min(_shuffled(session, "swap", across), key=lambda shoes: worn[shoes.id])
    return next((shoes for shoes in deck.shoes if shoes.id != mine.id), None)


def deal_shoes(
    session: Session, turn: Turn, seats: Sequence[Seat], chance: Random
) -> dict[str, str]:
    """Shoes for everybody who writes: seat id -> shoes id.

    By chance and not by the seed: who stood where must not be worked out afterwards. So
    neither the shoes of the turn nor anybody's side may tell, unless the session names
    people, or one writes alone.
    """
    deck = session.deck(turn.deck)
    if deck is None or session.is_for_hiring:  # a panel writes what it heard, without shoes
        return {seat.id: turn.shoes for seat in seats}
    dealt: dict[str, str] = {}
    times = Counter(page.shoes for page in session.writers())
    told = session.header.visibility == "named" or len(seats) + times.total() == 1
    choice = [
        s for s in deck.shoes if s in deck.suggested(session.card_of(turn)) or s.id == turn.shoes
    ]
    order = list(seats)
    chance.shuffle(order)
    if told:
        order.sort(key=lambda seat: seat.id != turn.seat)
    for seat in order:
        if told and seat.id == turn.seat:
            dealt[seat.id] = turn.shoes
        else:
            chance.shuffle(choice)
            own = seat.side if told else None
            fair = min(choice, key=lambda shoes: times[shoes.id] + 0.5 * (shoes.side == own))
            dealt[seat.id] = fair.id
        times[dealt[seat.id]] += 1
    return {seat.id: dealt[seat.id] for seat in seats}


def _counts(turn: Turn) -> bool:
    """A turn in which somebody stood in the shoes, or could have: not one put back."""
    return turn.state in ("open", "answered", "passed")


def _last_in_order(session: Session) -> Turn | None:
    return next((turn for turn in reversed(session.turns) if turn.seat and _counts(turn)), None)


def _card_weight(session: Session) -> Callable[[Deck, Card], tuple[float, int, float]]:
    """First what a group can hold, then the deck played least, then what is new."""
    played = [turn for turn in session.turns if _counts(turn)]
    themes = Counter(
        (turn.deck, theme) for turn in played for theme in session.card_of(turn).themes
    )
    decks = Counter(turn.deck for turn in played)
    last_kind = session.card_of(played[-1]).kind if played else None

    def weight(deck: Deck, card: Card) -> tuple[float, int, float]:
        cold = 0.0
        if len(played) < 2:
            cold = 2.0 * (card.tender == 2) + 1.0 * (card.kind != "scenario")
        known = 1.5 * (card.kind != "scenario" and card.kind == last_kind)
        if card.themes:
            known += sum(themes[deck.id, theme] for theme in card.themes) / len(card.themes)
        return cold, decks[deck.id], known

    return weight


def _is_role(role: str, shoes: Shoes) -> bool:
    words = {word for word in re.findall(r"\w+", role.casefold()) if len(word) > 3}
    return bool(words & set(re.findall(r"\w+", shoes.name.casefold())))


def _shuffled(session: Session, what: str, things: Sequence[Thing]) -> list[Thing]:
    shuffled = list(things)
    Random(f"{session.header.seed}/{next_number(session)}/{what}").shuffle(shuffled)  # noqa: S311
    return shuffled
