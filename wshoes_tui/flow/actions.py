"""Action table: what can be done at each stage, with its key, labels and help.

Key bindings, the row of one-shot actions, the footer, help, the command palette and the
documentation are all made from it. On a stage in ``ONE_SHOT`` letters are words: an action of it
is reached by Esc and then its key, once. On every other stage its key acts at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from wshoes_tui.domain.value import Value, value

Group = Literal["", "go_on", "keep", "instead", "evening"]


@value()
class Action(Value):
    """One thing that can be done at a stage.

    Attributes:
        key: the key, by the name that Textual has for it.
        name: the action; a screen does it in its ``action_<name>``.
        label: what it does, in two or three words, for the row of actions and the palette.
        help: what it does, in a sentence.
        order: its place in the footer, which shows as many as fit; 0 keeps it out of there.
        short: its label in the footer, where that has to be shorter.
        group: the group in which the row of actions shows it; without one it is not shown there,
            and its key works all the same.
    """

    key: str
    name: str
    label: str
    help: str
    order: int = 0
    short: str = ""
    group: Group = ""

    @property
    def key_label(self) -> str:
        """The key as it is written on the screen."""
        return KEY_LABELS.get(self.key, self.key)

    @property
    def footer_label(self) -> str:
        """What the footer says it does; to be translated."""
        return self.short or self.label


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

GROUP_LABELS: dict[Group, str] = {
    "go_on": "go on",
    "keep": "keep",
    "instead": "instead",
    "evening": "the evening",
}
"""The headings of the groups in the row of actions, in their order."""

ONE_SHOT = frozenset(("turn", "writing", "reveal", "people", "closing", "seat", "pause"))
"""Stages with a field for words: every letter is a word there, unless Esc came before it."""

EVERYWHERE = (
    Action("question_mark", "help", "help", "What can be done here"),
    Action("ctrl+p", "command_palette", "find", "Find anything that can be done, by its name"),
    Action("e", "easy", "easy words", "Show everything in easy words, or in full again"),
)

LEAVE = "Leave. The session can be continued"
WHO_IS_HERE = Action(
    "h", "seats", "who is here", "Who is here: join, leave, come back", group="evening"
)
PAUSE = Action("z", "pause", "pause", "Pause. Nothing moves on until you do", group="evening")
EASY = Action(
    "e", "easy", "easy words", "Show everything in easy words, or in full again", group="instead"
)
LIGHTBULB = Action(
    "l", "lightbulb", "lightbulb", "I used to think ... now I see ...", 5, group="keep"
)
PLEDGE = Action("p", "pledge", "pledge", "If ... then I will ...", 6, group="keep")
UNDO = Action("u", "undo", "undo", "Take the last step back. Words are kept", group="keep")

ACTIONS: dict[str, tuple[Action, ...]] = {
    "home": (
        Action("enter", "open", "open", "Open the line that is marked", 1),
        Action("c", "continue", "continue", "Go on with the unfinished session"),
        Action("r", "rehearse", "rehearse", "Rehearse on your own"),
        Action("n", "new", "new", "A new session for a group"),
        Action("p", "past", "past", "Past sessions"),
        Action("d", "decks", "decks", "Look at the decks"),
        Action("q", "leave", "leave", "Leave. Nothing is lost", 9),
    ),
    "decks": (
        Action("enter", "take", "go on", "Take the marked decks, or the one you are on", 1),
        Action("space", "mark", "mix", "Mark a deck, to mix several", 2),
        Action("slash", "filter", "find", "Find decks by a word", 3),
        Action("s", "sample", "another card", "Show another sample card", 4),
        Action("escape", "back", "back", "Back", 8),
    ),
    "people": (
        Action("g", "go", "begin", "Begin: everybody is here", 1, group="go_on"),
        Action("b", "back", "back", "Back", 2, group="go_on"),
        Action("v", "let_in", "let in", "Let somebody back in to the seat they ask for", 1,
               group="go_on"),
        Action("d", "turn_away", "not them", "Do not let them in to that seat", 2, group="go_on"),
        Action("l", "joining", "how to join", "The line for those who join at their screens", 3,
               group="go_on"),
        Action("r", "rename", "put right", "Put the marked line right", group="keep"),
        Action("a", "away", "away or back", "Mark the seat as away, or back", group="keep"),
        Action("s", "side", "other side", "The other side for the marked seat", group="keep"),
        Action("x", "remove", "remove", "Take the marked seat away", group="keep"),
        Action("u", "undo", "undo", "Take the last step back", group="keep"),
        Action("w", "write_first", "write first",
               "Everybody writes before anybody speaks, or not", 3, group="instead"),
        Action("o", "order", "order", "Round the table, side by side, or by chance", 4,
               group="instead"),
        Action("plus", "more", "more turns", "One more turn", group="instead"),
        Action("minus", "fewer", "fewer turns", "One turn fewer", group="instead"),
        Action("t", "give_shoes", "give shoes",
               "Give the marked seat shoes to talk in on this card", group="instead"),
        Action("h", "lower_hand", "lower hand", "Take down the hand of the marked seat",
               group="evening"),
        EASY,
        Action("q", "leave", "leave", "Leave: the session ends for all, and can be continued"),
    ),
    "opening": (
        Action("enter", "agree", "go on", "Agreed: go on", 1),
        Action("i", "edit", "change", "Change the agreements", 2),
        Action("x", "remove", "take away", "Take the marked agreement away"),
        Action("n", "begin", "first card", "Leave the rest out and draw the first card", 3),
        Action("b", "back_one", "back", "One page back", 4),
        Action("h", "seats", "who is here", "Who is here: join, leave, come back"),
        Action("u", "undo", "undo", "Take the last step back"),
        Action("q", "leave", "leave", LEAVE, 9),
    ),
    "turn": (
        Action("space", "prompt", "next question", "The next question: notice, feel, ask, act",
               group="go_on"),
        Action("v", "voice", "another voice", "Another voice: another seat, or other shoes", 3,
               "voice", "go_on"),
        Action("s", "swap", "swap shoes", "The same card from the opposite shoes", 4, "swap",
               "go_on"),
        Action("w", "write_first", "write first", "Everybody writes, then all is shown together",
               group="go_on"),
        Action("n", "next", "next turn", "Save the words and go on to the next turn", 1, "next",
               "go_on"),
        LIGHTBULB,
        PLEDGE,
        Action("k", "park", "car park", "Keep a topic for later", group="keep"),
        Action("o", "own", "own card", "Put a card of your own on the table", group="keep"),
        UNDO,
        Action("x", "pass", "pass", "Pass. No reason is needed", group="instead"),
        Action("r", "skip", "another card", "Put this card back and draw another",
               group="instead"),
        Action("t", "shoes", "other shoes", "Stand in other shoes on this turn", group="instead"),
        EASY,
        Action("f", "note", "note", "The note for the facilitator, if the card has one",
               group="instead"),
        Action("b", "said", "what was said", "Read, put right, or take back what was said",
               group="evening"),
        Action("m", "map", "whose shoes", "Whose shoes, on what, so far", group="evening"),
        WHO_IS_HERE,
        PAUSE,
        Action("c", "close", "closing", "Go to the closing round", group="evening"),
        Action("y", "redo", "redo", "Do again what was undone"),
        Action("d", "park_card", "this card for later",
               "Put this card into the car park, and draw another"),
        Action("q", "leave", "leave", LEAVE),
    ),
    "writing": (
        Action("w", "take", "write", "Take the keyboard and write", 1, group="go_on"),
        Action("w", "hide", "hide for now", "Hide the words for now. They are kept", 1,
               group="go_on"),
        Action("a", "add", "add to the last page",
               "Add what stands in the field to what was written last", 2, group="go_on"),
        Action("v", "reveal", "reveal", "Show all that was written, together", 2, group="go_on"),
        Action("x", "pass", "not now", "This person would rather not write", 3, group="go_on"),
        Action("s", "stop", "just talk", "Talk instead, if nobody has written yet", 4,
               group="instead"),
        EASY,
        Action("m", "map", "whose shoes", "Whose shoes, on what, so far", group="evening"),
        WHO_IS_HERE,
        PAUSE,
        Action("u", "undo", "undo", "Take the last step back", group="keep"),
        Action("q", "leave", "leave", LEAVE),
    ),
    "reveal": (
        Action("enter", "back", "talk about it", "Back to the card, to talk about it", 1),
        Action("n", "next", "next turn", "Go on to the next turn", 4, "next", "go_on"),
        Action("l", "lightbulb", "lightbulb", "A lightbulb that the marked words brought about",
               2, group="keep"),
        Action("r", "edit", "put right", "Put the marked words right", 3, group="keep"),
        Action("k", "visibility", "keep out of exports",
               "The marked words: with their shoes, or kept out of every export", group="instead"),
        Action("x", "remove", "take back", "Take the marked words back (undo brings them again)",
               group="instead"),
        Action("u", "undo", "undo", "Take the last step back", group="keep"),
        Action("b", "back", "the card", "Back to the card", group="go_on"),
        Action("q", "leave", "leave", LEAVE),
    ),
    "said": (
        Action("enter", "edit", "put right", "Put the words right", 1),
        Action("l", "lightbulb", "lightbulb", "A lightbulb that these words brought about", 2),
        Action("v", "visibility", "who may see", "Shoes only, or kept out of every export", 3),
        Action("x", "remove", "take back", "Take the words back (undo brings them again)", 4),
        Action("u", "undo", "undo", "Take the last step back", 5),
        Action("escape", "back", "back", "Back to the card", 8),
    ),
    "closing": (
        Action("n", "go_on", "go on", "Go on to the next part, or close the session", 1,
               group="go_on"),
        Action("b", "back_one", "one page back", "One page back", 3, "back", "go_on"),
        Action("t", "more_turns", "one more turn", "Back to the cards for one more turn", 4,
               group="instead"),
        Action("w", "complete", "who and when", "Who keeps the marked pledge, and by when", 2,
               group="keep"),
        LIGHTBULB,
        PLEDGE,
        Action("k", "park", "car park", "Keep a topic for later", group="keep"),
        UNDO,
        EASY,
        WHO_IS_HERE,
        Action("q", "leave", "leave", LEAVE),
    ),
    "summary": (
        Action("tab", "section", "next part", "The next part of the summary", 1),
        Action("x", "export", "export", "Write it to a file", 2),
        Action("v", "voices", "voices", "Who has been heard: for the facilitator only", 3),
        Action("escape", "back", "back", "Back", 8),
        Action("q", "leave", "leave", "Leave", 9),
    ),
    "past": (
        Action("enter", "open", "open", "Continue it, or look at it", 1),
        Action("x", "export", "export", "Write it to a file", 2),
        Action("escape", "back", "back", "Back", 8),
    ),
    "sheet": (
        Action("enter", "go_on", "save", "Save", 1),
        Action("escape", "back", "back", "Back. The words are kept as they stand", 2),
    ),
    "choice": (
        Action("enter", "take", "choose", "Choose the line that is marked", 1),
        Action("escape", "back", "back", "Back", 2),
    ),
    "pause": (
        Action("enter", "resume", "go on", "Go on where you were", 1),
        EASY,
        Action("q", "leave", "leave", LEAVE, 9, group="evening"),
    ),
    "held": (
        Action("l", "look", "look", "Look at the session as it was last saved", 1),
        Action("escape", "back", "home", "To Home", 2),
        Action("q", "leave", "leave", "Leave", 9),
    ),
    "taken": (
        Action("enter", "take", "choose", "Choose the line that is marked", 1),
        Action("escape", "back", "back", "Back", 8),
        Action("q", "leave", "leave", "Leave", 9),
    ),
    "door": (
        Action("enter", "go_in", "go in", "Go in", 1),
        Action("n", "name", "name", "What the others see as your name", 2),
        Action("g", "language", "language", "Another language", 3),
        Action("f", "plain", "plain lines", "Plain lines, for a screen reader or a poor line", 4),
        Action("q", "leave", "leave", "Leave", 9),
    ),
    "arrival": (
        Action("escape", "back", "back", "Back to the choices", 8),
        Action("q", "leave", "leave", "Leave", 9),
    ),
    "consent": (
        Action("enter", "agree", "I agree, go in", "Agree to what is kept, and take a seat", 1),
        Action("escape", "back", "back", "Back to the choices", 8),
        Action("q", "leave", "leave", "Leave", 9),
    ),
    "seat": (
        Action("space", "prompt", "next question", "The next question: notice, feel, ask, act",
               group="go_on"),
        Action("n", "go_on", "leave it out", "Leave this question out, and go on to the next", 1,
               group="go_on"),
        Action("m", "back_one", "one back", "Back to the question before", group="go_on"),
        Action("x", "pass", "pass", "Pass. No reason is needed", 2, group="go_on"),
        Action("a", "hand", "raise hand", "Raise your hand, or take it down", 3, group="go_on"),
        Action("b", "said", "card, or words", "Read what was said on this card, or the card again",
               2, "the card", "go_on"),
        LIGHTBULB,
        PLEDGE,
        Action("k", "park", "car park", "Keep a topic for later", 6, group="keep"),
        Action("o", "own", "own card", "Put a card of your own on the table", group="keep"),
        Action("u", "take_back", "take back", "Take back what you saved last", group="keep"),
        Action("w", "late", "words kept", "Your words for cards that are over: hand them in or not",
               group="instead"),
        Action("t", "shoes", "other shoes", "Stand in other shoes to talk on this card",
               group="instead"),
        EASY,
        Action("g", "language", "language", "Another language", group="instead"),
        Action("f", "plain", "plain lines", "Plain lines, for a screen reader or a poor line",
               group="instead"),
        Action("y", "key", "own key", "Your own key, to come back to this seat", group="evening"),
        Action("q", "leave", "leave", "Leave. Your seat and your words are kept"),
    ),
    "late": (
        Action("enter", "hand_in", "hand in", "Hand these words in for their card", 1),
        Action("x", "let_go", "let them go", "Let these words go", 2),
        Action("escape", "back", "back", "Back. The words are kept as they stand", 8),
    ),
    "reading": (Action("escape", "back", "back", "Back", 1),),
}  # fmt: skip
"""What can be done at each stage, in the order in which help and the row of actions list it."""

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
