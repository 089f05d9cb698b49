"""The facilitator's conversation in plain lines, alone or on a host: the role of a line loop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from wshoes_tui.domain.commands import Command, KeepDraft
from wshoes_tui.domain.engine import NOT_HANDED_IN
from wshoes_tui.domain.models import Session, Transition
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.draft_fields import words_of
from wshoes_tui.flow.labels import damage_told, decks_told
from wshoes_tui.flow.questions import MOVED_ON, MOVED_ON_NOT_KEPT
from wshoes_tui.lines import pending_drafts, render, slash
from wshoes_tui.lines.argument_parser import split_line
from wshoes_tui.lines.line_splitter import TypedLine
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.lines.slash_commands import find_command
from wshoes_tui.lines.stages import scope_of, stage_for
from wshoes_tui.lines.stages.stage import GOODBYE, Stage
from wshoes_tui.locale import Speech, _
from wshoes_tui.paths import DataFolder
from wshoes_tui.sessions.open_session import UnsavedChange
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.sessions.unsaved_words import where_told, write_unsaved

if TYPE_CHECKING:
    from wshoes_tui.hub.session_hub import SessionHub
    from wshoes_tui.lines.session_news import SessionNews
    from wshoes_tui.sessions.open_session import OpenSession

Result = TypeVar("Result")


@dataclass
class Conversation:
    """The ``LineRole`` of a facilitator.

    ``home`` is the place outside of any session; without one, it ends there. ``language`` is the
    tag in which decks are opened, where they have it.
    """

    out: LineWriter
    library: SessionLibrary
    speech: Speech = field(default_factory=Speech)
    language: str | None = None
    has_sessions: Callable[[], bool] = lambda: True
    """Whether anything was ever kept here: where nothing was, no store need be opened to look."""
    home: Stage | None = None
    hub: SessionHub | None = None
    """The people at other screens, where the session is hosted: it cannot be left for another."""
    news: SessionNews | None = None
    """Tells what these people do, as it happens."""
    data: DataFolder | None = None
    """Where a file is written of what cannot be kept; without it, that is for the caller."""
    hide: Callable[[bool], None] = lambda _hidden: None
    """Switches off the echo of what is typed, or on again."""
    settle: Callable[[], Awaitable[None] | None] = lambda: None
    """Sees that everything is kept before the last line says so."""
    live: OpenSession | None = None
    over: bool = False
    unkept: list[UnsavedChange] = field(default_factory=list)
    """What the store has not taken, to be tried again."""
    refused: list[UnsavedChange] = field(default_factory=list)
    """What was to be tried again and did not apply any more."""
    where_unkept: str = ""
    """A sentence on the file with what could not be kept, once there is one."""
    card_told: tuple[str, ...] = ()
    """The turn and the card that were told last, so that write first need not repeat them."""
    _doubt: str = ""
    _doubt_before: str = ""
    _stage: Stage | None = None
    _told: tuple[object, ...] = ()
    _heard: bool = True
    _is_working: bool = True
    _is_private: bool = False
    _moves_of_others: int = 0

    @property
    def easy(self) -> bool:
        """Whether cards, shoes and the interface are told in easy words."""
        return self.speech.easy

    @property
    def hosted(self) -> bool:
        """Whether people sit in the session at other screens."""
        return self.hub is not None

    def at_own_screen(self, seat_id: str) -> bool:
        """Whether somebody has that seat at a screen of their own."""
        return self.hub is not None and self.hub.at_own_screen(seat_id)

    @property
    def session(self) -> Session:
        """The session that is being played.

        Raises:
            Refusal: there is none.
        """
        if self.live is None:
            raise Refusal("There is no session yet. /help says what can be typed.")
        return self.live.session

    @property
    def stage(self) -> Stage:
        """The place where the session stands."""
        if self.live is None:
            if self.home is None:
                raise RuntimeError("there is neither a session nor a home")
            return self.home
        scope = scope_of(self.live.session)
        if self._stage is None or scope != self._stage.SCOPE:
            self._stage = stage_for(self, scope)
        return self._stage

    def begin_session(self, live: OpenSession, *, resumed: bool = False) -> None:
        """Take up a session, wherever it stands."""
        self.live, self._stage, self._told = live, None, ()
        if self.news is not None:
            self.news.know_all(live.session)
        told = render.title(live.session)
        if resumed:
            told = _("{session}, going on where it stood", session=told)
        self.out.say("Session", told)
        if live.damaged:
            self.out.say("Notice", damage_told(len(live.damaged)))
        if notice := decks_told(live.session):
            self.out.say("Notice", notice)

    def let_go(self) -> None:
        """Let another copy of the program have the session."""
        if self.live is not None and not self.hosted:
            self.live.release()
        self.live, self._stage, self._told = None, None, ()

    def meaning(self) -> tuple[int, bool]:
        """How often others have moved the session on, and whether what is typed is private."""
        return self._moves_of_others, self._is_private

    def listen(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Have ``wake`` called when there may be news. Returns how to stop."""

        def hear(_transition: Transition | None) -> None:
            self._heard = True
            wake()

        return self.hub.watch(hear) if self.hub is not None else lambda: None

    def follow(self) -> None:
        """Tell what stands where we have come to, unless it was told already, and ask."""
        if self.hub is not None and self.hub.live is not self.live and self.hub.live is not None:
            self.begin_session(self.hub.live, resumed=bool(self.hub.live.session.turns))
        stage = self.stage
        self._is_private = stage.HIDDEN
        self.hide(stage.HIDDEN)  # before anybody is asked: they may answer at once
        position = (stage.SCOPE, *stage.position())
        if self.news is not None:
            self.news.tell(self.session, whole_turn=position != self._told)
            if self._heard:
                self._heard = False
                self.news.tell_people()
        if position != self._told:
            self._moves_of_others += not self._is_working
            self._told = position
            stage.tell_state()
            if self.live is not None and self.session.header.paused_at is not None:
                self.out.say("Pause", _("The session is paused. /pause goes on."))
            self.ask()
        self._is_working = False
        if self.live is not None:
            self.library.begin_opening()  # while they read

    begin = follow

    def tell_state(self) -> None:
        """Tell once more what stands here, and ask."""
        self._told, self.card_told = (), ()
        self.follow()

    def ask(self) -> None:
        """The question of this place."""
        self.out.say("Question", self.stage.question())

    async def work(self, text: str, meant: tuple[int, bool]) -> None:
        """Work a line: words for where we are, or a command.

        Raises:
            Refusal: it does not apply.
            WshoesError: it could not be kept.
        """
        self._doubt, self._doubt_before = "", self._doubt
        self._is_working = True
        try:
            name, words = split_line(text)
            if not text.strip():
                self.ask()
            elif name:
                working = slash.find_handler(name, hosted=self.hosted)(self, words)
                if working is not None:
                    await working
            elif meant[0] == self._moves_of_others:
                await self.stage.take_line(words)
            elif self.stage.SCOPE == "turn" and not meant[1] and await self.stage.keep(words):
                self.out.say("Notice", _(MOVED_ON))
                pending_drafts.tell(self.out, self.session)
            else:  # it would be somebody else's page, another question, or private words aloud
                raise Refusal(MOVED_ON_NOT_KEPT)
        except Refusal as refusal:
            if refusal.template != NOT_HANDED_IN:
                raise
            self.out.say("Error", _(refusal.template, **refusal.words))
            pending_drafts.tell(self.out, self.session)
            self.out.say("Question", _("/save keeps these words, /drop lets them go."))

    def is_sure(self, what: str) -> bool:
        """Whether the line before asked for the same; if not, the next one may."""
        self._doubt = "" if self._doubt_before == what else what
        return not self._doubt

    def mirror(self, typed: str) -> None:
        """Nothing: a line is taken when it has ended."""

    async def keep_rest(self, lines: list[TypedLine]) -> bool:
        """Keep a last line that has no end as a draft. False where it is not kept."""
        if len(lines) != 1 or lines[0].whole:
            return False
        try:
            return await self._keep(lines[0].text)
        except (Refusal, WshoesError):
            return False

    async def _keep(self, text: str) -> bool:
        if self.live is None or not text.strip():
            return False
        name, words = split_line(text)
        if not name:
            return await self.stage.keep(words)
        command = find_command(name, "facilitator", hosted=self.hosted)
        if command.draft is None or not words.strip():
            return False
        return await slash.keep_words(self, command.draft, words)

    def parting(self) -> str:
        """That everything is kept, and how to go on."""
        if self.live is None:
            return _(GOODBYE)
        if self.hosted:
            return _("Everything is kept.")
        reference = self.session.id[: render.SHORT_ID]
        if self.session.state == "closed":
            return _(
                "The session is closed and kept. See it with: wshoes show {session}",
                session=reference,
            )
        return _("Everything is kept. Go on with: wshoes resume {session}", session=reference)

    def closed(self) -> None:
        """What is not kept is the host's to write to a file, where there is one."""
        if self.hub is not None:
            for held in (*self.refused, *self.unkept):
                self.hub.hold(held)

    async def do(self, command: Command) -> Transition:
        """Work a command on the session and keep what it changed.

        Words that the store did not take are held, and tried again before anything else.

        Raises:
            Refusal: it does not apply.
            WshoesError: it could not be kept; the session is as it was.
        """
        turn = self._open_turn
        try:
            await self.keep_held()
            return await self._commit(command)
        except WshoesError:
            if words_of(command):
                self.unkept.append(UnsavedChange(command, turn))
                self.out.say("Notice", _(pending_drafts.HELD))
            raise

    async def _commit(self, command: Command) -> Transition:
        if self.live is None:
            raise Refusal("There is no session yet. /help says what can be typed.")
        if self.hub is None:
            return self.live.do(command)
        if self.hub.live is not self.live:  # another facilitator has chosen another session
            raise Refusal(MOVED_ON_NOT_KEPT)
        transition = await self.hub.do(command)
        if self.news is not None:
            self.news.know(transition)
        return transition

    async def run_blocking(self, work: Callable[..., Result], *args: object) -> Result:
        """Do something that waits for the disk: on a host, while the event loop goes on."""
        if self.hub is None:
            return work(*args)
        return await self.hub.worker.run(work, *args)

    @property
    def _open_turn(self) -> str:
        turn = self.session.turn if self.live is not None else None
        return turn.id if turn is not None else ""

    async def keep_held(self) -> None:
        """Try again to keep what the store did not take.

        Raises:
            WshoesError: it still does not.
        """
        while self.unkept and self.live is not None:
            held = self.unkept[0]
            try:
                if held.turn != self._open_turn:  # it would come to another card
                    raise Refusal(MOVED_ON)
                await self._commit(held.command)
            except Refusal as refusal:
                self.out.say("Error", _(refusal.template, **refusal.words))
                self.refused.append(held)
            else:
                self.out.say("Saved", _(pending_drafts.HELD_SAVED))
            self.unkept.pop(0)

    async def keep_draft(self, command: KeepDraft) -> bool:
        """Keep a draft. Raises as ``do`` does; what could not be kept is held."""
        turn = self._open_turn
        try:
            await self._commit(command)
        except WshoesError:
            self.unkept.append(UnsavedChange(command, turn))
            raise
        return True

    def put_words_away(self) -> None:
        """Write what could not be kept to a file; ``where_unkept`` says where it is.

        Raises:
            WshoesError: no file can be written.
        """
        left = [*self.refused, *self.unkept]
        if left and self.data is not None:
            session = self.live.session if self.live is not None else None
            self.where_unkept = where_told(write_unsaved(self.data, session, left))
            self.refused.clear()
            self.unkept.clear()
