"""Handlers of slash commands of the facilitator: ``slash_<name>`` does ``/name``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from wshoes_tui.flow.actions import Action
from wshoes_tui.lines.slash import slash_people, slash_turns, slash_views, slash_words
from wshoes_tui.lines.slash.slash_words import keep_words
from wshoes_tui.lines.slash_commands import find_command, slash_functions

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

__all__ = ["HANDLERS", "SlashHandler", "find_handler", "keep_words"]

SlashHandler = Callable[["Conversation", str], "Awaitable[None] | None"]

HANDLERS: dict[str, SlashHandler] = slash_functions(
    slash_turns, slash_words, slash_people, slash_views
)
"""By slash name. An action without one here does what its row says in ``does``."""


def find_handler(typed: str, *, hosted: bool) -> SlashHandler:
    """What works the command that was typed; call it with the conversation and the words.

    Raises:
        Refusal: there is no such command.
    """
    action = find_command(typed, "facilitator", hosted=hosted)
    return HANDLERS.get(action.slash) or partial(_perform, action)


async def _perform(action: Action, conversation: Conversation, words: str) -> None:
    """Do what the row of the action says, and tell what became of it."""
    if action.does is None:
        raise NotImplementedError(f"/{action.slash}")
    outcome = action.does(conversation, words)
    if outcome.command is not None:
        await conversation.do(outcome.command)
    if outcome.told:
        conversation.out.say(outcome.word, outcome.told)
