"""Reading what is typed behind a command: a lightbulb, a pledge, numbers, a card of one's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from wshoes_tui.domain.models import DraftKind
from wshoes_tui.domain.refusal import Refusal
from wshoes_tui.locale import _
from wshoes_tui.plain.choosing import short
from wshoes_tui.plain.show import today
from wshoes_tui.services.days import DAY_EXAMPLES, read_day
from wshoes_tui.services.fields import pack

TWO_HALVES = re.compile(
    r"(?:I )?(?:used to think|thought)[:,]?\s+(?P<used>\S.*?)\s"
    r"(?:(?:but|and) )?now,?\s+(?:I )?see[:,]?\s+(?P<now>.+)",
    re.IGNORECASE | re.DOTALL,
)
"""No two repetitions in it share a character, so long texts take no longer than their length."""
RESPONSE_FIRST = re.compile(r"\s*(\d{1,3})\s*:\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TypedLightbulb:
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


@dataclass(frozen=True, slots=True)
class TypedPledge:
    """A pledge as typed; parts that were not typed are empty."""

    text: str
    owner: str = ""
    when: str = ""


def read_pledge(text: str) -> TypedPledge:
    """A text with, anywhere behind it, "who: Asha" and "by: Friday"."""
    names = {"who": "owner", _("who"): "owner", "by": "when", _("by"): "when"}
    marker = "|".join(re.escape(name) for name in names)
    pieces = re.split(rf"(?:^|(?<=[\s,;(]))({marker})\s*:", text, flags=re.IGNORECASE)
    if len(pieces) == 1:
        return TypedPledge(text)
    parts = {"owner": "", "when": ""}
    for name, value in zip(pieces[1::2], pieces[2::2], strict=True):
        parts[names[name.lower()]] = value.strip(" \t,;()").removesuffix(".")
    return TypedPledge(pieces[0].rstrip(" \t,;("), **parts)


def day_of(when: str) -> date | None:
    """The day that is meant; None where nothing was typed.

    Raises:
        Refusal: it is no day that we know.
    """
    if not when.strip():
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
    """Words behind a command in the shape in which every face keeps a draft of that kind."""
    match kind:
        case "lightbulb":
            bulb = read_lightbulb(words)
            fields = {"used": bulb.used_to_think, "now": bulb.now_see}
        case "pledge":
            pledge = read_pledge(words)
            fields = {"text": pledge.text, "owner": pledge.owner, "when": pledge.when}
        case "wild":
            title, _bar, text = (part.strip() for part in words.partition("|"))
            fields = {"title": title, "text": text}
        case _:
            fields = {"text": words}
    return pack(fields)
