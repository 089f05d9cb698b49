"""Evidence record: what a panel heard from a candidate."""

from __future__ import annotations

from wshoes_tui.domain.models.records import SpokenRecord
from wshoes_tui.domain.value import value


@value(kw_only=True)
class Evidence(SpokenRecord):
    """What somebody of a panel heard from a candidate, for one of the values of the deck.

    Written in private and revealed together. Words only: there is no number.
    """

    turn: str
    """The turn on which it was heard."""
    shoes: str
    """The shoes in which the candidate stood, by their id in the deck of the turn."""
    value: str
    """The value that it is evidence for: the key of a theme of that deck. Empty for none."""
    text: str
    """The words."""
    place: int
    """Its place among the evidence of the turn, which chance decided."""
    seat: str | None = None
    """Who wrote it; null unless it is told with a name."""
    named: bool = False
    """Whether it is told with a name."""
    withheld: bool = False
    """Whether it is kept out of what is passed on."""
