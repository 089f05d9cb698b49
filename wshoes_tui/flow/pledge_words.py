"""Reading a pledge as people type it: its words, and behind markers who, by when, with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from wshoes_tui.domain.commands import AddPledge
from wshoes_tui.domain.models import Horizon, Pledge, PledgeScope, Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal, Value, replace, value
from wshoes_tui.flow.date_parser import DAY_EXAMPLES, WHICH_DAY, is_no_day, read_day
from wshoes_tui.flow.session_labels import TURN, today, turn_and_card
from wshoes_tui.locale import N_, _

SCOPE_NAMES: dict[PledgeScope, str] = {
    "me": N_("me|myself"),
    "us": N_("us|we|together"),
    "others": N_("ask others|others|them"),
}
"""How people say whom a pledge needs; the first of each is said back."""
HORIZON_NAMES: dict[Horizon, str] = {
    "now": N_("now|nothing"),
    "plan": N_("a plan|plan"),
    "others": N_("others|other people"),
}
"""How people say what a pledge needs first."""
LATER_PARTS = ("condition", "scope", "horizon")
"""The parts that a pledge seldom has when it is made."""
MARKERS = {
    "owner": (N_("who"),),
    "when": (N_("by"),),
    "condition": (N_("when"), N_("if")),
    "scope": (N_("with"),),
    "horizon": (N_("needs"),),
}
"""What stands, with a colon behind it, before each part of a typed pledge."""
RESPONSE_BEFORE = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})?):\s+(\S.*)", re.DOTALL)


@value()
class TypedPledge(Value):
    """A pledge as typed; parts that were not typed are empty. ``when`` is by when.

    ``response`` is the number of the response that it comes from.
    """

    text: str
    owner: str = ""
    when: str = ""
    condition: str = ""
    scope: str = ""
    horizon: str = ""
    response: str = ""


def read_pledge(text: str) -> TypedPledge:
    """A text with, anywhere behind it, "who: Asha", "by: Friday", "when: ...", "with: us"."""
    pointing = RESPONSE_BEFORE.fullmatch(text)
    response, text = (pointing[1], pointing[2]) if pointing else ("", text)
    names = {
        told.casefold(): part
        for part, marks in MARKERS.items()
        for mark in marks
        for told in (mark, _(mark))
    }
    marker = "|".join(re.escape(name) for name in names)
    pieces = re.split(rf"(?:^|(?<=[\s,;(]))({marker})\s*:", text, flags=re.IGNORECASE)
    if len(pieces) == 1:
        return TypedPledge(text, response=response)
    parts: dict[str, str] = {}
    for name, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        parts[names[name.casefold()]] = piece.strip(" \t,;()").removesuffix(".")
    return TypedPledge(pieces[0].rstrip(" \t,;("), response=response, **parts)


def pledge_parts(typed: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a new pledge from what was typed for each; what is empty is left out.

    Raises:
        Refusal: a day, or a choice, that is not understood.
    """
    parts: dict[str, Any] = {
        name: typed[name] for name in ("text", "condition", "owner") if typed.get(name, "").strip()
    }
    if typed.get("when", "").strip() and not is_no_day(typed["when"]):
        parts["by_when"] = read_day(typed["when"], today())
        if parts["by_when"] is None:
            raise Refusal(WHICH_DAY, days=_(DAY_EXAMPLES))
    for name, choices in (("scope", SCOPE_NAMES), ("horizon", HORIZON_NAMES)):
        if wanted := typed.get(name, "").strip():
            parts[name] = _choice(wanted, choices)
    return parts


def changed_parts(typed: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a change to a pledge: as of a new one, and "no day" takes its day away.

    Raises:
        Refusal: a day, or a choice, that is not understood.
    """
    return pledge_parts(typed) | ({"no_day": True} if is_no_day(typed.get("when", "")) else {})


def _choice(wanted: str, choices: Mapping[Any, str]) -> Any:
    """The choice that is named so, in the language in use or in English."""
    folded = " ".join(wanted.casefold().split())
    for choice, names in choices.items():
        if folded in (one.casefold() for one in f"{_(names)}|{names}".split("|")):
            return choice
    known = ", ".join(_(names).partition("|")[0] for names in choices.values())
    raise Refusal("{wanted} is none of: {names}.", wanted=wanted[:40], names=known)


def typed_parts(pledge: Pledge) -> dict[str, str]:
    """A pledge as it could be typed, to be put right in fields."""
    scope, horizon = SCOPE_NAMES.get(pledge.scope, ""), HORIZON_NAMES[pledge.horizon]
    return {
        "text": pledge.text,
        "condition": pledge.condition,
        "owner": pledge.owner,
        "when": pledge.by_when.isoformat() if pledge.by_when else "",
        "scope": _(scope).partition("|")[0] if scope else "",
        "horizon": _(horizon).partition("|")[0],
    }


NOTHING_TO_COME_FROM = N_("There is no lightbulb yet, and no turn, that it could come from.")


@value()
class PledgeSource(Value):
    """What a pledge can come from: a lightbulb, or a turn. ``told`` is shown to choose by."""

    kind: Literal["lightbulb", "turn"]
    id: str
    number: int
    told: str

    @property
    def key(self) -> str:
        """The same for nothing else in its session."""
        return f"{self.kind} {self.id}"

    def given_to(self, pledge: AddPledge) -> AddPledge:
        """The command with this as the origin of the pledge."""
        if self.kind == "lightbulb":
            return replace(pledge, lightbulb=self.id)
        return replace(pledge, turn=self.id)


def pledge_sources(session: Session) -> Iterator[PledgeSource]:
    """What a pledge can come from: the lightbulbs, then the turns; the newest of each first."""
    for number, bulb in reversed([*enumerate(session.lightbulbs, 1)]):
        words = one_line(bulb.now_see.strip() or bulb.used_to_think)
        told = _("Lightbulb {number}: {words}", number=number, words=words)
        yield PledgeSource("lightbulb", bulb.id, number, told)
    for turn in session.turns[::-1]:
        told = turn_and_card(turn.number, one_line(session.card_of(turn).title))
        yield PledgeSource("turn", turn.id, turn.number, told)


def source_named(session: Session, text: str) -> tuple[PledgeSource, str]:
    """The source whose number stands before a colon, and the words behind it.

    "2: words" is lightbulb 2, "turn 3: words" is turn 3.

    Raises:
        Refusal: there is none of that number, or no colon.
    """
    number, colon, words = text.partition(":")
    name = " ".join(number.casefold().split())
    kind: Literal["lightbulb", "turn"] = "lightbulb"
    for mark in (TURN, _(TURN)):
        if name.startswith(mark.casefold()):
            kind, name = "turn", name.removeprefix(mark.casefold()).strip()
    for source in pledge_sources(session) if colon else ():
        if (source.kind, str(source.number)) == (kind, name):
            return source, words.strip()
    raise Refusal(
        "Say which: /pledge-from 2: words for lightbulb 2, /pledge-from turn 3: words for turn 3."
    )
