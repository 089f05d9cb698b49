"""Translation of the interface, with gettext catalogues, one language a person.

Each seat may have its own language and reading level, so both hang on the context, not on
the process. Catalogues are gettext's: ``<language>/LC_MESSAGES/wshoes.mo`` beside this file,
made from the ``.po`` next to each. Easy words are a catalogue of their own (``en_EASY``).
"""

from __future__ import annotations

import os
from contextvars import ContextVar
from pathlib import Path
from typing import Protocol

LANGUAGES = ("en", "cy", "es", "fr", "pt")
"""The languages the interface speaks."""
LANGUAGE_NAMES = {
    "en": "English",
    "cy": "Cymraeg",
    "es": "Español",
    "fr": "Français",
    "pt": "Português",
}
"""What each is called by those who speak it."""

FOLDER = Path(__file__).parent
DOMAIN = "wshoes"
EASY = "en_EASY"


class Catalogue(Protocol):
    """What gettext's translations can do."""

    def gettext(self, message: str) -> str:
        """The message in this language."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form of the message for so many."""


class English:
    """The catalogue of the language in which the program is written."""

    def gettext(self, message: str) -> str:
        """The message as it is."""
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The singular for one, else the plural."""
        return msgid1 if n == 1 else msgid2


class Speech:
    """How the interface speaks to one person; it can be changed while they look."""

    def __init__(self) -> None:
        self.language = self.tag = "en"
        self.easy = False
        self.catalogue: Catalogue = English()

    def use(self, language: str | None = None, *, easy: bool | None = None) -> None:
        """Change the language, the reading level, or both."""
        if language is not None:
            self.language, self.tag = spoken(language), language
        self.easy = self.easy if easy is None else easy
        name = EASY if self.easy and self.language == "en" else self.language
        self.catalogue = _read(name)


speech: ContextVar[Speech] = ContextVar("speech")
"""Set once for each person; English where nobody has."""

_DEFAULT = Speech()


def _(text: str, /, **words: object) -> str:
    """A text in the language in use, its ``{names}`` filled in."""
    found = speech.get(_DEFAULT).catalogue.gettext(text)
    return found.format(**words) if words else found


def speak_to(language: str, *, easy: bool = False) -> None:
    """Speak this language from here on, to the person whom this context serves."""
    theirs = Speech()
    theirs.use(language, easy=easy)
    speech.set(theirs)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for it
    """Marks a text that is translated where it is shown."""
    return text


def many(one: str, more: str, count: int, /, **words: object) -> str:
    """The form for so many, with ``{count}`` and the other ``{names}`` filled in."""
    found = speech.get(_DEFAULT).catalogue.ngettext(one, more, count)
    return found.format(count=count, **words)


def language_in_use() -> str:
    """The language of the interface for the current user."""
    return speech.get(_DEFAULT).language


def reader_tag() -> str:
    """The tag that the current user asked for, in which decks are chosen and opened.

    It may name a language that the interface does not speak: "de_DE.UTF-8".
    """
    return speech.get(_DEFAULT).tag


def language_of_environment() -> str:
    """The language that the environment asks for, as a tag; "en" where it asks for none."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        tag = os.environ.get(name, "")
        if tag and tag not in ("C", "POSIX", "C.UTF-8", "C.utf8"):
            return tag
    return "en"


def spoken(tag: str) -> str:
    """The interface language nearest to a tag such as "cy-GB" or "pt_BR.UTF-8"; else English."""
    base = tag.replace("_", "-").split(".")[0].split("-")[0].casefold()
    return base if base in LANGUAGES else "en"


def _read(name: str) -> Catalogue:
    if name == "en":
        return English()
    import gettext

    try:
        return gettext.translation(DOMAIN, FOLDER, languages=[name])
    except OSError:  # a catalogue that was not shipped: English is better than nothing
        return English()
