"""A session that is closed: it can be read, and written to a file."""

from __future__ import annotations

from wshoes_tui.domain.refusal import Refusal
from wshoes_tui.locale import _
from wshoes_tui.plain import summary
from wshoes_tui.plain.stages.stage import Stage


class Closed(Stage):
    """The summary."""

    SCOPE = "closed"

    def tell(self) -> None:
        """The session at a glance."""
        summary.tell(self.out, self.session)

    def question(self) -> str:
        """What can still be done."""
        return _("/export md writes it to a file, /summary says it once more, /leave ends.")

    def take(self, text: str) -> None:  # noqa: ARG002 - it is refused, whatever it is
        """Nothing is added to a closed session."""
        raise Refusal("This session is closed. It can be read, but not changed.")

    def close(self) -> None:
        """It is."""
        raise Refusal("This session is closed. It can be read, but not changed.")
