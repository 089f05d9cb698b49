"""Packed fields: what stands in the fields of a draft, kept as one JSON text."""

from __future__ import annotations


def pack(fields: dict[str, str]) -> str:
    """The text to keep for these fields; empty where nothing stands in any."""
    import json

    return json.dumps(fields, ensure_ascii=False) if any(fields.values()) else ""


def unpack(text: str) -> dict[str, str]:
    """The fields of a kept text; none where it was not kept by ``pack``."""
    import json

    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}
