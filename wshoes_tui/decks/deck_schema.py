"""Schema of deck files, derived from the fields of ``domain.deck``, and the rules of quoting.

Which keys a map of a deck may have, and which of all keys have free text behind them: there
every word is the author's, and a comment may have been meant as text.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import TypeAlias

from wshoes_tui.domain.deck import RUNGS, Card, Deck, InFile, Prompt, Shoes, Theme, file_fields
from wshoes_tui.domain.framework import Framework
from wshoes_tui.domain.text import one_line
from wshoes_tui.limits import QUESTION
from wshoes_tui.locale import N_, _

FORMAT = 1
"""The version of the format that this program reads."""

Schema: TypeAlias = Mapping[str, InFile]
"""The keys that a map may have, with what stands behind each."""

_FIRST = ("id", "title", "revision", "language", "translation_of")


def _deck_keys() -> Schema:
    """The keys of a deck as they stand in a file: what names it first, what it holds last."""
    keys = file_fields(Deck)
    order = sorted(keys, key=lambda key: (keys[key].kind == "things", key not in _FIRST))
    wshoes = InFile("number", "1", required=True, own=True, low=FORMAT, high=FORMAT)
    return {"wshoes": wshoes} | {key: keys[key] for key in order}


DECK_KEYS = _deck_keys()
THEME_KEYS = file_fields(Theme)
SHOES_KEYS = file_fields(Shoes)
ORIGINAL = "original"
"""The key of a translated card behind which the digest of its original stands."""
CARD_KEYS: Schema = {
    **file_fields(Card),
    ORIGINAL: InFile("word", "9f3a01c2", own=True, audience="program"),
}
FRAMEWORK_KEYS = file_fields(Framework)
FRAMEWORK_FILE_KEYS: Schema = {
    "frameworks": InFile("things", "(keys, each with title and themes)", required=True)
}
RUNG_EXAMPLES = {
    "notice": "What is happening here?",
    "feel": "What is it like to be you right now?",
    "ask": "What would you ask the others?",
    "act": "What one thing would help?",
}
PROMPT_KEYS: Schema = {
    **{rung: InFile("text", RUNG_EXAMPLES[rung], QUESTION, required=True) for rung in RUNGS},
    **file_fields(Prompt),
}
"""The rung of a prompt is a key, behind which its text stands."""

_ALL = tuple(
    chain.from_iterable(
        keys.items() for keys in (DECK_KEYS, THEME_KEYS, SHOES_KEYS, CARD_KEYS, PROMPT_KEYS)
    )
)
TEXT_KEYS = frozenset(key for key, one in _ALL if one.is_free_text)
"""Keys with free text behind them."""

WORD_KEYS = frozenset(key for key, one in _ALL if not one.is_free_text)
"""Keys with an id, a number, a date or a list of such behind them: a comment may follow."""

LISTS_OF_TEXT = frozenset(key for key, one in _ALL if one.kind == "texts")

ITEM_KEYS = (*CARD_KEYS, *SHOES_KEYS, *PROMPT_KEYS)
"""The keys of what stands in lists, some of them twice."""


IN_DOUBLE_QUOTES = N_("Put the text in double quotes.")
LONGEST_SHOWN = 120
"""Characters of a text that a message repeats in quotes."""


def is_text_key(key: str) -> bool:
    """Whether free text stands behind a key; so it is taken for a key that nobody knows."""
    return key not in WORD_KEYS


def in_quotes(text: str) -> str | None:
    """The text in the quotes that suit it; None where it holds both kinds or a backslash."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return None


def as_double_quoted(text: str) -> str:
    """The text in double quotes, with a backslash before what would end or change it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def how_to_quote(text: str, key: str = "", *, braces: bool = False) -> str:
    """A sentence that shows how to write the text so that all of it counts.

    ``braces`` says whether it stands between braces, in one line with the key before it, if any.
    """
    text = one_line(text)
    quotes = in_quotes(text) or (as_double_quoted(text) if braces else None)
    before = f"{key}: " if key else ""
    if quotes is None or len(text) > LONGEST_SHOWN:
        if braces and quotes is not None and quotes[0] == "'":
            return _("Put the text in single quotes.")
        if braces:
            return _(IN_DOUBLE_QUOTES)
        if key:
            return _("Write {key}: | and the whole text on the next lines, indented.", key=key)
        return _("Write | there and the whole text on the next lines, indented.")
    shown = f"{{{before}{quotes}}}" if braces else f"{before}{quotes}"
    if quotes[0] == '"':
        return _("Put the text in double quotes: {shown}", shown=shown)
    return _("Put the text in single quotes: {shown}", shown=shown)
