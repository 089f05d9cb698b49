"""One registry of what a key does: bindings, footer, help, palette and documentation follow it.

``order`` is the place in the footer, which shows as many as fit; 0 keeps a command for
the help screen and the palette.
"""

from __future__ import annotations

from collections.abc import Iterator

from wshoes_tui.domain.value import Value, value


@value()
class Key(Value):
    """One thing that can be done on a screen. ``action`` is the screen's ``action_...``."""

    key: str
    action: str
    label: str
    what: str
    order: int = 0

    @property
    def shown(self) -> str:
        """The key as it is written on the screen."""
        return NAMES.get(self.key, self.key)


NAMES = {
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

EVERYWHERE = (
    Key("question_mark", "help", "help", "What can be done here"),
    Key("ctrl+p", "command_palette", "find", "Find anything that can be done, by its name"),
    Key("e", "easy", "easy words", "Show everything in easy words, or in full again"),
)

KEYS: dict[str, tuple[Key, ...]] = {
    "home": (
        Key("enter", "open", "open", "Open the line that is marked", 1),
        Key("c", "continue", "continue", "Go on with the unfinished session"),
        Key("r", "rehearse", "rehearse", "Rehearse on your own"),
        Key("n", "new", "new", "A new session for a group"),
        Key("p", "past", "past", "Past sessions"),
        Key("d", "decks", "decks", "Look at the decks"),
        Key("q", "leave", "leave", "Leave. Nothing is lost", 9),
    ),
    "decks": (
        Key("enter", "take", "go on", "Take the marked decks, or the one you are on", 1),
        Key("space", "mark", "mix", "Mark a deck, to mix several", 2),
        Key("slash", "filter", "find", "Find decks by a word", 3),
        Key("s", "sample", "another card", "Show another sample card", 4),
        Key("escape", "back", "back", "Back", 8),
    ),
    "people": (
        Key("enter", "type", "type names", "Type who is here", 1),
        Key("g", "go", "begin", "Begin: everybody is here", 2),
        Key("w", "write_first", "write first", "Everybody writes before anybody speaks, or not", 3),
        Key("o", "order", "order", "Round the table, side by side, or by chance", 4),
        Key("plus", "more", "more turns", "One more turn"),
        Key("minus", "fewer", "fewer turns", "One turn fewer"),
        Key("s", "side", "side", "The other side for the marked seat"),
        Key("r", "rename", "rename", "Put the marked line right"),
        Key("a", "away", "away", "Mark the seat as away, or back"),
        Key("x", "remove", "remove", "Take the marked seat away"),
        Key("u", "undo", "undo", "Take the last step back"),
        Key("l", "joining", "how to join", "The line for those who join at their screens", 3),
        Key("v", "let_in", "let in", "Let somebody back in to the seat they ask for", 1),
        Key("d", "turn_away", "not them", "Do not let them in to that seat", 2),
        Key("t", "give_shoes", "give shoes", "Give the marked seat shoes to talk in on this card"),
        Key("h", "lower_hand", "lower hand", "Take down the hand of the marked seat"),
        Key("escape", "back", "back", "Back", 8),
        Key("q", "leave", "leave", "Leave: the session ends for all, and can be continued", 9),
    ),
    "opening": (
        Key("enter", "agree", "go on", "Agreed: go on", 1),
        Key("i", "edit", "change", "Change the agreements", 2),
        Key("n", "begin", "first card", "Leave the rest out and draw the first card", 3),
        Key("b", "back_one", "back", "One page back", 4),
        Key("h", "seats", "who is here", "Who is here: join, leave, come back"),
        Key("q", "leave", "leave", "Leave. The session can be continued", 9),
    ),
    "turn": (
        Key("n", "next", "next", "Save the words and go on to the next turn", 1),
        Key("i", "type", "type", "Type what is said (Enter and Tab do it too)", 2),
        Key("v", "voice", "voice", "Another voice: another seat, or other shoes", 3),
        Key("s", "swap", "swap", "The same card from the opposite shoes", 4),
        Key("l", "lightbulb", "lightbulb", "I used to think ... now I see ...", 5),
        Key("p", "pledge", "pledge", "If ... then I will ...", 6),
        Key("k", "park", "park", "Keep a topic, or this card, for later", 7),
        Key("space", "prompt", "prompt", "The next question: notice, feel, ask, act"),
        Key("x", "pass", "pass", "Pass. No reason is needed"),
        Key("r", "skip", "another card", "Put this card back and draw another"),
        Key("w", "write_first", "write first", "Everybody writes, then all is shown together"),
        Key("o", "own", "own card", "Put a card of your own on the table"),
        Key("t", "shoes", "other shoes", "Stand in other shoes on this turn"),
        Key("b", "said", "what was said", "Read, put right, or take back what was said"),
        Key("h", "seats", "who is here", "Who is here: join, leave, come back"),
        Key("z", "pause", "pause", "Pause. Nothing moves on until you do"),
        Key("u", "undo", "undo", "Take the last step back. Words are kept"),
        Key("y", "redo", "redo", "Do again what was undone"),
        Key("m", "map", "map", "Whose shoes, on what, so far"),
        Key("f", "note", "note", "The note for the facilitator, if the card has one"),
        Key("c", "close", "closing round", "Go to the closing round"),
        Key("q", "leave", "leave", "Leave. The session can be continued"),
    ),
    "writing": (
        Key("enter", "take", "write", "Take the keyboard and write", 1),
        Key("v", "reveal", "reveal", "Show all that was written, together", 2),
        Key("x", "pass", "not now", "This person would rather not write", 3),
        Key("s", "stop", "just talk", "Talk instead, if nobody has written yet", 4),
        Key("h", "seats", "who is here", "Who is here: join, leave, come back"),
        Key("u", "undo", "undo", "Take the last step back"),
        Key("z", "pause", "pause", "Pause. Nothing moves on until you do"),
        Key("q", "leave", "leave", "Leave. The session can be continued"),
    ),
    "said": (
        Key("enter", "edit", "put right", "Put the words right", 1),
        Key("l", "lightbulb", "lightbulb", "A lightbulb that these words brought about", 2),
        Key("v", "visibility", "who may see", "Shoes only, or kept out of every export", 3),
        Key("x", "remove", "take back", "Take the words back (undo brings them again)", 4),
        Key("u", "undo", "undo", "Take the last step back", 5),
        Key("escape", "back", "back", "Back to the card", 8),
    ),
    "closing": (
        Key("enter", "go_on", "go on", "Save the words, or go on where the field is empty", 1),
        Key("i", "type", "type", "Type what is said", 2),
        Key("w", "complete", "who and when", "Who keeps the marked pledge, and by when", 2),
        Key("b", "back_one", "back", "One page back", 3),
        Key("t", "more_turns", "one more turn", "Back to the cards for one more turn", 4),
        Key("l", "lightbulb", "lightbulb", "I used to think ... now I see ..."),
        Key("p", "pledge", "pledge", "If ... then I will ..."),
        Key("k", "park", "park", "Keep a topic for later"),
        Key("h", "seats", "who is here", "Who is here: join, leave, come back"),
        Key("u", "undo", "undo", "Take the last step back"),
        Key("q", "leave", "leave", "Leave. The session can be continued", 9),
    ),
    "summary": (
        Key("tab", "section", "next part", "The next part of the summary", 1),
        Key("x", "export", "export", "Write it to a file", 2),
        Key("v", "voices", "voices", "Who has been heard: for the facilitator only", 3),
        Key("escape", "back", "back", "Back", 8),
        Key("q", "leave", "leave", "Leave", 9),
    ),
    "past": (
        Key("enter", "open", "open", "Continue it, or look at it", 1),
        Key("x", "export", "export", "Write it to a file", 2),
        Key("escape", "back", "back", "Back", 8),
    ),
    "sheet": (
        Key("enter", "go_on", "save", "Save", 1),
        Key("escape", "back", "back", "Back. The words are kept as they stand", 2),
    ),
    "choice": (
        Key("enter", "take", "choose", "Choose the line that is marked", 1),
        Key("escape", "back", "back", "Back", 2),
    ),
    "pause": (
        Key("enter", "resume", "go on", "Go on where you were", 1),
        Key("q", "leave", "leave", "Leave. The session can be continued", 9),
    ),
    "held": (
        Key("l", "look", "look", "Look at the session as it was last saved", 1),
        Key("escape", "back", "home", "To Home", 2),
        Key("q", "leave", "leave", "Leave", 9),
    ),
    "taken": (
        Key("enter", "take", "choose", "Choose the line that is marked", 1),
        Key("escape", "back", "back", "Back", 8),
        Key("q", "leave", "leave", "Leave", 9),
    ),
    "seat": (
        Key("enter", "go_in", "go in", "At the door: go in", 1),
        Key("enter", "agree", "I agree, go in", "Agree to what is kept, and take a seat", 1),
        Key("n", "name", "name", "At the door: what the others see as your name", 2),
        Key("escape", "back", "back", "At the door: back to the choices", 8),
        Key("i", "type", "write", "Write your words", 1),
        Key("b", "said", "the card", "Read what was said on this card, or the card again", 2),
        Key("x", "pass", "pass", "Pass, or leave this out. No reason is needed", 2),
        Key("a", "hand", "raise hand", "Raise your hand, or take it down", 3),
        Key("l", "lightbulb", "lightbulb", "I used to think ... now I see ...", 4),
        Key("p", "pledge", "pledge", "If ... then I will ...", 5),
        Key("k", "park", "park", "Keep a topic for later", 6),
        Key("space", "prompt", "prompt", "The next question: notice, feel, ask, act"),
        Key("t", "shoes", "other shoes", "Stand in other shoes to talk on this card"),
        Key("o", "own", "own card", "Put a card of your own on the table"),
        Key("w", "late", "words kept", "Your words for cards that are over: hand them in, or not"),
        Key("u", "take_back", "take back", "Take back what you saved last"),
        Key("m", "back_one", "one back", "Back to the question before"),
        Key("y", "key", "own key", "Your own key, to come back to this seat"),
        Key("g", "language", "language", "Another language"),
        Key("f", "plain", "plain lines", "Plain lines, for a screen reader or a poor line"),
        Key("enter", "type", "write", "Write your words"),
        Key("q", "leave", "leave", "Leave. Your seat and your words are kept", 9),
    ),
    "late": (
        Key("enter", "hand_in", "hand in", "Hand these words in for their card", 1),
        Key("x", "let_go", "let them go", "Let these words go", 2),
        Key("escape", "back", "back", "Back. The words are kept as they stand", 8),
    ),
    "reading": (Key("escape", "back", "back", "Back", 1),),
}
"""What can be done on each screen, in the order in which help lists it."""


def keys_of(scope: str) -> Iterator[Key]:
    """The keys of a screen, its own before those that work everywhere."""
    own = KEYS.get(scope, ())
    taken = {key.key for key in own}
    yield from own
    yield from (key for key in EVERYWHERE if key.key not in taken)


def footer_of(scope: str) -> list[Key]:
    """The keys for the footer, the most needed first."""
    return sorted((key for key in KEYS.get(scope, ()) if key.order), key=lambda key: key.order)
