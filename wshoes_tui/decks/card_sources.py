"""Tables of cards read from files of other programs: CSV, Anki's text export, YAML, plain lists.

Each becomes a ``CardTable``: headings, rows, and a guess what each column is. Nothing in a file is
executed or followed; YAML is read by the reader of decks, with its bounds.
"""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator, Sequence
from typing import Literal

from wshoes_tui.decks.deck_table import read_rows
from wshoes_tui.decks.diagnostics import DeckErrors, Report
from wshoes_tui.decks.source import FOREIGN_FILES
from wshoes_tui.decks.tree_reader import parse_tree
from wshoes_tui.decks.yaml_tree import ListNode, MapNode, Node, TextNode
from wshoes_tui.domain.deck import RUNGS
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Value, value
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import UNKNOWN_ENCODING

Kind = Literal["table", "anki", "suits", "list"]
THEME, SHOES, NOTHING = "theme", "shoes", "nothing"
FIELDS = ("title", "text", "easy", "note", "source", THEME, SHOES, *RUNGS)
"""What a column can be."""

SYNONYMS = {
    "title": "title titel name head heading headline teitl titulo titre nome",
    "text": "text story scenario description body front desc card testun texto texte historia",
    "easy": "easy simple easyread plain hawdd facil facile",
    "note": "note notes comment comments facilitator nodyn nota",
    "source": "source url link origin reference ffynhonnell fuente",
    THEME: "theme themes tag tags topic category suit deck thema tema theme thème",
    SHOES: "shoes shoe who whose role roles persona personas perspective esgidiau zapatos sapatos"
    " chaussures",
    "notice": "notice question prompt back observe cwestiwn pregunta pergunta",
    "feel": "feel feeling feelings",
    "ask": "ask",
    "act": "act action change",
}
"""Headings that say what a column is, without accents and in small letters."""

BREAKS = re.compile(r"<\s*(?:br|/p|/div|/li|/tr)\b[^>]*>", re.IGNORECASE)
TAG = re.compile(r"<[^>]+>")
BULLET = re.compile(r"^\s*(?:[-*\u2022\u2013]|\d+[.)])\s+")


@value()
class CardTable(Value):
    """Rows of cards as a file has them.

    Attributes:
        kind: which kind of file it is.
        heads: the headings; where the file has none, numbers.
        rows: the cells, as many in each row as there are headings.
        places: where each row stands in the file, to be told as its source.
    """

    kind: Kind
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    places: tuple[str, ...]

    @property
    def guessed(self) -> dict[str, str]:
        """What each column seems to be: one of ``FIELDS``, or nothing. No field comes twice."""
        found: dict[str, str] = {}
        for head in self.heads:
            word = re.sub(r"[^a-z]", "", head.casefold())
            field = next(
                (name for name, words in SYNONYMS.items() if word in words.split()), NOTHING
            )
            found[head] = NOTHING if field in found.values() else field
        if "text" not in found.values() and self.rows:
            free = [head for head in self.heads if found[head] == NOTHING]
            longest = max(free, key=self._length, default="")
            if longest:
                found[longest] = "text"
        rungs = (rung for rung in RUNGS if rung not in found.values())
        asked = [head for head, field in found.items() if field == NOTHING and self._asks(head)]
        return found | dict(zip(asked, rungs, strict=False))

    def cells(self, head: str) -> list[str]:
        """What stands in a column, row by row."""
        at = self.heads.index(head)
        return [row[at] for row in self.rows]

    def _length(self, head: str) -> int:
        return sum(map(len, self.cells(head)))

    def _asks(self, head: str) -> bool:
        """Whether a column is one of questions: most of its cells end as one."""
        cells = [cell for cell in self.cells(head) if cell]
        return sum(cell.endswith("?") for cell in cells) > len(cells) / 2


def read_cards(content: bytes, name: str) -> CardTable:
    """The cards in a file.

    Args:
        content: the bytes of the file.
        name: its name, which tells YAML from the rest.

    Raises:
        ValueError: it holds no cards that can be found; the message is a sentence.
    """
    for start, what in FOREIGN_FILES.items():
        if content.startswith(start):
            raise ValueError(f"{_(what)}.")
    text = _decoded(content)
    if name.lower().endswith((".yaml", ".yml")) or text.lstrip().startswith(("---", "suits:")):
        return _suits(text, name)
    if text.startswith(("#separator:", "#html:")):
        return _anki(text)
    first = text.split("\n", 1)[0]
    if not any(mark in first for mark in ",;\t") or BULLET.match(first):
        return _list(text)
    heads, rows = read_rows(content, "cp1252")
    lines = []
    for number, row in enumerate(rows, 1):
        if None in row:
            raise ValueError(
                _("Row {number} has more cells than there are headings.", number=number)
            )
        lines.append(tuple((row[head] or "").strip() for head in heads))
    return _table("table", tuple(heads), lines, "row")


