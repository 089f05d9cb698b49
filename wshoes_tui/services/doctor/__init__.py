"""What this computer can and cannot do for a session, and what the program does about it.

Everything is only looked at: nothing is made, changed or locked, and nobody's words are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wshoes_tui.services.doctor.finding import Finding
    from wshoes_tui.settings import Settings


def examine(settings: Settings, *, on_terminal: bool) -> list[Finding]:
    """Everything there is to say, in the order of ``finding.TITLES`` and the language in use."""
    from wshoes_tui.services.doctor import keeping, program, terminal

    return [
        *terminal.of_terminal(settings, on_terminal=on_terminal),
        *terminal.of_language(settings),
        *keeping.of_folder(settings.data.root),
        *keeping.of_sessions(settings),
        *keeping.of_decks(settings),
        *program.of_program(),
    ]
