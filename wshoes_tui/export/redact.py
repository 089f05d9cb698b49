"""Redaction for every export format: what leaves, in which order, and what is withheld."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from wshoes_tui.domain.handlers.participant_handler import is_somebodys_own
from wshoes_tui.domain.models import Draft, Response, Session
from wshoes_tui.domain.serialization import KINDS, session_of
from wshoes_tui.export.json_rules import UUID
from wshoes_tui.locale import N_

WithheldKind = Literal["response", "draft", "damaged"]

KEPT_BACK = "It was kept out of exports by choice."
NOT_HANDED_IN = N_("It was still being written and was not handed in.")
LEFT_OUT = "It is damaged on the disk and was left out ({kind})."
PERHAPS_WRONG = "It is damaged on the disk: what stands here may not be as it was written ({kind})."
MISSING = "Records are missing: a part of the session could not be read from the disk."
FRAME = ("session", "played_deck", "seat", "turn")
"""Kinds of records that are kept though they are damaged: they hold a session together."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing that is not in an export."""

    kind: WithheldKind
    """What it is."""
    id: str | None
    """Its id; null where even that could tell who wrote."""
    why: str
    """Why it was left out, in a sentence."""


def may_leave(response: Response) -> bool:
    """Whether these words may stand in what is sent round."""
    return response.visibility != "withheld"


def withheld(session: Session, *, everything: bool = False) -> tuple[Withheld, ...]:
    """What an export of this session leaves out, without a word of it.

    Drafts are never exported: they were not said. Those that are somebody's alone have no id
    here. What is damaged on the disk is named as well: such an export is incomplete.
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
    return (*kept_back, *sorted(unsaid, key=lambda one: one.id or ""), *_damaged(session))


def _damaged(session: Session) -> Iterator[Withheld]:
    """What could not be read of the session, or not as written. Steps of undo never leave."""
    for kind, _, id_ in (name.partition(" ") for name in session.damaged):
        if kind == "step:":
            continue
        if kind in KINDS and UUID.fullmatch(id_):
            why = PERHAPS_WRONG if kind in FRAME else LEFT_OUT
            named = None if kind == "draft" else id_
            yield Withheld("damaged", named, why.format(kind=kind.replace("_", " ")))
        else:
            yield Withheld("damaged", None, MISSING)


def is_incomplete(session: Session) -> bool:
    """Whether an export of the session lacks something because it is damaged on the disk."""
    return next(_damaged(session), None) is not None


def _is_one_seats(draft: Draft) -> bool:
    return draft.kind == "private" or is_somebodys_own(draft)


def without_speakers(session: Session) -> Session:
    """The session with no trace of who spoke, but for the names that may be told.

    Records are ordered by turn, and in a turn by place or id. What has no place, such as closing
    words or numbers, must not stand in the order in which people spoke: round a table, that order
    has names. Responses keep their seat only where they are told with a name; closing words
    only while the session names people, though they were written when it still did.
    """
    _, *records = session.records()
    kept: dict[str, Any] = {"erased": session.erased, "damaged": session.damaged}
    session = session_of(session.header, records)
    return replace(
        session,
        **kept,
        responses=tuple(
            said if said.visibility == "named" else replace(said, seat=None)
            for said in session.responses
        ),
        feedback=session.feedback
        if session.is_named
        else tuple(replace(words, seat=None) for words in session.feedback),
    )
