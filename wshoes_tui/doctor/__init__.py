"""Doctor: read-only checks of terminal, language, storage, decks and installation.

Nothing is made, changed or locked, and no text that somebody wrote is read.
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
    """Run all checks. Returns findings in the order of ``finding.TITLES``.

    Args:
        left_out: names of changes of Textual that do not fit the one that is installed.
    """
    from wshoes_tui.doctor import environment_checks, storage_checks

    return [
        *environment_checks.of_terminal(settings, on_terminal=on_terminal),
        *environment_checks.of_language(settings),
        *storage_checks.of_folder(settings.data.root),
        *storage_checks.of_sessions(settings),
        *storage_checks.of_decks(settings),
        *environment_checks.of_program(left_out),
    ]
