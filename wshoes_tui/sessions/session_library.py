"""Session library: begins, resumes and finds sessions, over a store and a library of decks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from wshoes_tui.domain.commands import (
    AddSeat,
    Agree,
    Begin,
    ChooseCandidate,
    ChooseDecks,
    Command,
    GoOn,
    Open,
    Plan,
)
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.dispatcher import Context, apply, new_session
from wshoes_tui.domain.engine import must_be_running
from wshoes_tui.domain.handlers.setup_handler import AGREEMENTS, changed_by
from wshoes_tui.domain.handlers.turn_handler import is_timed
from wshoes_tui.domain.list_rows import SessionLine
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.pledges import with_earlier
from wshoes_tui.domain.value import Refusal, Value, replace, value
from wshoes_tui.domain.version_vector import new_writer
from wshoes_tui.errors import NotFoundError, WshoesError
from wshoes_tui.flow.pace_flow import timed_turns
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import NONE_UNFINISHED
from wshoes_tui.sessions.open_session import OpenSession

if TYPE_CHECKING:
    from concurrent.futures import Future

    from wshoes_tui.export.export_progress import ExportProgress
    from wshoes_tui.export.formats import Format
    from wshoes_tui.flow.people_parser import Person
    from wshoes_tui.sessions.ports import DeckFinder, Locker, SessionStore

REHEARSING = N_("You")
"""The label of the only seat of a rehearsal."""


@value()
class StartedSession(Value):
    """Options with which a group session begins; None leaves a choice to the engine."""

    people: Sequence[Person] = ()
    plan: Plan | None = None
    seed: int | None = None
    candidate: str = ""
    """How the candidate is called, where somebody is to be chosen."""
    begin: bool = False
    opening: bool = False
    """Begin at the opening, for a front end that shows the consent card before the first card."""


class SessionLibrary:
    """All sessions of a store: every use case that is not part of one session."""

    def __init__(
        self,
        store: SessionStore,
        deck_library: DeckFinder,
        locker: Locker,
        env: Context | None = None,
    ) -> None:
        self.store, self.deck_library, self.locker = store, deck_library, locker
        self.env = env or Context()
        """Clock, ids and random numbers of the engine."""

    def rehearse(self, deck: Deck, *, seed: int | None = None) -> OpenSession:
        """A solo session on its first card."""
        session = new_session(self.env, kind="rehearsal", seed=seed, language=deck.language)
        steps = (ChooseDecks((deck,)), AddSeat(_(REHEARSING)), Begin())
        return self._start(session, steps)

    def rehearse_named(self, name: str = "", language: str | None = None) -> OpenSession:
        """As ``rehearse``, with the deck of that name; the first one there is where it is empty.

        Raises:
            WshoesError: there is no such deck, or it has faults.
        """
        deck = self.deck_library.open(name or self.first_deck(), language)
        return self.rehearse(deck)

    def group(self, decks: Sequence[Deck], started: StartedSession | None = None) -> OpenSession:
        """A group session: in its set-up, or on its first card where ``begin`` says so."""
        started = started or StartedSession()
        session = new_session(self.env, seed=started.seed, language=decks[0].language)
        steps: list[Command] = [ChooseDecks(tuple(decks))]
        steps += [AddSeat(p.label, p.role, p.side, p.needs) for p in started.people]
        if started.candidate:
            steps.append(ChooseCandidate(started.candidate))
        if started.plan is not None and changed_by(started.plan, session.header):
            steps.append(started.plan)  # what is asked for may be what is usual
        if started.opening:
            steps.append(Open())
        begin = started.begin and not started.opening
        return self._start(session, steps, begin=begin)

    def on_paper(self, decks: Sequence[Deck]) -> OpenSession:
        """The session of an evening that was held on paper, before anything is told of it."""
        return self.group(decks, StartedSession(plan=Plan(typed_up=True)))

    def resume_for_slips(self, reference: str) -> OpenSession:
        """A session to which slips from paper are added; one not begun becomes one on paper.

        Raises:
            NotFoundError: there is none of that name.
            BusyError: another copy of the program holds it.
            Refusal: it is closed.
        """
        from wshoes_tui.storage.storage_errors import undone_on_error

        live = self.resume(reference)
        with undone_on_error(live.release):
            must_be_running(live.session)
            if live.session.state in ("setup", "opening") and not live.session.header.typed_up:
                live.do(Plan(typed_up=True))
        return live

    def _start(
        self, session: Session, steps: Sequence[Command], *, begin: bool = False
    ) -> OpenSession:
        """Keep a new session.

        Args:
            session: the session.
            steps: what is done before it is kept.
            begin: draw the first card, or open where pledges of earlier sessions are asked about.
        """
        agreements = Agree(tuple(_(line) for line in AGREEMENTS))
        in_their_words = agreements.agreements != AGREEMENTS
        for step in (agreements, *steps) if in_their_words else steps:
            session = apply(session, step, self.env).session
        timed = session.header.planned_minutes and not session.header.planned_turns
        if timed and (begin or session.state == "opening"):
            plan = Plan(planned_turns=timed_turns(session))
            session = apply(session, plan, self.env).session
        if begin:
            first = Open() if with_earlier(session, self.store.pledges).earlier else Begin()
            session = apply(session, first, self.env).session
        session = replace(session, version=session.version.bumped(new_writer()))
        self.store.create(session)
        live = self._live(session)
        if session.state == "opening":
            live.read_earlier_pledges()
            live.card_alone = begin
        return live

    def begin_opening(self) -> Future[SessionLibrary] | None:
        """Start to open a lazy store; None where the store is no lazy one."""
        begin = getattr(self.store, "begin_opening", None)
        return None if begin is None else cast("Future[SessionLibrary]", begin())

    def settle(self) -> None:
        """Keep what waits for a lazy store to open. StoreError if it cannot be kept."""
        settle = getattr(self.store, "settle", None)
        if settle is not None:
            settle()

    def give_up(self) -> bool:
        """Give up opening a lazy store, where nothing would be lost; whether it was given up."""
        give_up = getattr(self.store, "give_up", None)
        return give_up is not None and bool(give_up())

    def resume(self, reference: str = "") -> OpenSession:
        """An unfinished session where it stood: the one named, or the newest.

        Raises:
            NotFoundError: there is none of that name, or nothing is unfinished.
            BusyError: another copy of the program holds it.
        """
        session_id = self.store.find(reference) if reference else self._newest_unfinished()
        lock = self.locker(session_id)
        live = OpenSession(self.store.load(session_id), self.store, env=self.env, lock=lock)
        live.damaged = tuple(self.store.damage(session_id))
        if is_timed(live.session):
            with suppress(Refusal, WshoesError):  # an evening goes on also where that is not kept
                live.do(GoOn(self.store.last_saved(session_id)))
        live.read_earlier_pledges()
        return live

    def _newest_unfinished(self) -> str:
        line = self.unfinished()
        if line is None:
            raise NotFoundError(
                _(NONE_UNFINISHED),
                todo=_('Begin one with "wshoes rehearse" or "wshoes play".'),
            )
        return line.id

    def unfinished(self) -> SessionLine | None:
        """The unfinished session saved last, a group's before a rehearsal of the same moment."""
        return next((x for x in self.store.sessions() if x.state != "closed"), None)

    def first_deck(self) -> str:
        """The deck a rehearsal takes when none is named: the first sound one.

        Raises:
            NotFoundError: there is none.
        """
        deck = next((listed for listed in self.deck_library.listing() if not listed.problem), None)
        if deck is None:
            raise NotFoundError(
                _("There is no deck that can be read."), todo=_("Name a deck file.")
            )
        return deck.id

    def look(self, reference: str) -> Session:
        """A session to be read, without its lock."""
        return look_at(self.store, self.store.find(reference))

    def _live(self, session: Session) -> OpenSession:
        return OpenSession(session, self.store, env=self.env, lock=self.locker(session.id))


