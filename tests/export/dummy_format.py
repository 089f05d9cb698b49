"""A format for tests of the registry: three made-up lines about a session."""

from __future__ import annotations

from wshoes_tui.domain.models import Session
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
