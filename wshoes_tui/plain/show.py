"""What cards, shoes, seats, words and pledges are in plain lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from wshoes_tui.domain.deck import Card, Shoes
from wshoes_tui.domain.draw import possible_turns
from wshoes_tui.domain.models import Lightbulb, Pledge, Response, Seat, Session, Turn
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.domain.turns import prompts_of
from wshoes_tui.locale import _
from wshoes_tui.plain.out import Out
from wshoes_tui.services.days import MONTH_NAMES
from wshoes_tui.services.wording import RUNG_WORDS, SEAT_WORDS, SIDE_WORDS, STATE_WORDS

SHORT_ID = 8


def title(session: Session) -> str:
    """The title of a session, and the beginning of its id."""
    name = session.header.title or _("a session without a deck")
    return f"{one_line(name)}, {session.id[:SHORT_ID]}"


def shoes_name(shoes: Shoes) -> str:
    """The mark and the name: "P The person going home"."""
    return one_line(f"{shoes.mark} {shoes.name}")


def shoes(out: Out, worn: Shoes, *, easy: bool) -> None:
    """Shoes: which, and what it is like to stand in them."""
    out.say("Shoes", shoes_name(worn))
    out.say("Shoes", one_line(worn.easy if easy and worn.easy else worn.you_are))


def card(out: Out, shown: Card, *, easy: bool) -> None:
    """A card: its title, a warning where it may hurt, and its text."""
    out.say("Card", one_line(shown.title))
    if shown.tender == 2:
        out.say("Notice", _("Take care: this may be close to home."))
    use_easy = easy and bool(shown.easy)
    for row in _rows(shown.easy if use_easy else shown.text, is_poem=shown.kind == "poem"):
        out.say("Card", row)


def _rows(text: str, *, is_poem: bool) -> list[str]:
    """A paragraph each, or a line each; an empty one between the stanzas of a poem."""
    text = safe(text).strip("\n")
    if is_poem:
        return re.sub(r"\n\s*\n", "\n\n", text).split("\n")
    return [one_line(part) for part in re.split(r"\n\s*\n", text) if part.strip()]


def turn_line(session: Session, turn: Turn) -> str:
    """ "3 of 6, Asha"."""
    of = max(turn.number, possible_turns(session, session.header.planned_turns))
    told = _("{turn} of {turns}", turn=turn.number, turns=of)
    seat = session.seat(turn.seat)
    if seat is not None and session.header.kind == "group":
        told = f"{told}, {one_line(seat.label)}"
    if turn.swap_of is not None:
        told = _("{told}, the same card from the other side", told=told)
    return told


def prompt(out: Out, session: Session, turn: Turn, index: int | None = None) -> None:
    """The prompt that is shown, or that of an index: which one, its rung, its question."""
    prompts = prompts_of(session.card_of(turn))
    at = min(turn.prompt if index is None else index, len(prompts) - 1)
    shown = prompts[at]
    which = _("{number} of {count}", number=at + 1, count=len(prompts))
    out.say("Prompt", f"{which}, {_(RUNG_WORDS[shown.rung])}: {one_line(shown.text)}")


def said(out: Out, session: Session, turn: Turn, response: Response, number: int) -> None:
    """One response: its number on the turn, who said it if that is kept, its shoes, its words."""
    seat = session.seat(response.seat)
    head = [str(number), shoes_name(session.shoes_of(turn, response.shoes))]
    if seat is not None:
        head.insert(1, one_line(seat.label))
    if response.visibility == "withheld":
        head.append(_("kept out of every export"))
    out.say("Said", f"{', '.join(head)}: {response.text}")


def all_said(out: Out, session: Session, turn: Turn) -> None:
    """Every response of a turn, in order."""
    for number, response in enumerate(session.said(turn), 1):
        said(out, session, turn, response, number)


def seat_line(seat: Seat, more: Sequence[str] = ()) -> str:
    """ "1, Asha, carer, lives with it, wheelchair user", and ``more`` that there is to know."""
    state, side = SEAT_WORDS[seat.state], SIDE_WORDS[seat.side] if seat.side else ""
    told = (seat.role, side and _(side), seat.needs, state and _(state))
    parts = (str(seat.number), seat.label, *told, *more)
    return ", ".join(one_line(part) for part in parts if part)


def pledge_line(pledge: Pledge, number: int) -> str:
    """ "1, I will ring before I come. Asha, by 4 December"."""
    owner = one_line(pledge.owner) or _("no owner yet")
    when = _("by {day}", day=day(pledge.by_when)) if pledge.by_when else _("no day yet")
    state = STATE_WORDS[pledge.state]
    told = ", ".join(part for part in (owner, when, state and _(state)) if part)
    return f"{number}, {one_line(pledge.text)} ({told})"


def lightbulb_line(session: Session, bulb: Lightbulb, number: int) -> str:
    """Both halves of a lightbulb and where it came from, a line each."""
    parts = []
    if bulb.used_to_think.strip():
        parts.append(_("I used to think: {words}", words=one_line(bulb.used_to_think)))
    if bulb.now_see.strip():
        parts.append(_("Now I see: {words}", words=one_line(bulb.now_see)))
    turn = next((turn for turn in session.turns if turn.id == bulb.turn), None)
    if turn is not None:
        worn = shoes_name(session.shoes_of(turn, bulb.shoes or None))
        parts.append(_("Turn {turn}, {shoes}", turn=turn.number, shoes=worn))
    return f"{number}, " + "\n".join(parts)


def day(when: date) -> str:
    """A day as "24 November", with the year where it is not this one."""
    year = "" if when.year == today().year else f" {when.year}"
    return f"{when.day} {_(MONTH_NAMES[when.month - 1])}{year}"


def clock(when: datetime) -> str:
    """A time of today as "14:02", of another day as "24 November"."""
    here = when.astimezone()
    return f"{here:%H:%M}" if here.date() == today() else day(here.date())


def today() -> date:
    """Today, on the calendar of this room."""
    return date.today()  # noqa: DTZ011 - the day on the wall, whatever the time is elsewhere
