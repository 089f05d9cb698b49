"""Which keys of a deck hold free text, and how such a text is quoted in YAML."""

from __future__ import annotations

from wshoes_tui.domain.text import one_line

# fmt: off
WORD_KEYS = frozenset({
    "wshoes", "id", "revision", "language", "translation_of", "minutes", "reviewed", "framework",
    "themes", "shoes", "cards", "mark", "colour", "side", "kind", "opposite", "prompts", "tender",
})
"""Keys with an id, a number, a date or a list of such behind them: a comment may follow."""

TEXT_KEYS = frozenset({
    "title", "summary", "audience", "authors", "co_produced_with", "content_note", "licence",
    "name", "you_are", "easy", "text", "note", "source", "notice", "feel", "ask", "act",
})
"""Keys with free text behind them: every word of it is the author's."""
# fmt: on

LISTS_OF_TEXT = frozenset(("authors", "co_produced_with"))

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

    Args:
        text: the words, as the author means them.
        key: the key before them, if any.
        braces: whether both stand in one line between braces.
    """
    text = one_line(text)
    quotes = in_quotes(text) or (as_double_quoted(text) if braces else None)
    before = f"{key}: " if key else ""
    if quotes is None or len(text) > LONGEST_SHOWN:
        kind = "double quotes" if quotes is None or quotes[0] == '"' else "single quotes"
        if braces:
            return f"Put the text in {kind}."
        if key:
            return f"Write {before}| and the whole text on the next lines, indented."
        return "Write | there and the whole text on the next lines, indented."
    kind = "double" if quotes[0] == '"' else "single"
    shown = f"{{{before}{quotes}}}" if braces else f"{before}{quotes}"
    return f"Put the text in {kind} quotes: {shown}"
