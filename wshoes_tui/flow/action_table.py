"""Action table: what can be done at each stage, with its key, labels and help.

Key bindings, the row of one-shot actions, the footer, help, the command palette and the
documentation are all made from it. On a stage in ``ONE_SHOT`` letters are words: an action of it
is reached by Esc and then its key, once. On every other stage its key acts at once.
"""

from __future__ import annotations

from typing import Literal

from wshoes_tui.domain.value import Value, value
from wshoes_tui.locale import N_

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
    "go_on": N_("go on"),
    "keep": N_("keep"),
    "instead": N_("instead"),
    "evening": N_("the evening"),
}
"""The headings of the groups in the row of actions, in their order."""

EVERYWHERE = (
    Action("question_mark", "help", N_("help"), N_("What can be done here")),
    Action(
        "ctrl+p", "command_palette", N_("find"), N_("Find anything that can be done, by its name")
    ),
    Action("e", "easy", N_("easy words"), N_("Show everything in easy words, or in full again")),
)

LEAVE = "Leave. The session can be continued"
WHO_IS_HERE = Action(
    "h", "seats", N_("who is here"), N_("Who is here: join, leave, come back"), group="evening"
)
PAUSE = Action(
    "z", "pause", N_("pause"), N_("Pause. Nothing moves on until you do"), group="evening"
)
EASY = Action(
    "e",
    "easy",
    N_("easy words"),
    N_("Show everything in easy words, or in full again"),
    group="instead",
)
LIGHTBULB = Action(
    "l", "lightbulb", N_("lightbulb"), N_("I used to think ... now I see ..."), 5, group="keep"
)
PLEDGE = Action("p", "pledge", N_("pledge"), N_("If ... then I will ..."), 6, group="keep")
UNDO = Action("u", "undo", N_("undo"), N_("Take the last step back. Words are kept"), group="keep")

