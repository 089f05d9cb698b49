"""Programme: how its sessions add up, part by part, and the list of programmes to choose from.

Loaded with the first of them: it is not on the way to Home.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wshoes_tui.domain.deck import Theme
from wshoes_tui.domain.models import Lightbulb
from wshoes_tui.domain.programme import FiguresRow, Programme, ProgrammeLine, ProgrammeWords, Span
from wshoes_tui.domain.summary import FEW, CoverageRow
from wshoes_tui.domain.text import one_line
from wshoes_tui.export.programme_report import (
    BY_PLACE,
    COMING_BACK,
    OVER_TIME,
    caveats,
    days_told,
    figures_told,
    row_name,
    state_told,
    topic_told,
    words_told,
)
from wshoes_tui.flow.blocks import Blocks, LightbulbBlock, MapBlock, QuestionBlock, TextBlock
from wshoes_tui.flow.list_blocks import Bar, BarsBlock, ChoiceBlock
from wshoes_tui.flow.session_labels import day
from wshoes_tui.locale import N_, _, many
from wshoes_tui.locale.phrases import (
    LIGHTBULBS,
    PLEDGES,
    WHOSE_SHOES,
    count_lightbulbs,
    count_people,
    count_pledges,
    count_sessions,
)

NOTHING_TO_TYPE = N_("Nothing is asked here. /export writes the report, /home goes back.")
BEGIN_ONE = 'wshoes play --programme "NAME"'
"""How a session is begun that belongs to a programme."""


class ProgrammePart(NamedTuple):
    """A part of the page: its id, its title, and its blocks; without any it is left out."""

    id: str
    title: str
    blocks: Callable[[Programme], Blocks]


def programme_choices(lines: Sequence[ProgrammeLine]) -> Iterator[ChoiceBlock]:
    """Every programme, the one with the newest session first."""
    for number, line in enumerate(lines, 1):
        name = one_line(line.name)
        facts = line_told(line)
        yield ChoiceBlock(line.name, number, name, name, ", ".join(facts), " · ".join(facts))


def line_told(line: ProgrammeLine) -> tuple[str, ...]:
    """What a list says of a programme."""
    people = (
        count_people(line.people)
        if line.people is not None
        else _("fewer than {few} people at a time", few=FEW)
    )
    places = (many("{count} place", "{count} places", line.places),) if line.places else ()
    return (count_sessions(line.sessions), *places, people, day(line.last))


def programmes_question(lines: Sequence[ProgrammeLine]) -> QuestionBlock:
    """Which programme? Or that there is none, and how there comes to be one."""
    if lines:
        return QuestionBlock(_("Which programme? Type its number. /home goes back."))
    none = _("No session belongs to a programme yet. Begin one with: {command}", command=BEGIN_ONE)
    return QuestionBlock(none, none)


def head_blocks(programme: Programme) -> Iterator[TextBlock]:
    """The name, from when to when, and the counts."""
    yield TextBlock("Summary", one_line(programme.name), "")
    figures = figures_told(programme.figures) if programme.figures else ()
    counts = (days_told(programme), count_sessions(programme.sessions), *figures)
    yield TextBlock("Summary", ", ".join(counts), " · ".join(counts))


def _bars(rows: Sequence[FiguresRow], span: Span) -> BarsBlock:
    return BarsBlock(
        tuple(
            Bar(
                one_line(row_name(row, span)),
                row.figures.people,
                (
                    count_people(row.figures.people),
                    count_sessions(row.figures.sessions),
                    count_lightbulbs(row.figures.lightbulbs),
                    count_pledges(row.figures.pledges),
                ),
            )
            for row in rows
        )
    )


def time_blocks(programme: Programme) -> Blocks:
    """People over time, and what to know of the numbers."""
    if programme.over_time:
        yield _bars(programme.over_time, programme.span)
    for told in caveats(programme):
        yield TextBlock("Notice", told)


def place_blocks(programme: Programme) -> Blocks:
    """People place by place."""
    if len(programme.by_place) > 1:
        yield _bars(programme.by_place, programme.span)


def map_blocks(programme: Programme) -> Blocks:
    """Whose shoes were stood in, on what, over all sessions."""
    if any(row.stood for one in programme.coverage for row in one.rows):
        yield MapBlock(programme.coverage)


def pledge_blocks(programme: Programme) -> Blocks:
    """Where the pledges stand; those that are stuck and those that are late in their words."""
    if programme.pledges:
        yield BarsBlock(
            tuple(
                Bar(state_told(state), count, (str(count),))
                for state, count in programme.pledges.items()
            )
        )
    for title, some in ((_("Stuck"), programme.stuck), (_("Past their day"), programme.late)):
        if some:
            yield TextBlock("Summary", title, f"\n{title}")
        for one in some:
            yield TextBlock("Pledge", _where(one, one.wording or words_told(one.record)))


def lightbulb_blocks(programme: Programme) -> Blocks:
    """The newest lightbulbs."""
    for number, one in enumerate(programme.lightbulbs, 1):
        if isinstance(one.record, Lightbulb):
            yield LightbulbBlock(one.record, number, shoes=one.shoes)
    if programme.more_lightbulbs:
        told = many(
            "This is the newest one.", "These are the newest {count}.", len(programme.lightbulbs)
        )
        yield TextBlock("Notice", told)


def coming_back_blocks(programme: Programme) -> Blocks:
    """The car park: what came up in several sessions first."""
    for one in programme.parked:
        text = words_told(one.record)
        told = topic_told(one, text) if one.sessions > 1 else _where(one, text)
        yield TextBlock("Parked", told)


def _where(words: ProgrammeWords, text: str) -> str:
    """Words with the day and the place of their session."""
    where = ", ".join(filter(None, (day(words.held), words.place)))
    return f"{one_line(text)} ({where})"


PARTS = (
    ProgrammePart("time", OVER_TIME, time_blocks),
    ProgrammePart("places", BY_PLACE, place_blocks),
    ProgrammePart("map", WHOSE_SHOES, map_blocks),
    ProgrammePart("pledges", PLEDGES, pledge_blocks),
    ProgrammePart("lightbulbs", LIGHTBULBS, lightbulb_blocks),
    ProgrammePart("back", COMING_BACK, coming_back_blocks),
)


def programme_blocks(programme: Programme) -> Blocks:
    """The whole page, all parts one after the other, each with its title."""
    yield from head_blocks(programme)
    for part in PARTS:
        blocks = list(part.blocks(programme))
        if blocks:
            yield TextBlock("Summary", _(part.title))
        yield from blocks


def programme_question() -> QuestionBlock:
    """What may be typed at a programme."""
    return QuestionBlock(_("/export writes the report of it to send. /home goes back."))


def as_data(programme: Programme) -> dict[str, object]:
    """What a programme adds up to, for scripts. Numbers of few people are not in it either."""

    def rows(some: Sequence[FiguresRow]) -> list[object]:
        return [
            {"day": one.day, "place": one.place, "together": one.day is None and one.place is None,
             **_figures(one)}
            for one in some
        ]  # fmt: skip

    def words(some: Sequence[ProgrammeWords]) -> list[object]:
        return [
            {
                "id": one.record.id,
                "session": one.session,
                "day": one.held,
                "place": one.place,
                "text": one.wording or words_told(one.record),
                "sessions": one.sessions,
                "state": one.state,
            }
            for one in some
        ]

    figures = programme.figures
    return {
        "programme": programme.name,
        "first": programme.first,
        "last": programme.last,
        "sessions": programme.sessions,
        "sessions_left_out": programme.left_out,
        "sessions_damaged": programme.damaged,
        "sessions_without_consent": programme.without_consent,
        "figures": _figures(FiguresRow(None, None, figures)) if figures else None,
        "over_time": {"span": programme.span, "rows": rows(programme.over_time)},
        "by_place": rows(programme.by_place),
        "pledges": dict(programme.pledges),
        "coverage": [
            {
                "map": of_map.deck.id,
                "title": of_map.deck.title,
                "shoes": row.shoes.id,
                "name": row.shoes.name,
                "stood": row.stood,
                "themes": _themes(row, of_map.themes),
            }
            for of_map in programme.coverage
            for row in of_map.rows
        ],
        "lightbulbs": words(programme.lightbulbs),
        "stuck": words(programme.stuck),
        "late": words(programme.late),
        "car_park": words(programme.parked),
    }


def _figures(row: FiguresRow) -> Mapping[str, int]:
    one = row.figures
    return {
        "sessions": one.sessions,
        "people": one.people,
        "turns": one.turns,
        "lightbulbs": one.lightbulbs,
        "pledges": one.pledges,
        "kept": one.kept,
    }


def _themes(row: CoverageRow, themes: Sequence[Theme]) -> Mapping[str, int]:
    """How often somebody stood on each theme on which they can."""
    found = zip(themes, row.times, row.offered, strict=True)
    return {theme.key: count for theme, count, offered in found if count or offered}