def look_at(store: SessionStore, session_id: str) -> Session:
    """A session to be read, with the pledges of earlier sessions about which it asked."""
    return with_earlier(store.load(session_id), store.pledges)


def export_formats() -> Mapping[str, Format]:
    """The registry of export formats, loaded when it is first asked for."""
    from wshoes_tui.export.formats import FORMATS

    return FORMATS


def new_progress() -> ExportProgress:
    """What counts the parts of one export that are done, and can stop it."""
    from wshoes_tui.export.export_progress import ExportProgress

    return ExportProgress()


def write_session(
    session: Session,
    kind: str,
    folder: Path | None = None,
    *,
    everything: bool = False,
    progress: ExportProgress | None = None,
) -> Path:
    """Write a session in a format of the export registry to a new file. Returns its whole path.

    No file is ever overwritten: a name that is taken gets a number.

    Args:
        session: the whole session; the format leaves out what may not be shared.
        kind: the name of the format.
        folder: where to; None is the documents folder, which is made if it is not there.
        everything: also what nobody has looked through yet.
        progress: what counts the parts that are done, and can stop it.

    Raises:
        StoreError: the file could not be written; nothing was changed.
        ExportStoppedError: it was stopped; nothing was written.
    """
    from wshoes_tui.export.export_files import free_path, make_folder, write_export
    from wshoes_tui.export.export_progress import watched
    from wshoes_tui.sessions import export_log
    from wshoes_tui.settings import documents_folder

    form = export_formats()[kind]
    if folder is None:
        folder = documents_folder()
        make_folder(folder)
    with watched(progress or new_progress()):  # before the log: it may fail
        content = form.render_file(session, everything=everything)
    path = free_path(folder.absolute(), session, form.suffix)
    export_log.note_in_use(session.id, path)
    write_export(path, content)
    return path
