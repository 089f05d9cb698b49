"""Action: one row of the action table, and the names of the stages that rows are for.

A *stage* is where somebody is: a screen, or a place in line mode. The front ends name their
stages apart: screens (``Action.on``), line mode of the facilitator (``Action.lines``), and line
mode at a seat of one's own (``Action.seat``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from wshoes_tui.locale import N_

if TYPE_CHECKING:
    from wshoes_tui.domain.models import DraftKind
    from wshoes_tui.domain.value import Command

Group = Literal["", "go_on", "keep", "instead", "evening"]
Role = Literal["facilitator", "seat"]
Scope = Literal[
    "home", "decks", "past", "setup", "opening", "turn", "writing", "closing", "closed",
    "review", "paper", "programmes", "programme", "pledges", "conflicts",
    "found",
]  # fmt: skip
"""A stage of the facilitator's line mode."""
JoinStep = Literal["name", "wait", "consent", "taken", "asking"]
SeatScope = Literal[
    "name", "wait", "consent", "taken", "asking",
    "waiting", "opening", "writing", "written", "talk", "paused", "closing", "closed",
]  # fmt: skip
"""A stage of line mode at a seat: a step of joining, or what the session asks of the seat."""

SESSION: tuple[Scope, ...] = ("setup", "opening", "turn", "writing", "closing", "paper")
PLAYING: tuple[Scope, ...] = ("turn", "writing", "closing", "paper")
LISTS: tuple[Scope, ...] = (
    "decks", "past", "programmes", "programme", "pledges", "conflicts", "found",
)  # fmt: skip
ALWAYS: tuple[Scope, ...] = ("home", *LISTS, *SESSION, "closed", "review")

JOINING: tuple[SeatScope, ...] = ("name", "wait", "consent", "taken", "asking")
ON_A_CARD: tuple[SeatScope, ...] = ("writing", "written", "talk", "paused")
ASKED: tuple[SeatScope, ...] = ("opening", "closing")
SEATED: tuple[SeatScope, ...] = ("waiting", *ASKED, *ON_A_CARD)
ALWAYS_SEAT: tuple[SeatScope, ...] = (*JOINING, *SEATED, "closed")

SEAT_SCREENS = frozenset(("join", "arrival", "taken", "consent", "seat", "late", "own_words"))
"""Screens of somebody at a seat of their own; all others are the facilitator's."""
EVERY_SCREEN = "every screen"
"""Stands in ``Action.on`` for all screens on which its key does nothing else."""

ONE_SHOT = frozenset(("turn", "writing", "reveal", "people", "closing", "seat", "pause", "paper"))
"""Screens with a field for words: every letter is a word there, unless Esc came before it."""

KEY_LABELS = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "question_mark": "?",
    "slash": "/",
    "ctrl+p": "Ctrl+P",
    "tab": "Tab",
    "backspace": "Backspace",
    "plus": "+",
    "minus": "-",
    "left": "Left",
    "right": "Right",
}

BACK = N_("back")
EASY_WORDS = N_("easy words")
FIND = N_("find")
GO_ON = N_("go on")
HAND_IN = N_("hand in")
HELP = N_("help")
LEAVE = N_("leave")
REDO, TAKE_OUT = N_("redo"), N_("take out")
FOR_LEAVE = N_("quit, exit, stop, close the program")
SAVE = N_("save")
SEARCH = N_("search")
KEEP_OUT = N_("keep out of exports")
LIGHTBULB = N_("lightbulb")
PLEDGE = N_("pledge")
ORDER = N_("order")
PUT_RIGHT = N_("put right")
TAKE_BACK = N_("take back")
UNDO = N_("undo")
FOR_REMOVE = N_("delete, take away, drop")
FOR_SAID = N_("read, correct, delete, edit, wrong")
"""Labels and synonyms of actions in both parts of the table, or of keys of a field as well."""

