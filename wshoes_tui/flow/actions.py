"""Action table: look-ups by screen, by key and by what is typed behind a slash.

Key bindings, the row of one-shot actions, the footer, the palette, help of screens and of line
mode, the slash commands and the tables of the documentation are all made from ``TABLE``. On a
screen in ``ONE_SHOT`` letters are words: an action of it is reached by Esc and then its key, once.
On every other screen its key acts at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from wshoes_tui.flow.action_types import (
    EVERY_SCREEN,
    GROUP_LABELS,
    ONE_SHOT,
    Action,
    ActionOutcome,
    Role,
)
from wshoes_tui.flow.page_actions import PAGE_ACTIONS
from wshoes_tui.flow.session_actions import SESSION_ACTIONS

__all__ = [
    "GROUP_LABELS", "ONE_SHOT", "TABLE", "Action", "ActionOutcome", "Role",
    "action_at", "actions_of", "footer_of", "key_of", "slash_actions",
]  # fmt: skip

TABLE: list[Action] = [*SESSION_ACTIONS, *PAGE_ACTIONS]
"""Every action there is. Each front end reads it anew, so a test can add a row."""

CHARACTER_KEYS = {" ": "space", "?": "question_mark", "/": "slash", "+": "plus", "-": "minus"}
"""Characters whose key has a name of its own."""


def actions_of(screen: str) -> Iterator[Action]:
    """The actions of a screen, its own before those that there are everywhere."""
    own = [action for action in TABLE if screen in action.on]
    taken = {action.key for action in own}
    yield from own
    yield from (one for one in TABLE if EVERY_SCREEN in one.on and one.key not in taken)


def action_at(screen: str, name: str) -> Action | None:
    """The action of that name on a screen."""
    return next((action for action in actions_of(screen) if action.name == name), None)


def footer_of(screen: str) -> list[Action]:
    """The actions for the footer, the most needed first."""
    shown = (action for action in actions_of(screen) if action.order)
    return sorted(shown, key=lambda action: action.order)


def key_of(character: str) -> str:
    """The key that types this character; capitals are typed by the key of the small letter."""
    return CHARACTER_KEYS.get(character, character.lower())


def slash_actions(role: Role, *, hosted: bool = True) -> dict[str, Action]:
    """What somebody can type behind a slash, by its slash name, in the order of help.

    Args:
        role: who types.
        hosted: whether people sit at screens of their own; without them some is of no use.
    """
    return {
        action.slash: action
        for action in TABLE
        if action.slash
        and (action.seat if role == "seat" else action.lines)
        and (hosted or not action.hosted)
    }
