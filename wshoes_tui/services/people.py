"""Reading who is here as people type it: "Asha, carer", or just "we are 6"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wshoes_tui.domain.deck import Side

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
MOST_SEATS = 200


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to be given a seat. An empty label becomes "Seat N"."""

    label: str = ""
    role: str = ""
    side: Side | None = None


def read_people(text: str) -> list[Person]:
    """The people named in a text: ";" or a new line between them, or only how many they are.

    "Asha, carer; Tom, nurse" are two with a role each; "6" or "we are 6" are six without
    names. After a second comma may stand the side: "Sam, planner, lived".
    """
    text = text.strip()
    count = re.fullmatch(r"(?:we are |us )?(\d{1,3})(?: people| of us)?", text, re.IGNORECASE)
    if count:
        return [Person() for _ in range(min(int(count[1]), MOST_SEATS))]
    return [read_person(part) for part in re.split(r"[;\n]", text) if part.strip()]


def read_person(text: str) -> Person:
    """One person: "Asha", "Asha, carer" or "Asha, carer, lived"."""
    label, _, rest = (part.strip() for part in text.partition(","))
    role, _, side = (part.strip() for part in rest.partition(","))
    named: Side | None = None
    if side.casefold() in ("lived", "service"):
        named = "lived" if side.casefold() == "lived" else "service"
    return Person(label, role, named or side_of(role))


def side_of(role: str) -> Side | None:
    """The side a role is usually on, or None: a guess that anybody may change."""
    words = set(re.findall(r"\w+", role.casefold()))
    if words & SERVICE:
        return "service"
    return "lived" if words & LIVED else None
