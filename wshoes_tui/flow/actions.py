"""Action table: rows of the pages outside of a session, and look-ups in the whole table.

Key bindings, the row of one-shot actions, the footer, the palette, help of screens and of line
mode, the slash commands and the tables of the documentation are all made from ``TABLE``. On a
screen in ``ONE_SHOT`` letters are words: an action of it is reached by Esc and then its key, once.
On every other screen its key acts at once.
"""

from __future__ import annotations

from wshoes_tui.flow.action_types import (
    ALWAYS,
    ALWAYS_SEAT,
    BACK,
    EVERY_SCREEN,
    FIND,
    GO_ON,
    GROUP_LABELS,
    HAND_IN,
    LEAVE,
    ONE_SHOT,
    PLAYING,
    SAVE,
    SESSION,
    Action,
    ActionOutcome,
    Role,
)
from wshoes_tui.flow.session_actions import BACK_HELP, CARD_HELP, SESSION_ACTIONS
from wshoes_tui.flow.session_labels import PAST_SESSIONS
from wshoes_tui.locale import N_

__all__ = [
    "ENTER_SAVES", "ESCAPE_GOES_BACK", "FIELD_KEYS", "GROUP_LABELS", "ONE_SHOT", "TABLE",
    "Action", "ActionOutcome", "Role", "action_at", "actions_of", "footer_of", "key_of",
    "slash_actions",
]  # fmt: skip

ENTER_SAVES = Action("enter", "", SAVE)
ESCAPE_GOES_BACK = Action("escape", "", BACK)
FIELD_KEYS = (ENTER_SAVES, ESCAPE_GOES_BACK)
"""Keys of a field, for the footer while letters are words. They are no rows of the table."""

AT_HOME = (
    Action("enter", "open", N_("open"), N_("Open the line that is marked"), 1, on=("home",)),
    Action("c", "continue", N_("continue"), N_("Go on with the unfinished session"),
           on=("home",), synonyms=N_("resume, go on")),
    Action("r", "rehearse", N_("rehearse"), N_("Rehearse on your own"), on=("home",),
           synonyms=N_("practise, alone, try, solo")),
    Action("n", "new", N_("new"), N_("A new session for a group"), on=("home",),
           synonyms=N_("start, begin, play, group")),
    Action("p", "past", N_("past"), PAST_SESSIONS, on=("home",),
           synonyms=N_("history, old, archive, export, print")),
    Action("k", "due", N_("due"), N_("Words to be deleted: now, or later"), on=("home",),
           synonyms=N_("retention, delete, keep, days, how long")),
    Action("d", "decks", N_("decks"), N_("Look at the decks"), on=("home",), slash="decks",
           takes="[N ...]", lines=("setup",),
           line_help=N_("The decks there are; with numbers: play these"),
           synonyms=N_("cards, stories")),
    Action("enter", "take", GO_ON, N_("Take the marked decks, or the one you are on"), 1,
           on=("decks",)),
    Action("space", "mark", N_("mix"), N_("Mark a deck, to mix several"), 2, on=("decks",)),
    Action("slash", "filter", FIND, N_("Find decks by a word"), 3, on=("decks",)),
    Action("s", "sample", N_("another card"), N_("Show another sample card"), 4, on=("decks",),
           slash="look", takes="N", lines=("decks",),
           line_help=N_("More about deck N, with a card from it: each time another")),
    Action("tab", "section", N_("next part"), N_("The next part of the summary"), 1,
           on=("summary",)),
    Action("enter", "open", N_("open"), N_("Continue it, or look at it"), 1, on=("past",)),
    Action("x", "export", N_("export"), N_("Write it to a file"), 2, on=("summary", "past"),
           slash="export", takes="FORMAT", lines=(*PLAYING, "closed"),
           line_help=N_("Write the session to a file here: {formats}"), more="{told}",
           synonyms=N_("save, print, file, document, share")),
    Action("v", "voices", N_("voices"), N_("Who has been heard: for the facilitator only"), 3,
           on=("summary",), slash="voices", lines=(*PLAYING, "closed"),
           synonyms=N_("speakers, fair, balance, who spoke")),
)  # fmt: skip

SHEETS = (
    Action("enter", "go_on", SAVE, N_("Save"), 1, on=("sheet",)),
    Action("enter", "take", N_("choose"), N_("Choose the line that is marked"), 1,
           on=("choice", "taken")),
    Action("l", "look", N_("look"), N_("Look at the session as it was last saved"), 1,
           on=("held",)),
    Action("enter", "hand_in", HAND_IN, N_("Hand these words in for their card"), 1,
           on=("late",)),
    Action("x", "let_go", N_("let them go"), N_("Let these words go"), 2, on=("late",)),
)  # fmt: skip

BACK_AND_AWAY = (
    Action("escape", "back", N_("home"), N_("To Home"), 2, on=("held",)),
    Action("escape", "back", BACK, BACK_HELP, 8,
           on=("decks", "summary", "past", "taken")),
    Action("escape", "back", BACK, CARD_HELP, 8, on=("said",)),
    Action("escape", "back", BACK, N_("Back to the choices"), 8, on=("arrival", "consent")),
    Action("escape", "back", BACK, BACK_HELP, 2, on=("choice",)),
    Action("escape", "back", BACK, N_("Back. The words are kept as they stand"), 2,
           on=("sheet",)),
    Action("escape", "back", BACK, N_("Back. The words are kept as they stand"), 8,
           on=("late",)),
    Action("escape", "back", BACK, BACK_HELP, 1, on=("reading",)),
    Action("", "where", slash="where", lines=ALWAYS, seat=ALWAYS_SEAT,
           line_help=N_("Where we are, all of it once more")),
    Action("", "summary", slash="summary", lines=(*PLAYING, "closed"),
           line_help=N_("The session at a glance")),
    Action("", "home", slash="home", lines=("decks", "past", *SESSION, "closed"),
           line_help=N_("Leave the session as it is, and go to Home")),
    Action("q", "leave", LEAVE, N_("Leave. Nothing is lost"), 9, on=("home",),
           slash="leave", also=("q", "quit", "exit", "bye"), lines=ALWAYS,
           synonyms=N_("quit, exit, stop, close the program")),
    Action("q", "leave", LEAVE, N_("Leave"), 9,
           on=("summary", "held", "taken", "join", "arrival", "consent")),
)  # fmt: skip


TABLE: tuple[Action, ...] = (*SESSION_ACTIONS, *AT_HOME, *SHEETS, *BACK_AND_AWAY)
"""Every action there is. Each front end reads it anew, so a test can put another in its place."""

CHARACTER_KEYS = {" ": "space", "?": "question_mark", "/": "slash", "+": "plus", "-": "minus"}
"""Characters whose key has a name of its own."""


_found: tuple[tuple[Action, ...], dict[str, tuple[Action, ...]]] = (TABLE, {})
"""What was looked up in a table, by screen: every key asks for it several times."""


def actions_of(screen: str) -> tuple[Action, ...]:
    """The actions of a screen, its own before those that there are everywhere."""
    global _found
    if _found[0] is not TABLE:
        _found = (TABLE, {})
    known = _found[1]
    if screen not in known:
        own = tuple(action for action in TABLE if screen in action.on)
        taken = {action.key for action in own}
        shared = (one for one in TABLE if EVERY_SCREEN in one.on and one.key not in taken)
        known[screen] = (*own, *shared)
    return known[screen]


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
