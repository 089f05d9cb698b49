"""The lists on standard output: sessions and pledges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from wshoes_tui.cli.console import (
    format_day,
    format_moment,
    many,
    write_error,
    write_json,
    write_line,
    write_paragraph,
    write_table,
)
from wshoes_tui.cli.launch import on_terminal
from wshoes_tui.cli.options import GivenOptions
from wshoes_tui.cli.stored_sessions import SHORT, load, sessions_of, status_of
from wshoes_tui.doctor import TITLES
from wshoes_tui.doctor.environment_checks import examine
from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.domain.models import Pledge
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import _
from wshoes_tui.sessions.bootstrap import accept_weak_storage

SOON = timedelta(days=7)


def list_sessions(given: GivenOptions) -> int:
    """All sessions, the one saved last first."""
    with sessions_of(given) as store:
        lines = store.sessions()
    if given.json:
        write_json(list(lines))
    elif not lines:
        write_line("No sessions yet. Begin one with: wshoes rehearse")
    else:
        rows = [
            (one.id[:SHORT], format_moment(one.saved), _who(one), _where(one), one.title)
            for one in lines
        ]
        write_table(("Session", "Saved", "Who", "Where", "Title"), rows)
    return 0


def _who(one: SessionLine) -> str:
    return "alone" if one.kind == "rehearsal" else many(one.seats, "seat")


def _where(one: SessionLine) -> str:
    """Where a session stands, whether it was on paper, and whether its words are due."""
    due = one.last_day is not None and one.last_day <= CLOCK.today()
    typed_up = ["typed up from paper"] if one.typed_up else []
    return ", ".join([stage_label(one), *typed_up, *(["due"] if due else [])])


def stage_label(one: SessionLine) -> str:
    """Where a session stands, in two or three words."""
    if one.damaged:
        return "damaged"
    if one.state == "turns":
        return f"turn {one.turn} of {max(one.turn, one.planned_turns)}"
    return {"setup": "set-up", "closed": f"closed, {many(one.turn, 'turn')}"}.get(
        one.state, one.state
    )


@dataclass(frozen=True, slots=True)
class PledgeEntry:
    """A pledge and the session in which it was made."""

    session: str
    title: str
    pledge: Pledge


def list_pledges(given: GivenOptions, *, due: bool) -> int:
    """The pledges of all sessions; with ``due`` the open ones that are late or due soon."""
    found, troubles = _all_pledges(given)
    today = CLOCK.today()
    found = sorted((kept for kept in found if not due or _is_due(kept.pledge, today)), key=_soonest)
    if given.json:
        write_json([_as_data(kept) for kept in found])
    elif found:
        write_table(
            ("Session", "By when", "State", "Who", "Pledge"), [_row(kept, today) for kept in found]
        )
    elif due:
        write_line("No pledges are due within seven days. All of them: wshoes pledges")
    else:
        write_line("No pledges yet. In a session, p keeps one. Begin with: wshoes rehearse")
    return status_of(troubles)


def _all_pledges(given: GivenOptions) -> tuple[list[PledgeEntry], list[str]]:
    """Every pledge that can be read, and what is to be said of those that cannot."""
    found: list[PledgeEntry] = []
    troubles: list[str] = []
    with sessions_of(given) as store:
        for one in store.sessions():
            if not one.pledges and not one.damaged:
                continue
            try:
                session, trouble = load(store, one.id)
            except WshoesError as error:
                troubles.append(f"The pledges of session {one.id[:SHORT]} are not listed. {error}")
                continue
            troubles.append(trouble)
            found += [PledgeEntry(one.id, one.title, pledge) for pledge in session.pledges]
    return found, troubles


def _is_due(pledge: Pledge, today: date) -> bool:
    if pledge.by_when is None or not _is_open(pledge):
        return False
    return pledge.by_when <= today + SOON


def _is_open(pledge: Pledge) -> bool:
    return pledge.state in ("open", "changed")


def _soonest(kept: PledgeEntry) -> tuple[bool, date]:
    return not _is_open(kept.pledge), kept.pledge.by_when or date.max


def _row(kept: PledgeEntry, today: date) -> Sequence[str]:
    pledge = kept.pledge
    late = _is_open(pledge) and pledge.by_when is not None and pledge.by_when < today
    return (
        kept.session[:SHORT],
        format_day(pledge.by_when) if pledge.by_when else "no date",
        "late" if late else pledge.state,
        pledge.owner or "nobody yet",
        pledge.text,
    )


def _as_data(kept: PledgeEntry) -> dict[str, object]:
    pledge = kept.pledge
    return {
        "session": kept.session,
        "title": kept.title,
        "id": pledge.id,
        "text": pledge.text,
        "owner": pledge.owner,
        "by_when": pledge.by_when,
        "horizon": pledge.horizon,
        "state": pledge.state,
        "history": pledge.history,
    }


def report_doctor(given: GivenOptions, *, accept: bool = False) -> int:
    """Everything that was found; status 1 where no session can be held.

    Args:
        given: the options of this run.
        accept: whether to note a yes to what the disk of the data folder lacks, before.
    """
    if accept:
        accept_weak_storage(given.settings)
    from wshoes_tui.tui.textual_patches import left_out

    found = examine(given.settings, on_terminal=on_terminal(), left_out=left_out())
    if given.json:
        write_json(found)
    else:
        for about, ones in groupby(found, attrgetter("about")):
            write_line(_(TITLES[about]))
            for one in ones:
                write_paragraph(one.what, "  - ")
                if one.does:
                    write_paragraph(one.does, "    ")
    obstacle = next((one for one in found if one.stops), None)
    if obstacle is None:
        return 0
    told = (_("No session can be held here."), obstacle.what, obstacle.does)
    write_error(" ".join(told).rstrip())
    return 1
