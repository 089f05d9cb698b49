"""Diagnostics: what is wrong with a deck file, told to the people who wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import DeckError
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import DID_YOU_MEAN

MOST_PROBLEMS = 200
"""After so many nobody reads on, and a hostile file must not keep us busy."""

LONGEST_QUOTE = 40
"""Characters of a key or an id that a message repeats."""

LONGEST_WORDS = 80
"""Characters of the author's words that a message repeats."""

WRITE_AS = N_("Write it as {example}")
GLUED_DASH = (
    N_("There is no space after the dash"),
    N_('Write a space after it, as in "- patient".'),
)
GLUED_COLON = (
    N_("There is no space after the colon"),
    N_('Write a space after it, as in "title: Home".'),
)
UNQUOTED_COLON = N_('Unquoted text holds a colon (": ")')
AFTER_QUOTE = N_("The text goes on after its closing quotation mark")
"""What is wrong, in the words of every check that finds it; for some also how to mend it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a deck file and how to mend it.

    ``line`` counts from 1 and is 0 where the file as a whole is meant. ``what`` ends
    without a full stop; ``mend`` is a whole sentence.
    """

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        """One line, safe to print: ``file:line: what. mend``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return one_line(f"{place}: {self.what}. {self.mend}")


class DeckErrors(DeckError):  # noqa: N818 - it holds several
    """Every fault of one deck file. ``str()`` is the first of them and how many follow."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        more = len(self.problems) - 1
        rest = (
            _("One more problem follows.")
            if more == 1
            else _("{more} more follow.", more=more)
            if more
            else ""
        )
        super().__init__(str(self.problems[0]), todo=rest)


class Report:
    """Collects the problems of one file, so that all are told at once."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def add(self, line: int, what: str, mend: str) -> None:
        """Note a problem; ``DeckErrors`` where there are so many that reading on helps nobody.

        Texts that are only marked to be translated are translated here.
        """
        self.problems.append(Problem(self.file, line, what and _(what), mend and _(mend)))
        if len(self.problems) >= MOST_PROBLEMS:
            self.close()

    def stop(self, line: int, what: str, mend: str) -> NoReturn:
        """Note a problem after which nothing sensible can be read, and raise ``DeckErrors``."""
        self.problems.append(Problem(self.file, line, what and _(what), mend and _(mend)))
        raise DeckErrors(self.problems)

    def merge(self, other: Report) -> None:
        """Note the problems of another report as well, as ``add`` does."""
        for problem in other.problems:
            self.add(problem.line, problem.what, problem.mend)

    def close(self) -> None:
        """Raise what has been collected, if anything, as ``DeckErrors``."""
        if self.problems:
            raise DeckErrors(self.problems)


class Once:
    """Sees that a word is used once, and tells both lines where it is not."""

    def __init__(self, report: Report, kind: str) -> None:
        self._report = report
        self._kind = kind
        self._lines: dict[str, int] = {}

    def check(self, word: str, line: int, mend: str) -> None:
        """Report a word that has been used before; an empty one never is."""
        first = self._lines.setdefault(word.casefold(), line)
        if word and first != line:
            self._report.add(
                line,
                _(
                    "The {kind} {word} is here twice, on lines {first} and {line}",
                    kind=self._kind,
                    word=quoted(word),
                    first=first,
                    line=line,
                ),
                mend,
            )


def quoted(text: str) -> str:
    """A key or an id as a message shows it: one line, shortened, in double quotes."""
    shown = one_line(text[: LONGEST_QUOTE + 1])
    if len(shown) > LONGEST_QUOTE:
        shown = shown[: LONGEST_QUOTE - 3] + "..."
    return f'"{shown}"'


def shortened(text: str) -> str:
    """The author's words as a message repeats them: one line, and no more than fits."""
    shown = one_line(text[: LONGEST_WORDS + 1])
    return shown if len(text) <= LONGEST_WORDS else f"{shown[:LONGEST_WORDS]}..."


def lost_comment(lost: str) -> str:
    """What is wrong where the end of a line is taken for a comment."""
    return _(
        'The part of this line from " #" on is taken for a comment: {lost} would be lost', lost=lost
    )


def cut_by_comma(key: str) -> tuple[str, str]:
    """What is wrong where a comma between braces ends a text, and how to mend it."""
    return (
        _("The comma in these braces cuts the text in two, before {key}", key=quoted(key)),
        _('Put the text in double quotes, as in {ask: "Who, and when?"}.'),
    )


def wrong_start(character: str) -> str:
    """What is wrong with a text that begins with a character of YAML."""
    return _("Unquoted text cannot begin with {character}", character=character)


def nearest(text: str, known: Sequence[str]) -> str:
    """The known word most like ``text``, or an empty string where none is near."""
    return next(iter(nearest_few(text, known)), "")


def nearest_few(text: str, known: Sequence[str], most: int = 3) -> list[str]:
    """The known words that are like ``text``, the most like it first."""
    if not 0 < len(text) <= LONGEST_QUOTE:
        return []
    from difflib import get_close_matches

    by_shape = {_shape(word): word for word in known}
    return [by_shape[near] for near in get_close_matches(_shape(text), list(by_shape), n=most)]


def did_you_mean(near: str, otherwise: str) -> str:
    """How to mend a word: the one that was meant, or something else where that is unknown."""
    return _(DID_YOU_MEAN, near=quoted(near)) if near else otherwise


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def _shape(word: str) -> str:
    return word.strip().lower().replace("_", "-").replace(" ", "-")
