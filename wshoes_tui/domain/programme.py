"""Programme: what the sessions of a series add up to, with the numbers of few people hidden.

Numbers are told for groups of sessions (by time, by place), and each is a sum over *cells* of at
least ``FEW`` people, of which a cell lies within one group of each table or in its row "together".
Whoever adds and subtracts what is shown therefore learns of no smaller group. Shoes on the map are
perspectives and no people: they are counted over all sessions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, TypeVar

from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import PledgeState, SpokenRecord
from wshoes_tui.domain.summary import FEW, Coverage

Key = TypeVar("Key", bound=Hashable)

Span = Literal["day", "month", "year"]
PLEDGE_ORDER: tuple[PledgeState, ...] = ("done", "under_way", "stuck", "dropped", "open")
"""The states in which pledges are told; one whose wording was changed is open."""
MOST_DAYS, MOST_MONTHS = 6, 24
"""Rows of the table over time, before it is told by months, and by years."""


@dataclass(frozen=True, slots=True)
class ProgrammeSession:
    """The numbers of one session, and where it belongs. ``pledges`` counts them by their state."""

    id: str
    held: date
    place: str
    people: int
    turns: int
    lightbulbs: int
    pledges: Mapping[PledgeState, int]


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of several sessions. Somebody who came twice counts twice in ``people``."""

    sessions: int
    people: int
    turns: int
    lightbulbs: int
    pledges: int
    kept: int


@dataclass(frozen=True, slots=True)
class FiguresRow:
    """A row of a table; without a day or a place it holds small groups together."""

    day: date | None
    place: str | None
    figures: Figures


