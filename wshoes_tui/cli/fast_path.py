"""The command lines that open the app, read without Typer where they are plain.

Typer and what it loads take half as long as the first screen, and 9 MB for as long as a session
lasts. Whatever is not plain (help, a mistake, a value that begins with a dash) is left to it;
where both read a command line, they read the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from wshoes_tui.cli import launch
from wshoes_tui.cli.options import GivenOptions
from wshoes_tui.limits import MOST_SEED_DIGITS, MOST_TURNS

VALUED = ("--seats", "--turns", "--order", "--seed", "--programme")
SWITCHES = ("--write-first",)


def work_of(given: GivenOptions) -> Callable[[], int] | None:
    """What a command line asks for; None if it is not plain, or opens no app."""
    match given.rest:
        case ():
            return partial(launch.open_home, given)
        case ("rehearse",):
            return partial(launch.start_rehearsal, given, None)
        case ("rehearse", deck) if _is_plain(deck):
            return partial(launch.start_rehearsal, given, deck)
        case ("resume",):
            return partial(launch.resume_session, given, "")
        case ("resume", session) if _is_plain(session):
            return partial(launch.resume_session, given, session)
        case ("play", *words):
            return _play(given, words)
    return None


def _play(given: GivenOptions, words: Sequence[str]) -> Callable[[], int] | None:
    decks: list[str] = []
    told: dict[str, Any] = dict.fromkeys(map(_keyword, VALUED))
    told |= dict.fromkeys(map(_keyword, SWITCHES), False)
    left = list(words)
    while left:
        word = left.pop(0)
        if word in SWITCHES:
            told[_keyword(word)] = True
        elif word in VALUED and left and _is_plain(left[0]):
            value = _value(word, left.pop(0))
            if value is None:
                return None
            told[_keyword(word)] = value
        elif _is_plain(word):
            decks.append(word)
        else:
            return None
    return partial(launch.start_session, given, decks, **told)


def _value(name: str, text: str) -> str | int | None:
    """What an option was told; None if that is not plain."""
    from wshoes_tui.domain.models import ORDERS

    if name in ("--turns", "--seed"):
        plain = text.isascii() and text.isdecimal() and len(text) <= MOST_SEED_DIGITS
        if not plain or (name == "--turns" and not 1 <= int(text) <= MOST_TURNS):
            return None
        return int(text)
    return None if name == "--order" and text not in ORDERS else text


def _keyword(name: str) -> str:
    return name.removeprefix("--").replace("-", "_")


def _is_plain(word: str) -> bool:
    return bool(word) and not word.startswith("-")
