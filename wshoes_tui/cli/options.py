"""The options every command takes, read before anything else and wherever they stand."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from wshoes_tui.domain.value import Value, value
from wshoes_tui.errors import WshoesError
from wshoes_tui.limits import NARROWEST, WIDEST
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import NOTHING_CHANGED as NOTHING_CHANGED
from wshoes_tui.settings import DataFolder, Settings, contrast_of, from_environment
from wshoes_tui.storage.settings_file import as_settings, read_settings, settings_path


class UsageError(WshoesError):
    """A command line that cannot be understood."""


def json_refused(todo: str = "") -> UsageError:
    """The error of ``--json`` with what is no list."""
    return UsageError(_("--json is for lists."), todo=todo or _("Leave it out."))


def no_format(known: Iterable[str], todo: str = "") -> UsageError:
    """The error of a format that there is not."""
    names = _(" or ").join(known)
    return UsageError(_("There is no format of that name: it is {known}.", known=names), todo=todo)


@value()
class Option(Value):
    """One option. ``value`` names what follows it, and is empty for a switch.

    ``setting`` is the field of ``Settings`` that it fills in as it stands; empty for the others.
    """

    name: str
    value: str
    help: str
    setting: str = ""


OPTIONS = (
    Option("--data", "DIR", "The data folder (or WSHOES_DATA)."),
    Option("--database", "URL", "Another database (or WSHOES_DATABASE_URL).", "database"),
    Option("--decks", "DIR", "A folder with more decks; may be given again."),
    Option("--lang", "TAG", "The language, for instance en-GB.", "language"),
    Option("--plain", "", "Line mode: no screen control at all.", "plain"),
    Option("--width", "N", "Line mode: wrap lines at so many columns."),
    Option("--ascii", "", "Plain letters instead of symbols.", "ascii"),
    Option("--mono", "", "No colours (or NO_COLOR).", "mono"),
    Option("--contrast", "GROUND", "High contrast on dark or light ground (or WSHOES_CONTRAST)."),
    Option("--slow-line", "", "Send as little as can be (or WSHOES_SLOW).", "slow"),
    Option("--easy", "", "Easy words.", "easy"),
    Option("--json", "", "Lists as JSON, for scripts."),
)
_KNOWN = {option.name: option for option in OPTIONS}
FOR_INSTANCE = N_("For instance: {example}")
NO_VALUE = N_("{name} takes no value.")
NO_AGENDA = N_("Leave --agenda out.")
NO_DECISION = N_("Nothing was decided.")
SEE_HELP = N_("See: wshoes --help")
COMPLETE_VARIABLE = "_WSHOES_COMPLETE"
"""The environment variable by which a shell asks how a command line may go on."""


@value()
class GivenOptions(Value):
    """What a run was told: its settings, and the ``rest`` that names a command and its own."""

    settings: Settings
    json: bool
    rest: tuple[str, ...]
    width: int = 0


def read(words: Sequence[str]) -> GivenOptions:
    """Take the options of every command out of a command line, up to a ``--``.

    Raises:
        UsageError: an option lacks its value, or a switch was given one.
    """
    parts: dict[str, Any] = {}
    decks: list[Path] = []
    rest: list[str] = []
    left = list(words)
    while left:
        word = left.pop(0)
        if word == "--":
            rest += [word, *left]
            break
        name, joined, value = word.partition("=")
        option = _KNOWN.get(name)
        if option is None:
            rest.append(word)
        elif not option.value:
            if joined:
                raise UsageError(_(NO_VALUE, name=name), todo=_(SEE_HELP))
            parts[name] = True
        else:
            value = value if joined else left.pop(0) if left else ""
            if not value:
                raise UsageError(
                    _("{name} needs a {value} after it.", name=name, value=option.value),
                    todo=_(SEE_HELP),
                )
            parts[name] = value
            if name == "--decks":
                decks.append(path_of(value))
    width = _width(parts.get("--width"))
    settings = _settings(parts, decks)
    if "--lang" in parts and rest[:2] != ["deck", "new"]:  # that says the language of the deck
        _must_be_spoken(settings)
    return GivenOptions(settings, "--json" in parts, tuple(rest), width)


def language_wanted(words: Sequence[str], usual: str) -> str:
    """The language of a command line that cannot be read: told there, remembered, or usual."""
    from wshoes_tui.locale import LANGUAGES

    for word, after in zip(words, [*words[1:], ""], strict=True):
        name, joined, value = word.partition("=")
        if name == "--lang":
            told = value if joined else after
            return told if _primary(told) in LANGUAGES else usual
    kept, _faults = read_settings(settings_path())
    return str(as_settings(kept).get("language", usual))


def _must_be_spoken(settings: Settings) -> None:
    """Refuse a language that neither the interface speaks nor any deck is in."""
    from wshoes_tui.locale import LANGUAGE_NAMES

    language = _primary(settings.language)
    if language in LANGUAGE_NAMES:
        return
    from wshoes_tui.domain.text import one_line, without_surrogates
    from wshoes_tui.sessions.bootstrap import open_deck_library

    if language not in {_primary(deck.language) for deck in open_deck_library(settings).listing()}:
        shown = one_line(without_surrogates(settings.language)[0])
        known = ", ".join(f"{tag} ({name})" for tag, name in LANGUAGE_NAMES.items())
        raise UsageError(
            _('--lang "{shown}" is no language of wshoes, nor of any deck here.', shown=shown),
            todo=_("It speaks {known}.", known=known),
        )


def _primary(tag: str) -> str:
    """The language of a tag: "en" of "en-GB"."""
    return tag.strip().lower().replace("_", "-").partition("-")[0]


def _width(value: str | None) -> int:
    """The columns of ``--width``; 0, for no wrapping, where it was not given."""
    if value is None:
        return 0
    if not (value.isascii() and value.isdecimal() and NARROWEST <= int(value) <= WIDEST):
        raise UsageError(
            _(
                "--width needs a number from {least} to {most} after it.",
                least=NARROWEST,
                most=WIDEST,
            ),
            todo=_(SEE_HELP),
        )
    return int(value)


def path_of(text: str) -> Path:
    """A path, with ``~`` for a home where there is one: ``--data=~/x`` comes here unexpanded."""
    return Path(os.path.expanduser(text))  # noqa: PTH111 - Path.expanduser raises for no home


def _settings(parts: dict[str, Any], decks: list[Path]) -> Settings:
    kept, _faults = read_settings(settings_path())
    known = as_settings(kept) | from_environment()
    told = known | {
        one.setting: parts[one.name] for one in OPTIONS if one.setting and one.name in parts
    }
    if "--data" in parts:
        told["data"] = DataFolder(path_of(parts["--data"]))
    if "--contrast" in parts:
        told["contrast"] = contrast_of(parts["--contrast"])
        if told["contrast"] is None:
            raise UsageError(_("--contrast needs dark or light after it."), todo=_(SEE_HELP))
    told["decks"] = (*told.get("decks", ()), *decks)
    return Settings(**told)