def _table(
    kind: Kind, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], word: str
) -> CardTable:
    kept = [(row, f"{word} {number}") for number, row in enumerate(rows, 1) if any(row)]
    if not kept:
        raise ValueError(_("There are no cards in the file."))
    return CardTable(kind, heads, tuple(row for row, _at in kept), tuple(at for _row, at in kept))


def _decoded(content: bytes) -> str:
    for encoding in (
        "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig",
        "cp1252",
    ):
        try:
            return content.decode(encoding).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    raise ValueError(_(UNKNOWN_ENCODING))


SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}


def _anki(text: str) -> CardTable:
    """The notes of Anki's text export: lines with ``#`` say what the others are.

    Source: docs.ankiweb.net/importing/text-files.html#file-headers
    """
    told: dict[str, str] = {}
    lines = text.split("\n")
    while lines and lines[0].startswith("#"):
        key, _colon, said = lines.pop(0)[1:].partition(":")
        told[key.strip().casefold()] = said.strip()
    mark = told.get("separator", "tab").casefold()
    reader = csv.reader(
        io.StringIO("\n".join(lines), newline=""), delimiter=SEPARATORS.get(mark, mark[:1] or "\t")
    )
    rows = [tuple(_plain(cell) for cell in row) for row in reader if any(row)]
    wide = max(map(len, rows), default=0)
    heads = [one.strip() for one in told.get("columns", "").split(SEPARATORS.get(mark, "\t"))]
    heads = [one or str(n) for n, one in enumerate(heads, 1)][:wide]
    heads += [str(n) for n in range(len(heads) + 1, wide + 1)]
    for name in ("tags", "deck", "notetype", "guid"):
        at = told.get(f"{name} column", "")
        if at.isdecimal() and 1 <= int(at) <= wide:
            heads[int(at) - 1] = name
    if "columns" not in told:
        free = [n for n, head in enumerate(heads) if head.isdecimal()]
        for n, head in zip(free, ("title", "text") if len(free) > 1 else ("text",), strict=False):
            heads[n] = head
    filled = [(*row, *[""] * (wide - len(row))) for row in rows]
    return _table("anki", tuple(heads), filled, "note")


def _plain(cell: str) -> str:
    """A cell without HTML: breaks become line ends."""
    return html.unescape(TAG.sub("", BREAKS.sub("\n", cell))).replace("\u00a0", " ").strip()


def _list(text: str) -> CardTable:
    """A plain list: a card a line, or a card a paragraph whose first line is its title."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    if len(parts) > 1 and any("\n" in part for part in parts):
        rows = []
        for part in parts:
            first, *more = part.split("\n")
            title = BULLET.sub("", first).strip()
            rows.append((title, "\n".join(more).strip() or title))
        return _table("list", ("title", "text"), rows, "paragraph")
    lines = [BULLET.sub("", line).strip() for line in text.split("\n")]
    return _table("list", ("text",), [(line,) for line in lines if line], "line")


def _suits(text: str, name: str) -> CardTable:
    """The cards of a YAML file that groups them, as OWASP Cornucopia's do.

    Source: the files ``*-cards-*.yaml`` of github.com/OWASP/cornucopia.
    """
    report = Report(name)
    try:
        tree = parse_tree(text, report).root
    except DeckErrors as errors:
        problem = errors.problems[0]
        what = _("The file is no YAML. Line {line}: {what}.", line=problem.line, what=problem.what)
        raise ValueError(what) from None
    rows = list(_cards_in(tree, "")) if tree is not None else []
    return _table("suits", ("title", "text", THEME, "source"), rows, "card")


def _cards_in(node: Node, suit: str) -> Iterator[tuple[str, str, str, str]]:
    """Every map with a text of its own below a list called cards, with the name of its group."""
    if isinstance(node, ListNode):
        for one in node.items:
            yield from _cards_in(one, suit)
    elif isinstance(node, MapNode):
        here = {key: entry.value for key, entry in node.entries.items()}
        group = _text(here.get("name")) or _text(here.get("title")) or suit
        for key, inner in here.items():
            if key == "cards" and isinstance(inner, ListNode):
                for one in inner.items:
                    if isinstance(one, MapNode):
                        card = {key: _text(entry.value) for key, entry in one.entries.items()}
                        words = card.get("desc") or card.get("text") or card.get("description", "")
                        title = card.get("title") or card.get("name", "")
                        where = " ".join(filter(None, (card.get("id"), card.get("url"))))
                        yield title, words, group, where
            else:
                yield from _cards_in(inner, suit)


def _text(node: Node | None) -> str:
    return one_line(node.text) if isinstance(node, TextNode) else ""
