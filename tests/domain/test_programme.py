"""Programme: what is told of a few people, whoever adds and subtracts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import a_card, a_deck, a_shoes
from wshoes_tui.domain import programme as module
from wshoes_tui.domain.deck import Theme
from wshoes_tui.domain.framework import Framework
from wshoes_tui.domain.joint_coverage import joint_coverage
from wshoes_tui.domain.programme import Programme, ProgrammeSession, Span, add_up
from wshoes_tui.domain.summary import FEW
from wshoes_tui.domain.value import replace

MONDAY = date(2026, 3, 2)
EMPTY = Programme("Home", 0, MONDAY, MONDAY, 0, 0, 0, None)


def sessions_of(*people: tuple[str, int, int]) -> list[ProgrammeSession]:
    """Sessions by place, month and number of people; session n has 2 to the n lightbulbs."""
    return [
        ProgrammeSession(
            str(n), MONDAY + timedelta(days=31 * month), place, count, 1, 2**n, {"open": 1}
        )
        for n, (place, month, count) in enumerate(people)
    ]


def shown(programme: Programme) -> Iterator[int]:
    """Which sessions each number that is shown adds up, as bits."""
    rows = (*programme.over_time, *programme.by_place)
    yield from (row.figures.lightbulbs for row in rows)
    if programme.figures:
        yield programme.figures.lightbulbs


def can_be_worked_out(group: Sequence[int], sums: Sequence[int], count: int) -> bool:
    """Whether the number of a group comes of adding and subtracting the sums (Gauss)."""
    wanted = [Fraction(n in group) for n in range(count)]
    known = [[Fraction(one >> n & 1) for n in range(count)] for one in set(sums)]
    for column in range(count):
        pivot = next((row for row in known if row[column]), None)
        if pivot is None:
            continue
        known = [
            [a - b * row[column] / pivot[column] for a, b in zip(row, pivot, strict=True)]
            for row in known
            if row is not pivot
        ]
        share = wanted[column] / pivot[column]
        wanted = [a - share * b for a, b in zip(wanted, pivot, strict=True)]
    return not any(wanted)


def given_away(sessions: Sequence[ProgrammeSession], programme: Programme) -> list[tuple[int, ...]]:
    """The groups of fewer than ``FEW`` people whose numbers can be worked out of what is shown."""
    sums = list(shown(programme))
    everybody = range(len(sessions))
    return [
        group
        for size in range(1, len(sessions) + 1)
        for group in combinations(everybody, size)
        if sum(sessions[n].people for n in group) < FEW
        and can_be_worked_out(group, sums, len(sessions))
    ]


FEW_SESSIONS = st.lists(
    st.tuples(st.sampled_from(("", "Bala", "Corwen")), st.integers(0, 3), st.integers(1, 8)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=150, deadline=None)
@given(FEW_SESSIONS)
def test_no_numbers_of_fewer_than_five_people_can_be_worked_out(
    drawn: list[tuple[str, int, int]],
) -> None:
    sessions = sessions_of(*drawn)
    programme = add_up(EMPTY, sessions)
    assert not given_away(sessions, programme)
    counted = programme.figures.sessions if programme.figures else 0
    assert counted + programme.left_out == len(sessions)


def test_the_attack_works_where_nothing_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the test above can fail: each session a cell of its own gives the small one away."""
    sessions = sessions_of(("Bala", 0, 8), ("Bala", 1, 3), ("Corwen", 1, 6))

    def open_cells(sessions: Sequence[ProgrammeSession], _span: Span) -> object:
        return [[one] for one in sessions], []

    assert not given_away(sessions, add_up(EMPTY, sessions))
    monkeypatch.setattr(module, "cells", open_cells)
    assert (1,) in given_away(sessions, add_up(EMPTY, sessions))


def test_a_small_table_is_told_together_with_others() -> None:
    programme = add_up(EMPTY, sessions_of(("Bala", 0, 3), ("Corwen", 0, 4), ("Ruthin", 0, 6)))
    places = {row.place: (row.figures.sessions, row.figures.people) for row in programme.by_place}
    assert places == {"Ruthin": (1, 6), None: (2, 7)}
    assert programme.figures
    assert (programme.figures.people, programme.left_out) == (13, 0)


def test_the_same_few_people_again_are_still_few() -> None:
    """Four people who meet three times are not twelve."""
    programme = add_up(EMPTY, sessions_of(("Bala", 0, 4), ("Bala", 1, 4), ("Bala", 2, 4)))
    assert (programme.figures, programme.over_time, programme.left_out) == (None, (), 3)


def test_a_hundred_small_tables_of_one_evening_are_told() -> None:
    programme = add_up(EMPTY, sessions_of(*((f"Table {n}", 0, 4) for n in range(100))))
    assert programme.figures
    assert (programme.figures.people, programme.figures.kept) == (400, 0)


def test_decks_that_name_a_framework_make_one_map() -> None:
    """Ten decks, one map: by the framework's themes, shoes of two decks told apart."""
    real = Framework("real", "Real", (Theme("home", "At home"), Theme("work", "At work")))

    def a_named_deck(id: str, theme: str) -> object:
        return a_deck(
            id,
            themes=(Theme("own", f"Of {id}", f"real/{theme}"),),
            shoes=(a_shoes("patient"), a_shoes(f"nurse-{id}", "service", mark="N")),
            cards=(a_card("card", "own"),),
        )

    one, other = a_named_deck("one", "home"), a_named_deck("other", "work")
    alone = a_deck("alone")
    decks = [one, other, alone]
    cards = {(deck.id, card.id): card for deck in decks for card in deck.cards}  # type: ignore[attr-defined]
    stands = {
        ("one", "card", "patient"): 2,
        ("other", "card", "patient"): 3,
        ("other", "card", "nurse-other"): 1,
        ("alone", "own-bed", "daughter"): 1,
    }
    joint, own = joint_coverage(decks, stands, cards, {"real": real})  # type: ignore[arg-type]
    assert [theme.title for theme in joint.themes] == ["At home", "At work"]
    assert [(row.shoes.mark, row.times, row.stood) for row in joint.rows] == [
        ("P", (2, 3), 5),
        ("N", (0, 0), 0),
        ("N2", (0, 1), 1),
    ]
    assert own.deck.id == "alone"
    assert {row.shoes.id for row in own.rows if row.stood} == {"daughter"}


def test_a_card_alone_may_name_a_framework_also_where_the_newest_deck_lacks_it() -> None:
    real = Framework("real", "Real", (Theme("home", "At home"), Theme("work", "At work")))
    cards = (a_card("one", framework=("real/work",)), a_card("two"))
    deck = a_deck("one", themes=(Theme("own", "Own"),), cards=cards)
    played = {(deck.id, card.id): card for card in cards}
    stands = {("one", "one", "patient"): 2, ("one", "two", "patient"): 1}
    for newest in (deck, replace(deck, cards=())):  # a JSON export holds only what it played
        (joint,) = joint_coverage([newest], stands, played, {"real": real})
        assert [theme.title for theme in joint.themes] == ["At work"]
        assert [(row.times, row.stood) for row in joint.rows if row.stood] == [((2,), 3)]
