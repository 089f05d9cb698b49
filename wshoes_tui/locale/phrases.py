"""Phrases that exports and several front ends share: counts, days, states of pledges."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from wshoes_tui.locale import N_, _, language_in_use, many

WHOSE_SHOES = N_("Whose shoes, on what")
NO_CARD_ON = N_("No card on: {without}")
BEFORE_AND_AFTER = N_("Before and after")
HOST_ONLY = N_("That can only be done on the computer that hosts the session.")
USED_TO_THINK, NOW_I_SEE = N_("I used to think"), N_("Now I see")
BEFORE, AFTER, PEOPLE = N_("before"), N_("after"), N_("people")
PEOPLE_HEAD, SESSIONS_HEAD = N_("People"), N_("Sessions")
LIGHTBULBS, PLEDGES = N_("Lightbulbs"), N_("Pledges")
"""Titles of parts of pages, and heads of columns."""
FOR_ANOTHER_TIME = N_("For another time")
YES = N_("yes")
TAKE_CARE = N_("Take care: this may be close to home.")
"""What is said before a card that may hurt."""
TYPED_UP = N_("typed up from paper")
"""What lists, summaries and exports say of a session with words from slips of paper."""
ONCE, TWICE, NOT_YET, NOBODY_YET = N_("once"), N_("twice"), N_("not yet"), N_("nobody yet")
FEW_PEOPLE = N_("from few people: a hint, no more")
OTHER_NAME = N_("Choose another name.")
AS_IT_WAS = N_("It is as it was.")
NOT_CHANGED = N_("It was not changed.")
OTHER_FILE = N_("Name another file.")
OTHER_ONE = N_("Name another one.")
NOTHING_CHANGED = N_("Nothing was changed.")
NOTHING_WRITTEN = N_("Nothing was written.")
PUT_BACK = N_("Put back the newest copy: wshoes restore")
NONE_UNFINISHED = N_("There is no unfinished session.")
BY_NEWER = N_("These sessions were written by a newer version of wshoes.")
WHICH_ADDRESS = N_("Use sqlite:///PATH or postgresql+psycopg://USER@HOST/NAME.")
NO_SESSIONS = N_("does not hold wshoes sessions")
SHOES_WORD, CARDS_WORD, THE_DECK = N_("shoes"), N_("cards"), N_("the deck")
TEXT_NAME, EASY_NAME = N_("text"), N_("easy text")
THE_FILE, PART_OF = N_("the file"), N_("{key} of {owner}")
UNKNOWN_ENCODING = N_("The file is no text in a known encoding.")
OUTPUT_UNWRITTEN = N_("Standard output could not be written ({reason}).")
MARKED_IS_KEPT = N_("What was marked saved is kept.")
DID_YOU_MEAN = N_("Did you mean {near}?")
NONE_TAKEN_IN = N_("Nothing was taken in.")
NEW = N_("New")
DECK_HEAD, SESSION_HEAD, PLEDGE_HEAD = N_("Deck"), N_("Session"), N_("Pledge")
TITLE_HEAD, WHO_HEAD, THEMES_HEAD = N_("Title"), N_("Who"), N_("Themes")
PROGRAMME_HEAD, LANGUAGE_HEAD = N_("Programme"), N_("Language")
NO_CARD = N_("no card")
A_CARD = N_("A card")
DAY = N_("Day")
TURN, CARD, SHOES, HOW_IT_ENDED = N_("Turn"), N_("Card"), N_("Shoes"), N_("How it ended")
NOT_AGREED = N_(
    "Not everybody agreed to how these words are kept: the card that says so was not read out, or "
    "something was changed after it."
)
"""What exports and the summary say of a session for which ``lacks_consent`` holds."""

WEEKDAY_NAMES = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
    N_("Sunday"),
)  # fmt: skip
MONTH_NAMES = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
BY_WHEN = N_("By when")
RUNG_WORDS = {"notice": N_("Notice"), "feel": N_("Feel"), "ask": N_("Ask"), "act": N_("Act")}
EARLIER_PLEDGE = N_("a pledge from before")
EARLIER_PLEDGES = N_("Pledges from last time")
NOT_FOR_SHARING = N_("A pledge whose words are not for sharing")
SCOPES = {
    "me": N_("I do it myself."),
    "us": N_("We do it together."),
    "others": N_("We ask others."),
}
PLEDGE_STATES = {
    "open": N_("still open"),
    "under_way": N_("under way"),
    "stuck": N_("stuck"),
    "done": N_("done"),
    "changed": N_("changed"),
    "dropped": N_("let go"),
}
HORIZONS = {
    "now": N_("Can be done now."),
    "plan": N_("Needs a plan."),
    "others": N_("Needs others."),
}
"""How soon a pledge can be kept, in the order in which pledges are told."""
THE_PATH = N_("The path of the session")
TURN_ENDS = {
    "open": PLEDGE_STATES["open"],
    "answered": N_("we talked about it"),
    "passed": N_("we moved on"),
    "skipped": N_("we moved on"),
    "parked": N_("kept for another time"),
}
"""How a turn ended. That somebody passed is private: it reads as a card that was skipped."""
ALONE_TURN_ENDS = TURN_ENDS | {
    "answered": N_("words were written"),
    **dict.fromkeys(("passed", "skipped"), N_("moved on")),
}
"""The same in the session of one person."""
SMALL_GROUP = N_(
    "These are the middle numbers of a small group on one day: a reason to talk, not a measurement."
)
CAUSE = N_("These words brought it about:")
"""What stands before the words that brought a lightbulb about."""


def turn_ended(state: str, *, swapped: bool, alone: bool = False) -> str:
    """How a turn ended, and whether it was one from the other side of a card."""
    ended = _((ALONE_TURN_ENDS if alone else TURN_ENDS)[state])
    return _("{ended}, from the other side", ended=ended) if swapped else ended


DATE_JOINERS = {"es": " de ", "pt": " de "}
"""What stands between day, month and year, in languages in which that is more than a blank."""
FIRST_OF_MONTH = {"fr": "1er"}
"""The first day of a month, in languages that count it as the others are not."""
DECIMAL_COMMA = frozenset({"es", "fr", "pt"})
"""Languages whose numbers have a decimal comma, and whose spreadsheets part cells by semicolons."""


def full_day(when: date) -> str:
    """Date format with the year: "24 November 2026", "24 de noviembre de 2026"."""
    return DATE_JOINERS.get(language_in_use(), " ").join((_day_and_month(when), str(when.year)))


def month_and_year(when: date) -> str:
    """Date format without the day: "November 2026", "noviembre de 2026"."""
    joiner = DATE_JOINERS.get(language_in_use(), " ")
    return joiner.join((_(MONTH_NAMES[when.month - 1]), str(when.year)))


def day_in(year: int, when: date) -> str:
    """Date format as "24 November", with the year where that is not ``year``."""
    return full_day(when) if when.year != year else _day_and_month(when)


def _day_and_month(when: date) -> str:
    language = language_in_use()
    day = FIRST_OF_MONTH.get(language, "1") if when.day == 1 else str(when.day)
    return DATE_JOINERS.get(language, " ").join((day, _(MONTH_NAMES[when.month - 1])))


def decimal(number: float) -> str:
    """Number format without needless digits: "3.5", or "3,5" where that is usual; "4"."""
    text = f"{number:g}"
    return text.replace(".", ",") if language_in_use() in DECIMAL_COMMA else text


_SPANISH_I = re.compile(r"h?[ií](?![aeou])", re.IGNORECASE)
"""The sound before which Spanish says "e" instead of "y"."""


def listed(names: Sequence[str], *, denied: bool = False) -> str:
    """List format of names in a sentence: "a", "a and b", "a, b and c"; "or" where denied."""
    if len(names) < 2:
        return "".join(names)
    some, last = ", ".join(names[:-1]), names[-1]
    if denied:
        return _("{some} or {last}", some=some, last=last)
    if language_in_use() == "es" and _SPANISH_I.match(last):
        return f"{some} e {last}"
    return _("{some} and {last}", some=some, last=last)


SYSTEM_REASONS = (
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("Read-only file system"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File exists"),
    N_("File name too long"),
    N_("File too large"),
    N_("Input/output error"),
    N_("Broken pipe"),
    N_("Bad file descriptor"),
    N_("Address already in use"),
    N_("Cannot assign requested address"),
    N_("Too many levels of symbolic links"),
)
"""What a system says of errors, where it speaks English, as the C library does by itself."""


def system_reason(error: Exception) -> str:
    """What the system says of an error, in the language in use where that is known."""
    number = getattr(error, "errno", None)
    return _(os.strerror(number)) if number else _("no reason given")


def revision_told(number: int) -> str:
    """Which revision of a deck it is: "revision 3"."""
    return _("revision {number}", number=number)


def by_day(day: str) -> str:
    """Until when a pledge is to be kept: "by 24 November"."""
    return _("by {day}", day=day)


def pledge_sentence(condition: str, text: str) -> str:
    """A pledge as it was said; a condition without its own "when" or "if" gets one."""
    condition = condition.strip()
    if not condition:
        return text
    if condition.casefold().startswith(_CONDITION_WORDS):
        return f"{condition.rstrip(',')}, {text}"
    return _("When {condition}, {pledge}", condition=condition.rstrip(","), pledge=text)


_CONDITION_WORDS = (
    "when ", "whenever ", "if ", "as soon as ", "once ", "pan ", "os ", "cuando ", "si ", "quand ",
    "lorsque ", "dès que ", "s'il ", "s’il ", "quando ", "se ",
)  # fmt: skip
"""How a condition begins that says itself when, in the languages of the program."""


def wording_before(words: str) -> str:
    """What the wording of a pledge was before it was changed."""
    return _("Before: {words}", words=words)


def about_pledge(scope: str, horizon: str) -> list[str]:
    """Whom a pledge needs, and what it needs first, where that is more than to do it."""
    told = [SCOPES[scope]] if scope else []
    told += [HORIZONS[horizon]] if horizon != "now" else []
    return [_(one).rstrip(".") for one in told]


def pledge_news(state: str, note: str, *, was: str = "", text: str = "") -> Iterator[str]:
    """What was said of how a pledge stands: each a text of its own, none where nothing was."""
    label = _(PLEDGE_STATES[state])
    if was:
        yield _("before: {words}", words=was)
    for words in (text, note):
        if words:
            yield f"{label}: {words}"


def count_people(count: int) -> str:
    """ "1 person", "2 people"."""
    return many("{count} person", "{count} people", count)


def count_sessions(count: int) -> str:
    """ "1 session", "2 sessions"."""
    return many("{count} session", "{count} sessions", count)


def count_turns(count: int) -> str:
    """ "1 turn", "2 turns"."""
    return many("{count} turn", "{count} turns", count)


def count_minutes(count: int) -> str:
    """ "1 minute", "2 minutes"."""
    return many("{count} minute", "{count} minutes", count)


def count_responses(count: int) -> str:
    """ "1 response", "2 responses"."""
    return many("{count} response", "{count} responses", count)


CANDIDATE, EVIDENCE = N_("Candidate"), N_("What the panel heard")
WHAT_WE_AGREED = N_("What the panel agreed")
NO_VALUE = N_("Without a value")
NOBODY_HEARD = N_("Nobody heard anything about: {values}")
NOT_TOLD_HERE = N_("Nothing is told here about: {values}")
NOT_SHOWN_HERE = N_("There are words that are not shown here.")


def count_lightbulbs(count: int) -> str:
    """ "1 lightbulb", "2 lightbulbs"."""
    return many("{count} lightbulb", "{count} lightbulbs", count)


def count_pledges(count: int) -> str:
    """ "1 pledge", "2 pledges"."""
    return many("{count} pledge", "{count} pledges", count)


def count_parked(count: int) -> str:
    """ "1 topic in the car park", "2 topics in the car park"."""
    return many("{count} topic in the car park", "{count} topics in the car park", count)


def count_cards(count: int) -> str:
    """ "1 card", "2 cards"."""
    return many("{count} card", "{count} cards", count)


def count_times(count: int) -> str:
    """ "1 time", "2 times"."""
    return many("{count} time", "{count} times", count)


def phrase_told(phrase: tuple[str, Mapping[str, object]] | None) -> str:
    """A phrase of the domain in the language in use: a text and its words; "" for none."""
    return "" if phrase is None else _(phrase[0], **phrase[1])
