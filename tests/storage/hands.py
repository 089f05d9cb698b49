"""Hands for putting records into sessions and sessions into stores."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import Any
from uuid import uuid4

from tests.build import Clock, Play, a_deck
from wshoes_tui.domain.commands import AddSeat, Begin, ChooseCandidate, ChooseDecks, Plan
from wshoes_tui.domain.dispatcher import Context, new_session
from wshoes_tui.domain.engine import find, with_record, without_record
from wshoes_tui.domain.models import (
    Change,
    Draft,
    Header,
    Record,
    Response,
    Session,
    Step,
    Transition,
)
from wshoes_tui.domain.serialization import session_of
from wshoes_tui.sessions.ports import SessionStore


def new_id() -> str:
    return str(uuid4())


def put(
    session: Session, *records: Record, drop: Iterable[Record] = (), step: str = ""
) -> Transition:
    """A transition that puts records into a session, and takes others out, as one step or none."""
    changes = [Change(find(session, type(one), one.id), one) for one in records]
    after = session
    for one in records:
        after = with_record(after, one)
    for one in drop:
        changes.append(Change(one, None))
        after = without_record(after, one)
    if step:
        number = 1 + max((old.number for old in (*session.done, *session.undone)), default=0)
        done = (*session.done, Step(number, step, tuple(changes)))
        after = replace(after, done=done, undone=())
    return Transition(step or "Put", session, after, tuple(changes))


def say(session: Session, text: str, **parts: Any) -> Transition:
    """A transition that keeps these words on the newest turn."""
    turn = session.turns[-1]
    place = 1 + max((one.place for one in session.said(turn)), default=0)
    response = Response(id=new_id(), turn=turn.id, shoes=turn.shoes, text=text, place=place)
    return put(session, replace(response, **parts), step="Say")


def draft(session: Session, text: str, **parts: Any) -> Transition:
    """A transition that keeps these words in the field of the newest turn."""
    turn = session.turns[-1]
    there = session.draft("response", turn.id)
    new = there or Draft(id=new_id(), kind="response", text="", turn=turn.id, shoes=turn.shoes)
    revision = new.revision + (there is not None)
    return put(session, replace(new, text=text, revision=revision, **parts))


def arranged(session: Session) -> Session:
    """A session in the order in which every store gives it back."""
    records = (one for one in session.records() if not isinstance(one, Header))
    return session_of(session.header, records, session.done, session.undone)


def assert_kept(store: SessionStore, session: Session) -> None:
    """The store gives back this session, its steps too."""
    kept, wanted = store.load(session.id), arranged(session)
    assert kept == wanted
    assert (kept.done, kept.undone) == (wanted.done, wanted.undone)
    assert store.damage(session.id) == ()


def a_play(*, begun: bool = True, candidate: str = "", **plan: Any) -> Play:
    """Hands on a session with three seats, on its first card; ids are new ones each time."""
    clock = Clock()
    env = Context(now=clock, chance=Random(1))
    play = Play(new_session(env, seed=7), env, clock)
    play.do(ChooseDecks((a_deck("town"), a_deck("home"))))
    play.do(AddSeat("Asha", side="lived"), AddSeat("Tom", side="service"), AddSeat("Bea"))
    if candidate:
        play.do(ChooseCandidate(candidate))
    if plan:
        play.do(Plan(**plan))
    if begun:
        play.do(Begin())
    return play


def a_session() -> Session:
    """A session on its first card."""
    return a_play().session
