"""The line in which a facilitator sees how people at screens of their own are doing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from wshoes_tui.domain.text import one_line
from wshoes_tui.locale import _
from wshoes_tui.services.people_apart import people_told

if TYPE_CHECKING:
    from wshoes_tui.services.circle import Circle


class PeopleLine(Widget):
    """Who writes, who is done, who has a hand up; before the first card, how to join."""

    DEFAULT_CSS = """
    PeopleLine { height: auto; padding: 0 2; margin-top: 1; }
    .-narrow PeopleLine { padding: 0; margin-top: 0; }
    .-low PeopleLine { margin-top: 0; }
    """

    def __init__(self, circle: Circle) -> None:
        super().__init__()
        self._circle = circle
        self._told = ""

    def show(self) -> None:
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
