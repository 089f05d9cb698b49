"""Input parser: from what a terminal sends to key and paste events; nothing is lost or guessed.

Textual's parser takes Escape and a letter that arrive together for Alt and a letter, which
on a slow line is what Escape and then a letter look like. Nothing here uses Alt, so an
Escape that begins no sequence is an Escape. Pastes are taken whole, whatever is in them, or
refused whole where they are too long; one that never ends is handed over after a while instead
of swallowing what follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from functools import cache
from time import monotonic
from typing import Any

from textual import events

from wshoes_tui.limits import MOST_CHARACTERS
from wshoes_tui.locale import _
from wshoes_tui.terminal.background import Background, end_of_answer, read_background
from wshoes_tui.tui.key_queue import is_letter

ESCAPE = "\x1b"
PASTE_BEGINS = "\x1b[200~"
PASTE_ENDS = "\x1b[201~"
MOST_HELD = 2 * MOST_CHARACTERS
"""Characters of a paste that are held until its end: the end of a line may come as two. A field
takes MOST_CHARACTERS, and refuses what is longer in the same words.
"""
PASTE_PATIENCE_SECONDS = 2.0
LONGEST_KEY = 16
"""Characters that one key may send, or two at once. What comes in more is the rest of a paste."""
MOST_TICKS = 10
"""How often one that has been begun is waited for."""

_LONE_ESCAPE = re.compile(r"\x1b(?!\[|O[A-HP-S])", re.DOTALL)
"""An Escape that is followed by something which no key's sequence begins with, such as another."""

_SEQUENCE = re.compile(r"(\x1b\[(?:\[[A-E]|[0-?]*[ -/]*[@-LN-Z^-~]))")
"""A whole control sequence, such as a terminal sends for a special key."""
_BEGUN = re.compile(r"\x1b(?:O|\[[0-?]*[ -/]*)?\Z")
"""The beginning of one at the end of what has come."""
_ANSWER = ESCAPE + "]"
_SHORT = (ESCAPE, ESCAPE + "O", _ANSWER)
"""What fingers can have begun: Escape, and a letter after it."""

_LETTERS = re.compile("([^\x00-\x7f]+)")
"""What is text and nothing else; Textual takes one of them, a C1 character, for a key."""

WITHIN_TEXT = "is_within_text"
"""The name under which an event remembers it."""

Event = Any


@cache
def key_parser() -> Any:
    """The class of Textual's key parser, made so that it can be let go of.

    Textual caches the keys of kitty's protocol in a cache of the class with the parser in
    every entry: with many apps in one process none of them would ever be freed.

    Raises:
        ImportError: this Textual has no such parser.
    """
    from textual._xterm_parser import XTermParser

    class KeyParser(XTermParser):
        def _parse_extended_key(  # type: ignore[override]
            self, sequence: str
        ) -> list[events.Key] | None:
            cached: Any = XTermParser._parse_extended_key
            found: list[events.Key] | None = getattr(cached, "__wrapped__", cached)(self, sequence)
            return found

        def close(self) -> None:
            """End the generator, which holds whatever the last event was for."""
            generator = getattr(self, "_gen", None)
            if generator is not None:
                generator.close()

    return KeyParser


