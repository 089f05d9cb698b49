"""What the host notes: times, addresses, what kind of thing happened. Nobody's words or names."""

from __future__ import annotations

import logging
import sys
from asyncio import AbstractEventLoop
from typing import Any

from wshoes_tui.tui.face import place_of as place_of

log = logging.getLogger("wshoes.host")


def log_to_stderr() -> None:
    """Write the log where whoever started the host sees it. Not where screens are painted."""
    handler = logging.StreamHandler(sys.__stderr__)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def hush() -> None:
    """Silence asyncssh's own log, which holds user names and commands."""
    logging.getLogger("asyncssh").setLevel(logging.CRITICAL + 1)


def note_fault(_loop: AbstractEventLoop, context: dict[str, Any]) -> None:
    """What the loop does with an error nobody waited for: the standard way prints its words."""
    error = context.get("exception")
    log.error("fault: %s", place_of(error) if error is not None else "without an error")
