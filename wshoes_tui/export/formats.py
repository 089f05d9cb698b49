"""Registry of export formats: one entry a format, each renderer imported when asked for.

A further format is one more entry in ``FORMATS``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from wshoes_tui.domain.models import Session

Renderer = Callable[[Session], str | bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a session down. ``render`` gives text, or bytes that are no text."""

    suffix: str
    render: Renderer


def _markdown(session: Session) -> str:
    from wshoes_tui.export.markdown_format import to_markdown

    return to_markdown(session)


def _json(session: Session) -> str:
    from wshoes_tui.export.json_format import to_json

    return to_json(session)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {"md": Format(".md", _markdown), "json": Format(".json", _json)}
)
"""Every format by its name."""
