"""Report of the command ``show``: one session at a glance. It names no seat that was silent."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from wshoes_tui.cli.console import (
    buffered_output,
    counted,
    format_day,
    format_moment,
    output_width,
    write_json,
    write_line,
    write_paragraph,
)
from wshoes_tui.cli.options import NO_AGENDA, GivenOptions, UsageError
from wshoes_tui.cli.stored_sessions import SHORT, load_to_show, status_of
from wshoes_tui.domain import summary
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.handlers.review_handler import as_shared, is_shareable
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.pledges import as_told
from wshoes_tui.domain.summary import BeforeAfter, Coverage
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import replace
from wshoes_tui.flow import blocks, summary_flow
from wshoes_tui.flow.coverage_map import map_rows, plain_rows
from wshoes_tui.flow.labels import details_of_pledge, owner_and_day, words_of_pledge
from wshoes_tui.flow.map_signs import ASCII, Glyphs, glyphs_for
from wshoes_tui.flow.summary_rows import drawn_rows, path_told, scale_row
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import (
    CANDIDATE,
    CAUSE,
    FEW_PEOPLE,
    NOT_AGREED,
    WHOSE_SHOES,
)
from wshoes_tui.sessions.bootstrap import open_deck_library
from wshoes_tui.terminal.capabilities import LEAST_WIDTH, terminal_of

INDENT = "  "


def show_session(given: GivenOptions, reference: str) -> int:
    session, damage = load_to_show(given, reference)
    if given.json:
        write_json(as_data(session))
    else:
        with buffered_output():
            write_summary(session, given)
    return status_of([damage])


def show_by_agenda(given: GivenOptions, reference: str, name: str) -> int:
    """The map of a session by the agendas that its decks name, those whose name holds that."""
    session, damage = load_to_show(given, reference)
    if given.json:
        raise UsageError(_("--json is for the whole summary."), todo=_(NO_AGENDA))
    frameworks = open_deck_library(given.settings).frameworks()
    for block in summary_flow.agenda_part(frameworks, name).blocks(session):
        if isinstance(block, blocks.MapBlock):
            _map(block.covered, glyphs_of(given))
        elif isinstance(block, blocks.TextBlock):
            write_paragraph(f"\n{block.text}")
    return status_of([damage])


TITLES = {
    "swaps": N_("Seen from two sides"),
    "numbers": N_("How well we understand, 0 to 10, before and after (the middle number)"),
}
"""Titles of parts of the summary that are others than on the screens."""
LEFT_OUT = ("said",)
"""The part that holds all that was said: that is for the export."""


def write_summary(session: Session, given: GivenOptions) -> None:
    """Write the counts, then the parts of the summary that have something, each with its title.

    Of what was said it shows only what may be shared: output may be piped anywhere.
    """
    _head(session)
    shared = shareable_words(session)
    hidden = many_words(session) - many_words(shared)
    glyphs = glyphs_of(given)
    for part in (one for one in summary_flow.PARTS if one.id not in LEFT_OUT):
        titled = False
        for block in part.blocks(shared if part.id in WITH_WORDS else session):
            if isinstance(block, blocks.MapBlock):
                _coverage(block.covered, glyphs)
                continue
            if not titled:
                write_line(f"\n{_(TITLES.get(part.id, part.title))}")
                titled = True
            _block(block, glyphs)
    if hidden:
        write_line()
        told = counted(hidden, "response or closing word")
        write_paragraph(
            _(
                "Not shown here: {told} that nobody has looked through, or that were kept back. "
                "Look through them with: wshoes review {id}",
                told=told,
                id=session.id[:SHORT],
            )
        )


WITH_WORDS = ("evidence", "agreed", "lightbulbs", "swaps", "feedback")
"""The parts in which words stand that were said on a turn or in the closing round."""


def shareable_words(session: Session) -> Session:
    """The session without responses and closing words that may not be shared.

    Of evidence that may not be shared it stays known that there is some: its text is empty.
    """
    evidence = tuple(
        as_shared(one) if is_shareable(one) else replace(one, text="") for one in session.evidence
    )
    responses, feedback = (
        tuple(as_shared(one) for one in found if is_shareable(one))
        for found in (session.responses, session.feedback)
    )
    return replace(session, responses=responses, evidence=evidence, feedback=feedback)


def many_words(session: Session) -> int:
    """How many responses, pieces of evidence and closing words there are."""
    evidence = sum(bool(one.text) for one in session.evidence)
    return len(session.responses) + evidence + len(session.feedback)


def _block(block: blocks.Block, glyphs: Glyphs | None) -> None:
    """A block as it is drawn, or as points of a list; without ``glyphs`` in plain words."""
    if isinstance(block, blocks.TextBlock) and block.word == "Summary":
        write_paragraph(block.on_screen, INDENT)
        return
    if isinstance(block, blocks.BeforeAfterBlock):
        for row in block.rows:
            write_paragraph(f"{worn(row.shoes)}: {_numbers(row)}", "  - ")
            if glyphs is not None:
                write_line(f"    {plain_rows([scale_row(row, glyphs)])[0]}")
        return
    width = max(LEAST_WIDTH, output_width()) - len(INDENT)
    rows = None if glyphs is None else drawn_rows(block, width, glyphs)
    for text in plain_rows(list(rows or ())):
        write_line(f"{INDENT}{text}".rstrip())
    for point in _points(block) if rows is None else ():
        write_paragraph(point, "  - ")


def _head(session: Session) -> None:
    header, glance = session.header, summary.glance(session)
    write_paragraph(header.title or _("A session without a title"))
    closed = header.closed and _("closed {closed}", closed=format_day(header.closed.astimezone()))
    begun = _("begun {created}", created=format_moment(header.created))
    write_line(", ".join((session.id[:SHORT], begun, closed or _("not closed yet"))))
    if header.programme:
        belongs = ", ".join(filter(None, (header.programme, header.place)))
        write_paragraph(_("Programme: {programme}", programme=belongs))
    if header.typed_up:
        write_line(_("Typed up from paper."))
    if (candidate := session.candidate) is not None:
        write_paragraph(f"{_(CANDIDATE)}: {one_line(candidate.label)}")
    passed = " " + _("({passed} passed)", passed=glance.passed) if glance.passed else ""
    write_line(
        f"{counted(glance.people, 'person')}, {counted(glance.turns, 'turn')}{passed}, "
        f"{counted(glance.responses, 'response')}, {counted(glance.minutes, 'minute')}"
    )
    write_line(
        _(
            "{lightbulbs}, {pledges}, {parked} in the car park",
            lightbulbs=counted(glance.lightbulbs, "lightbulb"),
            pledges=counted(glance.pledges, "pledge"),
            parked=glance.parked,
        )
    )
    if summary.lacks_consent(session):
        write_paragraph(_(NOT_AGREED))


def _coverage(covered: Sequence[Coverage], glyphs: Glyphs | None) -> None:
    if not covered:
        return
    write_line(f"\n{_(WHOSE_SHOES)}")
    _map(covered, glyphs)


def _map(covered: Sequence[Coverage], glyphs: Glyphs | None) -> None:
    if glyphs is None:
        _in_words(covered)
        return
    rows = map_rows(covered, max(LEAST_WIDTH, output_width()) - len(INDENT), glyphs)
    for row in plain_rows(rows):
        write_line(f"{INDENT}{row}".rstrip())
    write_line()
    for of_deck in covered:
        before = f"{one_line(of_deck.deck.title)}: " if len(covered) > 1 else ""
        _gaps(of_deck, before)


def glyphs_of(given: GivenOptions) -> Glyphs | None:
    """The characters of what is drawn; None where all is told in plain words."""
    return None if given.settings.plain else map_glyphs(given)


def map_glyphs(given: GivenOptions) -> Glyphs:
    """The characters of the map that standard output can show."""
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
                told = f"{worn(row.shoes)}, {counted(row.stood, 'time')}"
                write_paragraph(f"{told}: {', '.join(on)}" if on else told, INDENT)
        _gaps(of_deck, "")


def _gaps(covered: Coverage, before: str) -> None:
    if covered.never:
        never = ", ".join(worn(shoes) for shoes in covered.never)
        write_paragraph(before + _("Nobody has stood in: {never}", never=never), INDENT)
    if covered.untouched:
        untouched = ", ".join(one_line(theme.title) for theme in covered.untouched)
        write_paragraph(
            before + _("Nothing was said about: {untouched}", untouched=untouched),
            INDENT,
        )


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
            about = [*owner_and_day(pledge), *details_of_pledge(pledge)]
            known = f". {block.origin}" if block.origin else ""
            yield f"{words_of_pledge(pledge)} ({', '.join(about)}){known}"
        case blocks.PathBlock():
            for step in block.steps:
                told = "".join(f", {one}" for one in path_told(step, alone=block.alone))
                yield f"{step.number}: {worn(step.shoes)}, {one_line(step.card)}{told}"
        case blocks.SwapBlock():
            first, then = (worn(shoes) for shoes, _said in block.sides)
            yield _("{title}: {first}, then {then}", title=block.title, first=first, then=then)
            for shoes, all_said in block.sides:
                yield from (f"{worn(shoes)}: {said.response.text}" for said in all_said)
        case blocks.TextBlock() if block.text:
            yield block.on_screen


def _bulb(block: blocks.LightbulbBlock) -> str:
    used, now, where = block.bulb.used_to_think, block.bulb.now_see, ""
    halves = [
        f"{_(CAUSE)} {block.cause.response.text}" if block.cause is not None else "",
        _("I used to think: {used_to_think}", used_to_think=used) if used.strip() else "",
        _("Now I see: {now_see}", now_see=now) if now.strip() else "",
    ]
    if block.shoes is not None:
        where = " " + _("(turn {turn}, {shoes})", turn=block.turn, shoes=worn(block.shoes))
    return " / ".join(half for half in halves if half) + where


def _numbers(row: BeforeAfter) -> str:
    before, after = ("-" if n is None else f"{n:g}" for n in (row.before, row.after))
    few = _(FEW_PEOPLE) if row.few else _("from {people} people", people=row.people)
    return _("{before} before, {after} after, {few}", before=before, after=after, few=few)


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
        "typed_up": header.typed_up,
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
