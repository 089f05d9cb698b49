"""Slips of paper that are typed up afterwards: one turn a card, whatever the order of the slips.

A slip may belong to an evening that was held on paper from beginning to end, or to a session at
this computer in which some people wrote by hand. Its words are kept as all others are.
"""

from __future__ import annotations

import re

from wshoes_tui.domain import draw
from wshoes_tui.domain.commands import AddSeat, AddSlip, BeginSlips
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.draft_fields import pack, unpack
from wshoes_tui.domain.engine import (
    NO_SUCH_CARD,
    NO_SUCH_SHOES,
    NOT_BEGUN,
    STILL_WRITING,
    Refusal,
    UnitOfWork,
    handles,
    heard,
    hide_shoes,
    must_be_running,
    words_of,
)
from wshoes_tui.domain.handlers.response_handler import drop_draft
from wshoes_tui.domain.handlers.setup_handler import (
    NOT_ON_PAPER,
    must_be_in,
    must_be_ready,
    new_seat,
)
from wshoes_tui.domain.models import Draft, Response, Seat, Session, Turn
from wshoes_tui.domain.value import replace

WITHOUT_NAME = re.compile(r"Seat [0-9]+")
"""The label of a seat that was only counted."""


@handles(BeginSlips)
def begin_slips(work: UnitOfWork, _: BeginSlips) -> None:
    """From set-up to the slips: as a session after its last turn, which can be closed."""
    must_be_in(work.session, "setup", "opening")
    if work.session.is_for_hiring:
        raise Refusal(NOT_ON_PAPER)
    must_be_ready(work)
    work.change_header(state="closing", typed_up=True)


@handles(AddSlip)
def add_slip(work: UnitOfWork, command: AddSlip) -> None:
    """Keep the words of a slip, and empty the fields they were typed in."""
    session = work.session
    must_be_running(session)
    if session.state in ("setup", "opening"):
        raise Refusal(NOT_BEGUN)
    deck = _deck_of(session, command)
    if deck.pair(command.shoes) is None:
        raise Refusal(NO_SUCH_SHOES)
    text = words_of(command.text)
    seat = _seat_named(work, command.name) if command.visibility == "named" else None
    if not session.header.typed_up:
        work.change_header(typed_up=True)
    turn = _turn_of(work, command)
    said = work.session.said(turn)
    work.put_words(
        Response(
            id=work.env.new_id(),
            turn=turn.id,
            shoes=command.shoes,
            text=text,
            place=said[-1].place + 1 if said else 1,
            seat=seat.id if seat else None,
            visibility=command.visibility,
        ),
        seat.id if seat else None,
    )
    heard(work, seat.id if seat else None)
    drop_draft(work, "slip")
    hide_shoes(work, turn)


def _deck_of(session: Session, command: AddSlip) -> Deck:
    """The deck of the card, or a refusal where no deck or card of the session is meant."""
    deck = session.deck(command.deck)
    own = {(own.deck, own.id) for own in session.wild_cards}
    if deck is None or (deck.card(command.card) is None and (deck.id, command.card) not in own):
        raise Refusal(NO_SUCH_CARD)
    return deck


def _turn_of(work: UnitOfWork, command: AddSlip) -> Turn:
    """The newest turn on which that card was answered, or the open one; else a turn of its own.

    It has ended, and took no time. An open turn stays the last: it comes after it, by its number.
    """
    session = work.session
    of_card = [t for t in session.turns if (t.deck, t.card) == (command.deck, command.card)]
    answered = [turn for turn in of_card if turn.state in ("answered", "open")]
    if answered:
        if answered[-1].phase == "writing":
            raise Refusal(STILL_WRITING)
        return answered[-1]
    opened, number = session.turn, draw.next_number(session)
    if opened is not None:
        work.put(replace(opened, number=number))
        work.change_header(planned_turns=session.header.planned_turns + 1)
        number -= 1
    when = session.header.created if session.was_on_paper else work.env.now()
    return work.put(
        Turn(
            id=work.env.new_id(),
            number=number,
            deck=command.deck,
            card=command.card,
            seat=None,
            shoes=command.shoes,
            started=when,
            state="answered",
            ended=when,
        )
    )


def _seat_named(work: UnitOfWork, name: str) -> Seat:
    """The seat of that name; else one that was only counted, which is called so from here on."""
    label = name.strip()
    if not label:
        raise Refusal("Which name stands on the slip?")
    seats = work.session.seats
    called = [seat for seat in seats if seat.label.casefold() == label.casefold()]
    if called:
        return called[0]
    spoken = {turn.seat for turn in work.session.turns}
    spoken |= {said.seat for said in work.session.responses}
    for seat in seats:
        if seat.id not in spoken and WITHOUT_NAME.fullmatch(seat.label):
            return work.put(replace(seat, label=label))
    return work.put(new_seat(work, AddSeat(label), seats))


def slip_back(work: UnitOfWork, before: Session, said: Response) -> None:
    """Give the words of a slip that was taken back to the field they were typed in."""
    if work.session.draft("slip") is not None:
        return
    turn = next(turn for turn in before.turns if turn.id == said.turn)
    seat = before.seat(said.seat)
    fields = {
        "deck": turn.deck,
        "card": turn.card,
        "shoes": said.shoes,
        "text": said.text,
        "whole": "yes",
        "who": f"{said.visibility} {seat.label}" if seat else said.visibility,
    }
    work.put_aside(Draft(id=work.env.new_id(), kind="slip", text=pack(fields)))


def slip_out(work: UnitOfWork, said: Response) -> None:
    """Empty the field of a slip that is kept again, unless other words stand there since."""
    draft = work.session.draft("slip")
    if draft is not None and unpack(draft.text).get("text", draft.text) == said.text:
        work.drop_aside(draft)
