"""What the page of people says: seats -> content. No widget, no state."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from wshoes_tui.domain.models import Seat
from wshoes_tui.locale import N_, _, many
from wshoes_tui.services.wording import SEAT_WORDS, SIDE_WORDS
from wshoes_tui.tui.prose import join, line

SURE = N_(
    "That closes the seat of {who}: their key opens nothing any more. Their words are kept. "
    "Esc, then x once more does it."
)


def lead(*, hosted: bool) -> str:
    """How people come to be in the list."""
    if hosted:
        return _(
            "Read out the line at the bottom: people who type it come in by themselves. "
            "Type only the names of those who have no screen of their own."
        )
    return _(
        "Type a name and press Enter, one person at a time. A role may follow: "
        "Asha, carer. Or type how many you are, for a group without names."
    )


def seat_row(seat: Seat, more: Sequence[str] = ()) -> Content:
    """A seat in one line, with what more there is to know of it."""
    side = _(SIDE_WORDS[seat.side]) if seat.side else ""
    state = _(SEAT_WORDS[seat.state]) if SEAT_WORDS[seat.state] else ""
    about = ", ".join(part for part in (seat.role, side, seat.needs, state, *more) if part)
    return join(f"{seat.number:>2}  ", line(seat.label, "bold"), "   ", line(about))


def many_people(count: int) -> str:
    """How many are here."""
    return many("{count} person", "{count} people", count) if count else ""
