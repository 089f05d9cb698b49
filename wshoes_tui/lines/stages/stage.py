"""Line stage: base class of what line mode tells, asks and takes at one stage of a session."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from wshoes_tui.domain.commands import Command, GoToClosing, KeepDraft
from wshoes_tui.domain.models import Draft, DraftKind, FeedbackKind, Session, Transition
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.action_types import Scope
from wshoes_tui.lines import pending_drafts, render
from wshoes_tui.lines.argument_parser import pick
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.flow.blocks import Effects
    from wshoes_tui.flow.step_flow import StepFlow
    from wshoes_tui.lines.conversation import Conversation

NOT_HERE = N_("That cannot be done here. /help says what can.")
GOODBYE = N_("Goodbye.")


class Stage:
    """Line stage: tells what is there, asks, and takes what is typed.

    What does not apply raises a Refusal, which the conversation says as an error.
    """

    SCOPE: ClassVar[Scope]
    HIDDEN: ClassVar[bool] = False

    heading = ""
    """The heading of a list of people whose lines follow."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    @property
    def out(self) -> LineWriter:
        """Where lines go."""
        return self.conversation.out

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self.conversation.session

    @property
    def feedback(self) -> FeedbackKind | None:
        """The kind of the words that are asked for, in the closing round."""
        return None

    def position(self) -> tuple[object, ...]:
        """What must differ for this place to be told anew."""
        return ()

    def tell_state(self) -> None:
        """Everything that stands here."""

    def question(self) -> str:
        """What may be typed now."""
        raise NotImplementedError

    async def take_line(self, text: str) -> None:
        """Take words that were typed."""
        raise NotImplementedError

    async def keep(self, text: str) -> bool:  # noqa: ARG002 - most places have no field for words
        """Keep words whose line has no end as a draft. False where there is no field for them."""
        return False

    def drafts(self) -> list[Draft]:
        """The words that wait here, to be saved or dropped by their number."""
        return pending_drafts.waiting(self.session)

    async def save(self, draft: Draft) -> None:
        """Keep the words of a draft for good."""
        await self.conversation.do(pending_drafts.saving(self.session, draft, self.feedback))
        self.out.say("Saved", _(pending_drafts.WAITING_SAVED))

    async def keep_behind(self, kind: DraftKind, text: str) -> bool:
        """Keep words behind those that wait already in the field of this kind."""
        waiting = self.session.draft(kind)
        whole = f"{waiting.text}\n{text}" if waiting and waiting.text else text
        return await self.conversation.keep_draft(KeepDraft(kind, whole))

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
                    done = await self.conversation.do(effect)
                else:
                    render.say_blocks(self.out, (effect,))
                    if effect.word == "Error":
                        return False
        return True

    async def go(self, where: str) -> None:  # noqa: ARG002
        """On to the next step, or to the one named."""
        raise Refusal(NOT_HERE)

    async def pass_on(self) -> None:
        """Pass, which needs no reason."""
        raise Refusal(NOT_HERE)

    async def skip(self) -> None:
        """Leave out what is asked, or put the card back."""
        raise Refusal(NOT_HERE)

    async def close(self) -> None:
        """Towards the end of the session."""
        await self.conversation.do(GoToClosing())

    async def edit(self, number: str, words: str) -> None:  # noqa: ARG002
        """Put right what has that number here."""
        raise Refusal(NOT_HERE)

    async def remove(self, number: str) -> None:  # noqa: ARG002
        """Take away what has that number here."""
        raise Refusal(NOT_HERE)

    async def write(self) -> None:
        """Write first."""
        raise Refusal(NOT_HERE)

    async def rate(self, words: str) -> None:  # noqa: ARG002
        """Numbers from 0 to 10."""
        raise Refusal(NOT_HERE)


class Steps(Stage):
    """Line stage over a flow of several steps."""

    flow: StepFlow

    def position(self) -> tuple[object, ...]:
        """The step."""
        return (self.flow.step,)

    def tell_state(self) -> None:
        """The blocks of the step."""
        render.say_blocks(self.out, self.flow.blocks(), easy=self.conversation.easy)

    async def go(self, where: str) -> None:
        """To the step that is named, or to the next."""
        if not where.strip():
            await self.run(self.flow.go_on())
            return
        beyond = self.flow.BEYOND
        names = [(step.id, (_(step.name), step.name)) for step in self.flow.STEPS]
        names.append((beyond, (_(beyond), beyond)))
        unknown = N_("There is no step {wanted} here. /help says what can be done.")
        await self.run(self.flow.go_to(pick(where, names, unknown)))
