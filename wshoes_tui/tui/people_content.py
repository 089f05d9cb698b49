"""The line in which a facilitator sees how people at screens of their own are doing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from wshoes_tui.domain.models import Seat
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow.labels import SEAT_WORDS, SIDE_WORDS
from wshoes_tui.hub.roster import people_told
from wshoes_tui.locale import N_, _
from wshoes_tui.tui.content import joined_content, one_line_content

if TYPE_CHECKING:
    from wshoes_tui.hub.session_hub import SessionHub

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
    return joined_content(
        f"{seat.number:>2}  ", one_line_content(seat.label, "bold"), "   ", one_line_content(about)
    )


class PeopleLine(Widget):
    """Who writes, who is done, who has a hand up; before the first card, how to join."""

    DEFAULT_CSS = """
    PeopleLine { height: auto; padding: 0 2; margin-top: 1; }
    .-narrow PeopleLine { padding: 0; margin-top: 0; }
    .-low PeopleLine { margin-top: 0; }
    """

    def __init__(self, hub: SessionHub) -> None:
        super().__init__()
        self._circle = hub
        self._told = ""

    def show_people(self) -> None:
        """Bring the line up to date."""
        told = one_line(self._asking() or people_told(self._circle))
        if told != self._told:
            self._told = told
            self.refresh(layout=True)

    def _asking(self) -> str:
        """Who asks to be let in, and the keys for it on this screen."""
        if not self._circle.asking:
            return ""
        name = self._circle.asking[0].told
        if getattr(self.screen, "SCOPE", "") == "people":
            return _(
                "{name} asks to come back to their seat: v lets them in, d does not", name=name
            )
        return _("{name} asks to come back to their seat: h, then v to let them in", name=name)

    def render(self) -> Content:
        """The line."""
        to_be_read_out = self._told == self._circle.joining.line
        return Content.styled(self._told, "bold" if to_be_read_out else "dim")
