"""Reading a day as people say it: "Friday", "12 December", "in 2 weeks", "end of the month".

The words for it are texts of the catalogues, each with its alternatives: ``"in|within"``. What
is typed is understood in the language in use and in English, with or without its accents, and
names of days and months may be cut short.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from unicodedata import combining, normalize

from wshoes_tui.flow.answer_parser import with_usual_digits
from wshoes_tui.limits import MOST_OF_A_DAY
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import MONTH_NAMES, WEEKDAY_NAMES

DAY_EXAMPLES = N_("Friday, 12 December, in 2 weeks")
WHICH_DAY = N_("Which day is that? For example: {days}")

NO_DAY_WORDS = N_("no day|none|no date|without a day")
"""How people say that something has no day; a dash says it too."""
NO_DAY = N_("No day.")
"""What is said back then."""

AHEAD_WORDS = {
    0: N_("today|tonight|now"),
    1: N_("tomorrow"),
    2: N_("day after tomorrow"),
    7: N_("a week"),
    14: N_("a fortnight|fortnight"),
}
"""Words for a day, by how many days it is ahead."""
NUMBER_WORDS = (
    N_("a|an|one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"),
    N_("eight"), N_("nine"), N_("ten"),
)  # fmt: skip
UNIT_WORDS = (N_("day|days"), N_("week|weeks"), N_("month|months"), N_("year|years"))
NEXT_WORDS = N_("next|coming")
THIS_WORDS = N_("this")
END_WORDS = N_("end|end of")
SOON_WORDS = N_("asap|as soon as possible")
WEEKEND_WORDS = N_("weekend")
FEAST_WORDS = {
    1225: N_("Christmas|Christmas Day|Xmas"),
    1224: N_("Christmas Eve"),
    1231: N_("New Year's Eve"),
    101: N_("New Year|New Year's Day"),
}
"""Words for a day of every year, by its month and day."""
EASTER_WORDS = N_("Easter|Easter Sunday")
EMPTY_WORDS = N_("in|within|by|on|the|of|from now")
"""Words that say nothing about which day it is."""
ORDINAL_WORDS = N_("st|nd|rd|th")
"""What may follow the figures of a day of the month, as in "12th"."""

DAY, WEEK, MONTH, YEAR = range(4)
SOON = 7
"""For how many days ahead "as soon as possible" is taken: it can be said back, and put right."""
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
SHORTEST = 3
"""How many letters of a name are enough, where no other begins with them."""

FIGURES = r"""(?P<before>\D*)(?:
    (?P<whole_year>[0-9]{4})-(?P<iso_month>[0-9]{1,2})-(?P<iso_day>[0-9]{1,2})
    |(?P<day>[0-9]{1,2})[/\ .-](?P<month>[0-9]{1,2})(?:[/\ .-](?P<year>[0-9]{4}|[0-9]{2}))?\.?
)"""

Translate = Callable[[str], str]
Meanings = dict[str, int]
"""What a word can mean, and which one it is: "March" is ``{"month": 3}``."""
Lexicon = dict[tuple[str, ...], Meanings]


def read_day(text: str, today: date) -> date | None:
    """The day that is meant, never one in the past unless a year is named; None if unclear."""
    if len(text) > MOST_OF_A_DAY:
        return None
    before, figures = _figures(with_usual_digits(text))
    said = list(_understood(_words(before)))
    if not all(said):
        return None
    said = [meanings for meanings in said if "empty" not in meanings]
    if figures is not None:
        return None if said else _of_figures(figures, today)
    ways = (_ahead, _weekday, _end, _feast, _span, _named)
    return next((day for way in ways if (day := way(said, today)) is not None), None)


def is_no_day(text: str) -> bool:
    """Whether a text says that there is no day."""
    names = {_bare(name) for name in f"{NO_DAY_WORDS}|{_(NO_DAY_WORDS)}|-".split("|")}
    return " ".join(_bare(text).split()).rstrip(".") in names


def _bare(text: str) -> str:
    """Small letters, without their accents."""
    return "".join(c for c in normalize("NFD", text.casefold()) if not combining(c))


def _words(text: str) -> list[str]:
    """The words and the numbers of a text."""
    return re.findall(r"[0-9]+[^\W\d_]*|[^\W\d_]+", _bare(text))


def _understood(words: Sequence[str]) -> Iterator[Meanings]:
    """What each word or phrase can mean, the longest phrases first; empty where nothing."""
    lexicons = (_lexicon(_), _lexicon(str))
    longest = max(len(phrase) for lexicon in lexicons for phrase in lexicon)
    start = 0
    while start < len(words):
        for length in range(min(longest, len(words) - start), 0, -1):
            phrase = tuple(words[start : start + length])
            found = next((lexicon[phrase] for lexicon in lexicons if phrase in lexicon), {})
            if length == 1:  # "sept" is seven in French, and September too
                found = _cut_short(phrase[0], lexicons) | _number(phrase[0]) | found
            if found or length == 1:
                yield found
                start += length
                break


def _lexicon(translate: Translate) -> Lexicon:
    """Every word and phrase of one language."""
    found: Lexicon = {}

    def add(texts: str, kind: str, value: int) -> None:
        for text in translate(texts).split("|"):
            if phrase := tuple(_words(text)):
                found.setdefault(phrase, {}).setdefault(kind, value)

    add(EMPTY_WORDS, "empty", 0)
    empty = {phrase[0] for phrase in found if len(phrase) == 1}
    for kind, names, first in (("weekday", WEEKDAY_NAMES, 0), ("month", MONTH_NAMES, 1)):
        for value, name in enumerate(names, first):
            add(name, kind, value)
            if core := tuple(word for word in _words(translate(name)) if word not in empty):
                found.setdefault(core, {})[kind] = value
    for value, words in AHEAD_WORDS.items():
        add(words, "ahead", value)
    for value, words in enumerate(NUMBER_WORDS, 1):
        add(words, "number", value)
    for value, words in enumerate(UNIT_WORDS):
        add(words, "unit", value)
    for value, words in FEAST_WORDS.items():
        add(words, "feast", value)
    for words, kind, value in (
        *((NEXT_WORDS, "next", 1), (THIS_WORDS, "this", 1), (END_WORDS, "end", 1)),
        *((SOON_WORDS, "ahead", SOON), (WEEKEND_WORDS, "weekend", 1), (EASTER_WORDS, "easter", 1)),
    ):
        add(words, kind, value)
    return found


def _number(word: str) -> Meanings:
    match = re.fullmatch(r"([0-9]{1,4})([^\W\d_]*)", word)
    endings = {"", *_bare(_(ORDINAL_WORDS)).split("|"), *ORDINAL_WORDS.split("|")}
    return {"number": int(match[1])} if match and match[2] in endings else {}


def _cut_short(word: str, lexicons: Sequence[Lexicon]) -> Meanings:
    """The weekday and the month that begin so, each only where no other of its kind does."""
    found: Meanings = {}
    if len(word) < SHORTEST:
        return found
    for lexicon in lexicons:
        for kind in ("weekday", "month"):
            begun = {
                meanings[kind]
                for phrase, meanings in lexicon.items()
                if kind in meanings and phrase[0].startswith(word)
            }
            if len(begun) == 1:
                found[kind] = begun.pop()
        if found:
            break
    return found


def _shape(said: Sequence[Meanings], *kinds: str) -> list[int] | None:
    """The values of words of these kinds; None where the words are of others."""
    if len(said) != len(kinds) or any(
        kind not in meanings for kind, meanings in zip(kinds, said, strict=True)
    ):
        return None
    return [meanings[kind] for kind, meanings in zip(kinds, said, strict=True)]


def _ahead(said: Sequence[Meanings], today: date) -> date | None:
    ahead = _shape(said, "ahead")
    return None if ahead is None else today + timedelta(days=ahead[0])


def _weekday(said: Sequence[Meanings], today: date) -> date | None:
    for shape in (("weekday",), ("next", "weekday"), ("this", "weekday"), ("weekday", "next")):
        if values := _shape(said, *shape):
            day = values[shape.index("weekday")]
            return today + timedelta(days=(day - today.weekday()) % 7 or 7)
    return None


ENDS = (
    ("end", "unit"), ("unit", "end"), ("this", "unit"), ("unit", "this"), ("end", "this", "unit"),
    ("end", "unit", "this"), ("end", "next", "unit"), ("end", "unit", "next"),
)  # fmt: skip
"""In which order people name the end of a unit, in the languages of the program."""


def _end(said: Sequence[Meanings], today: date) -> date | None:
    """The end of a week (its Friday), of a month, by name too, or of a year; and the weekend."""
    if any(_shape(said, *one) for one in (("weekend",), ("this", "weekend"), ("weekend", "this"))):
        return today + timedelta(days=max(0, SATURDAY - today.weekday()))
    if months := _shape(said, "end", "month"):
        this_year = _last_of(today.year, months[1])
        return this_year if this_year >= today else _last_of(today.year + 1, months[1])
    shapes = [shape for shape in ENDS if _shape(said, *shape) is not None]
    if not shapes:
        return None
    on = 1 if "next" in shapes[0] else 0
    match next(meanings["unit"] for meanings in said if "unit" in meanings):
        case 1:
            day = today + timedelta(days=7 * on)
            end = FRIDAY if day.weekday() <= FRIDAY else SUNDAY
            return day + timedelta(days=end - day.weekday())
        case 2:
            first = _months_on(today.replace(day=1), on)
            return _last_of(first.year, first.month)
        case 3:
            return date(today.year + on, 12, 31)
    return today + timedelta(days=on)


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _feast(said: Sequence[Meanings], today: date) -> date | None:
    """A feast, of this year or the next; or of the year that is named."""
    year = None
    if len(said) == 2 and said[1].get("number", 0) > 999:
        year, said = said[1]["number"], said[:1]
    if feast := _shape(said, "feast"):
        month, day = divmod(feast[0], 100)
        return _dated(day, month, str(year) if year else None, today)
    if _shape(said, "easter") is None:
        return None
    easter = _easter(year or today.year)
    return easter if year or easter >= today else _easter(today.year + 1)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous computus of 1876."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, odd = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * odd + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _span(said: Sequence[Meanings], today: date) -> date | None:
    counted = _shape(said, "number", "unit")
    if counted is None:
        coming = _shape(said, "next", "unit") or _shape(list(reversed(said)), "next", "unit")
        if coming is None or coming[1] == DAY:
            return None
        counted = [1, coming[1]]
    count, unit = counted
    if count > 999:  # a year, or a slip
        return None
    if unit in (MONTH, YEAR):
        return _months_on(today, count * (12 if unit == YEAR else 1))
    return today + timedelta(days=count * (7 if unit == WEEK else 1))


def _months_on(today: date, months: int) -> date:
    year, month = divmod(today.month - 1 + months, 12)
    year, month = today.year + year, month + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _named(said: Sequence[Meanings], today: date) -> date | None:
    """A day of a month by name, with its weekday or without: "Friday 12 December 2027"."""
    if len(said) > 2 and "weekday" in said[0] and "number" in said[1]:
        found = _named(said[1:], today)
        return found if found is not None and found.weekday() == said[0]["weekday"] else None
    year = None
    if len(said) == 3 and said[2].get("number", 0) > 999:
        year = str(said[2]["number"])
        said = said[:2]
    if dated := _shape(said, "number", "month"):
        return _dated(dated[0], dated[1], year, today)
    if dated := _shape(said, "month", "number"):
        return _dated(dated[1], dated[0], year, today)
    return None


def _figures(text: str) -> tuple[str, re.Match[str] | None]:
    """The text before a date in figures, and that date; all of it where there is none."""
    match = re.fullmatch(FIGURES, text.strip(), flags=re.VERBOSE)
    return (text, None) if match is None else (match["before"], match)


def _of_figures(found: re.Match[str], today: date) -> date | None:
    if found["whole_year"]:
        return _date(int(found["whole_year"]), int(found["iso_month"]), int(found["iso_day"]))
    return _dated(int(found["day"]), int(found["month"]), found["year"], today)


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    if year is not None:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this_year = _date(today.year, month, day)
    if this_year is not None and this_year < today:
        return _date(today.year + 1, month, day)
    return this_year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
