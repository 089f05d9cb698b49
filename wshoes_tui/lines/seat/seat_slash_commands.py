"""What can be typed behind a slash at a seat of one's own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.join_flow import JoinStep
from wshoes_tui.flow.questions import Place
from wshoes_tui.lines.slash_commands import SlashCommand, match_command, registering

if TYPE_CHECKING:
    from wshoes_tui.lines.seat.seat_conversation import SeatConversation

Scope = JoinStep | Place
SeatHand = Callable[["SeatConversation", str], Awaitable[None]]

AT_THE_DOOR: tuple[Scope, ...] = ("name", "wait", "consent", "taken", "asking")
ON_A_CARD: tuple[Scope, ...] = ("writing", "written", "talk", "paused")
ASKED: tuple[Scope, ...] = ("opening", "closing")
SEATED: tuple[Scope, ...] = ("waiting", *ASKED, *ON_A_CARD)
EVERYWHERE: tuple[Scope, ...] = (*AT_THE_DOOR, *SEATED, "closed")

FOR_THE_FACILITATOR = frozenset((
    "away", "close", "decks", "edit", "export", "give", "invite", "join", "left", "let-go",
    "let-in", "lower", "map", "more", "next", "note", "order", "pause", "rate", "redo", "remove",
    "rename", "reveal", "say", "seats", "side", "summary", "swap", "talk", "turn-away", "turns",
    "voices", "withhold", "write",
))  # fmt: skip
"""What the facilitator's line mode has besides."""

SEAT_COMMANDS: dict[str, SlashCommand[SeatHand]] = {}
"""In the order in which help lists them."""

typed = registering(SEAT_COMMANDS)


def seat_command_named(name: str) -> SlashCommand[SeatHand]:
    """The command of a name, or of an unambiguous beginning of one.

    Raises:
        Refusal: there is none (the nearest is named), it could be several, or it is one of
            the facilitator's.
    """
    wanted = name.removeprefix("/").casefold()
    ours = any(command.startswith(wanted) for command in SEAT_COMMANDS)
    begun = sorted(command for command in FOR_THE_FACILITATOR if command.startswith(wanted))
    if wanted in FOR_THE_FACILITATOR or (wanted and begun and not ours):
        raise Refusal(
            "/{command} is for the facilitator. /help says what can be typed here.",
            command=wanted if wanted in begun else begun[0],
        )
    return match_command(name, SEAT_COMMANDS)
