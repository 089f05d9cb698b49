"""Facilitator's conversation in plain lines: the state and the operations that stages work on.

The context of the state pattern: each ``Stage`` and slash command works on it, ``FacilitatorRole``
puts it on a line loop. It is the same alone and on a host.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from wshoes_tui.domain.commands import Command, KeepDraft
from wshoes_tui.domain.draft_fields import words_of
from wshoes_tui.domain.models import DraftKind, Session, Transition
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.action_types import Role
from wshoes_tui.flow.first_hints import FirstHints
from wshoes_tui.flow.labels import damage_told, decks_told
from wshoes_tui.flow.questions import MOVED_ON, MOVED_ON_NOT_KEPT
from wshoes_tui.line_output import render
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.lines import pending_drafts
from wshoes_tui.locale import N_, Speech, _
from wshoes_tui.sessions.open_session import UnsavedChange
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.sessions.unsaved_words import where_told, write_unsaved
from wshoes_tui.settings import DataFolder, Settings

if TYPE_CHECKING:
    from wshoes_tui.flow.pace_flow import EveningPace
    from wshoes_tui.hub.session_hub import SessionHub
    from wshoes_tui.lines.session_news import SessionNews
    from wshoes_tui.sessions.open_session import OpenSession

Result = TypeVar("Result")

NO_SESSION = N_("There is no session yet. /help says what can be typed.")


class Conversation:
    """The session of a facilitator in plain lines, or none while they are at Home.

    Args:
        out: where lines are written.
        library: the sessions and the decks.
        speech: the language of the lines.
        has_sessions: whether anything was ever kept here: where nothing was, no store need be
            opened to look.
        copy_notice: what Home says of the copies of the sessions; empty where all is well.
        hub: the people at other screens, where it is hosted: it cannot be left for another.
        news: tells what these people do, as it happens.
        settings: what the run was told; without it nothing is deleted at Home.
        data: where a file is written of what cannot be kept; without it, that is for the caller.
    """

    role: ClassVar[Role] = "facilitator"

    def __init__(
        self,
        out: LineWriter,
        library: SessionLibrary,
        speech: Speech | None = None,
        *,
        has_sessions: Callable[[], bool] = lambda: True,
        copy_notice: Callable[[], str] = lambda: "",
        hub: SessionHub | None = None,
        news: SessionNews | None = None,
        settings: Settings | None = None,
        data: DataFolder | None = None,
    ) -> None:
        self.out, self.library, self.speech = out, library, speech or Speech()
        self.has_sessions, self.copy_notice = has_sessions, copy_notice
        self.hub, self.news, self.settings, self.data = hub, news, settings, data
        self.hints = FirstHints(settings.data.cache if settings is not None else None)
        self.home: object = None
        """The ``Stage`` outside of any session, and an object here since stages know the
        conversation; a host has none."""
        self.erasing = ""
        """The id of what was to be erased last, and waits for a yes."""
        self.live: OpenSession | None = None
        self.aside: object = None
        """A ``Stage`` in place of the one where the session stands, such as that of the review."""
        self.over = False
        self.unkept: list[UnsavedChange] = []
        """What the store has not taken, to be tried again."""
        self.refused: list[UnsavedChange] = []
        """What was to be tried again and did not apply any more."""
        self.where_unkept = ""
        """A sentence on the file with what could not be kept, once there is one."""
        self.card_told: tuple[str, ...] = ()
        """The turn and the card that were told last, so that write first need not repeat them."""
        self.is_told = False
        """Whether the stage was told since the session began or ``tell_again`` was called."""
        self._doubt: Hashable = None
        self._doubt_before: Hashable = None

    @property
    def language(self) -> str:
        """The tag of the language in which decks are opened, where they have it."""
        return self.speech.tag

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
        return self._opened.session

    @property
    def pace(self) -> EveningPace:
        """The times of the session, as long as one is open."""
        return self._opened.pace

    @property
    def _opened(self) -> OpenSession:
        if self.live is None:
            raise Refusal(NO_SESSION)
        return self.live

    @property
    def author(self) -> tuple[str | None, str | None]:
        """The seat and the shoes of what is kept here: none, for it is the group's."""
        return None, None

    def begin_session(self, live: OpenSession, *, resumed: bool = False) -> None:
        """Take up a session, wherever it stands."""
        self.live, self.aside = live, None
        self.tell_again()
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
            self.live.leave()
        self.live = self.aside = None
        self.tell_again()

    def tell_again(self) -> None:
        """Have the stage told once more after this line, card and all."""
        self.is_told, self.card_told = False, ()

    def begin_line(self) -> None:
        """Note that another line is worked: a question of ``is_sure`` holds for one line."""
        self._doubt, self._doubt_before = None, self._doubt

    def is_sure(self, what: Hashable) -> bool:
        """Whether the line before asked for the same; if not, the next one may."""
        self._doubt = None if self._doubt_before == what else what
        return self._doubt is None

    async def speak(self, *, easy: bool, told: Callable[[], str]) -> None:
        """Use easy words or not from here on, say so, and tell the stage once more."""
        self.speech.use(easy=easy)
        self.out.say("Notice", told())
        if self.live is not None:
            self.tell_again()

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
            raise Refusal(NO_SESSION)
        if self.hub is None:
            return self.live.do(command)
        if self.hub.live is not self.live:  # another facilitator has chosen another session
            raise Refusal(MOVED_ON_NOT_KEPT)
        transition = await self.hub.do(command)
        if self.news is not None:
            self.news.know(transition)
        return transition

    async def keep_words(self, kind: DraftKind, command: Command) -> tuple[Session, str]:
        """Keep the words of a command. Returns the session after it, and "": no record is ours.

        Raises:
            Refusal: it does not apply, or words of that kind wait already.
            WshoesError: it could not be kept.
        """
        pending_drafts.must_be_free(self.session, kind)
        return (await self.do(command)).session, ""  # on a host others go on meanwhile

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
