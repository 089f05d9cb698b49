"""What the host notes: times, addresses, what kind of thing happened. Nobody's words or names."""

from __future__ import annotations

import logging
import sys
from asyncio import AbstractEventLoop
from pathlib import PurePath
from typing import Any

log = logging.getLogger("wshoes.host")

OURS = "wshoes_tui"


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


def place_of(error: BaseException) -> str:
    """The type of an error and the line of ours it came from; never its message."""
    place = "an unknown place"
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if OURS in code.co_filename:
            place = f"{PurePath(code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}"


def note_fault(_loop: AbstractEventLoop, context: dict[str, Any]) -> None:
    """What the loop does with an error nobody waited for: the standard way prints its words."""
    error = context.get("exception")
    log.error("fault: %s", place_of(error) if error is not None else "without an error")
