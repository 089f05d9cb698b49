"""Kept pledge: a pledge, the session that made it, and its history through later sessions."""

from __future__ import annotations

from datetime import date, datetime

from wshoes_tui.domain.models.records import Pledge, PledgeNote, PledgeState, PledgeUpdate
from wshoes_tui.domain.value import Value, replace, value

OPEN_STATES: frozenset[PledgeState] = frozenset(("open", "under_way", "stuck", "changed"))
"""States of a pledge that somebody still means to keep."""


@value(kw_only=True)
class KeptPledge(Value):
    """A pledge with what became of it, as far as the store knows."""

    pledge: Pledge
    """As it stands in its own session, which later ones never change."""
    session: str
    """The session in which it was made."""
    title: str = ""
    """The title of that session."""
    created: datetime
    """When that session was begun."""
    closed: datetime | None = None
    """When it was closed."""
    programme: str = ""
    place: str = ""
    updates: tuple[PledgeUpdate, ...] = ()
    """What later sessions were told of it, by day."""

    @property
    def history(self) -> tuple[PledgeNote, ...]:
        """How it stood, oldest first: its own history, and then what later sessions were told."""
        notes, text = list(self.pledge.history), self.pledge.text
        for one in self.updates:
            was = text if one.text and one.text != text else ""
            notes.append(PledgeNote(on=one.on, state=one.state, note=one.note, was=was))
            text = one.text or text
        return tuple(notes)

    @property
    def state(self) -> PledgeState:
        """How it stands."""
        return self.updates[-1].state if self.updates else self.pledge.state

    @property
    def is_open(self) -> bool:
        """Whether somebody still means to keep it."""
        return self.state in OPEN_STATES

    @property
    def text(self) -> str:
        """Its wording, as it was changed last."""
        return next((one.text for one in self.updates[::-1] if one.text), self.pledge.text)

    @property
    def since(self) -> date | None:
        """The day since which it stands as it does; None where nobody noted one."""
        return self.history[-1].on if self.history else None

    def with_update(self, update: PledgeUpdate | None) -> KeptPledge:
        """The same with one more update, where there is one."""
        return self if update is None else replace(self, updates=(*self.updates, update))
