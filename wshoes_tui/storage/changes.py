"""What a transition comes down to: each record that changed, once."""

from __future__ import annotations

from collections.abc import Iterable

from wshoes_tui.domain.engine import find
from wshoes_tui.domain.models import Record, Transition
from wshoes_tui.domain.records import KEEP_ORDER, KINDS

Pair = tuple[Record | None, Record | None]
"""A record before and after; None where there was or is none, never both."""


def net_changes(transition: Transition) -> list[Pair]:
    """Each record that changed: as it was before the transition and as it is after."""
    touched = (change.after or change.before for change in transition.changes)
    each = {(type(record), record.id): record for record in touched if record is not None}
    pairs = (
        (
            find(transition.before, type(record), record.id),
            find(transition.session, type(record), record.id),
        )
        for record in in_writing_order(each.values())
    )
    return [(before, after) for before, after in pairs if before != after]


def in_writing_order(records: Iterable[Record]) -> list[Record]:
    """By kind and, within most kinds, by id.

    A file tells in what order rows were put into it; an id is random and tells nothing.
    """
    kinds = list(KINDS.values())

    def place(record: Record) -> tuple[int, str]:
        return kinds.index(type(record)), "" if isinstance(record, KEEP_ORDER) else record.id

    return sorted(records, key=place)
