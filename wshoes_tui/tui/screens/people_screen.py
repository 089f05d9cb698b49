"""Screen of the people: who is here, one line a seat, quick to type; and the plan."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from functools import partialmethod

from textual import work
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.commands import ChangeSeat, Plan
from wshoes_tui.domain.models import Seat, SeatState, Session
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow import people_flow
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.blocks import QuestionBlock
from wshoes_tui.flow.list_blocks import SeatBlock
from wshoes_tui.flow.pace_flow import opening_steps
from wshoes_tui.flow.people_parser import Person, line_of, read_people, read_person
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import count_people
from wshoes_tui.tui.base_screen import STYLES, ForFacilitator
from wshoes_tui.tui.block_content import block_content, seat_rows, stacked_blocks, work_effects
from wshoes_tui.tui.content import safe_content, stacked_content
from wshoes_tui.tui.key_queue import Confirmation
from wshoes_tui.tui.one_shot_screen import ACTIONS_PLACE, OneShotPage
from wshoes_tui.tui.screens.choice_sheets import shoes_sheet
from wshoes_tui.tui.screens.help_screens import code_content
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.text_stack import TextStack
from wshoes_tui.tui.widgets.words_field import WordsField


class PeoplePage(ForFacilitator, OneShotPage):
    """Before the session, and (``during``) at any time in it."""

    SCOPE = "people"
    CSS_PATH = STYLES / "turn.tcss"
    FIELD_HINT = (Action("enter", "", N_("add"), ""),)

    def __init__(self, *, during: bool = False) -> None:
        super().__init__()
        self._during = during
        self._renaming: Seat | None = None
        self._put_aside = ""
        """What stood in the field when a line was put right in it."""
        self._confirmation = Confirmation()
        """That a seat at a screen of its own is to be let go."""

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="people-lead", classes="lead", markup=False)
        yield ChoiceList(id="seats")
        yield Static(id="plan", classes="gap quiet", markup=False)
        yield Static(id="join-code", classes="gap", markup=False)

    def compose_below(self) -> Iterable[Widget]:
        yield TextStack(ACTIONS_PLACE, id="question")
        yield WordsField(self._question_block.hint, id="words")

    def begin_page(self) -> None:
        """Ready for the first name, or for one that was begun."""
        self.update_page()
        self.field.fill(self.session_app.unsent)
        self.session_app.unsent = ""
        self.settle_focus()

    @property
    def field(self) -> WordsField:
        return self.query_one("#words", WordsField)

    @property
    def list_rests(self) -> bool:
        return self._renaming is None

    @property
    def rows(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    def moment(self) -> Hashable:
        """Who asks to be let in, and who is here."""
        hub = self.session_app.facilitates
        asking = tuple(id(one) for one in hub.asking) if hub is not None else ()
        return asking, tuple((seat.id, seat.state) for seat in self.session_app.session.seats)

    def fits(self, session: Session) -> bool:
        """Until the opening; during the session for as long as it is wanted."""
        return self._during or session.state == "setup"

    def applies(self, action: Action) -> bool:
        """During the session the plan stands; before it nobody is away."""
        hub = self.session_app.facilitates
        match action.name:
            case "let_in" | "turn_away":
                return hub is not None and bool(hub.asking)
            case "joining" | "give_shoes" | "lower_hand":
                return hub is not None
            case "leave":
                return hub is not None and not self._during
            case "back":
                return hub is None or self._during
            case "write_first" | "order":
                return not self._during and not self.session_app.session.is_for_hiring
            case "go" | "programme":
                return not self._during
            case "candidate":
                return not self._during and people_flow.may_be_for_hiring(self.session_app.session)
            case "side" | "away" | "rename" | "remove":
                return self._seat() is not None
            case _:
                return True

    def on_resize(self) -> None:
        if self.query("#join-code"):
            self.put("join-code", code_content(self, len(self.session_app.session.seats)))

    def update_page(self) -> None:
        session = self.session_app.session
        present = count_people(len(session.present)) if session.present else ""
        self.top.show_heading(_("Who is here?"), session.header.title, present)
        question, lead = self._question_block, self.query_one("#people-lead", Static)
        lead.display = bool(question.label)
        lead.update(block_content(question))
        blocks = list(people_flow.setup_blocks(session, self.session_app.pace, self._about))
        self.query_one(ChoiceList).fill(seat_rows(blocks))
        told = stacked_blocks(b for b in blocks if not isinstance(b, SeatBlock))
        self.query_one("#plan", Static).update(told)
        self.on_resize()
        self.show_question()

    @property
    def _question_block(self) -> QuestionBlock:
        app, hosted = self.session_app, self.session_app.facilitates is not None
        return people_flow.setup_question(app.session, hosted=hosted, during=self._during)

    def _about(self, seat: Seat) -> Sequence[str]:
        hub = self.session_app.facilitates
        if hub is None:
            return ()
        from wshoes_tui.hub.roster import about

        return about(hub, self.session_app.session, seat)

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """A name, several, a number; or nothing: begin."""
        text, field = message.text, message.field
        if self._renaming is not None:
            person = read_person(text)
            done = await self.session_app.do(
                ChangeSeat(self._renaming.id, person.label, person.role, person.side, person.needs)
            )
            if done is not None:
                self._renaming = None
                field.fill(self._put_aside)
            return
        if not text.strip():
            self.say(self._question_block.empty)
            return
        await self._add(text)

    async def _add(self, text: str) -> bool:
        """Give these people seats; those who could not be given one stay in the field."""
        try:
            people = read_people(text)
        except Refusal as refusal:
            self.say(_(refusal.template, **refusal.words))
            return False
        for number, person in enumerate(people):
            if await self.session_app.do(people_flow.add_seat(person)) is None:
                if number:  # those before are seated
                    self.field.fill("\n".join(map(line_of, people[number:])))
                return False
        self.field.let_go(text)
        if len(text.strip()) == 1 and text.strip().islower():  # a key typed without Esc
            self.say(_("That is a person now. For a key, Esc first: Esc, then u takes it back."))
        return True

    async def action_go(self) -> None:
        """Everybody is here, who stands in the field too."""
        waiting = self.field.text if self._renaming is None else ""
        if waiting.strip() and not await self._add(waiting):
            return
        if not self.session_app.session.seats:
            self.say(_("Type who is here first. One is enough."))
            return
        await work_effects(self.session_app, opening_steps(self.session_app.session))

    def on_option_list_option_selected(self) -> None:
        """Enter on a seat: put its line right."""
        self.action_rename()

    def _seat(self) -> Seat | None:
        return self.session_app.session.seat(self.query_one(ChoiceList).chosen)

    async def action_side(self) -> None:
        if (seat := self._seat()) is not None:
            await self.session_app.do(people_flow.other_side(seat))

    async def action_candidate(self) -> None:
        """Who stands in the field is the candidate; else the marked seat, or nobody any more."""
        typed = self.field.text.strip() if self._renaming is None else ""
        command = people_flow.as_candidate(self.session_app.session, typed, self._seat())
        if await self.session_app.do(command) is not None and typed:
            self.field.fill("")

    async def action_away(self) -> None:
        if (seat := self._seat()) is not None:
            state: SeatState = "away" if seat.state == "here" else "here"
            await self.session_app.do(ChangeSeat(seat.id, state=state))

    def action_rename(self) -> None:
        if (seat := self._seat()) is not None:
            if self._renaming is None:
                self._put_aside = self.field.text
            self._renaming = replace(seat)
            self.field.fill(line_of(Person(seat.label, seat.role, seat.side, seat.needs)))
            self.settle_focus()

    async def action_remove(self) -> None:
        """Take the seat away; in the session it is marked as left."""
        seat, hub = self._seat(), self.session_app.facilitates
        if seat is None:
            return
        if hub is not None and hub.at_own_screen(seat.id):
            if self._confirmation.given(seat.id):
                self.session_app.final_key.pressed("x")
                done = await people_flow.close_seat(hub, self.session_app.session, seat)
                self.say(done.on_screen)
            else:
                self.say(people_flow.let_go_block(seat).on_screen)
            return
        await self.session_app.do(people_flow.take_seat_away(self.session_app.session, seat))

    async def action_write_first(self) -> None:
        await self.session_app.do(Plan(write_first=not self.session_app.session.header.write_first))

    async def action_order(self) -> None:
        await self.session_app.do(people_flow.next_order(self.session_app.session))

    async def _plan_turns(self, change: int) -> None:
        await self.session_app.do(people_flow.plan_turns(self.session_app.session, change))

    action_more = partialmethod(_plan_turns, 1)
    action_fewer = partialmethod(_plan_turns, -1)

    def action_minutes(self) -> None:
        """How long there is; it goes on counting where the session has begun."""
        from wshoes_tui.tui.screens.field_sheets import MINUTES_FIELDS
        from wshoes_tui.tui.screens.fields_page import EditSheet

        app, pace = self.session_app, self.session_app.pace

        async def save(values: dict[str, str]) -> bool:
            try:
                done = await work_effects(app, pace.take(app.session, values["minutes"]))
            except Refusal as refusal:
                app.say(_(refusal.template, **refusal.words))
                return False
            self.update_page()
            return done

        lead = safe_content(_("How long have you got, from the first card on?"), "bold")
        there = {"minutes": str(app.session.header.planned_minutes or "")}
        app.push_screen(EditSheet(lead, MINUTES_FIELDS, there, save))

    async def action_programme(self) -> None:
        """Which programme this session belongs to, and at which place."""
        from wshoes_tui.tui.screens.field_sheets import PROGRAMME_FIELDS
        from wshoes_tui.tui.screens.fields_page import EditSheet

        app = self.session_app
        library = await app.attempt(app.opener.open_library)
        lines = await app.attempt(library.store.sessions) if library is not None else ()
        known, header = people_flow.programmes_of(lines or ()), app.session.header

        async def save(values: dict[str, str]) -> bool:
            plan = people_flow.plan_programme(values["programme"] or "-", values["place"], known)
            if (plan.programme, plan.place) == (header.programme, header.place):
                return True
            return await app.do(plan) is not None

        told = [safe_content(_(people_flow.WHAT_A_PROGRAMME_IS), "bold")]
        if names := people_flow.known_programmes(known):
            told.append(safe_content(names, "dim"))
        now = {"programme": header.programme, "place": header.place}
        app.push_screen(EditSheet(stacked_content(told), PROGRAMME_FIELDS, now, save))

    def action_joining(self) -> None:
        if self.session_app.facilitates is not None:
            from wshoes_tui.tui.screens.help_screens import JoiningPage

            self.session_app.push_screen(JoiningPage())

    def action_let_in(self) -> None:
        self._answer(let_in=True)

    def action_turn_away(self) -> None:
        self._answer(let_in=False)

    def _answer(self, *, let_in: bool) -> None:
        hub = self.session_app.facilitates
        if hub is not None and hub.asking:
            hub.answer(hub.asking[0], let_in=let_in)

    def action_lower_hand(self) -> None:
        """Take down the hand of the marked seat: they were seen."""
        hub, seat = self.session_app.facilitates, self._seat()
        if hub is None or seat is None:
            return
        try:
            people_flow.lower_hand(hub, seat)
        except Refusal as refusal:
            self.say(_(refusal.template, **refusal.words))

    @work
    async def action_give_shoes(self) -> None:
        """Shoes for the marked seat to talk in; whose turn it is takes them for the turn."""
        app, hub, seat = self.session_app, self.session_app.facilitates, self._seat()
        session = app.session
        if hub is None or seat is None:
            return
        try:
            turn = people_flow.talking_turn(session)
        except Refusal as refusal:
            self.say(_(refusal.template))
            return
        if seat.id != turn.seat and not hub.at_own_screen(seat.id):
            self.say(people_flow.no_shoes_block(seat).on_screen)
            return
        chosen = await app.push_screen_wait(shoes_sheet(session, turn))
        if chosen is not None:
            shoes = session.shoes_of(turn, chosen)
            await work_effects(app, people_flow.give_shoes(hub, session, seat, shoes))

    async def action_leave(self) -> None:
        """End the hosting; elsewhere there is a Home to go back to."""
        if self.session_app.facilitates is not None:
            await self.session_app.leave()

    async def action_back(self) -> None:
        """Back to the card, or to Home, which a host has not; the set-up is kept until then."""
        self.session_app.unsent = self._put_aside if self._renaming is not None else self.field.text
        if self._during:
            self.session_app.pop_screen()
            self.session_app.follow()
        elif self.session_app.facilitates is None:
            await self.session_app.go_home()
