"""A turn: whose, in whose shoes, the card, one prompt, and a field for what is said."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from textual import work
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.commands import (
    ChangeShoes,
    Command,
    GoToClosing,
    Next,
    ParkCard,
    Pass,
    Redo,
    Say,
    ShowPrompt,
    Skip,
    Swap,
    Undo,
    WriteFirst,
)
from wshoes_tui.domain.models import DraftKind, Session, Transition, Turn
from wshoes_tui.flow.labels import SAVED_MARK, step_name
from wshoes_tui.flow.questions import TYPE_SAID, is_alone
from wshoes_tui.locale import N_, _
from wshoes_tui.tui.base_screen import STYLES
from wshoes_tui.tui.one_shot_screen import ACTIONS_PLACE, OneShotPage
from wshoes_tui.tui.screens import turn_content
from wshoes_tui.tui.screens.session_screen import SessionAsides
from wshoes_tui.tui.screens.turn_content import Speaker
from wshoes_tui.tui.widgets.text_stack import TextPlace, TextStack
from wshoes_tui.tui.widgets.words_field import WordsField

QUESTION = {**ACTIONS_PLACE, **turn_content.QUESTION, "latest": TextPlace(absent=("-wide",))}
"""What was said last stands above the field, unless all that was said stands beside the card."""


KEPT = N_("kept, not yet saved")
"""What the top line says of words that stand in the field."""


class TurnPage(SessionAsides, OneShotPage):
    """The open turn."""

    SCOPE = "turn"
    CSS_PATH = STYLES / "turn.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._turn_id = ""
        self._speaker: Speaker | None = None
        self._mark = ""

    def compose_body(self) -> Iterable[Widget]:
        """The card and everything that leads to it; what was said beside or below it."""
        yield TextStack(turn_content.CARD, id="card")
        yield Static(id="said", markup=False)

    def compose_below(self) -> Iterable[Widget]:
        """What was said last, the question, who speaks, and the field: always in sight."""
        yield TextStack(QUESTION, id="question")
        alone = is_alone(self.session_app.session)
        hint = _("type what you would say") if alone else _(TYPE_SAID)
        yield WordsField(hint, id="words")

    @property
    def turn(self) -> Turn:
        """The open turn."""
        turn = self.session_app.session.turn
        if turn is None:
            raise RuntimeError("no turn is open")
        return turn

    @property
    def field(self) -> WordsField:
        """The field for what is said."""
        return self.query_one("#words", WordsField)

    def begin_page(self) -> None:
        """Ready to type."""
        self.update_page()
        self.set_focus(self.field)
        self.show_keys()

    def fits(self, session: Session) -> bool:
        """While a turn is open and people talk."""
        turn = session.turn
        return session.state == "turns" and turn is not None and turn.phase == "talk"

    def on_resize(self) -> None:
        """What fits beside what depends on the width."""
        if self._turn_id:
            self.update_page()

    def update_page(self) -> None:
        """Everything about the open turn."""
        session = self.session_app.session
        turn = session.turn
        if turn is None:
            return
        if turn.id != self._turn_id:
            self._take_up(session, turn)
        easy = self.session_app.easy
        card = session.card_of(turn)
        self.top.show_heading(turn_content.where(session, turn), session.header.title, self._mark)
        # Once somebody has spoken from these shoes, the room is needed for what was said.
        spoken = bool(session.said(turn)) and not self.tall
        self.query_one("#card", TextStack).show_texts(
            who=turn_content.who(session, turn),
            shoes=turn_content.shoes(session, turn),
            you_are="" if spoken else turn_content.you_are_line(session, turn, easy=easy),
            title=turn_content.title(card),
            text=turn_content.text(card, easy=easy),
        )
        self.query_one("#said", Static).update(turn_content.said(session, turn))
        width = max(20, self.size.width - 8)
        self.show_question(
            latest=turn_content.said(session, turn, width),
            prompt=turn_content.prompt(turn, card, self.size.width),
            speaker=turn_content.speaker(session, turn, self._speaker),
        )

    def _take_up(self, session: Session, turn: Turn) -> None:
        """A turn that this page has not shown yet: take up the words that wait in it."""
        self._turn_id = turn.id
        self._mark = ""
        self._take_up_words(session, turn)
        self.query_one("Body").scroll_home(animate=False)

    def _take_up_words(self, session: Session, turn: Turn) -> None:
        """The words that wait in this turn come to the field: a voice's first, then the turn's."""
        voices = (d for d in session.drafts if d.kind == "voice" and d.turn == turn.id)
        voice = next((draft for draft in voices if draft.text.strip()), None)
        self._speaker = Speaker(voice.seat, voice.shoes) if voice else None
        draft = voice or session.draft("response", turn.id)
        self.field.fill(draft.text if draft else "")
        if draft is not None and draft.text:
            self._mark = _(KEPT)

    def keep_fields(self) -> None:
        """Keep the words of the field as a draft, unless they are kept as they stand."""
        autosave = self.session_app.autosave
        if autosave is None or self._turn_id != getattr(self.session_app.session.turn, "id", None):
            return
        kind: DraftKind = "voice" if self._speaker else "response"
        seat = self._speaker.seat if self._speaker else None
        if not self.is_kept(self.field.text, kind, self._turn_id, seat):
            shoes = self._speaker.shoes if self._speaker else ""
            autosave.note(kind, self.field.text, seat, shoes)

    def moment(self) -> Hashable:
        """Which turn is open."""
        return self._turn_id

    def words_typed(self) -> None:
        """Every change is on its way to the disk at once."""
        self.keep_fields()
        if not self.field.text and self._mark == _(KEPT):
            self._tell("")

    def happened(self, transition: Transition) -> None:
        """A draft is on the disk: say so, in words that promise no more than that."""
        if transition.name == "KeepDraft" and self.field.text and self._turn_id:
            self._tell(_(KEPT))

    def _tell(self, mark: str) -> None:
        self._mark = mark
        session = self.session_app.session
        self.top.show_heading(turn_content.where(session, self.turn), session.header.title, mark)

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Enter: these words are said."""
        if message.text.strip():
            await self._say(message.text)
        else:
            self.say(
                _("Type what you would say. Esc, then n: the next turn.")
                if is_alone(self.session_app.session)
                else _("Type what is said. Esc, then n: the next turn.")
            )

    async def _say(self, text: str) -> Transition | None:
        speaker = self._speaker
        if speaker is None:
            command = Say(text, seat=self.turn.seat)
        else:
            command = Say(text, seat=speaker.seat, shoes=speaker.shoes, draft="voice")
        done = await self.session_app.do(command)
        if done is not None:
            self.field.let_go(text)
            if not self.field.text:
                self._take_up_words(self.session_app.session, self.turn)
            if not self.field.text:
                self._tell(_(SAVED_MARK))
            self.say("")
            self.update_page()
        return done

    async def _hand_in(self) -> bool:
        """Say whatever stands in the field or waits as a draft of this turn."""
        while True:
            if not self.field.text.strip():
                await self.session_app.settle()
                self._take_up_words(self.session_app.session, self.turn)
            if not self.field.text.strip():
                return True
            if await self._say(self.field.text) is None:
                return False

    async def _step(self, command: Command, sentence: str = "") -> None:
        """A command after which another turn, or another page, may be there."""
        await self.session_app.settle()
        done = await self.session_app.do(command)
        if done is not None and self.is_current:
            self.say(sentence)

    async def action_next(self) -> None:
        """Say what stands in the field and go on."""
        if await self._hand_in():
            await self._step(Next())

    async def action_pass(self) -> None:
        """Pass."""
        await self._step(Pass())

    async def action_skip(self) -> None:
        """Another card."""
        await self._step(Skip(), _("That card was put back. Here is another."))

    async def action_swap(self) -> None:
        """Say what stands in the field, then swap."""
        if await self._hand_in():
            await self._step(Swap(), _("The same card, from the other side."))

    async def action_write_first(self) -> None:
        """Everybody writes."""
        if await self._hand_in():
            await self._step(WriteFirst())

    async def action_prompt(self) -> None:
        """The next prompt."""
        await self.session_app.do(ShowPrompt())

    async def action_undo(self) -> None:
        """Take the last step back; its words come back to the field."""
        await self._back_and_forth(Undo(), _("Taken back: {what}."))

    async def action_redo(self) -> None:
        """Do it again."""
        await self._back_and_forth(Redo(), _("Done again: {what}."))

    async def _back_and_forth(self, command: Undo | Redo, sentence: str) -> None:
        await self.session_app.settle()
        done = await self.session_app.do(command)
        if done is None:
            return
        steps = done.before.done if isinstance(command, Undo) else done.before.undone
        if self.is_current and self.fits(self.session_app.session):
            self._take_up_words(self.session_app.session, self.turn)
            self.update_page()
            self.say(sentence.format(what=step_name(steps[-1].name)))

    @work
    async def action_voice(self) -> None:
        """Another voice: who, then in which shoes."""
        from wshoes_tui.tui.screens.choice_sheets import ask_voice

        voice = await ask_voice(self.session_app, self.turn)
        if voice is None:
            return
        await self.session_app.settle()
        self._speaker = voice
        kept = self.session_app.session.draft("voice", self._turn_id, voice.seat)
        self.field.fill(kept.text if kept else "")
        self.update_page()
        self.set_focus(self.field)

    @work
    async def action_shoes(self) -> None:
        """Other shoes for this turn."""
        from wshoes_tui.tui.screens.choice_sheets import shoes_sheet

        chosen = await self.session_app.push_screen_wait(
            shoes_sheet(self.session_app.session, self.turn)
        )
        if chosen is not None:
            await self.session_app.do(ChangeShoes(chosen))

    async def action_park_card(self) -> None:
        """This card, for later."""
        await self._step(ParkCard(), _("That card is in the car park. Here is another."))

    async def action_close(self) -> None:
        """To the closing round, what stands in the field said first."""
        if await self._hand_in():
            await self._step(GoToClosing())
