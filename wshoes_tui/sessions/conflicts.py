"""Conflicts of gathering: does what was decided about two copies of a session.

The result is newer than both copies, so that every machine that gathers it takes it. What is
replaced here goes to a JSON export first, which ``gather`` could take in again.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.domain.merge import are_two_candidates, settled
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.value import Refusal
from wshoes_tui.domain.version_vector import new_writer
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.conflict_flow import Conflict
from wshoes_tui.locale import N_

if TYPE_CHECKING:
    from wshoes_tui.sessions.session_library import SessionLibrary

CHANGED_SINCE = N_("This session has changed meanwhile. Gather once more.")
DOES_NOT_FIT = N_(
    "These parts do not fit together: something kept belongs to something that is not. Nothing "
    "was changed. Take more of it from the same side."
)
TWO_CANDIDATES = N_(
    "Two candidates were heard on these copies, and nothing of one may stand in the record of "
    "another. Nothing was changed. Keep all as it is here, or take all as it is there."
)


def settle(library: SessionLibrary, conflict: Conflict, taken: Collection[str]) -> Path | None:
    """Keep the present session, with some records as they are in the other copy.

    Args:
        taken: the ids of the records of ``conflict.differing`` that are taken from there; where
            the other copy does not have one it goes. Of none, the present session stays.

    Returns:
        The file with the session as it was here; None where nothing of it was replaced.

    Raises:
        Refusal: the session has changed meanwhile, or what was chosen does not fit together.
        BusyError: it is open elsewhere.
        StoreError: it could not be kept; nothing was changed.
    """
    from wshoes_tui.sessions.session_library import write_session

    store = library.store
    lock = library.locker(conflict.session_id)
    try:
        merged = store.compare(conflict.other)
        if merged.outcome != "conflict" or merged.differing != conflict.differing:
            raise Refusal(CHANGED_SINCE)
        ids = {one.id for pair in conflict.differing for one in (pair.present, pair.other) if one}
        if not (ids.isdisjoint(taken) or ids <= {*taken}) and are_two_candidates(
            merged.session, conflict.other
        ):
            raise Refusal(TWO_CANDIDATES)
        result = settled(merged.session, conflict.other, frozenset(taken), new_writer())
        _must_fit(result)
        present = store.load(conflict.session_id)
        replaced = any(one.present and one.present.id in taken for one in conflict.differing)
        path = write_session(present, "json", everything=True) if replaced else None
        if store.take_in(result, "", held=True).outcome != "updated":
            raise Refusal(CHANGED_SINCE)
    finally:
        lock.__exit__(None, None, None)
    return path


def _must_fit(session: Session) -> None:
    """Refuse a session that the strict reader of exports would not take."""
    from wshoes_tui.export.json_format import session_from_json, to_json

    try:
        session_from_json(to_json(session))
    except WshoesError:
        raise Refusal(DOES_NOT_FIT) from None
