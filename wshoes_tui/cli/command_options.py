"""The Typer apps, and the arguments and options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

import typer

from wshoes_tui.cli.help_format import CommandHelp, GroupedHelp
from wshoes_tui.domain.models import ORDERS, Order
from wshoes_tui.limits import MOST_TURNS

Work = Callable[[], int]
Function = TypeVar("Function", bound=Callable[..., Work])

HOLD, LOOK, CARRY, DECKS = "Hold a session", "Look back", "Take out and in", "Decks"
DOUBT = "In doubt"

app = typer.Typer(
    cls=GroupedHelp,
    help='A whole "whose shoes" session in the terminal. Alone, wshoes opens at Home.',
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
deck_app = typer.Typer(
    cls=GroupedHelp, help="Look at decks, and check your own.", rich_markup_mode=None
)
app.add_typer(deck_app, name="deck")


def command(
    group: typer.Typer, name: str, panel: str, example: str
) -> Callable[[Function], Function]:
    """Add a command to a group."""
    return group.command(name, cls=CommandHelp, rich_help_panel=panel, epilog=example)


def asks(metavar: str, text: str) -> Any:
    """An argument."""
    return typer.Argument(metavar=metavar, help=text, show_default=False)


def takes(name: str, metavar: str, text: str, **more: Any) -> Any:
    """An option with a value; without one where there is no metavar."""
    return typer.Option(name, metavar=metavar or None, help=text, show_default=False, **more)


DeckName = Annotated[str, asks("DECK", "Its id, the start of it, or a path.")]
SessionName = Annotated[str, asks("SESSION", 'Its id, the start of it, or "last".')]

# The plan of a session is the same, however people come to it.
DeckNames = Annotated[list[str] | None, asks("DECK", "One deck, or several mixed.")]
Turns = Annotated[int | None, takes("--turns", "N", "Turns to plan.", min=1, max=MOST_TURNS)]
InOrder = Annotated[
    Order | None, takes("--order", "/".join(ORDERS), "Who is next; round if not given.")
]
Seed = Annotated[
    int | None, takes("--seed", "N", "Draw as another session with this seed did.", min=0)
]
Programme = Annotated[
    str | None, takes("--programme", "NAME", "The series of sessions it belongs to.")
]
