"""Keeps account of every word the engine has taken in, so that a lost one is noticed.

Each text carries a number of its own, ``#17#``; wherever that number still stands, the
words are safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    AddSlip,
    Close,
    Command,
    EditResponse,
    GiveFeedback,
    HandIn,
    KeepDraft,
    ParkTopic,
    PlaceCard,
    Redo,
    Remove,
    Say,
)
from wshoes_tui.domain.engine import find
from wshoes_tui.domain.handlers.participant_handler import is_somebodys_own
from wshoes_tui.domain.handlers.turn_handler import OF_A_TURN
from wshoes_tui.domain.models import Draft, DraftKind, Evidence, Record, Response, Session

NUMBER = re.compile(r"#(\d+)#")

FIELDS: dict[type[Command], DraftKind] = {
    AddLightbulb: "lightbulb",
    AddPledge: "pledge",
    ParkTopic: "park",
    PlaceCard: "wild",
}
"""Commands that empty a field of the room's, or of the seat they name."""


def numbers(*records: Record | str | None) -> set[str]:
    """The numbers of all the words in responses, drafts and texts."""
    texts = (r if isinstance(r, str) else getattr(r, "text", "") for r in records if r)
    return {number for text in texts for number in NUMBER.findall(text)}


def undone(session: Session) -> set[str]:
    """The numbers of the words that can be done again."""
    changes = [change for step in session.undone for change in step.changes]
    records = [record for change in changes for record in (change.before, change.after)]
    return numbers(*(record for record in records if isinstance(record, Response | Evidence)))


class Ledger:
    """What was taken in and has not been let go of on purpose."""

    def __init__(self) -> None:
        self.owed: set[str] = set()
        self._given = 0

    def number(self, text: str) -> str:
        """The text with a number of its own; without words it stays as it is."""
        if not text.strip():
            return text
        self._given += 1
        return f"{text}#{self._given}#"

    def note(self, before: Session, command: Command, after: Session) -> set[str]:
        """Account for a command that was done. The numbers of words that are lost."""
        if isinstance(command, Say | AddSlip | HandIn | KeepDraft | EditResponse):
            self.owed |= numbers(command.text)
        kept = numbers(*after.responses, *after.evidence, *after.drafts)
        self.owed |= kept
        self.owed -= numbers(*_let_go(before, command)) - kept
        if before.undone and not after.undone:
            self.owed -= undone(before) - kept
        return self.owed - kept - undone(after)


def _let_go(before: Session, command: Command) -> Iterable[Record | None]:
    """What a command puts aside on purpose: the words edited or removed, the field emptied."""
    turn = before.turn
    match command:
        case EditResponse(response=id_) | Remove(record=id_):
            return (find(before, Response, id_), find(before, Evidence, id_))
        case Redo():  # of an editing or a removal
            changes = before.undone[-1].changes
            return tuple(x.before for x in changes if isinstance(x.before, Response | Evidence))
        case KeepDraft(kind=kind, seat=seat, turn=on):
            return (_field(before, kind, seat, on),)
        case HandIn(text=text, seat=seat, done=done) if done or text.strip():
            return (_field(before, "private", seat),)
        case Say(draft="own", seat=seat, turn=on):
            return (_field(before, "own", seat, on),)
        case Say(draft=kind, seat=seat):
            own = _field(before, kind, seat)
            rooms = kind != "voice" and turn is not None and seat == turn.seat
            return (own or (_field(before, kind, None) if rooms else None),)
        case AddSlip():
            return (_field(before, "slip", None),)
        case GiveFeedback(seat=seat, apart=apart):
            own = _field(before, "feedback", seat)
            return (own or (None if apart else _field(before, "feedback", None)),)
        case Close(anyway=True):
            return tuple(draft for draft in before.drafts if is_somebodys_own(draft))
    kind_ = FIELDS.get(type(command))
    return (_field(before, kind_, getattr(command, "seat", None)),) if kind_ else ()


def _field(
    session: Session, kind: DraftKind, seat: str | None, turn: str | None = None
) -> Draft | None:
    if turn is None and session.turn and kind in OF_A_TURN:
        turn = session.turn.id
    return session.draft(kind, turn, seat)
