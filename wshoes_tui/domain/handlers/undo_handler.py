"""Undo and redo: every step knows the records before and after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from wshoes_tui.domain.commands import AddSlip, Redo, Undo
from wshoes_tui.domain.engine import (
    CLOSED,
    SEATED,
    WRITTEN,
    Refusal,
    UnitOfWork,
    find,
    forget_gone_seats,
    handles,
    move_draft,
    wear_shoes_of,
)
from wshoes_tui.domain.handlers.paper_handler import slip_back, slip_out
from wshoes_tui.domain.handlers.participant_handler import numbers_of, set_numbers
from wshoes_tui.domain.handlers.setup_handler import free_label, is_taken
from wshoes_tui.domain.handlers.turn_handler import OF_A_TURN
from wshoes_tui.domain.handlers.writing_handler import deal, may_write
from wshoes_tui.domain.models import (
    Change,
    Draft,
    DraftKind,
    Header,
    Lightbulb,
    Pledge,
    Rating,
    RatingWhen,
    Record,
    Response,
    Seat,
    Session,
    Step,
    Turn,
)
from wshoes_tui.domain.models.marks import played_apart
from wshoes_tui.domain.value import replace
from wshoes_tui.locale import N_


def remember(before: Session, work: UnitOfWork, name: str) -> Session:
    """The worked session with what was done put on its list of steps."""
    if not work.step:
        return work.session
    number = 1 + max((step.number for step in (*before.done, *before.undone)), default=0)
    step = Step(number, name, tuple(work.step), work.final)
    kept = () if work.final or work.forget else before.done
    return replace(work.session, done=(*kept, step), undone=())


IS_FINAL = N_("That step cannot be taken back.")


@handles(Undo)
def undo(work: UnitOfWork, command: Undo) -> None:
    """Take the newest step back; the words of a response go back to its field."""
    if not work.session.done:
        raise Refusal(NOTHING_TO_UNDO)
    step = work.session.done[-1]
    _must_be_unwritten(work.session)
    if step.final:
        raise Refusal(FINAL.get(step.name, IS_FINAL))
    changes, before = _left_alone(step.changes, command.taken), work.session
    back = tuple(change.reversed() for change in reversed(changes))
    _must_stay_seated(back, command.seated)
    for change in back:
        _play(work, change)
        if isinstance(change.before, Response) and change.after is None:
            if step.name == AddSlip.__name__:
                slip_back(work, before, change.before)
            else:
                _words_back(work, change.before)
        if isinstance(change.after, Response) and change.before is None:
            _out_of_own_field(work, change.after)
    _play_numbers(work, back)
    _settle(work)
    session = work.session
    work.session = replace(session, done=session.done[:-1], undone=(*session.undone, step))


@handles(Redo)
def redo(work: UnitOfWork, command: Redo) -> None:
    """Do the step undone last again."""
    if not work.session.undone:
        raise Refusal("There is nothing to do again.")
    step = work.session.undone[-1]
    _must_be_unwritten(work.session)
    changes = _left_alone(step.changes, command.taken)
    _must_stay_seated(changes, command.seated)
    for change in changes:
        _play(work, change)
        if isinstance(change.after, Response) and change.before is None:
            if step.name == AddSlip.__name__:
                slip_out(work, change.after)
            else:
                _words_out(work, change.after)
    _play_numbers(work, changes)
    _settle(work)
    session = work.session
    work.session = replace(session, done=(*session.done, step), undone=session.undone[:-1])


def _left_alone(changes: Iterable[Change], taken: frozenset[str]) -> tuple[Change, ...]:
    """The changes without those of responses that their writers took back, and of what named them.

    Such words may stand in their writer's field again, changed a little: both together would tell
    whose they are.
    """

    def is_of_taken(record: Record | None) -> bool:
        named = record.response if isinstance(record, Lightbulb | Pledge) else None
        return record is not None and (record.id in taken or named in taken)

    return tuple(one for one in changes if not (is_of_taken(one.before) or is_of_taken(one.after)))


def _must_be_unwritten(session: Session) -> None:
    if any(draft.text.strip() for draft in session.writers()):
        raise Refusal(WRITTEN)


def _must_stay_seated(changes: Iterable[Change], seated: frozenset[str]) -> None:
    for change in changes:
        seat = change.before
        if isinstance(seat, Seat) and change.after is None and seat.id in seated:
            raise Refusal(SEATED, label=seat.label)


def _play(work: UnitOfWork, change: Change) -> None:
    """Undo and redo are no steps themselves, so all they do goes aside."""
    if isinstance(change.after or change.before, Rating):
        return  # all together, in _play_numbers
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
        turn = replace(change.after, prompt=prompt, paused_seconds=now.paused_seconds)
        work.put_aside(turn)
        if turn.deck != now.deck:
            wear_shoes_of(work, turn)
    elif isinstance(change.after, Seat):
        work.put_aside(_as_it_sits(work.session, change.before, change.after, now))
    else:
        work.put_aside(change.after)


def _as_it_sits(session: Session, before: Record | None, after: Seat, now: Record | None) -> Seat:
    """The seat that a step brings back, but for what is no step: who is here, who has joined."""
    others = replace(session, seats=tuple(one for one in session.seats if one.id != after.id))
    if isinstance(before, Seat) and isinstance(now, Seat):
        if before.state == after.state:
            after = replace(after, state=now.state)
        if is_taken(others, after.label):
            after = replace(after, label=now.label)
    elif is_taken(others, after.label):
        after = replace(after, label=free_label(others, after.label, 2))
    return after


def _play_numbers(work: UnitOfWork, changes: Iterable[Change]) -> None:
    """Bring numbers back, and leave those that people have given since.

    Where nobody has, the very records come back. Where somebody has, none of them is left:
    then the numbers are counted, which is all that is known of them.
    """
    keys: dict[tuple[str, str, RatingWhen], list[Change]] = {}
    for change in changes:
        rating = change.after or change.before
        if isinstance(rating, Rating):
            keys.setdefault((rating.deck, rating.shoes, rating.when), []).append(change)
    for key, mine in keys.items():
        gone = [x.before for x in mine if isinstance(x.before, Rating)]
        come = [x.after for x in mine if isinstance(x.after, Rating)]
        there = numbers_of(work.session, *key)
        if {one.id for one in there} == {one.id for one in gone}:
            for one in gone:
                work.drop_aside(one)
            for one in sorted(come, key=lambda rating: rating.value):
                work.put_aside(one)
        else:
            values = Counter(one.value for one in there)
            values -= Counter(one.value for one in gone)
            values.update(one.value for one in come)
            set_numbers(work, *key, values)


def _words_back(work: UnitOfWork, response: Response) -> None:
    kind = _field_of(work, response)
    if work.session.draft(kind, response.turn) is None:
        work.put_aside(
            Draft(
                id=work.env.new_id(),
                kind=kind,
                text=response.text,
                turn=response.turn,
                shoes=response.shoes,
            )
        )


def _field_of(work: UnitOfWork, response: Response) -> DraftKind:
    """The field of the turn; for what was said in other shoes, that of another voice."""
    turn = find(work.session, Turn, response.turn)
    same = isinstance(turn, Turn) and turn.shoes == response.shoes
    return "response" if same else "voice"


def _words_out(work: UnitOfWork, response: Response) -> None:
    now = work.session.turn
    kind = _field_of(work, response)
    for turn in {response.turn, now.id if now else None}:  # words for an earlier card wait here
        draft = work.session.draft(kind, turn)
        if draft is not None and draft.text == response.text:
            work.drop_aside(draft)


def _out_of_own_field(work: UnitOfWork, response: Response) -> None:
    """Drop the draft that somebody made of words they took back, as these are in the record again.

    Side by side they would tell whose the words are.
    """
    for draft in work.session.drafts:
        if draft.kind == "own" and (draft.turn, draft.text) == (response.turn, response.text):
            work.drop_aside(draft)


def _settle(work: UnitOfWork) -> None:
    """Let the rest fit the turns, seats and decks again: no word of one gone may be lost."""
    forget_gone_seats(work)
    for played in played_apart(work.session.decks):
        if played not in work.session.decks:
            work.put_aside(played)
    for rating in work.session.ratings:
        deck = work.session.deck(rating.deck)
        if deck is None or deck.pair(rating.shoes) is None:
            work.drop_aside(rating)  # given for a deck whose choice was taken back since
    turn = work.session.turn
    turns = {one.id for one in work.session.turns}
    now = turn.id if turn else None
    for draft in work.session.drafts:
        if draft.kind == "private" and draft not in work.session.writers():
            work.drop_aside(draft)  # without words: it is refused where there are any
            continue
        stays = turns if draft.kind == "own" else set()
        if draft.kind in OF_A_TURN and draft.turn not in {*stays, now}:
            move_draft(work, draft, turn)
    if turn is not None and turn.phase == "writing" and not work.session.writers():
        deal(work, turn, may_write(work.session))


NOTHING_TO_UNDO = N_("There is nothing to undo.")
FINAL = {
    "Reveal": N_("What was revealed together stays revealed."),
    "ShowAs": N_("A name that was taken off cannot be put back."),
    "Close": CLOSED,
}
