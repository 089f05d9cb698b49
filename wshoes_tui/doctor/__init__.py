"""Doctor: read-only checks of terminal, language, storage, decks and installation.

Nothing is made, changed or locked. The hash of every record is computed; no words are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wshoes_tui.doctor.finding import Finding
    from wshoes_tui.settings import Settings


def examine(
    settings: Settings, *, on_terminal: bool, left_out: Sequence[str] = ()
) -> list[Finding]:
    """Run all checks.

    Args:
        settings: of this run.
        on_terminal: whether the program runs on a terminal.
        left_out: names of changes of Textual that do not fit the one that is installed.

    Returns:
        Findings in the order of ``finding.TITLES``, in the language in use.
    """
    from wshoes_tui.doctor import program_checks, storage_checks, terminal_checks

    return [
        *terminal_checks.of_terminal(settings, on_terminal=on_terminal),
        *terminal_checks.of_language(settings),
        *storage_checks.of_folder(settings.data.root),
        *storage_checks.of_sessions(settings),
        *storage_checks.of_decks(settings),
        *program_checks.of_program(left_out),
    ]
