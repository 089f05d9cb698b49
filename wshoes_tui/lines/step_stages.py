"""Line stages of several steps: opening, closing round, review; and a session that is closed."""

from __future__ import annotations

from wshoes_tui.domain.commands import ChangePledge
from wshoes_tui.domain.engine import must_be_running
from wshoes_tui.domain.models import Draft, FeedbackKind, Lightbulb
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.answer_parser import is_no, is_yes, read_ratings
from wshoes_tui.flow.blocks import NumbersBlock
from wshoes_tui.flow.closing_flow import ClosingFlow
from wshoes_tui.flow.date_parser import is_no_day
from wshoes_tui.flow.opening_flow import EARLIER, OpeningFlow
from wshoes_tui.flow.pledge_words import read_pledge
from wshoes_tui.flow.questions import NO_STEP, is_alone
from wshoes_tui.flow.review_flow import ReviewFlow
from wshoes_tui.flow.summary_flow import summary_blocks
from wshoes_tui.line_output import render
from wshoes_tui.lines import pending_drafts
from wshoes_tui.lines.argument_parser import day_of, numbered, pick, read_lightbulb
from wshoes_tui.lines.conversation import Conversation
from wshoes_tui.lines.paper_stage import PaperStage
from wshoes_tui.lines.stage import Stage
from wshoes_tui.locale import N_, _

NO_AGREEMENT = N_("There is no agreement {wanted}. /where says them with their numbers.")
NO_PLEDGE = N_("There is no pledge {wanted}. /pledge says them with their numbers.")


class StepStage(Stage):
    """Line stage over steps, one of which asks for numbers for one pair of shoes at a time."""

    flow: OpeningFlow | ClosingFlow

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self._next = 0
        """Which row of shoes is asked for, from 0."""

    def position(self) -> tuple[object, ...]:
        return (self.flow.step,)

    def tell_state(self) -> None:
        self.tell(*self.flow.blocks())

    async def go(self, where: str) -> None:
        if not where.strip():
            await self.run(self.flow.go_on())
            return
        beyond = self.flow.BEYOND
        names = [(step.id, (_(step.name), step.name)) for step in self.flow.steps]
        names.append((beyond, (_(beyond), beyond)))
        await self.run(self.flow.go_to(pick(where, names, NO_STEP)))

    @property
    def _row(self) -> NumbersBlock | None:
        rows = self.flow.numbers.rows()
        return rows[self._next] if self._next < len(rows) else None

    def question(self) -> str:
        """What this step asks; in that of the numbers, those for the next shoes."""
        if self.flow.step != "numbers":
            return self.flow.question().text
        if self._row is None:
            return _("That was everybody's shoes. /go goes on.")
        return _(
            "Numbers for {shoes}? Such as: 4 7 6. /skip leaves them out, /go goes on.",
            shoes=render.shoes_name(self._row.shoes),
        )

    async def rate(self, words: str) -> None:
        if words.strip():
            await self.take_numbers(words)
            return
        self.tell(*self.flow.numbers.rows())

    async def take_numbers(self, text: str) -> None:
        """Numbers for the shoes that were asked for, or "P: 4 7 6" for others."""
        row = asked = self._row
        if read_ratings(text) is None:
            wanted, colon, rest = text.rpartition(":")
            if not colon:
                wanted, _space, rest = text.strip().partition(" ")
            named = read_ratings(rest) is not None and wanted.strip()
            row, text = (self._named(wanted) if named else None), rest
        if await self.run(self.flow.numbers.answer(text, row)) and row == asked:
            await self._next_shoes()

    async def skip(self) -> None:
        if self.flow.step != "numbers":
            await super().skip()
        await self._next_shoes()

    async def _next_shoes(self) -> None:
        """Ask for the next shoes; behind the last, one person who closes goes on by itself."""
        if self._row is None:
            raise Refusal("There are no more shoes to ask for. /go goes on.")
        self._next += 1
        if self._row is None and self.SCOPE == "closing" and is_alone(self.session):
            await self.run(self.flow.go_on())
        else:
            self.ask()

    def _named(self, wanted: str) -> NumbersBlock:
        named = [
            (row, (row.shoes.name, row.shoes.mark, row.shoes.id))
            for row in self.flow.numbers.rows()
        ]
        return pick(
            wanted, named, N_("There are no shoes called {wanted}. /rate says which there are.")
        )


