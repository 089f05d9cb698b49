"""What people call a session, and the order in which sessions are listed."""

from __future__ import annotations

from collections.abc import Sequence

from wshoes_tui.domain.listing import SessionLine
from wshoes_tui.errors import NotFoundError


def newest_first(line: SessionLine) -> tuple[float, float, str]:
    """The order of sessions in a list: the one saved last first."""
    return -line.saved.timestamp(), -line.created.timestamp(), line.id


def the_one(reference: str, ids: Sequence[str]) -> str:
    """The id meant by an id, an unambiguous prefix of one, or "last", the first of ``ids``.

    Raises:
        NotFoundError: none or more than one is meant.
    """
    wanted = reference.strip().lower()
    if wanted == "last" and ids:
        return ids[0]
    if wanted in ids:
        return wanted
    meant = [one for one in ids if wanted and one.startswith(wanted)]
    if len(meant) > 1:
        raise NotFoundError(
            f"{len(meant)} sessions begin like that.", todo="Type a few more characters of the id."
        )
    if not meant:
        raise not_found()
    return meant[0]


def not_found() -> NotFoundError:
    """No session answers to that."""
    return NotFoundError(
        "There is no such session.", todo='See "wshoes sessions" for those there are.'
    )