class InputParser:
    """Feed it text as it comes, and tick it when nothing has come for a moment.

    Args:
        too_long: called once for each paste that is too long; nothing of it is handed over.
        background: called with the colour that the terminal tells of its background.
        most_held: characters of a paste that are held.
    """

    def __init__(
        self,
        *,
        too_long: Callable[[], object] = lambda: None,
        background: Callable[[Background], object] = lambda _colour: None,
        most_held: int = MOST_HELD,
    ) -> None:
        self._most_held = most_held
        self._too_long = too_long
        self._background = background
        self._parser = key_parser()()
        self._held = ""
        self._ticks = 0
        self._paste: list[str] | None = None
        self._paste_length = 0
        self._paste_since = 0.0
        self._stalled = False
        """Whether what came of a paste was handed over before its end came."""

    @property
    def waits(self) -> bool:
        """Whether something is held back that a tick would let go."""
        pasting = self.pasting and not self._stalled
        return (
            bool(self._held) or pasting or getattr(self._parser, "_timeout_time", None) is not None
        )

    @property
    def pasting(self) -> bool:
        """Whether a paste has begun and not ended."""
        return self._paste is not None

    def feed(self, text: str) -> Iterator[Event]:
        """The events in this text; what may be the start of something longer is held back."""
        text, self._held = self._held + text, ""
        self._ticks = 0
        if self._stalled:
            self._stalled = False
            if len(text) <= LONGEST_KEY and PASTE_ENDS not in text:
                self._paste = None  # a key: the end of that paste was lost
            self._paste_since = monotonic()
        while text:
            if self._paste is not None:
                text = yield from self._pasting(text)
                continue
            typed, begins, rest = text.partition(PASTE_BEGINS)
            if begins:
                yield from self._typed(typed)
                self._paste, self._paste_length, self._paste_since = [], 0, monotonic()
                self._stalled = False
                text = rest
                continue
            typed = self._without_answers(typed)
            begun = _BEGUN.search(typed)
            held = _answer_begun(typed) or (len(begun[0]) if begun else 0)
            text, self._held = "", typed[len(typed) - held :] if held else ""
            yield from self._typed(typed[: len(typed) - held])

    @property
    def holds(self) -> bool:
        """Whether the beginning of something longer is held back."""
        return bool(self._held) and self._paste is None

    def tick(self) -> Iterator[Event]:
        """Nothing more came: a held Escape is one, and of a paste all that has come is handed over.

        What is more than an Escape was begun by no finger: the rest of it may take a while.
        The rest of a paste may as well; the first key shows that there is none.
        """
        if self._paste is not None:
            if not self._stalled and monotonic() - self._paste_since > PASTE_PATIENCE_SECONDS:
                yield from self._end_paste()
                self._paste, self._stalled = [], True
                if self._paste_length <= self._most_held:
                    self._paste_length = 0
            return
        if self._held not in ("", *_SHORT) and self._ticks < MOST_TICKS:
            self._ticks += 1
            return
        held, self._held = self._held, ""
        if held in _SHORT:
            yield events.Key("escape", ESCAPE)
            held = held[1:]
        if held:
            yield from self._parser.feed(held)
        yield from self._parser.tick()

    def close(self) -> None:
        """Let the parser go."""
        self._parser.close()

    def _without_answers(self, text: str) -> str:
        """The text without what the terminal tells of its background, which nobody has typed."""
        at = text.find(_ANSWER)
        while at >= 0:
            length = end_of_answer(text[at:])
            if length and (colour := read_background(text[at : at + length])) is not None:
                self._background(colour)
            text = text[:at] + text[at + (length or 0) :]
            at = text.find(_ANSWER, at + (0 if length else 1))
        return text

    def _typed(self, text: str) -> Iterator[Event]:
        parts = _LONE_ESCAPE.split(text)
        for number, part in enumerate(parts):
            if number and part.startswith("\r"):  # what terminals send for Alt and Enter
                yield events.Key("ctrl+j", "\n")
                part = part[1:]
            elif number:
                yield events.Key("escape", ESCAPE)
            for piece in _SEQUENCE.split(part):
                if piece:
                    yield from _with_line_ends(self._parsed(piece))

    def _parsed(self, piece: str) -> Iterator[Event]:
        """The events of a sequence or of other text. A sequence nobody knows means nothing."""
        known = False
        for number, part in enumerate(_LETTERS.split(piece)):
            if number % 2:
                known = True
                yield from (events.Key(letter, letter) for letter in part)
            elif part:
                try:
                    for event in self._parser.feed(part):
                        known = True
                        yield event
                except (ValueError, OverflowError):  # a number beyond every character
                    known = False
        if not known and _SEQUENCE.fullmatch(piece):
            self._parser.close()
            self._parser = key_parser()()  # the old one would hand it on letter by letter

    def _pasting(self, text: str) -> Generator[Event, None, str]:
        pasted, ends, rest = text.partition(PASTE_ENDS)
        if ends:
            self._keep(pasted)
            yield from self._end_paste()
            return rest
        held = _unfinished(text, PASTE_ENDS)
        self._held = text[len(text) - held :] if held else ""
        self._keep(text[: len(text) - held])
        self._paste_since = monotonic()
        return ""

    def _keep(self, pasted: str) -> None:
        had, self._paste_length = self._paste_length, self._paste_length + len(pasted)
        if self._paste is None:
            return
        if self._paste_length <= self._most_held:
            self._paste.append(pasted)
        elif had <= self._most_held:
            self._paste.clear()
            self._too_long()

    def _end_paste(self) -> Iterator[Event]:
        self._keep(self._held)
        text = "".join(self._paste or ())
        self._paste, self._held = None, ""
        if text:
            yield events.Paste(text)


def _answer_begun(text: str) -> int:
    """How many characters at the end of a text begin an answer about the background."""
    at = text.rfind(_ANSWER)
    return len(text) - at if at >= 0 and end_of_answer(text[at:]) is None else 0


def _with_line_ends(events_: Iterator[Event]) -> Iterator[Event]:
    """The same events; every Enter that words follow at once is marked as a line end of theirs."""
    held: list[events.Key] = []
    for event in events_:
        if isinstance(event, events.Key) and event.key in ("enter", "tab"):
            held.append(event)
            continue
        words_follow = is_letter(event)
        for enter in held:
            setattr(enter, WITHIN_TEXT, words_follow)
            yield enter
        held.clear()
        yield event
    yield from held


def is_within_text(event: events.Key) -> bool:
    """Whether this Enter arrived together with the words that come after it.

    Not every terminal marks a paste, and over a poor line whole sentences arrive at once: several
    lines that arrive at once are one text.
    """
    return bool(getattr(event, WITHIN_TEXT, False))


def too_long_told() -> str:
    """What is said where a paste is refused."""
    return _(
        "None of that paste was taken: a field holds {most} characters at most. "
        "Please paste it in parts.",
        most=MOST_CHARACTERS,
    )


def _unfinished(text: str, sequence: str) -> int:
    """How many characters at the end may be the beginning of this sequence."""
    longest = min(len(text), len(sequence) - 1)
    return next((n for n in range(longest, 0, -1) if text.endswith(sequence[:n])), 0)
