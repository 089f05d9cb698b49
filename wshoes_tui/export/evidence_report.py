"""Evidence in the report of a session: what a panel heard, value by value, and the gaps."""

from __future__ import annotations

from collections.abc import Iterator

from wshoes_tui.domain.evidence import by_value, without_value
from wshoes_tui.domain.models import Evidence, FeedbackKind, Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.export.redact import SharedSession
from wshoes_tui.export.report_blocks import (
    Quotation,
    ReportBlock,
    Statement,
    Subheading,
    shoes_name,
)
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import NO_VALUE, NOBODY_HEARD, NOT_TOLD_HERE


def evidence_blocks(session: SharedSession) -> Iterator[ReportBlock]:
    """The evidence of a panel value by value, and the values of which nothing is told.

    That nobody heard anything is said only where no evidence is left out.
    """
    if not session.is_for_hiring:
        return
    gaps = []
    for heard in by_value(session):
        if heard.evidence:
            yield Subheading(one_line(heard.theme.title))
            yield from (_piece(session, one) for one in heard.evidence)
        else:
            gaps.append(one_line(heard.theme.title))
    if rest := without_value(session):
        yield Subheading(_(NO_VALUE))
        yield from (_piece(session, one) for one in rest)
    if gaps:
        is_whole = not any(one.kind == "evidence" for one in session.left_out)
        told = NOBODY_HEARD if is_whole else NOT_TOLD_HERE
        yield Statement(_(told, values=", ".join(gaps)))


def _piece(session: Session, one: Evidence) -> Quotation:
    turn = next((turn for turn in session.turns if turn.id == one.turn), None)
    seat = session.seat(one.seat)
    if turn is None:
        return Quotation((("", one.text),), one_line(seat.label) if seat else "")
    shoes = session.shoes_of(turn, one.shoes)
    where = (one_line(session.card_of(turn).title), in_shoes(shoes_name(session, shoes)))
    by = (*((one_line(seat.label),) if seat else ()), *where)
    return Quotation((("", one.text),), ", ".join(filter(None, by)), shoes)


def in_shoes(name: str) -> str:
    """In whose shoes something was said, below it."""
    return _("in the shoes of: {name}", name=name)


def quotes_of(session: Session, kind: FeedbackKind) -> Iterator[ReportBlock]:
    """The closing words that answer one question."""
    for one in session.feedback:
        if one.kind == kind:
            seat = session.seat(one.seat)
            yield Quotation((("", one.text),), seat.label if seat else "")
