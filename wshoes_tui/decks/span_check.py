"""Comparison of each loaded text with its source span: no word falls away without an error.

The parser gives the values and where each stands. What lies between two values may be white
space, punctuation of YAML and comments. A comment where free text was expected is an error,
since the person who typed it may have meant text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from wshoes_tui.decks.deck_schema import (
    ITEM_KEYS,
    TEXT_KEYS,
    WORD_KEYS,
    how_to_quote,
    is_text_key,
)
from wshoes_tui.decks.diagnostics import Report, cut_by_comma, lost_comment, shortened
from wshoes_tui.locale import _

_PUNCTUATION = " \n:-,[]{}?"
_HEADER = re.compile(r"[|>][0-9+-]*")
_CLOSING = re.compile(r"[\]}]")
_GLUED = re.compile(r"#[^\s#=*~_-]")
_COMMENTED_KEY = re.compile(r"#[\w-]+:(\s|$)")
_KEPT_ESCAPE = re.compile(r'\\["\\]')
_CHANGED_ESCAPE = re.compile(r"\\[nt _/\n]")
"""Such as "his\\their": a tab. Those that make a control character are refused by the tree."""
_SWALLOWED = re.compile(rf"\n[ ]*({'|'.join(ITEM_KEYS)}):(?=\s|$)")


@dataclass(slots=True)
class SpanPlace:
    """Where a value stands: the key that governs it, and the column of that key or its dash."""

    key: str = ""
    column: int = 0
    braces: bool = False
    is_key: bool = False
    in_list: bool = False
    is_theme: bool = False

    @property
    def is_text(self) -> bool:
        """Whether free text is written here, so that a comment may be part of it."""
        return self.is_theme or (self.key != "" and is_text_key(self.key))


class SpanCheck:
    """Walks over a text as its values come from the parser, and reports what none of them holds.

    ``first_line`` is the line of the file at which ``text``, which the parser is given, begins.
    """

    def __init__(self, text: str, report: Report, first_line: int) -> None:
        self._text = text
        self._report = report
        self._first_line = first_line
        self._at = self._at_line = 0
        self._last = SpanPlace()
        self._value = ""
        self._is_block = False
        self._is_nothing = False

    def check_event(self, event: Any, place: SpanPlace) -> None:
        """Check the gap before a value, then the value itself against its source."""
        start = event.start_mark.index
        if start > self._at:
            opens_more = self._last.is_key and (place.is_key or place.in_list)
            self._check_gap(self._text[self._at : start], opens_more=opens_more)
        end = event.end_mark.index
        if start == end and place.braces and not place.is_key:
            self._check_comma(self._text[self._at : start], event, place)
        self._at, self._at_line = end, event.end_mark.line
        self._last, self._value = place, event.value
        self._is_block = event.style in ("|", ">")
        self._is_nothing = not event.style and event.value in ("~", "null")
        if event.anchor is None and event.tag is None:
            self._compare(event, self._text[start:end], place)

    def skip(self, event: Any) -> None:
        """Pass over an alias, which is reported elsewhere."""
        self._at, self._at_line = event.end_mark.index, event.end_mark.line

    def finish(self) -> None:
        """Check what stands after the last value."""
        self._check_gap(self._text[self._at :], opens_more=False)

    def _check_gap(self, gap: str, *, opens_more: bool) -> None:
        """Report what is lost in a gap; none is where keys or a list begin: that is no text."""
        if not gap.strip(_PUNCTUATION):
            return
        closed = opens_more
        for number, line in enumerate(gap.split("\n")):
            comment = line.find("#")
            before = line if comment < 0 else line[:comment]
            closed = closed or _CLOSING.search(before) is not None
            if comment >= 0:
                self._check_comment(number, before, line[comment:], closed=closed)
            elif line.startswith("...") and self._last.is_text:
                self._report.add(
                    self._line(number),
                    _('A line of "..." ends the deck, so that it is not part of the text above'),
                    _("If it belongs to the text, indent it like the text; else delete it."),
                )

    def _check_comment(self, number: int, before: str, comment: str, *, closed: bool) -> None:
        last = self._last
        if not last.is_text or closed or self._is_nothing:
            return
        line = self._line(number)
        begun = self._at if number == 0 else 0
        own_line = not before.strip() and (
            number > 0 or begun == 0 or self._text[begun - 1] == "\n"
        )
        if not own_line:
            self._report_loss(line, before, comment, last)
            return
        is_empty_block = self._is_block and not self._value and len(before) >= last.column
        if last.braces or len(before) > last.column or is_empty_block:
            mend = _(
                "If it belongs to the text, write the text after {key}: | on lines of its own; if "
                "it is a comment, let it begin further left, above or below the text.",
                key=last.key,
            )
        elif self._follows(number) and _is_perhaps_text(comment):
            mend = _(
                "If it belongs to the text above, indent it like that text, below a |; if it is a "
                "comment, write a space after the #."
            )
        else:
            return
        what = _(
            "This line begins with # and is taken for a comment, not for text: {comment} would "
            "be lost",
            comment=_shown(comment),
        )
        self._report.add(line, what, mend)

    def _follows(self, number: int) -> bool:
        """Whether this is the next line after the value."""
        if self._last.is_key:
            return False
        if self._is_block:
            return number == 0 and not self._text[: self._at].endswith("\n\n")
        return number == 1

    def _report_loss(self, line: int, before: str, comment: str, last: SpanPlace) -> None:
        is_value = self._value and not last.is_key and not self._is_block
        text = (self._value + before if is_value else "") + comment.rstrip()
        mend = how_to_quote(text.strip(), "" if last.in_list else last.key, braces=last.braces)
        mend = _("{mend} (a comment goes on a line of its own).", mend=mend)
        self._report.add(line, lost_comment(_shown(comment)), mend)

    def _check_comma(self, gap: str, event: Any, place: SpanPlace) -> None:
        """Report "{title: Choice, framework}": a word after a comma that is a key by chance."""
        if ":" not in gap and place.key in TEXT_KEYS | WORD_KEYS - {"opposite"}:
            self._report.add(event.start_mark.line + self._first_line, *cut_by_comma(place.key))

    def _compare(self, event: Any, source: str, place: SpanPlace) -> None:
        style, value = event.style, event.value
        if source == value:  # unquoted words on one line, as most are
            return
        line = event.start_mark.line + self._first_line
        if style in ("|", ">"):
            header, _newline, body = source.partition("\n")
            rest = _HEADER.sub("", header, count=1)
            if place.is_text and rest.strip():
                self._report.add(
                    line,
                    _(
                        "The words after {header} in the same line are taken for a comment: "
                        "{rest} would be lost",
                        header=header[0],
                        rest=_shown(rest.strip()),
                    ),
                    _("Begin the text on the next line, indented; a comment goes above the key."),
                )
            same = body.split() == value.split()
        elif style == "'":
            same = source[1:-1].replace("''", "'").split() == value.split()
        elif style == '"':
            if "\\" in source:
                self._check_escapes(source, line)
            same = "\\" in source or source[1:-1].split() == value.split()
        else:
            same = source.split() == value.split()
        if not same:
            what = _("The words that stand here are not the words that would be read")
            mend = _(
                "Write the text after a | on lines of its own; read was: {shown}",
                shown=_shown(value),
            )
            self._report.add(line, what, mend)
        if "\n" in source and place.is_text and not place.is_key:
            self._check_swallowed(source, line, place)

    def _check_escapes(self, source: str, line: int) -> None:
        if found := _CHANGED_ESCAPE.search(_KEPT_ESCAPE.sub("", source)):
            self._report.add(
                line,
                _(
                    "A backslash in double quotes has a meaning of its own: {found} would be "
                    "changed",
                    found=_shown(found[0].strip()),
                ),
                _(
                    "Write it twice, use single quotes around the text, or begin a new line of "
                    "the text after a |."
                ),
            )

    def _check_swallowed(self, source: str, line: int, place: SpanPlace) -> None:
        for found in _SWALLOWED.finditer(source):
            self._report.add(
                line + source.count("\n", 0, found.start() + 1),
                _(
                    '"{found}:" begins this line, but the line is part of the text of '
                    '"{key}" above it',
                    found=found[1],
                    key=place.key,
                ),
                _(
                    "If it is a key, let it begin below the key above and close the quotation "
                    "mark of the text, if there is one; if it is text, begin it with a capital "
                    "letter."
                ),
            )

    def _line(self, number: int) -> int:
        return self._at_line + number + self._first_line


def _is_perhaps_text(comment: str) -> bool:
    return _GLUED.match(comment) is not None and _COMMENTED_KEY.match(comment) is None


def _shown(words: str) -> str:
    return f'"{shortened(words.rstrip())}"'
