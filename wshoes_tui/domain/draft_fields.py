"""Drafts of several fields: what stands in each, kept as one text; and the words of commands."""

from __future__ import annotations

from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    AddSlip,
    Command,
    GiveFeedback,
    HandIn,
    KeepDraft,
    ParkTopic,
    PlaceCard,
    Say,
)
from wshoes_tui.domain.models import Draft

OF_SEVERAL = ("lightbulb", "pledge", "park", "wild", "slip", "why")
"""The kinds of draft that hold several fields."""


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


def words_in(draft: Draft) -> str:
    """The words of a draft as somebody would read them, whatever fields they stand in."""
    if draft.kind == "slip":
        return unpack(draft.text).get("text", "")
    if draft.kind in OF_SEVERAL and (fields := unpack(draft.text)):
        return " · ".join(words for words in fields.values() if words.strip())
    return draft.text


def words_of(command: Command) -> list[str]:
    """The texts of people that stand in a command, in the order of their fields."""
    match command:
        case KeepDraft():
            several = unpack(command.text) if command.kind in OF_SEVERAL else {}
            if command.kind == "slip":
                several = {"text": several.get("text", "")}
            texts = [*several.values()] or [command.text]
        case AddLightbulb():
            texts = [command.used_to_think, command.now_see]
        case AddPledge():
            day = command.by_when.isoformat() if command.by_when else ""
            texts = [command.text, command.owner, day, command.condition]
        case AddSlip():
            texts = [command.text, command.name]
        case PlaceCard():
            texts = [command.title, command.text]
        case Say() | HandIn() | ParkTopic() | GiveFeedback():
            texts = [command.text]
        case _:
            texts = []
    return [text for text in texts if text.strip()]