class OpeningStage(StepStage):
    """The opening; /go cards leaves out the rest of it."""

    SCOPE = "opening"
    flow: OpeningFlow

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self.flow = OpeningFlow(lambda: self.session, lambda: conversation.easy)
        live = conversation.live
        self.flow.begin(straight=live is not None and live.card_alone)

    def position(self) -> tuple[object, ...]:
        """The step; which pledge, and what was told of it; and which consent card it is, since
        that may change while it is read.
        """
        return self.flow.place

    def tell_state(self) -> None:
        """What this step is about; a consent card is read from here on as it is now."""
        super().tell_state()
        self.flow.begin_reading()

    async def take_line(self, text: str) -> None:
        """How a pledge stands, one more agreement, a yes, or numbers."""
        if self.flow.step == EARLIER.id:
            await self.run(self.flow.answer_earlier(text))
        elif self.flow.step == "agreements":
            await self.run(self.flow.change_agreement(len(self.flow.agreements), text))
        elif self.flow.step == "numbers":
            await self.take_numbers(text)
        elif text.strip().isdecimal():
            await self.keep_for(text)
        elif is_no(text):
            told = (
                _("Nothing was kept. Take your time.")
                if is_alone(self.session)
                else _("Then talk about it first. Nothing was kept.")
            )
            self.out.say("Notice", told)
            self.ask()
        elif is_yes(text):
            await self.go("")
        else:
            if is_alone(self.session):
                raise Refusal("Type yes, or /go, if you agree. Nothing was kept.")
            raise Refusal("Type yes, or /go, when everybody has agreed. Nothing was kept.")

    async def keep(self, text: str) -> bool:
        """Keep an answer about a pledge whose line has no end."""
        command = self.flow.earlier.unfinished(text) if self._asks_of_pledge else None
        return command is not None and await self.conversation.keep_draft(command)

    @property
    def _asks_of_pledge(self) -> bool:
        return self.flow.step == EARLIER.id

    def drafts(self) -> list[Draft]:
        """The words that wait about the pledge that is asked about."""
        draft = self.session.draft("why")
        there = draft is not None and self._asks_of_pledge and self.flow.earlier.waiting
        return [draft] if draft is not None and there else []

    async def save(self, draft: Draft) -> None:  # noqa: ARG002 - there is one
        """Hand in the answer that waits."""
        if self.flow.earlier.waiting is not None:
            await self.run(self.flow.tell(*self.flow.earlier.waiting))

    async def drop(self, draft: Draft) -> None:  # noqa: ARG002 - those about other pledges stay
        await self.run(self.flow.earlier.drop_waiting())

    async def keep_for(self, words: str) -> None:
        """For how many days the words are kept. The card that says so is told again."""
        if self.flow.step != "consent":
            await super().keep_for(words)
        await self.run(self.flow.keep_for(words))

    async def skip(self) -> None:
        """Leave a pledge, or shoes, for later."""
        if self.flow.step == EARLIER.id:
            await self.run(self.flow.go_on())
        else:
            await super().skip()

    async def edit(self, number: str, words: str) -> None:
        if self.flow.step != "agreements":
            await super().edit(number, words)
        at = numbered(range(len(self.flow.agreements)), number, NO_AGREEMENT)
        await self.run(self.flow.change_agreement(at, words if words.strip() else ""))

    async def remove(self, number: str) -> None:
        await self.edit(number, "")


