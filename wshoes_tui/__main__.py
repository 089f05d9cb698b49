"""Where ``wshoes`` begins: as little as possible before the first screen."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and return its exit status."""
    from wshoes_tui.cli.error_boundary import guarded

    return guarded(lambda: _run(sys.argv[1:]))


def _run(words: list[str]) -> int:
    from wshoes_tui.cli.options import read
    from wshoes_tui.locale import language_of_environment, speak_to

    given = read(words)
    if given.rest[:1] == ("host",):
        from wshoes_tui.cli.reexec import begin_anew

        begin_anew(words)
    speak_to(given.settings.language or language_of_environment(), easy=given.settings.easy)
    if given.rest[:1] == ("--version",):
        from wshoes_tui import __version__
        from wshoes_tui.cli.console import write_line

        write_line(f"wshoes {__version__}")
        return 0
    from wshoes_tui.cli import fast_path

    work = fast_path.work_of(given)
    if work is not None:
        return work()
    from wshoes_tui.cli.command_line import run

    return run(given)


if __name__ == "__main__":
    sys.exit(main())
