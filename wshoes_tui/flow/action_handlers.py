"""What an action does, where the front ends do the same: a sentence, a command on the session.

Each function takes what holds the session and the words that came with the action, and returns
an ``ActionOutcome``. The action table names it in ``does``. Screens say the sentence in the footer,
line mode says it as a line.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from wshoes_tui.domain.models import Session
from wshoes_tui.domain.value import Command, Refusal
from wshoes_tui.flow.action_types import ActionOutcome, Does
from wshoes_tui.flow.labels import own_key
from wshoes_tui.locale import _


class HoldsSession(Protocol):
    """What an action of anybody can be done on."""

    @property
    def session(self) -> Session:
        """The session as it stands."""


class Keyed(Protocol):
    """Somebody with a key to come back to their seat."""

    @property
    def key(self) -> str:
        """The key, as it is typed."""


class HoldsSeat(HoldsSession, Protocol):
    """What an action of somebody at a seat of their own can be done on."""

    @property
    def participant(self) -> Keyed:
        """Who sits there."""

    def raise_hand(self) -> bool:
        """Raise the hand, or take it down. Whether it is up now."""


def tell_note(holder: HoldsSession, _words: str) -> ActionOutcome:
    """The note that the card has for the facilitator."""
    turn = holder.session.turn
    if turn is None:
        raise Refusal("There is no open turn.")
    return ActionOutcome(holder.session.card_of(turn).note or _("This card has no note."), "Note")


def works(command: Callable[[], Command]) -> Does:
    """The handler that works a command without more words on the session."""
    return lambda _holder, _words: ActionOutcome(command=command())


def raise_hand(holder: HoldsSeat, _words: str) -> ActionOutcome:
    """A hand goes up, or down."""
    up = holder.raise_hand()
    return ActionOutcome(
        _("Your hand is up. The facilitator sees it.") if up else _("Your hand is down.")
    )


def tell_key(holder: HoldsSeat, _words: str) -> ActionOutcome:
    """The key to come back with, and what it is for."""
    return ActionOutcome(own_key(holder.participant.key), "Seat")
