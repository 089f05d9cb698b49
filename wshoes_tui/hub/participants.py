"""Who sits in a hosted session, as far as it is known only while the program runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from wshoes_tui.domain.text import one_line
from wshoes_tui.locale import _


class SeatKeys(Protocol):
    """Remembers who may come back to which seat. May touch the disk: never on the loop."""

    def belong_to(self, session_id: str) -> None:
        """The session whose seats these are."""

    def has_key(self, seat_id: str) -> bool:
        """Whether somebody may come back to that seat."""

    def seat_keys(self, seats: Sequence[str]) -> Mapping[str, str]:
        """The keys of these seats, made when first asked for; empty where only its person knows."""

    def new_seat_key(self, seat_id: str) -> str:
        """Another key for a seat; the old one opens nothing any more."""

    def forget(self, seat_id: str) -> None:
        """Let the key of a seat open nothing any more."""


@dataclass
class Participant:
    """Somebody at a screen of their own.

    ``own`` are the ids of what came from here, the newest last, so that they can take it back;
    ``shoes`` are those they stand in while people talk, by turn; ``numbers`` what they said to
    each question of the opening and the closing, so that they can change their mind.
    """

    seat: str
    key: str = ""
    hand: bool = False
    passes: bool = False
    answered: int = 0
    answered_in: str = ""
    shoes: dict[str, str] = field(default_factory=dict)
    own: list[str] = field(default_factory=list)
    numbers: dict[tuple[str, str, str], int] = field(default_factory=dict)
    end: Callable[[str], None] | None = None
    """Ends the screen they sit at, with a sentence still to be translated."""


@dataclass(eq=False)
class SeatClaim:
    """Somebody at the door who says that a seat is theirs.

    ``is_open``: there is a line to it still, dead or not.
    """

    seat: str
    label: str
    answer: asyncio.Future[bool]
    is_open: bool = False

    @property
    def told(self) -> str:
        """Who they say they are, and whether somebody may be sitting there."""
        name = one_line(self.label)
        return _("{name} (whose line is still open)", name=name) if self.is_open else name


@dataclass(frozen=True, slots=True)
class JoinDetails:
    """What is read out to people who want to join.

    Args:
        command: what they type.
        code: the code that lets them in.
        fingerprint: how their program tells that it is the right computer.
        only_here: whether this computer alone can join.
        others: the same command for the other addresses of this computer.
        no_network: whether this computer has no address that others can reach.
    """

    command: str = ""
    code: str = ""
    fingerprint: str = ""
    only_here: bool = True
    others: tuple[str, ...] = ()
    no_network: bool = False

    @property
    def line(self) -> str:
        """All of it in one line: the command, and for other addresses what changes in it."""
        told = self.command
        for command in self.others:
            told = _("{this} or {that}", this=told, that=command.rpartition(" ")[2])
        return _("{command} · code {code}", command=told, code=self.code)

    @property
    def note(self) -> str:
        """Why nobody else can join; empty if they can."""
        if self.no_network:
            return _(
                "This computer has no address that others can reach. Connect it to a network "
                "and start the host again."
            )
        if self.only_here:
            return _("Only this computer can join. For the others: wshoes host --bind 0.0.0.0")
        return ""