class ClosingStage(StepStage):
    """The closing round; /close goes to its last step, and closes there."""

    SCOPE = "closing"
    flow: ClosingFlow

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self.flow = ClosingFlow(lambda: self.session, self.is_sure, guided=True)

    @property
    def feedback(self) -> FeedbackKind | None:
        return self.flow.kind

    def tell_state(self) -> None:
        """What this step is about, what was said to it so far, and words that wait."""
        super().tell_state()
        pending_drafts.tell(self.out, self.session)

    async def take_line(self, text: str) -> None:
        """Words of the round, an owner or a day, numbers."""
        if self.flow.step == "numbers":
            await self.take_numbers(text)
        elif self.flow.asked is not None:
            await self._complete(text, self.flow.asked[1])
        else:
            if self.feedback is not None:
                pending_drafts.must_be_free(self.session, "feedback")
            await self.run(self.flow.answer(text))

    async def _complete(self, text: str, part: str) -> None:
        typed = read_pledge(text)
        bare = typed.text.strip()
        owner = typed.owner or (bare if part == "owner" else "")
        when = typed.when or (bare if part == "when" else "")
        await self.run(self.flow.complete(owner, day_of(when), no_day=is_no_day(when)))
        self.ask()

    async def keep(self, text: str) -> bool:
        return self.feedback is not None and await self.keep_behind("feedback", text)

    async def skip(self) -> None:
        """Leave this pledge, or these shoes, as they are."""
        if self.flow.step != "numbers" and self.flow.leave_out():
            self.ask()
        else:
            await super().skip()

    async def edit(self, number: str, words: str) -> None:
        if self.flow.step != "pledges":
            await super().edit(number, words)
        pledge = numbered(self.session.pledges, number, NO_PLEDGE)
        await self.run(self.flow.change_pledge(ChangePledge(pledge.id, text=words)))

    async def close(self) -> None:
        """To the last step; from there, close for good."""
        if self.session.state == "turns":  # nobody was left to draw a turn for
            await super().close()
        elif self.flow.step == self.flow.STEPS[-1].id:
            await self.run(self.flow.finish())
        else:
            await self.run(self.flow.go_to(self.flow.STEPS[-1].id))


class ClosedStage(Stage):
    """The summary."""

    SCOPE = "closed"

    def tell_state(self) -> None:
        self.tell(*summary_blocks(self.session))

    def question(self) -> str:
        return _(
            "/take-home writes the page to take home, /review looks through what was said, /said "
            "says all of it, to put right or take out, /export md writes it to a file, /summary "
            "says it once more, /leave ends."
        )

    async def take_line(self, text: str) -> None:  # noqa: ARG002 - it is refused, whatever it is
        must_be_running(self.session)

    async def close(self) -> None:
        must_be_running(self.session)


class ReviewStage(Stage):
    """Shows line after line, wherever the session stands, until it is left with ``d``."""

    SCOPE = "review"

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self.flow = ReviewFlow(lambda: self.session)

    def position(self) -> tuple[object, ...]:
        """The line, and what was decided about it."""
        return self.flow.place

    def tell_state(self) -> None:
        self.tell(*self.flow.blocks())

    def question(self) -> str:
        return self.flow.question().text

    async def take_line(self, text: str) -> None:
        """A decision, or the end of the review."""
        name, _space, words = text.strip().partition(" ")
        if name.casefold() in ("d", "done") and not words:
            self.conversation.aside = None
            self.conversation.tell_again()
            return
        if name.casefold() in ("r", "right") and isinstance(self.flow.line, Lightbulb):
            bulb = read_lightbulb(words)
            words = f"{bulb.used_to_think}\n{bulb.now_see}" if bulb.used_to_think else words
            text = f"{name} {words}"
        await self.run(self.flow.answer(text))


STEP_STAGES: dict[str, type[Stage]] = {
    "paper": PaperStage,
    "opening": OpeningStage,
    "closing": ClosingStage,
    "closed": ClosedStage,
}
"""By their names in the action table."""
