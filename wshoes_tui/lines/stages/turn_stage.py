"""A turn: whose, in whose shoes, the card, one prompt; what is typed is said."""

from __future__ import annotations

from wshoes_tui.domain.commands import (
    EditResponse,
    KeepDraft,
    Pass,
    Remove,
    Say,
    Skip,
    WriteFirst,
)
from wshoes_tui.domain.engine import open_turn
from wshoes_tui.domain.models import DraftKind, Response, Turn
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.session_labels import response_told
from wshoes_tui.lines import pending_drafts, render
from wshoes_tui.lines.argument_parser import numbered
from wshoes_tui.lines.stages.stage import Stage
from wshoes_tui.locale import N_, _

NO_FIELD: DraftKind = "private"
"""Typed words come from no field, so saying them must empty none: other words may wait there.

While people talk there is no private page that this could name.
"""
NO_SUCH = N_("There is no response {wanted} on this turn. /said says them with their numbers.")


class TurnStage(Stage):
    """The open turn, while people talk."""

    SCOPE = "turn"

    @property
    def turn(self) -> Turn:
        """The open turn."""
        return open_turn(self.session)

    def position(self) -> tuple[object, ...]:
        """Another turn, or another card on it."""
        return self.turn.id, self.turn.deck, self.turn.card

    def tell_state(self) -> None:
        """The whole turn; only what is new where its card was told already."""
        tell_card(self)
        session, turn = self.session, self.turn
        render.all_said(self.out, session, turn)
        pending_drafts.tell(self.out, session)

    def question(self) -> str:
        """What is said?"""
        if self.drafts():
            return _("/save keeps the words that wait, /drop lets them go. Or type others.")
        seat = self.session.seat(self.turn.seat)
        if self.session.header.kind == "rehearsal":
            asked = _("What do you say in these shoes?")
        elif seat is not None and self.session.is_named:
            asked = _("What does {who} say in these shoes?", who=one_line(seat.label))
        else:  # what is said in these shoes may be others' words
            asked = _("What is said in these shoes?")
        rest = _("Type it. /next goes on, /help says what else there is.")
        return f"{asked} {rest}"

    async def take_line(self, text: str) -> None:
        """Say it."""
        await self.say(Say(text, seat=self.turn.seat, draft=NO_FIELD))

    async def say(self, command: Say) -> None:
        """Say words, and tell that they are kept."""
        after = (await self.conversation.do(command)).session
        number = len(after.said(after.turn)) if after.turn is not None else 0
        self.out.say("Saved", response_told(number))

    async def keep(self, text: str) -> bool:
        """Keep words whose line has no end, behind those that wait already."""
        waiting = self.session.draft("response", self.turn.id)
        whole = f"{waiting.text}\n{text}" if waiting and waiting.text else text
        return await self.conversation.keep_draft(KeepDraft("response", whole))

    async def pass_on(self) -> None:
        """Pass."""
        await self.conversation.do(Pass())

    async def skip(self) -> None:
        """Another card."""
        await self.conversation.do(Skip())

    async def write(self) -> None:
        """Everybody writes first."""
        await self.conversation.do(WriteFirst())

    async def go(self, where: str) -> None:  # noqa: ARG002
        """There is no step after a turn but the next turn."""
        raise Refusal("/next goes on to the next turn, /close to the closing round.")

    async def edit(self, number: str, words: str) -> None:
        """Put a response right."""
        await self.conversation.do(EditResponse(self._response(number).id, words))
        self.out.say("Saved", response_told(number.strip()))

    async def remove(self, number: str) -> None:
        """Take a response back."""
        await self.conversation.do(Remove(self._response(number).id))
        self.out.say("Saved", _("taken back, /undo brings it again"))

    def _response(self, number: str) -> Response:
        return numbered(self.session.said(self.turn), number, NO_SUCH)


def tell_card(stage: Stage) -> None:
    """The open turn with its shoes, card and prompt, unless it was told just before."""
    conversation, session = stage.conversation, stage.session
    turn = session.turn
    if turn is None or conversation.card_told == (turn.id, turn.deck, turn.card):
        return
    conversation.card_told = (turn.id, turn.deck, turn.card)
    stage.out.say("Turn", render.turn_line(session, turn))
    first = next((other for other in session.turns if other.id == turn.swap_of), None)
    if first is not None:
        render.all_said(stage.out, session, first)
    if turn.phase == "talk":
        render.shoes(stage.out, session.shoes_of(turn), easy=conversation.easy)
    render.card(stage.out, session.card_of(turn), easy=conversation.easy)
    render.prompt(stage.out, session, turn)
