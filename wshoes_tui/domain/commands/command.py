"""What every command is."""

from __future__ import annotations

from wshoes_tui.domain.value import Value, value


@value()
class Command(Value):
    """The base of all commands."""
