"""What is asked and what may be typed, place by place along the arc of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.models import Session
from wshoes_tui.flow.action_types import Scope

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation
    from wshoes_tui.lines.stages.stage import Stage


def stage_for(conversation: Conversation, scope: Scope) -> Stage:
    """A new stage for a place in a session."""
    if scope == "setup":
        from wshoes_tui.lines.stages.setup_stage import SetupStage

        return SetupStage(conversation)
    if scope == "opening":
        from wshoes_tui.lines.stages.step_stages import OpeningStage

        return OpeningStage(conversation)
    if scope == "turn":
        from wshoes_tui.lines.stages.turn_stage import TurnStage

        return TurnStage(conversation)
    if scope == "writing":
        from wshoes_tui.lines.stages.writing_stage import WritingStage

        return WritingStage(conversation)
    if scope == "closing":
        from wshoes_tui.lines.stages.step_stages import ClosingStage

        return ClosingStage(conversation)
    from wshoes_tui.lines.stages.step_stages import ClosedStage

    return ClosedStage(conversation)


def scope_of(session: Session) -> Scope:
    """The place for where a session stands."""
    turn = session.turn
    match session.state:
        case "turns" if turn is not None:
            return "writing" if turn.phase == "writing" else "turn"
        case "turns":
            return "closing"
        case state:
            return state
