"""Line stage: base class of what line mode tells, asks and takes at one stage of a session."""

from __future__ import annotations

from collections.abc import Hashable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from wshoes_tui.domain.commands import Command, GoToClosing, KeepDraft, Plan
from wshoes_tui.domain.models import Draft, DraftKind, FeedbackKind, Session, Transition
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import BusyError
from wshoes_tui.flow.action_types import Scope
from wshoes_tui.flow.labels import plan
from wshoes_tui.flow.pace_flow import EveningPace, as_planned
from wshoes_tui.flow.summary_flow import summary_blocks
from wshoes_tui.line_output import render
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.lines import pending_drafts
from wshoes_tui.lines.conversation import Conversation
from wshoes_tui.lines.slash_commands import NOT_HERE
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.flow.blocks import Block, Effects
    from wshoes_tui.flow.pledges_flow import PledgesFlow

GOODBYE = N_("Goodbye.")


class Stage:
    """Line stage: tells what is there, asks, and takes what is typed.

    What does not apply raises a Refusal, which the line loop says as an error.
    """

    SCOPE: ClassVar[Scope]
    HIDDEN: ClassVar[bool] = False
    TAKES_EMPTY: ClassVar[bool] = False
    """Whether an empty line is an answer here; elsewhere the question is asked once more."""

    heading = ""
    """The heading of a list of people whose lines follow."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation
        self._asked_before: Hashable = None

    @property
    def out(self) -> LineWriter:
        return self.conversation.out

    @property
    def session(self) -> Session:
        return self.conversation.session

    @property
    def feedback(self) -> FeedbackKind | None:
        """The kind of the words that are asked for, in the closing round."""
        return None

    @property
    def holder(self) -> Conversation:
        """What rows of the action table are done on."""
        return self.conversation

    @property
    def scope(self) -> Scope:
        """Which stage this is, for help."""
        return self.SCOPE

    def position(self) -> tuple[object, ...]:
        """What must differ for this place to be told anew."""
        return ()

    def tell_state(self) -> None:
        """Everything that stands here."""

    def question(self) -> str:
        """What may be typed now."""
        raise NotImplementedError

    def ask(self) -> None:
        """The question of this place."""
        self.out.say("Question", self.question())

    def is_sure(self, what: Hashable) -> bool:
        """Whether the same was asked before, and nothing else since."""
        before, self._asked_before = self._asked_before, what
        return before == what

    async def do(self, command: Command) -> Transition:
        """Work a command, as ``Conversation.do``."""
        return await self.conversation.do(command)

    async def plan(self, command: Plan) -> None:
        """Change the plan of the session, and tell it."""
        await self.do(command)
        self.out.say("Plan", plan(as_planned(self.session)))

    def export(self, words: str) -> None:  # noqa: ARG002 - what is a session has no need of it
        """Write what stands here to a file; a session is written by ``/export`` itself."""
        raise Refusal(NOT_HERE)

    async def take_line(self, text: str) -> None:
        """Take words that were typed."""
        raise NotImplementedError

    async def keep(self, text: str) -> bool:  # noqa: ARG002 - most places have no field for words
        """Keep words whose line has no end as a draft. False where there is no field for them."""
        return False

    def parting(self) -> str:
        """What somebody is told who leaves here; empty for the usual."""
        return ""

    def drafts(self) -> list[Draft]:
        """The words that wait here, to be saved or dropped by their number."""
        return pending_drafts.waiting(self.session)

    async def save(self, draft: Draft) -> None:
        """Keep the words of a draft for good."""
        await self.do(pending_drafts.saving(self.session, draft, self.feedback))
        self.out.say("Saved", _(pending_drafts.WAITING_SAVED))

    async def drop(self, draft: Draft) -> None:
        """Let the words of a draft go."""
        await self.do(KeepDraft(draft.kind, "", draft.seat))

    async def keep_behind(self, kind: DraftKind, text: str, turn: str | None = None) -> bool:
        """Keep words behind those that wait already in the field of this kind."""
        waiting = self.session.draft(kind, turn)
        whole = f"{waiting.text}\n{text}" if waiting and waiting.text else text
        return await self.conversation.keep_draft(KeepDraft(kind, whole))

    @property
    def pace(self) -> EveningPace:
        """The times of the session."""
        return self.conversation.pace

    def tell(self, *blocks: Block) -> None:
        """Say blocks."""
        render.say_blocks(self.out, blocks, easy=self.conversation.easy)

    async def run(self, effects: Effects) -> bool:
        """Work the commands of an answer, and say what is reported. False after an error.

        Raises:
            Refusal: a command does not apply; what comes behind it is not worked.
            WshoesError: it could not be kept.
        """
        done: Transition | None = None
        with suppress(StopIteration):
            while True:
                effect = effects.send(done)
                done = None
                if isinstance(effect, Command):
                    done = await self.do(effect)
                else:
                    self.tell(effect)
                    if effect.word == "Error":
                        return False
        return True

    async def close(self) -> None:
        """Towards the end of the session."""
        await self.do(GoToClosing())

    async def _not_here(self) -> None:
        raise Refusal(NOT_HERE)

    async def _no_words_here(self, _words: str, /) -> None:
        raise Refusal(NOT_HERE)

    async def edit(self, number: str, words: str) -> None:  # noqa: ARG002
        """Put right what has that number here."""
        raise Refusal(NOT_HERE)

    async def erase(self, number: str, *, yes: bool) -> None:  # noqa: ARG002
        """Erase for good the session that has that number here, once ``yes`` was typed."""
        raise Refusal(NOT_HERE)

    def pledges(self, words: str) -> PledgesFlow:  # noqa: ARG002 - for stages that list sessions
        """The open pledges that ``/pledges`` lists here."""
        from wshoes_tui.flow.pledges_flow import PledgesFlow

        return PledgesFlow(lambda: self.session)

    take_back = _not_here
    """Take the last answer back, where no session is open."""
    pass_on = _not_here
    """Pass, which needs no reason."""
    skip = _not_here
    """Leave out what is asked, or put the card back."""
    write = _not_here
    """Write first."""
    go = _no_words_here
    """On to the next step, or to the one named."""
    remove = _no_words_here
    """Take away what has that number here."""
    keep_for = _no_words_here
    """Keep words for so many days."""
    rate = _no_words_here
    """Numbers from 0 to 10."""


def open_stored(stage: Stage, session_id: str, *, is_closed: bool) -> None:
    """Go on with a session; one that is closed, and open elsewhere, is only told.

    Raises:
        BusyError: it is not closed, and another copy of the program holds it.
    """
    library = stage.conversation.library
    try:
        live = library.resume(session_id)
    except BusyError:
        if not is_closed:
            raise
        render.say_blocks(stage.out, summary_blocks(library.look(session_id)))
    else:
        stage.conversation.begin_session(live, resumed=not is_closed)
