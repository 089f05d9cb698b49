"""Report of the command ``show``: one session at a glance. It names no seat that was silent."""

from __future__ import annotations

import sys
from collections.abc import Sequence

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
from wshoes_tui.domain.models import Lightbulb, Pledge, Session
from wshoes_tui.domain.summary import BeforeAfter, Coverage
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow.coverage_map import ASCII, Glyphs, glyphs_for, map_rows, plain_rows
from wshoes_tui.locale.phrases import WHOSE_SHOES
from wshoes_tui.terminal.capabilities import LEAST_WIDTH, terminal_of

INDENT = "  "


def show_session(given: GivenOptions, reference: str) -> int:
    """The summary of a session."""
    with sessions_of(given) as store:
        session, damage = load(store, reference)
    if given.json:
        write_json(as_data(session))
    else:
        _head(session)
        _coverage(summary.coverage(session), given)
        _lightbulbs(session)
        _pledges(session.pledges)
        _list("Car park", [topic.text for topic in session.car_park])
        _swaps(session)
        _before_after(summary.before_after(session))
    return status_of([damage])


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


def _lightbulbs(session: Session) -> None:
    _list("Lightbulbs", [_bulb(session, bulb) for bulb in session.lightbulbs])


def _bulb(session: Session, bulb: Lightbulb) -> str:
    turn = next((turn for turn in session.turns if turn.id == bulb.turn), None)
    halves = [
        f"I used to think: {bulb.used_to_think}" if bulb.used_to_think.strip() else "",
        f"Now I see: {bulb.now_see}" if bulb.now_see.strip() else "",
    ]
    where = f" (turn {turn.number}, {worn(session.shoes_of(turn, bulb.shoes))})" if turn else ""
    return " / ".join(half for half in halves if half) + where


def _pledges(pledges: Sequence[Pledge]) -> None:
    rows = []
    for pledge in pledges:
        by_when = f"by {format_day(pledge.by_when)}" if pledge.by_when else "no date yet"
        rows.append(f"{pledge.text} ({pledge.owner or 'nobody yet'}, {by_when}, {pledge.state})")
    _list("Pledges", rows)


def _swaps(session: Session) -> None:
    rows = [
        f"{pair.title}: {worn(session.shoes_of(pair.first))}, then "
        f"{worn(session.shoes_of(pair.then))}"
        for pair in summary.swaps(session)
    ]
    _list("Seen from two sides", rows)


def _before_after(rows: Sequence[BeforeAfter]) -> None:
    _list(
        "How well we understand, 0 to 10, before and after (the middle number)",
        [f"{worn(row.shoes)}: {_numbers(row)}" for row in rows],
    )


def _numbers(row: BeforeAfter) -> str:
    before = "-" if row.before is None else f"{row.before:g}"
    after = "-" if row.after is None else f"{row.after:g}"
    few = ", from few people: a hint, no more" if row.few else f", from {row.people} people"
    return f"{before} before, {after} after{few}"


def _list(title: str, texts: Sequence[str]) -> None:
    if texts:
        write_line(f"\n{title}")
    for text in texts:
        write_paragraph(text, "  - ")


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
