"""The session at a glance, as figures: for looking at together, never for ranking."""

from __future__ import annotations

from collections import Counter

from wshoes_tui.domain.deck import Deck, Shoes, Theme
from wshoes_tui.domain.framework import Framework, by_framework, themes_by
from wshoes_tui.domain.models import RatingWhen, Response, Seat, Session, Turn, TurnState
from wshoes_tui.domain.value import Value, value

FEW = 5
"""Below so many people, numbers say more about the people than about the shoes."""


@value()
class CoverageRow(Value):
    """One pair of shoes: how often somebody stood in them, theme by theme.

    ``offered`` says of each theme whether there is a card to stand in them on: where there is
    none, nobody having stood there is no gap.
    """

    shoes: Shoes
    times: tuple[int, ...]
    offered: tuple[bool, ...]
    stood: int


@value()
class Coverage(Value):
    """Whose shoes, on what, in one deck. ``times`` of each row follows ``themes``.

    A theme of which the deck has no card is not among them, unless somebody stood on it.
    """

    deck: Deck
    themes: tuple[Theme, ...]
    rows: tuple[CoverageRow, ...]

    @property
    def never(self) -> tuple[Shoes, ...]:
        """The shoes nobody has stood in."""
        return tuple(row.shoes for row in self.rows if row.stood == 0)

    @property
    def touched(self) -> tuple[bool, ...]:
        """Of each theme whether somebody stood on it."""
        return tuple(any(row.times[n] for row in self.rows) for n in range(len(self.themes)))

    @property
    def untouched(self) -> tuple[Theme, ...]:
        """The themes on which nobody has stood."""
        return tuple(t for t, on in zip(self.themes, self.touched, strict=True) if not on)


@value()
class SeatVoice(Value):
    """One seat: turns taken and passed, and how often it was heard. For the facilitator only."""

    seat: Seat
    turns: int
    passed: int
    heard: int


@value()
class SwapPair(Value):
    """A card answered from two sides."""

    title: str
    first: Turn
    then: Turn
    said_first: tuple[Response, ...]
    said_then: tuple[Response, ...]


@value()
class PathStep(Value):
    """One turn of the path of a session. Whose turn it was is not told.

    ``was_heard`` is whether it was talked about; ``bulbs`` counts the lightbulbs of the turn.
    """

    number: int
    shoes: Shoes
    card: str
    state: TurnState
    was_heard: bool
    is_swap: bool
    bulbs: int


@value()
class BeforeAfter(Value):
    """The 0-10 numbers for one pair of shoes; a median is None where nobody gave a number."""

    deck: Deck
    shoes: Shoes
    before: float | None
    after: float | None
    people: int

    @property
    def few(self) -> bool:
        """Whether there are too few numbers to say anything."""
        return self.people < FEW


@value()
class Glance(Value):
    """The counts at the top of a summary."""

    people: int
    turns: int
    passed: int
    responses: int
    lightbulbs: int
    pledges: int
    parked: int
    minutes: int


def lacks_consent(session: Session) -> bool:
    """Whether a group has begun without agreeing to the consent card as it is now."""
    header = session.header
    begun = header.state not in ("setup", "opening")
    return header.kind == "group" and begun and not header.consented


def stands(session: Session) -> list[tuple[Turn, str]]:
    """Each (turn, shoes) in which somebody stood, once."""
    found: dict[tuple[str, str], tuple[Turn, str]] = {}
    for turn in session.turns:
        said = session.said(turn)
        if turn.state == "answered" or (turn.state == "open" and said):
            found[turn.id, turn.shoes] = (turn, turn.shoes)
        for response in said:
            found[turn.id, response.shoes] = (turn, response.shoes)
    return list(found.values())


def coverage(session: Session, framework: Framework | None = None) -> tuple[Coverage, ...]:
    """Shoes by themes, deck by deck: what has one id in two decks is two things.

    The themes are those of each deck, or those of a framework that decks refer to.
    """
    decks = [played.deck for played in session.decks]
    by_id = {deck.id: deck for deck in decks}
    times: Counter[tuple[str, str, str]] = Counter()
    stood: Counter[tuple[str, str]] = Counter()
    for turn, shoes_id in stands(session):
        stood[turn.deck, shoes_id] += 1
        card = session.card_of(turn)
        on = themes_by(framework, card, by_id[turn.deck]) if framework else card.themes
        times.update((turn.deck, shoes_id, theme) for theme in on)
    seen = (by_framework(deck, framework) if framework else deck for deck in decks)
    return tuple(_coverage(deck, times, stood) for deck in seen)


