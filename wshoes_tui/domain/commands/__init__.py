"""What can be asked of a session. Each command is one transition, or a refusal.

``seat`` None means nobody in particular: the facilitator types for the group. Steps are kept by
the names of their commands, so a name stays what it is.

All take commands from here. The modules inside know nothing of one another.
"""

from __future__ import annotations

from wshoes_tui.domain.commands.response_commands import (
    AddLightbulb,
    AddPledge,
    AddSlip,
    ChangePledge,
    Close,
    EditResponse,
    Expire,
    GiveFeedback,
    KeepDraft,
    KeepLonger,
    ParkTopic,
    PlaceCard,
    Remove,
    ReviewWords,
    Say,
    ShowAs,
    UpdatePledge,
)
from wshoes_tui.domain.commands.setup_commands import (
    AddSeat,
    Agree,
    Attend,
    Begin,
    BeginSlips,
    ChangeSeat,
    ChooseCandidate,
    ChooseDecks,
    Consent,
    GiveNumber,
    Join,
    Open,
    Plan,
    Rate,
    RemoveSeat,
)
from wshoes_tui.domain.commands.turn_commands import (
    ChangeShoes,
    DrawCard,
    GiveTurn,
    GoOn,
    GoToClosing,
    HandIn,
    MoreTurns,
    Next,
    ParkCard,
    Pass,
    Pause,
    Redo,
    Resume,
    Reveal,
    ShowPrompt,
    Skip,
    StopWriting,
    Suspend,
    Swap,
    Undo,
    WriteFirst,
)
from wshoes_tui.domain.value import Command

__all__ = [
    "AddLightbulb", "AddPledge", "AddSeat", "AddSlip", "Agree", "Attend", "Begin", "BeginSlips",
    "ChangePledge", "ChangeSeat", "ChangeShoes", "ChooseCandidate", "ChooseDecks", "Close",
    "Command", "Consent", "DrawCard", "EditResponse", "Expire", "GiveFeedback", "GiveNumber",
    "GiveTurn", "GoOn", "GoToClosing",
    "HandIn", "Join", "KeepDraft", "KeepLonger", "MoreTurns", "Next", "Open", "ParkCard",
    "ParkTopic", "Pass", "Pause", "PlaceCard", "Plan", "Rate", "Redo", "Remove", "RemoveSeat",
    "Resume", "Reveal", "ReviewWords", "Say", "ShowAs", "ShowPrompt", "Skip", "StopWriting",
    "Suspend", "Swap", "Undo", "UpdatePledge", "WriteFirst",
]  # fmt: skip
