"""Handler of an action on a screen: its ``action_<name>``, or what its row says in ``does``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from wshoes_tui.domain.value import Command, Refusal
from wshoes_tui.flow.actions import Action, action_at
from wshoes_tui.locale import _


class ActionApp(Protocol):
    """What the app does for an action."""

    async def settle(self) -> None:
        """Wait until everything handed to the store so far is kept."""

    async def do(self, command: Command) -> object | None:
        """Work a command on the session. None, and a sentence on the screen, if refused."""

    def say(self, sentence: str) -> None:
        """Tell in one sentence what just happened, on the screen that is on top."""


class ActionScreen(Protocol):
    """A screen on which an action can be done."""

    @property
    def scope(self) -> str:
        """The screen's name in the action table."""

    @property
    def holder(self) -> object:
        """What the action is done on; it has a ``session``."""

    @property
    def session_app(self) -> ActionApp:
        """The app."""

    def update_page(self) -> None:
        """Bring everything up to date."""


def method_name(screen: type, action: Action) -> str:
    """Textual's name for what does the action on screens of this class, for a key binding."""
    own = hasattr(screen, f"action_{action.name}") or action.does is None
    return action.name if own else f"perform_row('{action.name}')"


def handler_of(screen: ActionScreen, action: Action) -> Callable[[], object] | None:
    """What does the action on this screen; None where there is nothing that does."""
    own: Callable[[], object] | None = getattr(screen, f"action_{action.name}", None)
    if own is None and action.does is not None:
        return partial(perform_row, screen, action.name)
    return own


async def perform_row(screen: ActionScreen, name: str, words: str = "") -> None:
    """Do what the row of the action says, and say on the screen what became of it.

    ``words`` are what a page has asked for first, in an ``action_<name>`` of its own.
    """
    action, app = action_at(screen.scope, name), screen.session_app
    if action is None or action.does is None:
        return
    try:
        outcome = action.does(screen.holder, words)
    except Refusal as refusal:
        app.say(_(refusal.template, **refusal.words))
        return
    if outcome.command is not None:
        await app.settle()
        if await app.do(outcome.command) is None:
            return
    else:
        screen.update_page()
    if outcome.told:
        app.say(outcome.told)
