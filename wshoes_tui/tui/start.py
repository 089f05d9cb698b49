"""What the screens begin with. Light, so that the command line can make one without them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from wshoes_tui.services.desk import Started


@dataclass(frozen=True, slots=True)
class Start:
    """Home, the choice of decks, or straight into a session.

    ``decks`` are names; ``reference`` names a session.
    """

    kind: Literal["home", "choose", "rehearse", "play", "resume"] = "home"
    decks: tuple[str, ...] = ()
    reference: str = ""
    started: Started | None = None
