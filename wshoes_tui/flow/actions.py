"""Look-ups in the action table: the actions of a stage, its footer, the keys of characters."""

from __future__ import annotations

from collections.abc import Iterator

from wshoes_tui.flow.action_table import ACTIONS, EVERYWHERE, GROUP_LABELS, Action

__all__ = [
    "ACTIONS", "EVERYWHERE", "GROUP_LABELS", "ONE_SHOT",
    "Action", "actions_of", "footer_of", "key_of",
]  # fmt: skip

ONE_SHOT = frozenset(("turn", "writing", "reveal", "people", "closing", "seat", "pause"))
"""Stages with a field for words: every letter is a word there, unless Esc came before it."""

CHARACTER_KEYS = {" ": "space", "?": "question_mark", "/": "slash", "+": "plus", "-": "minus"}
"""Characters whose key has a name of its own."""


def actions_of(stage: str) -> Iterator[Action]:
    """The actions of a stage, its own before those that there are everywhere."""
    own = ACTIONS.get(stage, ())
    taken = {action.key for action in own}
    yield from own
    yield from (action for action in EVERYWHERE if action.key not in taken)


def footer_of(stage: str) -> list[Action]:
    """The actions for the footer, the most needed first."""
    shown = (action for action in ACTIONS.get(stage, ()) if action.order)
    return sorted(shown, key=lambda action: action.order)


def key_of(character: str) -> str:
    """The key that types this character; capitals are typed by the key of the small letter."""
    return CHARACTER_KEYS.get(character, character.lower())
