"""Entry point of ``wshoes``: as little as possible before the first screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

NAME, VALUE = "PYTHONMALLOC", "malloc"


def main() -> int:
    """Run the command line and return its exit status."""
    from wshoes_tui.cli.console import guarded

    return guarded(lambda: _run(sys.argv[1:]))


def _run(words: list[str]) -> int:
    from wshoes_tui.cli.options import COMPLETE_VARIABLE, UsageError, language_wanted, read
    from wshoes_tui.locale import language_of_environment, speak_to

    if COMPLETE_VARIABLE in os.environ:
        from wshoes_tui.cli.command_line import app
        from wshoes_tui.cli.completion import complete

        return complete(app)
    try:
        given = read(words)
    except UsageError:  # told once more, in the language that is wanted
        speak_to(language_wanted(words, language_of_environment()))
        given = read(words)
    if given.rest[:1] == ("host",):
        begin_anew(words)
    speak_to(given.settings.language or language_of_environment(), easy=given.settings.easy)
    if given.rest[:1] == ("--version",):
        from wshoes_tui import __version__
        from wshoes_tui.cli.console import write_line

        write_line(f"wshoes {__version__}")
        return 0
    from wshoes_tui.cli import launch

    work = launch.parse_plain(given)
    if work is not None:
        return work()
    from wshoes_tui.cli.command_line import run

    return run(given)


def begin_anew(words: Sequence[str]) -> None:
    """Execute the same command line again with the allocator of the GNU C library.

    By itself Python takes memory by the megabyte and gives one back only when nothing in it is
    in use. After sixty people have come and gone a little of what they said is left in each, and
    the host stays a fifth larger than it was. The system's own library gives back each page by
    itself and is no slower, but Python reads which of the two it is only when it starts.
    Returns where that is of no use. ``words`` are without the program's name.

    Source: docs.python.org/3/using/cmdline.html#envvar-PYTHONMALLOC
    """
    begun_with = sys.orig_argv[1:]
    is_ours = bool(words) and begun_with[-len(words) :] == list(words)
    if NAME in os.environ or not is_ours or not sys.executable or not _gives_back():
        return
    with suppress(OSError):
        os.execve(  # noqa: S606 - the same program with the same words
            sys.executable, [sys.executable, *begun_with], {**os.environ, NAME: VALUE}
        )


def _gives_back() -> bool:
    """Whether the system's library is the GNU one; others are slower than Python itself."""
    try:
        return bool(os.confstr("CS_GNU_LIBC_VERSION"))
    except (AttributeError, OSError, ValueError):
        return False


if __name__ == "__main__":
    sys.exit(main())
