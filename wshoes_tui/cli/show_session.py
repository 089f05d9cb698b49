"""Report of the command ``show``: one session at a glance. It names no seat that was silent."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from wshoes_tui.cli.console import (
    format_day,
    format_moment,
    many,
    output_width,
    write_json,
    write_line,
    write_paragraph,
)
from wshoes_tui.cli.options import GivenOptions
from wshoes_tui.cli.stored_sessions import SHORT, load, sessions_of, status_of
from wshoes_tui.domain import summary
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.pledges import as_told
from wshoes_tui.domain.summary import BeforeAfter, Coverage
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow import blocks, summary_flow
from wshoes_tui.flow.coverage_map import ASCII, Glyphs, glyphs_for, map_rows, plain_rows
from wshoes_tui.flow.labels import details_of_pledge, words_of_pledge
from wshoes_tui.locale.phrases import NOT_AGREED, WHOSE_SHOES
from wshoes_tui.terminal.capabilities import LEAST_WIDTH, terminal_of

INDENT = "  "


def show_session(given: GivenOptions, reference: str) -> int:
    with sessions_of(given) as store:
        session, damage = load(store, reference)
    if given.json:
        write_json(as_data(session))
    else:
        write_summary(session, given)
    return status_of([damage])


TITLES = {
    "swaps": "Seen from two sides",
    "numbers": "How well we understand, 0 to 10, before and after (the middle number)",
}
"""Titles of parts of the summary that are others than on the screens."""
LEFT_OUT = ("said", "feedback")
"""Parts of the summary that hold people's own words: those are for the export."""


def write_summary(session: Session, given: GivenOptions) -> None:
    """Write the counts, then the parts of the summary that have something, each with its title."""
    _head(session)
    for part in summary_flow.PARTS:
        points: list[str] = []
        for block in part.blocks(session) if part.id not in LEFT_OUT else ():
            if isinstance(block, blocks.MapBlock):
                _coverage(block.covered, given)
            else:
                points += _points(block)
        if points:
            write_line(f"\n{TITLES.get(part.id, part.title)}")
        for point in points:
            write_paragraph(point, "  - ")


def _head(session: Session) -> None:
    header, glance = session.header, summary.glance(session)
    write_paragraph(header.title or "A session without a title")
    state = (
        f"closed {format_day(header.closed.astimezone())}" if header.closed else "not closed yet"
    )
    write_line(f"{session.id[:SHORT]}, begun {format_moment(header.created)}, {state}")
    if header.programme:
        write_paragraph(f"Programme: {header.programme}")
    passed = f" ({glance.passed} passed)" if glance.passed else ""
    write_line(
        f"{many(glance.people, 'person', 'people')}, {many(glance.turns, 'turn')}{passed}, "
        f"{many(glance.responses, 'response')}, {many(glance.minutes, 'minute')}"
    )
    write_line(
        f"{many(glance.lightbulbs, 'lightbulb')}, {many(glance.pledges, 'pledge')}, "
        f"{glance.parked} in the car park"
    )
    if summary.lacks_consent(session):
        write_paragraph(NOT_AGREED)


def _coverage(covered: Sequence[Coverage], given: GivenOptions) -> None:
    if not covered:
        return
    write_line(f"\n{WHOSE_SHOES}")
    if given.settings.plain:
        _in_words(covered)
        return
    rows = map_rows(covered, max(LEAST_WIDTH, output_width()) - len(INDENT), _glyphs(given))
    for row in plain_rows(rows):
        write_line(f"{INDENT}{row}".rstrip())
    write_line()
    for of_deck in covered:
        before = f"{one_line(of_deck.deck.title)}: " if len(covered) > 1 else ""
        _gaps(of_deck, before)


def _glyphs(given: GivenOptions) -> Glyphs:
    glyphs = glyphs_for(terminal_of(given.settings, speed=0))
    try:
        "".join((glyphs.dot, glyphs.corner)).encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return ASCII
    return glyphs


