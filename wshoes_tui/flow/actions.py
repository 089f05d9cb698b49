"""Action table: rows of the pages of responses and outside of a session; look-ups in the table.

Key bindings, the row of one-shot actions, the footer, the palette, help of screens and of line
mode, the slash commands and the tables of the documentation are all made from ``TABLE``. On a
screen in ``ONE_SHOT`` letters are words: an action of it is reached by Esc and then its key, once.
On every other screen its key acts at once.
"""

from __future__ import annotations

from wshoes_tui.flow.action_handlers import undo_step
from wshoes_tui.flow.action_types import (
    ALWAYS,
    ALWAYS_SEAT,
    BACK,
    EVERY_SCREEN,
    FIND,
    FOR_LEAVE,
    FOR_REMOVE,
    FOR_SAID,
    GROUP_LABELS,
    HAND_IN,
    KEEP_OUT,
    LEAVE,
    LIGHTBULB,
    LISTS,
    ONE_SHOT,
    ORDER,
    PLAYING,
    PLEDGE,
    PUT_RIGHT,
    SAVE,
    SEARCH,
    SEATED,
    SESSION,
    TAKE_BACK,
    TAKE_OUT,
    UNDO,
    Action,
    ActionOutcome,
    Role,
)
from wshoes_tui.flow.list_actions import IN_STUDIO, ON_CONFLICTS, ON_DECKS
from wshoes_tui.flow.session_actions import (
    ONE_BACK,
    QUESTION_BEFORE,
    SAID_HELP,
    SESSION_ACTIONS,
    WHAT_WAS_SAID,
)
from wshoes_tui.flow.session_labels import GATHER_HELP, PAST_SESSIONS, SEARCH_ALL
from wshoes_tui.flow.setup_actions import BACK_HELP, PROGRAMME, UNDO_HELP
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

BY_AGENDA_HELP = N_("Whose shoes, by the themes of an agenda that the decks name, and back")
FOR_ERASE = N_("delete, remove, destroy, forget")
FOR_PLEDGES = N_("promise, action, task, to do, follow up, what became of it")
FOR_PRINT = N_("paper, sheet, cards, handout, slips, consent")
FOR_SLIPS = N_("paper, type up, write up, by hand, cards")
PLEDGES_HELP = N_("Open pledges: what became of each")
PLEDGES_LABEL = N_("open pledges")
PRINT_HELP = N_("Pages to print: cards, consent sheet, slips")
SLIPS_HELP = N_("Type up slips from an evening on paper")

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
    Action("a", "programme", PROGRAMME, N_("How the sessions of a programme add up"),
           on=("home",), slash="programme", takes="[NAME]",
           lines=("home", "past", "programmes", "programme", "found", "setup", "opening"),
           line_help=N_("How the sessions of a programme add up; alone: which there are"),
           more=N_("Before the first card, /programme NAME | PLACE says of which programme a "
                   "session is, and at which table: then it begins with the open pledges of those "
                   "before it. A number names one that there is; - takes it out of any."),
           synonyms=N_("series, report, statistics, numbers, places")),
    Action("slash", "search", SEARCH, SEARCH_ALL, on=("home", "past"),
           slash="search", takes="WORDS", also=("find",),
           lines=("home", "past", "programmes", "programme", "found"),
           more=N_("Words in any order; what stands in quotation marks is one. Capitals and "
                   "accents make no difference."),
           synonyms=N_("find, look for, words, where")),
    Action("l", "pledges", PLEDGES_LABEL, PLEDGES_HELP, on=("home",), synonyms=FOR_PLEDGES),
    Action("l", "pledges", PLEDGES_LABEL, PLEDGES_HELP, 9,
           on=("past", "programme"), slash="pledges", takes="[N]",
           lines=("home", "past", "programmes", "programme"),
           more=N_("Of all sessions, or of the programme that is looked at. Among past sessions, "
                   "/pledges 2 says those of session 2."),
           synonyms=FOR_PLEDGES),
    Action("u", "undo", UNDO, N_("Take the last answer back"), 3, on=("pledges",)),
    Action("k", "due", N_("due"), N_("Words to be deleted: now, or later"), on=("home",),
           synonyms=N_("retention, delete, keep, days, how long")),
    Action("m", "gather", N_("gather"), GATHER_HELP, on=("home",), slash="gather", takes="FILE",
           lines=("home",), more=N_("/gather /media/stick/*.db takes in several at once."),
           synonyms=N_("merge, import, other computers, tables, collect")),
    Action("h", "host", N_("host"), N_("A screen of their own for everybody, over SSH"),
           on=("home",), synonyms=N_("ssh, seats, network, phones, invite")),
    Action("d", "decks", N_("decks"), N_("Look at the decks"), on=("home",), slash="decks",
           takes="[N ...]", lines=("setup",),
           line_help=N_("The decks there are; with numbers: play these"),
           synonyms=N_("cards, stories")),
    Action("tab", "section", N_("next part"), N_("The next part of the summary"), 1,
           on=("summary",)),
    Action("tab", "section", N_("next part"), N_("The next part of the programme"), 1,
           on=("programme",)),
    Action("enter", "open", N_("open"), N_("Continue it, or look at it"), 1, on=("past",)),
    Action("enter", "open", N_("open"), N_("Look at the programme"), 1, on=("programmes",)),
    Action("enter", "open", N_("open"), N_("Look at the session in which it was said"), 1,
           on=("search",)),
    Action("slash", "ask", FIND, N_("Search for other words"), 2, on=("search",)),
    Action("x", "export", N_("export"), N_("Write it to a file"), 2,
           on=("summary", "past", "programme"),
           slash="export", takes="FORMAT", lines=(*PLAYING, "closed", "programme"),
           line_help=N_("Write the session to a file: {formats}"), more="{told}",
           synonyms=N_("save, print, file, document, share")),
    Action("d", "erase", N_("erase"), N_("Erase the marked session for good, with all copies"), 3,
           on=("past",), synonyms=FOR_ERASE),
    Action("b", "said", WHAT_WAS_SAID, SAID_HELP, 9, on=("summary",),
           synonyms=FOR_SAID),
    Action("r", "review", N_("review"), N_("Look through what was said: what may be shared"), 4,
           on=("summary", "past"), slash="review", lines=(*PLAYING, "closed"),
           synonyms=N_("look through, share, privacy, redact, names, check")),
    Action("t", "take_home", N_("take home"),
           N_("Write the page to take home: map, lightbulbs, pledges"), 3, on=("summary",),
           slash="take-home", lines=("closed",), synonyms=N_("page, print, handout, copy")),
    Action("s", "share", N_("share"), N_("These words may be shared"), 1, on=("review",)),
    Action("k", "keep", N_("keep back"), N_("Keep these words back: they are in no export"), 2,
           on=("review",)),
    Action("r", "put_right", PUT_RIGHT,
           N_("Put the words right for sharing. What was said stays as it is"), 3, on=("review",)),
    Action("b", "back_one", BACK, N_("One line back"), 4, on=("review",)),
    Action("u", "undo", UNDO, N_("Take the last decision back"), 5, on=("review",)),
    Action("f", "agenda", N_("by agenda"), BY_AGENDA_HELP, 9, on=("summary",), slash="agenda",
           takes="NAME", lines=(*PLAYING, "closed"),
           more=N_("/export md NAME writes a file with the map by that agenda."),
           synonyms=N_("framework, themes, Making It Real")),
    Action("v", "voices", N_("voices"), N_("Who has been heard: for the facilitator only"), 9,
           on=("summary",), slash="voices", lines=(*PLAYING, "closed"),
           synonyms=N_("speakers, fair, balance, who spoke")),
)  # fmt: skip

