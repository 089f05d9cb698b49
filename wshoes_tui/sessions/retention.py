"""Retention: deletes the words of sessions that have been kept as long as was agreed.

After a yes at Home; or unasked, where two starts of the program on different days agree that the
day has come, and the clock was not seen to jump. A deletion that was interrupted leaves its session
due, and the next one finishes it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from wshoes_tui.domain.commands import Expire, KeepLonger
from wshoes_tui.domain.erasure import expiring
from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.domain.models import Response, Seat, Session
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.domain.value import Value, as_dict, value
from wshoes_tui.errors import BusyError, StoreError, WshoesError
from wshoes_tui.flow.retention_flow import DAMAGED, Expiry
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import AS_IT_WAS
from wshoes_tui.sessions.bootstrap import last_saved
from wshoes_tui.sessions.eraser import ErasureReport, erase_records
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.settings import Settings

STARTS = "starts.jsonl"
MOST_STARTS = 20
MOST_BYTES = 10_000
LARGEST_JUMP = timedelta(minutes=10)
"""Of the wall clock within one run: more than the network's time corrects in a sound clock."""
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


@value()
class Start(Value):
    """A start of the program: the day, seconds since the computer was started, and which start
    of the computer that was; empty where the system does not say.
    """

    day: str
    uptime: float
    boot: str = ""


def this_start() -> Start:
    """This start, by the clock of the program."""
    boot = ""
    with suppress(OSError):
        boot = BOOT_ID.read_text(encoding="ascii").strip()
    return Start(CLOCK.today().isoformat(), round(CLOCK.uptime()), boot)


def jumped(before: Start, after: Start) -> bool:
    """Whether the clock cannot have gone from one start to the next by itself."""
    days = (date.fromisoformat(after.day) - date.fromisoformat(before.day)).days
    if days < 0:
        return True
    if not before.boot or before.boot != after.boot:
        return False  # the computer was off for a time that nobody knows
    lived = timedelta(seconds=after.uptime - before.uptime)
    return abs(timedelta(days=days) - lived) > timedelta(days=1, minutes=10)


def note_start(root: Path, start: Start) -> tuple[Start, ...]:
    """Note a start in the data folder. Returns those since the clock was last seen to jump."""
    from wshoes_tui.storage import private_files

    known: list[Start] = []
    for one in (*_read_starts(root / STARTS), start):
        if known and jumped(known[-1], one):
            known.clear()
        if not known or (known[-1].day, known[-1].boot) != (one.day, one.boot):
            known.append(one)
    text = "".join(f"{json.dumps(as_dict(one))}\n" for one in known[-MOST_STARTS:])
    with suppress(OSError, WshoesError), private_files.arriving(root / STARTS) as part:
        part.write_text(text, encoding="utf-8")
    return tuple(known)


def _read_starts(path: Path) -> Iterable[Start]:
    """The starts that were noted; nothing where the file cannot be read or is not as written."""
    from wshoes_tui.storage import private_files

    with suppress(WshoesError, OSError, ValueError, KeyError, TypeError):
        if private_files.stat_plain_file(path) is None:
            return ()
        lines = path.read_bytes()[:MOST_BYTES].decode().splitlines()
        starts = [Start(**json.loads(line)) for line in lines]
        for one in starts:
            date.fromisoformat(one.day)
            float(one.uptime)
        return starts
    return ()


def may_delete_unasked(settings: Settings, last: date) -> bool:
    """Whether two starts on different days agree that this day has come, and no clock jumped.

    Notes this start.
    """
    starts = note_start(settings.data.root, this_start())
    agreeing = {one.day for one in starts if one.day >= last.isoformat()}
    doubtful = CLOCK.is_doubtful(last_saved(settings)) or abs(CLOCK.jump()) > LARGEST_JUMP
    return len(agreeing) > 1 and not doubtful


def expire_unasked(
    settings: Settings, lines: Sequence[SessionLine], open_library: Callable[[], SessionLibrary]
) -> list[Expiry]:
    """Delete the words of all sessions whose day has come, where nobody need be asked.

    One that is open elsewhere, or cannot be deleted, stays due.
    """
    done = []
    for line in lines:
        last = line.last_day
        if last is not None and last <= CLOCK.today() and may_delete_unasked(settings, last):
            with suppress(BusyError, StoreError):
                done.append(expire(settings, open_library(), line.id))
    return done


def expire(settings: Settings, library: SessionLibrary, session_id: str) -> Expiry:
    """Delete the words of a session, here and in all copies in the data folder.

    Raises:
        BusyError: another copy of the program has it open.
        StoreError: it is damaged, or its words could not be deleted, or only in part.
    """
    live = library.resume(session_id)
    try:
        if live.damaged:
            raise StoreError(
                _(DAMAGED),
                kept=_(AS_IT_WAS),
                todo=_("See: wshoes erase {session_id}", session_id=session_id[:8]),
            )
        before = live.session
        gone = expiring(before)
        live.do(Expire())
        report = ErasureReport()
        if gone:
            report = erase_records(settings, library.store, live, [one.id for one in gone])
        else:
            library.store.wipe()
        live.do(Expire(done=True))
        return _told(before, live.session, report)
    finally:
        live.release()


def _told(before: Session, after: Session, report: ErasureReport) -> Expiry:
    gone = expiring(before)
    responses = sum(isinstance(one, Response) for one in gone)
    people = sum(isinstance(one, Seat) for one in gone)
    return Expiry(
        title=before.header.title,
        responses=responses,
        others=len(gone) - responses - people,
        people=people,
        drafts=sum(bool(draft.text.strip()) for draft in before.drafts),
        shared=len(after.responses) + len(after.feedback) + len(after.car_park),
        lightbulbs=len(after.lightbulbs),
        pledges=len(after.pledges),
        exports=report.exports,
        left=(*report.left, *report.unsaved),
    )


def keep_longer(library: SessionLibrary, session_id: str, days: int) -> date:
    """Keep the words of a session so many days longer, from its day or from today if that is later.

    Raises:
        Refusal: the number of days is too large.
        BusyError: another copy of the program has it open.
        StoreError: it could not be kept.
    """
    [line] = [one for one in library.store.sessions() if one.id == session_id]
    until = max(CLOCK.today(), line.last_day or CLOCK.today()) + timedelta(days=days)
    live = library.resume(session_id)
    try:
        live.do(KeepLonger(until))
    finally:
        live.release()
    return until
