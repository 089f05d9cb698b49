"""Gathering: merges the sessions of other machines' files into those that are here.

In two passes. First, what was erased on any of the machines is erased here too, with all copies
in the data folder, so that no word of it is ever written. Then the sessions are merged, each in one
transaction: a kill between two of them leaves some merged and some not, and the same command once
more does the rest, since merging what is here already changes nothing (``domain/merge``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from wshoes_tui.domain.erasure import Erased
from wshoes_tui.domain.merge import Merged
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.serialization import time_to_json
from wshoes_tui.domain.text import one_line, short_path
from wshoes_tui.errors import BusyError, StoreError, UntakenSessionError, WshoesError
from wshoes_tui.flow.conflict_flow import Conflict
from wshoes_tui.flow.gather_flow import GatherReport, SourceReport, conflict_told
from wshoes_tui.limits import MOST_IN_MEMORY
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import NO_SESSIONS, OTHER_FILE
from wshoes_tui.sessions.bootstrap import database_file
from wshoes_tui.sessions.eraser import erase_everywhere, finish_erasure
from wshoes_tui.settings import Settings

if TYPE_CHECKING:
    from wshoes_tui.sessions.session_library import SessionLibrary
    from wshoes_tui.storage.gather_source import IncomingSession

SHORT = 8


@dataclass(frozen=True, slots=True)
class GatherProgress:
    """How far a gathering is: files read of how many, sessions merged so far."""

    files: int
    of: int
    sessions: int


class SessionSource(Protocol):
    """A file of sessions, open to be read."""

    @property
    def lacks_log(self) -> bool:
        """Whether it was perhaps copied while it was in use, without its newest words."""

    def erased(self) -> frozenset[Erased]:
        """All that was erased where it comes from."""

    def ids(self) -> Sequence[str]:
        """The ids of its sessions."""

    def read(self, session_id: str) -> IncomingSession:
        """A session. StoreError where it is damaged."""


def gather(
    settings: Settings,
    library: SessionLibrary,
    paths: Sequence[Path],
    *,
    progress: Callable[[GatherProgress], object] = lambda _progress: None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> GatherReport:
    """Merge data files, copies of them and JSON exports into the sessions of a library.

    Args:
        settings: of this run.
        library: what they are merged into.
        paths: the files. None of them is changed.
        progress: is called before each session, and at the end.
        is_stopped: whether somebody wants it to end; asked between two sessions.

    Returns:
        What came in, and what could not be done. A file that cannot be read, a session that is
        open, and a conflict are told there; the rest goes on.

    Raises:
        StoreError: nothing can be kept or read here; what came in before stays.
    """
    return _Gathering(settings, library, paths, progress, is_stopped).run()


class _Gathering:
    """One run: what is known by now, and the report that grows."""

    def __init__(
        self,
        settings: Settings,
        library: SessionLibrary,
        paths: Sequence[Path],
        progress: Callable[[GatherProgress], object],
        is_stopped: Callable[[], bool],
    ) -> None:
        self._settings, self._library, self._store = settings, library, library.store
        self._progress, self._is_stopped = progress, is_stopped
        self._report = GatherReport([SourceReport(path) for path in dict.fromkeys(paths)])
        self._of = len(self._report.sources)
        self._here = {line.id for line in self._store.sessions()}
        self._erased = {one.id: one for one in self._store.erased()}
        self._held: dict[str, str] = {}
        """Sessions with something to erase that are open in another program: a sentence on each."""
        self._parsed: dict[Path, Session] = {}
        self._parsed_bytes = 0
        self._done = 0

    def run(self) -> GatherReport:
        """Do all of it."""
        self._erase(self._learned())
        with self._store.bulk():
            for number, source in enumerate(self._report.sources):
                if not (source.troubles or self._stops(number)):
                    self._merge_file(number, source)
        self._progress(GatherProgress(self._of, self._of, self._done))
        return self._report

    def _stops(self, number: int) -> bool:
        self._progress(GatherProgress(number, self._of, self._done))
        self._report.stopped = self._report.stopped or self._is_stopped()
        return self._report.stopped

    def _learned(self) -> list[Erased]:
        """What was erased elsewhere and is not erased here."""
        learned: dict[str, Erased] = {}
        for number, source in enumerate(self._report.sources):
            if self._stops(number):
                break
            try:
                with self._opened(source) as opened:
                    found = opened.erased()
            except WshoesError as error:
                source.troubles.append(str(error))
                continue
            known = self._erased.keys() | learned.keys()
            new = [one for one in found if one.id not in known and one.session]
            source.erased = len(new)
            learned |= {one.id: one for one in new}
        known_ones = (*self._erased.values(), *learned.values())
        whole = {one.session for one in known_ones if one.kind == "session"}
        # Of an erased session nothing is remembered but that.
        return [
            one for one in learned.values() if one.kind == "session" or one.session not in whole
        ]

    def _erase(self, learned: Sequence[Erased]) -> None:
        """Erase here what was erased elsewhere, but of sessions that are open."""
        with ExitStack() as locks:
            for session_id in {one.session for one in learned} & self._here:
                try:
                    lock = self._library.locker(session_id)
                except BusyError as error:
                    self._held[session_id] = _named(session_id, error)
                else:
                    locks.callback(lock.__exit__, None, None, None)
            mine = [one for one in learned if one.session not in self._held]
            if mine:
                report = erase_everywhere(self._settings, self._store, mine)
                self._report.exports, self._report.left = report.exports, report.left
            else:
                finish_erasure(self._settings, self._store)
        self._erased |= {one.id: one for one in mine}
        self._here -= {one.session for one in mine if one.kind == "session"}

    def _merge_file(self, number: int, source: SourceReport) -> None:
        with ExitStack() as stack:
            try:
                opened = stack.enter_context(self._opened(source))
                ids = opened.ids()
            except WshoesError as error:
                source.troubles.append(str(error))
                return
            source.doubtful = opened.lacks_log
            for session_id in ids:
                if self._stops(number):
                    return
                try:
                    incoming = opened.read(session_id)
                except WshoesError as error:
                    source.troubles.append(str(error))
                    continue
                try:
                    self._merge_session(source, incoming)
                except (BusyError, UntakenSessionError) as error:
                    source.troubles.append(_named(session_id, error))
                except StoreError as error:  # of the disk, say: the next one would meet it too
                    source.troubles.append(str(error))
                    self._report.stopped = True
                    return
                self._done += 1

    def _merge_session(self, source: SourceReport, incoming: IncomingSession) -> None:
        session = incoming.session
        erased = [one for one in self._erased.values() if one.session == session.id]
        ids = {record.id for record in session.records()}
        if any(one.kind == "session" for one in erased):
            source.kept_out += len(ids)
            return
        if session.id in self._held:
            source.troubles.append(self._held[session.id])
            return
        if not self._erased.keys() >= set(session.erased):
            raise UntakenSessionError(
                _("The file was changed while it was read."), todo=_("Gather it once more.")
            )
        source.kept_out += sum(one.id in ids for one in erased)
        merged = self._merged(incoming)
        if merged.outcome == "conflict":
            told = conflict_told(source.name, merged)
            source.troubles.append(told)
            found = Conflict(source.name, merged.session, session, merged.differing, told)
            source.conflicts.append(found)
            return
        setattr(source, merged.outcome, getattr(source, merged.outcome) + 1)
        source.words += merged.words

    def _merged(self, incoming: IncomingSession) -> Merged:
        session, saved, known = incoming.session, incoming.saved, incoming.known
        if session.id not in self._here:
            merged = self._store.take_in(session, saved, held=False, known=known)
            self._here.add(session.id)
            return merged
        merged = self._store.compare(session, known)
        if merged.outcome != "updated":
            return merged
        with _released(self._library.locker(session.id)):
            return self._store.take_in(session, saved, held=True, known=known)

    @contextmanager
    def _opened(self, source: SourceReport) -> Iterator[SessionSource]:
        """A file, open to be read. WshoesError where it is none that can be."""
        from wshoes_tui.storage import gather_source

        path = source.path
        if path in self._parsed:
            yield JsonSource(self._parsed[path])
        elif gather_source.is_data_file(path, but=database_file(self._settings)):
            with gather_source.open_data_file(path) as opened:
                yield opened
        elif path.suffix.casefold() == ".db":
            raise gather_source.refused(path, _(NO_SESSIONS), _(OTHER_FILE))
        else:
            yield JsonSource(self._parse(path))

    def _parse(self, path: Path) -> Session:
        """The session of a JSON export, kept for the second pass unless there are too many."""
        from wshoes_tui.export.export_files import read_import
        from wshoes_tui.export.json_format import session_from_json

        try:
            data = read_import(path)
            session = session_from_json(data)
        except WshoesError as error:
            raise StoreError(
                f"{short_path(path.parts)}: {error.what}", kept=error.kept, todo=error.todo
            ) from None
        self._parsed_bytes += len(data)
        if self._parsed_bytes < MOST_IN_MEMORY:
            self._parsed[path] = session
        return session


class JsonSource:
    """The session of a JSON export as a source."""

    lacks_log = False

    def __init__(self, session: Session) -> None:
        self._session = session

    def erased(self) -> frozenset[Erased]:
        """What was erased of it; the kinds are not known."""
        return frozenset(Erased(one, "", self._session.id) for one in self._session.erased)

    def ids(self) -> Sequence[str]:
        """The id of its session."""
        return [self._session.id]

    def read(self, session_id: str) -> IncomingSession:
        """The session. It does not say when it was saved: when it last went on stands for that."""
        from wshoes_tui.storage.gather_source import IncomingSession

        del session_id
        header = self._session.header
        moments = [header.created, header.closed, *_moments(self._session)]
        last = max(moment for moment in moments if moment is not None)
        return IncomingSession(self._session, time_to_json(last))


def _moments(session: Session) -> Iterator[datetime | None]:
    for turn in session.turns:
        yield from (turn.started, turn.ended)


@contextmanager
def _released(lock: AbstractContextManager[object]) -> Iterator[None]:
    """Release a lock that is held already."""
    try:
        yield
    finally:
        lock.__exit__(None, None, None)


def _named(session_id: str, error: WshoesError) -> str:
    """The sentence of an error about one session, with its id."""
    return str(
        WshoesError(
            f"{one_line(session_id)[:SHORT]}: {error.what}", kept=error.kept, todo=error.todo
        )
    )
