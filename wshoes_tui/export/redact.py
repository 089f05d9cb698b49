"""Redaction for every export format: what leaves, in which order, and what is withheld.

The rule itself, which words may be passed on, is ``review_handler.is_shareable``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from wshoes_tui.domain.framework import SessionByAgenda
from wshoes_tui.domain.handlers.participant_handler import is_somebodys_own
from wshoes_tui.domain.handlers.response_handler import NAMING
from wshoes_tui.domain.handlers.review_handler import (
    REVIEWED,
    as_shared,
    is_shareable,
    is_withheld,
    spoken_records,
)
from wshoes_tui.domain.models import FIELDS, Draft, KeptPledge, Session, SpokenRecord
from wshoes_tui.domain.serialization import KINDS, session_of
from wshoes_tui.domain.summary import lacks_consent
from wshoes_tui.domain.value import value
from wshoes_tui.export.json_reader import UUID
from wshoes_tui.locale import N_, _, many
from wshoes_tui.locale.phrases import NOT_AGREED, NOT_FOR_SHARING

WithheldKind = Literal[
    "response", "evidence", "lightbulb", "pledge", "update", "topic", "card", "feedback", "draft",
    "damaged",
]  # fmt: skip
WITHHELD_KINDS: dict[str, WithheldKind] = {
    "responses": "response",
    "evidence": "evidence",
    "lightbulbs": "lightbulb",
    "pledges": "pledge",
    "pledge_updates": "update",
    "car_park": "topic",
    "wild_cards": "card",
    "feedback": "feedback",
}
"""What a withheld record is called, by its field in a session."""

KEPT_BACK = "It was kept out of exports by choice."
KEPT_IN_REVIEW = "Whoever looked through the session kept it back."
NOT_REVIEWED = "Nobody has looked yet whether it may be shared."
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


@value(kw_only=True)
class SharedSession(Session):
    """A session as it may be passed on: without what is withheld, in the words for sharing."""

    left_out: tuple[Withheld, ...] = ()
    """What is not in it any more."""
    agenda: str = ""
    """The title of the framework by whose themes it is shown; empty for those of its decks."""


def for_sharing(session: Session, *, everything: bool = False) -> SharedSession:
    """The session as an export may carry it, which is all that a format is given.

    Args:
        session: the whole session; one that went through here already stays as it is.
        everything: also what nobody has looked through. What was kept back, when it was said or
            in the review, is left out all the same.
    """
    if isinstance(session, SharedSession):
        return session
    left_out = withheld(session, everything=everything)
    lists: dict[str, Any] = {
        name: tuple(
            as_shared(record)
            for record in getattr(session, name)
            if is_shareable(record, unreviewed=everything)
        )
        for name in REVIEWED.values()
    }
    there = {None, *(record.id for records in lists.values() for record in records)}
    for kind, field in NAMING:
        lists[FIELDS[kind]] = tuple(
            one if getattr(one, field) in there else replace(one, **{field: None})
            for one in lists[FIELDS[kind]]
        )
    _header, *records = replace(session, **lists, drafts=()).records()
    shared = _without_speakers(session_of(session.header, records), session)
    parts = {name: getattr(shared, name) for name in _SESSION_FIELDS}
    parts["earlier"] = tuple(_earlier_shared(one, everything) for one in session.earlier)
    agenda = session.agenda if isinstance(session, SessionByAgenda) else ""
    return SharedSession(**parts, left_out=left_out, agenda=agenda)


def agenda_told(session: Session) -> str:
    """By whose themes the map is, where these are not those of the decks."""
    if isinstance(session, SharedSession) and session.agenda:
        return _("By the themes of {agenda}.", agenda=session.agenda)
    return ""


def _earlier_shared(kept: KeptPledge, everything: bool) -> KeptPledge:
    """A pledge of an earlier session as its own review allows: else how it stands, and no words."""
    pledge, hidden = as_shared(kept.pledge), not is_shareable(kept.pledge, unreviewed=everything)
    if hidden:
        history = tuple(replace(note, note="", was="") for note in pledge.history)
        pledge = replace(
            pledge, text=_(NOT_FOR_SHARING), condition="", owner="", by_when=None, history=history
        )
    updates = (
        as_shared(one)
        if not hidden and is_shareable(one, unreviewed=everything)
        else replace(one, note="", text="")
        for one in kept.updates
    )
    return replace(kept, pledge=pledge, updates=tuple(updates), title="")


_SESSION_FIELDS = [name for name in Session.__dataclass_fields__ if name not in ("done", "undone")]
"""Steps are never passed on: they hold words that were taken back."""


def withheld(session: Session, *, everything: bool = False) -> tuple[Withheld, ...]:
    """What an export of this session leaves out, without a word of it.

    Drafts are never exported: they were not said. Those that are somebody's alone have no id
    here. What is damaged on the disk is named as well: such an export is incomplete.
    """
    if isinstance(session, SharedSession):
        return session.left_out
    kinds = {kind: WITHHELD_KINDS[name] for kind, name in REVIEWED.items()}
    kept_back = [
        Withheld(kinds[type(record)], record.id, _why(record))
        for record in spoken_records(session)
        if not is_shareable(record, unreviewed=everything)
    ]
    return (*kept_back, *unsaid_or_damaged(session))


def unsaid_or_damaged(session: Session) -> tuple[Withheld, ...]:
    """The drafts and what is damaged on the disk, which no export holds."""
    drafts = (
        Withheld("draft", None if _is_one_seats(draft) else draft.id, NOT_HANDED_IN)
        for draft in session.drafts
        if draft.text.strip()
    )
    return (*sorted(drafts, key=lambda one: one.id or ""), *_damaged(session))


def _why(record: SpokenRecord) -> str:
    if is_withheld(record):
        return KEPT_BACK
    return KEPT_IN_REVIEW if record.review == "keep" else NOT_REVIEWED


def _damaged(session: Session) -> Iterator[Withheld]:
    """What could not be read of the session, or not as written. Steps of undo never leave."""
    for kind, _space, id_ in (name.partition(" ") for name in session.damaged):
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


def withheld_told(session: Session, *, everything: bool = False) -> Iterator[str]:
    """Sentences on what an export of this session leaves out, and why; none where nothing is."""
    left_out = withheld(session, everything=everything)
    count = Counter(one.why for one in left_out)
    if damaged := sum(one.kind == "damaged" for one in left_out):
        yield many(
            "{count} record is damaged on the disk. It is missing here, or may not be right.",
            "{count} records are damaged on the disk. They are missing here, or may not be right.",
            damaged,
        )
    if kept := count[KEPT_BACK] + count[KEPT_IN_REVIEW]:
        yield many(
            "{count} text is left out: it was kept back by choice.",
            "{count} texts are left out: they were kept back by choice.",
            kept,
        )
    if unseen := count[NOT_REVIEWED]:
        yield many(
            "{count} text is left out: nobody has looked yet whether it may be shared.",
            "{count} texts are left out: nobody has looked yet whether they may be shared.",
            unseen,
        )
    if open_drafts := count[NOT_HANDED_IN]:
        yield many(
            "{count} text is left out: it was not handed in.",
            "{count} texts are left out: they were not handed in.",
            open_drafts,
        )


def consent_told(session: Session) -> Iterator[str]:
    """A sentence on whether consent was asked; none of who rehearses alone."""
    if lacks_consent(session):
        yield _(NOT_AGREED)
    elif session.header.consented:
        yield _("Consent was asked, and everybody gave it.")


def without_speakers(session: Session) -> SharedSession:
    """The session for an export: no trace of who spoke, but for the names that may be told.

    What a format begins with. A session that was not made ready for sharing yet is given as all
    that was not kept back.
    """
    return for_sharing(session, everything=True)


def in_order_without_speakers(session: Session) -> Session:
    """The whole session, in an order that has no names: for the lossless record.

    Records are ordered by turn, and in a turn by place or id. What has no place, such as closing
    words or numbers, must not stand in the order in which people spoke: round a table, that order
    has names. Responses keep their seat only where they are told with a name; closing words
    only while the session names people, though they were written when it still did.
    """
    _header, *records = session.records()
    return _without_speakers(session_of(session.header, records), session)


def _without_speakers(ordered: Session, session: Session) -> Session:
    kept: dict[str, Any] = {
        name: getattr(session, name) for name in ("erased", "damaged", "version")
    }
    return replace(
        ordered,
        **kept,
        responses=tuple(
            said if said.visibility == "named" else replace(said, seat=None)
            for said in ordered.responses
        ),
        evidence=tuple(one if one.named else replace(one, seat=None) for one in ordered.evidence),
        feedback=ordered.feedback
        if session.is_named
        else tuple(replace(words, seat=None) for words in ordered.feedback),
    )
