"""Commands of the closing round. Worked by ``closing``."""

from __future__ import annotations

from wshoes_tui.domain.commands.command import Command
from wshoes_tui.domain.models import FeedbackKind
from wshoes_tui.domain.value import value


@value()
class GiveFeedback(Command):
    """Keep words of the closing round.

    Without a draft of the seat's, the field of the room is emptied, unless the seat sits
    ``apart``, at a screen of its own.
    """

    kind: FeedbackKind
    text: str
    seat: str | None = None
    apart: bool = False


@value()
class Close(Command):
    """Close the session. Final.

    Refused while words wait in a field of the room; and, unless ``anyway``, while words wait
    at people's own screens, which are let go.
    """

    anyway: bool = False
