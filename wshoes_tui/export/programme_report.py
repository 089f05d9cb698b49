"""Report of a programme, to send: what its sessions add up to, on one page for a browser.

It holds counts, and words that were reviewed as shareable. Words stand without a day, a place or a
name: beside the numbers of a small table they could tell who spoke.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wshoes_tui.domain.handlers.review_handler import as_shared, text_of
from wshoes_tui.domain.models import Lightbulb, Pledge, SpokenRecord
from wshoes_tui.domain.programme import (
    Figures,
    FiguresRow,
    Programme,
    ProgrammeWords,
    Span,
)
from wshoes_tui.domain.summary import FEW
from wshoes_tui.domain.text import one_line
from wshoes_tui.export.evidence_report import in_shoes
from wshoes_tui.export.html_format import page_of
from wshoes_tui.export.report import ABOUT, WHAT_WE_SEE, halves
from wshoes_tui.export.report_blocks import (
    DataTable,
    Points,
    Quotation,
    ReportBlock,
    ReportSection,
    SessionReport,
    Statement,
    Subheading,
)
from wshoes_tui.export.report_tables import shoes_map
from wshoes_tui.locale import N_, _, many
from wshoes_tui.locale.phrases import (
    LIGHTBULBS,
    PEOPLE_HEAD,
    PLEDGE_STATES,
    PLEDGES,
    SESSIONS_HEAD,
    WHOSE_SHOES,
    count_lightbulbs,
    count_people,
    count_pledges,
    count_sessions,
    count_turns,
    full_day,
    month_and_year,
    pledge_sentence,
)

OVER_TIME, BY_PLACE = N_("Over time"), N_("Place by place")
COMING_BACK, STILL_STUCK = N_("What keeps coming back"), N_("Pledges that are stuck")
TOGETHER, NO_PLACE = N_("smaller groups, together"), N_("no place named")


def to_html(programme: Programme) -> str:
    """The report of a programme that was read with ``shareable``."""
    return page_of(report_of_programme(programme))


def report_of_programme(programme: Programme) -> SessionReport:
    """Its sections, as the report of a session has them."""
    figures = programme.figures
    made = (
        ("time", _(OVER_TIME), _time_blocks(programme)),
        ("place", _(BY_PLACE), _place_blocks(programme)),
        ("pledges", _(PLEDGES), _pledge_blocks(programme)),
        ("lightbulbs", _(WHAT_WE_SEE), _lightbulb_blocks(programme)),
        ("back", _(COMING_BACK), _topic_blocks(programme)),
        ("map", _(WHOSE_SHOES), _map_blocks(programme)),
        ("about", _(ABOUT), _about_blocks(programme)),
    )
    sections = ((name, title, tuple(blocks)) for name, title, blocks in made)
    return SessionReport(
        one_line(programme.name),
        (days_told(programme), count_sessions(programme.sessions))
        + (figures_told(figures) if figures else ()),
        (),
        "",
        tuple(ReportSection(*one) for one in sections if one[2]),
        "",
    )


def days_told(programme: Programme) -> str:
    """From which day to which."""
    first, last = full_day(programme.first), full_day(programme.last)
    return first if first == last else _("{first} to {last}", first=first, last=last)


def figures_told(figures: Figures) -> tuple[str, ...]:
    """The counts, a phrase each, without that of the sessions."""
    return (
        count_people(figures.people),
        count_turns(figures.turns),
        count_lightbulbs(figures.lightbulbs),
        count_pledges(figures.pledges),
    )


def row_name(row: FiguresRow, span: Span) -> str:
    """The time or the place of a row."""
    if row.day is not None:
        if span == "day":
            return full_day(row.day)
        return month_and_year(row.day) if span == "month" else str(row.day.year)
    return _(TOGETHER) if row.place is None else row.place or _(NO_PLACE)


def state_told(state: str) -> str:
    """Where pledges stand."""
    return _(PLEDGE_STATES[state])


def caveats(programme: Programme) -> Iterator[str]:
    """What to know before one trusts or passes on the numbers, a sentence each."""
    if programme.figures is None:
        yield _(
            "Fewer than {few} people came at a time. Their numbers are not shown, so that nobody "
            "is recognised by them.",
            few=FEW,
        )
    else:
        yield _("Somebody who came more than once is counted each time.")
        if programme.left_out:
            yield many(
                "{count} session with fewer than {few} people is in none of the numbers, so that "
                "nobody is recognised by them.",
                "{count} sessions with fewer than {few} people are in none of the numbers, so "
                "that nobody is recognised by them.",
                programme.left_out,
                few=FEW,
            )
        if any(row.place is None and row.day is None for row in _all_rows(programme)):
            yield _(
                "Groups of fewer than {few} people are added up with others, so that nobody is "
                "recognised by their numbers.",
                few=FEW,
            )
    if programme.without_consent:
        yield many(
            "In {count} session not everybody had agreed to how the words are kept.",
            "In {count} sessions not everybody had agreed to how the words are kept.",
            programme.without_consent,
        )
    if programme.damaged:
        yield many(
            "{count} session is damaged, and nothing of it is here.",
            "{count} sessions are damaged, and nothing of them is here.",
            programme.damaged,
        )


def _all_rows(programme: Programme) -> Iterator[FiguresRow]:
    yield from programme.over_time
    yield from programme.by_place


def _time_blocks(programme: Programme) -> Iterator[ReportBlock]:
    if programme.over_time:
        yield _table(programme.over_time, programme.span, _(OVER_TIME))


def _place_blocks(programme: Programme) -> Iterator[ReportBlock]:
    if len(programme.by_place) > 1:
        yield _table(programme.by_place, programme.span, _(BY_PLACE))


def _table(rows: Sequence[FiguresRow], span: Span, caption: str) -> DataTable:
    heads = (
        "",
        _(SESSIONS_HEAD),
        _(PEOPLE_HEAD),
        _(LIGHTBULBS),
        _(PLEDGES),
        _("Pledges kept"),
    )
    cells = (
        (
            one_line(row_name(row, span)),
            *(
                str(number)
                for number in (
                    row.figures.sessions,
                    row.figures.people,
                    row.figures.lightbulbs,
                    row.figures.pledges,
                    row.figures.kept,
                )
            ),
        )
        for row in rows
    )
    return DataTable(heads, tuple(cells), caption, numbers=True)


def _pledge_blocks(programme: Programme) -> Iterator[ReportBlock]:
    if programme.pledges:
        rows = tuple((state_told(state), str(count)) for state, count in programme.pledges.items())
        yield DataTable(("", _(PLEDGES)), rows, _(PLEDGES), numbers=True)
    if programme.stuck:
        yield Subheading(_(STILL_STUCK))
        yield Points(tuple(shared_text(one) for one in programme.stuck))


def _lightbulb_blocks(programme: Programme) -> Iterator[ReportBlock]:
    for one in programme.lightbulbs:
        bulb = as_shared(one.record)
        if isinstance(bulb, Lightbulb):
            where = in_shoes(one.shoes.name) if one.shoes else ""
            yield Quotation(halves(bulb), where, one.shoes)


def _topic_blocks(programme: Programme) -> Iterator[ReportBlock]:
    if programme.coming_back:
        yield Statement(_("Put into the car park in more than one session:"))
        yield Points(tuple(topic_told(one, shared_text(one)) for one in programme.coming_back))


def shared_text(words: ProgrammeWords) -> str:
    """The words as they were put right for sharing."""
    return words_told(as_shared(words.record))


def words_told(record: SpokenRecord) -> str:
    """The words of a record; a pledge with its condition as one sentence."""
    if isinstance(record, Pledge):
        return pledge_sentence(record.condition, record.text)
    return text_of(record)


def topic_told(words: ProgrammeWords, text: str) -> str:
    """A topic, and in how many sessions it came up where they are several."""
    if words.sessions == 1:
        return text
    return f"{text} ({count_sessions(words.sessions)})"


def _map_blocks(programme: Programme) -> Iterator[ReportBlock]:
    found = [one for one in programme.coverage if any(row.stood for row in one.rows)]
    for one in found:
        if len(found) > 1:
            yield Subheading(one_line(one.deck.title))
        yield replace(shoes_map(one, marked=False), stood="")  # with many decks all shoes, mostly


def _about_blocks(programme: Programme) -> Iterator[ReportBlock]:
    told = [*caveats(programme)]
    if not programme.without_consent:
        told.append(_("In every session everybody had agreed to how the words are kept."))
    told.append(
        _(
            "Only words that somebody has looked through and found to be for sharing are on this "
            "page, without names, days and places."
        )
    )
    yield Points(tuple(told))