ACTIONS: dict[str, tuple[Action, ...]] = {
    "home": (
        Action("enter", "open", N_("open"), N_("Open the line that is marked"), 1),
        Action("c", "continue", N_("continue"), N_("Go on with the unfinished session")),
        Action("r", "rehearse", N_("rehearse"), N_("Rehearse on your own")),
        Action("n", "new", N_("new"), N_("A new session for a group")),
        Action("p", "past", N_("past"), N_("Past sessions")),
        Action("d", "decks", N_("decks"), N_("Look at the decks")),
        Action("q", "leave", N_("leave"), N_("Leave. Nothing is lost"), 9),
    ),
    "decks": (
        Action("enter", "take", N_("go on"), N_("Take the marked decks, or the one you are on"), 1),
        Action("space", "mark", N_("mix"), N_("Mark a deck, to mix several"), 2),
        Action("slash", "filter", N_("find"), N_("Find decks by a word"), 3),
        Action("s", "sample", N_("another card"), N_("Show another sample card"), 4),
        Action("escape", "back", N_("back"), N_("Back"), 8),
    ),
    "people": (
        Action("g", "go", N_("begin"), N_("Begin: everybody is here"), 1, group="go_on"),
        Action("b", "back", N_("back"), N_("Back"), 2, group="go_on"),
        Action("v", "let_in", N_("let in"), N_("Let somebody back in to the seat they ask for"), 1,
               group="go_on"),
        Action("d", "turn_away", N_("not them"), N_("Do not let them in to that seat"), 2,
               group="go_on"),
        Action("l", "joining", N_("how to join"),
               N_("The line for those who join at their screens"), 3, group="go_on"),
        Action("r", "rename", N_("put right"), N_("Put the marked line right"), group="keep"),
        Action("a", "away", N_("away or back"), N_("Mark the seat as away, or back"), group="keep"),
        Action("s", "side", N_("other side"), N_("The other side for the marked seat"),
               group="keep"),
        Action("x", "remove", N_("remove"), N_("Take the marked seat away"), group="keep"),
        Action("u", "undo", N_("undo"), N_("Take the last step back"), group="keep"),
        Action("w", "write_first", N_("write first"),
               N_("Everybody writes before anybody speaks, or not"), 3, group="instead"),
        Action("o", "order", N_("order"), N_("Round the table, side by side, or by chance"), 4,
               group="instead"),
        Action("plus", "more", N_("more turns"), N_("One more turn"), group="instead"),
        Action("minus", "fewer", N_("fewer turns"), N_("One turn fewer"), group="instead"),
        Action("t", "give_shoes", N_("give shoes"),
               N_("Give the marked seat shoes to talk in on this card"), group="instead"),
        Action("h", "lower_hand", N_("lower hand"), N_("Take down the hand of the marked seat"),
               group="evening"),
        EASY,
        Action("q", "leave", N_("leave"),
               N_("Leave: the session ends for all, and can be continued")),
    ),
    "opening": (
        Action("enter", "agree", N_("go on"), N_("Agreed: go on"), 1),
        Action("i", "edit", N_("change"), N_("Change the agreements"), 2),
        Action("x", "remove", N_("take away"), N_("Take the marked agreement away")),
        Action("n", "begin", N_("first card"), N_("Leave the rest out and draw the first card"), 3),
        Action("b", "back_one", N_("back"), N_("One page back"), 4),
        Action("h", "seats", N_("who is here"), N_("Who is here: join, leave, come back")),
        Action("u", "undo", N_("undo"), N_("Take the last step back")),
        Action("q", "leave", N_("leave"), LEAVE, 9),
    ),
    "turn": (
        Action("space", "prompt", N_("next question"),
               N_("The next question: notice, feel, ask, act"), group="go_on"),
        Action("v", "voice", N_("another voice"), N_("Another voice: another seat, or other shoes"),
               3, N_("voice"), "go_on"),
        Action("s", "swap", N_("swap shoes"), N_("The same card from the opposite shoes"), 4,
               N_("swap"), "go_on"),
        Action("w", "write_first", N_("write first"),
               N_("Everybody writes, then all is shown together"), group="go_on"),
        Action("n", "next", N_("next turn"), N_("Save the words and go on to the next turn"), 1,
               N_("next"), "go_on"),
        LIGHTBULB,
        PLEDGE,
        Action("k", "park", N_("car park"), N_("Keep a topic for later"), group="keep"),
        Action("o", "own", N_("own card"), N_("Put a card of your own on the table"), group="keep"),
        UNDO,
        Action("x", "pass", N_("pass"), N_("Pass. No reason is needed"), group="instead"),
        Action("r", "skip", N_("another card"), N_("Put this card back and draw another"),
               group="instead"),
        Action("t", "shoes", N_("other shoes"), N_("Stand in other shoes on this turn"),
               group="instead"),
        EASY,
        Action("f", "note", N_("note"), N_("The note for the facilitator, if the card has one"),
               group="instead"),
        Action("b", "said", N_("what was said"), N_("Read, put right, or take back what was said"),
               group="evening"),
        Action("m", "map", N_("whose shoes"), N_("Whose shoes, on what, so far"), group="evening"),
        WHO_IS_HERE,
        PAUSE,
        Action("c", "close", N_("closing"), N_("Go to the closing round"), group="evening"),
        Action("y", "redo", N_("redo"), N_("Do again what was undone")),
        Action("d", "park_card", N_("this card for later"),
               N_("Put this card into the car park, and draw another")),
        Action("q", "leave", N_("leave"), LEAVE),
    ),
    "writing": (
        Action("w", "take", N_("write"), N_("Take the keyboard and write"), 1, group="go_on"),
        Action("w", "hide", N_("hide for now"), N_("Hide the words for now. They are kept"), 1,
               group="go_on"),
        Action("a", "add", N_("add to the last page"),
               N_("Add what stands in the field to what was written last"), 2, group="go_on"),
        Action("v", "reveal", N_("reveal"), N_("Show all that was written, together"), 2,
               group="go_on"),
        Action("x", "pass", N_("not now"), N_("This person would rather not write"), 3,
               group="go_on"),
        Action("s", "stop", N_("just talk"), N_("Talk instead, if nobody has written yet"), 4,
               group="instead"),
        EASY,
        Action("m", "map", N_("whose shoes"), N_("Whose shoes, on what, so far"), group="evening"),
        WHO_IS_HERE,
        PAUSE,
        Action("u", "undo", N_("undo"), N_("Take the last step back"), group="keep"),
        Action("q", "leave", N_("leave"), LEAVE),
    ),
    "reveal": (
        Action("enter", "back", N_("talk about it"), N_("Back to the card, to talk about it"), 1),
        Action("n", "next", N_("next turn"), N_("Go on to the next turn"), 4, N_("next"), "go_on"),
        Action("l", "lightbulb", N_("lightbulb"),
               N_("A lightbulb that the marked words brought about"), 2, group="keep"),
        Action("r", "edit", N_("put right"), N_("Put the marked words right"), 3, group="keep"),
        Action("k", "visibility", N_("keep out of exports"),
               N_("The marked words: with their shoes, or kept out of every export"),
               group="instead"),
        Action("x", "remove", N_("take back"),
               N_("Take the marked words back (undo brings them again)"), group="instead"),
        Action("u", "undo", N_("undo"), N_("Take the last step back"), group="keep"),
        Action("b", "back", N_("the card"), N_("Back to the card"), group="go_on"),
        Action("q", "leave", N_("leave"), LEAVE),
    ),
    "said": (
        Action("enter", "edit", N_("put right"), N_("Put the words right"), 1),
        Action("l", "lightbulb", N_("lightbulb"), N_("A lightbulb that these words brought about"),
               2),
        Action("v", "visibility", N_("who may see"), N_("Shoes only, or kept out of every export"),
               3),
        Action("x", "remove", N_("take back"), N_("Take the words back (undo brings them again)"),
               4),
        Action("u", "undo", N_("undo"), N_("Take the last step back"), 5),
        Action("escape", "back", N_("back"), N_("Back to the card"), 8),
    ),
    "closing": (
        Action("n", "go_on", N_("go on"), N_("Go on to the next part, or close the session"), 1,
               group="go_on"),
        Action("b", "back_one", N_("one page back"), N_("One page back"), 3, N_("back"), "go_on"),
        Action("t", "more_turns", N_("one more turn"), N_("Back to the cards for one more turn"), 4,
               group="instead"),
        Action("w", "complete", N_("who and when"), N_("Who keeps the marked pledge, and by when"),
               2, group="keep"),
        LIGHTBULB,
        PLEDGE,
        Action("k", "park", N_("car park"), N_("Keep a topic for later"), group="keep"),
        UNDO,
        EASY,
        WHO_IS_HERE,
        Action("q", "leave", N_("leave"), LEAVE),
    ),
    "summary": (
        Action("tab", "section", N_("next part"), N_("The next part of the summary"), 1),
        Action("x", "export", N_("export"), N_("Write it to a file"), 2),
        Action("v", "voices", N_("voices"), N_("Who has been heard: for the facilitator only"), 3),
        Action("escape", "back", N_("back"), N_("Back"), 8),
        Action("q", "leave", N_("leave"), N_("Leave"), 9),
    ),
    "past": (
        Action("enter", "open", N_("open"), N_("Continue it, or look at it"), 1),
        Action("x", "export", N_("export"), N_("Write it to a file"), 2),
        Action("escape", "back", N_("back"), N_("Back"), 8),
    ),
    "sheet": (
        Action("enter", "go_on", N_("save"), N_("Save"), 1),
        Action("escape", "back", N_("back"), N_("Back. The words are kept as they stand"), 2),
    ),
    "choice": (
        Action("enter", "take", N_("choose"), N_("Choose the line that is marked"), 1),
        Action("escape", "back", N_("back"), N_("Back"), 2),
    ),
    "pause": (
        Action("enter", "resume", N_("go on"), N_("Go on where you were"), 1),
        EASY,
        Action("q", "leave", N_("leave"), LEAVE, 9, group="evening"),
    ),
    "held": (
        Action("l", "look", N_("look"), N_("Look at the session as it was last saved"), 1),
        Action("escape", "back", N_("home"), N_("To Home"), 2),
        Action("q", "leave", N_("leave"), N_("Leave"), 9),
    ),
    "taken": (
        Action("enter", "take", N_("choose"), N_("Choose the line that is marked"), 1),
        Action("escape", "back", N_("back"), N_("Back"), 8),
        Action("q", "leave", N_("leave"), N_("Leave"), 9),
    ),
    "door": (
        Action("enter", "go_in", N_("go in"), N_("Go in"), 1),
        Action("n", "name", N_("name"), N_("What the others see as your name"), 2),
        Action("g", "language", N_("language"), N_("Another language"), 3),
        Action("f", "plain", N_("plain lines"),
               N_("Plain lines, for a screen reader or a poor line"), 4),
        Action("q", "leave", N_("leave"), N_("Leave"), 9),
    ),
    "arrival": (
        Action("escape", "back", N_("back"), N_("Back to the choices"), 8),
        Action("q", "leave", N_("leave"), N_("Leave"), 9),
    ),
    "consent": (
        Action("enter", "agree", N_("I agree, go in"), N_("Agree to what is kept, and take a seat"),
               1),
        Action("escape", "back", N_("back"), N_("Back to the choices"), 8),
        Action("q", "leave", N_("leave"), N_("Leave"), 9),
    ),
    "seat": (
        Action("space", "prompt", N_("next question"),
               N_("The next question: notice, feel, ask, act"), group="go_on"),
        Action("n", "go_on", N_("leave it out"),
               N_("Leave this question out, and go on to the next"), 1, group="go_on"),
        Action("m", "back_one", N_("one back"), N_("Back to the question before"), group="go_on"),
        Action("x", "pass", N_("pass"), N_("Pass. No reason is needed"), 2, group="go_on"),
        Action("a", "hand", N_("raise hand"), N_("Raise your hand, or take it down"), 3,
               group="go_on"),
        Action("b", "said", N_("card, or words"),
               N_("Read what was said on this card, or the card again"), 2, N_("the card"),
               "go_on"),
        LIGHTBULB,
        PLEDGE,
        Action("k", "park", N_("car park"), N_("Keep a topic for later"), 6, group="keep"),
        Action("o", "own", N_("own card"), N_("Put a card of your own on the table"), group="keep"),
        Action("u", "take_back", N_("take back"), N_("Take back what you saved last"),
               group="keep"),
        Action("w", "late", N_("words kept"),
               N_("Your words for cards that are over: hand them in or not"), group="instead"),
        Action("t", "shoes", N_("other shoes"), N_("Stand in other shoes to talk on this card"),
               group="instead"),
        EASY,
        Action("g", "language", N_("language"), N_("Another language"), group="instead"),
        Action("f", "plain", N_("plain lines"),
               N_("Plain lines, for a screen reader or a poor line"), group="instead"),
        Action("y", "key", N_("own key"), N_("Your own key, to come back to this seat"),
               group="evening"),
        Action("q", "leave", N_("leave"), N_("Leave. Your seat and your words are kept")),
    ),
    "late": (
        Action("enter", "hand_in", N_("hand in"), N_("Hand these words in for their card"), 1),
        Action("x", "let_go", N_("let them go"), N_("Let these words go"), 2),
        Action("escape", "back", N_("back"), N_("Back. The words are kept as they stand"), 8),
    ),
    "reading": (Action("escape", "back", N_("back"), N_("Back"), 1),),
}  # fmt: skip
"""What can be done at each stage, in the order in which help and the row of actions list it."""
