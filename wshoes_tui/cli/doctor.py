"""What this computer can and cannot do, on standard output."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from wshoes_tui.cli.begin import on_terminal
from wshoes_tui.cli.options import Given
from wshoes_tui.cli.out import as_json, line, paragraph, tell
from wshoes_tui.locale import _
from wshoes_tui.services.doctor import examine
from wshoes_tui.services.doctor.finding import TITLES


def doctor(given: Given) -> int:
    """Everything that was found; status 1 where no session can be held."""
    found = examine(given.settings, on_terminal=on_terminal())
    if given.json:
        as_json(found)
    else:
        for about, ones in groupby(found, attrgetter("about")):
            line(_(TITLES[about]))
            for one in ones:
                paragraph(one.what, "  - ")
                if one.does:
                    paragraph(one.does, "    ")
    obstacle = next((one for one in found if one.stops), None)
    if obstacle is None:
        return 0
    tell(f"{_('No session can be held here.')} {obstacle.what} {obstacle.does}".rstrip())
    return 1
