"""What is asked and what may be typed, place by place along the arc of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.plain.commands import Scope

if TYPE_CHECKING:
    from wshoes_tui.plain.room import Room
    from wshoes_tui.plain.stages.stage import Stage


def stage_for(room: Room, scope: Scope) -> Stage:
    """A new stage for a place in a session."""
    if scope == "setup":
        from wshoes_tui.plain.stages.setup import Setup

        return Setup(room)
    if scope == "opening":
        from wshoes_tui.plain.stages.opening import Opening

        return Opening(room)
    if scope == "turn":
        from wshoes_tui.plain.stages.turn import TurnStage

        return TurnStage(room)
    if scope == "writing":
        from wshoes_tui.plain.stages.writing import Writing

        return Writing(room)
    if scope == "closing":
        from wshoes_tui.plain.stages.closing import Closing

        return Closing(room)
    from wshoes_tui.plain.stages.closed import Closed

    return Closed(room)
