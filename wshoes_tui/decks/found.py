"""A deck that was found in a folder, sound or not."""

from __future__ import annotations

from wshoes_tui.domain.listing import Listed
from wshoes_tui.domain.value import Value, value

SUFFIXES = (".yaml", ".yml")
"""How the names of deck files end."""


@value()
class Found(Value):
    """A deck of a folder. ``original`` is the id it is a translation of, or its own.

    ``beside`` is the file of that original as it was when the row was made.
    """

    row: Listed
    original: str = ""
    double: bool = False
    is_translation: bool = False
    beside: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What shadows what; things without a name of their own shadow nothing."""
        if self.double or not self.row.id:
            return str(self.row.path), ""
        return self.row.id, self.row.language.lower()
