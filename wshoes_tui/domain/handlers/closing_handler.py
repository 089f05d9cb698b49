"""The closing round, and what becomes of a session when its words were kept long enough."""

from __future__ import annotations

from wshoes_tui.domain.commands import Close, Expire, GiveFeedback, KeepLonger
from wshoes_tui.domain.engine import (
    NOT_BEGUN,
    NOT_HANDED_IN,
    Refusal,
    UnitOfWork,
    count_voices,
    handles,
    heard,
    must_be_running,
    the_seat,
    words_of,
)
from wshoes_tui.domain.erasure import nameless_seats, shared_id, staying_words
from wshoes_tui.domain.handlers.participant_handler import is_somebodys_own, seats_not_done
from wshoes_tui.domain.handlers.response_handler import drop_draft
from wshoes_tui.domain.handlers.turn_handler import end_turn
from wshoes_tui.domain.models import Feedback, TurnState
from wshoes_tui.domain.value import replace
from wshoes_tui.limits import LONGEST_RETENTION
from wshoes_tui.locale import N_


@handles(GiveFeedback)
def give_feedback(work: UnitOfWork, command: GiveFeedback) -> None:
    """Keep words of the closing round, with a name only where the session names people.

    What a panel agreed is everybody's, whoever has said it.
    """
    must_be_running(work.session)
    if command.seat is not None:
        the_seat(work.session, command.seat)
    named = work.session.header.visibility == "named" and command.kind != "agreed"
    work.put_words(
        Feedback(
            id=work.env.new_id(),
            kind=command.kind,
            text=words_of(command.text),
            seat=command.seat if named else None,
        ),
        command.seat,
    )
    heard(work, command.seat)
    own = command.apart or work.session.draft("feedback", None, command.seat) is not None
    drop_draft(work, "feedback", command.seat if own else None)


@handles(Close)
def close(work: UnitOfWork, command: Close) -> None:
    """Close the session. Refused while words stand in a field that nobody has kept.

    Those at people's own screens nobody else can keep or clear: once the group has been told
    that there are some, it may close over them.
    """
    session = work.session
    must_be_running(session)
    if session.state in ("setup", "opening"):
        raise Refusal(NOT_BEGUN)
    if session.turn is not None:
        end_turn(work, "answered" if session.said(session.turn) else "skipped")
    rooms = (draft for draft in work.session.drafts if not is_somebodys_own(draft))
    if any(draft.text.strip() for draft in rooms):
        raise Refusal(NOT_HANDED_IN)
    many = len(seats_not_done(work.session))
    if many and not command.anyway:
        raise Refusal(
            N_(
                "One person has words at their own screen that are not handed in. "
                "Close again to let them go."
            )
            if many == 1
            else N_(
                "{many} people have words at their own screens that are not handed in. "
                "Close again to let them go."
            ),
            many=many,
        )
    for draft in work.session.drafts:
        work.drop_aside(draft)
    count_voices(work)
    # What was agreed on the evening counts from there, however late its slips are typed up.
    closed = session.header.created if session.was_on_paper else work.env.now()
    work.change_header(state="closed", closed=closed, paused_at=None)
    work.final = True


@handles(KeepLonger)
def keep_longer(work: UnitOfWork, command: KeepLonger) -> None:
    """Put the day off on which the words are deleted. It is not what was agreed to any more."""
    header = work.session.header
    begun = (header.closed or header.created).astimezone().date()
    days = (command.until - begun).days
    if not header.retention_days < days <= LONGEST_RETENTION:
        raise Refusal("Name a later day than the words are kept until now.")
    work.put_aside(replace(header, retention_days=days, consented=False))


@handles(Expire)
def expire(work: UnitOfWork, command: Expire) -> None:
    """Let go of what words hang on, or say that it is done. Working it twice changes nothing."""
    session = work.session
    if command.done:
        closed = session.header.closed or work.env.now()
        work.put_aside(
            replace(session.header, state="closed", closed=closed, paused_at=None, retention_days=0)
        )
        return
    turn = session.turn
    if turn is not None:
        state: TurnState = "answered" if session.said(turn) else "skipped"
        # When it was left nobody knows, so it counts for no minutes.
        work.put_aside(replace(turn, state=state, phase="talk", ended=turn.started))
    for draft in session.drafts:
        work.drop_aside(draft)
    cards = {shared_id(session, one): one.id for one in session.wild_cards}
    for words in staying_words(session):
        work.put_aside(words)
        for played in work.session.turns:
            if played.card == cards.get(words.id):
                work.put_aside(replace(played, card=words.id))
    for seat in nameless_seats(session):
        if session.seat(seat.id) is None:
            work.put_aside(seat)
