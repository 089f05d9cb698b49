"""The window is too small to work in."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from wshoes_tui.locale import _


class TooSmall(ModalScreen[None]):
    """Goes away by itself when the window grows."""

    DEFAULT_CSS = "TooSmall { background: ansi_default; }"
    tells_too_small = True

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Static(
            _("This window is too small. Make it larger: 40 by 20 is enough. All is kept."),
            markup=False,
        )
