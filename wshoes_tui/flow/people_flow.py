"""People in a session: guards, and what comes of an action of the facilitator on one seat.

For each front end of a facilitator, so that none forgets a guard. The hub of a hosted session is
behind the protocol ``PeopleHub``; where nothing is hosted, nobody has a screen of their own.
"""

from __future__ import annotations

from typing import Protocol

from wshoes_tui.domain.commands import ChangeShoes
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Seat, Session, Turn
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.blocks import Effects, TextBlock
from wshoes_tui.flow.questions import NO_HAND_UP, SHOES_GIVEN_WHEN_TALKING, let_go_told
from wshoes_tui.locale import N_, _

NO_SCREEN = N_("{who} has no screen of their own. /remove {who} takes their seat away.")
NO_SCREEN_PLAYING = N_("{who} has no screen of their own. /left {who} marks that they have gone.")


class PeopleHub(Protocol):
    """The seats at screens of their own."""

    def at_own_screen(self, seat_id: str) -> bool:
        """Whether that seat has a screen of its own."""

    def give_shoes(self, seat_id: str, turn_id: str, shoes_id: str) -> None:
        """Give a participant these shoes to talk in on that turn."""

    def lower_hand(self, seat_id: str) -> bool:
        """Take a participant's hand down. False if it was not up."""

    async def let_go(self, seat_id: str) -> None:
        """Close a seat at a screen of its own."""


def must_not_sit_apart(hub: PeopleHub | None, seat: Seat) -> None:
    """Refuse to take a seat from under somebody who sits at a screen of their own."""
    if hub is not None and hub.at_own_screen(seat.id):
        raise Refusal(
            "{who} sits at a screen of their own. /let-go {who} closes that seat.",
            who=one_line(seat.label),
        )


def must_sit_apart(hub: PeopleHub, session: Session, seat: Seat) -> None:
    """Refuse to close a seat that has no screen of its own."""
    if not hub.at_own_screen(seat.id):
        told = NO_SCREEN_PLAYING if session.turns else NO_SCREEN
        raise Refusal(told, who=one_line(seat.label))


async def close_seat(hub: PeopleHub, session: Session, seat: Seat) -> TextBlock:
    """Close the seat of somebody at a screen of their own, who was asked about before.

    Raises:
        Refusal: it has no screen of its own.
        StoreError: it could not be kept.
    """
    must_sit_apart(hub, session, seat)
    await hub.let_go(seat.id)
    return TextBlock("Saved", let_go_told(seat.label))


def talking_turn(session: Session) -> Turn:
    """The open turn, on which shoes can be given.

    Raises:
        Refusal: people do not talk just now.
    """
    turn = session.turn
    if turn is None or turn.phase != "talk":
        raise Refusal(SHOES_GIVEN_WHEN_TALKING)
    return turn


def no_shoes_block(seat: Seat, mark: str = "") -> TextBlock:
    """That somebody can be given no shoes: it is not their turn, and they have no screen.

    Args:
        seat: whose.
        mark: the mark of the shoes, for the command that says words in them.
    """
    who = one_line(seat.label)
    told = _("{who} has no screen of their own. Such as: /say {who}, {mark}: words",
             who=who, mark=mark)  # fmt: skip
    return TextBlock(
        "Error", told, _("{who} has no screen of their own to be given shoes at.", who=who)
    )


def let_go_block(seat: Seat) -> TextBlock:
    """What closing the seat of somebody at a screen of their own means; it is asked once."""
    who = one_line(seat.label)
    return TextBlock(
        "Notice",
        _(
            "That closes the seat of {who}: they have to leave, and their key opens nothing any "
            "more. Their words are kept. /let-go {who} once more does it.",
            who=who,
        ),
        _(
            "That closes the seat of {who}: their key opens nothing any more. Their words are "
            "kept. Esc, then x once more does it.",
            who=who,
        ),
    )


def give_shoes(self, seat_id: str, turn_id: str, shoes_id: str) -> None:
        """Give a participant these shoes to talk in on that turn."""

    def lower_hand(self, seat_id: str) -> bool:
        """Take a participant's hand down. False if it was not up."""

    async def let_go(self, seat_id: str) -> None:
        """Close a seat at a screen of its own."""


