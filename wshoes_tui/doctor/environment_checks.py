"""Environment checks: terminal, language, versions of what is installed; and all checks at once."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, metadata, version
from importlib.util import find_spec
from typing import NamedTuple

from wshoes_tui.doctor import Finding, storage_checks
from wshoes_tui.flow.labels import encoding_told
from wshoes_tui.locale import LANGUAGES, N_, _, language_of_environment, spoken
from wshoes_tui.settings import Settings
from wshoes_tui.storage import inspection
from wshoes_tui.terminal.capabilities import (
    LEAST_HEIGHT,
    LEAST_WIDTH,
    TerminalCapabilities,
    is_slow,
    speed_of_input,
    terminal_of,
)
from wshoes_tui.terminal.encodings import encoding_of, is_utf8, locale_in


def examine(
    settings: Settings, *, on_terminal: bool, left_out: Sequence[str] = ()
) -> list[Finding]:
    """Run all checks. Returns findings in the order of ``doctor.TITLES``.

    Args:
        left_out: names of changes of Textual that do not fit the one that is installed.
    """
    return [
        *check_terminal(settings, on_terminal=on_terminal),
        *check_language(settings),
        *storage_checks.check_folder(settings.data.root),
        *storage_checks.check_database(settings),
        *storage_checks.check_deck_library(settings),
        *check_program(left_out),
    ]


def check_terminal(
    settings: Settings, *, on_terminal: bool, environ: Mapping[str, str] = os.environ
) -> Iterator[Finding]:
    """Findings on the terminal: its size, colours, characters, speed and connection."""
    terminal = terminal_of(settings, environ)
    lines = _("Sessions are held in plain lines, without screen control.")
    if on_terminal:
        columns, rows = shutil.get_terminal_size()
        what = _(
            "It calls itself {name} and has {columns} columns and {lines} lines.",
            name=terminal.name, columns=columns, lines=rows,
        )  # fmt: skip
        if settings.plain or terminal.name == "dumb":
            does = lines
        elif columns < LEAST_WIDTH or rows < LEAST_HEIGHT:
            does = _(
                "That is too small for the screens: make it at least {columns} by {lines}, "
                "or use --plain.",
                columns=LEAST_WIDTH, lines=LEAST_HEIGHT,
            )  # fmt: skip
        elif terminal.modes:
            does = _("Sessions are held on the whole screen.")
        else:
            does = _("Sessions are held on the whole screen, with what old terminals know.")
        yield Finding("terminal", what, does)
        yield _colours(settings, terminal, environ)
        yield from _line(settings, terminal)
    else:
        what = _(
            "What is typed or shown goes through no terminal (TERM: {name}).", name=terminal.name
        )
        yield Finding("terminal", what, lines)
    yield _characters(settings, terminal)
    yield from _input_encoding(environ)
    yield from _connection(environ)


def _colours(
    settings: Settings, terminal: TerminalCapabilities, environ: Mapping[str, str]
) -> Finding:
    without = _("What a colour would say is said by a letter or a word as well.")
    if settings.mono:
        what, does = _("Colours are switched off (--mono or NO_COLOR)."), without
    elif not terminal.colours:
        what, does = _("It has no colours."), without
    elif terminal.contrast:
        what = _("You asked for high contrast (--contrast or WSHOES_CONTRAST).")
        does = _("Everything is shown in black and white, and nothing is dim.")
    else:
        what = _("It has {count} colours.", count=256 if terminal.cube else 8)
        if environ.get("COLORTERM", "") in ("truecolor", "24bit"):
            what = _("It has millions of colours.")
        does = _("Only its own are used, as you have set them. More contrast: --contrast dark")
    return Finding("terminal", what, does)


def _line(settings: Settings, terminal: TerminalCapabilities) -> Iterator[Finding]:
    if settings.plain or terminal.name == "dumb":
        return
    does = _("Only what is needed is sent. In the palette (Ctrl+P): Slow line.")
    speed = speed_of_input()
    if is_slow(speed):
        what = _("It is a line of {speed} baud.", speed=speed)
    elif settings.slow:
        what = _("You asked to be sparing with the line (--slow-line).")
    else:
        what = _("Nothing says that the line is slow.")
        does = _("Where its answer takes long, only what is needed is sent. Or say --slow-line.")
    yield Finding("terminal", what, does)


def _characters(settings: Settings, terminal: TerminalCapabilities) -> Finding:
    if terminal.symbols:
        return Finding("terminal", _("It takes UTF-8."), _("Every letter is shown as it is."))
    what = _("The environment does not say that it takes UTF-8.")
    does = _("Other letters are shown by the nearest plain ones, and kept as they were typed.")
    if terminal.letters:
        what = _("It takes UTF-8, but such terminals lack many signs.")
        does = _("Letters are shown as they are, lines and signs by plain ones.")
    elif settings.ascii:
        what = _("You asked for plain letters (--ascii).")
    return Finding("terminal", what, does)


def _input_encoding(environ: Mapping[str, str]) -> Iterator[Finding]:
    """The encoding of what is typed, where it is not UTF-8 by the environment."""
    encoding = encoding_of(environ)
    told = encoding_told(encoding)
    if told:
        kept = _("Every letter that it has is kept as it was typed.")
        does = kept if encoding.known else _("Set LANG to what the terminal sends.")
        yield Finding("terminal", told, does)
    elif not is_utf8(locale_in(environ)):
        yield Finding(
            "terminal",
            _("What you type is read as UTF-8."),
            _("If your terminal sends something else, set LANG: letters would be lost."),
        )


def _connection(environ: Mapping[str, str]) -> Iterator[Finding]:
    over_ssh = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    around = "tmux" if environ.get("TMUX") else "screen" if environ.get("STY") else ""
    if over_ssh:
        yield Finding(
            "terminal",
            _("You are here over SSH."),
            _("If the line drops, at most a second of typing is lost; then: wshoes resume"),
        )
    if around:
        key = "Ctrl+B" if around == "tmux" else "Ctrl+A"
        yield Finding(
            "terminal",
            _("It runs inside {name}.", name=around),
            _("wshoes never needs its key, {key}. To detach is harmless.", key=key),
        )
    if not over_ssh and not around:
        yield Finding("terminal", _("You are here neither over SSH nor inside tmux or screen."))


def check_language(settings: Settings) -> Iterator[Finding]:
    """Findings on the language that was asked for, and the one in use."""
    wanted = settings.language or language_of_environment()
    words = {"wanted": wanted, "spoken": spoken(wanted)}
    if settings.language:
        what = _("You asked for {wanted}, and the interface speaks {spoken}.", **words)
    else:
        what = _("The environment asks for {wanted}, and the interface speaks {spoken}.", **words)
    yield Finding(
        "language",
        what,
        _("It can speak {all}. Choose with --lang.", all=", ".join(LANGUAGES)),
    )


class Extra(NamedTuple):
    """An optional dependency of the package: the module it installs, and what comes of it."""

    name: str
    module: str
    present: str
    absent: str


EXTRAS = (
    Extra(
        "host", "asyncssh",
        N_("Several people can join a session over SSH."),
        N_("Nobody can join over SSH; everybody answers at this computer."),
    ),
    Extra(
        "word", "docx",
        N_("Sessions can be exported for Word."),
        N_("There is no export for Word; all other formats are there."),
    ),
    Extra(
        "postgres", "psycopg",
        N_("Sessions can be kept on a PostgreSQL server."),
        N_("Sessions are kept in a file, not on a PostgreSQL server."),
    ),
)  # fmt: skip


def check_program(left_out: Sequence[str] = ()) -> Iterator[Finding]:
    """Findings on Python, SQLite, PyYAML, Textual and the extras."""
    yield Finding(
        "program",
        _("Python is {version}, on {machine}.", version=platform.python_version(),
          machine=platform.machine() or platform.system()),
        _("3.11 or newer will do."),
    )  # fmt: skip
    yield _sqlite()
    yield _yaml()
    yield _textual(left_out)
    offered = _offered()
    yield from (_extra(extra) for extra in EXTRAS if extra.name in offered)


def _extra(extra: Extra) -> Finding:
    if find_spec(extra.module):
        what = _("The extra {name} is there.", name=extra.name)
        return Finding("program", what, _(extra.present))
    add = _("To add it, in the folder of wshoes: pip install '.[{name}]'", name=extra.name)
    what = _("The extra {name} is not installed.", name=extra.name)
    return Finding("program", what, f"{_(extra.absent)} {add}")


def _sqlite() -> Finding:
    version = inspection.sqlite_version()
    if not inspection.has_reset_bug():
        return Finding("program", _("SQLite is {version}.", version=version))
    return Finding(
        "program",
        _(
            "SQLite is {version}. Up to 3.51.2 it can lose what was saved when two programs write "
            "to one file at the same moment.",
            version=version,
        ),
        _("So here only one writes at a time, and holds a lock meanwhile."),
    )


def _yaml() -> Finding:
    import yaml

    if getattr(yaml, "__with_libyaml__", False):
        return Finding("program", _("PyYAML has its fast part, written in C."))
    return Finding(
        "program",
        _("PyYAML lacks its fast part, written in C."),
        _("Decks open more slowly. Home reads only the top of each, and remembers it."),
    )


def _textual(left_out: Sequence[str]) -> Finding:
    """Whether the screens change Textual; each change is made only where it fits."""
    named = {"version": version("textual"), "names": ", ".join(left_out)}
    does = _("The screens work, and send more to the terminal.")
    if os.environ.get("WSHOES_PATCHES") is not None:
        what = _("Textual is {version}, left as it is (WSHOES_PATCHES).", **named)
    elif left_out:
        what = _(
            "Textual is {version}. Changes to it that do not fit were left out: {names}.", **named
        )
    else:
        what = _("Textual is {version}. What the screens change in it fits.", **named)
        does = _("Should a screen look wrong, leave it as it is: WSHOES_PATCHES=none")
    return Finding("program", what, does)


def _offered() -> frozenset[str]:
    """The extras of the installed version; all of them where none is installed."""
    try:
        return frozenset(metadata("wshoes").get_all("Provides-Extra") or ())
    except PackageNotFoundError:
        return frozenset(extra.name for extra in EXTRAS)
