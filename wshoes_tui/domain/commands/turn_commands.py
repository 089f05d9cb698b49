"""Commands that move the session: turns, writing first, one step back, a pause.

Worked by ``turns``, ``writing`` and ``history``.
"""

from __future__ import annotations

from datetime import datetime

from wshoes_tui.domain.value import Command, value


@value()
class Next(Command):
    """End the turn as answered and draw the next; after the last planned one, the closing.

    Here and below, ``turn`` is the one that is meant: refused when somebody else has ended it
    meanwhile. None is whichever is open.
    """

    turn: str | None = None


@value()
class Pass(Command):
    """The seat passes, which needs no reason; the next seat's turn."""

    turn: str | None = None


@value()
class Skip(Command):
    """Put this card back; the same seat draws another."""


@value()
class ParkCard(Command):
    """Put this card in the car park for later; the same seat draws another."""


@value()
class Swap(Command):
    """The same card again, from the opposite shoes."""


@value()
class MoreTurns(Command):
    """From the closing back to the turns, with so many more planned."""

    turns: int = 1


@value()
class ChangeShoes(Command):
    """Stand in other shoes of the card's deck on this turn."""

    shoes: str


@value()
class GiveTurn(Command):
    """Give the open turn to another seat."""

    seat: str


@value()
class DrawCard(Command):
    """Play this card on the open turn in place of the one drawn."""

    deck: str
    card: str


@value()
class ShowPrompt(Command):
    """Show the prompt of that index; None is the next one, round again after the last."""

    index: int | None = None


@value()
class WriteFirst(Command):
    """Everybody here writes on the open turn, each in shoes of their own, until the reveal."""


@value()
class HandIn(Command):
    """A seat is done writing, or takes its words back to go on (``done`` False)."""

    seat: str
    text: str
    done: bool = True
    turn: str | None = None


@value()
class Reveal(Command):
    """Show what was written, all together, in an order that tells nothing. Final.

    Refused while somebody is still writing, unless ``anyway``. What was not handed in stays
    with its seat: in its field of the group, or for the seats ``apart``, which sit at screens
    of their own, there.
    """

    anyway: bool = False
    apart: frozenset[str] = frozenset()


@value()
class StopWriting(Command):
    """Go back to talking without a reveal. Refused once words were handed in."""


@value()
class Undo(Command):
    """Take the last step back. Words go back to the field of the group where it is empty.

    Refused where it would take away one of the seats ``seated``, on which somebody sits. The
    responses ``taken`` were taken back by their writers themselves: it does not bring them back.
    """

    seated: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()


@value()
class Redo(Command):
    """Do again what was undone last, with the same care."""

    seated: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()


@value()
class Pause(Command):
    """Stop the clock."""


@value()
class Resume(Command):
    """Go on after a pause."""


@value()
class Suspend(Command):
    """Note when a session is left: it changes nothing, and is the last commit for ``GoOn``."""


@value()
class GoOn(Command):
    """Leave the time that a session lay closed out of its open turn; not a step of its own.

    Args:
        since: the time of its last commit.
    """

    since: datetime


@value()
class GoToClosing(Command):
    """End the turns, however many are left."""
