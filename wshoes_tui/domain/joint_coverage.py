"""Joint coverage map: decks that refer to one framework make one map over all sessions.

A session's own map (``summary.coverage``) has a block for each deck, for what has one id in two
decks is two things there. Over a programme, the decks are read by the themes of the framework.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wshoes_tui.domain.deck import Card, Deck, Shoes, Theme
from wshoes_tui.domain.framework import Framework, by_framework, frameworks_named, themes_by
from wshoes_tui.domain.models.marks import tell_marks_apart
from wshoes_tui.domain.summary import Coverage, CoverageRow
from wshoes_tui.domain.value import replace

Stands = Mapping[tuple[str, str, str], int]
"""How often somebody stood in shoes on a card: by the ids of deck, card and shoes."""
Cards = Mapping[tuple[str, str], Card]
"""The cards that were played, by the ids of deck and card."""


def joint_coverage(
    decks: Sequence[Deck], stands: Stands, cards: Cards, frameworks: Mapping[str, Framework]
) -> Iterator[Coverage]:
    """The maps over all sessions: one for each framework that decks refer to, and known of.

    A deck that refers to none has a map of its own.

    Args:
        decks: each deck once, as it was played last.
        frameworks: those that are known, by their key.
    """
    by_id = {deck.id: _with_cards(deck, cards) for deck in decks}
    named = {deck.id: set(frameworks_named([deck])) & frameworks.keys() for deck in by_id.values()}
    for key in frameworks_named(by_id.values()):
        if key in frameworks:
            framework = frameworks[key]
            some = [by_framework(by_id[one.id], framework) for one in decks if key in named[one.id]]
            on = {
                (deck, card): themes_by(framework, one, by_id[deck])
                for (deck, card), one in cards.items()
                if deck in by_id
            }
            yield _joint(Theme(key, framework.title), framework.themes, some, stands, on)
    themes = {one: card.themes for one, card in cards.items()}
    for deck in decks:
        if not named[deck.id]:
            yield _joint(Theme(deck.id, deck.title), deck.themes, [deck], stands, themes)


def _with_cards(deck: Deck, cards: Cards) -> Deck:
    """The deck with the cards that were played of it, also where its newest copy lacks them.

    What a card is on may stand on the card alone.
    """
    own = {card.id for card in deck.cards}
    more = tuple(
        card for (deck_id, id_), card in cards.items() if deck_id == deck.id and id_ not in own
    )
    return replace(deck, cards=(*deck.cards, *more)) if more else deck


def _joint(
    title: Theme,
    themes: Sequence[Theme],
    decks: Sequence[Deck],
    stands: Stands,
    on: Mapping[tuple[str, str], Sequence[str]],
) -> Coverage:
    """The map of decks that share these themes; those of which no deck has a card are left out."""
    shoes, row_of = _all_shoes(decks)
    column_of = {theme.key: column for column, theme in enumerate(themes)}
    times = [[0] * len(themes) for _ in shoes]
    offered = [[False] * len(themes) for _ in shoes]
    stood = [0] * len(shoes)
    for (deck, card, pair), count in stands.items():
        row = row_of.get((deck, pair))
        if row is not None:
            stood[row] += count
            for theme in on.get((deck, card), ()):
                if theme in column_of:
                    times[row][column_of[theme]] += count
    for one in decks:
        for offer in one.offered():
            for pair in offer.shoes:
                offered[row_of[one.id, pair]][column_of[offer.theme]] = True
    shown = [
        n
        for n in range(len(themes))
        if any(row[n] for row in times) or any(row[n] for row in offered)
    ]
    rows = [
        CoverageRow(
            pair,
            tuple(times[row][n] for n in shown),
            tuple(offered[row][n] for n in shown),
            stood[row],
        )
        for row, pair in enumerate(shoes)
    ]
    rows.sort(key=lambda row: row.shoes.side)  # lived, then service; else as they were
    columns = tuple(themes[n] for n in shown)
    joined = Deck(title.key, title.title, 1, decks[0].language, columns, tuple(shoes), ())
    return Coverage(joined, columns, tuple(rows))


def _all_shoes(decks: Sequence[Deck]) -> tuple[list[Shoes], dict[tuple[str, str], int]]:
    """The shoes of the decks with marks told apart, and the row of each by deck and id.

    Shoes of two decks are the same where they have one id, one name and one side.
    """
    known: dict[tuple[str, str, str], int] = {}
    row_of: dict[tuple[str, str], int] = {}
    new: list[Deck] = []
    for deck in decks:
        own = []
        for pair in deck.shoes:
            same = (pair.id, pair.name.casefold(), pair.side)
            if same not in known:
                known[same] = len(known)
                own.append(replace(pair, mark=pair.mark.rstrip("0123456789") or pair.mark))
            row_of[deck.id, pair.id] = known[same]
        new.append(replace(deck, shoes=tuple(own)))
    return [pair for deck in tell_marks_apart(new) for pair in deck.shoes], row_of
