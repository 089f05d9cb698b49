"""Hosting from Home: who may join is asked, then this program becomes the host.

A host is another run of the program, with an event loop and a memory allocator of its own, so the
app ends and the process executes ``wshoes host`` with the same settings.
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from wshoes_tui.domain.value import replace
from wshoes_tui.locale import N_, _
from wshoes_tui.settings import Settings
from wshoes_tui.tui.content import one_line_content
from wshoes_tui.tui.screens.choice_sheets import ChoiceSheet

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import FacilitatorSessionApp

EVERYBODY, THIS_COMPUTER = "0.0.0.0", "127.0.0.1"  # noqa: S104 - it is asked
WHO_CAN_JOIN = {
    EVERYBODY: N_("Everybody in this network"),
    THIS_COMPUTER: N_("This computer alone, to try it"),
}
LACKS_HOST = N_('Hosting needs one more part. Leave and type: pip install "wshoes[host]"')


async def host_from_screen(app: FacilitatorSessionApp) -> None:
    """Ask who can join, and leave the app to host."""
    if find_spec("asyncssh") is None:
        app.say(_(LACKS_HOST))
        return
    rows = [(address, one_line_content(_(told))) for address, told in WHO_CAN_JOIN.items()]
    chosen = await app.push_screen_wait(ChoiceSheet(_("Who can join, each at a screen?"), rows))
    if chosen is None:
        return
    app.start = replace(app.start, then=("host", "--bind", chosen))
    await app.leave()


def run_again(settings: Settings, words: tuple[str, ...]) -> None:
    """Execute this program anew with a command and the same settings; does not return.

    Args:
        words: the command and its options.
    """
    command = [sys.executable, "-m", "wshoes_tui", *words_of(settings), *words]
    os.execv(sys.executable, command)  # noqa: S606 - the same program


def words_of(settings: Settings) -> list[str]:
    """The options of the command line that make these settings."""
    words = ["--data", str(settings.data.root)]
    for name, value in (
        ("--database", settings.database),
        ("--lang", settings.language),
        ("--contrast", settings.contrast),
        *(("--decks", str(folder)) for folder in settings.decks),
    ):
        words += [name, value] if value else []
    switches = {
        "--easy": settings.easy,
        "--ascii": settings.ascii,
        "--mono": settings.mono,
        "--slow-line": settings.slow,
    }
    return words + [name for name, on in switches.items() if on]
