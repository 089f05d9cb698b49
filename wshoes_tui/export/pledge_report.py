"""Pledges in a report: those of the session, and those of earlier ones with what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wshoes_tui.domain.models import KeptPledge, Pledge, PledgeNote, Session
from wshoes_tui.domain.pledges import as_told, origin_of
from wshoes_tui.domain.text import one_line
from wshoes_tui.export.report_blocks import Promised, Promises, ReportBlock
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import (
    HORIZONS,
    PLEDGE_STATES,
    SCOPES,
    by_day,
    full_day,
    phrase_told,
    pledge_sentence,
    wording_before,
)


def pledge_blocks(session: Session, *, history: bool) -> Iterator[ReportBlock]:
    """The pledges of a session, in the order of their horizons.

    Args:
        session: as it may be shared.
        history: also what they came from, and how they stood later.
    """
    if session.pledges:
        order = list(HORIZONS)
        pledges = sorted(session.pledges, key=lambda one: order.index(one.horizon))
        yield Promises(
            tuple(
                _promised(one, one.history, phrase_told(origin_of(session, one)))
                if history
                else _promised(one, ())
                for one in pledges
            )
        )


def earlier_blocks(session: Session) -> Iterator[ReportBlock]:
    """The pledges of earlier sessions, by how they stand now; one that was let go stands there."""
    kept = sorted(as_told(session), key=lambda one: list(PLEDGE_STATES).index(one.state))
    if kept:
        yield Promises(tuple(map(_kept, kept)))


def _kept(one: KeptPledge) -> Promised:
    stands = _(PLEDGE_STATES[one.state])
    pledge = replace(one.pledge, text=one.text)
    return replace(_promised(pledge, one.history), horizon=f"{stands[:1].upper()}{stands[1:]}.")


def who_by_when(pledge: Pledge) -> str:
    """Who keeps a pledge, and by which day."""
    until = by_day(full_day(pledge.by_when)) if pledge.by_when else _("no day set yet")
    owner = one_line(pledge.owner) or _("Owner still to be found")
    return f"{owner}, {until}."


def _promised(pledge: Pledge, history: Iterable[PledgeNote], origin: str = "") -> Promised:
    notes = [origin] if origin else []
    for note in history:
        if note.state != "open" or note.note.strip():
            stood = f"{full_day(note.on)}: {_(PLEDGE_STATES[note.state])}."
            before = wording_before(note.was) if note.was.strip() else ""
            notes.append(" ".join(filter(None, (stood, note.note.strip(), before))))
    words = pledge_sentence(pledge.condition, pledge.text)
    needs = [_(SCOPES[pledge.scope])] if pledge.scope else []
    who = " ".join((who_by_when(pledge), *needs))
    return Promised(words, who, _(HORIZONS[pledge.horizon]), tuple(notes))
