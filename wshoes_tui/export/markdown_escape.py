"""Markdown escaping: people's words are shown literally, whatever they look like.

Escapes as little as is safe, so that the page also reads well as plain text. Holds for
CommonMark and for the usual extensions: tables, strike-through, bare links, attributes,
maths, definition lists. ``<`` and ``&`` become entities, not backslashes, because older
readers of Markdown know no backslash before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.locale import _

_ANYWHERE = re.compile(
    r"[\\`*_\[\]{}|~$#]"
    r"|(?<=/)/"  # the second stroke of "https://"
    r"|(?<=\S)\.(?=[^\W\d_]{2})"  # "example.org" is a link to some readers
    r"|(?<=\S)@(?=\S)"
)
_AT_THE_START = re.compile(r"[-+=>:]|\d{1,9}(?P<end>[.)])", re.ASCII)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")

HARD_BREAK = "  \n"


def inline(text: str) -> str:
    """The text on one line, for a heading, a table cell or the middle of a sentence."""
    return _escaped(one_line(text))


def lines(text: str, *, keep_breaks: bool = True) -> list[str]:
    """The text line by line, each fit to stand at the beginning of a line; "" between paragraphs.

    With ``keep_breaks`` a line break in a paragraph is shown; else it is a space to a reader
    of Markdown, and a line break still to a reader of plain text.
    """
    paragraphs: list[list[str]] = [[]]
    for line in safe(text).split("\n"):
        if stripped := line.strip():
            paragraphs[-1].append(_escaped(stripped))
        elif paragraphs[-1]:
            paragraphs.append([])
    found = ["\n".join(part) for part in paragraphs if part]
    whole = "\n\n".join(found)
    if keep_breaks:
        whole = re.sub(r"(?<=[^\n])\n(?=[^\n])", HARD_BREAK, whole)
    return whole.split("\n")


def quoted(body: Sequence[str], *, by: str = "") -> str:
    """Escaped lines as a quotation, with who said them (escaped too) where that may be told."""
    if by:
        body = [*body, "", f"\N{EM DASH} {by}"]
    return "\n".join(f"> {line}" if line else ">" for line in body)


def point(body: Sequence[str]) -> str:
    """Escaped lines as one point of a list."""
    first, *more = body
    return "\n".join((f"- {first}", *(f"  {line}" if line else "" for line in more)))


def _escaped(line: str) -> str:
    """One line without white space at its ends, escaped for any place on a line."""
    line = _TAG.sub("&lt;", _ENTITY.sub("&amp;", line))
    start = _AT_THE_START.match(line)
    at = start.start("end") if start and start["end"] else 0
    line = _ANYWHERE.sub(lambda found: "\\" + found[0], line)
    if start is None or line[at] == "\\":
        return line
    return f"{line[:at]}\\{line[at:]}"


def shoes_name(session: Session, shoes: Shoes) -> str:
    """The name of shoes, escaped; where several decks were played, with their mark."""
    name = inline(shoes.name)
    return f"{name} ({inline(shoes.mark)})" if len(session.decks) > 1 else name


def all_of(names: Sequence[str]) -> str:
    """Names in a sentence: "a", "a and b", "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return _("{some} and {last}", some=", ".join(names[:-1]), last=names[-1])


def none_of(names: Sequence[str]) -> str:
    """Names in a sentence that denies them: "a", "a or b", "a, b or c"."""
    if len(names) < 2:
        return "".join(names)
    return _("{some} or {last}", some=", ".join(names[:-1]), last=names[-1])
