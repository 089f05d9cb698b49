"""Conflicts of gathering: two copies of a session that have gone on apart, side by side.

Each record that differs is kept as it is here, or taken as it is in the other copy. Nothing is
decided without an answer. ``sessions/conflicts.py`` does what was decided.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from wshoes_tui.domain.handlers.review_handler import is_shareable, text_of
from wshoes_tui.domain.merge import DifferingRecord
from wshoes_tui.domain.models import (
    Header,
    PledgeUpdate,
    Rating,
    Record,
    Seat,
    Session,
    SpokenRecord,
    Turn,
    Voice,
    WildCard,
)
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal, Value, value
from wshoes_tui.flow.blocks import Blocks, QuestionBlock, TextBlock
from wshoes_tui.flow.hiring_flow import A_PIECE_OF_EVIDENCE
from wshoes_tui.flow.labels import KIND_NAMES, STEP_NAMES
from wshoes_tui.flow.session_labels import TURN, title_or, turn_and_card
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import PLEDGE_STATES, turn_ended

SHORT = 8
"""Characters of an id that are shown, and may be typed."""
CONFLICTS = N_("Changed here and there")
SETTLED = N_("This is settled, and newer than both copies.")
NOT_SHOWN = N_("words that are not shown")
NOTHING = N_("nothing")

RECORD_NAMES: dict[str, str] = {
    "session": N_("plan and rules"),
    "seat": N_("seat"),
    "turn": TURN,
    "response": N_("response"),
    "lightbulb": KIND_NAMES["lightbulb"],
    "pledge": KIND_NAMES["pledge"],
    "pledge_update": KIND_NAMES["pledge"],
    "parked_topic": STEP_NAMES["ParkTopic"],
    "wild_card": KIND_NAMES["wild"],
    "rating": N_("number"),
    "feedback": N_("closing words"),
    "evidence": A_PIECE_OF_EVIDENCE,
    "voice": N_("number"),
}
"""What a record is called, by its kind."""


Which = Literal["here", "there", "both"]
ANSWERS: dict[str, Which | None] = {"b": "both", "k": "here", "t": "there", "l": None}
"""The letter of each answer in lines; None leaves it for later."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A session of which two copies have gone on apart.

    Attributes:
        file: the name of the file with the other copy.
        present: the session as it is here.
        other: the other copy.
        differing: the records that differ, in an order that stays.
        told: the sentence about it in the report.
    """

    file: str
    present: Session
    other: Session
    differing: tuple[DifferingRecord, ...]
    told: str

    @property
    def session_id(self) -> str:
        """The id of both."""
        return self.present.id


@value()
class Side(Value):
    """A record that differs: what it is, and how it is here and there. ``id`` is its own."""

    id: str
    what: str
    here: str
    there: str


def sides_of(conflict: Conflict) -> Iterator[Side]:
    """All that differs, side by side. Words that are withheld or were kept back are not said."""
    for one in conflict.differing:
        record = one.present or one.other
        if record is None:
            continue
        of_session = conflict.present if one.present is not None else conflict.other
        what = _(RECORD_NAMES.get(one.kind, one.kind)) + _where(of_session, record)
        here, there = (_told(side) for side in (one.present, one.other))
        if here == there:
            here, there = (
                _("{words}, changed {times} times", words=told, times=side.revision)
                for told, side in ((here, one.present), (there, one.other))
                if side is not None
            )
        yield Side(record.id, what, here, there)


def _where(session: Session, record: Record) -> str:
    turn_id = record.id if isinstance(record, Turn) else getattr(record, "turn", None)
    turn = next((turn for turn in session.turns if turn.id == turn_id), None)
    if turn is None:
        return ""
    return f" ({one_line(turn_and_card(turn.number, session.card_of(turn).title))})"


def _told(record: Record | None) -> str:
    """A copy of a record in a few words."""
    if record is None:
        return _(NOTHING)
    if isinstance(record, SpokenRecord) and not is_shareable(record, unreviewed=True):
        return _(NOT_SHOWN)
    match record:
        case Header():
            return ", ".join((title_or(record.title), record.state))
        case Seat():
            return one_line(record.label)
        case Turn():
            return turn_ended(record.state, swapped=record.swap_of is not None)
        case Rating():
            return str(record.value)
        case Voice():
            return str(record.count)
        case WildCard():
            return one_line(f"{record.title}: {record.text}")
        case PledgeUpdate():
            words = one_line(record.text or record.note)
            return f"{_(PLEDGE_STATES[record.state])}{': ' if words else ''}{words}"
        case SpokenRecord():
            return f'"{one_line(text_of(record))}"'
    return _(NOT_SHOWN)


class ConflictFlow:
    """The conflicts of a gathering, one after the other: which records are taken from there."""

    def __init__(self, conflicts: Collection[Conflict]) -> None:
        self._left = list(conflicts)
        self._count = len(self._left)
        self.taken: set[str] = set()
        """The ids of the records that are to be taken as they are in the other copy."""
        self.take("both")

    @property
    def conflict(self) -> Conflict | None:
        """The one that is asked about; None behind the last."""
        return self._left[0] if self._left else None

    @property
    def position(self) -> tuple[int, int]:
        """Which one this is, from 1, and of how many."""
        return self._count - len(self._left) + 1, self._count

    def blocks(self) -> Blocks:
        """Which session in which file, and each record on both sides with its number."""
        one = self.conflict
        if one is None:
            return
        yield TextBlock("Session", conflict_lead(one))
        for number, side in enumerate(sides_of(one), 1):
            chosen = _("there") if side.id in self.taken else _("here")
            told = _("here: {here}. There: {there}", here=side.here, there=side.there)
            row = f"{side.what}\n  {_('here')}: {side.here}\n  {_('there')}: {side.there}"
            yield TextBlock("Choice", f"{number}, {side.what}. {told}", f"[{chosen}] {row}")

    def question(self) -> QuestionBlock:
        """What is to be kept?"""
        if self.conflict is None:
            text = _("That was all. /home goes back.")
            return QuestionBlock(text, _("That was all."))
        return QuestionBlock(
            _(
                "What is to be kept? b both, and of what differs that from here; k all as it is "
                "here, t all as it is there, t 2 5 only those from there, l later."
            ),
            _("What is to be kept of each?"),
        )

    def toggle(self, record_id: str) -> None:
        """Take a record from there, or keep it after all."""
        self.taken ^= {record_id}

    def take(self, which: Which) -> None:
        """Mark all records as they are here, or there; "both" loses none that only one has."""
        differing = self.conflict.differing if self.conflict is not None else ()
        self.taken = {
            one.other.id
            for one in differing
            if one.other is not None
            if which == "there" or (which == "both" and one.present is None)
        }
        if which == "there":
            self.taken |= {one.present.id for one in differing if one.present is not None}

    def read(self, text: str) -> bool:
        """Mark what was typed. Whether it is decided with that; otherwise it is left for later.

        Raises:
            Refusal: it is no answer.
        """
        name, *numbers = text.casefold().replace(",", " ").split() or [""]
        one = self.conflict
        sides = list(sides_of(one)) if one is not None else []
        known = {str(number): side.id for number, side in enumerate(sides, 1)}
        if not sides or name not in ANSWERS or not known.keys() >= set(numbers):
            raise Refusal("Type b, k, t, t and numbers, or l. Nothing was decided.")
        if which := ANSWERS[name]:
            self.take(which)
        if name == "t" and numbers:
            self.taken = {known[number] for number in numbers}
        return bool(which)

    def go_on(self) -> None:
        """To the next one."""
        self._left = self._left[1:]
        self.take("both")


def as_it_was(path: str) -> str:
    """Where the session is that was replaced in part."""
    return _("As it was here: {path}", path=path)


def conflict_lead(conflict: Conflict) -> str:
    """Which session it is, and where the other copy is."""
    title = one_line(title_or(conflict.present.header.title))
    return _(
        "{session}, {title}: here, and in {file}",
        session=conflict.session_id[:SHORT],
        title=title,
        file=conflict.file,
    )
