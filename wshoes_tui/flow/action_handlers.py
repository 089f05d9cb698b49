"""What an action does, where the front ends do the same: a sentence, a command on the session.

Each function takes what holds the session and the words that came with the action, and returns
an ``ActionOutcome``. The action table names it in ``does``. Screens say the sentence in the footer,
line mode says it as a line. What a handler needs is imported in it: Home loads the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from wshoes_tui.flow.action_types import ActionOutcome
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Session
    from wshoes_tui.flow.first_hints import FirstHints
    from wshoes_tui.flow.pace_flow import EveningPace
    from wshoes_tui.locale import Speech

NOT_WRITTEN = N_("The settings could not be written to {path}.")
JOIN_COMMAND = N_("Everybody types this, with a name of their own, in one word, for NAME:")
JOIN_OTHERS = N_("Or, if that does not answer:")
JOIN_CODE = N_("And then this code:")
JOIN_FINGERPRINT = N_(
    "Their program may ask whether this is the right computer. It is, if it shows:"
)
"""What stands before each part of what people need to join."""


class HoldsSession(Protocol):
    """What an action of anybody can be done on."""

    @property
    def session(self) -> Session:
        """The session as it stands."""


class Keyed(Protocol):
    """Somebody with a key to come back to their seat."""

    @property
    def key(self) -> str:
        """The key, as it is typed."""


class HoldsSeat(HoldsSession, Protocol):
    """What an action of somebody at a seat of their own can be done on."""

    @property
    def participant(self) -> Keyed:
        """Who sits there."""

    def raise_hand(self) -> bool:
        """Raise the hand, or take it down. Whether it is up now."""


def easy_told(*, easy: bool) -> str:
    """That easy words are on, or off."""
    return _("Easy words are on.") if easy else _("Easy words are off.")


def keep_settings(speech: Speech, **terminal: str | bool) -> str:
    """Keep how the program speaks and shows for the next start. What came of it, as a sentence.

    Args:
        speech: the language and the reading level.
        terminal: settings of the terminal by their keys in the file, where there is a screen.
    """
    from wshoes_tui.storage.settings_file import remember, settings_path

    try:
        remember(language=speech.language, easy=speech.easy, **terminal)
    except OSError:
        return _(NOT_WRITTEN, path=settings_path())
    return _("The next start will be like this. To change it again: wshoes settings")


def hand_told(*, up: bool) -> str:
    """That the reader's hand is up, or down."""
    return _("Your hand is up. The facilitator sees it.") if up else _("Your hand is down.")


def tell_note(holder: HoldsSession, _words: str) -> ActionOutcome:
    """The note that the card has for the facilitator."""
    from wshoes_tui.domain.engine import open_turn

    turn = open_turn(holder.session)
    return ActionOutcome(holder.session.card_of(turn).note or _("This card has no note."), "Note")


class HoldsPace(HoldsSession, Protocol):
    """What holds a session and its times."""

    @property
    def pace(self) -> EveningPace: ...


def tell_time(holder: HoldsPace, _words: str) -> ActionOutcome:
    """How long this card and the evening have taken; nothing shows it by itself."""
    return ActionOutcome(holder.pace.time_told(holder.session))


def next_turn(holder: HoldsSession, _words: str) -> ActionOutcome:
    """End the turn as answered, but not while people write."""
    from wshoes_tui.domain.commands import Next
    from wshoes_tui.flow.turn_flow import must_be_talking

    must_be_talking(holder.session)
    return ActionOutcome(command=Next())


def swap_shoes(holder: HoldsSession, _words: str) -> ActionOutcome:
    """The same card from the opposite shoes, but not while people write."""
    from wshoes_tui.domain.commands import Swap
    from wshoes_tui.flow.turn_flow import must_be_talking

    must_be_talking(holder.session)
    return ActionOutcome(command=Swap())


def note_agreement(holder: HoldsSession, _words: str) -> ActionOutcome:
    """Note that everybody agrees to the consent card, which was told without waiting for it."""
    from wshoes_tui.domain.commands import Consent
    from wshoes_tui.flow.questions import agreed_told

    return ActionOutcome(agreed_told(holder.session), "Saved", Consent())


class HoldsHints(HoldsSession, Protocol):
    """What holds a session and the hints of the run."""

    hints: FirstHints


def show_hints(holder: HoldsHints, _words: str) -> ActionOutcome:
    """The hints of the first rehearsal, once more."""
    holder.hints.again()
    return ActionOutcome(holder.hints.line(holder.session))


def undo_step(_holder: HoldsSession, _words: str) -> ActionOutcome:
    """Take the last step back."""
    from wshoes_tui.domain.commands import Undo

    return ActionOutcome(command=Undo())


def stop_writing(_holder: HoldsSession, _words: str) -> ActionOutcome:
    """People talk instead of writing first."""
    from wshoes_tui.domain.commands import StopWriting

    return ActionOutcome(command=StopWriting())


def raise_hand(holder: HoldsSeat, _words: str) -> ActionOutcome:
    """A hand goes up, or down."""
    return ActionOutcome(hand_told(up=holder.raise_hand()))


def tell_key(holder: HoldsSeat, _words: str) -> ActionOutcome:
    """The key to come back with, and what it is for."""
    from wshoes_tui.flow.labels import own_key

    return ActionOutcome(own_key(holder.participant.key), "Seat")
