"""A format for tests of the registry: three made-up lines about a session."""

from __future__ import annotations

import time
from itertools import count

from wshoes_tui.domain.models import Session
from wshoes_tui.export.export_progress import counted
from wshoes_tui.export.formats import Format

DUMMY = Format(
    name="dummy",
    suffix=".dummy",
    label="A format that only tests know",
    purpose="to be found",
    renderer="tests.export.dummy_format:to_dummy",
)
BYTES = Format(
    name="bytes",
    suffix=".bin",
    label="A format that is no text",
    purpose="to be refused by standard output",
    renderer="tests.export.dummy_format:to_bytes",
    is_text=False,
)


def to_dummy(session: Session) -> str:
    """How many people and responses there were."""
    return f"dummy\n{len(session.seats)} people\n{len(session.responses)} responses\n"


def to_bytes(session: Session) -> bytes:
    """The same, as bytes that are no UTF-8."""
    return b"\xff" + to_dummy(session).encode()


def to_endless(_session: Session) -> str:
    """A text that takes until somebody stops it."""
    for _number in counted(count()):
        time.sleep(0.001)
    raise AssertionError("endless")
