"""YAML tree: plain nodes made of the events of PyYAML. Nothing in it is ever more than text.

No value is ever constructed. The parser is libyaml; where there is none, PyYAML's own, made to
read what libyaml reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml
from yaml import events as yaml_events
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

from wshoes_tui.decks.diagnostics import Report, quoted
from wshoes_tui.decks.source import INVISIBLE, SPLIT_IT
from wshoes_tui.decks.span_check import SpanCheck, SpanPlace
from wshoes_tui.decks.yaml_errors import IMPOSSIBLE, TOO_DEEP
from wshoes_tui.limits import DEEPEST_TREE, MOST_NODES
from wshoes_tui.locale import _

BROKEN = (yaml.YAMLError, ValueError, OverflowError, RecursionError)
"""All that the parsers are known to raise on a text that is not YAML."""


class PureParser(Reader, Scanner, Parser):
    """PyYAML's parser without libyaml, with the rules of libyaml for text between braces.

    PyYAML ends such a text at a question mark, and so would refuse
    ``{notice: What is happening here?}``; it takes ``{a:,}``, which libyaml refuses.
    """

    _in_braces = False

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def peek(self, index: int = 0) -> str:
        """The next character to be looked at; a letter for a question mark within a text."""
        character: str = super().peek(index)
        return "x" if character == "?" and self._in_braces else character

    def scan_plain(self) -> ScalarToken:
        """One unquoted text, which may go on over several lines."""
        self._in_braces = self.flow_level > 0
        token: ScalarToken = super().scan_plain()
        glued = ":?" in token.value or (self.peek() == ":" and self.peek(1) in ",[]{}")
        if self._in_braces and glued:
            place = self.get_mark()
            what = "found unexpected ':'"
            raise ScannerError("while scanning a plain scalar", token.start_mark, what, place)
        self._in_braces = False
        return token

    def get_event(self) -> Any:
        """The next event, None after the last. Numbers out of all range are faults like others."""
        try:
            return super().get_event()  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError):
            what = "found invalid Unicode character escape code"
            raise ScannerError(None, None, what, self.get_mark()) from None


PARSER: Any = (
    yaml.cyaml.CParser if yaml.__with_libyaml__ else PureParser  # type: ignore[attr-defined]
)


def events(text: str) -> Iterator[Any]:
    """The events of a text, one by one, so that a reader can stop at any. Raises ``BROKEN``."""
    parser = PARSER(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    finally:
        parser.dispose()


@dataclass(frozen=True, slots=True)
class TextNode:
    """Words, exactly as the file has them. ``plain`` means written without quotes.

    ``folded`` means that they stand on several lines there, and are one line here.
    """

    line: int
    text: str
    plain: bool
    folded: bool = False

    @property
    def nothing(self) -> bool:
        """Whether this says "nothing here": left empty, or ``~``."""
        return self.plain and self.text in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class ListNode:
    """Things below each other behind dashes, or between square brackets."""

    line: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class MapEntry:
    """One key and what stands behind it. ``line`` is that of the key."""

    line: int
    value: Node


@dataclass(frozen=True, slots=True)
class MapNode:
    """Keys with their values, in order. ``braces`` means written between { and }."""

    line: int
    entries: Mapping[str, MapEntry]
    braces: bool


@dataclass(frozen=True, slots=True)
class BrokenNode:
    """Something that has been refused and reported already: nothing more is said of it."""

    line: int


Node: TypeAlias = TextNode | ListNode | MapNode | BrokenNode


_BLOCK = ("|", ">")

_THEME_DEPTH = 2
"""The titles of themes stand in a map within the deck; the themes of a card are a list of ids."""


def build_tree(text: str, report: Report, first_line: int = 1) -> Node | None:
    """The tree of one YAML document, None where it is empty.

    ``first_line`` is the line of the file at which ``text`` begins. Told to the report is what
    is refused though it can be read: double keys, anchors, aliases, merge keys, tags, control
    characters made by escapes, words that would be lost.

    Raises:
        DeckErrors: a second document, or deeper or larger than any deck.
        BROKEN: not YAML.
    """
    spans = SpanCheck(text, report, first_line)
    builder = _Builder(report, first_line, spans)
    for event in events(text):
        builder.add_event(event)
    spans.finish()
    builder.finish()
    return builder.root


@dataclass(slots=True)
class _Open:
    """A list or a map whose end has not come yet; a map holds keys and values in turn.

    ``key`` is the one behind which it stands, ``column`` that of its last key or its dashes.
    """

    line: int
    column: int
    key: str
    is_map: bool
    braces: bool
    children: list[Node] = field(default_factory=list)

    @property
    def awaits_key(self) -> bool:
        """Whether the next thing in it is a key."""
        return self.is_map and len(self.children) % 2 == 0

    @property
    def governing_key(self) -> str:
        """The key behind which the next thing in it stands."""
        if self.is_map and not self.awaits_key:
            last = self.children[-1]
            return last.text if isinstance(last, TextNode) else ""
        return self.key


class _Builder:
    def __init__(self, report: Report, first_line: int, spans: SpanCheck) -> None:
        self.root: Node | None = None
        self._report = report
        self._spans = spans
        self._first_line = first_line
        self._open: list[_Open] = []
        self._empty: list[tuple[int, str, str]] = []
        self._documents = 0
        self._nodes = 0

    def add_event(self, event: Any) -> None:
        """Add one event."""
        line = event.start_mark.line + self._first_line
        if isinstance(event, yaml_events.ScalarEvent):
            place = self._place_of(event)
            self._spans.check_event(event, place)
            refused = self._refuse_properties(event, line)
            if place.is_text and event.style in _BLOCK and not event.value.strip():
                self._empty.append((line, event.style, place.key))
                refused = True
            self._place(BrokenNode(line) if refused else self._text(event, line))
        elif isinstance(event, yaml_events.CollectionStartEvent):
            self._refuse_properties(event, line)
            self._begin(event, line)
        elif isinstance(event, yaml_events.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml_events.AliasEvent):
            self._spans.skip(event)
            self._refuse_sign(line, "*", _("an alias"))
            self._place(BrokenNode(line))
        elif isinstance(event, yaml_events.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                what = _('A second deck begins here, after a line of "---"')
                self._report.stop(line, what, _("Keep one deck in each file, or delete that line."))

    def finish(self) -> None:
        """Report what is only a fault of its own where the whole text could be parsed."""
        for line, style, key in self._empty:
            mend = _("Write the text on the next lines, indented further than the key.")
            self._report.add(
                line,
                _("No text stands below the {style} of {key}", style=style, key=quoted(key)),
                mend,
            )

    def _place_of(self, event: Any) -> SpanPlace:
        if not self._open:
            return SpanPlace()
        around = self._open[-1]
        if around.awaits_key:
            around.column = event.start_mark.column
            key = event.value
        else:
            key = around.governing_key
        if around.key == "opposite":
            key = around.key
        is_theme = around.key == "themes" and around.is_map and len(self._open) == _THEME_DEPTH
        return SpanPlace(
            key,
            around.column,
            around.braces,
            is_key=around.awaits_key,
            in_list=not around.is_map,
            is_theme=is_theme,
        )

    def _refuse_properties(self, event: Any, line: int) -> bool:
        if event.anchor is not None:
            self._refuse_sign(line, "&", _("an anchor"))
        if event.tag is not None:
            self._refuse_sign(line, "!", _("a tag"))
        return event.anchor is not None or event.tag is not None

    def _refuse_sign(self, line: int, sign: str, named: str) -> None:
        what = _(
            "An unquoted {sign} begins this value ({named}; decks do not use them)",
            sign=sign,
            named=named,
        )
        mend = _("If the {sign} belongs to the text, put the text in double quotes.", sign=sign)
        self._report.add(line, what, mend)

    def _text(self, event: Any, line: int) -> Node:
        # Only escapes can bring in what was not allowed in the file itself.
        if event.style == '"' and INVISIBLE.search(event.value):
            self._report.add(line, *IMPOSSIBLE)
            return BrokenNode(line)
        rows = event.end_mark.line - event.start_mark.line
        folded = event.style == ">" or (event.style != "|" and rows > 0)
        return TextNode(line, event.value, not event.style, folded)

    def _begin(self, event: Any, line: int) -> None:
        if len(self._open) >= DEEPEST_TREE:
            self._report.stop(line, *TOO_DEEP)
        self._open.append(
            _Open(
                line,
                event.start_mark.column,
                self._open[-1].governing_key if self._open else "",
                is_map=isinstance(event, yaml_events.MappingStartEvent),
                braces=bool(event.flow_style),
            )
        )

    def _end(self) -> None:
        closed = self._open.pop()
        items = ListNode(closed.line, tuple(closed.children))
        self._place(self._map(closed) if closed.is_map else items)

    def _place(self, node: Node) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            what = _("This file has far more parts than any deck")
            self._report.stop(node.line, what, SPLIT_IT)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node

    def _map(self, closed: _Open) -> MapNode:
        entries: dict[str, MapEntry] = {}
        children = iter(closed.children)
        for key, value in zip(children, children, strict=True):
            if isinstance(key, BrokenNode):
                continue
            if not isinstance(key, TextNode):
                what = _("A list or braces stand here where a key should be")
                mend = _("Put text that begins with [ or { in double quotes.")
                self._report.add(key.line, what, mend)
            elif key.plain and key.text == "<<":
                what = _('This line begins with "<<" (a merge key; decks do not use them)')
                mend = _("Delete the line and write out in full what is meant.")
                self._report.add(key.line, what, mend)
            elif key.text in entries:
                first = entries[key.text].line
                what = _(
                    "{key} is here twice, on lines {first} and {line}",
                    key=quoted(key.text),
                    first=first,
                    line=key.line,
                )
                if first == key.line:
                    what = _(
                        "{key} is here twice, both on line {line}",
                        key=quoted(key.text),
                        line=key.line,
                    )
                self._report.add(key.line, what, _("Keep one of the two."))
            else:
                entries[key.text] = MapEntry(key.line, value)
        return MapNode(closed.line, entries, closed.braces)
