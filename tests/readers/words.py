"""Words of the program that the harness waits for, in the language of a run."""

import dataclasses
import re

from tests.readers.measure import words
from wshoes_tui.locale import LANGUAGE_NAMES, _, speak_to


@dataclasses.dataclass(frozen=True)
class PageWords:
    """What stands on the pages.

    Attributes:
        opening: the title of the opening.
        turn: the title of a turn, as a pattern with {} for its number.
        saved: the words of the news that something was saved.
        welcome: what a seat is greeted with.
        are_in: what a seat is told once it is in.
        language: what the language calls itself.
    """

    opening: str
    turn: str
    saved: list
    welcome: str
    are_in: str
    language: str


def page_words(language="en", easy=False):
    """The words in a language of the interface, or in easy words."""
    speak_to(language, easy=easy)
    turn = re.escape(_("Turn {turn} of {turns}", turn="TURN", turns="TURNS"))
    return PageWords(
        _("Opening"),
        turn.replace("TURNS", r"\d+").replace("TURN", "{}"),
        words(_("Saved. Type on").partition(".")[0]),
        _("Welcome. Press Enter to go in."),
        _("You are in. It begins when everybody is here.").partition(".")[0],
        LANGUAGE_NAMES[language],
    )
