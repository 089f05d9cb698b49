"""Evidence as it is typed: the lines of a panel member's page, each for a value of the deck.

A line may begin with a value and a colon, such as ``2: she asked Maud first``: with its number in
the deck, its title or its key. Behind a bar another may follow on the same line, for line mode
takes one line at a time. Lines that begin with no value belong to the one before them, and at the
top of a page to none. No word is dropped, and none is changed.
"""

from __future__ import annotations

from collections.abc import Iterable

from wshoes_tui.domain.deck import Deck, Theme
from wshoes_tui.domain.models import Evidence, Session, Turn
from wshoes_tui.domain.value import Value, value


@value()
class Piece(Value):
    """One piece of evidence on a page.

    ``name`` is the title of its value, and ``value`` its key; both are empty for none.
    """

    value: str
    name: str
    text: str


def pieces_of(text: str, deck: Deck | None) -> tuple[Piece, ...]:
    """The pieces of evidence on a page; a value without words is one with an empty text."""
    marks = _marks(deck)
    found: list[tuple[Theme | None, list[str]]] = []
    for part in (part for line in text.split("\n") for part in _at_bars(line, marks)):
        theme, words = _read(part, marks)
        if theme is not None or not found:
            found.append((theme, []))
        found[-1][1].append(words)
    pieces = ((theme, "\n".join(lines).strip()) for theme, lines in found)
    return tuple(
        Piece(theme.key if theme else "", theme.title if theme else "", words)
        for theme, words in pieces
        if theme is not None or words
    )


def _marks(deck: Deck | None) -> dict[str, Theme]:
    themes = deck.themes if deck is not None else ()
    named = {name.casefold(): theme for theme in themes for name in (theme.key, theme.title)}
    return named | {str(number): theme for number, theme in enumerate(themes, 1)}


def _at_bars(line: str, marks: dict[str, Theme]) -> list[str]:
    """A line in its parts: a bar parts them only where a value follows it."""
    first, *rest = line.split("|")
    parts = [first]
    for part in rest:
        if _read(part, marks)[0] is None:
            parts[-1] += f"|{part}"
        else:
            parts.append(part)
    return parts


def _read(line: str, marks: dict[str, Theme]) -> tuple[Theme | None, str]:
    """The value that a line begins with, and the words after it; "1:40" is a time."""
    head, colon, words = line.partition(":")
    theme = marks.get(head.strip().casefold()) if colon and words[:1] in ("", " ", "\t") else None
    return (None, line) if theme is None else (theme, words.strip())


@value()
class HeardValue(Value):
    """A value of a deck, and all evidence for it, by turn and place."""

    deck: str
    theme: Theme
    evidence: tuple[Evidence, ...]


def by_value(session: Session) -> tuple[HeardValue, ...]:
    """Each value of each deck with its evidence, in the order of the decks. Nothing is counted."""
    turns = {turn.id: turn for turn in session.turns}
    evidence = in_turn_order(session, session.evidence)
    return tuple(
        HeardValue(
            played.deck.id,
            theme,
            tuple(
                one
                for one in evidence
                if one.value == theme.key and _deck_of(turns, one) == played.deck.id
            ),
        )
        for played in session.decks
        for theme in played.deck.themes
    )


def without_value(session: Session) -> tuple[Evidence, ...]:
    """The evidence that is for no value of the decks, by turn and place."""
    for_values = {one.id for heard in by_value(session) for one in heard.evidence}
    rest = (one for one in session.evidence if one.id not in for_values)
    return tuple(in_turn_order(session, rest))


def in_turn_order(session: Session, evidence: Iterable[Evidence]) -> list[Evidence]:
    """Evidence by turn and place."""
    numbers = {turn.id: turn.number for turn in session.turns}
    return sorted(evidence, key=lambda one: (numbers.get(one.turn, 0), one.place))


def as_typed(session: Session, one: Evidence) -> str:
    """Evidence as it can be typed again: its words behind the title of its value."""
    deck = session.deck(_deck_of({turn.id: turn for turn in session.turns}, one))
    themes = deck.themes if deck is not None else ()
    title = next((theme.title for theme in themes if theme.key == one.value), one.value)
    return f"{title}: {one.text}" if title else one.text


def _deck_of(turns: dict[str, Turn], evidence: Evidence) -> str:
    turn = turns.get(evidence.turn)
    return turn.deck if turn is not None else ""
