"""Role of a line loop for the facilitator: lines to stages and slash commands, and the news."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from wshoes_tui.domain.engine import NOT_HANDED_IN
from wshoes_tui.domain.models import Session, Transition
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.action_types import Scope
from wshoes_tui.flow.labels import farewell
from wshoes_tui.flow.questions import MOVED_ON, MOVED_ON_NOT_KEPT
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.lines import pending_drafts
from wshoes_tui.lines.argument_parser import split_line
from wshoes_tui.lines.conversation import Conversation
from wshoes_tui.lines.key_sources import TypedLine
from wshoes_tui.lines.setup_stage import SetupStage
from wshoes_tui.lines.slash_commands import find_command
from wshoes_tui.lines.slash_session import COMMANDS
from wshoes_tui.lines.slash_words import keep_unfinished
from wshoes_tui.lines.stage import GOODBYE, Stage
from wshoes_tui.lines.turn_stage import TurnStage, WritingStage
from wshoes_tui.locale import Speech, _

STAGES: dict[str, type[Stage]] = {
    "setup": SetupStage,
    "turn": TurnStage,
    "writing": WritingStage,
}
"""Stages on which a session can begin or is resumed most often; the others load when needed."""


def stage_for(conversation: Conversation, scope: Scope) -> Stage:
    if scope in STAGES:
        return STAGES[scope](conversation)
    from wshoes_tui.lines.step_stages import STEP_STAGES

    return STEP_STAGES[scope](conversation)


def scope_of(session: Session) -> Scope:
    """The place for where a session stands."""
    turn = session.turn
    if session.was_on_paper and session.state != "closed":
        return "paper"
    match session.state:
        case "turns" if turn is not None:
            return "writing" if turn.phase == "writing" else "turn"
        case "turns":
            return "closing"
        case state:
            return state


class FacilitatorRole:
    """The ``LineRole`` of a facilitator, alone or on a host.

    Args:
        conversation: what they see and do.
        hide: switches off the echo of what is typed, or on again.
        settle: sees that everything is kept before the last line says so.
    """

    def __init__(
        self,
        conversation: Conversation,
        *,
        hide: Callable[[bool], None] = lambda _hidden: None,
        settle: Callable[[], Awaitable[None] | None] = lambda: None,
    ) -> None:
        self.conversation = conversation
        self.hide = hide
        self.settle = settle
        self._stage: Stage | None = None
        self._stage_of: object = None
        self._told: tuple[object, ...] = ()
        self._heard = True
        self._is_working = True
        self._is_private = False
        self._moves_of_others = 0

    @property
    def out(self) -> LineWriter:
        return self.conversation.out

    @property
    def speech(self) -> Speech:
        return self.conversation.speech

    @property
    def over(self) -> bool:
        return self.conversation.over

    @property
    def stage(self) -> Stage:
        """The stage where the session stands; without one, Home."""
        live, home = self.conversation.live, self.conversation.home
        if live is None:
            if not isinstance(home, Stage):
                raise RuntimeError("there is neither a session nor a home")
            return home
        if isinstance(self.conversation.aside, Stage):
            return self.conversation.aside
        scope = scope_of(live.session)
        if self._stage is None or (live, scope) != (self._stage_of, self._stage.SCOPE):
            self._stage, self._stage_of = stage_for(self.conversation, scope), live
        return self._stage

    def meaning(self) -> tuple[int, bool]:
        """How often others have moved the session on, and whether what is typed is private."""
        return self._moves_of_others, self._is_private

    def listen(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Have ``wake`` called when there may be news. Returns how to stop."""

        def hear(_transition: Transition | None) -> None:
            self._heard = True
            wake()

        hub = self.conversation.hub
        return hub.watch(hear) if hub is not None else lambda: None

    def follow(self) -> None:
        """Tell what stands where we have come to, unless it was told already, and ask."""
        here = self.conversation
        if here.hub is not None and here.hub.live is not here.live and here.hub.live is not None:
            here.begin_session(here.hub.live, resumed=bool(here.hub.live.session.turns))
        stage = self.stage
        self._is_private = stage.HIDDEN
        self.hide(stage.HIDDEN)  # before anybody is asked: they may answer at once
        position = (stage.SCOPE, *stage.position())
        is_new = position != self._told or not here.is_told
        if here.news is not None:
            here.news.tell(here.session, whole_turn=is_new)
            if self._heard:
                self._heard = False
                here.news.tell_people()
        if is_new:
            self._moves_of_others += not self._is_working
            self._told, here.is_told = position, True
            stage.tell_state()
            if here.live is not None and here.session.header.paused_at is not None:
                self.out.say("Pause", _("The session is paused. /pause goes on."))
            stage.ask()
        self._is_working = False
        if here.live is not None:
            here.library.begin_opening()  # while they read

    begin = follow

    async def work(self, text: str, meant: tuple[int, bool]) -> None:
        """Work a line: words for where we are, or a command.

        Raises:
            Refusal: it does not apply.
            WshoesError: it could not be kept.
        """
        here = self.conversation
        here.begin_line()
        self._is_working = True
        try:
            name, words = split_line(text)
            if not text.strip() and not self.stage.TAKES_EMPTY:
                self.stage.ask()
            elif name:
                await COMMANDS.work(self.stage, name, words, hosted=here.hosted)
            elif meant[0] == self._moves_of_others:
                await self.stage.take_line(words)
            elif self.stage.SCOPE == "turn" and not meant[1] and await self.stage.keep(words):
                self.out.say("Notice", _(MOVED_ON))
                pending_drafts.tell(self.out, here.session)
            else:  # it would be somebody else's page, another question, or private words aloud
                raise Refusal(MOVED_ON_NOT_KEPT)
        except Refusal as refusal:
            if refusal.template != NOT_HANDED_IN:
                raise
            self.out.say("Error", _(refusal.template, **refusal.words))
            pending_drafts.tell(self.out, here.session)
            self.out.say("Question", _("/save keeps these words, /drop lets them go."))

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
        if self.conversation.live is None or not text.strip():
            return False
        name, words = split_line(text)
        if not name:
            return await self.stage.keep(words)
        command = find_command(name, "facilitator", hosted=self.conversation.hosted)
        if command.draft is None or not words.strip():
            return False
        return await keep_unfinished(self.conversation, command.draft, words)

    def parting(self) -> str:
        """That everything is kept, and how to go on."""
        here = self.conversation
        if here.live is None:
            return _(GOODBYE)
        if here.hosted:
            return _("Everything is kept.")
        return self.stage.parting() or farewell(here.session)

    def closed(self) -> None:
        """What is not kept is the host's to write to a file, where there is one."""
        here = self.conversation
        if here.hub is not None:
            for held in (*here.refused, *here.unkept):
                here.hub.hold(held)