def deck_coverage(deck: Deck) -> Coverage:
    """How many cards a deck has for each pair of shoes on each of its themes; every gap shows."""
    times: Counter[tuple[str, str, str]] = Counter()
    worn: Counter[tuple[str, str]] = Counter()
    for card in deck.cards:
        for pair in deck.suggested(card):
            worn[deck.id, pair.id] += 1
            times.update((deck.id, pair.id, theme) for theme in card.themes)
    return _coverage(deck, times, worn, whole=True)


def _coverage(
    deck: Deck,
    times: Counter[tuple[str, str, str]],
    stood: Counter[tuple[str, str]],
    *,
    whole: bool = False,
) -> Coverage:
    offered = {offer.theme: offer.shoes for offer in deck.offered()}
    touched = {theme for of_deck, _shoes, theme in times if of_deck == deck.id}
    themes = [t for t in deck.themes if whole or t.key in touched or t.key in offered]
    rows = (
        CoverageRow(
            shoes,
            tuple(times[deck.id, shoes.id, theme.key] for theme in themes),
            tuple(whole or shoes.id in offered.get(theme.key, ()) for theme in themes),
            stood[deck.id, shoes.id],
        )
        for shoes in deck.shoes
    )
    return Coverage(deck, tuple(themes), tuple(rows))


def heard_counts(session: Session) -> Counter[str]:
    """How often each seat has been heard by now, by the id of the seat."""
    counts = Counter({voice.seat: voice.count for voice in session.voices})
    counts.update(session.heard)
    return counts


def voices(session: Session) -> tuple[SeatVoice, ...]:
    """Every seat in seat order."""
    counts = heard_counts(session)
    return tuple(
        SeatVoice(
            seat=seat,
            turns=sum(turn.seat == seat.id and turn.state == "answered" for turn in session.turns),
            passed=sum(turn.seat == seat.id and turn.state == "passed" for turn in session.turns),
            heard=counts[seat.id],
        )
        for seat in session.seats
    )


def unheard(session: Session) -> tuple[Seat, ...]:
    """The seats nobody has heard from yet."""
    return tuple(voice.seat for voice in voices(session) if not voice.heard and not voice.turns)


def swaps(session: Session) -> tuple[SwapPair, ...]:
    """The cards that were answered from both sides."""
    turns = {turn.id: turn for turn in session.turns}
    pairs = ((turns.get(turn.swap_of or ""), turn) for turn in session.turns)
    return tuple(
        SwapPair(session.card_of(then).title, first, then, session.said(first), session.said(then))
        for first, then in pairs
        if first is not None and then.state in ("open", "answered")
    )


def path(session: Session) -> tuple[PathStep, ...]:
    """The turns in their order."""
    bulbs = Counter(bulb.turn for bulb in session.lightbulbs)
    said = {response.turn for response in session.responses}
    return tuple(
        PathStep(
            number=turn.number,
            shoes=session.shoes_of(turn),
            card=session.card_of(turn).title,
            state=turn.state,
            was_heard=turn.state == "answered" or turn.id in said,
            is_swap=turn.swap_of is not None,
            bulbs=bulbs[turn.id],
        )
        for turn in session.turns
    )


def before_after(session: Session) -> tuple[BeforeAfter, ...]:
    """Medians of the numbers before and after, for the shoes that have any."""
    from statistics import median  # slow to import

    rows = []
    for played in session.decks:
        for shoes in played.deck.shoes:
            before = _numbers(session, played.deck.id, shoes.id, "before")
            after = _numbers(session, played.deck.id, shoes.id, "after")
            if before or after:
                first, then = (median(found) if found else None for found in (before, after))
                people = min(len(before), len(after))
                rows.append(BeforeAfter(played.deck, shoes, first, then, people))
    return tuple(rows)


def _numbers(session: Session, deck: str, shoes: str, when: RatingWhen) -> list[int]:
    wanted = (deck, shoes, when)
    return [r.value for r in session.ratings if (r.deck, r.shoes, r.when) == wanted]


def glance(session: Session) -> Glance:
    """The counts of a session; minutes are those of its turns, pauses left out."""
    states = Counter(turn.state for turn in session.turns)
    seconds = sum(
        max(0.0, (turn.ended - turn.started).total_seconds() - turn.paused_seconds)
        for turn in session.turns
        if turn.ended is not None
    )
    return Glance(
        people=len(session.seats),
        turns=states["answered"] + states["open"],
        passed=states["passed"],
        responses=len(session.responses),
        lightbulbs=len(session.lightbulbs),
        pledges=len(session.pledges),
        parked=len(session.car_park),
        minutes=round(seconds / 60),
    )
