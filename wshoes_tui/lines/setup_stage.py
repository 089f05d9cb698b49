"""Who is here, with which decks, and how many turns."""

from __future__ import annotations

from wshoes_tui.domain.commands import ChangeSeat, Plan, RemoveSeat
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow import people_flow
from wshoes_tui.flow.pace_flow import opening_steps, pace_blocks
from wshoes_tui.flow.people_flow import add_seat, must_not_sit_apart, setup_blocks, setup_question
from wshoes_tui.flow.people_lists import is_heading_alone
from wshoes_tui.flow.people_parser import read_people, read_person, says_needs
from wshoes_tui.line_output import render
from wshoes_tui.lines.argument_parser import seat_named
from wshoes_tui.lines.stage import Stage
from wshoes_tui.locale import _


class SetupStage(Stage):
    """Before the session."""

    SCOPE = "setup"

    def tell_state(self) -> None:
        render.say_blocks(self.out, setup_blocks(self.session, self.pace))

    def question(self) -> str:
        return setup_question(self.session).text

    async def take_line(self, text: str) -> None:
        """A name, several with a semicolon, or a number. After the first: how to go on."""
        is_first = not self.session.seats
        try:
            await add_seats(self, text)
        finally:
            if is_first and self.session.seats:
                self.tell(*pace_blocks(self.session, self.pace))
                self.ask()

    async def go(self, where: str) -> None:  # noqa: ARG002 - there is one way on
        await self.run(opening_steps(self.session))

    async def edit(self, number: str, words: str) -> None:
        await rename(self, number, words)

    async def remove(self, number: str) -> None:
        seat = seat_named(self.session, number)
        must_not_sit_apart(self.conversation.hub, seat)
        await self.do(RemoveSeat(seat.id))
        self.out.say("Saved", _("{who} is taken away.", who=one_line(seat.label)))

    async def write(self) -> None:
        await self.plan(Plan(write_first=not self.session.header.write_first))


async def add_seats(stage: Stage, text: str) -> None:
    """Give a seat to everybody who is named in a text.

    A list is pasted line by line here, so its heading is kept for the lines that follow.

    Raises:
        Refusal: some could not be seated; all others are.
    """
    if is_heading_alone(text):
        stage.heading = text
        stage.out.say("Notice", _("That is the heading of a list. Now the people under it."))
        return
    under = stage.heading and any(sign in text and sign in stage.heading for sign in "\t;")
    refused: Refusal | None = None
    for person in read_people(f"{stage.heading}\n{text}" if under else text):
        try:
            after = (await stage.do(add_seat(person))).session
        except Refusal as refusal:
            refused = refused or refusal
        else:
            stage.out.say("Saved", render.seat_line(after.seats[-1]))
    if refused is not None:
        raise refused


async def rename(stage: Stage, wanted: str, words: str) -> None:
    """Another name, role, side and needs for a seat. Needs that are not typed stay."""
    seat = seat_named(stage.session, wanted)
    person = read_person(words)
    needs = person.needs if person.needs or says_needs(words) else None
    await stage.do(ChangeSeat(seat.id, person.label, person.role, person.side, needs))
    changed = stage.session.seat(seat.id) or seat
    stage.out.say("Saved", render.seat_line(changed))


async def name_programme(stage: Stage, words: str) -> None:
    """Tell the programme and those there are, or name the one that the session belongs to."""
    here = stage.conversation
    known = people_flow.programmes_of(await here.run_blocking(here.library.store.sessions))
    if words.strip():
        name, bar, place = words.partition("|")
        await stage.do(people_flow.plan_programme(name, place if bar else None, known))
        if here.live is not None and stage.session.state == "opening":
            await here.run_blocking(here.live.read_earlier_pledges)
            here.tell_again()
    told = people_flow.programme_told(stage.session) or _("This session is in no programme.")
    stage.out.say("Plan", told)
    if not words.strip() and (names := people_flow.known_programmes(known)):
        stage.out.say("Plan", names)