@dataclass(frozen=True, slots=True)
class ProgrammeWords:
    """Words said in one of the sessions.

    Attributes:
        sessions: in how many sessions the same was said.
        shoes: in which shoes, where that is known.
        state: of a pledge, where it stands; ``wording`` as it was changed later, if it was.
    """

    record: SpokenRecord
    session: str
    held: date
    place: str
    sessions: int = 1
    shoes: Shoes | None = None
    state: PledgeState = "open"
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """What a programme adds up to.

    Attributes:
        name: as its newest session has it.
        sessions: how many there were; ``first`` and ``last`` day.
        left_out: how many are in no number, as too few people were there.
        without_consent: how many began before everybody agreed to what is kept.
        damaged: how many cannot be read, and are in nothing here.
        figures: the numbers altogether; None where only few people were there.
        over_time, by_place: the same in parts; ``span`` is the length of a part of time.
        pledges: how many stand in each state; empty where ``figures`` is None.
        coverage: whose shoes, on what: a map for each framework, and each deck without one.
        lightbulbs: the newest; ``more_lightbulbs`` says whether there are others.
        stuck: pledges that are stuck; ``late`` those that are open and past their day.
        parked: what waits in the car park; what came up in several sessions first.
    """

    name: str
    sessions: int
    first: date
    last: date
    left_out: int
    without_consent: int
    damaged: int
    figures: Figures | None
    span: Span = "day"
    over_time: tuple[FiguresRow, ...] = ()
    by_place: tuple[FiguresRow, ...] = ()
    pledges: Mapping[PledgeState, int] = field(default_factory=dict)
    coverage: tuple[Coverage, ...] = ()
    lightbulbs: tuple[ProgrammeWords, ...] = ()
    more_lightbulbs: bool = False
    stuck: tuple[ProgrammeWords, ...] = ()
    late: tuple[ProgrammeWords, ...] = ()
    parked: tuple[ProgrammeWords, ...] = ()

    @property
    def coming_back(self) -> tuple[ProgrammeWords, ...]:
        """What came up in several sessions."""
        return tuple(one for one in self.parked if one.sessions > 1)


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A programme in a list. ``people`` is None where they are few; ``names`` as sessions have it.

    A capital or an accent makes no other programme.
    """

    name: str
    sessions: int
    places: int
    first: date
    last: date
    people: int | None
    names: tuple[str, ...] = field(default=(), compare=False)


Cell = list[ProgrammeSession]


def cells(sessions: Iterable[ProgrammeSession], span: Span) -> tuple[list[Cell], Cell]:
    """Sessions in cells of at least ``FEW`` people, and those that are left out.

    A session of few people joins a larger one of its place and time; else the other small ones of
    that time, else all small ones. Tables at different places are taken to be different people;
    sessions of one place to be the same.
    """
    large: dict[tuple[str, date], Cell] = {}
    found: list[Cell] = []
    small: list[ProgrammeSession] = []
    for one in sessions:
        if one.people >= FEW:
            found.append([one])
            large.setdefault((one.place, _begins(one.held, span)), found[-1])
        else:
            small.append(one)
    lone: dict[date, Cell] = {}
    for one in small:
        when = _begins(one.held, span)
        large.get((one.place, when), lone.setdefault(when, [])).append(one)
    rest: Cell = []
    for group in lone.values():
        if _surely(group) >= FEW:
            found.append(group)
        else:
            rest += group
    if _surely(rest) >= FEW:
        return [*found, rest], []
    return found, rest


def _surely(sessions: Iterable[ProgrammeSession]) -> int:
    """How many different people there were at least."""
    most: dict[str, int] = {}
    for one in sessions:
        most[one.place] = max(most.get(one.place, 0), one.people)
    return sum(most.values())


def _begins(when: date, span: Span) -> date:
    """The first day of the part of time in which a day lies."""
    if span == "day":
        return when
    return when.replace(day=1) if span == "month" else when.replace(month=1, day=1)


def _span_of(sessions: Sequence[ProgrammeSession]) -> Span:
    if len({one.held for one in sessions}) <= MOST_DAYS:
        return "day"
    months = {(one.held.year, one.held.month) for one in sessions}
    return "month" if len(months) <= MOST_MONTHS else "year"


def add_up(programme: Programme, sessions: Sequence[ProgrammeSession]) -> Programme:
    """The programme with the numbers of its sessions: altogether, over time and place by place."""
    span = _span_of(sessions)
    found, left_out = cells(sessions, span)
    if not found:
        return replace(programme, left_out=len(left_out))
    counted = [one for cell in found for one in cell]
    states: Counter[PledgeState] = Counter()
    for one in counted:
        states.update(one.pledges)
    return replace(
        programme,
        left_out=len(left_out),
        figures=_sum(counted),
        span=span,
        over_time=tuple(
            FiguresRow(when, None, figures)
            for when, figures in _table(found, lambda one: _begins(one.held, span))
        ),
        by_place=tuple(
            FiguresRow(None, place, figures)
            for place, figures in _table(found, lambda one: one.place)
        ),
        pledges={state: states[state] for state in PLEDGE_ORDER if states[state]},
    )


def _sum(sessions: Sequence[ProgrammeSession]) -> Figures:
    return Figures(
        len(sessions),
        sum(one.people for one in sessions),
        sum(one.turns for one in sessions),
        sum(one.lightbulbs for one in sessions),
        sum(sum(one.pledges.values()) for one in sessions),
        sum(one.pledges.get("done", 0) for one in sessions),
    )


def _table(
    found: Iterable[Cell], key: Callable[[ProgrammeSession], Key]
) -> Iterator[tuple[Key | None, Figures]]:
    """The numbers of each group of cells, in order; then of the cells that lie in several."""
    rows: dict[Key, list[ProgrammeSession]] = {}
    together: list[ProgrammeSession] = []
    for cell in found:
        keys = {key(one) for one in cell}
        (rows.setdefault(keys.pop(), []) if len(keys) == 1 else together).extend(cell)
    yield from ((one, _sum(rows[one])) for one in sorted(rows, key=str))
    if together:
        yield None, _sum(together)
