"""Days and lists as people say them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Session
from wshoes_tui.export.markdown_escape import inline
from wshoes_tui.locale import _

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def day(when: date) -> str:
    """A day, as "24 November 2026"."""
    return f"{when.day} {_(MONTHS[when.month - 1])} {when.year}"


def shoes_name(session: Session, shoes: Shoes) -> str:
    """The name of shoes, escaped; where several decks were played, with their mark."""
    name = inline(shoes.name)
    return f"{name} ({inline(shoes.mark)})" if len(session.decks) > 1 else name


def all_of(names: Sequence[str]) -> str:
    """Names in a sentence: "a", "a and b", "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return _("{some} and {last}", some=", ".join(names[:-1]), last=names[-1])


def none_of(names: Sequence[str]) -> str:
    """Names in a sentence that denies them: "a", "a or b", "a, b or c"."""
    if len(names) < 2:
        return "".join(names)
    return _("{some} or {last}", some=", ".join(names[:-1]), last=names[-1])
