"""Parser for session files of unknown origin: JSON values that are safe to look into.

Limits on size, parts, depth and numbers; the error of everything that reads such a file.
"""

from __future__ import annotations

import json
from typing import Any, NoReturn

from wshoes_tui.domain.serialization import Plain
from wshoes_tui.domain.text import one_line, without_surrogates
from wshoes_tui.errors import WshoesError

MOST_BYTES = 32 * 1024 * 1024
MOST_PARTS = 1_000_000
"""Brackets and commas of a file. More would fill the memory long before the file is long."""
MOST_DEPTH = 8
LARGEST = 2**63 - 1
"""The largest whole number that every store takes."""

AGAIN = "Ask for the session to be exported again."


class UnreadableError(WshoesError):
    """A file that is no session, or not one that can be taken in."""


def unreadable(what: str, todo: str = AGAIN) -> UnreadableError:
    """The error that refuses a file. ``what`` must hold nothing of the file but its keys."""
    return UnreadableError(what, kept="Nothing was taken in.", todo=todo)


def named(key: str) -> str:
    """A key of a file as it can stand in a message."""
    return f'"{one_line(without_surrogates(key)[0])[:40]}"'


def entry(number: int, name: str) -> str:
    """One entry of a list, counted from 1, as it can stand in a message."""
    return f"{named(name)} number {number}"


def parse_values(text: str | bytes) -> object:
    """The JSON values of a text, every text in them fit to be stored.

    Raises:
        UnreadableError: too large, too deep, not UTF-8 or not JSON; a key that stands twice
            in one object; a number that is not whole or has too many digits.
    """
    if len(text) > MOST_BYTES:
        raise unreadable(f"The file is larger than {MOST_BYTES // 1024 // 1024} MB.")
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise unreadable(f"The file is not UTF-8 text (byte {error.start + 1}).") from None
    text = text.removeprefix("\ufeff")
    if sum(map(text.count, "{[,")) > MOST_PARTS:
        raise unreadable("The file has more parts than any session.")
    return _stored(_parsed(text), depth=0)


def _parsed(text: str) -> object:
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise unreadable(f"The file is not whole, or not JSON ({place}).") from None
    except RecursionError:
        raise _too_deep() from None
    except ValueError:  # whole numbers of thousands of digits
        raise unreadable("The file has a number that is too long.") from None


def _object(pairs: list[tuple[str, Any]]) -> Plain:
    found: Plain = {}
    for key, value in pairs:
        if key in found:
            raise unreadable(f"The key {named(key)} stands twice in one place.")
        found[key] = value
    return found


def _no_number(_: str) -> NoReturn:
    raise unreadable("The file has a number that is not whole.")


def _too_deep() -> UnreadableError:
    return unreadable("The file is nested deeper than any session.")


def _stored(value: Any, depth: int) -> Any:
    if depth > MOST_DEPTH:
        raise _too_deep()
    match value:
        case str():
            return without_surrogates(value)[0]
        case list():
            return [_stored(item, depth + 1) for item in value]
        case dict():
            return {
                without_surrogates(key)[0]: _stored(item, depth + 1) for key, item in value.items()
            }
        case int() if abs(value) > LARGEST:
            raise unreadable("The file has a number that is too large.")
    return value
