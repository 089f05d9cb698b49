"""What the door and the seat have in common: each is a place at which somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.plain.out import Out
from wshoes_tui.plain.seat.commands import Scope
from wshoes_tui.plain.seat.field import Meant
from wshoes_tui.plain.stages.stage import NOT_HERE

if TYPE_CHECKING:
    from wshoes_tui.plain.lines import Line
    from wshoes_tui.plain.seat.conversation import SeatLines

__all__ = ["NOT_HERE", "Stand"]


class Stand:
    """One place: it tells what is there, asks, and takes what is typed.

    Whatever does not apply raises a Refusal, which is said as an error.
    """

    def __init__(self, talk: SeatLines) -> None:
        self.talk = talk

    @property
    def out(self) -> Out:
        """Where lines go."""
        return self.talk.out

    @property
    def scope(self) -> Scope:
        """Where this is, for help."""
        raise NotImplementedError

    @property
    def meant(self) -> Meant:
        """What a line that is begun now is for, as far as has been told."""
        return Meant()

    async def follow(self) -> None:
        """Tell what is new since the last time, and ask where something else is asked now."""

    async def tell(self) -> None:
        """Tell everything once more, and ask."""

    def ask(self) -> None:
        """The question of this place."""
        self.out.say("Question", self.question())

    def question(self) -> str:
        """What may be typed now."""
        raise NotImplementedError

    async def take(self, text: str, meant: Meant) -> None:
        """Take words that were typed, and what they were meant for."""

    def mirror(self, typed: str) -> None:
        """Keep what is being typed."""

    def keep_rest(self, lines: list[Line]) -> bool:
        """Keep lines that are not taken any more. False where one of them could not be kept."""
        return not any(line.text.strip() for line in lines)

    def leave(self) -> None:
        """Nobody will stand here any more."""

    def parting(self) -> str:
        """What is said to somebody who leaves."""
        raise NotImplementedError
