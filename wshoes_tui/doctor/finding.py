"""One thing that was found, and under which head it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from wshoes_tui.locale import N_

About = Literal["terminal", "language", "data", "database", "decks", "program"]

TITLES: Mapping[About, str] = {
    "terminal": N_("Terminal"),
    "language": N_("Language"),
    "data": N_("Data folder"),
    "database": N_("Sessions"),
    "decks": N_("Decks"),
    "program": N_("Program"),
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
