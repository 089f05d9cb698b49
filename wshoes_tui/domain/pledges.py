"""Pledge queries: which pledges of earlier sessions a session asks about, and what it was told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from wshoes_tui.domain.handlers.review_handler import is_withheld
from wshoes_tui.domain.models import KeptPledge, Pledge, PledgeUpdate, Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import replace
from wshoes_tui.locale import N_

PledgeReader = Callable[[str | None, Session], Iterable[KeptPledge]]


def pledges_of(sessions: Iterable[Session], programme: str | None = None) -> list[KeptPledge]:
    """The pledges of these sessions with what became of them in any, the oldest session first.

    Those of a session in which somebody is chosen are left out: nothing of a candidate stands in
    a list beside others.

    Args:
        sessions: all that there are: updates may stand in any of them.
        programme: only pledges made in sessions of it; None for all.
    """
    by_age = sorted(sessions, key=lambda one: (one.header.created, one.id))
    told = [(one, session.id) for session in by_age for one in session.pledge_updates]
    told.sort(key=lambda pair: (pair[0].on, pair[0].made_in == pair[1]))
    updates: dict[str, list[PledgeUpdate]] = defaultdict(list)
    for update, _session in told:
        updates[update.pledge].append(update)
    return [
        KeptPledge(
            pledge=pledge,
            session=session.id,
            title=session.header.title,
            created=session.header.created,
            closed=session.header.closed,
            programme=session.header.programme,
            place=session.header.place,
            updates=tuple(updates[pledge.id]),
        )
        for session in by_age
        if not session.is_for_hiring
        and (programme is None or session.header.programme == programme)
        for pledge in sorted(session.pledges, key=lambda one: one.id)
    ]


def asks_about_pledges(session: Session) -> bool:
    """Whether a session goes on from others: one of a programme, or that continues another."""
    header = session.header
    of_others = any(one.made_in != session.id for one in session.pledge_updates)
    if session.is_for_hiring:  # nothing of one candidate in the record of another
        return False
    return header.kind == "group" and bool(header.programme or header.parent or of_others)


def with_earlier(session: Session, read: PledgeReader) -> Session:
    """The session with the pledges of earlier sessions that it asks about, if it goes on from any.

    Args:
        read: returns the pledges of a programme, or of all sessions, for a session that asks.

    Raises:
        StoreError: ``read`` raised it.
    """
    if not asks_about_pledges(session):
        return session
    return with_earlier_pledges(session, read(session.header.programme or None, session))


def with_earlier_pledges(session: Session, kept: Iterable[KeptPledge]) -> Session:
    """The session with the pledges of earlier sessions that it asks about, oldest first.

    These are the open ones of its programme, and those of which it was told already. Where it has
    a place, they are of that place or of none: another table asks about its own.

    Args:
        session: the session that asks.
        kept: all pledges of its programme, or of all sessions; those that are not asked about
            may be missing.
    """
    told = {one.pledge for one in session.pledge_updates}
    own = {one.id for one in session.pledge_updates}
    ended = session.header.closed.date() if session.header.closed else None

    def as_then(one: KeptPledge) -> KeptPledge:
        """As it stood when this session asked: without its own updates and those of later ones."""
        before = (x for x in one.updates if x.id not in own and (ended is None or x.on <= ended))
        return replace(one, updates=tuple(before))

    earlier = (as_then(one) for one in kept if one.session != session.id)
    asked = (
        one for one in earlier if one.pledge.id in told or (one.is_open and _is_asked(session, one))
    )
    return replace(session, earlier=tuple(sorted(asked, key=_oldest_first)))


def _is_asked(session: Session, one: KeptPledge) -> bool:
    header = session.header
    if one.session == header.parent:
        return True
    if not header.programme or one.programme != header.programme:
        return False
    if header.place and one.place not in ("", header.place):
        return False
    begun = header.created.astimezone().date()
    was_closed = one.closed is not None and one.closed <= header.created
    return was_closed or one.created.astimezone().date() < begun


def _oldest_first(one: KeptPledge) -> tuple[object, ...]:
    first = one.pledge.history[0].on if one.pledge.history else one.created.date()
    return first, one.created, one.pledge.id


def update_of(session: Session, pledge_id: str) -> PledgeUpdate | None:
    """What this session was told of a pledge; None if nothing was yet."""
    return next((one for one in session.pledge_updates[::-1] if one.pledge == pledge_id), None)


def as_told(session: Session) -> Iterator[KeptPledge]:
    """The earlier pledges with what this session was told of them."""
    for one in session.earlier:
        yield one.with_update(update_of(session, one.pledge.id))


Phrase = tuple[str, dict[str, object]]
"""A text to be translated, and the words in it."""


def origin_of(session: Session, pledge: Pledge) -> Phrase | None:
    """What a pledge came from: its lightbulb, its words, or else its turn; None if unknown.

    Words that are kept out of exports are told nowhere: then it is the turn.
    """
    for bulb in session.lightbulbs:
        if bulb.id == pledge.lightbulb and not is_withheld(bulb):
            words = bulb.now_see.strip() or bulb.used_to_think
            return N_("From the lightbulb: {words}"), {"words": one_line(words)}
    for said in session.responses:
        if said.id == pledge.response and not is_withheld(said):
            return N_("From the words: {words}"), {"words": one_line(said.text)}
    for turn in session.turns:
        if turn.id == pledge.turn:
            title = one_line(session.card_of(turn).title)
            return N_("From turn {number}, {card}"), {"number": turn.number, "card": title}
    return None
