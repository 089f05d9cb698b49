"""What one seat may see of a session: the session without everything that is not for its eyes.

A screen of somebody's own is given this and nothing else, so what is not in here can reach
no terminal of another seat, whatever that screen shows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

from wshoes_tui.domain.deck import Card, Deck, Shoes, text_fields
from wshoes_tui.domain.models import PlayedDeck, Session, SpokenRecord
from wshoes_tui.domain.value import replace

AnyWords = TypeVar("AnyWords", bound=SpokenRecord)


def seen_by(
    session: Session, seat_id: str, decks: Mapping[str, Deck], own: Collection[str] = ()
) -> Session:
    """The session as the person on that seat may see it.

    Left out: what the others write and have written until it is revealed, whose turn to be
    heard it is, numbers, words of the closing round, words kept out of exports, what was decided
    in the review, what others need, pledges of earlier sessions, and how each step came about;
    at the seat of a candidate all words but the answers and the candidate's own, since the panel
    writes about the candidate.

    Args:
        session: the whole session.
        seat_id: the seat.
        decks: what stands in for each deck of the session, by its id; see ``for_seats``.
        own: the ids of words that are known to be of this seat.
    """
    seen = replace(
        session,
        decks=tuple(
            PlayedDeck(id=played.id, revision=played.revision, deck=decks[played.deck.id])
            for played in session.decks
            if played.deck.id in decks
        ),
        seats=tuple(
            replace(seat, needs="") if seat.needs and seat.id != seat_id else seat
            for seat in session.seats
        ),
        responses=_unreviewed(r for r in session.responses if r.visibility != "withheld"),
        evidence=_unreviewed(one for one in session.evidence if not one.withheld),
        lightbulbs=_unreviewed(session.lightbulbs),
        pledges=_unreviewed(session.pledges),
        pledge_updates=_unreviewed(session.pledge_updates),
        car_park=_unreviewed(session.car_park),
        wild_cards=_unreviewed(session.wild_cards),
        ratings=(),
        feedback=(),
        voices=(),
        heard=(),
        drafts=tuple(draft for draft in session.drafts if draft.seat == seat_id),
        done=(),
        undone=(),
        earlier=(),
        damaged=(),
    )
    is_candidate = session.is_for_hiring and seat_id == session.header.candidate
    return _answers_alone(seen, own) if is_candidate else seen


def _answers_alone(session: Session, own: Collection[str] = ()) -> Session:
    """The session without words of any kind but answers, and those with one of these ids.

    A card of the group's own is there once it was played.
    """
    known = {*own, *(turn.card for turn in session.turns)}

    def told(records: Iterable[AnyWords]) -> tuple[AnyWords, ...]:
        return tuple(one for one in records if one.id in known)

    return replace(
        session,
        evidence=(),
        lightbulbs=told(session.lightbulbs),
        pledges=told(session.pledges),
        pledge_updates=(),
        car_park=told(session.car_park),
        wild_cards=told(session.wild_cards),
    )


def seen_on_wall(session: Session) -> Session:
    """The session as a screen may show it that everybody in the room can read.

    Besides all that no seat sees of the others, what people said outside the open card is left
    out, and the people too, unless the group shows who said what.
    """
    decks = {played.deck.id: for_seats(played.deck) for played in session.decks}
    seen = seen_by(session, "", decks)
    open_turn = session.turn.id if session.turn is not None else ""
    named = session.is_named
    return replace(
        _answers_alone(seen),
        seats=tuple(replace(seat, needs="") for seat in seen.seats) if named else (),
        turns=seen.turns if named else tuple(replace(one, seat=None) for one in seen.turns),
        responses=tuple(
            one
            if one.turn == open_turn and named and one.visibility == "named"
            else replace(one, seat=None, text=one.text if one.turn == open_turn else "")
            for one in seen.responses
        ),
        drafts=(),
    )


def _unreviewed(records: Iterable[AnyWords]) -> tuple[AnyWords, ...]:
    """The records without what was decided about them when they were looked through."""

    def unreviewed(record: Any) -> AnyWords:
        untold: AnyWords = replace(record, review="", shared_text="") if record.review else record
        return untold

    return tuple(map(unreviewed, records))


def for_seats(deck: Deck, translation: Deck | None = None) -> Deck:
    """A deck without the notes for the facilitator, in the words of a translation of it.

    What the translation lacks is told in the words of the original.
    """
    cards = {card.id: card for card in translation.cards} if translation else {}
    shoes = {pair.id: pair for pair in translation.shoes} if translation else {}
    themes = {theme.key: theme for theme in translation.themes} if translation else {}
    return replace(
        deck,
        title=(translation or deck).title,
        language=(translation or deck).language,
        translated=(translation or deck).translated,
        summary=(translation or deck).summary,
        themes=tuple(themes.get(theme.key, theme) for theme in deck.themes),
        shoes=tuple(
            replace(pair, **_texts(told)) if (told := shoes.get(pair.id)) else pair
            for pair in deck.shoes
        ),
        cards=tuple(_without_note(card, cards.get(card.id)) for card in deck.cards),
    )


def _without_note(card: Card, told: Card | None) -> Card:
    hidden: dict[str, Any] = dict.fromkeys(text_fields(type(card), "facilitator"), "")
    if told is None:
        return replace(card, **hidden)
    prompts = told.prompts if len(told.prompts) == len(card.prompts) else card.prompts
    return replace(card, **_texts(told), **hidden, prompts=prompts)


def _texts(told: Card | Shoes) -> dict[str, Any]:
    """The texts that everybody is told, by the names of their fields."""
    return {name: getattr(told, name) for name in text_fields(type(told))}
