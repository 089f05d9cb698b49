"""What this computer can and cannot do for a session, and what the program does about it.

Everything is only looked at: nothing is made, changed or locked, and nobody's words are read.
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
    """Everything there is to say, in the order of ``finding.TITLES`` and the language in use.

    Args:
        settings: what the run was told.
        on_terminal: whether there is a terminal.
        left_out: names of changes of Textual that do not fit the one that is installed.
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
