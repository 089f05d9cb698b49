"""A session in line mode: what is typed goes in, what became of it comes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    Command,
    GiveFeedback,
    HandIn,
    KeepDraft,
    ParkTopic,
    PlaceCard,
    Say,
)
from wshoes_tui.domain.engine import NOT_HANDED_IN
from wshoes_tui.domain.models import Session, Transition
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.action_types import Scope
from wshoes_tui.flow.labels import damage_told, decks_told
from wshoes_tui.hub.participants import HostedPeople
from wshoes_tui.lines import pending_drafts, render, slash
from wshoes_tui.lines.line_splitter import LineSource, TypedLine, cut_off, too_long
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.lines.slash_commands import find_command, split_command
from wshoes_tui.lines.stages import stage_for
from wshoes_tui.lines.stages.stage import Stage
from wshoes_tui.locale import Speech, _
from wshoes_tui.paths import DataFolder
from wshoes_tui.sessions.open_session import UnsavedChange
from wshoes_tui.sessions.ports import SharedSessionPort
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.sessions.unsaved_words import where_told, write_unsaved

__all__ = ["Conversation", "slash"]

WITH_WORDS = (Say, HandIn, AddLightbulb, AddPledge, ParkTopic, PlaceCard, GiveFeedback)
"""Commands that are tried again where they could not be kept: they hold what somebody said."""


@dataclass
class Conversation:
    """One conversation. ``home`` is the place outside of any session; without one, it ends there.

    ``language`` is the tag in which decks are opened, where they have it.
    """

    out: LineWriter
    lines: LineSource
    library: SessionLibrary
    speech: Speech = field(default_factory=Speech)
    language: str | None = None
    has_sessions: Callable[[], bool] = lambda: True
    """Whether anything was ever kept here: where nothing was, no store need be opened to look."""
    home: Stage | None = None
    apart: HostedPeople | None = None
    """The people at other screens, where the session is hosted: it cannot be left for another."""
    data: DataFolder | None = None
    """Where a file is written of what cannot be kept; without it, that is for the caller."""
    live: SharedSessionPort | None = None
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

    @property
    def easy(self) -> bool:
        """Whether cards, shoes and the interface are told in easy words."""
        return self.speech.easy

    @property
    def hosted(self) -> bool:
        """Whether people sit in the session at other screens."""
        return self.apart is not None

    def at_own_screen(self, seat_id: str) -> bool:
        """Whether somebody has that seat at a screen of their own."""
        return self.apart is not None and self.apart.at_own_screen(seat_id)

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

    def begin_session(self, live: SharedSessionPort, *, resumed: bool = False) -> None:
        """Take up a session, wherever it stands."""
        self.live, self._stage, self._told = live, None, ()
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
        if self.live is not None:
            self.live.release()
        self.live, self._stage, self._told = None, None, ()

    def follow(self) -> None:
        """Tell what stands where we have come to, unless it was told already, and ask."""
        stage = self.stage
        self.lines.hide(stage.HIDDEN)  # before anybody is asked: they may answer at once
        position = (stage.SCOPE, *stage.position())
        if position != self._told:
            self._told = position
            stage.tell_state()
            if self.live is not None and self.session.header.paused_at is not None:
                self.out.say("Pause", _("The session is paused. /pause goes on."))
            self.ask()

    def tell_state(self) -> None:
        """Tell once more what stands here, and ask."""
        self._told, self.card_told = (), ()
        self.follow()

    def ask(self) -> None:
        """The question of this place."""
        self.out.say("Question", self.stage.question())

    def take_line(self, line: TypedLine) -> None:
        """Take a whole line, and say what became of it."""
        self._doubt, self._doubt_before = "", self._doubt
        try:
            if line.too_long:
                raise too_long()
            if line.cut:
                raise cut_off()
            if line.mended:
                self._tell_mended()
            self._work(line.text)
        except Refusal as refusal:
            self.out.say("Error", _(refusal.template, **refusal.words))
            if refusal.template == NOT_HANDED_IN:
                pending_drafts.tell(self.out, self.session)
                self.out.say("Question", _("/save keeps these words, /drop lets them go."))
        except WshoesError as error:
            self.out.say("Error", str(error))
        if not self.over:
            self.follow()

    def _work(self, text: str) -> None:
        if not text.strip():
            self.ask()
        elif text.startswith("//"):
            self.stage.take_line(text[1:])
        elif text.startswith("/"):
            name, words = split_command(text)
            slash.find_handler(name, hosted=self.hosted)(self, words)
        else:
            self.stage.take_line(text)

    def is_sure(self, what: str) -> bool:
        """Whether the line before asked for the same; if not, the next one may."""
        self._doubt = "" if self._doubt_before == what else what
        return not self._doubt

    def _tell_mended(self) -> None:
        self.out.say(
            "Notice", _("Some bytes were no letters: each became a replacement character.")
        )

    def keep_unfinished(self, line: TypedLine) -> str:
        """Keep a last line that has no end as a draft. What became of it, in a sentence."""
        if line.too_long:
            return _(too_long().template, **too_long().words)
        try:
            kept = self._keep(line.text)
        except (Refusal, WshoesError):
            kept = False
        if not kept:
            return _("The last line had no end, so it was not taken.")
        return _("The last line had no end. It is kept as a draft, not said.")

    def _keep(self, text: str) -> bool:
        if self.live is None or not text.strip():
            return False
        if not text.startswith("/") or text.startswith("//"):
            return self.stage.keep(text.removeprefix("/"))
        name, words = split_command(text)
        command = find_command(name, "facilitator", hosted=self.hosted)
        if command.draft is None or not words.strip():
            return False
        return slash.keep_words(self, command.draft, words)

    def do(self, command: Command) -> Transition:
        """Work a command on the session and keep what it changed.

        Words that the store did not take are held, and tried again before anything else.

        Raises:
            Refusal: it does not apply.
            WshoesError: it could not be kept; the session is as it was.
        """
        live = self.live
        if live is None:
            raise Refusal("There is no session yet. /help says what can be typed.")
        try:
            self.keep_held()
            return live.do(command)
        except WshoesError:
            if isinstance(command, WITH_WORDS):
                self._hold(command)
                held = _("These words are not saved. They are held here; /save tries again.")
                self.out.say("Notice", held)
            raise

    def _hold(self, command: Command) -> None:
        self.unkept.append(UnsavedChange(command, self._open_turn))

    @property
    def _open_turn(self) -> str:
        turn = self.session.turn if self.live is not None else None
        return turn.id if turn is not None else ""

    def keep_held(self) -> None:
        """Try again to keep what the store did not take.

        Raises:
            WshoesError: it still does not.
        """
        while self.unkept and self.live is not None:
            held = self.unkept[0]
            try:
                if held.turn != self._open_turn:  # it would come to another card
                    raise Refusal("The group has moved on. Your words are kept.")
                self.live.do(held.command)
            except Refusal as refusal:
                self.out.say("Error", _(refusal.template, **refusal.words))
                self.refused.append(held)
            else:
                self.out.say("Saved", _("words that were held"))
            self.unkept.pop(0)

    def keep_draft(self, command: KeepDraft) -> bool:
        """Keep a draft."""
        if self.live is None:
            return False
        try:
            self.live.do(command)
        except WshoesError:
            self._hold(command)
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


def scope_of(session: Session) -> Scope:
    """The place for where a session stands."""
    turn = session.turn
    match session.state:
        case "turns" if turn is not None:
            return "writing" if turn.phase == "writing" else "turn"
        case "turns":
            return "closing"
        case state:
            return state
