"""Generator of the JSON Schema (2020-12) of exported sessions: ``session.schema.json``.

    python -m tests.json_schema

Fields, types and texts come from the record dataclasses: the text is the string below a field,
or the first paragraph of a class. What no type says (which strings are ids, which numbers have
a limit) follows from the names of fields, with the patterns and limits that the reader checks.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import wshoes_tui.export
from wshoes_tui.domain.deck import COLOURS, Card, Deck
from wshoes_tui.domain.models import Header, Record, Session
from wshoes_tui.domain.version_vector import WRITER
from wshoes_tui.export.json_format import COMMITS, ERASED, FORMAT, RECORDS, VERSION
from wshoes_tui.export.json_reader import UUID
from wshoes_tui.export.json_rules import (
    HIGHEST_RATING,
    LANGUAGE,
    LONGEST_SLUG,
    MARK,
    MOST_TENDER,
    REFERENCES,
    SLUG,
)
from wshoes_tui.export.redact import Withheld

SCHEMA = Path(wshoes_tui.export.__file__).with_name("session.schema.json")
Part = dict[str, Any]

VALUES: dict[str, Part] = {
    "uuid": {
        "type": "string",
        "format": "uuid",
        "pattern": f"^{UUID.pattern}$",
        "description": "A UUID in lower-case letters.",
    },
    "slug": {
        "type": "string",
        "pattern": f"^{SLUG.pattern}$",
        "maxLength": LONGEST_SLUG,
        "description": "Lower-case letters and digits, with hyphens between.",
    },
    "time": {
        "type": "string",
        "format": "date-time",
        "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z$",
        "description": "A moment: ISO 8601, in UTC, ending in Z.",
    },
    "day": {
        "type": "string",
        "format": "date",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "description": "A day: year, month and day.",
    },
}
UUIDS = {*REFERENCES, "parent"}
SLUGS = {"id", "key", "theme", "themes", "deck", "card", "shoes", "opposite", "translation_of"}
STRINGS: dict[str, Part] = {
    "language": {"type": "string", "pattern": f"^{LANGUAGE.pattern}$"},
    "mark": {"type": "string", "pattern": f"^{MARK.pattern}$"},
    "colour": {"enum": list(COLOURS)},
    "why": {"type": "string", "minLength": 1},
}
"""Strings of a special shape, by the names of their fields."""
NUMBERS: dict[str, Part] = {
    "number": {"minimum": 1},
    "seed": {},
    "tender": {"minimum": 0, "maximum": MOST_TENDER},
    "value": {"minimum": 0, "maximum": HIGHEST_RATING},
}
"""Limits of numbers, by the names of their fields. All others are 0 or more."""
TEXTS = {
    "format": "Says that this is a session.",
    "version": "The version of this format. Version 1 had no offers in decks, "
    "marks of one letter alone, and no list of what was erased.",
    "session": "The session itself.",
    "cards": "The cards that turns were taken on, whole.",
    "withheld": "What was left out of this file, and why.",
    "commits": "How many commits of each writer it contains: which of two files is newer.",
    "record": "The deck's place in this session.",
}
"""What the file has and no record."""
CARD_DECK: Part = {
    "$ref": "#/$defs/slug",
    "description": "The id of its deck; for a card of the group's own, the deck whose shoes it is "
    "played in.",
}


def schema() -> Part:
    """The whole schema."""
    lists = {"decks": Deck, "cards": Card, **RECORDS, "withheld": Withheld}
    texts = field_texts(Session) | TEXTS
    top: Part = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "session": _ref(Header),
        **{name: {"type": "array", "items": _ref(kind)} for name, kind in lists.items()},
        ERASED: {"type": "array", "items": {"$ref": "#/$defs/uuid"}},
        COMMITS: {
            "type": "object",
            "propertyNames": {"type": "string", "pattern": f"^({WRITER.pattern})$"},
            "additionalProperties": {"type": "integer", "minimum": 0},
        },
    }
    kinds = dict.fromkeys(_with_inner([Header, *lists.values()]))
    definitions = {_name(kind): _of_kind(kind) for kind in kinds}
    definitions["card"] = _of_kind(Card, more={"deck": CARD_DECK})
    place = {**_of_kind(Record), "description": TEXTS["record"]}
    definitions["deck"] = _of_kind(Deck, but="cards", more={"record": place})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:wshoes:session:{VERSION}",
        "title": f"wshoes session, version {VERSION}",
        "description": "A whole session, exported by wshoes.",
        **_object({name: {**part, "description": texts[name]} for name, part in top.items()}),
        "$defs": VALUES | definitions,
    }


def field_texts(kind: type[Any]) -> dict[str, str]:
    """The text below each field of a class and of those that it inherits from, on one line."""
    found: dict[str, str] = {}
    for one in reversed(kind.__mro__):
        if "__annotations__" not in vars(one):
            continue
        [tree] = ast.parse(textwrap.dedent(inspect.getsource(one))).body
        assert isinstance(tree, ast.ClassDef)
        for field, text in zip(tree.body, tree.body[1:], strict=False):
            match field, text:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(told))),
                ):
                    found[name] = " ".join(told.split())
    return found


def _with_inner(kinds: Iterable[type[Any]]) -> Iterable[type[Any]]:
    """These dataclasses, and those that stand in their lists."""
    for kind in kinds:
        yield kind
        inner = [part for hint in get_type_hints(kind).values() for part in get_args(hint)]
        yield from _with_inner(part for part in inner if is_dataclass(part))  # type: ignore[misc]


def _of_kind(kind: type[Any], *, but: str = "", more: Mapping[str, Part] | None = None) -> Part:
    texts, hints = field_texts(kind), get_type_hints(kind)
    known = [field for field in fields(kind) if field.name != but]
    parts = {
        field.name: {
            **_of_type(field.name, hints[field.name], kind, optional=field.default == ""),
            "description": texts.get(field.name, ""),
        }
        for field in known
    }
    told = " ".join((kind.__doc__ or "").split("\n\n")[0].split())
    return {"description": told, **_object(parts | dict(more or {}))}


def _of_type(name: str, hint: Any, kind: type[Any], *, optional: bool = False) -> Part:
    """The schema of one value: of the field ``name`` of a dataclass, or of an item in it."""
    inner = get_args(hint)
    match get_origin(hint):
        case origin if origin in (Union, UnionType):
            [one] = (part for part in inner if part is not NoneType)
            part = _of_type(name, one, kind)
            return _or(part, {"type": "null"}, None)
        case origin if origin is Literal:
            return {"enum": list(inner)}
        case origin if origin is tuple:
            return {"type": "array", "items": _of_type(name, inner[0], kind)}
        case origin if origin is not None:
            one = _of_type(name, inner[1], kind)
            return {"type": "object", "propertyNames": one, "additionalProperties": one}
    if is_dataclass(hint):
        return _ref(hint)
    if hint is str:
        part = _of_string(name, kind)
        return _or(part, {"const": ""}, "") if optional and "$ref" in part else part
    if hint is int:
        least = 1 if (name, issubclass(kind, Record)) == ("revision", True) else 0
        return {"type": "integer", **NUMBERS.get(name, {"minimum": least})}
    return {
        bool: {"type": "boolean"},
        datetime: {"$ref": "#/$defs/time"},
        date: {"$ref": "#/$defs/day"},
    }[hint]


def _of_string(name: str, kind: type[Any]) -> Part:
    if name in UUIDS or (name == "id" and issubclass(kind, Record | Withheld)):
        return {"$ref": "#/$defs/uuid"}
    if name in SLUGS:
        return {"$ref": "#/$defs/slug"}
    return STRINGS.get(name, {"type": "string"})


def _or(part: Part, other: Part, value: object) -> Part:
    if "enum" in part:
        return {"enum": [*part["enum"], value]}
    return {"anyOf": [part, other]}


def _ref(kind: type[Any]) -> Part:
    return {"$ref": f"#/$defs/{_name(kind)}"}


def _name(kind: type[Any]) -> str:
    """ "ParkedTopic" as "parked_topic"."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def _object(parts: Part) -> Part:
    return {
        "type": "object",
        "properties": parts,
        "required": list(parts),
        "additionalProperties": False,
    }


def text() -> str:
    """The schema as the file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SCHEMA.write_text(text(), encoding="utf-8")
