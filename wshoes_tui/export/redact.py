"""What leaves in an export, in which order, and what stays behind: one answer for every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wshoes_tui.domain.handlers.participant_handler import is_somebodys_own
from wshoes_tui.domain.models import Draft, Response, Session
from wshoes_tui.domain.serialization import session_of
from wshoes_tui.locale import N_

WithheldKind = Literal["response", "draft"]

KEPT_BACK = "It was kept out of exports by choice."
NOT_HANDED_IN = N_("It was still being written and was not handed in.")


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing that is not in an export. ``id`` is None where even that could tell too much."""

    kind: WithheldKind
    id: str | None
    why: str


def may_leave(response: Response) -> bool:
    """Whether these words may stand in what is sent round."""
    return response.visibility != "withheld"


def withheld(session: Session, *, everything: bool = False) -> tuple[Withheld, ...]:
    """What an export of this session leaves out, without a word of it.

    Drafts are never exported: they were not said. Those that are somebody's alone have no id
    here.
    """
    kept_back = [
        Withheld("response", response.id, KEPT_BACK)
        for response in session.responses
        if not (everything or may_leave(response))
    ]
    unsaid = [
        Withheld("draft", None if _is_one_seats(draft) else draft.id, NOT_HANDED_IN)
        for draft in session.drafts
        if draft.text.strip()
    ]
    return (*kept_back, *sorted(unsaid, key=lambda one: one.id or ""))


def _is_one_seats(draft: Draft) -> bool:
    return draft.kind == "private" or is_somebodys_own(draft)


def in_told_order(session: Session) -> Session:
    """The session in the order in which it is told: by turn, and in a turn by place or id.

    What has no place, such as closing words or numbers, must not stand in the order in
    which people spoke: round a table, that order has names.
    """
    _, *records = session.records()
    return session_of(session.header, records)
