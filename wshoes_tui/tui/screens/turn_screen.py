"""A turn: whose, in whose shoes, the card, one prompt, and a field for what is said."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import partialmethod

from textual import work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.commands import ChangeShoes, Redo, ShowPrompt, Undo
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Session, Transition, Turn
from wshoes_tui.domain.text import one_line
from wshoes_tui.first_paint.page_frame import card_room_of, classes_of, is_broad
from wshoes_tui.first_paint.swap_text import SwapRoom, shoes_before, swap_text
from wshoes_tui.first_paint.text_places import CARD_PLACES
from wshoes_tui.first_paint.turn_picture import SAID_ROOM, counts, turn_head
from wshoes_tui.first_paint.turn_text import RoomLayout, evening_lines
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.blocks import Block
from wshoes_tui.flow.labels import UNDONE, step_name
from wshoes_tui.flow.turn_flow import SAID_FIRST, Speaker, TurnFlow, turn_news
from wshoes_tui.locale import N_, _
from wshoes_tui.tui.base_screen import STYLES
from wshoes_tui.tui.block_content import placed_content, work_effects
from wshoes_tui.tui.card_page import QUESTION_STACK, CardPage
from wshoes_tui.tui.content import styled_content
from wshoes_tui.tui.said_content import said_content, said_count
from wshoes_tui.tui.screens.session_screen import SessionAsides
from wshoes_tui.tui.widgets.header_footer import KeyLine, is_crowded
from wshoes_tui.tui.widgets.text_stack import TextStack
from wshoes_tui.tui.widgets.words_field import WordsField

ROOM_EMPTY = RoomLayout(you_are=False)
KEPT = N_("kept, not yet saved")
"""What the top line says of words that stand in the field."""
SAVED_NEWS = N_("Saved. Type on, or Esc n")
"""What stands in the field where words have just been saved."""
SAVED_FOR_PANEL = N_("Saved. Type on, or Esc w")
"""The same, where the panel has not written yet what it heard."""


class TurnPage(SessionAsides, CardPage):
    """The open turn."""

    SCOPE = "turn"
    CSS_PATH = STYLES / "turn.tcss"
    saved_news = SAVED_NEWS

    def __init__(self) -> None:
        super().__init__()
        self._flow = TurnFlow(lambda: self.session_app.session)
        self._turn_id = ""
        self._speaker: Speaker | None = None
        self._mark = ""
        self._blocks: list[Block] = []
        self._layout: RoomLayout | None = None
        self._first: Shoes | None = None
        """On a swap, the shoes that were stood in first."""
        self._sides: SwapRoom | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The card and everything that leads to it; what was said beside or below it."""
        yield TextStack(CARD_PLACES, id="card")
        yield Static(id="said", markup=False)

    def compose_below(self) -> Iterable[Widget]:
        """What was said last, the question, who speaks, and the field: always in sight."""
        yield TextStack(QUESTION_STACK, id="question")
        yield WordsField(self._flow.question().hint, id="words")

    @property
    def field(self) -> WordsField:
        return self.query_one("#words", WordsField)

    def begin_page(self) -> None:
        self.update_page()
        self.set_focus(self.field)
        self.show_keys()
        if word := self.pace_word():
            self.say(word)

    def fits(self, session: Session) -> bool:
        """While a turn is open and people talk."""
        turn = session.turn
        return session.state == "turns" and turn is not None and turn.phase == "talk"

    def applies(self, action: Action) -> bool:
        """A panel writes evidence, and everybody else writes first."""
        session = self.session_app.session
        match action.name:
            case "evidence":
                return session.is_for_hiring
            case "heard":
                return bool(session.evidence)
            case "write_first":
                return not session.is_for_hiring
        return super().applies(action)

    def on_resize(self) -> None:
        """What fits beside what depends on the width."""
        if self._turn_id:
            self.update_page()

    def update_page(self) -> None:
        session = self.session_app.session
        turn = session.turn
        if turn is None:
            return
        if turn.id != self._turn_id:
            self._take_up(session, turn)
        self.show_hint(self._flow.question().hint)
        self.begin_at_top(turn)
        self._blocks = list(self._flow.blocks(self._speaker))
        self._show_head()
        self._first = shoes_before(session)
        self.set_class(self._first is not None, "-swap")
        room = self.text_room
        asked = placed_content(self._blocks, room, ROOM_EMPTY, easy=self.session_app.easy)
        if self._first is not None and room.hang:
            asked["prompt"] = Content()  # it stands above both sides
        self.show_question(prompt=asked["prompt"], speaker=asked["speaker"])
        self.place_field(swapped=self._first is not None and self._speaker is None)
        if is_broad(classes_of(*self.size)):
            self.query_one("#said", Static).update(
                said_content(self._blocks, SAID_ROOM, headed=True)
            )
        self._layout = self._sides = None
        self.fit_room()
        self.call_after_refresh(self.fit_room)  # the field may have become smaller
        if self.has_begun:
            self.show_keys()

    def _show_head(self) -> None:
        """Which turn it is, the evening so far, and how the words are kept."""
        session, crowded = self.session_app.session, is_crowded(self)
        right = self._mark if crowded and self._mark else counts(session)
        lines = evening_lines(session, self.text_room)
        self.top.show_turn(turn_head(session, self._blocks), lines, right)
        for keys in self.query(KeyLine):  # none while the page comes up
            keys.show_note("" if crowded else self._mark)

    def fit_room(self) -> None:
        """What was said, as much as fits between the card and the question."""
        session = self.session_app.session if self.session_app.has_session else None
        if not self._blocks or session is None or not self.fits(session):
            return  # it was to be done after a refresh, and the page is on its way out
        if self._first is not None:
            self._fit_sides(self._first)
            return
        deck = one_line(session.header.title)
        if self.choosing:
            before = self._layout or RoomLayout()
            layout = RoomLayout(you_are=False, stroke=before.stroke, big=before.big)
        else:
            voices = 0 if is_broad(classes_of(*self.size)) else said_count(self._blocks)
            layout = self.card_layout(self._blocks, deck=deck, voices=voices)
        if layout == self._layout:
            return
        self._layout = layout
        easy, card = self.session_app.easy, self.query_one("#card", TextStack)
        terminal = self.session_app.terminal
        room = card_room_of(self.size.width, classes_of(*self.size), terminal)
        texts = placed_content(self._blocks, room, layout, easy=easy, deck=deck)
        card.show_texts(**{name: texts[name] for name in CARD_PLACES if name != "who"})
        self.show_question(latest=texts["latest"])

    def _fit_sides(self, first: Shoes) -> None:
        """Both sides of a swap, with as much of what was said as there is room for."""
        at = self.swap_room(None if self.choosing else self.lines_for_card())
        if at == self._sides:
            return
        self._sides = at
        texts = dict.fromkeys(CARD_PLACES, Content())
        whole = swap_text(self._blocks, first, at, easy=self.session_app.easy)
        texts["shoes"] = styled_content(whole)
        del texts["who"]
        self.query_one("#card", TextStack).show_texts(**texts)
        self.show_question(latest=Content())

    def _take_up(self, session: Session, turn: Turn) -> None:
        """A turn that this page has not shown yet: take up the words that wait in it."""
        self._turn_id = turn.id
        self._mark = ""
        self._take_up_words(session, turn)
        if len(session.turns) > 1:
            self._news = turn_news(session, easy=self.session_app.easy)

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
        """Keep the words of the field as a draft of this turn."""
        app, voice = self.session_app, self._speaker
        if not app.has_session or self._turn_id != getattr(app.session.turn, "id", None):
            return
        if voice is None:
            self.keep_draft("response", self.field.text, self._turn_id)
        else:
            self.keep_draft("voice", self.field.text, self._turn_id, voice.seat, voice.shoes)

    def moment(self) -> Hashable:
        return self._turn_id

    def words_typed(self) -> None:
        """Every change is on its way to the disk at once."""
        super().words_typed()
        self.news_is_read(self._flow.question().hint)
        if not self.field.text and self._mark == _(KEPT):
            self._tell("")

    def happened(self, transition: Transition) -> None:
        """A draft is on the disk: say so, in words that promise no more than that."""
        if transition.name == "KeepDraft" and self._mark != _(KEPT):
            self.when_at_rest(self._tell_kept)

    def _tell_kept(self) -> None:
        if self.field.text and self._turn_id == getattr(self.session_app.session.turn, "id", ""):
            self._tell(_(KEPT))

    def _tell(self, mark: str) -> None:
        self._mark = mark
        self._show_head()

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Enter: these words are said."""
        if message.text.strip():
            await self._say(message.text)
        else:
            self.say(self._flow.question().empty)

    async def _say(self, text: str) -> bool:
        told: list[str] = []
        effects = self._flow.answer(text, self._speaker)
        if not await work_effects(self.session_app, effects, told.append):
            return False
        self.field.let_go(text)
        if not self.field.text:
            self._take_up_words(self.session_app.session, self._flow.turn)
        if not self.field.text:
            self._tell(" ".join(told))
            session, turn = self.session_app.session, self._flow.turn
            panel_is_next = session.is_for_hiring and not session.heard_on(turn)
            self._news = _(SAVED_FOR_PANEL if panel_is_next else SAVED_NEWS)
        self.say(self.pace_word())
        self.update_page()
        return True

    async def _hand_in(self) -> bool:
        """Say whatever stands in the field or waits as a draft of this turn."""
        while True:
            if not self.field.text.strip():
                await self.session_app.settle()
                self._take_up_words(self.session_app.session, self._flow.turn)
            if not self.field.text.strip():
                return True
            if not await self._say(self.field.text):
                return False

    async def _step(self, name: str) -> None:
        """A step after which another turn, or another page, may be there."""
        if name in SAID_FIRST and not await self._hand_in():
            return
        await self.session_app.settle()
        told: list[str] = []
        done = await work_effects(self.session_app, self._flow.step(name), told.append)
        if done and self.is_current:
            self.say(" ".join(filter(None, (*told, self.pace_word()))))

    action_next = partialmethod(_step, "next")
    action_pass = partialmethod(_step, "pass")
    action_skip = partialmethod(_step, "skip")
    action_swap = partialmethod(_step, "swap")
    action_write_first = partialmethod(_step, "write_first")
    action_evidence = action_write_first
    action_park_card = partialmethod(_step, "park_card")
    action_close = partialmethod(_step, "close")

    async def action_prompt(self) -> None:
        await self.session_app.do(ShowPrompt())

    def action_heard(self) -> None:
        """What the panel heard so far."""
        from wshoes_tui.tui.screens.responses_screen import EvidencePage

        self.session_app.push_screen(EvidencePage())

    async def action_undo(self) -> None:
        """Take the last step back; its words come back to the field."""
        await self._back_and_forth(Undo(), _(UNDONE))

    async def action_redo(self) -> None:
        await self._back_and_forth(Redo(), _("Done again: {what}."))

    async def _back_and_forth(self, command: Undo | Redo, sentence: str) -> None:
        await self.session_app.settle()
        done = await self.session_app.do(command)
        if done is None:
            return
        steps = done.before.done if isinstance(command, Undo) else done.before.undone
        if self.is_current and self.fits(self.session_app.session):
            self._take_up_words(self.session_app.session, self._flow.turn)
            self.update_page()
            self.say(sentence.format(what=step_name(steps[-1].name)))

    @work
    async def action_voice(self) -> None:
        """Another voice: who, then in which shoes."""
        from wshoes_tui.tui.screens.choice_sheets import ask_voice

        voice = await ask_voice(self.session_app, self._flow.turn)
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
        from wshoes_tui.tui.screens.choice_sheets import shoes_sheet

        chosen = await self.session_app.push_screen_wait(
            shoes_sheet(self.session_app.session, self._flow.turn)
        )
        if chosen is not None:
            await self.session_app.do(ChangeShoes(chosen))
