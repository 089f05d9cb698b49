"""What a session holds. All take it from here; the records know nothing of the session."""

from __future__ import annotations

from wshoes_tui.domain.models.kept_pledge import OPEN_STATES, KeptPledge
from wshoes_tui.domain.models.panel_evidence import Evidence
from wshoes_tui.domain.models.records import (
    HORIZONS,
    ORDERS,
    SCOPES,
    VISIBILITIES,
    Draft,
    DraftKind,
    Feedback,
    FeedbackKind,
    Header,
    Horizon,
    Lightbulb,
    Order,
    ParkedTopic,
    PlayedDeck,
    Pledge,
    PledgeNote,
    PledgeScope,
    PledgeState,
    PledgeUpdate,
    Rating,
    RatingWhen,
    Record,
    Response,
    Review,
    Seat,
    SeatState,
    SessionKind,
    SessionState,
    SpokenRecord,
    Turn,
    TurnPhase,
    TurnState,
    Visibility,
    Voice,
    WildCard,
)
from wshoes_tui.domain.models.session import (
    FIELDS,
    TEXTS,
    Change,
    Session,
    Step,
    Transition,
    as_card,
)

__all__ = [
    "FIELDS", "HORIZONS", "OPEN_STATES", "ORDERS", "SCOPES", "TEXTS", "VISIBILITIES", "Change",
    "Draft", "DraftKind", "Evidence", "Feedback", "FeedbackKind", "Header", "Horizon", "KeptPledge",
    "Lightbulb", "Order", "ParkedTopic", "PlayedDeck", "Pledge", "PledgeNote", "PledgeScope",
    "PledgeState", "PledgeUpdate", "Rating", "RatingWhen", "Record", "Response", "Review", "Seat",
    "SeatState", "Session", "SessionKind", "SessionState", "SpokenRecord", "Step", "Transition",
    "Turn", "TurnPhase", "TurnState", "Visibility", "Voice", "WildCard", "as_card",
]  # fmt: skip
