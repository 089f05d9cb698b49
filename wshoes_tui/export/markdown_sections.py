"""Sections of the Markdown page: lightbulbs, pledges, coverage, numbers, closing, small print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta, tzinfo

from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.models import FeedbackKind, Lightbulb, Pledge, PledgeNote, Session
from wshoes_tui.domain.summary import FEW, Coverage, CoverageRow, before_after, coverage
from wshoes_tui.export.markdown_escape import (
    all_of,
    inline,
    lines,
    none_of,
    point,
    quoted,
    shoes_name,
)
from wshoes_tui.export.redact import withheld
from wshoes_tui.limits import LONGEST_RETENTION
from wshoes_tui.locale import N_, _, many
from wshoes_tui.locale.phrases import BEFORE_AND_AFTER, PLEDGE_STATES, WHOSE_SHOES, by_day, full_day

NEVER = "·"


def coverage_map(session: Session) -> Iterator[str]:
    """Whose shoes, on what, deck by deck: first what there is, as a table, then the gaps."""
    found = coverage(session)
    if not any(row.stood for one in found for row in one.rows):
        return
    yield "## " + _(WHOSE_SHOES)
    for one in found:
        if len(found) > 1:
            yield f"### {inline(one.deck.title)}"
        yield from _of_deck(session, one)


def _of_deck(session: Session, found: Coverage) -> Iterator[str]:
    worn = [row for row in found.rows if row.stood]
    met = [n for n, touched in enumerate(found.touched) if touched]
    if worn:
        names = [shoes_name(session, row.shoes) for row in worn]
        yield _("We stood in the shoes of {names}.", names=all_of(names))
    if met:
        titles = [inline(found.themes[n].title) for n in met]
        rows = [
            [shoes_name(session, row.shoes), *(_times(row, n) for n in met)]
            for row in worn
            if any(row.times)  # an own card is on no theme
        ]
        yield _("How often, theme by theme:")
        yield table(["", *titles], rows)
    yield from _gaps(
        [shoes_name(session, shoes) for shoes in found.never],
        [inline(theme.title) for theme in found.untouched],
    )


def _times(row: CoverageRow, theme: int) -> str:
    if row.times[theme]:
        return str(row.times[theme])
    return NEVER if row.offered[theme] else ""


def _gaps(shoes: Sequence[str], themes: Sequence[str]) -> Iterator[str]:
    if shoes:
        yield _("Nobody has stood yet in the shoes of {names}.", names=none_of(shoes))
    if themes:
        yield _("Not talked about yet: {names}.", names=all_of(themes))
    if not shoes and not themes:
        yield _("We stood in all the shoes, and talked about every theme.")


def before_and_after(session: Session) -> Iterator[str]:
    """The middle of the numbers before and after, where enough people gave them."""
    found = before_after(session)
    if not found:
        return
    yield "## " + _(BEFORE_AND_AFTER)
    yield _(
        "How well do I understand what life is like in these shoes? "
        "From 0, not at all, to 10, very well."
    )
    enough = [one for one in found if not one.few]
    if enough:
        rows = [
            [
                shoes_name(session, one.shoes),
                _number(one.before),
                _number(one.after),
                str(one.people),
            ]
            for one in enough
        ]
        yield table(["", _("before"), _("after"), _("people")], rows)
        yield _(
            "These are the middle numbers of a small group on one day: "
            "a reason to talk, not a measurement."
        )
    few = [shoes_name(session, one.shoes) for one in found if one.few]
    if few:
        yield _(
            "Fewer than {few} people gave a number both times for {names}. So few numbers "
            "say more about the people than about the shoes, so they are not shown.",
            few=FEW,
            names=all_of(few),
        )


def _number(value: float | None) -> str:
    return NEVER if value is None else f"{value:g}"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose columns also line up in plain text; all cells are escaped already."""
    widths = [max(3, *map(len, column)) for column in zip(heads, *rows, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    body = [
        [row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]
        for row in (heads, rule, *rows)
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in body)


HORIZONS = {
    "now": N_("Can be done now."),
    "plan": N_("Needs a plan."),
    "others": N_("Needs others."),
}
QUESTIONS: dict[FeedbackKind, str] = {
    "checkout": N_("One line each"),
    "valued": N_("Was I valued?"),
    "heard": N_("Was I heard?"),
    "safe": N_("Was it safe?"),
    "change": N_("What would I change?"),
}
"""The questions of the closing round, strengths before wishes."""


def lightbulbs(session: Session) -> Iterator[str]:
    """The moments when someone saw it from another's side."""
    if session.lightbulbs:
        yield "## " + _("What we see differently now")
        yield from (_lightbulb(session, bulb) for bulb in session.lightbulbs)


def _lightbulb(session: Session, bulb: Lightbulb) -> str:
    halves = (
        (_("I used to think:"), bulb.used_to_think),
        (_("Now I see:"), bulb.now_see),
    )
    turn = next((turn for turn in session.turns if turn.id == bulb.turn), None)
    where = ""
    if turn is not None and bulb.shoes:
        name = shoes_name(session, session.shoes_of(turn, bulb.shoes))
        where = _("in the shoes of: {name}", name=name)
    body: list[str] = []
    for label, text in halves:
        if text.strip():
            first, *more = lines(text)
            body += [*([""] if body else []), f"{label} {first}", *more]
    return quoted(body, by=where)


def pledges(session: Session) -> Iterator[str]:
    """What was promised, by whom and by when."""
    if session.pledges:
        yield "## " + _("What we will do")
        yield from (_pledge(pledge) for pledge in session.pledges)


def _pledge(pledge: Pledge) -> str:
    owner = inline(pledge.owner) or _("Owner still to be found")
    until = by_day(full_day(pledge.by_when)) if pledge.by_when else _("no day set yet")
    body = [*lines(pledge.text), "", f"{owner}, {until}. {_(HORIZONS[pledge.horizon])}"]
    for note in pledge.history:
        if note.state != "open" or note.note.strip():
            body += ["", _note(note)]
    return point(body)


def _note(note: PledgeNote) -> str:
    said = f"{full_day(note.on)}: {_(PLEDGE_STATES[note.state])}"
    return f"{said}. {inline(note.note)}" if note.note.strip() else f"{said}."


def car_park(session: Session) -> Iterator[str]:
    """What deserves time later."""
    if session.car_park:
        yield "## " + _("For another time")
        yield "\n".join(point(lines(topic.text)) for topic in session.car_park)


def closing_words(session: Session) -> Iterator[str]:
    """The closing round, question by question."""
    if session.feedback:
        yield "## " + _("Closing words")
    for kind, question in QUESTIONS.items():
        words = [one for one in session.feedback if one.kind == kind]
        if words:
            yield f"### {_(question)}"
        for one in words:
            seat = session.seat(one.seat)
            yield quoted(lines(one.text), by=inline(seat.label) if seat else "")


def colophon(session: Session, zone: tzinfo | None) -> Iterator[str]:
    """What is not on the page, how long it may be kept, and whose cards these are."""
    yield "## " + _("About this page")
    yield "\n".join(f"- {line}" for line in (*_kept_back(session), *_cautions(session, zone)))
    decks = [_deck(played.deck) for played in session.decks]
    if decks:
        yield _("Cards from {decks}.", decks=all_of(decks))


def _kept_back(session: Session) -> Iterator[str]:
    count = Counter(one.kind for one in withheld(session))
    if damaged := count["damaged"]:
        yield many(
            "{count} record is damaged on the disk. It is missing here, or may not be right.",
            "{count} records are damaged on the disk. They are missing here, or may not be right.",
            damaged,
        )
    if kept := count["response"]:
        yield many(
            "{count} response is not on this page: it was kept back by choice.",
            "{count} responses are not on this page: they were kept back by choice.",
            kept,
        )
    if unsaid := count["draft"]:
        yield many(
            "{count} text is not on this page: it was not handed in.",
            "{count} texts are not on this page: they were not handed in.",
            unsaid,
        )
    if not count:
        yield _("Everything that was written down as said is on this page.")


def _cautions(session: Session, zone: tzinfo | None) -> Iterator[str]:
    header = session.header
    if not any(said.seat and said.visibility == "named" for said in session.responses):
        yield _("What was said stands here with the shoes it was said in, and without names.")
        if header.kind == "group" and len(session.seats) < FEW:
            yield _(
                "With so few people, words may be recognised even without a name. "
                "Ask everybody before you pass this page on."
            )
    if header.consented and header.retention_days <= LONGEST_RETENTION:
        kept_from = (header.closed or header.created).astimezone(zone).date()
        until = full_day(kept_from + timedelta(days=header.retention_days))
        yield _(
            "We agreed to keep these words until {day}. Please let your copy go then, too.",
            day=until,
        )


def _deck(deck: Deck) -> str:
    credit = [_("revision {number}", number=deck.revision), inline(", ".join(deck.authors))]
    credit.append(inline(deck.licence))
    return f"{inline(deck.title)} ({', '.join(filter(None, credit))})"