ON_RESPONSES = (
    Action("s", "said", WHAT_WAS_SAID, SAID_HELP, group="evening", on=("closing", "paper"),
           synonyms=FOR_SAID),
    Action("r", "own_words", N_("my own words"),
           N_("All that you have said: put it right, or take it out"), group="evening",
           on=("seat",), slash="my-words", takes="[ORDER]", seat=SEATED,
           line_help=N_("All that you have said, with its numbers"),
           more=N_("By cards, shoes or newest. /edit 3.2 words puts right response 2 of turn 3, "
                   "/remove 3.2 takes it out."),
           synonyms=FOR_SAID),
    Action("enter", "edit", PUT_RIGHT, N_("Put the words right"), 1,
           on=("said", "own_words"), slash="edit", takes="N words",
           lines=("setup", "opening", *PLAYING, "closed"),
           line_help=N_("Put number N right: a response, a seat, an agreement, a pledge"),
           more=N_("2 is what has that number here, 3.2 response 2 of turn 3."),
           synonyms=N_("edit, correct, change, wrong, mistake")),
    Action("o", "order", ORDER,
           N_("This card, all cards, by shoes, newest first: one after the other"), 8,
           on=("said", "own_words"), synonyms=N_("sort, group, all cards, shoes")),
    Action("x", "remove", TAKE_BACK, N_("Take the words back (undo brings them again)"), 3,
           on=("said",), synonyms=FOR_REMOVE),
    Action("v", "visibility", KEEP_OUT,
           N_("Shoes only, or kept out of every export"), 4, N_("keep out"), on=("said",),
           slash="withhold", takes="N", also=("keep-out", "keepout"),
           lines=(*PLAYING, "closed"),
           line_help=N_("Keep response N out of every export; once more lets it in")),
    Action("d", "erase", N_("erase"), N_("Erase the marked words for good, from all copies too"),
           6, on=("said",), slash="erase", takes="N", lines=("past", *PLAYING, "closed"),
           line_help=N_("Erase number N for good, from all copies too: it asks first"),
           synonyms=FOR_ERASE),
    Action("u", "undo", UNDO, UNDO_HELP, 5, on=("said",), does=undo_step),
    Action("l", "lightbulb", LIGHTBULB, N_("A lightbulb that these words brought about"), 7,
           on=("said",)),
    Action("p", "pledge", PLEDGE, N_("A pledge that comes from these words"), on=("said",)),
    Action("x", "remove", TAKE_OUT, N_("Take your words out of the session"), 3,
           on=("own_words",), synonyms=FOR_REMOVE),
    Action("", "edit", slash="edit", takes="N words", seat=SEATED,
           line_help=N_("Put your own words of number N right: /my-words says which")),
    Action("", "remove", slash="remove", takes="N", also=("delete", "take-out", "takeout"),
           seat=SEATED, line_help=N_("Take your own words of number N out of the session")),
)  # fmt: skip

