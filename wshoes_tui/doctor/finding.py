"""One thing that was found, and under which head it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

About = Literal["terminal", "language", "data", "database", "decks", "program"]

TITLES: Mapping[About, str] = {
    "terminal": "Terminal",
    "language": "Language",
    "data": "Data folder",
    "database": "Sessions",
    "decks": "Decks",
    "program": "Program",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found, in the language in use.

    ``what`` says how it is, and ``does`` what the program does about it or what you can do;
    it is empty where there is nothing to do. With ``stops``, no session can be held.
    """

    about: About
    what: str
    does: str = ""
    stops: bool = False
