"""Screen of write first: one after the other writes in private, then all is revealed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from wshoes_tui.cells.big_letters import big_rows
from wshoes_tui.cells.cell_rows import cells_in as cells
from wshoes_tui.cells.colour_profiles import WORD
from wshoes_tui.domain.commands import HandIn
from wshoes_tui.domain.models import Seat, Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import replace
from wshoes_tui.first_paint.text_places import CARD_PLACES, HANG
from wshoes_tui.first_paint.turn_text import RoomLayout
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.blocks import CardBlock
from wshoes_tui.flow.questions import is_alone
from wshoes_tui.flow.session_labels import which_of
from wshoes_tui.flow.turn_flow import prompt_block, where_told
from wshoes_tui.flow.writing_flow import WritingFlow
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import EVIDENCE
from wshoes_tui.tui.base_screen import STYLES
from wshoes_tui.tui.block_content import placed_content, work_effects
from wshoes_tui.tui.card_page import QUESTION_STACK, CardPage
from wshoes_tui.tui.content import cell_content, joined_content, stacked_content, styled_content
from wshoes_tui.tui.key_queue import Confirmation
from wshoes_tui.tui.screens.session_screen import SessionAsides
from wshoes_tui.tui.widgets.header_footer import is_crowded
from wshoes_tui.tui.widgets.text_stack import BOLD, DIM, MOST_COLUMNS, TextPlace, TextStack
from wshoes_tui.tui.widgets.words_field import WordsField

CARD = {
    "number": TextPlace(indent=HANG, below=1),
    "writer": TextPlace(BOLD, indent=HANG, most=MOST_COLUMNS),
    "waiting": TextPlace(DIM, indent=HANG, most=MOST_COLUMNS),
    "people": TextPlace(above=1, indent=HANG, most=MOST_COLUMNS, dense=("-low", "-narrow")),
    **{name: place for name, place in CARD_PLACES.items() if name not in ("who", "rest")},
    "shoes": replace(CARD_PLACES["shoes"], above=1),
}
"""How many have written, whose page it is, who is ready; their shoes and the card."""
PAIR_GAP = 4
"""Columns between two people."""


def people_content(people: Sequence[tuple[str, str, bool]], width: int) -> Content:
    """Everybody who writes in columns; who is ready has a tick."""
    told = [("✓ " if is_ready else "") + state for _name, state, is_ready in people]
    names = max((cells(name) for name, *_more in people), default=0) + len("  ")
    each = names + max(map(cells, told), default=0) + PAIR_GAP
    count = max(1, min(3, (width + PAIR_GAP) // each))
    shown = [
        joined_content(
            cell_content(name, min(names, max(8, width)), "bold" if is_ready else ""),
            cell_content(state, each - names, "" if is_ready else "dim"),
        )
        for (name, _state, is_ready), state in zip(people, told, strict=True)
    ]
    return stacked_content(
        [joined_content(*shown[n : n + count]).rstrip() for n in range(0, len(shown), count)]
    )


class WritingPage(SessionAsides, CardPage):
    """Write first at one keyboard: one person writes in private, or the keyboard is passed on.

    What is typed between two people belongs to no private page: it waits in the field of the turn
    for the talk that follows, and can be added to the page that was written last.
    """

    SCOPE = "writing"
    CSS_PATH = STYLES / "turn.tcss"
    FIELD_HINT = (Action("enter", "", N_("done: hide it"), ""),)

    def __init__(self) -> None:
        super().__init__()
        self._writer: Seat | None = None
        self._last: Seat | None = None
        """Who handed in last at this keyboard."""
        self._flow = WritingFlow(
            lambda: self.session_app.session, self._at_own_screen, Confirmation().given
        )

    def _at_own_screen(self, seat_id: str) -> bool:
        hub = self.session_app.facilitates
        return hub is not None and hub.at_own_screen(seat_id)

    def compose_body(self) -> Iterable[Widget]:
        yield TextStack(CARD, id="card")

    def compose_below(self) -> Iterable[Widget]:
        """The question, and the field of the writer."""
        yield TextStack(QUESTION_STACK, id="question")
        yield WordsField(id="words")

    def begin_page(self) -> None:
        """Between two people; who is alone writes at once."""
        self._take_up_words()
        if is_alone(self.session_app.session):
            self._take(self._flow.next)
        self.update_page()
        self.settle_focus()

    def fits(self, session: Session) -> bool:
        turn = session.turn
        return session.state == "turns" and turn is not None and turn.phase == "writing"

    def applies(self, action: Action) -> bool:
        session = self.session_app.session
        match action.name:
            case "take" | "pass":
                return self._flow.next is not None and self._writer is None
            case "hide":
                return self._writer is not None
            case "add":
                last = self._last is not None and self._writer is None
                return last and bool(self.field.text.strip())
            case "reveal":
                return bool(session.written())
            case "talk":
                return not any(draft.text for draft in session.writers())
            case _:
                return True

    def enter_does(self) -> Sequence[Action]:
        """Between two people Enter only says what comes next."""
        return super().enter_does() if self._writer is not None else ()

    @property
    def field(self) -> WordsField:
        """The page of the one who writes; between two, the field of the turn."""
        return self.query_one("#words", WordsField)

    def update_page(self) -> None:
        """The page of the one who writes, or the way to it."""
        session = self.session_app.session
        turn = session.turn
        if turn is None:
            return
        self.begin_at_top(turn)
        self.top.show_heading(
            where_told(session),
            session.header.title,
            _(EVIDENCE if session.is_for_hiring else N_("write first")),
        )
        self.show_hint(self._flow.question(self._writer).hint)
        blocks = [*self._flow.blocks(self._writer), CardBlock(session.card_of(turn))]
        blocks.append(prompt_block(session, turn))
        texts = placed_content(blocks, self.text_room, RoomLayout(), easy=self.session_app.easy)
        texts |= {"writer": texts["who"], "waiting": texts["rest"], **self._progress()}
        if session.is_for_hiring and self._writer is not None:  # the values, always in sight
            texts |= {"prompt": texts["rest"], "waiting": Content()}
        card = self.query_one("#card", TextStack)
        card.show_texts(**{name: texts[name] for name in CARD})
        self.show_question(prompt=texts["prompt"])

    def _progress(self) -> dict[str, Content]:
        """Who is ready; how many, in big letters, once nobody has to come to this keyboard."""
        session, room = self.session_app.session, self.text_room
        if self._writer is not None or is_alone(session):
            return {"number": Content(), "people": Content()}
        number = Content()
        if self._flow.next is None and not (room.slow or is_crowded(self)):
            count = which_of(len(session.written()), len(session.writers()))
            symbols = self.session_app.terminal.symbols
            rows = big_rows(count, room.width, lines=1) if symbols else []
            number = Content("\n").join(styled_content(((row, WORD),)) for row in rows if row)
        return {"number": number, "people": people_content(self._flow.people(), room.width)}

    def on_resize(self) -> None:
        """How many stand beside each other, and how large, depends on the room."""
        if self.has_begun:
            self.update_page()

    def moment(self) -> Hashable:
        """Who writes here, and who is ready."""
        writers = self.session_app.session.writers()
        ready = frozenset(page.seat for page in writers if page.handed_in)
        return self._writer.id if self._writer is not None else "", ready

    def keep_fields(self) -> None:
        """Keep the words of the field: a private page, or what waits for the talk."""
        turn = self.session_app.session.turn if self.session_app.has_session else None
        if turn is not None and self._writer is not None:
            self.keep_draft("private", self.field.text, turn.id, self._writer.id)
        elif turn is not None:
            self.keep_draft("response", self.field.text, turn.id)

    def _take_up_words(self) -> None:
        turn = self.session_app.session.turn
        draft = self.session_app.session.draft("response", turn.id) if turn is not None else None
        self.field.fill(draft.text if draft is not None else "")

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Done: the words are hidden until the reveal."""
        if self._writer is None:
            self._nobody_writes(message.text)
            return
        if not message.text.strip():
            self.say(self._flow.question(self._writer).empty)
            return
        await self.session_app.settle()
        told: list[str] = []
        effects = self._flow.hand_in(self._writer, message.text)
        if await work_effects(self.session_app, effects, told.append):
            self._last = self._writer
            await self._hide()
            self.say(" ".join(told))

    def _nobody_writes(self, text: str) -> None:
        """Enter between two people: words wait, and who writes next is for people to say."""
        if not text.strip():
            self.say(self._flow.question(None).empty)
            return
        self.field.action_newline()
        self.say(self._flow.waits_for_the_talk(self._last))

    async def _hide(self) -> None:
        self._writer = None
        self.field.fill("")
        await self.session_app.settle()
        self._take_up_words()
        self.update_page()
        self.settle_focus()

    async def action_take(self) -> None:
        self.keep_fields()
        await self.session_app.settle()
        self._take(self._flow.next)

    def _take(self, seat: Seat | None) -> None:
        """This person writes now, in a field with their words alone."""
        turn = self.session_app.session.turn
        if seat is None or turn is None:
            return
        draft = self.session_app.session.draft("private", turn.id, seat.id)
        self._writer = seat
        self.update_page()
        self.field.fill(draft.text if draft else "")

    async def action_hide(self) -> None:
        self.keep_fields()
        await self._hide()

    async def action_add(self) -> None:
        """What stands in the field belongs to what was written last: hide it there."""
        turn, last, text = self.session_app.session.turn, self._last, self.field.text
        if turn is None or last is None or not text.strip():
            return
        await self.session_app.settle()
        page = self.session_app.session.draft("private", turn.id, last.id)
        before = page.text if page is not None else ""
        whole = f"{before}\n{text}" if before else text
        if await self.session_app.do(HandIn(last.id, whole)) is not None:
            self.field.fill("")
            self.keep_fields()
            self.say(_("Added to what {who} wrote, and hidden.", who=one_line(last.label)))

    async def action_pass(self) -> None:
        """The next one would rather not write. Words they have begun are never thrown away."""
        await self.session_app.settle()
        if self._flow.next is not None:
            await work_effects(self.session_app, self._flow.pass_on())

    async def action_reveal(self) -> None:
        """All together. A second press reveals although somebody is still writing."""
        if self._writer is not None:
            await self.action_hide()
        await self.session_app.settle()
        if await work_effects(self.session_app, self._flow.reveal()):
            self.session_app.final_key.pressed("v")
            from wshoes_tui.tui.screens.reveal_screen import RevealPage

            if self.session_app.session.is_for_hiring:
                from wshoes_tui.tui.screens.responses_screen import EvidencePage

                self.session_app.push_screen(EvidencePage())
            elif self.session_app.session.responses:
                self.session_app.push_screen(RevealPage())
