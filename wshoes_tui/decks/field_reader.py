"""Reader of the fields of one map (a card, shoes, the deck), forgiving where it can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from wshoes_tui.decks.deck_schema import Schema
from wshoes_tui.decks.diagnostics import (
    GLUED_COLON,
    GLUED_DASH,
    Report,
    capital,
    cut_by_comma,
    did_you_mean,
    joined_with_and,
    nearest,
    quoted,
)
from wshoes_tui.decks.lookalikes import DASHES
from wshoes_tui.decks.yaml_tree import BrokenNode, ListNode, MapEntry, MapNode, Node, TextNode
from wshoes_tui.domain.deck import file_fields
from wshoes_tui.limits import LONGEST_NUMBER, LONGEST_SLUG, MOST_PEOPLE

NOT_TRANSLATED = -1
"""Stands for a number that a translation leaves to its original."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FRAMEWORK = re.compile(rf"{_SLUG.pattern}/{_SLUG.pattern}")
_NUMBER = re.compile(r"[+-]?[0-9]+")
_BULLET = re.compile(rf"[{DASHES}]")
_SPACES = re.compile(r"[ \n\t]+")
"""Not the no-break space: in French it belongs to the text."""

QUOTE = "put the whole text in double quotes, or write it on the next lines after a |"


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
                self._missing(self._node.line, f"{capital(self.owner)} has no {quoted(key)}", key)
            return None
        if isinstance(entry.value, BrokenNode):
            return None
        if isinstance(entry.value, TextNode) and entry.value.nothing:
            says_null = entry.value.text == "null"
            if required:
                self._missing(entry.line, f"{self._named(key)} is empty", key)
            elif says_null and not self._node.braces and self._keys[key].is_free_text:
                what = f"{self._named(key)} says null, which YAML takes for nothing"
                mend = 'If it is a word, put it in double quotes: "null"; else leave it out.'
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
                self._missing(node.line, f"{self._named(key)} is empty", key)
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
                f"The lines of {self._named(key)} would be run together into one",
                f"Write {key}: | and below it, indented, each line on a line of its own.",
            )

    def refuse_many(self, key: str, count: int, most: int, things: str) -> None:
        """Report a list of more things than a deck may have."""
        if count > most:
            self.report.add(
                self.line(key),
                f"{capital(self.owner)} has {count} {things}, and {most} are the most",
                "Make several decks of it." if self.owner == "the deck" else "Leave some out.",
            )

    def _refuse_long(self, node: TextNode, named: str, key: str) -> None:
        most, count = self._keys[key].most, len(node.text.rstrip("\n"))
        if most and count > most:
            what = f"{named} has {count:,} characters, and {most:,} are the most"
            self.report.add(node.line, what, "Shorten it, or make several of it.")

    def slug(self, key: str) -> str:
        """An id. One of the wrong shape is reported and returned all the same."""
        text = self.text(key)
        if text:
            self.check_slug(text, self.line(key), self._named(key))
        return text

    def check_slug(self, text: str, line: int, named: str) -> None:
        """Report a text that is no id."""
        if len(text) > LONGEST_SLUG:
            self.report.add(line, f"{named} is too long", f"Use {LONGEST_SLUG} characters at most.")
        elif not _SLUG.fullmatch(text):
            self.report.add(
                line,
                f"{named} is {quoted(text)}, which is no id: "
                "only small letters a to z, digits and single hyphens make one",
                did_you_mean(slug_from(text), "Choose a word such as nurse."),
            )

    def number(self, key: str) -> int:
        """A whole number within its bounds; its example, or NOT_TRANSLATED, where there is none."""
        field = self._keys[key]
        low, high = field.low, field.high
        default = int(field.example) if self.whole or field.own else NOT_TRANSLATED
        node = self.value(key)
        if node is None:
            return default
        if not isinstance(node, TextNode):
            self._not_text(node, self._named(key), "a whole number")
            return default
        text = node.text.strip()
        if _NUMBER.fullmatch(text) and len(text) <= LONGEST_NUMBER and low <= int(text) <= high:
            return int(text)
        self.report.add(
            node.line,
            f"{self._named(key)} should be "
            + (f"a whole number from {low} to {high}" if low < high else str(low)),
            f"Write it in digits, such as {key}: {self._keys[key].example}",
        )
        return default

    def choice(self, key: str) -> str:
        """One of the allowed words, the first where it is none; empty if nothing is required."""
        text, allowed = self.text(key), self._keys[key].choices
        if text.lower() in allowed or not (text or self._is_required(key)):
            return text.lower()
        if text:
            words = joined_with_and(allowed)
            what = f"{self._named(key)} is {quoted(text)}, but should be {words}"
            mend = did_you_mean(nearest(text, allowed), f"Choose {words}.")
            self.report.add(self.line(key), what, mend)
        return allowed[0]

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts of one line each; a single text is a list of one."""
        nodes = list(self._text_nodes(key))
        self.refuse_many(key, len(nodes), MOST_PEOPLE, "names here")
        for node in nodes[:MOST_PEOPLE]:
            self._refuse_long(node, f"One of {self._named(key).lower()}", key)
        return tuple(_on_one_line(node.text) for node in nodes)

    def references(self, key: str, known: Sequence[str] | None, kind: str) -> tuple[str, ...]:
        """A list of ids, each once. ``known`` None means that it cannot be told which exist."""
        found: dict[str, None] = {}
        for node in self._text_nodes(key):
            for name in (part.strip() for part in node.text.split(",")):
                if name and self.check_known(name, node.line, self._named(key), known, kind):
                    found[name] = None
        return tuple(found)

    def check_framework(self, name: str, line: int, named: str) -> bool:
        """Whether a text names a theme of a framework by both keys; reported where it does not."""
        if _FRAMEWORK.fullmatch(name):
            return True
        what = f"{named} should be the key of a framework and of one of its themes"
        mend = "Write both with a stroke between, such as making-it-real-2018/workforce"
        self.report.add(line, what, mend)
        return False

    def framework_themes(self, key: str) -> tuple[str, ...]:
        """A list of themes of frameworks, each once."""
        found: dict[str, None] = {}
        for node in self._text_nodes(key):
            for name in (part.strip() for part in node.text.split(",")):
                if name and self.check_framework(name, node.line, self._named(key)):
                    found[name] = None
        return tuple(found)

    def check_known(
        self, name: str, line: int, named: str, known: Sequence[str] | None, kind: str
    ) -> bool:
        """Whether there is something of that name; reported where there is not."""
        if known is None or name in known:
            return True
        mend = f'Add it under "{kind}:" at the beginning of the deck.'
        if _FRAMEWORK.fullmatch(name) and kind == "themes":
            mend = f"If it is a theme of a framework, write it as framework: [{name}]"
        elif known:
            mend = f"This deck has {joined_with_and([quoted(word) for word in known[:12]], 'and')}."
        mend = did_you_mean(nearest(name, known), mend)
        self.report.add(line, f"{named} names {quoted(name)}, but no {kind} have that name", mend)
        return False

    def check_in_original(self, name: str, known: Sequence[str], kind: str) -> None:
        """Report a card, shoes or theme of a translation that its original does not have."""
        if name not in known:
            what = f"The original of this translation has no {kind} {quoted(name)}"
            mend = did_you_mean(nearest(name, known), "Use the ids of the original.")
            self.report.add(self.line("id"), what, mend)

    def items(self, key: str) -> tuple[Node, ...] | None:
        """The things of a list without its empty ones; None where there is no list."""
        node = self.value(key)
        if node is None:
            return None
        if isinstance(node, ListNode):
            return tuple(item for item in node.items if not _is_nothing(item))
        mend = "Begin each thing in it with a dash and a space, on lines of their own."
        self.report.add(node.line, f"{self._named(key)} should be a list", mend)
        return None

    def map(self, key: str, example: str = "") -> Mapping[str, MapEntry] | None:
        """The entries of a map; None where there is no map."""
        node = self.value(key)
        if node is None or isinstance(node, MapNode):
            return node.entries if node else None
        mend = f"Write it as {example or self._keys[key].example}"
        self.report.add(node.line, f"{self._named(key)} should be keys with values", mend)
        return None

    def _text_nodes(self, key: str) -> Iterable[TextNode]:
        node = self.value(key)
        if node is None:
            return
        for item in node.items if isinstance(node, ListNode) else (node,):
            if not isinstance(item, TextNode):
                self._not_text(item, f"One of {self._named(key).lower()}")
            elif item.plain and item.text.startswith("-") and item is node:
                self.report.add(item.line, *GLUED_DASH)
            elif item.plain and item is node and _BULLET.match(item.text):
                what = "A list wants the plain dash of the keyboard"
                self.report.add(item.line, what, GLUED_DASH[1])
            elif not item.nothing and item.text.strip():
                yield item

    def _named(self, key: str) -> str:
        return f"{quoted(key)} of {self.owner}"

    def _missing(self, line: int, what: str, key: str) -> None:
        self.report.add(line, what, f"Add a line such as {key}: {self._keys[key].example}")

    def _not_text(self, node: Node, named: str, wanted: str = "text") -> None:
        if isinstance(node, BrokenNode):
            return
        if isinstance(node, ListNode):
            what, mend = "a list", "Write it without a dash or brackets; or, if it is text"
        else:
            what, mend = "keys with values", 'If it is text with a colon (": ") in it'
        self.report.add(node.line, f"{named} should be {wanted}, not {what}", f"{mend}, {QUOTE}.")

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
            what, mend = "A colon stands here without a key", "Write the key before it."
        else:
            what = f"Unknown key {quoted(key)} in {self.owner}"
            known = joined_with_and(tuple(self._keys), "and")
            mend = did_you_mean(meant, f"Known are {known}.")
        self._meant.add(meant)
        self.report.add(entry.line, what, mend)


def slug_from(text: str) -> str:
    """The id that is nearest to a text; empty where nothing of it can be used."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _on_one_line(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ")


def _is_nothing(node: Node) -> bool:
    return isinstance(node, BrokenNode) or (isinstance(node, TextNode) and node.nothing)