ON_PAPER = (
    Action("i", "enter_slips", N_("slips from paper"), SLIPS_HELP, on=("home",), slash="enter",
           lines=("home", "decks", "past", "turn", "closing"),
           synonyms=FOR_SLIPS),
    Action("i", "enter_slips", N_("slips from paper"), SLIPS_HELP,
           on=("turn", "closing"), synonyms=FOR_SLIPS),
    Action("b", "back_one", ONE_BACK, QUESTION_BEFORE, 2, BACK, "go_on",
           on=("paper",)),
    Action("n", "go_on", N_("numbers, last words"),
           N_("The numbers and the closing words from paper, one after the other"), 3,
           group="go_on", on=("paper",), synonyms=N_("check-in, check-out, feedback, round")),
    Action("x", "let_go", N_("let them go"), N_("Let the slip go that is typed just now"),
           group="instead", on=("paper",), synonyms=FOR_REMOVE),
    Action("c", "close", N_("that was all"), N_("Close the session for good"), 3,
           group="evening", on=("paper",), synonyms=N_("end, finish, done, close")),
    Action("p", "print", N_("print"), PRINT_HELP, 9,
           on=("decks", "opening", "summary", "past"), slash="print", takes="WHAT",
           lines=("home", "decks", "past", *SESSION, "closed"),
           line_help=N_("A page to print: cards, consent, slips or pledges"),
           more=N_("/print cards takes the decks of the session, /print 2 or /print NAME a deck."),
           synonyms=FOR_PRINT),
    Action("t", "print", N_("print"), PRINT_HELP,
           on=("home",), synonyms=FOR_PRINT),
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
    Action("escape", "back", N_("stop"), N_("Stop writing. Nothing half written is left"), 1,
           on=("exporting",)),
    Action("escape", "back", BACK, BACK_HELP, 8,
           on=("decks", "summary", "past", "taken", "review", "programmes", "programme",
               "pledges", "conflicts", "search", "studio", "studio_card", "card_view")),
    Action("escape", "back", BACK, BACK_HELP, 2, on=("said", "own_words")),
    Action("escape", "back", BACK, N_("Back to the choices"), 8, on=("arrival", "consent")),
    Action("escape", "back", BACK, BACK_HELP, 2, on=("choice",)),
    Action("escape", "back", BACK, N_("Back. The words are kept as they stand"), 2,
           on=("sheet",)),
    Action("escape", "back", BACK, N_("Back. The words are kept as they stand"), 8,
           on=("late",)),
    Action("escape", "back", BACK, BACK_HELP, 1, on=("reading", "map")),
    Action("tab", "agenda", N_("by agenda"), BY_AGENDA_HELP, 2, on=("map",)),
    Action("", "where", slash="where", lines=ALWAYS, seat=ALWAYS_SEAT,
           line_help=N_("Where we are, all of it once more")),
    Action("", "summary", slash="summary", lines=(*PLAYING, "closed"),
           line_help=N_("The session at a glance")),
    Action("", "home", slash="home", lines=(*LISTS, *SESSION, "closed"),
           line_help=N_("Leave the session as it is, and go to Home")),
    Action("q", "leave", LEAVE, N_("Leave. Nothing is lost"), 9, on=("home",),
           slash="leave", also=("q", "quit", "exit", "bye"), lines=ALWAYS,
           synonyms=FOR_LEAVE),
    Action("q", "leave", LEAVE, N_("Leave"), 9,
           on=("summary", "held", "taken", "join", "arrival", "consent", "review"),
           synonyms=FOR_LEAVE),
)  # fmt: skip


TABLE: tuple[Action, ...] = (
    *SESSION_ACTIONS, *ON_RESPONSES, *AT_HOME, *ON_DECKS, *IN_STUDIO, *ON_PAPER, *ON_CONFLICTS,
    *SHEETS, *BACK_AND_AWAY,
)  # fmt: skip
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
