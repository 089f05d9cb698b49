"""Who is here, as typed and as pasted: everybody has a seat, and nothing typed is dropped."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.people_parser import (
    Person,
    line_of,
    read_people,
    read_person,
    says_needs,
)
from wshoes_tui.limits import MOST_PEOPLE_AT_ONCE

ASHA, TOM, EIRA = Person("Asha"), Person("Tom"), Person("Eira")
CARER = Person("Asha", "carer", "lived")
NURSE = Person("Tom", "nurse", "service")
WHEELS = Person("Asha", "carer", "lived", "wheelchair user")


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("Asha", [ASHA]),
        ("Asha, carer; Tom, nurse", [CARER, NURSE]),
        ("Asha, carer, wheelchair user", [WHEELS]),
        ("Asha, carer, lived, wheelchair user", [WHEELS]),
        ("Asha, carer, wheelchair user, lived", [WHEELS]),
        ("Asha, carer, works in it, ramp", [Person("Asha", "carer", "service", "ramp")]),
        ("Asha, lived", [Person("Asha", "", "lived")]),
        ("Asha, lived, ramp", [Person("Asha", "", "lived", "ramp")]),
        ("Asha, , ramp, large print", [Person("Asha", "", None, "ramp, large print")]),
        ("Sam, planner, sideways", [Person("Sam", "planner", "service", "sideways")]),
        (", nurse", [Person("", "nurse", "service")]),
        ("6", [Person()] * 6),
        ("there are six of us", [Person()] * 6),
        # spreadsheets and files of values
        ("Name\tRole\r\nAsha\tcarer\r\nTom\tnurse\r\n", [CARER, NURSE]),
        ("Rôle\tNom\tBesoins d'accès\ncarer\tAsha\twheelchair user", [WHEELS]),
        ("Enw\tSwydd\tAnghenion\nAsha\tcarer\t\nTom\tnurse", [CARER, NURSE]),
        ("Nombre;Rol;Necesidades\nAsha;carer;wheelchair user;", [WHEELS]),
        ("Nome,Função,Necessidades\nAsha,carer,wheelchair user", [WHEELS]),
        ("No.\tName\tNeeds\n1\tAsha\tramp", [Person("Asha", "", None, "ramp")]),
        ("Name\tEmail\nAsha\ta@b.org", [Person("Asha", "", None, "Email: a@b.org")]),
        ("First name\tSurname\tRole\nTom\tEvans\tnurse", [Person("Tom Evans", "nurse", "service")]),
        ("Asha\tcarer\twheelchair user", [WHEELS]),
        ("1\tAsha\tcarer\n2\tTom\tnurse", [CARER, NURSE]),
        ("Asha\tcarer\t\tramp; lift", [Person("Asha", "carer", "lived", "ramp; lift")]),
        (
            '"Evans, Asha",carer,"ramp, ""quiet"" room"\nTom,nurse',
            [Person("Evans, Asha", "carer", "lived", 'ramp, "quiet" room'), NURSE],
        ),
        ('Asha,carer,"ramp\nand lift"', [Person("Asha", "carer", "lived", "ramp and lift")]),
        ('"Asha, carer\nTom, nurse', [Person('"Asha', "carer", "lived"), NURSE]),
        ("| Name | Role |\n|---|---|\n| Asha | carer |\n| Tom | nurse |", [CARER, NURSE]),
        ("Name\nAsha\nTom", [ASHA, TOM]),
        # documents
        ("1. Asha, carer\n2) Tom, nurse\n(3) Eira", [CARER, NURSE, EIRA]),
        ("1 Asha\n2 Tom\n3 Eira", [ASHA, TOM, EIRA]),
        ("a) Asha\nb) Tom\niii) Eira", [ASHA, TOM, EIRA]),
        ("• Asha\n- Tom\n– Eira", [ASHA, TOM, EIRA]),
        ("* Asha, carer,\n\n* Tom, nurse;\n", [CARER, NURSE]),
        ("- [ ] Asha\n- [x] Tom\n☐ Eira", [ASHA, TOM, EIRA]),
        ("o\tAsha\n\uf0b7\tTom", [ASHA, TOM]),
        ("Asha,\nTom,\nand Eira", [ASHA, TOM, EIRA]),
        ("Asha\ny Tom\n& Eira", [ASHA, TOM, EIRA]),
        ("Asha and Tom; Eira", [ASHA, TOM, EIRA]),
        ("Asha y Tom", [ASHA, TOM]),
        ("\u201cAsha\u201d, carer; \u00abTom\u00bb, nurse", [CARER, NURSE]),
        ("\ufeff Asha\u2028Tom", [ASHA, TOM]),
    ],
)
def test_people_are_read_however_they_come(typed: str, people: list[Person]) -> None:
    assert read_people(typed) == people


@pytest.mark.parametrize(
    "name",
    ["Mary-Jane O'Neil", "Dr. Smith", "3M rep", "Team 2", "2 Tom", "A. Jones",
     "José Ortega y Gasset", "Mr and Mrs Jones", "Marks & Spencer rep", "Joe (night shift)",
     "R2-D2", "10:30 group", "d'Arc", "Ng", "李", "Nom Nom", "Andy", "e", "🙂", "Person",
     "Rock and roll"],
)  # fmt: skip
def test_a_name_stays_a_name(name: str) -> None:
    assert [person.label for person in read_people(name)] == [name]


@pytest.mark.parametrize(
    "text", ["0", "201", "1000", "", " \n", "-\n•", "Name\tRole", "Nom, Rôle, Besoins", "x\n" * 201]
)
def test_what_names_nobody_is_told(text: str) -> None:
    with pytest.raises(Refusal):
        read_people(text)
    assert len(read_people(str(MOST_PEOPLE_AT_ONCE))) == MOST_PEOPLE_AT_ONCE


NAMES = st.from_regex(r"[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz0-9'.-]{1,8}", fullmatch=True)
WORDS = st.from_regex(r"[b-df-hj-np-tv-xz0-9]{2,6}( [a-z0-9'/+-]{1,6})?", fullmatch=True)
ROWS = st.tuples(NAMES, WORDS | st.just(""), st.lists(WORDS, max_size=2).map(", ".join))
LAYOUTS: tuple[Callable[[int, str, str, str], str], ...] = (
    lambda _n, *cells: ", ".join(cells),
    lambda _n, *cells: "\t".join(cells),
    lambda n, *cells: f"{n}. " + ", ".join(cells),
    lambda n, *cells: f"{n}\t" + "\t".join(cells),
    lambda _n, *cells: "• " + ", ".join(cells) + ",",
    lambda _n, *cells: "- [ ] " + ", ".join(cells),
    lambda _n, *cells: ",".join(f'"{cell}"' for cell in cells),
)


@given(st.lists(ROWS, min_size=1, max_size=4), st.sampled_from(LAYOUTS), st.sampled_from("\n;"))
def test_a_list_of_any_layout_gives_back_its_people(
    rows: list[tuple[str, str, str]], layout: Callable[[int, str, str, str], str], between: str
) -> None:
    lines = [layout(n, *row) for n, row in enumerate(rows, 1)]
    text = ("\n" if "\t" in lines[0] else between).join(lines)
    found = [(person.label, person.role, person.needs) for person in read_people(text)]
    assert found == rows


@settings(max_examples=300)
@given(st.text("BDFGbdfg379,;\t\n\"'\u201c.-•*| ", max_size=60))
@example('B,"d\n')
@example('"B"d","f')
@example("1.B\n1:d")
def test_no_letter_that_is_typed_is_dropped(text: str) -> None:
    """The letters are such that no word of a list can come of them: no heading, no "and"."""
    try:
        people = read_people(text)
    except Refusal:
        assert not re.search("[BDFGbdfg]", text)
        return
    kept = " ".join(part for p in people for part in (p.label, p.role, p.needs))
    for word in re.findall(r"\w*[BDFGbdfg]\w*", text):
        assert word in kept
    assert letters(kept) == letters(text)


def letters(text: str) -> list[str]:
    return sorted(re.findall("[BDFGbdfg]", text))


PARTS = st.text("Bd3 ,\"';-.", max_size=8).map(str.strip)


@given(PARTS.filter(bool), PARTS, st.sampled_from([None, "lived", "service"]), PARTS)
@example("Evans, Asha", "carer", "service", 'lived, "quiet"')
@example("Asha", "", None, "ramp")
def test_the_line_of_a_person_is_read_as_that_person(
    label: str, role: str, side: str | None, needs: str
) -> None:
    person = read_person(line_of(Person(label, role, None, needs)))
    whole = Person(person.label, person.role, side or person.side, person.needs)  # type: ignore[arg-type]
    assert read_person(line_of(whole)) == whole


def test_a_line_says_needs_or_leaves_them() -> None:
    assert [says_needs(line) for line in ("Asha", "Asha, carer", "Asha, carer, lived")] == [
        False
    ] * 3
    assert says_needs("Asha, carer, ramp")
    assert says_needs("Asha, carer, -")
    assert read_person("Asha, carer, -") == CARER
