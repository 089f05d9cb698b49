"""Reader of the fields of one map (a card, shoes, the deck), forgiving where it can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from wshoes_tui.decks.deck_schema import DECK_KEYS, Schema
from wshoes_tui.decks.diagnostics import (
    GLUED_COLON,
    GLUED_DASH,
    WRITE_AS,
    Report,
    capital,
    cut_by_comma,
    did_you_mean,
    nearest,
    quoted,
)
from wshoes_tui.decks.lookalikes import DASHES
from wshoes_tui.decks.reference_check import check_framework, check_known, check_slug
from wshoes_tui.decks.yaml_tree import BrokenNode, ListNode, MapEntry, MapNode, Node, TextNode
from wshoes_tui.domain.deck import file_fields
from wshoes_tui.limits import LONGEST_NUMBER, MOST_PEOPLE
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import CARDS_WORD, PART_OF, SHOES_WORD, listed

NOT_TRANSLATED = -1
"""Stands for a number that a translation leaves to its original."""

_NUMBER = re.compile(r"[+-]?[0-9]+")
_BULLET = re.compile(rf"[{DASHES}]")
_SPACES = re.compile(r"[ \n\t]+")
"""Not the no-break space: in French it belongs to the text."""

THINGS = {
    "shoes": SHOES_WORD,
    "themes": N_("themes"),
    "cards": CARDS_WORD,
    "prompts": N_("prompts"),
}
NAMES_HERE = N_("names here")
"""What a message calls the things of a list, by its key."""
NO_TEXT = (
    N_("{named} should be text, not a list"),
    N_("{named} should be text, not keys with values"),
)
NO_NUMBER = (
    N_("{named} should be a whole number, not a list"),
    N_("{named} should be a whole number, not keys with values"),
)
HOW_TO_WRITE = (
    N_(
        "Write it without a dash or brackets; or, if it is text, put the whole text in double "
        "quotes, or write it on the next lines after a |."
    ),
    N_(
        'If it is text with a colon (": ") in it, put the whole text in double quotes, or write '
        "it on the next lines after a |."
    ),
)
"""What is wrong and how to mend it, where there is a list, and where there are keys."""


class Fields:
    """One map of a deck, read key by key. Every fault goes to the report, no method raises.

    ``owner`` is what messages call it, such as ``the card "reply-y"``; ``whole`` is False for a
    translation, which may leave out all that is not its own.
    """

    def __init__(
        self, node: MapNode, owner: str, keys: Schema, report: Report, *, whole: bool = True
    ) -> None:
        self.owner = owner
        self.report = report
        self._node = node
        self._keys = keys
        self.whole = whole
        self._meant: set[str] = set()
        for key, entry in node.entries.items():
            if key not in keys:
                self._unknown(key, entry)

    def values(self, kind: type[Any], **special: Callable[[], object]) -> dict[str, Any]:
        """The values of all fields of a dataclass, in its order.

        Each is read by its kind, but for the ``special`` ones, which have rules of their own.
        """
        readers: dict[str, Callable[[str], object]] = {
            "id": self.slug,
            "text": self.text,
            "word": self.text,
            "passage": self.passage,
            "texts": self.texts,
            "choice": self.choice,
            "number": self.number,
        }
        return {
            key: special[key]() if key in special else readers[self._keys[key].kind](key)
            for key in file_fields(kind)
        }

    def line(self, key: str) -> int:
        """The line of a key, or of the map where the key is missing."""
        entry = self._node.entries.get(key)
        return entry.line if entry else self._node.line

    def value(self, key: str) -> Node | None:
        """What stands behind a key; None where that is nothing."""
        entry = self._node.entries.get(key)
        required = self._is_required(key)
        if entry is None:
            if required and key not in self._meant:
                self._missing(
                    self._node.line,
                    _("{owner} has no {key}", owner=capital(self.owner), key=quoted(key)),
                    key,
                )
            return None
        if isinstance(entry.value, BrokenNode):
            return None
        if isinstance(entry.value, TextNode) and entry.value.nothing:
            says_null = entry.value.text == "null"
            if required:
                self._missing(entry.line, _("{key} is empty", key=self._named(key)), key)
            elif says_null and not self._node.braces and self._keys[key].is_free_text:
                what = _("{key} says null, which YAML takes for nothing", key=self._named(key))
                mend = _('If it is a word, put it in double quotes: "null"; else leave it out.')
                self.report.add(entry.line, what, mend)
            return None
        return entry.value

    def _is_required(self, key: str) -> bool:
        return self._keys[key].required and (self.whole or self._keys[key].own)

    def passage(self, key: str) -> str:
        """Text of several lines as it is written, without the line ends that close it."""
        node = self.value(key)
        if node is None:
            return ""
        if not isinstance(node, TextNode):
            self._not_text(node, self._named(key))
            return ""
        text = node.text.rstrip("\n")
        if not text.strip():
            if self._is_required(key):
                self._missing(node.line, _("{key} is empty", key=self._named(key)), key)
            return ""
        self._refuse_long(node, self._named(key), key)
        return text

    def text(self, key: str) -> str:
        """Text of one line: line ends and double spaces are single spaces."""
        return _on_one_line(self.passage(key))

    def refuse_folded(self, key: str) -> None:
        """Report a text whose lines count, and are run together by the way it is written."""
        entry = self._node.entries.get(key)
        if entry and isinstance(entry.value, TextNode) and entry.value.folded:
            self.report.add(
                entry.value.line,
                _("The lines of {key} would be run together into one", key=self._named(key)),
                _(
                    "Write {key}: | and below it, indented, each line on a line of its own.",
                    key=key,
                ),
            )

    def refuse_many(self, key: str, count: int, most: int) -> None:
        """Report a list of more things than a deck may have."""
        if count > most:
            what = _(
                "{owner} has {count} {things}, and {most} are the most",
                owner=capital(self.owner),
                count=count,
                things=_(THINGS.get(key, NAMES_HERE)),
                most=most,
            )
            of_deck = self._keys is DECK_KEYS and key in THINGS
            mend = _("Make several decks of it.") if of_deck else _("Leave some out.")
            self.report.add(self.line(key), what, mend)

    def _refuse_long(self, node: TextNode, named: str, key: str) -> None:
        most, count = self._keys[key].most, len(node.text.rstrip("\n"))
        if most and count > most:
            what = _(
                "{named} has {count:,} characters, and {most:,} are the most",
                named=named,
                count=count,
                most=most,
            )
            self.report.add(node.line, what, _("Shorten it, or make several of it."))

    def slug(self, key: str) -> str:
        """An id. One of the wrong shape is reported and returned all the same."""
        text = self.text(key)
        if text:
            check_slug(self.report, text, self.line(key), self._named(key))
        return text

    def number(self, key: str) -> int:
        """A whole number within its bounds; its example, or NOT_TRANSLATED, where there is none."""
        field = self._keys[key]
        low, high = field.low, field.high
        default = int(field.example) if self.whole or field.own else NOT_TRANSLATED
        node = self.value(key)
        if node is None:
            return default
        if not isinstance(node, TextNode):
            self._not_text(node, self._named(key), NO_NUMBER)
            return default
        text = node.text.strip()
        if _NUMBER.fullmatch(text) and len(text) <= LONGEST_NUMBER and low <= int(text) <= high:
            return int(text)
        what = _("{key} should be {number}", key=self._named(key), number=low)
        if low < high:
            what = _(
                "{key} should be a whole number from {low} to {high}",
                key=self._named(key),
                low=low,
                high=high,
            )
        mend = _("Write it in digits, such as {key}: {example}", key=key, example=field.example)
        self.report.add(node.line, what, mend)
        return default

    def choice(self, key: str) -> str:
        """One of the allowed words, the first where it is none; empty if nothing is required."""
        text, allowed = self.text(key), self._keys[key].choices
        if text.lower() in allowed or not (text or self._is_required(key)):
            return text.lower()
        if text:
            words = listed(allowed, denied=True)
            what = _(
                "{key} is {text}, but should be {words}",
                key=self._named(key),
                text=quoted(text),
                words=words,
            )
            mend = did_you_mean(nearest(text, allowed), _("Choose {words}.", words=words))
            self.report.add(self.line(key), what, mend)
        return allowed[0]

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts of one line each; a single text is a list of one."""
        nodes = list(self._text_nodes(key))
        self.refuse_many(key, len(nodes), MOST_PEOPLE)
        for node in nodes[:MOST_PEOPLE]:
            self._refuse_long(node, _("One of {key}", key=self._named(key).lower()), key)
        return tuple(_on_one_line(node.text) for node in nodes)

    def references(self, key: str, known: Sequence[str] | None, kind: str) -> tuple[str, ...]:
        """A list of ids, each once. ``known`` None means that it cannot be told which exist."""
        found: dict[str, None] = {}
        for node in self._text_nodes(key):
            for name in (part.strip() for part in node.text.split(",")):
                if name and check_known(
                    self.report, name, node.line, self._named(key), known, kind
                ):
                    found[name] = None
        return tuple(found)

    def framework_themes(self, key: str) -> tuple[str, ...]:
        """A list of themes of frameworks, each once."""
        found: dict[str, None] = {}
        for node in self._text_nodes(key):
            for name in (part.strip() for part in node.text.split(",")):
                if name and check_framework(self.report, name, node.line, self._named(key)):
                    found[name] = None
        return tuple(found)

    def items(self, key: str) -> tuple[Node, ...] | None:
        """The things of a list without its empty ones; None where there is no list."""
        node = self.value(key)
        if node is None:
            return None
        if isinstance(node, ListNode):
            return tuple(item for item in node.items if not _is_nothing(item))
        mend = _("Begin each thing in it with a dash and a space, on lines of their own.")
        self.report.add(node.line, _("{key} should be a list", key=self._named(key)), mend)
        return None

    def map(self, key: str, example: str = "") -> Mapping[str, MapEntry] | None:
        """The entries of a map; None where there is no map."""
        node = self.value(key)
        if node is None or isinstance(node, MapNode):
            return node.entries if node else None
        mend = _(WRITE_AS, example=example or self._keys[key].example)
        self.report.add(
            node.line, _("{key} should be keys with values", key=self._named(key)), mend
        )
        return None

    def _text_nodes(self, key: str) -> Iterable[TextNode]:
        node = self.value(key)
        if node is None:
            return
        for item in node.items if isinstance(node, ListNode) else (node,):
            if not isinstance(item, TextNode):
                self._not_text(item, _("One of {key}", key=self._named(key).lower()))
            elif item.plain and item.text.startswith("-") and item is node:
                self.report.add(item.line, *GLUED_DASH)
            elif item.plain and item is node and _BULLET.match(item.text):
                what = _("A list wants the plain dash of the keyboard")
                self.report.add(item.line, what, GLUED_DASH[1])
            elif not item.nothing and item.text.strip():
                yield item

    def _named(self, key: str) -> str:
        return _(PART_OF, key=quoted(key), owner=self.owner)

    def _missing(self, line: int, what: str, key: str) -> None:
        self.report.add(
            line,
            what,
            _("Add a line such as {key}: {example}", key=key, example=self._keys[key].example),
        )

    def _not_text(self, node: Node, named: str, told: tuple[str, str] = NO_TEXT) -> None:
        if not isinstance(node, BrokenNode):
            is_map = not isinstance(node, ListNode)
            self.report.add(node.line, _(told[is_map], named=named), HOW_TO_WRITE[is_map])

    def _unknown(self, key: str, entry: MapEntry) -> None:
        word = key.partition(":")[0].strip("- ")
        meant = word if word in self._keys else nearest(key, tuple(self._keys))
        if key.startswith("-"):
            what, mend = GLUED_DASH
        elif ":" in key and word == meant:
            what, mend = GLUED_COLON
        elif self._node.braces and isinstance(entry.value, TextNode) and entry.value.nothing:
            what, mend = cut_by_comma(key)
        elif not key.strip():
            what, mend = _("A colon stands here without a key"), _("Write the key before it.")
        else:
            what = _("Unknown key {key} in {owner}", key=quoted(key), owner=self.owner)
            known = listed(tuple(self._keys))
            mend = did_you_mean(meant, _("Known are {known}.", known=known))
        self._meant.add(meant)
        self.report.add(entry.line, what, mend)


def _on_one_line(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ")


def _is_nothing(node: Node) -> bool:
    return isinstance(node, BrokenNode) or (isinstance(node, TextNode) and node.nothing)
