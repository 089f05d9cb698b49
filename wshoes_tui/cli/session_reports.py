"""The lists on standard output: sessions and pledges."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import get_args

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
from wshoes_tui.cli.options import GivenOptions, UsageError
from wshoes_tui.cli.stored_sessions import SHORT, load, sessions_of, status_of
from wshoes_tui.doctor import TITLES
from wshoes_tui.doctor.environment_checks import examine
from wshoes_tui.domain.commands import ChangePledge, Command, UpdatePledge
from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.domain.models import KeptPledge, PledgeState
from wshoes_tui.domain.pledges import pledges_of
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import NotFoundError, StoreError, WshoesError
from wshoes_tui.flow.date_parser import read_day
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import pledge_sentence
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
    who = [f"candidate {one_line(one.candidate_label)}"] if one.candidate_label else []
    typed_up = ["typed up from paper"] if one.typed_up else []
    return ", ".join([*who, stage_label(one), *typed_up, *(["due"] if due else [])])


def stage_label(one: SessionLine) -> str:
    """Where a session stands, in two or three words."""
    if one.damaged:
        return "damaged"
    if one.state == "turns":
        return f"turn {one.turn} of {max(one.turn, one.planned_turns)}"
    return {"setup": "set-up", "closed": f"closed, {many(one.turn, 'turn')}"}.get(
        one.state, one.state
    )


def list_pledges(given: GivenOptions, *, due: bool, programme: str | None = None) -> int:
    """Where pledges stand, those of all sessions or of a programme, with what was said since.

    Args:
        given: the options of this run.
        due: only the open ones that are late or due soon.
        programme: only those made in sessions of it.
    """
    found, troubles = _all_pledges(given, programme)
    today = CLOCK.today()
    found = sorted((kept for kept in found if not due or _is_due(kept, today)), key=_soonest)
    if given.json:
        write_json([_as_data(kept) for kept in found])
    elif found:
        write_table(
            ("Session", "By when", "State", "Who", "Pledge"), [_row(kept, today) for kept in found]
        )
    elif due:
        write_line("No pledges are due within seven days. All of them: wshoes pledges")
    elif programme is not None:
        write_line("No pledges of that programme. All of them: wshoes pledges")
    else:
        write_line("No pledges yet. In a session, p keeps one. Begin with: wshoes rehearse")
    return status_of(troubles)


SAYING: dict[str, PledgeState] = {
    state.replace("_", "-"): state for state in get_args(PledgeState) if state != "open"
} | {"let-go": "dropped"}
"""What ``--set`` takes of how a pledge stands."""
NO_DAY, BY = "no-day", "by:"
"""What ``--set`` takes of its day."""


def set_pledge(given: GivenOptions, saying: str, *, why: bool) -> int:
    """Keep how a pledge stands between sessions: with the session that made it, which is closed.

    Args:
        given: the options of this run.
        saying: the id of a pledge, or the beginning of one, "=", and how it stands.
        why: whether the reason, or the new wording, is read from standard input: words never
            stand among the arguments of a process.

    Raises:
        UsageError: it is not clear what is meant, or which day.
        NotFoundError: no pledge has that id, or several have.
        BusyError: its session is open elsewhere.
    """
    from wshoes_tui.sessions.bootstrap import open_session_library

    reference, equals, told = saying.partition("=")
    told = told.strip()
    state, of_day = SAYING.get(told), told == NO_DAY or told.startswith(BY)
    if not equals or not reference.strip() or (state is None and not of_day):
        raise UsageError(
            "--set needs the id of a pledge and how it stands.",
            todo=f"For instance: --set 1a2b3c4d=done. There are: {', '.join((*SAYING, NO_DAY))}, "
            "by:DAY",
        )
    by_when = read_day(told.removeprefix(BY), CLOCK.today()) if told != NO_DAY and of_day else None
    if of_day and told != NO_DAY and by_when is None:
        raise UsageError(
            "No day was understood.", todo="For instance: --set '1a2b3c4d=by:12 December'"
        )
    words = sys.stdin.read().strip() if why and state else ""
    if state == "changed" and not words:
        raise UsageError("A changed pledge needs its new words.", todo="Add --why and type them.")
    library = open_session_library(given.settings)
    try:
        wanted = reference.strip().lower()
        found = [one for one in library.store.pledges() if one.pledge.id.startswith(wanted)]
        if len(found) != 1:
            what = "no pledge" if not found else many(len(found), "pledge")
            raise NotFoundError(
                f"That id stands for {what}.",
                kept="Nothing was changed.",
                todo="The ids stand in: wshoes pledges --json",
            )
        [one] = found
        command: Command = ChangePledge(one.pledge.id, by_when=by_when, no_day=by_when is None)
        if state is not None:
            note, text = ("", words) if state == "changed" else (words, "")
            command = UpdatePledge(one.pledge.id, one.session, state, note, text)
        live = library.resume(one.session)
        try:
            live.do(command)
        except Refusal:  # it stands so already
            pass
        finally:
            live.release()
    finally:
        library.store.close()
    told = f"by {format_day(by_when)}" if by_when else told
    if told == NO_DAY:
        was = one.pledge.by_when
        told = f"no day any more, it was {format_day(was)}" if was else "no day"
    write_error(f"Kept: {told}. See: wshoes pledges")
    return 0


def _all_pledges(given: GivenOptions, programme: str | None) -> tuple[list[KeptPledge], list[str]]:
    """Every pledge that can be read, and what is to be said of those that cannot."""
    troubles: list[str] = []
    with sessions_of(given) as store:
        lines = store.sessions()
        try:
            found = [*store.pledges(programme)]
        except StoreError:  # a part of the file cannot be read: session by session, then
            found = []
        there = Counter(kept.session for kept in found)
        sessions = []
        for one in lines:
            if not one.damaged and one.pledges == there[one.id]:
                continue
            if programme is not None and one.programme != programme and not one.damaged:
                continue
            try:
                session, trouble = load(store, one.id)
            except WshoesError as error:
                troubles.append(f"The pledges of session {one.id[:SHORT]} are not listed. {error}")
                continue
            troubles.append(trouble)
            sessions.append(session)
        if not found:
            found = pledges_of(sessions, programme)
    return found, troubles


def _is_due(kept: KeptPledge, today: date) -> bool:
    by_when = kept.pledge.by_when
    return by_when is not None and kept.is_open and by_when <= today + SOON


def _soonest(kept: KeptPledge) -> tuple[bool, date]:
    return not kept.is_open, kept.pledge.by_when or date.max


def _row(kept: KeptPledge, today: date) -> Sequence[str]:
    by_when = kept.pledge.by_when
    late = kept.is_open and by_when is not None and by_when < today
    words = pledge_sentence(kept.pledge.condition, kept.text)
    return (
        kept.session[:SHORT],
        format_day(by_when) if by_when else "no date",
        "late" if late else kept.state.replace("_", " "),
        kept.pledge.owner or "nobody yet",
        " - ".join((words, *_news(kept))),
    )


def _news(kept: KeptPledge) -> Iterator[str]:
    """What was said since, and how it stood when later sessions asked."""
    own = len(kept.pledge.history)
    for number, note in enumerate(kept.history):
        if number >= own or note.note or note.was:
            before = (f"before: {note.was}",) if note.was else ()
            told = (note.state.replace("_", " "), *filter(None, (note.note,)), *before)
            yield f"{format_day(note.on)}: {', '.join(told)}"


def _as_data(kept: KeptPledge) -> dict[str, object]:
    pledge = kept.pledge
    return {
        "session": kept.session,
        "title": kept.title,
        "programme": kept.programme,
        "place": kept.place,
        "id": pledge.id,
        "text": kept.text,
        "condition": pledge.condition,
        "scope": pledge.scope,
        "owner": pledge.owner,
        "by_when": pledge.by_when,
        "horizon": pledge.horizon,
        "state": kept.state,
        "since": kept.since,
        "history": kept.history,
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