def _in_words(covered: Sequence[Coverage]) -> None:
    """The map for a screen reader: what there is, with numbers, and the gaps."""
    for of_deck in covered:
        if len(covered) > 1:
            write_paragraph(of_deck.deck.title, INDENT)
        for row in of_deck.rows:
            on = [
                f"{one_line(theme.title)} {times}"
                for theme, times in zip(of_deck.themes, row.times, strict=True)
                if times
            ]
            if row.stood:
                told = f"{worn(row.shoes)}, {many(row.stood, 'time')}"
                write_paragraph(f"{told}: {', '.join(on)}" if on else told, INDENT)
        _gaps(of_deck, "")


def _gaps(covered: Coverage, before: str) -> None:
    if covered.never:
        never = ", ".join(worn(shoes) for shoes in covered.never)
        write_paragraph(f"{before}Nobody has stood in: {never}", INDENT)
    if covered.untouched:
        untouched = ", ".join(one_line(theme.title) for theme in covered.untouched)
        write_paragraph(f"{before}Nothing was said about: {untouched}", INDENT)


def worn(shoes: Shoes) -> str:
    """Shoes with their letter: "[P] The person going home"."""
    return one_line(f"[{shoes.mark}] {shoes.name}")


def _points(block: blocks.Block) -> Iterator[str]:
    """The points of a list that a block comes to."""
    match block:
        case blocks.LightbulbBlock():
            yield _bulb(block)
        case blocks.PledgeBlock():
            pledge = block.pledge
            by_when = f"by {format_day(pledge.by_when)}" if pledge.by_when else "no date yet"
            told = (pledge.owner or "nobody yet", by_when, *details_of_pledge(pledge))
            state = "open" if pledge.state == "open" else ""
            yield f"{words_of_pledge(pledge)} ({', '.join(filter(None, (*told, state)))})"
        case blocks.SwapBlock():
            first, then = (worn(shoes) for shoes, _words in block.sides)
            yield f"{block.title}: {first}, then {then}"
        case blocks.BeforeAfterBlock():
            yield from (f"{worn(row.shoes)}: {_numbers(row)}" for row in block.rows)
        case blocks.TextBlock() if block.text:
            yield block.on_screen


def _bulb(block: blocks.LightbulbBlock) -> str:
    bulb, where = block.bulb, ""
    halves = [
        f"I used to think: {bulb.used_to_think}" if bulb.used_to_think.strip() else "",
        f"Now I see: {bulb.now_see}" if bulb.now_see.strip() else "",
    ]
    if block.shoes is not None:
        where = f" (turn {block.turn}, {worn(block.shoes)})"
    return " / ".join(half for half in halves if half) + where


def _numbers(row: BeforeAfter) -> str:
    before, after = ("-" if n is None else f"{n:g}" for n in (row.before, row.after))
    few = ", from few people: a hint, no more" if row.few else f", from {row.people} people"
    return f"{before} before, {after} after{few}"


def as_data(session: Session) -> dict[str, object]:
    """The summary for scripts. The responses themselves are in the JSON export."""
    header = session.header
    return {
        "id": session.id,
        "title": header.title,
        "kind": header.kind,
        "state": header.state,
        "created": header.created,
        "closed": header.closed,
        "programme": header.programme,
        "glance": summary.glance(session),
        "coverage": [
            {
                "deck": of_deck.deck.id,
                "shoes": row.shoes.id,
                "mark": row.shoes.mark,
                "name": row.shoes.name,
                "stood": row.stood,
                "themes": {
                    theme.key: times
                    for theme, times, offered in zip(
                        of_deck.themes, row.times, row.offered, strict=True
                    )
                    if times or offered
                },
            }
            for of_deck in summary.coverage(session)
            for row in of_deck.rows
        ],
        "lightbulbs": session.lightbulbs,
        "pledges": session.pledges,
        "pledges_from_before": [
            {
                "id": kept.pledge.id,
                "session": kept.session,
                "text": kept.text,
                "state": kept.state,
                "history": kept.history,
            }
            for kept in as_told(session)
        ],
        "car_park": session.car_park,
        "before_after": [
            {
                "deck": row.deck.id,
                "shoes": row.shoes.id,
                "before": row.before,
                "after": row.after,
                "few": row.few,
            }
            for row in summary.before_after(session)
        ],
    }
