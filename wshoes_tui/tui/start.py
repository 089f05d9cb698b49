"""What the screens begin with. Light, so that the command line can make one without them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from wshoes_tui.domain.value import Value, value

if TYPE_CHECKING:
    from wshoes_tui.services.desk import Started


@value()
class Start(Value):
    """Home, the choice of decks, or straight into a session.

    ``decks`` are names; ``reference`` names a session.
    """

    kind: Literal["home", "choose", "rehearse", "play", "resume"] = "home"
    decks: tuple[str, ...] = ()
    reference: str = ""
    started: Started | None = None
