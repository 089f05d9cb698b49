"""One session at a glance, as plain text: made for looking together, so it names no silent seat."""

from __future__ import annotations

from collections.abc import Sequence

from wshoes_tui.cli.options import Given
from wshoes_tui.cli.out import as_json, cells, day, line, many, moment, pad, paragraph, width
from wshoes_tui.cli.reading import SHORT, load, sessions_of, status_of
from wshoes_tui.domain import summary
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Lightbulb, Pledge, Session
from wshoes_tui.domain.summary import BeforeAfter, Coverage
from wshoes_tui.domain.text import one_line

MOST_MARKS = 3
"""So many times are drawn one by one; more are written as a number."""


def show(given: Given, reference: str) -> int:
    """The summary of a session."""
    with sessions_of(given) as store:
        session, damage = load(store, reference)
    if given.json:
        as_json(as_data(session))
    else:
        _head(session)
        _coverage(summary.coverage(session))
        _lightbulbs(session)
        _pledges(session.pledges)
        _list("Car park", [topic.text for topic in session.car_park])
        _swaps(session)
        _before_after(summary.before_after(session))
    return status_of([damage])


def _head(session: Session) -> None:
    header, glance = session.header, summary.glance(session)
    paragraph(header.title or "A session without a title")
    state = f"closed {day(header.closed.astimezone())}" if header.closed else "not closed yet"
    line(f"{session.id[:SHORT]}, begun {moment(header.created)}, {state}")
    if header.programme:
        paragraph(f"Programme: {header.programme}")
    passed = f" ({glance.passed} passed)" if glance.passed else ""
    line(
        f"{many(glance.people, 'person', 'people')}, {many(glance.turns, 'turn')}{passed}, "
        f"{many(glance.responses, 'response')}, {many(glance.minutes, 'minute')}"
    )
    line(
        f"{many(glance.lightbulbs, 'lightbulb')}, {many(glance.pledges, 'pledge')}, "
        f"{glance.parked} in the car park"
    )


def _coverage(coverage: Coverage) -> None:
    if not coverage.rows:
        return
    line("\nWhose shoes, on what")
    names = [worn(row.shoes) for row in coverage.rows]
    start = 2 + max(map(cells, names))
    marks = [[_mark(times) for times in row.times] for row in coverage.rows]
    wide = 1 + max(2, *(cells(mark) for row in marks for mark in row)) if coverage.themes else 1
    at_once = max(1, (min(width(), 80) - start - 2) // wide)
    for begin in range(0, len(coverage.themes), at_once):
        numbers = range(begin, min(begin + at_once, len(coverage.themes)))
        line("  " + " " * start + "".join(pad(str(n + 1), wide) for n in numbers).rstrip())
        for name, row in zip(names, marks, strict=True):
            line(f"  {pad(name, start)}" + "".join(pad(row[n], wide) for n in numbers).rstrip())
    themes = [f"{n} {one_line(theme.title)}" for n, theme in enumerate(coverage.themes, 1)]
    paragraph(", ".join(themes), "  ")
    line("  o somebody stood here, . nobody yet")
    if coverage.never:
        never = ", ".join(one_line(shoes.name) for shoes in coverage.never)
        paragraph(f"Nobody has stood in: {never}", "  ")
    untouched = _untouched(coverage)
    if untouched:
        paragraph(f"Nothing was said about: {', '.join(untouched)}", "  ")


def _untouched(coverage: Coverage) -> list[str]:
    return [
        one_line(theme.title)
        for n, theme in enumerate(coverage.themes)
        if not any(row.times[n] for row in coverage.rows)
    ]


def _mark(times: int) -> str:
    return "o" * times if 0 < times <= MOST_MARKS else f"{times}o" if times else "."


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
        by_when = f"by {day(pledge.by_when)}" if pledge.by_when else "no date yet"
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
        line(f"\n{title}")
    for text in texts:
        paragraph(text, "  - ")


def as_data(session: Session) -> dict[str, object]:
    """The summary for scripts. The responses themselves are in the JSON export."""
    header, coverage = session.header, summary.coverage(session)
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
                "shoes": row.shoes.id,
                "name": row.shoes.name,
                "stood": row.stood,
                "themes": dict(zip((t.key for t in coverage.themes), row.times, strict=True)),
            }
            for row in coverage.rows
        ],
        "lightbulbs": session.lightbulbs,
        "pledges": session.pledges,
        "car_park": session.car_park,
        "before_after": [
            {"shoes": row.shoes.id, "before": row.before, "after": row.after, "few": row.few}
            for row in summary.before_after(session)
        ],
    }
