"""Reading who is here as people type it: "Asha, carer", a pasted list, or just "we are 6"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wshoes_tui.domain.deck import SIDES, Side
from wshoes_tui.domain.value import Refusal, Value, value
from wshoes_tui.flow.answer_parser import number_of_people
from wshoes_tui.flow.labels import SIDE_WORDS
from wshoes_tui.flow.people_lists import PersonEntry, entries_of, is_heading_alone, split_cells
from wshoes_tui.limits import MOST_PEOPLE_AT_ONCE
from wshoes_tui.locale import _

# fmt: off
LIVED = frozenset((
    "person", "patient", "mother", "mum", "dad", "father", "parent", "daughter", "son", "wife",
    "husband", "partner", "family", "carer", "neighbour", "friend", "resident", "tenant",
    "grandmother", "grandfather", "grandparent", "sister", "brother", "citizen", "student",
    "pupil", "applicant",
))
SERVICE = frozenset((
    "nurse", "doctor", "gp", "midwife", "manager", "commissioner", "worker", "social",
    "therapist", "consultant", "receptionist", "officer", "teacher", "planner", "councillor",
    "director", "physio", "pharmacist", "paramedic", "obstetrician", "visitor", "volunteer",
    "staff",
))
# fmt: on


@value()
class Person(Value):
    """Somebody to be given a seat. An empty label becomes "Seat N"."""

    label: str = ""
    role: str = ""
    side: Side | None = None
    needs: str = ""


def read_people(text: str) -> list[Person]:
    """The people named in a text, or only how many they are.

    Between them stands ";" or a new line: "Asha, carer; Tom, nurse, lived, wheelchair user".
    "6" or "there are six of us" are six without names. A list may come from a spreadsheet or
    a document; its bullets, numbers and headings are no people.

    Raises:
        Refusal: it is the heading of a list alone, nobody, or more people than there can be.
    """
    if is_heading_alone(text):
        raise Refusal("That is the heading of a list. Type or paste the people under it.")
    count = number_of_people(text)
    entries = entries_of(text) if count is None else []
    if not 1 <= (count or len(entries)) <= MOST_PEOPLE_AT_ONCE:
        raise Refusal("Say who is here, or a number from 1 to {most}.", most=MOST_PEOPLE_AT_ONCE)
    return [Person()] * count if count else [_person(entry) for entry in entries]


def read_person(text: str) -> Person:
    """One person: "Asha", "Asha, carer" or "Asha, carer, lived, wheelchair user"."""
    text = re.sub(r"[\r\n]+", " ", text.strip())
    return _person(PersonEntry(split_cells(text, "\t" if "\t" in text else ",")))


def says_needs(text: str) -> bool:
    """Whether the line of a person has a part for needs, be it a dash for none."""
    return len([part for part in split_cells(text, ",")[1:] if not _as_side(part.text)]) > 1


def line_of(person: Person) -> str:
    """The line that is read as this person."""
    side = person.side if person.side != side_of(person.role) else None
    head = [_as_cell(person.label), _as_cell(person.role), side or ""]
    for needs in (person.needs, _as_cell(person.needs, quoted=True)):
        line = ", ".join(part for n, part in enumerate((*head, needs)) if part or n == 1)
        line = line.rstrip(", ")
        if read_person(line) == person:
            break
    return line


def _as_cell(text: str, *, quoted: bool = False) -> str:
    if text and (quoted or re.search(r"[,;\t\n|]|^[\"'\u2018\u201c\u00ab]", text)):
        return '"' + text.replace('"', '""') + '"'
    return text


def _person(entry: PersonEntry) -> Person:
    if entry.columns:
        return _person_of_columns(entry)
    label, *rest = entry.texts
    role = "" if not rest or _as_side(rest[0]) else rest[0]
    return _with_side(label, role, rest if rest and _as_side(rest[0]) else rest[1:])


def _person_of_columns(entry: PersonEntry) -> Person:
    """A row under headings. What stands in a column of no known kind is kept among the needs."""
    found: dict[str, list[str]] = {"name": [], "role": [], "more": []}
    columns = [*entry.columns, *[("", "")] * (len(entry.cells) - len(entry.columns))]
    for (kind, heading), text in zip(columns, entry.texts, strict=False):
        if not text or (kind == "number" and re.fullmatch(r"\W*\d+\W*", text)):
            continue
        if kind in ("name", "role"):
            found[kind].append(text)
        elif kind in ("side", "needs") or not heading:
            found["more"].append(text)
        else:
            found["more"].append(f"{heading}: {text}")
    return _with_side(" ".join(found["name"]), ", ".join(found["role"]), found["more"])


def _with_side(label: str, role: str, more: Sequence[str]) -> Person:
    """The person of these parts: a part that is a side is their side, all others are needs."""
    sides = [_as_side(part) for part in more]
    side = next((one for one in sides if one is not None), None)
    at = sides.index(side) if side is not None else -1
    needs = [part for n, part in enumerate(more) if n != at and part.strip("-\u2013\u2014 ")]
    return Person(label, role, side or side_of(role), ", ".join(needs))


def _as_side(text: str) -> Side | None:
    """The side that a part of a line names, exactly; None for any other words."""
    wanted = text.casefold()
    for side in SIDES:
        if wanted in (side, SIDE_WORDS[side].casefold(), _(SIDE_WORDS[side]).casefold()):
            return side
    return None


def side_of(role: str) -> Side | None:
    """The side a role is usually on, or None: a guess that anybody may change."""
    words = set(re.findall(r"\w+", role.casefold()))
    if words & SERVICE:
        return "service"
    return "lived" if words & LIVED else None
