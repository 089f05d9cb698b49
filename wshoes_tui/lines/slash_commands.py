"""One registry of what can be typed behind a slash: dispatch, help and documentation follow it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from wshoes_tui.domain.models import DraftKind
from wshoes_tui.domain.value import Refusal
from wshoes_tui.lines.argument_parser import MOST_SAID_BACK, short
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.locale import _

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

Scope = Literal["home", "decks", "past", "setup", "opening", "turn", "writing", "closing", "closed"]
SlashHandler = Callable[["Conversation", str], "Awaitable[None] | None"]
HelpText = str | Callable[[], str]
AnyHand = TypeVar("AnyHand", bound=Callable[..., Any])

SESSION: tuple[Scope, ...] = ("setup", "opening", "turn", "writing", "closing")
PLAYING: tuple[Scope, ...] = ("turn", "writing", "closing")


@dataclass(frozen=True, slots=True)
class SlashCommand(Generic[AnyHand]):
    """One command. ``takes`` shows what stands behind it; ``scopes`` are where help lists it.

    ``what`` and ``more`` are its help: a text to be translated, or a function that returns a
    translated one, for help that depends on a registry.
    ``draft`` is the kind in which its words are kept where their line has no end; None where
    it takes no words. ``hosted`` is for what there is only where people sit at other screens.
    """

    name: str
    takes: str
    what: HelpText
    scopes: tuple[str, ...]
    hand: AnyHand
    more: HelpText = ""
    draft: DraftKind | None = None
    hosted: bool = False

    @property
    def shown(self) -> str:
        """The command as it is typed: "/say SEAT: words"."""
        return f"/{self.name} {self.takes}".rstrip()


COMMANDS: dict[str, SlashCommand[SlashHandler]] = {}
MEANT = {**dict.fromkeys(("q", "quit", "exit", "bye"), "leave"), "lightbulb": "light"}
"""What people type besides, and the command they mean: so that they need not be asked."""
HELP_ORDER = ("slash_turns", "slash_words", "slash_people", "slash_hosting", "slash_views")
"""The modules of commands as help lists their commands."""


def list_commands(*, hosted: bool) -> list[SlashCommand[SlashHandler]]:
    """Every command there is, in the order of help."""

    def place(command: SlashCommand[SlashHandler]) -> int:
        return HELP_ORDER.index(command.hand.__module__.rpartition(".")[2])

    return sorted(_known(hosted=hosted).values(), key=place)


def _known(*, hosted: bool) -> dict[str, SlashCommand[SlashHandler]]:
    return {name: one for name, one in COMMANDS.items() if hosted or not one.hosted}


def registering(
    known: dict[str, SlashCommand[AnyHand]],
) -> Callable[..., Callable[[AnyHand], AnyHand]]:
    """What registers functions in ``known``, each as the one that works a command.

    English in it: help translates.
    """

    def typed(
        name: str,
        takes: str,
        what: HelpText,
        scopes: tuple[str, ...],
        more: HelpText = "",
        draft: DraftKind | None = None,
        *,
        hosted: bool = False,
    ) -> Callable[[AnyHand], AnyHand]:
        def register(hand: AnyHand) -> AnyHand:
            known[name] = SlashCommand(name, takes, what, scopes, hand, more, draft, hosted)
            return hand

        return register

    return typed


typed = registering(COMMANDS)


def command_named(name: str, *, hosted: bool) -> SlashCommand[SlashHandler]:
    """The command of a name, or of an unambiguous beginning of one.

    Raises:
        Refusal: there is none (the nearest is named), it could be several, or it is only for a
            session that is hosted.
    """
    wanted = name.removeprefix("/").casefold()
    if not hosted and wanted in COMMANDS and COMMANDS[wanted].hosted:
        raise Refusal(
            "/{command} is for a session that people join with ssh. That takes: wshoes host",
            command=wanted,
        )
    return match_command(name, _known(hosted=hosted))


def match_command(
    name: str, commands: Mapping[str, SlashCommand[AnyHand]]
) -> SlashCommand[AnyHand]:
    """The one of these commands with that name, or with an unambiguous beginning of it.

    Raises:
        Refusal: there is none (the nearest is named), or it could be several.
    """
    wanted = name.removeprefix("/").casefold()
    wanted = MEANT.get(wanted, wanted)
    if wanted in commands:
        return commands[wanted]
    begun = [known for known in commands if wanted and known.startswith(wanted)]
    if len(begun) == 1:
        return commands[begun[0]]
    shown = short(f"/{name.removeprefix('/')}")
    if begun:
        could = ", ".join(f"/{known}" for known in sorted(begun))
        raise Refusal("{typed} could be {names}.", typed=shown, names=could)
    from difflib import get_close_matches

    near = get_close_matches(wanted[:MOST_SAID_BACK], commands, 1, 0.5)
    if near:
        raise Refusal(
            "There is no command {typed}. Did you mean /{near}?", typed=shown, near=near[0]
        )
    raise Refusal(
        "There is no command {typed}. /help says what there is. "
        "Two slashes begin words with a slash.",
        typed=shown,
    )


def help_text(text: HelpText) -> str:
    """A text of help in the language of the current user."""
    return text() if callable(text) else _(text)


def tell_all(out: LineWriter, commands: Iterable[SlashCommand[Any]]) -> None:
    """What can be typed, one command a line."""
    out.say(
        "Help",
        _(
            "What you type is taken as words. A line that begins with / is a command, and may be "
            "shortened. // begins words with a slash. An empty line asks once more."
        ),
    )
    for command in commands:
        out.say("Help", f"{command.shown}: {help_text(command.what)}")


def tell_one(out: LineWriter, command: SlashCommand[Any]) -> None:
    """More about one command."""
    out.say("Help", f"{command.shown}: {help_text(command.what)}")
    if command.more:
        out.say("Help", help_text(command.more))
