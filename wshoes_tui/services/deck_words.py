"""Texts about decks in lists that every interface uses: how much is translated, what is hidden."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.locale import N_, _, many

LANGUAGE_WORDS = {
    "en": N_("English"),
    "cy": N_("Welsh"),
    "es": N_("Spanish"),
    "fr": N_("French"),
    "pt": N_("Portuguese"),
}
"""Languages by name; any other is told by its tag."""

HIDDEN = {
    "shipped": N_("hides the shipped one"),
    "yours": N_("hides one of your own"),
    "given": N_("hides another that was given"),
}

CHECK = "wshoes deck check"


def card_count(cards: int, translated: int | None, language: str) -> str:
    """ "29 cards", or "17 of 29 cards in Welsh" for a translation that is not whole."""
    if translated is None or translated >= cards:
        return many("{count} card", "{count} cards", cards)
    name = LANGUAGE_WORDS.get(language.partition("-")[0].lower())
    return _(
        "{translated} of {cards} cards in {language}",
        translated=translated,
        cards=cards,
        language=_(name) if name else one_line(language),
    )


def translation_told(deck: Deck) -> str:
    """A sentence for a translation that is not whole; empty for any other deck."""
    if deck.translated is None or deck.translated >= len(deck.cards):
        return ""
    count = card_count(len(deck.cards), deck.translated, deck.language)
    return _("{count}: the others are as in the original.", count=count)


def decks_told(session: Session) -> str:
    """What is told when a session begins: which of its decks are translated in part."""
    decks = [played.deck for played in session.decks]
    told = [(one_line(deck.title), found) for deck in decks if (found := translation_told(deck))]
    if len(decks) == 1:
        return told[0][1] if told else ""
    return " ".join(f"{title}: {sentence}" for title, sentence in told)


def hides_told(hides: Sequence[str]) -> str:
    """ "hides the shipped one"; empty where a deck hides none."""
    return ", ".join(_(HIDDEN[origin]) for origin in hides if origin in HIDDEN)


def check_command(path: Path, width: int = 0) -> list[str]:
    """The command that tells all errors of a deck file, as it can be typed in a shell.

    Args:
        path: the file; its folder is named where the name of the file cannot be typed.
        width: the columns there are. A longer command is told in two, first to its folder.
    """
    here = _folder(Path.cwd)
    path = (here or Path()) / path
    while not str(path).isprintable() and path != path.parent:
        path = path.parent
    whole = f"{CHECK} {_typed(path, here)}"
    if not width or len(whole) <= width or path.parent == here:
        return [whole]
    return [f"cd {_typed(path.parent, here)}", f"{CHECK} {_quoted(_not_an_option(path.name))}"]


def _folder(find: Callable[[], Path]) -> Path | None:
    try:
        return find()
    except (OSError, RuntimeError):  # it was removed meanwhile, or there is none
        return None


def _typed(path: Path, here: Path | None) -> str:
    """The shortest way to write a path where the program was started."""
    ways = [_quoted(str(path))]
    if here is not None and path.is_relative_to(here):
        ways.append(_quoted(_not_an_option(str(path.relative_to(here)))))
    home = _folder(Path.home)
    if os.name != "nt" and home is not None and path.is_relative_to(home) and path != home:
        ways.append(f"~/{_quoted(str(path.relative_to(home)))}")
    return min(ways, key=len)


def _not_an_option(name: str) -> str:
    return f"./{name}" if name.startswith("-") else name


def _quoted(text: str) -> str:
    if os.name == "nt":
        from subprocess import list2cmdline

        return list2cmdline([text])
    if "'" in text and not re.search(r'["$`\\!]', text):
        return f'"{text}"'  # as people do it; the other way is hard to read and to type
    import shlex

    return shlex.quote(text)
