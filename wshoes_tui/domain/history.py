"""Undo and redo: every step knows the records before and after it."""

from __future__ import annotations

from dataclasses import replace

from wshoes_tui.domain.commands import Redo, Undo
from wshoes_tui.domain.engine import (
    WRITTEN,
    Refusal,
    Work,
    find,
    forget_gone_seats,
    handles,
    move_draft,
)
from wshoes_tui.domain.models import Change, Draft, Header, Response, Session, Step, Turn
from wshoes_tui.domain.turns import ON_A_TURN, deal


def remember(before: Session, work: Work, name: str) -> Session:
    """The worked session with what was done put on its list of steps."""
    if not work.step:
        return work.session
    number = 1 + max((step.number for step in (*before.done, *before.undone)), default=0)
    step = Step(number, name, tuple(work.step), work.final)
    kept = () if work.final else before.done
    return replace(work.session, done=(*kept, step), undone=())


@handles(Undo)
def undo(work: Work, _: Undo) -> None:
    """Take the newest step back; the words of a response go back to its field."""
    if not work.session.done:
        raise Refusal("There is nothing to undo.")
    step = work.session.done[-1]
    _must_be_unwritten(work.session)
    if step.final:
        raise Refusal(FINAL.get(step.name, "That step cannot be taken back."))
    for change in reversed(step.changes):
        _play(work, change.reversed())
        if isinstance(change.after, Response) and change.before is None:
            _words_back(work, change.after)
    _settle(work)
    session = work.session
    work.session = replace(session, done=session.done[:-1], undone=(*session.undone, step))


@handles(Redo)
def redo(work: Work, _: Redo) -> None:
    """Do the step undone last again."""
    if not work.session.undone:
        raise Refusal("There is nothing to do again.")
    step = work.session.undone[-1]
    _must_be_unwritten(work.session)
    for change in step.changes:
        _play(work, change)
        if isinstance(change.after, Response) and change.before is None:
            _words_out(work, change.after)
    _settle(work)
    session = work.session
    work.session = replace(session, done=(*session.done, step), undone=session.undone[:-1])


def _must_be_unwritten(session: Session) -> None:
    if any(draft.text.strip() for draft in session.writers()):
        raise Refusal(WRITTEN)


def _play(work: Work, change: Change) -> None:
    """Undo and redo are no steps themselves, so all they do goes aside."""
    if change.after is None:
        if change.before is not None:
            work.drop_aside(change.before)
        return
    now = find(work.session, type(change.after), change.after.id)
    # A pause and a prompt are no steps: taking back another one must not move them.
    if isinstance(change.after, Header) and isinstance(now, Header):
        work.put_aside(replace(change.after, paused_at=now.paused_at))
    elif isinstance(change.after, Turn) and isinstance(now, Turn):
        same_card = (now.deck, now.card) == (change.after.deck, change.after.card)
        prompt = now.prompt if same_card else change.after.prompt
        work.put_aside(replace(change.after, prompt=prompt, paused_seconds=now.paused_seconds))
    else:
        work.put_aside(change.after)


def _words_back(work: Work, response: Response) -> None:
    if work.session.draft("response", response.turn) is None:
        work.put_aside(
            Draft(
                id=work.env.new_id(),
                kind="response",
                text=response.text,
                turn=response.turn,
                shoes=response.shoes,
            )
        )


def _words_out(work: Work, response: Response) -> None:
    draft = work.session.draft("response", response.turn)
    if draft is not None and draft.text == response.text:
        work.drop_aside(draft)


def _settle(work: Work) -> None:
    """Let the drafts fit the turns and seats again: no word of one that is gone may be lost."""
    forget_gone_seats(work)
    turn = work.session.turn
    for draft in work.session.drafts:
        if draft.kind == "private" and draft not in work.session.writers():
            work.drop_aside(draft)  # without words: it is refused where there are any
        elif draft.kind in ON_A_TURN and draft.turn != (turn.id if turn else None):
            move_draft(work, draft, turn)
    if turn is not None and turn.phase == "writing" and not work.session.writers():
        deal(work, turn, work.session.present)


FINAL = {
    "Reveal": "What was revealed together stays revealed.",
    "ShowAs": "A name that was taken off cannot be put back.",
    "Close": "This session is closed. It can be read, but not changed.",
}
