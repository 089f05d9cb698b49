"""What every place in a session can be asked to do; most places do little of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from wshoes_tui.domain.commands import GoToClosing
from wshoes_tui.domain.models import Draft, FeedbackKind, Session
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.action_types import Scope
from wshoes_tui.lines import pending_drafts
from wshoes_tui.lines.argument_parser import pick
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

NOT_HERE = N_("That cannot be done here. /help says what can.")


class Stage:
    """One place: it tells what is there, asks, and takes what is typed.

    Whatever does not apply raises a Refusal, which the room says as an error.
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
        self.out.say("Saved", _("the words that waited"))

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
    """``STEP_NAMES`` are what people call its steps; after the last comes ``BEYOND``."""

    STEP_NAMES: ClassVar[tuple[str, ...]]
    BEYOND: ClassVar[str]

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self.step = self.STEP_NAMES[0]

    def position(self) -> tuple[object, ...]:
        """The step."""
        return (self.step,)

    def tell_state(self) -> None:
        """Which step it is."""
        number = self.STEP_NAMES.index(self.step) + 1
        which = _("{number} of {count}", number=number, count=len(self.STEP_NAMES))
        self.out.say("Step", f"{which}, {_(self.step)}")

    async def go(self, where: str) -> None:
        """To the step that is named, or to the next."""
        if where.strip():
            names = [(step, (_(step), step)) for step in (*self.STEP_NAMES, self.BEYOND)]
            unknown = N_("There is no step {wanted} here. /help says what can be done.")
            await self.go_to(pick(where, names, unknown))
        elif self.step == self.STEP_NAMES[-1]:
            await self.finish()
        else:
            await self.go_to(self.STEP_NAMES[self.STEP_NAMES.index(self.step) + 1])

    async def go_to(self, step: str) -> None:
        """To this step."""
        if step == self.BEYOND:
            await self.finish()
        else:
            self.step = step

    async def finish(self) -> None:
        """On from the last step."""
        raise NotImplementedError
