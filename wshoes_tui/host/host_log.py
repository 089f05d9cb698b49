"""What the host notes: times, addresses, what kind of thing happened. Nobody's words or names."""

from __future__ import annotations

import logging
import sys
from asyncio import AbstractEventLoop
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOBase
from typing import Any

from wshoes_tui.errors import place_of_error

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
    log.error("fault: %s", place_of_error(error) if error is not None else "without an error")


class NullOutput(TextIOBase):
    """Takes every text and keeps none: it may be somebody's words."""

    encoding = "utf-8"

    def writable(self) -> bool:
        """It can be written to."""
        return True

    def write(self, text: str, /) -> int:
        """Let it go."""
        return len(text)


OUTLET = NullOutput()


@contextmanager
def discard_output() -> Iterator[None]:
    """Nothing is printed while hosting lasts; afterwards it is as before."""
    before = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = OUTLET
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
