"""The lightest app there is, one line of text: what every ratio is measured against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

READY = "Ready"


class Bare(App[None]):
    """One Static."""

    BINDINGS = [("q", "quit", "Leave")]

    def compose(self) -> ComposeResult:
        """Show the one line."""
        yield Static(READY)


if __name__ == "__main__":
    Bare().run()
