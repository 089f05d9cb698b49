"""Action table of lists: decks, their cards in the studio, conflicts after a merge."""

from __future__ import annotations

from wshoes_tui.flow.action_types import (
    FIND,
    GO_ON,
    REDO,
    TAKE_OUT,
    UNDO,
    Action,
)
from wshoes_tui.locale import N_

ON_BOTH_LISTS = ("studio", "studio_card")
"""The cards of a deck, and the fields of one."""

ON_DECKS = (
    Action("enter", "take", GO_ON, N_("Take the marked decks, or the one you are on"), 1,
           on=("decks",)),
    Action("space", "mark", N_("mix"), N_("Mark a deck, to mix several"), 2, on=("decks",)),
    Action("slash", "filter", FIND, N_("Find decks by a word"), 3, on=("decks",)),
    Action("s", "sample", N_("another card"), N_("Show another sample card"), 4, on=("decks",),
           slash="look", takes="N", lines=("decks",),
           line_help=N_("More about deck N, with a card from it: each time another")),
)  # fmt: skip
"""Where decks are chosen: for a rehearsal, a new session, slips of paper, or to look at them."""

IN_STUDIO = (
    Action("l", "language", N_("other language"), N_("The deck you are on in its next language"), 5,
           on=("decks",), synonyms=N_("translation, Welsh, English, other language")),
    Action("w", "write", N_("write cards"), N_("Write and change the cards of this deck"),
           on=("decks",), synonyms=N_("edit, author, own deck, studio")),
    Action("enter", "open", N_("change it"), N_("Change what is marked"), 1,
           on=ON_BOTH_LISTS),
    Action("n", "new", N_("new card"), N_("A new card, at the end"), 2, on=("studio",)),
    Action("v", "see", N_("see it"), N_("The card as it will be on the screen"), 3,
           on=ON_BOTH_LISTS),
    Action("a", "advice", N_("advice"), N_("All that could be better in this deck"), 4,
           on=("studio",)),
    Action("m", "map", N_("whose shoes"), N_("How many cards there are for whose shoes, on what"),
           on=("studio",)),
    Action("u", "undo", UNDO, N_("Take the last change of the deck back"), 5,
           on=ON_BOTH_LISTS),
    Action("y", "redo", REDO, N_("Make that change again"),
           on=ON_BOTH_LISTS),
    Action("x", "remove", TAKE_OUT, N_("Take the marked card out of the deck"),
           on=("studio",)),
    Action("tab", "next_view", N_("next view"), N_("Another window, easy words or plain lines"), 1,
           on=("card_view",)),
)  # fmt: skip
"""Where cards of a deck are written.

The list of decks serves a rehearsal, a new session, paper and mere looking: what does not apply to
one of these a page leaves out by itself. In the studio each change is written to the deck file at
once, so there is no action that saves.
"""

ON_CONFLICTS = (
    Action("enter", "settle", N_("decide"), N_("Keep each as it is marked: here, or there"), 1,
           on=("conflicts",)),
    Action("space", "other_side", N_("other side"), N_("The other side of the marked line"), 2,
           on=("conflicts",)),
    Action("b", "keep_both", N_("both"), N_("Mark what only one side has, and else what is here"),
           3, on=("conflicts",)),
    Action("k", "keep_all", N_("all from here"), N_("Mark all as it is here"), 3,
           on=("conflicts",)),
    Action("t", "take_all", N_("all from there"), N_("Mark all as it is there"), 4,
           on=("conflicts",)),
    Action("l", "later", N_("later"), N_("Leave it as it is: the next gathering tells it again"),
           5, on=("conflicts",)),
)  # fmt: skip
