"""Write first: everybody writes in private, then all is revealed together.

Where somebody is to be chosen, the panel writes evidence, on the same pages.

Until the reveal the words are private drafts, one a seat. The reveal turns them into
responses in an order that chance decides, and lets go of who wrote what.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wshoes_tui.domain import draw
from wshoes_tui.domain.commands import HandIn, Reveal, StopWriting, WriteFirst
from wshoes_tui.domain.engine import (
    WRITTEN,
    Refusal,
    UnitOfWork,
    become,
    handles,
    heard,
    hide_shoes,
    must_go_on,
    open_turn,
    the_seat,
)
from wshoes_tui.domain.evidence import Piece, pieces_of
from wshoes_tui.domain.models import Draft, Evidence, Response, Seat, Session, Turn, Visibility
from wshoes_tui.domain.value import replace
from wshoes_tui.locale import N_

NOBODY_WRITES = N_("Nobody is writing now.")
PANEL_WRITES = N_("The panel writes. The candidate does not.")


def start_writing(work: UnitOfWork, turn: Turn) -> None:
    """Let everybody here write on this turn."""
    writers = may_write(work.session)
    if not writers:
        raise Refusal("Nobody is here to write.")
    deal(work, work.put(replace(turn, phase="writing")), writers)


def may_write(session: Session) -> tuple[Seat, ...]:
    """The seats here that write: all, but for a candidate."""
    return tuple(seat for seat in session.present if seat.id != session.header.candidate)


def deal(work: UnitOfWork, turn: Turn, seats: Sequence[Seat]) -> None:
    """Give these seats shoes and an empty page for this turn."""
    for seat_id, shoes_id in draw.deal_shoes(work.session, turn, seats, work.env.chance).items():
        work.put_aside(
            Draft(
                id=work.env.new_id(),
                kind="private",
                text="",
                turn=turn.id,
                seat=seat_id,
                shoes=shoes_id,
            )
        )


def writing_turn(session: Session, meant: str | None = None) -> Turn:
    """The open turn on which people write, or a refusal."""
    turn = open_turn(session, meant)
    if turn.phase != "writing":
        raise Refusal(NOBODY_WRITES)
    return turn


def page_of(work: UnitOfWork, seat_id: str | None) -> Draft:
    """The private page of a seat. Dealt here to those who came late, or came back."""
    turn = writing_turn(work.session)
    seat = the_seat(work.session, seat_id)
    if seat.id == work.session.header.candidate:
        raise Refusal(PANEL_WRITES)
    page = work.session.draft("private", turn.id, seat.id)
    if page is None:
        deal(work, turn, (seat,))
    return page or page_of(work, seat_id)


@handles(WriteFirst)
def write_first(work: UnitOfWork, _: WriteFirst) -> None:
    """Let everybody here write on the open turn."""
    must_go_on(work.session)
    turn = open_turn(work.session)
    if turn.phase == "writing":
        raise Refusal("People are writing already.")
    start_writing(work, turn)


@handles(HandIn)
def hand_in(work: UnitOfWork, command: HandIn) -> None:
    """A seat is done, or takes its words back to go on: all of them, where it brings no others."""
    _writing(work, command.turn)
    page = page_of(work, command.seat)
    if not command.done and not page.handed_in:
        raise Refusal("{label} is still writing.", label=the_seat(work.session, page.seat).label)
    text = command.text if command.done or command.text.strip() else page.text
    if command.done and work.session.is_for_hiring:
        evidence_in(work, writing_turn(work.session), text)
    work.put_aside(replace(page, text=text, handed_in=command.done))


@handles(Reveal)
def reveal(work: UnitOfWork, command: Reveal) -> None:
    """Show all that was written at once. What was handed in without words is a pass.

    A seat that is not here is waited for only where its page holds words: a dropped line must
    not stop the group, and no words may be passed over without a second thought.
    """
    turn = _writing(work)
    session = work.session
    drafts = session.writers()
    seats = {seat.id for seat in may_write(session)}
    still = [d for d in drafts if not d.handed_in and (d.text.strip() or d.seat in seats)]
    if still and not command.anyway:
        raise Refusal(
            N_("One person is still writing.")
            if len(still) == 1
            else N_("{many} people are still writing."),
            many=len(still),
        )
    written = [d for d in drafts if d.handed_in and d.text.strip()]
    if session.is_for_hiring:
        _reveal_evidence(work, turn, written)
    else:
        _reveal_responses(work, turn, written)
    for draft in drafts:
        _let_go(work, draft, apart=draft.seat in command.apart)
    hide_shoes(work, turn)
    work.put(replace(turn, phase="talk"))
    work.final = True


def _reveal_responses(work: UnitOfWork, turn: Turn, written: list[Draft]) -> None:
    session = work.session
    work.env.chance.shuffle(written)
    said = session.said(turn)
    first = said[-1].place + 1 if said else 1
    visibility = session.header.visibility
    for place, draft in enumerate(written, first):
        work.put_words(
            Response(
                id=work.env.new_id(),
                turn=turn.id,
                shoes=draft.shoes,
                text=draft.text,
                place=place,
                seat=draft.seat if visibility == "named" else None,
                visibility=visibility,
                written_first=True,
            ),
            draft.seat,
        )


def _reveal_evidence(work: UnitOfWork, turn: Turn, written: list[Draft]) -> None:
    """Piece by piece, in an order that does not tell which were on one page."""
    deck = work.session.deck(turn.deck)
    pieces = [(piece, page.seat) for page in written for piece in pieces_of(page.text, deck)]
    work.env.chance.shuffle(pieces)
    put_evidence(work, turn, pieces, work.session.header.visibility)


def evidence_in(work: UnitOfWork, turn: Turn, text: str) -> tuple[Piece, ...]:
    """The pieces of evidence in a text; refused where a value stands without words."""
    pieces = pieces_of(text, work.session.deck(turn.deck))
    for piece in pieces:
        if not piece.text.strip():
            raise Refusal("Words first: what did you hear about {value}?", value=piece.name)
    return pieces


def put_evidence(
    work: UnitOfWork,
    turn: Turn,
    pieces: Iterable[tuple[Piece, str | None]],
    visibility: Visibility,
) -> None:
    """Add pieces of evidence to a turn, each with the id of the seat that wrote it, in this order.

    The seat is kept only where words are told with a name.
    """
    before = work.session.heard_on(turn)
    for place, (piece, seat) in enumerate(pieces, before[-1].place + 1 if before else 1):
        work.put_words(
            Evidence(
                id=work.env.new_id(),
                turn=turn.id,
                shoes=turn.shoes,
                value=piece.value,
                text=piece.text,
                place=place,
                seat=seat if visibility == "named" else None,
                named=visibility == "named",
                withheld=visibility == "withheld",
            ),
            seat,
        )


def _let_go(work: UnitOfWork, draft: Draft, *, apart: bool) -> None:
    if draft.handed_in and draft.text.strip():
        heard(work, draft.seat)
    if draft.handed_in or not draft.text.strip():
        work.drop_aside(draft)
    else:  # not handed in: still theirs alone, in the field where they say things
        become(work, draft, replace(draft, kind="own" if apart else "response"))


@handles(StopWriting)
def stop_writing(work: UnitOfWork, _: StopWriting) -> None:
    """Back to talking, as long as nobody has handed anything in."""
    turn = _writing(work)
    if any(draft.text.strip() for draft in work.session.writers()):
        raise Refusal(WRITTEN)
    for draft in work.session.writers():
        work.drop_aside(draft)
    work.put(replace(turn, phase="talk"))


def _writing(work: UnitOfWork, meant: str | None = None) -> Turn:
    must_go_on(work.session)
    return writing_turn(work.session, meant)
