"""YAML parser: events from the quickest one there is. Nothing is ever constructed from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

BROKEN = (yaml.YAMLError, ValueError, OverflowError, RecursionError)
"""All that the parsers are known to raise on a text that is not YAML."""

_BLANK = "\0 \n\r\x85\u2028\u2029\t"


class PureParser(Reader, Scanner, Parser):
    """The parser without C, made to read what the one with C reads.

    PyYAML's own takes no question mark in unquoted text between braces, and so would
    refuse ``{notice: What is happening here?}``.
    """

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def get_event(self) -> Any:
        """The next event, None after the last. Numbers out of all range are faults like others."""
        try:
            return Parser.get_event(self)  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError):
            raise ScannerError(
                None, None, "found invalid Unicode character escape code", self.get_mark()
            ) from None

    def scan_plain(self) -> ScalarToken:
        """One unquoted text, which may go on over several lines."""
        chunks: list[str] = []
        spaces: list[str] = []
        start = end = self.get_mark()
        indent = self.indent + 1
        while self.peek() != "#" and (length := self._plain_length(start)):
            self.allow_simple_key = False
            chunks += spaces
            chunks.append(self.prefix(length))
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start) or []
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def _plain_length(self, start: Any) -> int:
        length = 0
        while (character := self.peek(length)) not in _BLANK:
            if self.flow_level and character in ",[]{}":
                break
            if character == ":":
                following = self.peek(length + 1)
                if following in _BLANK:
                    break
                if self.flow_level and following in ",?[]{}":
                    mark = self.get_mark()
                    raise ScannerError(
                        "while scanning a plain scalar", start, "found unexpected ':'", mark
                    )
            length += 1
        return length


try:
    from yaml.cyaml import CParser as _CParser  # type: ignore[attr-defined]
except ImportError:  # a platform without libyaml
    PARSER: Any = PureParser
else:
    PARSER = _CParser


def events(text: str) -> Iterator[Any]:
    """The events of a text, one by one, so that a reader can stop at any.

    Raises:
        yaml.YAMLError, ValueError, OverflowError, RecursionError: not YAML (``BROKEN``).
    """
    parser = PARSER(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    finally:
        parser.dispose()
