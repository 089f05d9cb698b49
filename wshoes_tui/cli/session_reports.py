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
    counted,
    format_day,
    format_moment,
    write_error,
    write_json,
    write_line,
    write_paragraph,
    write_table,
)
from wshoes_tui.cli.launch import on_terminal
from wshoes_tui.cli.options import NOTHING_CHANGED, GivenOptions, UsageError
from wshoes_tui.cli.stored_sessions import SHORT, load, sessions_of, status_of
from wshoes_tui.doctor import TITLES
from wshoes_tui.doctor.environment_checks import examine
from wshoes_tui.domain.commands import ChangePledge, Command, UpdatePledge
from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.domain.models import KeptPledge, PledgeState
from wshoes_tui.domain.pledges import pledges_of
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import NotFoundError, StoreError, WshoesError
from wshoes_tui.flow.date_parser import read_day
from wshoes_tui.flow.session_labels import candidate_told, turn_of
from wshoes_tui.locale import N_, _, language_in_use
from wshoes_tui.locale.phrases import (
    BY_WHEN,
    NOBODY_YET,
    PLEDGE_HEAD,
    PLEDGE_STATES,
    SESSION_HEAD,
    TITLE_HEAD,
    TYPED_UP,
    WHO_HEAD,
    by_day,
    pledge_sentence,
)
from wshoes_tui.sessions.bootstrap import accept_weak_storage

SOON = timedelta(days=7)


STAGES = {"setup": N_("set-up"), "opening": N_("opening"), "closing": N_("closing")}
"""Where a session stands that has no turns just now."""


def list_sessions(given: GivenOptions) -> int:
    """All sessions, the one saved last first."""
    with sessions_of(given) as store:
        lines = store.sessions()
    if given.json:
        write_json(list(lines))
    elif not lines:
        write_line(_("No sessions yet. Begin one with: wshoes rehearse"))
    else:
        rows = [
            (one.id[:SHORT], format_moment(one.saved), _who(one), _where(one), one.title)
            for one in lines
        ]
        write_table((_(SESSION_HEAD), _("Saved"), _(WHO_HEAD), _("Where"), _(TITLE_HEAD)), rows)
    return 0


def _who(one: SessionLine) -> str:
    return _("alone") if one.kind == "rehearsal" else counted(one.seats, "seat")


def _where(one: SessionLine) -> str:
    """Where a session stands, whether it was on paper, and whether its words are due."""
    due = one.last_day is not None and one.last_day <= CLOCK.today()
    who = [candidate_told(one.candidate_label)] if one.candidate_label else []
    typed_up = [_(TYPED_UP)] if one.typed_up else []
    return ", ".join([*who, stage_label(one), *typed_up, *([_("due")] if due else [])])


def stage_label(one: SessionLine) -> str:
    """Where a session stands, in two or three words."""
    if one.damaged:
        return _("damaged")
    if one.state == "turns":
        return turn_of(one)
    if one.state == "closed":
        return _("closed, {turns}", turns=counted(one.turn, "turn"))
    return _(STAGES[one.state])


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
            (_(SESSION_HEAD), _(BY_WHEN), _("State"), _(WHO_HEAD), _(PLEDGE_HEAD)),
            [_row(kept, today) for kept in found],
        )
    elif due:
        write_line(_("No pledges are due within seven days. All of them: wshoes pledges"))
    elif programme is not None:
        write_line(_("No pledges of that programme. All of them: wshoes pledges"))
    else:
        write_line(_("No pledges yet. In a session, p keeps one. Begin with: wshoes rehearse"))
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
            _("--set needs the id of a pledge and how it stands."),
            todo=_(
                "For instance: --set 1a2b3c4d=done. There are: {states}, by:DAY",
                states=", ".join((*SAYING, NO_DAY)),
            ),
        )
    by_when = read_day(told.removeprefix(BY), CLOCK.today()) if told != NO_DAY and of_day else None
    if of_day and told != NO_DAY and by_when is None:
        raise UsageError(
            _("No day was understood."), todo=_("For instance: --set '1a2b3c4d=by:12 December'")
        )
    words = sys.stdin.read().strip() if why and state else ""
    if state == "changed" and not words:
        raise UsageError(
            _("A changed pledge needs its new words."), todo=_("Add --why and type them.")
        )
    library = open_session_library(given.settings)
    try:
        wanted = reference.strip().lower()
        found = [one for one in library.store.pledges() if one.pledge.id.startswith(wanted)]
        if len(found) != 1:
            what = _("no pledge") if not found else counted(len(found), "pledge")
            raise NotFoundError(
                _("That id stands for {what}.", what=what),
                kept=_(NOTHING_CHANGED),
                todo=_("The ids stand in: wshoes pledges --json"),
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
    told = by_day(format_day(by_when)) if by_when else told
    if told == NO_DAY:
        was = one.pledge.by_when
        told = _("no day any more, it was {was}", was=format_day(was)) if was else _("no day")
    write_error(_("Kept: {told}. See: wshoes pledges", told=told))
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
            if not one.damaged and (one.candidate_label or one.pledges == there[one.id]):
                continue
            if programme is not None and one.programme != programme and not one.damaged:
                continue
            try:
                session, trouble = load(store, one.id)
            except WshoesError as error:
                troubles.append(
                    _(
                        "The pledges of session {id} are not listed. {error}",
                        id=one.id[:SHORT],
                        error=error,
                    )
                )
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
        format_day(by_when) if by_when else _("no date"),
        _("late") if late else _state(kept.state),
        kept.pledge.owner or _(NOBODY_YET),
        " - ".join((words, *_news(kept))),
    )


def _state(state: PledgeState) -> str:
    return state.replace("_", " ") if language_in_use() == "en" else _(PLEDGE_STATES[state])


def _news(kept: KeptPledge) -> Iterator[str]:
    """What was said since, and how it stood when later sessions asked."""
    own = len(kept.pledge.history)
    for number, note in enumerate(kept.history):
        if number >= own or note.note or note.was:
            before = (_("before: {was}", was=note.was),) if note.was else ()
            told = (_state(note.state), *filter(None, (note.note,)), *before)
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
