"""Slash commands: from what is typed behind a slash to its row of the action table, and its help.

One mechanism for all roles: ``SlashCommands`` finds the row, then does what its ``does`` says or
calls the function ``slash_<name>`` of the role. Those stand in ``slash_session``, ``slash_words``
and ``slash_people`` for the facilitator, and in ``seat_slash`` for somebody at a seat.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from types import ModuleType
from typing import Any, Generic, Protocol, TypeVar

from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.actions import Action, Role, slash_actions
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.lines.argument_parser import MOST_SAID_BACK, short
from wshoes_tui.locale import N_, _

NOT_HERE = N_("That cannot be done here. /help says what can.")
HELP_ENDS: dict[Role, str] = {
    "facilitator": N_("/help all: every command. /help say: more about one of them."),
    "seat": N_("/help all: every command. /help light: more about one of them."),
}


def find_command(typed: str, role: Role, *, hosted: bool = True) -> Action:
    """The action whose slash name or spelling was typed, or an unambiguous beginning of one.

    Args:
        typed: the name, with or without its slash.
        role: who types.
        hosted: whether people sit at screens of their own.

    Raises:
        Refusal: there is none (the nearest is named), it could be several, or it is for
            somebody else or for a session that is hosted.
    """
    wanted = typed.removeprefix("/").casefold()
    known = slash_actions(role, hosted=hosted)
    if wanted in known:
        return known[wanted]
    spelled = {name: action for action in known.values() for name in action.spellings}
    _must_not_be_elsewhere(wanted, role, known, spelled)
    if wanted in spelled:
        return spelled[wanted]
    for names in (known, spelled):
        begun = {id(one): one for name, one in names.items() if wanted and name.startswith(wanted)}
        shortest = min(begun.values(), key=lambda one: len(one.slash), default=None)
        if shortest and all(one.slash.startswith(shortest.slash) for one in begun.values()):
            return shortest
        if begun:
            could = ", ".join(sorted(f"/{one.slash}" for one in begun.values()))
            raise Refusal("{typed} could be {names}.", typed=_shown(typed), names=could)
    from difflib import get_close_matches

    if near := get_close_matches(wanted[:MOST_SAID_BACK], known, 1, 0.5):
        raise Refusal(
            "There is no command {typed}. Did you mean /{near}?",
            typed=_shown(typed),
            near=near[0],
        )
    raise Refusal(
        "There is no command {typed}. /help says what there is. "
        "Two slashes begin words with a slash.",
        typed=_shown(typed),
    )


def _must_not_be_elsewhere(
    wanted: str, role: Role, known: dict[str, Action], spelled: dict[str, Action]
) -> None:
    """Refuse what only a hosted session has, and at a seat what is for the facilitator."""
    others = slash_actions("facilitator").keys() - known.keys()
    if role == "facilitator" and wanted in others:
        raise Refusal(
            "/{command} is for a session that people join with ssh. That takes: wshoes host",
            command=wanted,
        )
    if role == "seat" and wanted and wanted not in spelled:
        begun = sorted(command for command in others if command.startswith(wanted))
        ours = any(command.startswith(wanted) for command in known)
        if wanted in others or (begun and not ours):
            raise Refusal(
                "/{command} is for the facilitator. /help says what can be typed here.",
                command=wanted if wanted in others else begun[0],
            )


def _shown(typed: str) -> str:
    return short(f"/{typed.removeprefix('/')}")


class SlashStage(Protocol):
    """The stage at which a slash command is typed."""

    @property
    def scope(self) -> str:
        """Its name in the action table."""

    @property
    def out(self) -> LineWriter:
        """Where lines go."""

    @property
    def holder(self) -> Any:
        """What rows of the action table are done on. Raises Refusal where there is no session."""


StageT = TypeVar("StageT", bound=SlashStage)


class SlashCommands(Generic[StageT]):
    """Slash commands of one role. A handler takes the stage and the words behind the command.

    Args:
        role: who types.
        modules: where their functions ``slash_<name>`` stand; of ``/let-in``: ``slash_let_in``.
        more: other handlers, by slash name.
    """

    def __init__(
        self, role: Role, *modules: ModuleType, **more: Callable[[StageT, str], Awaitable[None]]
    ) -> None:
        self.role = role
        found = {
            name.removeprefix("slash_").replace("_", "-"): function
            for module in modules
            for name, function in vars(module).items()
            if name.startswith("slash_") and callable(function)
        }
        self.handlers = {**found, **more}
        """By slash name. An action without one here does what its row says in ``does``."""

    async def work(self, stage: StageT, typed: str, words: str, *, hosted: bool = True) -> Action:
        """Do what was typed, and tell what became of it. Returns the row of the command.

        Raises:
            Refusal: there is no such command, or it does not apply.
            StoreError: what it changes could not be kept.
        """
        action = find_command(typed, self.role, hosted=hosted)
        handler = self.handlers.get(action.slash)
        if handler is not None:
            await handler(stage, words)
        elif action.does is None:
            raise NotImplementedError(f"/{action.slash}")
        elif self.role == "seat" and stage.scope not in action.seat:
            raise Refusal(NOT_HERE)
        else:
            outcome = action.does(stage.holder, words)
            if outcome.command is not None:
                await stage.holder.do(outcome.command)
            if outcome.told:
                stage.out.say(outcome.word, outcome.told)
        return action


def tell_help(
    out: LineWriter,
    words: str,
    scope: str,
    role: Role,
    *,
    hosted: bool = True,
    names: Mapping[str, Callable[[], Mapping[str, str]]] = {},
) -> None:
    """Help: what can be typed here; with ``all`` every command; with a command more about it.

    ``names`` gives what stands for the ``{names}`` in the help of a command, by its slash name,
    where that hangs on another registry.

    Raises:
        Refusal: there is no such command.
    """

    def told(action: Action, text: str) -> str:
        return _(text, **names[action.slash]()) if action.slash in names else _(text)

    everything = words.strip().casefold() == "all"
    if words.strip() and not everything:
        action = find_command(words.split()[0], role, hosted=hosted)
        out.say("Help", f"{action.typed}: {told(action, action.typed_help)}")
        if action.more:
            out.say("Help", told(action, action.more))
        return
    out.say(
        "Help",
        _(
            "What you type is taken as words. A line that begins with / is a command, and may be "
            "shortened. // begins words with a slash. An empty line asks once more."
        ),
    )
    for action in slash_actions(role, hosted=hosted).values():
        if everything or scope in (action.seat if role == "seat" else action.lines):
            out.say("Help", f"{action.typed}: {told(action, action.typed_help)}")
    if not everything:
        out.say("Help", _(HELP_ENDS[role]))
