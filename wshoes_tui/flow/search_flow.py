"""Search: what was found, and what is said where nothing was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.word_fold import FoundWords, SearchResult, WordsKind, first_place, terms_of
from wshoes_tui.flow.blocks import FoundBlock, QuestionBlock, TextBlock, Word
from wshoes_tui.flow.labels import step_name
from wshoes_tui.flow.questions import WITHHELD
from wshoes_tui.flow.session_labels import SEARCH_ALL, day, title_or, turn_and_card
from wshoes_tui.locale import N_, _, many

WORDS: dict[WordsKind, Word] = {
    "title": "Session",
    "response": "Said",
    "lightbulb": "Lightbulb",
    "pledge": "Pledge",
    "topic": "Parked",
    "card": "Card",
    "feedback": "Feedback",
}
NAMED: dict[WordsKind, str] = {
    "lightbulb": "AddLightbulb",
    "pledge": "AddPledge",
    "topic": "ParkTopic",
    "card": "PlaceCard",
    "feedback": "GiveFeedback",
}
"""The step by which words came that are said to be what they are; the others are responses."""
SNIPPET = 240
"""Characters that are shown of long words: what was searched for, and some before and after it."""
BEFORE = 60
NOTHING_TO_SEARCH = N_("Search for which words? Type them behind it: /search last bus")
NOT_AS_WRITTEN = N_("damaged: perhaps not as it was written")


def found_blocks(words: str, result: SearchResult) -> Iterator[FoundBlock]:
    """What was found, the newest session first."""
    terms = terms_of(words)
    for number, one in enumerate(result.found, 1):
        yield FoundBlock(
            WORDS[one.kind], number, snippet(one.text, terms), tuple(where_told(one)), one.shoes
        )


def where_told(found: FoundWords) -> Iterator[str]:
    """What words are, their session and its day, the turn and its card, and if kept back."""
    if found.kind in NAMED:
        yield step_name(NAMED[found.kind])
    yield title_or(found.title)
    when = datetime.fromisoformat(found.created).astimezone(UTC).astimezone()
    yield ", ".join(filter(None, (day(when.date()), one_line(found.place))))
    if found.turn:
        yield turn_and_card(found.turn, one_line(found.card))
    if found.withheld:
        yield _(WITHHELD)
    if found.damaged:
        yield _(NOT_AS_WRITTEN)


def snippet(text: str, terms: tuple[str, ...]) -> str:
    """Words on one line; of long ones the part in which the first of these terms stands."""
    line = one_line(text)
    if len(line) <= SNIPPET:
        return line
    start = max(0, first_place(line, terms) - BEFORE)
    start = line.rfind(" ", 0, start) + 1 if start else 0
    part = line[start : start + SNIPPET]
    return f"{'... ' if start else ''}{part}{' ...' if start + SNIPPET < len(line) else ''}"


def result_told(result: SearchResult) -> str:
    """How much was found, how much of it is told, and whether something could not be looked at."""
    told = many("Found {count} time.", "Found {count} times.", result.count)
    if not result.count:
        told = _("Nothing was found. Fewer words, or the beginning of one, find more.")
    elif len(result.found) < result.count:
        told += " " + _(
            "These are the newest {shown}. More words find less.", shown=len(result.found)
        )
    if not result.whole:
        told += " " + _("A part of the sessions is damaged and was not searched: wshoes doctor.")
    return told


def result_blocks(words: str, result: SearchResult) -> Iterator[FoundBlock | TextBlock]:
    """What was found, and how much it is."""
    yield from found_blocks(words, result)
    yield TextBlock("Notice", result_told(result))


def search_question() -> QuestionBlock:
    """What to search for, or what can be done with what was found."""
    return QuestionBlock(
        _("Type words to search for, or a number to go to its session. /home goes back."),
        _(SEARCH_ALL),
        _("words, in any order"),
        _("Type the words that you remember, then Enter."),
    )