def must_not_sit_apart(hub: PeopleHub | None, seat: Seat) -> None:
    """Refuse to take a seat from under somebody who sits at a screen of their own."""
    if hub is not None and hub.at_own_screen(seat.id):
        raise Refusal(
            "{who} sits at a screen of their own. /let-go {who} closes that seat.",
            who=one_line(seat.label),
        )


def must_sit_apart(hub: PeopleHub, session: Session, seat: Seat) -> None:
    """Refuse to close a seat that has no screen of its own."""
    if not hub.at_own_screen(seat.id):
        told = NO_SCREEN_PLAYING if session.turns else NO_SCREEN
        raise Refusal(told, who=one_line(seat.label))


async def close_seat(hub: PeopleHub, session: Session, seat: Seat) -> TextBlock:
    """Close the seat of somebody at a screen of their own, who was asked about before.

    Raises:
        Refusal: it has no screen of its own.
        StoreError: it could not be kept.
    """
    must_sit_apart(hub, session, seat)
    await hub.let_go(seat.id)
    return TextBlock("Saved", let_go_told(seat.label))


def talking_turn(session: Session) -> Turn:
    """The open turn, on which shoes can be given.

    Raises:
        Refusal: people do not talk just now.
    """
    turn = session.turn
    if turn is None or turn.phase != "talk":
        raise Refusal(SHOES_GIVEN_WHEN_TALKING)
    return turn


def no_shoes_block(seat: Seat, mark: str = "") -> TextBlock:
    """That somebody can be given no shoes: it is not their turn, and they have no screen.

    Args:
        seat: whose.
        mark: the mark of the shoes, for the command that says words in them.
    """
    who = one_line(seat.label)
    told = _("{who} has no screen of their own. Such as: /say {who}, {mark}: words",
             who=who, mark=mark)  # fmt: skip
    return TextBlock(
        "Error", told, _("{who} has no screen of their own to be given shoes at.", who=who)
    )


def let_go_block(seat: Seat) -> TextBlock:
    """What closing the seat of somebody at a screen of their own means; it is asked once."""
    who = one_line(seat.label)
    return TextBlock(
        "Notice",
        _(
            "That closes the seat of {who}: they have to leave, and their key opens nothing any "
            "more. Their words are kept. /let-go {who} once more does it.",
            who=who,
        ),
        _(
            "That closes the seat of {who}: their key opens nothing any more. Their words are "
            "kept. Esc, then x once more does it.",
            who=who,
        ),
    )


def can_take_shoes(hub: PeopleHub, session: Session, seat: Seat) -> bool:
    """Whether that seat can be given shoes to talk in. Refused where nobody can."""
    return seat.id == talking_turn(session).seat or hub.at_own_screen(seat.id)


def give_shoes(hub: PeopleHub, session: Session, seat: Seat, shoes: Shoes) -> Effects:
    """Give a seat shoes to talk in; the seat with the turn takes them for the turn.

    Raises:
        Refusal: people do not talk just now.
    """
    turn, who = talking_turn(session), one_line(seat.label)
    if seat.id == turn.seat:
        yield ChangeShoes(shoes.id)
    elif hub.at_own_screen(seat.id):
        hub.give_shoes(seat.id, turn.id, shoes.id)
    else:
        yield no_shoes_block(seat, shoes.mark)
        return
    if session.is_named:
        yield TextBlock("Shoes", f"{who}: {one_line(f'{shoes.mark} {shoes.name}')}")
    else:
        yield TextBlock("Saved", _("{who} has other shoes to talk in", who=who))


def lower_hand(hub: PeopleHub, seat: Seat) -> TextBlock:
    """Take the hand of a seat down; an error where it is not up."""
    who = one_line(seat.label)
    if not hub.lower_hand(seat.id):
        raise Refusal(NO_HAND_UP, who=who)
    return TextBlock("Saved", _("the hand of {who} is down", who=who), "")
