"""Set-up of an evening that was held on paper: five questions, before its slips are typed up."""

from __future__ import annotations

from datetime import date, timedelta

from wshoes_tui.domain.commands import BeginSlips, Consent, Plan, RemoveSeat
from wshoes_tui.domain.handlers.setup_handler import NOBODY_SEATED
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.answer_parser import bare, is_no, is_yes
from wshoes_tui.flow.blocks import Effects, TextBlock
from wshoes_tui.flow.date_parser import WHICH_DAY, read_day
from wshoes_tui.flow.people_flow import add_seat
from wshoes_tui.flow.people_parser import read_people
from wshoes_tui.flow.session_labels import day, today, weekday
from wshoes_tui.flow.step_flow import SessionGetter
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import NOT_AGREED, count_people

STEPS = ("day", "people", "place", "programme", "consent")
"""The questions before the first slip, by the names of their steps."""
QUESTIONS = {
    "day": N_("On which day was it? Such as: Friday, 24 November."),
    "people": N_("How many people were there? A number, or their names."),
    "place": N_("At which place or table was it?"),
    "programme": N_("Which programme does it belong to?"),
    "consent": N_(
        "Was the consent sheet read out, and did everybody agree? Type yes or no. "
        "What you say here stands in every export."
    ),
}
ENTER_ALONE = N_("Enter alone: {now}.")
"""What an empty answer leaves as it is."""
YESTERDAY = N_("yesterday|last night")


class PaperSetup:
    """The questions before the first slip. They are asked from the first on when it is resumed."""

    def __init__(self, session: SessionGetter) -> None:
        self._session = session
        self._at = 0

    @property
    def step(self) -> str:
        """The name of the question."""
        return STEPS[self._at]

    def question(self) -> str:
        """The question, with what stands already."""
        return " ".join((_(QUESTIONS[self.step]), *self._now()))

    def _now(self) -> list[str]:
        """A sentence on what stands already, and stays with an empty answer; or none."""
        header, seats = self._session().header, len(self._session().seats)
        now = {
            "day": weekday(header.created.astimezone().date()),
            "people": count_people(seats) if seats else "",
            "place": one_line(header.place) or _("left out"),
            "programme": one_line(header.programme) or _("left out"),
        }.get(self.step)
        return [_(ENTER_ALONE, now=now)] if now else []

    def answer(self, text: str) -> Effects:
        """An answer; an empty one leaves what stands already.

        Raises:
            Refusal: it cannot be understood; nothing was changed.
        """
        session, step, text = self._session(), self.step, text.strip()
        if step == "people":
            yield from self._seats(text)
        elif step == "consent":
            if not (is_yes(text) or is_no(text)):
                raise Refusal("Type yes or no.")
            if is_yes(text) and not session.header.consented:
                yield Consent()
            elif is_no(text):
                yield TextBlock("Notice", _(NOT_AGREED))
            yield BeginSlips()
            return
        elif text and step == "day":
            yield from self._held_on(text)
        elif text and step == "place" and text != session.header.place:
            yield Plan(place=text)
        elif text and step == "programme" and text != session.header.programme:
            yield Plan(programme=text)
        self._at += 1

    def _held_on(self, text: str) -> Effects:
        when = past_day(text, today())
        if when is None:
            raise Refusal(WHICH_DAY, days=_("Friday, 24 November, 2026-11-24"))
        if when != self._session().header.created.astimezone().date():
            yield Plan(held_on=when, typed_up=True)
        yield TextBlock("Saved", weekday(when))
        until = when + timedelta(days=self._session().header.retention_days)
        if until <= today():
            told = _(
                "These words were to be kept until {day}, counted from that evening. They are due "
                "to be deleted.",
                day=day(until),
            )
            yield TextBlock("Notice", told)

    def _seats(self, text: str) -> Effects:
        session = self._session()
        if not text:
            if not session.seats:
                raise Refusal(NOBODY_SEATED)
            return
        people = read_people(text)
        for seat in session.seats:
            yield RemoveSeat(seat.id)
        for person in people:
            yield add_seat(person)
        yield TextBlock("Saved", count_people(len(people)))

    def go_back(self) -> None:
        """To the question before, if there is one."""
        self._at = max(0, self._at - 1)


def past_day(text: str, now: date) -> date | None:
    """The day that is meant, the last one of its name: "Friday" is not to come; None if unclear.

    A day that is named with its year may be one to come.
    """
    if bare(text) in {bare(way) for way in f"{YESTERDAY}|{_(YESTERDAY)}".split("|")}:
        return now - timedelta(days=1)
    said = read_day(text, now)
    if said is None or said <= now:
        return said
    before = now - timedelta(days=1)
    if read_day(text, before) == said - timedelta(days=1):
        return None  # so many days from now on
    for back in (7, 366):
        earlier = read_day(text, now - timedelta(days=back))
        if earlier is not None and earlier <= now:
            return earlier
    return said
