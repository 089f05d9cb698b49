"""Log of a host: times, addresses, kinds of events. Never anybody's words or names.

Also the null output that replaces the standard streams while screens are painted.
"""

from __future__ import annotations

import logging
import sys
from asyncio import AbstractEventLoop
from io import TextIOBase
from typing import Any

from wshoes_tui.errors import place_of_error

log = logging.getLogger("wshoes.host")


def log_to_stderr() -> None:
    """Write the log to standard error: for a host that paints no screen there."""
    handler = logging.StreamHandler(sys.__stderr__)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def hush() -> None:
    """Silence asyncssh's own log, which holds user names and commands."""
    logging.getLogger("asyncssh").setLevel(logging.CRITICAL + 1)


def note_fault(_loop: AbstractEventLoop, context: dict[str, Any]) -> None:
    """Exception handler of the event loop: the standard one prints the words of the error."""
    error = context.get("exception")
    log.error("fault: %s", place_of_error(error) if error is not None else "without an error")


class NullOutput(TextIOBase):
    """Null output: drops every text, which may be somebody's words."""

    encoding = "utf-8"

    def writable(self) -> bool:
        """Whether it can be written to: yes."""
        return True

    def write(self, text: str, /) -> int:
        """Drop the text."""
        return len(text)


OUTLET = NullOutput()
