"""Handlers of slash commands at a seat: ``slash_<name>`` does ``/name``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.actions import Action
from wshoes_tui.lines.seat.join_stage import NOT_HERE
from wshoes_tui.lines.seat.slash import seat_slash_answers, seat_slash_words
from wshoes_tui.lines.slash_commands import find_command, slash_functions

if TYPE_CHECKING:
    from wshoes_tui.lines.seat.seat_conversation import SeatConversation

__all__ = ["HANDLERS", "SeatSlashHandler", "find_seat_handler"]

SeatSlashHandler = Callable[["SeatConversation", str], Awaitable[None]]

HANDLERS: dict[str, SeatSlashHandler] = slash_functions(seat_slash_answers, seat_slash_words)
"""By slash name. An action without one here does what its row says in ``does``."""


def find_seat_handler(typed: str) -> SeatSlashHandler:
    """What works the command that was typed; call it with the conversation and the words.

    Raises:
        Refusal: there is no such command at a seat.
    """
    action = find_command(typed, "seat")
    return HANDLERS.get(action.slash) or partial(_perform, action)


async def _perform(action: Action, conversation: SeatConversation, words: str) -> None:
    """Do what the row of the action says, and tell what became of it."""
    if action.does is None:
        raise NotImplementedError(f"/{action.slash}")
    chair = conversation.chair
    if chair.scope not in action.seat:
        raise Refusal(NOT_HERE)
    outcome = action.does(chair.seat_session, words)
    if outcome.command is not None:
        await chair.seat_session.do(outcome.command)
    chair.news.know_hand()
    if outcome.told:
        conversation.out.say(outcome.word, outcome.told)
