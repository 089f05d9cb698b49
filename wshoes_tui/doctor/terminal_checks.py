"""Terminal checks: size, colours, characters, speed and connection; and the interface language."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping

from wshoes_tui.doctor.finding import Finding
from wshoes_tui.flow.labels import encoding_told
from wshoes_tui.locale import LANGUAGES, _, language_of_environment, spoken
from wshoes_tui.settings import Settings
from wshoes_tui.terminal.capabilities import (
    LEAST_HEIGHT,
    LEAST_WIDTH,
    TerminalCapabilities,
    is_slow,
    speed_of_input,
    terminal_of,
)
from wshoes_tui.terminal.encodings import encoding_of, is_utf8, locale_in


def of_terminal(
    settings: Settings, *, on_terminal: bool, environ: Mapping[str, str] = os.environ
) -> Iterator[Finding]:
    """Findings on the terminal.

    Args:
        settings: of this run.
        on_terminal: whether there is one.
        environ: the environment, which tells of it.
    """
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
    if settings.mono:
        return Finding(
            "terminal",
            _("Colours are switched off (--mono or NO_COLOR)."),
            _("What a colour would say is said by a letter or a word as well."),
        )
    if not terminal.colours:
        return Finding(
            "terminal",
            _("It has no colours."),
            _("What a colour would say is said by a letter or a word as well."),
        )
    if terminal.contrast:
        return Finding(
            "terminal",
            _("You asked for high contrast (--contrast or WSHOES_CONTRAST)."),
            _("Everything is shown in black and white, and nothing is dim."),
        )
    if environ.get("COLORTERM", "") in ("truecolor", "24bit"):
        what = _("It has millions of colours.")
    else:
        what = _("It has {count} colours.", count=256 if "256color" in terminal.name else 8)
    return Finding(
        "terminal",
        what,
        _("Only its own are used, as you have set them. More contrast: --contrast dark"),
    )


def _line(settings: Settings, terminal: TerminalCapabilities) -> Iterator[Finding]:
    if settings.plain or terminal.name == "dumb":
        return
    sparing = _("Only what is needed is sent. In the palette (Ctrl+P): Slow line.")
    speed = speed_of_input()
    if is_slow(speed):
        yield Finding("terminal", _("It is a line of {speed} baud.", speed=speed), sparing)
    elif settings.slow:
        yield Finding(
            "terminal", _("You asked to be sparing with the line (--slow-line)."), sparing
        )
    else:
        yield Finding(
            "terminal",
            _("Nothing says that the line is slow."),
            _("Where its answer takes long, only what is needed is sent. Or say --slow-line."),
        )


def _characters(settings: Settings, terminal: TerminalCapabilities) -> Finding:
    if terminal.symbols:
        return Finding("terminal", _("It takes UTF-8."), _("Every letter is shown as it is."))
    if terminal.letters:
        return Finding(
            "terminal",
            _("It takes UTF-8, but such terminals lack many signs."),
            _("Letters are shown as they are, lines and signs by plain ones."),
        )
    asked = _("You asked for plain letters (--ascii).")
    return Finding(
        "terminal",
        asked if settings.ascii else _("The environment does not say that it takes UTF-8."),
        _("Other letters are shown by the nearest plain ones, and kept as they were typed."),
    )


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


def of_language(settings: Settings) -> Iterator[Finding]:
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
