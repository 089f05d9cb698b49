"""Doctor: read-only checks of terminal, language, storage, decks and installation.

Nothing is kept or changed (the probe of the data folder removes the file that it makes there). The
hash of every record is computed, and no words are shown. Here: findings, and the titles under which
they are shown; ``environment_checks.examine`` makes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from wshoes_tui.flow.session_labels import DECKS
from wshoes_tui.locale import N_
from wshoes_tui.locale.phrases import LANGUAGE_HEAD, SESSIONS_HEAD

About = Literal["terminal", "language", "data", "database", "decks", "program"]

TITLES: Mapping[About, str] = {
    "terminal": N_("Terminal"),
    "language": LANGUAGE_HEAD,
    "data": N_("Data folder"),
    "database": SESSIONS_HEAD,
    "decks": DECKS,
    "program": N_("Program"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check, in the language in use.

    ``does`` says what the program does about it, or what you can do.
    """

    about: About
    what: str
    does: str = ""
    stops: bool = False
    """Whether no session can be held."""
