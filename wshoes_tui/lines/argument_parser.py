"""From what somebody typed to the one thing that is meant: a seat, shoes, a number in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from wshoes_tui.domain.deck import Deck, Shoes
from wshoes_tui.domain.draft_fields import pack
from wshoes_tui.domain.models import DraftKind, Seat, Session
from wshoes_tui.domain.value import Refusal, Value, value
from wshoes_tui.flow.answer_parser import with_usual_digits
from wshoes_tui.flow.date_parser import DAY_EXAMPLES, is_no_day, read_day
from wshoes_tui.flow.name_finder import MOST_SAID_BACK as MOST_SAID_BACK
from wshoes_tui.flow.name_finder import Named as Named
from wshoes_tui.flow.name_finder import pick as pick
from wshoes_tui.flow.name_finder import short as short
from wshoes_tui.flow.pledge_words import LATER_PARTS, read_pledge
from wshoes_tui.flow.session_labels import today
from wshoes_tui.locale import N_, _

Thing = TypeVar("Thing")


def seat_named(session: Session, wanted: str) -> Seat:
    """The seat of a label, of the beginning of one, or of a number.

    Raises:
        Refusal: there is none, or it could be several.
    """
    folded = wanted.strip().casefold()
    called = [seat for seat in session.seats if seat.label.casefold() == folded]
    number = with_usual_digits(folded)
    called = called or [seat for seat in session.seats if str(seat.number) == number]
    if called:
        return called[0]
    named: Named[Seat] = [(seat, (seat.label,)) for seat in session.seats]
    return pick(wanted, named, N_("Nobody here is called {wanted}. /seats says who is here."))


def shoes_named(deck: Deck, wanted: str) -> Shoes:
    """The shoes of a deck by mark, id, name, or a beginning of one.

    Raises:
        Refusal: there are none, or it could be several.
    """
    named: Named[Shoes] = [(shoes, (shoes.name, shoes.mark, shoes.id)) for shoes in deck.shoes]
    return pick(
        wanted, named, N_("There are no shoes called {wanted}. /shoes says which there are.")
    )


def numbered(things: Sequence[Thing], wanted: str, unknown: str) -> Thing:
    """The thing with that number in a list that begins with 1.

    Raises:
        Refusal: ``unknown``, with ``{wanted}``, where it has none of that number.
    """
    wanted = wanted.strip()
    number = int(wanted) if re.fullmatch(r"\d{1,6}", wanted) else 0
    if not 1 <= number <= len(things):
        raise Refusal(unknown, wanted=short(wanted))
    return things[number - 1]


def split_line(text: str) -> tuple[str, str]:
    """The name of the command that a line is, or "" where it is words; and the words.

    "/say Tom: yes" is "/say" and "Tom: yes"; "//home" is no command, but "/home" as words.
    """
    if not text.startswith("/") or text.startswith("//"):
        return "", text.removeprefix("/")
    name = text.split(maxsplit=1)[0]
    words = text[len(name) + 1 :]
    return name, words if words.strip() else ""


def first_word(text: str) -> tuple[str, str]:
    """The first word of a text, and the rest."""
    word, _, rest = text.strip().partition(" ")
    return word, rest.strip()


TWO_HALVES = re.compile(
    r"(?:I )?(?:used to think|thought)[:,]?\s+(?P<used>\S.*?)\s"
    r"(?:(?:but|and) )?now,?\s+(?:I )?see[:,]?\s+(?P<now>.+)",
    re.IGNORECASE | re.DOTALL,
)
"""No two repetitions in it share a character, so long texts take no longer than their length."""
RESPONSE_FIRST = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})?)\s*:\s*(.*)", re.DOTALL)


@value()
class TypedLightbulb(Value):
    """A lightbulb as typed. ``response`` is the number of the response it points at, or empty."""

    now_see: str
    used_to_think: str = ""
    response: str = ""


def read_lightbulb(text: str) -> TypedLightbulb:
    """ "I used to think ... now I see ...", "... | ...", or only what is seen now.

    A number and a colon before it point at a response.
    """
    pointing = RESPONSE_FIRST.fullmatch(text)
    response, text = (pointing[1], pointing[2]) if pointing else ("", text)
    used, bar, now = (part.strip() for part in text.partition("|"))
    if bar:
        return TypedLightbulb(now, used, response)
    halves = TWO_HALVES.fullmatch(text.strip())
    if halves:
        return TypedLightbulb(halves["now"], halves["used"].rstrip(" \t\n.,;:/|"), response)
    return TypedLightbulb(text, "", response)


def day_of(when: str) -> date | None:
    """The day that is meant; None where nothing was typed, or that there is none.

    Raises:
        Refusal: it is no day that we know.
    """
    if not when.strip() or is_no_day(when):
        return None
    found = read_day(when, today())
    if found is None:
        raise Refusal(
            "{when} is no day that I know. For example: {days}",
            when=short(when),
            days=_(DAY_EXAMPLES),
        )
    return found


def as_fields(kind: DraftKind, words: str) -> str:
    """Words behind a command as the text of a draft of that kind, which every front end reads."""
    match kind:
        case "lightbulb":
            bulb = read_lightbulb(words)
            fields = {"used": bulb.used_to_think, "now": bulb.now_see}
        case "pledge":
            pledge = read_pledge(words)
            fields = {"text": pledge.text, "owner": pledge.owner, "when": pledge.when}
            fields |= {name: told for name in LATER_PARTS if (told := getattr(pledge, name))}
        case "wild":
            title, _bar, text = (part.strip() for part in words.partition("|"))
            fields = {"title": title, "text": text}
        case _:
            fields = {"text": words}
    return pack(fields)
