"""One registry of what can be typed behind a slash: dispatch, help and documentation follow it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wshoes_tui.domain.models import DraftKind
from wshoes_tui.domain.refusal import Refusal
from wshoes_tui.plain.choosing import short

if TYPE_CHECKING:
    from wshoes_tui.plain.room import Room

Scope = Literal["home", "decks", "past", "setup", "opening", "turn", "writing", "closing", "closed"]
Hand = Callable[["Room", str], None]

SESSION: tuple[Scope, ...] = ("setup", "opening", "turn", "writing", "closing")
PLAYING: tuple[Scope, ...] = ("turn", "writing", "closing")


@dataclass(frozen=True, slots=True)
class Command:
    """One command. ``takes`` shows what stands behind it; ``scopes`` are where help lists it.

    ``draft`` is the kind in which its words are kept where their line has no end; None where
    it takes no words.
    """

    name: str
    takes: str
    what: str
    scopes: tuple[Scope, ...]
    hand: Hand
    more: str = ""
    draft: DraftKind | None = None

    @property
    def shown(self) -> str:
        """The command as it is typed: "/say SEAT: words"."""
        return f"/{self.name} {self.takes}".rstrip()


COMMANDS: dict[str, Command] = {}
HELP_ORDER = ("turning", "words", "people", "looking")
"""The modules of hands as help lists their commands."""


def listed() -> list[Command]:
    """Every command, in the order of help."""

    def place(command: Command) -> int:
        return HELP_ORDER.index(command.hand.__module__.rpartition(".")[2])

    return sorted(COMMANDS.values(), key=place)


def typed(
    name: str,
    takes: str,
    what: str,
    scopes: tuple[Scope, ...],
    more: str = "",
    draft: DraftKind | None = None,
) -> Callable[[Hand], Hand]:
    """Register the function that works a command. English here: help translates."""

    def register(hand: Hand) -> Hand:
        COMMANDS[name] = Command(name, takes, what, scopes, hand, more, draft)
        return hand

    return register


def command_named(name: str) -> Command:
    """The command of a name, or of an unambiguous beginning of one.

    Raises:
        Refusal: there is none (the nearest is named), or it could be several.
    """
    wanted = name.removeprefix("/").casefold()
    if wanted in COMMANDS:
        return COMMANDS[wanted]
    begun = [known for known in COMMANDS if wanted and known.startswith(wanted)]
    if len(begun) == 1:
        return COMMANDS[begun[0]]
    shown = short(f"/{name.removeprefix('/')}")
    if begun:
        could = ", ".join(f"/{known}" for known in sorted(begun))
        raise Refusal("{typed} could be {names}.", typed=shown, names=could)
    from difflib import get_close_matches

    near = get_close_matches(wanted, COMMANDS, 1, 0.5)
    if near:
        raise Refusal(
            "There is no command {typed}. Did you mean /{near}?", typed=shown, near=near[0]
        )
    raise Refusal(
        "There is no command {typed}. /help says what there is. "
        "Two slashes begin words with a slash.",
        typed=shown,
    )
