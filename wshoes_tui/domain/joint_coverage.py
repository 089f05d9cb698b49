"""Joint coverage map: decks that name one framework make one map over all sessions.

A session's own map (``summary.coverage``) has a block for each deck, for what has one id in two
decks is two things there. Over a programme, themes are joined by the framework that they name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wshoes_tui.domain.deck import Card, Deck, Shoes, Theme
from wshoes_tui.domain.models.marks import tell_marks_apart
from wshoes_tui.domain.summary import Coverage, CoverageRow


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """Decks that make one map: its title, and for each column the themes of decks that it joins."""

    id: str
    title: str
    decks: tuple[Deck, ...]
    columns: tuple[tuple[Theme, frozenset[tuple[str, str]]], ...]


def theme_groups(decks: Sequence[Deck]) -> Iterator[ThemeGroup]:
    """The maps of these decks: one for each framework that they name, one for each other deck.

    A theme that names no theme of the framework has a column of its own.
    """
    groups: dict[str, list[Deck]] = {}
    for deck in decks:
        named = (theme.framework.partition("/")[0] for theme in deck.themes if theme.framework)
        framework = next(named, "")
        groups.setdefault(f"{framework}/" if framework else deck.id, []).append(deck)
    for name, some in groups.items():
        columns: dict[str, tuple[Theme, set[tuple[str, str]]]] = {}
        for deck in some:
            for theme in deck.themes:
                of_framework = name.endswith("/") and theme.framework.startswith(name)
                key = theme.framework if of_framework else f"{deck.id} {theme.key}"
                title = _titled(key.removeprefix(name)) if of_framework else theme.title
                columns.setdefault(key, (Theme(key, title), set()))[1].add((deck.id, theme.key))
        title = _titled(name.rstrip("/")) if name.endswith("/") else some[0].title
        joined = ((theme, frozenset(themes)) for theme, themes in columns.values())
        yield ThemeGroup(name, title, tuple(some), tuple(joined))


def _titled(key: str) -> str:
    """A key of a framework as a title: "information-and-advice", "Information and advice"."""
    return key.replace("-", " ").capitalize()


Stands = Mapping[tuple[str, str, str], int]
"""How often somebody stood in shoes on a card: by the ids of deck, card and shoes."""


def joint_coverage(
    decks: Sequence[Deck], stands: Stands, cards: Mapping[tuple[str, str], Card]
) -> tuple[Coverage, ...]:
    """The coverage maps over all sessions.

    Args:
        decks: each deck once, as it was played last.
        stands: how often somebody stood where.
        cards: the cards that were played, by the ids of deck and card.
    """
    return tuple(_joint(group, stands, cards) for group in theme_groups(decks))


def _joint(group: ThemeGroup, stands: Stands, cards: Mapping[tuple[str, str], Card]) -> Coverage:
    shoes, row_of = _all_shoes(group.decks)
    column_of = {
        one: place for place, (_theme, themes) in enumerate(group.columns) for one in themes
    }
    times = [[0] * len(group.columns) for _ in shoes]
    offered = [[False] * len(group.columns) for _ in shoes]
    stood = [0] * len(shoes)
    for (deck, card, pair), count in stands.items():
        row = row_of.get((deck, pair))
        if row is None:
            continue
        stood[row] += count
        known = cards.get((deck, card))
        on = {column_of.get((deck, theme)) for theme in known.themes} if known else set()
        for column in on - {None}:
            times[row][column or 0] += count
    for deck_ in group.decks:
        for offer in deck_.offered():
            for pair in offer.shoes:
                offered[row_of[deck_.id, pair]][column_of[deck_.id, offer.theme]] = True
    shown = [
        n
        for n in range(len(group.columns))
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
    themes = tuple(group.columns[n][0] for n in shown)
    language = group.decks[0].language
    deck = Deck(group.id, group.title, 1, language, themes, tuple(shoes), ())
    return Coverage(deck, themes, tuple(rows))


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