GROUP_LABELS: dict[Group, str] = {
    "go_on": GO_ON,
    "keep": N_("keep"),
    "instead": N_("instead"),
    "evening": N_("the evening"),
}
"""The headings of the groups in the row of actions, in their order."""

OutcomeWord = Literal["Notice", "Note", "Saved", "Seat"]


class ActionOutcome(NamedTuple):
    """What an action comes to, for every front end to carry out and to show.

    Attributes:
        told: a sentence that says what became of it, in the language in use.
        word: the first word of the line in which line mode says it.
        command: a command to be worked on the session first, if there is one.
    """

    told: str = ""
    word: OutcomeWord = "Notice"
    command: Command | None = None


Does = Callable[[Any, str], ActionOutcome]
"""Takes what holds the session (``.session``; at a seat the seat's own session, with what only a
seat can do) and the words given with the action. Raises Refusal where it does not apply."""


class Action(NamedTuple):
    """One thing that can be done. Texts are English; they are translated where they are shown.

    A named tuple, because more than a hundred are made on the way to the first card.

    Attributes:
        key: the key on the screens, by the name that Textual has for it; without one it is not
            on any screen.
        name: the action; a screen does it in its ``action_<name>``, or else by ``does``.
        label: what it does, in two or three words, for the row of actions and the palette.
        help: what it does, in a sentence.
        order: its place in the footer, which shows as many as fit; 0 keeps it out of there.
        short: its label in the footer, where that has to be shorter.
        group: the group in which the row of actions shows it; without one it is not shown there,
            and its key works all the same.
        on: the screens on which its key does it.
        slash: its name behind a slash; without one it is not in line mode.
        takes: what stands behind the slash name, such as ``SEAT: words``.
        also: what people type behind the slash besides. The name of the action always works.
        lines: where line mode of the facilitator lists it in its help.
        seat: where line mode at a seat lists it in its help.
        line_help: the help of line mode, where that has to say more or other things.
        more: what ``/help COMMAND`` adds.
        draft: the kind of draft in which its words are kept while the line has no end; a screen
            without a method for the action asks for them with a sheet.
        hosted: whether there is such a thing only where people sit at screens of their own.
        hiring: whether there is such a thing only where somebody is chosen.
        synonyms: words that people look for it by in the palette, with commas between them.
        does: what it does, where every front end does the same.
    """

    key: str
    name: str
    label: str = ""
    help: str = ""
    order: int = 0
    short: str = ""
    group: Group = ""
    on: tuple[str, ...] = ()
    slash: str = ""
    takes: str = ""
    also: tuple[str, ...] = ()
    lines: tuple[Scope, ...] = ()
    seat: tuple[SeatScope, ...] = ()
    line_help: str = ""
    more: str = ""
    draft: DraftKind | None = None
    hosted: bool = False
    hiring: bool = False
    synonyms: str = ""
    does: Does | None = None

    @property
    def key_label(self) -> str:
        """The key as it is written on the screen."""
        return KEY_LABELS.get(self.key, self.key)

    @property
    def footer_label(self) -> str:
        """What the footer says it does; to be translated."""
        return self.short or self.label

    @property
    def by_row(self) -> bool:
        """Whether the row says how a screen does it: ``does``, or the words it asks for."""
        return self.does is not None or self.draft is not None

    @property
    def typed(self) -> str:
        """The command as it is typed in line mode: ``/say SEAT: words``."""
        return f"/{self.slash} {self.takes}".rstrip()

    @property
    def typed_help(self) -> str:
        """What help of line mode says that it does; to be translated."""
        return self.line_help or self.help

    @property
    def spellings(self) -> tuple[str, ...]:
        """What may be typed behind a slash for it, besides its slash name."""
        return (*self.also, self.name.replace("_", "-"))


OPENS_ACTIONS = Action("escape", "", N_("what else"), "")
ACTIONS_THEN = Action("escape", "", N_("then"), "")
"""Esc in the footer of a page on which letters are words: alone, and before keys that follow it."""
